/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the hooks of several record types say and check alike.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/hooks.h"

#include "core/date.h"
#include "core/problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of "2026-03-01T14:30:00Z+07:00": what sorts; where it was written does not. */
#define INSTANT_LENGTH 20

char *
hearth_words_of (HearthRecord *record, const char *name)
{
  return hearth_record_format (record,
                               hearth_record_type_lookup_field (hearth_record_get_record_type (record), name),
                               "");
}

char *
hearth_words_first_line (HearthRecord *record, const char *name)
{
  char *words = hearth_words_of (record, name);

  words[strcspn (words, "\n")] = '\0';
  return g_strdelimit (words, "\t", ' ');
}

char *
hearth_words_span (HearthRecord *record, const char *from, const char *until)
{
  g_autofree char *first = hearth_words_of (record, from), *last = hearth_words_of (record, until);

  /* Translators: what has not ended, “since 3 May 2015” */
  return last[0] != '\0' ? g_strdup_printf ("%s – %s", first, last) : g_strdup_printf (_ ("since %s"), first);
}

char *
hearth_words_pair (HearthRecord *record, const char *first, const char *second)
{
  g_autofree char *a = hearth_words_of (record, first), *b = hearth_words_of (record, second);

  if (a[0] == '\0' || b[0] == '\0')
    return g_strconcat (a, b, NULL);
  return g_strdup_printf ("%s · %s", a, b);
}

char *
hearth_words_late_after_day (HearthRecord *record, const char *day)
{
  g_autofree char *written = hearth_instant_dup_date (hearth_record_get (record, "created_at"));

  return g_strdup (hearth_date_days_between (day, written) > 1 ? _ ("Late") : "");
}

void
hearth_check_order (HearthRecord *record, const char *earlier, const char *later, GPtrArray *problems)
{
  const char *first = hearth_record_get (record, earlier), *second = hearth_record_get (record, later);

  if (first[0] != '\0' && second[0] != '\0' && strncmp (second, first, INSTANT_LENGTH) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, later, earlier);
}
