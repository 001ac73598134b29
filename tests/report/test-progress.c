/* SPDX-License-Identifier: GPL-3.0-or-later
 * The progress report of a real house: what stands in it, what does not, and for whom.
 */
#include "core/date.h"
#include "records/types.h"
#include "report/builder.h"
#include "report/document-json.h"
#include "report/paginate.h"
#include "report/release.h"
#include "report/report-kind.h"
#include "store/audit.h"

#include "fixtures/fixtures.h"
#include "fixtures/house.h"

static HearthDocument *
build (HearthTestHouse *house, HearthRecord *resident)
{
  HearthReportOptions options = { .from = "2026-01-01",
                                  .to = "2026-02-28",
                                  .language = "en",
                                  .paper = HEARTH_PAPER_A4,
                                  .purpose = "Quarterly review",
                                  .recipient = "Welfare office" };
  g_autoptr (GError) error = NULL;
  HearthDocument *document =
    hearth_report_kind_lookup ("progress")->build (house->store, resident, &options, &error);

  g_assert_no_error (error);
  return document;
}

static const HearthBlock *
find_block (HearthDocument *document, HearthBlockKind kind, unsigned int nth)
{
  for (unsigned int i = 0; i < document->blocks->len; i++)
    {
      const HearthBlock *block = document->blocks->pdata[i];

      if (block->kind == kind && nth-- == 0)
        return block;
    }
  g_error ("There is no such block");
}

/* The block after the heading @title. */
static const HearthBlock *
find_section (HearthDocument *document, const char *title)
{
  for (unsigned int i = 0; i + 1 < document->blocks->len; i++)
    {
      const HearthBlock *block = document->blocks->pdata[i];

      if (block->kind == HEARTH_BLOCK_HEADING && g_str_equal (block->text, title))
        return document->blocks->pdata[i + 1];
    }
  g_error ("There is no section “%s”", title);
}

static const HearthBlock *
find_after (HearthDocument *document, const HearthBlock *block)
{
  unsigned int place = 0;

  g_assert_true (g_ptr_array_find (document->blocks, block, &place));
  g_assert_cmpuint (place + 1, <, document->blocks->len);
  return document->blocks->pdata[place + 1];
}

static const char *
find_anywhere (HearthDocument *document, const char *words)
{
  g_autofree char *json = hearth_document_to_json (document);

  return strstr (json, words) ? words : NULL;
}

static const char *
find_fact (HearthDocument *document, const char *label)
{
  const HearthBlock *facts = find_block (document, HEARTH_BLOCK_FACTS, 0);

  for (unsigned int i = 0; i < facts->rows->len; i++)
    {
      if (g_str_equal (((GStrv) facts->rows->pdata[i])[0], label))
        return ((GStrv) facts->rows->pdata[i])[1];
    }
  return NULL;
}

/* A resident of whom nothing is known but the name: every section is there, and says so. */
static void
test_nothing_to_report (void)
{
  static const char *const sections[] = {
    "Strengths and interests",
    "Summary",
    "Six areas of recovery",
    "Goals",
    "Stays",
    "Learning and work",
    "Daily life",
    "Good moments",
    "To keep in mind",
    "Incidents",
    "Family and others who matter",
    "Legal stage",
    "Identity papers",
    "In the resident’s own words",
    "What stands in the way, and what is needed",
    "What comes next",
  };
  /* What only its author can let out is missed, not empty. */
  static const char *const contributed[] = { "Health", "Counselling and well-being",
                                             "In the teacher’s words" };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthDocument) document = build (house, resident);
  g_autoptr (HearthPages) pages = hearth_pages_new (document);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const HearthBlock *block = find_section (document, sections[i]);

      g_assert_cmpint (block->kind, ==, HEARTH_BLOCK_PARAGRAPH);
      g_assert_cmpstr (block->text, ==, "Nothing to report");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (contributed); i++)
    g_assert_cmpstr (find_section (document, contributed[i])->text, ==, "Not provided");
  g_assert_cmpint (find_section (document, "Sign-off")->kind, ==, HEARTH_BLOCK_CHECKLIST);
  g_assert_cmpuint (find_block (document, HEARTH_BLOCK_SIGNATURES, 0)->rows->len, ==, 3);
  g_assert_cmpuint (hearth_pages_get_n_pages (pages), <=, 3);
}

