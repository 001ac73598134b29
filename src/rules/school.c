/* SPDX-License-Identifier: GPL-3.0-or-later
 * School and training: places, and who was there.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/school.h"

#include <string.h>

#include "core/date.h"
#include "core/week.h"
#include "records/types.h"
#include "rules/plans-private.h"
#include "rules/reader-private.h"
#include "rules/residence-private.h"

#include <glib/gi18n-lib.h>

static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

#define N_USUAL_DAYS 5 /* Monday to Friday */

/* --- places -------------------------------------------------------------------------------------------- */

bool
hearth_enrolment_holds (HearthRecord *enrolment, const char *day)
{
  const char *until;

  g_return_val_if_fail (HEARTH_IS_RECORD (enrolment), false);
  g_return_val_if_fail (day != NULL, false);

  until = hearth_record_get (enrolment, "until");
  return !g_str_equal (hearth_record_get (enrolment, "state"), HEARTH_STATE_IN_ERROR) &&
         strcmp (hearth_record_get (enrolment, "start"), day) <= 0 &&
         (*until == '\0' || strcmp (until, day) >= 0);
}

/* 0 for Monday to 6; -1 where @day is none. */
static int
get_weekday (const char *day)
{
  HearthPartialDate parts;
  GDate date;

  if (!hearth_partial_date_read (day, &parts) || parts.precision != HEARTH_DATE_DAY)
    return -1;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) parts.day, (GDateMonth) parts.month, (GDateYear) parts.year);
  return (int) g_date_get_weekday (&date) - G_DATE_MONDAY;
}

bool
hearth_enrolment_expects (HearthRecord *enrolment, const char *day)
{
  const char *days;
  g_auto (GStrv) codes = NULL;
  int weekday;

  if (!hearth_enrolment_holds (enrolment, day))
    return false;
  weekday = get_weekday (day);
  if (weekday < 0)
    return false;
  days = hearth_record_get (enrolment, "days");
  if (*days == '\0')
    return weekday < N_USUAL_DAYS;
  codes = g_strsplit (days, " ", -1);
  return g_strv_contains ((const char *const *) codes, weekdays[weekday]);
}

GPtrArray *
hearth_enrolments_list (HearthStore *store,
                        const char *resident,
                        const char *from,
                        const char *to,
                        GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  GPtrArray *enrolments;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  query = hearth_query_new (&hearth_enrolment_type);
  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, NULL, to);
  hearth_query_set_sort (query, "start", false);
  enrolments = hearth_reader_list (store, query, error);
  for (guint i = enrolments != NULL ? enrolments->len : 0; i > 0; i--)
    {
      const char *until = hearth_record_get (enrolments->pdata[i - 1], "until");

      if (*until != '\0' && strcmp (until, from) < 0)
        g_ptr_array_remove_index (enrolments, i - 1);
    }
  return enrolments;
}

HearthRecord *
hearth_education_plan_find_active (HearthStore *store, const char *resident, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  return hearth_plan_find_active (store, &hearth_education_plan_type, resident, error);
}

/* --- attendance ------------------------------------------------------------------------------------------ */

HearthRecord *
hearth_attendance_find (HearthStore *store, const char *enrolment, const char *date, GError **error)
{
  const char *const places[] = { enrolment, NULL };
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (enrolment != NULL && date != NULL, NULL);

  query = hearth_query_new (&hearth_attendance_type);
  hearth_query_set_period (query, date, date);
  hearth_query_set_filter (query, "enrolment", places);
  found = hearth_reader_list (store, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static bool
wants_reason (const char *code)
{
  g_return_val_if_fail (code != NULL, false);

  return !g_str_equal (code, "present") && !g_str_equal (code, "closed");
}

HearthRecord *
hearth_attendance_set (HearthStore *store,
                       HearthRecord *enrolment,
                       const char *date,
                       const char *code,
                       const char *reason,
                       HearthRecord **before,
                       GPtrArray **problems,
                       GError **error)
{
  g_autoptr (HearthRecord) known = NULL;
  g_autoptr (HearthRecord) record = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (enrolment), NULL);
  g_return_val_if_fail (date != NULL && code != NULL, NULL);

  if (before != NULL)
    *before = NULL;
  known = hearth_attendance_find (store, hearth_record_get_id (enrolment), date, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  record = known != NULL ? hearth_record_copy (known) : hearth_record_new (&hearth_attendance_type);
  hearth_record_set (record, "resident", hearth_record_get_resident (enrolment));
  hearth_record_set (record, "enrolment", hearth_record_get_id (enrolment));
  hearth_record_set (record, "date", date);
  hearth_record_set (record, "was_there", code);
  hearth_record_set (record, "reason", wants_reason (code) ? reason : NULL);
  if (before != NULL && known != NULL)
    *before = hearth_record_copy (known);
  if (hearth_store_save (store, record, NULL, problems, error))
    return g_steal_pointer (&record);
  if (before != NULL)
    g_clear_object (before);
  return NULL;
}

bool
hearth_attendance_take_back (HearthStore *store, HearthRecord *attendance, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (attendance), false);

  return hearth_store_mark_in_error (store, attendance, _ ("Taken back in the list"), error);
}

/* --- the week ---------------------------------------------------------------------------------------------- */

static void
school_row_free (HearthSchoolRow *row)
{
  g_clear_object (&row->resident);
  g_clear_object (&row->enrolment);
  for (gsize i = 0; i < G_N_ELEMENTS (row->days); i++)
    {
      g_free (row->days[i].date);
      g_clear_object (&row->days[i].record);
    }
  g_free (row);
}

void
hearth_school_week_free (HearthSchoolWeek *week)
{
  g_free (week->first);
  g_ptr_array_unref (week->rows);
  g_free (week);
}

/* What is written from @from to @to, by enrolment and date. */
static GHashTable *
map_attendance (HearthStore *store, const char *from, const char *to, GError **error)
{
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_attendance_type);
  g_autoptr (GPtrArray) records = NULL;

  hearth_query_set_period (query, from, to);
  records = hearth_reader_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HearthRecord *record = records->pdata[i];

      g_hash_table_replace (map,
                            g_strconcat (hearth_record_get (record, "enrolment"), " ",
                                         hearth_record_get (record, "date"), NULL),
                            g_object_ref (record));
    }
  return records != NULL ? g_steal_pointer (&map) : NULL;
}

