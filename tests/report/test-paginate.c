/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on which page.
 */
#include "report/pages-private.h"

#include "draw/text.h"
#include "fixtures/fixtures.h"
#include "sample.h"

static const HearthPlaced *
get_placed (HearthPages *pages, unsigned int page, unsigned int nth)
{
  return &g_array_index (hearth_pages_get_page (pages, page)->placed, HearthPlaced, nth);
}

static unsigned int
count_placed (HearthPages *pages, unsigned int page)
{
  return hearth_pages_get_page (pages, page)->placed->len;
}

static const HearthBlock *
get_block (HearthPages *pages, const HearthPlaced *placed)
{
  return placed->strip->block < 0 ? NULL
                                  : hearth_pages_get_document (pages)->blocks->pdata[placed->strip->block];
}

/* Every text was broken into lines for the room it stands in. */
static void
assert_cells (const HearthStrip *strip)
{
  for (unsigned int i = 0; i < strip->cells->len; i++)
    {
      const HearthCell *cell = &g_array_index (strip->cells, HearthCell, i);

      g_assert_cmpfloat_with_epsilon ((double) pango_layout_get_width (cell->text->layout) / PANGO_SCALE,
                                      cell->width, 0.01);
    }
}

/* Holds for any document: nothing is lost, doubled, out of order, off the page or torn apart. */
static void
assert_good (HearthPages *pages)
{
  const HearthLayout *layout = hearth_pages_get_layout (pages);
  unsigned int next = 0;

  for (unsigned int page = 0; page < hearth_pages_get_n_pages (pages); page++)
    {
      double bottom = 0;

      g_assert_true (count_placed (pages, page) > 0 || layout->strips->len == 0);
      for (unsigned int i = 0; i < count_placed (pages, page); i++)
        {
          const HearthPlaced *placed = get_placed (pages, page, i);
          bool last = i + 1 == count_placed (pages, page);

          g_assert_cmpfloat (placed->y, >=, bottom - 0.001);
          bottom = placed->y + placed->strip->height;
          g_assert_cmpfloat (bottom, <=, layout->height + 0.1);
          if (placed->repeated)
            {
              g_assert_cmpuint (i, ==, 0);
              g_assert_cmpint (placed->strip->kind, ==, HEARTH_STRIP_HEAD);
              g_assert_cmpint (placed->strip->block, ==, get_placed (pages, page, 1)->strip->block);
              continue;
            }
          g_assert_true (placed->strip == layout->strips->pdata[next++]);
          assert_cells (placed->strip);
          g_assert_false (last && placed->strip->keep);
        }
    }
  g_assert_cmpuint (next, ==, layout->strips->len);
}

static void
test_samples (void)
{
  for (const char *const *language = sample_languages; *language; language++)
    {
      for (int paper = HEARTH_PAPER_A4; paper <= HEARTH_PAPER_LETTER; paper++)
        {
          g_autoptr (HearthDocument) document = sample_new (*language, (HearthPaper) paper);
          g_autoptr (HearthPages) pages = hearth_pages_new (document);

          g_test_message ("%s, %u pages", *language, hearth_pages_get_n_pages (pages));
          g_assert_cmpuint (hearth_pages_get_n_pages (pages), >=, 5);
          assert_good (pages);
        }
    }
}

static void
test_paper (void)
{
  g_autoptr (HearthDocument) a4 = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthDocument) letter = hearth_document_new ("progress", "en", HEARTH_PAPER_LETTER);
  g_autoptr (HearthPages) pages_a4 = hearth_pages_new (a4);
  g_autoptr (HearthPages) pages_letter = hearth_pages_new (letter);
  double width, height;

  /* Without any block there is still a page, with head and foot. */
  g_assert_cmpuint (hearth_pages_get_n_pages (pages_a4), ==, 1);
  hearth_pages_get_size (pages_a4, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 841.890, 0.001);
  hearth_pages_get_size (pages_letter, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
  g_assert_cmpfloat (height, ==, 792);
}

