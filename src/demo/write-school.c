/* SPDX-License-Identifier: GPL-3.0-or-later
 * Learning in the invented house, as the teacher writes it: where it began, the places at school, plans, attendance.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->work, 0, G_N_ELEMENTS (table))])

#define BASELINE_AFTER 4 /* days from the arrival */
#define BRIDGE_AFTER 8
#define SCHOOL_AFTER 128
#define REVIEW_DAYS 91
#define NEAR_DAYS 42
#define LAST_WEEK 7
#define FRIDAY 5
#define N_GOALS 2

/* --- where it began --- */

static bool
write_baseline (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const char *const levels[] = { "letters", "words", "sentences", "sentences", "fluent" };
  g_autoptr (HearthRecord) baseline =
    hearth_demo_house_new_record (house, &hearth_education_baseline_type, plan);
  const HearthDemoPair pairs[] = {
    { "last_school", "A village school" },
    { "language", plan->culture->language },
    { "certificates", plan->place % 4 == 0 ? "A school report of the third grade" : "" },
    { "reading", PICK (plan, levels) },
    { "writing", PICK (plan, levels) },
    { "numbers", PICK (plan, levels) },
    { "helps", "Pictures, working in twos, a quiet corner" },
    { "summary", "Eager to learn. Short lessons with breaks at first." },
    { "likes", "To write on the board. Numbers. The big atlas." },
    { NULL, NULL },
  };

  hearth_demo_house_set_day (house, baseline, "date", day);
  hearth_demo_record_set_all (baseline, pairs);
  hearth_demo_record_take (baseline, "last_grade", g_strdup_printf ("Grade %d", CLAMP (plan->age - 8, 1, 8)));
  hearth_demo_record_set_decimal (baseline, "years_out", 1 + plan->place % 3);
  hearth_demo_record_take (baseline, "dream", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_COOKING));
  return hearth_demo_house_save (house, baseline, error);
}

/* --- places at school --- */

