/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that is only read: computed values, closed records, fields the role may not change.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_VALUE_ROW (hearth_value_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthValueRow, hearth_value_row, HEARTH, VALUE_ROW, AdwActionRow)

GtkWidget *hearth_value_row_new (const HearthField *field);
/** For a sealed @field whose key this reader has not: says for whom it is sealed, and nothing of what it holds. */
GtkWidget *hearth_value_row_new_closed (const HearthField *field);
/** Adds a plain lock: the reader's role sees, but does not change. */
void hearth_value_row_set_locked (HearthValueRow *row);

const HearthField *hearth_value_row_get_field (HearthValueRow *row);
/** @words: the value in words; the row is invisible while there are none. */
void hearth_value_row_set_words (HearthValueRow *row, const char *words);

G_END_DECLS
