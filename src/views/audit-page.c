/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything that was done in the house, or in one resident's file, newest first.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/audit-page.h"

#include <glib/gi18n-lib.h>

#include "store/audit-list.h"
#include "views/audit-filter.h"
#include "views/audit-words.h"
#include "views/file-page.h"
#include "views/plain-page.h"
#include "widgets/day-list.h"

struct _HearthAuditPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  HearthAuditFilter *filter;
  HearthDayList *list;

  /* Owned */
  HearthStore *store;
  char *resident;
  bool waiting; /* for all of a change of the filter */
};

static void hearth_audit_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthAuditPage,
                               hearth_audit_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_audit_page_file_page_init))

/* ---- Words ---- */

static char *
dup_title (gpointer item, gpointer user_data)
{
  return hearth_audit_words_dup_what (item);
}

static char *
dup_detail (gpointer item, gpointer user_data)
{
  return hearth_audit_words_dup_detail (HEARTH_AUDIT_PAGE (user_data)->store, item);
}

/* ---- Asking ---- */

static void
ask (HearthAuditPage *self)
{
  const HearthAuditQuery query = {
    .resident = self->resident,
    .person = hearth_audit_filter_get_person (self->filter),
    .actions = hearth_audit_filter_get_actions (self->filter),
    .from = hearth_audit_filter_get_from (self->filter),
    .to = hearth_audit_filter_get_to (self->filter),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) lines = hearth_store_list_audit (self->store, &query, &error);
  g_autofree char *sentence = NULL;

  if (lines == NULL)
    {
      sentence = hearth_store_error_to_sentence (error);
      hearth_day_list_set_empty_text (self->list, _ ("The audit cannot be shown"), sentence);
    }
  else
    hearth_day_list_set_empty_text (self->list, _ ("Nothing found"),
                                    _ ("Nothing was done that the choices above let through."));
  hearth_day_list_set_model (self->list, lines);
}

static void
filter_changed_cb (HearthAuditPage *self)
{
  if (!self->waiting)
    ask (self);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_audit_page_renew (HearthFilePage *page)
{
  HearthAuditPage *self = HEARTH_AUDIT_PAGE (page);

  if (!hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_READ_AUDIT))
    return NULL;
  return ADW_NAVIGATION_PAGE (hearth_audit_page_new (self->store, self->resident));
}

static void
hearth_audit_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_audit_page_renew;
}

static void
hearth_audit_page_dispose (GObject *object)
{
  HearthAuditPage *self = HEARTH_AUDIT_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->resident, g_free);

  G_OBJECT_CLASS (hearth_audit_page_parent_class)->dispose (object);
}

static void
hearth_audit_page_class_init (HearthAuditPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_audit_page_dispose;
}

static void
hearth_audit_page_init (HearthAuditPage *self)
{
}

static void
add_check_button (HearthAuditPage *self, AdwHeaderBar *bar)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("security-high-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Check the whole house"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "house.verify");
  gtk_widget_set_visible (button,
                          hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_VERIFY));
  adw_header_bar_pack_end (bar, button);
}

/* ---- Public ---- */

HearthAuditPage *
hearth_audit_page_new (HearthStore *store, const char *resident)
{
  HearthAuditPage *self = g_object_new (HEARTH_TYPE_AUDIT_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *name = resident != NULL ? hearth_store_dup_link_title (store, resident) : NULL;
  AdwHeaderBar *bar;

  self->store = g_object_ref (store);
  self->resident = g_strdup (resident);
  self->filter = hearth_audit_filter_new (store, true);
  self->list = hearth_day_list_new (_ ("What was done, newest first"), today, hearth_audit_words_dup_day,
                                    dup_title, dup_detail, self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  bar = hearth_plain_page_frame (ADW_NAVIGATION_PAGE (self), _ ("Audit"), name, box);
  if (resident == NULL)
    add_check_button (self, bar);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, resident);
  ask (self);
  return self;
}

void
hearth_audit_page_narrow (HearthAuditPage *self, const char *person, const char *from, const char *to)
{
  g_return_if_fail (HEARTH_IS_AUDIT_PAGE (self));
  self->waiting = true;
  hearth_audit_filter_set_person (self->filter, person);
  hearth_audit_filter_set_days (self->filter, from, to);
  self->waiting = false;
  ask (self);
}

GListModel *
hearth_audit_page_get_model (HearthAuditPage *self)
{
  g_return_val_if_fail (HEARTH_IS_AUDIT_PAGE (self), NULL);
  return hearth_day_list_get_model (self->list);
}
