/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a form: text as typed, canonical values, problems, and what the person is told.
 */
#include "widgets/widget-test.h"

#include "widgets/attachment-row.h"
#include "widgets/body-map-row.h"
#include "widgets/body-map-view.h"
#include "widgets/chips-row.h"
#include "widgets/choice-row.h"
#include "widgets/entry-row.h"
#include "widgets/field-row.h"
#include "widgets/link-row.h"
#include "widgets/links-row.h"
#include "widgets/long-text-row.h"
#include "widgets/toggle-row.h"

#include <string.h>

#define TEN_MEGABYTES (10 * 1024 * 1024)

static HearthFieldRow *
new_row (const char *field)
{
  return HEARTH_FIELD_ROW (g_object_ref_sink (hearth_field_row_new (widget_test_field (field))));
}

static void
assert_text (HearthFieldRow *row, const char *expected)
{
  g_autofree char *text = hearth_field_row_dup_text (row);

  g_assert_cmpstr (text, ==, expected);
}

/* What carries the accessible states: the text inside, or the row itself. */
static GtkAccessible *
get_input (HearthFieldRow *row)
{
  if (HEARTH_IS_ENTRY_ROW (row))
    return GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  if (HEARTH_IS_LONG_TEXT_ROW (row))
    return widget_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW, NULL);
  if (HEARTH_IS_TOGGLE_ROW (row))
    return widget_test_find (GTK_WIDGET (row), ADW_TYPE_TOGGLE_GROUP, NULL);
  if (HEARTH_IS_CHIPS_ROW (row) || HEARTH_IS_LINKS_ROW (row))
    return widget_test_find (GTK_WIDGET (row), ADW_TYPE_WRAP_BOX, NULL);
  if (HEARTH_IS_BODY_MAP_ROW (row))
    return widget_test_find (GTK_WIDGET (row), HEARTH_TYPE_BODY_MAP_VIEW, NULL);
  if (HEARTH_IS_ATTACHMENT_ROW (row))
    return widget_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "choose");
  return GTK_ACCESSIBLE (row);
}

/* For texts too large to print when they differ. */
static void
assert_large_text (HearthFieldRow *row, const char *expected)
{
  g_autofree char *text = hearth_field_row_dup_text (row);

  g_assert_cmpuint (strlen (text), ==, strlen (expected));
  g_assert_true (g_str_equal (text, expected));
}

static const char *const all_kinds[] = { "text",    "long_text", "own",     "sensitive", "sealed",
                                         "integer", "decimal",   "yes_no",  "few",       "choice",
                                         "multi",   "date",      "partial", "time",      "date_time",
                                         "link",    "links",     "body",    "attachment" };

