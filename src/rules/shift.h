/* SPDX-License-Identifier: GPL-3.0-or-later
 * The three shifts of a house: when they are, who is there in them, what is written of each resident, and signing.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * HearthShift:
 * @date: ISO date of the day it belongs to. A night belongs to the day it begins on, also where it begins at midnight
 * @code: value of a daily log's "shift": "morning", "afternoon" or "night"
 * @begin, @end: instants, at the house's own offset then: a night with a clock change is an hour shorter or longer.
 *   The end is the next one's begin and does not belong to it
 */
typedef struct {
  char *date;
  const char *code;
  char *begin;
  char *end;
} HearthShift;

/** The shift @code of @date (ISO), by the hours in the house's record (07:00, 14:00 and 21:00 where it says none, or hours
 * that do not follow each other). NULL for no such date or code. Transfer full. */
HearthShift *hearth_shift_new (HearthStore *store, const char *date, const char *code);
/** The one that runs now; transfer full. */
HearthShift *hearth_shift_new_now (HearthStore *store);
/** The one that ran at @instant; NULL for none. Transfer full. */
HearthShift *hearth_shift_new_at (HearthStore *store, const char *instant);
/** The one before and the one after; transfer full. */
HearthShift *hearth_shift_new_before (HearthStore *store, const HearthShift *shift);
HearthShift *hearth_shift_new_after (HearthStore *store, const HearthShift *shift);
void hearth_shift_free (HearthShift *shift);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthShift, hearth_shift_free)

/** "Night, 3 May 2026"; translated, transfer full. */
char *hearth_shift_dup_title (const HearthShift *shift);
/** "21:00 – 07:00"; transfer full. */
char *hearth_shift_dup_hours (const HearthShift *shift);
/** Whether @instant is in it. */
bool hearth_shift_holds (const HearthShift *shift, const char *instant);
/** Whether it has begun. */
bool hearth_shift_has_begun (HearthStore *store, const HearthShift *shift);
/** Whether what is written now about it is late: more than the house's "late_hours" (24 where empty) after its end. */
bool hearth_shift_is_late (HearthStore *store, const HearthShift *shift);
/** Whether @log, a "daily_log" or "house_log", was written late and does not say why: it cannot be signed before it does. */
bool hearth_shift_wants_reason (HearthStore *store, HearthRecord *log);

/* --- who is there --- */

/**
 * HearthShiftResident:
 * @presence: value of a daily log's "presence" that what is known elsewhere speaks for (leave, missing, hospital); "present"
 *   where nothing speaks against it
 * @arrives: instant of the arrival when it is in this shift, or NULL
 * @leaves: whether the stay ends on the day of this shift
 * @due_back: instant, when away and agreed upon, or NULL
 * @entry: (nullable): the daily log of this shift, also a signed one; of several the first that was written
 */
typedef struct {
  HearthRecord *resident;
  const char *presence;
  char *arrives;
  bool leaves;
  char *due_back;
  HearthRecord *entry;
} HearthShiftResident;
void hearth_shift_resident_free (HearthShiftResident *resident);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthShiftResident, hearth_shift_resident_free)

/** Everybody who lives here in @shift, in hospital and on leave too, and who has an entry in it; by the name used. Of
 * HearthShiftResident; transfer full. Somebody arrives in the shift in which they arrived, and leaves with the afternoon of
 * the last day. */
GPtrArray *hearth_shift_list_residents (HearthStore *store, const HearthShift *shift, GError **error);

/** The entry of @resident: the one there is, or a new one, not saved, with date, shift and presence. Transfer full. */
HearthRecord *hearth_shift_begin_entry (const HearthShift *shift, const HearthShiftResident *resident);

/* --- what is written --- */

/** Names of the daily log's fields that the grid of shift @code asks for, in its order, choices before texts; NULL-ended.
 * Each is asked where it is known: the night's sleep in the morning, dinner at night. */
const char *const *hearth_shift_get_items (const char *code);

/** The text field that wants words when @field says @code ("away", "hardly", …), or NULL where it speaks for itself. */
const char *hearth_shift_asks_for_words (const char *field, const char *code);
/** The first item of @entry that wants words and has none, or NULL. */
const char *hearth_shift_lookup_wordless (HearthRecord *entry);

/**
 * hearth_shift_fill_as_usual:
 *
 * Fills those choice items of @entry that are empty with what was said most often (of equals: last) of this resident in
 * the same shift in the last 14 days. Texts are never filled; nor is what was not said in that time, or was an exception
 * that wants words. What a resident who is not in the house cannot have done is left out. Saves nothing.
 *
 * Returns: how many were filled; -1 with an error
 */
int hearth_shift_fill_as_usual (HearthStore *store,
                                const HearthShift *shift,
                                HearthRecord *entry,
                                GError **error);

/* --- signing --- */

/** Residents of @shift with no entry yet, but for those on leave; of HearthRecord. Transfer full. */
GPtrArray *hearth_shift_list_without_entry (HearthStore *store, const HearthShift *shift, GError **error);

/**
 * hearth_shift_sign:
 * @n_signed: (out) (optional): how many records
 *
 * Signs what is open of the shift, the entries, the house log and the events, in one transaction. Those that the
 * person may not change, and late ones that do not say why, are left as they are. It does not ask for an entry of everybody: tell who has none before
 * (hearth_shift_list_without_entry ()), they can be written and signed later.
 */
bool hearth_shift_sign (HearthStore *store, const HearthShift *shift, unsigned int *n_signed, GError **error);

/** How much of a shift is written and signed. */
typedef struct {
  unsigned int n_residents;
  unsigned int n_entries;
  unsigned int n_signed; /* of the entries */
  bool has_house_log;
  bool house_log_signed;
} HearthShiftStanding;
bool hearth_shift_get_standing (HearthStore *store,
                                const HearthShift *shift,
                                HearthShiftStanding *standing,
                                GError **error);

/** The house log of @shift: the one there is, or a new one, not saved, with date, shift, and the headcount as it is known
 * now. Transfer full. */
HearthRecord *hearth_shift_begin_house_log (HearthStore *store, const HearthShift *shift, GError **error);
/** A new event in the house now (or at the begin of @shift when it is over), not saved; transfer full. */
HearthRecord *hearth_shift_new_event (HearthStore *store, const HearthShift *shift);
/** Events of @shift, oldest first; of HearthRecord. Transfer full. */
GPtrArray *hearth_shift_list_events (HearthStore *store, const HearthShift *shift, GError **error);

G_END_DECLS
