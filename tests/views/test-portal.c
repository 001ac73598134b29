/* SPDX-License-Identifier: GPL-3.0-or-later
 * Printing and choosing files where the desktop's portal does it: a portal of the test stands in for the desktop.
 */
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "app/place-row.h"
#include "core/sandbox.h"
#include "views/drive.h"
#include "views/outside.h"
#include "views/print-job.h"
#include "views/print-request.h"
#include "views/private-temp.h"
#include "views/report-page.h"

#define PORTAL "org.freedesktop.portal.Desktop"

/* What the portal was asked; written by the thread of its connection. */
static struct {
  GDBusConnection *bus;
  GMutex mutex;
  char *asker;
  char *request; /* path of the dialog that is up */
  char *closed;  /* path of the dialog that was closed */
  GBytes *printed;
  bool is_busy;  /* shows no dialog yet; until the test says so, on this: */
  GCond is_free;
  bool refuses; /* to print */
  guint n_refused;
} portal;

/* ---- The portal ---- */

static char *
dup_request (GDBusMessage *message)
{
  GVariant *body = g_dbus_message_get_body (message);
  g_autoptr (GVariant) options = g_variant_get_child_value (body, g_variant_n_children (body) - 1);
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_message_get_sender (message) + 1), ".", '_');
  const char *token = "none";

  g_variant_lookup (options, "handle_token", "&s", &token);
  return g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", sender, token);
}

static GBytes *
read_file_of (GDBusMessage *message)
{
  GUnixFDList *files = g_dbus_message_get_unix_fd_list (message);
  g_autofd int fd = files != NULL ? g_unix_fd_list_get (files, 0, NULL) : -1;
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *content = NULL;
  gsize length;

  if (fd < 0 || !g_file_get_contents (path, &content, &length, NULL))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&content), length);
}

