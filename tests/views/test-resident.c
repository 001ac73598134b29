/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's page in the window: who sees what of it, the timeline's filter, what is missing, additions.
 */
#include "core/date.h"
#include "records/registry.h"
#include "records/types.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/file-view.h"
#include "views/hard-cover.h"
#include "views/profile-view.h"
#include "views/records-page.h"
#include "views/resident-page.h"

#define MANY 1000

/* ---- Helpers ---- */

static HearthResidentPage *
open_resident (Drive *drive, HearthRecord *resident)
{
  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  return HEARTH_RESIDENT_PAGE (drive_get_page (drive));
}

static void
act (Drive *drive, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (drive_get_page (drive)), action,
                                                     target != NULL ? g_variant_new_string (target) : NULL));
  hearth_test_settle ();
}

static HearthRecord *
add (HearthStore *store, const char *type_name, HearthRecord *resident, ...)
{
  HearthRecord *record = hearth_record_new (hearth_records_lookup_type (type_name));
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list values;

  hearth_record_set (record, "resident", hearth_record_get_id (resident));
  va_start (values, resident);
  while ((field = va_arg (values, const char *)) != NULL)
    hearth_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  hearth_store_save (store, record, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

static void
add_entries (Drive *drive, HearthRecord *resident)
{
  HearthStore *store = drive_get_store (drive);

  g_object_unref (add (store, "daily_log", resident, "date", HEARTH_TEST_TODAY, "shift", "morning",
                       "positive_moment", "Flew a kite", NULL));
  g_object_unref (add (store, "daily_log", resident, "date", "2026-02-10", "shift", "night", NULL));
  g_object_unref (add (store, "alert", resident, "kind", "night", "level", "low", "text", "Light on", "start",
                       "2026-02-20", NULL));
  g_object_unref (add (store, "alert", resident, "kind", "allergy", "level", "high", "text", "Nuts", "start",
                       "2026-02-01", NULL));
  g_object_unref (add (store, "alert", resident, "kind", "night", "level", "high", "text", "Over and done",
                       "start", "2026-01-01", "end", "2026-01-31", NULL));
  g_object_unref (add (store, "contact", resident, "name", "Nok", "relation", "aunt_or_uncle", "safe_to_call",
                       "yes", "phone", "+66 2 000 0000", NULL));
  g_object_unref (add (store, "contact", resident, "name", "Somebody", "relation", "employer", "safe_to_call",
                       "with_care", "no_contact", "yes", "phone", "+66 2 111 1111", NULL));
}

/* The house of everybody, with one resident whose file holds something of each tier. */
static Drive *
drive_with_file (const char *role, HearthRecord **resident)
{
  HearthTestHouse *house = hearth_test_house_new ();
  Drive *drive;
  const char *id;

  hearth_test_house_add_person (house, "person", role);
  *resident = hearth_test_house_add_resident (house, "Mali");
  id = hearth_record_get_id (*resident);
  g_object_unref (hearth_test_house_add (house, "alert", "resident", id, "kind", "allergy", "level", "high",
                                         "text", "Nuts", "start", "2026-02-01", NULL));
  g_object_unref (hearth_test_house_add (house, "daily_log", "resident", id, "date", "2026-02-10", "shift",
                                         "night", NULL));
  g_object_unref (hearth_test_house_add (house, "exploitation", "resident", id, "kinds", "ForcedLabour",
                                         "told_on", "2026-02-12", "source", "resident", NULL));
  drive = drive_new_in (house);
  drive_sign_in (drive, "person", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  return drive;
}

static guint
count_shown (Drive *drive)
{
  HearthResidentTimeline *timeline =
    hearth_resident_page_get_timeline (HEARTH_RESIDENT_PAGE (drive_get_page (drive)));

  return g_list_model_get_n_items (hearth_resident_timeline_get_model (timeline));
}

static HearthTimelineFilter *
get_filter (Drive *drive)
{
  return hearth_resident_timeline_get_filter (
    hearth_resident_page_get_timeline (HEARTH_RESIDENT_PAGE (drive_get_page (drive))));
}

/* ---- Header and overview ---- */

static void
test_overview (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) stay = NULL;
  GtkWidget *page, *chip;

  add_entries (drive, resident);
  stay = add (drive_get_store (drive), "stay", resident, "placement", "this_house", "start", "2026-01-05",
              "room", "Robin room", "legal_basis", "court_order", "order_expires", "2026-03-08", NULL);
  page = GTK_WIDGET (open_resident (drive, resident));

  drive_need (page, GTK_TYPE_LABEL, "Mali");
  drive_need (page, GTK_TYPE_LABEL, "This house, since 5 Jan 2026 · Robin room");
  drive_need (page, GTK_TYPE_LABEL, "No key worker yet");
  drive_need (page, GTK_TYPE_LABEL, "The order for this stay expires on 8 Mar 2026, in 7 days");
  drive_need (page, GTK_TYPE_LABEL, "Must not have contact");
  drive_need (page, ADW_TYPE_ACTION_ROW, "Not asked yet");
  g_assert_null (drive_find (page, GTK_TYPE_LABEL, "Over and done"));
  /* High first, whatever was written first. */
  chip = drive_need (page, GTK_TYPE_BUTTON, "Allergy: Nuts");
  g_assert_nonnull (drive_find (gtk_widget_get_next_sibling (chip), GTK_TYPE_LABEL, "Light on"));

  hearth_record_set (stay, "order_expires", "2026-06-01");
  hearth_record_set (resident, "form_of_address", "she");
  hearth_test_settle ();
  drive_need (page, GTK_TYPE_LABEL, "Address as: she");
  g_assert_null (drive_find (page, GTK_TYPE_LABEL,
                             "The order for this stay expires on 8 Mar 2026, in 7 days"));
}

/* Somebody who must not have contact is never among those to call, and no number stands there. */
static void
test_barred_person (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GtkWidget *page;
  unsigned int n_barred = 0;

  add_entries (drive, resident);
  page = GTK_WIDGET (open_resident (drive, resident));
  drive_need (page, ADW_TYPE_ACTION_ROW, "Nok");
  for (GtkWidget *row = drive_need (page, ADW_TYPE_ACTION_ROW, "Somebody"); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_barred++;
  g_assert_cmpuint (n_barred, ==, 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (drive_need (page, ADW_TYPE_ACTION_ROW, "Somebody")), ==,
                   "Employer · must not have contact");
}

static void
test_empty (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  open_resident (drive, resident);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Not staying here now");
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_LABEL, "Must not have contact"));
  act (drive, "page.show", "timeline");
  g_assert_cmpuint (count_shown (drive), ==, 0);
  drive_press (drive_get_page (drive), "Write an entry");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
}

static void
test_long_and_foreign_names (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *word = g_strnfill (200, 'm');
  const char *const names[] = { word, "عبد الرحمن بن يوسف", "ณัฐธิดา ใจดี", "🌼" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HearthRecord) resident = drive_add_resident (drive, names[i]);
      GtkWidget *page = GTK_WIDGET (open_resident (drive, resident));
      int least;

      drive_need (page, GTK_TYPE_LABEL, names[i]);
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 360);
    }
}

