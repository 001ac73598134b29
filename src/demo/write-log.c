/* SPDX-License-Identifier: GPL-3.0-or-later
 * Daily log of the invented house: sleep that mends over months with hard weeks in between, and mood after it.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#include <math.h>

/* Entries of the last days are still open, as on any Monday morning. */
#define OPEN_DAYS 2
/* The entry that something is added to the day after. */
#define ADDED_TO_AGO 11
#define MINUTES_A_DAY (24 * 60)

/* --- helpers --- */

static bool
is_free_day (HearthDemoHouse *house, int day)
{
  g_autoptr (GDate) date = g_date_copy (house->first_day);

  g_date_add_days (date, (guint) day);
  return g_date_get_weekday (date) >= G_DATE_SATURDAY;
}

static HearthRecord *
new_entry (HearthDemoHouse *house, HearthDemoPlan *plan, int day, const char *shift)
{
  HearthRecord *entry = hearth_demo_house_new_record (house, &hearth_daily_log_type, plan);

  hearth_demo_record_take (entry, "date", hearth_demo_house_dup_date (house, day));
  hearth_record_set (entry, "shift", shift);
  return entry;
}

static bool
save_entry (HearthDemoHouse *house, HearthRecord *entry, int day, GError **error)
{
  return hearth_demo_house_save (house, entry, error) &&
         (day >= house->days - OPEN_DAYS || hearth_store_sign (house->store, entry, error));
}

/* The code at the place of @wellbeing between the first and the last of @codes, with some chance in it. */
static const char *
choose_code (HearthDemoPlan *plan, double wellbeing, const char *const *codes, int n)
{
  int place = (int) lround (wellbeing * (n - 1) + 0.45 * hearth_demo_noise (plan->random));

  return codes[CLAMP (place, 0, n - 1)];
}

static void
set_time (HearthRecord *entry, const char *field, int minutes)
{
  minutes = (minutes + MINUTES_A_DAY) % MINUTES_A_DAY;
  hearth_demo_record_take (entry, field, g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60));
}

static const char *
choose_meal (HearthDemoPlan *plan, double wellbeing)
{
  static const char *const meals[] = { "none", "some", "all", "all" };

  return choose_code (plan, 0.2 + 0.8 * wellbeing, meals, G_N_ELEMENTS (meals));
}

/* --- night --- */

static const char *
describe_sleep (HearthDemoPlan *plan, int woken)
{
  if (plan->slept < 0.62)
    return "hardly";
  if (plan->slept < 0.74)
    return "badly";
  return woken > 1 || plan->slept < 0.82 ? "broken" : "well";
}

static void
set_sleep (HearthDemoPlan *plan, HearthRecord *entry, double wellbeing)
{
  bool child = hearth_demo_plan_is_child (plan);
  int needed = child ? 560 : 470;
  int slept = (int) (needed * (0.58 + 0.42 * wellbeing) + 22 * hearth_demo_noise (plan->random));
  int bed = (child ? 21 * 60 + 15 : 22 * 60 + 20) +
            (int) ((1 - wellbeing) * 70 + 18 * hearth_demo_noise (plan->random));
  int woken = (int) lround ((1 - wellbeing) * 3.2 + 0.6 * hearth_demo_noise (plan->random));

  bed = MIN (bed / 5 * 5, MINUTES_A_DAY + 120);
  slept = CLAMP (slept / 5 * 5, 150, 660);
  set_time (entry, "sleep_from", bed);
  set_time (entry, "sleep_to", bed + slept);
  hearth_demo_record_take (entry, "times_woken", g_strdup_printf ("%d", CLAMP (woken, 0, 6)));
  hearth_record_set (entry, "nightmares",
                     hearth_demo_chance (plan->random, 0.5 * (1 - wellbeing) * (1 - wellbeing)) ? "yes"
                                                                                                : "no");
  plan->slept = (double) slept / needed;
  hearth_record_set (entry, "sleep_quality", describe_sleep (plan, woken));
}

/* Who is out for the night has no night here. */
static bool
write_absence (HearthDemoHouse *house, HearthRecord *entry, int day, GError **error)
{
  hearth_record_set (entry, "presence", "leave");
  return save_entry (house, entry, day, error);
}

