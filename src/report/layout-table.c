/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document's blocks as strips: tables, facts, checklists, signatures.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/layout.h"

#include <glib/gi18n-lib.h>

#define FACTS_GAP 14.0
#define FACTS_PAD 2.5
#define BASELINE_ROOM 14.0 /* what a cell may be lowered by to share its neighbours' baseline */
#define SIGNATURE_FOOT 14.0
#define TIGHT_SIGNATURE_LINE 22.0
#define MOST_SIGNED_STRIPS 12 /* above the signatures that go with them */

/* Rows looked at to find the width of columns. */
#define SAMPLE_ROWS 200

static HearthBlock *
get_block (HearthLayout *layout, int nth)
{
  return layout->document->blocks->pdata[nth];
}

/* How many lines of @text from @first go into @height; at least one, so that there is always an end. */
static unsigned int
count_fitting (const HearthText *text, unsigned int first, double height)
{
  unsigned int last = first;

  if (first >= text->lines->len)
    return 0;
  while (last < text->lines->len && g_array_index (text->lines, HearthLine, last).bottom -
                                        g_array_index (text->lines, HearthLine, first).top <=
                                      height)
    last++;
  return MAX (last - first, 1);
}

/* @texts: of HearthText; @x, @widths: of each, from the start side; @room: the highest strip there may be. */
typedef struct {
  HearthStripKind kind;
  int block;
  unsigned int row;
  GPtrArray *texts;
  const double *x, *widths;
  double before, pad, room;
} Row;

/* From the top of a line to the baseline. */
static double
get_ascent (const HearthText *text, unsigned int line)
{
  const HearthLine *lines = (const HearthLine *) (gpointer) text->lines->data;

  return line < text->lines->len ? lines[line].baseline - lines[line].top : 0;
}

/* What fits of @row from @done on, as a strip; whether something is left. The first lines share one baseline, whatever
 * script each cell is in. */
static bool
add_row_part (HearthLayout *layout, const Row *row, unsigned int *done, double before)
{
  HearthStrip *strip = hearth_layout_add_strip (layout, row->kind, row->block, before);
  double ascent = 0;
  bool more = false;

  strip->row = row->row;
  for (unsigned int i = 0; i < row->texts->len; i++)
    ascent = MAX (ascent, get_ascent (row->texts->pdata[i], done[i]));
  for (unsigned int i = 0; i < row->texts->len; i++)
    {
      HearthText *text = row->texts->pdata[i];
      unsigned int n =
        count_fitting (text, done[i], row->room - 2 * row->pad - BASELINE_ROOM * layout->scale);
      HearthCell cell = {
        .text = hearth_text_ref (text), .first = done[i], .last = done[i] + n, .width = row->widths[i]
      };

      cell.x = hearth_layout_mirror (layout, row->x[i], row->widths[i]);
      cell.y = row->pad + ascent - get_ascent (text, done[i]);
      g_array_append_val (strip->cells, cell);
      if (n > 0)
        strip->height =
          MAX (strip->height, cell.y + g_array_index (text->lines, HearthLine, cell.last - 1).bottom -
                                g_array_index (text->lines, HearthLine, cell.first).top);
      done[i] = cell.last;
      more = more || cell.last < text->lines->len;
    }
  strip->height = MAX (strip->height, row->pad) + row->pad;
  strip->last_of_row = !more;
  return more;
}

/* A row as one strip, or where it is higher than there is room as several. */
static void
add_row (HearthLayout *layout, const Row *row)
{
  g_autofree unsigned int *done = g_new0 (unsigned int, row->texts->len);

  for (bool more = add_row_part (layout, row, done, row->before); more;)
    more = add_row_part (layout, row, done, 0);
}

/* The width @text wants on one line, and in @least that of its longest word. */
static double
measure_text (HearthLayout *layout, HearthTextStyle style, const char *words, double *least)
{
  g_autoptr (HearthText) text = hearth_layout_create_text (layout, style, HEARTH_ALIGN_START, words, -1);
  double wanted = hearth_text_get_width (text);

  pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD);
  pango_layout_set_width (text->layout, 0);
  *least = hearth_text_get_width (text);
  return wanted;
}

