/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lists: only what is seen is asked for, and what the person wants is told by signals.
 */
#include "widgets/widget-test.h"

#include "widgets/record-list-view.h"

#define MANY 100000
/* GTK keeps this many rows at most, however many are seen. */
#define WINDOW 250

static HearthRecordListView *
new_view (void)
{
  return g_object_ref_sink (hearth_record_list_view_new (&widget_test_type));
}

static const char *
get_page (HearthRecordListView *view)
{
  return gtk_stack_get_visible_child_name (widget_test_find (GTK_WIDGET (view), GTK_TYPE_STACK, NULL));
}

/* Of what is seen: a column view holds a list view too. */
static gpointer
find_seen (HearthRecordListView *view, GType type)
{
  GtkStack *stack = widget_test_find (GTK_WIDGET (view), GTK_TYPE_STACK, NULL);

  return widget_test_find (gtk_stack_get_visible_child (stack), type, NULL);
}

static void
test_window_of_items (gconstpointer data)
{
  bool narrow = GPOINTER_TO_INT (data);
  g_autoptr (WidgetTestLazyModel) model = widget_test_lazy_model_new (&widget_test_type, MANY);
  HearthRecordListView *view = new_view ();
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (view), narrow ? 360 : 1000, 600);

  g_assert_cmpint (hearth_record_list_view_get_narrow (view), ==, narrow);
  hearth_record_list_view_set_model (view, G_LIST_MODEL (model));
  hearth_test_wait_until (widget_test_shows (GTK_WIDGET (view), "Entry 0"));
  g_assert_cmpstr (get_page (view), ==, narrow ? "lines" : "table");
  g_assert_cmpuint (widget_test_lazy_model_get_n_made (model), >, 0);
  g_assert_cmpuint (widget_test_lazy_model_get_n_made (model), <=, WINDOW);

  /* The end is fetched, not what lies between. */
  if (narrow)
    gtk_list_view_scroll_to (find_seen (view, GTK_TYPE_LIST_VIEW), MANY - 1, 0, NULL);
  else
    gtk_column_view_scroll_to (find_seen (view, GTK_TYPE_COLUMN_VIEW), MANY - 1, NULL, 0, NULL);
  hearth_test_wait_until (widget_test_shows (GTK_WIDGET (view), "Entry 99999"));
  g_assert_cmpuint (widget_test_lazy_model_get_n_made (model), <=, 3 * WINDOW);

  gtk_window_destroy (window);
  g_assert_finalize_object (view);
}

static void
activated_cb (HearthRecordListView *view, HearthRecord *record, HearthRecord **activated)
{
  g_set_object (activated, record);
}

static void
test_activate (gconstpointer data)
{
  bool narrow = GPOINTER_TO_INT (data);
  g_autoptr (WidgetTestLazyModel) model = widget_test_lazy_model_new (&widget_test_type, 5);
  g_autoptr (HearthRecord) activated = NULL;
  HearthRecordListView *view = new_view ();

  g_object_set (view, "narrow", narrow, NULL);
  hearth_record_list_view_set_model (view, G_LIST_MODEL (model));
  g_signal_connect (view, "activate-record", G_CALLBACK (activated_cb), &activated);
  g_signal_emit_by_name (find_seen (view, narrow ? GTK_TYPE_LIST_VIEW : GTK_TYPE_COLUMN_VIEW), "activate",
                         3u);
  g_assert_nonnull (activated);
  g_assert_cmpstr (hearth_record_get (activated, "text"), ==, "Entry 3");
  g_assert_finalize_object (view);
}

typedef struct {
  char *field;
  gboolean descending;
  guint n;
} Sort;

static void
sort_cb (HearthRecordListView *view, const char *field, gboolean descending, Sort *sort)
{
  g_set_str (&sort->field, field);
  sort->descending = descending;
  sort->n++;
}

static GtkColumnViewColumn *
find_column (HearthRecordListView *view, const char *title)
{
  GListModel *columns =
    gtk_column_view_get_columns (widget_test_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW, NULL));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column;
    }
  g_assert_not_reached ();
}

