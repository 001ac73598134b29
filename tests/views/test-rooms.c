/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rooms: who sleeps where, moving somebody and undoing it, too many for a room, and who is kept apart; and who must be told.
 */
#include "records/types.h"
#include "rules/rooms.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/notification-rules-page.h"
#include "views/room-move-dialog.h"
#include "views/rooms-page.h"
#include "views/undo.h"

#include <string.h>

static HearthRecord *
add (Drive *drive, const HearthRecordType *type, const char *const *values)
{
  HearthRecord *record = hearth_record_new (type);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; values[i] != NULL; i += 2)
    hearth_record_set (record, values[i], values[i + 1]);
  hearth_store_save (drive_get_store (drive), record, NULL, NULL, &error);
  g_assert_no_error (error);
  return record;
}

/* Somebody who lives here. */
static HearthRecord *
add_person (Drive *drive, const char *name)
{
  HearthRecord *resident = drive_add_resident (drive, name);
  g_autoptr (HearthRecord) stay =
    add (drive, &hearth_stay_type,
         (const char *[]) { "resident", hearth_record_get_id (resident), "placement", "this_house", "start",
                            "2026-01-01", NULL });

  return resident;
}

static HearthRecord *
add_room (Drive *drive, const char *name, const char *n_beds)
{
  return add (drive, &hearth_room_type, (const char *[]) { "name", name, "beds", n_beds, NULL });
}

static HearthRecord *
add_bed (Drive *drive, HearthRecord *resident, HearthRecord *room)
{
  return add (drive, &hearth_bed_type,
              (const char *[]) { "resident", hearth_record_get_id (resident), "room",
                                 hearth_record_get_id (room), "start", "2026-02-01", NULL });
}

static const char *
get_room_now (Drive *drive, HearthRecord *resident)
{
  g_autoptr (HearthRecord) bed =
    hearth_rooms_look_up_bed (drive_get_store (drive), hearth_record_get_id (resident), HEARTH_TEST_TODAY,
                              NULL);

  return bed != NULL ? g_intern_string (hearth_record_get (bed, "room")) : NULL;
}

static AdwDialog *
open_move (Drive *drive, const char *name)
{
  AdwDialog *dialog;
  GtkWidget *row = drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, name);

  g_signal_emit_by_name (drive_need (row, GTK_TYPE_BUTTON, NULL), "clicked");
  hearth_test_wait_until ((dialog = drive_get_dialog (drive)) != NULL);
  g_assert_true (HEARTH_IS_ROOM_MOVE_DIALOG (dialog));
  return dialog;
}

static void
test_empty_house (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  drive_activate (drive, "win.section", "rooms");
  g_assert_true (HEARTH_IS_ROOMS_PAGE (drive_get_page (drive)));
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "No rooms yet");
  drive_press (drive_get_page (drive), "New room");
  hearth_test_wait_until (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
}

static void
test_move_and_undo (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = add_person (drive, "Mali"), noor = add_person (drive, "نور");
  g_autoptr (HearthRecord) jasmine = add_room (drive, "Jasmine", "2"),
                           mango = add_room (drive, "Mango & Co", "1");
  g_autoptr (HearthRecord) bed = add_bed (drive, mali, jasmine);
  AdwDialog *dialog;

  drive_activate (drive, "win.section", "rooms");
  drive_need (drive_get_page (drive), GTK_TYPE_LABEL, "without a bed");
  dialog = open_move (drive, "نور");
  g_signal_emit_by_name (drive_need (dialog, ADW_TYPE_ACTION_ROW, "Mango & Co"), "activated");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  g_assert_cmpstr (get_room_now (drive, noor), ==, hearth_record_get_id (mango));
  hearth_test_wait_until (drive_find (drive_get_page (drive), GTK_TYPE_LABEL, "Without a bed") == NULL);

  /* The room with its one bed taken cannot be chosen. */
  dialog = open_move (drive, "Mali");
  g_assert_false (gtk_widget_get_sensitive (drive_need (dialog, ADW_TYPE_ACTION_ROW, "Mango & Co")));
  g_assert_false (gtk_widget_get_sensitive (drive_need (dialog, ADW_TYPE_ACTION_ROW, "Jasmine")));
  adw_dialog_close (dialog);
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);

  dialog = open_move (drive, "نور");
  g_signal_emit_by_name (drive_need (dialog, ADW_TYPE_ACTION_ROW, "Jasmine"), "activated");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  g_assert_cmpstr (get_room_now (drive, noor), ==, hearth_record_get_id (jasmine));

  dialog = open_move (drive, "Mali");
  gtk_editable_set_text (drive_need (dialog, ADW_TYPE_ENTRY_ROW, NULL), "7");
  g_signal_emit_by_name (drive_need (dialog, ADW_TYPE_ACTION_ROW, "Mango & Co"), "activated");
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  g_assert_cmpstr (get_room_now (drive, mali), ==, hearth_record_get_id (mango));
  g_assert_true (hearth_undo_perform (GTK_WIDGET (drive_get_page (drive))));
  g_assert_cmpstr (get_room_now (drive, mali), ==, hearth_record_get_id (jasmine));
}

