/* SPDX-License-Identifier: GPL-3.0-or-later
 * The invented house: day after day, from the first to today.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/demo.h"

#include "demo/writers.h"

#define LEGAL_DAYS 5 /* between an arrival and the legal officer's first visit */
#define MORNING_DAYS 21

/* --- helpers --- */

/* Who writes the daily log of a week. */
static const char *
carer_of (int day)
{
  static const char *const rota[] = { "duty-carer", "key-worker", "duty-carer", "house-manager" };

  return rota[day / 7 % (int) G_N_ELEMENTS (rota)];
}

static GPtrArray *
make_plans (const HearthDemoOptions *options, int days)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_demo_plan_free);

  for (unsigned int i = 0; i < options->residents; i++)
    g_ptr_array_add (plans, hearth_demo_plan_new (options->seed, i, options->residents, days));
  return plans;
}

static bool
write_nights (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  if (day < 0 || !hearth_demo_house_set_time (house, day + 1, 6, 45))
    return true;
  if (!hearth_demo_house_sign_in (house, carer_of (day + 1), error))
    return false;
  for (unsigned int i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id != NULL && hearth_demo_plan_is_home (plan, day) &&
          !hearth_demo_write_night (house, plan, day, error))
        return false;
    }
  return hearth_demo_write_shift (house, plans, day, "night", error) &&
         (!hearth_demo_house_set_time (house, day + 1, 7, 10) || hearth_demo_write_reads (house, day, error));
}

/* Since a few weeks the mornings have a log of their own. */
static bool
write_mornings (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  if (hearth_demo_house_days_ago (house, day) > MORNING_DAYS ||
      !hearth_demo_house_set_time (house, day, 13, 30))
    return true;
  if (!hearth_demo_house_sign_in (house, carer_of (day), error))
    return false;
  for (unsigned int i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id != NULL && hearth_demo_plan_is_home (plan, day) &&
          !hearth_demo_write_morning (house, plan, day, error))
        return false;
    }
  return true;
}

/* What the shift of the day writes about one resident. */
static bool
write_resident (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  if (plan->id == NULL || !hearth_demo_plan_is_home (plan, day))
    return true;
  return hearth_demo_write_way_back (house, plan, day, error) &&
         hearth_demo_write_day (house, plan, day, error) &&
         (!hearth_demo_has_contact (plan, day) || hearth_demo_write_contact (house, plan, day, error)) &&
         (!hearth_demo_has_need (plan, day) || hearth_demo_write_needs (house, plan, day, error)) &&
         (!g_str_equal (house->role, "key-worker") || !hearth_demo_has_safety_plan (plan, day) ||
          hearth_demo_write_safety_plan (house, plan, day, error));
}

static bool
write_days (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  if (!hearth_demo_house_set_time (house, day, 19, 30))
    return true;
  if (!hearth_demo_house_sign_in (house, carer_of (day), error))
    return false;
  for (unsigned int i = 0; i < plans->len; i++)
    if (!write_resident (house, g_ptr_array_index (plans, i), day, error))
      return false;
  return hearth_demo_write_events (house, plans, day, error);
}

/* The end of the afternoon shift, and what happened before it. */
static bool
write_evening (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  if (!hearth_demo_write_incidents (house, plans, day, 19, 24, carer_of (day), error))
    return false;
  return !hearth_demo_house_set_time (house, day, 21, 5) ||
         (hearth_demo_house_sign_in (house, carer_of (day), error) &&
          hearth_demo_write_shift (house, plans, day, "afternoon", error));
}

/* What who leads the house does about yesterday and tomorrow. */
static bool
write_office (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  if (!hearth_demo_write_incidents (house, plans, day, 0, 10, carer_of (day), error))
    return false;
  if (!hearth_demo_house_set_time (house, day, 11, 0))
    return true;
  for (unsigned int i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (hearth_demo_has_leave (house, plan, day) &&
          !(hearth_demo_house_sign_in (house, "house-manager", error) &&
            hearth_demo_write_leave (house, plan, day, error)))
        return false;
    }
  return hearth_demo_write_last_leaves (house, plans, day, error) &&
         hearth_demo_write_apart (house, plans, day, error) &&
         hearth_demo_write_reviews (house, day, error) && hearth_demo_write_tasks (house, day, error) &&
         hearth_demo_write_voices (house, plans, day, error) &&
         hearth_demo_write_missing (house, plans, day, HEARTH_DEMO_MISSING_TALK, NULL, error);
}

