/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document's blocks as strips: texts.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/layout.h"

#include "draw/font.h"
#include "draw/text.h"

#define MARGIN_SIDE 64.0
#define MARGIN_TOP 82.0
#define MARGIN_BOTTOM 84.0
/* Of papers that have to go on one page. */
#define NARROW_SIDE 42.0
#define NARROW_TOP 74.0
#define NARROW_BOTTOM 78.0

#define BODY_MAP_HEIGHT 250.0

/* Pango splits what is left of a paragraph anew at every line, so a long one is laid out a window at a time. */
#define WINDOW 8192

#define RTL_SCALE 1.12
#define FIRST_COMPLEX_LETTER 0x0590

#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define RIGHT_TO_LEFT_MARK "\342\200\217"

typedef struct {
  double size;
  PangoWeight weight;
  float spacing; /* of a line's own height */
  HearthInk ink;
} Style;

static const Style styles[] = {
  [HEARTH_STYLE_TITLE] = { 21, PANGO_WEIGHT_BOLD, 1.0, HEARTH_INK_ACCENT },
  [HEARTH_STYLE_SUBTITLE] = { 11.5, PANGO_WEIGHT_NORMAL, 1.05, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_CLASSIFICATION] = { 8.5, PANGO_WEIGHT_BOLD, 1.05, HEARTH_INK_MUTED },
  [HEARTH_STYLE_HEADING_1] = { 13.5, PANGO_WEIGHT_BOLD, 1.0, HEARTH_INK_ACCENT },
  [HEARTH_STYLE_HEADING_2] = { 11, PANGO_WEIGHT_BOLD, 1.0, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_HEADING_3] = { 10, PANGO_WEIGHT_BOLD, 1.0, HEARTH_INK_MUTED },
  [HEARTH_STYLE_BODY] = { 10, PANGO_WEIGHT_NORMAL, 1.1, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_LOUD] = { 12.5, PANGO_WEIGHT_NORMAL, 1.05, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_LOUD_LABEL] = { 10, PANGO_WEIGHT_BOLD, 1.0, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_QUIET] = { 10, PANGO_WEIGHT_NORMAL, 1.1, HEARTH_INK_MUTED },
  [HEARTH_STYLE_QUOTE] = { 10.5, PANGO_WEIGHT_NORMAL, 1.12, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_NOTE] = { 8.5, PANGO_WEIGHT_NORMAL, 1.05, HEARTH_INK_MUTED },
  [HEARTH_STYLE_LABEL] = { 9, PANGO_WEIGHT_NORMAL, 1.0, HEARTH_INK_MUTED },
  [HEARTH_STYLE_TABLE_HEAD] = { 8.5, PANGO_WEIGHT_BOLD, 1.0, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_CELL] = { 9, PANGO_WEIGHT_NORMAL, 1.02, HEARTH_INK_PLAIN },
  [HEARTH_STYLE_RUNNING] = { 7.5, PANGO_WEIGHT_NORMAL, 1.0, HEARTH_INK_MUTED },
};

/* --- Texts --- */

static void
line_clear (gpointer data)
{
  HearthLine *line = data;

  pango_layout_line_unref (line->line);
}

HearthText *
hearth_text_ref (HearthText *text)
{
  text->references++;
  return text;
}

void
hearth_text_unref (HearthText *text)
{
  if (--text->references > 0)
    return;
  g_array_unref (text->lines);
  g_object_unref (text->layout);
  g_free (text);
}

double
hearth_text_get_height (const HearthText *text)
{
  return text->lines->len > 0 ? g_array_index (text->lines, HearthLine, text->lines->len - 1).bottom : 0;
}

