/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files of the residents of the invented house: profile, stays, people, alerts, consents, statements.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/duplicates.h"

/* --- helpers --- */

#define REVIEW_DAYS 91

#define PICK(plan, table) (&(table)[g_rand_int_range ((plan)->random, 0, G_N_ELEMENTS (table))])

static void
set_day (HearthDemoHouse *house, HearthRecord *record, const char *field, int day)
{
  hearth_demo_record_take (record, field, hearth_demo_house_dup_date (house, day));
}

static bool
is_male (const HearthDemoPlan *plan)
{
  return plan->kind == HEARTH_DEMO_BOY || plan->kind == HEARTH_DEMO_MAN;
}

/* --- profile --- */

/* Some know the day, some the month, some are not sure of the year. */
static void
set_birth (HearthDemoHouse *house, HearthDemoPlan *plan, HearthRecord *resident)
{
  g_autofree char *arrival = hearth_demo_house_dup_date (house, plan->arrival);
  g_autofree char *birth =
    hearth_date_add_days (arrival, -(plan->age * 365 + g_rand_int_range (plan->random, 40, 300)));
  double share = g_rand_double (plan->random);

  if (share < 0.6)
    hearth_record_set (resident, "birth", birth);
  else if (share < 0.75)
    hearth_demo_record_take (resident, "birth", g_strndup (birth, 7));
  else
    hearth_demo_record_take (resident, "birth", g_strdup_printf ("%.4s~", birth));
  hearth_record_set (resident, "birth_source", share < 0.6 ? "document" : share < 0.75 ? "said" : "guessed");
}

static void
set_person (HearthDemoPlan *plan, HearthRecord *resident)
{
  static const char *const pseudonyms[] = { "Alder",   "Birch",  "Cedar",  "Fern",  "Hazel", "Ivy",
                                            "Juniper", "Laurel", "Maple",  "Olive", "Poppy", "Rowan",
                                            "Sage",    "Tansy",  "Violet", "Wren" };
  const char *pseudonym = *PICK (plan, pseudonyms);
  bool adult = !hearth_demo_plan_is_child (plan);

  hearth_record_set (resident, "name_used", plan->given->used);
  hearth_record_set (resident, "local_name", plan->given->local);
  hearth_record_set (resident, "pseudonym", plan->veiled ? pseudonym : "");
  hearth_demo_record_take (resident, "legal_name",
                           g_strconcat (plan->given->used, " ", plan->second->used, NULL));
  hearth_record_set (resident, "form_of_address", is_male (plan) ? "he, first name" : "she, first name");
  hearth_record_set (resident, "sex", is_male (plan) ? "1" : "2");
  hearth_record_set (resident, "gender", is_male (plan) ? "Masculine" : "Feminine");
  hearth_record_set (resident, "nationality", plan->culture->country);
  hearth_record_set (resident, "birth_place", plan->culture->place);
  hearth_record_set (resident, "marital_status", adult ? "Single" : "");
  if (adult)
    hearth_record_set (resident, "children", hearth_demo_chance (plan->random, 0.3) ? "1" : "0");
}

