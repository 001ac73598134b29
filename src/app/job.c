/* SPDX-License-Identifier: GPL-3.0-or-later
 * Work in a thread that takes seconds: how far it is, and stopping it.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "app/job.h"

#define PARTS 1000 /* that the way is told in */

struct _HearthJob {
  GObject parent_instance;

  /* Set from the thread */
  int part;    /* of PARTS, atomic */
  int waiting; /* whether the main thread will look, atomic */

  /* Owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HearthJob, hearth_job, G_TYPE_OBJECT)

enum { PROP_0, PROP_FRACTION, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

typedef struct {
  HearthJobFunc work;
  GDestroyNotify free_result;
  gpointer data;
  GDestroyNotify free_data;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Work;

static void
work_free (Work *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

/* ---- Callbacks ---- */

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (GError) error = NULL;
  gpointer result = work->work (source, work->data, cancellable, &error);

  if (result == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, work->free_result);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  GApplication *application = g_application_get_default ();

  work->callback (source, result, work->user_data);
  if (application != NULL)
    g_application_release (application);
}

static gboolean
progress_cb (gpointer user_data)
{
  HearthJob *self = user_data;

  g_atomic_int_set (&self->waiting, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

/* ---- Overrides ---- */

static void
hearth_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HearthJob *self = HEARTH_JOB (object);

  if (id == PROP_FRACTION)
    g_value_set_double (value, (double) g_atomic_int_get (&self->part) / PARTS);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_job_finalize (GObject *object)
{
  HearthJob *self = HEARTH_JOB (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hearth_job_parent_class)->finalize (object);
}

static void
hearth_job_class_init (HearthJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearth_job_get_property;
  object_class->finalize = hearth_job_finalize;

  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
hearth_job_init (HearthJob *self)
{
  self->cancellable = g_cancellable_new ();
}

/* ---- Public ---- */

HearthJob *
hearth_job_new (void)
{
  return g_object_new (HEARTH_TYPE_JOB, NULL);
}

void
hearth_job_run_async (HearthJob *self,
                      HearthJobFunc work,
                      GDestroyNotify free_result,
                      gpointer data,
                      GDestroyNotify free_data,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *all = g_new0 (Work, 1);
  GApplication *application = g_application_get_default ();

  g_return_if_fail (HEARTH_IS_JOB (self));
  all->work = work;
  all->free_result = free_result;
  all->data = data;
  all->free_data = free_data;
  all->callback = callback;
  all->user_data = user_data;
  if (application != NULL)
    g_application_hold (application);
  task = g_task_new (self, self->cancellable, done_cb, NULL);
  /* The work itself says whether it was stopped: it may have been done already. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, all, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_thread);
}

gpointer
hearth_job_run_finish (HearthJob *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hearth_job_tell_progress (double fraction, gpointer job)
{
  HearthJob *self = job;

  g_atomic_int_set (&self->part, (int) (CLAMP (fraction, 0, 1) * PARTS));
  if (g_atomic_int_compare_and_exchange (&self->waiting, 0, 1))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, progress_cb, g_object_ref (self), g_object_unref);
}

void
hearth_job_cancel (HearthJob *self)
{
  g_return_if_fail (HEARTH_IS_JOB (self));
  g_cancellable_cancel (self->cancellable);
}
