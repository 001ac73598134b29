/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cases of the residents of the invented house, and who they are against, as the legal officer writes them. What happened is
 * nowhere told.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define CASES_EVERY 3 /* residents */
#define CASE_AFTER 8  /* days from the arrival */
#define CHARGED_AFTER 100
#define CLOSED_AFTER 240
#define CLOSED 12 /* place of the resident whose case has an end */
#define RELEASED 3 /* place of the resident who must know of a release */

typedef struct {
  const char *kind, *court, *charges, *views, *testify;
} Case;

static const Case cases[] = {
  { "criminal", "District court of Sampletown", "Exploitation of work; taking away of papers",
    "I want to speak, but not twice, and not with that person in the room.", "wants" },
  { "protection", "Family court of Sampletown", "Order of protection",
    "I want to stay here and go to school.", "not_needed" },
  { "labour", "Labour court of Sampletown", "Wages that were not paid", "I want the money that I earned.",
    "unsure" },
  { "criminal", "District court of Sampletown", "Exploitation by forced begging",
    "I will say what I can. I want breaks.", "wants" },
  { "immigration", "Office for residence, Sampletown", "Permit to stay",
    "I want to stay until school is finished.", "not_needed" },
};

static const Case *
case_of (const HearthDemoPlan *plan)
{
  return &cases[plan->place / CASES_EVERY % G_N_ELEMENTS (cases)];
}

/* --- the case --- */