static void
set_strengths (HearthDemoPlan *plan, HearthRecord *resident)
{
  static const char *const strengths[] = {
    "Patient teacher of younger children. Loves music and learns songs quickly.",
    "Careful hands: sews, mends, draws. Notices when others need help.",
    "Quick with numbers, plays chess, remembers every name.",
    "Strong runner and swimmer. Makes people laugh.",
    "Good cook with an eye for plants. Speaks up for others in the house meeting.",
    "Curious, reads everything, asks the right questions.",
    "Calm with animals and small children. Knows many stories.",
    "Repairs things. Likes to understand how they work. Loyal friend.",
  };
  static const char *const comforts[] = {
    "Tea and a quiet place by the window. A walk. Being asked before being touched.",
    "Music on low, the small lamp at night, the soft blanket.",
    "Something to do with the hands: dough, wool, clay.",
    "Knowing the plan of the day beforehand. Short breaks outdoors.",
    "A talk before sleep, the door ajar, look-ins at agreed times.",
    "Drawing. The house cat. Cold water on the wrists.",
  };
  static const char *const avoid[] = {
    "The journey. Questions about the father.",
    "Surprises with strangers in the room.",
    "The old school and who was there.",
    "Being alone with people not known yet.",
  };
  static const char *const sit_in[] = { "The key worker", "A friend from the house",
                                        "The interpreter, a woman", "Nobody, with the door ajar" };
  static const char *const literacies[] = { "reads_and_writes", "reads_and_writes", "reads_some", "not_yet" };

  hearth_record_set (resident, "strengths", *PICK (plan, strengths));
  hearth_record_set (resident, "comforts", *PICK (plan, comforts));
  if (hearth_demo_chance (plan->random, 0.8))
    {
      hearth_record_set (resident, "avoid_topics", *PICK (plan, avoid));
      hearth_record_set (resident, "may_sit_in", *PICK (plan, sit_in));
    }
  hearth_demo_record_take (resident, "wishes",
                           hearth_demo_quote (plan, hearth_demo_chance (plan->random, 0.6)
                                                      ? HEARTH_DEMO_SAYS_SCHOOL
                                                      : HEARTH_DEMO_SAYS_COOKING));
  hearth_record_set (resident, "literacy", *PICK (plan, literacies));
  if (g_str_equal (plan->culture->language, "English"))
    hearth_record_set (resident, "languages", "English (first language)");
  else
    hearth_demo_record_take (resident, "languages",
                             g_strdup_printf ("%s (first language), English (learning)",
                                              plan->culture->language));
  hearth_record_set (resident, "interpreter",
                     g_str_equal (plan->culture->language, "English") ? "no" : "yes");
}

/* Names repeat in a large house; here all who look alike are somebody else. */
static bool
tell_apart (HearthDemoHouse *house, HearthRecord *resident, GError **error)
{
  g_autoptr (GPtrArray) duplicates = hearth_duplicates_find (house->store, resident, NULL, error);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; duplicates != NULL && i < duplicates->len; i++)
    {
      const HearthDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (duplicate->likeness == HEARTH_LIKENESS_STRONG)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "",
                                hearth_record_get (duplicate->resident, "code"));
    }
  hearth_demo_record_take (resident, "different_from", g_string_free_and_steal (codes));
  return duplicates != NULL;
}

static bool
write_profile (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  g_autoptr (HearthRecord) resident = hearth_demo_house_new_record (house, &hearth_resident_type, NULL);

  set_person (plan, resident);
  set_birth (house, plan, resident);
  set_strengths (plan, resident);
  hearth_record_set (resident, "key_worker", hearth_demo_house_get_person (house, "key-worker"));
  if (!tell_apart (house, resident, error) || !hearth_demo_house_save (house, resident, error))
    return false;
  plan->id = g_strdup (hearth_record_get_id (resident));
  return true;
}

/* --- stays --- */

/* A bed of their own, where there is one. */
static void
set_room (HearthDemoHouse *house, HearthDemoPlan *plan, HearthRecord *stay)
{
  hearth_demo_choose_bed (house, plan);
  if (plan->room >= 0)
    {
      const HearthDemoRoom *room = g_ptr_array_index (house->rooms, plan->room);

      hearth_demo_record_take (stay, "room", g_strdup_printf ("%s room, bed %d", room->name, plan->bed + 1));
    }
}

