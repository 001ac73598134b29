/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report to the court as it comes out of the printer: every section in its place, who says what, and what is not there.
 */
#include "records/types.h"
#include "report/release.h"
#include "report/words.h"

#include "court-sample.h"
#include "fixtures/fixtures.h"
#include "paper.h"

static const char *const sections[] = {
  "1. Author and basis",
  "2. Sources",
  "3. Orders so far, and what became of them",
  "4. The situation",
  "5. Facts",
  "5a. Placement and daily life",
  "5b. Safety, and contact with accused persons",
  "5c. Physical health",
  "5d. Emotional well-being",
  "5e. Learning and work",
  "5f. Family and others who matter",
  "5g. Events that matter to the question",
  "5h. Strengths and interests",
  "6. Effect of what happened",
  "7. Views and wishes of the resident",
  "8. What is needed at court",
  "9. Risks and choices",
  "10. Opinion",
  "11. Recommendations",
  "12. Sign-off",
};

static void
assert_sections (const Paper *paper)
{
  const char *at = paper->text;

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n%s\n", sections[i]);

      g_test_message ("%s", sections[i]);
      at = strstr (at, line);
      g_assert_nonnull (at);
    }
}

/* What stands between the headings @from and @to. */
static char *
cut_section (const Paper *paper, const char *from, const char *to)
{
  g_autofree char *first = g_strdup_printf ("\n%s\n", from), *last = g_strdup_printf ("\n%s\n", to);
  const char *start = strstr (paper->text, first);

  g_assert_nonnull (start);
  start += strlen (first);
  g_assert_nonnull (strstr (start, last));
  return g_strndup (start, (gsize) (strstr (start, last) - start));
}

static void
assert_within (const Paper *paper, const char *from, const char *to, const char *const *words)
{
  g_autofree char *section = cut_section (paper, from, to);

  g_strdelimit (section, "\n", ' ');
  for (; *words; words++)
    {
      g_test_message ("%s: %s", from, *words);
      g_assert_nonnull (strstr (section, *words));
    }
}

/* ---- Content ---- */

/* Of whom nothing is known there is a report all the same, and every section says so. */
static void
test_nothing (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  g_autoptr (Paper) paper = paper_print (house, resident, "court");

  assert_sections (paper);
  g_assert_cmpuint (paper_count (paper, "Nothing to report"), ==, 16);
  g_assert_cmpuint (paper_count (paper, "Not provided"), ==, 2);
  g_assert_false (paper_says (paper, "Dao"));
  g_assert_true (paper_says (paper, "About R-001"));
  g_assert_true (paper_says (paper, "Supervisor"));
  g_assert_cmpuint (paper_count_pages (paper), <=, 3);
}

