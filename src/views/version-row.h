/* SPDX-License-Identifier: GPL-3.0-or-later
 * One version in a history: what was done, who, when, and every change in words.
 */
#pragma once

#include <adwaita.h>

#include "views/record-version.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_VERSION_ROW (hearth_version_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthVersionRow, hearth_version_row, HEARTH, VERSION_ROW, GtkWidget)

/** Of many changes the first few are shown until the others are asked for. */
GtkWidget *hearth_version_row_new (HearthRecordVersion *version);

/** What the row is called for a screen reader: "Changed, 5 March 2026, 14:05, Ana Lim, Nurse"; transfer full. */
char *hearth_version_row_dup_name (HearthRecordVersion *version);

G_END_DECLS