static void
test_kept_apart (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = add_person (drive, "Mali"), ana = add_person (drive, "Ana");
  g_autoptr (HearthRecord) jasmine = add_room (drive, "Jasmine", "4"), mango = add_room (drive, "Mango", "4");
  g_autoptr (HearthRecord) of_mali = add_bed (drive, mali, jasmine), of_ana = add_bed (drive, ana, mango);
  g_autofree char *both = g_strdup_printf ("%s %s", hearth_record_get_id (mali), hearth_record_get_id (ana));
  g_autoptr (HearthRecord) apart = NULL;
  AdwDialog *dialog;
  GtkWidget *row;

  apart = add (drive, &hearth_room_restriction_type,
               (const char *[]) { "residents", both, "start", "2026-02-01", NULL });
  drive_activate (drive, "win.section", "rooms");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "Mali, Ana");
  dialog = open_move (drive, "Mali");
  row = drive_need (dialog, ADW_TYPE_ACTION_ROW, "Mango");
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Not in one room with Ana"));
}

/* A room may lose beds while people sleep in it: that is said, and not hidden. */
static void
test_too_many (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) mali = add_person (drive, "Mali"), ana = add_person (drive, "Ana");
  g_autoptr (HearthRecord) jasmine = add_room (drive, "Jasmine", "2");
  g_autoptr (HearthRecord) of_mali = add_bed (drive, mali, jasmine), of_ana = add_bed (drive, ana, jasmine);
  g_autoptr (HearthRecord) smaller = hearth_record_copy (jasmine);
  g_autoptr (GError) error = NULL;

  hearth_record_set (smaller, "beds", "1");
  hearth_store_save (drive_get_store (drive), smaller, NULL, NULL, &error);
  g_assert_no_error (error);
  drive_activate (drive, "win.section", "rooms");
  drive_need (drive_get_page (drive), ADW_TYPE_ACTION_ROW, "2 residents, and beds for 1 only");
}

/* What came with Hearth is named so, and becomes the house's own by being changed. */
static void
test_who_must_be_told (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  AdwNavigationPage *page;

  drive_activate (drive, "win.section", "notification-rules");
  page = drive_get_page (drive);
  g_assert_true (HEARTH_IS_NOTIFICATION_RULES_PAGE (page));
  drive_need (page, GTK_TYPE_LABEL, "Check these with your law");
  drive_need (page, GTK_TYPE_LABEL, "Missing");
  g_signal_emit_by_name (drive_need (page, ADW_TYPE_ACTION_ROW, "House manager"), "activated");
  hearth_test_wait_until (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  g_assert_cmpint (drive_count (drive, "notification_rule"), ==, 0);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/rooms/empty-house", test_empty_house);
  g_test_add_func ("/views/rooms/move-and-undo", test_move_and_undo);
  g_test_add_func ("/views/rooms/kept-apart", test_kept_apart);
  g_test_add_func ("/views/rooms/too-many", test_too_many);
  g_test_add_func ("/views/notification-rules", test_who_must_be_told);
  return g_test_run ();
}
