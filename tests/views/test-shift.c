/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shift: written by keyboard alone, saved as it goes, by several at a time, and signed.
 */
#include "core/date.h"
#include "records/types.h"
#include "rules/shift.h"
#include "store/draft.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/house-log-page.h"
#include "views/resident-chooser.h"
#include "views/shift-page.h"
#include "views/shift-sign-dialog.h"
#include "widgets/shift-cell.h"

#define NO_KEYCODE 0
/* Where the keyboard has its digit 1. */
#define KEYCODE_1 10
#define MOST_KEYS 6
#define MANY 60

static guint n_keys;

/* ---- Keys ---- */

static GtkEventController *
find_keys (gpointer widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  return NULL;
}

static HearthShiftGrid *
get_grid (Drive *drive)
{
  return hearth_shift_page_get_grid (HEARTH_SHIFT_PAGE (drive_get_page (drive)));
}

static bool
press_key (Drive *drive, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (drive->window));
  gboolean taken = FALSE;

  n_keys++;
  g_signal_emit_by_name (find_keys (GTK_IS_TEXT_VIEW (focus) ? (gpointer) focus
                                                             : (gpointer) get_grid (drive)),
                         "key-pressed", keyval, keycode, state, &taken);
  hearth_test_settle ();
  return taken;
}

static void
press (Drive *drive, guint keyval)
{
  g_assert_true (press_key (drive, keyval, NO_KEYCODE, 0));
}

static void
press_digits (Drive *drive, const char *digits)
{
  for (const char *digit = digits; *digit != '\0'; digit++)
    press (drive, (guint) (GDK_KEY_0 + (*digit - '0')));
}

/* Into the field that is open. */
static void
type_words (Drive *drive, const char *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (drive->window));

  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), words, -1);
  hearth_test_settle ();
}

/* ---- The store behind ---- */

static HearthRecord *
get_entry (Drive *drive, HearthRecord *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_daily_log_type);
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (GError) error = NULL;

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  entries = hearth_store_list (drive_get_store (drive), query, &error);
  g_assert_no_error (error);
  return g_list_model_get_n_items (entries) > 0 ? g_list_model_get_item (entries, 0) : NULL;
}

static void
assert_says (Drive *drive, HearthRecord *resident, const char *field, const char *value)
{
  g_autoptr (HearthRecord) entry = get_entry (drive, resident);

  g_assert_nonnull (entry);
  g_assert_cmpstr (hearth_record_get (entry, field), ==, value);
}

static void
save_change (Drive *drive, HearthRecord *record, const char *field, const char *value)
{
  g_autoptr (HearthRecord) copy = hearth_record_copy (record);
  g_autoptr (GError) error = NULL;

  hearth_record_set (copy, field, value);
  hearth_store_save (drive_get_store (drive), copy, NULL, NULL, &error);
  g_assert_no_error (error);
}

static HearthRecord *
add_entry (Drive *drive, HearthRecord *resident, const char *date, const char *lunch, const char *mood)
{
  HearthRecord *entry = hearth_record_new (&hearth_daily_log_type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (entry, "resident", hearth_record_get_id (resident));
  hearth_record_set (entry, "date", date);
  hearth_record_set (entry, "shift", "afternoon");
  hearth_record_set (entry, "presence", "present");
  hearth_record_set (entry, "lunch", lunch);
  hearth_record_set (entry, "attendance", "whole");
  hearth_record_set (entry, "mood", mood);
  hearth_record_set (entry, "participation", "joined");
  hearth_store_save (drive_get_store (drive), entry, NULL, NULL, &error);
  g_assert_no_error (error);
  return entry;
}

/* ---- The page ---- */

static void
open_shift (Drive *drive)
{
  drive_activate (drive, "win.section", "shift");
  g_assert_true (HEARTH_IS_SHIFT_PAGE (drive_get_page (drive)));
  hearth_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_grid (drive))));
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (drive)));
  hearth_test_settle ();
  n_keys = 0;
}

static void
assert_at (Drive *drive, const char *name, const char *item)
{
  g_assert_cmpstr (hearth_shift_line_get_name (hearth_shift_grid_get_line (get_grid (drive))), ==, name);
  g_assert_cmpstr (hearth_shift_grid_get_field (get_grid (drive))->name, ==, item);
}

