/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that hands out the recovery sheet.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/sheet-step.h"

#include <glib/gi18n-lib.h>

#include "report/pdf.h"
#include "report/recovery-sheet.h"
#include "views/outside.h"
#include "views/print-job.h"
#include "views/report-options.h"

struct _HearthSheetStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  AdwActionRow *first_row;
  AdwActionRow *second_row;
  GtkLabel *note_label;

  /* Borrowed */
  const HearthRecoverySheet *sheet;

  /* Owned */
  HearthPrintJob *job;
  char *title;
  char *date;
};

G_DEFINE_FINAL_TYPE (HearthSheetStep, hearth_sheet_step, HEARTH_TYPE_STEP_PAGE)

/* ---- Helpers ---- */

static HearthPages *
make_pages (HearthSheetStep *self)
{
  g_autoptr (HearthDocument) document =
    hearth_recovery_sheet_to_document (self->title, self->sheet->first_half, self->sheet->second_half,
                                       self->date, hearth_report_options_get_language (),
                                       hearth_report_options_get_paper ());

  return hearth_pages_new (document);
}

static GtkWindow *
get_window (HearthSheetStep *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- Callbacks ---- */

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, HearthSheetStep *self)
{
  if (HEARTH_PRINT_JOB (operation) != self->job)
    return;
  if (hearth_print_job_was_refused (self->job))
    hearth_step_page_show_message (HEARTH_STEP_PAGE (self),
                                   _ ("This desktop offers no printing to programs that run in a sandbox. "
                                      "Save the sheet as PDF and print that, or write it down by hand."));
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    hearth_step_page_show_message (HEARTH_STEP_PAGE (self), _ ("The sheet was not printed. Please try again, "
                                                               "or write it down by hand."));
  g_clear_object (&self->job);
}

static void
print_cb (HearthSheetStep *self)
{
  g_autoptr (HearthPages) pages = NULL;

  if (self->job != NULL || self->sheet == NULL)
    return;
  hearth_step_page_show_message (HEARTH_STEP_PAGE (self), "");
  pages = make_pages (self);
  self->job = hearth_print_job_new (pages, "1");
  g_signal_connect_object (self->job, "done", G_CALLBACK (print_done_cb), self, 0);
  hearth_print_job_run (self->job, GTK_WIDGET (self));
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthSheetStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (HearthPages) pages = NULL;

  if (file == NULL || self->sheet == NULL)
    return;
  pages = make_pages (self);
  if (g_file_peek_path (file) == NULL)
    hearth_step_page_show_message (HEARTH_STEP_PAGE (self), _ ("Please choose a folder on this computer."));
  else if (hearth_pdf_write (pages, g_file_peek_path (file), &error))
    hearth_sheet_step_show_note (self, _ ("Saved. Print it, then delete the file: whoever finds it can open "
                                          "the house."));
  else
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self), error);
}

static void
save_cb (HearthSheetStep *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) outside = hearth_outside_begin (GTK_WIDGET (self));

  hearth_step_page_show_message (HEARTH_STEP_PAGE (self), "");
  gtk_file_dialog_set_title (dialog, _ ("Save the sheet as PDF"));
  gtk_file_dialog_set_initial_name (dialog, "sheet.pdf");
  gtk_file_dialog_save (dialog, get_window (self), outside, save_chosen_cb, g_object_ref (self));
}

/* ---- Overrides ---- */

static void
hearth_sheet_step_dispose (GObject *object)
{
  HearthSheetStep *self = HEARTH_SHEET_STEP (object);

  if (self->first_row != NULL)
    hearth_sheet_step_set_sheet (self, NULL, NULL, NULL);
  g_clear_object (&self->job);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_SHEET_STEP);

  G_OBJECT_CLASS (hearth_sheet_step_parent_class)->dispose (object);
}

static void
hearth_sheet_step_class_init (HearthSheetStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_sheet_step_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/sheet-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthSheetStep, first_row);
  gtk_widget_class_bind_template_child (widget_class, HearthSheetStep, note_label);
  gtk_widget_class_bind_template_child (widget_class, HearthSheetStep, second_row);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
hearth_sheet_step_init (HearthSheetStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), "");
}

/* ---- Public ---- */

void
hearth_sheet_step_set_sheet (HearthSheetStep *self,
                             const HearthRecoverySheet *sheet,
                             const char *title,
                             const char *date)
{
  g_return_if_fail (HEARTH_IS_SHEET_STEP (self));
  self->sheet = sheet;
  g_set_str (&self->title, title);
  g_set_str (&self->date, date);
  adw_action_row_set_subtitle (self->first_row, sheet != NULL ? sheet->first_half : "");
  adw_action_row_set_subtitle (self->second_row, sheet != NULL ? sheet->second_half : "");
}

void
hearth_sheet_step_show_note (HearthSheetStep *self, const char *note)
{
  g_return_if_fail (HEARTH_IS_SHEET_STEP (self));
  gtk_label_set_text (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
  if (*note != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), note, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