static void
set_order (HearthDemoHouse *house, HearthDemoPlan *plan, HearthRecord *stay)
{
  bool child = hearth_demo_plan_is_child (plan);

  hearth_record_set (stay, "legal_basis", child ? "court_order" : "voluntary");
  if (!child)
    return;
  hearth_record_set (stay, "decided_by", "Family court, by decision");
  hearth_demo_record_take (stay, "order_number",
                           g_strdup_printf ("FC-%04d/%02d", g_rand_int_range (plan->random, 100, 9999),
                                            g_date_get_year (house->first_day) % 100));
  set_day (house, stay, "order_issued", plan->arrival);
  set_day (house, stay, "order_expires", hearth_demo_plan_draw_order (plan, house->days));
}

static bool
write_stay_before (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const char *const placements[] = { "other_shelter", "hospital", "kin", "foster" };
  g_autoptr (HearthRecord) stay = hearth_demo_house_new_record (house, &hearth_stay_type, plan);
  g_autofree char *arrival = hearth_demo_house_dup_date (house, plan->arrival);

  hearth_record_set (stay, "placement", *PICK (plan, placements));
  hearth_demo_record_take (stay, "start",
                           hearth_date_add_days (arrival, -g_rand_int_range (plan->random, 5, 60)));
  hearth_record_set (stay, "end", arrival);
  hearth_record_set (stay, "end_reason", "other_care");
  return hearth_demo_house_save (house, stay, error);
}

static bool
write_stay (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const char *const referrers[] = {
    "police", "social_welfare", "helpline", "ngo", "court", "embassy"
  };
  static const char *const conditions[] = {
    "Tired and hungry; ate well in the evening. A slight cold. No urgent need.",
    "Exhausted, slept through the afternoon. Bruised knee, cleaned and bandaged.",
    "Quiet, holding on to the bag. Drank tea, accepted a shower and fresh clothes.",
    "Thirsty and tired after the journey. Glad to see others of the same age.",
    "Well, a little shy. Asked to see the kitchen first.",
  };
  g_autoptr (HearthRecord) stay = hearth_demo_house_new_record (house, &hearth_stay_type, plan);

  hearth_record_set (stay, "placement", "this_house");
  set_day (house, stay, "start", plan->arrival);
  set_day (house, stay, "planned_end", plan->arrival + 365 + g_rand_int_range (plan->random, 0, 365));
  set_room (house, plan, stay);
  set_order (house, plan, stay);
  hearth_record_set (stay, "referred_by", *PICK (plan, referrers));
  hearth_record_set (stay, "brought_by", "A social worker and a driver");
  hearth_record_set (stay, "condition", *PICK (plan, conditions));
  hearth_demo_record_take (stay, "first_words", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_MISSES_FAMILY));
  hearth_demo_record_take (stay, "wish", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_GRANDMOTHER));
  hearth_record_set (stay, "supervision", plan->start < 0.3 ? "Look in every hour at night" : "Usual rounds");
  hearth_record_set (stay, "leave_conditions",
                     "With a member of staff in the first month, then as agreed each week.");
  if (!hearth_demo_house_save (house, stay, error))
    return false;
  plan->stay = g_strdup (hearth_record_get_id (stay));
  return hearth_demo_write_bed (house, plan, plan->arrival, error);
}

/* Ends the stay under way; the reason is the record's own code. */
static HearthRecord *
end_stay (HearthDemoHouse *house, HearthDemoPlan *plan, int day, const char *reason, GError **error)
{
  g_autoptr (HearthRecord) stay = hearth_store_load (house->store, plan->stay, error);

  if (stay == NULL)
    return NULL;
  set_day (house, stay, "end", day);
  hearth_record_set (stay, "end_reason", reason);
  return hearth_demo_house_save (house, stay, error) ? g_steal_pointer (&stay) : NULL;
}

