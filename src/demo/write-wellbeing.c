/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the counsellor of the invented house writes beside the sessions: safety checks, groups, scores, and what may stand
 * in a report of all that is closed otherwise.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->work, 0, G_N_ELEMENTS (table))])

#define FIRST_CHECK 3 /* days from the arrival */
#define CHECK_DAYS 91
#define HALF_YEAR 182
#define WATCHED 3 /* place of the resident who is watched over just now */
#define LAST_WEEK 7

/* --- safety checks --- */

static bool
write_check (HearthDemoHouse *house, HearthDemoPlan *plan, int day, bool watched, GError **error)
{
  const HearthDemoPair calm[] = {
    { "self_harm", "no" },
    { "dying", "no" },
    { "means", "no" },
    { "leaving", "no" },
    { "threats", "no" },
    { "contact", "no" },
    { "told", "" },
    { "agreed", "To say when it gets harder; we ask again." },
    { "risk", plan->start < 0.3 && day < plan->arrival + CHECK_DAYS ? "low" : "none_seen" },
    { NULL, NULL },
  };
  const HearthDemoPair closer[] = {
    { "self_harm", "no" },
    { "dying", "no" },
    { "means", "no" },
    { "leaving", "yes" },
    { "threats", "declined" },
    { "said", "When the phone rings at night I want to run." },
    { "risk", "medium" },
    { "agreed", "The phone stays in the office at night. Comes to the night shift before going anywhere." },
    { "told", "House manager and night shift, on the same afternoon" },
    { "alert_text", "Stay near in the evening; look in at ten" },
    { NULL, NULL },
  };
  g_autoptr (HearthRecord) check = hearth_demo_house_new_record (house, &hearth_safety_check_type, plan);

  hearth_demo_record_set_all (check, watched ? closer : calm);
  hearth_demo_record_take (check, "at", hearth_demo_house_dup_instant (house, day, 13, 30));
  hearth_demo_house_set_day (house, check, "review", day + (watched ? 10 : CHECK_DAYS));
  return hearth_demo_house_save (house, check, error);
}

static bool
write_checks (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  if (plan->place == WATCHED && hearth_demo_house_days_ago (house, day) < LAST_WEEK)
    return write_check (house, plan, day, true, error);
  return !hearth_demo_plan_is_time (plan, day, FIRST_CHECK, CHECK_DAYS) ||
         write_check (house, plan, day, false, error);
}

/* --- scores --- */

static bool
write_score (HearthDemoHouse *house, HearthDemoPlan *plan, int day, bool sleep, GError **error)
{
  g_autoptr (HearthRecord) score = hearth_demo_house_new_record (house, &hearth_assessment_score_type, plan);
  double wellbeing = hearth_demo_plan_wellbeing (plan, day) + 0.03 * hearth_demo_noise (plan->work);
  int highest = sleep ? 28 : 100;
  int value = (int) (highest * (sleep ? 1 - wellbeing : wellbeing));

  hearth_record_set (score, "instrument", sleep ? "Seven questions on sleep" : "Five questions on wellbeing");
  hearth_demo_house_set_day (house, score, "date", day);
  hearth_demo_record_set_decimal (score, "score", CLAMP (value, 0, highest));
  hearth_demo_record_set_decimal (score, "lowest", 0);
  hearth_demo_record_set_decimal (score, "highest", highest);
  hearth_record_set (score, "better", sleep ? "lower" : "higher");
  hearth_record_set (score, "assessor", hearth_demo_house_get_person (house, "counsellor"));
  hearth_record_set (score, "respondent", "self");
  hearth_record_set (score, "occasion", day < plan->arrival + HALF_YEAR ? "entry" : "review");
  if (!sleep && value < 50)
    hearth_record_set (score, "meaning", "A score under 50 may point to low mood; talk about it.");
  return hearth_demo_house_save (house, score, error);
}

/* --- groups --- */

static const struct {
  const char *topic, *unit, *done;
} groups[] = {
  { "Getting to know each other", "Unit 1",
    "A round with names and favourite songs; the rules of the group." },
  { "What helps when it gets too much", "Unit 2",
    "Five things to see, four to hear. Made small cards to keep." },
  { "Sleep", "Unit 3", "What the evening looks like; tried a short breathing exercise." },
  { "Friends", "Unit 4", "What makes a good friend, and how to say no to one." },
  { "Anger is allowed", "Unit 5", "Where it sits in the body; throwing wet clay." },
  { "My rights", "Unit 6", "A quiz with cards, together with the legal officer." },
  { "Body and boundaries", "Unit 7", "Distance and closeness with a rope on the floor." },
  { "Telephone and internet", "Unit 8", "Whom to trust online; passwords for everybody." },
  { "Missing somebody", "Unit 9", "Letters that need not be sent." },
  { "What I can do", "Unit 10", "Everybody got a list of strengths from the others." },
  { "Next year", "Unit 11", "A picture of a good day a year from now." },
  { "Celebrating", "Unit 12", "Cooked together and looked back at the course." },
};

