/* SPDX-License-Identifier: GPL-3.0-or-later
 * The real window on a real house, driven by actions and by the widgets a person would use.
 */
#define G_LOG_DOMAIN "hearth-tests"

#include "config.h"

#include "views/drive.h"

#include "records/registry.h"
#include "store/audit.h"

/* One for the whole program: its objects on the bus cannot be exported twice. */
static HearthApplication *application;

/* The clocks that locking goes by stand still until a test lets time pass. */
static gint64 awake, asleep;

static gint64
get_awake (gpointer user_data)
{
  return awake;
}

static gint64
get_elapsed (gpointer user_data)
{
  return awake + asleep;
}

static const HearthLockTime lock_time = { .get_awake = get_awake, .get_elapsed = get_elapsed };

void
drive_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  /* The toolkit's icons are told apart by the system's table of file types, which the isolated folders of the test
   * do not have. */
  g_content_type_set_mime_dirs (NULL);
  hearth_test_init (argc, argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  application = hearth_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

Drive *
drive_new (void)
{
  return drive_new_in (hearth_test_house_new ());
}

Drive *
drive_new_in (HearthTestHouse *house)
{
  Drive *drive = g_new0 (Drive, 1);

  drive->house = house;
  hearth_test_house_close (drive->house);
  drive->window =
    hearth_window_new (GTK_APPLICATION (application), drive->house->clock, &lock_time, drive->house->folder);
  gtk_window_present (GTK_WINDOW (drive->window));
  hearth_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (drive->window)));
  return drive;
}

Drive *
drive_new_first_run (void)
{
  Drive *drive = g_new0 (Drive, 1);
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();

  g_settings_reset (settings, "last-house");
  drive->window = hearth_window_new (GTK_APPLICATION (application), clock, &lock_time, NULL);
  gtk_window_present (GTK_WINDOW (drive->window));
  hearth_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (drive->window)));
  return drive;
}

Drive *
drive_new_signed_in (void)
{
  Drive *drive = drive_new ();

  drive_sign_in_again (drive);
  return drive;
}

void
drive_free (Drive *drive)
{
  g_autoptr (HearthBackupKeeper) keeper = g_object_ref (hearth_window_get_keeper (drive->window));

  gtk_window_destroy (GTK_WINDOW (drive->window));
  /* No copy is wanted of a house that is thrown away. */
  hearth_backup_keeper_stop (keeper);
  hearth_test_wait_until (!hearth_backup_keeper_is_working (keeper));
  hearth_test_settle ();
  g_clear_pointer (&drive->house, hearth_test_house_free);
  g_free (drive);
}

void
drive_sign_in (Drive *drive, const char *user, const char *password)
{
  GtkWidget *root = GTK_WIDGET (drive->window);

  gtk_editable_set_text (drive_need (root, ADW_TYPE_ENTRY_ROW, "Sign-in name"), user);
  gtk_editable_set_text (drive_need (root, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password"), password);
  drive_press (root, "Sign in");
}

void
drive_sign_in_again (Drive *drive)
{
  drive_sign_in (drive, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  hearth_test_settle ();
}

void
drive_pass (Drive *drive, double seconds)
{
  awake += (gint64) (seconds * G_USEC_PER_SEC);
  hearth_lock_watch_look (hearth_window_get_watch (drive->window));
  hearth_test_settle ();
}

void
drive_sleep (double seconds)
{
  asleep += (gint64) (seconds * G_USEC_PER_SEC);
}

HearthStore *
drive_get_store (Drive *drive)
{
  return hearth_session_get_store (hearth_window_get_session (drive->window));
}

AdwNavigationPage *
drive_get_page (Drive *drive)
{
  return hearth_house_pane_get_visible_page (hearth_window_get_pane (drive->window));
}

void
drive_activate (Drive *drive, const char *action, const char *target)
{
  g_autoptr (GVariant) value = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (drive->window), action, value));
  hearth_test_settle ();
}

AdwDialog *
drive_get_dialog (Drive *drive)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (drive->window));
}

