/* SPDX-License-Identifier: GPL-3.0-or-later
 * Forms: made for every record type, checked in words, never writing before all is well.
 */
#include "widgets/widget-test.h"

#include "records/problem-text.h"
#include "records/registry.h"
#include "widgets/attachment-row.h"
#include "widgets/field-row.h"
#include "widgets/long-text-row.h"
#include "widgets/record-form.h"
#include "widgets/value-row.h"

static HearthRecord *
new_record (void)
{
  HearthRecord *record = hearth_record_new (&widget_test_type);

  hearth_record_set (record, "resident", "01H00000000000000000000000");
  return record;
}

static HearthRecordForm *
new_form (HearthRecord *record)
{
  return g_object_ref_sink (hearth_record_form_new (record, HEARTH_TEST_TODAY));
}

static HearthFieldRow *
find_row (HearthRecordForm *form, const char *field)
{
  HearthFieldRow *row = widget_test_find (GTK_WIDGET (form), HEARTH_TYPE_FIELD_ROW, field);

  g_assert_nonnull (row);
  return row;
}

static void
type_into (HearthRecordForm *form, const char *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (form, field)), text);
}

static void
assert_words (HearthRecordForm *form, const char *field, const char *words)
{
  HearthValueRow *row = widget_test_find (GTK_WIDGET (form), HEARTH_TYPE_VALUE_ROW, field);

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, words);
}

/* Every type there is has a form with a row for each field that stands in a section, and an untouched form changes nothing. */
static void
test_every_type (gconstpointer data)
{
  const HearthRecordType *type = data;
  g_autoptr (HearthRecord) record = hearth_record_new (type);
  g_autoptr (HearthRecord) before = hearth_record_copy (record);
  HearthRecordForm *form = new_form (record);
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (form), 360, 640);
  const HearthField *const *columns;
  unsigned int n_columns;

  columns = hearth_record_type_get_columns (type, &n_columns);
  for (unsigned int i = 0; i < n_columns; i++)
    {
      AdwPreferencesRow *row =
        widget_test_find (GTK_WIDGET (form), ADW_TYPE_PREFERENCES_ROW, columns[i]->name);

      g_assert_true ((row == NULL) == (columns[i]->section == NULL));
      if (row != NULL)
        g_assert_cmpstr (adw_preferences_row_get_title (row), ==, columns[i]->label);
    }
  g_assert_false (hearth_record_form_get_changed (form));
  hearth_record_form_commit (form, NULL);
  g_assert_true (hearth_record_equal (record, before));

  /* The same for a reader; files can still be opened, and drawings seen. */
  hearth_record_form_set_editable (form, false);
  for (unsigned int i = 0; i < n_columns; i++)
    if (columns[i]->section != NULL && columns[i]->kind != HEARTH_FIELD_ATTACHMENT &&
        columns[i]->kind != HEARTH_FIELD_BODY_MAP)
      g_assert_null (widget_test_find (GTK_WIDGET (form), HEARTH_TYPE_FIELD_ROW, columns[i]->name));

  gtk_window_destroy (window);
  g_assert_finalize_object (form);
}

