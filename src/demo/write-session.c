/* SPDX-License-Identifier: GPL-3.0-or-later
 * Counselling sessions of the invented house: how they went, never what was told.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define DAYS_BETWEEN 14
#define FIRST_AFTER 4     /* days from the arrival */

/* All written down by 16:00, as the day is. */
static const struct {
  const char *start;
  const char *end;
} times[] = {
  { "08:30", "09:20" }, { "09:30", "10:20" }, { "10:30", "11:20" }, { "11:30", "12:20" },
  { "13:00", "13:50" }, { "14:00", "14:50" }, { "15:00", "15:50" },
};

static const char *const summaries[] = {
  "Came on time and stayed to the end. Wants to go on.",
  "Quiet at first, then drew for half an hour. Asked for the same room next time.",
  "Spoke about school and a friend there. Sleeping has been easier this week.",
  "Short today, as wished. We walked in the garden instead of sitting.",
  "Practised the breathing from last time; it helped once at night.",
  "Worried about the letter from the court. Would like to know each step before it comes.",
  "Laughed a lot. Plans to cook for the house on Sunday.",
};

static const char *const team_notes[] = {
  "Short sessions suit better than long ones. Keep the seat by the window free.",
  "Better in the morning. Knocking softly and waiting matters.",
  "Asks before every new exercise; so do we.",
  "The drawing book stays in the room until the next time.",
};

static const char *const process_notes[] = {
  "My own question after today: am I going too fast? Bring it to supervision.",
  "I was tired and it showed. Start ten minutes later next time.",
  "The silence was good. I need not fill it.",
  "Noticed that I avoid the subject of family myself. Supervision.",
};

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->random, 0, G_N_ELEMENTS (table))])

/* In every second week, half of the residents in each. */
bool
hearth_demo_has_session (HearthDemoHouse *house, const HearthDemoPlan *plan, int day)
{
  return hearth_demo_house_get_weekday (house, day) == HEARTH_DEMO_WRITING_DAY &&
         (day / 7 + plan->arrival) % 2 == 0 && day >= plan->arrival + FIRST_AFTER &&
         hearth_demo_plan_is_home (plan, day);
}

static void
set_mood (HearthDemoPlan *plan, HearthRecord *session, int day)
{
  int before = (int) (10 * hearth_demo_plan_wellbeing (plan, day) + hearth_demo_noise (plan->random));
  int better = g_rand_int_range (plan->random, 0, 3);

  before = CLAMP (before, 1, 9);
  hearth_demo_record_take (session, "mood_before", g_strdup_printf ("%d", before));
  hearth_demo_record_take (session, "mood_after", g_strdup_printf ("%d", MIN (before + better, 10)));
}

static void
set_work (HearthDemoPlan *plan, HearthRecord *session)
{
  static const char *const themes[] = { "safety sleep", "trust",      "friends future", "court",
                                        "strengths",    "sleep body", "family" };
  static const char *const modalities[] = { "supportive", "psychoeducation", "narrative", "play", "body" };

  hearth_record_set (session, "themes", PICK (plan, themes));
  hearth_record_set (session, "modality", PICK (plan, modalities));
  hearth_record_set (session, "summary", PICK (plan, summaries));
  hearth_record_set (session, "asked_about", "self_harm suicide");
  hearth_record_set (session, "risk", hearth_demo_chance (plan->random, 0.85) ? "none_seen" : "low");
  if (hearth_demo_chance (plan->random, 0.5))
    hearth_record_set (session, "team_note", PICK (plan, team_notes));
  if (hearth_demo_chance (plan->random, 0.5))
    hearth_record_set (session, "process_note", PICK (plan, process_notes));
}

bool
hearth_demo_write_session (HearthDemoHouse *house,
                           HearthDemoPlan *plan,
                           int day,
                           unsigned int n_before,
                           GError **error)
{
  /* Nobody has to come early every time. */
  gsize time = ((unsigned int) day / 7 + n_before) % G_N_ELEMENTS (times);
  g_autoptr (HearthRecord) session =
    hearth_demo_house_new_record (house, &hearth_counselling_session_type, plan);
  int number = (day - plan->arrival - FIRST_AFTER) / DAYS_BETWEEN + 1;
  bool declined = hearth_demo_chance (plan->random, 0.08);

  hearth_demo_record_take (session, "date", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_take (session, "number", g_strdup_printf ("%d", number));
  hearth_record_set (session, "kind", hearth_demo_plan_is_child (plan) ? "creative" : "individual");
  hearth_record_set (session, "took_place", declined ? "declined" : "attended");
  hearth_demo_record_take (session, "next_session", hearth_demo_house_dup_date (house, day + DAYS_BETWEEN));
  if (declined)
    {
      hearth_record_set (session, "whose_choice", "resident");
      hearth_record_set (session, "summary", "Did not want to come today and said so. A walk was offered.");
      return hearth_demo_house_save (house, session, error);
    }
  hearth_record_set (session, "start", times[time].start);
  hearth_record_set (session, "end", times[time].end);
  hearth_record_set (session, "place", "Garden room");
  hearth_record_set (session, "language", plan->culture->language);
  set_mood (plan, session, day);
  set_work (plan, session);
  return hearth_demo_house_save (house, session, error);
}
