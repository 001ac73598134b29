/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lists in the window: the views of a list, filters, order, counts, what is kept of them, and following what is saved.
 */
#include "records/registry.h"
#include "records/types.h"
#include "store/audit.h"
#include "views/drive.h"
#include "views/list-question.h"
#include "views/records-page.h"
#include "views/view-menu.h"
#include "widgets/record-list-view.h"

#define MANY 500
#define YESTERDAY "2026-02-28"

static HearthRecordsPage *
get_list (Drive *drive)
{
  g_assert_true (HEARTH_IS_RECORDS_PAGE (drive_get_page (drive)));
  return HEARTH_RECORDS_PAGE (drive_get_page (drive));
}

static Drive *
drive_new_with_list (void)
{
  Drive *drive = drive_new_signed_in ();

  drive_activate (drive, "win.section", "residents");
  return drive;
}

static gpointer
get_part (Drive *drive, GType type)
{
  return drive_need (get_list (drive), type, NULL);
}

static void
choose_view (Drive *drive, const char *view)
{
  g_assert_true (gtk_widget_activate_action (get_part (drive, HEARTH_TYPE_VIEW_MENU), "view.choose", "s",
                                             view));
  hearth_test_settle ();
}

static void
do_with_view (Drive *drive, const char *action)
{
  g_assert_true (gtk_widget_activate_action (get_part (drive, HEARTH_TYPE_VIEW_MENU), action, NULL));
  hearth_test_settle ();
}

static char *
get_chosen (Drive *drive)
{
  char *chosen;

  g_object_get (get_part (drive, HEARTH_TYPE_VIEW_MENU), "chosen", &chosen, NULL);
  return chosen;
}

/* Names in the list, in its order. */
static char *
list_names (Drive *drive)
{
  GListModel *model = hearth_records_page_get_model (get_list (drive));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", hearth_record_get (record, "name_used"));
    }
  return g_string_free_and_steal (names);
}

#define assert_names(drive, expected)             \
  G_STMT_START                                    \
  {                                               \
    g_autofree char *names_ = list_names (drive); \
    g_assert_cmpstr (names_, ==, expected);       \
  }                                               \
  G_STMT_END

static HearthRecord *
add_stay (Drive *drive, HearthRecord *resident, const char *placement, const char *until)
{
  HearthRecord *stay = hearth_record_new (&hearth_stay_type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (stay, "resident", hearth_record_get_id (resident));
  hearth_record_set (stay, "placement", placement);
  hearth_record_set (stay, "start", "2026-01-01");
  hearth_record_set (stay, "end", until);
  hearth_store_save (drive_get_store (drive), stay, NULL, NULL, &error);
  g_assert_no_error (error);
  hearth_test_settle ();
  return stay;
}

/* Somebody without a stay, one in the house, one in hospital, one who moved out. */
static void
fill_house (Drive *drive)
{
  static const struct {
    const char *name, *placement, *until;
  } people[] = {
    { "Dara", NULL, NULL },
    { "Amina", "this_house", "" },
    { "Bopha", "hospital", "" },
    { "Chan", "this_house", YESTERDAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (HearthRecord) resident = drive_add_resident (drive, people[i].name);
      g_autoptr (HearthRecord) stay = NULL;

      if (people[i].placement != NULL)
        stay = add_stay (drive, resident, people[i].placement, people[i].until);
    }
  hearth_test_settle ();
}

/* ---- Views that everybody has ---- */

static void
test_built_in_views (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();

  fill_house (drive);
  assert_names (drive, "Amina, Dara");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "2 of 4 residents");
  choose_view (drive, "2");
  assert_names (drive, "Amina, Bopha, Chan, Dara");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "4 residents");
  choose_view (drive, "3");
  assert_names (drive, "Chan");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "1 of 4 residents");
}

