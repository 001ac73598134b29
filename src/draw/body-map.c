/* SPDX-License-Identifier: GPL-3.0-or-later
 * Drawing marks on the outline of a body.
 */
#define G_LOG_DOMAIN "hearth-draw"
#include "config.h"

#include "draw/body-private.h"

#include "core/number.h"
#include "draw/text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* In font sizes. */
#define CAPTION_HEIGHT 1.8
#define VIEW_GAP 1.5
#define MARK_RADIUS 0.85
#define REACH 1.3 /* of a mark's radius: where a pointer still means it */

/* In units of the outline. */
#define OUTLINE 2.6

/* Of the grid's colour on the background. */
#define BODY_SHADE 0.35

typedef struct {
  double x1, y1, x2, y2, x, y;
} Curve;

/* One half of the body below the head, from the neck around arm and leg to the middle; the other is its mirror. */
#define NECK_X 270
#define NECK_Y 129
#define MIDDLE_X 250
static const Curve half[] = {
  { 270, 148, 278, 160, 300, 166 }, /* shoulder */
  { 335, 174, 362, 184, 370, 222 }, { 380, 262, 390, 300, 394, 340 }, /* outside of the arm */
  { 402, 390, 422, 430, 428, 474 }, { 432, 500, 446, 520, 450, 545 }, /* hand */
  { 453, 562, 448, 582, 436, 586 }, { 422, 590, 414, 572, 411, 552 },
  { 408, 534, 404, 520, 402, 492 }, /* inside of the arm */
  { 394, 452, 372, 410, 358, 358 }, { 350, 322, 342, 288, 330, 252 },
  { 326, 300, 316, 330, 314, 372 }, /* side */
  { 314, 410, 326, 440, 328, 478 }, { 332, 550, 324, 620, 314, 690 }, /* outside of the leg */
  { 312, 740, 312, 800, 298, 870 }, { 294, 900, 296, 925, 302, 945 },
  { 312, 962, 318, 976, 306, 982 }, /* foot */
  { 290, 988, 270, 986, 266, 970 }, { 262, 950, 264, 925, 264, 900 }, /* inside of the leg */
  { 258, 840, 258, 790, 262, 740 }, { 264, 700, 262, 650, 258, 590 },
  { 256, 560, 253, 530, 250, 510 },
};

/* Where the view's field lies in the drawing. */
typedef struct {
  double x, y, width, height;
} Box;

/* ---- The value ---- */

static bool
read_thousandths (const char *word, int *value)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (word, 10, 0, 1000, &number, NULL))
    return false;
  *value = (int) number;
  return true;
}

bool
hearth_body_map_read_line (const char *line, HearthBodyPlace *place, char **code, char **words)
{
  g_auto (GStrv) parts = NULL;
  HearthBodyPlace read = { .view = HEARTH_BODY_FRONT };

  g_return_val_if_fail (line != NULL && place != NULL, false);

  parts = g_strsplit (line, " ", 5);
  if (g_strv_length (parts) < 4 || *parts[3] == '\0' || !read_thousandths (parts[1], &read.x) ||
      !read_thousandths (parts[2], &read.y))
    return false;
  if (g_str_equal (parts[0], "back"))
    read.view = HEARTH_BODY_BACK;
  else if (!g_str_equal (parts[0], "front"))
    return false;
  *place = read;
  if (code)
    *code = g_strdup (parts[3]);
  if (words)
    *words = g_strdup (parts[4] ? parts[4] : "");
  return true;
}

/* The place of @code in @kinds; that of the last for one that is not there. */
static unsigned int
find_kind (const HearthChoice *kinds, const char *code)
{
  unsigned int nth = 0;

  while (kinds && kinds[nth].code && !g_str_equal (kinds[nth].code, code))
    nth++;
  return nth;
}

static char *
format_number (unsigned int number)
{
  g_autofree char *canonical = g_strdup_printf ("%u", number);

  return hearth_number_format (canonical);
}

static char *
describe_line (const char *line, unsigned int nth, const HearthChoice *kinds)
{
  g_autofree char *code = NULL, *words = NULL, *where = NULL, *number = NULL;
  const HearthChoice *kind;
  HearthBodyPlace place;

  if (!hearth_body_map_read_line (line, &place, &code, &words))
    return NULL;
  kind = &kinds[find_kind (kinds, code)];
  where = hearth_body_map_describe_place (&place);
  number = format_number (nth);
  if (*words)
    /* Translators: a mark on the outline of a body: its number, what it is, where, words about it */
    return g_strdup_printf (_ ("%s. %s: %s (%s)"), number, kind->code ? _ (kind->label) : code, where, words);
  /* Translators: a mark on the outline of a body: its number, what it is, where */
  return g_strdup_printf (_ ("%s. %s: %s"), number, kind->code ? _ (kind->label) : code, where);
}

