/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart on screen: the same drawing as on paper, with a sentence that says what it shows.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/trend-chart.h"

#include <math.h>

#define LEAST_WIDTH 260
#define USUAL_WIDTH 480
#define SPACING 6

struct _HearthTrendChart {
  GtkWidget parent_instance;

  /* borrowed */
  GtkLabel *caption;

  /* owned */
  HearthChart *chart; /* at most one of the three */
  HearthBars *bars;
  HearthCompare *compare;
};

G_DEFINE_FINAL_TYPE (HearthTrendChart, hearth_trend_chart, GTK_TYPE_WIDGET)

static HearthChartStyle
get_style (HearthTrendChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  bool dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return (HearthChartStyle) {
    .palette = dark ? &hearth_palette_dark : &hearth_palette_light,
    .context = context,
    .font_size = size * 0.85,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };
}

static int
get_chart_height (HearthTrendChart *self, int width)
{
  HearthChartStyle style = get_style (self);

  if (self->chart != NULL)
    return (int) ceil (hearth_chart_measure (self->chart, &style, MAX (width, LEAST_WIDTH)));
  if (self->bars != NULL)
    return (int) ceil (hearth_bars_measure (self->bars, &style, MAX (width, LEAST_WIDTH)));
  if (self->compare != NULL)
    return (int) ceil (hearth_compare_measure (self->compare, &style, MAX (width, LEAST_WIDTH)));
  return 0;
}

static GtkSizeRequestMode
hearth_trend_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hearth_trend_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  HearthTrendChart *self = HEARTH_TREND_CHART (widget);
  int caption_minimum, caption_natural;

  gtk_widget_measure (GTK_WIDGET (self->caption), orientation, for_size, &caption_minimum, &caption_natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (LEAST_WIDTH, caption_minimum);
      *natural = MAX (*minimum, USUAL_WIDTH);
      return;
    }
  *minimum = get_chart_height (self, for_size < 0 ? USUAL_WIDTH : for_size) + SPACING + caption_natural;
  *natural = *minimum;
}

static void
hearth_trend_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HearthTrendChart *self = HEARTH_TREND_CHART (widget);
  int chart_height = get_chart_height (self, width) + SPACING;
  GtkAllocation place = { 0, chart_height, width, MAX (height - chart_height, 0) };

  gtk_widget_size_allocate (GTK_WIDGET (self->caption), &place, -1);
}

static void
hearth_trend_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthTrendChart *self = HEARTH_TREND_CHART (widget);
  HearthChartStyle style = get_style (self);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) get_chart_height (self, width));
  cairo_t *cr;

  GTK_WIDGET_CLASS (hearth_trend_chart_parent_class)->snapshot (widget, snapshot);
  if (self->chart == NULL && self->bars == NULL && self->compare == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (self->chart != NULL)
    hearth_chart_paint (self->chart, &style, cr, width);
  else if (self->bars != NULL)
    hearth_bars_paint (self->bars, &style, cr, width);
  else
    hearth_compare_paint (self->compare, &style, cr, width);
  cairo_destroy (cr);
}

static void
hearth_trend_chart_dispose (GObject *object)
{
  HearthTrendChart *self = HEARTH_TREND_CHART (object);

  if (self->caption != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->caption));
  self->caption = NULL;
  g_clear_pointer (&self->chart, hearth_chart_free);
  g_clear_pointer (&self->bars, hearth_bars_free);
  g_clear_pointer (&self->compare, hearth_compare_free);
  G_OBJECT_CLASS (hearth_trend_chart_parent_class)->dispose (object);
}

static void
hearth_trend_chart_class_init (HearthTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_trend_chart_dispose;
  widget_class->get_request_mode = hearth_trend_chart_get_request_mode;
  widget_class->measure = hearth_trend_chart_measure;
  widget_class->size_allocate = hearth_trend_chart_size_allocate;
  widget_class->snapshot = hearth_trend_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearth_trend_chart_init (HearthTrendChart *self)
{
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_yalign (self->caption, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_set_parent (GTK_WIDGET (self->caption), GTK_WIDGET (self));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

HearthTrendChart *
hearth_trend_chart_new (void)
{
  return g_object_new (HEARTH_TYPE_TREND_CHART, NULL);
}

/* Takes all three. */
static void
take_data (HearthTrendChart *self, HearthChart *chart, HearthBars *bars, HearthCompare *compare)
{
  g_autofree char *words = NULL, *marks = NULL, *spoken = NULL;

  g_clear_pointer (&self->chart, hearth_chart_free);
  g_clear_pointer (&self->bars, hearth_bars_free);
  g_clear_pointer (&self->compare, hearth_compare_free);
  self->chart = chart;
  self->bars = bars;
  self->compare = compare;
  if (chart != NULL)
    words = hearth_chart_describe (chart);
  else if (bars != NULL)
    words = hearth_bars_describe (bars);
  else if (compare != NULL)
    words = hearth_compare_describe (compare);
  gtk_label_set_label (self->caption, words != NULL ? words : "");
  /* The marks are listed in the drawing, where nothing reads them out. */
  marks = chart != NULL ? hearth_chart_describe_marks (chart) : g_strdup ("");
  spoken = *marks != '\0' ? g_strdup_printf ("%s %s", words, marks) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : gtk_label_get_label (self->caption), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hearth_trend_chart_set_chart (HearthTrendChart *self, const HearthChart *chart)
{
  g_return_if_fail (HEARTH_IS_TREND_CHART (self));

  take_data (self, chart != NULL ? hearth_chart_copy (chart) : NULL, NULL, NULL);
}

void
hearth_trend_chart_set_bars (HearthTrendChart *self, const HearthBars *bars)
{
  g_return_if_fail (HEARTH_IS_TREND_CHART (self));

  take_data (self, NULL, bars != NULL ? hearth_bars_copy (bars) : NULL, NULL);
}

void
hearth_trend_chart_set_compare (HearthTrendChart *self, const HearthCompare *compare)
{
  g_return_if_fail (HEARTH_IS_TREND_CHART (self));

  take_data (self, NULL, NULL, compare != NULL ? hearth_compare_copy (compare) : NULL);
}

const char *
hearth_trend_chart_get_caption (HearthTrendChart *self)
{
  g_return_val_if_fail (HEARTH_IS_TREND_CHART (self), "");

  return gtk_label_get_label (self->caption);
}
