/* SPDX-License-Identifier: GPL-3.0-or-later
 * The grid of attendance: how much of a week it shows, and where its keys lead, in both directions of writing.
 */
#include "widgets/attendance-cell.h"
#include "widgets/attendance-grid.h"
#include "widgets/widget-test.h"

/* A Monday, and the Wednesday after it. */
#define FIRST "2026-03-02"
#define TODAY "2026-03-04"
#define WIDE 900
#define NARROW 320

typedef struct {
  GtkWindow *window;
  HearthAttendanceGrid *grid;
  GPtrArray *lines;
  char *said; /* the last thing that was chosen */
} Fixture;

static void
chosen_cb (Fixture *fixture, guint line, guint day, const char *state, const char *reason)
{
  g_free (fixture->said);
  fixture->said = g_strdup_printf ("%u %u %s", line, day, state);
}

static void
everybody_cb (Fixture *fixture, guint day)
{
  g_free (fixture->said);
  fixture->said = g_strdup_printf ("everybody %u", day);
}

static void
begin (Fixture *fixture, int width)
{
  static const char *const names[] = { "Mali", "Nok", "Rafi" };

  fixture->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_attendance_line_free);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HearthAttendanceLine *line = hearth_attendance_line_new (names[i], names[i], "River School");

      for (unsigned int day = 0; day < 5; day++)
        hearth_attendance_line_set_day (line, day, i != 1, day <= 2, "", "");
      g_ptr_array_add (fixture->lines, line);
    }
  fixture->grid = hearth_attendance_grid_new ();
  g_signal_connect_swapped (fixture->grid, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "everybody", G_CALLBACK (everybody_cb), fixture);
  hearth_attendance_grid_show (fixture->grid, FIRST, TODAY, fixture->lines);
  fixture->window = widget_test_window_new (GTK_WIDGET (fixture->grid), width, 400);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
}

static void
end (Fixture *fixture)
{
  gtk_window_destroy (fixture->window);
  g_ptr_array_unref (fixture->lines);
  g_free (fixture->said);
}

static void
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
  hearth_test_settle ();
}

static void
assert_at (Fixture *fixture, const char *says)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  g_assert_true (HEARTH_IS_ATTENDANCE_CELL (focus));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, says);
}

/* Whether the day with @heading is in sight. */
static bool
shows (Fixture *fixture, const char *heading)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->grid));

  while (child != NULL &&
         (!GTK_IS_LABEL (child) || !g_str_equal (gtk_label_get_text (GTK_LABEL (child)), heading)))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);
  return gtk_widget_get_mapped (child);
}

static void
test_writes_down_the_day (void)
{
  Fixture fixture = { 0 };

  begin (&fixture, WIDE);
  assert_at (&fixture, "Mali, Wednesday, 4 March: expected, nothing written yet");
  press (&fixture, GDK_KEY_1);
  g_assert_cmpstr (fixture.said, ==, "0 2 present");
  /* Past who is not expected. */
  assert_at (&fixture, "Rafi, Wednesday, 4 March: expected, nothing written yet");
  press (&fixture, GDK_KEY_l);
  g_assert_cmpstr (fixture.said, ==, "2 2 late");
  press (&fixture, GDK_KEY_0);
  g_assert_cmpstr (fixture.said, ==, "everybody 2");
  end (&fixture);
}

static void
test_room_for_one_day (void)
{
  Fixture fixture = { 0 };

  begin (&fixture, NARROW);
  g_assert_true (shows (&fixture, "Wed\n4 Mar"));
  g_assert_false (shows (&fixture, "Tue\n3 Mar"));
  press (&fixture, GDK_KEY_Left);
  assert_at (&fixture, "Mali, Tuesday, 3 March: expected, nothing written yet");
  hearth_test_wait_until (shows (&fixture, "Tue\n3 Mar"));
  g_assert_false (shows (&fixture, "Wed\n4 Mar"));
  end (&fixture);
}

/* Arrows lead where they point. */
static void
test_mirrored (void)
{
  Fixture fixture = { 0 };

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  begin (&fixture, WIDE);
  press (&fixture, GDK_KEY_Right);
  assert_at (&fixture, "Mali, Tuesday, 3 March: expected, nothing written yet");
  press (&fixture, GDK_KEY_Home);
  assert_at (&fixture, "Mali, Monday, 2 March: expected, nothing written yet");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  end (&fixture);
}

int
main (int argc, char *argv[])
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/attendance-grid/writes-down-the-day", test_writes_down_the_day);
  g_test_add_func ("/attendance-grid/room-for-one-day", test_room_for_one_day);
  g_test_add_func ("/attendance-grid/mirrored", test_mirrored);
  return g_test_run ();
}