static GtkWidget *
get_cell (Drive *drive)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (drive->window));

  g_assert_true (HEARTH_IS_SHIFT_CELL (focus));
  return focus;
}

/* ---- Writing ---- */

static void
test_six_keys (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");

  open_shift (drive);
  assert_at (drive, "Mali", "presence");
  /* Nothing is known of an earlier day. */
  press (drive, GDK_KEY_Tab);
  assert_at (drive, "Mali", "lunch");
  press_digits (drive, "1143");
  press (drive, GDK_KEY_Tab);
  g_assert_cmpuint (n_keys, <=, MOST_KEYS);
  assert_at (drive, "Nok", "lunch");
  assert_says (drive, mali, "presence", "present");
  assert_says (drive, mali, "lunch", "all");
  assert_says (drive, mali, "attendance", "whole");
  assert_says (drive, mali, "mood", "good");
  assert_says (drive, mali, "participation", "alone");
  g_assert_null (get_entry (drive, nok));
}

static void
test_as_usual (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");
  g_autoptr (HearthRecord) yesterday = add_entry (drive, mali, "2026-02-28", "some", "good");

  open_shift (drive);
  press (drive, GDK_KEY_0);
  assert_at (drive, "Nok", "lunch");
  g_assert_cmpuint (n_keys, ==, 1);
  g_assert_cmpint (drive_count (drive, "daily_log"), ==, 2);
  assert_says (drive, mali, "date", HEARTH_TEST_TODAY);
  assert_says (drive, mali, "lunch", "some");
  assert_says (drive, mali, "mood", "good");
  assert_says (drive, mali, "notes", "");
  /* Of somebody nothing is known of, nothing is made up. */
  press (drive, GDK_KEY_0);
  assert_at (drive, "Nok", "lunch");
  g_assert_null (get_entry (drive, nok));
}

static void
test_other_layouts (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");

  open_shift (drive);
  press (drive, GDK_KEY_Right);
  /* A Thai letter where the digit 1 is printed, then an Arabic digit, then one of the pad. */
  g_assert_true (press_key (drive, GDK_KEY_Thai_sarauu, KEYCODE_1, 0));
  g_assert_true (press_key (drive, GDK_KEY_Arabic_2, NO_KEYCODE, 0));
  g_assert_true (press_key (drive, GDK_KEY_KP_4, NO_KEYCODE, 0));
  /* Letters choose by the word. */
  press (drive, GDK_KEY_l);
  press (drive, GDK_KEY_Up);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  assert_says (drive, mali, "lunch", "all");
  assert_says (drive, mali, "attendance", "part");
  assert_says (drive, mali, "mood", "good");
  assert_says (drive, mali, "participation", "led");
}

static void
test_moving (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");

  open_shift (drive);
  press (drive, GDK_KEY_End);
  assert_at (drive, "Mali", "notes");
  press (drive, GDK_KEY_Down);
  assert_at (drive, "Nok", "notes");
  press (drive, GDK_KEY_Home);
  assert_at (drive, "Nok", "presence");
  g_assert_true (press_key (drive, GDK_KEY_Up, NO_KEYCODE, GDK_CONTROL_MASK));
  assert_at (drive, "Mali", "presence");
  g_assert_true (press_key (drive, GDK_KEY_Right, NO_KEYCODE, GDK_CONTROL_MASK));
  assert_at (drive, "Mali", "notes");
  press (drive, GDK_KEY_Page_Down);
  assert_at (drive, "Nok", "notes");
  /* Out of the grid, whatever is open in it. */
  g_assert_false (press_key (drive, GDK_KEY_Tab, NO_KEYCODE, GDK_CONTROL_MASK));
}

static void
test_clearing (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");

  open_shift (drive);
  press (drive, GDK_KEY_Tab);
  press (drive, GDK_KEY_2);
  press (drive, GDK_KEY_Left);
  press (drive, GDK_KEY_Delete);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  assert_says (drive, mali, "lunch", "");
}