static void
test_changed (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form = new_form (record);
  guint n_notified = 0, n_edited = 0;

  g_signal_connect_swapped (form, "notify::changed", G_CALLBACK (widget_test_count_cb), &n_notified);
  g_signal_connect_swapped (form, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  gtk_editable_insert_text (GTK_EDITABLE (find_row (form, "text")), "b", -1, &(int) { 0 });
  g_assert_true (hearth_record_form_get_changed (form));
  gtk_editable_insert_text (GTK_EDITABLE (find_row (form, "text")), "a", -1, &(int) { 0 });
  g_assert_cmpuint (n_notified, ==, 1);
  type_into (form, "text", "");
  g_assert_false (hearth_record_form_get_changed (form));
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (n_edited, ==, 3);
  g_assert_finalize_object (form);
}

static void
test_commit (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form = new_form (record);

  type_into (form, "text", "  Maya ");
  type_into (form, "date", "28 February 2026");
  type_into (form, "partial", "about 2012");
  type_into (form, "decimal", "54.5");
  hearth_field_row_set_text (find_row (form, "choice"), "c");
  hearth_field_row_set_text (find_row (form, "multi"), "green red");
  g_assert_true (hearth_record_form_commit (form, NULL));

  g_assert_cmpstr (hearth_record_get (record, "text"), ==, "Maya");
  g_assert_cmpstr (hearth_record_get (record, "date"), ==, "2026-02-28");
  g_assert_cmpstr (hearth_record_get (record, "partial"), ==, "2012~");
  g_assert_cmpstr (hearth_record_get (record, "decimal"), ==, "54.5");
  g_assert_cmpstr (hearth_record_get (record, "choice"), ==, "c");
  g_assert_cmpstr (hearth_record_get (record, "multi"), ==, "red green");
  g_assert_false (hearth_record_form_get_changed (form));
  g_assert_finalize_object (form);
}

/* One bad value, and nothing at all is written; each problem stands at its field. */
static void
test_commit_refused (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  g_autoptr (HearthRecord) before = hearth_record_copy (record);
  g_autoptr (GPtrArray) problems = NULL;
  HearthRecordForm *form = new_form (record);
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (form), 600, 600);

  type_into (form, "text", "Maya");
  type_into (form, "integer", "many");
  type_into (form, "date", "31.2.2026");
  g_assert_false (hearth_record_form_commit (form, &problems));

  g_assert_true (hearth_record_equal (record, before));
  hearth_test_assert_problem (problems, "integer", HEARTH_PROBLEM_NOT_A_NUMBER);
  hearth_test_assert_problem (problems, "date", HEARTH_PROBLEM_NO_SUCH_DATE);
  hearth_test_assert_problem (problems, "choice", HEARTH_PROBLEM_REQUIRED);
  g_assert_cmpuint (problems->len, ==, 3);
  for (guint i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *sentence = hearth_problem_to_sentence (&widget_test_type, problem);

      g_assert_cmpstr (hearth_field_row_get_problem (find_row (form, problem->field)), ==, sentence);
    }
  g_assert_cmpstr (hearth_field_row_get_problem (find_row (form, "text")), ==, "");
  /* What was typed is still there, and the first field in question has the focus. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, "integer"))), ==, "many");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window),
                                         GTK_WIDGET (find_row (form, "integer"))));

  gtk_window_destroy (window);
  g_assert_finalize_object (form);
}

/* A problem of the whole record, or of a field that is not on the form, is shown above. */
static void
test_general_problem (void)
{
  g_autoptr (HearthRecord) record = hearth_record_new (&widget_test_type);
  HearthRecordForm *form = new_form (record);

  type_into (form, "text", "x");
  hearth_field_row_set_text (find_row (form, "choice"), "a");
  type_into (form, "date", "1999-12-31");
  g_assert_false (hearth_record_form_commit (form, NULL));
  g_assert_true (widget_test_shows (GTK_WIDGET (form),
                                    "Resident: This is needed.\nThe whole record is too old."));

  hearth_record_set (record, "resident", "01H00000000000000000000000");
  type_into (form, "date", "2026-02-28");
  g_assert_true (hearth_record_form_commit (form, NULL));
  g_assert_false (widget_test_shows (GTK_WIDGET (form),
                                     "Resident: This is needed.\nThe whole record is too old."));
  g_assert_finalize_object (form);
}

static void
focus (HearthRecordForm *form, const char *field)
{
  g_assert_true (hearth_record_form_focus_field (form, field));
  hearth_test_settle ();
}

static bool
is_in_focus (GtkWindow *window, GtkWidget *row)
{
  GtkWidget *at = gtk_window_get_focus (window);

  return at != NULL && (at == row || gtk_widget_is_ancestor (at, row));
}

static bool
has_focus (GtkWindow *window, HearthRecordForm *form, const char *field)
{
  return is_in_focus (window, GTK_WIDGET (find_row (form, field)));
}

/* A person begins with what is needed, then with what is still empty. */
static void
test_focus_needed_first (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form = new_form (record);
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (form), 600, 600);

  hearth_field_row_set_text (find_row (form, "text"), "written");
  focus (form, NULL);
  g_assert_true (has_focus (window, form, "choice"));
  hearth_field_row_set_text (find_row (form, "choice"), "a");
  focus (form, NULL);
  g_assert_true (has_focus (window, form, "long_text"));
  gtk_window_destroy (window);
  g_assert_finalize_object (form);
}

