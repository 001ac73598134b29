/* SPDX-License-Identifier: GPL-3.0-or-later
 * The history of a record, as a person reads it: who did what, when, and what changed, in words.
 */
#include "records/registry.h"
#include "store/audit.h"
#include "views/change-view.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/history-page.h"
#include "views/version-row.h"

static HearthRecord *
add_log (HearthTestHouse *house, HearthRecord *resident, const char *notes)
{
  return hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date",
                                HEARTH_TEST_TODAY, "shift", "morning", "notes", notes, NULL);
}

static void
save (HearthStore *store, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  hearth_store_save (store, record, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Signs in as @user in a house that a test has filled, and opens the history of @id. */
static Drive *
open_history (HearthTestHouse *house, const char *user, const char *id)
{
  Drive *drive = drive_new_in (house);

  drive_sign_in (drive, user, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  drive_activate (drive, "win.open-record", id);
  drive_activate (drive, "win.history", NULL);
  g_assert_true (HEARTH_IS_HISTORY_PAGE (drive_get_page (drive)));
  hearth_test_settle ();
  return drive;
}

static HearthRecordVersion *
get_version (Drive *drive, guint position)
{
  return g_list_model_get_item (
    hearth_history_page_get_versions (HEARTH_HISTORY_PAGE (drive_get_page (drive))), position);
}

static guint
count_versions (Drive *drive)
{
  return g_list_model_get_n_items (
    hearth_history_page_get_versions (HEARTH_HISTORY_PAGE (drive_get_page (drive))));
}

/* The row of the version at @position, as it is on screen. */
static GtkWidget *
find_version_row (GtkWidget *root, guint *position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (HEARTH_IS_VERSION_ROW (child) && (*position)-- == 0)
        return child;
      found = find_version_row (child, position);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
need_row (Drive *drive, guint position)
{
  guint left = position;
  GtkWidget *row = find_version_row (GTK_WIDGET (drive_get_page (drive)), &left);

  g_assert_nonnull (row);
  return row;
}

static HearthChangeView *
lookup_change (GtkWidget *row, const char *field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      HearthChangeView *found;

      if (HEARTH_IS_CHANGE_VIEW (child) && g_str_equal (gtk_widget_get_name (child), field))
        return HEARTH_CHANGE_VIEW (child);
      found = lookup_change (child, field);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_person (Drive *drive, guint position, const char *deed, const char *person)
{
  g_autoptr (HearthRecordVersion) version = get_version (drive, position);
  g_autofree char *found = hearth_record_version_dup_person (version);

  g_assert_cmpstr (hearth_record_version_get_deed (version), ==, deed);
  g_assert_cmpstr (found, ==, person);
}

/* ---- Who, what, when ---- */

static void
test_two_people (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = add_log (house, resident, "Slept well.");
  g_autofree char *id = g_strdup (hearth_record_get_id (entry));
  g_autoptr (HearthRecord) changed = NULL;
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "bo", "key-worker");
  g_clear_object (&resident);
  g_clear_object (&entry);
  hearth_test_house_open (house, "bo", HEARTH_TEST_PASSWORD);
  changed = hearth_store_load (house->store, id, NULL);
  hearth_record_set (changed, "shift", "night");
  save (house->store, changed);
  hearth_store_sign (house->store, changed, NULL);
  hearth_store_mark_in_error (house->store, changed, "Wrong child", NULL);
  g_clear_object (&changed);

  drive = open_history (house, HEARTH_TEST_USER, id);
  g_assert_cmpuint (count_versions (drive), ==, 4);
  assert_person (drive, 0, "Marked as entered in error", "bo, Key worker");
  assert_person (drive, 1, "Signed", "bo, Key worker");
  assert_person (drive, 2, "Changed", "bo, Key worker");
  assert_person (drive, 3, "First entered", "director, Director");
  drive_need (need_row (drive, 0), GTK_TYPE_LABEL, "Reason: “Wrong child”");
  g_assert_null (lookup_change (need_row (drive, 1), "shift"));
  drive_need (lookup_change (need_row (drive, 2), "shift"), GTK_TYPE_LABEL,
              "\342\200\216\342\201\250“Morning”\342\201\251 → \342\201\250“Night”\342\201\251");
  g_assert_null (lookup_change (need_row (drive, 2), "notes"));
  /* What was not there before, and the first version, which has no before. */
  drive_need (need_row (drive, 3), GTK_TYPE_LABEL, "\342\201\250“Slept well.”\342\201\251");
  g_autoptr (HearthRecordVersion) first = get_version (drive, 3);
  g_autofree char *late = hearth_record_version_dup_lateness (first);
  g_assert_cmpstr (late, ==, "");
}

static void
test_late (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date",
                           "2026-02-26", "shift", "night", NULL);
  g_autofree char *id = g_strdup (hearth_record_get_id (entry));
  g_autoptr (Drive) drive = NULL;

  g_clear_object (&resident);
  g_clear_object (&entry);
  drive = open_history (house, HEARTH_TEST_USER, id);
  drive_need (need_row (drive, 0), GTK_TYPE_LABEL, "Entered 3 days after it happened");
}

/* ---- What changed ---- */

static GtkLabel *
get_value (HearthChangeView *change)
{
  return GTK_LABEL (gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (change))));
}

/* Whether a stretch of @label that says @words has an attribute of @type. */
static bool
has_attribute (GtkLabel *label, PangoAttrType type, const char *words)
{
  g_autoptr (PangoAttrIterator) at = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
  const char *text = gtk_label_get_text (label);

  do
    {
      int from, to;
      g_autofree char *stretch = NULL;

      pango_attr_iterator_range (at, &from, &to);
      stretch = g_strndup (text + from, MIN ((gsize) to, strlen (text)) - (gsize) from);
      if (pango_attr_iterator_get (at, type) != NULL && g_str_equal (stretch, words))
        return true;
    }
  while (pango_attr_iterator_next (at));
  return false;
}

static void
test_text_in_arabic (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "أمل");
  g_autoptr (HearthRecord) entry = add_log (house, resident, "نامت جيدا الليلة");
  g_autofree char *id = g_strdup (hearth_record_get_id (entry));
  g_autoptr (Drive) drive = NULL;
  GtkLabel *value;

  hearth_record_set (entry, "notes", "نامت قليلا الليلة");
  save (house->store, entry);
  g_clear_object (&resident);
  g_clear_object (&entry);
  drive = open_history (house, HEARTH_TEST_USER, id);
  value = get_value (lookup_change (need_row (drive, 0), "notes"));
  g_assert_cmpstr (gtk_label_get_text (value), ==, "نامت جيدا\342\200\211قليلا الليلة");
  g_assert_true (has_attribute (value, PANGO_ATTR_STRIKETHROUGH, "جيدا"));
  g_assert_true (has_attribute (value, PANGO_ATTR_UNDERLINE, "قليلا"));
  gtk_test_accessible_assert_property (value, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Taken out: “جيدا”. Came in: “قليلا”. ");
}

/* Of a long text only what is near the change is shown, until it is asked for. */
static void
test_long_text (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HearthRecord) entry = NULL;
  g_autofree char *id = NULL;
  g_autoptr (Drive) drive = NULL;
  GtkLabel *value;

  for (int i = 0; i < 120; i++)
    g_string_append_printf (text, "w%d ", i);
  g_string_append (text, "end");
  entry = add_log (house, resident, text->str);
  id = g_strdup (hearth_record_get_id (entry));
  g_string_append (text, " and one more");
  hearth_record_set (entry, "notes", text->str);
  save (house->store, entry);
  g_clear_object (&resident);
  g_clear_object (&entry);
  drive = open_history (house, HEARTH_TEST_USER, id);
  value = get_value (lookup_change (need_row (drive, 0), "notes"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (value), "… "));
  g_assert_true (has_attribute (value, PANGO_ATTR_UNDERLINE, " and one more"));
  gtk_toggle_button_set_active (drive_need (need_row (drive, 0), GTK_TYPE_TOGGLE_BUTTON,
                                            "Show the whole text"),
                                TRUE);
  g_assert_cmpstr (gtk_label_get_text (value), ==, text->str);
  drive_need (need_row (drive, 0), GTK_TYPE_TOGGLE_BUTTON, "Show less");
}