static void
test_every_kind (gconstpointer data)
{
  HearthFieldRow *row = new_row (data);
  const HearthField *field = widget_test_field (data);
  guint n_edited = 0;
  GtkAccessible *input = get_input (row);

  g_signal_connect_swapped (row, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  g_assert_true (hearth_field_row_get_field (row) == field);
  assert_text (row, "");
  g_assert_cmpstr (hearth_field_row_get_problem (row), ==, "");
  gtk_test_accessible_assert_property (input, GTK_ACCESSIBLE_PROPERTY_LABEL, field->label);
  g_assert_false (gtk_test_accessible_has_state (input, GTK_ACCESSIBLE_STATE_INVALID));

  hearth_field_row_set_problem (row, "Something is wrong.");
  g_assert_cmpstr (hearth_field_row_get_problem (row), ==, "Something is wrong.");
  g_assert_true (widget_test_shows (GTK_WIDGET (row), "Something is wrong."));
  gtk_test_accessible_assert_state (input, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (input, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  hearth_field_row_set_problem (row, NULL);
  g_assert_false (widget_test_shows (GTK_WIDGET (row), "Something is wrong."));
  g_assert_false (gtk_test_accessible_has_state (input, GTK_ACCESSIBLE_STATE_INVALID));
  g_assert_false (gtk_test_accessible_has_relation (input, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  /* Text that is no good value is kept as it is, also where it could not be chosen. */
  hearth_field_row_set_text (row, "no such thing");
  assert_text (row, "no such thing");
  hearth_field_row_set_text (row, "");
  assert_text (row, "");
  g_assert_cmpuint (n_edited, ==, 0);

  g_assert_finalize_object (row);
}

typedef struct {
  const char *field, *canonical, *shown;
} RoundTrip;

static const RoundTrip round_trips[] = {
  { "text", "ครู มายา", "ครู มายา" },
  { "long_text", "One\nTwo\tthree", "One\nTwo\tthree" },
  { "integer", "7", "7" },
  { "decimal", "54.0", "54.0" },
  { "yes_no", "yes", "yes" },
  { "few", "green", "green" },
  { "choice", "i", "i" },
  { "multi", "red green", "red green" },
  { "date", "2026-02-28", NULL },
  { "partial", "2012~", NULL },
  { "partial", "2012-03", NULL },
  { "time", "21:30", NULL },
  { "date_time", "2026-03-01T07:30:00Z+05:45", NULL },
  { "link", "01H00000000000000000000000", "01H00000000000000000000000" },
  { "links", "01H00000000000000000000000 01H00000000000000000000001", NULL },
  { "body", "front 412 233 red\nback 1 2 green old", "front 412 233 red\nback 1 2 green old" },
};

/* A value shown for editing is read back as the same value. */
static void
test_round_trips (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (round_trips); i++)
    {
      HearthFieldRow *row = new_row (round_trips[i].field);
      g_autofree char *canonical = NULL;

      hearth_field_row_set_canonical (row, round_trips[i].canonical);
      if (round_trips[i].shown != NULL)
        assert_text (row, round_trips[i].shown);
      g_assert_cmpint (hearth_field_row_get_canonical (row, HEARTH_TEST_TODAY, &canonical), ==,
                       HEARTH_PROBLEM_NONE);
      g_assert_cmpstr (canonical, ==, round_trips[i].canonical);
      g_assert_finalize_object (row);
    }
}

typedef struct {
  const char *field, *typed;
  HearthProblemCode code;
} BadValue;

static const BadValue bad_values[] = {
  { "integer", "seven", HEARTH_PROBLEM_NOT_A_NUMBER },
  { "integer", "2.5", HEARTH_PROBLEM_NOT_A_WHOLE_NUMBER },
  { "integer", "11", HEARTH_PROBLEM_OUT_OF_RANGE },
  { "decimal", "250", HEARTH_PROBLEM_OUT_OF_RANGE },
  { "date", "31 February 2026", HEARTH_PROBLEM_NO_SUCH_DATE },
  { "date", "soon", HEARTH_PROBLEM_NOT_A_DATE },
  { "date", "2026-03-02", HEARTH_PROBLEM_IN_THE_FUTURE },
  { "partial", "long ago", HEARTH_PROBLEM_NOT_A_DATE },
  { "time", "25:00", HEARTH_PROBLEM_NOT_A_TIME },
  { "few", "blue", HEARTH_PROBLEM_NO_SUCH_CHOICE },
  { "choice", "z", HEARTH_PROBLEM_NO_SUCH_CHOICE },
  { "multi", "red blue", HEARTH_PROBLEM_NO_SUCH_CHOICE },
  { "yes_no", "perhaps", HEARTH_PROBLEM_NOT_YES_OR_NO },
};

static void
test_bad_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      HearthFieldRow *row = new_row (bad_values[i].field);
      char *canonical = NULL;

      hearth_field_row_set_text (row, bad_values[i].typed);
      g_test_message ("%s: %s", bad_values[i].field, bad_values[i].typed);
      g_assert_cmpint (hearth_field_row_get_canonical (row, HEARTH_TEST_TODAY, &canonical), ==,
                       bad_values[i].code);
      g_assert_null (canonical);
      g_assert_finalize_object (row);
    }
}

static void
test_person_types (void)
{
  HearthFieldRow *row = new_row ("text");
  guint n_edited = 0;

  g_signal_connect_swapped (row, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  gtk_editable_insert_text (GTK_EDITABLE (get_input (row)), "One\r\ntwo\n", -1, &(int) { 0 });
  assert_text (row, "One two");
  g_assert_cmpuint (n_edited, ==, 1);
  g_assert_finalize_object (row);
}

static void
test_person_chooses (void)
{
  HearthFieldRow *toggles = new_row ("few"), *combo = new_row ("choice"), *chips = new_row ("multi");
  GtkWidget *clear = widget_test_find (GTK_WIDGET (toggles), GTK_TYPE_BUTTON, NULL), *search;
  guint n_edited = 0;

  g_assert_true (HEARTH_IS_TOGGLE_ROW (toggles));
  g_signal_connect_swapped (toggles, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  g_assert_false (gtk_widget_get_visible (clear));
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (get_input (toggles)), 1);
  assert_text (toggles, "green");
  g_assert_true (gtk_widget_get_visible (clear));
  g_signal_emit_by_name (clear, "clicked");
  assert_text (toggles, "");
  g_assert_cmpuint (n_edited, ==, 2);

  g_assert_true (HEARTH_IS_CHOICE_ROW (combo));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 3);
  assert_text (combo, "c");
  g_assert_true (adw_combo_row_get_enable_search (ADW_COMBO_ROW (combo)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 0);
  assert_text (combo, "");
  search = widget_test_find (GTK_WIDGET (combo), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such words");
  g_signal_emit_by_name (search, "activate");
  assert_text (combo, "");
  gtk_editable_set_text (GTK_EDITABLE (search), "cedar");
  g_signal_emit_by_name (search, "activate");
  assert_text (combo, "c");

  gtk_toggle_button_set_active (widget_test_find (GTK_WIDGET (chips), GTK_TYPE_TOGGLE_BUTTON, NULL), TRUE);
  assert_text (chips, "red");

  g_assert_finalize_object (toggles);
  g_assert_finalize_object (combo);
  g_assert_finalize_object (chips);
}

/* Choices are sentences: the list shows the whole of them, and which one is chosen. */
static void
test_list_shows_whole_words (void)
{
  HearthFieldRow *row = new_row ("choice");
  GtkWidget *group = adw_preferences_group_new ();
  GtkWindow *window = widget_test_window_new (group, 360, 500);
  GtkWidget *popover = widget_test_find (GTK_WIDGET (row), GTK_TYPE_POPOVER, NULL), *view, *label;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  hearth_field_row_set_text (row, "a");
  gtk_popover_popup (GTK_POPOVER (popover));
  view = widget_test_find (popover, GTK_TYPE_LIST_VIEW, NULL);
  hearth_test_wait_until ((label = widget_test_find (view, GTK_TYPE_LABEL, NULL)) != NULL);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
  g_assert_cmpfloat (gtk_widget_get_opacity (gtk_widget_get_next_sibling (label)), ==, 0);
  hearth_field_row_set_text (row, "");
  g_assert_cmpfloat (gtk_widget_get_opacity (gtk_widget_get_next_sibling (label)), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_window_destroy (window);
}

static void
test_calendar (void)
{
  HearthFieldRow *row = new_row ("date");
  GtkWidget *button = widget_test_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON, NULL);
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (row), 360, 500);
  g_autofree char *canonical = NULL;
  g_autoptr (GDateTime) shown = NULL;
  GtkWidget *popover, *choose;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Date label: choose from a calendar");
  hearth_field_row_set_canonical (row, "2026-02-14");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  hearth_test_wait_until (gtk_widget_get_mapped (popover));
  shown = gtk_calendar_get_date (widget_test_find (popover, GTK_TYPE_CALENDAR, NULL));
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 14);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 2);

  gtk_calendar_set_day (widget_test_find (popover, GTK_TYPE_CALENDAR, NULL), 3);
  choose = widget_test_find (popover, GTK_TYPE_BUTTON, "choose");
  g_signal_emit_by_name (choose, "clicked");
  g_assert_cmpint (hearth_field_row_get_canonical (row, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_NONE);
  g_assert_cmpstr (canonical, ==, "2026-02-03");
  hearth_test_wait_until (!gtk_widget_get_mapped (popover));

  gtk_window_destroy (window);
  g_assert_finalize_object (row);
}

/* Answers that no longer fit beside each other stand below each other. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  HearthFieldRow *row = new_row ("few");
  GtkWidget *list = gtk_list_box_new ();
  GtkWindow *window;
  GtkOrientable *toggles = GTK_ORIENTABLE (get_input (row));
  int usual;

  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  window = widget_test_window_new (list, 360, 200);
  g_assert_cmpint (gtk_orientable_get_orientation (toggles), ==, GTK_ORIENTATION_HORIZONTAL);
  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", usual * 5, NULL);
  hearth_test_wait_until (gtk_orientable_get_orientation (toggles) == GTK_ORIENTATION_VERTICAL);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  hearth_test_wait_until (gtk_orientable_get_orientation (toggles) == GTK_ORIENTATION_HORIZONTAL);
  gtk_window_destroy (window);
  g_assert_finalize_object (row);
}

static HearthRecord *
new_account (const char *id, const char *text)
{
  HearthRecord *record = hearth_record_new (&widget_test_type);

  hearth_record_set (record, "id", id);
  hearth_record_set (record, "text", text);
  return record;
}

static void
test_link (void)
{
  HearthFieldRow *row = new_row ("link");
  g_autoptr (GListStore) people = g_list_store_new (HEARTH_TYPE_RECORD);
  g_autoptr (HearthRecord) first = new_account ("A", "Ana"), second = new_account ("B", "Bea");
  guint n_edited = 0;

  g_list_store_append (people, first);
  hearth_field_row_set_text (row, "B");
  hearth_link_row_set_model (HEARTH_LINK_ROW (row), G_LIST_MODEL (people));
  g_signal_connect_swapped (row, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  /* What was chosen stays, whether or not it is in the list, and wherever it moves. */
  assert_text (row, "B");
  g_list_store_append (people, second);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 2);
  g_list_store_remove (people, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  assert_text (row, "B");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Bea");
  g_assert_cmpuint (n_edited, ==, 0);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  assert_text (row, "");
  g_assert_cmpuint (n_edited, ==, 1);
  g_assert_finalize_object (row);
}

static void
test_attachment (void)
{
  HearthFieldRow *row = new_row ("attachment");
  guint n_requested = 0, n_opened = 0, n_edited = 0;

  g_signal_connect_swapped (row, "requested", G_CALLBACK (widget_test_count_cb), &n_requested);
  g_signal_connect_swapped (row, "opened", G_CALLBACK (widget_test_count_cb), &n_opened);
  g_signal_connect_swapped (row, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  g_assert_false (widget_test_shows (GTK_WIDGET (row), "Open"));
  g_signal_emit_by_name (get_input (row), "clicked");
  g_assert_cmpuint (n_requested, ==, 1);
  hearth_field_row_set_text (row, "01H00000000000000000000000");
  hearth_attachment_row_set_name (HEARTH_ATTACHMENT_ROW (row), "Scan <1>.pdf");
  g_assert_true (widget_test_shows (GTK_WIDGET (row), "Scan <1>.pdf"));
  g_assert_true (widget_test_shows (GTK_WIDGET (row), "Open"));

  g_signal_emit_by_name (widget_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "open"), "clicked");
  g_assert_cmpuint (n_opened, ==, 1);
  hearth_attachment_row_set_editable (HEARTH_ATTACHMENT_ROW (row), false);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_input (row))));
  hearth_attachment_row_set_editable (HEARTH_ATTACHMENT_ROW (row), true);
  g_assert_cmpuint (n_edited, ==, 0);
  g_signal_emit_by_name (widget_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "clear"), "clicked");
  g_assert_cmpuint (n_edited, ==, 1);
  assert_text (row, "");
  g_assert_finalize_object (row);
}

