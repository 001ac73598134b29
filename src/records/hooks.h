/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the hooks of several record types say and check alike.
 */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/** The value of the field called @name in words; transfer full. */
char *hearth_words_of (HearthRecord *record, const char *name);
/** As hearth_words_of (), the first line only; transfer full. */
char *hearth_words_first_line (HearthRecord *record, const char *name);
/** "3 May 2015 – 8 May 2015", or "since 3 May 2015" while @until is empty; transfer full. */
char *hearth_words_span (HearthRecord *record, const char *from, const char *until);
/** "Called · Ms Lee": the words of both fields, or of the one that says something; transfer full. */
char *hearth_words_pair (HearthRecord *record, const char *first, const char *second);
/** "Late" where @record was written on a day later than the one after @day, "" where not or never; transfer full. */
char *hearth_words_late_after_day (HearthRecord *record, const char *day);

/** Adds a problem where the later of two dates, or of two moments, is before the earlier one. */
void hearth_check_order (HearthRecord *record, const char *earlier, const char *later, GPtrArray *problems);

G_END_DECLS