/* What may tell too much over a shoulder is folded away. */
static void
test_sensitive (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));
  g_autoptr (Drive) drive = NULL;
  HearthChangeView *change;

  hearth_record_set (resident, "unsafe_places", "The market");
  save (house->store, resident);
  g_clear_object (&resident);
  drive = open_history (house, HEARTH_TEST_USER, id);
  change = lookup_change (need_row (drive, 0), "unsafe_places");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_value (change))));
  g_assert_cmpstr (gtk_label_get_text (get_value (change)), ==, "");
  gtk_toggle_button_set_active (drive_need (change, GTK_TYPE_TOGGLE_BUTTON, "Show"), TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_value (change))));
  g_assert_nonnull (strstr (gtk_label_get_text (get_value (change)), "not filled in"));
  g_assert_nonnull (strstr (gtk_label_get_text (get_value (change)), "The market"));
}

/* ---- What is not for every reader ---- */

#define SECRET "Followed her to the market"

static bool
says (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return true;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return true;
  return false;
}

static HearthTestHouse *
make_house_with_contact (char **id)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) contact =
    hearth_test_house_add (house, "contact", "resident", hearth_record_get_id (resident), "name", "Somchai",
                           "relation", "mother", "safe_to_call", "not_known", NULL);

  *id = g_strdup (hearth_record_get_id (contact));
  hearth_record_set (contact, "no_contact", "yes");
  hearth_record_set (contact, "no_contact_order", "Order 12/2026");
  hearth_record_set (contact, "no_contact_reason", SECRET);
  save (house->store, contact);
  hearth_test_house_add_person (house, "bo", "key-worker");
  hearth_test_house_add_person (house, "kim", "duty-carer");
  return house;
}

