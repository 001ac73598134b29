/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report before it leaves the house: its pages as printed, printing them, and saving them as PDF.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/report-page.h"

#include <glib/gi18n-lib.h>

#include "report/release.h"
#include "report/report-kind.h"
#include "report/words.h"
#include "views/file-page.h"
#include "views/outside.h"
#include "views/paper-view.h"
#include "views/plain-row.h"
#include "views/print-job.h"
#include "views/report-options.h"
#include "views/tell.h"

struct _HearthReportPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkScrolledWindow *scroller;
  GtkBox *papers;
  GtkLabel *page_label;
  AdwPreferencesGroup *remarks_group;

  /* Owned */
  HearthStore *store;
  HearthRecord *subject;
  HearthPages *pages;
  HearthPrintJob *job;
};

static void hearth_report_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthReportPage,
                               hearth_report_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_report_page_file_page_init))

/* ---- Helpers ---- */

/* What queues and file names show: the first digits of the hash that is printed on the paper. */
static char *
dup_number (HearthReportPage *self)
{
  return g_strndup (hearth_pages_get_hash (self->pages), 8);
}

static unsigned int
get_current (HearthReportPage *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->papers));
  double middle = gtk_widget_get_height (GTK_WIDGET (self->scroller)) / 2.0;
  unsigned int nth = 0;

  for (GtkWidget *paper = first; paper != NULL; paper = gtk_widget_get_next_sibling (paper))
    {
      graphene_point_t at;

      if (!gtk_widget_compute_point (paper, GTK_WIDGET (self->scroller), &GRAPHENE_POINT_INIT (0, 0), &at) ||
          at.y > middle)
        break;
      if (paper != first)
        nth++;
    }
  return nth;
}

static void
show_current (HearthReportPage *self)
{
  unsigned int n_pages = hearth_pages_get_n_pages (self->pages);
  unsigned int nth = get_current (self);
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), nth + 1, n_pages);

  gtk_label_set_text (self->page_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.previous-page", nth > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next-page", nth + 1 < n_pages);
}

static void
scrolled_cb (HearthReportPage *self)
{
  show_current (self);
}

static void
go_to (HearthReportPage *self, unsigned int nth)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *paper = gtk_widget_get_first_child (GTK_WIDGET (self->papers));
  graphene_point_t at;

  for (unsigned int i = 0; paper != NULL && i < nth; i++)
    paper = gtk_widget_get_next_sibling (paper);
  if (paper != NULL && gtk_widget_compute_point (paper, gtk_widget_get_parent (GTK_WIDGET (self->papers)),
                                                 &GRAPHENE_POINT_INIT (0, 0), &at))
    gtk_adjustment_set_value (adjustment, at.y);
}

/* What is wrong with a report is said in its own words. */
static void
tell_not_left (HearthReportPage *self, const char *heading, const GError *error)
{
  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID))
    hearth_tell (GTK_WIDGET (self), heading, error->message);
  else
    hearth_tell_error (GTK_WIDGET (self), heading, error);
}

/* ---- Before it leaves: what the author should look at ---- */

/* "Facts: … seems calm …" and what to do about it. */
static GtkWidget *
make_remark_row (const HearthWordsRemark *remark)
{
  g_autofree char *place = *remark->section != '\0'
                             /* Translators: the heading of a part, and some words of it */
                             ? g_strdup_printf (_ ("%s: “%s”"), remark->section, remark->around)
                             : g_strdup (remark->around);
  GtkWidget *row =
    *place != '\0' ? hearth_plain_row_new (place, remark->advice) : hearth_plain_row_new (remark->advice, "");

  if (remark->kind == HEARTH_WORDS_UNFINISHED)
    hearth_plain_row_add_warning (row, _ ("Not finished"));
  return row;
}