double
hearth_text_get_width (const HearthText *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static GArray *
collect_lines (PangoLayout *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (HearthLine));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  g_array_set_clear_func (lines, line_clear);
  do
    {
      PangoRectangle logical;
      HearthLine line;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line.top = (double) top / PANGO_SCALE;
      line.bottom = (double) bottom / PANGO_SCALE;
      line.baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      line.x = (double) logical.x / PANGO_SCALE;
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return lines;
}

static bool
stands_on_the_right (const HearthLayout *layout, HearthAlign align, bool text_rtl)
{
  switch (align)
    {
    case HEARTH_ALIGN_OWN:
      return text_rtl;
    case HEARTH_ALIGN_START:
      return layout->rtl;
    case HEARTH_ALIGN_END:
      return !layout->rtl;
    case HEARTH_ALIGN_RIGHT:
      return true;
    case HEARTH_ALIGN_LEFT:
    default:
      return false;
    }
}

/* Pango swaps left and right for a text that runs against its context, which runs as the page does. */
static PangoAlignment
choose_alignment (const HearthLayout *layout, HearthAlign align, HearthDirection direction)
{
  bool text_rtl = direction == HEARTH_DIRECTION_NONE ? layout->rtl : direction == HEARTH_DIRECTION_RTL;

  return stands_on_the_right (layout, align, text_rtl) == (text_rtl == layout->rtl) ? PANGO_ALIGN_RIGHT
                                                                                    : PANGO_ALIGN_LEFT;
}

/* A ligature reads back as one letter, so that nobody finds "Confidential" in the PDF. Other scripts need theirs. */
static void
avoid_latin_ligatures (PangoLayout *pango, const char *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      if (g_utf8_get_char (at) >= FIRST_COMPLEX_LETTER && g_unichar_isalpha (g_utf8_get_char (at)))
        return;
    }
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (pango, attributes);
}

