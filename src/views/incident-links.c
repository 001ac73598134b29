/* SPDX-License-Identifier: GPL-3.0-or-later
 * What else belongs to an incident: tasks, safety plans, and what its people carried.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/incident-links.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/safety-plans.h"
#include "rules/subject.h"
#include "rules/tasks.h"
#include "views/follow.h"
#include "views/incident-facts.h"
#include "views/isolate.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

struct _HearthIncidentLinks {
  AdwBin parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  HearthRecord *incident;
};

G_DEFINE_FINAL_TYPE (HearthIncidentLinks, hearth_incident_links, ADW_TYPE_BIN)

/* ---- Rows ---- */

static void
add_record (AdwPreferencesGroup *group, HearthRecord *record, const char *title, const char *subtitle)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (record));

  hearth_plain_row_add_icon (row, type->icon_name);
  hearth_plain_row_add_arrow (row);
  adw_preferences_group_add (group, row);
}

static void
add_button (AdwPreferencesGroup *group, const char *label, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_preferences_group_add (group, row);
}

static bool
may_write (HearthIncidentLinks *self, const HearthRecordType *type)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL, NULL);
}

/* ---- Groups ---- */

/* "Due · 3 May 2026" */
static char *
describe_task (HearthIncidentLinks *self, HearthRecord *task)
{
  const char *standing = hearth_task_standing_get_label (hearth_task_get_standing (self->store, task));
  g_autofree char *due = hearth_isolate (hearth_date_format (hearth_record_get (task, "due")));
  g_autofree char *who = hearth_store_dup_link_title (self->store, hearth_record_get (task, "assignee"));

  if (*who == '\0')
    return g_strdup_printf ("%s · %s", standing, due);
  return g_strdup_printf ("%s · %s · \u2068%s\u2069", standing, due, who);
}

static void
add_tasks (HearthIncidentLinks *self)
{
  g_autoptr (GPtrArray) tasks =
    hearth_subject_list (self->store, &hearth_task_type, hearth_record_get_id (self->incident), NULL);
  AdwPreferencesGroup *group;

  if (tasks == NULL || (tasks->len == 0 && !may_write (self, &hearth_task_type)))
    return;
  group = hearth_plain_page_add_group (self->box, _ ("Tasks"), NULL);
  for (guint i = 0; i < tasks->len; i++)
    {
      HearthRecord *task = g_ptr_array_index (tasks, i);
      g_autofree char *title = hearth_record_dup_title (task);
      g_autofree char *subtitle = describe_task (self, task);

      add_record (group, task, title, subtitle);
    }
  if (may_write (self, &hearth_task_type))
    add_button (group, _ ("Add a task…"), "page.new-task");
}

static void
add_plans (HearthIncidentLinks *self)
{
  g_auto (GStrv) files = hearth_record_dup_files (self->incident);
  AdwPreferencesGroup *group = NULL;

  for (char **resident = files; *resident != NULL; resident++)
    {
      g_autoptr (HearthRecord) plan = hearth_safety_plan_look_up (self->store, *resident, NULL);
      g_autofree char *name = hearth_store_dup_link_title (self->store, *resident);
      g_autofree char *subtitle = NULL;

      if (plan == NULL)
        continue;
      if (group == NULL)
        group = hearth_plain_page_add_group (self->box, _ ("Safety plans"), NULL);
      subtitle = hearth_record_dup_subtitle (plan);
      add_record (group, plan, name, subtitle);
    }
}

/* After something serious nobody should be left alone with it. */
static void
add_care (HearthIncidentLinks *self)
{
  bool serious = hearth_record_get_integer (self->incident, "severity", 0) >= HEARTH_INCIDENT_SERIOUS;
  AdwPreferencesGroup *group;

  if (!may_write (self, &hearth_staff_load_type))
    return;
  group = hearth_plain_page_add_group (self->box, _ ("Looking after each other"), NULL);
  if (serious)
    adw_preferences_group_set_description (group, _ ("This was a lot to carry. Nobody has to go home alone "
                                                     "with it, and a talk is offered to everybody "
                                                     "who was part of it."));
  add_button (group, _ ("Add what I carried…"), "page.carried");
  if (serious && may_write (self, &hearth_task_type))
    add_button (group, _ ("Offer a talk to those who were there…"), "page.offer-talk");
}

static void
show (gpointer owner)
{
  HearthIncidentLinks *self = owner;

  hearth_plain_page_empty (self->box);
  add_tasks (self);
  add_plans (self);
  add_care (self);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL);
}

/* ---- Overrides ---- */

/* What was saved on another page was not followed there. */
static void
hearth_incident_links_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_incident_links_parent_class)->map (widget);
}

static void
hearth_incident_links_dispose (GObject *object)
{
  HearthIncidentLinks *self = HEARTH_INCIDENT_LINKS (object);

  g_clear_object (&self->incident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_incident_links_parent_class)->dispose (object);
}

static void
hearth_incident_links_class_init (HearthIncidentLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_incident_links_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_incident_links_map;
}

static void
hearth_incident_links_init (HearthIncidentLinks *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* ---- Public ---- */

HearthIncidentLinks *
hearth_incident_links_new (HearthStore *store, HearthRecord *incident)
{
  HearthIncidentLinks *self = g_object_new (HEARTH_TYPE_INCIDENT_LINKS, NULL);

  self->store = g_object_ref (store);
  self->incident = g_object_ref (incident);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
