/* SPDX-License-Identifier: GPL-3.0-or-later
 * Freezing documents as JSON, and the hash of that.
 */
#include "report/document-json.h"

#include "fixtures/fixtures.h"
#include "sample.h"

/* One block of each kind, with everything in it that a block can have. */
static HearthDocument *
new_of_every_kind (void)
{
  static const char *const steps[] = { "Low", "High", NULL };
  HearthDocument *document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  HearthBlock *block;
  HearthChartSeries *series;

  hearth_document_add_heading (document, 2, "Heading");
  hearth_document_add_remark (document, "Remark");
  sample_add_quote (document, "Words", "When");
  block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_TABLE));
  hearth_block_add_column (block, "Column", true);
  hearth_block_add_row (block, "Cell", NULL);
  hearth_block_add_source (block, "01RECORD", "01AUTHOR", "2026-01-02");
  block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_CHART));
  block->chart = hearth_chart_new (738000, 738010);
  series = hearth_chart_add_series (block->chart, HEARTH_CHART_BARS, HEARTH_CHART_NIGHTS, "Sleep", "hours", 0,
                                    12, 4);
  series->steps = g_strsplit ("low|high", "|", -1);
  hearth_chart_series_add (block->chart, series, 738001, 7.5);
  hearth_chart_add_event (block->chart, 738002, "Arrived");
  block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_COMPARE));
  block->compare = hearth_compare_new ("Recovery", "Then", "Now", steps);
  hearth_compare_add (block->compare, "Safety", 1, 2);
  return document;
}

/* The hash is printed on paper, so what it is of may never change by itself. */
static void
test_bytes (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autofree char *json = NULL, *hash = NULL;

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
  hash = hearth_document_dup_hash (document);
  g_assert_cmpuint (strlen (hash), ==, 64);
}

typedef struct {
  unsigned int nth; /* the text to change */
  unsigned int n;   /* texts seen */
} Change;

static void
change_cb (char **text, gpointer user_data)
{
  Change *change = user_data;

  if (change->n++ == change->nth)
    {
      g_autofree char *changed = g_strconcat (*text, "!", NULL);

      g_set_str (text, changed);
    }
}

static void
assert_other_hash (HearthDocument *document, const char *hash)
{
  g_autofree char *other = hearth_document_dup_hash (document);

  g_assert_cmpstr (other, !=, hash);
}

/* Any word that is another one makes another hash. */
static void
test_every_text (void)
{
  g_autoptr (HearthDocument) document = new_of_every_kind ();
  g_autoptr (HearthDocument) same = new_of_every_kind ();
  g_autofree char *hash = hearth_document_dup_hash (document);
  g_autofree char *again = hearth_document_dup_hash (same);
  Change none = { .nth = G_MAXUINT };

  g_assert_cmpstr (hash, ==, again);
  hearth_document_foreach_text (document, change_cb, &none);
  g_assert_cmpuint (none.n, >, 18);
  for (unsigned int nth = 0; nth < none.n; nth++)
    {
      g_autoptr (HearthDocument) changed = new_of_every_kind ();
      Change one = { .nth = nth };

      hearth_document_foreach_text (changed, change_cb, &one);
      assert_other_hash (changed, hash);
    }
  for (const HearthDocumentText *text = hearth_document_texts; text->name; text++)
    {
      g_autoptr (HearthDocument) changed = new_of_every_kind ();

      g_set_str (hearth_document_get_text (changed, text), "another");
      assert_other_hash (changed, hash);
    }
}

/* Who may read a block, where it comes from and the figures of a chart are frozen with it. */
static void
test_every_member (void)
{
  g_autoptr (HearthDocument) document = new_of_every_kind ();
  g_autofree char *json = hearth_document_to_json (document);

  for (unsigned int i = 0; i < 10; i++)
    {
      g_autoptr (HearthDocument) changed = new_of_every_kind ();
      g_autofree char *hash = hearth_document_dup_hash (changed);
      HearthBlock *heading = changed->blocks->pdata[0], *remark = changed->blocks->pdata[1],
                  *table = changed->blocks->pdata[3], *chart = changed->blocks->pdata[4],
                  *compare = changed->blocks->pdata[5];
      HearthCompareArea *area = compare->compare->areas->pdata[0];
      HearthChartSeries *series = chart->chart->series->pdata[0];

      switch (i)
        {
        case 0:
          heading->level = 1;
          break;
        case 1:
          remark->manner = HEARTH_MANNER_PLAIN;
          break;
        case 2:
          heading->tier = HEARTH_TIER_CLINICAL;
          break;
        case 3:
          heading->printable = HEARTH_PRINT_COURT;
          break;
        case 4:
          ((HearthColumn *) table->columns->pdata[0])->numeric = false;
          break;
        case 5:
          g_set_str (&((HearthSource *) table->sources->pdata[0])->record, "02RECORD");
          break;
        case 6:
          g_array_index (series->points, HearthChartPoint, 0).value = 7.25;
          break;
        case 7:
          area->first = 2;
          break;
        case 8:
          area->second = 1;
          break;
        case 9:
        default:
          ((HearthChartEvent *) chart->chart->events->pdata[0])->day++;
          break;
        }
      assert_other_hash (changed, hash);
    }
  g_assert_nonnull (strstr (json,
                            "{\"record\":\"01RECORD\",\"author\":\"01AUTHOR\",\"date\":\"2026-01-02\"}"));
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/document/bytes", test_bytes);
  g_test_add_func ("/report/document/every-text", test_every_text);
  g_test_add_func ("/report/document/every-member", test_every_member);
  return g_test_run ();
}
