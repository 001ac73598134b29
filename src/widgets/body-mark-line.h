/* SPDX-License-Identifier: GPL-3.0-or-later
 * One mark on the outline of a body, in words: where it is, what it is, and what is said about it.
 */
#pragma once

#include <adwaita.h>

#include "core/field.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_BODY_MARK_LINE (hearth_body_mark_line_get_type ())
G_DECLARE_FINAL_TYPE (HearthBodyMarkLine, hearth_body_mark_line, HEARTH, BODY_MARK_LINE, GtkBox)

/**
 * hearth_body_mark_line_new:
 * @line: a line of a BODY_MAP value; one that is no mark is shown as it is and can only be removed
 * @place: which of the lines it is, from 0
 *
 * Signals: "changed" (), "removed" (), "focused" ().
 */
GtkWidget *hearth_body_mark_line_new (const HearthField *field, const char *line, guint place, bool editable);

guint hearth_body_mark_line_get_place (HearthBodyMarkLine *line);
/** The line as it is now; transfer full. */
char *hearth_body_mark_line_dup_line (HearthBodyMarkLine *line);
/** Code of the chosen kind; static. */
const char *hearth_body_mark_line_get_kind (HearthBodyMarkLine *line);
/** Brings the keyboard to where words are written. */
void hearth_body_mark_line_focus (HearthBodyMarkLine *line);

G_END_DECLS
