/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a house, step by step: who and where, the recovery sheet, and typing it back.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/new-house-page.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "app/new-house.h"
#include "report/pdf.h"
#include "report/recovery-sheet.h"
#include "views/print-job.h"
#include "views/report-options.h"
#include "views/tell.h"

struct _HearthNewHousePage {
  AdwBin parent_instance;

  /* Template widgets */
  AdwActionRow *folder_row;
  AdwEntryRow *organisation_row;
  AdwEntryRow *house_row;
  AdwEntryRow *person_row;
  AdwEntryRow *user_row;
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *again_row;
  AdwActionRow *suggestion_row;
  GtkLabel *hint_label;
  GtkLabel *details_message;
  GtkButton *make_button;
  GtkStack *make_stack;
  AdwActionRow *first_row;
  AdwActionRow *second_row;
  GtkLabel *sheet_message;
  AdwEntryRow *first_entry;
  AdwEntryRow *second_entry;
  GtkLabel *typed_message;
  GtkButton *finish_button;

  /* Borrowed */
  AdwNavigationView *navigation;

  /* Owned */
  HearthClock *clock;
  HearthNewHouse *house;
  HearthPrintJob *job;
  char *folder;
  bool busy;
};

G_DEFINE_FINAL_TYPE (HearthNewHousePage, hearth_new_house_page, ADW_TYPE_BIN)

enum { LEFT, MADE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static const char *
get_text (gpointer editable)
{
  return gtk_editable_get_text (GTK_EDITABLE (editable));
}

static void
show_message (GtkLabel *label, const char *sentence)
{
  gtk_label_set_text (label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (label), *sentence != '\0');
}

static void
show_error (GtkLabel *label, const GError *error)
{
  g_autofree char *sentence = hearth_store_error_to_sentence (error);

  show_message (label, sentence);
}

/* The next thing to do on the first page, "" when all is there. */
static const char *
get_hint (HearthNewHousePage *self)
{
  gpointer rows[] = { self->organisation_row, self->house_row, self->person_row, self->user_row };

  if (self->folder == NULL)
    return _ ("Choose where the house is put.");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (*get_text (rows[i]) == '\0')
      return _ ("Fill in the organisation, the house and who you are.");
  if (!hearth_password_is_strong_enough (get_text (self->password_row)))
    return _ ("A good password has four words that do not belong together, or at least 12 characters, not "
              "all alike.");
  if (!g_str_equal (get_text (self->password_row), get_text (self->again_row)))
    return _ ("Type the same password a second time.");
  return "";
}

static void
update_details (HearthNewHousePage *self)
{
  const char *hint = get_hint (self);

  gtk_label_set_text (self->hint_label, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), *hint != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), *hint == '\0' && !self->busy);
  gtk_stack_set_visible_child_name (self->make_stack, self->busy ? "busy" : "words");
}

static void
update_typed (HearthNewHousePage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->finish_button), !self->busy &&
                                                                *get_text (self->first_entry) != '\0' &&
                                                                *get_text (self->second_entry) != '\0');
}

/* NULL: none is suggested. */
static void
show_suggestion (HearthNewHousePage *self, const char *password)
{
  adw_action_row_set_subtitle (self->suggestion_row, password != NULL ? password : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_row), password != NULL);
}

/* The secret leaves the entries and rows with the page. */
static void
forget_secrets (HearthNewHousePage *self)
{
  show_suggestion (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->first_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->second_entry), "");
  adw_action_row_set_subtitle (self->first_row, "");
  adw_action_row_set_subtitle (self->second_row, "");
}

static HearthPages *
make_sheet_pages (HearthNewHousePage *self)
{
  const HearthRecoverySheet *sheet = hearth_new_house_get_sheet (self->house);
  g_autofree char *today = hearth_clock_today (self->clock);
  g_autoptr (HearthDocument) document =
    hearth_recovery_sheet_to_document (hearth_new_house_get_title (self->house), sheet->first_half,
                                       sheet->second_half, today, hearth_report_options_get_language (),
                                       hearth_report_options_get_paper ());

  return hearth_pages_new (document);
}

/* ---- First page ---- */

static void
make_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthNewHousePage) self = user_data;
  g_autoptr (GError) error = NULL;
  const HearthRecoverySheet *sheet;

  self->busy = false;
  if (!hearth_new_house_make_finish (HEARTH_NEW_HOUSE (source), result, &error))
    {
      show_error (self->details_message, error);
      update_details (self);
      return;
    }
  update_details (self);
  sheet = hearth_new_house_get_sheet (self->house);
  adw_action_row_set_subtitle (self->first_row, sheet->first_half);
  adw_action_row_set_subtitle (self->second_row, sheet->second_half);
  adw_navigation_view_push_by_tag (self->navigation, "sheet");
}

static void
make_cb (HearthNewHousePage *self)
{
  HearthNewHouseDetails details = {
    .folder = self->folder,
    .organisation = get_text (self->organisation_row),
    .house_name = get_text (self->house_row),
    .person_name = get_text (self->person_row),
    .user = get_text (self->user_row),
    .password = get_text (self->password_row),
  };

  if (self->busy || *get_hint (self) != '\0')
    return;
  self->busy = true;
  show_message (self->details_message, "");
  update_details (self);
  g_clear_object (&self->house);
  self->house = hearth_new_house_new (self->clock, NULL);
  hearth_new_house_make_async (self->house, &details, make_done_cb, g_object_ref (self));
}

static void
suggest_cb (HearthNewHousePage *self)
{
  char *password;

  if (self->busy)
    return;
  password = hearth_password_generate ();
  if (password == NULL)
    {
      show_message (self->details_message, _ ("There is no memory for a safe password. Please type one."));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), password);
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), password);
  show_suggestion (self, password);
  sodium_free (password);
}

