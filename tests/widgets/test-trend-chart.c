/* SPDX-License-Identifier: GPL-3.0-or-later
 * The chart on screen says in words what it draws, and asks for the height it needs.
 */
#include "widgets/widget-test.h"

#include "widgets/trend-chart.h"

static void
test_says_what_it_shows (void)
{
  g_autoptr (HearthChart) chart = hearth_chart_new (2461000, 2461030);
  HearthChartSeries *series =
    hearth_chart_add_series (chart, HEARTH_CHART_BARS, HEARTH_CHART_NIGHTS, "Sleep", "hours", 0, 12, 4);
  g_autofree char *sentence = NULL;
  HearthTrendChart *trend = g_object_ref_sink (hearth_trend_chart_new ());
  GtkWindow *window;
  int without, with;

  gtk_widget_measure (GTK_WIDGET (trend), GTK_ORIENTATION_VERTICAL, 360, &without, NULL, NULL, NULL);
  for (int day = 0; day < 30; day++)
    hearth_chart_series_add (chart, series, 2461000 + day, 6 + day % 3);
  sentence = hearth_chart_describe (chart);
  hearth_trend_chart_set_chart (trend, chart);
  g_assert_cmpstr (hearth_trend_chart_get_caption (trend), ==, sentence);
  g_assert_true (widget_test_shows (GTK_WIDGET (trend), sentence));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (trend), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  gtk_widget_measure (GTK_WIDGET (trend), GTK_ORIENTATION_VERTICAL, 360, &with, NULL, NULL, NULL);
  g_assert_cmpint (with, >, without + 50);

  window = widget_test_window_new (GTK_WIDGET (trend), 360, 400);
  hearth_trend_chart_set_chart (trend, NULL);
  g_assert_cmpstr (hearth_trend_chart_get_caption (trend), ==, "");
  gtk_window_destroy (window);
  g_assert_finalize_object (trend);
}

/* Areas then and now are told in the same way, and take the place of what was shown before. */
static void
test_compares (void)
{
  static const char *const steps[] = { "Low", "High", NULL };
  g_autoptr (HearthChart) chart = hearth_chart_new (2461000, 2461030);
  g_autoptr (HearthCompare) compare = hearth_compare_new ("Recovery", "Then", "Now", steps);
  g_autofree char *sentence = NULL;
  HearthTrendChart *trend = g_object_ref_sink (hearth_trend_chart_new ());
  int few, many;

  hearth_trend_chart_set_chart (trend, chart);
  hearth_compare_add (compare, "Safety", 1, 2);
  hearth_trend_chart_set_compare (trend, compare);
  sentence = hearth_compare_describe (compare);
  g_assert_cmpstr (hearth_trend_chart_get_caption (trend), ==, sentence);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (trend), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  gtk_widget_measure (GTK_WIDGET (trend), GTK_ORIENTATION_VERTICAL, 360, &few, NULL, NULL, NULL);
  for (int i = 0; i < 5; i++)
    hearth_compare_add (compare, "Another area", 1, 2);
  hearth_trend_chart_set_compare (trend, compare);
  gtk_widget_measure (GTK_WIDGET (trend), GTK_ORIENTATION_VERTICAL, 360, &many, NULL, NULL, NULL);
  g_assert_cmpint (many, >, few + 50);
  g_assert_finalize_object (trend);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);

  g_test_add_func ("/widgets/trend-chart/says-what-it-shows", test_says_what_it_shows);
  g_test_add_func ("/widgets/trend-chart/compares", test_compares);
  return g_test_run ();
}
