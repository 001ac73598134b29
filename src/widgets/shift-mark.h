/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shape of one choice, as it stands in the cells of the shift grid.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/field.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_MARK (hearth_shift_mark_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftMark, hearth_shift_mark, HEARTH, SHIFT_MARK, GtkWidget)

/** NULL where @code of @field has no shape. Floating. */
GtkWidget *hearth_shift_mark_new (const HearthField *field, const char *code);

G_END_DECLS
