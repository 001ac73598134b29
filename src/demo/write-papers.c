/* SPDX-License-Identifier: GPL-3.0-or-later
 * What residents of the invented house brought with them and what was written at the door: admissions, identity papers,
 * belongings, documents, the exploitation history.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "core/date.h"
#include "demo/drawing.h"
#include "records/types.h"
#include "store/attachment.h"

#define PICK(plan, table) (&(table)[g_rand_int_range ((plan)->random, 0, G_N_ELEMENTS (table))])

/* An admission is complete after some days. */
#define DAYS_TO_COMPLETE 6
#define DAYS_TO_A_NEW_PAPER 60

static void
set_day (HearthDemoHouse *house, HearthRecord *record, const char *field, int day)
{
  hearth_demo_record_take (record, field, hearth_demo_house_dup_date (house, MIN (day, house->days - 1)));
}

/* --- admission --- */

static bool
write_admission (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const char *const needs[] = {
    "food drink sleep",  "medical food clothing",        "clothing hygiene quiet",
    "food hygiene call", "sleep interpreter protection", "none"
  };
  g_autoptr (HearthRecord) admission = hearth_demo_house_new_record (house, &hearth_admission_type, plan);
  bool complete = plan->arrival + DAYS_TO_COMPLETE < house->days;

  hearth_demo_record_take (admission, "arrived_at", hearth_clock_stamp (house->clock));
  hearth_demo_record_take (admission, "age_stated", g_strdup_printf ("%d", plan->age));
  hearth_record_set (admission, "place_confirmed", "House manager, by telephone");
  hearth_record_set (admission, "needs", *PICK (plan, needs));
  hearth_record_set (admission, "given", "Clothes, toothbrush, a notebook");
  hearth_record_set (admission, "followed", hearth_demo_chance (plan->random, 0.2) ? "yes" : "no");
  if (complete)
    {
      hearth_record_set (admission, "needs_note", "Seen to on the first day.");
      hearth_record_set (admission, "rights_explained", "yes");
      set_day (house, admission, "rights_on", plan->arrival);
      hearth_demo_record_take (admission, "rights_language",
                               g_strconcat (plan->culture->language, ", with an interpreter", NULL));
      hearth_record_set (admission, "orientation", "house people day rules complaints exits belongings");
      hearth_record_set (admission, "complete", "yes");
    }
  return hearth_demo_house_save (house, admission, error);
}

/* --- identity papers --- */

static bool
write_paper (HearthDemoHouse *house,
             HearthDemoPlan *plan,
             const char *kind,
             const char *original,
             GError **error)
{
  g_autoptr (HearthRecord) paper = hearth_demo_house_new_record (house, &hearth_identity_document_type, plan);
  bool missing = g_str_equal (original, "taken") || g_str_equal (original, "lost");

  hearth_record_set (paper, "kind", kind);
  hearth_record_set (paper, "original", original);
  hearth_record_set (paper, "issuer", plan->culture->country);
  if (missing)
    {
      set_day (house, paper, "asked_on", plan->arrival);
      hearth_record_set (paper, "asked_from", "The embassy");
      hearth_demo_record_take (paper, "expected_on",
                               hearth_demo_house_dup_date (house, plan->arrival + DAYS_TO_A_NEW_PAPER));
    }
  if (!hearth_demo_house_save (house, paper, error))
    return false;
  if (missing)
    g_set_str (&plan->paper, hearth_record_get_id (paper));
  return true;
}

static bool
write_identity (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const char *const places[] = { "safe", "family", "taken", "lost", "never", "authority" };

  return write_paper (house, plan, "birth_cert", *PICK (plan, places), error) &&
         (hearth_demo_plan_is_child (plan) ||
          write_paper (house, plan, hearth_demo_chance (plan->random, 0.5) ? "passport" : "national_id",
                       *PICK (plan, places), error));
}

/* --- belongings --- */