static void
test_cover (void)
{
  static const char *const there[] = { "About Fern",
                                       "Born May 2011",
                                       "Court or office Court of Sampletown",
                                       "Its number 12/2026",
                                       "Judge Judge Alder",
                                       "Kind of hearing To give evidence",
                                       "For Chamber 3",
                                       "Report CASE-001/1 · version 1",
                                       "Copy ____ of ____",
                                       "Time reported on 15 Jan 2026 – 1 Mar 2026",
                                       "not to be published",
                                       "Page 1 of",
                                       NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  HearthReportOptions options = { .language = "en", .recipient = "Chamber 3" };
  g_autoptr (Paper) paper = paper_print_with (house, sample->text, "court", &options);

  paper_assert_says (paper, there);
  assert_sections (paper);
  g_assert_cmpstr (paper->document->watermark, ==, "DRAFT");
  g_assert_cmpstr (paper->document->house, ==, "");
  g_assert_nonnull (strstr (paper->info, "Tagged:          yes"));
}

static void
test_sections (void)
{
  static const char *const basis[] = { "Post and training of the author Legal officer",
                                       "How can Fern be heard?", "It takes no side", NULL };
  static const char *const sources[] = { "Mother by telephone", "First report", "Tape 4", NULL };
  static const char *const orders[] = { "Order of 15 Jan 2026 · 7/2026",
                                        "The resident … shall not be called by name.",
                                        "Word for word",
                                        "Carried out In part",
                                        "A list on the door",
                                        NULL };
  static const char *const safety[] = { "Legal file · 1 Feb 2026", "A1: In custody",
                                        "Must not have contact: Yes", NULL };
  static const char *const health[] = { "20 Feb 2026", "Well enough to be heard.", "Two visits", NULL };
  static const char *const learning[] = { "Began · 5 Jan 2026", "School · 8", NULL };
  static const char *const family[] = { "Author · 28 Feb 2026", "R-002 and Mother call.", NULL };
  static const char *const strengths[] = { "Bakes bread", "My hands know it", NULL };
  static const char *const effect[] = { "Some short nights.", "21 Feb 2026", NULL };
  static const char *const views[] = { "I want to speak once", "Asked on 25 Feb 2026 · In a talk",
                                       "To give evidence Wants to", NULL };
  static const char *const needs[] = { "Needs an interpreter Yes", "Screen Wants it 2 Feb 2026 Granted",
                                       "I do not want to see A1", NULL };
  static const char *const opinion[] = { "It rests on the facts above and is none itself.",
                                         "A video does the least harm", NULL };
  static const char *const recommendations[] = { "1. Hear by video; the court",
                                                 "2. Keep the order; the court", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (HearthRecord) other = hearth_test_house_add_resident (house, "Malee");
  g_autoptr (Paper) paper = paper_print (house, sample->text, "court");
  g_autofree char *wellbeing = cut_section (paper, sections[8], sections[9]);

  assert_within (paper, sections[0], sections[1], basis);
  assert_within (paper, sections[1], sections[2], sources);
  assert_within (paper, sections[2], sections[3], orders);
  assert_within (paper, sections[6], sections[7], safety);
  assert_within (paper, sections[7], sections[8], health);
  g_assert_cmpstr (g_strstrip (wellbeing), ==, "Not provided");
  assert_within (paper, sections[9], sections[10], learning);
  assert_within (paper, sections[10], sections[11], family);
  assert_within (paper, sections[12], sections[13], strengths);
  assert_within (paper, sections[13], sections[14], effect);
  assert_within (paper, sections[14], sections[15], views);
  assert_within (paper, sections[15], sections[16], needs);
  assert_within (paper, sections[17], sections[18], opinion);
  assert_within (paper, sections[18], sections[19], recommendations);
}

/* By which way it is asked for, the same text leads. */
static void
test_of_resident (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (Paper) paper = paper_print (house, sample->resident, "court");

  g_assert_true (paper_says (paper, "Report CASE-001/1 · version 1"));
  g_assert_true (paper_says (paper, "A video does the least harm"));
}

/* Not one of these leaves the house, wherever it was typed. */
static void
test_kept_back (void)
{
  static const char *const words[] = { "Dao",      "ดาว",   "Suksuan",    "17 May",    "Riverbend",
                                       "Hazel",    "Rowan", "Thorn",      "Fox",       "555-01",
                                       "Hidden",   "Elm",   "mill",       "Yard door", "Only for the team",
                                       "the talk", "Malee", "Now I know", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (HearthRecord) other = hearth_test_house_add_resident (house, "Malee");
  g_autoptr (Paper) paper = paper_print (house, sample->text, "court");

  paper_assert_silent (paper, words);
}

/* What the house is called is typed without a thought. */
static void
test_house_name (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (Paper) paper = NULL, card = NULL;

  court_sample_set (house, hearth_store_get_house (house->store), "name", "Linden House");
  court_sample_set (house, hearth_store_get_house (house->store), "organisation", "Linden House Friends");
  court_sample_set (house, sample->text, "situation", "Bakes at Linden House on Sundays.");
  court_sample_set (house, sample->hearing, "transport", "A car of Linden House Friends leaves LINDEN HOUSE");
  paper = paper_print (house, sample->text, "court");
  g_assert_true (paper_says (paper, "Bakes at the house on Sundays."));
  g_assert_cmpstr (paper->document->organisation, ==, "Linden House Friends");
  card = paper_print (house, sample->hearing, "day-card");
  g_assert_true (paper_says (card, "A car of the house leaves the house"));
  g_assert_false (paper_says (card, "Linden"));
}

static void
test_silence (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (Paper) paper = NULL;

  court_sample_set (house, sample->text, "views", "");
  court_sample_set (house, sample->text, "asked_how", "chose_not");
  paper = paper_print (house, sample->text, "court");
  g_assert_true (paper_says (paper, "The resident was asked on 25 Feb 2026 and chose not to say."));
}

/* Somebody who may not read the legal file gets the sections, and nothing in them. */
static void
test_for_nurse (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (HearthRecord) seen = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) paper = NULL;

  hearth_test_house_add_person (house, "nurse", "nurse");
  hearth_test_house_open (house, "nurse", HEARTH_TEST_PASSWORD);
  seen = hearth_store_load (house->store, hearth_record_get_id (sample->resident), &error);
  g_assert_no_error (error);
  paper = paper_print (house, seen, "court");
  assert_sections (paper);
  g_assert_false (paper_says (paper, "A video does the least harm"));
  g_assert_false (paper_says (paper, "Sampletown"));
  g_assert_false (paper_says (paper, "Hidden condition"));
}

/* Of whom a carer reads a letter instead of the name, they would know that a case is against them. */
static void
test_letter (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (HearthRecord) seen = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) theirs = NULL, ours = NULL;

  court_sample_set (house, sample->resident, "strengths", "Laughs with Rowan Thorn");
  ours = paper_print (house, sample->resident, "progress");
  g_assert_true (paper_says (ours, "Laughs with A1"));
  hearth_test_house_add_person (house, "dani", "duty-carer");
  hearth_test_house_open (house, "dani", HEARTH_TEST_PASSWORD);
  seen = hearth_store_load (house->store, hearth_record_get_id (sample->resident), &error);
  g_assert_no_error (error);
  theirs = paper_print (house, seen, "progress");
  g_assert_true (paper_says (theirs, "Laughs with Aunt or uncle"));
  g_assert_false (paper_says (theirs, "A1"));
}

/* "There is no hearing" would be no answer from a file that one is kept out of. */
static void
test_kept_out (void)
{
  static const char *const kinds[] = { "court", "court-preparation", "day-card" };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (HearthRecord) limit = NULL, seen = NULL;
  HearthReportOptions options = { .language = "en" };

  hearth_test_house_add_person (house, "hanna", "house-manager");
  limit = hearth_test_house_add (house, "file_limit", "resident", hearth_record_get_id (sample->resident),
                                 "person", hearth_record_get_id (hearth_store_get_account (house->store)),
                                 "kind", "named", "reason", "A threat", "start", "2026-02-01", NULL);
  hearth_test_house_open (house, "hanna", HEARTH_TEST_PASSWORD);
  seen = hearth_store_load (house->store, hearth_record_get_id (sample->resident), NULL);
  g_assert_nonnull (seen);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      HearthDocument *document =
        hearth_report_build (hearth_report_kind_lookup (kinds[i]), house->store, seen, &options, &error);

      g_assert_null (document);
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
    }
}

