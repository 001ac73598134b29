/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attached files: taken from outside, shown from memory, and let out again with a reason.
 */
#include "records/registry.h"
#include "store/attachment.h"
#include "store/audit.h"
#include "store/db.h"
#include "store/store-private.h"
#include "views/attach-read.h"
#include "views/attach.h"
#include "views/attachment-copy.h"
#include "views/attachment-page.h"
#include "views/drive.h"
#include "views/editor-page.h"
#include "views/page-view.h"
#include "views/photo.h"
#include "views/samples.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

/* ---- Helpers ---- */

/** A window signed in to, a resident, and a folder for files from outside. */
typedef struct {
  Drive *drive;
  HearthRecord *resident;
  char *folder;
} Case;

static Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);

  self->drive = drive_new_signed_in ();
  self->resident = drive_add_resident (self->drive, "Mali");
  self->folder = hearth_test_folder_new ();
  return self;
}

static void
case_free (Case *self)
{
  g_object_unref (self->resident);
  drive_free (self->drive);
  hearth_test_folder_remove (self->folder);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static GFile *
write_file (Case *self, const char *name, GBytes *content)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content), &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static HearthAttachment *
attach (Case *self, const char *name, GBytes *content, const char *compartment)
{
  g_autoptr (GError) error = NULL;
  HearthAttachment *attachment =
    hearth_store_add_attachment (drive_get_store (self->drive), hearth_record_get_id (self->resident), name,
                                 "application/octet-stream", compartment, content, &error);

  g_assert_no_error (error);
  return attachment;
}

static HearthAttachmentPage *
open_page (Case *self, const char *id)
{
  HearthAttachmentPage *page = hearth_attachment_page_new (drive_get_store (self->drive), id);
  GtkWidget *navigation =
    gtk_widget_get_ancestor (GTK_WIDGET (drive_get_page (self->drive)), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
  return page;
}

static HearthAttachmentPage *
open_content (Case *self, const char *name, GBytes *content)
{
  g_autoptr (HearthAttachment) attachment = attach (self, name, content, NULL);

  return open_page (self, attachment->id);
}

static HearthPageView *
wait_for_pixels (HearthAttachmentPage *page)
{
  HearthPageView *view = drive_need (page, HEARTH_TYPE_PAGE_VIEW, NULL);

  hearth_test_wait_until (hearth_page_view_get_texture (view) != NULL);
  return view;
}

/* The colour in the middle, as 0xRRGGBB. */
static guint
get_middle (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  return pixels[(gsize) (height / 2) * (gsize) width + (gsize) (width / 2)] & 0xFFFFFF;
}

static void
assert_problem (HearthAttachmentPage *page, const char *sentence)
{
  AdwStatusPage *problem = drive_need (page, ADW_TYPE_STATUS_PAGE, NULL);

  g_test_message ("%s", adw_status_page_get_description (problem));
  g_assert_nonnull (strstr (adw_status_page_get_description (problem), sentence));
}

/* ---- Showing ---- */

static void
test_picture (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (400, 300, 0x3366CC);
  HearthAttachmentPage *page = open_content (self, "Garden.png", png);
  HearthPageView *view = wait_for_pixels (page);
  double width, height;

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Garden.png");
  g_assert_cmphex (get_middle (hearth_page_view_get_texture (view)), ==, 0x3366CC);
  hearth_test_wait_until (gtk_widget_get_width (GTK_WIDGET (view)) == 400);

  /* Closer, with more pixels, turned, and back. */
  gtk_widget_activate_action (GTK_WIDGET (page), "page.zoom-in", NULL);
  hearth_test_wait_until (gtk_widget_get_width (GTK_WIDGET (view)) == 500 &&
                          hearth_page_view_get_texture (view) != NULL &&
                          gdk_texture_get_width (hearth_page_view_get_texture (view)) == 500);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.turn", NULL);
  hearth_page_view_get_size (view, &width, &height);
  g_assert_cmpfloat (width, ==, 300);
  hearth_test_wait_until (gtk_widget_get_height (GTK_WIDGET (view)) == 500);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.zoom-fit", NULL);
  hearth_test_wait_until (gtk_widget_get_width (GTK_WIDGET (view)) == 300);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.zoom-out", NULL);
  hearth_test_wait_until (gtk_widget_get_width (GTK_WIDGET (view)) == 240);
}

static void
test_pdf (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) pdf = sample_pdf (12);
  HearthAttachmentPage *page = open_content (self, "Letter.pdf", pdf);
  HearthPageView *first = wait_for_pixels (page);
  GtkWidget *last = gtk_widget_get_last_child (gtk_widget_get_parent (GTK_WIDGET (first)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (last, GTK_TYPE_SCROLLED_WINDOW)));

  drive_need (page, GTK_TYPE_LABEL, "Page 1 of 12");
  g_assert_null (hearth_page_view_get_texture (HEARTH_PAGE_VIEW (last)));
  hearth_test_wait_until (gtk_adjustment_get_upper (adjustment) > 12 * 400);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  hearth_test_wait_until (hearth_page_view_get_texture (HEARTH_PAGE_VIEW (last)) != NULL);
  drive_need (page, GTK_TYPE_LABEL, "Page 12 of 12");
  /* What is far away holds no pixels. */
  g_assert_null (hearth_page_view_get_texture (first));
}

