/* SPDX-License-Identifier: GPL-3.0-or-later
 * Printing laid-out pages as they are; outside, the job is only a number.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/print-job.h"

#include <glib/gi18n-lib.h>

#include "views/private-temp.h"

struct _HearthPrintJob {
  GtkPrintOperation parent_instance;

  /* Owned */
  HearthPages *pages;
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

  /* On other paper than the one it was laid out for, the whole page still has to fit. */
  hearth_pages_get_size (self->pages, &width, &height);
  scale =
    MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  hearth_pages_paint (self->pages, (unsigned int) nth, cr);
  cairo_restore (cr);
}

static void
hearth_print_job_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
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
  g_clear_object (&HEARTH_PRINT_JOB (object)->pages);

  G_OBJECT_CLASS (hearth_print_job_parent_class)->dispose (object);
}

static void
hearth_print_job_class_init (HearthPrintJobClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_print_job_dispose;
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

bool
hearth_print_job_is_to_file (HearthPrintJob *self)
{
  GtkPrintSettings *settings;

  g_return_val_if_fail (HEARTH_IS_PRINT_JOB (self), true);
  settings = gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (self));
  /* The toolkit's printer that is a file is the only one that is told where to. Its name is translated. */
  return settings != NULL && gtk_print_settings_has_key (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
}