static void
add_entry (HearthTestHouse *house,
           HearthRecord *resident,
           const char *date,
           const char *shift,
           const char *mood)
{
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "daily_log", "late_reason", "The office was closed", "resident",
                           hearth_record_get_id (resident), "date", date, "shift", shift, "mood", mood,
                           "sleep_from", g_str_equal (shift, "night") ? "22:00" : "", "sleep_to",
                           g_str_equal (shift, "night") ? "05:30" : "", "breakfast", "all", "dinner", "some",
                           "concern", "A worry for the team", "notes", "Seen by the river with Malee", NULL);
}

static HearthRecord *
add_full_resident (HearthTestHouse *house)
{
  HearthRecord *resident =
    hearth_test_house_add (house, "resident", "name_used", "Dao", "local_name", "ดาว", "birth", "2012-01",
                           "strengths", "Paints, and helps Malee with bread", "wishes",
                           "I want to finish school", "legal_name", "Dao Example", NULL);
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", id, "placement", "this_house", "start", "2025-12-31",
                           "legal_basis", "court_order", "order_expires", "2026-12-30", "condition",
                           "Tired on arrival", NULL);
  g_autoptr (HearthRecord) later =
    hearth_test_house_add (house, "stay", "resident", id, "placement", "kin", "start", "2026-03-01", NULL);
  g_autoptr (HearthRecord) current =
    hearth_test_house_add (house, "alert", "resident", id, "kind", "allergy", "level", "high", "text",
                           "Peanuts", "start", "2026-01-05", NULL);
  g_autoptr (HearthRecord) over =
    hearth_test_house_add (house, "alert", "resident", id, "kind", "diet", "level", "low", "text",
                           "Soft food", "start", "2026-01-05", "end", "2026-01-20", NULL);
  g_autoptr (HearthRecord) inside =
    hearth_test_house_add (house, "alert", "resident", id, "kind", "watch", "level", "high", "text",
                           "Company in the evening", "start", "2026-01-05", NULL);
  g_autoptr (HearthRecord) said = NULL;

  add_entry (house, resident, "2026-01-10", "morning", "low");
  add_entry (house, resident, "2026-01-10", "night", "good");
  add_entry (house, resident, "2026-01-12", "night", "good");
  add_entry (house, resident, "2025-12-31", "night", "very_low");
  said =
    hearth_test_house_add (house, "daily_log", "late_reason", "The office was closed", "resident", id, "date",
                           "2026-02-01", "shift", "morning", "own_words", "Today I slept well, Malee sang",
                           "positive_moment", "Laughed at lunch", NULL);
  return resident;
}