static bool
write_place (HearthDemoHouse *house, HearthDemoPlan *plan, int from, bool bridge, GError **error)
{
  bool child = hearth_demo_plan_is_child (plan);
  g_autoptr (HearthRecord) place = hearth_demo_house_new_record (house, &hearth_enrolment_type, plan);
  const HearthDemoPair pairs[] = {
    { "school", bridge  ? "Lantern Hill bridging class"
                : child ? "River School"
                        : "Trades school, evening class" },
    { "programme", bridge  ? "bridging"
                   : child ? "formal"
                           : "equivalency" },
    { "days", bridge ? "mon tue wed thu" : "mon tue wed thu fri" },
    { "contact", bridge ? "Mr Odhran Castellane" : "Ms Iphigenia Marsh, class teacher" },
    { "phone", "555 0143" },
    { "told", "That the resident lives with a host association; nothing else." },
    { "transport", "Walks with two others" },
    { "support", "Extra lessons in the language, twice a week" },
    { "sponsor", bridge ? "" : "Circle of Friends of Lantern Hill (invented)" },
    { "fees", bridge ? "None" : "Books and uniform" },
    { "sponsor_note", bridge ? "" : "A letter each half year; drawings only as the resident wishes." },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (place, pairs);
  hearth_demo_record_take (place, "grade",
                           bridge ? g_strdup ("")
                                  : g_strdup_printf ("Grade %d", CLAMP (plan->age - 6, 2, 10)));
  hearth_demo_house_set_day (house, place, "start", from);
  if (!bridge)
    hearth_demo_house_set_day (house, place, "paid_until", house->days + 20 + (int) plan->place * 9);
  if (!hearth_demo_house_save (house, place, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "school", place);
  plan->school_from = from;
  return true;
}

static bool
end_place (HearthDemoHouse *house, HearthDemoPlan *plan, int day, const char *reason, GError **error)
{
  const char *id = hearth_demo_house_get_kept_of (house, plan, "school");
  g_autoptr (HearthRecord) place = NULL;

  if (id == NULL)
    return true;
  place = hearth_store_load (house->store, id, error);
  if (place == NULL)
    return false;
  hearth_demo_house_set_day (house, place, "until", day);
  hearth_record_set (place, "end_reason", reason);
  hearth_demo_house_forget_of (house, plan, "school");
  return hearth_demo_house_save (house, place, error);
}

/* --- the plan, and what is to be learnt --- */

static char *
goal_key (unsigned int number)
{
  return g_strdup_printf ("learning-goal-%u", number);
}

static bool
write_goal (HearthDemoHouse *house,
            HearthDemoPlan *plan,
            int day,
            unsigned int number,
            HearthRecord *education_plan,
            GError **error)
{
  static const struct {
    const char *own, *text, *steps;
  } goals[] = {
    { "I want to read the signs in town.", "Reads short texts in the new language",
      "Ten words a day; read signs on the way; a small book by the summer." },
    { "I want to count money so that nobody cheats me.", "Counts and reckons with money up to 100",
      "Play shop; go to the market with a list; keep a small account book." },
    { "I want to write to my grandmother.", "Writes a letter of one page",
      "Words on cards; sentences; a letter every month." },
    { "I want to use the computer alone.", "Writes and prints a page on the computer",
      "Typing game; a text each week; print it." },
  };
  gsize place = (plan->place + number) % G_N_ELEMENTS (goals);
  g_autoptr (HearthRecord) goal = hearth_demo_house_new_record (house, &hearth_learning_goal_type, plan);
  g_autofree char *key = goal_key (number);

  hearth_record_set (goal, "plan", hearth_record_get_id (education_plan));
  hearth_record_set (goal, "own", goals[place].own);
  hearth_record_set (goal, "text", goals[place].text);
  hearth_record_set (goal, "steps", goals[place].steps);
  hearth_record_set (goal, "who", hearth_demo_house_get_person (house, "teacher"));
  hearth_demo_house_set_day (house, goal, "start", day);
  hearth_demo_house_set_day (house, goal, "target", day + (int) (number + 3) * REVIEW_DAYS);
  hearth_record_set (goal, "status", "active");
  hearth_record_set (goal, "near", "1");
  if (!hearth_demo_house_save (house, goal, error))
    return false;
  hearth_demo_house_keep_of (house, plan, key, goal);
  return true;
}

static bool
write_plan (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) record = hearth_demo_house_new_record (house, &hearth_education_plan_type, plan);

  hearth_demo_house_set_day (house, record, "start", day);
  hearth_demo_house_set_day (house, record, "review", day + REVIEW_DAYS);
  hearth_demo_record_take (record, "wishes", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_SCHOOL));
  hearth_record_set (record, "summary", "The language first, then the subjects of the class.");
  hearth_record_set (record, "support", "A seat near the door; breaks when asked for; homework together.");
  hearth_record_set (record, "agreed", "yes");
  if (!hearth_demo_house_save (house, record, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "education plan", record);
  for (unsigned int i = 0; i < N_GOALS; i++)
    if (!write_goal (house, plan, day, i, record, error))
      return false;
  return true;
}

static bool
write_review (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  const char *id = hearth_demo_house_get_kept_of (house, plan, "education plan");
  g_autoptr (HearthRecord) record = NULL;

  if (id == NULL)
    return true;
  record = hearth_store_load (house->store, id, error);
  if (record == NULL)
    return false;
  hearth_demo_house_set_day (house, record, "reviewed_on", day);
  hearth_record_set (record, "reviewed_with", "The class teacher and the key worker");
  hearth_record_set (record, "part", "yes");
  hearth_demo_record_take (record, "said", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_HAPPY));
  hearth_record_set (record, "result", "Goes on as planned; one hour more for numbers.");
  hearth_demo_house_set_day (house, record, "review", day + REVIEW_DAYS);
  return hearth_demo_house_save (house, record, error);
}