static void
test_text (void)
{
  static const char words[] = "\xEF\xBB\xBF"
                              "Dear house,\nthe garden is ready. สวัสดี\n";
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) content = g_bytes_new_static (words, strlen (words));
  /* Its name says picture, and it is shown as what it is. */
  HearthAttachmentPage *page = open_content (self, "note.jpg", content);
  GtkTextView *text = drive_need (page, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (text), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, words + 3);
  g_assert_false (gtk_text_view_get_editable (text));
  /* Shown from memory: it stands in no file. */
  g_assert_false (hearth_test_folder_contains (self->drive->house->folder, "garden is ready"));
  g_assert_false (hearth_test_folder_contains (g_get_tmp_dir (), "garden is ready"));
}

static void
test_not_shown (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (60, 60, 0);
  g_autoptr (GBytes) pdf = sample_pdf (1);
  g_autoptr (GBytes) half_png = g_bytes_new_from_bytes (png, 0, 40);
  g_autoptr (GBytes) half_pdf = g_bytes_new_from_bytes (pdf, 0, g_bytes_get_size (pdf) / 4);
  g_autoptr (GBytes) bomb = sample_png_of_size (60000, 60000);
  g_autoptr (GBytes) locked = sample_locked_pdf ();
  g_autoptr (GBytes) heic = sample_heic ();
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) zip = g_bytes_new_static ("PK\3\4\24\0\0\0", 8);
  g_autofree char *long_text = g_strnfill (1024 * 1024 + 1, 'a');
  g_autoptr (GBytes) novel = g_bytes_new_static (long_text, strlen (long_text));
  const struct {
    GBytes *content;
    const char *sentence;
  } cases[] = {
    { half_png, "damaged" },
    { half_pdf, "damaged" },
    { bomb, "more pages or more pixels" },
    { locked, "asks for a password" },
    { heic, "kind of picture" },
    { empty, "empty" },
    { zip, "neither a picture" },
    { novel, "more pages or more pixels" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearthAttachmentPage *page = open_content (self, "file.jpg", cases[i].content);

      assert_problem (page, cases[i].sentence);
      drive_need (page, GTK_TYPE_BUTTON, "Save a copy outside…");
      gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
      hearth_test_settle ();
    }
}

/* Of a compartment's file every look is noted. */
static void
test_view_is_noted (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autoptr (HearthAttachment) attachment = attach (self, "Letter.png", png, "legal");
  gint64 before = drive_get_audit_sequence (self->drive);

  wait_for_pixels (open_page (self, attachment->id));
  g_assert_cmpint (drive_get_audit_sequence (self->drive), ==, before + 1);
}

/* After the lock there is neither the page nor the other program. */
static void
test_lock (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (400, 300, 0x3366CC);
  HearthAttachmentPage *page = open_content (self, "Garden.png", png);
  HearthPageView *view = wait_for_pixels (page);
  GdkTexture *texture = hearth_page_view_get_texture (view);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_add_weak_pointer (G_OBJECT (texture), (gpointer *) &texture);
  drive_activate (self->drive, "win.lock", NULL);
  hearth_test_wait_until (page == NULL && texture == NULL);
}

