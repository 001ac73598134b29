/* SPDX-License-Identifier: GPL-3.0-or-later
 * How often counselling was offered, and what became of it.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include <string.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans.h"
#include "rules/reader-private.h"

#define MONTH_LENGTH 7 /* "2026-03" */

static void
session_count_free (HearthSessionCount *count)
{
  g_free (count->month);
  g_free (count);
}

/* Every month from that of @from to that of @to. */
static GPtrArray *
make_months (const char *from, const char *to)
{
  GPtrArray *months = g_ptr_array_new_with_free_func ((GDestroyNotify) session_count_free);
  HearthPartialDate first = { 0 }, last = { 0 };

  hearth_partial_date_read (from, &first);
  hearth_partial_date_read (to, &last);
  for (int at = first.year * 12 + first.month - 1; at <= last.year * 12 + last.month - 1; at++)
    {
      HearthSessionCount *count = g_new0 (HearthSessionCount, 1);

      count->month = g_strdup_printf ("%04d-%02d", at / 12, at % 12 + 1);
      g_ptr_array_add (months, count);
    }
  return months;
}

static HearthSessionCount *
look_up_month (GPtrArray *months, const char *date)
{
  for (guint i = 0; i < months->len; i++)
    if (strncmp (((HearthSessionCount *) months->pdata[i])->month, date, MONTH_LENGTH) == 0)
      return months->pdata[i];
  return NULL;
}

static void
count_session (HearthSessionCount *count, HearthRecord *session)
{
  const char *outcome = hearth_record_get (session, "took_place");
  bool attended = g_str_equal (outcome, "attended"), cut_short = g_str_equal (outcome, "cut_short");
  bool declined = g_str_equal (outcome, "declined");

  count->attended += attended;
  count->cut_short += cut_short;
  count->declined += declined;
  count->offered += attended || cut_short || declined;
  count->cancelled += g_str_equal (outcome, "cancelled");
  if (g_str_equal (hearth_record_get (session, "kind"), "group"))
    count->in_group += attended || cut_short;
}

static void
count_line (HearthSessionCount *count, HearthRecord *line)
{
  const char *part = hearth_record_get (line, "part");
  bool attended = g_str_equal (part, "attended"), cut_short = g_str_equal (part, "part");
  bool declined = g_str_equal (part, "declined");

  count->attended += attended;
  count->cut_short += cut_short;
  count->declined += declined;
  count->offered += attended || cut_short || declined;
  count->cancelled += g_str_equal (part, "absent");
  count->in_group += attended || cut_short;
}

typedef void (*CountFunc) (HearthSessionCount *count, HearthRecord *record);

static bool
count_type (HearthStore *store,
            const HearthRecordType *type,
            CountFunc count,
            const char *resident,
            const char *from,
            const char *to,
            GPtrArray *months,
            GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, from, to);
  records = hearth_reader_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HearthSessionCount *month = look_up_month (months, hearth_record_get (records->pdata[i], "date"));

      if (month != NULL)
        count (month, records->pdata[i]);
    }
  return records != NULL;
}

GPtrArray *
hearth_sessions_count (HearthStore *store,
                       const char *resident,
                       const char *from,
                       const char *to,
                       GError **error)
{
  g_autoptr (GPtrArray) months = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  if (!hearth_policy_may_read (hearth_store_get_policy (store), &hearth_counselling_session_type, NULL,
                               resident))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) session_count_free);
  months = make_months (from, to);
  if (!count_type (store, &hearth_counselling_session_type, count_session, resident, from, to, months,
                   error) ||
      !count_type (store, &hearth_group_attendance_type, count_line, resident, from, to, months, error))
    return NULL;
  return g_steal_pointer (&months);
}

HearthSessionCount
hearth_sessions_sum (GPtrArray *months)
{
  HearthSessionCount sum = { 0 };

  g_return_val_if_fail (months != NULL, sum);

  for (guint i = 0; i < months->len; i++)
    {
      const HearthSessionCount *count = months->pdata[i];

      sum.offered += count->offered;
      sum.attended += count->attended;
      sum.cut_short += count->cut_short;
      sum.declined += count->declined;
      sum.cancelled += count->cancelled;
      sum.in_group += count->in_group;
    }
  return sum;
}