/* Nothing is said while a person types; when the field is left, it is; and put right when that was changed. */
static void
test_problem_when_left (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form = new_form (record);
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (form), 600, 600);

  focus (form, "date");
  type_into (form, "date", "28 Feb 2026");
  focus (form, "other_date");
  type_into (form, "other_date", "27 Feb 2026");
  g_assert_cmpstr (hearth_field_row_get_problem (find_row (form, "other_date")), ==, "");
  focus (form, "text");
  g_assert_cmpstr (hearth_field_row_get_problem (find_row (form, "other_date")), ==,
                   "This is earlier than “Date label”.");
  g_assert_cmpstr (hearth_field_row_get_problem (find_row (form, "choice")), ==, "");

  focus (form, "date");
  type_into (form, "date", "1 Feb 2026");
  focus (form, "text");
  g_assert_cmpstr (hearth_field_row_get_problem (find_row (form, "other_date")), ==, "");

  gtk_window_destroy (window);
  g_assert_finalize_object (form);
}

/* Dates are read back, where the text itself does not say it. */
static void
test_reading (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form = new_form (record);
  GtkWindow *window = widget_test_window_new (GTK_WIDGET (form), 600, 600);
  g_autofree char *words = hearth_record_format (record, widget_test_field ("text"), "");

  focus (form, "date");
  type_into (form, "date", "yesterday");
  focus (form, "text");
  g_assert_true (widget_test_shows (GTK_WIDGET (find_row (form, "date")), "28 Feb 2026"));
  focus (form, "date");
  type_into (form, "date", "28 Feb 2026");
  g_assert_false (widget_test_shows (GTK_WIDGET (find_row (form, "date")), "28 Feb 2026"));

  gtk_window_destroy (window);
  g_assert_finalize_object (form);
}

static void
test_computed (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form = new_form (record);

  assert_words (form, "computed", "!");
  type_into (form, "text", "Hello");
  hearth_test_settle ();
  assert_words (form, "computed", "Hello!");
  g_assert_finalize_object (form);
}

/* A draft holds what was typed, good or not, and comes back as it was. */
static void
test_draft (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  g_autoptr (GHashTable) values = NULL;
  HearthRecordForm *form = new_form (record);
  guint n_edited = 0;

  type_into (form, "text", " half a na");
  type_into (form, "date", "31 Feb");
  hearth_field_row_set_text (find_row (form, "few"), "red");
  values = hearth_record_form_dup_values (form);
  g_assert_cmpuint (g_hash_table_size (values), ==, 3);
  g_assert_finalize_object (form);

  form = new_form (record);
  g_signal_connect_swapped (form, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  g_hash_table_insert (values, g_strdup ("no_such_field"), g_strdup ("x"));
  hearth_record_form_set_values (form, values);
  g_assert_true (hearth_record_form_get_changed (form));
  g_assert_cmpuint (n_edited, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, "text"))), ==, " half a na");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, "date"))), ==, "31 Feb");

  hearth_record_form_revert (form);
  g_assert_false (hearth_record_form_get_changed (form));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, "text"))), ==, "");
  g_assert_finalize_object (form);
}

/* A row shows no seconds: what nobody edits keeps them all the same, and a draft may hold an instant as it is kept. */
static void
test_instant_stays (void)
{
  const char *instant = "2026-02-28T05:04:03Z+07:00";
  g_autoptr (HearthRecord) record = new_record ();
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  HearthRecordForm *form;

  hearth_record_set (record, "date_time", instant);
  hearth_record_set (record, "choice", "c");
  form = new_form (record);
  type_into (form, "text", "Maya");
  g_assert_true (hearth_record_form_commit (form, NULL));
  g_assert_cmpstr (hearth_record_get (record, "date_time"), ==, instant);

  g_hash_table_insert (values, g_strdup ("date_time"), g_strdup (instant));
  hearth_record_form_set_values (form, values);
  g_assert_false (hearth_record_form_get_changed (form));
  type_into (form, "date_time", "2026-02-28 13:00");
  g_assert_true (hearth_record_form_commit (form, NULL));
  g_assert_cmpstr (hearth_record_get (record, "date_time"), ==, "2026-02-28T07:15:00Z+05:45");
  g_assert_finalize_object (form);
}

static void
test_withheld (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form;
  int column = hearth_record_type_find_column (&widget_test_type, "sealed");

  /* A key keeps it: the row says for whom, and cannot be typed into. */
  hearth_record_set_withheld (record, (unsigned int) column, true);
  form = new_form (record);
  g_assert_null (widget_test_find (GTK_WIDGET (form), HEARTH_TYPE_FIELD_ROW, "sealed"));
  assert_words (form, "sealed", "Sealed for legal officers and the director");
  g_assert_false (widget_test_shows (GTK_WIDGET (form), "Some of this record is not open to your role"));
  g_assert_finalize_object (form);
}

