/* SPDX-License-Identifier: GPL-3.0-or-later
 * Freezing documents as JSON and reading them back.
 */
#include "report/document-json.h"

#include "fixtures/fixtures.h"
#include "sample.h"

static void
test_round_trip (void)
{
  for (const char *const *language = sample_languages; *language; language++)
    {
      g_autoptr (HearthDocument) document = sample_new (*language, HEARTH_PAPER_LETTER);
      g_autofree char *json = hearth_document_to_json (document);
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthDocument) back = hearth_document_from_json (json, -1, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (back->paper, ==, HEARTH_PAPER_LETTER);
      g_assert_cmpstr (back->language, ==, *language);
      g_assert_cmpuint (back->blocks->len, ==, document->blocks->len);
      again = hearth_document_to_json (back);
      g_assert_cmpstr (json, ==, again);
    }
}

/* Who may read a block, and where it comes from, is frozen with it. */
static void
test_protection (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthDocument) back = NULL;
  g_autofree char *json = NULL;
  HearthBlock *block = hearth_document_add_remark (document, "Words");
  const HearthSource *source;

  block->tier = HEARTH_TIER_CLINICAL;
  block->printable = HEARTH_PRINT_COURT;
  hearth_block_add_source (block, "01RECORD", "01AUTHOR", "2026-01-02");
  json = hearth_document_to_json (document);
  back = hearth_document_from_json (json, -1, NULL);
  block = back->blocks->pdata[0];
  source = block->sources->pdata[0];
  g_assert_cmpint (block->tier, ==, HEARTH_TIER_CLINICAL);
  g_assert_cmpint (block->printable, ==, HEARTH_PRINT_COURT);
  g_assert_cmpint (block->manner, ==, HEARTH_MANNER_QUIET);
  g_assert_cmpstr (source->record, ==, "01RECORD");
  g_assert_cmpstr (source->author, ==, "01AUTHOR");
  g_assert_cmpstr (source->date, ==, "2026-01-02");
}

static void
test_empty (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", NULL, HEARTH_PAPER_A4);
  g_autofree char *json = hearth_document_to_json (document);
  g_autoptr (HearthDocument) back = hearth_document_from_json (json, -1, NULL);

  g_assert_nonnull (back);
  g_assert_cmpuint (back->blocks->len, ==, 0);
  g_assert_cmpstr (back->title, ==, "");
}

/* The hash is printed on paper, so what it is of may never change by itself. */
static void
test_hash (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthDocument) same = NULL;
  g_autofree char *json = NULL, *first = NULL, *second = NULL, *third = NULL;

  hearth_document_add_paragraph (document, "Nothing to report");
  json = hearth_document_to_json (document);
  g_assert_cmpstr (
    json, ==,
    "{\"format\":\"hearth-document-1\",\"paper\":\"A4\",\"kind\":\"progress\",\"title\":\"\","
    "\"subtitle\":\"\",\"language\":\"en\",\"organisation\":\"\",\"house\":\"\",\"period_from\":\"\","
    "\"period_to\":\"\",\"date\":\"\",\"purpose\":\"\",\"recipient\":\"\",\"classification\":\"\","
    "\"watermark\":\"\",\"anchor\":\"\",\"blocks\":[{\"kind\":\"paragraph\",\"tier\":1,\"printable\":15,"
    "\"level\":1,\"manner\":\"plain\",\"text\":\"Nothing to report\",\"note\":\"\",\"columns\":[],"
    "\"rows\":[],\"sources\":[]}]}");
  first = hearth_document_dup_hash (document);
  g_assert_cmpuint (strlen (first), ==, 64);

  same = hearth_document_from_json (json, -1, NULL);
  second = hearth_document_dup_hash (same);
  g_assert_cmpstr (first, ==, second);
  hearth_document_add_paragraph (same, "");
  third = hearth_document_dup_hash (same);
  g_assert_cmpstr (first, !=, third);
}

/* Every cut and every changed byte of a frozen document: an error or a document, never a crash. */
static void
test_damaged (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *json = NULL;
  HearthBlock *block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_CHART));
  HearthChartSeries *series;
  gsize length;

  block->chart = hearth_chart_new (738000, 738010);
  series = hearth_chart_add_series (block->chart, HEARTH_CHART_BARS, HEARTH_CHART_NIGHTS, "Sleep", "hours", 0,
                                    12, 4);
  hearth_chart_series_add (block->chart, series, 738001, 7.5);
  hearth_chart_add_event (block->chart, 738002, "Arrived");
  block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_TABLE));
  hearth_block_add_column (block, "Date", false);
  hearth_block_add_row (block, "1 Jan", NULL);
  json = hearth_document_to_json (document);
  length = strlen (json);

  for (gsize cut = 0; cut < length; cut += 3)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hearth_document_from_json (json, (gssize) cut, &error));
      g_assert_true (error && error->domain == HEARTH_DOCUMENT_ERROR);
    }
  for (int round = 0; round < 3000; round++)
    {
      g_autofree char *damaged = g_memdup2 (json, length + 1);
      g_autoptr (HearthDocument) back = NULL;
      g_autoptr (GError) error = NULL;

      damaged[g_rand_int_range (random, 0, (gint32) length)] = (char) g_rand_int_range (random, 32, 127);
      back = hearth_document_from_json (damaged, (gssize) length, &error);
      g_assert_true ((back != NULL) == (error == NULL));
    }
}

static void
test_errors (void)
{
  static const struct {
    const char *json;
    int code;
  } cases[] = {
    { "", HEARTH_DOCUMENT_ERROR_SYNTAX },
    { "[]", HEARTH_DOCUMENT_ERROR_INVALID },
    { "{", HEARTH_DOCUMENT_ERROR_SYNTAX },
    { "{\"format\":\"other\"}", HEARTH_DOCUMENT_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hearth_document_from_json (cases[i].json, -1, &error));
      g_test_message ("%s: %s", cases[i].json, error->message);
      g_assert_error (error, HEARTH_DOCUMENT_ERROR, cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/document/round-trip", test_round_trip);
  g_test_add_func ("/report/document/protection", test_protection);
  g_test_add_func ("/report/document/empty", test_empty);
  g_test_add_func ("/report/document/hash", test_hash);
  g_test_add_func ("/report/document/damaged", test_damaged);
  g_test_add_func ("/report/document/errors", test_errors);
  return g_test_run ();
}
