/* SPDX-License-Identifier: GPL-3.0-or-later
 * Replacing the house key: the page that is in the window meanwhile, and what is said before and after.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/rotation.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/backup-keeper.h"
#include "app/job.h"
#include "store/backup.h"
#include "store/people.h"

/* Of the whole, the copy takes about this much. */
#define COPY_PART 0.3

struct _HearthRotation {
  AdwBin parent_instance;

  /* Template widgets */
  AdwStatusPage *status_page;
  GtkProgressBar *progress_bar;
  GtkWidget *cancel_button;

  /* Owned */
  char *folder;
  HearthKeyring *keyring;
  HearthClock *clock;
  HearthJob *job; /* NULL unless at work */
  bool left;
};

G_DEFINE_FINAL_TYPE (HearthRotation, hearth_rotation, ADW_TYPE_BIN)

enum { FINISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- In the thread ---- */

typedef struct {
  char *folder;
  HearthKeyring *keyring;
} RotateData;

static void
rotate_data_free (RotateData *data)
{
  g_free (data->folder);
  g_object_unref (data->keyring);
  g_free (data);
}

static void
copy_progress (double fraction, gpointer job)
{
  hearth_job_tell_progress (fraction * COPY_PART, job);
}

static void
rotate_progress (double fraction, gpointer job)
{
  hearth_job_tell_progress (COPY_PART + fraction * (1 - COPY_PART), job);
}

static bool
make_copy (HearthJob *job, const RotateData *data, GCancellable *cancellable, GError **error)
{
  g_autofree char *place = hearth_backup_keeper_dup_place (data->folder);

  if (g_mkdir_with_parents (place, 0700) != 0)
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO, g_strerror (errno));
      return false;
    }
  return hearth_house_backup (data->folder, data->keyring, place, HEARTH_COPY_BEFORE_ROTATION, NULL,
                              copy_progress, job, cancellable, error);
}

/* Something that is not NULL. */
static gpointer
rotate (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const RotateData *data = user_data;

  return GINT_TO_POINTER (make_copy (job, data, cancellable, error) &&
                          hearth_house_rotate (data->folder, data->keyring, rotate_progress, job, cancellable,
                                               error));
}

/* ---- Afterwards ---- */

static void
finish (HearthRotation *self, HearthSession *session, const char *heading, const char *words)
{
  g_autoptr (HearthRotation) alive = g_object_ref (self);

  g_signal_emit (self, signals[FINISHED], 0, session, heading, words);
}

static void
tell_replaced (HearthRotation *self, HearthSession *session)
{
  finish (self, session, _ ("The house key is replaced"),
          _ ("Copies made from now on open only to those who are here. Copies from before, on sticks and "
             "disks, "
             "still open to those who could open them then: keep them locked away while they are needed, and "
             "destroy the others. Make a copy on the stick now."));
}

static void
tell_not_replaced (HearthRotation *self, HearthSession *session, const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;

  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED))
    {
      finish (self, session, _ ("The house key was not replaced"),
              _ ("It was stopped, and the house is as it was. Until the key is replaced, somebody who has "
                 "gone "
                 "could open a copy made later."));
      return;
    }
  sentence = hearth_store_error_to_sentence (error);
  words = g_strdup_printf (_ ("%s The house is as it was. Please try again."), sentence);
  finish (self, session, _ ("The house key was not replaced"), words);
}

static void
rotated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthRotation) self = user_data;
  g_autoptr (GError) error = NULL, open_error = NULL;
  g_autoptr (HearthSession) session = NULL;
  g_autofree char *sentence = NULL;
  bool replaced = hearth_job_run_finish (HEARTH_JOB (source), result, &error) != NULL;

  g_clear_object (&self->job);
  if (self->left)
    {
      hearth_keyring_close (self->keyring);
      finish (self, NULL, NULL, NULL);
      return;
    }
  session = hearth_session_open_with_keyring (self->folder, self->keyring, self->clock, &open_error);
  if (session == NULL)
    {
      hearth_keyring_close (self->keyring);
      sentence = hearth_store_error_to_sentence (open_error);
      finish (self, NULL, _ ("Please sign in again"), sentence);
    }
  else if (replaced)
    tell_replaced (self, session);
  else
    tell_not_replaced (self, session, error);
}

/* ---- Callbacks ---- */

static void
cancel_cb (HearthRotation *self)
{
  if (self->job != NULL)
    hearth_job_cancel (self->job);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
}

/* ---- Overrides ---- */

static void
hearth_rotation_dispose (GObject *object)
{
  HearthRotation *self = HEARTH_ROTATION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_ROTATION);

  G_OBJECT_CLASS (hearth_rotation_parent_class)->dispose (object);
}

static void
hearth_rotation_finalize (GObject *object)
{
  HearthRotation *self = HEARTH_ROTATION (object);

  g_clear_object (&self->keyring);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (hearth_rotation_parent_class)->finalize (object);
}

static void
hearth_rotation_class_init (HearthRotationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_rotation_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearth_rotation_finalize;
  signals[FINISHED] = g_signal_new ("finished", HEARTH_TYPE_ROTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, HEARTH_TYPE_SESSION, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/rotation.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRotation, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HearthRotation, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HearthRotation, status_page);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
hearth_rotation_init (HearthRotation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthRotation *
hearth_rotation_new (const char *folder, HearthKeyring *keyring, HearthClock *clock)
{
  HearthRotation *self = g_object_new (HEARTH_TYPE_ROTATION, NULL);

  self->folder = g_strdup (folder);
  self->keyring = g_object_ref (keyring);
  self->clock = g_object_ref (clock);
  return self;
}

void
hearth_rotation_start (HearthRotation *self)
{
  RotateData *data;

  g_return_if_fail (HEARTH_IS_ROTATION (self));
  g_return_if_fail (self->job == NULL);
  data = g_new0 (RotateData, 1);
  data->folder = g_strdup (self->folder);
  data->keyring = g_object_ref (self->keyring);
  self->job = hearth_job_new ();
  g_object_bind_property (self->job, "fraction", self->progress_bar, "fraction", G_BINDING_SYNC_CREATE);
  gtk_widget_grab_focus (self->cancel_button);
  hearth_job_run_async (self->job, rotate, NULL, data, (GDestroyNotify) rotate_data_free, rotated_cb,
                        g_object_ref (self));
}

void
hearth_rotation_leave (HearthRotation *self)
{
  g_return_if_fail (HEARTH_IS_ROTATION (self));
  self->left = true;
  adw_status_page_set_description (self->status_page, _ ("Please sign in again when it is done."));
}
