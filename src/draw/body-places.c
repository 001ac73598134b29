/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of a body are called, and which one a place is on.
 */
#define G_LOG_DOMAIN "hearth-draw"
#include "config.h"

#include "draw/body-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A part is what lies within @radius of the line from x1, y1 to x2, y2, in the units of the outline; @mirrored: there is
 * one on either side, and it is drawn on the side of the larger x. */
typedef struct {
  double x1, y1, x2, y2, radius;
  const char *names[2]; /* N_(): on the side of the larger x, on the other; the second NULL: in the middle */
} Part;

/* Seen from the front, what is further to the right is the person's own left. */
static const Part front[] = {
  { 250, 32, 250, 40, 20, { N_ ("Forehead and top of the head") } },
  { 268, 84, 266, 100, 18, { N_ ("Left side of the face"), N_ ("Right side of the face") } },
  { 289, 72, 289, 84, 6, { N_ ("Left ear"), N_ ("Right ear") } },
  { 250, 144, 250, 154, 20, { N_ ("Throat") } },
  { 320, 186, 340, 196, 22, { N_ ("Left shoulder, front"), N_ ("Right shoulder, front") } },
  { 276, 190, 280, 275, 26, { N_ ("Left side of the chest"), N_ ("Right side of the chest") } },
  { 250, 185, 250, 285, 8, { N_ ("Middle of the chest") } },
  { 278, 320, 278, 390, 24, { N_ ("Left side of the belly"), N_ ("Right side of the belly") } },
  { 250, 315, 250, 395, 12, { N_ ("Middle of the belly") } },
  { 250, 430, 250, 465, 30, { N_ ("Lower belly") } },
  { 250, 498, 250, 508, 6, { N_ ("Groin") } },
  { 300, 430, 302, 470, 20, { N_ ("Left hip, front"), N_ ("Right hip, front") } },
  { 352, 235, 366, 310, 22, { N_ ("Left upper arm, front"), N_ ("Right upper arm, front") } },
  { 373, 340, 375, 350, 18, { N_ ("Inside of the left elbow"), N_ ("Inside of the right elbow") } },
  { 384, 385, 404, 450, 18, { N_ ("Left forearm, front"), N_ ("Right forearm, front") } },
  { 412, 478, 414, 484, 14, { N_ ("Left wrist, front"), N_ ("Right wrist, front") } },
  { 420, 508, 430, 550, 20, { N_ ("Left palm"), N_ ("Right palm") } },
  { 290, 520, 288, 660, 30, { N_ ("Left thigh, front"), N_ ("Right thigh, front") } },
  { 286, 700, 286, 716, 24, { N_ ("Left knee"), N_ ("Right knee") } },
  { 284, 755, 280, 870, 22, { N_ ("Left shin"), N_ ("Right shin") } },
  { 278, 905, 278, 915, 15, { N_ ("Left ankle, front"), N_ ("Right ankle, front") } },
  { 280, 945, 294, 968, 14, { N_ ("Top of the left foot"), N_ ("Top of the right foot") } },
};

/* Seen from behind, it is the person's own right. */
static const Part back[] = {
  { 250, 55, 250, 85, 36, { N_ ("Back of the head") } },
  { 289, 72, 289, 84, 6, { N_ ("Behind the right ear"), N_ ("Behind the left ear") } },
  { 250, 144, 250, 154, 20, { N_ ("Back of the neck") } },
  { 320, 186, 340, 196, 22, { N_ ("Right shoulder, back"), N_ ("Left shoulder, back") } },
  { 280, 190, 284, 275, 26, { N_ ("Upper back, right side"), N_ ("Upper back, left side") } },
  { 250, 185, 250, 285, 8, { N_ ("Upper back, middle") } },
  { 278, 320, 278, 390, 24, { N_ ("Lower back, right side"), N_ ("Lower back, left side") } },
  { 250, 315, 250, 395, 10, { N_ ("Lower back, middle") } },
  { 284, 440, 284, 485, 30, { N_ ("Right buttock"), N_ ("Left buttock") } },
  { 352, 235, 366, 310, 22, { N_ ("Right upper arm, back"), N_ ("Left upper arm, back") } },
  { 373, 340, 375, 350, 18, { N_ ("Right elbow"), N_ ("Left elbow") } },
  { 384, 385, 404, 450, 18, { N_ ("Right forearm, back"), N_ ("Left forearm, back") } },
  { 412, 478, 414, 484, 14, { N_ ("Right wrist, back"), N_ ("Left wrist, back") } },
  { 420, 508, 430, 550, 20, { N_ ("Back of the right hand"), N_ ("Back of the left hand") } },
  { 290, 545, 288, 660, 30, { N_ ("Right thigh, back"), N_ ("Left thigh, back") } },
  { 286, 700, 286, 716, 24, { N_ ("Hollow of the right knee"), N_ ("Hollow of the left knee") } },
  { 284, 755, 280, 870, 22, { N_ ("Right calf"), N_ ("Left calf") } },
  { 278, 905, 278, 915, 15, { N_ ("Right ankle, back"), N_ ("Left ankle, back") } },
  { 280, 945, 284, 966, 14, { N_ ("Right heel and sole"), N_ ("Left heel and sole") } },
};

