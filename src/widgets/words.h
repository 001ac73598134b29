/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sentences of the widgets that have numbers, dates or names in them; all transfer full.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"
#include "draw/body-map.h"

G_BEGIN_DECLS

/** What somebody said, in the quotation marks of the language. */
char *hearth_words_quote (const char *said);
/** What a choice is called when nothing was chosen. Borrowed. */
const char *hearth_words_not_said (void);
/** The same where something must be chosen. Borrowed. */
const char *hearth_words_choose (void);
/** What a file is called while its name is not known, and the words of the button. Borrowed. */
const char *hearth_words_attached (bool present);
const char *hearth_words_attach (bool present);
const char *hearth_words_yes_no (bool yes);
/** Marks a field that must be filled in. Borrowed. */
const char *hearth_words_required (void);
/** What a role may read, but not change. Borrowed. */
const char *hearth_words_read_only (void);
/** Where a role does not see all fields of a record. Borrowed. */
const char *hearth_words_more_is_closed (void);
/** On the button that shows and hides a text that may distress. Borrowed. */
const char *hearth_words_reveal (bool shown);
/** A pasted piece of @n_added characters was not taken by a field of at most @limit. */
char *hearth_words_paste_refused (glong n_added, glong limit);
/** How many of @limit characters are left, or are too many. */
char *hearth_words_length (glong n_characters, glong limit);
/** "Today", "Yesterday" or the weekday and date; "" when @date is none. */
char *hearth_words_day (const char *date, const char *today);
/** @record's state, where it is more than open: "Signed", "Entered in error"; else "". */
char *hearth_words_state (HearthRecord *record);
/** The time of @record's event and who wrote it: "21:30 · Written by Ana"; parts unknown are left out. */
char *hearth_words_when_and_who (HearthRecord *record, const char *author);
/** "written 2 days later" where @record was written more than a day after what it is about; else "". */
char *hearth_words_late (HearthRecord *record);
/** A record in a list of many types: "Alert: Allergy to nuts". */
char *hearth_words_record (HearthRecord *record);
/** What an alert says beside its title: its level and what it is about; of an allergy how grave it is, and what to do. */
char *hearth_words_alert (HearthRecord *alert);
/** Whether an alert is high, or an allergy grave. */
bool hearth_alert_is_high (HearthRecord *alert);
/** The accessible name of the button that opens the calendar of the field called @label. */
char *hearth_words_calendar_button (const char *label);
/** The accessible name of the button that takes the answer of the field called @label away. */
char *hearth_words_clear (const char *label);
/** The accessible name of the button that takes @what away again. */
char *hearth_words_take_away (const char *what);
/** The accessible name of the button that adds to the field called @label. */
char *hearth_words_add_to (const char *label);
/** What a record is called that is chosen, but not among those that can be. Borrowed. */
const char *hearth_words_not_listed (void);
/** "1. Left forearm, front": the mark @number on the outline of a body, and what it is, where @kind is not NULL. */
char *hearth_words_body_mark (guint number,
                              const HearthBodyPlace *place,
                              const HearthChoice *kind,
                              const char *words);
/** What a drawing with the marks @canonical shows, for who cannot see it. */
char *hearth_words_body_map (const char *canonical, const HearthChoice *kinds);
/** An order of a list: "Name", "Date, oldest first". */
char *hearth_words_order (const HearthField *field, bool descending);
/** Whether both orders of @field are worth offering: those of dates are. */
bool hearth_words_has_two_orders (const HearthField *field);
/** A filter above a list: "Label: any", "Label: One, Another", "Label: One and 3 more". */
char *hearth_words_filter (const char *label, const char *const *chosen, guint n_chosen);

G_END_DECLS
