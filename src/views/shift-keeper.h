/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saves the entries of a shift as they are filled in: each when its row is left, or two seconds after the first change.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "widgets/shift-line.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_KEEPER (hearth_shift_keeper_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftKeeper, hearth_shift_keeper, HEARTH, SHIFT_KEEPER, GObject)

/**
 * hearth_shift_keeper_new:
 * @near: borrowed; owns the keeper: where it tells what somebody else wrote meanwhile
 *
 * What others save meanwhile is taken over where nothing was typed here, and put together where it was. Words in a field
 * that is still open are kept as a draft. Signals: "changed" (): something was saved, or could not be.
 */
HearthShiftKeeper *hearth_shift_keeper_new (HearthStore *store, GtkWidget *near);

/** Looks after @line, whose entry is a copy of @stored, or new where that is NULL. */
void hearth_shift_keeper_add (HearthShiftKeeper *keeper, HearthShiftLine *line, HearthRecord *stored);
/** Once all are added: puts what was typed in them and not saved, before the power went, in its place and saves it. */
void hearth_shift_keeper_take_drafts (HearthShiftKeeper *keeper);
/** No line any more. What is not saved by now is lost: see hearth_shift_keeper_save_all (). */
void hearth_shift_keeper_forget (HearthShiftKeeper *keeper);

/** The entry of @line was changed. */
void hearth_shift_keeper_touch (HearthShiftKeeper *keeper, HearthShiftLine *line);
/** @text is typed into @field of @line, and not taken yet; NULL: nothing is any more. */
void hearth_shift_keeper_type (HearthShiftKeeper *keeper,
                               HearthShiftLine *line,
                               const HearthField *field,
                               const char *text);
/** Saves @line now; true when it is saved, or has nothing to save. */
bool hearth_shift_keeper_save (HearthShiftKeeper *keeper, HearthShiftLine *line);
bool hearth_shift_keeper_save_all (HearthShiftKeeper *keeper);
/** Why it is written late: goes into each entry that is saved from now on and says nothing of that. */
void hearth_shift_keeper_set_late_reason (HearthShiftKeeper *keeper, const char *reason);

/** Why the last save did not work, translated; NULL when it did. Borrowed. */
const char *hearth_shift_keeper_get_problem (HearthShiftKeeper *keeper);
/** The entry as the store has it; NULL for none. Borrowed. */
HearthRecord *hearth_shift_keeper_get_stored (HearthShiftKeeper *keeper, HearthShiftLine *line);

G_END_DECLS
