/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of the professions: what is due, the menu of what can be added, the keyboard that stays where it was, who sees
 * which, and what the forms of health say first.
 */
#include "core/date.h"
#include "records/types.h"
#include "rules/health.h"
#include "views/area-page.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/health-forms.h"
#include "views/records-page.h"
#include "views/resident-page.h"
#include "views/resident-words.h"
#include "widgets/alert-chips.h"
#include "widgets/toggle-row.h"

#define NARROW 360
/* What a window adds around its content at most. */
#define FRAME 20

/* ---- Helpers ---- */

static HearthRecord *
add (Drive *drive, HearthRecord *resident, const HearthRecordType *type, const char *const *values)
{
  HearthRecord *record = hearth_record_new (type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (record, "resident", hearth_record_get_id (resident));
  for (guint i = 0; values[i] != NULL; i += 2)
    hearth_record_set (record, values[i], values[i + 1]);
  hearth_store_save (drive_get_store (drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

static HearthRecord *
add_allergy (Drive *drive, HearthRecord *resident, const char *substance, const char *severity)
{
  return add (drive, resident, &hearth_allergy_type,
              (const char *[]) { "substance", substance, "kind", "medicine", "severity", severity, "action",
                                 "Call for help", "noted_on", "2026-02-01", NULL });
}

static HearthRecord *
add_condition (Drive *drive, HearthRecord *resident, const char *name, const char *next_check)
{
  return add (drive, resident, &hearth_health_condition_type,
              (const char *[]) { "condition", name, "status", "active", "next_check", next_check, NULL });
}

/* The row of a list on @root whose title is @title, or NULL. */
static GtkWidget *
find_row (gpointer root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find_row (child, title) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_subtitle (GtkWidget *row)
{
  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static AdwBanner *
find_banner (GtkWidget *root)
{
  AdwBanner *found =
    ADW_IS_BANNER (root) && adw_banner_get_revealed (ADW_BANNER (root)) ? ADW_BANNER (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_banner (child);
  return found;
}

/* What the form on @page says above itself, NULL for nothing. */
static const char *
get_said (AdwNavigationPage *page)
{
  AdwBanner *banner = find_banner (GTK_WIDGET (page));

  return banner != NULL ? adw_banner_get_title (banner) : NULL;
}

static void
act (Drive *drive, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (drive_get_page (drive)), action,
                                                     target != NULL ? g_variant_new_string (target) : NULL));
  hearth_test_settle ();
}

static void
open_area (Drive *drive, HearthRecord *resident, const char *name)
{
  drive_activate (drive, "win.open-record", hearth_record_get_id (resident));
  act (drive, "page.area", name);
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (drive)));
}

static gboolean
has_focus_within (Drive *drive, GtkWidget *row)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (drive->window));

  return focus != NULL && row != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* A house with one person of each of @roles, called as the role, and one resident. */
static Drive *
drive_with (const char *const *roles, HearthRecord **resident)
{
  HearthTestHouse *house = hearth_test_house_new ();

  for (; *roles != NULL; roles++)
    hearth_test_house_add_person (house, *roles, *roles);
  *resident = hearth_test_house_add_resident (house, "Mali");
  return drive_new_in (house);
}

static void
sign_in (Drive *drive, const char *user)
{
  if (hearth_window_get_session (drive->window) != NULL)
    drive_activate (drive, "win.lock", NULL);
  hearth_test_wait_until (hearth_window_get_session (drive->window) == NULL);
  drive_sign_in (drive, user, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
}

/* ---- What the pages show ---- */

/* Late first, then what is due, of the house with names and of a resident without; what is done goes. */
static void
test_due (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) robin = drive_add_resident (drive, "Robin");
  g_autoptr (HearthRecord) late = add_condition (drive, mali, "Asthma", "2026-02-20");
  g_autoptr (HearthRecord) other = add_condition (drive, robin, "Anaemia", HEARTH_TEST_TODAY);
  g_autoptr (GError) error = NULL;
  AdwNavigationPage *page;
  GtkWidget *row;

  drive_activate (drive, "win.section", "health");
  page = drive_get_page (drive);
  g_assert_true (HEARTH_IS_AREA_PAGE (page));
  g_assert_true (hearth_area_page_get_area (HEARTH_AREA_PAGE (page)) == &hearth_area_health);
  drive_need (page, GTK_TYPE_LABEL, "Due");
  row = find_row (page, "Mali");
  g_assert_nonnull (strstr (get_subtitle (row), "Asthma"));
  g_assert_nonnull (find_row (page, "Robin"));
  drive_need (row, GTK_TYPE_LABEL, "Late");

  hearth_record_set (late, "next_check", "2026-09-01");
  hearth_store_save (drive_get_store (drive), late, NULL, NULL, &error);
  g_assert_no_error (error);
  hearth_test_wait_until (drive_find (page, GTK_TYPE_LABEL, "Late") == NULL);

  open_area (drive, robin, "health");
  g_assert_nonnull (find_row (drive_get_page (drive), "Look at this condition again"));
  g_assert_null (find_row (drive_get_page (drive), "Asthma"));
  g_assert_nonnull (find_row (drive_get_page (drive), "Anaemia"));
}

static void
test_nothing_yet (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");

  for (const HearthArea *const *area = hearth_areas_get (); *area != NULL; area++)
    {
      open_area (drive, mali, (*area)->name);
      g_assert_true (hearth_area_page_get_area (HEARTH_AREA_PAGE (drive_get_page (drive))) == *area);
      g_assert_true (hearth_area_look_up ((*area)->name) == *area);
    }
  open_area (drive, mali, "health");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Nothing is due");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "No medicine is to be given today");
}

/* What a resident must not have stands where a medicine is given, and where it is written down. */
static void
test_medicines (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) allergy = add_allergy (drive, mali, "Penicillin", "grave");
  g_autoptr (HearthRecord) over =
    add (drive, mali, &hearth_medicine_type,
         (const char *[]) { "medicine", "Cetirizine", "dose", "1 tablet", "schedule", "In the evening",
                            "start", "2026-01-01", "until", "2026-01-31", NULL });
  g_autoptr (HearthRecord) now =
    add (drive, mali, &hearth_medicine_type,
         (const char *[]) { "medicine", "Penicillin V", "strength", "500 mg", "dose", "1 tablet", "schedule",
                            "Morning and evening", "start", "2026-02-27", NULL });
  AdwNavigationPage *page;
  GtkWidget *row;

  open_area (drive, mali, "health");
  page = drive_get_page (drive);
  g_assert_nonnull (strstr (get_subtitle (find_row (page, "Allergy: Penicillin")), "Call for help"));
  g_assert_null (find_row (page, "Cetirizine"));
  row = find_row (page, "Penicillin V · 500 mg");
  g_assert_nonnull (strstr (get_subtitle (row), "Morning and evening"));
  g_assert_nonnull (strstr (get_subtitle (row), "Allergy: Penicillin"));

  act (drive, "page.new-record", "medicine");
  page = drive_get_page (drive);
  g_assert_null (get_said (page));
  drive_type (page, "medicine", "penicillin syrup");
  g_assert_nonnull (strstr (get_said (page), "Allergy: Penicillin."));
  drive_type (page, "medicine", "Ibuprofen");
  g_assert_null (get_said (page));
}

/* ---- Adding ---- */

static GMenuModel *
find_new_menu (Drive *drive)
{
  AdwSplitButton *button = drive_need (drive_get_page (drive), ADW_TYPE_SPLIT_BUTTON, NULL);

  return adw_split_button_get_menu_model (button);
}

static bool
menu_has (GMenuModel *menu, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *words = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &words);
      if (g_strcmp0 (words, label) == 0)
        return true;
    }
  return false;
}