bool
hearth_demo_write_move (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const char *const kept[] = { "planned_end",  "legal_basis",   "decided_by",  "order_number",
                                      "order_issued", "order_expires", "referred_by", "leave_conditions" };
  g_autoptr (HearthRecord) before = end_stay (house, plan, plan->move, "planned", error);
  g_autoptr (HearthRecord) stay = NULL;

  if (before == NULL)
    return false;
  if (!hearth_demo_leave_bed (house, plan, plan->move, error))
    return false;
  stay = hearth_demo_house_new_record (house, &hearth_stay_type, plan);
  hearth_record_set (stay, "placement", "this_house");
  set_day (house, stay, "start", plan->move);
  set_room (house, plan, stay);
  for (unsigned int i = 0; i < G_N_ELEMENTS (kept); i++)
    hearth_record_set (stay, kept[i], hearth_record_get (before, kept[i]));
  hearth_record_set (stay, "supervision", "Usual rounds");
  if (!hearth_demo_house_save (house, stay, error))
    return false;
  g_set_str (&plan->stay, hearth_record_get_id (stay));
  return hearth_demo_write_bed (house, plan, plan->move, error);
}

bool
hearth_demo_write_departure (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const struct {
    const char *reason, *placement;
  } children[] = { { "family", "family" }, { "other_care", "foster" }, { "family", "kin" } },
    adults[] = { { "independent", "independent" }, { "planned", "supported_living" } };
  const char *reason, *placement;
  g_autoptr (HearthRecord) before = NULL, stay = NULL;

  reason = hearth_demo_plan_is_child (plan) ? children[plan->age % 3].reason : adults[plan->age % 2].reason;
  placement =
    hearth_demo_plan_is_child (plan) ? children[plan->age % 3].placement : adults[plan->age % 2].placement;
  before = end_stay (house, plan, plan->departure, reason, error);
  if (before == NULL || !hearth_demo_leave_bed (house, plan, plan->departure, error))
    return false;
  stay = hearth_demo_house_new_record (house, &hearth_stay_type, plan);
  hearth_record_set (stay, "placement", placement);
  set_day (house, stay, "start", plan->departure);
  return hearth_demo_house_save (house, stay, error);
}

/* --- people --- */

static bool
write_contact (HearthDemoHouse *house,
               HearthDemoPlan *plan,
               const char *relation,
               unsigned int place,
               GError **error)
{
  g_autoptr (HearthRecord) contact = hearth_demo_house_new_record (house, &hearth_contact_type, plan);
  bool male = g_str_equal (relation, "brother") || g_str_equal (relation, "teacher");
  const HearthDemoName *given =
    &(male ? plan->culture->men : plan->culture->women)[(place + 1) % HEARTH_DEMO_N_GIVEN];

  hearth_demo_record_take (contact, "name", g_strconcat (given->used, " ", plan->second->used, NULL));
  hearth_record_set (contact, "relation", relation);
  hearth_record_set (contact, "languages", plan->culture->language);
  hearth_record_set (contact, "safe_to_call", place == 0 ? "yes" : place == 1 ? "with_care" : "not_known");
  hearth_record_set (contact, "trusted", place == 0 ? "yes" : "");
  hearth_record_set (contact, "emergency", place == 0 ? "yes" : "no");
  if (place >= HEARTH_DEMO_N_CONTACTS)
    return hearth_demo_house_save (house, contact, error);
  hearth_demo_record_take (contact, "phone",
                           g_strdup_printf ("555 01%02d", g_rand_int_range (plan->random, 0, 100)));
  hearth_record_set (contact, "call_hours", place == 0 ? "Any day, 17–20 h" : "Sundays, 15–16 h");
  hearth_record_set (contact, "say_we_are", "The language school, about the timetable");
  if (place == 0)
    hearth_demo_record_take (contact, "wish", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_MISSES_FAMILY));
  if (!hearth_demo_house_save (house, contact, error))
    return false;
  plan->contacts[place] = g_strdup (hearth_record_get_id (contact));
  return true;
}

static bool
write_contacts (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const char *const relations[] = { "grandparent", "aunt_or_uncle", "sister",
                                           "mother",      "brother",       "teacher" };
  int first = g_rand_int_range (plan->random, 0, G_N_ELEMENTS (relations));
  int n = g_rand_int_range (plan->random, 2, 4);

  for (int i = 0; i < n; i++)
    if (!write_contact (house, plan, relations[(first + i) % (int) G_N_ELEMENTS (relations)],
                        (unsigned int) i, error))
      return false;
  return true;
}

