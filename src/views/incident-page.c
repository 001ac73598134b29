/* SPDX-License-Identifier: GPL-3.0-or-later
 * One incident: what was written, who must be told, what follows, and what else belongs to it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/incident-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/addenda.h"
#include "rules/tasks.h"
#include "views/addenda-group.h"
#include "views/concern-notes.h"
#include "views/editor-acts.h"
#include "views/editor-page.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/history-page.h"
#include "views/incident-after.h"
#include "views/incident-facts.h"
#include "views/incident-links.h"
#include "views/isolate.h"
#include "views/notification-group.h"
#include "views/report-page.h"
#include "views/tell.h"

struct _HearthIncidentPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkButton *edit_button;
  AdwBanner *state_banner;
  GtkLabel *title_label;
  GtkLabel *severity_label;
  GtkLabel *when_label;
  GtkLabel *late_label;
  GtkBox *content;

  /* Owned */
  HearthStore *store;
  HearthRecord *incident;
};

static void hearth_incident_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthIncidentPage,
                               hearth_incident_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_incident_page_file_page_init))

/* ---- Helpers ---- */

static char *
format_field (HearthIncidentPage *self, const char *name)
{
  return hearth_record_format (self->incident, hearth_record_type_lookup_field (&hearth_incident_type, name),
                               "");
}

static void
push (HearthIncidentPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
}

static void
push_form (HearthIncidentPage *self, HearthRecord *record)
{
  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, record)));
}

static bool
may_edit (HearthIncidentPage *self)
{
  return hearth_record_is_open (self->incident) &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_incident_type, NULL, NULL);
}

/* ---- Showing ---- */

/* "3 May 2026, 21:30 · Bedroom" */
static char *
describe_when (HearthIncidentPage *self)
{
  g_autofree char *when = hearth_isolate (format_field (self, "occurred_at"));
  g_autofree char *place = hearth_isolate (format_field (self, "place"));

  return *place != '\0' ? g_strdup_printf ("%s · %s", when, place) : g_steal_pointer (&when);
}

/* "Written late, on 5 May 2026 by Ana"; "" where it was in time. */
static char *
describe_late (HearthIncidentPage *self)
{
  g_autofree char *late = format_field (self, "late");
  g_autofree char *written =
    hearth_isolate (hearth_instant_format (hearth_record_get (self->incident, "created_at")));

  /* Translators: a date and time */
  return *late != '\0' ? g_strdup_printf (_ ("Written late, %s"), written) : g_strdup ("");
}

static const char *
describe_state (HearthIncidentPage *self)
{
  const char *state = hearth_record_get (self->incident, "state");

  if (g_str_equal (state, HEARTH_STATE_IN_ERROR))
    return _ ("This was marked as entered in error. It stays readable and counts no more.");
  if (g_str_equal (state, HEARTH_STATE_SIGNED))
    return _ ("This is signed and stays as it is.");
  return _ ("This is not signed yet.");
}

static void
show (gpointer owner)
{
  HearthIncidentPage *self = owner;
  g_autofree char *title = hearth_record_dup_title (self->incident);
  g_autofree char *severity = format_field (self, "severity");
  g_autofree char *when = describe_when (self);
  g_autofree char *late = describe_late (self);
  bool may_add = hearth_addendum_may_add (self->store, self->incident);
  bool may_sign = hearth_record_may_be_signed (self->store, self->incident);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, _ ("Incident"));
  adw_window_title_set_subtitle (self->window_title, hearth_record_get (self->incident, "code"));
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->severity_label, severity);
  gtk_label_set_label (self->when_label, when);
  gtk_label_set_label (self->late_label, late);
  gtk_widget_set_visible (GTK_WIDGET (self->late_label), *late != '\0');
  adw_banner_set_title (self->state_banner, describe_state (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->state_banner),
                                  may_sign ? "page.sign" : "page.add-to");
  adw_banner_set_button_label (self->state_banner, may_sign  ? _ ("Sign…")
                                                   : may_add ? _ ("Add to this")
                                                             : NULL);
  adw_banner_set_revealed (self->state_banner, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), may_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.sign", may_sign);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", may_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-to", may_add);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.mark-in-error",
                                 hearth_record_may_be_marked (self->store, self->incident));
}

/* ---- Actions ---- */

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);

  push_form (self, self->incident);
}

static void
sign_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);

  hearth_record_ask_to_sign (widget, self->store, self->incident);
}