static void
answer (GDBusConnection *bus, GDBusMessage *message, GVariant *body)
{
  g_autoptr (GDBusMessage) reply = g_dbus_message_new_method_reply (message);

  g_dbus_message_set_body (reply, body);
  g_dbus_connection_send_message (bus, reply, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
}

/* In the thread of the connection. */
static GDBusMessage *
asked_cb (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer user_data)
{
  const char *member = g_dbus_message_get_member (message);
  GVariant *body = NULL;

  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;
  g_mutex_lock (&portal.mutex);
  if (g_str_equal (member, "PreparePrint"))
    while (portal.is_busy)
      g_cond_wait (&portal.is_free, &portal.mutex);
  if (g_str_equal (member, "PreparePrint") && portal.refuses)
    {
      portal.n_refused++;
      g_mutex_unlock (&portal.mutex);
      return message; /* as where nobody answers to it */
    }
  if (g_str_equal (member, "Get"))
    body = g_variant_new ("(v)", g_variant_new_uint32 (4));
  else if (g_str_equal (member, "PreparePrint") || g_str_equal (member, "OpenFile"))
    {
      g_free (portal.request);
      portal.request = dup_request (message);
      g_set_str (&portal.asker, g_dbus_message_get_sender (message));
      body = g_variant_new ("(o)", portal.request);
    }
  else if (g_str_equal (member, "Print"))
    {
      portal.printed = read_file_of (message);
      body = g_variant_new ("(o)", "/org/freedesktop/portal/desktop/request/x/y");
    }
  else if (g_str_equal (member, "Close"))
    {
      g_set_str (&portal.closed, g_dbus_message_get_path (message));
      body = g_variant_new ("()");
    }
  else if (g_str_equal (member, "CreateMonitor")) /* of the screen being locked */
    body = g_variant_new ("(o)", "/org/freedesktop/portal/desktop/request/x/y");
  g_mutex_unlock (&portal.mutex);
  if (body == NULL)
    return message;
  answer (bus, message, body);
  g_object_unref (message);
  return NULL;
}

static void
begin_portal (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) reply = NULL;

  g_assert_no_error (error);
  portal.bus = g_dbus_connection_new_for_address_sync (address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                         G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (portal.bus, asked_cb, NULL, NULL);
  reply =
    g_dbus_connection_call_sync (portal.bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                 "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", PORTAL, 4u),
                                 NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
forget (void)
{
  g_clear_pointer (&portal.request, g_free);
  g_clear_pointer (&portal.closed, g_free);
  g_clear_pointer (&portal.printed, g_bytes_unref);
}

static bool
has (gpointer *what)
{
  bool is_there;

  g_mutex_lock (&portal.mutex);
  is_there = *what != NULL;
  g_mutex_unlock (&portal.mutex);
  return is_there;
}

/* Somebody presses "Print" in the dialog; @format: of a printer that writes a file, or NULL. */
static void
press_print (const char *format)
{
  g_autoptr (GError) error = NULL;
  GVariantDict settings, results;

  g_variant_dict_init (&settings, NULL);
  if (format != NULL)
    g_variant_dict_insert (&settings, "output-file-format", "s", format);
  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert_value (&results, "settings", g_variant_dict_end (&settings));
  g_variant_dict_insert_value (&results, "page-setup", g_variant_new ("a{sv}", NULL));
  g_variant_dict_insert (&results, "token", "u", 7u);
  g_dbus_connection_emit_signal (portal.bus, portal.asker, portal.request, "org.freedesktop.portal.Request",
                                 "Response", g_variant_new ("(u@a{sv})", 0u, g_variant_dict_end (&results)),
                                 &error);
  g_assert_no_error (error);
}

/* ---- Printing ---- */

typedef struct {
  bool done;
  bool to_file;
  GtkPrintOperationResult result;
} Outcome;

static void
done_cb (HearthPrintJob *job, GtkPrintOperationResult result, Outcome *outcome)
{
  outcome->done = true;
  outcome->result = result;
  outcome->to_file = hearth_print_job_is_to_file (job);
}

static HearthPrintJob *
run_job (Drive *drive, Outcome *outcome)
{
  g_autoptr (HearthDocument) document = hearth_document_new ("test", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = NULL;
  HearthPrintJob *job;

  forget ();
  hearth_document_add_paragraph (document, "Slept well");
  pages = hearth_pages_new (document);
  job = hearth_print_job_new (pages, "12345678");
  g_signal_connect (job, "done", G_CALLBACK (done_cb), outcome);
  hearth_print_job_run (job, GTK_WIDGET (drive->window));
  return job;
}

static HearthPrintJob *
begin_job (Drive *drive, Outcome *outcome)
{
  HearthPrintJob *job = run_job (drive, outcome);

  hearth_test_wait_until (has ((gpointer *) &portal.request));
  return job;
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

      /* The test has folders of its own there. */
      n += g_file_test (path, G_FILE_TEST_IS_REGULAR);
    }
  return n;
}

/* The portal gets the whole file, and then nothing of it is left. */
static void
print_on_paper (Drive *drive)
{
  Outcome outcome = { 0 };
  HearthPrintJob *job = begin_job (drive, &outcome);
  GWeakRef weak;

  g_weak_ref_init (&weak, job);
  press_print (NULL);
  hearth_test_wait_until (outcome.done);
  g_assert_cmpuint (count_files (), >, 0);
  g_assert_cmpint (outcome.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_false (outcome.to_file);
  g_object_unref (job);
  /* As at a lock in that very moment. */
  hearth_private_temp_leave (HEARTH_PRIVATE_TEMP_PATIENCE);
  hearth_test_wait_until (has ((gpointer *) &portal.printed));
  g_assert_true (g_bytes_get_size (portal.printed) > 500);
  g_assert_true (memcmp (g_bytes_get_data (portal.printed, NULL), "%PDF", 4) == 0);
  hearth_test_wait_until (count_files () == 0);
  job = g_weak_ref_get (&weak);
  g_assert_null (job);
  g_weak_ref_clear (&weak);
}

/* The toolkit keeps a list of files, which it puts its own into; ours stays empty. */
static void
assert_not_listed (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  g_autofree char *content = NULL;

  hearth_test_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  hearth_test_settle ();
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_null (strstr (content, "file:"));
}

/* A printer that writes a file is an export; every other one is not, though the toolkit writes a file for the portal. */
static void
print_to_file (Drive *drive)
{
  Outcome outcome = { 0 };
  g_autoptr (HearthPrintJob) job = begin_job (drive, &outcome);

  press_print ("pdf");
  hearth_test_wait_until (outcome.done);
  g_assert_true (outcome.to_file);
  g_clear_object (&job);
  hearth_test_wait_until (has ((gpointer *) &portal.printed));
  hearth_test_wait_until (count_files () == 0);
}

/* In one: the toolkit writes its list into the folders of the test that printed first. */
static void
test_print (void)
{
  g_autoptr (Drive) drive = drive_new_first_run ();

  print_on_paper (drive);
  print_to_file (drive);
  assert_not_listed ();
}

/* The cover takes the desktop's dialog away, and what would be printed is forgotten. */
static void
test_cover_closes_print (void)
{
  g_autoptr (Drive) drive = drive_new_first_run ();
  Outcome outcome = { 0 };
  g_autoptr (HearthPrintJob) job = begin_job (drive, &outcome);

  drive_activate (drive, "win.cover", NULL);
  hearth_test_wait_until (has ((gpointer *) &portal.closed));
  g_assert_cmpstr (portal.closed, ==, portal.request);
  g_assert_true (outcome.done);
  g_assert_cmpint (outcome.result, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
}

static void
set_busy (bool is_busy)
{
  g_mutex_lock (&portal.mutex);
  portal.is_busy = is_busy;
  g_cond_signal (&portal.is_free);
  g_mutex_unlock (&portal.mutex);
}

/* The dialog was asked for, and is not up yet. */
static void
test_cover_comes_first (void)
{
  g_autoptr (Drive) drive = drive_new_first_run ();
  Outcome outcome = { 0 };
  g_autoptr (HearthPrintJob) job = NULL;

  set_busy (true);
  job = run_job (drive, &outcome);
  drive_activate (drive, "win.cover", NULL);
  g_assert_true (outcome.done);
  g_assert_cmpint (outcome.result, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  set_busy (false);
  hearth_test_wait_until (has ((gpointer *) &portal.closed));
  g_assert_cmpstr (portal.closed, ==, portal.request);
}

/* As on Wayland, where the toolkit first asks the compositor for a name of the window. */
static void
test_close_before_call (void)
{
  g_autoptr (Drive) drive = drive_new_first_run ();
  g_autoptr (GtkPrintOperation) late = gtk_print_operation_new ();
  HearthPrintRequest *request = hearth_print_request_new (late, NULL, NULL);
  Outcome outcome = { 0 };
  g_autoptr (HearthPrintJob) job = NULL;

  hearth_print_request_close (request);
  hearth_print_request_free (request);
  /* What somebody prints meanwhile is no concern of it. */
  job = begin_job (drive, &outcome);
  forget ();
  gtk_print_operation_set_allow_async (late, TRUE);
  gtk_print_operation_run (late, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (drive->window), NULL);
  hearth_test_wait_until (has ((gpointer *) &portal.closed));
  g_assert_cmpstr (portal.closed, ==, portal.request);
  g_assert_false (outcome.done);
}

/* A desktop without a portal that prints: it is said, and printing can be tried again. */
static void
test_no_printing (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Ana");
  GtkWidget *page;

  forget ();
  drive_activate (drive, "win.section", "reports");
  hearth_report_page_open (GTK_WIDGET (drive_get_page (drive)), drive_get_store (drive), resident,
                           "preference-card");
  page = GTK_WIDGET (drive_get_page (drive));
  portal.refuses = true;
  portal.n_refused = 0;
  for (guint i = 1; i <= 2; i++)
    {
      gtk_widget_activate_action (page, "page.print", NULL);
      hearth_test_wait_until (drive_get_dialog (drive) != NULL);
      g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (drive_get_dialog (drive))),
                                "Save the report as PDF"));
      g_assert_cmpuint (portal.n_refused, ==, i);
      adw_dialog_force_close (drive_get_dialog (drive));
      hearth_test_wait_until (drive_get_dialog (drive) == NULL);
    }
  portal.refuses = false;
  gtk_widget_activate_action (page, "page.print", NULL);
  hearth_test_wait_until (has ((gpointer *) &portal.request));
}

/* ---- Choosing ---- */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer answered)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  *(bool *) answered = true;
}