static void
test_sort (void)
{
  HearthRecordListView *view = new_view ();
  GtkColumnView *table = widget_test_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW, NULL);
  Sort sort = { NULL };

  g_signal_connect (view, "sort-requested", G_CALLBACK (sort_cb), &sort);
  hearth_record_list_view_set_sort (view, "date", true);
  g_assert_cmpuint (sort.n, ==, 0);
  gtk_column_view_sort_by_column (table, find_column (view, "Text label"), GTK_SORT_ASCENDING);
  g_assert_cmpstr (sort.field, ==, "text");
  g_assert_false (sort.descending);
  gtk_column_view_sort_by_column (table, find_column (view, "Date label"), GTK_SORT_DESCENDING);
  g_assert_cmpstr (sort.field, ==, "date");
  g_assert_true (sort.descending);

  /* The same from the menu that stands in for the heads where it is narrow. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "record-list.order", "(sb)", "integer",
                                             FALSE));
  g_assert_cmpstr (sort.field, ==, "integer");
  g_assert_finalize_object (view);
  g_free (sort.field);
}

static char *
title_func (const char *resident, gpointer data)
{
  return g_strconcat ("Resident ", resident, NULL);
}

static void
test_residents (gconstpointer data)
{
  bool narrow = GPOINTER_TO_INT (data);
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  g_autoptr (HearthRecord) record = hearth_record_new (&widget_test_type);
  HearthRecordListView *view = new_view ();
  GtkWindow *window;
  guint n_destroyed = 0;

  hearth_record_set (record, "resident", "7");
  hearth_record_set (record, "text", "Before");
  g_list_store_append (store, record);
  hearth_record_list_view_set_title_func (view, title_func, &n_destroyed,
                                          (GDestroyNotify) widget_test_count_cb);
  hearth_record_list_view_set_model (view, G_LIST_MODEL (store));
  window = widget_test_window_new (GTK_WIDGET (view), narrow ? 360 : 1000, 600);
  hearth_test_wait_until (widget_test_shows (GTK_WIDGET (view), "Resident 7"));

  /* Records are followed, not copied. */
  hearth_record_set (record, "text", "After");
  g_assert_true (widget_test_shows (GTK_WIDGET (view), "After"));
  hearth_record_set (record, "state", HEARTH_STATE_IN_ERROR);
  g_assert_true (widget_test_shows (GTK_WIDGET (view), "Entered in error"));

  gtk_window_destroy (window);
  g_assert_finalize_object (view);
  g_assert_cmpuint (n_destroyed, ==, 1);
}

typedef struct {
  char *field, *codes;
  guint n;
} Filtered;

static void
filter_cb (HearthRecordListView *view, const char *field, GStrv codes, Filtered *filter)
{
  g_set_str (&filter->field, field);
  g_free (filter->codes);
  filter->codes = g_strjoinv (" ", codes);
  filter->n++;
}

static void
text_cb (HearthRecordListView *view, const char *text, char **heard)
{
  g_set_str (heard, text);
}

static void
assert_filter (HearthRecordListView *view, const char *field, const char *expected)
{
  g_auto (GStrv) codes = hearth_record_list_view_dup_filter (view, field);
  g_autofree char *joined = g_strjoinv (" ", codes);

  g_assert_cmpstr (joined, ==, expected);
}

static void
choose (HearthRecordListView *view, const char *label)
{
  gtk_check_button_set_active (widget_test_find_check (GTK_WIDGET (view), label), TRUE);
}

