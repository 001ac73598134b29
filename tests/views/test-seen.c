/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looking at what is sealed leaves one row of the audit for each page; looking at anything else leaves none.
 */
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/hard-cover.h"

static char *
add_contact (HearthTestHouse *house, HearthRecord *resident, const char *name, const char *reason)
{
  g_autoptr (HearthRecord) contact =
    hearth_test_house_add (house, "contact", "resident", hearth_record_get_id (resident), "name", name,
                           "relation", "not_said", "safe_to_call", "no", "no_contact", "yes",
                           "no_contact_reason", reason, NULL);

  return g_strdup (hearth_record_get_id (contact));
}

static Drive *
sign_in (HearthTestHouse *house, const char *user)
{
  Drive *drive = drive_new_in (house);

  drive_sign_in (drive, user, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  return drive;
}

/* How many rows the audit has more after @id was opened and gone back from. */
static gint64
look_at (Drive *drive, const char *id)
{
  gint64 before = drive_get_audit_sequence (drive);

  drive_activate (drive, "win.open-record", id);
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  hearth_test_settle ();
  drive_activate (drive, "win.back", NULL);
  hearth_test_settle ();
  return drive_get_audit_sequence (drive) - before;
}

static void
test_editor (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *sealed = add_contact (house, resident, "Somchai", "He asked for the address");
  g_autofree char *plain = add_contact (house, resident, "Anong", "");
  g_autoptr (Drive) drive = NULL;

  g_clear_object (&resident);
  drive = sign_in (house, HEARTH_TEST_USER);
  g_assert_cmpint (look_at (drive, plain), ==, 0);
  g_assert_cmpint (look_at (drive, sealed), ==, 1);
  /* Each time that the page is opened. */
  g_assert_cmpint (look_at (drive, sealed), ==, 1);
}

/* Who has no key sees nothing that would have to be noted. */
static void
test_no_key (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *sealed = add_contact (house, resident, "Somchai", "He asked for the address");
  g_autoptr (Drive) drive = NULL;

  hearth_test_house_add_person (house, "bo", "key-worker");
  g_clear_object (&resident);
  drive = sign_in (house, "bo");
  g_assert_cmpint (look_at (drive, sealed), ==, 0);
}

/* The row of the profile is folded away: it is looked at when it is unfolded. */
static void
test_profile (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "last_address", "Behind the market",
                           "unsafe_places", "The harbour", NULL);
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));
  g_autoptr (Drive) drive = NULL;
  AdwNavigationPage *page;
  AdwExpanderRow *address;
  gint64 before;

  g_clear_object (&resident);
  drive = sign_in (house, HEARTH_TEST_USER);
  before = drive_get_audit_sequence (drive);
  drive_activate (drive, "win.open-record", id);
  page = drive_get_page (drive);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.show", "s", "profile");
  hearth_test_settle ();
  adw_expander_row_set_expanded (drive_need (page, ADW_TYPE_EXPANDER_ROW, "Places not safe to visit"), TRUE);
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, before);
  address = drive_need (page, ADW_TYPE_EXPANDER_ROW, "Last address");
  adw_expander_row_set_expanded (address, TRUE);
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, before + 1);
  adw_expander_row_set_expanded (address, FALSE);
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, before + 1);
}

/* Below the cover nothing was looked at yet. */
static void
test_cover (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "exploitation", "resident", hearth_record_get_id (resident), "kinds",
                           "ForcedLabour", "told_on", "2026-02-10", "source", "resident", "persons",
                           "The owner of the boat", NULL);
  g_autofree char *id = g_strdup (hearth_record_get_id (entry));
  g_autoptr (Drive) drive = NULL;
  gint64 before;

  g_clear_object (&entry);
  g_clear_object (&resident);
  drive = sign_in (house, HEARTH_TEST_USER);
  g_assert_cmpint (look_at (drive, id), ==, 0);
  before = drive_get_audit_sequence (drive);
  drive_activate (drive, "win.open-record", id);
  drive_press (drive_get_page (drive), "Read it");
  g_assert_cmpint (drive_get_audit_sequence (drive), ==, before + 1);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);

  g_test_add_func ("/views/seen/editor", test_editor);
  g_test_add_func ("/views/seen/no-key", test_no_key);
  g_test_add_func ("/views/seen/profile", test_profile);
  g_test_add_func ("/views/seen/cover", test_cover);

  return g_test_run ();
}
