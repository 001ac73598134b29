/* SPDX-License-Identifier: GPL-3.0-or-later
 * What residents of the invented house have learnt: marks, trades, skills, certificates.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->work, 0, G_N_ELEMENTS (table))])

#define FIRST_MARKS 18 /* days from the arrival */
#define TERM 84
#define TRAINING_AFTER 60
#define TRAINING_DAYS 210
#define LEARNS_A_TRADE 14 /* years */
#define SKILL_AFTER 12
#define SKILL_DAYS 49
#define CERTIFICATE_AFTER 90
#define CERTIFICATE_DAYS 200

/* --- marks --- */

static const char *
letter_of (int percent)
{
  return percent >= 85 ? "A" : percent >= 70 ? "B" : percent >= 55 ? "C" : "D";
}

static bool
write_mark (HearthDemoHouse *house,
            HearthDemoPlan *plan,
            int day,
            const char *subject,
            int ahead,
            GError **error)
{
  static const char *const comments[] = {
    "Works with care.",
    "Asks good questions.",
    "Could speak more, knows a lot.",
    "Great steps this term.",
    "",
    "",
  };
  int term = (day - plan->arrival - FIRST_MARKS) / TERM;
  double wellbeing = hearth_demo_plan_wellbeing (plan, day);
  int percent = (int) (42 + 45 * wellbeing + ahead + 3 * hearth_demo_noise (plan->work));
  g_autoptr (HearthRecord) mark = hearth_demo_house_new_record (house, &hearth_school_mark_type, plan);

  percent = CLAMP (percent, 20, 100);
  hearth_record_set (mark, "enrolment", hearth_demo_house_get_kept_of (house, plan, "school"));
  hearth_demo_house_set_day (house, mark, "date", day);
  hearth_demo_record_take (mark, "term",
                           term == 0 ? g_strdup ("First test") : g_strdup_printf ("Term %d", term));
  hearth_record_set (mark, "school_subject", subject);
  hearth_record_set (mark, "mark", letter_of (percent));
  hearth_demo_record_take (mark, "percent", g_strdup_printf ("%d", percent));
  hearth_record_set (mark, "exam", term > 0 && term % 3 == 0 ? "yes" : "");
  hearth_record_set (mark, "comment", PICK (plan, comments));
  return hearth_demo_house_save (house, mark, error);
}

static bool
write_marks (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const struct {
    const char *subject;
    int ahead;
  } subjects[] = { { "Language", -4 }, { "Mathematics", 3 }, { "Science", 0 }, { "Drawing and craft", 8 } };

  if (hearth_demo_house_get_kept_of (house, plan, "school") == NULL)
    return true;
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (!write_mark (house, plan, day, subjects[i].subject, subjects[i].ahead, error))
      return false;
  return true;
}

/* --- a trade --- */

static const struct {
  const char *trade, *provider, *tools, *title;
} trades[] = {
  { "Sewing and cutting", "Workshop of the trades school", "Scissors, tape measure", "Sewing, first level" },
  { "Baking", "Bakery at the bridge", "Two aprons", "Hygiene in the kitchen" },
  { "Bicycles", "Repair shop of the youth centre", "A set of spanners", "Bicycle mechanic, basic course" },
  { "Hairdressing", "Salon Marigold", "Comb and scissors", "Hairdressing, first level" },
  { "Office and computers", "Evening school", "", "Computer skills, basic" },
};

