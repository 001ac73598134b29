/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ages from full, partial and estimated birth dates.
 */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/** The least and most completed years that a birth date allows on a day; both -1 when unknown. */
typedef struct {
  int least_years, most_years;
  int months;     /* completed months, when the day of birth is known; else -1 */
  bool estimated; /* the birth date is */
} HearthAge;

/** @birth: canonical partial date; @on: ISO date. A birth after @on gives -1. */
HearthAge hearth_age_at (const char *birth, const char *on);
/** "14 years", "13–14 years", "about 14 years", "8 months", "" when unknown; transfer full. */
char *hearth_age_format (const HearthAge *age);

G_END_DECLS