static bool
write_afternoon (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  return hearth_demo_write_missing (house, plans, day, HEARTH_DEMO_MISSING_BEGINS, carer_of (day), error) &&
         hearth_demo_write_incidents (house, plans, day, 10, 19, carer_of (day), error) &&
         hearth_demo_write_missing (house, plans, day, HEARTH_DEMO_MISSING_ENDS, carer_of (day), error);
}

/* What @plan has the key worker write on @day, if anything. */
static bool
write_file (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  bool (*write) (HearthDemoHouse *, HearthDemoPlan *, GError **) = NULL;

  if (day == plan->arrival)
    write = hearth_demo_write_arrival;
  else if (day == plan->move && hearth_demo_plan_is_home (plan, day))
    write = hearth_demo_write_move;
  else if (day == plan->departure)
    write = hearth_demo_write_departure;
  else if (day == hearth_demo_get_paper_day (plan))
    write = hearth_demo_write_paper_back;
  return write == NULL ||
         (hearth_demo_house_sign_in (house, "key-worker", error) && write (house, plan, error));
}

static bool
write_files (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  /* Everybody who has arrived is there, even when today has only just begun. */
  hearth_demo_house_set_time (house, day, 10, 0);
  for (unsigned int i = 0; i < plans->len; i++)
    if (!write_file (house, g_ptr_array_index (plans, i), day, error))
      return false;
  for (unsigned int i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (day == plan->arrival + LEGAL_DAYS && !(hearth_demo_house_sign_in (house, "legal-officer", error) &&
                                                 hearth_demo_write_legal (house, plan, error)))
        return false;
    }
  return true;
}

static bool
write_sessions (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  unsigned int n = 0;

  if (!hearth_demo_house_set_time (house, day, 16, 0))
    return true;
  for (unsigned int i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id != NULL && hearth_demo_has_session (house, plan, day) &&
          !(hearth_demo_house_sign_in (house, "counsellor", error) &&
            hearth_demo_write_session (house, plan, day, n++, error)))
        return false;
    }
  return n == 0 || day / 7 % 4 != 0 ||
         hearth_demo_write_load (house, day, "1.5", "disclosure", "taken", error);
}

static bool
write_conflicts (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  for (guint i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->apart && day == plan->arrival &&
          !(hearth_demo_house_sign_in (house, "house-manager", error) &&
            hearth_demo_write_conflict (house, plan, error)))
        return false;
    }
  return true;
}

/* --- public --- */

HearthDemoResult *
hearth_demo_create (const char *folder,
                    const HearthDemoOptions *options,
                    HearthProgressFunc progress,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (HearthDemoHouse) house = NULL;
  g_autoptr (GPtrArray) plans = NULL;

  g_return_val_if_fail (options->residents > 0, NULL);
  g_return_val_if_fail (options->months > 0, NULL);

  house = hearth_demo_house_new (folder, options);
  plans = make_plans (options, house->days);
  if (!hearth_demo_house_found (house, error) || !hearth_demo_write_staff (house, error) ||
      !hearth_demo_write_ground (house, error))
    return NULL;
  for (int day = 0; day < house->days; day++)
    {
      if (g_cancellable_set_error_if_cancelled (options->cancellable, error) ||
          !write_nights (house, plans, day - 1, error) || !write_files (house, plans, day, error) ||
          !write_conflicts (house, plans, day, error) || !write_office (house, plans, day, error) ||
          !write_mornings (house, plans, day, error) ||
          !hearth_demo_write_rounds (house, plans, day, error) ||
          !write_sessions (house, plans, day, error) || !write_afternoon (house, plans, day, error) ||
          !write_days (house, plans, day, error) || !write_evening (house, plans, day, error) ||
          (day % 7 == 6 && !hearth_demo_house_commit (house, error)))
        return NULL;
      if (progress != NULL)
        progress ((day + 1.0) / house->days, user_data);
    }
  if (!hearth_demo_house_sign_in (house, "director", error) || !hearth_demo_write_trainings (house, error) ||
      !hearth_store_commit (house->store, error))
    return NULL;
  house->result->residents = plans->len;
  return g_steal_pointer (&house->result);
}
