/* SPDX-License-Identifier: GPL-3.0-or-later
 * Safety plans of the invented house: what helps, in the resident's own words, and what to do.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->life, 0, G_N_ELEMENTS (table))])

#define FIRST_AFTER 21 /* days after the arrival */
#define DAYS_TO_THE_NEXT 120
#define REVIEW_DAYS 91

bool
hearth_demo_has_safety_plan (const HearthDemoPlan *plan, int day)
{
  if (plan->age % 3 == 0)
    return false;
  return plan->safety_plan == NULL ? day >= plan->arrival + FIRST_AFTER
                                   : day >= plan->safety_day + DAYS_TO_THE_NEXT;
}

/* Words of the resident. */
static void
set_own_words (HearthDemoPlan *plan, HearthRecord *record)
{
  static const char *const signs[] = {
    "I go quiet and do not look up.",
    "My hands cannot keep still.",
    "I laugh too loud and then I want to be alone.",
    "I check the door many times.",
  };
  static const char *const triggers[] = {
    "When somebody knocks hard. When a car stops in front of the house.",
    "Phone calls I did not expect.",
    "The days before I have to speak at the court.",
    "When people argue behind a door.",
  };
  static const char *const helps[] = {
    "Tea. Somebody who sits with me and does not ask.",
    "A walk around the garden, twice. Music in one ear.",
    "Cold water, then drawing. The lamp stays on.",
    "To be told what comes next, with the time.",
  };
  static const char *const worse[] = {
    "Being held by the arm. Many people in the room.",
    "Questions, one after the other.",
    "Being told to calm down.",
  };
  static const char *const places[] = {
    "The bench under the big tree.",
    "The kitchen, when somebody is cooking.",
    "My bed with the curtain drawn.",
  };

  hearth_record_set (record, "warning_signs", PICK (plan, signs));
  hearth_record_set (record, "triggers", PICK (plan, triggers));
  hearth_record_set (record, "helps", PICK (plan, helps));
  hearth_record_set (record, "worse", PICK (plan, worse));
  hearth_record_set (record, "safe_places", PICK (plan, places));
  hearth_record_set (record, "if_leaves",
                     "I take my phone, and I send the word that we agreed. I come back before it is dark.");
}

static void
set_rules (HearthDemoPlan *plan, HearthRecord *record)
{
  static const char *const words[] = { "lantern", "mango", "bicycle", "umbrella" };
  static const char *const hair[] = { "short dark hair", "long dark hair in a plait", "curly hair, a scarf" };
  const HearthDemoPair pairs[] = {
    { "threats", "Calls from numbers not known, in the first months. None in the house itself." },
    { "safe_people", "The key worker. The counsellor. The trusted person on the list of contacts." },
    { "phone_rules", "Calls with people on the list. A number not known is shown to a member of staff." },
    { "route_rules", "To school with the others, along the river road. Back by the same way." },
    { "signs_1", "Stay near, offer tea or a walk. One voice, few words." },
    { "signs_2", "Ask whether company is wanted. Tell the shift. Look in every half hour." },
    { "signs_3",
      "Do not leave alone. Call the house manager, and the doctor where there is a risk to life." },
    { "if_called",
      "Say that nobody of this name is here, write down the number and the words, tell the manager." },
    { "if_missing",
      "1. The phone of the resident. 2. The house manager. 3. The police. 4. The social worker." },
    { "places", "The school yard, the library, the bus stop at the bridge, the market." },
    { "cash_phone", "Small change and the card with our number are in the bag." },
    { "court_day",
      "Side entrance, the waiting room at the back. Somebody of the house stays the whole time." },
    { "visit_plan", "Visits in the garden room, by appointment, with somebody of the house nearby." },
    { "agreed", "yes" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (record, pairs);
  hearth_record_set (record, "code_word", PICK (plan, words));
  hearth_demo_record_take (record, "description",
                           g_strdup_printf ("%s, about %d cm, %s", plan->given->used,
                                            hearth_demo_plan_is_child (plan) ? 118 + 3 * plan->age : 168,
                                            PICK (plan, hair)));
}

static bool
end_before (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) before = NULL;

  if (plan->safety_plan == NULL)
    return true;
  before = hearth_store_load (house->store, plan->safety_plan, error);
  if (before == NULL)
    return false;
  hearth_demo_record_take (before, "ended_on", hearth_demo_house_dup_date (house, day));
  return hearth_demo_house_save (house, before, error);
}

bool
hearth_demo_write_safety_plan (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) record = hearth_demo_house_new_record (house, &hearth_safety_plan_type, plan);
  int review = day + REVIEW_DAYS;

  /* Looked at again every three months; some are due just now. */
  while (review < house->days - 2)
    review += REVIEW_DAYS;
  hearth_demo_record_take (record, "made_on", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_take (record, "review", hearth_demo_house_dup_date (house, review));
  hearth_demo_record_take (record, "agreed_on", hearth_demo_house_dup_date (house, day));
  set_own_words (plan, record);
  set_rules (plan, record);
  if (!end_before (house, plan, day, error) || !hearth_demo_house_save (house, record, error))
    return false;
  g_set_str (&plan->safety_plan, hearth_record_get_id (record));
  plan->safety_day = day;
  return true;
}
