/* SPDX-License-Identifier: GPL-3.0-or-later
 * Giving a resident a bed, or another one: the rooms with what is free, and what speaks against each.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ROOM_MOVE_DIALOG (hearth_room_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthRoomMoveDialog, hearth_room_move_dialog, HEARTH, ROOM_MOVE_DIALOG, AdwDialog)

/** @near: in the window that tells of it and offers to undo; its page may go meanwhile. */
HearthRoomMoveDialog *hearth_room_move_dialog_new (HearthStore *store,
                                                   HearthRecord *resident,
                                                   GtkWidget *near);

G_END_DECLS