static void
test_sealed (void)
{
  g_autofree char *id = NULL;
  HearthTestHouse *house = make_house_with_contact (&id);
  g_autoptr (Drive) drive = open_history (house, HEARTH_TEST_USER, id);
  HearthChangeView *change = lookup_change (need_row (drive, 0), "no_contact_reason");

  g_assert_cmpstr (gtk_label_get_text (get_value (change)), ==,
                   "Changed. Of sealed text no earlier version is kept.");
  g_assert_false (says (GTK_WIDGET (drive_get_page (drive)), SECRET));
  g_assert_null (lookup_change (need_row (drive, 1), "no_contact_reason"));
}

/* A field that the role does not read is not named. */
static void
test_roles (void)
{
  static const struct {
    const char *user;
    bool sees_order;
  } readers[] = { { "bo", true }, { "kim", false } };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *id = NULL;
      HearthTestHouse *house = make_house_with_contact (&id);
      g_autoptr (Drive) drive = open_history (house, readers[i].user, id);
      GtkWidget *row = need_row (drive, 0);

      g_assert_nonnull (lookup_change (row, "no_contact"));
      g_assert_true ((lookup_change (row, "no_contact_order") != NULL) == readers[i].sees_order);
      g_assert_null (lookup_change (row, "no_contact_reason"));
      g_assert_false (says (row, "Reason"));
      g_assert_true (says (row, "Order number") == readers[i].sees_order);
    }
}

/* ---- Many versions, and one of them whole ---- */

static guint
count_rows (GtkWidget *root)
{
  guint n = HEARTH_IS_VERSION_ROW (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
test_many (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = add_log (house, resident, "Version 1");
  g_autofree char *id = g_strdup (hearth_record_get_id (entry));
  g_autoptr (Drive) drive = NULL;
  GtkListView *list;

  hearth_store_begin (house->store, NULL);
  for (int i = 2; i <= 500; i++)
    {
      g_autofree char *notes = g_strdup_printf ("Version %d", i);

      hearth_record_set (entry, "notes", notes);
      save (house->store, entry);
    }
  hearth_store_commit (house->store, NULL);
  g_clear_object (&resident);
  g_clear_object (&entry);
  drive = open_history (house, HEARTH_TEST_USER, id);
  g_assert_cmpuint (count_versions (drive), ==, 500);
  /* Rows are made for what is near the screen only. */
  g_assert_cmpuint (count_rows (GTK_WIDGET (drive_get_page (drive))), <, 300);
  list = drive_need (drive_get_page (drive), GTK_TYPE_LIST_VIEW, NULL);
  gtk_list_view_scroll_to (list, 499, GTK_LIST_SCROLL_NONE, NULL);
  hearth_test_wait_until (says (GTK_WIDGET (list), "First entered"));
}

static void
test_open_version (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));
  g_autoptr (Drive) drive = NULL;

  hearth_record_set (resident, "name_used", "Malee");
  save (house->store, resident);
  g_clear_object (&resident);
  drive = open_history (house, HEARTH_TEST_USER, id);
  g_signal_emit_by_name (drive_need (drive_get_page (drive), GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  hearth_test_settle ();
  g_assert_true (g_str_has_prefix (adw_navigation_page_get_title (drive_get_page (drive)), "As it was on "));
  g_assert_true (says (GTK_WIDGET (drive_get_page (drive)), "Mali"));
  g_assert_null (drive_find (drive_get_page (drive), GTK_TYPE_EDITABLE, NULL));
}

/* It follows what is saved while it is open, also of the house itself. */
static void
test_house_record (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) record = g_object_ref (hearth_store_get_house (drive_get_store (drive)));

  drive_activate (drive, "win.open-record", hearth_record_get_id (record));
  drive_activate (drive, "win.history", NULL);
  g_assert_cmpuint (count_versions (drive), ==, 1);
  hearth_record_set (record, "name", "Another name");
  save (drive_get_store (drive), record);
  hearth_test_settle ();
  g_assert_cmpuint (count_versions (drive), ==, 2);
  g_assert_true (says (need_row (drive, 0), "“Another name”"));
}

/* A new entry has none. */
static void
test_new_entry (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  drive_begin_entry (drive);
  gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.history", NULL);
  hearth_test_settle ();
  g_assert_false (HEARTH_IS_HISTORY_PAGE (drive_get_page (drive)));
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/history/two-people", test_two_people);
  g_test_add_func ("/views/history/late", test_late);
  g_test_add_func ("/views/history/text-in-arabic", test_text_in_arabic);
  g_test_add_func ("/views/history/long-text", test_long_text);
  g_test_add_func ("/views/history/sensitive", test_sensitive);
  g_test_add_func ("/views/history/sealed", test_sealed);
  g_test_add_func ("/views/history/roles", test_roles);
  g_test_add_func ("/views/history/many", test_many);
  g_test_add_func ("/views/history/open-version", test_open_version);
  g_test_add_func ("/views/history/house-record", test_house_record);
  g_test_add_func ("/views/history/new-entry", test_new_entry);
  return g_test_run ();
}
