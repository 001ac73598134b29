/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strengths, plans and goals of the residents of the invented house, as the key worker writes them.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"
#include "rules/tasks.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->work, 0, G_N_ELEMENTS (table))])

#define N_GOALS 3
#define PLAN_AFTER 7 /* days from the arrival */
#define PLAN_DAYS 364
#define MONTH 28
#define REVIEW_DAYS 91
#define FIRST_REVIEW 14
#define STRENGTH_DAYS 84
#define LAST_MONTHS 60
#define LAST_WEEK 7

/* --- strengths --- */

static bool
write_strength (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const struct {
    const char *kind, *text, *said;
  } strengths[] = {
    { "skill", "Sews so neatly that others ask for help", "My grandmother showed me." },
    { "interest", "Loves to sing, also in front of others", "When I sing I am somewhere else." },
    { "person", "An older friend from the same place who calls every Sunday", "She knows me from before." },
    { "quality", "Notices at once when somebody is sad", "" },
    { "achievement", "Went to the market alone and came back with everything", "I counted the money twice." },
    { "faith", "Prays in the morning and finds calm in it", "" },
    { "skill", "Cooks for twelve without a recipe", "You smell when it is ready." },
    { "quality", "Does not give up: the bicycle took eleven afternoons", "And then it was easy." },
  };
  gsize place = ((gsize) ((day - plan->arrival) / STRENGTH_DAYS) + plan->place) % G_N_ELEMENTS (strengths);
  g_autoptr (HearthRecord) strength = hearth_demo_house_new_record (house, &hearth_strength_type, plan);

  hearth_demo_house_set_day (house, strength, "date", day);
  hearth_record_set (strength, "kind", strengths[place].kind);
  hearth_record_set (strength, "text", strengths[place].text);
  hearth_record_set (strength, "said", strengths[place].said);
  return hearth_demo_house_save (house, strength, error);
}

/* --- goals --- */

typedef struct {
  const char *domain, *text, *measure, *baseline, *help, *action;
  HearthDemoSaying saying;
} Aim;

static const Aim aims[] = {
  { "economic", "Goes to school on all days of the week", "Days at school in a month",
    "Has not been at school for two years", "The teacher, a friend from the same class",
    "Ask the school for the list of books", HEARTH_DEMO_SAYS_SCHOOL },
  { "social", "Calls the grandmother each week and visits once a year", "Calls in a month",
    "No call for a long time", "Social services at home", "Find a time for the call with the aunt",
    HEARTH_DEMO_SAYS_GRANDMOTHER },
  { "mental", "Sleeps through most nights with the small lamp", "Nights slept through, in the daily log",
    "Wakes three times a night", "The counsellor, the night shift", "Buy a lamp with a warm light",
    HEARTH_DEMO_SAYS_SLEPT_WELL },
  { "safety", "Knows the way to school and whom to call", "Goes alone and calls on arrival",
    "Goes out with somebody of the house only", "Key worker", "Walk the way together and take photographs",
    HEARTH_DEMO_SAYS_SAFE },
  { "physical", "Eats breakfast and moves three times a week", "Weeks with three times of sport",
    "Eats once a day", "The cook, the nurse", "Ask the sports club about a free place",
    HEARTH_DEMO_SAYS_GARDEN },
  { "legal", "Has papers of their own, and knows the rights that go with them", "Papers in the safe",
    "No paper at all", "The legal officer", "Make photographs for the application",
    HEARTH_DEMO_SAYS_MISSES_FAMILY },
  { "economic", "Cooks a meal for the house without help", "Meals cooked", "Can make tea",
    "The cook on Sundays", "Write the shopping list for Sunday", HEARTH_DEMO_SAYS_COOKING },
  { "social", "Sings in the choir of the town", "Evenings with the choir", "Sings in the kitchen",
    "The leader of the choir", "Go to a first evening together", HEARTH_DEMO_SAYS_SINGING },
};

static char *
goal_key (unsigned int number)
{
  return g_strdup_printf ("goal-%u", number);
}

/* What is to be done next for it; one was done already. */
static bool
write_action (HearthDemoHouse *house, HearthRecord *goal, const Aim *aim, int day, GError **error)
{
  g_autoptr (HearthRecord) task = hearth_task_new (house->store, goal);

  hearth_record_set (task, "title", aim->action);
  hearth_record_set (task, "assignee", hearth_demo_house_get_person (house, "key-worker"));
  hearth_record_set (task, "repeat", "no");
  hearth_demo_house_set_day (house, task, "due", day + MONTH);
  return hearth_demo_house_save (house, task, error);
}