static const HearthRecordType *
get_form_type (Drive *drive)
{
  HearthRecordForm *form = drive_need (drive_get_page (drive), HEARTH_TYPE_RECORD_FORM, NULL);

  return hearth_record_get_record_type (hearth_record_form_get_record (form));
}

/* The button is the first type, the menu the others; both go into the file that is open. */
static void
test_new (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  GMenuModel *menu;

  open_area (drive, mali, "health");
  menu = find_new_menu (drive);
  g_assert_false (menu_has (menu, "Medical screening"));
  g_assert_true (menu_has (menu, "Allergy"));
  g_assert_true (menu_has (menu, "Measurement"));
  drive_activate (drive, "win.new", NULL);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  g_assert_true (get_form_type (drive) == &hearth_screening_type);
  drive_activate (drive, "win.back", NULL);
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (drive)));
  act (drive, "page.new-record", "measurement");
  drive_type (drive_get_page (drive), "weight", "52.5");
  act (drive, "page.save", NULL);
  hearth_test_wait_until (drive_count (drive, "measurement") == 1);
  hearth_test_wait_until (HEARTH_IS_AREA_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "Measured");
  act (drive, "page.list", "measurement");
  g_assert_cmpuint (
    g_list_model_get_n_items (hearth_records_page_get_model (HEARTH_RECORDS_PAGE (drive_get_page (drive)))),
    ==, 1);
}