/* Every view fits the narrowest window, also in large text and from right to left. */
static void
test_narrow (void)
{
  static const char *const views[] = { "overview", "timeline", "profile", "file" };
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  int dpi;

  add_entries (drive, resident);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  for (int large = 0; large <= 1; large++)
    for (int rtl = 0; rtl <= 1; rtl++)
      {
        gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        g_object_set (settings, "gtk-xft-dpi", large ? 2 * 96 * 1024 : dpi, NULL);
        open_resident (drive, resident);
        for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
          {
            int least;

            act (drive, "page.show", views[i]);
            gtk_widget_measure (GTK_WIDGET (drive_get_page (drive)), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                                NULL, NULL, NULL);
            g_assert_cmpint (least, <=, 360);
          }
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* A page that was left holds on to nothing of the file. */
static void
test_finalised (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  HearthResidentPage *page;

  add_entries (drive, resident);
  page = open_resident (drive, resident);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  act (drive, "page.show", "timeline");
  act (drive, "page.show", "file");
  act (drive, "navigation.pop", NULL);
  hearth_test_wait_until (page == NULL);
}

/* ---- Timeline ---- */

static void
test_filter (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  HearthTimelineFilter *filter;

  add_entries (drive, resident);
  open_resident (drive, resident);
  act (drive, "page.show", "timeline");
  filter = get_filter (drive);
  g_assert_cmpuint (count_shown (drive), ==, 7);

  hearth_timeline_filter_set_kind_wanted (filter, &hearth_daily_log_type, true);
  g_assert_cmpuint (count_shown (drive), ==, 2);
  hearth_timeline_filter_set_kind_wanted (filter, &hearth_alert_type, true);
  g_assert_cmpuint (count_shown (drive), ==, 5);
  hearth_timeline_filter_set_days (filter, 30);
  g_assert_cmpuint (count_shown (drive), ==, 4);
  hearth_timeline_filter_set_text (filter, "kite");
  g_assert_cmpuint (count_shown (drive), ==, 1);

  /* It is kept while the page is open, and what is saved meanwhile is followed. */
  act (drive, "page.show", "overview");
  g_object_unref (add (drive_get_store (drive), "daily_log", resident, "date", HEARTH_TEST_TODAY, "shift",
                       "night", "positive_moment", "Another kite", NULL));
  act (drive, "page.show", "timeline");
  g_assert_cmpuint (count_shown (drive), ==, 2);

  hearth_timeline_filter_set_text (filter, "no such word");
  g_assert_cmpuint (count_shown (drive), ==, 0);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing found");
  drive_press (drive_need (drive_get_page (drive), ADW_TYPE_STATUS_PAGE, NULL), "Clear the filter");
  g_assert_cmpuint (count_shown (drive), ==, 8);
}

static void
test_many (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  HearthStore *store = drive_get_store (drive);
  g_autoptr (GError) error = NULL;

  hearth_store_begin (store, &error);
  g_assert_no_error (error);
  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (HearthRecord) entry = NULL;
      g_autofree char *date = hearth_date_add_days (HEARTH_TEST_TODAY, -i);

      entry = add (store, "daily_log", resident, "date", date, "shift", "night", NULL);
    }
  hearth_store_commit (store, &error);
  g_assert_no_error (error);
  open_resident (drive, resident);
  act (drive, "page.find", NULL);
  g_assert_cmpuint (count_shown (drive), ==, MANY);
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Today, 1 Mar 2026");
  hearth_timeline_filter_set_dates (get_filter (drive), "2026-02-01", "2026-02-28");
  g_assert_cmpuint (count_shown (drive), ==, 28);
}

/* ---- Profile ---- */

static void
test_missing_leads_to_field (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GtkWidget *focus, *row;

  open_resident (drive, resident);
  act (drive, "page.show", "profile");
  drive_press (drive_need (drive_get_page (drive), HEARTH_TYPE_PROFILE_VIEW, NULL), "Nationality");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  row = GTK_WIDGET (drive_get_row (drive_get_page (drive), "nationality"));
  hearth_test_wait_until ((focus = gtk_window_get_focus (GTK_WINDOW (drive->window))) != NULL &&
                          gtk_widget_is_ancestor (focus, row));
  drive_type (drive_get_page (drive), "nationality", "Thai");
  drive_activate (drive, "win.save", NULL);

  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  hearth_test_settle ();
  g_assert_null (drive_find (drive_need (drive_get_page (drive), HEARTH_TYPE_PROFILE_VIEW, NULL),
                             GTK_TYPE_BUTTON, "Nationality"));
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Nationality");
}

/* ---- File ---- */

static void
test_file (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  HearthStore *store = drive_get_store (drive);
  AdwActionRow *row;

  add_entries (drive, resident);
  g_object_unref (add (store, "identity_document", resident, "kind", "passport", "original", "taken",
                       "asked_on", "2026-02-03", "expected_on", "2026-04-01", NULL));
  g_object_unref (add (store, "identity_document", resident, "kind", "birth_cert", "original", "safe", NULL));
  g_object_unref (add (store, "belonging", resident, "item", "Ring", "kept", "safe", "received_on",
                       "2026-02-03", NULL));
  open_resident (drive, resident);
  act (drive, "page.show", "file");

  row = drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Identity papers");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==,
                   "Passport: Taken by those responsible, asked for on 3 Feb 2026, expected on 1 Apr 2026");
  g_assert_nonnull (drive_find (row, GTK_TYPE_LABEL, "2"));
  row = drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Belongings");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "1 thing in our keeping");
  row = drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "People");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "1 must not have contact\n1 may be called");
  g_signal_emit_by_name (row, "activated");
  act (drive, "page.list", "contact");
  g_assert_true (HEARTH_IS_RECORDS_PAGE (drive_get_page (drive)));
}