static bool
write_goal (HearthDemoHouse *house,
            HearthDemoPlan *plan,
            int day,
            unsigned int number,
            HearthRecord *care_plan,
            GError **error)
{
  unsigned int later = day > plan->arrival + PLAN_DAYS ? N_GOALS : 0;
  const Aim *aim = &aims[(plan->place + number + later) % G_N_ELEMENTS (aims)];
  g_autoptr (HearthRecord) goal = hearth_demo_house_new_record (house, &hearth_goal_type, plan);
  const HearthDemoPair pairs[] = {
    { "domain", aim->domain },
    { "text", aim->text },
    { "measure", aim->measure },
    { "baseline", aim->baseline },
    { "help", aim->help },
    { "status", "active" },
    { NULL, NULL },
  };
  g_autofree char *key = goal_key (number);

  hearth_demo_record_set_all (goal, pairs);
  hearth_record_set (goal, "plan", hearth_record_get_id (care_plan));
  hearth_demo_record_take (goal, "own", hearth_demo_quote (plan, aim->saying));
  hearth_demo_house_set_day (house, goal, "start", day);
  hearth_demo_house_set_day (house, goal, "target", day + (int) (number + 2) * REVIEW_DAYS);
  if (!hearth_demo_house_save (house, goal, error))
    return false;
  hearth_demo_house_keep_of (house, plan, key, goal);
  return hearth_demo_house_days_ago (house, day) > LAST_MONTHS || write_action (house, goal, aim, day, error);
}

/* Nearer as the resident does better, with steps back in hard weeks. */
static int
nearness_of (HearthDemoPlan *plan, int day, unsigned int number)
{
  double way = (hearth_demo_plan_wellbeing (plan, day) - plan->start) / (plan->goal - plan->start);
  double value = 1 + 9 * way - (double) number + 0.6 * hearth_demo_noise (plan->work);

  return (int) CLAMP (value, 0, 10);
}

static bool
write_progress (HearthDemoHouse *house, HearthDemoPlan *plan, int day, unsigned int number, GError **error)
{
  static const char *const notes[] = {
    "A step further than last month.",   "As last month, and that is good.",
    "Harder this month; smaller steps.", "Did it alone for the first time.",
    "Asked for more time, and gets it.", "",
  };
  static const char *const sayers[] = { "resident", "together", "together", "worker" };
  g_autofree char *key = goal_key (number);
  const char *goal = hearth_demo_house_get_kept_of (house, plan, key);
  g_autoptr (HearthRecord) progress = NULL;

  if (goal == NULL)
    return true;
  progress = hearth_demo_house_new_record (house, &hearth_goal_progress_type, plan);
  hearth_record_set (progress, "goal", goal);
  hearth_demo_house_set_day (house, progress, "date", day);
  hearth_demo_record_take (progress, "value", g_strdup_printf ("%d", nearness_of (plan, day, number)));
  hearth_record_set (progress, "seen_by", PICK (plan, sayers));
  hearth_record_set (progress, "note", PICK (plan, notes));
  return hearth_demo_house_save (house, progress, error);
}

static bool
end_goal (HearthDemoHouse *house, HearthDemoPlan *plan, int day, unsigned int number, GError **error)
{
  g_autofree char *key = goal_key (number);
  const char *id = hearth_demo_house_get_kept_of (house, plan, key);
  g_autoptr (HearthRecord) goal = NULL;

  if (id == NULL)
    return true;
  goal = hearth_store_load (house->store, id, error);
  if (goal == NULL)
    return false;
  hearth_record_set (goal, "status", number == 0 ? "met" : number == 1 ? "partly" : "changed");
  hearth_demo_house_set_day (house, goal, "ended_on", day);
  hearth_record_set (goal, "ended_why",
                     number == 0 ? "Reached, as the resident says and as the daily log shows."
                                 : "Goes on in another way, as wished.");
  hearth_demo_house_forget_of (house, plan, key);
  return hearth_demo_house_save (house, goal, error);
}

/* --- plans and their reviews --- */

