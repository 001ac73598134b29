/* SPDX-License-Identifier: GPL-3.0-or-later
 * What all field rows share: the note below the input, accessible states, and when a row counts as left.
 * For the implementations of HearthFieldRow only.
 */
#pragma once

#include "widgets/field-note.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

struct _HearthFieldBase {
  const HearthField *field;

  /* borrowed */
  HearthFieldNote *note;
  GtkWidget *input;         /* what takes the keyboard and carries the accessible states */
  GtkWidget *required_mark; /* NULL where there is none */

  bool optional; /* may stay empty although the field may not */
  bool quiet; /* the program is changing the text, not the person */
  bool empty;
  bool dirty; /* changed by the person since the focus came */
};

/**
 * Prepares @base of @row: title, note below the row's child, accessible name and states of @input.
 * Call from constructed (), after the row has its child.
 */
void hearth_field_base_attach (HearthFieldBase *base,
                               HearthFieldRow *row,
                               const HearthField *field,
                               GtkWidget *input);

/** Whether nothing is in the input: the mark "Required" is there until then, or until a problem says so. */
void hearth_field_base_set_empty (HearthFieldBase *base, bool empty);
void hearth_field_base_update_mark (HearthFieldBase *base);

/** To be called whenever the input changed: emits "edited" unless the program itself did it. */
void hearth_field_base_input_changed (HearthFieldBase *base, HearthFieldRow *row);

/** The manner of all combo rows: value below the title, as in an entry row, and search anywhere in the
 * words. Takes @expression, which gives an item's words. */
void hearth_field_base_make_combo (AdwComboRow *combo, GtkExpression *expression);

/** Whether what is typed into @field should stay out of input methods' memories. */
bool hearth_field_base_is_private (const HearthField *field);

/** Whether adding @n_added characters to @n_present is more than the field can hold. A person's typing
 * is always taken; a large piece at once only where it fits, as laying it out could take minutes. */
bool hearth_field_base_refuses (HearthFieldBase *base, glong n_present, glong n_added);
/** Says in words that @n_added characters were not taken. */
void hearth_field_base_say_refused (HearthFieldBase *base, glong n_added);
/** Says how many characters are left or too many, when that matters. */
void hearth_field_base_say_length (HearthFieldBase *base, glong n_characters);

G_END_DECLS