static void
test_content (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) other = hearth_test_house_add_resident (house, "Malee");
  g_autoptr (HearthRecord) resident = add_full_resident (house);
  g_autoptr (HearthDocument) document = build (house, resident);
  const HearthBlock *block;
  const HearthChartSeries *sleep, *mood;
  g_autofree char *said = NULL, *json = NULL;

  g_assert_cmpstr (find_fact (document, "Name used"), ==, "Dao · ดาว");
  g_assert_cmpstr (find_fact (document, "Age"), ==, "14 years");
  g_assert_cmpstr (find_fact (document, "In this house since"), ==, "31 Dec 2025");
  g_assert_cmpstr (find_fact (document, "Days in this house"), ==, "59 days");
  g_assert_cmpstr (find_fact (document, "Legal basis"), ==, "Court order, until 30 Dec 2026");
  g_assert_cmpstr (find_fact (document, "For"), ==, "Welfare office");
  g_assert_null (find_fact (document, "Key worker"));

  /* The later stay is after the time reported on. */
  block = find_section (document, "Stays");
  g_assert_cmpuint (block->rows->len, ==, 1);
  g_assert_cmpstr (((GStrv) block->rows->pdata[0])[0], ==, "This house");
  g_assert_cmpuint (block->sources->len, ==, 1);

  /* Two nights and two days; what was before the period is not there. */
  block = find_block (document, HEARTH_BLOCK_CHART, 0);
  sleep = block->chart->series->pdata[0];
  mood = block->chart->series->pdata[1];
  g_assert_cmpuint (sleep->points->len, ==, 2);
  g_assert_cmpfloat (g_array_index (sleep->points, HearthChartPoint, 0).value, ==, 7.5);
  g_assert_cmpuint (mood->points->len, ==, 2);
  g_assert_cmpfloat (g_array_index (mood->points, HearthChartPoint, 0).value, ==, 3);
  g_assert_cmpuint (block->sources->len, ==, 3);
  g_assert_nonnull (strstr (block->note, "Sleep: usually 7.5 hours, written down for 2 nights."));

  block = find_section (document, "Daily life");
  g_assert_cmpstr (((GStrv) block->rows->pdata[0])[0], ==, "Meals");
  g_assert_cmpstr (((GStrv) block->rows->pdata[0])[1], ==, "6");
  g_assert_cmpstr (((GStrv) block->rows->pdata[0])[2], ==, "All\302\2403 · Some\302\2403");

  block = find_section (document, "To keep in mind");
  g_assert_cmpuint (block->rows->len, ==, 1);
  g_assert_cmpstr (((GStrv) block->rows->pdata[0])[2], ==, "Peanuts");

  block = find_block (document, HEARTH_BLOCK_QUOTE, 0);
  g_assert_cmpstr (block->text, ==, "I want to finish school");
  block = find_block (document, HEARTH_BLOCK_QUOTE, 1);
  said = g_strdup_printf ("Today I slept well, %s sang", hearth_record_get (other, "code"));
  g_assert_cmpstr (block->text, ==, said);
  g_assert_nonnull (strstr (block->note, "1 Feb 2026"));

  /* What is not for this report, or tells of somebody else. */
  json = hearth_document_to_json (document);
  g_assert_null (strstr (json, "A worry for the team"));
  g_assert_null (strstr (json, "by the river"));
  g_assert_null (strstr (json, "Tired on arrival"));
  g_assert_null (strstr (json, "Dao Example"));
  g_assert_null (strstr (json, "Company in the evening"));
  g_assert_null (strstr (json, "Malee"));
}

static void
assert_order (const char *expires, const char *end, const char *fact, const char *cell)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (resident), "placement",
                           "this_house", "start", "2025-12-31", "end", end, "legal_basis", "court_order",
                           "order_expires", expires, NULL);
  g_autoptr (HearthDocument) document = build (house, resident);

  g_assert_cmpstr (find_fact (document, "Legal basis"), ==, fact);
  g_assert_cmpstr (((GStrv) find_section (document, "Stays")->rows->pdata[0])[6], ==, cell);
}

/* An entry that no chart can show is still something that was written down. */
static void
test_moment_without_mood (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "daily_log", "late_reason", "The office was closed", "resident",
                           hearth_record_get_id (resident), "date", "2026-01-10", "shift", "morning",
                           "positive_moment", "Cooked for everybody", NULL);
  g_autoptr (HearthDocument) document = NULL;

  document = build (house, resident);
  g_assert_nonnull (find_anywhere (document, "No sleep or mood was written down"));
}

/* An order that ran out before the stay, or the time reported on, did: it says so where the order stands. */
static void
test_expired_order (void)
{
  assert_order ("2026-02-27", "", "Court order, expired on 27 Feb 2026", "27 Feb 2026 (expired)");
  assert_order ("2026-02-28", "", "Court order, until 28 Feb 2026", "28 Feb 2026");
  assert_order ("2026-02-20", "2026-02-20", "Court order, until 20 Feb 2026", "20 Feb 2026");
  assert_order ("2026-02-19", "2026-02-20", "Court order, expired on 19 Feb 2026", "19 Feb 2026 (expired)");
}

