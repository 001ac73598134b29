/* SPDX-License-Identifier: GPL-3.0-or-later
 * What falls into a period by any of its dates.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/query-range.h"

#include "core/date.h"

#include <string.h>

/* A value as the day it stands for, to compare with days: of an instant that of the place where it was written; of what is
 * not known to the day the first that it may mean. */
static char *
make_day_sql (const HearthField *field)
{
  if (field->kind == HEARTH_FIELD_DATE_TIME)
    return g_strdup_printf ("date (substr (t.\"%s\", 1, 19), substr (t.\"%s\", 21))", field->name,
                            field->name);
  if (field->kind == HEARTH_FIELD_PARTIAL_DATE)
    return g_strdup_printf ("substr (rtrim (t.\"%s\", '~') || '-01-01', 1, 10)", field->name);
  return g_strdup_printf ("t.\"%s\"", field->name);
}

/* Instants sort as text up to the offset, which comes behind the 'Z' and before a '~'. */
static void
append_bound (HearthQueryPlan *plan, GString *sql, const HearthField *field, const char *bound, bool is_from)
{
  const char *end = strchr (bound, 'Z');
  g_autofree char *day = end == NULL ? make_day_sql (field) : NULL;
  g_autofree char *instant =
    end != NULL ? g_strdup_printf ("%.*s%s", (int) (end + 1 - bound), bound, is_from ? "" : "~") : NULL;

  g_string_append (sql, " AND ");
  if (instant != NULL)
    g_string_append_printf (sql, "t.\"%s\"", field->name);
  else
    g_string_append (sql, day);
  g_string_append (sql, is_from ? " >= " : " <= ");
  hearth_query_plan_append_value (plan, sql, instant != NULL ? instant : bound);
}

/* The same by the index, where @field is what records are listed by: to the day, as it keeps the day of the place. */
static void
append_event_bounds (HearthQueryPlan *plan, GString *sql, const HearthField *field, const HearthRange *range)
{
  int room = field->kind == HEARTH_FIELD_DATE_TIME ? 1 : 0;

  if (range->from != NULL)
    {
      g_autofree char *first = g_strndup (range->from, 10);
      g_autofree char *from = hearth_date_add_days (first, -room);

      g_string_append (sql, " AND i.event >= ");
      hearth_query_plan_append_value (plan, sql, from);
    }
  if (range->to != NULL)
    {
      g_autofree char *last = g_strndup (range->to, 10);
      g_autofree char *after = hearth_date_add_days (last, 1 + room);

      g_string_append (sql, " AND i.event < ");
      hearth_query_plan_append_value (plan, sql, after);
    }
}

static bool
is_event (const HearthRecordType *type, const HearthRange *range)
{
  return g_strcmp0 (type->event_field, range->field) == 0;
}

static bool
append_range (HearthQueryPlan *plan, GString *sql, const HearthRange *range, GError **error)
{
  const HearthRecordType *type = plan->query->type;
  const HearthField *field = hearth_query_plan_look_up_field (plan, range->field, error);

  if (field == NULL)
    return false;
  if (field->kind != HEARTH_FIELD_DATE && field->kind != HEARTH_FIELD_DATE_TIME &&
      field->kind != HEARTH_FIELD_PARTIAL_DATE)
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, range->field);
      return false;
    }
  if (range->from != NULL)
    append_bound (plan, sql, field, range->from, true);
  if (range->to != NULL)
    append_bound (plan, sql, field, range->to, false);
  if (is_event (type, range))
    append_event_bounds (plan, sql, field, range);
  /* Who is left of a list tells what is withheld in it. */
  return hearth_query_plan_append_denied (plan, sql, type, field, error);
}

bool
hearth_query_plan_append_ranges (HearthQueryPlan *plan, GString *sql, GError **error)
{
  for (guint i = 0; i < plan->query->ranges->len; i++)
    if (!append_range (plan, sql, g_ptr_array_index (plan->query->ranges, i), error))
      return false;
  return true;
}

bool
hearth_query_plan_has_event_range (HearthQueryPlan *plan)
{
  for (guint i = 0; i < plan->query->ranges->len; i++)
    {
      const HearthRange *range = g_ptr_array_index (plan->query->ranges, i);

      if (range->from != NULL && is_event (plan->query->type, range))
        return true;
    }
  return false;
}