/* --- alerts --- */

/* Alerts are looked at again every three months, and some are due just now. */
static int
find_review (HearthDemoHouse *house, const HearthDemoPlan *plan)
{
  int day = plan->arrival + REVIEW_DAYS;

  while (day < house->days - 1)
    day += REVIEW_DAYS;
  return day;
}

static bool
write_alerts (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const struct {
    const char *kind, *level, *text, *action;
  } alerts[] = {
    { "allergy", "high", "Peanuts: no contact",
      "Antihistamine in the kitchen box, then call the nurse at once." },
    { "allergy", "medium", "Penicillin", "Say so at every appointment; card is in the file." },
    { "diet", "medium", "No pork", "The cook knows. Check parcels and outings." },
    { "diet", "low", "Vegetarian by own choice", "Offer eggs or beans at each meal." },
    { "diet", "medium", "Lactose: oat milk instead", "A carton stands in the small fridge." },
    { "night", "medium", "Look in every hour at night", "Knock softly, say who it is, leave the lamp on." },
    { "night", "low", "Small lamp stays on", "Spare bulbs are in the hall cupboard." },
    { "watch", "medium", "Stay near on hard dates",
      "The dates are in the calendar; plan something small and gentle." },
    { "communication", "low", "Interpreter for appointments",
      "Book two days ahead; a woman where possible." },
    { "health", "low", "Wears glasses for reading", "A spare pair is in the office." },
    { "going_out", "medium", "Goes out with a member of staff",
      "As agreed with the resident; looked at again each month." },
    { "contact", "high", "Visitors only as on the list", "Ring the house manager before opening." },
  };
  int n = g_rand_int_range (plan->random, 0, 3),
      first = g_rand_int_range (plan->random, 0, G_N_ELEMENTS (alerts));

  for (int i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) alert = hearth_demo_house_new_record (house, &hearth_alert_type, plan);
      unsigned int place = (unsigned int) (first + i * 5) % G_N_ELEMENTS (alerts);

      hearth_record_set (alert, "kind", alerts[place].kind);
      hearth_record_set (alert, "level", alerts[place].level);
      hearth_record_set (alert, "text", alerts[place].text);
      hearth_record_set (alert, "action", alerts[place].action);
      set_day (house, alert, "start", plan->arrival);
      set_day (house, alert, "review", find_review (house, plan));
      if (g_str_equal (alerts[place].kind, "night") && hearth_demo_chance (plan->random, 0.5))
        set_day (house, alert, "end", plan->arrival + 120);
      if (!hearth_demo_house_save (house, alert, error))
        return false;
    }
  return true;
}

/* --- consents --- */

static bool
write_consent (HearthDemoHouse *house,
               HearthDemoPlan *plan,
               const char *purpose,
               const char *recipient,
               const char *categories,
               GError **error)
{
  g_autoptr (HearthRecord) consent = hearth_demo_house_new_record (house, &hearth_consent_type, plan);
  bool child = hearth_demo_plan_is_child (plan);

  hearth_record_set (consent, "purpose", purpose);
  hearth_record_set (consent, "recipient", recipient);
  hearth_record_set (consent, "categories", categories);
  hearth_record_set (consent, "given_by", child ? "guardian" : "self");
  hearth_record_set (consent, "assent", "yes");
  hearth_record_set (consent, "explained_by",
                     hearth_record_get (hearth_store_get_account (house->store), "name"));
  hearth_demo_record_take (consent, "language",
                           g_strconcat (plan->culture->language, ", with an interpreter", NULL));
  hearth_record_set (consent, "manner", "written");
  set_day (house, consent, "valid_from", plan->arrival);
  set_day (house, consent, "valid_until", plan->arrival + 730);
  return hearth_demo_house_save (house, consent, error);
}