/* Of many words and moments the latest twelve stand there, oldest first, and how many more there are. */
static void
test_latest (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthDocument) document = NULL;
  const HearthBlock *moments;

  for (unsigned int i = 1; i <= 14; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-01-%02u", i);
      g_autofree char *words = g_strdup_printf ("Words %u", i);
      g_autofree char *moment = g_strdup_printf ("Moment %u", i);
      g_autoptr (HearthRecord) entry =
        hearth_test_house_add (house, "daily_log", "late_reason", "The office was closed", "resident",
                               hearth_record_get_id (resident), "date", date, "shift", "morning", "own_words",
                               words, "positive_moment", i < 14 ? moment : "", NULL);
    }
  document = build (house, resident);
  moments = find_section (document, "Good moments");
  g_assert_cmpstr (moments->text, ==,
                   "The latest 12 of 13 from this time. The other one is in the daily log.");
  moments = find_after (document, moments);
  g_assert_cmpuint (moments->rows->len, ==, 12);
  g_assert_cmpstr (((GStrv) moments->rows->pdata[0])[1], ==, "Moment 2");
  g_assert_cmpstr (((GStrv) moments->rows->pdata[11])[1], ==, "Moment 13");
  g_assert_cmpstr (find_block (document, HEARTH_BLOCK_QUOTE, 0)->text, ==, "Words 3");
  g_assert_cmpstr (find_block (document, HEARTH_BLOCK_QUOTE, 11)->text, ==, "Words 14");
  g_assert_cmpstr (find_after (document, find_block (document, HEARTH_BLOCK_QUOTE, 11))->text, ==,
                   "The latest 12 of 14 from this time. The others are in the daily log.");
}

/* Every answer that can be given to what is counted comes back, however many there are. */
static void
test_every_answer_counts (void)
{
  static const char *const names[] = { "breakfast", "hygiene", "attendance", "participation" };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthDocument) document = NULL;
  const HearthBlock *table;

  for (gsize f = 0; f < G_N_ELEMENTS (names); f++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, names[f]);

      for (unsigned int i = 0; field->choices[i].code; i++)
        {
          g_autofree char *date = g_strdup_printf ("2026-01-%02u", i + 1);
          g_autoptr (HearthRecord) entry =
            hearth_test_house_add (house, "daily_log", "late_reason", "The office was closed", "resident",
                                   hearth_record_get_id (resident), "date", date, "shift", "morning",
                                   names[f], field->choices[i].code, NULL);
        }
    }
  document = build (house, resident);
  table = find_block (document, HEARTH_BLOCK_TABLE, 0);
  g_assert_cmpuint (table->rows->len, ==, G_N_ELEMENTS (names));
  for (gsize f = 0; f < G_N_ELEMENTS (names); f++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, names[f]);
      GStrv row = table->rows->pdata[f];
      g_autofree char *total = NULL;
      unsigned int n = 0;

      for (; field->choices[n].code; n++)
        {
          g_autofree char *once = g_strdup_printf ("%s\302\2401", field->choices[n].label);

          g_assert_nonnull (strstr (row[2], once));
        }
      total = g_strdup_printf ("%u", n);
      g_assert_cmpstr (row[1], ==, total);
    }
}

static void
add_score (HearthTestHouse *house, const char *id, const char *date, const char *safety, const char *social)
{
  g_autoptr (HearthRecord) score =
    hearth_test_house_add (house, "recovery_score", "resident", id, "date", date, "occasion", "review",
                           "asked", "yes", "safety", safety, "safety_why", "Why safety", "legal", "2",
                           "legal_why", "Why", "mental", "2", "mental_why", "Why", "economic", "2",
                           "economic_why", "Why", "social", social, "social_why", "Why", "physical", "3",
                           "physical_why", "Why", NULL);
}

