/* SPDX-License-Identifier: GPL-3.0-or-later
 * A first password, shown once, to be printed on a slip and handed over.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-slip-page.h"

#include <glib/gi18n-lib.h>

#include "views/staff-person-page.h"
#include "views/staff-words.h"
#include "views/tell.h"

struct _HearthStaffSlipPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *words_group;
  AdwActionRow *user_row;
  AdwActionRow *password_row;
  GtkWidget *waits_group;

  /* Owned */
  HearthStore *store;
  HearthRecord *account;
  HearthFirstPassword *password;
  HearthPrintJob *job;
};

G_DEFINE_FINAL_TYPE (HearthStaffSlipPage, hearth_staff_slip_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Callbacks ---- */

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, HearthStaffSlipPage *self)
{
  if (HEARTH_PRINT_JOB (operation) != self->job)
    return;
  if (hearth_print_job_was_refused (self->job))
    hearth_tell (GTK_WIDGET (self), _ ("Not printed"),
                 _ ("This desktop offers no printing to programs that run in a sandbox. Please write the "
                    "slip "
                    "down by hand."));
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    hearth_tell (GTK_WIDGET (self), _ ("Not printed"),
                 _ ("The slip was not printed. Please try again, or write it down by hand."));
  g_clear_object (&self->job);
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffSlipPage *self = HEARTH_STAFF_SLIP_PAGE (widget);

  if (self->job != NULL)
    return;
  self->job =
    hearth_first_password_new_slip (self->password, self->store, hearth_record_get (self->account, "user"));
  g_signal_connect_object (self->job, "done", G_CALLBACK (print_done_cb), self, 0);
  hearth_print_job_run (self->job, widget);
}

static void
finish_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffSlipPage *self = HEARTH_STAFF_SLIP_PAGE (widget);

  hearth_staff_replace_page (widget,
                             ADW_NAVIGATION_PAGE (hearth_staff_person_page_new (self->store, self->account)));
}

/* ---- Overrides ---- */

static void
hearth_staff_slip_page_dispose (GObject *object)
{
  HearthStaffSlipPage *self = HEARTH_STAFF_SLIP_PAGE (object);

  if (self->password_row != NULL)
    adw_action_row_set_subtitle (self->password_row, "");
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_STAFF_SLIP_PAGE);
  g_clear_object (&self->job);
  g_clear_pointer (&self->password, hearth_first_password_free);
  g_clear_object (&self->account);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_staff_slip_page_parent_class)->dispose (object);
}

static void
hearth_staff_slip_page_class_init (HearthStaffSlipPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_staff_slip_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/staff-slip-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthStaffSlipPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffSlipPage, user_row);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffSlipPage, waits_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffSlipPage, words_group);
  gtk_widget_class_install_action (widget_class, "page.finish", NULL, finish_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
}

static void
hearth_staff_slip_page_init (HearthStaffSlipPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthStaffSlipPage *
hearth_staff_slip_page_new (HearthStore *store, HearthRecord *account, HearthFirstPassword *password)
{
  HearthStaffSlipPage *self = g_object_new (HEARTH_TYPE_STAFF_SLIP_PAGE, NULL);
  const char *name = hearth_record_get (account, "name");
  /* Translators: %s is a person's name. */
  g_autofree char *words =
    g_strdup_printf (_ ("Hand this to %s, and to nobody else. With the first sign-in a "
                        "password of one’s own takes its place."),
                     name);
  g_autofree char *markup = g_markup_escape_text (words, -1);

  self->store = g_object_ref (store);
  self->account = g_object_ref (account);
  self->password = password;
  adw_preferences_group_set_description (self->words_group, markup);
  adw_action_row_set_subtitle (self->user_row, hearth_record_get (account, "user"));
  adw_action_row_set_subtitle (self->password_row, password->words);
  gtk_widget_set_visible (self->waits_group, hearth_staff_get_state (store, account) == HEARTH_STAFF_WAITS);
  return self;
}

void
hearth_staff_replace_page (GtkWidget *near, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (AdwNavigationPage) held = g_object_ref_sink (page);
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (navigation != NULL);
  stack = adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (navigation));
  for (guint i = 0; i + 1 < g_list_model_get_n_items (stack); i++)
    g_ptr_array_add (pages, g_list_model_get_item (stack, i));
  g_ptr_array_add (pages, g_object_ref (page));
  adw_navigation_view_replace (ADW_NAVIGATION_VIEW (navigation), (AdwNavigationPage **) pages->pdata,
                               (int) pages->len);
}
