/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a copy of the open house now: where, how far, and what came of it.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_BACKUP_DIALOG (hearth_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthBackupDialog, hearth_backup_dialog, HEARTH, BACKUP_DIALOG, AdwDialog)

/**
 * Starts at once when a place is known and there; else asks for one. Whoever may not make copies is not given the
 * dialog: that is the caller's work. Closing it stops the copy. Floating.
 */
HearthBackupDialog *hearth_backup_dialog_new (HearthSession *session);

G_END_DECLS