/* Tab stays in the grid while something in it is open. */
static void
test_tab_turns_round (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");

  open_shift (drive);
  press (drive, GDK_KEY_Down);
  g_assert_true (press_key (drive, GDK_KEY_Right, NO_KEYCODE, GDK_CONTROL_MASK));
  assert_at (drive, "Nok", "notes");
  press (drive, GDK_KEY_Tab);
  assert_at (drive, "Mali", "lunch");
}

/* ---- Words ---- */

/* A digit too many begins no words. */
static void
test_digit_in_text (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");

  open_shift (drive);
  press (drive, GDK_KEY_End);
  press (drive, GDK_KEY_2);
  assert_at (drive, "Mali", "notes");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  g_assert_null (get_entry (drive, mali));
}

static void
test_exception (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");

  open_shift (drive);
  press (drive, GDK_KEY_Tab);
  press (drive, GDK_KEY_3);
  /* The words are asked for; they may wait. */
  drive_need (get_grid (drive), GTK_TYPE_LABEL, "Mali · Why? Lunch: None");
  press (drive, GDK_KEY_Escape);
  assert_at (drive, "Mali", "attendance");
  g_assert_cmpstr (hearth_shift_line_get_wordless (hearth_shift_grid_get_line (get_grid (drive))), ==,
                   "notes");
  press_digits (drive, "143");
  press (drive, GDK_KEY_Tab);
  assert_at (drive, "Mali", "notes");
  press (drive, GDK_KEY_Return);
  type_words (drive, "Felt sick at noon");
  press (drive, GDK_KEY_Return);
  g_assert_null (hearth_shift_line_get_wordless (hearth_shift_grid_get_line (get_grid (drive))));
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  assert_says (drive, mali, "lunch", "none");
  assert_says (drive, mali, "notes", "Felt sick at noon");
}

static void
test_letter_begins_words (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");

  open_shift (drive);
  press (drive, GDK_KEY_End);
  press (drive, GDK_KEY_A);
  type_words (drive, " calm day");
  press (drive, GDK_KEY_Return);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  assert_says (drive, mali, "notes", "A calm day");
}

static guint
count_drafts (Drive *drive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (drive_get_store (drive), &error);

  g_assert_no_error (error);
  return drafts->len;
}

/* What is typed is kept before anybody is done with it, and is there again. */
static void
test_words_survive (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (mali));
  g_autoptr (HearthRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  open_shift (drive);
  press (drive, GDK_KEY_End);
  press (drive, GDK_KEY_Return);
  type_words (drive, "Half a sentence");
  hearth_test_wait_until (count_drafts (drive) == 1);
  g_assert_null (get_entry (drive, mali));
  g_clear_object (&mali);
  drive_activate (drive, "win.lock", NULL);
  drive_sign_in_again (drive);
  open_shift (drive);
  again = hearth_store_load (drive_get_store (drive), id, &error);
  g_assert_no_error (error);
  assert_says (drive, again, "notes", "Half a sentence");
  g_assert_cmpuint (count_drafts (drive), ==, 0);
}

static void
test_saved_by_itself (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  HearthShiftLine *line;

  open_shift (drive);
  press (drive, GDK_KEY_Tab);
  press (drive, GDK_KEY_1);
  line = hearth_shift_grid_get_line (get_grid (drive));
  g_assert_cmpint (hearth_shift_line_get_state (line), ==, HEARTH_SHIFT_LINE_UNSAVED);
  hearth_test_wait_until (hearth_shift_line_get_state (line) == HEARTH_SHIFT_LINE_SAVED);
  assert_says (drive, mali, "lunch", "all");
}

/* ---- Two people ---- */

static void
test_other_field (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = add_entry (drive, mali, HEARTH_TEST_TODAY, "all", "even");

  open_shift (drive);
  press (drive, GDK_KEY_Right);
  press (drive, GDK_KEY_2);
  save_change (drive, entry, "notes", "By somebody else");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  hearth_test_settle ();
  g_assert_null (drive_get_dialog (drive));
  assert_says (drive, mali, "lunch", "some");
  assert_says (drive, mali, "notes", "By somebody else");
}