static PangoLayout *
create_pango_layout (HearthLayout *layout, HearthTextStyle style, HearthAlign align, const char *text)
{
  PangoLayout *pango = pango_layout_new (layout->context);
  /* Arabic letters are smaller than Latin ones of the same size. */
  bool tight = style == HEARTH_STYLE_TITLE && layout->document->fit == HEARTH_FIT_ONE_PAGE;
  double size =
    styles[tight ? HEARTH_STYLE_HEADING_1 : style].size * layout->scale * (layout->rtl ? RTL_SCALE : 1);
  PangoFontDescription *font = hearth_font_new (size, styles[style].weight);

  pango_layout_set_font_description (pango, font);
  pango_font_description_free (font);
  pango_layout_set_line_spacing (pango, styles[style].spacing);
  pango_layout_set_wrap (pango, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (pango, choose_alignment (layout, align, hearth_text_find_direction (text, -1)));
  pango_layout_set_text (pango, text, -1);
  avoid_latin_ligatures (pango, text);
  return pango;
}

static HearthText *
create_text (PangoLayout *pango, HearthTextStyle style)
{
  HearthText *text = g_new0 (HearthText, 1);

  text->references = 1;
  text->layout = g_object_ref (pango);
  text->lines = collect_lines (pango);
  text->ink = styles[style].ink;
  return text;
}

HearthText *
hearth_layout_create_text (HearthLayout *layout,
                           HearthTextStyle style,
                           HearthAlign align,
                           const char *text,
                           double width)
{
  g_autofree char *marked = hearth_text_mark_breaks (text);
  g_autoptr (PangoLayout) pango = create_pango_layout (layout, style, align, marked);

  pango_layout_set_width (pango, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  return create_text (pango, style);
}

/* --- Strips --- */

static void
cell_clear (gpointer data)
{
  HearthCell *cell = data;

  hearth_text_unref (cell->text);
}

static void
strip_free (HearthStrip *strip)
{
  g_array_unref (strip->cells);
  g_free (strip);
}

double
hearth_layout_mirror (const HearthLayout *layout, double x, double width)
{
  return layout->rtl ? layout->width - x - width : x;
}

HearthStrip *
hearth_layout_add_strip (HearthLayout *layout, HearthStripKind kind, int block, double before)
{
  HearthStrip *strip = g_new0 (HearthStrip, 1);

  strip->kind = kind;
  strip->block = block;
  strip->before = before;
  strip->last_of_row = true;
  strip->cells = g_array_new (FALSE, FALSE, sizeof (HearthCell));
  g_array_set_clear_func (strip->cells, cell_clear);
  g_ptr_array_add (layout->strips, strip);
  return strip;
}

void
hearth_strip_add_text (HearthLayout *layout,
                       HearthStrip *strip,
                       HearthText *text,
                       double x,
                       double y,
                       double width)
{
  HearthCell cell = { .text = hearth_text_ref (text), .last = text->lines->len, .y = y, .width = width };

  cell.x = hearth_layout_mirror (layout, x, width);
  g_array_append_val (strip->cells, cell);
  strip->height = MAX (strip->height, y + hearth_text_get_height (text));
}

/* --- Running text --- */

typedef struct {
  HearthLayout *layout;
  HearthStripKind kind;
  int block;
  HearthTextStyle style;
  HearthAlign align;
  double left, right; /* indents */
  double before;
  unsigned int n_lines;
} Flow;

static double
get_flow_width (const Flow *flow)
{
  return flow->layout->width - flow->left - flow->right;
}

static void
flow_line (Flow *flow, HearthText *text, unsigned int nth)
{
  const HearthLine *line = &g_array_index (text->lines, HearthLine, nth);
  HearthStrip *strip = hearth_layout_add_strip (flow->layout, flow->kind, flow->block,
                                                flow->n_lines == 0 ? flow->before * flow->layout->scale : 0);
  HearthCell cell = { .text = hearth_text_ref (text),
                      .first = nth,
                      .last = nth + 1,
                      .x = flow->left,
                      .width = get_flow_width (flow) };

  g_array_append_val (strip->cells, cell);
  strip->height = line->bottom - line->top;
  strip->row = flow->n_lines++;
}

/* The direction of the paragraph that begins at @text. */
static HearthDirection
find_paragraph_direction (const char *text, const char *end)
{
  gsize length = MIN ((gsize) (end - text), WINDOW);
  const char *line_end = memchr (text, '\n', length);

  return hearth_text_find_direction (text, line_end ? line_end - text : (gssize) length);
}

/* The invisible letter that gives the window from @at to @cut the direction of the paragraph it is in the middle of;
 * "" where it has that already. */
static const char *
find_direction_mark (const char *paragraph, const char *at, const char *cut)
{
  HearthDirection direction;

  if (paragraph == at)
    return "";
  direction = find_paragraph_direction (paragraph, cut);
  if (direction == HEARTH_DIRECTION_NONE || direction == find_paragraph_direction (at, cut))
    return "";
  return direction == HEARTH_DIRECTION_RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
}

static const char *
find_window_end (const char *at, const char *end)
{
  const char *cut;

  if (end - at <= WINDOW)
    return end;
  cut = at + WINDOW;
  while (cut > at && ((guchar) *cut & 0xC0) == 0x80)
    cut--;
  return cut;
}

/* At least two lines of the text from strip @first on stay together on either side of a page's end. */
static void
keep_ends_together (HearthLayout *layout, unsigned int first)
{
  if (layout->strips->len - first < 2)
    return;
  ((HearthStrip *) layout->strips->pdata[first])->keep = true;
  ((HearthStrip *) layout->strips->pdata[layout->strips->len - 2])->keep = true;
}

/* A strip for each line of @text. */
static void
flow_lines (Flow *flow, const char *text)
{
  g_autofree char *marked = hearth_text_mark_breaks (text);
  const char *end = marked + strlen (marked);
  const char *at = marked, *paragraph = marked;

  do
    {
      const char *cut = find_window_end (at, end);
      const char *mark = find_direction_mark (paragraph, at, cut);
      g_autofree char *shown = g_strdup_printf ("%s%.*s", mark, (int) (cut - at), at);
      g_autoptr (PangoLayout) pango = create_pango_layout (flow->layout, flow->style, flow->align, shown);
      g_autoptr (HearthText) window = NULL;
      const char *line_feed;
      unsigned int n;

      pango_layout_set_width (pango, (int) (get_flow_width (flow) * PANGO_SCALE));
      window = create_text (pango, flow->style);

      /* The last line could hold more than the window shows: it begins the next one. */
      n = window->lines->len;
      if (cut < end && n > 1)
        {
          cut = at + g_array_index (window->lines, HearthLine, n - 1).line->start_index - strlen (mark);
          n--;
        }
      for (unsigned int i = 0; i < n; i++)
        flow_line (flow, window, i);
      line_feed = memrchr (at, '\n', (gsize) (cut - at));
      if (line_feed)
        paragraph = line_feed + 1;
      at = cut;
    }
  while (at < end);
}

static void
flow_text (Flow *flow, const char *text)
{
  unsigned int first = flow->layout->strips->len;

  flow_lines (flow, text);
  keep_ends_together (flow->layout, first);
}

static HearthStrip *
get_last_strip (HearthLayout *layout)
{
  return layout->strips->pdata[layout->strips->len - 1];
}

static void
add_whole_text (HearthLayout *layout, int block, HearthTextStyle style, const char *text, double before)
{
  g_autoptr (HearthText) laid_out =
    hearth_layout_create_text (layout, style, HEARTH_ALIGN_START, text, layout->width);
  HearthStrip *strip = hearth_layout_add_strip (layout, HEARTH_STRIP_TEXT, block, before * layout->scale);

  hearth_strip_add_text (layout, strip, laid_out, 0, 0, layout->width);
  strip->keep = true;
}

static void
add_masthead (HearthLayout *layout)
{
  const HearthDocument *document = layout->document;

  if (*document->classification)
    add_whole_text (layout, HEARTH_BLOCK_MASTHEAD, HEARTH_STYLE_CLASSIFICATION, document->classification, 0);
  if (*document->title)
    add_whole_text (layout, HEARTH_BLOCK_MASTHEAD, HEARTH_STYLE_TITLE, document->title, 4);
  if (*document->subtitle)
    add_whole_text (layout, HEARTH_BLOCK_MASTHEAD, HEARTH_STYLE_SUBTITLE, document->subtitle, 2);
  for (unsigned int i = 0; i < layout->strips->len; i++)
    ((HearthStrip *) layout->strips->pdata[i])->row = i;
  if (layout->strips->len > 0)
    get_last_strip (layout)->height += HEARTH_MASTHEAD_FOOT * layout->scale;
}

static void
add_heading (HearthLayout *layout, int nth, const HearthBlock *block)
{
  static const double before[] = { 24, 15, 11 };
  static const HearthTextStyle heading[] = { HEARTH_STYLE_HEADING_1, HEARTH_STYLE_HEADING_2,
                                             HEARTH_STYLE_HEADING_3 };
  unsigned int level = CLAMP (block->level, 1, 3) - 1;
  /* Where room is scarce, it goes to the words. */
  double share = layout->document->fit == HEARTH_FIT_PAGES ? 1 : 0.6;

  add_whole_text (layout, nth, heading[level], block->text, before[level] * share);
}

bool
hearth_layout_is_block_rtl (const HearthLayout *layout, const HearthBlock *block)
{
  HearthDirection direction = HEARTH_DIRECTION_NONE;

  if (block->kind == HEARTH_BLOCK_QUOTE)
    direction = hearth_text_find_direction (block->text, -1);
  return direction == HEARTH_DIRECTION_NONE ? layout->rtl : direction == HEARTH_DIRECTION_RTL;
}

/* Own words and their note stand at the bar, which is where the words begin; a translation below them too. */
static void
add_quote (HearthLayout *layout, int nth, const HearthBlock *block)
{
  bool rtl = hearth_layout_is_block_rtl (layout, block);
  Flow words = { .layout = layout,
                 .block = nth,
                 .style = HEARTH_STYLE_QUOTE,
                 .align = rtl ? HEARTH_ALIGN_RIGHT : HEARTH_ALIGN_LEFT,
                 .left = rtl ? 0 : HEARTH_QUOTE_INDENT * layout->scale,
                 .right = rtl ? HEARTH_QUOTE_INDENT * layout->scale : 0,
                 .before = 10 };
  Flow note = words;
  g_auto (GStrv) paragraphs = g_strsplit (block->text, "\n", -1);
  unsigned int first = layout->strips->len;

  for (char **paragraph = paragraphs; *paragraph; paragraph++)
    flow_lines (&words, *paragraph);
  keep_ends_together (layout, first);
  if (*block->note == '\0')
    return;
  get_last_strip (layout)->keep = true;
  note.kind = HEARTH_STRIP_NOTE;
  note.style = HEARTH_STYLE_NOTE;
  note.before = 2;
  flow_text (&note, block->note);
}

HearthChartStyle
hearth_layout_get_chart_style (const HearthLayout *layout)
{
  HearthChartStyle style = { .palette = &hearth_palette_paper,
                             .context = layout->context,
                             .font_size = 8 * layout->scale,
                             .rtl = layout->rtl };

  return style;
}

/* What the shapes of marks are called in a block. */
static const HearthChoice shapes[] = { { "0", "" }, { "1", "" }, { "2", "" }, { "3", "" }, { "4", "" },
                                       { "5", "" }, { "6", "" }, { "7", "" }, { "8", "" }, { NULL } };

HearthBodyMapStyle
hearth_layout_get_body_map_style (const HearthLayout *layout)
{
  HearthBodyMapStyle style = { .palette = &hearth_palette_paper,
                               .context = layout->context,
                               .font_size = 8.5 * layout->scale,
                               .rtl = layout->rtl,
                               .kinds = shapes,
                               .chosen = -1 };

  return style;
}

char *
hearth_layout_dup_body_map (const HearthBlock *block)
{
  g_autoptr (GString) canonical = g_string_new (NULL);

  for (unsigned int i = 0; i < block->rows->len; i++)
    g_string_append_printf (canonical, "%s%s", i > 0 ? "\n" : "", ((GStrv) block->rows->pdata[i])[0]);
  return g_string_free_and_steal (g_steal_pointer (&canonical));
}

static double
measure_picture (const HearthLayout *layout, const HearthBlock *block)
{
  HearthChartStyle style = hearth_layout_get_chart_style (layout);

  if (block->kind == HEARTH_BLOCK_BODY_MAP)
    return BODY_MAP_HEIGHT * layout->scale;
  if (block->kind == HEARTH_BLOCK_COMPARE)
    return hearth_compare_measure (block->compare, &style, layout->width);
  return hearth_chart_measure (block->chart, &style, layout->width);
}

static void
add_picture (HearthLayout *layout, int nth, const HearthBlock *block)
{
  Flow note = { .layout = layout,
                .kind = HEARTH_STRIP_NOTE,
                .block = nth,
                .style = block->kind == HEARTH_BLOCK_BODY_MAP ? HEARTH_STYLE_CELL : HEARTH_STYLE_NOTE,
                .align = HEARTH_ALIGN_START,
                .before = 5 };
  unsigned int first;
  HearthStrip *strip;

  if (*block->text)
    add_whole_text (layout, nth, HEARTH_STYLE_HEADING_3, block->text, 10);
  strip = hearth_layout_add_strip (layout, HEARTH_STRIP_CHART, nth, 8 * layout->scale);
  strip->height = measure_picture (layout, block);
  if (*block->note == '\0')
    return;
  first = layout->strips->len;
  flow_text (&note, block->note);
  /* The sentence says what the picture shows: they stay together. */
  strip->keep = true;
  for (unsigned int i = first; i + 1 < layout->strips->len; i++)
    ((HearthStrip *) layout->strips->pdata[i])->keep = true;
}

static void
add_paragraph (HearthLayout *layout, int nth, const HearthBlock *block)
{
  GPtrArray *blocks = layout->document->blocks;
  const HearthBlock *above = nth > 0 ? blocks->pdata[nth - 1] : NULL;
  const HearthBlock *below = nth + 1 < (int) blocks->len ? blocks->pdata[nth + 1] : NULL;
  bool remark = block->manner == HEARTH_MANNER_QUIET;
  bool first = above && above->kind == HEARTH_BLOCK_HEADING;
  Flow flow = { .layout = layout,
                .block = nth,
                .style = remark ? HEARTH_STYLE_QUIET : HEARTH_STYLE_BODY,
                .align = remark ? HEARTH_ALIGN_START : HEARTH_ALIGN_OWN,
                .before = 7 };

  /* A remark stands with what it is about: what comes before it, or after where it comes first. */
  if (remark && above && layout->strips->len > 0)
    get_last_strip (layout)->keep = true;
  flow_text (&flow, block->text);
  if (remark && first && below && below->kind != HEARTH_BLOCK_HEADING)
    get_last_strip (layout)->keep = true;
}

static void
add_block (HearthLayout *layout, int nth, const HearthBlock *block)
{
  switch (block->kind)
    {
    case HEARTH_BLOCK_HEADING:
      add_heading (layout, nth, block);
      break;
    case HEARTH_BLOCK_PARAGRAPH:
      add_paragraph (layout, nth, block);
      break;
    case HEARTH_BLOCK_FACTS:
      hearth_layout_add_facts (layout, nth);
      break;
    case HEARTH_BLOCK_TABLE:
      hearth_layout_add_table (layout, nth);
      break;
    case HEARTH_BLOCK_CHART:
    case HEARTH_BLOCK_BODY_MAP:
    case HEARTH_BLOCK_COMPARE:
      add_picture (layout, nth, block);
      break;
    case HEARTH_BLOCK_QUOTE:
      add_quote (layout, nth, block);
      break;
    case HEARTH_BLOCK_CHECKLIST:
      hearth_layout_add_checklist (layout, nth);
      break;
    case HEARTH_BLOCK_SIGNATURES:
      hearth_layout_add_signatures (layout, nth);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
set_page (HearthLayout *layout)
{
  const HearthDocument *document = layout->document;
  bool narrow = document->fit != HEARTH_FIT_PAGES;

  layout->page_width = document->paper == HEARTH_PAPER_LETTER ? 612.0 : 210 / 25.4 * 72;
  layout->page_height = document->paper == HEARTH_PAPER_LETTER ? 792.0 : 297 / 25.4 * 72;
  layout->left = narrow ? NARROW_SIDE : MARGIN_SIDE;
  layout->top = narrow ? NARROW_TOP : MARGIN_TOP;
  layout->width = layout->page_width - 2 * layout->left;
  layout->height = layout->page_height - layout->top - (narrow ? NARROW_BOTTOM : MARGIN_BOTTOM);
}

HearthLayout *
hearth_layout_new (HearthDocument *document, double scale)
{
  HearthLayout *layout = g_new0 (HearthLayout, 1);

  layout->scale = scale;
  layout->document = hearth_document_ref (document);
  layout->rtl = hearth_language_is_rtl (document->language);
  layout->context = hearth_font_create_context (document->language);
  set_page (layout);
  layout->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) strip_free);

  add_masthead (layout);
  for (unsigned int i = 0; i < document->blocks->len; i++)
    add_block (layout, (int) i, document->blocks->pdata[i]);
  return layout;
}

void
hearth_layout_free (HearthLayout *layout)
{
  g_ptr_array_unref (layout->strips);
  g_object_unref (layout->context);
  hearth_document_unref (layout->document);
  g_free (layout);
}
