/* SPDX-License-Identifier: GPL-3.0-or-later
 * Work in a thread that takes seconds: how far it is, and stopping it.
 */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_JOB (hearth_job_get_type ())
G_DECLARE_FINAL_TYPE (HearthJob, hearth_job, HEARTH, JOB, GObject)

/** In the thread. Returns the result, or NULL with @error. */
typedef gpointer (*HearthJobFunc) (HearthJob *job, gpointer data, GCancellable *cancellable, GError **error);

/** Property: "fraction" (0 to 1), notified on the main thread. */
HearthJob *hearth_job_new (void);

/**
 * hearth_job_run_async:
 * @free_result: of what @work returns
 * @data: (transfer full): freed at the end, in whatever thread that is
 *
 * Once for a job. Until @work has returned the application does not end, so that what is half done is removed.
 */
void hearth_job_run_async (HearthJob *job,
                           HearthJobFunc work,
                           GDestroyNotify free_result,
                           gpointer data,
                           GDestroyNotify free_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/** What @work returned; transfer full. */
gpointer hearth_job_run_finish (HearthJob *job, GAsyncResult *result, GError **error);

/** From @work: how far it is. A #HearthProgressFunc with the job as user data. */
void hearth_job_tell_progress (double fraction, gpointer job);
void hearth_job_cancel (HearthJob *job);

G_END_DECLS