static void
test_same_field (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = add_entry (drive, mali, HEARTH_TEST_TODAY, "all", "even");

  open_shift (drive);
  press (drive, GDK_KEY_Right);
  press (drive, GDK_KEY_2);
  save_change (drive, entry, "lunch", "away");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (drive_get_dialog (drive))),
                            "Lunch: Ate elsewhere"));
  assert_says (drive, mali, "lunch", "away");
  adw_dialog_force_close (drive_get_dialog (drive));
  hearth_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  assert_says (drive, mali, "lunch", "some");
}

/* ---- Shifts ---- */

static void
test_night (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  HearthShiftPage *page;

  hearth_clock_set_fixed (drive->house->clock, "2026-03-02T01:30:00+07:00");
  open_shift (drive);
  page = HEARTH_SHIFT_PAGE (drive_get_page (drive));
  g_assert_cmpstr (hearth_shift_page_get_shift (page)->code, ==, "night");
  g_assert_cmpstr (hearth_shift_page_get_shift (page)->date, ==, HEARTH_TEST_TODAY);
  press (drive, GDK_KEY_Tab);
  assert_at (drive, "Mali", "dinner");
  press (drive, GDK_KEY_1);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.earlier", NULL);
  hearth_test_settle ();
  assert_says (drive, mali, "date", HEARTH_TEST_TODAY);
  assert_says (drive, mali, "shift", "night");
  g_assert_cmpstr (hearth_shift_page_get_shift (page)->code, ==, "afternoon");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.now", NULL);
  g_assert_cmpstr (hearth_shift_page_get_shift (page)->code, ==, "night");
}

static void
test_late (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  HearthShiftPage *page;

  hearth_clock_set_fixed (drive->house->clock, "2026-03-04T14:30:00+07:00");
  open_shift (drive);
  page = HEARTH_SHIFT_PAGE (drive_get_page (drive));
  for (guint i = 0; i < 9; i++)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.earlier", NULL);
  hearth_test_settle ();
  gtk_editable_set_text (drive_need (page, GTK_TYPE_ENTRY, NULL), "The power was off");
  hearth_shift_grid_go (get_grid (drive), hearth_shift_grid_get_line (get_grid (drive)), "mood");
  press (drive, GDK_KEY_4);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.save", NULL);
  assert_says (drive, mali, "late_reason", "The power was off");
}

static void
test_away (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) leave = hearth_record_new (&hearth_leave_type);
  g_autoptr (GError) error = NULL;
  HearthShiftLine *line;

  hearth_record_set (leave, "resident", hearth_record_get_id (mali));
  hearth_record_set (leave, "kind", "day");
  hearth_record_set (leave, "leaves_at", "2026-03-01T02:00:00Z+07:00");
  hearth_record_set (leave, "due_back", "2026-03-01T11:00:00Z+07:00");
  hearth_record_set (leave, "decision", "agreed");
  hearth_record_set (leave, "out_at", "2026-03-01T02:05:00Z+07:00");
  hearth_store_save (drive_get_store (drive), leave, NULL, NULL, &error);
  g_assert_no_error (error);
  open_shift (drive);
  line = hearth_shift_grid_get_line (get_grid (drive));
  g_assert_true (hearth_shift_line_get_dimmed (line));
  g_assert_nonnull (strstr (hearth_shift_line_get_note (line), "on leave"));
  /* There is nothing to write of them: signing does not ask for it. */
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.sign", NULL);
  hearth_test_wait_until (HEARTH_IS_SHIFT_SIGN_DIALOG (drive_get_dialog (drive)));
  g_assert_null (drive_find (drive_get_dialog (drive), GTK_TYPE_LABEL, "Nothing is written yet of"));
  adw_dialog_force_close (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_shift_grid_go (get_grid (drive), line, "presence");
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (drive)));
  /* That they are away is written down by the key that says “as usual”. */
  press (drive, GDK_KEY_0);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  assert_says (drive, mali, "presence", "leave");
  assert_says (drive, mali, "lunch", "");
}

/* ---- Signing ---- */