static void
test_my_residents (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autoptr (HearthRecord) mine = NULL;
  g_autoptr (GError) error = NULL;

  fill_house (drive);
  mine = drive_add_resident (drive, "Elif");
  choose_view (drive, "1");
  assert_names (drive, "");
  drive_need (get_list (drive), ADW_TYPE_STATUS_PAGE, NULL);
  hearth_record_set (mine, "key_worker",
                     hearth_record_get_id (hearth_store_get_account (drive_get_store (drive))));
  hearth_store_save (drive_get_store (drive), mine, NULL, NULL, &error);
  g_assert_no_error (error);
  hearth_test_settle ();
  assert_names (drive, "Elif");
}

static void
test_where_now (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autoptr (HearthRecord) resident = NULL;
  g_autoptr (HearthRecord) stay = NULL;

  fill_house (drive);
  choose_view (drive, "2");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "Hospital");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "Moved out");

  /* Saved elsewhere, seen here: the words, and whether it belongs into the view. */
  resident = drive_add_resident (drive, "Farid");
  stay = add_stay (drive, resident, "detention", "");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "Detention");
  choose_view (drive, "0");
  assert_names (drive, "Amina, Dara");
}

static void
test_live (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autoptr (HearthRecord) resident = NULL;
  g_autoptr (HearthRecord) stay = NULL;

  fill_house (drive);
  resident = drive_add_resident (drive, "Zoe");
  hearth_test_settle ();
  assert_names (drive, "Amina, Dara, Zoe");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "3 of 5 residents");
  stay = add_stay (drive, resident, "family", "");
  assert_names (drive, "Amina, Dara");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "2 of 5 residents");
}

static void
test_empty_house (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  AdwStatusPage *page;

  page = get_part (drive, ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "Nobody lives here yet");
  g_assert_null (drive_find (get_list (drive), HEARTH_TYPE_VIEW_MENU, NULL));
}