static HearthSchoolRow *
make_row (HearthRecord *resident, HearthRecord *enrolment, const char *first, GHashTable *attendance)
{
  HearthSchoolRow *row = g_new0 (HearthSchoolRow, 1);

  row->resident = g_object_ref (resident);
  row->enrolment = g_object_ref (enrolment);
  for (gsize i = 0; i < G_N_ELEMENTS (row->days); i++)
    {
      HearthSchoolDay *day = &row->days[i];
      g_autofree char *key = NULL;
      HearthRecord *record;

      day->date = hearth_date_add_days (first, (int) i);
      key = g_strconcat (hearth_record_get_id (enrolment), " ", day->date, NULL);
      record = g_hash_table_lookup (attendance, key);
      day->expected = hearth_enrolment_expects (enrolment, day->date);
      day->record = record != NULL ? g_object_ref (record) : NULL;
    }
  return row;
}

HearthSchoolWeek *
hearth_school_week_new (HearthStore *store, const char *date, GError **error)
{
  g_autoptr (HearthSchoolWeek) week = NULL;
  g_autoptr (GPtrArray) residences = NULL;
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (GHashTable) attendance = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (date != NULL && get_weekday (date) >= 0, NULL);

  week = g_new0 (HearthSchoolWeek, 1);
  week->first = hearth_week_begin (date);
  week->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) school_row_free);
  last = hearth_date_add_days (week->first, 6);
  residences = hearth_residences_list (store, week->first, last, error);
  enrolments = residences != NULL ? hearth_enrolments_list (store, NULL, week->first, last, error) : NULL;
  attendance = enrolments != NULL ? map_attendance (store, week->first, last, error) : NULL;
  if (attendance == NULL)
    return NULL;
  for (guint i = 0; i < residences->len; i++)
    {
      HearthRecord *resident = ((HearthResidence *) residences->pdata[i])->resident;

      for (guint j = 0; j < enrolments->len; j++)
        if (g_str_equal (hearth_record_get_resident (enrolments->pdata[j]), hearth_record_get_id (resident)))
          g_ptr_array_add (week->rows, make_row (resident, enrolments->pdata[j], week->first, attendance));
    }
  return g_steal_pointer (&week);
}

unsigned int
hearth_school_week_count_open (const HearthSchoolWeek *week, const char *day)
{
  unsigned int open = 0;

  g_return_val_if_fail (week != NULL && day != NULL, 0);

  for (guint i = 0; i < week->rows->len; i++)
    {
      const HearthSchoolRow *row = week->rows->pdata[i];

      for (gsize j = 0; j < G_N_ELEMENTS (row->days); j++)
        open += row->days[j].expected && row->days[j].record == NULL && strcmp (row->days[j].date, day) <= 0;
    }
  return open;
}

/* --- how often ---------------------------------------------------------------------------------------------- */

static void
count_day (HearthAttendanceCount *count, const char *code)
{
  count->present += g_str_equal (code, "present");
  count->late += g_str_equal (code, "late");
  count->part += g_str_equal (code, "part");
  count->excused += g_str_equal (code, "excused");
  count->absent += g_str_equal (code, "absent");
  count->closed += g_str_equal (code, "closed");
}

bool
hearth_attendance_count (HearthStore *store,
                         const char *resident,
                         const char *from,
                         const char *to,
                         HearthAttendanceCount *count,
                         GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (count != NULL, false);

  *count = (HearthAttendanceCount) { 0 };
  query = hearth_query_new (&hearth_attendance_type);
  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, from, to);
  records = hearth_reader_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    count_day (count, hearth_record_get (records->pdata[i], "was_there"));
  return records != NULL;
}

unsigned int
hearth_attendance_count_get_there (const HearthAttendanceCount *count)
{
  g_return_val_if_fail (count != NULL, 0);

  return count->present + count->late + count->part;
}

unsigned int
hearth_attendance_count_get_days (const HearthAttendanceCount *count)
{
  g_return_val_if_fail (count != NULL, 0);

  return hearth_attendance_count_get_there (count) + count->excused + count->absent;
}

int
hearth_attendance_count_get_share (const HearthAttendanceCount *count)
{
  unsigned int there, days;

  g_return_val_if_fail (count != NULL, -1);

  there = hearth_attendance_count_get_there (count);
  days = hearth_attendance_count_get_days (count);
  return days > 0 ? (int) ((there * 200 + days) / (days * 2)) : -1;
}