/* What a person typed stays; only the paste is left out, and it is said. */
static void
test_paste_ten_megabytes (void)
{
  g_autofree char *pasted = g_strnfill (TEN_MEGABYTES, 'x');
  HearthFieldRow *line = new_row ("text"), *text = new_row ("long_text");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_input (text)));
  GtkTextIter end;
  int position = 4;

  gtk_editable_set_text (GTK_EDITABLE (line), "here");
  gtk_editable_insert_text (GTK_EDITABLE (get_input (line)), pasted, -1, &position);
  assert_large_text (line, "here");
  g_assert_true (widget_test_shows (GTK_WIDGET (line), "The pasted text has 10485760 characters and was left "
                                                       "out: this field takes "
                                                       "at most 500. What was here is unchanged."));

  gtk_text_buffer_insert_at_cursor (buffer, "here", -1);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, pasted, TEN_MEGABYTES);
  assert_large_text (text, "here");
  g_assert_true (widget_test_shows (GTK_WIDGET (text), "The pasted text has 10485760 characters and was left "
                                                       "out: this field takes "
                                                       "at most 200000. What was here is unchanged."));
  /* Typing on takes the sentence away. */
  gtk_text_buffer_insert_at_cursor (buffer, "!", -1);
  g_assert_true (widget_test_shows (GTK_WIDGET (text), "What to write."));

  g_assert_finalize_object (line);
  g_assert_finalize_object (text);
}

