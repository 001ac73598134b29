/* SPDX-License-Identifier: GPL-3.0-or-later
 * What many incidents have in common: hours, days, places, what came before, and weeks beside visits.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/incidents.h"
#include "rules/reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_A_WEEK 7

void
hearth_incident_pattern_free (HearthIncidentPattern *pattern)
{
  if (pattern == NULL)
    return;
  g_clear_pointer (&pattern->places, g_array_unref);
  g_clear_pointer (&pattern->triggers, g_array_unref);
  g_clear_pointer (&pattern->categories, g_array_unref);
  g_clear_pointer (&pattern->weeks, g_array_unref);
  g_free (pattern);
}

/* --- counting choices ------------------------------------------------------------------------------------- */

static GArray *
make_counts (const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_incident_type, name);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (HearthIncidentCount));
  HearthIncidentCount unsaid = { .code = "", .label = _ ("Not said") };

  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      HearthIncidentCount count = { .code = choice->code, .label = _ (choice->label) };

      g_array_append_val (counts, count);
    }
  g_array_append_val (counts, unsaid);
  return counts;
}

static void
count_codes (GArray *counts, const char *codes)
{
  g_auto (GStrv) each = g_strsplit (codes, " ", -1);
  bool has_none = *codes == '\0';

  for (guint i = 0; i < counts->len; i++)
    {
      HearthIncidentCount *count = &g_array_index (counts, HearthIncidentCount, i);

      if (*count->code == '\0' ? has_none : g_strv_contains ((const char *const *) each, count->code))
        count->n++;
    }
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const HearthIncidentCount *one = a, *other = b;

  return one->n != other->n ? (one->n > other->n ? -1 : 1) : strcmp (one->label, other->label);
}

/* What never was is no row. */
static void
finish_counts (GArray *counts)
{
  for (guint i = counts->len; i > 0; i--)
    if (g_array_index (counts, HearthIncidentCount, i - 1).n == 0)
      g_array_remove_index (counts, i - 1);
  g_array_sort (counts, compare_counts);
}

/* --- weeks -------------------------------------------------------------------------------------------------- */

static char *
dup_monday (const char *date)
{
  HearthPartialDate parts = { 0 };
  GDate day;

  if (!hearth_partial_date_read (date, &parts))
    return g_strdup ("");
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) parts.day, (GDateMonth) parts.month, (GDateYear) parts.year);
  return hearth_date_add_days (date, G_DATE_MONDAY - (int) g_date_get_weekday (&day));
}

static GArray *
make_weeks (const char *from, const char *to)
{
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (HearthIncidentWeek));
  g_autofree char *monday = dup_monday (from);

  while (*monday != '\0' && strcmp (monday, to) <= 0)
    {
      HearthIncidentWeek week = { 0 };
      char *next = hearth_date_add_days (monday, DAYS_A_WEEK);

      g_strlcpy (week.monday, monday, sizeof week.monday);
      g_array_append_val (weeks, week);
      g_free (monday);
      monday = next;
    }
  return weeks;
}

static HearthIncidentWeek *
look_up_week (GArray *weeks, const char *date)
{
  int days = weeks->len > 0
               ? hearth_date_days_between (g_array_index (weeks, HearthIncidentWeek, 0).monday, date)
               : -1;
  guint week = (guint) (days / DAYS_A_WEEK);

  return days >= 0 && week < weeks->len ? &g_array_index (weeks, HearthIncidentWeek, week) : NULL;
}

/* --- the whole ------------------------------------------------------------------------------------------------ */

static void
count_incident (HearthIncidentPattern *pattern, HearthRecord *incident)
{
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (hearth_record_get (incident, "occurred_at"));
  g_autofree char *date = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
  HearthIncidentWeek *week = date != NULL ? look_up_week (pattern->weeks, date) : NULL;
  gint64 severity = hearth_record_get_integer (incident, "severity", 1);
  g_auto (GStrv) triggers = g_strsplit (hearth_record_get (incident, "triggers"), " ", -1);

  if (time == NULL)
    return;
  pattern->n++;
  pattern->hours[g_date_time_get_hour (time)]++;
  pattern->weekdays[g_date_time_get_day_of_week (time) - 1]++;
  count_codes (pattern->places, hearth_record_get (incident, "place"));
  count_codes (pattern->triggers, hearth_record_get (incident, "triggers"));
  count_codes (pattern->categories, hearth_record_get (incident, "category"));
  if (week == NULL)
    return;
  week->n++;
  week->n_by_severity[CLAMP (severity, 1, 4) - 1]++;
  week->n_court += g_strv_contains ((const char *const *) triggers, "court") ? 1 : 0;
}

static GPtrArray *
list (HearthStore *store,
      const HearthRecordType *type,
      const char *resident,
      const char *category,
      const char *from,
      const char *to,
      GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  const char *const categories[] = { category, NULL };

  hearth_query_set_filter (query, "category", categories);
  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, from, to);
  return hearth_reader_list (store, query, error);
}

static void
count_visits (HearthIncidentPattern *pattern, GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      HearthRecord *visit = g_ptr_array_index (visits, i);
      g_autofree char *date = hearth_instant_dup_date (hearth_record_get (visit, "at"));
      HearthIncidentWeek *week = look_up_week (pattern->weeks, date);

      if (week != NULL && hearth_record_is_yes (visit, "took_place"))
        week->n_visits++;
    }
}

HearthIncidentPattern *
hearth_incident_pattern_new (HearthStore *store,
                             const char *resident,
                             const char *from,
                             const char *to,
                             GError **error)
{
  return hearth_incident_pattern_new_of (store, resident, NULL, from, to, error);
}

HearthIncidentPattern *
hearth_incident_pattern_new_of (HearthStore *store,
                                const char *resident,
                                const char *category,
                                const char *from,
                                const char *to,
                                GError **error)
{
  g_autoptr (GPtrArray) incidents = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  HearthIncidentPattern *pattern;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  incidents = list (store, &hearth_incident_type, resident, category, from, to, error);
  visits = incidents != NULL ? list (store, &hearth_visit_type, resident, NULL, from, to, error) : NULL;
  if (visits == NULL)
    return NULL;
  pattern = g_new0 (HearthIncidentPattern, 1);
  pattern->places = make_counts ("place");
  pattern->triggers = make_counts ("triggers");
  pattern->categories = make_counts ("category");
  pattern->weeks = make_weeks (from, to);
  for (guint i = 0; i < incidents->len; i++)
    count_incident (pattern, g_ptr_array_index (incidents, i));
  count_visits (pattern, visits);
  finish_counts (pattern->places);
  finish_counts (pattern->triggers);
  finish_counts (pattern->categories);
  return pattern;
}