/* Nothing is found, which is not the same as nobody being here. */
static void
test_nothing_found (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  GtkEditable *search;

  fill_house (drive);
  search = get_part (drive, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (search, "nobody is called so");
  hearth_test_wait_until (g_list_model_get_n_items (hearth_records_page_get_model (get_list (drive))) == 0);
  g_assert_cmpstr (adw_status_page_get_title (get_part (drive, ADW_TYPE_STATUS_PAGE)), ==, "Nothing Found");
  drive_press (get_list (drive), "Show All");
  hearth_test_wait_until (g_list_model_get_n_items (hearth_records_page_get_model (get_list (drive))) == 4);
}

/* ---- Order ---- */

static void
order (Drive *drive, const char *field, gboolean descending)
{
  g_assert_true (gtk_widget_activate_action (get_part (drive, HEARTH_TYPE_RECORD_LIST_VIEW),
                                             "record-list.order", "(sb)", field, descending));
  hearth_test_settle ();
}

static void
add_born (Drive *drive, const char *name, const char *birth)
{
  g_autoptr (HearthRecord) resident = hearth_record_new (&hearth_resident_type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (resident, "name_used", name);
  hearth_record_set (resident, "birth", birth);
  hearth_store_save (drive_get_store (drive), resident, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_order (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();

  add_born (drive, "Nine", "2016");
  add_born (drive, "Twelve", "2013-05");
  add_born (drive, "Baby", "2025-06-01");
  hearth_test_settle ();
  assert_names (drive, "Baby, Nine, Twelve");
  order (drive, "name_used", TRUE);
  assert_names (drive, "Twelve, Nine, Baby");
  order (drive, "age", FALSE);
  assert_names (drive, "Baby, Nine, Twelve");
  order (drive, "code", TRUE);
  assert_names (drive, "Baby, Twelve, Nine");
  order (drive, "key_worker", FALSE);
}

/* ---- Views of one's own ---- */

static HearthRecord *
get_only_view (Drive *drive)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_saved_view_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) views = hearth_store_list (drive_get_store (drive), query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  return g_list_model_get_item (views, 0);
}

static void
give_title (Drive *drive, const char *title)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (drive_get_dialog (drive));

  gtk_editable_set_text (drive_need (dialog, ADW_TYPE_ENTRY_ROW, "Title"), title);
  if (!adw_alert_dialog_get_response_enabled (dialog, "give"))
    return;
  adw_alert_dialog_set_close_response (dialog, "give");
  adw_dialog_close (ADW_DIALOG (dialog));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
}

static void
search (Drive *drive, const char *words, guint n_expected)
{
  gtk_editable_set_text (get_part (drive, GTK_TYPE_SEARCH_ENTRY), words);
  hearth_test_wait_until (g_list_model_get_n_items (hearth_records_page_get_model (get_list (drive))) ==
                          n_expected);
}

static void
test_keep_view (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autoptr (HearthRecord) view = NULL;
  g_autofree char *chosen = NULL;
  HearthViewMenu *menu;

  fill_house (drive);
  menu = get_part (drive, HEARTH_TYPE_VIEW_MENU);
  g_assert_false (hearth_view_menu_is_changed (menu));
  choose_view (drive, "2");
  order (drive, "code", TRUE);
  g_assert_true (hearth_view_menu_is_changed (menu));
  drive_need (get_list (drive), GTK_TYPE_LABEL, "Everybody (changed)");
  search (drive, "chan", 1);
  do_with_view (drive, "view.keep");
  give_title (drive, "  By number ");

  view = get_only_view (drive);
  chosen = get_chosen (drive);
  g_assert_cmpstr (chosen, ==, hearth_record_get_id (view));
  g_assert_cmpstr (hearth_record_get (view, "title"), ==, "By number");
  g_assert_cmpstr (hearth_record_get (view, "list"), ==, "resident");
  g_assert_false (hearth_view_menu_is_changed (menu));

  choose_view (drive, "0");
  assert_names (drive, "Amina, Dara");
  g_assert_cmpstr (gtk_editable_get_text (get_part (drive, GTK_TYPE_SEARCH_ENTRY)), ==, "");
  choose_view (drive, hearth_record_get_id (view));
  assert_names (drive, "Chan");
  g_assert_cmpstr (gtk_editable_get_text (get_part (drive, GTK_TYPE_SEARCH_ENTRY)), ==, "chan");
}

static void
test_change_view (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autoptr (HearthRecord) view = NULL;
  HearthViewMenu *menu;

  fill_house (drive);
  menu = get_part (drive, HEARTH_TYPE_VIEW_MENU);
  do_with_view (drive, "view.keep");
  give_title (drive, "Mine");
  view = get_only_view (drive);
  search (drive, "amina", 1);
  g_assert_true (hearth_view_menu_is_changed (menu));
  do_with_view (drive, "view.update");
  g_assert_false (hearth_view_menu_is_changed (menu));
  choose_view (drive, "2");
  choose_view (drive, hearth_record_get_id (view));
  assert_names (drive, "Amina");

  do_with_view (drive, "view.rename");
  give_title (drive, "Everybody"); /* taken */
  g_assert_nonnull (drive_get_dialog (drive));
  give_title (drive, "Hers");
  g_assert_cmpstr (hearth_record_get (view, "title"), ==, "Hers");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "Hers");
}

static void
test_remove_view (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autofree char *chosen = NULL;
  g_autofree char *then = NULL;

  fill_house (drive);
  choose_view (drive, "3");
  order (drive, "code", FALSE);
  do_with_view (drive, "view.keep");
  give_title (drive, "Mine");
  do_with_view (drive, "view.remove");
  chosen = get_chosen (drive);
  g_assert_cmpstr (chosen, ==, "0");
  g_assert_cmpint (drive_count (drive, "saved_view"), ==, 0);
  assert_names (drive, "Amina, Dara");

  drive_press (drive->window, "Undo");
  g_assert_cmpint (drive_count (drive, "saved_view"), ==, 1);
  then = get_chosen (drive);
  g_assert_cmpstr (then, !=, "0");
  assert_names (drive, "Chan");
}

static void
sign_in_again (Drive *drive, const char *user)
{
  hearth_window_lock (drive->window, "lock");
  hearth_test_settle ();
  drive_sign_in (drive, user, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  drive_activate (drive, "win.section", "residents");
}

/* Who kept a view finds it again; nobody else sees it. */
static void
test_view_is_personal (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  drive_sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  drive_activate (drive, "win.section", "residents");
  fill_house (drive);
  order (drive, "code", TRUE);
  do_with_view (drive, "view.keep");
  give_title (drive, "The carer’s own");
  g_assert_cmpint (drive_count (drive, "saved_view"), ==, 1);

  sign_in_again (drive, HEARTH_TEST_USER);
  g_assert_cmpint (drive_count (drive, "saved_view"), ==, 0);
  sign_in_again (drive, "carer");
  g_assert_cmpint (drive_count (drive, "saved_view"), ==, 1);
}

/* ---- A question as text ---- */

static void
test_question_round_trip (void)
{
  const char *where[] = { "hospital", "family", NULL };
  g_autoptr (HearthListQuestion) question = hearth_list_question_new ();
  g_autoptr (HearthListQuestion) read = NULL;
  g_autofree char *json = NULL;

  hearth_list_question_set_filter (question, "where_now", where);
  g_set_str (&question->text, "\"มะลิ\" \\");
  g_set_str (&question->sort, "name_used");
  g_set_str (&question->period, "90");
  question->descending = true;
  json = hearth_list_question_to_json (question);
  read = hearth_list_question_from_json (&hearth_resident_type, json);
  g_assert_nonnull (read);
  g_assert_true (hearth_list_question_equal (question, read));
  g_assert_cmpstr (read->text, ==, "\"มะลิ\" \\");
  hearth_list_question_set_filter (read, "where_now", NULL);
  g_assert_false (hearth_list_question_equal (question, read));
}

static void
test_question_unknown (void)
{
  g_autoptr (HearthListQuestion) read =
    hearth_list_question_from_json (&hearth_resident_type, "{\"later\": 1, \"sort\": \"last_address\", "
                                                           "\"filters\": {\"no_such\": [\"a\"], "
                                                           "\"last_address\": [\"b\"], \"sex\": [\"2\"]}}");

  g_assert_nonnull (read);
  g_assert_cmpstr (read->sort, ==, "");
  g_assert_cmpuint (g_hash_table_size (read->filters), ==, 1);
  g_assert_cmpstr (read->period, ==, HEARTH_PERIOD_ALL);
}

static void
test_question_refused (void)
{
  static const char *const bad[] = {
    "",
    "[]",
    "{",
    "{\"text\": 7}",
    "{\"text\": null}",
    "{\"descending\": \"yes\"}",
    "{\"period\": \"-3\"}",
    "{\"period\": \"999999\"}",
    "{\"period\": \"1 day\"}",
    "{\"filters\": []}",
    "{\"filters\": {\"sex\": \"2\"}}",
    "{\"filters\": {\"sex\": [2]}}",
    "{\"filters\": {\"sex\": [[]]}}",
  };
  g_autofree char *many = g_strnfill (201, 'a');
  g_autofree char *long_text = g_strdup_printf ("{\"text\": \"%s\"}", many);
  g_autofree char *huge = g_strnfill (5000, ' ');

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_null (hearth_list_question_from_json (&hearth_resident_type, bad[i]));
    }
  g_assert_null (hearth_list_question_from_json (&hearth_resident_type, long_text));
  memcpy (huge, "{}", 2);
  g_assert_null (hearth_list_question_from_json (&hearth_resident_type, huge));
}

/* A view that other hands spoilt says so, and the list stays as it was. */
static void
test_spoilt_view (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autoptr (HearthRecord) view = hearth_record_new (&hearth_saved_view_type);
  g_autoptr (GError) error = NULL;
  g_autofree char *chosen = NULL;

  fill_house (drive);
  hearth_record_set (view, "title", "Spoilt");
  hearth_record_set (view, "list", "resident");
  hearth_record_set (view, "question", "{\"filters\": 3}");
  hearth_store_save (drive_get_store (drive), view, NULL, NULL, &error);
  g_assert_no_error (error);
  choose_view (drive, hearth_record_get_id (view));
  drive_need (drive->window, GTK_TYPE_LABEL, "This view cannot be read any more.");
  chosen = get_chosen (drive);
  g_assert_cmpstr (chosen, ==, "0");
  assert_names (drive, "Amina, Dara");
}

/* ---- Many, and long names ---- */

static void
test_many (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  HearthStore *store = drive_get_store (drive);
  g_autoptr (GError) error = NULL;
  gint64 began;

  hearth_store_begin (store, &error);
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %03d", i);
      g_autoptr (HearthRecord) resident = drive_add_resident (drive, name);
      g_autoptr (HearthRecord) stay =
        i % 2 == 0 ? add_stay (drive, resident, i % 4 == 0 ? "this_house" : "family", "") : NULL;
    }
  hearth_store_commit (store, &error);
  g_assert_no_error (error);
  hearth_test_settle ();

  began = g_get_monotonic_time ();
  drive_activate (drive, "win.section", "residents");
  g_test_message ("%d residents shown after %" G_GINT64_FORMAT " ms", MANY,
                  (g_get_monotonic_time () - began) / 1000);
  drive_need (get_list (drive), GTK_TYPE_LABEL, "375 of 500 residents");
  drive_need (get_list (drive), GTK_TYPE_LABEL, "Person 000");
  choose_view (drive, "2");
  search (drive, "Person 49", 10);
}