static void
mark_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);

  hearth_record_ask_to_mark (widget, self->store, self->incident);
}

static void
add_to_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);
  g_autoptr (HearthRecord) addendum = hearth_addendum_new (self->incident);

  push_form (self, addendum);
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->incident);
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);

  hearth_report_page_open (widget, self->store, self->incident, "incident");
}

static void
new_task_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);
  g_autoptr (HearthRecord) task = hearth_task_new (self->store, self->incident);

  push_form (self, task);
}

static void
offer_talk_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);
  g_autoptr (HearthRecord) task = hearth_task_new (self->store, self->incident);

  hearth_record_set (task, "title", _ ("Offer a talk to everybody who was there"));
  hearth_record_set (task, "assignee_role", "house-manager");
  push_form (self, task);
}

static void
carried_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (widget);
  g_autoptr (HearthRecord) load = hearth_record_new (&hearth_staff_load_type);
  g_autofree char *day = hearth_record_dup_event_date (self->incident);

  hearth_record_set (load, "date", day);
  hearth_record_set (load, "kind", "incident");
  push_form (self, load);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_incident_page_renew (HearthFilePage *page)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (page);
  g_autoptr (HearthRecord) incident =
    hearth_store_load (self->store, hearth_record_get_id (self->incident), NULL);

  return incident != NULL ? ADW_NAVIGATION_PAGE (hearth_incident_page_new (self->store, incident)) : NULL;
}

static void
hearth_incident_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_incident_page_renew;
}

static void
hearth_incident_page_dispose (GObject *object)
{
  HearthIncidentPage *self = HEARTH_INCIDENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_INCIDENT_PAGE);
  g_clear_object (&self->incident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_incident_page_parent_class)->dispose (object);
}

static void
hearth_incident_page_class_init (HearthIncidentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_incident_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/incident-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, content);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, late_label);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, severity_label);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, state_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, when_label);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentPage, window_title);
  gtk_widget_class_install_action (widget_class, "page.add-to", NULL, add_to_action_cb);
  gtk_widget_class_install_action (widget_class, "page.carried", NULL, carried_action_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.mark-in-error", NULL, mark_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-task", NULL, new_task_action_cb);
  gtk_widget_class_install_action (widget_class, "page.offer-talk", NULL, offer_talk_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.sign", NULL, sign_action_cb);
}

static void
hearth_incident_page_init (HearthIncidentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthIncidentPage *
hearth_incident_page_new (HearthStore *store, HearthRecord *incident)
{
  HearthIncidentPage *self = g_object_new (HEARTH_TYPE_INCIDENT_PAGE, NULL);

  self->store = g_object_ref (store);
  self->incident = g_object_ref (incident);
  gtk_box_append (self->content, GTK_WIDGET (hearth_notification_group_new (store, incident)));
  gtk_box_append (self->content, GTK_WIDGET (hearth_incident_facts_new (store, incident)));
  gtk_box_append (self->content, GTK_WIDGET (hearth_addenda_group_new (store, incident)));
  gtk_box_append (self->content, GTK_WIDGET (hearth_incident_after_new (store, incident)));
  gtk_box_append (self->content, GTK_WIDGET (hearth_incident_links_new (store, incident)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print",
                                 hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_PRINT));
  hearth_follow (self, incident, "notify", show);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_file_of (incident));
  show (self);
  return self;
}

AdwNavigationPage *
hearth_incident_make_page (HearthStore *store, HearthRecord *incident, GError **error)
{
  return ADW_NAVIGATION_PAGE (hearth_incident_page_new (store, incident));
}

void
hearth_incident_fill_in (HearthStore *store, HearthRecord *incident)
{
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));

  if (!hearth_record_has (incident, "reported_at"))
    hearth_record_set (incident, "reported_at", now);
}

void
hearth_incident_add_notes (HearthStore *store, HearthRecord *incident, HearthRecordForm *form)
{
  GtkWidget *row =
    hearth_concern_new_way (store, &hearth_allegation_type, _ ("About somebody who works here?"),
                            _ ("Then write it as a concern instead. It goes past the house "
                               "manager, to whoever holds the safeguarding key."));

  if (row != NULL)
    hearth_record_form_add_note (form, row);
}

AdwNavigationPage *
hearth_incident_make_parting (HearthStore *store, HearthRecord *incident)
{
  return ADW_NAVIGATION_PAGE (hearth_incident_page_new (store, incident));
}
