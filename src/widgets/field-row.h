/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of a form that edits one field: the interface of all of them, and how one is made for a kind.
 */
#pragma once

#include <adwaita.h>

#include "core/problem.h"
#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FIELD_ROW (hearth_field_row_get_type ())
G_DECLARE_INTERFACE (HearthFieldRow, hearth_field_row, HEARTH, FIELD_ROW, AdwPreferencesRow)

/** What every row keeps; see widgets/field-base.h. */
typedef struct _HearthFieldBase HearthFieldBase;

/**
 * HearthFieldRow:
 *
 * "Text" is what the person typed or chose, as it is: for entries any words, for choices a code, for
 * links an id. It can be kept in a draft and need not be a good value.
 *
 * Signals: "edited" () after each change by the person; "left" () when the keyboard focus has left the
 * row after a change, which is the moment to say what is wrong.
 */
struct _HearthFieldRowInterface {
  GTypeInterface parent;

  HearthFieldBase *(*get_base) (HearthFieldRow *row);
  char *(*dup_text) (HearthFieldRow *row);
  void (*set_text) (HearthFieldRow *row, const char *text);
  void (*reveal) (HearthFieldRow *row); /* shows an input that is collapsed; may be NULL */
};

/** The row that suits @field's kind; floating. */
GtkWidget *hearth_field_row_new (const HearthField *field);

const HearthField *hearth_field_row_get_field (HearthFieldRow *row);
/** Transfer full, never NULL. */
char *hearth_field_row_dup_text (HearthFieldRow *row);
/** Does not emit "edited". Takes away what was said about the text before. */
void hearth_field_row_set_text (HearthFieldRow *row, const char *text);
/** Shows the canonical value @canonical, as set_text () does. */
void hearth_field_row_set_canonical (HearthFieldRow *row, const char *canonical);
/** @canonical: transfer full, "" where nothing was typed; untouched when there is a problem. */
HearthProblemCode hearth_field_row_get_canonical (HearthFieldRow *row, const char *today, char **canonical);

/** Shows @sentence below the field and marks the input as invalid; NULL or "" takes both away. */
void hearth_field_row_set_problem (HearthFieldRow *row, const char *sentence);
/** The sentence shown, or "". */
const char *hearth_field_row_get_problem (HearthFieldRow *row);
/** How the text was understood ("about 2012"), where the text itself does not say so; NULL: nothing. */
void hearth_field_row_set_reading (HearthFieldRow *row, const char *reading);
/** A required field of a record that need not be made may stay empty, and does not say "Required". */
void hearth_field_row_set_optional (HearthFieldRow *row, bool optional);
/** Gives the keyboard focus to the row's input. */
bool hearth_field_row_focus (HearthFieldRow *row);

G_END_DECLS