/* A paragraph pushed down line by line over the end of a page: never one line alone on either side. */
static void
test_widows_and_orphans (void)
{
  const char *prose = sample_get_prose ("en");
  unsigned int n_split = 0;

  for (int fill = 30; fill < 60; fill++)
    {
      g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
      g_autoptr (HearthPages) pages = NULL;
      g_autoptr (GString) lines = g_string_new ("1");
      g_autofree char *long_prose = g_strjoin (" ", prose, prose, NULL);
      unsigned int on_page[3] = { 0 };

      for (int i = 1; i < fill; i++)
        g_string_append_printf (lines, "\n%d", i + 1);
      hearth_document_add_paragraph (document, lines->str);
      hearth_document_add_paragraph (document, long_prose);
      pages = hearth_pages_new (document);
      assert_good (pages);
      for (unsigned int page = 0; page < hearth_pages_get_n_pages (pages); page++)
        {
          for (unsigned int i = 0; i < count_placed (pages, page); i++)
            on_page[page] += get_placed (pages, page, i)->strip->block == 1;
          g_assert_cmpuint (on_page[page], !=, 1);
        }
      n_split += on_page[0] > 0 && on_page[1] > 0;
    }
  g_assert_cmpuint (n_split, >, 1);
}

static void
test_heading_keeps_with_next (void)
{
  unsigned int n_moved = 0;

  for (int fill = 30; fill < 60; fill++)
    {
      g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_LETTER);
      g_autoptr (HearthPages) pages = NULL;
      g_autoptr (GString) lines = g_string_new ("1");

      for (int i = 1; i < fill; i++)
        g_string_append_printf (lines, "\n%d", i + 1);
      hearth_document_add_paragraph (document, lines->str);
      hearth_document_add_heading (document, 1, "Section");
      hearth_document_add_heading (document, 2, "Part");
      hearth_document_add_paragraph (document, sample_get_prose ("en"));
      pages = hearth_pages_new (document);
      assert_good (pages);
      for (unsigned int page = 0; page < hearth_pages_get_n_pages (pages); page++)
        {
          const HearthPlaced *last = get_placed (pages, page, count_placed (pages, page) - 1);

          g_assert_cmpint (get_block (pages, last)->kind, !=, HEARTH_BLOCK_HEADING);
          n_moved += page > 0 && get_placed (pages, page, 0)->strip->block == 1;
        }
    }
  g_assert_cmpuint (n_moved, >, 1);
}

static HearthBlock *
add_table (HearthDocument *document)
{
  HearthBlock *table = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_TABLE));

  hearth_block_add_column (table, "Date", false);
  hearth_block_add_column (table, "Note", false);
  hearth_block_add_column (table, "Hours", true);
  return table;
}

static void
test_repeated_heads (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = NULL;
  HearthBlock *table = add_table (document);

  for (int i = 0; i < 120; i++)
    hearth_block_add_row (table, "1 Jan 2026", sample_get_prose ("en"), "8", NULL);
  hearth_document_add_paragraph (document, "After the table");
  pages = hearth_pages_new (document);
  assert_good (pages);
  g_assert_cmpuint (hearth_pages_get_n_pages (pages), >, 5);
  for (unsigned int page = 0; page < hearth_pages_get_n_pages (pages); page++)
    {
      const HearthPlaced *first = get_placed (pages, page, 0);
      const HearthPlaced *second = get_placed (pages, page, 1);

      g_assert_cmpint (first->strip->kind, ==, HEARTH_STRIP_HEAD);
      g_assert_cmpint (first->repeated, ==, page > 0);
      /* Whole rows: every one of them has all of its text. */
      g_assert_cmpint (second->strip->kind, ==, HEARTH_STRIP_ROW);
      g_assert_true (second->strip->last_of_row);
    }
}

/* A row that is higher than a page goes on, and no line of it is lost. */
static void
test_huge_row (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  HearthBlock *table = add_table (document);
  unsigned int lines = 0, first = 0;

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "%s ", sample_get_prose ("en"));
  hearth_block_add_row (table, "1 Jan 2026", text->str, "8", NULL);
  hearth_block_add_row (table, "2 Jan 2026", "Short", "8", NULL);
  pages = hearth_pages_new (document);
  assert_good (pages);
  g_assert_cmpuint (hearth_pages_get_n_pages (pages), >, 2);
  for (unsigned int page = 0; page < hearth_pages_get_n_pages (pages); page++)
    {
      for (unsigned int i = 0; i < count_placed (pages, page); i++)
        {
          const HearthPlaced *placed = get_placed (pages, page, i);
          const HearthCell *cell = &g_array_index (placed->strip->cells, HearthCell, 1);

          if (placed->strip->kind != HEARTH_STRIP_ROW || placed->strip->row != 0)
            continue;
          g_assert_cmpuint (cell->first, ==, first);
          first = cell->last;
          lines = cell->text->lines->len;
        }
    }
  g_assert_cmpuint (first, ==, lines);
}