/* The keyboard stays at the row it was at, though the page was made anew; it goes to the part when the row has gone. */
static void
test_focus (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) asthma = add_condition (drive, mali, "Asthma", "2026-09-01");
  g_autoptr (HearthRecord) anaemia = add_condition (drive, mali, "Anaemia", "2026-09-01");
  g_autoptr (HearthRecord) more = NULL;
  AdwNavigationPage *page;
  GtkWidget *row;

  open_area (drive, mali, "health");
  page = drive_get_page (drive);
  row = find_row (page, "Asthma");
  g_assert_true (gtk_widget_grab_focus (row));
  more = add_condition (drive, mali, "Eczema", "2026-09-01");
  hearth_test_wait_until (find_row (page, "Eczema") != NULL);
  g_assert_false (find_row (page, "Asthma") == row);
  g_assert_true (has_focus_within (drive, find_row (page, "Asthma")));

  gtk_widget_activate_action (find_row (page, "Asthma"), "win.open-record", "s",
                              hearth_record_get_id (asthma));
  hearth_test_settle ();
  drive_type (drive_get_page (drive), "condition", "Asthma, mild");
  act (drive, "page.save", NULL);
  hearth_test_wait_until (drive_get_page (drive) == page);
  hearth_test_wait_until (has_focus_within (drive, find_row (page, "Asthma, mild")));
}

/* ---- The overview ---- */

static void
test_overview (void)
{
  static const char *const roles[] = { "nurse", "teacher", NULL };
  g_autoptr (HearthRecord) mali = NULL;
  g_autoptr (Drive) drive = drive_with (roles, &mali);
  g_autofree char *id = g_strdup (hearth_record_get_id (mali));
  g_autoptr (HearthRecord) allergy = NULL;
  g_autoptr (HearthRecord) loaded = NULL;

  g_clear_object (&mali);
  sign_in (drive, "nurse");
  loaded = hearth_store_load (drive_get_store (drive), id, NULL);
  drive_activate (drive, "win.open-record", id);
  g_assert_cmpstr (get_subtitle (find_row (drive_get_page (drive), "Health")), ==, "");
  allergy = add_allergy (drive, loaded, "Peanuts", "grave");
  hearth_test_wait_until (g_strcmp0 (get_subtitle (find_row (drive_get_page (drive), "Health")),
                                     "Allergy: Peanuts") == 0);
  g_assert_nonnull (find_row (drive_get_page (drive), "Counselling"));
  g_assert_null (find_row (drive_get_page (drive), "Legal"));
  gtk_widget_activate (find_row (drive_get_page (drive), "Health"));
  hearth_test_settle ();
  g_assert_true (HEARTH_IS_AREA_PAGE (drive_get_page (drive)));
  g_clear_object (&allergy);
  g_clear_object (&loaded);

  sign_in (drive, "teacher");
  drive_activate (drive, "win.open-record", id);
  g_assert_null (find_row (drive_get_page (drive), "Health"));
  g_assert_null (find_row (drive_get_page (drive), "Plans"));
  g_assert_nonnull (find_row (drive_get_page (drive), "Education"));
}

/* ---- Allergies wherever alerts are ---- */