/* How each area stands against the last time, in words; what closed notes say, and nothing else of them. */
static void
test_professions (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) condition =
    hearth_test_house_add (house, "health_condition", "resident", id, "condition", "Hidden condition",
                           "status", "active", NULL);
  g_autoptr (HearthRecord) said =
    hearth_test_house_add (house, "contribution", "resident", id, "date", "2026-02-10", "part", "health",
                           "uses", "progress", "text", "Grows well.", "basis", "Two visits", NULL);
  g_autoptr (HearthRecord) for_court =
    hearth_test_house_add (house, "contribution", "resident", id, "date", "2026-02-10", "part", "wellbeing",
                           "uses", "court", "text", "For the court alone.", NULL);
  g_autoptr (HearthRecord) paper =
    hearth_test_house_add (house, "identity_document", "resident", id, "kind", "passport", "original",
                           "taken", "asked_on", "2026-01-20", NULL);
  g_autoptr (HearthRecord) legal_case =
    hearth_test_house_add (house, "legal_case", "resident", id, "kind", "criminal", "stage", "trial",
                           "opened_on", "2026-01-05", "court", "Court of Sampletown", NULL);
  g_autoptr (HearthDocument) document = NULL;
  const HearthBlock *table = NULL;

  add_score (house, id, "2025-12-01", "1", "3");
  add_score (house, id, "2026-02-20", "2", "2");
  document = build (house, resident);
  g_assert_cmpstr (find_section (document, "Summary")->text, ==,
                   "Of the six areas of recovery since 1 Dec 2025: 1 area is better, 4 are the same, 1 is "
                   "harder.");
  g_assert_cmpint (find_section (document, "Six areas of recovery")->kind, ==, HEARTH_BLOCK_COMPARE);
  table = find_after (document, find_section (document, "Six areas of recovery"));
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[1], ==, "1");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[3], ==, "2 · Needs much support");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[4], ==, "Better");
  g_assert_cmpstr (((GStrv) table->rows->pdata[1])[4], ==, "The same");
  g_assert_cmpstr (((GStrv) table->rows->pdata[4])[4], ==, "Harder");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[5], ==, "Why safety");

  table = find_section (document, "Health");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[0], ==, "Director · 10 Feb 2026");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[1], ==, "Grows well.\nWhat it rests on: Two visits");
  g_assert_cmpstr (find_section (document, "Counselling and well-being")->text, ==, "Not provided");
  table = find_section (document, "Identity papers");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[0], ==, "Passport");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[1], ==, "Asked for");
  g_assert_cmpstr (((GStrv) find_section (document, "Legal stage")->rows->pdata[0])[2], ==, "Trial");
  g_assert_null (find_anywhere (document, "Hidden condition"));
  g_assert_null (find_anywhere (document, "For the court alone."));
  g_assert_null (find_anywhere (document, "Sampletown"));
}

static void
test_goals (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) plan =
    hearth_test_house_add (house, "care_plan", "resident", id, "start", "2026-01-10", "review", "2026-04-10",
                           "wishes", "I want to swim", NULL);
  g_autoptr (HearthRecord) goal =
    hearth_test_house_add (house, "goal", "resident", id, "plan", hearth_record_get_id (plan), "domain",
                           "social", "own", "I want friends", "text", "Goes to the club", "start",
                           "2026-01-10", "target", "2026-04-30", "status", "active", NULL);
  g_autoptr (HearthRecord) progress =
    hearth_test_house_add (house, "goal_progress", "resident", id, "goal", hearth_record_get_id (goal),
                           "date", "2026-02-15", "value", "6", "seen_by", "resident", "said",
                           "It gets easier", NULL);
  g_autoptr (HearthDocument) document = build (house, resident);
  const HearthBlock *table = find_section (document, "Goals");

  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[0], ==, "I want friends");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[1], ==, "Goes to the club\nPeople");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[2], ==, "In progress\n6 of 10");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[3], ==, "To be reached by 30 Apr 2026");
  table = find_section (document, "What comes next");
  g_assert_cmpstr (((GStrv) table->rows->pdata[0])[0], ==, "10 Apr 2026");
  g_assert_cmpstr (((GStrv) table->rows->pdata[1])[1], ==, "Goal: Goes to the club");
  g_assert_nonnull (find_anywhere (document, "It gets easier"));
  g_assert_nonnull (find_anywhere (document, "I want to swim"));
}