/* Room for the columns that are still without a width: those that want no more than an even share get it; then the
 * rest even shares, but no less than their longest word. */
static void
share_width (double *widths, const double *wanted, const double *least, unsigned int n, double room)
{
  unsigned int left = n;
  bool changed = true;

  while (left > 0 && changed)
    {
      double share = room / left;

      changed = false;
      for (unsigned int i = 0; i < n && left > 0; i++)
        {
          bool needs_more = least[i] > share;

          if (widths[i] > 0 || (wanted[i] > share && !needs_more))
            continue;
          widths[i] = wanted[i] > share ? least[i] : wanted[i];
          room -= widths[i];
          left--;
          changed = true;
          break;
        }
    }
  for (unsigned int i = 0; i < n; i++)
    {
      if (widths[i] <= 0)
        widths[i] = room / left;
    }
}

/* Makes @widths, which sum up to less or more, fill @room. */
static void
stretch_width (double *widths, unsigned int n, double room)
{
  double all = 0;

  for (unsigned int i = 0; i < n; i++)
    all += widths[i];
  for (unsigned int i = 0; i < n; i++)
    widths[i] *= room / all;
}

static void
measure_columns (HearthLayout *layout, const HearthBlock *block, double *widths)
{
  unsigned int n = block->columns->len;
  g_autofree double *wanted = g_new0 (double, n);
  g_autofree double *least = g_new0 (double, n);

  for (unsigned int i = 0; i < n; i++)
    {
      const HearthColumn *column = block->columns->pdata[i];

      wanted[i] = measure_text (layout, HEARTH_STYLE_TABLE_HEAD, column->label, &least[i]);
      for (unsigned int row = 0; row < MIN (block->rows->len, SAMPLE_ROWS); row++)
        {
          double word,
            width = measure_text (layout, HEARTH_STYLE_CELL, ((GStrv) block->rows->pdata[row])[i], &word);

          wanted[i] = MAX (wanted[i], width);
          least[i] = MAX (least[i], word);
        }
      wanted[i] += 2 * HEARTH_TABLE_PAD_X * layout->scale + 1;
      least[i] += 2 * HEARTH_TABLE_PAD_X * layout->scale + 1;
    }
  share_width (widths, wanted, least, n, layout->width);
  stretch_width (widths, n, layout->width);
}

/* @nth: of the rows; ignored for the head. */
static void
add_table_row (HearthLayout *layout,
               int block_index,
               HearthStripKind kind,
               unsigned int nth,
               const double *widths,
               double room)
{
  const HearthBlock *block = get_block (layout, block_index);
  bool head = kind == HEARTH_STRIP_HEAD, tight = layout->document->fit == HEARTH_FIT_ONE_PAGE;
  unsigned int n = block->columns->len;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_text_unref);
  g_autofree double *x = g_new0 (double, n);
  g_autofree double *inner = g_new0 (double, n);
  Row row = { .kind = kind,
              .block = block_index,
              .row = nth,
              .texts = texts,
              .x = x,
              .widths = inner,
              .pad = (tight ? HEARTH_TIGHT_PAD_Y : HEARTH_TABLE_PAD_Y) * layout->scale,
              .room = room };
  double at = 0;

  row.before = head ? 7 * layout->scale : 0;
  for (unsigned int i = 0; i < n; i++)
    {
      const HearthColumn *column = block->columns->pdata[i];
      const char *words = head ? column->label : ((GStrv) block->rows->pdata[nth])[i];

      x[i] = at + HEARTH_TABLE_PAD_X * layout->scale;
      inner[i] = MAX (widths[i] - 2 * HEARTH_TABLE_PAD_X * layout->scale, 1);
      at += widths[i];
      g_ptr_array_add (texts,
                       hearth_layout_create_text (layout, head ? HEARTH_STYLE_TABLE_HEAD : HEARTH_STYLE_CELL,
                                                  column->numeric ? HEARTH_ALIGN_END : HEARTH_ALIGN_START,
                                                  words, inner[i]));
    }
  add_row (layout, &row);
}