/* The program keeps it: no row tells which field, one at the end says that there is more. */
static void
test_withheld_by_role (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form;
  int column = hearth_record_type_find_column (&widget_test_type, "integer");

  hearth_record_set_withheld (record, (unsigned int) column, true);
  form = new_form (record);
  g_assert_null (widget_test_find (GTK_WIDGET (form), ADW_TYPE_PREFERENCES_ROW, "integer"));
  g_assert_true (widget_test_shows (GTK_WIDGET (form), "Some of this record is not open to your role"));
  /* It stays once when the rows are made anew. */
  hearth_record_form_set_editable (form, false);
  g_assert_true (widget_test_shows (GTK_WIDGET (form), "Some of this record is not open to your role"));
  g_assert_finalize_object (form);
}

/* Of what only its author knows of there is no trace, and for the author it stands apart. */
static void
test_author_only (void)
{
  const HearthRecordType *type = hearth_records_lookup_type ("counselling_session");
  g_autoptr (HearthRecord) session = hearth_record_new (type);
  HearthRecordForm *form = new_form (session);
  HearthLongTextRow *row = widget_test_find (GTK_WIDGET (form), HEARTH_TYPE_LONG_TEXT_ROW, "process_note");
  int column = hearth_record_type_find_column (type, "process_note");
  GtkWidget *apart;

  g_assert_nonnull (row);
  g_assert_true (widget_test_shows (GTK_WIDGET (row), "Only you"));
  apart = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP);
  g_assert_true (gtk_widget_has_css_class (apart, "apart"));
  row = widget_test_find (GTK_WIDGET (form), HEARTH_TYPE_LONG_TEXT_ROW, "team_note");
  apart = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP);
  g_assert_false (gtk_widget_has_css_class (apart, "apart"));
  g_assert_finalize_object (form);

  hearth_record_set_withheld (session, (unsigned int) column, true);
  form = new_form (session);
  g_assert_null (widget_test_find (GTK_WIDGET (form), ADW_TYPE_PREFERENCES_ROW, "process_note"));
  g_assert_false (widget_test_shows (GTK_WIDGET (form), "Only for you"));
  g_assert_false (widget_test_shows (GTK_WIDGET (form), "Some of this record is not open to your role"));
  g_assert_finalize_object (form);
}

static void
test_read_only_field (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form = new_form (record);

  hearth_record_set (record, "integer", "7");
  hearth_record_form_revert (form);
  type_into (form, "text", "typed");
  hearth_record_form_set_field_editable (form, "integer", false);
  assert_words (form, "integer", "7");
  g_assert_nonnull (widget_test_find (widget_test_find (GTK_WIDGET (form), HEARTH_TYPE_VALUE_ROW, "integer"),
                                      GTK_TYPE_MENU_BUTTON, NULL));
  /* What was typed elsewhere survives. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, "text"))), ==, "typed");
  hearth_record_set (record, "integer", "8");
  hearth_test_settle ();
  assert_words (form, "integer", "8");
  hearth_record_form_set_field_editable (form, "integer", true);
  g_assert_nonnull (find_row (form, "integer"));
  g_assert_finalize_object (form);
}

static void
test_link (void)
{
  g_autoptr (HearthRecord) record = new_record (), person = hearth_record_new (&widget_test_type);
  g_autoptr (GListStore) people = g_list_store_new (HEARTH_TYPE_RECORD);
  HearthRecordForm *form;

  hearth_record_set (person, "id", "01H00000000000000000000001");
  hearth_record_set (person, "text", "Ana");
  g_list_store_append (people, person);
  hearth_record_set (record, "link", "01H00000000000000000000001");
  form = new_form (record);
  hearth_record_form_set_link_model (form, "link", G_LIST_MODEL (people));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (form, "link"))), ==, "Ana");
  g_assert_false (hearth_record_form_get_changed (form));
  hearth_record_form_set_editable (form, false);
  assert_words (form, "link", "Ana");
  /* What is empty is nothing to read. */
  g_assert_false (gtk_widget_get_visible (widget_test_find (GTK_WIDGET (form), ADW_TYPE_PREFERENCES_ROW,
                                                            "long_text")));
  g_assert_finalize_object (form);
}