static void
details_edited_cb (HearthNewHousePage *self)
{
  /* What is in the open is what will be the password, or nothing. */
  if (g_strcmp0 (get_text (self->password_row), adw_action_row_get_subtitle (self->suggestion_row)) != 0)
    show_suggestion (self, NULL);
  show_message (self->details_message, "");
  update_details (self);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthNewHousePage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *shown = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_set_str (&self->folder, g_file_peek_path (file));
  shown = g_filename_display_name (self->folder);
  adw_action_row_set_subtitle (self->folder_row, shown);
  details_edited_cb (self);
}

static void
choose_folder_cb (HearthNewHousePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Where to put the house"));
  gtk_file_dialog_set_accept_label (dialog, _ ("Put it here"));
  /* Translators: name of a new folder; it should tell nothing about what is in it. */
  gtk_file_dialog_set_initial_name (dialog, _ ("house"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, folder_chosen_cb,
                        g_object_ref (self));
}

static void
leave_cb (HearthNewHousePage *self)
{
  if (self->busy)
    return;
  forget_secrets (self);
  g_signal_emit (self, signals[LEFT], 0);
}

/* ---- Second page ---- */

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, HearthNewHousePage *self)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_message (self->sheet_message,
                  _ ("The sheet was not printed. Please try again, or write it down by hand."));
  g_clear_object (&self->job);
}

static void
print_cb (HearthNewHousePage *self)
{
  g_autoptr (HearthPages) pages = NULL;

  if (self->job != NULL)
    return;
  pages = make_sheet_pages (self);
  self->job = hearth_print_job_new (pages, "1");
  g_signal_connect_object (self->job, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (GTK_PRINT_OPERATION (self->job), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthNewHousePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (HearthPages) pages = NULL;

  if (file == NULL || hearth_new_house_get_sheet (self->house) == NULL)
    return;
  pages = make_sheet_pages (self);
  if (g_file_peek_path (file) == NULL)
    show_message (self->sheet_message, _ ("Please choose a folder on this computer."));
  else if (hearth_pdf_write (pages, g_file_peek_path (file), &error))
    show_message (self->sheet_message, _ ("Saved. Print it, then delete the file: whoever finds it can open "
                                          "the house."));
  else
    show_error (self->sheet_message, error);
}

static void
save_cb (HearthNewHousePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the sheet as PDF"));
  gtk_file_dialog_set_initial_name (dialog, "sheet.pdf");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, save_chosen_cb,
                        g_object_ref (self));
}

static void
go_on_cb (HearthNewHousePage *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "typed");
  update_typed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));
}

/* ---- Third page ---- */

static void
sheet_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthNewHousePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthSession) session = NULL;
  int wrong_half = 0;

  self->busy = false;
  update_typed (self);
  if (hearth_new_house_try_sheet_finish (HEARTH_NEW_HOUSE (source), result, &wrong_half, &error))
    session = hearth_new_house_finish (self->house, &error);
  if (session != NULL)
    {
      forget_secrets (self);
      g_signal_emit (self, signals[MADE], 0, session);
      return;
    }
  if (wrong_half == 1)
    show_message (self->typed_message,
                  _ ("The first half does not match. Please compare it with the paper."));
  else if (wrong_half == 2)
    show_message (self->typed_message,
                  _ ("The second half does not match. Please compare it with the paper."));
  else
    show_error (self->typed_message, error);
}

static void
finish_cb (HearthNewHousePage *self)
{
  if (self->busy || *get_text (self->first_entry) == '\0' || *get_text (self->second_entry) == '\0')
    return;
  self->busy = true;
  show_message (self->typed_message, "");
  update_typed (self);
  hearth_new_house_try_sheet_async (self->house, get_text (self->first_entry), get_text (self->second_entry),
                                    sheet_tried_cb, g_object_ref (self));
}

static void
typed_edited_cb (HearthNewHousePage *self)
{
  show_message (self->typed_message, "");
  update_typed (self);
}

/* ---- Overrides ---- */

static void
hearth_new_house_page_dispose (GObject *object)
{
  HearthNewHousePage *self = HEARTH_NEW_HOUSE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_NEW_HOUSE_PAGE);
  g_clear_object (&self->job);
  g_clear_object (&self->house);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (hearth_new_house_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, again_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, details_message);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, first_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, first_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, house_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, make_button);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, make_stack);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, password_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, person_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, second_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, second_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, sheet_message);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, suggestion_row);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, typed_message);
  gtk_widget_class_bind_template_child (widget_class, HearthNewHousePage, user_row);
}

static void
hearth_new_house_page_class_init (HearthNewHousePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_new_house_page_dispose;

  signals[LEFT] =
    g_signal_new ("left", HEARTH_TYPE_NEW_HOUSE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MADE] = g_signal_new ("made", HEARTH_TYPE_NEW_HOUSE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, HEARTH_TYPE_SESSION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/new-house-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggest_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_edited_cb);
}

static void
hearth_new_house_page_init (HearthNewHousePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: the template's end would take the child away from under AdwBin. */
  self->navigation = ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self)));
  adw_action_row_set_subtitle (self->folder_row, _ ("Not chosen yet"));
}

/* ---- Public ---- */

HearthNewHousePage *
hearth_new_house_page_new (HearthClock *clock)
{
  HearthNewHousePage *self = g_object_new (HEARTH_TYPE_NEW_HOUSE_PAGE, NULL);

  self->clock = g_object_ref (clock);
  update_details (self);
  return self;
}
