/* SPDX-License-Identifier: GPL-3.0-or-later
 * All copies of the open house: where they are, trying one out, and how the house comes back from one.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/copies-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/backup-keeper.h"
#include "app/backup-place.h"
#include "app/job.h"
#include "store/copies.h"

struct _HearthCopiesDialog {
  AdwDialog parent_instance;

  /* Template widgets */
  AdwActionRow *last_row;
  GtkImage *last_image;
  AdwActionRow *drill_result;
  GtkWidget *drill_progress;
  GtkProgressBar *progress_bar;
  GtkWidget *drill_button;
  AdwPreferencesGroup *copies_group;

  /* Owned */
  HearthStore *store; /* NULL when closed */
  HearthKeyring *keyring;
  GSettings *settings;
  GPtrArray *rows;
  char *newest;      /* path, or NULL */
  HearthJob *reading; /* NULL unless at work */
  HearthJob *drilling;
};

G_DEFINE_FINAL_TYPE (HearthCopiesDialog, hearth_copies_dialog, ADW_TYPE_DIALOG)

/** What the threads need. */
typedef struct {
  char *folder;
  char *outside; /* or NULL */
  char *copy;
  HearthKeyring *keyring;
} CopiesData;

static CopiesData *
copies_data_new (HearthCopiesDialog *self)
{
  CopiesData *data = g_new0 (CopiesData, 1);

  data->folder = g_strdup (hearth_store_get_folder (self->store));
  data->outside = hearth_backup_place_dup (data->folder);
  data->copy = g_strdup (self->newest);
  data->keyring = g_object_ref (self->keyring);
  return data;
}

static void
copies_data_free (CopiesData *data)
{
  g_free (data->folder);
  g_free (data->outside);
  g_free (data->copy);
  g_object_unref (data->keyring);
  g_free (data);
}

/* ---- In the thread ---- */

static int
compare_copies (gconstpointer a, gconstpointer b)
{
  const HearthCopy *one = *(const HearthCopy *const *) a, *other = *(const HearthCopy *const *) b;

  return strcmp (other->made_at, one->made_at);
}

/* Those in both places, the newest first. */
static gpointer
read_copies (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const CopiesData *data = user_data;
  const char *house = hearth_keyring_get_house_id (data->keyring);
  g_autofree char *own = hearth_backup_keeper_dup_place (data->folder);
  GPtrArray *copies = hearth_copies_list (own, house, data->keyring);

  if (data->outside != NULL && g_file_test (data->outside, G_FILE_TEST_IS_DIR))
    g_ptr_array_extend_and_steal (copies, hearth_copies_list (data->outside, house, data->keyring));
  g_ptr_array_sort (copies, compare_copies);
  return copies;
}

static gpointer
drill (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const CopiesData *data = user_data;
  g_autoptr (GError) local_error = NULL;
  HearthDrill *result = hearth_house_drill (data->folder, data->keyring, data->copy, hearth_job_tell_progress,
                                            job, cancellable, &local_error);

  if (result != NULL)
    return result;
  /* Kept, but never taken for a good one again. */
  if (g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT))
    hearth_copy_set_aside (data->copy, NULL);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* ---- Showing ---- */

static char *
describe_time (HearthCopiesDialog *self, const char *time)
{
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (self->store));

  return hearth_backup_describe_time (time, now);
}

static char *
describe_records (gint64 n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu record", "%lu records", (gulong) n), (gulong) n);
}

/* "1204 records · On this computer" */
static char *
describe_copy (HearthCopiesDialog *self, const HearthCopy *copy)
{
  g_autofree char *own = hearth_backup_keeper_dup_place (hearth_store_get_folder (self->store));
  g_autofree char *place = g_path_get_dirname (copy->path);
  g_autofree char *where = g_str_equal (place, own) ? g_strdup (_ ("In the house’s own folder"))
                                                    : hearth_backup_place_describe (place);
  g_autofree char *records = copy->records >= 0 ? describe_records (copy->records) : NULL;
  const char *why = copy->why == HEARTH_COPY_BEFORE_MIGRATION  ? _ ("Kept: before an update")
                    : copy->why == HEARTH_COPY_BEFORE_ROTATION ? _ ("Kept: before new keys")
                                                               : NULL;
  g_autofree char *where_and_why = g_strjoin (" · ", where, why, NULL);

  /* An older copy does not say how much is in it. */
  return records != NULL ? g_strjoin (" · ", records, where_and_why, NULL) : g_steal_pointer (&where_and_why);
}

