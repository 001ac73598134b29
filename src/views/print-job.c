/* SPDX-License-Identifier: GPL-3.0-or-later
 * Printing laid-out pages as they are; outside, the job is only a number.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/print-job.h"

#include <glib/gi18n-lib.h>

#include "core/sandbox.h"
#include "views/outside.h"
#include "views/print-request.h"
#include "views/private-temp.h"

struct _HearthPrintJob {
  GtkPrintOperation parent_instance;

  /* Owned */
  HearthPages *pages;          /* NULL when it was given up */
  HearthPrintRequest *request; /* of the portal's dialog, or NULL */
  GCancellable *outside;       /* as long as the dialog is up */
  bool holds_temp;
  bool was_refused;
};

G_DEFINE_FINAL_TYPE (HearthPrintJob, hearth_print_job, GTK_TYPE_PRINT_OPERATION)

/* ---- Helpers ---- */

static void
set_paper (HearthPrintJob *self)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  HearthPaper paper = hearth_pages_get_document (self->pages)->paper;
  GtkPaperSize *size =
    gtk_paper_size_new (paper == HEARTH_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_paper_size_free (size);
}

/* ---- Overrides ---- */

static void
hearth_print_job_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int nth)
{
  HearthPrintJob *self = HEARTH_PRINT_JOB (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  if (self->pages == NULL)
    return;
  /* On other paper than the one it was laid out for, the whole page still has to fit. */
  hearth_pages_get_size (self->pages, &width, &height);
  scale =
    MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  hearth_pages_paint (self->pages, (unsigned int) nth, cr);
  cairo_restore (cr);
}

/* From here on it writes, and in a sandbox the desktop reads that file only after "done". */
static void
hearth_print_job_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  HearthPrintJob *self = HEARTH_PRINT_JOB (operation);

  g_clear_object (&self->outside);
  g_clear_pointer (&self->request, hearth_print_request_free);
  if (self->pages == NULL)
    gtk_print_operation_cancel (operation);
  else if (!self->holds_temp)
    hearth_private_temp_hold ();
  self->holds_temp = self->holds_temp || self->pages != NULL;
}

static void
hearth_print_job_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  HearthPrintJob *self = HEARTH_PRINT_JOB (operation);

  g_clear_object (&self->outside);
  g_clear_pointer (&self->request, hearth_print_request_free);
  if (!self->holds_temp)
    hearth_private_temp_sweep ();
}

/* The default starts another program with the pages in a file. */
static gboolean
hearth_print_job_preview (GtkPrintOperation *operation,
                          GtkPrintOperationPreview *preview,
                          GtkPrintContext *context,
                          GtkWindow *parent)
{
  return TRUE;
}

static void
hearth_print_job_dispose (GObject *object)
{
  HearthPrintJob *self = HEARTH_PRINT_JOB (object);

  g_clear_object (&self->pages);
  g_clear_object (&self->outside);
  g_clear_pointer (&self->request, hearth_print_request_free);
  /* The toolkit lets go of it when the printer or the portal has everything. */
  if (self->holds_temp)
    hearth_private_temp_release ();
  self->holds_temp = false;

  G_OBJECT_CLASS (hearth_print_job_parent_class)->dispose (object);
}

static void
hearth_print_job_class_init (HearthPrintJobClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_print_job_dispose;
  operation_class->begin_print = hearth_print_job_begin_print;
  operation_class->done = hearth_print_job_done;
  operation_class->draw_page = hearth_print_job_draw_page;
  operation_class->preview = hearth_print_job_preview;
}

static void
hearth_print_job_init (HearthPrintJob *self)
{
}

/* ---- Public ---- */

HearthPrintJob *
hearth_print_job_new (HearthPages *pages, const char *number)
{
  HearthPrintJob *self = g_object_new (HEARTH_TYPE_PRINT_JOB, "allow-async", TRUE, "use-full-page", TRUE,
                                       "unit", GTK_UNIT_POINTS, NULL);
  g_autofree char *name = g_strdup_printf ("Hearth %s", number);

  self->pages = g_object_ref (pages);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), name);
  gtk_print_operation_set_n_pages (GTK_PRINT_OPERATION (self), (int) hearth_pages_get_n_pages (pages));
  gtk_print_operation_set_embed_page_setup (GTK_PRINT_OPERATION (self), TRUE);
  set_paper (self);
  return self;
}

static void
refused_cb (gpointer user_data)
{
  g_autoptr (HearthPrintJob) self = g_object_ref (user_data);

  self->was_refused = true;
  /* The toolkit waits on, and holds the job. */
  g_clear_object (&self->pages);
  g_signal_emit_by_name (self, "done", GTK_PRINT_OPERATION_RESULT_ERROR);
}

void
hearth_print_job_run (HearthPrintJob *self, GtkWidget *near)
{
  g_return_if_fail (HEARTH_IS_PRINT_JOB (self));
  self->outside = hearth_outside_begin (near);
  g_signal_connect_object (self->outside, "cancelled", G_CALLBACK (hearth_print_job_give_up), self,
                           G_CONNECT_SWAPPED);
  if (hearth_sandbox_is_inside ())
    self->request = hearth_print_request_new (GTK_PRINT_OPERATION (self), refused_cb, self);
  if (hearth_sandbox_is_inside () && self->request == NULL)
    refused_cb (self);
  else
    gtk_print_operation_run (GTK_PRINT_OPERATION (self), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                             GTK_WINDOW (gtk_widget_get_root (near)), NULL);
}

void
hearth_print_job_give_up (HearthPrintJob *self)
{
  g_autoptr (HearthPrintJob) alive = NULL;
  g_autoptr (HearthPrintRequest) request = NULL;

  g_return_if_fail (HEARTH_IS_PRINT_JOB (self));
  alive = g_object_ref (self);
  gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
  g_clear_object (&self->pages);
  request = g_steal_pointer (&self->request);
  if (request == NULL)
    return;
  /* The portal answers nothing any more, and the toolkit waits for that answer as long as it lives. */
  hearth_print_request_close (request);
  g_signal_emit_by_name (self, "done", GTK_PRINT_OPERATION_RESULT_CANCEL);
}

bool
hearth_print_job_was_refused (HearthPrintJob *self)
{
  g_return_val_if_fail (HEARTH_IS_PRINT_JOB (self), false);
  return self->was_refused;
}

bool
hearth_print_job_is_to_file (HearthPrintJob *self)
{
  GtkPrintSettings *settings;

  g_return_val_if_fail (HEARTH_IS_PRINT_JOB (self), true);
  settings = gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (self));
  /* The toolkit's printer that is a file is the only one that is told where to and in which format. Its name is
   * translated. In a sandbox every job is such a file at first, for the portal; there the format tells. */
  return settings != NULL && gtk_print_settings_has_key (settings, hearth_sandbox_is_inside ()
                                                                     ? GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT
                                                                     : GTK_PRINT_SETTINGS_OUTPUT_URI);
}
