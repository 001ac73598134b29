/* SPDX-License-Identifier: GPL-3.0-or-later
 * The timeline: days as sections, fetched as they are seen.
 */
#include "widgets/widget-test.h"

#include "widgets/day-model.h"
#include "widgets/timeline.h"

#define MANY 100000
/* GTK keeps this many rows at most; a day's neighbours are looked at too. */
#define WINDOW 260

static HearthRecord *
new_record (const char *date, const char *text)
{
  HearthRecord *record = hearth_record_new (&widget_test_type);

  hearth_record_set (record, "date", date);
  hearth_record_set (record, "text", text);
  return record;
}

static void
append (GListStore *store, const char *date)
{
  g_autoptr (HearthRecord) record = new_record (date, date);

  g_list_store_append (store, record);
}

static void
assert_section (HearthDayModel *days, guint position, guint expected_start, guint expected_end)
{
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (days), position, &start, &end);
  g_assert_cmpuint (start, ==, expected_start);
  g_assert_cmpuint (end, ==, expected_end);
}

static void
sections_cb (GtkSectionModel *model, guint position, guint n_items, guint *changed)
{
  changed[0] = position;
  changed[1] = n_items;
}

static void
test_days (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  HearthDayModel *days = hearth_day_model_new_of_records (G_LIST_MODEL (store));
  guint changed[2] = { 0, 0 };

  assert_section (days, 0, 0, G_MAXUINT);
  append (store, "2026-03-01");
  append (store, "2026-03-01");
  append (store, "2026-02-27");
  append (store, "2026-02-27");
  append (store, "2026-02-01");
  assert_section (days, 0, 0, 2);
  assert_section (days, 1, 0, 2);
  assert_section (days, 3, 2, 4);
  assert_section (days, 4, 4, 5);

  /* Taking away what parted two days joins them, and that is told. */
  g_list_store_remove_all (store);
  append (store, "2026-03-01");
  append (store, "2026-02-27");
  append (store, "2026-03-01");
  g_signal_connect (days, "sections-changed", G_CALLBACK (sections_cb), changed);
  g_list_store_remove (store, 1);
  g_assert_cmpuint (changed[0], ==, 0);
  g_assert_cmpuint (changed[1], ==, 2);
  assert_section (days, 0, 0, 2);
  g_assert_finalize_object (days);
}

static char *
author_func (const char *account, gpointer data)
{
  return g_strdup ("Ana");
}

static void
activated_cb (HearthTimeline *timeline, HearthRecord *record, HearthRecord **activated)
{
  g_set_object (activated, record);
}

static void
test_words (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  g_autoptr (HearthRecord) first = new_record ("2026-03-01", "Baked bread"),
                           last = new_record ("2026-02-20", "");
  g_autoptr (HearthRecord) activated = NULL;
  HearthTimeline *timeline = g_object_ref_sink (hearth_timeline_new ());
  GtkWindow *window;

  hearth_record_set (first, "created_by", "A");
  hearth_record_set (first, "created_at", "2026-03-02T09:00:00Z+07:00");
  hearth_record_set (last, "created_at", "2026-02-23T09:00:00Z+07:00");
  hearth_record_set (first, "state", HEARTH_STATE_SIGNED);
  g_list_store_append (store, first);
  g_list_store_append (store, last);
  hearth_timeline_set_today (timeline, HEARTH_TEST_TODAY);
  hearth_timeline_set_author_func (timeline, author_func, NULL, NULL);
  hearth_timeline_set_model (timeline, G_LIST_MODEL (store));
  g_signal_connect (timeline, "activate-record", G_CALLBACK (activated_cb), &activated);
  window = widget_test_window_new (GTK_WIDGET (timeline), 400, 600);

  hearth_test_wait_until (widget_test_shows (GTK_WIDGET (timeline), "Baked bread"));
  g_assert_true (widget_test_shows (GTK_WIDGET (timeline), "Today, 1 Mar 2026"));
  g_assert_true (widget_test_shows (GTK_WIDGET (timeline), "Friday, 20 Feb 2026"));
  g_assert_true (widget_test_shows (GTK_WIDGET (timeline), "Written by Ana"));
  g_assert_true (widget_test_shows (GTK_WIDGET (timeline), "written 3 days later"));
  g_assert_true (widget_test_shows (GTK_WIDGET (timeline), "Signed"));
  g_assert_true (widget_test_shows (GTK_WIDGET (timeline), "Test record"));
  g_signal_emit_by_name (widget_test_find (GTK_WIDGET (timeline), GTK_TYPE_LIST_VIEW, NULL), "activate", 1u);
  g_assert_true (activated == last);

  gtk_window_destroy (window);
  g_assert_finalize_object (timeline);
}

static void
test_window_of_items (void)
{
  g_autoptr (WidgetTestLazyModel) model = widget_test_lazy_model_new (&widget_test_type, MANY);
  HearthTimeline *timeline = g_object_ref_sink (hearth_timeline_new ());
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (timeline), 400, 600);
  GtkScrollable *list;

  hearth_timeline_set_model (timeline, G_LIST_MODEL (model));
  hearth_test_wait_until (widget_test_shows (GTK_WIDGET (timeline), "Entry 0"));
  list = widget_test_find (GTK_WIDGET (timeline), GTK_TYPE_LIST_VIEW, NULL);
  hearth_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (list)), ==, 0);
  g_assert_cmpuint (widget_test_lazy_model_get_n_made (model), <=, WINDOW);
  gtk_window_destroy (window);
  g_assert_finalize_object (timeline);
}

static void
test_empty (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  HearthTimeline *timeline = g_object_ref_sink (hearth_timeline_new ());
  GtkStack *stack = widget_test_find (GTK_WIDGET (timeline), GTK_TYPE_STACK, NULL);
  guint n_notified = 0, n_activated = 0;

  g_signal_connect_swapped (timeline, "notify::model", G_CALLBACK (widget_test_count_cb), &n_notified);
  g_assert_null (hearth_timeline_get_model (timeline));
  hearth_timeline_set_empty_text (timeline, "Nothing Yet", "What is written will stand here.", "Write");
  g_signal_connect_swapped (timeline, "empty-action", G_CALLBACK (widget_test_count_cb), &n_activated);
  g_signal_emit_by_name (widget_test_find (GTK_WIDGET (timeline), GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpuint (n_activated, ==, 1);
  hearth_timeline_set_model (timeline, G_LIST_MODEL (store));
  hearth_timeline_set_model (timeline, G_LIST_MODEL (store));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  append (store, "2026-03-01");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_assert_finalize_object (timeline);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);

  g_test_add_func ("/widgets/timeline/days", test_days);
  g_test_add_func ("/widgets/timeline/words", test_words);
  g_test_add_func ("/widgets/timeline/window-of-items", test_window_of_items);
  g_test_add_func ("/widgets/timeline/empty", test_empty);
  return g_test_run ();
}