static bool
write_consents (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  if (!write_consent (house, plan, "care_here", "This house", "identity care", error) ||
      !write_consent (house, plan, "medical_care", "The clinic in town", "identity health", error))
    return false;
  if (hearth_demo_plan_is_child (plan) &&
      !write_consent (house, plan, "school", "The school", "identity education", error))
    return false;
  return !hearth_demo_chance (plan->random, 0.5) ||
         write_consent (house, plan, "court_report", "The family court", "care education", error);
}

/* --- the legal officer --- */

static bool
write_barred_contact (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  g_autoptr (HearthRecord) contact = hearth_demo_house_new_record (house, &hearth_contact_type, plan);

  hearth_record_set (contact, "name", "A former neighbour");
  hearth_record_set (contact, "relation", "other");
  hearth_record_set (contact, "safe_to_call", "no");
  hearth_record_set (contact, "no_contact", "yes");
  set_day (house, contact, "no_contact_since", plan->arrival);
  hearth_demo_record_take (contact, "no_contact_order",
                           g_strdup_printf ("PO-%03d", g_rand_int_range (plan->random, 100, 1000)));
  hearth_record_set (contact, "no_contact_reason",
                     "Protection order of the family court; the copy is in the legal file.");
  return hearth_demo_house_save (house, contact, error);
}

static bool
write_statement (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const struct {
    const char *body, *purpose, *topics, *uses;
  } statements[] = {
    { "social_services", "First talk about needs", "Needs; school; wishes about where to live", "care" },
    { "immigration", "Application for a residence permit", "Identity; documents; languages", "immigration" },
    { "lawyer", "Preparing the hearing", "Rights; what happens at a hearing; wishes", "trial protection" },
    { "house", "Plan for the first months", "Needs; people to call; school", "care" },
  };
  static const char *const effects[] = {
    "Tired in the evening, slept as usual.",
    "Quiet for a day, ate with the others; slept less for two nights.",
    "Relieved afterwards. No change in sleep or appetite.",
  };
  g_autoptr (HearthRecord) statement = hearth_demo_house_new_record (house, &hearth_statement_type, plan);
  unsigned int place = (unsigned int) g_rand_int_range (plan->random, 0, G_N_ELEMENTS (statements));

  set_day (house, statement, "date", plan->arrival + 4);
  hearth_record_set (statement, "body", statements[place].body);
  hearth_record_set (statement, "purpose", statements[place].purpose);
  hearth_record_set (statement, "topics", statements[place].topics);
  hearth_record_set (statement, "place", "Quiet room, with tea and breaks");
  hearth_demo_record_take (statement, "minutes",
                           g_strdup_printf ("%d", 5 * g_rand_int_range (plan->random, 6, 16)));
  hearth_record_set (statement, "support_person", "Key worker");
  hearth_record_set (statement, "recorded", "written");
  hearth_record_set (statement, "reusable_for", statements[place].uses);
  hearth_record_set (statement, "effect", *PICK (plan, effects));
  return hearth_demo_house_save (house, statement, error);
}

/* --- public --- */

bool
hearth_demo_write_arrival (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  return write_profile (house, plan, error) &&
         (hearth_demo_chance (plan->random, 0.6) || write_stay_before (house, plan, error)) &&
         write_stay (house, plan, error) && write_contacts (house, plan, error) &&
         write_alerts (house, plan, error) && write_consents (house, plan, error) &&
         hearth_demo_write_papers (house, plan, error);
}

bool
hearth_demo_write_legal (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  return (hearth_demo_chance (plan->random, 0.6) || write_barred_contact (house, plan, error)) &&
         (hearth_demo_chance (plan->random, 0.3) || write_statement (house, plan, error)) &&
         (hearth_demo_chance (plan->random, 0.4) || hearth_demo_write_history (house, plan, error));
}