/* Answers come in the order of the questions. */
static void
wait_for_answers (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  bool answered = false;

  g_dbus_connection_call (bus, PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.DBus.Properties",
                          "Get", g_variant_new ("(ss)", "x", "version"), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, answered_cb, &answered);
  hearth_test_wait_until (answered);
}

static void
test_cover_closes_chooser (void)
{
  g_autoptr (Drive) drive = drive_new_first_run ();
  GtkWidget *window = GTK_WIDGET (drive->window);
  HearthPlaceRow *row;

  forget ();
  adw_action_row_activate (drive_need (window, ADW_TYPE_ACTION_ROW, "Put back a copy"));
  row = drive_need (window, HEARTH_TYPE_PLACE_ROW, "Folder with the copy");
  hearth_place_row_choose (row);
  hearth_test_wait_until (has ((gpointer *) &portal.request));
  /* The toolkit (seen in 4.18) complains when the answer that the dialog is up finds nobody any more. */
  wait_for_answers ();
  drive_activate (drive, "win.cover", NULL);
  hearth_test_wait_until (has ((gpointer *) &portal.closed));
  g_assert_cmpstr (portal.closed, ==, portal.request);
  hearth_test_settle ();
  /* It is no fault that nothing was chosen. */
  g_assert_null (drive_get_dialog (drive));
}

int
main (int argc, char *argv[])
{
  g_autofree char *runtime = g_strdup (g_getenv ("XDG_RUNTIME_DIR"));
  int status;

  begin_portal ();
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  hearth_sandbox_pretend (true);
  drive_init (&argc, &argv);
  /* GLib has settled for the temporary folder of the test by now, so that is the private one here. */
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  hearth_private_temp_make ();
  g_assert_cmpint (g_rmdir (g_getenv ("TMPDIR")), ==, 0);
  g_assert_cmpint (symlink (g_get_tmp_dir (), g_getenv ("TMPDIR")), ==, 0);
  g_test_add_func ("/portal/print", test_print);
  g_test_add_func ("/portal/cover-closes-print", test_cover_closes_print);
  g_test_add_func ("/portal/cover-comes-first", test_cover_comes_first);
  g_test_add_func ("/portal/close-before-call", test_close_before_call);
  g_test_add_func ("/portal/no-printing", test_no_printing);
  g_test_add_func ("/portal/cover-closes-chooser", test_cover_closes_chooser);
  status = g_test_run ();
  g_assert_cmpint (g_unlink (g_getenv ("TMPDIR")), ==, 0);
  hearth_private_temp_remove ();
  return status;
}
