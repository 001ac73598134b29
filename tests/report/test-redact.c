/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names are gone everywhere, and blocks that are not for these readers are left out.
 */
#include "report/document-json.h"
#include "report/redact.h"

#include "fixtures/fixtures.h"
#include "sample.h"

static void
assert_redacted (HearthRedaction *redaction, const char *text, const char *expected)
{
  g_autofree char *redacted = hearth_redaction_apply_to_text (redaction, text);

  g_assert_cmpstr (redacted, ==, expected);
}

static void
test_text (void)
{
  g_autoptr (HearthRedaction) redaction = hearth_redaction_new (HEARTH_PRINT_COURT, HEARTH_TIER_CASE);

  hearth_redaction_add_name (redaction, "Ann", "R-0001");
  hearth_redaction_add_name (redaction, "Ann Fern", "R-0002");
  hearth_redaction_add_name (redaction, "José", "the uncle");
  hearth_redaction_add_name (redaction, "Weiß", "the teacher");
  hearth_redaction_add_name (redaction, "  ", "nobody");

  assert_redacted (redaction, "Ann met ANN FERN and ann\nfern.", "R-0001 met R-0002 and R-0002.");
  assert_redacted (redaction, "Ann’s book, annual, Hannah, Ann", "R-0001’s book, annual, Hannah, R-0001");
  assert_redacted (redaction, "jose, JOSÉ, Jose\xcc\x81!", "the uncle, the uncle, the uncle!");
  assert_redacted (redaction, "WEISS and weiß", "the teacher and the teacher");
  assert_redacted (redaction,
                   "A\xe2\x80\x8b"
                   "n\xc2\xad"
                   "n",
                   "R-0001");
  assert_redacted (redaction, "", "");

  /* Somebody else's whole name, part of which is a name too. */
  hearth_redaction_keep_name (redaction, "Ann Meadow");
  assert_redacted (redaction, "ANN Meadow and Ann", "ANN Meadow and R-0001");
  /* The one whose report it is has the same name as another. */
  hearth_redaction_keep_name (redaction, "Ann");
  assert_redacted (redaction, "Ann and Ann Fern", "Ann and R-0002");
}

static void
test_scripts (void)
{
  g_autoptr (HearthRedaction) redaction = hearth_redaction_new (HEARTH_PRINT_COURT, HEARTH_TIER_CASE);

  hearth_redaction_add_name (redaction, "مريم", "ر-١");
  hearth_redaction_add_name (redaction, "ดาว", "R-2");
  hearth_redaction_add_name (redaction, "ផ្កា", "R-3");
  hearth_redaction_add_name (redaction, "Ánh", "R-4");

  /* With vowel marks, stretched, and with "and" written onto it. */
  assert_redacted (redaction, "مَرْيَم ومريم مـريم", "ر-١ ور-١ ر-١");
  assert_redacted (redaction, "ผมกับดาวไปโรงเรียน", "ผมกับR-2ไปโรงเรียน");
  /* A further vowel sign makes another word. */
  assert_redacted (redaction, "ดาวุ", "ดาวุ");
  assert_redacted (redaction, "ខ្ញុំនិងផ្កាទៅ", "ខ្ញុំនិងR-3ទៅ");
  /* A short name inside a longer word is that word. */
  hearth_redaction_add_name (redaction, "กร", "R-5");
  assert_redacted (redaction, "เรารับประทานอาหารที่กรุงเทพกรรมการ", "เรารับประทานอาหารที่กรุงเทพกรรมการ");
  assert_redacted (redaction, "ánh và ÁNH", "R-4 và R-4");
}