static bool
write_line (HearthDemoHouse *house, HearthDemoPlan *plan, HearthRecord *group, GError **error)
{
  static const char *const lines[] = {
    "Spoke in front of the others for the first time.",
    "Listened, drew along, stayed to the end.",
    "Helped a younger one with the cards.",
    "Left for a while and came back, as agreed.",
    "Made the others laugh.",
    "",
  };
  static const char *const parts[] = { "attended", "attended", "attended", "attended", "attended",
                                       "attended", "part",     "attended", "declined", "attended" };
  g_autoptr (HearthRecord) line = hearth_demo_house_new_record (house, &hearth_group_attendance_type, plan);
  const char *part = PICK (plan, parts);

  hearth_record_set (line, "session", hearth_record_get_id (group));
  hearth_record_set (line, "date", hearth_record_get (group, "date"));
  hearth_record_set (line, "topic", hearth_record_get (group, "topic"));
  hearth_record_set (line, "part", part);
  hearth_record_set (line, "line",
                     g_str_equal (part, "declined") ? "Wanted to be alone today." : PICK (plan, lines));
  return hearth_demo_house_save (house, line, error);
}

bool
hearth_demo_write_group (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  int week = day / 7;
  g_autoptr (HearthRecord) group = hearth_demo_house_new_record (house, &hearth_group_session_type, NULL);
  /* Two groups take turns, each with a unit every other week. */
  gsize unit = (gsize) (week / 2) % G_N_ELEMENTS (groups);

  hearth_demo_house_set_day (house, group, "date", day);
  hearth_record_set (group, "start", "14:30");
  hearth_record_set (group, "end", "15:45");
  hearth_record_set (group, "topic", groups[unit].topic);
  hearth_record_set (group, "unit", groups[unit].unit);
  hearth_record_set (group, "place", "Garden room");
  hearth_record_set (group, "leaders", hearth_demo_house_get_person (house, "counsellor"));
  hearth_record_set (group, "done", groups[unit].done);
  if (!hearth_demo_house_save (house, group, error))
    return false;
  for (guint i = 0; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id != NULL && hearth_demo_plan_is_home (plan, day) && (int) plan->place % 2 == week % 2 &&
          !write_line (house, plan, group, error))
        return false;
    }
  return true;
}

/* --- what may stand in a report --- */

typedef struct {
  const char *role, *part, *text, *basis;
} Contribution;

static const Contribution contributions[] = {
  { "nurse", "health",
    "The resident is in good health and well enough to be heard. Breaks every half hour and something to "
    "drink are needed.",
    "Screenings and measurements since the arrival" },
  { "counsellor", "wellbeing",
    "The resident sleeps better than in the first months and takes part in the group. The weeks before a "
    "hearing are harder; knowing each step beforehand helps.",
    "Sessions every second week" },
  { "counsellor", "effect",
    "Being asked the same again brought short nights for some days. One hearing, with the support person in "
    "sight, can be carried.",
    "Seen after the interviews and after the first hearing" },
  { "counsellor", "needs", "A support person in sight, breaks on a sign, no questions from behind.",
    "Asked for by the resident" },
  { "key-worker", "education",
    "Goes to school on all days and is proud of it. Learns the language quickly and likes numbers most.",
    "Talks with the teacher; marks of the last term" },
  { "key-worker", "daily_life",
    "Has friends in the house, cooks on Sundays and keeps what was agreed. Calls home each week.",
    "Daily log of the last three months" },
};

bool
hearth_demo_write_contributions (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  if (!hearth_demo_has_case (plan) || hearth_demo_house_days_ago (house, day) >= LAST_WEEK)
    return true;
  for (gsize i = 0; i < G_N_ELEMENTS (contributions); i++)
    {
      g_autoptr (HearthRecord) record = NULL;

      if (!g_str_equal (contributions[i].role, house->role))
        continue;
      record = hearth_demo_house_new_record (house, &hearth_contribution_type, plan);
      hearth_demo_house_set_day (house, record, "date", day);
      hearth_record_set (record, "part", contributions[i].part);
      hearth_record_set (record, "uses", "court progress");
      hearth_record_set (record, "text", contributions[i].text);
      hearth_record_set (record, "basis", contributions[i].basis);
      if (!hearth_demo_house_save (house, record, error))
        return false;
    }
  return true;
}

/* --- public --- */

bool
hearth_demo_write_wellbeing (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  return write_checks (house, plan, day, error) &&
         (!hearth_demo_plan_is_time (plan, day, FIRST_CHECK, HALF_YEAR) ||
          (write_score (house, plan, day, false, error) && write_score (house, plan, day, true, error)));
}
