/* SPDX-License-Identifier: GPL-3.0-or-later
 * What narrows a timeline: words, kinds and periods, each told once.
 */
#include "widgets/widget-test.h"

#include "records/types.h"
#include "widgets/timeline-filter.h"

static const HearthRecordType *const kinds[] = { &hearth_daily_log_type, &hearth_alert_type,
                                                 &hearth_contact_type, NULL };

typedef struct {
  HearthTimelineFilter *filter;
  GtkWindow *window;
  guint n_changed;
  guint n_active;
  guint n_counted;
} Fixture;

static gint64
count_kind (const HearthRecordType *type, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_counted++;
  return type == &hearth_alert_type ? 12 : 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->filter = g_object_ref_sink (hearth_timeline_filter_new ());
  hearth_timeline_filter_set_kinds (fixture->filter, kinds, count_kind, fixture);
  hearth_timeline_filter_set_today (fixture->filter, HEARTH_TEST_TODAY);
  g_signal_connect_swapped (fixture->filter, "changed", G_CALLBACK (widget_test_count_cb),
                            &fixture->n_changed);
  g_signal_connect_swapped (fixture->filter, "notify::active", G_CALLBACK (widget_test_count_cb),
                            &fixture->n_active);
  fixture->window = widget_test_window_new (GTK_WIDGET (fixture->filter), 360, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->filter);
}

static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (hearth_timeline_filter_get_text (fixture->filter), ==, "");
  g_assert_cmpstr (hearth_timeline_filter_get_from (fixture->filter), ==, "");
  g_assert_cmpstr (hearth_timeline_filter_get_to (fixture->filter), ==, "");
  g_assert_cmpuint (hearth_timeline_filter_get_kinds (fixture->filter)->len, ==, 0);
  g_assert_false (hearth_timeline_filter_get_active (fixture->filter));
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "All kinds"));
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "All the time"));
  g_assert_false (widget_test_shows (GTK_WIDGET (fixture->filter), "Clear the filter"));
  hearth_timeline_filter_set_count (fixture->filter, 12);
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "12 entries"));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->filter)), ==,
                   GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  GPtrArray *wanted = hearth_timeline_filter_get_kinds (fixture->filter);

  hearth_timeline_filter_set_kind_wanted (fixture->filter, &hearth_alert_type, true);
  g_assert_cmpuint (wanted->len, ==, 1);
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "Alerts"));
  hearth_timeline_filter_set_kind_wanted (fixture->filter, &hearth_daily_log_type, true);
  g_assert_true (g_ptr_array_index (wanted, 0) == &hearth_daily_log_type);
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "2 kinds"));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpuint (fixture->n_active, ==, 1);

  /* The same again is no change. */
  hearth_timeline_filter_set_kind_wanted (fixture->filter, &hearth_daily_log_type, true);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

/* Counting asks the store, so it waits until somebody looks. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  GtkPopover *popover = widget_test_find (GTK_WIDGET (fixture->filter), GTK_TYPE_POPOVER, NULL);

  g_assert_cmpuint (fixture->n_counted, ==, 0);
  gtk_popover_popup (popover);
  hearth_test_settle ();
  g_assert_cmpuint (fixture->n_counted, ==, 3);
  g_assert_nonnull (widget_test_find_check (GTK_WIDGET (fixture->filter), "Alerts (12)"));
  g_assert_nonnull (widget_test_find_check (GTK_WIDGET (fixture->filter), "People (0)"));
  gtk_popover_popdown (popover);
  hearth_test_settle ();
}

static void
test_periods (Fixture *fixture, gconstpointer data)
{
  hearth_timeline_filter_set_days (fixture->filter, 7);
  g_assert_cmpstr (hearth_timeline_filter_get_from (fixture->filter), ==, "2026-02-23");
  g_assert_cmpstr (hearth_timeline_filter_get_to (fixture->filter), ==, "");
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "Last 7 days"));
  hearth_timeline_filter_set_days (fixture->filter, 365);
  g_assert_cmpstr (hearth_timeline_filter_get_from (fixture->filter), ==, "2025-03-02");
  hearth_timeline_filter_set_days (fixture->filter, 0);
  g_assert_cmpstr (hearth_timeline_filter_get_from (fixture->filter), ==, "");
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_cmpuint (fixture->n_active, ==, 2);

  hearth_timeline_filter_set_dates (fixture->filter, "2026-01-01", "2026-01-31");
  g_assert_cmpstr (hearth_timeline_filter_get_to (fixture->filter), ==, "2026-01-31");
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "1 Jan 2026 – 31 Jan 2026"));
  hearth_timeline_filter_set_dates (fixture->filter, "", "2026-01-31");
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "Until 31 Jan 2026"));
}

/* Dates that make no period leave the one before, and say why. */
static void
test_bad_dates (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry;

  hearth_timeline_filter_set_dates (fixture->filter, "2026-01-01", "2026-01-31");
  hearth_timeline_filter_set_dates (fixture->filter, "2026-02-01", "2026-01-01");
  g_assert_cmpstr (hearth_timeline_filter_get_from (fixture->filter), ==, "2026-01-01");
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  entry = widget_test_find (GTK_WIDGET (fixture->filter), GTK_TYPE_ENTRY, "from");
  gtk_editable_set_text (entry, "31 February");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "31 February");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (hearth_timeline_filter_get_from (fixture->filter), ==, "2026-01-01");
}

static void
test_words_and_clearing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  hearth_timeline_filter_set_text (fixture->filter, "kite");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  hearth_timeline_filter_set_text (fixture->filter, "kite");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  hearth_timeline_filter_set_count (fixture->filter, 1);
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "1 entry found"));
  hearth_timeline_filter_set_kind_wanted (fixture->filter, &hearth_alert_type, true);
  hearth_timeline_filter_set_dates (fixture->filter, "2026-01-01", "");
  fixture->n_changed = 0;

  button = widget_test_find (GTK_WIDGET (fixture->filter), GTK_TYPE_BUTTON, "clear");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_false (hearth_timeline_filter_get_active (fixture->filter));
  g_assert_cmpstr (hearth_timeline_filter_get_text (fixture->filter), ==, "");
  g_assert_cmpstr (hearth_timeline_filter_get_from (fixture->filter), ==, "");
  g_assert_cmpuint (hearth_timeline_filter_get_kinds (fixture->filter)->len, ==, 0);
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->filter), "All the time"));
}

#define ADD(name, func) g_test_add ("/widgets/timeline-filter/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);

  ADD ("defaults", test_defaults);
  ADD ("kinds", test_kinds);
  ADD ("counts", test_counts);
  ADD ("periods", test_periods);
  ADD ("bad-dates", test_bad_dates);
  ADD ("words-and-clearing", test_words_and_clearing);
  return g_test_run ();
}