/* The same document in a script that runs the other way: every cell stands where a mirror shows it. */
static void
test_mirrored (void)
{
  g_autoptr (HearthDocument) ltr = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthDocument) rtl = hearth_document_new ("progress", "ar", HEARTH_PAPER_A4);
  HearthDocument *const documents[] = { ltr, rtl };
  g_autoptr (HearthPages) left = NULL;
  g_autoptr (HearthPages) right = NULL;
  const HearthLayout *layout;

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      HearthBlock *facts = hearth_document_add (documents[i], hearth_block_new (HEARTH_BLOCK_FACTS));

      hearth_block_add_row (facts, "1", "2", NULL);
      sample_add_quote (documents[i], "3", "4");
    }
  left = hearth_pages_new (ltr);
  right = hearth_pages_new (rtl);
  layout = hearth_pages_get_layout (left);
  g_assert_true (hearth_pages_get_layout (right)->rtl);
  g_assert_cmpuint (count_placed (left, 0), ==, count_placed (right, 0));
  for (unsigned int i = 0; i < count_placed (left, 0); i++)
    {
      const HearthStrip *a = get_placed (left, 0, i)->strip, *b = get_placed (right, 0, i)->strip;

      for (unsigned int cell = 0; cell < a->cells->len; cell++)
        {
          const HearthCell *x = &g_array_index (a->cells, HearthCell, cell);
          const HearthCell *y = &g_array_index (b->cells, HearthCell, cell);
          const HearthLine *line_x = &g_array_index (x->text->lines, HearthLine, x->first);
          const HearthLine *line_y = &g_array_index (y->text->lines, HearthLine, y->first);

          g_assert_cmpfloat_with_epsilon (x->x, layout->width - y->x - y->width, 0.01);
          /* Figures stand at the start, which is the right-hand side there. */
          g_assert_cmpfloat (line_x->x, <, 1);
          g_assert_cmpfloat (line_y->x, >, y->width - 20);
        }
    }
}

/* A remark about a table stands on its page, whether it comes before or after. */
static void
test_remarks_keep_with_table (void)
{
  for (int fill = 25; fill < 60; fill++)
    {
      g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
      g_autoptr (HearthPages) pages = NULL;
      g_autoptr (GString) lines = g_string_new ("1");
      HearthBlock *table;

      for (int i = 1; i < fill; i++)
        g_string_append_printf (lines, "\n%d", i + 1);
      hearth_document_add_paragraph (document, lines->str);
      hearth_document_add_heading (document, 1, "Good moments");
      hearth_document_add_remark (document, "The latest");
      table = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_TABLE));
      hearth_block_add_column (table, "Date", false);
      for (int i = 0; i < 6; i++)
        hearth_block_add_row (table, "1 May", NULL);
      hearth_document_add_remark (document, "The others");
      hearth_document_add_heading (document, 1, "End");
      hearth_document_add_remark (document, "Nothing to report");
      pages = hearth_pages_new (document);
      assert_good (pages);
      for (unsigned int page = 1; page < hearth_pages_get_n_pages (pages); page++)
        g_assert_cmpint (get_block (pages, get_placed (pages, page, 0))->manner, ==, HEARTH_MANNER_PLAIN);
      for (unsigned int page = 0; page < hearth_pages_get_n_pages (pages); page++)
        g_assert_true (get_block (pages, get_placed (pages, page, count_placed (pages, page) - 1)) !=
                       document->blocks->pdata[2]);
    }
}

/* No page has signatures and not what is signed. */
static void
test_signatures_keep_with_text (void)
{
  unsigned int n_moved = 0;

  for (int fill = 25; fill < 60; fill++)
    {
      g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
      g_autoptr (HearthPages) pages = NULL;
      g_autoptr (GString) lines = g_string_new ("1");
      HearthBlock *block;
      unsigned int last;

      for (int i = 1; i < fill; i++)
        g_string_append_printf (lines, "\n%d", i + 1);
      hearth_document_add_paragraph (document, lines->str);
      hearth_document_add_heading (document, 1, "Sign-off");
      hearth_document_add_paragraph (document, "I have read this.");
      block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
      hearth_block_add_row (block, "Resident", "", NULL);
      hearth_block_add_row (block, "Manager", "", NULL);
      pages = hearth_pages_new (document);
      assert_good (pages);
      last = count_placed (pages, hearth_pages_get_n_pages (pages) - 1);
      g_assert_cmpuint (last, >=, 4);
      n_moved += last == 4;
    }
  g_assert_cmpuint (n_moved, >, 1);
}

