/* SPDX-License-Identifier: GPL-3.0-or-later
 * Around the records: search, reports, what the window does at every width.
 */
#include "app/actions.h"
#include "app/search-dialog.h"
#include "core/date.h"
#include "records/registry.h"
#include "views/drive.h"
#include "views/records-page.h"
#include "views/report-options.h"
#include "records/types.h"
#include "report/report-kind.h"
#include "views/report-page.h"
#include "views/reports-page.h"
#include "views/trend-group.h"
#include "views/resident-page.h"
#include "views/today-page.h"
#include "widgets/trend-chart.h"

static void
test_search (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Nadia");
  HearthSearchDialog *dialog;

  drive_activate (drive, "win.search", NULL);
  dialog = HEARTH_SEARCH_DIALOG (drive_get_dialog (drive));
  hearth_search_dialog_search (dialog, "nobody of this name");
  g_assert_cmpuint (hearth_search_dialog_get_n_results (dialog), ==, 0);
  hearth_search_dialog_search (dialog, "nadi");
  g_assert_cmpuint (hearth_search_dialog_get_n_results (dialog), ==, 1);
  drive_enter (dialog);
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);

  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  g_assert_true (hearth_resident_page_get_resident (HEARTH_RESIDENT_PAGE (drive_get_page (drive))) ==
                 resident);
}

/* As the keys of a person who goes on typing would do. */
static void
press_key (gpointer entry, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &stopped);
    }
  g_assert_true (stopped);
}

static void
test_search_arrows (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) one = drive_add_resident (drive, "Maly");
  g_autoptr (HearthRecord) other = drive_add_resident (drive, "Maly");
  AdwDialog *dialog;
  gpointer entry;
  GtkListBox *list;
  g_autofree char *subtitle = NULL;
  HearthRecord *shown;

  drive_activate (drive, "win.search", NULL);
  dialog = drive_get_dialog (drive);
  hearth_search_dialog_search (HEARTH_SEARCH_DIALOG (dialog), "maly");
  entry = drive_need (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  list = drive_need (dialog, GTK_TYPE_LIST_BOX, NULL);
  press_key (entry, GDK_KEY_Down);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 1));
  press_key (entry, GDK_KEY_Up);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
  press_key (entry, GDK_KEY_Down);
  subtitle = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (gtk_list_box_get_selected_row (list))));
  drive_enter (dialog);
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);

  shown = hearth_resident_page_get_resident (HEARTH_RESIDENT_PAGE (drive_get_page (drive)));
  /* Two of one name are told apart by their numbers. */
  g_assert_nonnull (strstr (subtitle, hearth_record_get (shown, "code")));
}

static void
test_search_finds_actions (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  HearthSearchDialog *dialog;

  drive_activate (drive, "win.search", NULL);
  dialog = HEARTH_SEARCH_DIALOG (drive_get_dialog (drive));
  hearth_search_dialog_search (dialog, "lock now");
  g_assert_cmpuint (hearth_search_dialog_get_n_results (dialog), ==, 1);
  drive_enter (dialog);
  hearth_test_wait_until (hearth_window_get_session (drive->window) == NULL);
}

static void
test_search_finds_sections (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  HearthSearchDialog *dialog;

  drive_activate (drive, "win.search", NULL);
  dialog = HEARTH_SEARCH_DIALOG (drive_get_dialog (drive));
  hearth_search_dialog_search (dialog, "reports");
  g_assert_cmpuint (hearth_search_dialog_get_n_results (dialog), ==, 1);
  drive_enter (dialog);
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  g_assert_true (HEARTH_IS_REPORTS_PAGE (drive_get_page (drive)));
}

