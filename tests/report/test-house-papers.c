/* SPDX-License-Identifier: GPL-3.0-or-later
 * The papers of the house itself: the belongings receipt and the preference card, as they come out of the printer.
 */
#include "records/types.h"
#include "report/document-json.h"

#include "fixtures/fixtures.h"
#include "paper.h"

/* The end of the last page: what is signed, the lines, and nothing of the list that was not read before. */
static void
assert_signed (const Paper *paper)
{
  HearthPages *pages = paper->pages;
  const HearthPage *last = hearth_pages_get_page (pages, hearth_pages_get_n_pages (pages) - 1);
  bool any = false;

  for (unsigned int i = 0; i < last->placed->len; i++)
    {
      int block = g_array_index (last->placed, HearthPlaced, i).strip->block;

      any |= block >= 0 && g_str_has_prefix (((HearthBlock *) paper->document->blocks->pdata[block])->text,
                                             "By signing, the resident and a member of staff confirm");
    }
  g_assert_true (any);
  g_assert_true (paper_says (paper, "Missing or different"));
  g_assert_cmpuint (paper_count (paper, "Member of staff"), ==, 1);
  g_assert_cmpuint (paper_count (paper, "Date"), ==, 2);
}

static void
add_belonging (HearthTestHouse *house, HearthRecord *resident, const char *item, const char *returned)
{
  g_autoptr (HearthRecord) belonging =
    hearth_test_house_add (house, "belonging", "resident", hearth_record_get_id (resident), "item", item,
                           "quantity", "2", "condition", "worn", "description", "blue", "kept",
                           *returned ? "returned" : "safe", "received_on", "2026-01-05", "returned_on",
                           returned, "returned_to", *returned ? "Her aunt" : "", "note", "Smells of smoke",
                           NULL);
}

static void
test_no_belongings (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (Paper) paper = paper_print (house, resident, "belongings");

  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  g_assert_cmpuint (paper_count (paper, "Nothing to report"), ==, 2);
  assert_signed (paper);
}

static void
test_belongings (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthRecord) other = hearth_test_house_add_resident (house, "Malee");
  HearthReportOptions options = { .language = "en", .purpose = "Leaving", .recipient = "Court 4" };
  g_autoptr (Paper) paper = NULL;

  add_belonging (house, resident, "Jacket", "");
  add_belonging (house, resident, "Telephone", "2026-02-20");
  add_belonging (house, other, "Suitcase", "");
  paper = paper_print_with (house, resident, "belongings", &options);

  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  g_assert_true (paper_says (paper, "Belongings receipt"));
  g_assert_true (paper_says (paper, "Jacket · blue 2 Worn In the safe of this house 5 Jan 2026"));
  g_assert_true (paper_says (paper, "Telephone · blue 2 Worn 5 Jan 2026 20 Feb 2026 Her aunt"));
  g_assert_true (strstr (paper->text, "Jacket") < strstr (paper->text, "Handed back\n"));
  g_assert_true (strstr (paper->text, "Telephone") > strstr (paper->text, "Handed back\n"));
  g_assert_true (paper_says (paper, "Purpose Leaving") && paper_says (paper, "For Court 4"));
  g_assert_true (paper_says (paper, "One copy for the resident, one for the file."));
  g_assert_false (paper_says (paper, "Suitcase"));
  g_assert_false (paper_says (paper, "Smells of smoke"));
  assert_signed (paper);
  g_assert_nonnull (strstr (paper->info, "Tagged:          yes"));
  /* Both sign: nobody else has to approve it. */
  g_assert_cmpstr (paper->document->watermark, ==, "");
  g_assert_cmpstr (paper->document->period_to, ==, "");
}

static void
test_given (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (HearthRecord) other = hearth_test_house_add_resident (house, "Malee");
  g_autoptr (HearthRecord) shoes =
    hearth_test_house_add (house, "need_given", "resident", hearth_record_get_id (resident), "date",
                           "2026-02-20", "kind", "shoes", "item", "Sandals", "size", "38", "quantity", "1",
                           "choice", "yes", "value", "120.00", NULL);
  g_autoptr (HearthRecord) food =
    hearth_test_house_add (house, "need_given", "resident", hearth_record_get_id (other), "date",
                           "2026-02-20", "kind", "food", "item", "Cake", NULL);
  g_autoptr (Paper) paper = paper_print (house, resident, "belongings");

  g_assert_true (paper_says (paper, "Given by the house"));
  g_assert_true (paper_says (paper, "20 Feb 2026 Shoes Sandals 38 1 Yes"));
  /* What it cost is nothing to be grateful for. */
  g_assert_false (paper_says (paper, "120"));
  g_assert_false (paper_says (paper, "Cake"));
  g_assert_true (paper_says (paper, "By signing"));
}

/* A long list goes over pages; what is signed stands with the signatures, in every language and on every paper. */
static void
test_many_belongings (void)
{
  static const char *const languages[] = { "en", "ar", "th" };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");

  for (unsigned int i = 0; i < 24; i++)
    add_belonging (house, resident, "Jacket", i % 3 ? "" : "2026-02-20");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      for (int size = HEARTH_PAPER_A4; size <= HEARTH_PAPER_LETTER; size++)
        {
          HearthReportOptions options = { .language = languages[i], .paper = (HearthPaper) size };
          g_autoptr (Paper) paper = paper_print_with (house, resident, "belongings", &options);

          g_assert_cmpuint (paper_count_pages (paper), ==, 2);
          g_assert_cmpstr (paper->document->language, ==, languages[i]);
          assert_signed (paper);
        }
    }
}