/* Also in the middle of opening. */
static void
test_lock_while_opening (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (2000, 2000, 0x3366CC);
  HearthAttachmentPage *page = open_content (self, "Garden.png", png);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  drive_activate (self->drive, "win.lock", NULL);
  hearth_test_wait_until (page == NULL);
}

/* ---- Letting out ---- */

static void
get_last_audit (Case *self, char **action, char **reason)
{
  HearthStore *store = drive_get_store (self->drive);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "SELECT action, reason FROM audit ORDER BY sequence DESC LIMIT 1", &error);

  g_assert_no_error (error);
  g_assert_cmpint (hearth_statement_step (statement, &error), ==, HEARTH_STEP_ROW);
  *action = g_strdup (hearth_statement_get_text (statement, 0));
  *reason = g_strdup (hearth_statement_get_text (statement, 1));
}

static void
test_copy (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autoptr (HearthAttachment) attachment = attach (self, "Garden.png", png, NULL);
  g_autoptr (GCancellable) leaving = g_cancellable_new ();
  g_autofree char *path = g_build_filename (self->folder, "copy.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) copy = NULL;
  g_autofree char *action = NULL;
  g_autofree char *reason = NULL;
  GStatBuf status;

  /* A file that is there already, for all to read, is no excuse. */
  g_assert_true (g_file_set_contents_full (path, "old", 3, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  hearth_attachment_copy_save (GTK_WIDGET (drive_get_page (self->drive)), drive_get_store (self->drive),
                               attachment, file, "For the dentist’s file", leaving);
  drive_need (self->drive->window, GTK_TYPE_LABEL, "Copy saved outside, and noted");
  copy = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (copy, png));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  get_last_audit (self, &action, &reason);
  g_assert_cmpstr (action, ==, "export");
  g_assert_cmpstr (reason, ==, "For the dentist’s file");
}

/* What cannot be written was noted all the same; what cannot be noted is not written. */
static void
test_copy_order (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autoptr (HearthAttachment) attachment = attach (self, "Garden.png", png, NULL);
  g_autoptr (GCancellable) leaving = g_cancellable_new ();
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "such", "folder.png", NULL);
  g_autofree char *path = g_build_filename (self->folder, "copy.png", NULL);
  g_autoptr (GFile) no_file = g_file_new_for_path (nowhere);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  HearthStore *store = drive_get_store (self->drive);
  gint64 before = drive_get_audit_sequence (self->drive);
  g_autoptr (GError) error = NULL;

  hearth_attachment_copy_save (GTK_WIDGET (drive_get_page (self->drive)), store, attachment, no_file,
                               "For the dentist’s file", leaving);
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  g_assert_cmpint (drive_get_audit_sequence (self->drive), ==, before + 1);
  adw_dialog_force_close (drive_get_dialog (self->drive));

  hearth_db_exec (store->db,
                  "CREATE TEMP TRIGGER no_note BEFORE INSERT ON audit BEGIN SELECT RAISE (ABORT, 'no'); END",
                  &error);
  g_assert_no_error (error);
  hearth_attachment_copy_save (GTK_WIDGET (drive_get_page (self->drive)), store, attachment, file,
                               "For the dentist’s file", leaving);
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  hearth_db_exec (store->db, "DROP TRIGGER no_note", &error);
  g_assert_no_error (error);
}

/* The disk fills up under the copy, which is larger than anything that is written before it. */
static void
test_copy_without_room (void)
{
  const gsize large = 8 * 1024 * 1024;
  const struct rlimit no_room = { large / 2, RLIM_INFINITY };
  struct rlimit room;
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autofree guint8 *bytes = g_malloc0 (large);
  g_autoptr (GBytes) content = NULL;
  g_autoptr (HearthAttachment) attachment = NULL;
  g_autoptr (GCancellable) leaving = g_cancellable_new ();
  g_autofree char *path = g_build_filename (self->folder, "copy.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  memcpy (bytes, g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  content = g_bytes_new (bytes, large);
  attachment = attach (self, "Garden.png", content, NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &room), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &no_room), ==, 0);
  hearth_attachment_copy_save (GTK_WIDGET (drive_get_page (self->drive)), drive_get_store (self->drive),
                               attachment, file, "For the dentist’s file", leaving);
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &room), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_copy_needs_reason (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  HearthAttachmentPage *page = open_content (self, "Garden.png", png);
  AdwAlertDialog *dialog;
  GtkEditable *reason;

  wait_for_pixels (page);
  drive_activate (self->drive, "win.save", NULL);
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  dialog = ADW_ALERT_DIALOG (drive_get_dialog (self->drive));
  reason = drive_need (dialog, ADW_TYPE_ENTRY_ROW, "Reason, in a few words");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "save"));
  gtk_editable_set_text (reason, "     x     ");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "save"));
  gtk_editable_set_text (reason, "For the dentist");
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "save"));
}

