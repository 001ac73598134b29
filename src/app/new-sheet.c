/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new recovery sheet: handed out, put on paper, and typed back.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/new-sheet.h"

#include <glib/gi18n-lib.h>

#include "app/sheet-check.h"
#include "app/sheet-step.h"
#include "app/typed-step.h"
#include "store/people.h"
#include "views/tell.h"

struct _HearthNewSheet {
  AdwDialog parent_instance;

  /* Template widgets */
  HearthSheetStep *sheet_step;
  HearthTypedStep *typed_step;

  /* Borrowed */
  AdwNavigationView *navigation;

  /* Owned */
  char *folder;
  HearthRecoverySheet *sheet;
};

G_DEFINE_FINAL_TYPE (HearthNewSheet, hearth_new_sheet, ADW_TYPE_DIALOG)

/* ---- Typing it back ---- */

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthNewSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  int wrong_half = 0;
  bool opened = hearth_sheet_check_finish (result, &wrong_half, &error);

  /* It was locked meanwhile. */
  if (self->sheet == NULL)
    return;
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->typed_step), false, NULL);
  if (opened)
    {
      GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

      adw_dialog_force_close (ADW_DIALOG (self));
      hearth_tell (window, _ ("The new recovery sheet is in force"),
                   _ ("The earlier one opens nothing any more: tear it up. Copies of the house from before "
                      "still open with it."));
    }
  else if (wrong_half != 0)
    hearth_typed_step_show_wrong_half (self->typed_step, wrong_half);
  else
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self->typed_step), error);
}

static void
typed_next_cb (HearthNewSheet *self)
{
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->typed_step), true, NULL);
  hearth_sheet_check_async (self->folder, hearth_typed_step_get_first_half (self->typed_step),
                            hearth_typed_step_get_second_half (self->typed_step), tried_cb,
                            g_object_ref (self));
}

/* ---- Callbacks ---- */

static void
sheet_next_cb (HearthNewSheet *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "typed");
}

static void
leave_response_cb (AdwAlertDialog *dialog, const char *response, HearthNewSheet *self)
{
  if (g_str_equal (response, "leave"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

/* The sheet is in force already, and shown nowhere else. */
static void
close_attempt_cb (HearthNewSheet *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Leave without trying the sheet?"),
                                            _ ("The earlier sheet opens nothing any more, and nobody knows "
                                               "yet whether the new one is right on paper. "
                                               "If all passwords are lost, nothing can be opened without it. "
                                               "You can make another one at any time."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Stay"), "leave", _ ("_Leave"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_response_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* ---- Overrides ---- */

static void
forget_sheet (HearthNewSheet *self)
{
  if (self->sheet_step != NULL)
    hearth_sheet_step_set_sheet (self->sheet_step, NULL, NULL, NULL);
  if (self->typed_step != NULL)
    hearth_typed_step_clear (self->typed_step);
  g_clear_pointer (&self->sheet, hearth_recovery_sheet_free);
}

static void
hearth_new_sheet_closed (AdwDialog *dialog)
{
  forget_sheet (HEARTH_NEW_SHEET (dialog));
}

static void
hearth_new_sheet_dispose (GObject *object)
{
  HearthNewSheet *self = HEARTH_NEW_SHEET (object);

  forget_sheet (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_NEW_SHEET);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (hearth_new_sheet_parent_class)->dispose (object);
}

static void
hearth_new_sheet_class_init (HearthNewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_SHEET_STEP);
  g_type_ensure (HEARTH_TYPE_TYPED_STEP);
  G_OBJECT_CLASS (klass)->dispose = hearth_new_sheet_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hearth_new_sheet_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/new-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthNewSheet, sheet_step);
  gtk_widget_class_bind_template_child (widget_class, HearthNewSheet, typed_step);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_next_cb);
}

static void
hearth_new_sheet_init (HearthNewSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: the template's end would take the child away from under AdwDialog. */
  self->navigation = ADW_NAVIGATION_VIEW (adw_dialog_get_child (ADW_DIALOG (self)));
}

/* ---- Public ---- */

HearthNewSheet *
hearth_new_sheet_new (HearthSession *session, GError **error)
{
  HearthStore *store = hearth_session_get_store (session);
  HearthRecord *house = hearth_store_get_house (store);
  g_autofree char *title =
    g_strdup_printf ("%s · %s", hearth_record_get (house, "organisation"), hearth_record_get (house, "name"));
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  HearthNewSheet *self;

  if (!hearth_store_replace_sheet (store, &sheet, error))
    return NULL;
  self = g_object_new (HEARTH_TYPE_NEW_SHEET, NULL);
  self->folder = g_strdup (hearth_store_get_folder (store));
  self->sheet = g_steal_pointer (&sheet);
  hearth_sheet_step_set_sheet (self->sheet_step, self->sheet, title, today);
  return self;
}