/* ---- Before it leaves ---- */

static const HearthWordsRemark *
find_remark (GPtrArray *remarks, HearthWordsKind kind, const char *found)
{
  for (unsigned int i = 0; i < remarks->len; i++)
    {
      const HearthWordsRemark *remark = remarks->pdata[i];

      if (remark->kind == kind && g_str_equal (remark->found, found))
        return remark;
    }
  return NULL;
}

static void
test_unfinished (void)
{
  static const char *const places[] = { "A talk with …",
                                        "TO"
                                        "DO ask",
                                        "By [ ] on Monday",
                                        "xxx",
                                        "See ...",
                                        "???" };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autofree char *path = g_build_filename (house->folder, "court.pdf", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (Paper) paper = NULL;
      g_autoptr (GError) error = NULL;

      court_sample_set (house, sample->text, "risks", places[i]);
      paper = paper_print (house, sample->text, "court");
      g_assert_false (hearth_report_export (house->store, sample->text, paper->pages, path, &error));
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "Risks if things change"));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  {
    g_autoptr (Paper) paper = NULL;
    g_autoptr (GError) error = NULL;

    /* An order keeps its dots, and "todo" is a word in other languages. */
    court_sample_set (house, sample->text, "risks", "Cuidar todo");
    paper = paper_print (house, sample->text, "court");
    g_assert_true (hearth_report_export (house->store, sample->text, paper->pages, path, &error));
    g_assert_no_error (error);
  }
}