/* Escape leaves at once, and what was found goes with the dialog. */
static void
test_search_escape (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Nadia");
  HearthSearchDialog *dialog;

  drive_activate (drive, "win.search", NULL);
  dialog = HEARTH_SEARCH_DIALOG (drive_get_dialog (drive));
  hearth_search_dialog_search (dialog, "nadi");
  g_signal_emit_by_name (drive_need (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  g_assert_true (HEARTH_IS_TODAY_PAGE (drive_get_page (drive)));
  drive_activate (drive, "win.search", NULL);
  g_assert_nonnull (drive_get_dialog (drive));
}

static void
add_entry (Drive *drive, HearthRecord *resident, const char *date)
{
  g_autoptr (HearthRecord) entry = hearth_record_new (hearth_records_lookup_type ("daily_log"));
  g_autoptr (GError) error = NULL;

  hearth_record_set (entry, "resident", hearth_record_get_id (resident));
  hearth_record_set (entry, "date", date);
  hearth_record_set (entry, "shift", "night");
  hearth_record_set (entry, "mood", "good");
  hearth_record_set (entry, "sleep_from", "21:30");
  hearth_record_set (entry, "sleep_to", "06:00");
  hearth_store_save (drive_get_store (drive), entry, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The chart stands on the page from the first value on, and only for the last 30 days. */
static void
test_trend (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autofree char *long_ago = hearth_date_add_days (HEARTH_TEST_TODAY, -30);
  g_autofree char *lately = hearth_date_add_days (HEARTH_TEST_TODAY, -29);
  HearthTrendChart *trend;
  AdwToggleGroup *lengths;

  add_entry (drive, resident, long_ago);
  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  hearth_test_settle ();
  g_assert_null (drive_find (drive_get_page (drive), HEARTH_TYPE_TREND_CHART, NULL));
  add_entry (drive, resident, lately);
  hearth_test_settle ();
  trend = drive_need (drive_get_page (drive), HEARTH_TYPE_TREND_CHART, NULL);
  g_assert_nonnull (strstr (hearth_trend_chart_get_caption (trend), "8.5"));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "How the days went");
  g_assert_null (strstr (hearth_trend_chart_get_caption (trend), "2 nights"));
  lengths = drive_need (gtk_widget_get_ancestor (GTK_WIDGET (trend), HEARTH_TYPE_TREND_GROUP),
                        ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active_name (lengths, "90");
  g_assert_nonnull (strstr (hearth_trend_chart_get_caption (trend), "2 nights"));
}

static void
test_report (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autofree char *path = g_build_filename (drive->house->folder, "out.pdf", NULL);
  g_autofree char *pdf = NULL;
  g_autoptr (GError) error = NULL;
  HearthReportPage *page;
  gint64 sequence;
  unsigned int n_pages;

  add_entry (drive, resident, "2026-02-20");
  drive_activate (drive, "win.section", "reports");
  hearth_reports_page_set_resident (HEARTH_REPORTS_PAGE (drive_get_page (drive)), resident);
  drive_press (drive_get_page (drive), "Show the report");
  g_assert_true (HEARTH_IS_REPORT_PAGE (drive_get_page (drive)));
  page = HEARTH_REPORT_PAGE (drive_get_page (drive));
  n_pages = hearth_pages_get_n_pages (hearth_report_page_get_pages (page));
  g_assert_cmpuint (n_pages, >=, 1);
  g_autofree char *label = g_strdup_printf ("Page 1 of %u", n_pages);
  hearth_test_wait_until (drive_find (page, GTK_TYPE_LABEL, label) != NULL);

  sequence = drive_get_audit_sequence (drive);
  hearth_report_page_save_pdf (page, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, sequence + 1);
}

static void
test_report_from_resident (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  drive_activate (drive, "win.print", NULL);
  g_assert_true (HEARTH_IS_REPORTS_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Mali");
}

/* The print dialog, which is not the window's own. */
static GtkWindow *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (unsigned int i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        return window;
    }
  return NULL;
}

static Drive *
drive_new_as (const char *role)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  Drive *drive;

  hearth_test_house_add_person (house, "other", role);
  drive = drive_new_in (g_steal_pointer (&house));
  drive_sign_in (drive, "other", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  return drive;
}

/* A printer that writes a file is for roles that may export. It is the only one in a test. */
static void
test_print_to_file (void)
{
  g_autoptr (Drive) drive = drive_new_as ("duty-carer");
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GtkSelectionModel *printers;
  gint64 sequence;

  drive_activate (drive, "win.section", "reports");
  hearth_reports_page_set_resident (HEARTH_REPORTS_PAGE (drive_get_page (drive)), resident);
  drive_press (drive_get_page (drive), "Show the report");
  sequence = drive_get_audit_sequence (drive);
  drive_activate (drive, "win.print", NULL);
  hearth_test_wait_until (find_print_dialog () != NULL);
  hearth_test_wait_until (drive_find (find_print_dialog (), GTK_TYPE_LABEL, "Print to File") != NULL);
  printers = gtk_column_view_get_model (drive_need (find_print_dialog (), GTK_TYPE_COLUMN_VIEW, NULL));
  gtk_selection_model_select_item (printers, 0, TRUE);
  hearth_test_settle ();
  g_signal_emit_by_name (find_print_dialog (), "response", GTK_RESPONSE_OK);
  hearth_test_wait_until (drive_get_dialog (drive) != NULL);

  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (drive_get_dialog (drive))), ==,
                   "Not printed");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (drive_get_dialog (drive))),
                            "a file"));
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, sequence);
  adw_dialog_force_close (drive_get_dialog (drive));
}

