/* SPDX-License-Identifier: GPL-3.0-or-later
 * Days at court of the residents of the invented house: getting ready, how it was, what was ordered, and the report before.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"
#include "rules/court.h"

#define DAYS_AHEAD 35 /* as which a hearing is known */
#define DAYS_OF_REST 14 /* before today without one */
#define N_PAST 3
#define COMING N_PAST
#define FIRST 0 /* place of the resident whose hearing is next */
#define LAST_WEEK 7
#define FRIDAY 5

typedef struct {
  int after; /* days from the arrival */
  const char *kind, *attend, *result, *order;
} Past;

static const Past past[N_PAST] = {
  { 18, "mention", "not_needed", "The dates were set. The lawyer is admitted.",
    "The address of the house shall not appear in any paper of the court." },
  { 110, "pretrial", "in_person", "The recorded interview is taken as evidence.",
    "The accused shall keep away from the resident, the school and the house." },
  { 210, "testimony", "video", "The resident was heard by video, with three breaks.",
    "The resident shall be heard by video from another room, with a support person in sight." },
};

static int
get_ahead (const HearthDemoPlan *plan)
{
  return plan->place == FIRST ? 8 : 12 + 2 * (int) plan->place;
}

/* The day of hearing @number, or -1 where there is none. Courts rest at the weekend. */
static int
find_day (HearthDemoHouse *house, HearthDemoPlan *plan, unsigned int number, bool goes_on)
{
  int today = house->days - 1, day, weekday;

  if (number == COMING)
    day = goes_on ? today + get_ahead (plan) : -1;
  else
    day = plan->arrival + past[number].after;
  if (day < 0 || (number < COMING && day > today - DAYS_OF_REST && today > 60))
    return -1;
  weekday = hearth_demo_house_get_weekday (house, day);
  return weekday > FRIDAY ? day + 8 - weekday : day;
}

static char *
key_of (unsigned int number)
{
  return g_strdup_printf ("hearing-%u", number);
}

/* --- measures --- */

typedef struct {
  const char *kind, *wanted, *wish, *decision;
} Measure;

static bool
write_measure (HearthDemoHouse *house,
               HearthDemoPlan *plan,
               int day,
               const Measure *template,
               HearthRecord *hearing,
               GError **error)
{
  g_autoptr (HearthRecord) measure =
    hearth_demo_house_new_record (house, &hearth_protective_measure_type, plan);

  hearth_record_set (measure, "legal_case", hearth_record_get (hearing, "legal_case"));
  hearth_record_set (measure, "hearing", hearth_record_get_id (hearing));
  hearth_record_set (measure, "kind", template->kind);
  hearth_record_set (measure, "wanted", template->wanted);
  hearth_record_set (measure, "wish", template->wish);
  hearth_demo_house_set_day (house, measure, "noted_on", day);
  if (template->decision != NULL)
    {
      hearth_demo_house_set_day (house, measure, "requested_on", day);
      hearth_record_set (measure, "requested_by", "The lawyer");
      hearth_record_set (measure, "decision", template->decision);
    }
  if (g_strcmp0 (template->decision, "granted") == 0)
    hearth_demo_house_set_day (house, measure, "decided_on", day);
  return hearth_demo_house_save (house, measure, error);
}