/* Who may not export is not offered it. */
static void
test_copy_denied (void)
{
  HearthTestHouse *house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthAttachment) attachment =
    hearth_store_add_attachment (house->store, hearth_record_get_id (mali), "Garden.png", "image/png", NULL,
                                 png, &error);
  g_autoptr (Drive) drive = NULL;
  HearthAttachmentPage *page;

  g_assert_no_error (error);
  hearth_record_set (mali, "photo", attachment->id);
  hearth_store_save (house->store, mali, NULL, NULL, &error);
  g_assert_no_error (error);
  hearth_test_house_add_person (house, "carer", "duty-carer");
  drive = drive_new_in (house);
  drive_sign_in (drive, "carer", HEARTH_TEST_PASSWORD);
  hearth_test_wait_until (hearth_window_get_session (drive->window) != NULL);
  page = g_object_ref_sink (hearth_attachment_page_new (drive_get_store (drive), attachment->id));
  g_assert_null (drive_find (page, GTK_TYPE_MENU_BUTTON, NULL));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.save", NULL);
  hearth_test_settle ();
  g_assert_null (drive_get_dialog (drive));
  g_object_unref (page);
}

/* ---- Taking in ---- */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static HearthAttachment *
read_file (Case *self, GFile *file, gboolean only_picture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hearth_attach_read_async (drive_get_store (self->drive), hearth_record_get_id (self->resident), file, NULL,
                            only_picture, NULL, keep_result_cb, &result);
  hearth_test_wait_until (result != NULL);
  return hearth_attach_read_finish (result, error);
}

static void
assert_refused (Case *self, GFile *file, gboolean only_picture, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_null (read_file (self, file, only_picture, &error));
  g_assert_error (error, domain, code);
  sentence = hearth_attach_error_to_sentence (error);
  g_test_message ("%s", sentence);
  g_assert_null (strstr (sentence, self->folder));
}

static void
test_bad_files (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) words = g_bytes_new_static ("Not a picture\n", 14);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autoptr (GBytes) pdf = sample_pdf (1);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (png, 0, 40);
  g_autoptr (GBytes) bomb = sample_png_of_size (60000, 60000);
  g_autoptr (GFile) text = write_file (self, "photo.jpg", words);
  g_autoptr (GFile) empty = write_file (self, "empty.jpg", nothing);
  g_autoptr (GFile) letter = write_file (self, "letter.jpg", pdf);
  g_autoptr (GFile) damaged = write_file (self, "damaged.png", half);
  g_autoptr (GFile) large = write_file (self, "bomb.png", bomb);
  g_autoptr (GFile) gone = write_file (self, "gone.png", png);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *path =
    g_build_filename (hearth_store_get_folder (drive_get_store (self->drive)), "house.db", NULL);
  g_autoptr (GFile) house = g_file_new_for_path (path);
  g_autoptr (GFile) link = g_file_get_child (folder, "link.pdf");
  g_autoptr (HearthAttachment) attachment = NULL;
  g_autoptr (GError) error = NULL;

  g_file_make_symbolic_link (link, path, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (gone, NULL, NULL);
  assert_refused (self, text, TRUE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_NOT_PICTURE);
  assert_refused (self, letter, TRUE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_NOT_PICTURE);
  assert_refused (self, empty, FALSE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_EMPTY);
  assert_refused (self, damaged, TRUE, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_DAMAGED);
  assert_refused (self, large, TRUE, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_TOO_LARGE);
  assert_refused (self, gone, FALSE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_GONE);
  assert_refused (self, folder, FALSE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_FOLDER);
  assert_refused (self, house, FALSE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_HOUSE);
  assert_refused (self, link, FALSE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_HOUSE);

  /* Where any file may be it is kept, as what it is. */
  attachment = read_file (self, text, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (attachment->media_type, ==, "text/plain");
  g_assert_cmpstr (attachment->name, ==, "photo.jpg");
}

/* Holes take no room on the disk, and are read as bytes all the same. */
static GFile *
write_large (Case *self, const char *name, goffset size)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  int fd = g_open (path, O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, size), ==, 0);
  g_close (fd, NULL);
  return g_file_new_for_path (path);
}