static void
requested_cb (HearthRecordForm *form, const char *field, char **requested)
{
  *requested = g_strdup (field);
}

static void
opened_cb (HearthRecordForm *form, const char *field, const char *id, char **opened)
{
  *opened = g_strconcat (field, " ", id, NULL);
}

static void
test_attachment (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  g_autofree char *requested = NULL;
  g_autofree char *opened = NULL;
  HearthRecordForm *form = new_form (record);
  guint n_edited = 0;

  g_signal_connect (form, "attachment-opened", G_CALLBACK (opened_cb), &opened);
  g_signal_connect (form, "attachment-requested", G_CALLBACK (requested_cb), &requested);
  g_signal_connect_swapped (form, "edited", G_CALLBACK (widget_test_count_cb), &n_edited);
  g_signal_emit_by_name (find_row (form, "attachment"), "requested");
  g_assert_cmpstr (requested, ==, "attachment");
  hearth_record_form_set_attachment (form, "attachment", "01H00000000000000000000002", "Scan.pdf");
  g_assert_true (hearth_record_form_get_changed (form));
  g_assert_cmpuint (n_edited, ==, 1);

  /* Its name stays with it, and it can be opened where it cannot be changed. */
  hearth_record_form_set_editable (form, false);
  g_assert_true (widget_test_shows (GTK_WIDGET (form), "Scan.pdf"));
  g_signal_emit_by_name (find_row (form, "attachment"), "opened");
  g_assert_cmpstr (opened, ==, "attachment 01H00000000000000000000002");
  g_assert_finalize_object (form);
}

/* A part shows what it was asked for, in that order, and answers for that alone. */
static void
test_part (void)
{
  static const char *const fields[] = { "date", "text", NULL };
  static const char *const others[] = { "choice", "sealed", NULL };
  g_autoptr (HearthRecord) record = new_record ();
  g_autoptr (GPtrArray) problems = hearth_problems_new ();
  HearthRecordForm *form, *other;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *text, *choice;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWindow *window;
  graphene_rect_t first, second;

  hearth_record_set_withheld (record,
                              (unsigned int) hearth_record_type_find_column (&widget_test_type, "sealed"),
                              true);
  form = hearth_record_form_new_rows (record, HEARTH_TEST_TODAY, fields, group);
  other = hearth_record_form_new_rows (record, HEARTH_TEST_TODAY, others, group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (other));
  window = widget_test_window_new (box, 360, 640);
  text = widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "text");
  choice = widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "choice");
  g_assert_null (widget_test_find (box, ADW_TYPE_PREFERENCES_PAGE, NULL));
  g_assert_null (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "sealed"));
  g_assert_true (gtk_widget_compute_bounds (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "date"), box,
                                            &first));
  g_assert_true (gtk_widget_compute_bounds (text, box, &second));
  g_assert_cmpfloat (first.origin.y, <, second.origin.y);

  /* "choice" is needed too, but is not in this part. */
  g_assert_false (hearth_record_form_commit (form, NULL));
  g_assert_true (is_in_focus (window, text));
  gtk_editable_set_text (GTK_EDITABLE (text), "Maya");
  g_assert_true (hearth_record_form_commit (form, NULL));
  g_assert_cmpstr (hearth_record_get (record, "text"), ==, "Maya");
  g_assert_false (hearth_record_form_commit (other, NULL));
  g_assert_true (is_in_focus (window, choice));

  /* What the store says of the whole is shown. */
  hearth_problems_add (problems, HEARTH_PROBLEM_REQUIRED, "resident", "");
  hearth_record_form_show_problems (form, problems);
  g_assert_true (widget_test_shows (GTK_WIDGET (form), "Resident: This is needed."));

  g_object_ref (form);
  gtk_window_destroy (window);
  g_assert_finalize_object (form);
}