bool
hearth_demo_write_night (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const char *const cares[] = { "not_today", "helped", "reminded", "alone", "alone" };
  g_autoptr (HearthRecord) entry = new_entry (house, plan, day, "night");
  double wellbeing =
    CLAMP (hearth_demo_plan_wellbeing (plan, day) + 0.12 * hearth_demo_noise (plan->random), 0, 1);

  if (hearth_demo_plan_is_out (plan, day))
    return write_absence (house, entry, day, error);
  hearth_record_set (entry, "presence", "present");
  set_sleep (plan, entry, wellbeing);
  hearth_record_set (entry, "breakfast", choose_meal (plan, wellbeing));
  hearth_record_set (entry, "hygiene", choose_code (plan, wellbeing, cares, G_N_ELEMENTS (cares)));
  if (plan->slept < 0.72 || hearth_demo_chance (plan->random, 0.25))
    hearth_demo_record_take (entry, "notes",
                             hearth_demo_say (plan, plan->slept < 0.78 ? HEARTH_DEMO_NIGHT_RESTLESS
                                                                       : HEARTH_DEMO_NIGHT_GOOD));
  return save_entry (house, entry, day, error);
}

/* --- morning --- */

/* Of the same draw of chance as the night before and the day after: nothing is drawn for it. */
bool
hearth_demo_write_morning (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) entry = new_entry (house, plan, day, "morning");
  double wellbeing = hearth_demo_plan_wellbeing (plan, day);

  if (hearth_demo_plan_is_out (plan, day))
    return write_absence (house, entry, day, error);
  hearth_record_set (entry, "presence", "present");
  hearth_record_set (entry, "sleep_quality", describe_sleep (plan, 0));
  hearth_record_set (entry, "breakfast", wellbeing > 0.35 ? "all" : "some");
  hearth_record_set (entry, "hygiene", wellbeing > 0.5 ? "alone" : "reminded");
  hearth_record_set (entry, "mood", wellbeing > 0.6 ? "good" : wellbeing > 0.3 ? "even" : "low");
  hearth_record_set (entry, "participation", wellbeing > 0.4 ? "joined" : "partly");
  return save_entry (house, entry, day, error);
}

/* --- day --- */

static void
set_mood (HearthDemoPlan *plan, HearthRecord *entry, double wellbeing)
{
  static const char *const moods[] = { "very_low", "low", "even", "good", "very_good" };
  static const char *const words[] = { "tired", "homesick", "calm", "hopeful", "proud" };
  static const char *const participations[] = { "alone", "partly", "joined", "joined", "led" };

  hearth_record_set (entry, "mood",
                     choose_code (plan, wellbeing + 0.08 * hearth_demo_noise (plan->random), moods,
                                  G_N_ELEMENTS (moods)));
  hearth_record_set (entry, "participation",
                     choose_code (plan, wellbeing, participations, G_N_ELEMENTS (participations)));
  if (hearth_demo_chance (plan->random, 0.12))
    hearth_record_set (entry, "mood_word", choose_code (plan, wellbeing, words, G_N_ELEMENTS (words)));
}

static void
set_plan_of_day (HearthDemoHouse *house, HearthDemoPlan *plan, HearthRecord *entry, int day, double wellbeing)
{
  static const char *const attendances[] = { "not", "part", "whole", "whole", "whole" };
  bool free_day = is_free_day (house, day);
  bool settling = day < plan->arrival + 10;

  if (free_day || settling)
    hearth_record_set (entry, "attendance", free_day ? "free" : "not");
  else
    hearth_record_set (entry, "attendance",
                       choose_code (plan, 0.2 + 0.8 * wellbeing, attendances, G_N_ELEMENTS (attendances)));
  hearth_demo_record_take (entry, "activity", hearth_demo_say (plan, HEARTH_DEMO_ACTIVITY));
  if (hearth_demo_chance (plan->random, 0.45))
    {
      bool school = !free_day && !settling && hearth_demo_plan_is_child (plan) &&
                    !g_str_equal (hearth_record_get (entry, "attendance"), "not");

      hearth_demo_record_take (entry, "notes",
                               hearth_demo_say (plan,
                                                school ? HEARTH_DEMO_SCHOOL_DAY : HEARTH_DEMO_FREE_DAY));
    }
  else if (hearth_demo_chance (plan->random, 0.5))
    hearth_demo_record_take (entry, "notes",
                             hearth_demo_say (plan, wellbeing > 0.66   ? HEARTH_DEMO_DAY_GOOD
                                                    : wellbeing > 0.38 ? HEARTH_DEMO_DAY_PLAIN
                                                                       : HEARTH_DEMO_DAY_HEAVY));
}