static void
test_large_files (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GFile) sixty = write_large (self, "photo.jpg", 60 * 1000 * 1000);
  g_autoptr (GFile) endless = write_large (self, "film.mp4", (goffset) 1 << 40);
  g_autoptr (HearthAttachment) attachment = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (self, sixty, TRUE, HEARTH_ATTACH_ERROR, HEARTH_ATTACH_ERROR_LARGE_PICTURE);
  assert_refused (self, endless, FALSE, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_TOO_LARGE);
  attachment = read_file (self, sixty, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (attachment->size, ==, 60 * 1000 * 1000);
  assert_problem (open_page (self, attachment->id), "neither a picture");
}

/* ---- In a form ---- */

static void
drop (GtkWidget *target, GFile *first, GFile *second)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (target);
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;
  gboolean taken = FALSE;

  if (second != NULL)
    files = g_slist_prepend (files, second);
  files = g_slist_prepend (files, first);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free (files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_assert_true (taken);
}

static char *
get_typed (Drive *drive, const char *field)
{
  return hearth_field_row_dup_text (drive_get_row (drive_get_page (drive), field));
}

static bool
has_typed (Drive *drive, const char *field)
{
  g_autofree char *text = get_typed (drive, field);

  return *text != '\0';
}

static void
test_drop_on_form (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autoptr (GFile) file = write_file (self, "Mali.png", png);
  HearthAttachmentPage *page;

  drive_activate (self->drive, "win.open-record", hearth_record_get_id (self->resident));
  adw_navigation_view_push (
    ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (drive_get_page (self->drive)),
                                                  ADW_TYPE_NAVIGATION_VIEW)),
    ADW_NAVIGATION_PAGE (hearth_editor_page_new (drive_get_store (self->drive), self->resident)));
  hearth_test_settle ();
  drop (drive_need (drive_get_page (self->drive), HEARTH_TYPE_RECORD_FORM, NULL), file, file);
  hearth_test_wait_until (has_typed (self->drive, "photo"));

  /* It can be looked at before anything is saved. */
  g_signal_emit_by_name (drive_get_row (drive_get_page (self->drive), "photo"), "opened");
  hearth_test_wait_until (HEARTH_IS_ATTACHMENT_PAGE (drive_get_page (self->drive)));
  page = HEARTH_ATTACHMENT_PAGE (drive_get_page (self->drive));
  g_assert_cmphex (get_middle (hearth_page_view_get_texture (wait_for_pixels (page))), ==, 0x112233);
  gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
  hearth_test_settle ();
  drive_activate (self->drive, "win.save", NULL);
  g_assert_cmpstr (hearth_record_get (self->resident, "photo"), !=, "");
}

