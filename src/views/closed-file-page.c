/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is left of a resident's file for somebody it is limited against: who it is about, and the safety of the house.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/closed-file-page.h"

#include <glib/gi18n-lib.h>

#include "rules/emergency.h"
#include "views/emergency-dialog.h"
#include "views/file-page.h"
#include "views/plain-page.h"
#include "views/record-kinds.h"
#include "views/resident-alerts.h"
#include "views/resident-header.h"
#include "widgets/lock-mark.h"

struct _HearthClosedFilePage {
  AdwNavigationPage parent_instance;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
};

static void hearth_closed_file_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthClosedFilePage,
                               hearth_closed_file_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_closed_file_page_file_page_init))

/* ---- Actions ---- */

static void
open_emergency_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthClosedFilePage *self = HEARTH_CLOSED_FILE_PAGE (widget);

  hearth_emergency_dialog_present (widget, self->store, hearth_record_get_id (self->resident));
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_closed_file_page_renew (HearthFilePage *page)
{
  HearthClosedFilePage *self = HEARTH_CLOSED_FILE_PAGE (page);
  g_autoptr (HearthRecord) resident =
    hearth_store_load (self->store, hearth_record_get_id (self->resident), NULL);

  return resident != NULL ? hearth_record_kind_make_page (self->store, resident, NULL) : NULL;
}

static void
hearth_closed_file_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_closed_file_page_renew;
}

static void
hearth_closed_file_page_dispose (GObject *object)
{
  HearthClosedFilePage *self = HEARTH_CLOSED_FILE_PAGE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->resident);

  G_OBJECT_CLASS (hearth_closed_file_page_parent_class)->dispose (object);
}

static void
hearth_closed_file_page_class_init (HearthClosedFilePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_closed_file_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.open-emergency", NULL,
                                   open_emergency_action_cb);
}

static void
hearth_closed_file_page_init (HearthClosedFilePage *self)
{
}

static GtkWidget *
make_status (HearthClosedFilePage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Open in an emergency…"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), HEARTH_ICON_LOCKED);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("This file is limited to some of the team"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _ ("What everybody on duty must know stands "
                                                                "above. If you need more for your "
                                                                "work, ask the house manager."));
  gtk_widget_add_css_class (status, "compact");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.open-emergency");
  gtk_widget_set_visible (button,
                          hearth_emergency_is_offered (self->store, hearth_record_get_id (self->resident)));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

/* ---- Public ---- */

HearthClosedFilePage *
hearth_closed_file_page_new (HearthStore *store, HearthRecord *resident)
{
  HearthClosedFilePage *self = g_object_new (HEARTH_TYPE_CLOSED_FILE_PAGE, NULL);
  HearthResidentHeader *header = g_object_new (HEARTH_TYPE_RESIDENT_HEADER, NULL);
  g_autofree char *name = hearth_record_dup_title (resident);
  g_autoptr (GListModel) alerts = NULL;
  GtkFilter *current;
  GtkBox *box;

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), name, hearth_record_get (resident, "code"), NULL);
  alerts = hearth_resident_alerts_new (store, resident, &current);
  hearth_resident_header_set_resident (header, store, resident, NULL, alerts);
  gtk_box_append (box, GTK_WIDGET (header));
  gtk_box_append (box, make_status (self));
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_record_get_id (resident));
  return self;
}