/* Rows of two records in one group, some of them hidden for now. */
static void
test_rows (void)
{
  static const char *const fields[] = { "date", "text", NULL };
  static const char *const others[] = { "choice", NULL };
  g_autoptr (HearthRecord) record = new_record ();
  g_autoptr (HearthRecord) second = new_record ();
  g_autoptr (GHashTable) values = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  HearthRecordForm *form = hearth_record_form_new_rows (record, HEARTH_TEST_TODAY, fields, group);
  HearthRecordForm *other = hearth_record_form_new_rows (second, HEARTH_TEST_TODAY, others, group);
  GtkWidget *list;
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (other));
  window = widget_test_window_new (box, 360, 640);
  list = gtk_widget_get_parent (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "date"));
  g_assert_true (gtk_widget_get_parent (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "choice")) == list);

  gtk_editable_set_text (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "text"), "Maya");
  hearth_record_form_set_field_visible (form, "text", false);
  g_assert_false (gtk_widget_get_visible (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "text")));
  hearth_record_form_set_field_editable (form, "date", false);
  g_assert_false (gtk_widget_get_visible (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "text")));
  values = hearth_record_form_dup_values (form);
  g_assert_cmpstr (g_hash_table_lookup (values, "text"), ==, "Maya");
  hearth_record_form_set_field_visible (form, "text", true);
  g_assert_true (gtk_widget_get_visible (widget_test_find (box, HEARTH_TYPE_FIELD_ROW, "text")));
  g_assert_true (hearth_record_form_commit (form, NULL));
  g_assert_cmpstr (hearth_record_get (record, "text"), ==, "Maya");
  g_assert_false (hearth_record_form_commit (other, NULL));

  g_object_ref (form);
  gtk_window_destroy (window);
  g_assert_finalize_object (form);
}

static void
test_right_to_left (void)
{
  g_autoptr (HearthRecord) record = new_record ();
  HearthRecordForm *form;
  GtkWindow *window;
  graphene_rect_t title, calendar;
  HearthFieldRow *row;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  hearth_record_set (record, "text", "أمل");
  form = new_form (record);
  window = widget_test_window_new (GTK_WIDGET (form), 360, 600);
  row = find_row (form, "date");
  g_assert_true (gtk_widget_compute_bounds (widget_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT, NULL),
                                            GTK_WIDGET (row), &title));
  g_assert_true (gtk_widget_compute_bounds (widget_test_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON, NULL),
                                            GTK_WIDGET (row), &calendar));
  g_assert_cmpfloat (calendar.origin.x, <, title.origin.x);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (form)), <=, 360);
  gtk_window_destroy (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (form);
}

/* The narrowest window there is: nothing asks for more. */
static void
test_fits_narrow_window (gconstpointer data)
{
  g_autoptr (HearthRecord) record = hearth_record_new (data);
  HearthRecordForm *form = new_form (record);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (form), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_finalize_object (form);
}

int
main (int argc, char **argv)
{
  const HearthRecordType *const *types;
  unsigned int n_types;

  widget_test_init (&argc, &argv);

  types = hearth_records_get_types (&n_types);
  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/record-form/type/", types[i]->name, NULL);
      g_autofree char *narrow = g_strconcat ("/widgets/record-form/narrow/", types[i]->name, NULL);

      g_test_add_data_func (path, types[i], test_every_type);
      g_test_add_data_func (narrow, types[i], test_fits_narrow_window);
    }
  g_test_add_data_func ("/widgets/record-form/type/every-kind", &widget_test_type, test_every_type);
  g_test_add_func ("/widgets/record-form/changed", test_changed);
  g_test_add_func ("/widgets/record-form/commit", test_commit);
  g_test_add_func ("/widgets/record-form/commit-refused", test_commit_refused);
  g_test_add_func ("/widgets/record-form/general-problem", test_general_problem);
  g_test_add_func ("/widgets/record-form/focus-needed-first", test_focus_needed_first);
  g_test_add_func ("/widgets/record-form/problem-when-left", test_problem_when_left);
  g_test_add_func ("/widgets/record-form/reading", test_reading);
  g_test_add_func ("/widgets/record-form/computed", test_computed);
  g_test_add_func ("/widgets/record-form/draft", test_draft);
  g_test_add_func ("/widgets/record-form/instant-stays", test_instant_stays);
  g_test_add_func ("/widgets/record-form/withheld", test_withheld);
  g_test_add_func ("/widgets/record-form/withheld-by-role", test_withheld_by_role);
  g_test_add_func ("/widgets/record-form/author-only", test_author_only);
  g_test_add_func ("/widgets/record-form/read-only-field", test_read_only_field);
  g_test_add_func ("/widgets/record-form/link", test_link);
  g_test_add_func ("/widgets/record-form/attachment", test_attachment);
  g_test_add_func ("/widgets/record-form/part", test_part);
  g_test_add_func ("/widgets/record-form/rows", test_rows);
  g_test_add_func ("/widgets/record-form/right-to-left", test_right_to_left);
  return g_test_run ();
}