/* Several at once: what can be kept is, what cannot is said, and all of it can be taken back. */
static void
test_documents (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GBytes) png = sample_png (40, 40, 0x112233);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GFile) letter = write_file (self, "Letter of May.png", png);
  g_autoptr (GFile) empty = write_file (self, "empty.txt", nothing);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) other = write_file (self, ".notes", png);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (HearthQuery) query = hearth_query_new (hearth_records_lookup_type ("document"));
  g_autoptr (GListModel) documents = NULL;
  g_autoptr (HearthRecord) document = NULL;
  g_autoptr (GError) error = NULL;

  g_list_store_append (files, letter);
  g_list_store_append (files, empty);
  g_list_store_append (files, folder);
  g_list_store_append (files, other);
  hearth_attach_add_documents (GTK_WIDGET (drive_get_page (self->drive)), drive_get_store (self->drive),
                               hearth_record_get_id (self->resident), G_LIST_MODEL (files));
  hearth_test_wait_until (drive_get_dialog (self->drive) != NULL);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (drive_get_dialog (self->drive))),
                            "“empty.txt”: This file is empty"));
  drive_need (self->drive->window, GTK_TYPE_LABEL, "2 documents added");
  adw_dialog_force_close (drive_get_dialog (self->drive));
  g_assert_cmpint (drive_count (self->drive, "document"), ==, 2);
  documents = hearth_store_list (drive_get_store (self->drive), query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HearthRecord) one = g_list_model_get_item (documents, i);

      if (g_str_equal (hearth_record_get (one, "title"), "Letter of May"))
        g_set_object (&document, one);
      else
        g_assert_cmpstr (hearth_record_get (one, "title"), ==, ".notes");
    }
  g_assert_nonnull (document);
  g_assert_cmpstr (hearth_record_get_resident (document), ==, hearth_record_get_id (self->resident));

  drive_press (self->drive->window, "Undo");
  g_assert_cmpstr (hearth_record_get (document, "state"), ==, HEARTH_STATE_IN_ERROR);
}

static void
test_photo (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.hearthrecords.Hearth");
  g_autoptr (GBytes) png = sample_png (800, 400, 0x884422);
  g_autoptr (HearthAttachment) attachment = attach (self, "Mali.png", png, NULL);
  AdwAvatar *avatar = g_object_ref_sink (ADW_AVATAR (adw_avatar_new (96, NULL, FALSE)));
  g_autoptr (GError) error = NULL;

  hearth_photo_show (avatar, drive_get_store (self->drive), self->resident);
  g_assert_cmpstr (adw_avatar_get_text (avatar), ==, "Mali");
  hearth_record_set (self->resident, "photo", attachment->id);
  hearth_test_settle ();
  g_assert_null (adw_avatar_get_custom_image (avatar));

  g_settings_set_boolean (settings, "show-photos", TRUE);
  hearth_test_wait_until (adw_avatar_get_custom_image (avatar) != NULL);
  g_assert_cmphex (get_middle (GDK_TEXTURE (adw_avatar_get_custom_image (avatar))), ==, 0x884422);
  g_settings_set_boolean (settings, "show-photos", FALSE);
  g_assert_null (adw_avatar_get_custom_image (avatar));
  g_assert_finalize_object (avatar);
}

int
main (int argc, char *argv[])
{
  drive_init (&argc, &argv);
  g_test_add_func ("/views/attachments/picture", test_picture);
  g_test_add_func ("/views/attachments/pdf", test_pdf);
  g_test_add_func ("/views/attachments/text", test_text);
  g_test_add_func ("/views/attachments/not-shown", test_not_shown);
  g_test_add_func ("/views/attachments/view-is-noted", test_view_is_noted);
  g_test_add_func ("/views/attachments/lock", test_lock);
  g_test_add_func ("/views/attachments/lock-while-opening", test_lock_while_opening);
  g_test_add_func ("/views/attachments/copy", test_copy);
  g_test_add_func ("/views/attachments/copy-order", test_copy_order);
  g_test_add_func ("/views/attachments/copy-without-room", test_copy_without_room);
  g_test_add_func ("/views/attachments/copy-needs-reason", test_copy_needs_reason);
  g_test_add_func ("/views/attachments/copy-denied", test_copy_denied);
  g_test_add_func ("/views/attachments/bad-files", test_bad_files);
  g_test_add_func ("/views/attachments/large-files", test_large_files);
  g_test_add_func ("/views/attachments/drop-on-form", test_drop_on_form);
  g_test_add_func ("/views/attachments/documents", test_documents);
  g_test_add_func ("/views/attachments/photo", test_photo);
  return g_test_run ();
}