/* An auditor reads no residents' files: neither a page nor an action leads to one. */
static void
test_auditor (void)
{
  g_autoptr (Drive) drive = drive_new_as ("auditor");
  static const char *const pages[] = { "Today", "Residents", "Daily log" };
  static const char *const offered[] = { "residents", "daily log", "reports" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_null (drive_find (drive->window, GTK_TYPE_LABEL, pages[i]));
  drive_activate (drive, "win.section", "residents");
  g_assert_false (HEARTH_IS_RECORDS_PAGE (drive_get_page (drive)));
  drive_activate (drive, "win.search", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      hearth_search_dialog_search (HEARTH_SEARCH_DIALOG (drive_get_dialog (drive)), offered[i]);
      g_assert_cmpuint (hearth_search_dialog_get_n_results (HEARTH_SEARCH_DIALOG (drive_get_dialog (drive))),
                        ==, 0);
    }
}

static void
test_report_dates (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GtkWidget *from, *to;

  drive_activate (drive, "win.section", "reports");
  hearth_reports_page_set_resident (HEARTH_REPORTS_PAGE (drive_get_page (drive)), resident);
  from = drive_need (drive_get_page (drive), ADW_TYPE_ENTRY_ROW, "From");
  gtk_editable_set_text (GTK_EDITABLE (from), "31 February 2026");
  drive_press (drive_get_page (drive), "Show the report");
  g_assert_true (HEARTH_IS_REPORTS_PAGE (drive_get_page (drive)));
  g_assert_nonnull (drive_get_alert (drive_get_page (drive)));
  gtk_test_accessible_assert_state (from, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  gtk_editable_set_text (GTK_EDITABLE (from), "1 January 2026");
  g_assert_null (drive_get_alert (drive_get_page (drive)));

  to = drive_need (drive_get_page (drive), ADW_TYPE_ENTRY_ROW, "To");
  gtk_editable_set_text (GTK_EDITABLE (to), "2 March 2026");
  drive_press (drive_get_page (drive), "Show the report");
  g_assert_cmpstr (drive_get_alert (drive_get_page (drive)), ==,
                   "The last day is still to come. A report goes up to today at most.");
  gtk_test_accessible_assert_state (to, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (from), "2 January 2026");
  gtk_test_accessible_assert_state (to, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
}

/* A report may be in another language than the last one, and the one that is set stays. */
static void
test_report_language (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GListModel *names;
  GtkWidget *page;
  AdwComboRow *row;
  unsigned int nth = 0;

  drive_activate (drive, "win.section", "reports");
  page = GTK_WIDGET (drive_get_page (drive));
  hearth_reports_page_set_resident (HEARTH_REPORTS_PAGE (page), resident);
  row = drive_need (page, ADW_TYPE_COMBO_ROW, "Language");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  names = adw_combo_row_get_model (row);
  while (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), nth), "ไทย"))
    nth++;
  adw_combo_row_set_selected (row, nth);
  drive_press (page, "Show the report");
  g_assert_cmpstr (
    hearth_pages_get_document (hearth_report_page_get_pages (HEARTH_REPORT_PAGE (drive_get_page (drive))))
      ->language,
    ==, "th");
  g_assert_cmpstr (hearth_report_options_get_language (), ==, "");
}

static unsigned int
find_kind (const char *name)
{
  unsigned int nth = 0;

  while (!g_str_equal (hearth_report_kinds[nth].name, name))
    nth++;
  return nth;
}

