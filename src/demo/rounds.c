/* SPDX-License-Identifier: GPL-3.0-or-later
 * The week of the professions in the invented house: each has a day on which files are written.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#define GROUP_WEEKDAY 1 /* Monday */
#define LAST_WEEK 7

typedef bool (*Write) (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error);

typedef struct {
  const char *role;
  int weekday; /* 1 for Monday */
  int hour, minute;
  Write writes[4];
} Round;

static const Round rounds[] = {
  { "nurse",
    2,
    14,
    0,
    { hearth_demo_write_health, hearth_demo_write_appointments, hearth_demo_write_contributions } },
  { "legal-officer", 3, 14, 15, { hearth_demo_write_court } },
  { "key-worker", 4, 14, 30, { hearth_demo_write_care, hearth_demo_write_contributions } },
  { "counsellor", 4, 15, 0, { hearth_demo_write_wellbeing, hearth_demo_write_contributions } },
};

static bool
write_round (HearthDemoHouse *house, GPtrArray *plans, const Round *round, int day, GError **error)
{
  for (guint i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id == NULL || !hearth_demo_plan_is_home (plan, day))
        continue;
      if (!hearth_demo_house_sign_in (house, round->role, error))
        return false;
      for (gsize j = 0; j < G_N_ELEMENTS (round->writes) && round->writes[j] != NULL; j++)
        if (!round->writes[j](house, plan, day, error))
          return false;
    }
  return true;
}

/* On Fridays; in the last week on each day, so that the page of this week is as it is at noon. */
static bool
write_lessons (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  bool friday = hearth_demo_house_get_weekday (house, day) == 5;

  if (!friday && hearth_demo_house_days_ago (house, day) >= LAST_WEEK)
    return true;
  for (guint i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id == NULL || !hearth_demo_plan_is_home (plan, day))
        continue;
      /* Who must not see the file does not write in it. */
      if (!hearth_demo_house_sign_in (house, plan->apart ? "key-worker" : "teacher", error) ||
          !hearth_demo_write_attendance (house, plan, day, error) ||
          (friday && !(hearth_demo_write_school (house, plan, day, error) &&
                       hearth_demo_write_learnt (house, plan, day, error))))
        return false;
    }
  return true;
}

bool
hearth_demo_write_rounds (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  int weekday = hearth_demo_house_get_weekday (house, day);

  for (gsize i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (rounds[i].weekday == weekday &&
        hearth_demo_house_set_time (house, day, rounds[i].hour, rounds[i].minute) &&
        !write_round (house, plans, &rounds[i], day, error))
      return false;
  if (hearth_demo_house_set_time (house, day, 15, 30) && !write_lessons (house, plans, day, error))
    return false;
  if (weekday == GROUP_WEEKDAY && hearth_demo_house_set_time (house, day, 15, 50))
    return hearth_demo_house_sign_in (house, "counsellor", error) &&
           hearth_demo_write_group (house, plans, day, error);
  return true;
}