/* A name in every place that has text: none is left anywhere. */
static void
test_every_place (void)
{
  g_autoptr (HearthRedaction) redaction = hearth_redaction_new (HEARTH_PRINT_PROGRESS, HEARTH_TIER_CASE);
  g_autoptr (HearthDocument) document = sample_new ("en", HEARTH_PAPER_A4);
  g_autoptr (HearthDocument) redacted = NULL;
  g_autofree char *before = NULL, *after = NULL, *folded = NULL;
  HearthBlock *block;

  g_set_str (&document->subtitle, "Rosewood");
  for (unsigned int i = 0; i < document->blocks->len; i++)
    {
      block = document->blocks->pdata[i];
      g_set_str (&block->text, "About rosewood");
      g_set_str (&block->note, "ROSEWOOD said so");
      if (block->chart)
        {
          g_set_str (&((HearthChartSeries *) block->chart->series->pdata[0])->label, "Rosewood’s sleep");
          g_set_str (&((HearthChartSeries *) block->chart->series->pdata[1])->steps[2], "Rosewood");
          hearth_chart_add_event (block->chart, block->chart->first_day, "Rosewood came");
        }
      for (unsigned int row = 0; row < block->rows->len; row++)
        g_set_str (&((GStrv) block->rows->pdata[row])[1], "with Rosewood, in a cell");
    }
  before = hearth_document_to_json (document);
  hearth_redaction_add_name (redaction, "Rosewood", "R-0012");
  redacted = hearth_redaction_apply (redaction, document, NULL);
  after = hearth_document_to_json (redacted);
  folded = g_utf8_casefold (after, -1);
  g_assert_null (strstr (folded, "rosewood"));
  g_assert_nonnull (strstr (after, "R-0012’s sleep"));
  /* The document itself is as it was. */
  {
    g_autofree char *still = hearth_document_to_json (document);

    g_assert_cmpstr (before, ==, still);
  }
}

static void
test_tiers (void)
{
  g_autoptr (HearthRedaction) redaction = hearth_redaction_new (HEARTH_PRINT_PROGRESS, HEARTH_TIER_CASE);
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthDocument) redacted = NULL;
  g_autoptr (GPtrArray) dropped = NULL;
  g_autofree char *json = NULL;
  HearthBlock *block;
  const HearthDropped *first, *second;

  hearth_document_add_heading (document, 1, "Daily life");
  hearth_document_add_paragraph (document, "Seen by all");
  hearth_document_add_heading (document, 2, "Health");
  block = hearth_document_add_paragraph (document, "Clinical words");
  block->tier = HEARTH_TIER_CLINICAL;
  hearth_block_add_source (block, "01RECORD", "01NURSE", "2026-01-02");
  hearth_document_add_heading (document, 1, "Statistics");
  block = hearth_document_add_paragraph (document, "House only");
  block->printable = HEARTH_PRINT_HOUSE;
  hearth_document_add_heading (document, 1, "An empty section that was always so");

  redacted = hearth_redaction_apply (redaction, document, &dropped);
  json = hearth_document_to_json (redacted);
  g_assert_null (strstr (json, "Clinical words"));
  g_assert_null (strstr (json, "House only"));
  g_assert_null (strstr (json, "Health"));
  g_assert_null (strstr (json, "Statistics"));
  g_assert_cmpuint (redacted->blocks->len, ==, 3);

  g_assert_cmpuint (dropped->len, ==, 2);
  first = dropped->pdata[0];
  second = dropped->pdata[1];
  g_assert_cmpint (first->reason, ==, HEARTH_DROPPED_TIER);
  g_assert_cmpstr (first->section, ==, "Health");
  g_assert_cmpstr (((HearthSource *) first->sources->pdata[0])->record, ==, "01RECORD");
  g_assert_cmpint (second->reason, ==, HEARTH_DROPPED_PROFILE);
  g_assert_cmpstr (second->section, ==, "Statistics");
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/redact/text", test_text);
  g_test_add_func ("/report/redact/scripts", test_scripts);
  g_test_add_func ("/report/redact/every-place", test_every_place);
  g_test_add_func ("/report/redact/tiers", test_tiers);
  return g_test_run ();
}
