/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which safety plan is to be followed.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/safety-plans.h"

#include <string.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"

bool
hearth_safety_plan_holds (HearthRecord *plan, const char *day)
{
  const char *ended;

  g_return_val_if_fail (HEARTH_IS_RECORD (plan), false);
  g_return_val_if_fail (day != NULL, false);

  ended = hearth_record_get (plan, "ended_on");
  return hearth_record_is_open (plan) && strcmp (hearth_record_get (plan, "made_on"), day) <= 0 &&
         (*ended == '\0' || strcmp (ended, day) > 0);
}

HearthRecord *
hearth_safety_plan_pick (GPtrArray *plans, const char *day)
{
  g_return_val_if_fail (plans != NULL && day != NULL, NULL);

  for (guint i = plans->len; i > 0; i--)
    if (hearth_safety_plan_holds (g_ptr_array_index (plans, i - 1), day))
      return g_ptr_array_index (plans, i - 1);
  return NULL;
}

HearthRecord *
hearth_safety_plan_look_up (HearthStore *store, const char *resident, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  HearthRecord *plan;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  query = hearth_query_new (&hearth_safety_plan_type);
  hearth_query_set_resident (query, resident);
  hearth_query_set_sort (query, "made_on", false);
  today = hearth_clock_today (hearth_store_get_clock (store));
  plans = hearth_reader_list (store, query, error);
  plan = plans != NULL ? hearth_safety_plan_pick (plans, today) : NULL;
  return plan != NULL ? g_object_ref (plan) : NULL;
}