static void
add_row (HearthCopiesDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->copies_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_copies (HearthCopiesDialog *self, GPtrArray *copies)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->copies_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < copies->len; i++)
    {
      const HearthCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *time = describe_time (self, copy->made_at);
      g_autofree char *about = describe_copy (self, copy);

      add_row (self, time, about);
    }
  if (copies->len == 0)
    add_row (self, _ ("There is none yet"), _ ("The first is made when the house is left."));
  g_set_str (&self->newest, copies->len > 0 ? ((HearthCopy *) g_ptr_array_index (copies, 0))->path : NULL);
  gtk_widget_set_sensitive (self->drill_button, copies->len > 0 && self->drilling == NULL);
}

static void
show_last (HearthCopiesDialog *self)
{
  bool is_old;
  g_autofree char *line = hearth_backup_dup_line (self->store, &is_old);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last_row), line != NULL ? line : "");
  gtk_image_set_from_icon_name (self->last_image,
                                is_old ? "dialog-warning-symbolic" : "object-select-symbolic");
}

static void
show_drill (HearthCopiesDialog *self, const char *heading, const char *words)
{
  gtk_widget_set_visible (self->drill_progress, self->drilling != NULL);
  gtk_widget_set_sensitive (self->drill_button, self->drilling == NULL && self->newest != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->drill_result), heading != NULL);
  if (heading == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->drill_result), heading);
  adw_action_row_set_subtitle (self->drill_result, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Takes @sentence. */
static void
add_sentence (GString *words, char *sentence)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* What was compared, in sentences. */
static char *
describe_drill (HearthCopiesDialog *self, const HearthDrill *drill)
{
  g_autofree char *made = describe_time (self, drill->made_at);
  g_autofree char *records = describe_records (drill->records);
  g_autofree char *files = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu attached file",
                                                         "%lu attached files", (gulong) drill->files),
                                            (gulong) drill->files);
  g_autofree char *last = describe_time (self, drill->last_entry);
  g_autofree char *records_now = describe_records (MAX (drill->records_now, 0));
  g_autofree char *last_now =
    describe_time (self, drill->last_entry_now != NULL ? drill->last_entry_now : "");
  GString *words = g_string_new (NULL);

  /* Translators: the time of the copy, then “1204 records” and “12 attached files”. */
  add_sentence (words,
                g_strdup_printf (_ ("The copy of %s opened, and every page and every line of its audit is "
                                    "whole. It holds %s and %s."),
                                 made, records, files));
  if (*last != '\0')
    /* Translators: a time. */
    add_sentence (words, g_strdup_printf (_ ("Its newest entry is of %s."), last));
  if (drill->records_now >= 0)
    /* Translators: “1210 records”. */
    add_sentence (words, g_strdup_printf (_ ("The house has %s now."), records_now));
  if (drill->records_now >= 0 && *last_now != '\0')
    add_sentence (words, g_strdup_printf (_ ("Its newest entry is of %s."), last_now));
  return g_string_free (words, FALSE);
}