static void
test_allergies (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) grave = add_allergy (drive, mali, "Penicillin", "grave");
  g_autoptr (HearthRecord) mild = add_allergy (drive, mali, "Pollen", "mild");
  g_autoptr (HearthResidentWords) words = hearth_resident_words_new_alerts (drive_get_store (drive));
  g_autoptr (GError) error = NULL;
  GtkWidget *chips;

  drive_activate (drive, "win.open-record", hearth_record_get_id (mali));
  chips = drive_need (drive_get_page (drive), HEARTH_TYPE_ALERT_CHIPS, NULL);
  drive_need (chips, GTK_TYPE_LABEL, "Allergy: Penicillin");
  drive_need (chips, GTK_TYPE_LABEL, "Allergy: Pollen");
  g_assert_cmpstr (hearth_resident_words_get (words, hearth_record_get_id (mali)), ==,
                   "Allergy: Pollen\nAllergy: Penicillin");
  act (drive, "page.show", "timeline");
  chips = drive_need (drive_get_page (drive), HEARTH_TYPE_ALERT_CHIPS, NULL);
  drive_need (chips, GTK_TYPE_LABEL, "Allergy: Penicillin");
  g_assert_null (drive_find (chips, GTK_TYPE_LABEL, "Allergy: Pollen"));

  hearth_record_set (mild, "ended_on", "2026-02-20");
  hearth_store_save (drive_get_store (drive), mild, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_resident_words_get (words, hearth_record_get_id (mali)), ==, "Allergy: Penicillin");
}

/* ---- The screening ---- */

/* Every question is answered by the keys of a row of toggles; what is urgent is said above the form, and again once it is
 * saved. */
static void
test_screening (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  AdwNavigationPage *page;

  open_area (drive, mali, "health");
  drive_activate (drive, "win.new", NULL);
  page = drive_get_page (drive);
  g_assert_true (HEARTH_IS_TOGGLE_ROW (drive_get_row (page, "bleeding")));
  g_assert_true (HEARTH_IS_TOGGLE_ROW (drive_get_row (page, "work_back")));
  drive_type (page, "reason", "arrival");
  drive_type (page, "bleeding", "no");
  g_assert_null (get_said (page));
  drive_type (page, "fever", "yes");
  g_assert_cmpstr (get_said (page), ==, "First: Fever. A doctor should see the resident today.");
  drive_type (page, "fever", "declined");
  g_assert_null (get_said (page));
  drive_type (page, "dying_thoughts", "yes");
  g_assert_cmpstr (get_said (page), ==, "First: Thoughts of dying or of hurting oneself. Stay near.");
  drive_press (page, "Write a safety check");
  hearth_test_settle ();
  g_assert_true (get_form_type (drive) == &hearth_safety_check_type);
  drive_activate (drive, "win.back", NULL);
  hearth_test_wait_until (drive_get_page (drive) == page);
  act (drive, "page.save", NULL);
  hearth_test_wait_until (drive_count (drive, "screening") == 1);
  hearth_test_wait_until (drive_get_page (drive) != page);
  g_assert_nonnull (find_row (drive_get_page (drive), "Write a safety check"));
  g_assert_nonnull (find_row (drive_get_page (drive), "Make an appointment today"));
  drive_press (drive_get_page (drive), "Done");
  hearth_test_wait_until (HEARTH_IS_AREA_PAGE (drive_get_page (drive)));
}

/* ---- Narrow ---- */

static void
test_narrow (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  g_autoptr (HearthRecord) allergy = add_allergy (drive, mali, "Penicillin", "grave");

  gtk_window_set_default_size (GTK_WINDOW (drive->window), NARROW, 640);
  hearth_test_wait_until (ABS (NARROW - gtk_widget_get_width (GTK_WIDGET (drive->window))) <= FRAME);
  for (const HearthArea *const *area = hearth_areas_get (); *area != NULL; area++)
    {
      int least;

      open_area (drive, mali, (*area)->name);
      gtk_widget_measure (GTK_WIDGET (drive->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      g_assert_cmpint (least, <=, NARROW);
    }
}

int
main (int argc, char **argv)
{
  drive_init (&argc, &argv);

  g_test_add_func ("/views/areas/due", test_due);
  g_test_add_func ("/views/areas/nothing-yet", test_nothing_yet);
  g_test_add_func ("/views/areas/medicines", test_medicines);
  g_test_add_func ("/views/areas/new", test_new);
  g_test_add_func ("/views/areas/focus", test_focus);
  g_test_add_func ("/views/areas/overview", test_overview);
  g_test_add_func ("/views/areas/allergies", test_allergies);
  g_test_add_func ("/views/areas/screening", test_screening);
  g_test_add_func ("/views/areas/narrow", test_narrow);
  return g_test_run ();
}