static void
test_filter_and_search (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  g_autoptr (HearthRecord) record = hearth_record_new (&widget_test_type);
  g_autofree char *heard = NULL;
  HearthRecordListView *view = new_view ();
  GtkEditable *search = widget_test_find (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY, NULL);
  Filtered filter = { NULL };

  g_signal_connect (view, "filter-changed", G_CALLBACK (filter_cb), &filter);
  g_signal_connect (view, "text-changed", G_CALLBACK (text_cb), &heard);
  hearth_record_list_view_set_empty_text (view, "Nothing Yet", "Write the first.", "Write");
  hearth_record_list_view_set_model (view, G_LIST_MODEL (store));
  g_assert_cmpstr (get_page (view), ==, "empty");

  choose (view, "No");
  g_assert_cmpstr (filter.field, ==, "yes_no");
  g_assert_cmpstr (filter.codes, ==, "no");
  assert_filter (view, "yes_no", "no");
  g_assert_cmpstr (get_page (view), ==, "nothing");
  choose (view, "Yes");
  g_assert_cmpstr (filter.codes, ==, "yes no");
  gtk_editable_set_text (search, "bread");
  hearth_test_wait_until (g_strcmp0 (heard, "bread") == 0);

  hearth_record_list_view_clear_filters (view);
  hearth_test_wait_until (g_strcmp0 (heard, "") == 0);
  g_assert_cmpstr (filter.codes, ==, "");
  g_assert_cmpstr (get_page (view), ==, "empty");
  g_list_store_append (store, record);
  g_assert_cmpstr (get_page (view), ==, "table");

  g_assert_finalize_object (view);
  g_free (filter.field);
  g_free (filter.codes);
}

/* What a view of the list brings along is shown and not told; the owner of the model knows. */
static void
test_set_quietly (void)
{
  const char *codes[] = { "no", "gone", NULL };
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  HearthRecordListView *view = new_view ();
  g_autofree char *heard = NULL;
  Filtered filter = { NULL };

  g_signal_connect (view, "filter-changed", G_CALLBACK (filter_cb), &filter);
  g_signal_connect (view, "text-changed", G_CALLBACK (text_cb), &heard);
  hearth_record_list_view_set_model (view, G_LIST_MODEL (store));
  hearth_record_list_view_set_filter (view, "yes_no", codes);
  assert_filter (view, "yes_no", "no");
  hearth_record_list_view_set_search_text (view, "bread");
  g_assert_cmpstr (hearth_record_list_view_get_search_text (view), ==, "bread");
  /* Typing over it is told again. */
  gtk_editable_set_text (widget_test_find (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY, NULL), "breads");
  hearth_test_wait_until (g_strcmp0 (heard, "breads") == 0);
  g_clear_pointer (&heard, g_free);
  hearth_record_list_view_set_search_text (view, "milk");
  g_assert_null (heard);
  g_assert_cmpuint (filter.n, ==, 0);
  g_assert_finalize_object (view);
}

static void
test_total (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  HearthRecordListView *view = new_view ();

  hearth_record_list_view_set_model (view, G_LIST_MODEL (store));
  g_assert_cmpstr (get_page (view), ==, "empty");
  hearth_record_list_view_set_total (view, 3);
  g_assert_cmpstr (get_page (view), ==, "nothing");
  choose (view, "No");
  hearth_record_list_view_set_total (view, 0);
  g_assert_cmpstr (get_page (view), ==, "empty");
  g_assert_finalize_object (view);
}

static char *
more_words (HearthRecord *record, gpointer data)
{
  return g_strconcat ("More about ", hearth_record_get (record, "text"), NULL);
}

static void
test_more_column (gconstpointer data)
{
  bool narrow = GPOINTER_TO_INT (data);
  g_autoptr (WidgetTestLazyModel) model = widget_test_lazy_model_new (&widget_test_type, 3);
  HearthRecordListView *view = new_view ();
  GtkWindow *window;

  hearth_record_list_view_add_column (view, "text", "More", more_words, NULL);
  hearth_record_list_view_set_model (view, G_LIST_MODEL (model));
  window = widget_test_window_new (GTK_WIDGET (view), narrow ? 360 : 1000, 600);
  hearth_test_wait_until (widget_test_shows (GTK_WIDGET (view), "More about Entry 2"));
  if (!narrow)
    {
      GListModel *columns =
        gtk_column_view_get_columns (widget_test_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW, NULL));
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 2);

      /* The resident, the text, and what was added behind it. */
      g_assert_cmpstr (gtk_column_view_column_get_title (column), ==, "More");
    }
  gtk_window_destroy (window);
  g_assert_finalize_object (view);
}

