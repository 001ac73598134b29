/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking somebody in through the window: at night, in full, twice, again, with a brother or sister, with bad input.
 */
#include "core/value.h"
#include "records/types.h"
#include "store/draft.h"
#include "views/admission-page.h"
#include "views/admission-places.h"
#include "views/drive.h"
#include "views/resident-page.h"

static void
begin (Drive *drive)
{
  drive_activate (drive, "win.admit", "");
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
}

static void
type (Drive *drive, const char *field, const char *text)
{
  drive_type (drive_get_page (drive), field, text);
}

static char *
get_typed (Drive *drive, const char *field)
{
  return hearth_field_row_dup_text (drive_get_row (drive_get_page (drive), field));
}

static const char *
get_problem (Drive *drive, const char *field)
{
  return hearth_field_row_get_problem (drive_get_row (drive_get_page (drive), field));
}

/* What is in the one record of @type_name that there is, or the last that was made. */
static HearthRecord *
load_last (Drive *drive, const HearthRecordType *record_type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (record_type);
  g_autoptr (GListModel) records = NULL;

  hearth_query_set_sort (query, "created_at", true);
  records = hearth_store_list (drive_get_store (drive), query, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (records), >, 0);
  return g_list_model_get_item (records, 0);
}

static HearthRecord *
add_resident (Drive *drive, const char *name, const char *birth)
{
  HearthRecord *resident = hearth_record_new (&hearth_resident_type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (resident, "name_used", name);
  hearth_record_set (resident, "birth", birth);
  hearth_store_save (drive_get_store (drive), resident, NULL, NULL, &error);
  g_assert_no_error (error);
  return resident;
}

static void
add_stay (Drive *drive, HearthRecord *resident, const char *end)
{
  g_autoptr (HearthRecord) stay = hearth_record_new (&hearth_stay_type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (stay, "resident", hearth_record_get_id (resident));
  hearth_record_set (stay, "placement", "this_house");
  hearth_record_set (stay, "start", "2025-01-10");
  hearth_record_set (stay, "end", end);
  hearth_store_save (drive_get_store (drive), stay, NULL, NULL, &error);
  g_assert_no_error (error);
}

static bool
is_sensitive (Drive *drive, const char *button)
{
  return gtk_widget_is_sensitive (drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, button));
}

/* A name and a birth year that are here already, strongly alike. */
static void
type_twice (Drive *drive)
{
  begin (drive);
  type (drive, "name_used", "Mali");
  type (drive, "birth", "2012");
  drive_press (drive_get_page (drive), "Continue");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "First say whether this is Mali, R-001");
  g_assert_false (is_sensitive (drive, "Continue"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (drive_get_row (drive_get_page (drive), "languages"))));
}

static const char *
get_code_shown (Drive *drive)
{
  AdwNavigationPage *page = drive_get_page (drive);

  g_assert_true (HEARTH_IS_RESIDENT_PAGE (page));
  return hearth_record_get (hearth_resident_page_get_resident (HEARTH_RESIDENT_PAGE (page)), "code");
}

/* ---- A night, and the morning after ---- */

static void
admit_at_night (Drive *drive)
{
  begin (drive);
  type (drive, "name_used", "Mali");
  type (drive, "age_stated", "14");
  type (drive, "sex", "2");
  type (drive, "phone", "+66 81 234 5678");
  drive_press (drive_get_page (drive), "Continue");
  type (drive, "languages", "Thai");
  type (drive, "brought_by", "Police");
  type (drive, "legal_basis", "not_known");
  type (drive, "needs", "medical food");
  type (drive, "kind", "allergy");
  type (drive, "text", "Penicillin");
  type (drive, "room", "2, by the window");
  type (drive, "first_words", "I am tired.");
  drive_activate (drive, "win.save", NULL);
}

static void
test_night (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = NULL;
  g_autoptr (HearthRecord) stay = NULL;
  g_autoptr (HearthRecord) admission = NULL;
  g_autoptr (HearthRecord) alert = NULL;
  g_autoptr (HearthRecord) contact = NULL;

  admit_at_night (drive);
  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  drive_need (drive->window, GTK_TYPE_LABEL, "Mali was admitted");
  resident = load_last (drive, &hearth_resident_type);
  stay = load_last (drive, &hearth_stay_type);
  admission = load_last (drive, &hearth_admission_type);
  alert = load_last (drive, &hearth_alert_type);
  contact = load_last (drive, &hearth_contact_type);
  g_assert_cmpstr (hearth_record_get (resident, "birth"), ==, "2012~");
  g_assert_cmpstr (hearth_record_get (stay, "start"), ==, HEARTH_TEST_TODAY);
  g_assert_cmpstr (hearth_record_get (stay, "legal_basis"), ==, "not_known");
  g_assert_cmpstr (hearth_record_get (stay, "first_words"), ==, "I am tired.");
  g_assert_cmpstr (hearth_record_get (admission, "needs"), ==, "medical food");
  g_assert_cmpstr (hearth_record_get (alert, "text"), ==, "Penicillin");
  g_assert_cmpstr (hearth_record_get (alert, "level"), ==, "high");
  g_assert_cmpstr (hearth_record_get (contact, "safe_to_call"), ==, "not_known");
  g_assert_cmpstr (hearth_record_get_resident (contact), ==, hearth_record_get_id (resident));
  g_assert_false (hearth_record_is_yes (admission, "complete"));
}

