/* SPDX-License-Identifier: GPL-3.0-or-later
 * The week of the professions in the invented house. All write on the day on which the counsellor has her sessions: signing in
 * is most of the work of making a house.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#define FRIDAY 5
#define LAST_WEEK 7

typedef bool (*Write) (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);

typedef struct {
  const char *role;
  int hour, minute;
  Write writes[4];
} Round;

static const Round rounds[] = {
  { "nurse",
    14,
    0,
    { hearth_demo_write_health, hearth_demo_write_appointments, hearth_demo_write_contributions } },
  { "teacher", 14, 20, { hearth_demo_write_school, hearth_demo_write_learnt } },
  { "legal-officer", 14, 40, { hearth_demo_write_court } },
  { "key-worker", 15, 0, { hearth_demo_write_care, hearth_demo_write_contributions } },
  { "counsellor", 15, 50, { hearth_demo_write_wellbeing, hearth_demo_write_contributions } },
};

/* Who must not see a file does not write in it; a colleague does. */
static bool
writes_in (const char *role, const HearthDemoPlan *plan)
{
  return !plan->apart || !g_str_equal (role, "teacher");
}

static bool
write_apart (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  return !plan->apart || (hearth_demo_write_school (house, plan, day, error) &&
                          hearth_demo_write_learnt (house, plan, day, error));
}

static bool
write_round (HearthDemoHouse *house, GPtrArray *plans, const Round *round, int day, GError **error)
{
  for (guint i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id == NULL || !hearth_demo_plan_is_home (plan, day) || !writes_in (round->role, plan))
        continue;
      if (!hearth_demo_house_sign_in (house, round->role, error))
        return false;
      for (gsize j = 0; j < G_N_ELEMENTS (round->writes) && round->writes[j] != NULL; j++)
        if (!round->writes[j](house, plan, day, error))
          return false;
      if (g_str_equal (round->role, "key-worker") && !write_apart (house, plan, day, error))
        return false;
    }
  return true;
}

static bool
write_presences (HearthDemoHouse *house, GPtrArray *plans, int day, bool apart, GError **error)
{
  for (guint i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id == NULL || !hearth_demo_plan_is_home (plan, day) || plan->apart != apart)
        continue;
      if (!hearth_demo_house_sign_in (house, apart ? "key-worker" : "teacher", error) ||
          !hearth_demo_write_attendance (house, plan, day, error))
        return false;
    }
  return true;
}

/* On Fridays; in the last week on each day, so that the page of this week is as it is at noon. */
static bool
write_lessons (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  int ago = hearth_demo_house_days_ago (house, day), weekday = hearth_demo_house_get_weekday (house, day);

  if (ago > HEARTH_DEMO_ATTENDANCE_DAYS || (weekday != FRIDAY && ago >= LAST_WEEK) || weekday > FRIDAY ||
      !hearth_demo_house_set_time (house, day, 15, 30))
    return true;
  return write_presences (house, plans, day, false, error) &&
         write_presences (house, plans, day, true, error);
}

bool
hearth_demo_write_rounds (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  bool all = hearth_demo_house_get_weekday (house, day) == HEARTH_DEMO_WRITING_DAY;

  if (!write_lessons (house, plans, day, error))
    return false;
  for (gsize i = 0; all && i < G_N_ELEMENTS (rounds); i++)
    if (hearth_demo_house_set_time (house, day, rounds[i].hour, rounds[i].minute) &&
        !write_round (house, plans, &rounds[i], day, error))
      return false;
  return !all || !hearth_demo_house_has_come (house, day, 15, 50) ||
         (hearth_demo_house_sign_in (house, "counsellor", error) &&
          hearth_demo_write_group (house, plans, day, error));
}