static bool
write_plan (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) record = hearth_demo_house_new_record (house, &hearth_care_plan_type, plan);

  hearth_demo_house_set_day (house, record, "start", day);
  hearth_demo_house_set_day (house, record, "review", day + FIRST_REVIEW);
  hearth_demo_record_take (record, "wishes",
                           hearth_demo_quote (plan, plan->place % 2 == 0 ? HEARTH_DEMO_SAYS_SCHOOL
                                                                         : HEARTH_DEMO_SAYS_GRANDMOTHER));
  hearth_record_set (record, "summary",
                     "Calm days, school, and people to lean on. One step after the other.");
  hearth_record_set (record, "worries", "Short nights; waiting for papers and answers.");
  hearth_record_set (record, "agreed", "yes");
  hearth_demo_house_set_day (house, record, "agreed_on", day);
  if (hearth_demo_plan_is_child (plan))
    hearth_record_set (record, "guardian", "Agrees; was told by telephone.");
  if (!hearth_demo_house_save (house, record, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "care plan", record);
  plan->plan_from = day;
  for (unsigned int i = 0; i < N_GOALS; i++)
    if (!write_goal (house, plan, day, i, record, error) || !write_progress (house, plan, day, i, error))
      return false;
  return true;
}

static bool
write_review (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const char *const parts[] = {
    "present", "present", "present", "part", "in_writing", "asked_before"
  };
  static const char *const decisions[] = {
    "The three goals stay. Smaller steps for the second one.",
    "School gets more time; the calls home stay as they are.",
    "All agree that it goes well. The next review is the usual one.",
  };
  const char *id = hearth_demo_house_get_kept_of (house, plan, "care plan");
  g_autofree char *staff =
    g_strdup_printf ("%s %s", hearth_demo_house_get_person (house, "key-worker"),
                     hearth_demo_house_get_person (house, plan->place % 2 == 0 ? "counsellor" : "nurse"));
  g_autoptr (HearthRecord) review = hearth_demo_house_new_record (house, &hearth_plan_review_type, plan);
  g_autoptr (HearthRecord) record = hearth_store_load (house->store, id, error);

  if (record == NULL)
    return false;
  hearth_record_set (review, "plan", id);
  hearth_demo_house_set_day (house, review, "date", day);
  hearth_record_set (review, "staff", staff);
  hearth_record_set (review, "others", "The social worker, by telephone");
  hearth_record_set (review, "part", PICK (plan, parts));
  hearth_demo_record_take (review, "agreed", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_HAPPY));
  hearth_record_set (review, "decisions", PICK (plan, decisions));
  hearth_demo_house_set_day (house, review, "next_review", day + REVIEW_DAYS);
  hearth_demo_house_set_day (house, record, "review", day + REVIEW_DAYS);
  return hearth_demo_house_save (house, review, error) && hearth_demo_house_save (house, record, error);
}

static bool
end_plan (HearthDemoHouse *house, HearthDemoPlan *plan, int day, const char *why, GError **error)
{
  const char *id = hearth_demo_house_get_kept_of (house, plan, "care plan");
  g_autoptr (HearthRecord) record = hearth_store_load (house->store, id, error);

  if (record == NULL)
    return false;
  for (unsigned int i = 0; i < N_GOALS; i++)
    if (!end_goal (house, plan, day, i, error))
      return false;
  hearth_demo_house_set_day (house, record, "ended_on", day);
  hearth_record_set (record, "ended_why", why);
  hearth_demo_house_forget_of (house, plan, "care plan");
  return hearth_demo_house_save (house, record, error);
}

/* --- public --- */

static bool
write_running (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  int since = day - plan->plan_from;

  if (plan->departure >= 0 && plan->departure - day <= LAST_WEEK)
    return end_plan (house, plan, day, "Moves out in these days.", error) &&
           hearth_demo_write_recovery (house, plan, day, "exit", error);
  if (since >= PLAN_DAYS)
    return end_plan (house, plan, day, "A new plan follows after a year.", error) &&
           write_plan (house, plan, day, error);
  for (unsigned int i = 0; since > 0 && since % MONTH == 0 && i < N_GOALS; i++)
    if (!write_progress (house, plan, day, i, error))
      return false;
  return (since != FIRST_REVIEW && (since == 0 || since % REVIEW_DAYS != 0)) ||
         write_review (house, plan, day, error);
}

bool
hearth_demo_write_care (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  if (hearth_demo_plan_is_time (plan, day, 2, STRENGTH_DAYS) && !write_strength (house, plan, day, error))
    return false;
  if (hearth_demo_house_get_kept_of (house, plan, "care plan") != NULL)
    {
      if (!write_running (house, plan, day, error))
        return false;
    }
  else if (hearth_demo_plan_is_time (plan, day, PLAN_AFTER, 0) && !write_plan (house, plan, day, error))
    return false;
  return !hearth_demo_plan_is_time (plan, day, PLAN_AFTER, 2 * REVIEW_DAYS) ||
         hearth_demo_write_recovery (house, plan, day, day < plan->arrival + REVIEW_DAYS ? "entry" : "review",
                                     error);
}
