/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new recovery sheet: handed out, put on paper, and typed back.
 */
#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_NEW_SHEET (hearth_new_sheet_get_type ())
G_DECLARE_FINAL_TYPE (HearthNewSheet, hearth_new_sheet, HEARTH, NEW_SHEET, AdwDialog)

/** Makes the sheet at once: from then on the old one opens nothing. NULL with an error of vault or store. Floating. */
HearthNewSheet *hearth_new_sheet_new (HearthSession *session, GError **error);

G_END_DECLS