static void
test_undone (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  static const HearthRecordType *const types[] = { &hearth_resident_type, &hearth_stay_type,
                                                   &hearth_admission_type, &hearth_alert_type,
                                                   &hearth_contact_type };

  admit_at_night (drive);
  drive_press (drive->window, "Undo");
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (drive_count (drive, types[i]->name), ==, 0);
}

static void
test_completed (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) admission = NULL;
  g_autofree char *languages = NULL;

  admit_at_night (drive);
  admission = load_last (drive, &hearth_admission_type);
  drive_activate (drive, "win.open-record", hearth_record_get_id (admission));
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "To be completed");
  languages = get_typed (drive, "languages");
  g_assert_cmpstr (languages, ==, "Thai");
  type (drive, "rights_explained", "yes");
  type (drive, "rights_on", "today");
  type (drive, "orientation", "house people");
  type (drive, "order_number", "12/2026");
  type (drive, "nationality", "Thai");
  type (drive, "complete", "yes");
  drive_activate (drive, "win.save", NULL);

  g_assert_false (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
  g_assert_true (hearth_record_is_yes (admission, "complete"));
  g_assert_cmpstr (hearth_record_get (admission, "rights_on"), ==, HEARTH_TEST_TODAY);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 1);
  g_assert_cmpint (drive_count (drive, "stay"), ==, 1);
  g_assert_cmpint (drive_count (drive, "alert"), ==, 1);
}

/* What everybody must know may be nothing; only what was begun is asked for. */
static void
test_no_alert (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  GtkWidget *row;

  begin (drive);
  type (drive, "name_used", "Amina");
  drive_press (drive_get_page (drive), "Continue");
  row = GTK_WIDGET (drive_get_row (drive_get_page (drive), "text"));
  g_assert_null (drive_find (row, GTK_TYPE_LABEL, "Required"));
  type (drive, "kind", "allergy");
  drive_need (row, GTK_TYPE_LABEL, "Required");
  type (drive, "kind", "");
  g_assert_null (drive_find (row, GTK_TYPE_LABEL, "Required"));
}

/* What is typed in the full form is kept when only the short one is shown. */
static void
test_short_and_full (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = NULL;
  AdwToggleGroup *mode;

  begin (drive);
  type (drive, "name_used", "Amina");
  drive_press (drive_get_page (drive), "Continue");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (drive_get_row (drive_get_page (drive),
                                                                     "nationality"))));
  mode = drive_need (drive_get_page (drive), ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active_name (mode, "full");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (drive_get_row (drive_get_page (drive), "nationality"))));
  type (drive, "nationality", "Lao");
  type (drive, "children", "many");
  adw_toggle_group_set_active_name (mode, "short");

  /* What is wrong is shown, wherever it stands. */
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpstr (adw_toggle_group_get_active_name (mode), ==, "full");
  g_assert_cmpstr (get_problem (drive, "children"), !=, "");
  g_assert_cmpint (drive_count (drive, "resident"), ==, 0);
  type (drive, "children", "0");
  drive_activate (drive, "win.save", NULL);
  resident = load_last (drive, &hearth_resident_type);
  g_assert_cmpstr (hearth_record_get (resident, "nationality"), ==, "Lao");
  g_assert_cmpint (drive_count (drive, "alert"), ==, 0);
  g_assert_cmpint (drive_count (drive, "contact"), ==, 0);
}