/* Files let go anywhere on the page become documents of the resident. */
static void
test_drop (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GtkWidget *page = GTK_WIDGET (open_resident (drive, resident));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "Letter of May.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file };
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gboolean taken = FALSE;

  g_file_set_contents (path, "Dear Mali", -1, &error);
  g_assert_no_error (error);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_assert_true (taken);
  hearth_test_wait_until (drive_count (drive, "document") == 1);
  act (drive, "page.show", "file");
  g_assert_nonnull (drive_find (drive_need (page, ADW_TYPE_ACTION_ROW, "Documents"), GTK_TYPE_LABEL, "1"));
}

/* Entered once; what is told later is an entry of its own that points at the first. */
static void
test_addition (void)
{
  HearthRecord *resident;
  g_autoptr (Drive) drive = drive_with_file ("director", &resident);
  g_autoptr (HearthRecord) owned = resident;
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_exploitation_type);
  g_autoptr (GListModel) entries = hearth_store_list (drive_get_store (drive), query, NULL);
  g_autoptr (HearthRecord) first = g_list_model_get_item (entries, 0);
  AdwExpanderRow *history;

  open_resident (drive, resident);
  act (drive, "page.show", "file");
  history = drive_need (drive_get_page (drive), ADW_TYPE_EXPANDER_ROW, "Exploitation history");
  g_assert_false (adw_expander_row_get_expanded (history));
  g_assert_cmpstr (adw_expander_row_get_subtitle (history), ==, "1 entry. This may be hard to read.");

  drive_activate (drive, "win.open-record", hearth_record_get_id (first));
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  g_assert_null (drive_find (drive_get_page (drive), HEARTH_TYPE_FIELD_ROW, NULL));
  drive_press (drive_get_page (drive), "Read it");
  drive_need (drive_get_page (drive), ADW_TYPE_PREFERENCES_ROW, "Kind of exploitation");

  act (drive, "page.add-to", NULL);
  drive_type (drive_get_page (drive), "kinds", "ChildLabour");
  drive_type (drive_get_page (drive), "told_on", "2026-02-20");
  drive_type (drive_get_page (drive), "source", "resident");
  drive_activate (drive, "win.save", NULL);
  hearth_test_wait_until (g_list_model_get_n_items (entries) == 2);
  g_autoptr (HearthRecord) addition = g_list_model_get_item (entries, 0);
  g_assert_cmpstr (hearth_record_get (addition, "adds_to"), ==, hearth_record_get_id (first));
  g_assert_cmpstr (hearth_record_get_resident (addition), ==, hearth_record_get_id (resident));
  g_assert_cmpint (hearth_record_get_revision (first), ==, 1);
}

