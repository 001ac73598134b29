/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a hearing is prepared with, and the card for the day.
 */
#include "records/types.h"
#include "rules/court.h"

#include "court-sample.h"
#include "fixtures/fixtures.h"
#include "paper.h"

static void
test_nothing (void)
{
  static const char *const sections[] = { "The case", "How ready everything is",
                                          "Steps",    "Protection at court",
                                          "The day",  "What helps, and medicines",
                                          NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (Paper) paper = paper_print (house, resident, "court-preparation");
  g_autoptr (Paper) card = paper_print (house, resident, "day-card");

  paper_assert_says (paper, sections);
  g_assert_cmpuint (paper_count (paper, "Nothing to report"), ==, 6);
  g_assert_true (paper_says (card, "Nothing to report: there is no hearing."));
  g_assert_cmpuint (paper_count_pages (card), ==, 1);
}

static void
test_content (void)
{
  static const char *const there[] = { "Name on reports Fern",
                                       "20 Mar 2026, 09:30 · in 19 days",
                                       "Lawyer Advocate Birch",
                                       "Accused person A1 In custody · 1 Feb 2026",
                                       "1 of 2 steps are done.",
                                       "Look at the room",
                                       "by 13 Mar 2026 · Must not be left out",
                                       "Done · 20 Feb 2026 · Lena, in Thai",
                                       "Now I know",
                                       "Screen Wants it 2 Feb 2026 Granted",
                                       "Support person Aunt Hazel",
                                       "Safe way, and another one Past the mill",
                                       "09:30 Hearing begins",
                                       "What comforts A knitted hat",
                                       "Sign for a break Left hand up",
                                       "evidence is never rehearsed",
                                       NULL };
  static const char *const not_there[] = { "Dao", "Suksuan", "Fox", "555-0111", "Hidden", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (Paper) paper = paper_print (house, sample->hearing, "court-preparation");
  g_autoptr (GPtrArray) lamps = NULL;
  g_autoptr (GError) error = NULL;

  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  lamps = hearth_hearing_get_readiness (house->store, sample->hearing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lamps->len, ==, HEARTH_N_LAMPS);
  for (unsigned int i = 0; i < lamps->len; i++)
    {
      const HearthLamp *lamp = lamps->pdata[i];
      g_autofree char *words =
        g_strdup_printf ("%s %s", lamp->label, hearth_lamp_state_get_label (lamp->state));

      g_assert_true (paper_says (paper, words));
    }
}

/* It may stay in the house as it is; on its way to somebody else it is a draft. */
static void
test_draft (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  HearthReportOptions options = { .language = "en", .recipient = "The lawyer" };
  g_autoptr (Paper) stays = paper_print (house, sample->hearing, "court-preparation");
  g_autoptr (Paper) leaves = paper_print_with (house, sample->hearing, "court-preparation", &options);

  g_assert_cmpstr (stays->document->watermark, ==, "");
  g_assert_cmpstr (leaves->document->watermark, ==, "DRAFT");
}

static void
test_card (void)
{
  static const char *const there[] = { "Name used Dao",
                                       "20 Mar 2026, 09:30",
                                       "Which entrance Yard door",
                                       "Sign for a break Left hand up",
                                       "One tablet at eight",
                                       "Support person Aunt Hazel",
                                       "If something is wrong, call",
                                       NULL };
  static const char *const not_there[] = { "Suksuan", "Fox", "A1", "mill", "evidence", "Criminal", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (Paper) paper = paper_print (house, sample->hearing, "day-card");

  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  g_assert_cmpstr (paper->document->house, ==, "");
  g_assert_cmpstr (paper->document->organisation, ==, "");
}

/* Who goes along may be whoever is on duty: no more than they may read. */
static void
test_for_carer (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (HearthRecord) seen = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) card = NULL, preparation = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  seen = hearth_store_load (house->store, hearth_record_get_id (sample->hearing), &error);
  g_assert_no_error (error);
  card = paper_print (house, seen, "day-card");
  g_assert_true (paper_says (card, "Yard door"));
  preparation = paper_print (house, seen, "court-preparation");
  g_assert_false (paper_says (preparation, "Advocate Birch"));
  g_assert_false (paper_says (preparation, "To give evidence"));
  g_assert_false (paper_says (preparation, "Past the mill"));
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/preparation/nothing", test_nothing);
  g_test_add_func ("/report/preparation/content", test_content);
  g_test_add_func ("/report/preparation/draft", test_draft);
  g_test_add_func ("/report/preparation/card", test_card);
  g_test_add_func ("/report/preparation/for-carer", test_for_carer);
  return g_test_run ();
}