static void
test_sign (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");
  HearthShiftLine *line;

  open_shift (drive);
  press (drive, GDK_KEY_Tab);
  press (drive, GDK_KEY_3);
  press (drive, GDK_KEY_Escape);
  /* With Ctrl, Enter is the page's. */
  g_assert_false (press_key (drive, GDK_KEY_Return, NO_KEYCODE, GDK_CONTROL_MASK));
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.sign", NULL);
  hearth_test_wait_until (HEARTH_IS_SHIFT_SIGN_DIALOG (drive_get_dialog (drive)));
  drive_need (drive_get_dialog (drive), GTK_TYPE_LABEL, "Nothing is written yet of");
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "Nok");
  drive_need (drive_get_dialog (drive), GTK_TYPE_LABEL, "Not everything is filled in");
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "Mali");
  drive_need (drive_get_dialog (drive), GTK_TYPE_LABEL, "A few words would help");
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "House log");
  drive_press (drive_get_dialog (drive), "_Sign the shift");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_test_settle ();
  assert_says (drive, mali, "state", "signed");
  line = hearth_shift_grid_get_line (get_grid (drive));
  g_assert_cmpint (hearth_shift_line_get_state (line), ==, HEARTH_SHIFT_LINE_SIGNED);
  hearth_shift_grid_go (get_grid (drive), line, "mood");
  press (drive, GDK_KEY_4);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.save", NULL);
  assert_says (drive, mali, "mood", "");
}

static void
test_add_to_signed (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) entry = add_entry (drive, mali, HEARTH_TEST_TODAY, "all", "even");
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  hearth_store_sign (drive_get_store (drive), entry, &error);
  g_assert_no_error (error);
  open_shift (drive);
  page = GTK_WIDGET (drive_get_page (drive));
  gtk_widget_activate_action (page, "page.row-add", NULL);
  hearth_test_wait_until (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  drive_type (drive_get_page (drive), "text", "Ate a second plate later.");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (drive))));
  g_assert_cmpint (drive_count (drive, "addendum"), ==, 1);
}

static void
test_wrong_resident (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");
  g_autoptr (HearthRecord) entry = add_entry (drive, mali, HEARTH_TEST_TODAY, "some", "good");

  open_shift (drive);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.row-move", NULL);
  hearth_test_wait_until (HEARTH_IS_RESIDENT_CHOOSER (drive_get_dialog (drive)));
  gtk_editable_set_text (drive_need (drive_get_dialog (drive), GTK_TYPE_SEARCH_ENTRY, NULL), "Nok");
  hearth_test_settle ();
  drive_enter (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_test_settle ();
  assert_says (drive, nok, "lunch", "some");
  g_assert_cmpstr (hearth_record_get (entry, "state"), ==, HEARTH_STATE_IN_ERROR);
}

/* ---- For everybody ---- */

static void
test_accessible (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  GtkWidget *cell;

  open_shift (drive);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (get_grid (drive))), ==,
                   GTK_ACCESSIBLE_ROLE_GRID);
  hearth_shift_grid_go (get_grid (drive), hearth_shift_grid_get_line (get_grid (drive)), "mood");
  cell = get_cell (drive);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mali, Mood: empty");
  press (drive, GDK_KEY_4);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mali, Mood: Good");
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (cell), GTK_ACCESSIBLE_ROLE_ROW);
}

static void
test_right_to_left (void)
{
  g_autoptr (Drive) drive = NULL;
  g_autoptr (HearthRecord) mali = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  drive = drive_new_signed_in ();
  mali = drive_add_resident (drive, "Mali");
  open_shift (drive);
  press (drive, GDK_KEY_Left);
  assert_at (drive, "Mali", "lunch");
  press (drive, GDK_KEY_Right);
  assert_at (drive, "Mali", "presence");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* One resident at a time: items below each other, and the same digits. */
static void
test_narrow (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");

  open_shift (drive);
  g_object_set (get_grid (drive), "stacked", TRUE, NULL);
  hearth_test_settle ();
  press (drive, GDK_KEY_Down);
  assert_at (drive, "Mali", "lunch");
  press (drive, GDK_KEY_1);
  assert_at (drive, "Mali", "attendance");
  press (drive, GDK_KEY_Page_Down);
  assert_at (drive, "Nok", "lunch");
  assert_says (drive, mali, "lunch", "all");
  press (drive, GDK_KEY_Left);
  assert_at (drive, "Mali", "attendance");
}

static void
test_many (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Resident %02u", i);

      g_object_unref (drive_add_resident (drive, name));
    }
  open_shift (drive);
  assert_at (drive, "Resident 00", "presence");
  g_assert_true (press_key (drive, GDK_KEY_Down, NO_KEYCODE, GDK_CONTROL_MASK));
  assert_at (drive, "Resident 59", "presence");
  press (drive, GDK_KEY_Tab);
  assert_at (drive, "Resident 59", "lunch");
  press (drive, GDK_KEY_1);
  g_assert_true (press_key (drive, GDK_KEY_Home, NO_KEYCODE, GDK_CONTROL_MASK));
  g_assert_cmpint (drive_count (drive, "daily_log"), ==, 1);
}