/* ---- Who sees what ---- */

static void
check_role (const char *role, bool sees_history, guint n_entries)
{
  HearthRecord *resident;
  g_autoptr (Drive) drive = drive_with_file (role, &resident);
  g_autoptr (HearthRecord) owned = resident;

  open_resident (drive, resident);
  drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "Allergy: Nuts");
  act (drive, "page.show", "timeline");
  g_assert_cmpuint (count_shown (drive), ==, n_entries);
  act (drive, "page.show", "file");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Alerts");
  g_assert_true ((drive_find (drive_get_page (drive), ADW_TYPE_EXPANDER_ROW, "Exploitation history") !=
                  NULL) == sees_history);
  g_assert_true ((drive_find (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Statements") != NULL) ==
                 sees_history);
}

static void
test_duty_carer (void)
{
  check_role ("duty-carer", false, 2);
}

static void
test_nurse (void)
{
  check_role ("nurse", false, 2);
}

static void
test_legal_officer (void)
{
  check_role ("legal-officer", true, 3);
}

/* An auditor reads no file at all, not even by its number. */
static void
test_auditor (void)
{
  HearthRecord *resident;
  g_autoptr (Drive) drive = drive_with_file ("auditor", &resident);
  g_autoptr (HearthRecord) owned = resident;

  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  g_assert_true (ADW_IS_ALERT_DIALOG (drive_get_dialog (drive)));
  adw_dialog_force_close (drive_get_dialog (drive));
  hearth_test_settle ();
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/resident/overview", test_overview);
  g_test_add_func ("/views/resident/barred-person", test_barred_person);
  g_test_add_func ("/views/resident/empty", test_empty);
  g_test_add_func ("/views/resident/long-and-foreign-names", test_long_and_foreign_names);
  g_test_add_func ("/views/resident/narrow", test_narrow);
  g_test_add_func ("/views/resident/finalised", test_finalised);
  g_test_add_func ("/views/resident/filter", test_filter);
  g_test_add_func ("/views/resident/many", test_many);
  g_test_add_func ("/views/resident/missing-leads-to-field", test_missing_leads_to_field);
  g_test_add_func ("/views/resident/file", test_file);
  g_test_add_func ("/views/resident/drop", test_drop);
  g_test_add_func ("/views/resident/addition", test_addition);
  g_test_add_func ("/views/resident/duty-carer", test_duty_carer);
  g_test_add_func ("/views/resident/nurse", test_nurse);
  g_test_add_func ("/views/resident/legal-officer", test_legal_officer);
  g_test_add_func ("/views/resident/auditor", test_auditor);
  return g_test_run ();
}
