/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that makes the demo house.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/demo-step.h"

#include <glib/gi18n-lib.h>

#include "app/own-houses.h"
#include "app/place-row.h"
#include "store/workshop.h"

/* The demo house takes about 30 MB. */
#define ROOM (60 * 1024 * 1024)

struct _HearthDemoStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  HearthPlaceRow *place_row;

  /* Owned */
  HearthClock *clock;
};

G_DEFINE_FINAL_TYPE (HearthDemoStep, hearth_demo_step, HEARTH_TYPE_STEP_PAGE)

enum { MADE, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
  char *folder;
  HearthClock *clock;
} DemoData;

static void
demo_data_free (DemoData *data)
{
  g_free (data->folder);
  g_object_unref (data->clock);
  g_free (data);
}

/* ---- Helpers ---- */

static gpointer
make_demo (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  DemoData *data = user_data;
  const HearthDemoOptions options = {
    .residents = HEARTH_DEMO_RESIDENTS,
    .months = HEARTH_DEMO_MONTHS,
    .seed = HEARTH_DEMO_SEED,
    .clock = data->clock,
    .cost = hearth_key_cost_for_tests (),
    .cancellable = cancellable,
  };
  g_autoptr (HearthWorkshop) workshop = hearth_workshop_new (data->folder, error);
  g_autoptr (HearthDemoResult) result = NULL;

  if (workshop != NULL)
    result = hearth_demo_create (workshop, &options, hearth_job_tell_progress, job, error);
  if (result == NULL || !hearth_workshop_finish (workshop, data->folder, error))
    return NULL;
  return g_steal_pointer (&result);
}

/* ---- Callbacks ---- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthDemoStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDemoResult) demo = hearth_job_run_finish (HEARTH_JOB (source), result, &error);

  /* The window is gone. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), false, NULL);
  if (demo == NULL)
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self), error);
  else
    g_signal_emit (self, signals[MADE], 0, hearth_place_row_get_place (self->place_row), demo);
}

static void
next_cb (HearthDemoStep *self)
{
  const char *place = hearth_place_row_get_place (self->place_row);
  g_autoptr (HearthJob) job = NULL;
  g_autoptr (GError) error = NULL;
  DemoData *data;

  if (!hearth_place_check (place, ROOM, &error))
    {
      hearth_step_page_show_error (HEARTH_STEP_PAGE (self), error);
      return;
    }
  data = g_new0 (DemoData, 1);
  data->folder = g_strdup (place);
  data->clock = g_object_ref (self->clock);
  job = hearth_job_new ();
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), true, job);
  hearth_job_run_async (job, make_demo, (GDestroyNotify) hearth_demo_result_free, data,
                        (GDestroyNotify) demo_data_free, made_cb, g_object_ref (self));
}

static void
place_changed_cb (HearthDemoStep *self)
{
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

/* ---- Overrides ---- */

static void
hearth_demo_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_DEMO_STEP);
  g_clear_object (&HEARTH_DEMO_STEP (object)->clock);

  G_OBJECT_CLASS (hearth_demo_step_parent_class)->dispose (object);
}

static void
hearth_demo_step_class_init (HearthDemoStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (klass)->dispose = hearth_demo_step_dispose;
  signals[MADE] = g_signal_new ("made", HEARTH_TYPE_DEMO_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/demo-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthDemoStep, place_row);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
hearth_demo_step_init (HearthDemoStep *self)
{
  /* Translators: name of the folder of the demo house. */
  g_autofree char *place = hearth_own_houses_suggest (_ ("demo"));

  gtk_widget_init_template (GTK_WIDGET (self));
  hearth_place_row_set_place (self->place_row, place);
  g_signal_connect (self, "next", G_CALLBACK (next_cb), NULL);
}

/* ---- Public ---- */

void
hearth_demo_step_set_clock (HearthDemoStep *self, HearthClock *clock)
{
  g_return_if_fail (HEARTH_IS_DEMO_STEP (self));
  g_set_object (&self->clock, clock);
}