static bool
write_belongings (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const struct {
    const char *item, *quantity, *condition, *description, *kept;
  } things[] = {
    { "Mobile telephone", "1", "worn", "Black, with a cracked corner; switched off", "safe" },
    { "Necklace", "1", "good", "Thin silver chain with a bead", "resident" },
    { "Money", "1", "good", "In a sealed envelope, counted together", "safe" },
    { "Rucksack", "1", "worn", "Blue", "locker" },
    { "Photographs", "3", "good", "Family, in an envelope", "resident" },
    { "Shoes", "1", "damaged", "Canvas, one pair", "store" },
    { "Notebook", "2", "good", "One with drawings", "resident" },
  };
  int first = g_rand_int_range (plan->random, 0, G_N_ELEMENTS (things));

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (HearthRecord) belonging = hearth_demo_house_new_record (house, &hearth_belonging_type, plan);
      unsigned int place = (unsigned int) (first + i * 2) % G_N_ELEMENTS (things);

      hearth_record_set (belonging, "item", things[place].item);
      hearth_record_set (belonging, "quantity", things[place].quantity);
      hearth_record_set (belonging, "condition", things[place].condition);
      hearth_record_set (belonging, "description", things[place].description);
      hearth_record_set (belonging, "kept", things[place].kept);
      set_day (house, belonging, "received_on", plan->arrival);
      hearth_record_set (belonging, "signed", "yes");
      if (!hearth_demo_house_save (house, belonging, error))
        return false;
    }
  return true;
}

/* --- documents --- */

static bool
write_drawing (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  g_autoptr (HearthRecord) document = NULL;
  g_autoptr (HearthAttachment) file = NULL;
  g_autoptr (GBytes) picture = NULL;

  if (!hearth_demo_chance (plan->random, 0.25))
    return true;
  picture = hearth_demo_draw (plan->random);
  file =
    hearth_store_add_attachment (house->store, plan->id, "drawing.png", "image/png", NULL, picture, error);
  if (file == NULL)
    return false;
  document = hearth_demo_house_new_record (house, &hearth_document_type, plan);
  hearth_record_set (document, "title", "A garden, drawn in the first week");
  hearth_record_set (document, "kind", "drawing");
  hearth_record_set (document, "file", file->id);
  set_day (house, document, "dated", plan->arrival);
  return hearth_demo_house_save (house, document, error);
}

/* --- public --- */

int
hearth_demo_get_paper_day (const HearthDemoPlan *plan)
{
  return plan->paper != NULL ? plan->arrival + DAYS_TO_A_NEW_PAPER - 2 : -1;
}

bool
hearth_demo_write_paper_back (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  g_autoptr (HearthRecord) paper = hearth_store_load (house->store, plan->paper, error);

  if (paper == NULL)
    return false;
  hearth_record_set (paper, "original", "safe");
  set_day (house, paper, "obtained_on", hearth_demo_get_paper_day (plan));
  return hearth_demo_house_save (house, paper, error);
}

bool
hearth_demo_write_papers (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  return write_admission (house, plan, error) && write_identity (house, plan, error) &&
         write_belongings (house, plan, error) && write_drawing (house, plan, error);
}

bool
hearth_demo_write_history (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  static const struct {
    const char *kinds, *industry, *recruiter, *recruitment, *control;
  } entries[] = {
    { "ForcedLabour", "C_Manufacturing", "Acquainted", "AtWork", "DebtBondage WithholdsDocuments" },
    { "Servitude", "T_ActivitiesOfHouseholdsAsEmployers", "Familial", "ThroughFamilyOrFamilyEvents",
      "TakesEarnings ExcessiveWorkingHours" },
    { "ForcedBegging", "", "Unaquainted", "ThroughFriendsOrSocialEvents", "FalsePromises TakesEarnings" },
    { "ChildLabour", "A_AgricultureForestryAndFishing", "Acquainted", "ThroughFamilyOrFamilyEvents",
      "ExcessiveWorkingHours" },
  };
  unsigned int place = (unsigned int) g_rand_int_range (plan->random, 0, G_N_ELEMENTS (entries));
  g_autoptr (HearthRecord) history = hearth_demo_house_new_record (house, &hearth_exploitation_type, plan);
  g_autofree char *arrival = hearth_demo_house_dup_date (house, plan->arrival);

  hearth_record_set (history, "kinds", entries[place].kinds);
  hearth_record_set (history, "industry", entries[place].industry);
  hearth_record_set (history, "recruiter", entries[place].recruiter);
  hearth_record_set (history, "recruitment", entries[place].recruitment);
  hearth_record_set (history, "control", entries[place].control);
  hearth_demo_record_take (history, "began",
                           g_strdup_printf ("%d~", (int) g_ascii_strtoll (arrival, NULL, 10) - 2));
  hearth_record_set (history, "ending", hearth_demo_chance (plan->random, 0.5) ? "police" : "others");
  set_day (house, history, "told_on", plan->arrival);
  hearth_record_set (history, "source", "document");
  hearth_record_set (history, "purpose", "First decision on protection");
  hearth_record_set (history, "recorded", "File of the referring office; not asked again here");
  return hearth_demo_house_save (house, history, error);
}
