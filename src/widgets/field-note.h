/* SPDX-License-Identifier: GPL-3.0-or-later
 * The line below a field: what is wrong, how the text was understood, or what to write there.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_FIELD_NOTE (hearth_field_note_get_type ())
G_DECLARE_FINAL_TYPE (HearthFieldNote, hearth_field_note, HEARTH, FIELD_NOTE, GtkWidget)

HearthFieldNote *hearth_field_note_new (const char *hint);

/* One line at a time, in this order: problem, remark, reading, hint. NULL or "" takes one away. */
void hearth_field_note_set_problem (HearthFieldNote *note, const char *problem);
void hearth_field_note_set_remark (HearthFieldNote *note, const char *remark);
void hearth_field_note_set_reading (HearthFieldNote *note, const char *reading);

const char *hearth_field_note_get_problem (HearthFieldNote *note);

G_END_DECLS
