/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that puts a copy of a house back.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/restore-step.h"

#include <glib/gi18n-lib.h>

#include "app/own-houses.h"
#include "app/place-row.h"
#include "store/backup.h"

struct _HearthRestoreStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  HearthPlaceRow *copy_row;
  HearthPlaceRow *place_row;

  /* Owned */
  char *made_at; /* of the copy that is put back */
};

G_DEFINE_FINAL_TYPE (HearthRestoreStep, hearth_restore_step, HEARTH_TYPE_STEP_PAGE)

enum { RESTORED, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
  char *copy;
  char *folder;
} RestoreData;

static void
restore_data_free (RestoreData *data)
{
  g_free (data->copy);
  g_free (data->folder);
  g_free (data);
}

/* ---- Helpers ---- */

/* Returns the folder. */
static gpointer
restore (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  RestoreData *data = user_data;

  if (!hearth_house_restore (data->copy, data->folder, cancellable, error))
    return NULL;
  return g_strdup (data->folder);
}

static void
update (HearthRestoreStep *self)
{
  const char *place = hearth_place_row_get_place (self->copy_row);
  g_autoptr (HearthCopy) copy = place != NULL ? hearth_copy_find_newest (place, NULL, NULL) : NULL;
  g_autofree char *hint = NULL;

  if (place == NULL)
    hint = g_strdup (_ ("Choose the folder with the copy."));
  else if (copy == NULL)
    hint = g_strdup (_ ("There is no copy of a house in this folder. Please choose another."));
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), hint != NULL ? hint : "");
}

/* ---- Callbacks ---- */

static void
changed_cb (HearthRestoreStep *self)
{
  update (self);
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthRestoreStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = hearth_job_run_finish (HEARTH_JOB (source), result, &error);

  /* The window is gone. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), false, NULL);
  if (folder == NULL)
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self), error);
  else
    g_signal_emit (self, signals[RESTORED], 0, folder, self->made_at);
}

static void
next_cb (HearthRestoreStep *self)
{
  const char *place = hearth_place_row_get_place (self->copy_row);
  g_autoptr (HearthCopy) copy = hearth_copy_find_newest (place, NULL, NULL);
  g_autoptr (HearthJob) job = NULL;
  RestoreData *data;

  /* The stick may have been pulled out meanwhile. */
  if (copy == NULL)
    {
      update (self);
      return;
    }
  data = g_new0 (RestoreData, 1);
  data->copy = g_strdup (copy->path);
  g_set_str (&self->made_at, copy->made_at);
  data->folder = g_strdup (hearth_place_row_get_place (self->place_row));
  job = hearth_job_new ();
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), true, job);
  hearth_job_run_async (job, restore, g_free, data, (GDestroyNotify) restore_data_free, restored_cb,
                        g_object_ref (self));
}

/* ---- Overrides ---- */

static void
hearth_restore_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_RESTORE_STEP);
  g_clear_pointer (&HEARTH_RESTORE_STEP (object)->made_at, g_free);

  G_OBJECT_CLASS (hearth_restore_step_parent_class)->dispose (object);
}

static void
hearth_restore_step_class_init (HearthRestoreStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (klass)->dispose = hearth_restore_step_dispose;
  signals[RESTORED] = g_signal_new ("restored", HEARTH_TYPE_RESTORE_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/restore-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRestoreStep, copy_row);
  gtk_widget_class_bind_template_child (widget_class, HearthRestoreStep, place_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
hearth_restore_step_init (HearthRestoreStep *self)
{
  /* Translators: name of a new folder; it should tell nothing about what is in it. */
  g_autofree char *place = hearth_own_houses_suggest (_ ("house"));

  gtk_widget_init_template (GTK_WIDGET (self));
  hearth_place_row_set_place (self->place_row, place);
  g_signal_connect (self, "next", G_CALLBACK (next_cb), NULL);
  update (self);
}
