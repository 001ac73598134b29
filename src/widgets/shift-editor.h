/* SPDX-License-Identifier: GPL-3.0-or-later
 * The small field for words that opens in a cell of the shift grid.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/field.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_EDITOR (hearth_shift_editor_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftEditor, hearth_shift_editor, HEARTH, SHIFT_EDITOR, GtkWidget)

/**
 * hearth_shift_editor_new:
 * @name: of the resident, for the heading
 * @text: what stands there already
 *
 * Enter is done, Shift+Enter begins a line where the field has lines, Escape leaves it as it was. Signals: "done" ();
 * "left" (), when Escape was pressed; "changed" ().
 */
HearthShiftEditor *hearth_shift_editor_new (const HearthField *field, const char *name, const char *text);

const HearthField *hearth_shift_editor_get_field (HearthShiftEditor *editor);
/** Transfer full. */
char *hearth_shift_editor_dup_text (HearthShiftEditor *editor);
/** Asks in the heading for words about @item, that it says @value (translated), of the resident @name. */
void hearth_shift_editor_ask_why (HearthShiftEditor *editor,
                                  const char *name,
                                  const HearthField *item,
                                  const char *value);
/** @sentence: translated: why it cannot be taken. */
void hearth_shift_editor_tell (HearthShiftEditor *editor, const char *sentence);

G_END_DECLS
