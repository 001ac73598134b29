/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a copy of the open house now: where, how far, and what came of it.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/backup-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/backup-place.h"
#include "app/job.h"
#include "app/place-row.h"
#include "store/copies.h"

struct _HearthBackupDialog {
  AdwDialog parent_instance;

  /* Template widgets */
  GtkLabel *heading_label;
  GtkLabel *words_label;
  GtkProgressBar *progress_bar;
  AdwPreferencesGroup *place_group;
  HearthPlaceRow *place_row;
  GtkButton *again_button;
  GtkButton *close_button;

  /* Owned */
  HearthStore *store;
  HearthKeyring *keyring;
  HearthJob *job; /* NULL unless at work */
};

G_DEFINE_FINAL_TYPE (HearthBackupDialog, hearth_backup_dialog, ADW_TYPE_DIALOG)

typedef struct {
  char *folder;
  char *place;
  HearthKeyring *keyring;
} BackupData;

static void
backup_data_free (BackupData *data)
{
  g_free (data->folder);
  g_free (data->place);
  g_object_unref (data->keyring);
  g_free (data);
}

/* ---- Helpers ---- */

/* @asks: whether a place is asked for; @again: whether the same can be tried once more. */
static void
show (HearthBackupDialog *self, const char *heading, const char *words, bool asks, bool again)
{
  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->words_label, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), self->job != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->place_group), asks);
  gtk_widget_set_visible (GTK_WIDGET (self->again_button), again);
  gtk_button_set_label (self->close_button, self->job != NULL ? _ ("Cancel") : _ ("Close"));
}

static void
show_done (HearthBackupDialog *self, const HearthCopy *copy)
{
  g_autofree char *place = hearth_backup_place_dup (hearth_store_get_folder (self->store));
  g_autofree char *where = hearth_backup_place_describe (place);
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (self->store));
  g_autofree char *when = hearth_backup_describe_time (copy->made_at, now);
  gulong n = (gulong) copy->records;
  /* Translators: how many records, the place, the time. */
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "%lu record is on %s, %s. Every page was read again and is whole. "
                                  "Now keep the stick or disk in another room.",
                                  "%lu records are on %s, %s. Every page was read again and is whole. "
                                  "Now keep the stick or disk in another room.",
                                  n),
                     n, where, when);

  show (self, _ ("The copy is made and checked"), words, false, false);
}

static void
show_problem (HearthBackupDialog *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED))
    show (self, _ ("The copy was stopped"), _ ("Nothing of it is left. The house itself is as it was."),
          false, true);
  else if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_FULL))
    show (self, _ ("There is no room for the copy"),
          _ ("The stick or disk is full, so no copy was made. The house itself is safe. Make room there, or "
             "choose another place."),
          true, true);
  else
    {
      sentence = hearth_copy_error_to_sentence (error);
      show (self, _ ("No copy was made"), sentence, true, true);
    }
}

/* In the thread. */
static gpointer
back_up (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  BackupData *data = user_data;
  g_autofree char *path = NULL;
  HearthCopy *copy;

  if (!hearth_house_backup (data->folder, data->keyring, data->place, HEARTH_COPY_ASKED, &path,
                            hearth_job_tell_progress, job, cancellable, error))
    return NULL;
  copy = hearth_copy_find_newest (path, NULL, data->keyring);
  if (copy == NULL)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO, "");
  return copy;
}

/* ---- Callbacks ---- */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthBackupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthCopy) copy = hearth_job_run_finish (HEARTH_JOB (source), result, &error);

  if (self->store == NULL)
    return;
  g_clear_object (&self->job);
  if (copy == NULL)
    {
      show_problem (self, error);
      return;
    }
  hearth_backup_place_note_copy (hearth_store_get_folder (self->store), copy->made_at);
  show_done (self, copy);
}

static void
start (HearthBackupDialog *self, const char *place)
{
  g_autoptr (GError) error = NULL;
  BackupData *data;

  /* A house that can only be read can still be saved from its failing disk. */
  if (!hearth_store_is_read_only (self->store) &&
      !hearth_store_note (self->store, "backup", NULL, NULL, NULL, &error))
    {
      show_problem (self, error);
      return;
    }
  data = g_new0 (BackupData, 1);
  data->folder = g_strdup (hearth_store_get_folder (self->store));
  data->place = g_strdup (place);
  data->keyring = g_object_ref (self->keyring);
  self->job = hearth_job_new ();
  g_object_bind_property (self->job, "fraction", self->progress_bar, "fraction", G_BINDING_SYNC_CREATE);
  show (self, _ ("Making a copy"), _ ("Please leave the stick or disk in until it is done."), false, false);
  hearth_job_run_async (self->job, back_up, (GDestroyNotify) hearth_copy_free, data,
                        (GDestroyNotify) backup_data_free, done_cb, g_object_ref (self));
}

static void
begin (HearthBackupDialog *self)
{
  const char *folder = hearth_store_get_folder (self->store);
  g_autofree char *place = hearth_backup_place_dup (folder);
  g_autofree char *refusal = NULL;

  if (place == NULL)
    {
      show (self, _ ("Where shall the copy go?"),
            _ ("Choose a folder on a stick or a second disk. It is remembered for the next time."), true,
            false);
      return;
    }
  refusal = hearth_backup_place_refuse (folder, place);
  if (refusal != NULL)
    show (self, _ ("No copy was made"), refusal, true, true);
  else
    start (self, place);
}

static void
again_cb (HearthBackupDialog *self)
{
  begin (self);
}

static void
place_chosen_cb (HearthBackupDialog *self)
{
  const char *place = hearth_place_row_get_place (self->place_row);

  if (self->store == NULL || self->job != NULL || place == NULL)
    return;
  hearth_backup_place_set (hearth_store_get_folder (self->store), place);
  begin (self);
}

static void
close_cb (HearthBackupDialog *self)
{
  if (self->job != NULL)
    hearth_job_cancel (self->job);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* ---- Overrides ---- */

static void
hearth_backup_dialog_closed (AdwDialog *dialog)
{
  HearthBackupDialog *self = HEARTH_BACKUP_DIALOG (dialog);

  /* Nothing of the house stays when the program is locked over a copy. */
  if (self->job != NULL)
    hearth_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->store);
  g_clear_object (&self->keyring);
}

static void
hearth_backup_dialog_dispose (GObject *object)
{
  hearth_backup_dialog_closed (ADW_DIALOG (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_BACKUP_DIALOG);

  G_OBJECT_CLASS (hearth_backup_dialog_parent_class)->dispose (object);
}

static void
hearth_backup_dialog_class_init (HearthBackupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (klass)->dispose = hearth_backup_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hearth_backup_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthBackupDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, HearthBackupDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, HearthBackupDialog, heading_label);
  gtk_widget_class_bind_template_child (widget_class, HearthBackupDialog, place_group);
  gtk_widget_class_bind_template_child (widget_class, HearthBackupDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, HearthBackupDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HearthBackupDialog, words_label);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
}

static void
hearth_backup_dialog_init (HearthBackupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthBackupDialog *
hearth_backup_dialog_new (HearthSession *session)
{
  HearthBackupDialog *self = g_object_new (HEARTH_TYPE_BACKUP_DIALOG, NULL);

  self->store = g_object_ref (hearth_session_get_store (session));
  self->keyring = g_object_ref (hearth_session_get_keyring (session));
  begin (self);
  return self;
}