/* A paper about today asks for no days, whatever stood there, and a page can open it at once. */
static void
test_report_kinds (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GtkWidget *page, *from, *kind;
  HearthDocument *document;

  drive_activate (drive, "win.section", "reports");
  page = GTK_WIDGET (drive_get_page (drive));
  hearth_reports_page_set_resident (HEARTH_REPORTS_PAGE (page), resident);
  from = drive_need (page, ADW_TYPE_ENTRY_ROW, "From");
  gtk_editable_set_text (GTK_EDITABLE (from), "31 February 2026");
  kind = drive_need (page, ADW_TYPE_COMBO_ROW, "Report");
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), find_kind ("belongings"));
  g_assert_null (drive_find (page, ADW_TYPE_ENTRY_ROW, "From"));
  g_assert_null (drive_find (page, ADW_TYPE_ENTRY_ROW, "To"));
  drive_press (page, "Show the report");
  g_assert_true (HEARTH_IS_REPORT_PAGE (drive_get_page (drive)));
  document =
    hearth_pages_get_document (hearth_report_page_get_pages (HEARTH_REPORT_PAGE (drive_get_page (drive))));
  g_assert_cmpstr (document->kind, ==, "belongings");
  g_assert_cmpstr (document->language, ==, "en");

  hearth_report_page_open (page, drive_get_store (drive), resident, "preference-card");
  document =
    hearth_pages_get_document (hearth_report_page_get_pages (HEARTH_REPORT_PAGE (drive_get_page (drive))));
  g_assert_cmpstr (document->kind, ==, "preference-card");
}

/* A report about a record of the house asks which one instead of which resident. */
static void
test_report_about_record (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) leave = hearth_record_new (&hearth_leave_type);
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *kind;
  HearthDocument *document;

  drive_activate (drive, "win.section", "reports");
  page = GTK_WIDGET (drive_get_page (drive));
  kind = drive_need (page, ADW_TYPE_COMBO_ROW, "Report");
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), find_kind ("leave-pass"));
  drive_need (page, GTK_TYPE_LABEL, "There is none yet");
  g_assert_false (gtk_widget_is_sensitive (drive_need (page, GTK_TYPE_BUTTON, "Show the report")));

  hearth_record_set (leave, "resident", hearth_record_get_id (resident));
  hearth_record_set (leave, "kind", "home");
  hearth_record_set (leave, "decision", "asked");
  hearth_record_set (leave, "leaves_at", "2026-03-01T09:00:00Z+07:00");
  hearth_record_set (leave, "due_back", "2026-03-01T13:00:00Z+07:00");
  hearth_store_save (drive_get_store (drive), leave, NULL, NULL, &error);
  g_assert_no_error (error);
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), find_kind ("leave-pass"));
  drive_press (page, "Show the report");
  g_assert_true (HEARTH_IS_REPORT_PAGE (drive_get_page (drive)));
  document =
    hearth_pages_get_document (hearth_report_page_get_pages (HEARTH_REPORT_PAGE (drive_get_page (drive))));
  g_assert_cmpstr (document->kind, ==, "leave-pass");
}

/* Every action of the table that is the window's own is really there. */
static void
test_action_table (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  for (const HearthActionInfo *info = hearth_actions_get_table (); info->name != NULL; info++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      guint key;
      GdkModifierType modifiers;

      g_assert_true (g_action_parse_detailed_name (info->name, &name, &target, NULL));
      g_assert_true (*info->accel == '\0' || gtk_accelerator_parse (info->accel, &key, &modifiers));
    }
  drive_activate (drive, "win.shortcuts", NULL);
  drive_need (drive_get_dialog (drive), ADW_TYPE_ACTION_ROW, "Lock now");
  adw_dialog_force_close (drive_get_dialog (drive));
}

/* The narrowest window, with the frame that the toolkit itself draws on X11. */
#define NARROW 360
#define WIDE 900
#define WIDEST 1500
#define FRAME 20

static void
resize (Drive *drive, int width, gboolean collapsed)
{
  AdwNavigationSplitView *view = drive_need (drive->window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (drive->window), width, 600);
  hearth_test_wait_until (ABS (width - gtk_widget_get_width (GTK_WIDGET (drive->window))) <= FRAME);
  hearth_test_wait_until (adw_navigation_split_view_get_collapsed (view) == collapsed);
  hearth_test_settle ();
}