static bool
write_case (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  const Case *template = case_of (plan);
  g_autoptr (HearthRecord) record = hearth_demo_house_new_record (house, &hearth_legal_case_type, plan);
  const HearthDemoPair pairs[] = {
    { "kind", template->kind },
    { "stage", "investigation" },
    { "court", template->court },
    { "charges", template->charges },
    { "views", template->views },
    { "testify", template->testify },
    { "police", "Station at the harbour" },
    { "prosecutor", "Prosecutor Leopold Nakamura-Frey" },
    { "judge", "Judge Ottilie Marlowe-Quist" },
    { "lawyer", "Advocate Imre Holloway-Dahl" },
    { "lawyer_phone", "555 0171" },
    { "guardian", hearth_demo_plan_is_child (plan) ? "Ms Philippa Grantley, appointed by the court" : "" },
    { "told_by", "Legal officer, with an interpreter" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (record, pairs);
  hearth_demo_record_take (record, "number",
                           g_strdup_printf ("%u/%u", 4100 + 37 * plan->place, plan->place + 1));
  hearth_demo_record_take (record, "interpreter",
                           g_strdup_printf ("Interpreter for %s of the court", plan->culture->language));
  hearth_demo_house_set_day (house, record, "opened_on", day);
  hearth_demo_house_set_day (house, record, "told_on", day);
  if (!hearth_demo_house_save (house, record, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "case", record);
  return true;
}

static bool
write_stage (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  const char *id = hearth_demo_house_get_kept_of (house, plan, "case");
  g_autoptr (HearthRecord) record = hearth_store_load (house->store, id, error);

  if (record == NULL)
    return false;
  if (day < plan->arrival + CLOSED_AFTER)
    hearth_record_set (record, "stage", g_str_equal (case_of (plan)->kind, "criminal") ? "charged" : "trial");
  else
    {
      hearth_record_set (record, "stage", "closed");
      hearth_demo_house_set_day (house, record, "closed_on", day);
      hearth_record_set (record, "outcome",
                         "The permit was given for three years. The paper is in the safe.");
    }
  return hearth_demo_house_save (house, record, error);
}

static bool
write_accused (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) accused = NULL;
  bool custody = plan->place % 2 == 0;

  if (g_str_equal (case_of (plan)->kind, "immigration"))
    return true;
  accused = hearth_demo_house_new_record (house, &hearth_accused_type, plan);
  hearth_record_set (accused, "legal_case", hearth_demo_house_get_kept_of (house, plan, "case"));
  hearth_record_set (accused, "letter", "A1");
  hearth_record_set (accused, "identity", "An invented person; name and birth are in the file of the court.");
  hearth_record_set (accused, "relation", "employer");
  hearth_demo_house_set_day (house, accused, "noted_on", day);
  hearth_record_set (accused, "status", custody ? "custody" : "bail");
  hearth_demo_house_set_day (house, accused, "status_on", day);
  hearth_record_set (accused, "conditions",
                     custody ? "" : "Stays out of town; reports to the police each week.");
  hearth_record_set (accused, "release_notice", plan->place == RELEASED ? "confirmed" : "asked");
  hearth_record_set (accused, "no_contact", "yes");
  hearth_demo_record_take (accused, "order_number", g_strdup_printf ("PO-%u", 310 + plan->place));
  hearth_demo_house_set_day (house, accused, "no_contact_from", day);
  hearth_demo_house_set_day (house, accused, "no_contact_until",
                             MAX (house->days + 12 * (int) (plan->place + 1), day + 365));
  if (plan->place == RELEASED)
    hearth_demo_house_set_day (house, accused, "release_on", house->days + 11);
  return hearth_demo_house_save (house, accused, error);
}

static bool
write_consent (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) consent = hearth_demo_house_new_record (house, &hearth_consent_type, plan);
  const HearthDemoPair pairs[] = {
    { "purpose", "court_report" },
    { "recipient", case_of (plan)->court },
    { "categories", "identity care education health counselling legal" },
    { "limits", "Nothing about my family, only that I want to call them." },
    { "given_by", hearth_demo_plan_is_child (plan) ? "guardian" : "self" },
    { "assent", "yes" },
    { "explained_by", "Legal officer" },
    { "language", plan->culture->language },
    { "manner", "written" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (consent, pairs);
  hearth_demo_house_set_day (house, consent, "valid_from", day);
  hearth_demo_house_set_day (house, consent, "valid_until", day + 730);
  return hearth_demo_house_save (house, consent, error);
}

static bool
write_statement (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) statement = hearth_demo_house_new_record (house, &hearth_statement_type, plan);
  bool lawyer = plan->place % 2 == 0;
  const HearthDemoPair pairs[] = {
    { "body", lawyer ? "lawyer" : "prosecutor" },
    { "interviewer", lawyer ? "Advocate Imre Holloway-Dahl" : "Prosecutor Leopold Nakamura-Frey" },
    { "place", "The lawyer’s office, with breaks" },
    { "purpose", lawyer ? "First talk about the case" : "Investigation" },
    { "topics", "Rights; the course of the case; what the resident wants" },
    { "minutes", "55" },
    { "support_person", "Key worker" },
    { "recorded", "written audio" },
    { "reusable_for", "investigation trial" },
    { "effect", "Tired in the evening; short sleep for one night, then as before." },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (statement, pairs);
  hearth_record_set (statement, "legal_case", hearth_demo_house_get_kept_of (house, plan, "case"));
  hearth_demo_house_set_day (house, statement, "date", day);
  return hearth_demo_house_save (house, statement, error);
}

/* --- public --- */

bool
hearth_demo_has_case (const HearthDemoPlan *plan)
{
  return plan->place % CASES_EVERY == 0;
}

bool
hearth_demo_write_court (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  if (!hearth_demo_has_case (plan))
    return true;
  if (hearth_demo_plan_is_time (plan, day, CASE_AFTER, 0) &&
      !(write_case (house, plan, day, error) && write_accused (house, plan, day, error) &&
        write_consent (house, plan, day, error) && write_statement (house, plan, day, error)))
    return false;
  if (hearth_demo_house_get_kept_of (house, plan, "case") == NULL)
    return true;
  if ((hearth_demo_plan_is_time (plan, day, CHARGED_AFTER, 0) ||
       (plan->place == CLOSED && hearth_demo_plan_is_time (plan, day, CLOSED_AFTER, 0))) &&
      !write_stage (house, plan, day, error))
    return false;
  return hearth_demo_write_hearings (house, plan, day, plan->place != CLOSED, error);
}