/* What a rested, a tired or a homesick person says; not the same twice running. */
static HearthDemoSaying
choose_saying (HearthDemoPlan *plan, double wellbeing)
{
  static const HearthDemoSaying low[] = { HEARTH_DEMO_SAYS_MISSES_FAMILY, HEARTH_DEMO_SAYS_SLEEPY,
                                          HEARTH_DEMO_SAYS_GRANDMOTHER };
  static const HearthDemoSaying high[] = { HEARTH_DEMO_SAYS_SLEPT_WELL, HEARTH_DEMO_SAYS_HAPPY,
                                           HEARTH_DEMO_SAYS_SINGING,    HEARTH_DEMO_SAYS_SAFE,
                                           HEARTH_DEMO_SAYS_GARDEN,     HEARTH_DEMO_SAYS_SCHOOL,
                                           HEARTH_DEMO_SAYS_COOKING };

  HearthDemoSaying saying;

  do
    saying = wellbeing < 0.4 ? low[g_rand_int_range (plan->random, 0, G_N_ELEMENTS (low))]
                             : high[g_rand_int_range (plan->random, 0, G_N_ELEMENTS (high))];
  while (saying == plan->said);
  plan->said = saying;
  return saying;
}

static void
set_what_was_special (HearthDemoPlan *plan, HearthRecord *entry, double wellbeing)
{
  if (hearth_demo_chance (plan->random, 0.15 + 0.3 * wellbeing))
    hearth_demo_record_take (entry, "positive_moment", hearth_demo_say (plan, HEARTH_DEMO_POSITIVE));
  if (hearth_demo_chance (plan->random, 0.04))
    hearth_demo_record_take (entry, "own_words", hearth_demo_quote (plan, choose_saying (plan, wellbeing)));
  if (hearth_demo_chance (plan->random, 0.16 * (1 - wellbeing)))
    hearth_demo_record_take (entry, "concern", hearth_demo_say (plan, HEARTH_DEMO_CONCERN));
  if (hearth_demo_chance (plan->random, 0.04))
    hearth_demo_record_take (entry, "health", hearth_demo_say (plan, HEARTH_DEMO_HEALTH));
  if (hearth_demo_chance (plan->random, 0.09))
    hearth_demo_record_take (entry, "contacts", hearth_demo_say (plan, HEARTH_DEMO_CALL));
}

bool
hearth_demo_write_day (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) entry = new_entry (house, plan, day, "afternoon");
  double wellbeing = hearth_demo_plan_wellbeing (plan, day) + 0.5 * (plan->slept - 0.85);

  if (hearth_demo_plan_is_out (plan, day))
    return write_absence (house, entry, day, error);
  wellbeing = CLAMP (wellbeing, 0, 1);
  hearth_record_set (entry, "presence", hearth_demo_chance (plan->random, 0.04) ? "appointment" : "present");
  set_mood (plan, entry, wellbeing);
  hearth_record_set (entry, "lunch", choose_meal (plan, wellbeing));
  hearth_record_set (entry, "dinner", choose_meal (plan, wellbeing));
  set_plan_of_day (house, plan, entry, day, wellbeing);
  set_what_was_special (plan, entry, wellbeing);
  if (!save_entry (house, entry, day, error))
    return false;
  if (hearth_demo_house_days_ago (house, day) == ADDED_TO_AGO &&
      hearth_demo_house_get_kept (house, "entry") == NULL)
    hearth_demo_house_keep (house, "entry", entry);
  return true;
}
