/* SPDX-License-Identifier: GPL-3.0-or-later
 * Marks on the outline of a body, from the front and from the back: drawing them, finding them, and saying in words where
 * they are. Left and right are always the person's own.
 */
#pragma once

#include "core/field.h"
#include "draw/palette.h"

#include <pango/pangocairo.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_BODY_FRONT,
  HEARTH_BODY_BACK,
} HearthBodyView;

/** @x, @y: thousandths of the view's width and height, from the upper left. */
typedef struct {
  HearthBodyView view;
  int x, y;
} HearthBodyPlace;

/**
 * HearthBodyMapStyle:
 * @context: fonts and language; for paper hearth_font_create_context ()
 * @font_size: of captions and numbers, in user units
 * @rtl: the front stands on the right; bodies are never mirrored
 * @kinds: what a mark can be, ending with a NULL code: each has a shape of its own
 * @chosen: the mark that stands out, from 0; negative for none
 * @cursor: (nullable): a place that is pointed at, where the next mark would go
 */
typedef struct {
  const HearthPalette *palette;
  PangoContext *context;
  double font_size;
  bool rtl;
  const HearthChoice *kinds;
  int chosen;
  const HearthBodyPlace *cursor;
} HearthBodyMapStyle;

/** The height at which both bodies fill @width, in user units. */
double hearth_body_map_measure (const HearthBodyMapStyle *style, double width);

/** Draws both bodies into @width × @height, upper left corner at the current origin, and numbers the marks of @canonical
 * (the value of a BODY_MAP field) in their order from 1. Lines that are no mark are not drawn, but count. */
void hearth_body_map_paint (const char *canonical,
                            const HearthBodyMapStyle *style,
                            cairo_t *cr,
                            double width,
                            double height);

/** What is at @px, @py of such a drawing; false beside both bodies' fields. */
bool hearth_body_map_find_place (const HearthBodyMapStyle *style,
                                 double width,
                                 double height,
                                 double px,
                                 double py,
                                 HearthBodyPlace *place);
/** The mark drawn there, from 0, or -1. */
int hearth_body_map_find_mark (const char *canonical,
                               const HearthBodyMapStyle *style,
                               double width,
                               double height,
                               double px,
                               double py);

/** Whether the place is inside the outline. */
bool hearth_body_map_is_on_body (const HearthBodyPlace *place);
/** "Left forearm, front": the part that the place is on or next to, translated. Transfer full. */
char *hearth_body_map_describe_place (const HearthBodyPlace *place);

/** A place on every part that has a name, from head to foot, for whoever chooses by name instead of by pointing.
 * @n: (out): how many. Transfer none. */
const HearthBodyPlace *hearth_body_map_list_places (HearthBodyView view, gsize *n);

/** A line each: "1. Bruise: left forearm, front (words)". "" for no mark. Transfer full. */
char *hearth_body_map_describe (const char *canonical, const HearthChoice *kinds);

/** Reads one line, such as "front 412 233 bruise words": false when it is no mark. @code: (out) (optional) (transfer full);
 * @words: (out) (optional) (transfer full): "" for none. */
bool hearth_body_map_read_line (const char *line, HearthBodyPlace *place, char **code, char **words);

G_END_DECLS