static GtkWidget *
find_label (gpointer root, const char *start)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_LABEL (child) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (child)), start))
        return child;
      found = find_label (child, start);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_long_name (void)
{
  g_autoptr (Drive) drive = drive_new_with_list ();
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (HearthRecord) resident = NULL;
  GtkWidget *label;

  for (int i = 0; i < 50; i++)
    g_string_append (name, "Anna");
  resident = drive_add_resident (drive, name->str);
  hearth_test_wait_until ((label = find_label (get_list (drive), "AnnaAnna")) != NULL &&
                          gtk_widget_get_width (label) > 0);
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_true (gtk_widget_get_has_tooltip (label));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (drive->window)), <, 2000);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/lists/built-in-views", test_built_in_views);
  g_test_add_func ("/views/lists/my-residents", test_my_residents);
  g_test_add_func ("/views/lists/where-now", test_where_now);
  g_test_add_func ("/views/lists/live", test_live);
  g_test_add_func ("/views/lists/empty-house", test_empty_house);
  g_test_add_func ("/views/lists/nothing-found", test_nothing_found);
  g_test_add_func ("/views/lists/order", test_order);
  g_test_add_func ("/views/lists/keep-view", test_keep_view);
  g_test_add_func ("/views/lists/change-view", test_change_view);
  g_test_add_func ("/views/lists/remove-view", test_remove_view);
  g_test_add_func ("/views/lists/view-is-personal", test_view_is_personal);
  g_test_add_func ("/views/lists/spoilt-view", test_spoilt_view);
  g_test_add_func ("/views/lists/question/round-trip", test_question_round_trip);
  g_test_add_func ("/views/lists/question/unknown", test_question_unknown);
  g_test_add_func ("/views/lists/question/refused", test_question_refused);
  g_test_add_func ("/views/lists/many", test_many);
  g_test_add_func ("/views/lists/long-name", test_long_name);
  return g_test_run ();
}