char *
hearth_body_map_describe (const char *canonical, const HearthChoice *kinds)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  g_return_val_if_fail (canonical != NULL && kinds != NULL, NULL);

  lines = g_strsplit (canonical, "\n", -1);
  for (unsigned int i = 0; lines[i]; i++)
    {
      g_autofree char *words = describe_line (lines[i], i + 1, kinds);

      if (words)
        g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", words);
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* ---- Where things are ---- */

static Box
get_box (const HearthBodyMapStyle *style, HearthBodyView view, double width, double height)
{
  double caption = CAPTION_HEIGHT * style->font_size, gap = VIEW_GAP * style->font_size;
  double wide = MIN ((width - gap) / 2, (height - caption) * HEARTH_BODY_WIDTH / HEARTH_BODY_HEIGHT);
  bool on_the_left = (view == HEARTH_BODY_FRONT) != style->rtl;
  Box box = { .y = caption, .width = wide, .height = wide * HEARTH_BODY_HEIGHT / HEARTH_BODY_WIDTH };

  box.x = on_the_left ? width / 2 - gap / 2 - wide : width / 2 + gap / 2;
  return box;
}

double
hearth_body_map_measure (const HearthBodyMapStyle *style, double width)
{
  g_return_val_if_fail (style != NULL, 0);

  return CAPTION_HEIGHT * style->font_size +
         (width - VIEW_GAP * style->font_size) / 2 * HEARTH_BODY_HEIGHT / HEARTH_BODY_WIDTH;
}

static void
get_point (const HearthBodyMapStyle *style,
           const HearthBodyPlace *place,
           double width,
           double height,
           double *x,
           double *y)
{
  Box box = get_box (style, place->view, width, height);

  *x = box.x + place->x / 1000.0 * box.width;
  *y = box.y + place->y / 1000.0 * box.height;
}

bool
hearth_body_map_find_place (const HearthBodyMapStyle *style,
                            double width,
                            double height,
                            double px,
                            double py,
                            HearthBodyPlace *place)
{
  g_return_val_if_fail (style != NULL && place != NULL, false);

  for (int view = HEARTH_BODY_FRONT; view <= HEARTH_BODY_BACK; view++)
    {
      Box box = get_box (style, (HearthBodyView) view, width, height);

      if (px < box.x || px > box.x + box.width || py < box.y || py > box.y + box.height)
        continue;
      place->view = (HearthBodyView) view;
      place->x = (int) lround ((px - box.x) / box.width * 1000);
      place->y = (int) lround ((py - box.y) / box.height * 1000);
      return true;
    }
  return false;
}

int
hearth_body_map_find_mark (const char *canonical,
                           const HearthBodyMapStyle *style,
                           double width,
                           double height,
                           double px,
                           double py)
{
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (canonical != NULL && style != NULL, -1);

  /* The last is drawn on top of those before. */
  lines = g_strsplit (canonical, "\n", -1);
  for (int i = (int) g_strv_length (lines) - 1; i >= 0; i--)
    {
      HearthBodyPlace place;
      double x, y;

      if (!hearth_body_map_read_line (lines[i], &place, NULL, NULL))
        continue;
      get_point (style, &place, width, height, &x, &y);
      if (hypot (px - x, py - y) <= MARK_RADIUS * REACH * style->font_size)
        return i;
    }
  return -1;
}

/* ---- Paths ---- */

/* In units of the outline. @closed: with the middle of the body as its other side. */
static void
trace_half (cairo_t *cr, bool mirrored, bool closed)
{
  cairo_save (cr);
  if (mirrored)
    {
      cairo_translate (cr, HEARTH_BODY_WIDTH, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_move_to (cr, NECK_X, NECK_Y);
  for (gsize i = 0; i < G_N_ELEMENTS (half); i++)
    cairo_curve_to (cr, half[i].x1, half[i].y1, half[i].x2, half[i].y2, half[i].x, half[i].y);
  if (closed)
    {
      /* A little further than the middle: no seam. */
      cairo_line_to (cr, MIDDLE_X - 1, half[G_N_ELEMENTS (half) - 1].y);
      cairo_line_to (cr, MIDDLE_X - 1, NECK_Y - 8);
      cairo_line_to (cr, NECK_X, NECK_Y - 8);
      cairo_close_path (cr);
    }
  cairo_restore (cr);
}

static void
trace_head (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_save (cr);
  cairo_translate (cr, MIDDLE_X, 76);
  cairo_scale (cr, 44, 60);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
  cairo_close_path (cr);
}

static double
mix (double from, double to)
{
  return from + (to - from) * BODY_SHADE;
}

static void
paint_outline (const HearthBodyMapStyle *style, cairo_t *cr, const Box *box)
{
  const HearthColor *paper = &style->palette->background, *shade = &style->palette->grid;
  const HearthColor skin = { mix (paper->red, shade->red), mix (paper->green, shade->green),
                             mix (paper->blue, shade->blue), 1 };

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, box->width / HEARTH_BODY_WIDTH, box->height / HEARTH_BODY_HEIGHT);
  hearth_color_set_source (&skin, cr);
  for (int side = 0; side < 2; side++)
    {
      trace_half (cr, side == 1, true);
      cairo_fill (cr);
    }
  trace_head (cr);
  cairo_fill (cr);
  hearth_color_set_source (&style->palette->rule, cr);
  cairo_set_line_width (cr, OUTLINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_half (cr, false, false);
  trace_half (cr, true, false);
  trace_head (cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static bool
is_in (cairo_t *cr, double x, double y)
{
  bool in = cairo_in_fill (cr, x, y);

  cairo_new_path (cr);
  return in;
}

bool
hearth_body_map_is_on_body (const HearthBodyPlace *place)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y;
  bool on_body;

  g_return_val_if_fail (place != NULL, false);

  x = place->x / 1000.0 * HEARTH_BODY_WIDTH;
  y = place->y / 1000.0 * HEARTH_BODY_HEIGHT;
  trace_head (cr);
  on_body = is_in (cr, x, y);
  for (int side = 0; side < 2; side++)
    {
      trace_half (cr, side == 1, true);
      on_body |= is_in (cr, x, y);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return on_body;
}

/* ---- Words and marks ---- */

static PangoLayout *
create_label (const HearthBodyMapStyle *style, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (style->context);
  const PangoFontDescription *font = pango_context_get_font_description (style->context);
  PangoFontDescription *sized = font ? pango_font_description_copy (font) : pango_font_description_new ();
  g_autofree char *marked = hearth_text_mark_breaks (text);

  pango_font_description_set_absolute_size (sized, size * PANGO_SCALE);
  pango_font_description_set_weight (sized, weight);
  pango_layout_set_font_description (layout, sized);
  pango_layout_set_text (layout, marked, -1);
  pango_font_description_free (sized);
  return layout;
}

/* Around its middle at @x, @y. */
static void
paint_label (cairo_t *cr, PangoLayout *layout, double x, double y, const HearthColor *color)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  hearth_color_set_source (color, cr);
  cairo_move_to (cr, x - (double) logical.width / PANGO_SCALE / 2,
                 y - (double) logical.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
}

/* Which view it is, and on which side the person's own left and right are. */
static void
paint_captions (const HearthBodyMapStyle *style, cairo_t *cr, HearthBodyView view, const Box *box)
{
  bool back = view == HEARTH_BODY_BACK;
  /* Translators: a body seen from the front or from the back */
  const char *caption = back ? C_ ("body", "Back") : C_ ("body", "Front");
  /* Translators: beside the drawing of a body: the person's own left and right hand */
  const char *left = C_ ("body", "left"), *right = C_ ("body", "right");
  g_autoptr (PangoLayout) title = create_label (style, caption, style->font_size, PANGO_WEIGHT_BOLD);
  g_autoptr (PangoLayout) on_the_left =
    create_label (style, back ? left : right, style->font_size * 0.85, PANGO_WEIGHT_NORMAL);
  g_autoptr (PangoLayout) on_the_right =
    create_label (style, back ? right : left, style->font_size * 0.85, PANGO_WEIGHT_NORMAL);
  double y = box->y + box->height * 0.65;

  paint_label (cr, title, box->x + box->width / 2, CAPTION_HEIGHT * style->font_size / 2,
               &style->palette->ink);
  paint_label (cr, on_the_left, box->x + box->width * 0.16, y, &style->palette->muted);
  paint_label (cr, on_the_right, box->x + box->width * 0.84, y, &style->palette->muted);
}

/* A shape for each kind, told apart without colour: circle, square, diamond, triangles, hexagon, octagon. */
static void
trace_mark (cairo_t *cr, unsigned int kind, double x, double y, double radius)
{
  static const struct {
    unsigned int corners;
    double turn, size; /* turn in eighths of a circle */
  } shapes[] = { { 0, 0, 1 },    { 4, 1, 1.22 }, { 4, 0, 1.3 },  { 3, -2, 1.5 },
                 { 6, 0, 1.12 }, { 3, 2, 1.5 },  { 8, 0.5, 1.1 } };
  unsigned int nth = kind % G_N_ELEMENTS (shapes);

  cairo_new_sub_path (cr);
  if (shapes[nth].corners == 0)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      return;
    }
  for (unsigned int i = 0; i < shapes[nth].corners; i++)
    {
      double angle = shapes[nth].turn * G_PI / 4 + i * 2 * G_PI / shapes[nth].corners;

      cairo_line_to (cr, x + cos (angle) * radius * shapes[nth].size,
                     y + sin (angle) * radius * shapes[nth].size);
    }
  cairo_close_path (cr);
}

static void
paint_mark (const HearthBodyMapStyle *style,
            cairo_t *cr,
            unsigned int kind,
            unsigned int number,
            double x,
            double y)
{
  const HearthPalette *palette = style->palette;
  double radius = MARK_RADIUS * style->font_size;
  bool chosen = style->chosen >= 0 && number == (unsigned int) style->chosen + 1;
  g_autofree char *words = format_number (number);
  g_autoptr (PangoLayout) label =
    create_label (style, words, style->font_size * (number < 10 ? 1 : 0.8), PANGO_WEIGHT_BOLD);

  if (chosen)
    {
      hearth_color_set_source (&palette->series[1], cr);
      cairo_set_line_width (cr, style->font_size * 0.2);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius * 1.8, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  trace_mark (cr, kind, x, y, radius);
  hearth_color_set_source (&palette->accent, cr);
  cairo_fill_preserve (cr);
  /* Marks that lie close to each other stay apart. */
  hearth_color_set_source (&palette->background, cr);
  cairo_set_line_width (cr, style->font_size * 0.08);
  cairo_stroke (cr);
  paint_label (cr, label, x, y, &palette->background);
}

static void
paint_cursor (const HearthBodyMapStyle *style, cairo_t *cr, double x, double y)
{
  double inner = style->font_size * 0.35, outer = style->font_size * 1.1;

  hearth_color_set_source (&style->palette->series[1], cr);
  cairo_set_line_width (cr, style->font_size * 0.16);
  for (unsigned int i = 0; i < 4; i++)
    {
      double dx = cos (i * G_PI / 2), dy = sin (i * G_PI / 2);

      cairo_move_to (cr, x + dx * inner, y + dy * inner);
      cairo_line_to (cr, x + dx * outer, y + dy * outer);
    }
  cairo_stroke (cr);
}

void
hearth_body_map_paint (const char *canonical,
                       const HearthBodyMapStyle *style,
                       cairo_t *cr,
                       double width,
                       double height)
{
  g_auto (GStrv) lines = NULL;
  double x, y;

  g_return_if_fail (canonical != NULL && style != NULL && cr != NULL);

  cairo_save (cr);
  for (int view = HEARTH_BODY_FRONT; view <= HEARTH_BODY_BACK; view++)
    {
      Box box = get_box (style, (HearthBodyView) view, width, height);

      paint_outline (style, cr, &box);
      paint_captions (style, cr, (HearthBodyView) view, &box);
    }
  lines = g_strsplit (canonical, "\n", -1);
  for (unsigned int i = 0; lines[i]; i++)
    {
      g_autofree char *code = NULL;
      HearthBodyPlace place;

      if (!hearth_body_map_read_line (lines[i], &place, &code, NULL))
        continue;
      get_point (style, &place, width, height, &x, &y);
      paint_mark (style, cr, find_kind (style->kinds, code), i + 1, x, y);
    }
  if (style->cursor)
    {
      get_point (style, style->cursor, width, height, &x, &y);
      paint_cursor (style, cr, x, y);
    }
  cairo_restore (cr);
}