/* Somebody else saved the stay while the admission was completed. */
static void
test_changed_meanwhile (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) admission = NULL;
  g_autoptr (HearthRecord) stay = NULL;
  g_autoptr (HearthRecord) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  admit_at_night (drive);
  admission = load_last (drive, &hearth_admission_type);
  stay = load_last (drive, &hearth_stay_type);
  drive_activate (drive, "win.open-record", hearth_record_get_id (admission));
  type (drive, "order_number", "12/2026");
  other = hearth_record_copy (stay);
  hearth_record_set (other, "room", "3");
  hearth_store_save (drive_get_store (drive), other, NULL, NULL, &error);
  g_assert_no_error (error);
  drive_activate (drive, "win.save", NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (drive_get_dialog (drive)));
  adw_dialog_force_close (drive_get_dialog (drive));
  hearth_test_settle ();
  typed = get_typed (drive, "order_number");
  g_assert_cmpstr (typed, ==, "12/2026");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpstr (hearth_record_get (stay, "order_number"), ==, "12/2026");
  g_assert_cmpstr (hearth_record_get (stay, "room"), ==, "3");
}

/* A role that may not read everything admits all the same; what it may not see is not asked. */
static void
test_duty_carer (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  drive_sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  admit_at_night (drive);
  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "admission"), ==, 1);
  g_assert_cmpint (drive_count (drive, "alert"), ==, 1);
}

/* ---- Who is here already ---- */

static void
test_sibling (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = add_resident (drive, "Mali", "2012");
  g_autoptr (HearthRecord) second = NULL;
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_contact_type);
  g_autoptr (GListModel) people = NULL;

  type_twice (drive);
  drive_press (drive_get_page (drive), "Brother or sister");
  drive_press (drive_get_page (drive), "Continue");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (drive_get_row (drive_get_page (drive), "languages"))));
  drive_activate (drive, "win.save", NULL);

  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "resident"), ==, 2);
  second = hearth_store_load_resident (drive_get_store (drive), "R-002", NULL);
  g_assert_cmpstr (hearth_record_get (second, "different_from"), ==, "R-001");
  people = hearth_store_list (drive_get_store (drive), query, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HearthRecord) person = g_list_model_get_item (people, i);
      HearthRecord *other =
        g_str_equal (hearth_record_get_resident (person), hearth_record_get_id (first)) ? second : first;

      g_assert_cmpstr (hearth_record_get (person, "also_here"), ==, hearth_record_get_id (other));
      g_assert_cmpstr (hearth_record_get (person, "safe_to_call"), ==, "lives_here");
    }
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Lives here too");
  gtk_widget_activate (drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Mali"));
  hearth_test_settle ();
  g_assert_cmpstr (get_code_shown (drive), ==, "R-001");
}

/* Wherever it was begun, the one who was admitted is in front afterwards. */
static void
test_begun_at_another (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = add_resident (drive, "Mali", "2012");

  drive_activate (drive, "win.open-record", hearth_record_get_id (first));
  type_twice (drive);
  drive_press (drive_get_page (drive), "Brother or sister");
  drive_press (drive_get_page (drive), "Continue");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpstr (get_code_shown (drive), ==, "R-002");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "navigation.pop", NULL);
  hearth_test_settle ();
  g_assert_cmpstr (get_code_shown (drive), ==, "R-001");

  /* Somebody whose own file is open already comes back to the same page. */
  drive_activate (drive, "win.admit", hearth_record_get_id (first));
  type (drive, "room", "4");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpstr (get_code_shown (drive), ==, "R-001");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "navigation.pop", NULL);
  hearth_test_settle ();
  g_assert_false (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
}

static void
test_somebody_else (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = add_resident (drive, "Mali", "2012");
  g_autoptr (HearthRecord) second = NULL;

  type_twice (drive);
  drive_press (drive_get_page (drive), "Somebody else");
  drive_press (drive_get_page (drive), "Continue");
  drive_activate (drive, "win.save", NULL);
  second = hearth_store_load_resident (drive_get_store (drive), "R-002", NULL);
  g_assert_cmpstr (hearth_record_get (second, "different_from"), ==, "R-001");
  g_assert_cmpint (drive_count (drive, "contact"), ==, 0);
}

static void
test_comes_back (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = add_resident (drive, "Mali", "2012");
  g_autofree char *typed = NULL;

  add_stay (drive, first, "2025-06-01");
  begin (drive);
  type (drive, "name_used", "Maly");
  type (drive, "birth", "2012");
  type (drive, "sex", "2");
  hearth_test_wait_until (drive_find (drive_get_page (drive), GTK_TYPE_BUTTON, "The same person") != NULL);
  drive_press (drive_get_page (drive), "The same person");

  /* What the file says stays, what it did not say is taken over. */
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
  typed = get_typed (drive, "name_used");
  g_assert_cmpstr (typed, ==, "Mali");
  type (drive, "room", "3");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 1);
  g_assert_cmpint (drive_count (drive, "stay"), ==, 2);
  g_assert_cmpint (drive_count (drive, "admission"), ==, 1);
  g_assert_cmpstr (hearth_record_get (first, "sex"), ==, "2");
  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
}