static void
test_length_is_told (void)
{
  HearthFieldRow *row = new_row ("short_long");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_input (row)));
  g_autofree char *ninety = g_strnfill (90, 'x');
  char *canonical = NULL;

  gtk_text_buffer_insert_at_cursor (buffer, ninety, -1);
  g_assert_false (widget_test_shows (GTK_WIDGET (row), "Room for 10 more characters."));
  gtk_text_buffer_insert_at_cursor (buffer, "x", -1);
  g_assert_true (widget_test_shows (GTK_WIDGET (row), "Room for 9 more characters."));
  gtk_text_buffer_insert_at_cursor (buffer, "0123456789", -1);
  g_assert_true (widget_test_shows (GTK_WIDGET (row),
                                    "1 character too many. Please shorten the text before saving."));
  g_assert_cmpint (hearth_field_row_get_canonical (row, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_TOO_LONG);
  g_assert_finalize_object (row);
}

static void
test_sensitive_is_collapsed (void)
{
  HearthFieldRow *row = new_row ("sensitive");
  GtkTextView *view = GTK_TEXT_VIEW (get_input (row));
  GtkWidget *scroller = widget_test_find (GTK_WIDGET (row), GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkToggleButton *reveal = widget_test_find (GTK_WIDGET (row), GTK_TYPE_TOGGLE_BUTTON, NULL);

  /* Open for writing while there is nothing to read. */
  g_assert_true (gtk_widget_get_visible (scroller));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (reveal)));
  g_assert_true (gtk_text_view_get_input_hints (view) & GTK_INPUT_HINT_PRIVATE);

  hearth_field_row_set_text (row, "Something hard to read");
  g_assert_false (gtk_widget_get_visible (scroller));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (reveal)), ==, "Show");
  gtk_toggle_button_set_active (reveal, TRUE);
  g_assert_true (gtk_widget_get_visible (scroller));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (reveal)), ==, "Hide");
  g_assert_finalize_object (row);
}