static void
add_table_title (HearthLayout *layout, int nth, const char *words)
{
  g_autoptr (HearthText) title =
    hearth_layout_create_text (layout, HEARTH_STYLE_HEADING_3, HEARTH_ALIGN_START, words, layout->width);
  HearthStrip *strip = hearth_layout_add_strip (layout, HEARTH_STRIP_TEXT, nth, 10 * layout->scale);

  hearth_strip_add_text (layout, strip, title, 0, 0, layout->width);
  strip->keep = true;
}

void
hearth_layout_add_table (HearthLayout *layout, int nth)
{
  const HearthBlock *block = get_block (layout, nth);
  g_autofree double *widths = g_new0 (double, block->columns->len + 1);
  unsigned int n_rows = block->rows->len, at;
  HearthStrip *head;

  if (block->columns->len == 0)
    return;
  if (*block->text)
    add_table_title (layout, nth, block->text);
  measure_columns (layout, block, widths);

  /* A head stands on every page of its table: what would take more than a third of each is not repeated further. */
  at = layout->strips->len;
  add_table_row (layout, nth, HEARTH_STRIP_HEAD, 0, widths, layout->height / 3);
  g_ptr_array_set_size (layout->strips, (int) at + 1);
  head = layout->strips->pdata[at];
  head->keep = n_rows > 0;
  head->last_of_row = true;

  for (unsigned int row = 0; row < n_rows; row++)
    add_table_row (layout, nth, HEARTH_STRIP_ROW, row, widths, layout->height - head->height);
  /* No single row alone on a page. */
  if (n_rows > 1)
    ((HearthStrip *) layout->strips->pdata[layout->strips->len - 2])->keep = true;
}

void
hearth_layout_add_facts (HearthLayout *layout, int nth)
{
  const HearthBlock *block = get_block (layout, nth);
  HearthFit fit = layout->document->fit;
  /* At arm's length, what is looked for first has to be found first. */
  HearthTextStyle style = fit == HEARTH_FIT_LARGE ? HEARTH_STYLE_LOUD_LABEL : HEARTH_STYLE_LABEL;
  HearthTextStyle value = block->manner == HEARTH_MANNER_LOUD ? HEARTH_STYLE_LOUD
                          : fit == HEARTH_FIT_ONE_PAGE        ? HEARTH_STYLE_CELL
                                                              : HEARTH_STYLE_BODY;
  double label_width = 0, gap = FACTS_GAP * layout->scale;

  for (unsigned int row = 0; row < MIN (block->rows->len, SAMPLE_ROWS); row++)
    {
      double word;

      label_width =
        MAX (label_width, measure_text (layout, style, ((GStrv) block->rows->pdata[row])[0], &word));
    }
  label_width = CLAMP (label_width + 1, layout->width * 0.22, layout->width * 0.4);
  for (unsigned int row = 0; row < block->rows->len; row++)
    {
      const GStrv cells = block->rows->pdata[row];
      const double x[] = { 0, label_width + gap };
      const double widths[] = { label_width, layout->width - label_width - gap };
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_text_unref);

      g_ptr_array_add (texts,
                       hearth_layout_create_text (layout, style, HEARTH_ALIGN_START, cells[0], widths[0]));
      g_ptr_array_add (texts,
                       hearth_layout_create_text (layout, value, HEARTH_ALIGN_START, cells[1], widths[1]));
      add_row (layout,
               &(Row) { .kind = HEARTH_STRIP_ROW,
                        .block = nth,
                        .row = row,
                        .texts = texts,
                        .x = x,
                        .widths = widths,
                        .before = row == 0 ? 8 * layout->scale : 0,
                        .pad = (fit == HEARTH_FIT_ONE_PAGE ? HEARTH_TIGHT_PAD_Y : FACTS_PAD) * layout->scale,
                        .room = layout->height });
    }
}