static bool
write_measures (HearthDemoHouse *house, HearthDemoPlan *plan, int day, HearthRecord *hearing, GError **error)
{
  static const Measure measures[] = {
    { "support_person", "yes", "I want Kim to sit where I can see her hands.", "granted" },
    { "separate_entrance", "yes", "Not through the big door.", "granted" },
    { "live_link", "yes", "I do not want to see that person.", "waiting" },
    { "breaks", "yes", "", NULL },
    { "aids", "unsure", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (!write_measure (house, plan, day, &measures[i], hearing, error))
      return false;
  return true;
}

/* --- getting ready --- */

/* All at once, and so in a change of its own. */
static bool
prepare (HearthDemoHouse *house, HearthRecord *hearing, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (!hearth_store_commit (house->store, error))
    return false;
  steps = hearth_hearing_prepare (house->store, hearing, error);
  return steps != NULL && hearth_store_begin (house->store, error);
}

/* What was due by last week is done. */
static bool
write_steps_done (HearthDemoHouse *house, int day, const char *hearing, GError **error)
{
  g_autoptr (GPtrArray) steps = hearth_hearing_list_steps (house->store, hearing, error);
  g_autofree char *until = hearth_demo_house_dup_date (house, day - 1);

  if (steps == NULL)
    return false;
  for (guint i = 0; i < steps->len; i++)
    {
      HearthRecord *step = g_ptr_array_index (steps, i);

      if (hearth_record_has (step, "done_on") || g_strcmp0 (hearth_record_get (step, "due"), until) > 0)
        continue;
      hearth_demo_house_set_day (house, step, "done_on", day);
      hearth_record_set (step, "done_by",
                         hearth_record_get (hearth_store_get_account (house->store), "name"));
      if (i % 4 == 0)
        hearth_record_set (step, "reaction", "It is good to know this before.");
      if (!hearth_demo_house_save (house, step, error))
        return false;
    }
  return true;
}

static void
set_arrangements (HearthDemoHouse *house, HearthRecord *hearing)
{
  const HearthDemoPair pairs[] = {
    { "support_person", "Kim Sarandon-Pich" },
    { "transport", "House bus, at eight, the long way round" },
    { "entrance", "Side door in the yard" },
    { "waiting_room", "Room 4, first floor, with a key" },
    { "route", "In by the yard, out by the garage; never the main stairs." },
    { "comfort", "The knitting, headphones" },
    { "food", "Sandwiches and tea" },
    { "clothes", "The blue jacket, as chosen" },
    { "interpreter", "Booked; known from the first talk" },
    { "after_care", "Free afternoon; soup; nobody asks. The counsellor comes at five." },
    { "signal", "Touches the left sleeve" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (hearing, pairs);
  hearth_record_set (hearing, "escort", hearth_demo_house_get_person (house, "key-worker"));
}

static bool
write_hearing (HearthDemoHouse *house,
               HearthDemoPlan *plan,
               int day,
               unsigned int number,
               int at,
               GError **error)
{
  static const char *const coming[] = { "testimony", "review", "trial", "judgment" };
  g_autoptr (HearthRecord) hearing = hearth_demo_house_new_record (house, &hearth_hearing_type, plan);
  g_autofree char *key = key_of (number);
  bool next = number == COMING;

  hearth_record_set (hearing, "legal_case", hearth_demo_house_get_kept_of (house, plan, "case"));
  hearth_demo_record_take (hearing, "at", hearth_demo_house_dup_instant (house, at, 9, 30));
  hearth_record_set (hearing, "kind",
                     next ? coming[plan->place / 3 % G_N_ELEMENTS (coming)] : past[number].kind);
  hearth_record_set (hearing, "court", "District court of Sampletown");
  hearth_record_set (hearing, "judge", "Judge Ottilie Marlowe-Quist");
  hearth_record_set (hearing, "attend", next ? "in_person" : past[number].attend);
  hearth_record_set (hearing, "closed", "yes");
  hearth_record_set (hearing, "status", "planned");
  hearth_demo_house_set_day (house, hearing, "summons_on", day);
  if (next)
    {
      hearth_demo_house_set_day (house, hearing, "report_due", at - (plan->place == FIRST ? 7 : 10));
      set_arrangements (house, hearing);
    }
  if (!hearth_demo_house_save (house, hearing, error))
    return false;
  hearth_demo_house_keep_of (house, plan, key, hearing);
  return !next || (write_measures (house, plan, day, hearing, error) && prepare (house, hearing, error));
}

/* --- afterwards --- */

static bool
write_order (HearthDemoHouse *house,
             HearthDemoPlan *plan,
             int at,
             unsigned int number,
             HearthRecord *hearing,
             GError **error)
{
  g_autoptr (HearthRecord) order = hearth_demo_house_new_record (house, &hearth_court_order_type, plan);
  bool done = number == 0;

  hearth_record_set (order, "legal_case", hearth_record_get (hearing, "legal_case"));
  hearth_record_set (order, "hearing", hearth_record_get_id (hearing));
  hearth_demo_house_set_day (house, order, "ordered_on", at);
  hearth_demo_record_take (order, "number", g_strdup_printf ("%u-%u", 500 + plan->place, number + 1));
  hearth_record_set (order, "words", past[number].order);
  hearth_record_set (order, "responsible", number == 1 ? "Police station at the harbour" : "Legal officer");
  hearth_record_set (order, "status", done ? "done" : "not_yet");
  if (done)
    hearth_demo_house_set_day (house, order, "done_on", at + 1);
  else
    hearth_demo_house_set_day (house, order, number == 1 ? "expires" : "due",
                               house->days + 6 + (int) plan->place * 3);
  hearth_record_set (order, "proof", done ? "Letter of the court, in the file" : "");
  return hearth_demo_house_save (house, order, error);
}

static bool
write_held (HearthDemoHouse *house,
            HearthDemoPlan *plan,
            int at,
            int day,
            unsigned int number,
            GError **error)
{
  g_autofree char *key = key_of (number);
  g_autoptr (HearthRecord) hearing =
    hearth_store_load (house->store, hearth_demo_house_get_kept_of (house, plan, key), error);
  bool came = !g_str_equal (past[number].attend, "not_needed");

  if (hearing == NULL)
    return false;
  hearth_record_set (hearing, "status", "held");
  hearth_record_set (hearing, "result", past[number].result);
  hearth_demo_house_set_day (house, hearing, "told_on", day);
  if (came)
    {
      hearth_record_set (hearing, "left_at", "08:10");
      hearth_record_set (hearing, "arrived_at", "08:50");
      hearth_record_set (hearing, "waited", "25");
      hearth_record_set (hearing, "heard_from", "09:40");
      hearth_record_set (hearing, "heard_until", "10:35");
      hearth_record_set (hearing, "breaks", "3");
      hearth_record_set (hearing, "measures_given", "support_person separate_entrance breaks");
      hearth_record_set (hearing, "how_it_was",
                         "Calm on the way, pale before it began. Ate the soup and slept in the afternoon.");
      hearth_record_set (hearing, "said", "I said what I wanted to say.");
    }
  hearth_demo_house_forget_of (house, plan, key);
  return hearth_demo_house_save (house, hearing, error) &&
         write_order (house, plan, at, number, hearing, error);
}

/* --- the report --- */

static bool
write_report (HearthDemoHouse *house, HearthDemoPlan *plan, int day, const char *hearing, GError **error)
{
  g_autoptr (HearthRecord) report = hearth_demo_house_new_record (house, &hearth_court_report_type, plan);
  const HearthDemoPair pairs[] = {
    { "asked_by", "District court of Sampletown" },
    { "question", "How is the resident, and under which conditions can the resident be heard?" },
    { "author_post", "Legal officer of the house; lawyer, eleven years of work with young people" },
    { "contacts",
      "Key worker, nurse and counsellor this week; the teacher on Monday; the guardian by telephone. "
      "The father could not be reached." },
    { "papers", "The daily log since the arrival, the marks of the last term, the orders of this court." },
    { "situation",
      "The resident lives in a safe place, goes to school on all days and has people to lean on." },
    { "family", "Calls with the grandmother each week. No other family is in touch." },
    { "needs", "To know the questions’ subjects before. A support person in sight. Breaks on a sign." },
    { "risks",
      "A change of place before the end of the school year would cost the friends that were found." },
    { "options",
      "Hearing in the courtroom with a screen: the way through the building cannot be kept free. By "
      "video: possible on every day." },
    { "opinion", "Hearing by video does the least harm and gives the clearest answers." },
    { "recommendations", "Hear the resident by video, once, with breaks; the court; on the day set.\n"
                         "Keep the order of no contact; the court; until the judgment." },
    { "views", "I want to speak, but not twice." },
    { "asked_how", "talk" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (report, pairs);
  hearth_record_set (report, "legal_case", hearth_demo_house_get_kept_of (house, plan, "case"));
  hearth_record_set (report, "hearing", hearing);
  hearth_demo_house_set_day (house, report, "date", day);
  hearth_demo_house_set_day (house, report, "asked_on", day - 1);
  return hearth_demo_house_save (house, report, error);
}

/* --- public --- */

bool
hearth_demo_write_hearings (HearthDemoHouse *house,
                            HearthDemoPlan *plan,
                            int day,
                            bool goes_on,
                            GError **error)
{
  bool last = hearth_demo_house_days_ago (house, day) < LAST_WEEK;

  for (unsigned int i = 0; i <= COMING; i++)
    {
      int at = find_day (house, plan, i, goes_on);
      g_autofree char *key = key_of (i);
      const char *id = hearth_demo_house_get_kept_of (house, plan, key);

      if (at >= 0 && id == NULL && at > day && at - day <= DAYS_AHEAD)
        {
          if (!write_hearing (house, plan, day, i, at, error))
            return false;
        }
      else if (id != NULL && i < COMING && day > at && !write_held (house, plan, at, day, i, error))
        return false;
      id = hearth_demo_house_get_kept_of (house, plan, key);
      if (id != NULL && i == COMING &&
          !(write_steps_done (house, day, id, error) &&
            (!last || plan->place > 3 || write_report (house, plan, day, id, error))))
        return false;
    }
  return true;
}
