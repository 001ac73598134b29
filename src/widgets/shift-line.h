/* SPDX-License-Identifier: GPL-3.0-or-later
 * One resident in the shift grid: who it is, the entry as it is filled in, and how far it is saved.
 */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_SHIFT_LINE_EMPTY,   /* nothing is written yet */
  HEARTH_SHIFT_LINE_UNSAVED, /* something was typed and waits */
  HEARTH_SHIFT_LINE_SAVED,
  HEARTH_SHIFT_LINE_PROBLEM, /* it could not be saved, or somebody else saved it meanwhile */
  HEARTH_SHIFT_LINE_SIGNED,  /* read only */
} HearthShiftLineState;

#define HEARTH_TYPE_SHIFT_LINE (hearth_shift_line_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftLine, hearth_shift_line, HEARTH, SHIFT_LINE, GObject)

/** @entry: the form's own copy, which the grid changes. Signals: "changed" () when anything but a value of the entry is
 * another. */
HearthShiftLine *hearth_shift_line_new (HearthRecord *resident, HearthRecord *entry);

/** Borrowed. */
HearthRecord *hearth_shift_line_get_resident (HearthShiftLine *line);
/** Borrowed; the same object all the time. */
HearthRecord *hearth_shift_line_get_entry (HearthShiftLine *line);
/** The name used; borrowed. */
const char *hearth_shift_line_get_name (HearthShiftLine *line);

/** @note: translated: "arrives 16:40", "back at 18:00", or "". @dimmed: not in the house. */
void hearth_shift_line_set_note (HearthShiftLine *line, const char *note, bool dimmed);
const char *hearth_shift_line_get_note (HearthShiftLine *line);
bool hearth_shift_line_get_dimmed (HearthShiftLine *line);
/** @words: translated: what everybody must know of the resident, for a tooltip; "" for nothing. */
void hearth_shift_line_set_alerts (HearthShiftLine *line, const char *words);
const char *hearth_shift_line_get_alerts (HearthShiftLine *line);
/** @words: translated: what the state means, for a tooltip and a screen reader. */
void hearth_shift_line_set_state (HearthShiftLine *line, HearthShiftLineState state, const char *words);
HearthShiftLineState hearth_shift_line_get_state (HearthShiftLine *line);
const char *hearth_shift_line_get_state_words (HearthShiftLine *line);
/** Whether values may be changed. */
void hearth_shift_line_set_editable (HearthShiftLine *line, bool editable);
bool hearth_shift_line_get_editable (HearthShiftLine *line);
/** @field: (nullable): the item that wants words and has none; static. */
void hearth_shift_line_set_wordless (HearthShiftLine *line, const char *field);
const char *hearth_shift_line_get_wordless (HearthShiftLine *line);

G_END_DECLS
