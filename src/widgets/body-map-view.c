/* SPDX-License-Identifier: GPL-3.0-or-later
 * The outline of a body with marks on it, pointed at by pointer or keyboard.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/body-map-view.h"

#include "widgets/words.h"

#include <math.h>

#define LEAST_WIDTH 240
#define USUAL_WIDTH 320
#define FULL 1000
#define STEP 25
#define SMALL_STEP 5

struct _HearthBodyMapView {
  GtkWidget parent_instance;

  const HearthChoice *kinds;

  /* owned */
  char *marks;

  HearthBodyPlace cursor;
  int chosen;
  bool editable;
};

enum { SIGNAL_PLACED, SIGNAL_PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthBodyMapView, hearth_body_map_view, GTK_TYPE_WIDGET)

/* --- drawing --- */

static bool
is_rtl (HearthBodyMapView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static HearthBodyMapStyle
get_style (HearthBodyMapView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  bool dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return (HearthBodyMapStyle) {
    .palette = dark ? &hearth_palette_dark : &hearth_palette_light,
    .context = context,
    .font_size = size * 0.85,
    .rtl = is_rtl (self),
    .kinds = self->kinds,
    .chosen = self->chosen,
    .cursor = self->editable && gtk_widget_has_focus (GTK_WIDGET (self)) ? &self->cursor : NULL,
  };
}

static void
get_size (HearthBodyMapView *self, double *width, double *height)
{
  *width = gtk_widget_get_width (GTK_WIDGET (self));
  *height = gtk_widget_get_height (GTK_WIDGET (self));
}

/* --- pointing --- */

static void
tell_place (HearthBodyMapView *self)
{
  g_autofree char *words = hearth_body_map_describe_place (&self->cursor);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
place_mark (HearthBodyMapView *self)
{
  g_signal_emit (self, signals[SIGNAL_PLACED], 0, (int) self->cursor.view, self->cursor.x, self->cursor.y);
}

static void
released_cb (HearthBodyMapView *self, int n_press, double x, double y)
{
  HearthBodyMapStyle style = get_style (self);
  double width, height;
  int mark;

  get_size (self, &width, &height);
  mark = hearth_body_map_find_mark (self->marks, &style, width, height, x, y);
  if (mark >= 0)
    {
      g_signal_emit (self, signals[SIGNAL_PICKED], 0, mark);
      return;
    }
  if (!self->editable || !hearth_body_map_find_place (&style, width, height, x, y, &self->cursor))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  place_mark (self);
}

static HearthBodyView
get_other_view (HearthBodyView view)
{
  return view == HEARTH_BODY_FRONT ? HEARTH_BODY_BACK : HEARTH_BODY_FRONT;
}

/* Over the inner edge lies the other side of the body. */
static void
move_sideways (HearthBodyMapView *self, int by)
{
  bool front_first = (self->cursor.view == HEARTH_BODY_FRONT) != is_rtl (self);
  int x = self->cursor.x + by;

  if (x > FULL && front_first)
    {
      self->cursor.view = get_other_view (self->cursor.view);
      x = 0;
    }
  else if (x < 0 && !front_first)
    {
      self->cursor.view = get_other_view (self->cursor.view);
      x = FULL;
    }
  self->cursor.x = CLAMP (x, 0, FULL);
}

/* The named part nearest to the cross, of its side. */
static gsize
find_nearest (const HearthBodyPlace *places, gsize n_places, const HearthBodyPlace *place)
{
  gsize nearest = 0;
  double least = INFINITY;

  for (gsize i = 0; i < n_places; i++)
    {
      double distance = hypot (places[i].x - place->x, places[i].y - place->y);

      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }
  return nearest;
}

/* From head to foot, then the other side. */
static void
move_to_part (HearthBodyMapView *self, int by)
{
  gsize n_places, n_others;
  const HearthBodyPlace *places = hearth_body_map_list_places (self->cursor.view, &n_places);
  const HearthBodyPlace *others = hearth_body_map_list_places (get_other_view (self->cursor.view), &n_others);
  gssize next = (gssize) find_nearest (places, n_places, &self->cursor) + by;

  if (next < 0)
    self->cursor = others[n_others - 1];
  else if ((gsize) next >= n_places)
    self->cursor = others[0];
  else
    self->cursor = places[next];
}

static gboolean
key_pressed_cb (HearthBodyMapView *self, guint key, guint code, GdkModifierType modifiers)
{
  int step = (modifiers & GDK_SHIFT_MASK) != 0 ? SMALL_STEP : STEP;

  if (!self->editable || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    {
      place_mark (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    move_sideways (self, -step);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    move_sideways (self, step);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    self->cursor.y = MAX (self->cursor.y - step, 0);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    self->cursor.y = MIN (self->cursor.y + step, FULL);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    move_to_part (self, -1);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    move_to_part (self, 1);
  else
    return GDK_EVENT_PROPAGATE;
  tell_place (self);
  return GDK_EVENT_STOP;
}

static void
focus_changed_cb (HearthBodyMapView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- overrides --- */

static void
hearth_body_map_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  HearthBodyMapStyle style = get_style (HEARTH_BODY_MAP_VIEW (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
      return;
    }
  /* The same for every width: the drawing takes what fits, and stands in the middle. */
  *minimum = *natural = (int) ceil (hearth_body_map_measure (&style, USUAL_WIDTH));
}

static void
hearth_body_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthBodyMapView *self = HEARTH_BODY_MAP_VIEW (widget);
  HearthBodyMapStyle style = get_style (self);
  double width, height;
  cairo_t *cr;

  get_size (self, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  hearth_body_map_paint (self->marks, &style, cr, width, height);
  cairo_destroy (cr);
}

static void
hearth_body_map_view_finalize (GObject *object)
{
  g_free (HEARTH_BODY_MAP_VIEW (object)->marks);
  G_OBJECT_CLASS (hearth_body_map_view_parent_class)->finalize (object);
}

static void
hearth_body_map_view_class_init (HearthBodyMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearth_body_map_view_finalize;
  widget_class->measure = hearth_body_map_view_measure;
  widget_class->snapshot = hearth_body_map_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  signals[SIGNAL_PLACED] = g_signal_new ("placed", HEARTH_TYPE_BODY_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", HEARTH_TYPE_BODY_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hearth_body_map_view_init (HearthBodyMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->marks = g_strdup ("");
  self->chosen = -1;
  /* In the middle of the chest. */
  self->cursor = (HearthBodyPlace) { HEARTH_BODY_FRONT, FULL / 2, FULL * 3 / 10 };
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* --- public --- */

GtkWidget *
hearth_body_map_view_new (const HearthChoice *kinds)
{
  HearthBodyMapView *self;

  g_return_val_if_fail (kinds != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_BODY_MAP_VIEW, NULL);
  self->kinds = kinds;
  hearth_body_map_view_set_editable (self, true);
  hearth_body_map_view_set_marks (self, "");
  return GTK_WIDGET (self);
}

void
hearth_body_map_view_set_editable (HearthBodyMapView *self, bool editable)
{
  g_return_if_fail (HEARTH_IS_BODY_MAP_VIEW (self));

  self->editable = editable;
  gtk_widget_set_focusable (GTK_WIDGET (self), editable);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hearth_body_map_view_set_marks (HearthBodyMapView *self, const char *canonical)
{
  g_autofree char *words = NULL;

  g_return_if_fail (HEARTH_IS_BODY_MAP_VIEW (self));
  g_return_if_fail (canonical != NULL);

  g_set_str (&self->marks, canonical);
  words = hearth_words_body_map (canonical, self->kinds);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hearth_body_map_view_set_chosen (HearthBodyMapView *self, int mark)
{
  g_return_if_fail (HEARTH_IS_BODY_MAP_VIEW (self));

  if (self->chosen == mark)
    return;
  self->chosen = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