/* Each field that names a resident is taken out of another one's report, and stays in their own. */
static void
test_every_name_of_others (void)
{
  const HearthRecordType *type = &hearth_resident_type;

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const char *name = type->fields[i].name;
      g_autoptr (HearthTestHouse) house = NULL;
      g_autoptr (HearthRecord) resident = NULL, other = NULL, said = NULL;
      g_autoptr (HearthDocument) document = NULL, own = NULL;
      g_autofree char *json = NULL, *own_json = NULL;

      if (!type->fields[i].names_person)
        continue;
      g_test_message ("%s", name);
      house = hearth_test_house_new ();
      resident = hearth_test_house_add_resident (house, "Dao");
      other = hearth_test_house_add (house, "resident", "name_used", "Malee", "wishes", "Call me Rosewood",
                                     name, "Rosewood", NULL);
      said = hearth_test_house_add (house, "daily_log", "late_reason", "The office was closed", "resident",
                                    hearth_record_get_id (resident), "date", "2026-02-01", "shift", "morning",
                                    "own_words", "Rosewood sang", NULL);
      document = build (house, resident);
      json = hearth_document_to_json (document);
      g_assert_null (strstr (json, "Rosewood"));
      g_assert_nonnull (strstr (json, " sang"));
      own = build (house, other);
      own_json = hearth_document_to_json (own);
      g_assert_nonnull (strstr (own_json, "Call me Rosewood"));
    }
}

/* Where a name for reports is filled in, it stands there instead of every other name, in texts as well. */
static void
test_pseudonym (void)
{
  static const char *const names[] = { "Salma", "سلمى", "ซัลมา", "Mansour", "Rosebud", "منصور", "Salome" };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident =
    hearth_test_house_add (house, "resident", "name_used", "Salma", "local_name", "سلمى", "pseudonym", "Fern",
                           "legal_name", "Salma bint Mansour", "aliases", "Rosebud; ซัลมา; منصور", "strengths",
                           "SALMA sings, ซัลมาร้องเพลง, and Mansour bint is kept", "wishes",
                           "أنا وسلمى نغني مع منصور", NULL);
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) paper =
    hearth_test_house_add (house, "identity_document", "resident", id, "kind", "passport", "name_on_it",
                           "Salome", "original", "safe", NULL);
  g_autoptr (HearthRecord) said =
    hearth_test_house_add (house, "daily_log", "late_reason", "The office was closed", "resident", id, "date",
                           "2026-02-01", "shift", "morning", "own_words", "They call me Rosebud or Salome",
                           NULL);
  g_autoptr (HearthDocument) document = build (house, resident);
  g_autoptr (HearthDocument) as_ever = NULL;
  g_autoptr (HearthRecord) changed = hearth_record_copy (resident);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (find_fact (document, "Name on reports"), ==, "Fern");
  g_assert_null (find_fact (document, "Name used"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (find_anywhere (document, names[i]));
  g_assert_cmpstr (find_section (document, "Strengths and interests")->text, ==,
                   "Fern sings, Fernร้องเพลง, and Fern bint is kept");
  g_assert_nonnull (find_anywhere (document, "أنا وFern نغني مع Fern"));
  g_assert_nonnull (find_anywhere (document, "They call me Fern or Fern"));

  hearth_record_set (changed, "pseudonym", "");
  hearth_store_save (house->store, changed, NULL, NULL, &error);
  g_assert_no_error (error);
  as_ever = build (house, changed);
  g_assert_null (find_fact (as_ever, "Name on reports"));
  g_assert_cmpstr (find_fact (as_ever, "Name used"), ==, "Salma · سلمى");
  g_assert_nonnull (find_anywhere (as_ever, "They call me Rosebud or Salome"));
}

static void
test_head (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthDocument) document = build (house, resident);
  HearthRecord *record = hearth_store_get_house (house->store);
  g_autofree char *subtitle =
    g_strdup_printf ("%s · 1 Jan 2026 – 28 Feb 2026", hearth_record_get (resident, "code"));

  g_assert_cmpstr (document->title, ==, "Progress report");
  g_assert_cmpstr (document->subtitle, ==, subtitle);
  g_assert_cmpstr (document->organisation, ==, hearth_record_get (record, "organisation"));
  g_assert_cmpstr (document->date, ==, HEARTH_TEST_TODAY);
  g_assert_cmpstr (document->watermark, ==, "DRAFT");
  g_assert_nonnull (strstr (document->anchor, " · "));
}

