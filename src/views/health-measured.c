/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was measured of a resident: the last of each as figures, and weight, height and blood pressure as a chart. Nothing
 * here judges a value.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/health-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/health.h"
#include "views/area.h"
#include "views/figure-strip.h"
#include "widgets/trend-chart.h"

/* A chart of one value shows nothing that the figure does not say. */
#define LEAST_POINTS 2
#define MOST_MARKS 5
#define YEARS_BACK 3
/* A change of a hundredth must not look like one of a half: the axis is at least as high as this share of the value. */
#define LEAST_SPAN 0.1

static const char *const figures[] = { "weight", "height", "bmi", "pressure", "pulse", "temperature" };
static const char *const drawn[] = { "weight", "height", "systolic", "diastolic" };

static const HearthField *
look_up (const char *name)
{
  return hearth_record_type_lookup_field (&hearth_measurement_type, name);
}

/* ---- Figures ---- */

/* "Weight · 3 May 2026" */
static void
add_figure (HearthStore *store, HearthFigureStrip *strip, GPtrArray *measurements, const char *name)
{
  HearthRecord *latest = hearth_measurements_pick_latest (measurements, name, NULL);
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;
  g_autofree char *what = NULL;

  if (latest == NULL)
    return;
  value = hearth_area_format (store, latest, name);
  day = hearth_area_format (store, latest, "date");
  what = g_strdup_printf ("%s\n%s", _ (look_up (name)->label), day);
  hearth_figure_strip_add_text (strip, value, what);
}

static GtkWidget *
make_figures (HearthStore *store, GPtrArray *measurements)
{
  HearthFigureStrip *strip = hearth_figure_strip_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    add_figure (store, strip, measurements, figures[i]);
  return GTK_WIDGET (strip);
}

/* ---- Chart ---- */

/* The least of 1, 2, 5, 10, 20, … with which @span has no more than MOST_MARKS marks. */
static double
choose_step (double span)
{
  static const double steps[] = { 1, 2, 5 };

  for (double power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
      if (span / (steps[i] * power) <= MOST_MARKS - 2)
        return steps[i] * power;
}

static void
add_series (HearthChart *chart, GArray *points, const char *name)
{
  const HearthField *field = look_up (name);
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE, step;
  HearthChartSeries *series;

  for (guint i = 0; i < points->len; i++)
    {
      low = MIN (low, g_array_index (points, HearthPoint, i).value);
      high = MAX (high, g_array_index (points, HearthPoint, i).value);
    }
  step = choose_step (MAX (high - low, high * LEAST_SPAN));
  /* Nothing stands at the very edge. */
  low = MAX (0, (floor (low / step) - (fmod (low, step) < step / 4)) * step);
  high = (floor (high / step) + 1) * step;
  series = hearth_chart_add_series (chart, HEARTH_CHART_LINE, HEARTH_CHART_TIMES, _ (field->label),
                                    _ (field->unit), low, high, step);
  for (guint i = 0; i < points->len; i++)
    {
      const HearthPoint *point = &g_array_index (points, HearthPoint, i);

      hearth_chart_series_add (chart, series, point->day, point->value);
    }
}

static int
get_julian (const char *date)
{
  int first = 0, last = 0;

  hearth_partial_date_get_span (date, &first, &last);
  return first;
}

static GtkWidget *
make_chart (GPtrArray *measurements, const char *today)
{
  HearthRecord *oldest = g_ptr_array_index (measurements, 0);
  g_autoptr (HearthChart) chart =
    hearth_chart_new (get_julian (hearth_record_get (oldest, "date")), get_julian (today));
  HearthTrendChart *trend;

  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      g_autoptr (GArray) points = hearth_measurements_get_points (measurements, drawn[i]);

      if (points->len >= LEAST_POINTS)
        add_series (chart, points, drawn[i]);
    }
  if (chart->series->len == 0)
    return NULL;
  trend = hearth_trend_chart_new ();
  hearth_trend_chart_set_chart (trend, chart);
  return GTK_WIDGET (trend);
}

/* ---- Public ---- */

GtkWidget *
hearth_health_make_measurements (HearthStore *store, HearthRecord *resident)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, -YEARS_BACK * 365);
  g_autoptr (GPtrArray) measurements =
    hearth_measurements_list (store, hearth_record_get_id (resident), from, today, NULL);
  GtkWidget *box, *chart;

  if (measurements == NULL || measurements->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), make_figures (store, measurements));
  chart = make_chart (measurements, today);
  if (chart != NULL)
    gtk_box_append (GTK_BOX (box), chart);
  return box;
}
