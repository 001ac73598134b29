/* SPDX-License-Identifier: GPL-3.0-or-later
 * Marks on a body: set by pointer and by keyboard, described in words, changed, taken away, and only read.
 */
#include "widgets/widget-test.h"

#include "widgets/body-map-row.h"
#include "widgets/body-map-view.h"
#include "widgets/body-mark-line.h"
#include "widgets/field-row.h"

typedef struct {
  HearthFieldRow *row;
  GtkWindow *window;
  GtkWidget *view;
  guint n_edited;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->row = HEARTH_FIELD_ROW (g_object_ref_sink (hearth_field_row_new (widget_test_field ("body"))));
  fixture->view = widget_test_find (GTK_WIDGET (fixture->row), HEARTH_TYPE_BODY_MAP_VIEW, NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (fixture->row));
  fixture->window = widget_test_window_new (list, 360, 700);
  g_signal_connect_swapped (fixture->row, "edited", G_CALLBACK (widget_test_count_cb), &fixture->n_edited);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->row);
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = hearth_field_row_dup_text (fixture->row);

  g_assert_cmpstr (text, ==, expected);
}

static void
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  g_assert_true (handled);
}

static GtkWidget *
find_line (Fixture *fixture)
{
  return widget_test_find (GTK_WIDGET (fixture->row), HEARTH_TYPE_BODY_MARK_LINE, NULL);
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Return, 0);
  assert_text (fixture, "front 500 300 red");
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_space, 0);
  assert_text (fixture, "front 500 300 red\nfront 495 325 red");
  /* Over the inner edge to the other side, and no further than its own. */
  for (int i = 0; i < 21; i++)
    press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_text (fixture, "front 500 300 red\nfront 495 325 red\nback 0 325 red");
  for (int i = 0; i < 60; i++)
    {
      press (fixture, GDK_KEY_Right, 0);
      press (fixture, GDK_KEY_Up, 0);
    }
  press (fixture, GDK_KEY_Return, 0);
  assert_text (fixture, "front 500 300 red\nfront 495 325 red\nback 0 325 red\nback 1000 0 red");
  g_assert_cmpuint (fixture->n_edited, ==, 4);
}

/* Whoever does not see the drawing goes through all parts of the body, and comes back to the first. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  gsize n_front, n_back;
  const HearthBodyPlace *front = hearth_body_map_list_places (HEARTH_BODY_FRONT, &n_front);
  g_autofree char *first = g_strdup_printf ("front %d %d red", front[0].x, front[0].y);
  g_autofree char *twice = g_strjoin ("\n", first, first, NULL);

  hearth_body_map_list_places (HEARTH_BODY_BACK, &n_back);
  for (int i = 0; i < 60; i++)
    press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  press (fixture, GDK_KEY_Page_Up, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_text (fixture, first);
  for (gsize i = 0; i < n_front + n_back; i++)
    press (fixture, GDK_KEY_Page_Down, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_text (fixture, twice);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line;
  g_autofree char *canonical = NULL;

  press (fixture, GDK_KEY_Return, 0);
  line = find_line (fixture);
  gtk_editable_set_text (widget_test_find (line, GTK_TYPE_ENTRY, NULL), " two fingers wide ");
  gtk_drop_down_set_selected (widget_test_find (line, GTK_TYPE_DROP_DOWN, NULL), 1);
  assert_text (fixture, "front 500 300 green two fingers wide");
  g_assert_cmpint (hearth_field_row_get_canonical (fixture->row, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_NONE);
  /* The next mark is most often of the same kind. */
  press (fixture, GDK_KEY_Return, 0);
  assert_text (fixture, "front 500 300 green two fingers wide\nfront 500 300 green");

  g_signal_emit_by_name (widget_test_find (find_line (fixture), GTK_TYPE_BUTTON, "remove"), "clicked");
  assert_text (fixture, "front 500 300 green");
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->view);
  g_signal_emit_by_name (widget_test_find (find_line (fixture), GTK_TYPE_BUTTON, "remove"), "clicked");
  assert_text (fixture, "");
}

/* Whatever stood in the file can be seen and taken away, and is not lost by itself. */
static void
test_strange_lines (Fixture *fixture, gconstpointer data)
{
  hearth_field_row_set_text (fixture->row, "somewhere\nfront 1 2 purple old\nback 3 4 red");
  assert_text (fixture, "somewhere\nfront 1 2 purple old\nback 3 4 red");
  hearth_field_row_set_text (fixture->row, "somewhere");
  g_assert_true (widget_test_shows (GTK_WIDGET (fixture->row), "somewhere"));
  g_signal_emit_by_name (widget_test_find (find_line (fixture), GTK_TYPE_BUTTON, "remove"), "clicked");
  assert_text (fixture, "");
}

static void
test_only_read (Fixture *fixture, gconstpointer data)
{
  hearth_body_map_row_set_editable (HEARTH_BODY_MAP_ROW (fixture->row), false);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->row)));
  hearth_field_row_set_text (fixture->row, "front 500 300 red small");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->row)));
  g_assert_false (gtk_widget_get_focusable (fixture->view));
  g_assert_null (widget_test_find (GTK_WIDGET (fixture->row), GTK_TYPE_ENTRY, NULL));
  g_assert_null (widget_test_find (find_line (fixture), GTK_TYPE_BUTTON, NULL));
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  /* The accessibility of GTK's tests cannot take announcements. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  widget_test_init (&argc, &argv);
  ADD ("/widgets/body-map-row/keyboard", test_keyboard);
  ADD ("/widgets/body-map-row/parts", test_parts);
  ADD ("/widgets/body-map-row/words", test_words);
  ADD ("/widgets/body-map-row/strange-lines", test_strange_lines);
  ADD ("/widgets/body-map-row/only-read", test_only_read);
  return g_test_run ();
}