/* What is invented is marked as that, and is no less of a draft. */
static void
test_demo_draft (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthRecord) record = hearth_record_copy (hearth_store_get_house (house->store));
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (record, "demo", "yes");
  hearth_store_save (house->store, record, NULL, NULL, &error);
  g_assert_no_error (error);
  document = build (house, resident);
  g_assert_cmpstr (document->watermark, ==, "DEMO · DRAFT");
}

static void
test_options (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  HearthReportOptions options = { .from = "2026-02-28", .to = "2026-01-01" };
  const HearthReportKind *kind = hearth_report_kind_lookup ("progress");
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (kind->build (house->store, resident, &options, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);

  g_clear_error (&error);
  options = (HearthReportOptions) { .from = "2026-02-01", .to = "2026-03-02" };
  g_assert_null (kind->build (house->store, resident, &options, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "The last day is still to come. A report goes up to today at most.");

  options = (HearthReportOptions) { 0 };
  document = kind->build (house->store, resident, &options, NULL);
  g_assert_cmpstr (document->period_to, ==, HEARTH_TEST_TODAY);
  g_assert_cmpint (hearth_date_days_between (document->period_from, document->period_to), ==, 90);
  g_assert_null (hearth_report_kind_lookup ("no-such-kind"));
}

/* A reader of everything, who may do nothing with it. */
typedef struct {
  GObject parent_instance;
} Reader;
typedef GObjectClass ReaderClass;

static bool
reader_may_read (HearthPolicy *policy,
                 const HearthRecordType *type,
                 const HearthField *field,
                 const char *resident)
{
  return true;
}

static void
reader_policy_init (HearthPolicyInterface *policy)
{
  policy->may_read = reader_may_read;
}

static GType reader_get_type (void);
G_DEFINE_TYPE_WITH_CODE (Reader,
                         reader,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (HEARTH_TYPE_POLICY, reader_policy_init))

static void
reader_class_init (ReaderClass *klass)
{
}

static void
reader_init (Reader *reader)
{
}

/* Somebody who may not print gets no document, whatever else they may see. */
static void
test_denied (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (GObject) reader = g_object_new (reader_get_type (), NULL);
  HearthReportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  HearthStore *store;

  hearth_test_house_close (house);
  house->keyring = hearth_vault_unlock (house->folder, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD, &error);
  g_assert_no_error (error);
  store = hearth_store_open (house->folder, house->keyring, HEARTH_POLICY (reader), house->clock, &error);
  g_assert_no_error (error);
  house->store = store;
  g_assert_null (hearth_report_kind_lookup ("progress")->build (store, resident, &options, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* A carer may print, but takes no file along; either way the audit has it before the paper or the file is there. */
static void
test_release (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autofree char *path = g_build_filename (house->folder, "report.pdf", NULL);
  g_autofree char *before = NULL, *denied = NULL, *printed = NULL, *exported = NULL;
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (HearthPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  document = build (house, resident);
  pages = hearth_pages_new (document);
  before = hearth_store_dup_anchor (house->store);
  g_assert_false (hearth_report_export (house->store, resident, pages, path, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  denied = hearth_store_dup_anchor (house->store);
  g_assert_cmpstr (denied, ==, before);
  g_clear_error (&error);
  g_assert_true (hearth_report_release (house->store, resident, pages, HEARTH_ACTION_PRINT, &error));
  printed = hearth_store_dup_anchor (house->store);
  g_assert_cmpstr (printed, !=, before);

  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  g_clear_pointer (&before, g_free);
  before = hearth_store_dup_anchor (house->store);
  g_assert_true (hearth_report_export (house->store, resident, pages, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  exported = hearth_store_dup_anchor (house->store);
  g_assert_cmpstr (exported, !=, before);
}

/* Whatever a builder asks for, a field that must not be printed here gives nothing and leaves no trace. */
static void
test_fields_not_for_print (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_full_resident (house);
  g_autoptr (GError) error = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_autoptr (HearthBlock) block = hearth_block_new (HEARTH_BLOCK_PARAGRAPH);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *concern = NULL, *shift = NULL;
  HearthReportOptions options = { .from = "2026-01-01", .to = "2026-02-28" };

  g_assert_true (hearth_builder_init (&builder, "progress", house->store, resident, &options, &error));
  entries = hearth_builder_load (&builder, &hearth_daily_log_type, true, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_record_has (entries->pdata[0], "concern"));
  concern = hearth_builder_quote_field (&builder, block, entries->pdata[0], "concern");
  g_assert_cmpstr (concern, ==, "");
  g_assert_cmpuint (block->sources->len, ==, 0);

  shift = hearth_builder_quote_field (&builder, block, entries->pdata[0], "shift");
  g_assert_cmpstr (shift, ==, "Morning");
  g_assert_cmpint (block->tier, ==, HEARTH_TIER_CARE);
  g_assert_cmpuint (block->sources->len, ==, 1);
}

/* What came back from a doctor is told by a contribution alone. */
static void
test_referral (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthRecord) referral =
    hearth_test_house_add (house, "referral", "resident", hearth_record_get_id (resident), "service",
                           "mental_health", "to_whom", "Clinic by the river", "sent_on", "2026-02-10",
                           "status", "done", "answer", "Found a hidden illness", NULL);
  g_autoptr (HearthDocument) document = build (house, resident);

  g_assert_nonnull (find_anywhere (document, "Mental health"));
  g_assert_null (find_anywhere (document, "hidden illness"));
  g_assert_null (find_anywhere (document, "Clinic by the river"));
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/progress/nothing-to-report", test_nothing_to_report);
  g_test_add_func ("/report/progress/content", test_content);
  g_test_add_func ("/report/progress/moment-without-mood", test_moment_without_mood);
  g_test_add_func ("/report/progress/expired-order", test_expired_order);
  g_test_add_func ("/report/progress/latest", test_latest);
  g_test_add_func ("/report/progress/every-answer-counts", test_every_answer_counts);
  g_test_add_func ("/report/progress/professions", test_professions);
  g_test_add_func ("/report/progress/goals", test_goals);
  g_test_add_func ("/report/progress/referral", test_referral);
  g_test_add_func ("/report/progress/every-name-of-others", test_every_name_of_others);
  g_test_add_func ("/report/progress/pseudonym", test_pseudonym);
  g_test_add_func ("/report/progress/head", test_head);
  g_test_add_func ("/report/progress/demo-draft", test_demo_draft);
  g_test_add_func ("/report/progress/options", test_options);
  g_test_add_func ("/report/progress/denied", test_denied);
  g_test_add_func ("/report/progress/release", test_release);
  g_test_add_func ("/report/progress/fields-not-for-print", test_fields_not_for_print);
  return g_test_run ();
}