/* What the box shows, in words, for whoever hears the page read; then the remark. */
static char *
format_remark (const GStrv cells)
{
  const char *state = g_str_equal (cells[0], "yes")  ? _ ("Done")
                      : g_str_equal (cells[0], "no") ? _ ("Not done")
                                                     : "";

  if (*state && *cells[2])
    return g_strdup_printf ("%s · %s", state, cells[2]);
  return g_strdup (*state ? state : cells[2]);
}

void
hearth_layout_add_checklist (HearthLayout *layout, int nth)
{
  const HearthBlock *block = get_block (layout, nth);
  double indent = HEARTH_CHECK_INDENT * layout->scale, width = layout->width - indent;

  for (unsigned int row = 0; row < block->rows->len; row++)
    {
      const GStrv cells = block->rows->pdata[row];
      g_autofree char *words = format_remark (cells);
      g_autoptr (HearthText) item =
        hearth_layout_create_text (layout, HEARTH_STYLE_BODY, HEARTH_ALIGN_START, cells[1], width);
      HearthStrip *strip =
        hearth_layout_add_strip (layout, HEARTH_STRIP_ROW, nth, (row == 0 ? 8 : 3) * layout->scale);

      strip->row = row;
      hearth_strip_add_text (layout, strip, item, indent, 0, width);
      if (*words)
        {
          g_autoptr (HearthText) remark =
            hearth_layout_create_text (layout, HEARTH_STYLE_NOTE, HEARTH_ALIGN_START, words, width);

          hearth_strip_add_text (layout, strip, remark, indent, strip->height, width);
        }
    }
}

/* What is signed stands on the page it is signed on: all from the last heading on, where that is not too much. */
static void
keep_what_is_signed (HearthLayout *layout)
{
  /* Where all is meant to be on one page, a second one must not take half of the first along. */
  unsigned int left = layout->document->fit == HEARTH_FIT_PAGES ? MOST_SIGNED_STRIPS : 1;

  for (unsigned int i = layout->strips->len; i > 0 && left > 0; i--, left--)
    {
      HearthStrip *strip = layout->strips->pdata[i - 1];

      if (strip->block < 0 || get_block (layout, strip->block)->kind == HEARTH_BLOCK_HEADING)
        break;
      strip->keep = true;
    }
}

double
hearth_layout_get_signature_line (const HearthLayout *layout)
{
  bool tight = layout->document->fit == HEARTH_FIT_ONE_PAGE;

  return (tight ? TIGHT_SIGNATURE_LINE : HEARTH_SIGNATURE_LINE) * layout->scale;
}

void
hearth_layout_add_signatures (HearthLayout *layout, int nth)
{
  const HearthBlock *block = get_block (layout, nth);
  double width = layout->width * HEARTH_SIGNATURE_WIDTH - HEARTH_SIGNATURE_GAP;
  double line = hearth_layout_get_signature_line (layout) + 4;
  double date_width = layout->width * (1 - HEARTH_SIGNATURE_WIDTH);
  /* Translators: below the line where the day of a signature is written */
  g_autoptr (HearthText) date =
    hearth_layout_create_text (layout, HEARTH_STYLE_NOTE, HEARTH_ALIGN_START, _ ("Date"), date_width);

  keep_what_is_signed (layout);
  for (unsigned int row = 0; row < block->rows->len; row++)
    {
      const GStrv cells = block->rows->pdata[row];
      g_autofree char *who =
        *cells[1] ? g_strdup_printf ("%s · %s", cells[0], cells[1]) : g_strdup (cells[0]);
      g_autoptr (HearthText) name =
        hearth_layout_create_text (layout, HEARTH_STYLE_NOTE, HEARTH_ALIGN_START, who, width);
      HearthStrip *strip = hearth_layout_add_strip (layout, HEARTH_STRIP_ROW, nth, 8 * layout->scale);

      strip->row = row;
      hearth_strip_add_text (layout, strip, name, 0, line, width);
      hearth_strip_add_text (layout, strip, date, layout->width * HEARTH_SIGNATURE_WIDTH, line, date_width);
      strip->height = MAX (strip->height, line + SIGNATURE_FOOT * layout->scale);
      strip->keep = row + 1 < block->rows->len;
    }
}