static void
test_lives_here (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = add_resident (drive, "Mali", "2012");

  add_stay (drive, first, "");
  type_twice (drive);
  drive_press (drive_get_page (drive), "The same person");
  g_assert_true (HEARTH_IS_RESIDENT_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "stay"), ==, 1);
}

/* Whatever is found, the button is where it was. */
static void
test_continue_stays (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = drive_add_resident (drive, "Mali");
  GtkWidget *button;
  graphene_rect_t before, after;

  begin (drive);
  button = drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "Continue");
  hearth_test_wait_until (gtk_widget_get_height (button) > 0);
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (drive->window), &before));
  type (drive, "name_used", "Xenia");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nobody like this is in the house’s records.");
  type (drive, "name_used", "Mali");
  drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "Somebody else");
  hearth_test_settle ();
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (drive->window), &after));
  g_assert_true (graphene_rect_equal (&before, &after));
}

/* One name that two share is no more than worth a look. */
static void
test_same_name (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = drive_add_resident (drive, "Mali");

  begin (drive);
  type (drive, "name_used", "Mali");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "If it is the same person, say so now.");
  g_assert_true (is_sensitive (drive, "Continue"));
  drive_press (drive_get_page (drive), "Continue");
  drive_need (drive_get_page (drive), GTK_TYPE_BUTTON, "Somebody else");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 2);
}

/* ---- Bad input ---- */

static void
test_tomorrow (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  begin (drive);
  type (drive, "name_used", "Amina");
  drive_press (drive_get_page (drive), "Continue");
  type (drive, "arrived_at", "2026-03-02 10:00");
  drive_activate (drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
  g_assert_cmpstr (get_problem (drive, "arrived_at"), !=, "");
  g_assert_cmpint (drive_count (drive, "resident"), ==, 0);
}

static void
test_age_contradicts (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *room = NULL;

  begin (drive);
  type (drive, "name_used", "Amina");
  type (drive, "birth", "2012-05-03");
  type (drive, "age_stated", "20");
  drive_press (drive_get_page (drive), "Continue");
  type (drive, "room", "2");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpstr (get_problem (drive, "age_stated"), !=, "");
  g_assert_cmpint (drive_count (drive, "resident"), ==, 0);
  g_assert_cmpint (drive_count (drive, "admission"), ==, 0);
  room = get_typed (drive, "room");
  g_assert_cmpstr (room, ==, "2");
  type (drive, "age_stated", "13");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "admission"), ==, 1);
}

static void
test_names (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = NULL;
  g_autofree char *most = g_strnfill (198, 'a');
  g_autofree char *name = g_strconcat (most, "🌻", "ម", NULL);
  g_autofree char *too_long = g_strconcat (name, "b", NULL);

  begin (drive);
  drive_press (drive_get_page (drive), "Continue");
  g_assert_cmpstr (get_problem (drive, "name_used"), !=, "");
  type (drive, "name_used", too_long);
  drive_press (drive_get_page (drive), "Continue");
  g_assert_cmpstr (get_problem (drive, "name_used"), !=, "");
  type (drive, "name_used", name);
  type (drive, "birth", "2012");
  drive_press (drive_get_page (drive), "Continue");
  drive_activate (drive, "win.save", NULL);
  resident = load_last (drive, &hearth_resident_type);
  g_assert_cmpstr (hearth_record_get (resident, "name_used"), ==, name);
  g_assert_cmpstr (hearth_record_get (resident, "birth"), ==, "2012");
}

/* ---- Drafts ---- */