static void
test_undo (void)
{
  HearthFieldRow *row = new_row ("long_text");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_input (row)));

  hearth_field_row_set_text (row, "As stored");
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "Typed ", -1);
  gtk_text_buffer_end_user_action (buffer);
  assert_text (row, "Typed As stored");
  gtk_text_buffer_undo (buffer);
  assert_text (row, "As stored");
  g_assert_finalize_object (row);
}

static void
test_invalid_utf8 (void)
{
  HearthFieldRow *row = new_row ("text");

  hearth_field_row_set_text (row, "a\xff"
                                  "b");
  assert_text (row, "a\xef\xbf\xbd"
                    "b");
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/field-row/kind/", all_kinds[i], NULL);

      g_test_add_data_func (path, all_kinds[i], test_every_kind);
    }
  g_test_add_func ("/widgets/field-row/round-trips", test_round_trips);
  g_test_add_func ("/widgets/field-row/bad-values", test_bad_values);
  g_test_add_func ("/widgets/field-row/person-types", test_person_types);
  g_test_add_func ("/widgets/field-row/person-chooses", test_person_chooses);
  g_test_add_func ("/widgets/field-row/list-shows-whole-words", test_list_shows_whole_words);
  g_test_add_func ("/widgets/field-row/calendar", test_calendar);
  g_test_add_func ("/widgets/field-row/large-text", test_large_text);
  g_test_add_func ("/widgets/field-row/link", test_link);
  g_test_add_func ("/widgets/field-row/attachment", test_attachment);
  g_test_add_func ("/widgets/field-row/paste-ten-megabytes", test_paste_ten_megabytes);
  g_test_add_func ("/widgets/field-row/length-is-told", test_length_is_told);
  g_test_add_func ("/widgets/field-row/sensitive-is-collapsed", test_sensitive_is_collapsed);
  g_test_add_func ("/widgets/field-row/undo", test_undo);
  g_test_add_func ("/widgets/field-row/invalid-utf8", test_invalid_utf8);
  return g_test_run ();
}
