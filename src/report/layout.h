/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document's blocks as strips: what may not be torn apart when pages are made. Private to this folder and its tests.
 * All lengths are in points.
 */
#pragma once

#include "draw/body-map.h"
#include "report/document.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_STYLE_TITLE,
  HEARTH_STYLE_SUBTITLE,
  HEARTH_STYLE_CLASSIFICATION,
  HEARTH_STYLE_HEADING_1,
  HEARTH_STYLE_HEADING_2,
  HEARTH_STYLE_HEADING_3,
  HEARTH_STYLE_BODY,
  HEARTH_STYLE_LOUD,
  HEARTH_STYLE_LOUD_LABEL,
  HEARTH_STYLE_QUIET,
  HEARTH_STYLE_QUOTE,
  HEARTH_STYLE_NOTE,
  HEARTH_STYLE_LABEL,
  HEARTH_STYLE_TABLE_HEAD,
  HEARTH_STYLE_CELL,
  HEARTH_STYLE_RUNNING,
} HearthTextStyle;

typedef enum {
  HEARTH_INK_PLAIN,
  HEARTH_INK_MUTED,
  HEARTH_INK_ACCENT,
} HearthInk;

/** How lines stand when they are shorter than their column. */
typedef enum {
  HEARTH_ALIGN_OWN,   /* as the text's own script runs */
  HEARTH_ALIGN_START, /* as the page runs */
  HEARTH_ALIGN_END,
  HEARTH_ALIGN_LEFT,
  HEARTH_ALIGN_RIGHT,
} HearthAlign;

/** @top, @bottom, @baseline: from the text's upper edge; @x: from its left edge. */
typedef struct {
  PangoLayoutLine *line;
  double top, bottom, baseline, x;
} HearthLine;

/** A text in lines; counted references. */
typedef struct {
  int references;
  PangoLayout *layout;
  GArray *lines; /* of HearthLine */
  HearthInk ink;
} HearthText;

/** Lines @first to before @last of @text; @x: from the body's left edge; @y: from the strip's upper edge. */
typedef struct {
  HearthText *text;
  unsigned int first, last;
  double x, y, width;
} HearthCell;

/** The document's own title, above its first block. */
#define HEARTH_BLOCK_MASTHEAD (-1)

typedef enum {
  HEARTH_STRIP_TEXT,
  HEARTH_STRIP_NOTE,
  HEARTH_STRIP_HEAD, /* of a table: again on every page */
  HEARTH_STRIP_ROW,
  HEARTH_STRIP_CHART, /* or another picture */
} HearthStripKind;

/**
 * HearthStrip:
 * @block: index, or HEARTH_BLOCK_MASTHEAD
 * @row: line of a text, row of a table or list
 * @before: space above, but not at the top of a page
 * @keep: stands on the same page as the next strip
 * @last_of_row: false where a row higher than a page goes on in the next strip
 */
typedef struct {
  HearthStripKind kind;
  int block;
  unsigned int row;
  double before, height;
  bool keep;
  bool last_of_row;
  GArray *cells; /* of HearthCell */
} HearthStrip;

/** @scale: of type and spaces; 1 is usual. */
typedef struct {
  HearthDocument *document;
  double scale;
  bool rtl;
  double page_width, page_height;
  double left, top, width, height; /* the body */
  PangoContext *context;
  GPtrArray *strips; /* of HearthStrip */
} HearthLayout;

/** Lays out every block of @document, its type @scale times as large as usual; transfer full. */
HearthLayout *hearth_layout_new (HearthDocument *document, double scale);
void hearth_layout_free (HearthLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthLayout, hearth_layout_free)

/** @text on lines of @width; transfer full. */
HearthText *hearth_layout_create_text (HearthLayout *layout,
                                       HearthTextStyle style,
                                       HearthAlign align,
                                       const char *text,
                                       double width);
HearthText *hearth_text_ref (HearthText *text);
void hearth_text_unref (HearthText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthText, hearth_text_unref)
double hearth_text_get_height (const HearthText *text);
/** Of the widest line. */
double hearth_text_get_width (const HearthText *text);

/** A strip at the end of @layout, which owns it. */
HearthStrip *hearth_layout_add_strip (HearthLayout *layout, HearthStripKind kind, int block, double before);
/** All of @text in one strip, which grows to hold it; @x and @width count from the start side. */
void hearth_strip_add_text (HearthLayout *layout,
                            HearthStrip *strip,
                            HearthText *text,
                            double x,
                            double y,
                            double width);
/** @width at @x from the start side, as an x from the left. */
double hearth_layout_mirror (const HearthLayout *layout, double x, double width);

/** For hearth_layout_new (): blocks made of rows. */
void hearth_layout_add_table (HearthLayout *layout, int block);
void hearth_layout_add_facts (HearthLayout *layout, int block);
void hearth_layout_add_checklist (HearthLayout *layout, int block);
void hearth_layout_add_signatures (HearthLayout *layout, int block);

/** Whether @block runs from right to left: a quote does as its own words do, all else as the page. */
bool hearth_layout_is_block_rtl (const HearthLayout *layout, const HearthBlock *block);

/** How far below a strip's top the line is that is signed on. */
double hearth_layout_get_signature_line (const HearthLayout *layout);

/** The style a chart on paper is drawn in. */
HearthChartStyle hearth_layout_get_chart_style (const HearthLayout *layout);
/** That of a body map, and its marks; transfer full. */
HearthBodyMapStyle hearth_layout_get_body_map_style (const HearthLayout *layout);
char *hearth_layout_dup_body_map (const HearthBlock *block);

/* At the usual scale. */
#define HEARTH_MASTHEAD_FOOT 11.0 /* below its last line, down to the rule */
#define HEARTH_TABLE_PAD_X 5.0
#define HEARTH_TABLE_PAD_Y 3.5
#define HEARTH_TIGHT_PAD_Y 1.4 /* where everything has to go on one page */
#define HEARTH_QUOTE_INDENT 14.0
#define HEARTH_CHECK_INDENT 20.0
#define HEARTH_SIGNATURE_LINE 40.0  /* from the strip's top to the line that is signed on */
#define HEARTH_SIGNATURE_WIDTH 0.66 /* of the body; the rest is for the date */
#define HEARTH_SIGNATURE_GAP 18.0   /* between the two lines */

G_END_DECLS