/* ---- Finding ---- */

static bool
is_called (GtkWidget *widget, const char *name)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), name) == 0;
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), name) == 0;
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0 ||
           g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0 ||
           drive_find (widget, GTK_TYPE_LABEL, name) != NULL;
  return false;
}

gpointer
drive_find (gpointer root, GType type, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (name == NULL || is_called (child, name)))
        return child;
      found = drive_find (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
drive_need (gpointer root, GType type, const char *name)
{
  gpointer found = drive_find (root, type, name);

  if (found != NULL)
    return found;
  /* Dialogs and pages have their parts only when they have been laid out. */
  g_test_message ("looking for a %s called “%s” in a %s", g_type_name (type), name != NULL ? name : "",
                  G_OBJECT_TYPE_NAME (root));
  hearth_test_wait_until ((found = drive_find (root, type, name)) != NULL);
  return found;
}

const char *
drive_get_alert (gpointer root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *found;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      if (GTK_IS_LABEL (child) &&
          gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_ALERT)
        return gtk_label_get_text (GTK_LABEL (child));
      found = drive_get_alert (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

void
drive_enter (gpointer root)
{
  g_signal_emit_by_name (drive_need (root, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  hearth_test_settle ();
}

void
drive_press (gpointer root, const char *label)
{
  GtkWidget *button = drive_need (root, GTK_TYPE_BUTTON, label);

  g_test_message ("pressing “%s”", label);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  hearth_test_settle ();
}

static HearthFieldRow *
find_row (GtkWidget *root, const char *field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      HearthFieldRow *found;

      if (HEARTH_IS_FIELD_ROW (child) &&
          g_str_equal (hearth_field_row_get_field (HEARTH_FIELD_ROW (child))->name, field))
        return HEARTH_FIELD_ROW (child);
      found = find_row (child, field);
      if (found != NULL)
        return found;
    }
  return NULL;
}

HearthFieldRow *
drive_get_row (gpointer root, const char *field)
{
  HearthFieldRow *row = find_row (root, field);

  if (row == NULL)
    g_error ("There is no field “%s” in a %s", field, G_OBJECT_TYPE_NAME (root));
  return row;
}

void
drive_type (gpointer root, const char *field, const char *text)
{
  HearthFieldRow *row = drive_get_row (root, field);

  hearth_field_row_set_text (row, text);
  g_signal_emit_by_name (row, "edited");
}

/* ---- The store behind ---- */

HearthRecord *
drive_add_resident (Drive *drive, const char *name)
{
  HearthRecord *resident = hearth_record_new (hearth_records_lookup_type ("resident"));
  g_autoptr (GError) error = NULL;

  hearth_record_set (resident, "name_used", name);
  hearth_store_save (drive_get_store (drive), resident, NULL, NULL, &error);
  g_assert_no_error (error);
  return resident;
}

void
drive_begin_entry (Drive *drive)
{
  if (drive_count (drive, "resident") == 0)
    g_object_unref (drive_add_resident (drive, "Mali"));
  drive_activate (drive, "win.section", "daily-log");
  drive_activate (drive, "win.new", NULL);
  drive_enter (drive_get_dialog (drive));
  hearth_test_wait_until (drive_get_dialog (drive) == NULL);
  hearth_test_settle ();
}

gint64
drive_count (Drive *drive, const char *type_name)
{
  g_autoptr (HearthQuery) query = hearth_query_new (hearth_records_lookup_type (type_name));
  g_autoptr (GError) error = NULL;
  gint64 count = hearth_store_count (drive_get_store (drive), query, &error);

  g_assert_no_error (error);
  return count;
}

gint64
drive_get_audit_sequence (Drive *drive)
{
  g_autofree char *anchor = NULL;

  hearth_test_wait_until (!hearth_backup_keeper_is_working (hearth_window_get_keeper (drive->window)));
  anchor = hearth_store_dup_anchor (drive_get_store (drive));

  return g_ascii_strtoll (anchor, NULL, 10);
}