static void
test_words (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (Paper) paper = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  const HearthWordsRemark *remark;

  court_sample_set (house, sample->text, "situation", "A Runaway who allegedly seems calm; a client");
  court_sample_set (house, sample->text, "opinion", "It seems right");
  court_sample_set (house, sample->text, "views", "They say prostitute to me");
  court_sample_set (house, sample->text, "family", "Grandmother is [ ]");
  paper = paper_print (house, sample->text, "court");
  remarks = hearth_report_words_check (paper->document);

  remark = find_remark (remarks, HEARTH_WORDS_BLAMING, "Runaway");
  g_assert_nonnull (remark);
  g_assert_cmpstr (remark->section, ==, "4. The situation");
  g_assert_cmpstr (remark->around, ==, "A Runaway who allegedly seems calm; a client");
  g_assert_nonnull (find_remark (remarks, HEARTH_WORDS_BLAMING, "allegedly"));
  g_assert_nonnull (find_remark (remarks, HEARTH_WORDS_JARGON, "client"));
  g_assert_nonnull (find_remark (remarks, HEARTH_WORDS_OPINION, "seems"));
  g_assert_cmpint (((HearthWordsRemark *) remarks->pdata[0])->kind, ==, HEARTH_WORDS_UNFINISHED);
  /* Own words stay as they are; an opinion may stand in its place. */
  g_assert_null (find_remark (remarks, HEARTH_WORDS_BLAMING, "prostitute"));
  for (unsigned int i = 0; i < remarks->len; i++)
    g_assert_cmpstr (((HearthWordsRemark *) remarks->pdata[i])->section, !=, "10. Opinion");
}

static unsigned int
count_cautions (HearthTestHouse *house, HearthRecord *text)
{
  g_autoptr (Paper) paper = paper_print (house, text, "court");
  g_autoptr (GPtrArray) remarks = hearth_report_words_check (paper->document);
  unsigned int n = 0;

  for (unsigned int i = 0; i < remarks->len; i++)
    n += ((HearthWordsRemark *) remarks->pdata[i])->kind == HEARTH_WORDS_CAUTION;
  return n;
}

static void
test_cautions (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (CourtSample) sample = court_sample_new (house);
  g_autoptr (HearthRecord) consent = NULL, incident = NULL, order = NULL;
  const char *id = hearth_record_get_id (sample->resident);

  /* No consent. */
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 1);
  consent = hearth_test_house_add (house, "consent", "resident", hearth_record_get_id (sample->resident),
                                   "purpose", "court_report", "given_by", "self", "valid_from", "2026-01-01",
                                   "valid_until", "2026-12-31", NULL);
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 0);
  /* An adult by a first name. */
  court_sample_set (house, sample->resident, "birth", "2001-05-17");
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 1);
  court_sample_set (house, sample->resident, "pseudonym", "F. T.");
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 0);
  /* Not said how the resident was asked. */
  court_sample_set (house, sample->text, "asked_how", "");
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 1);
  court_sample_set (house, consent, "withdrawn_on", "2026-02-20");
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 2);
  /* An event that the report does not speak of. */
  court_sample_set (house, sample->text, "behaviour", "");
  incident =
    hearth_test_house_add (house, "incident", "affected", id, "occurred_at", "2026-02-25T03:00:00Z+07:00",
                           "reported_at", "2026-02-25T04:00:00Z+07:00", "category", "accident", "severity",
                           "1", "seen", "A fall on the stairs", NULL);
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 3);
  /* An order that ends before the hearing of 20 March. */
  order = hearth_test_house_add (house, "court_order", "resident", id, "legal_case",
                                 hearth_record_get_id (sample->legal_case), "ordered_on", "2026-02-01",
                                 "words", "Keep away", "expires", "2026-03-19", "status", "not_yet", NULL);
  g_assert_cmpuint (count_cautions (house, sample->text), ==, 4);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/court/nothing", test_nothing);
  g_test_add_func ("/report/court/cover", test_cover);
  g_test_add_func ("/report/court/sections", test_sections);
  g_test_add_func ("/report/court/of-resident", test_of_resident);
  g_test_add_func ("/report/court/kept-back", test_kept_back);
  g_test_add_func ("/report/court/house-name", test_house_name);
  g_test_add_func ("/report/court/letter", test_letter);
  g_test_add_func ("/report/court/silence", test_silence);
  g_test_add_func ("/report/court/for-nurse", test_for_nurse);
  g_test_add_func ("/report/court/kept-out", test_kept_out);
  g_test_add_func ("/report/court/unfinished", test_unfinished);
  g_test_add_func ("/report/court/words", test_words);
  g_test_add_func ("/report/court/cautions", test_cautions);
  return g_test_run ();
}