static bool
write_training (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  gsize place = plan->place % G_N_ELEMENTS (trades);
  g_autoptr (HearthRecord) training =
    hearth_demo_house_new_record (house, &hearth_vocational_training_type, plan);

  hearth_record_set (training, "trade", trades[place].trade);
  hearth_record_set (training, "provider", trades[place].provider);
  hearth_record_set (training, "tools", trades[place].tools);
  hearth_record_set (training, "status", "running");
  hearth_record_set (training, "hours", "0");
  hearth_record_set (training, "level", "Beginners");
  hearth_demo_house_set_day (house, training, "start", day);
  hearth_demo_house_set_day (house, training, "until", day + TRAINING_DAYS);
  hearth_record_set (training, "note", "Saturdays, with two others from the house.");
  if (!hearth_demo_house_save (house, training, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "training", training);
  return true;
}

static bool
write_certificate (HearthDemoHouse *house,
                   HearthDemoPlan *plan,
                   int day,
                   const char *title,
                   const char *issuer,
                   GError **error)
{
  g_autoptr (HearthRecord) certificate = hearth_demo_house_new_record (house, &hearth_certificate_type, plan);

  hearth_record_set (certificate, "title", title);
  hearth_record_set (certificate, "issuer", issuer);
  hearth_demo_house_set_day (house, certificate, "date", day);
  hearth_record_set (certificate, "level", "Passed");
  hearth_demo_record_take (certificate, "number",
                           g_strdup_printf ("%d", g_rand_int_range (plan->work, 10000, 100000)));
  hearth_record_set (certificate, "original", plan->place % 3 == 0 ? "safe" : "resident");
  return hearth_demo_house_save (house, certificate, error);
}

/* Hours grow; in the end there is a paper, and for adults work. */
static bool
write_trained (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  const char *id = hearth_demo_house_get_kept_of (house, plan, "training");
  gsize place = plan->place % G_N_ELEMENTS (trades);
  int since = day - plan->arrival - TRAINING_AFTER;
  g_autoptr (HearthRecord) training = NULL;

  if (id == NULL)
    return true;
  training = hearth_store_load (house->store, id, error);
  if (training == NULL)
    return false;
  hearth_demo_record_take (training, "hours", g_strdup_printf ("%d", since / 7 * 4));
  if (since >= TRAINING_DAYS)
    {
      hearth_record_set (training, "status", "completed");
      hearth_record_set (training, "level", "First level");
      if (!hearth_demo_plan_is_child (plan))
        hearth_demo_house_set_day (house, training, "job_start", day - 2);
      hearth_demo_house_forget_of (house, plan, "training");
      if (!write_certificate (house, plan, day, trades[place].title, trades[place].provider, error))
        return false;
    }
  return hearth_demo_house_save (house, training, error);
}

/* --- skills --- */

static bool
write_skill (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const struct {
    const char *area, *skill, *evidence;
  } skills[] = {
    { "cooking", "Cooks a simple meal", "Rice with greens for twelve" },
    { "money", "Shops with a list and brings back the change", "Three times at the market" },
    { "transport", "Takes the bus alone", "To school and back, with a call on arrival" },
    { "online", "Keeps the phone safe", "Changed all settings together" },
    { "health", "Makes an appointment", "Called the dentist" },
    { "rights", "Knows which papers there are and where", "Explained it to a friend" },
    { "relationships", "Says no, and hears no", "In the group" },
    { "job", "Writes an application", "One page, with a photograph" },
  };
  static const char *const levels[] = { "not_started", "learning", "with_help", "alone" };
  int number = (day - plan->arrival - SKILL_AFTER) / SKILL_DAYS;
  gsize place = ((gsize) number + plan->place) % G_N_ELEMENTS (skills);
  int level = (int) (hearth_demo_plan_wellbeing (plan, day) * (double) G_N_ELEMENTS (levels) + 0.4);
  g_autoptr (HearthRecord) skill = hearth_demo_house_new_record (house, &hearth_skill_type, plan);

  hearth_record_set (skill, "area", skills[place].area);
  hearth_record_set (skill, "skill", skills[place].skill);
  hearth_record_set (skill, "level", levels[CLAMP (level, 0, (int) G_N_ELEMENTS (levels) - 1)]);
  hearth_record_set (skill, "evidence", level > 1 ? skills[place].evidence : "");
  hearth_demo_house_set_day (house, skill, "date", day);
  hearth_record_set (skill, "assessor", hearth_record_get_id (hearth_store_get_account (house->store)));
  return hearth_demo_house_save (house, skill, error);
}

/* --- public --- */

bool
hearth_demo_write_learnt (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const char *const titles[] = { "First aid for young people", "Swimming badge, bronze",
                                        "Language certificate, level A1" };
  static const char *const issuers[] = { "Sampletown rescue service", "Sampletown swimming club",
                                         "Evening school" };
  gsize place = plan->place % G_N_ELEMENTS (titles);

  if (hearth_demo_plan_is_time (plan, day, FIRST_MARKS, TERM) && !write_marks (house, plan, day, error))
    return false;
  if (plan->age >= LEARNS_A_TRADE && hearth_demo_plan_is_time (plan, day, TRAINING_AFTER, 0) &&
      !write_training (house, plan, day, error))
    return false;
  if (hearth_demo_plan_is_time (plan, day, TRAINING_AFTER + 42, 42) &&
      !write_trained (house, plan, day, error))
    return false;
  return (!hearth_demo_plan_is_time (plan, day, SKILL_AFTER, SKILL_DAYS) ||
          write_skill (house, plan, day, error)) &&
         (!hearth_demo_plan_is_time (plan, day, CERTIFICATE_AFTER, CERTIFICATE_DAYS) ||
          write_certificate (house, plan, day, titles[place], issuers[place], error));
}