static void
test_running_words (void)
{
  g_autoptr (HearthDocument) document = sample_new ("en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = hearth_pages_new (document);
  g_auto (HearthRunning) first = { NULL };
  g_auto (HearthRunning) second = { NULL };
  g_autofree char *count = g_strdup_printf ("Page 2 of %u", hearth_pages_get_n_pages (pages));
  g_autofree char *hash = g_strndup (hearth_pages_get_hash (pages), 16);

  hearth_pages_get_running (pages, 0, &first);
  hearth_pages_get_running (pages, 1, &second);
  g_assert_cmpstr (first.head_start, ==, "Lantern House Association");
  g_assert_cmpstr (first.head_end, ==, "2 Apr 2026");
  g_assert_cmpstr (second.head_end, ==, "Progress report · R-0012 · 1 January – 31 March 2026");
  g_assert_cmpstr (second.foot_end, ==, count);
  g_assert_nonnull (strstr (second.seal, "1204 · 9f86d081884c7d65"));
  g_assert_nonnull (strstr (second.seal, hash));
}

static void
collect_text (HearthPages *pages, GString *all)
{
  const HearthLayout *layout = hearth_pages_get_layout (pages);

  for (unsigned int i = 0; i < layout->strips->len; i++)
    {
      const HearthStrip *strip = layout->strips->pdata[i];
      const HearthCell *cell = &g_array_index (strip->cells, HearthCell, 0);
      const HearthLine *line = &g_array_index (cell->text->lines, HearthLine, cell->first);

      g_string_append_len (all, pango_layout_get_text (cell->text->layout) + line->line->start_index,
                           line->line->length);
    }
}

/* Laid out a window at a time, a long text breaks as it would in one piece, and is all there. */
static void
assert_long_text (const char *language, gsize length)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = NULL;
  g_autoptr (GString) text = g_string_sized_new (length + 1024);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *marked = NULL;

  while (text->len < length)
    g_string_append (text, sample_get_prose (language));
  hearth_document_add_paragraph (document, text->str);
  pages = hearth_pages_new (document);
  assert_good (pages);
  collect_text (pages, all);
  marked = hearth_text_mark_breaks (text->str);
  g_string_replace (all, "\342\200\216", "", 0);
  g_string_replace (all, "\342\200\217", "", 0);
  g_assert_cmpuint (all->len, ==, strlen (marked));
  g_assert_true (g_str_equal (all->str, marked));
}

static void
test_long_text (void)
{
  for (const char *const *language = sample_languages; *language; language++)
    assert_long_text (*language, 40000);
}

static void
test_ten_megabytes (void)
{
  assert_long_text ("en", 10 * 1024 * 1024);
}

static void
test_windows_break_alike (void)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HearthText) whole = NULL;
  HearthLayout *layout;
  gsize at = 0;

  while (text->len < 30000)
    g_string_append_printf (text, "%s ", sample_get_prose ("en"));
  hearth_document_add_paragraph (document, text->str);
  pages = hearth_pages_new (document);
  layout = (HearthLayout *) hearth_pages_get_layout (pages);
  whole = hearth_layout_create_text (layout, HEARTH_STYLE_BODY, HEARTH_ALIGN_OWN, text->str, layout->width);
  g_assert_cmpuint (layout->strips->len, ==, whole->lines->len);
  for (unsigned int i = 0; i < layout->strips->len; i++)
    {
      const HearthStrip *strip = layout->strips->pdata[i];
      const HearthCell *cell = &g_array_index (strip->cells, HearthCell, 0);
      const HearthLine *line = &g_array_index (whole->lines, HearthLine, i);

      g_assert_cmpint (line->line->start_index, ==, at);
      at += (gsize) g_array_index (cell->text->lines, HearthLine, cell->first).line->length;
    }
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/paginate/samples", test_samples);
  g_test_add_func ("/report/paginate/paper", test_paper);
  g_test_add_func ("/report/paginate/widows-and-orphans", test_widows_and_orphans);
  g_test_add_func ("/report/paginate/heading-keeps-with-next", test_heading_keeps_with_next);
  g_test_add_func ("/report/paginate/repeated-heads", test_repeated_heads);
  g_test_add_func ("/report/paginate/huge-row", test_huge_row);
  g_test_add_func ("/report/paginate/mirrored", test_mirrored);
  g_test_add_func ("/report/paginate/remarks-keep-with-table", test_remarks_keep_with_table);
  g_test_add_func ("/report/paginate/signatures-keep-with-text", test_signatures_keep_with_text);
  g_test_add_func ("/report/paginate/running-words", test_running_words);
  g_test_add_func ("/report/paginate/long-text", test_long_text);
  g_test_add_func ("/report/paginate/windows-break-alike", test_windows_break_alike);
  g_test_add_func ("/report/paginate/ten-megabytes", test_ten_megabytes);
  return g_test_run ();
}
