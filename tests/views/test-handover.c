/* SPDX-License-Identifier: GPL-3.0-or-later
 * The handover: gathered, signed by who goes, read by who comes.
 */
#include "records/types.h"
#include "rules/handover.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/handover-page.h"

static HearthHandoverPage *
open_handover (Drive *drive)
{
  drive_activate (drive, "win.section", "handover");
  g_assert_true (HEARTH_IS_HANDOVER_PAGE (drive_get_page (drive)));
  return HEARTH_HANDOVER_PAGE (drive_get_page (drive));
}

/* A handover of the shift before, signed. */
static HearthRecord *
add_signed (HearthTestHouse *house)
{
  g_autoptr (HearthShift) now = hearth_shift_new_now (house->store);
  g_autoptr (HearthShift) before = hearth_shift_new_before (house->store, now);
  g_autoptr (GError) error = NULL;
  HearthRecord *handover = hearth_handover_begin (house->store, before, &error);

  g_assert_no_error (error);
  hearth_record_set (handover, "notes", "The plumber comes at nine.");
  hearth_store_save (house->store, handover, NULL, NULL, &error);
  g_assert_no_error (error);
  hearth_store_sign (house->store, handover, &error);
  g_assert_no_error (error);
  return handover;
}

static void
test_write_and_sign (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = drive_add_resident (drive, "Mali");
  HearthHandoverPage *page = open_handover (drive);

  drive_need (page, GTK_TYPE_LABEL, "1 in the house now");
  drive_press (page, "Write…");
  hearth_test_wait_until (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  drive_type (drive_get_page (drive), "notes", "Please water the plants.");
  g_assert_true (hearth_editor_page_save (HEARTH_EDITOR_PAGE (drive_get_page (drive))));
  hearth_test_wait_until (drive_get_page (drive) == ADW_NAVIGATION_PAGE (page));
  drive_need (page, GTK_TYPE_LABEL, "Please water the plants.");
  g_assert_cmpint (drive_count (drive, "handover"), ==, 1);

  drive_press (page, "_Sign…");
  hearth_test_wait_until (ADW_IS_ALERT_DIALOG (drive_get_dialog (drive)));
  drive_press (drive_get_dialog (drive), "_Sign");
  hearth_test_wait_until (g_str_equal (hearth_record_get (hearth_handover_page_get_record (page), "state"),
                                       HEARTH_STATE_SIGNED));
  drive_need (page, ADW_TYPE_ACTION_ROW, "Nobody of the next shift has read it yet");
  g_assert_null (drive_find (page, GTK_TYPE_BUTTON, "_Sign…"));
  /* Whoever wrote it has nothing to read. */
  g_assert_null (drive_find (page, GTK_TYPE_BUTTON, "I have _read it"));
}

static void
test_read (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) handover = NULL;
  g_autoptr (Drive) drive = NULL;
  HearthHandoverPage *page;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  handover = add_signed (house);
  g_clear_object (&handover);
  g_clear_object (&mali);
  drive = drive_new_in (house);
  drive_sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
  page = open_handover (drive);
  drive_need (page, GTK_TYPE_LABEL, "The plumber comes at nine.");
  gtk_editable_set_text (drive_need (page, ADW_TYPE_ENTRY_ROW, NULL), "Which plumber?");
  drive_press (page, "I have _read it");
  g_assert_cmpint (drive_count (drive, "handover_read"), ==, 1);
  g_assert_null (drive_find (page, GTK_TYPE_BUTTON, "I have _read it"));
  g_assert_null (drive_find (page, ADW_TYPE_ACTION_ROW, "Nobody of the next shift has read it yet"));
  /* Then their own shift's is next. */
  drive_press (page, "The handover of this shift");
  g_assert_null (drive_find (page, GTK_TYPE_LABEL, "The plumber comes at nine."));
  g_assert_cmpint (hearth_record_get_revision (hearth_handover_page_get_record (page)), ==, 0);
}

static void
test_earlier (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) earlier = hearth_record_new (&hearth_handover_type);
  g_autoptr (GError) error = NULL;
  HearthHandoverPage *page;
  GtkWidget *row;

  hearth_record_set (earlier, "date", "2026-02-27");
  hearth_record_set (earlier, "shift", "night");
  hearth_record_set (earlier, "notes", "A quiet night.");
  hearth_store_save (drive_get_store (drive), earlier, NULL, NULL, &error);
  g_assert_no_error (error);
  page = open_handover (drive);
  row = drive_need (page, ADW_TYPE_ACTION_ROW, "Night, 27 Feb 2026");
  g_signal_emit_by_name (row, "activate");
  hearth_test_wait_until (drive_get_page (drive) != ADW_NAVIGATION_PAGE (page));
  g_assert_true (HEARTH_IS_HANDOVER_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "A quiet night.");
}

int
main (int argc, char **argv)
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/handover/write-and-sign", test_write_and_sign);
  g_test_add_func ("/views/handover/read", test_read);
  g_test_add_func ("/views/handover/earlier", test_earlier);
  return g_test_run ();
}