/* ---- House log ---- */

static void
test_house_log (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  AdwNavigationPage *page;

  open_shift (drive);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.house-log", NULL);
  hearth_test_wait_until (HEARTH_IS_HOUSE_LOG_PAGE (drive_get_page (drive)));
  page = drive_get_page (drive);
  drive_need (page, GTK_TYPE_LABEL, "1 resident: 1 in the house");
  drive_press (page, "Write the house log");
  hearth_test_wait_until (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  drive_type (drive_get_page (drive), "present", "2");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (drive))));
  hearth_test_wait_until (drive_get_page (drive) == page);
  drive_need (page, ADW_TYPE_ACTION_ROW, "The numbers differ");
  g_assert_cmpint (drive_count (drive, "house_log"), ==, 1);
}

static void
assert_in_file (Drive *drive, HearthRecord *resident, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  g_assert_cmpint (hearth_store_count (drive_get_store (drive), query, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_quick_event (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) nok = drive_add_resident (drive, "Nok");
  g_autofree char *both = g_strdup_printf ("%s %s", hearth_record_get_id (mali), hearth_record_get_id (nok));
  AdwNavigationPage *page;

  open_shift (drive);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.house-log", NULL);
  hearth_test_wait_until (HEARTH_IS_HOUSE_LOG_PAGE (drive_get_page (drive)));
  page = drive_get_page (drive);
  drive_type (page, "text", "Baked bread together");
  drive_type (page, "kind", "activity");
  drive_type (page, "residents", both);
  drive_press (page, "_Add");
  drive_need (page, ADW_TYPE_ACTION_ROW, "Baked bread together");
  g_assert_cmpint (drive_count (drive, "house_event"), ==, 1);
  assert_in_file (drive, mali, &hearth_house_event_type);
  assert_in_file (drive, nok, &hearth_house_event_type);
}

int
main (int argc, char **argv)
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/shift/six-keys", test_six_keys);
  g_test_add_func ("/views/shift/as-usual", test_as_usual);
  g_test_add_func ("/views/shift/other-layouts", test_other_layouts);
  g_test_add_func ("/views/shift/moving", test_moving);
  g_test_add_func ("/views/shift/clearing", test_clearing);
  g_test_add_func ("/views/shift/tab-turns-round", test_tab_turns_round);
  g_test_add_func ("/views/shift/digit-in-text", test_digit_in_text);
  g_test_add_func ("/views/shift/exception", test_exception);
  g_test_add_func ("/views/shift/letter-begins-words", test_letter_begins_words);
  g_test_add_func ("/views/shift/words-survive", test_words_survive);
  g_test_add_func ("/views/shift/saved-by-itself", test_saved_by_itself);
  g_test_add_func ("/views/shift/other-field", test_other_field);
  g_test_add_func ("/views/shift/same-field", test_same_field);
  g_test_add_func ("/views/shift/night", test_night);
  g_test_add_func ("/views/shift/late", test_late);
  g_test_add_func ("/views/shift/away", test_away);
  g_test_add_func ("/views/shift/sign", test_sign);
  g_test_add_func ("/views/shift/add-to-signed", test_add_to_signed);
  g_test_add_func ("/views/shift/wrong-resident", test_wrong_resident);
  g_test_add_func ("/views/shift/accessible", test_accessible);
  g_test_add_func ("/views/shift/right-to-left", test_right_to_left);
  g_test_add_func ("/views/shift/narrow", test_narrow);
  g_test_add_func ("/views/shift/many", test_many);
  g_test_add_func ("/views/shift/house-log", test_house_log);
  g_test_add_func ("/views/shift/quick-event", test_quick_event);
  return g_test_run ();
}
