/* SPDX-License-Identifier: GPL-3.0-or-later
 * All copies of the open house: where they are, trying one out, and how the house comes back from one.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_COPIES_DIALOG (hearth_copies_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthCopiesDialog, hearth_copies_dialog, HEARTH, COPIES_DIALOG, AdwDialog)

/** For who may make copies. Follows when one is made. What it reads and tries stops when it is closed. Floating. */
HearthCopiesDialog *hearth_copies_dialog_new (HearthSession *session);

G_END_DECLS
