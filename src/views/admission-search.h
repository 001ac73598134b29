/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may be here already: looked for while the name is typed, and settled before a new file is made.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ADMISSION_SEARCH (hearth_admission_search_get_type ())
G_DECLARE_FINAL_TYPE (HearthAdmissionSearch, hearth_admission_search, HEARTH, ADMISSION_SEARCH, GtkBox)

/** Signals: "wanted" (), a moment after hearth_admission_search_touch (); "changed" (): the hint may be
 * another; "answered" (); "same" (HearthRecord *resident); "continue" (), when nothing strong is left open. */
HearthAdmissionSearch *hearth_admission_search_new (HearthStore *store);

/** Something about who arrives was typed. */
void hearth_admission_search_touch (HearthAdmissionSearch *search);
/** Shows who is like @resident, now. @phone: (nullable): of the family. */
void hearth_admission_search_look (HearthAdmissionSearch *search, HearthRecord *resident, const char *phone);
/** Looks once more, and asks for what has to be said first; otherwise "continue". */
void hearth_admission_search_go_on (HearthAdmissionSearch *search);
/** What was found, or has to be said before going on; "" for nothing. Transfer full. */
char *hearth_admission_search_dup_hint (HearthAdmissionSearch *search);
/** Whether somebody is much alike and it is not said who that is; then the focus goes there when @focus. */
bool hearth_admission_search_is_open (HearthAdmissionSearch *search, bool focus);

/** Numbers of those who were answered to be somebody else, brothers and sisters among them: "R-014, R-020"; or with
 * @siblings of these alone. Transfer full. */
char *hearth_admission_search_dup_codes (HearthAdmissionSearch *search, bool siblings);
/** Answers from a draft: both as above. */
void hearth_admission_search_set_codes (HearthAdmissionSearch *search,
                                        const char *different,
                                        const char *siblings);

G_END_DECLS