/* ---- Callbacks ---- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthCopiesDialog) self = user_data;
  g_autoptr (GPtrArray) copies = hearth_job_run_finish (HEARTH_JOB (source), result, NULL);

  if (self->store == NULL || self->reading != HEARTH_JOB (source))
    return;
  g_clear_object (&self->reading);
  show_copies (self, copies);
}

static void
look (HearthCopiesDialog *self)
{
  show_last (self);
  g_clear_object (&self->reading);
  self->reading = hearth_job_new ();
  hearth_job_run_async (self->reading, read_copies, (GDestroyNotify) g_ptr_array_unref,
                        copies_data_new (self), (GDestroyNotify) copies_data_free, read_cb,
                        g_object_ref (self));
}

static void
note_drill (HearthCopiesDialog *self, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (!hearth_store_is_read_only (self->store) &&
      !hearth_store_note (self->store, "drill", NULL, NULL, reason, &error))
    g_warning ("Trying out a copy could not be noted: %s", error->message);
}

static void
drilled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthCopiesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDrill) drill_result = hearth_job_run_finish (HEARTH_JOB (source), result, &error);
  g_autofree char *words = NULL;

  if (self->store == NULL)
    return;
  g_clear_object (&self->drilling);
  if (drill_result != NULL)
    {
      words = describe_drill (self, drill_result);
      note_drill (self, drill_result->made_at);
      show_drill (self, _ ("This copy can be relied on"), words);
    }
  else if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT))
    {
      note_drill (self, "damaged");
      show_drill (self, _ ("This copy is damaged"),
                  _ ("It was set aside, so that it is not taken for a good one. The house itself is as it "
                     "was. "
                     "Please back up now, and try that copy out."));
      look (self);
    }
  else
    {
      words = hearth_copy_error_to_sentence (error);
      show_drill (self, _ ("The copy could not be tried out"), words);
    }
}

static void
drill_cb (HearthCopiesDialog *self)
{
  if (self->newest == NULL || self->drilling != NULL)
    return;
  self->drilling = hearth_job_new ();
  g_object_bind_property (self->drilling, "fraction", self->progress_bar, "fraction", G_BINDING_SYNC_CREATE);
  show_drill (self, NULL, NULL);
  hearth_job_run_async (self->drilling, drill, (GDestroyNotify) hearth_drill_free, copies_data_new (self),
                        (GDestroyNotify) copies_data_free, drilled_cb, g_object_ref (self));
}

static void
settings_changed_cb (HearthCopiesDialog *self, const char *key)
{
  if (self->store != NULL && g_str_has_prefix (key, "backup-"))
    look (self);
}

/* ---- Overrides ---- */

static void
hearth_copies_dialog_closed (AdwDialog *dialog)
{
  HearthCopiesDialog *self = HEARTH_COPIES_DIALOG (dialog);

  /* Nothing of the house stays when the program is locked over it. */
  if (self->drilling != NULL)
    hearth_job_cancel (self->drilling);
  g_clear_object (&self->drilling);
  g_clear_object (&self->reading);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->keyring);
}

static void
hearth_copies_dialog_dispose (GObject *object)
{
  HearthCopiesDialog *self = HEARTH_COPIES_DIALOG (object);

  hearth_copies_dialog_closed (ADW_DIALOG (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_COPIES_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->newest, g_free);

  G_OBJECT_CLASS (hearth_copies_dialog_parent_class)->dispose (object);
}

static void
hearth_copies_dialog_class_init (HearthCopiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_copies_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hearth_copies_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/copies-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthCopiesDialog, copies_group);
  gtk_widget_class_bind_template_child (widget_class, HearthCopiesDialog, drill_button);
  gtk_widget_class_bind_template_child (widget_class, HearthCopiesDialog, drill_progress);
  gtk_widget_class_bind_template_child (widget_class, HearthCopiesDialog, drill_result);
  gtk_widget_class_bind_template_child (widget_class, HearthCopiesDialog, last_image);
  gtk_widget_class_bind_template_child (widget_class, HearthCopiesDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, HearthCopiesDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, drill_cb);
}

static void
hearth_copies_dialog_init (HearthCopiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->settings = g_settings_new (HEARTH_APPLICATION_ID);
}

/* ---- Public ---- */

HearthCopiesDialog *
hearth_copies_dialog_new (HearthSession *session)
{
  HearthCopiesDialog *self = g_object_new (HEARTH_TYPE_COPIES_DIALOG, NULL);

  self->store = g_object_ref (hearth_session_get_store (session));
  self->keyring = g_object_ref (hearth_session_get_keyring (session));
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  look (self);
  return self;
}
