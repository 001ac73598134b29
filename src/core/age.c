/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ages from full, partial and estimated birth dates.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/age.h"

#include <glib/gi18n-lib.h>

static int
months_between (const GDate *from, const GDate *to)
{
  int months = (g_date_get_year (to) - g_date_get_year (from)) * 12 + (int) g_date_get_month (to) -
               (int) g_date_get_month (from);

  if (g_date_get_day (to) < g_date_get_day (from))
    months--;
  return months;
}

/* Somebody born on 29 February comes of age on 1 March of a common year: the day is not reached before. */
static int
years_between (int from_julian, int to_julian)
{
  GDate from, to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, (guint32) from_julian);
  g_date_set_julian (&to, (guint32) to_julian);
  return months_between (&from, &to) / 12;
}

HearthAge
hearth_age_at (const char *birth, const char *on)
{
  HearthAge age = { .least_years = -1, .most_years = -1, .months = -1 };
  HearthPartialDate date;
  int first, last, on_first, on_last;

  g_return_val_if_fail (birth != NULL, age);
  g_return_val_if_fail (on != NULL, age);

  if (!hearth_partial_date_read (birth, &date) || !hearth_partial_date_get_span (birth, &first, &last) ||
      !hearth_partial_date_get_span (on, &on_first, &on_last) || first > on_first)
    return age;
  age.most_years = years_between (first, on_first);
  age.least_years = last > on_first ? 0 : years_between (last, on_first);
  age.estimated = date.estimated;
  if (date.precision == HEARTH_DATE_DAY)
    {
      GDate from, to;

      g_date_clear (&from, 1);
      g_date_clear (&to, 1);
      g_date_set_julian (&from, (guint32) first);
      g_date_set_julian (&to, (guint32) on_first);
      age.months = months_between (&from, &to);
    }
  return age;
}

char *
hearth_age_format (const HearthAge *age)
{
  g_autofree char *span = NULL;

  g_return_val_if_fail (age != NULL, NULL);

  if (age->most_years < 0)
    return g_strdup ("");
  if (age->months >= 0 && age->months < 24)
    span = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong) age->months),
                            age->months);
  else if (age->least_years != age->most_years)
    span = g_strdup_printf (_ ("%d–%d years"), age->least_years, age->most_years);
  else
    span = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong) age->most_years),
                            age->most_years);
  /* Translators: an age that is estimated, “about 14 years” */
  return age->estimated ? g_strdup_printf (_ ("about %s"), span) : g_steal_pointer (&span);
}