static int
get_least_width (Drive *drive)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (drive->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static GtkMenuButton *
find_main_menu (gpointer root)
{
  GtkWidget *list = drive_find (root, GTK_TYPE_LIST_BOX, NULL);
  GtkWidget *page = list != NULL ? gtk_widget_get_ancestor (list, ADW_TYPE_NAVIGATION_PAGE) : NULL;

  return page != NULL ? drive_find (page, GTK_TYPE_MENU_BUTTON, NULL) : NULL;
}

/* In a narrow window the main menu stands beside the sections, which another page may cover. */
static void
test_menu_narrow (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  GtkMenuButton *button;

  resize (drive, NARROW, TRUE);
  drive_activate (drive, "win.menu", NULL);
  hearth_test_wait_until ((button = find_main_menu (drive->window)) != NULL &&
                          gtk_widget_get_mapped (GTK_WIDGET (button)));
  g_assert_true (gtk_menu_button_get_active (button));
}

/* What does not fit makes libadwaita warn, which is fatal here. */
static void
test_widths (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  static const char *const sections[] = {
    "today",     "shift",    "handover", "whereabouts", "tasks", "residents", "daily-log",
    "incidents", "concerns", "health",   "counselling", "plans", "education", "legal",
    "rooms",     "reports",  "staff",    "approvals",   "audit", "staff-load"
  };

  resize (drive, NARROW, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      drive_activate (drive, "win.section", sections[i]);
      g_assert_cmpint (get_least_width (drive), <=, NARROW);
    }
  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  g_assert_cmpint (get_least_width (drive), <=, NARROW);
  drive_activate (drive, "win.new", NULL);
  g_assert_cmpint (get_least_width (drive), <=, NARROW);
  resize (drive, WIDE, FALSE);
}

/* Another width is another layout of the same page: what was shown stays shown. */
static void
test_width_keeps_page (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");
  AdwViewStack *stack;

  resize (drive, WIDEST, FALSE);
  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  stack = drive_need (drive_get_page (drive), ADW_TYPE_VIEW_STACK, NULL);
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "page.show", "s", "timeline");
  hearth_test_settle ();
  resize (drive, WIDE, FALSE);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "timeline");
  resize (drive, NARROW, TRUE);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "timeline");
  resize (drive, WIDEST, FALSE);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "timeline");
}

/* A row that the arrow keys only passed does not stay marked as the one that is shown. */
static void
test_sidebar_mark (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  GtkListBox *sidebar = drive_need (drive->window, GTK_TYPE_LIST_BOX, NULL);
  GtkListBoxRow *shown = gtk_list_box_get_selected_row (sidebar), *passed;

  passed = gtk_list_box_get_row_at_index (sidebar, gtk_list_box_row_get_index (shown) + 1);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (shown)));
  gtk_list_box_select_row (sidebar, passed);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (drive_get_page (drive)), GTK_DIR_TAB_FORWARD));
  hearth_test_wait_until (gtk_list_box_get_selected_row (sidebar) == shown);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/search/people", test_search);
  g_test_add_func ("/views/search/arrows", test_search_arrows);
  g_test_add_func ("/views/search/actions", test_search_finds_actions);
  g_test_add_func ("/views/search/sections", test_search_finds_sections);
  g_test_add_func ("/views/search/escape", test_search_escape);
  g_test_add_func ("/views/resident/trend", test_trend);
  g_test_add_func ("/views/report/preview", test_report);
  g_test_add_func ("/views/report/from-resident", test_report_from_resident);
  g_test_add_func ("/views/report/print-to-file", test_print_to_file);
  g_test_add_func ("/views/roles/auditor", test_auditor);
  g_test_add_func ("/views/report/dates", test_report_dates);
  g_test_add_func ("/views/report/kinds", test_report_kinds);
  g_test_add_func ("/views/report/about-record", test_report_about_record);
  g_test_add_func ("/views/report/language", test_report_language);
  g_test_add_func ("/views/window/actions", test_action_table);
  g_test_add_func ("/views/window/widths", test_widths);
  g_test_add_func ("/views/window/menu-narrow", test_menu_narrow);
  g_test_add_func ("/views/window/width-keeps-page", test_width_keeps_page);
  g_test_add_func ("/views/window/sidebar-mark", test_sidebar_mark);
  return g_test_run ();
}