static void
show_remarks (HearthReportPage *self)
{
  g_autoptr (GPtrArray) remarks = hearth_report_words_check (hearth_pages_get_document (self->pages));
  AdwExpanderRow *more = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place to look at",
                                                         "%u places to look at", remarks->len),
                                            remarks->len);
  bool unfinished =
    remarks->len > 0 && ((HearthWordsRemark *) remarks->pdata[0])->kind == HEARTH_WORDS_UNFINISHED;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), title);
  adw_expander_row_set_subtitle (more,
                                 unfinished
                                   ? _ ("The report is not finished, and cannot be printed yet.")
                                   : _ ("Words and sentences to think about. Nothing is changed by itself."));
  adw_expander_row_set_expanded (more, unfinished);
  for (unsigned int i = 0; i < remarks->len; i++)
    adw_expander_row_add_row (more, make_remark_row (remarks->pdata[i]));
  adw_preferences_group_add (self->remarks_group, GTK_WIDGET (more));
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_group), remarks->len > 0);
}

/* ---- Callbacks ---- */

/* Before the first page goes to the printer: what cannot be noted is not printed. A printer that writes a file is an
 * export. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, HearthReportPage *self)
{
  bool to_file = hearth_print_job_is_to_file (HEARTH_PRINT_JOB (operation));
  HearthAction action = to_file ? HEARTH_ACTION_EXPORT : HEARTH_ACTION_PRINT;
  g_autoptr (GError) error = NULL;

  /* One that was given up, with a dialog that was closed too late: it prints nothing, so that there is nothing to note. */
  if (HEARTH_PRINT_JOB (operation) != self->job)
    {
      gtk_print_operation_cancel (operation);
      return;
    }
  if (hearth_report_release (self->store, self->subject, self->pages, action, &error))
    return;
  gtk_print_operation_cancel (operation);
  if (to_file && g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    hearth_tell (GTK_WIDGET (self), _ ("Not printed"),
                 _ ("This printer writes a file, and your role does not include saving reports as files. "
                    "Please choose a printer with paper."));
  else
    tell_not_left (self, _ ("Not printed"), error);
}

static void
tell_refused (HearthReportPage *self)
{
  bool may_save = hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_EXPORT);

  hearth_tell (GTK_WIDGET (self), _ ("Not printed"),
               may_save ? _ ("This desktop offers no printing to programs that run in a sandbox. Save the "
                             "report as PDF and print that.")
                        : _ ("This desktop offers no printing to programs that run in a sandbox. Somebody "
                             "who may save reports can save this one as PDF and print that."));
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, HearthReportPage *self)
{
  g_autoptr (GError) error = NULL;

  /* It was done before, when it was given up. */
  if (HEARTH_PRINT_JOB (operation) != self->job)
    return;
  if (hearth_print_job_was_refused (self->job))
    tell_refused (self);
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      hearth_tell (GTK_WIDGET (self), _ ("Not printed"), error->message);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    hearth_toast (GTK_WIDGET (self),
                  hearth_print_job_is_to_file (self->job) ? _ ("Saved as a file") : _ ("Sent to the printer"),
                  NULL);
  g_clear_object (&self->job);
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthReportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || self->pages == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    hearth_tell (GTK_WIDGET (self), _ ("Not saved"), _ ("Please choose a folder on this computer."));
  else if (hearth_report_page_save_pdf (self, g_file_peek_path (file), &error))
    hearth_toast (GTK_WIDGET (self), _ ("Saved as PDF"), NULL);
  else
    tell_not_left (self, _ ("Not saved"), error);
}

/* ---- Actions ---- */

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthReportPage *self = HEARTH_REPORT_PAGE (widget);
  g_autofree char *number = dup_number (self);
  g_autoptr (GError) error = NULL;

  if (self->job != NULL)
    return;
  self->job = hearth_print_job_new (self->pages, number);
  g_signal_connect_object (self->job, "begin-print", G_CALLBACK (begin_print_cb), self, 0);
  g_signal_connect_object (self->job, "done", G_CALLBACK (print_done_cb), self, 0);
  hearth_print_job_run (self->job, widget);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthReportPage *self = HEARTH_REPORT_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *number = dup_number (self);
  g_autofree char *file = g_strdup_printf ("hearth-%s.pdf", number);
  g_autoptr (GCancellable) outside = hearth_outside_begin (widget);

  gtk_file_dialog_set_title (dialog, _ ("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), outside, save_chosen_cb,
                        g_object_ref (self));
}