static HearthRecord *
add_resident (HearthTestHouse *house)
{
  return hearth_test_house_add (house, "resident", "name_used", "Dao", "local_name", "ดาว", "pseudonym",
                                "Fern", "legal_name", "Dao Suksuan", "form_of_address", "she, first name",
                                "languages", "Thai", "interpreter", "yes", "comforts", "Tea with Malee",
                                "avoid_topics", "The journey", "may_sit_in", "Her aunt", "too_much",
                                "She looks at the door", "birth_place", "Chiang Rai", "unsafe_places",
                                "The market", "wishes", "I want to finish school", NULL);
}

static void
add_alert (HearthTestHouse *house,
           HearthRecord *resident,
           const char *kind,
           const char *level,
           const char *text,
           const char *end)
{
  g_autoptr (HearthRecord) alert =
    hearth_test_house_add (house, "alert", "resident", hearth_record_get_id (resident), "kind", kind, "level",
                           level, "text", text, "action", "Ask the nurse", "start", "2026-01-05", "end", end,
                           NULL);
}

static void
test_card (void)
{
  static const char *const there[] = { "Name used Dao",
                                       "she, first name",
                                       "Languages Thai",
                                       "Tea with R-002",
                                       "The journey",
                                       "Her aunt",
                                       "Ask the nurse",
                                       "Wasp stings",
                                       "She looks at the door",
                                       "Needs an interpreter Yes",
                                       "For staff of this house only",
                                       NULL };
  static const char *const not_there[] = { "Suksuan",       "Fern",       "Chiang Rai", "market",
                                           "finish school", "Short walk", "Old soup",   "Malee",
                                           "Signature",     "Old dust",   NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house);
  g_autoptr (HearthRecord) other = hearth_test_house_add_resident (house, "Malee");
  g_autoptr (Paper) paper = NULL;

  add_alert (house, resident, "diet", "low", "No pork", "");
  add_alert (house, resident, "going_out", "low", "Short walk", "");
  add_alert (house, resident, "diet", "high", "Old soup", "2026-02-20");
  add_alert (house, resident, "watch", "high", "Look in at night", "");
  add_alert (house, resident, "allergy", "medium", "Peanuts", "");
  paper_add_allergy (house, resident, "Wasp stings", "");
  paper_add_allergy (house, resident, "Old dust", "2025-09-01");
  paper = paper_print (house, resident, "preference-card");

  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  g_assert_true (strstr (paper->text, "Look in at night") < strstr (paper->text, "Peanuts"));
  g_assert_true (strstr (paper->text, "Peanuts") < strstr (paper->text, "No pork"));
  g_assert_true (strstr (paper->text, "No pork") < strstr (paper->text, "Tea with"));
  g_assert_nonnull (strstr (paper->info, "Tagged:          yes"));
}

static void
test_empty_card (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (Paper) paper = paper_print (house, resident, "preference-card");

  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  g_assert_cmpuint (paper_count (paper, "Nothing to report"), ==, 1);
  g_assert_cmpuint (paper_count (paper, "Not written down yet"), ==, 4);
}

/* The receipt may leave the house with the resident: it has the name on reports, and a demo's is marked. */
static void
test_receipt_head (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house);
  g_autoptr (HearthRecord) record = hearth_record_copy (hearth_store_get_house (house->store));
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) paper = NULL;

  hearth_record_set (record, "demo", "yes");
  hearth_store_save (house->store, record, NULL, NULL, &error);
  g_assert_no_error (error);
  paper = paper_print (house, resident, "belongings");
  g_assert_true (paper_says (paper, "Name on reports Fern"));
  g_assert_false (paper_says (paper, "Dao"));
  g_assert_cmpstr (paper->document->watermark, ==, "DEMO");
  g_assert_cmpstr (paper->document->subtitle, ==, "R-001 · 1 Mar 2026");
}

/* What a carer may print, with what a carer may read. */
static void
test_for_carer (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house);
  g_autoptr (HearthRecord) seen = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) card = NULL, receipt = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  seen = hearth_store_load (house->store, hearth_record_get_id (resident), &error);
  g_assert_no_error (error);
  card = paper_print (house, seen, "preference-card");
  g_assert_true (paper_says (card, "The journey"));
  receipt = paper_print (house, seen, "belongings");
  g_assert_true (paper_says (receipt, "Fern"));
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/house-papers/no-belongings", test_no_belongings);
  g_test_add_func ("/report/house-papers/belongings", test_belongings);
  g_test_add_func ("/report/house-papers/given", test_given);
  g_test_add_func ("/report/house-papers/many-belongings", test_many_belongings);
  g_test_add_func ("/report/house-papers/card", test_card);
  g_test_add_func ("/report/house-papers/empty-card", test_empty_card);
  g_test_add_func ("/report/house-papers/receipt-head", test_receipt_head);
  g_test_add_func ("/report/house-papers/for-carer", test_for_carer);
  return g_test_run ();
}