typedef struct {
  const Part *parts;
  gsize n;
} Parts;

static Parts
get_parts (HearthBodyView view)
{
  return view == HEARTH_BODY_BACK ? (Parts) { back, G_N_ELEMENTS (back) }
                                  : (Parts) { front, G_N_ELEMENTS (front) };
}

/* How far x, y is from the edge of @part; less than nothing inside. */
static double
get_distance (const Part *part, double x, double y)
{
  double along_x = part->x2 - part->x1, along_y = part->y2 - part->y1;
  double length = along_x * along_x + along_y * along_y;
  double at = ((x - part->x1) * along_x + (y - part->y1) * along_y) / length;

  at = CLAMP (at, 0, 1);
  return hypot (x - part->x1 - at * along_x, y - part->y1 - at * along_y) - part->radius;
}

static const Part *
find_part (HearthBodyView view, double x, double y)
{
  Parts parts = get_parts (view);
  const Part *nearest = &parts.parts[0];

  for (gsize i = 1; i < parts.n; i++)
    {
      if (get_distance (&parts.parts[i], x, y) < get_distance (nearest, x, y))
        nearest = &parts.parts[i];
    }
  return nearest;
}

char *
hearth_body_map_describe_place (const HearthBodyPlace *place)
{
  const Part *part;
  double x, y;
  bool other_side;

  g_return_val_if_fail (place != NULL, NULL);

  x = place->x / 1000.0 * HEARTH_BODY_WIDTH;
  y = place->y / 1000.0 * HEARTH_BODY_HEIGHT;
  other_side = x < HEARTH_BODY_WIDTH / 2.0;
  part = find_part (place->view, other_side ? HEARTH_BODY_WIDTH - x : x, y);
  return g_strdup (_ (part->names[other_side && part->names[1] ? 1 : 0]));
}

static HearthBodyPlace
get_middle (HearthBodyView view, const Part *part, bool other_side)
{
  double x = (part->x1 + part->x2) / 2, y = (part->y1 + part->y2) / 2;

  if (other_side)
    x = HEARTH_BODY_WIDTH - x;
  return (HearthBodyPlace) { .view = view,
                             .x = (int) lround (x * 1000 / HEARTH_BODY_WIDTH),
                             .y = (int) lround (y * 1000 / HEARTH_BODY_HEIGHT) };
}

const HearthBodyPlace *
hearth_body_map_list_places (HearthBodyView view, gsize *n)
{
  static HearthBodyPlace places[2][2 * MAX (G_N_ELEMENTS (front), G_N_ELEMENTS (back))];
  static gsize counts[2];
  Parts parts = get_parts (view);
  HearthBodyPlace *of_view = places[view == HEARTH_BODY_BACK];
  gsize *count = &counts[view == HEARTH_BODY_BACK];

  g_return_val_if_fail (n != NULL, NULL);

  if (*count == 0)
    {
      for (gsize i = 0; i < parts.n; i++)
        {
          of_view[(*count)++] = get_middle (view, &parts.parts[i], false);
          if (parts.parts[i].names[1])
            of_view[(*count)++] = get_middle (view, &parts.parts[i], true);
        }
    }
  *n = *count;
  return of_view;
}
