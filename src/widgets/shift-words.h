/* SPDX-License-Identifier: GPL-3.0-or-later
 * Short words and shapes for the items of a shift, where a cell has room for no more.
 */
#pragma once

#include "core/record.h"
#include "widgets/shift-symbol.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_SHIFT_TONE_PLAIN,
  HEARTH_SHIFT_TONE_GOOD,
  HEARTH_SHIFT_TONE_NOTICE,
} HearthShiftTone;

/** How one choice of one field looks in a cell. */
typedef struct {
  const char *field;
  const char *code;
  const char *word; /* N_() */
  HearthShiftShape shape;
  double amount;
  HearthShiftTone tone;
} HearthShiftLook;

/** The look of @code of @field, or of any text in it where it has no choices; NULL where there is none. */
const HearthShiftLook *hearth_shift_lookup_look (const HearthField *field, const char *code);
/** Translated; borrowed: the heading of the column of @field. */
const char *hearth_shift_get_heading (const HearthField *field);
/** Translated; borrowed: the short word for @choice of @field. */
const char *hearth_shift_get_word (const HearthField *field, const HearthChoice *choice);
/** What a cell shows of @field of @entry: a short word, or the first line of a text; transfer full. */
char *hearth_shift_dup_cell_text (HearthRecord *entry, const HearthField *field);
/** How a cell is read out: "Mali, Mood: Good", "Mali, Mood: empty"; transfer full. */
char *hearth_shift_dup_cell_label (const char *name, HearthRecord *entry, const HearthField *field);

G_END_DECLS