static char *
lock_and_sign_in (Drive *drive)
{
  g_autoptr (GPtrArray) drafts = NULL;

  drive_activate (drive, "win.lock", NULL);
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  drafts = hearth_store_list_drafts (drive_get_store (drive), NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  return g_strdup (((HearthDraft *) g_ptr_array_index (drafts, 0))->id);
}

static void
test_draft (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = add_resident (drive, "Mali", "2012");
  g_autofree char *draft = NULL;
  g_autofree char *room = NULL;
  g_autofree char *birth = NULL;
  g_autoptr (GPtrArray) left = NULL;

  type_twice (drive);
  drive_press (drive_get_page (drive), "Brother or sister");
  drive_press (drive_get_page (drive), "Continue");
  type (drive, "room", "2");
  type (drive, "birth", "2012 or so");
  draft = lock_and_sign_in (drive);
  drive_activate (drive, "win.continue-draft", draft);
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
  room = get_typed (drive, "room");
  birth = get_typed (drive, "birth");
  g_assert_cmpstr (room, ==, "2");
  g_assert_cmpstr (birth, ==, "2012 or so");
  type (drive, "birth", "2012");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 2);
  g_assert_cmpint (drive_count (drive, "contact"), ==, 2);
  left = hearth_store_list_drafts (drive_get_store (drive), NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

/* Only the first question is answered yet. */
static void
test_draft_of_a_name (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *draft = NULL;
  g_autofree char *name = NULL;

  begin (drive);
  type (drive, "name_used", "Amina");
  draft = lock_and_sign_in (drive);
  drive_activate (drive, "win.continue-draft", draft);
  name = get_typed (drive, "name_used");
  g_assert_cmpstr (name, ==, "Amina");
  drive_press (drive_get_page (drive), "Continue");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 1);
}

/* Somebody whose file is known is admitted again, and the page is left in between. */
static void
test_draft_of_known (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) first = add_resident (drive, "Mali", "2012");

  drive_activate (drive, "win.admit", hearth_record_get_id (first));
  type (drive, "room", "4");
  gtk_widget_activate_action (GTK_WIDGET (drive_get_page (drive)), "navigation.pop", NULL);
  hearth_test_settle ();
  g_assert_cmpint (drive_count (drive, "stay"), ==, 0);
  drive_press (drive->window, "Continue");
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 1);
  g_assert_cmpint (drive_count (drive, "stay"), ==, 1);
}

/* The program was closed, and somebody else wrote the same person down. */
static void
test_written_down_meanwhile (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *draft = NULL;
  g_autoptr (HearthRecord) other = NULL;

  begin (drive);
  type (drive, "name_used", "Mali");
  type (drive, "birth", "2012");
  drive_press (drive_get_page (drive), "Continue");
  type (drive, "room", "2");
  draft = lock_and_sign_in (drive);
  drive_activate (drive, "win.continue-draft", draft);
  other = add_resident (drive, "Mali", "2012");
  drive_activate (drive, "win.save", NULL);
  g_assert_true (HEARTH_IS_ADMISSION_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "resident"), ==, 1);
  g_assert_cmpstr (get_problem (drive, "name_used"), !=, "");
  drive_press (drive_get_page (drive), "Somebody else");
  drive_activate (drive, "win.save", NULL);
  g_assert_cmpint (drive_count (drive, "resident"), ==, 2);
}

/* ---- The table ---- */

/* Every field of the three records is asked, or is known to be looked after elsewhere. */
static void
test_places (void)
{
  static const HearthRecordType *const types[] = { &hearth_resident_type, &hearth_stay_type,
                                                   &hearth_admission_type };
  static const char *const elsewhere[] = { "code",  "photo", "different_from", "placement",
                                           "start", "end",   "end_reason",     NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint j = 0; j < types[i]->n_fields; j++)
      {
        const HearthField *field = &types[i]->fields[j];

        g_test_message ("%s.%s", types[i]->name, field->name);
        g_assert_true (!hearth_field_is_stored (field) ||
                       g_strv_contains (elsewhere, field->name) !=
                         (hearth_admission_lookup_place (types[i], field->name) != NULL));
      }
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/admission/night", test_night);
  g_test_add_func ("/views/admission/undone", test_undone);
  g_test_add_func ("/views/admission/completed", test_completed);
  g_test_add_func ("/views/admission/no-alert", test_no_alert);
  g_test_add_func ("/views/admission/short-and-full", test_short_and_full);
  g_test_add_func ("/views/admission/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/views/admission/duty-carer", test_duty_carer);
  g_test_add_func ("/views/admission/sibling", test_sibling);
  g_test_add_func ("/views/admission/begun-at-another", test_begun_at_another);
  g_test_add_func ("/views/admission/somebody-else", test_somebody_else);
  g_test_add_func ("/views/admission/comes-back", test_comes_back);
  g_test_add_func ("/views/admission/lives-here", test_lives_here);
  g_test_add_func ("/views/admission/continue-stays", test_continue_stays);
  g_test_add_func ("/views/admission/same-name", test_same_name);
  g_test_add_func ("/views/admission/tomorrow", test_tomorrow);
  g_test_add_func ("/views/admission/age-contradicts", test_age_contradicts);
  g_test_add_func ("/views/admission/names", test_names);
  g_test_add_func ("/views/admission/draft", test_draft);
  g_test_add_func ("/views/admission/draft-of-a-name", test_draft_of_a_name);
  g_test_add_func ("/views/admission/draft-of-known", test_draft_of_known);
  g_test_add_func ("/views/admission/written-down-meanwhile", test_written_down_meanwhile);
  g_test_add_func ("/views/admission/places", test_places);
  return g_test_run ();
}