static bool
write_nearer (HearthDemoHouse *house, HearthDemoPlan *plan, int day, unsigned int number, GError **error)
{
  g_autofree char *key = goal_key (number);
  const char *id = hearth_demo_house_get_kept_of (house, plan, key);
  g_autoptr (HearthRecord) goal = NULL;
  int near = (day - plan->arrival) / NEAR_DAYS * 2 - (int) number;

  if (id == NULL)
    return true;
  goal = hearth_store_load (house->store, id, error);
  if (goal == NULL)
    return false;
  hearth_demo_record_take (goal, "near", g_strdup_printf ("%d", CLAMP (near, 1, 10)));
  if (near >= 10)
    {
      hearth_record_set (goal, "status", "met");
      hearth_record_set (goal, "result", "Shown in class and at the table.");
      hearth_demo_house_set_day (house, goal, "ended_on", day);
      hearth_demo_house_forget_of (house, plan, key);
    }
  return hearth_demo_house_save (house, goal, error);
}

/* --- who was there --- */

static bool
goes_on (HearthDemoHouse *house, HearthDemoPlan *plan, int day)
{
  int weekday = hearth_demo_house_get_weekday (house, day);
  bool bridge = day < plan->arrival + SCHOOL_AFTER;

  return hearth_demo_house_get_kept_of (house, plan, "school") != NULL && day >= plan->school_from &&
         weekday <= (bridge ? FRIDAY - 1 : FRIDAY);
}

static bool
write_day (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const struct {
    const char *was_there, *reason;
  } away[] = {
    { "excused", "ill" },         { "excused", "appointment" }, { "late", "transport" },
    { "absent", "did_not_want" }, { "part", "appointment" },
  };
  g_autoptr (HearthRecord) attendance = NULL;
  bool there = hearth_demo_chance (plan->work, 0.8 + 0.17 * hearth_demo_plan_wellbeing (plan, day));
  gsize place = (gsize) g_rand_int_range (plan->work, 0, G_N_ELEMENTS (away));

  if (!goes_on (house, plan, day))
    return true;
  attendance = hearth_demo_house_new_record (house, &hearth_attendance_type, plan);
  hearth_record_set (attendance, "enrolment", hearth_demo_house_get_kept_of (house, plan, "school"));
  hearth_demo_house_set_day (house, attendance, "date", day);
  if (hearth_demo_plan_is_out (plan, day))
    {
      hearth_record_set (attendance, "was_there", "excused");
      hearth_record_set (attendance, "reason", "leave");
    }
  else
    {
      hearth_record_set (attendance, "was_there", there ? "present" : away[place].was_there);
      hearth_record_set (attendance, "reason", there ? "" : away[place].reason);
    }
  return hearth_demo_house_save (house, attendance, error);
}

bool
hearth_demo_write_attendance (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  int first = hearth_demo_house_get_weekday (house, day) == FRIDAY ? day - 4 : day;

  for (int i = MAX (first, plan->arrival); i <= day; i++)
    if ((i == day || hearth_demo_house_days_ago (house, i) >= LAST_WEEK) &&
        !write_day (house, plan, i, error))
      return false;
  return true;
}

/* --- public --- */

bool
hearth_demo_write_school (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  int next_monday = day + 8 - hearth_demo_house_get_weekday (house, day);

  if (plan->departure >= 0 && plan->departure - day <= LAST_WEEK)
    return end_place (house, plan, day, "left_house", error);
  if (hearth_demo_plan_is_time (plan, day, BASELINE_AFTER, 0) && !write_baseline (house, plan, day, error))
    return false;
  if (hearth_demo_plan_is_time (plan, day, BRIDGE_AFTER, 0) &&
      !(write_place (house, plan, next_monday, true, error) && write_plan (house, plan, day, error)))
    return false;
  if (hearth_demo_plan_is_time (plan, day, SCHOOL_AFTER, 0) &&
      !(end_place (house, plan, day, "completed", error) &&
        write_place (house, plan, next_monday, false, error)))
    return false;
  if (hearth_demo_plan_is_time (plan, day, BRIDGE_AFTER + REVIEW_DAYS, REVIEW_DAYS) &&
      !write_review (house, plan, day, error))
    return false;
  for (unsigned int i = 0; hearth_demo_plan_is_time (plan, day, NEAR_DAYS, NEAR_DAYS) && i < N_GOALS; i++)
    if (!write_nearer (house, plan, day, i, error))
      return false;
  return true;
}