static void
next_page_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (HEARTH_REPORT_PAGE (widget), get_current (HEARTH_REPORT_PAGE (widget)) + 1);
}

static void
previous_page_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  unsigned int nth = get_current (HEARTH_REPORT_PAGE (widget));

  go_to (HEARTH_REPORT_PAGE (widget), nth > 0 ? nth - 1 : 0);
}

/* ---- Overrides ---- */

/* A report holds what could be seen when it was made. */
static AdwNavigationPage *
hearth_report_page_renew (HearthFilePage *page)
{
  return NULL;
}

static void
hearth_report_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_report_page_renew;
}

static void
hearth_report_page_dispose (GObject *object)
{
  HearthReportPage *self = HEARTH_REPORT_PAGE (object);

  if (self->job != NULL)
    hearth_print_job_give_up (self->job);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_REPORT_PAGE);
  g_clear_object (&self->job);
  g_clear_object (&self->pages);
  g_clear_object (&self->subject);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_report_page_parent_class)->dispose (object);
}

static void
hearth_report_page_class_init (HearthReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_report_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthReportPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, HearthReportPage, papers);
  gtk_widget_class_bind_template_child (widget_class, HearthReportPage, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, HearthReportPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HearthReportPage, window_title);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "page.next-page", NULL, next_page_action_cb);
  gtk_widget_class_install_action (widget_class, "page.previous-page", NULL, previous_page_action_cb);
}

static void
hearth_report_page_init (HearthReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthReportPage *
hearth_report_page_new (HearthStore *store, HearthRecord *subject, HearthDocument *document)
{
  HearthReportPage *self = g_object_new (HEARTH_TYPE_REPORT_PAGE, "title", document->title, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->store = g_object_ref (store);
  self->subject = g_object_ref (subject);
  self->pages = hearth_pages_new (document);
  for (unsigned int i = 0; i < hearth_pages_get_n_pages (self->pages); i++)
    gtk_box_append (self->papers, hearth_paper_view_new (self->pages, i));
  show_remarks (self);
  adw_window_title_set_title (self->window_title, document->title);
  adw_window_title_set_subtitle (self->window_title, document->subtitle);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save",
                                 hearth_policy_may_do (hearth_store_get_policy (store),
                                                       HEARTH_ACTION_EXPORT));
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_file_of (subject));
  show_current (self);
  return self;
}

void
hearth_report_page_push (GtkWidget *from, HearthStore *store, HearthRecord *subject, HearthDocument *document)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (from, ADW_TYPE_NAVIGATION_VIEW);

  g_return_if_fail (ADW_IS_NAVIGATION_VIEW (navigation));

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_report_page_new (store, subject, document)));
}

void
hearth_report_page_open (GtkWidget *from, HearthStore *store, HearthRecord *subject, const char *kind)
{
  const HearthReportKind *report = hearth_report_kind_lookup (kind);
  HearthReportOptions options = { .language = hearth_report_options_get_language (),
                                  .paper = hearth_report_options_get_paper () };
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && report != NULL);

  document = hearth_report_build (report, store, subject, &options, &error);
  if (document == NULL)
    hearth_tell_error (from, _ ("This report cannot be made"), error);
  else
    hearth_report_page_push (from, store, subject, document);
}

HearthPages *
hearth_report_page_get_pages (HearthReportPage *self)
{
  g_return_val_if_fail (HEARTH_IS_REPORT_PAGE (self), NULL);
  return self->pages;
}

bool
hearth_report_page_save_pdf (HearthReportPage *self, const char *path, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_REPORT_PAGE (self), false);
  return hearth_report_export (self->store, self->subject, self->pages, path, error);
}