static void
test_tool (void)
{
  HearthRecordListView *view = new_view ();
  GtkWidget *tool = gtk_button_new_with_label ("Tool");

  hearth_record_list_view_add_tool (view, tool);
  g_assert_true (gtk_widget_get_next_sibling (tool) ==
                 widget_test_find (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_finalize_object (view);
}

static void
test_empty_action (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HEARTH_TYPE_RECORD);
  HearthRecordListView *view = new_view ();
  AdwStatusPage *page = widget_test_find (GTK_WIDGET (view), ADW_TYPE_STATUS_PAGE, NULL);
  guint n_pressed = 0;

  g_signal_connect_swapped (view, "empty-action", G_CALLBACK (widget_test_count_cb), &n_pressed);
  hearth_record_list_view_set_empty_text (view, "Nothing Yet", "Write the first.", "Write");
  hearth_record_list_view_set_model (view, G_LIST_MODEL (store));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Nothing Yet");
  g_signal_emit_by_name (adw_status_page_get_child (page), "clicked");
  g_assert_cmpuint (n_pressed, ==, 1);
  g_assert_finalize_object (view);
}

static void
test_start_search (void)
{
  HearthRecordListView *view = new_view ();
  GtkWidget *other = gtk_entry_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *search = widget_test_find (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  window = widget_test_window_new (box, 800, 600);
  gtk_widget_grab_focus (other);
  hearth_record_list_view_start_search (view);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), search));
  gtk_window_destroy (window);
  g_assert_finalize_object (view);
}

static void
test_contract (void)
{
  g_autoptr (WidgetTestLazyModel) model = widget_test_lazy_model_new (&widget_test_type, 1);
  HearthRecordListView *view = new_view ();
  guint n_notified = 0;

  g_assert_null (hearth_record_list_view_get_model (view));
  g_assert_false (hearth_record_list_view_get_narrow (view));
  g_assert_cmpstr (hearth_record_list_view_get_search_text (view), ==, "");
  g_signal_connect_swapped (view, "notify::model", G_CALLBACK (widget_test_count_cb), &n_notified);
  hearth_record_list_view_set_model (view, G_LIST_MODEL (model));
  hearth_record_list_view_set_model (view, G_LIST_MODEL (model));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);

  g_test_add_func ("/widgets/record-list-view/contract", test_contract);
  g_test_add_func ("/widgets/record-list-view/start-search", test_start_search);
  g_test_add_data_func ("/widgets/record-list-view/window-of-items/wide", GINT_TO_POINTER (FALSE),
                        test_window_of_items);
  g_test_add_data_func ("/widgets/record-list-view/window-of-items/narrow", GINT_TO_POINTER (TRUE),
                        test_window_of_items);
  g_test_add_data_func ("/widgets/record-list-view/activate/wide", GINT_TO_POINTER (FALSE), test_activate);
  g_test_add_data_func ("/widgets/record-list-view/activate/narrow", GINT_TO_POINTER (TRUE), test_activate);
  g_test_add_func ("/widgets/record-list-view/sort", test_sort);
  g_test_add_data_func ("/widgets/record-list-view/residents/wide", GINT_TO_POINTER (FALSE), test_residents);
  g_test_add_data_func ("/widgets/record-list-view/residents/narrow", GINT_TO_POINTER (TRUE), test_residents);
  g_test_add_func ("/widgets/record-list-view/filter-and-search", test_filter_and_search);
  g_test_add_func ("/widgets/record-list-view/set-quietly", test_set_quietly);
  g_test_add_func ("/widgets/record-list-view/total", test_total);
  g_test_add_data_func ("/widgets/record-list-view/more-column/wide", GINT_TO_POINTER (FALSE),
                        test_more_column);
  g_test_add_data_func ("/widgets/record-list-view/more-column/narrow", GINT_TO_POINTER (TRUE),
                        test_more_column);
  g_test_add_func ("/widgets/record-list-view/tool", test_tool);
  g_test_add_func ("/widgets/record-list-view/empty-action", test_empty_action);
  return g_test_run ();
}
