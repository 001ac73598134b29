/* SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody is missing: how long, who must be told, what the plan says for it, the sheet to hand out; and coming back.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/missing-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/notifications.h"
#include "rules/safety-plans.h"
#include "rules/tasks.h"
#include "rules/whereabouts.h"
#include "views/editor-page.h"
#include "views/facts.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/history-page.h"
#include "views/notification-group.h"
#include "views/plain-page.h"
#include "views/report-page.h"

#define SECONDS_BETWEEN_LOOKS 60

struct _HearthMissingPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwHeaderBar *bar;
  GtkLabel *since_label;
  GtkWidget *found_button;

  /* Owned */
  HearthStore *store;
  HearthRecord *episode;
  guint timer;
};

static void hearth_missing_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthMissingPage,
                               hearth_missing_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_missing_page_file_page_init))

/* ---- Helpers ---- */

static void
push (HearthMissingPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
}

static bool
may_edit (HearthMissingPage *self)
{
  return hearth_record_is_open (self->episode) &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_missing_episode_type, NULL,
                                  hearth_record_get_resident (self->episode));
}

/* ---- Showing ---- */

/* "Missing for 3 hours 20 minutes"; how long it was, when it is over. */
static char *
describe_time (HearthMissingPage *self)
{
  const char *found = hearth_record_get (self->episode, "found_at");
  g_autoptr (GDateTime) seen =
    hearth_instant_to_date_time (hearth_record_get (self->episode, "last_seen_at"));
  g_autoptr (GDateTime) until = *found != '\0' ? hearth_instant_to_date_time (found)
                                               : hearth_clock_now (hearth_store_get_clock (self->store));
  gint64 minutes =
    seen != NULL && until != NULL ? g_date_time_difference (until, seen) / G_TIME_SPAN_MINUTE : 0;

  if (*found != '\0')
    /* Translators: how long somebody was missing, hours and minutes */
    return g_strdup_printf (_ ("Was missing for %d h %02d min"), (int) (minutes / 60), (int) (minutes % 60));
  /* Translators: how long somebody has been missing, hours and minutes */
  return g_strdup_printf (_ ("Not seen for %d h %02d min"), (int) (minutes / 60), (int) (minutes % 60));
}

static void
show (gpointer owner)
{
  HearthMissingPage *self = owner;
  bool found = hearth_record_has (self->episode, "found_at");
  g_autofree char *time = describe_time (self);

  gtk_label_set_label (self->since_label, time);
  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->since_label), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->since_label), "error");
  gtk_widget_set_visible (self->found_button, !found && may_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", may_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.found", !found && may_edit (self));
}

static gboolean
look_cb (gpointer self)
{
  show (self);
  return G_SOURCE_CONTINUE;
}

/* What the resident's safety plan says for such a day; NULL where there is none. */
static GtkWidget *
make_plan_group (HearthMissingPage *self)
{
  static const char *const fields[] = { "if_missing", "places", "description", "cash_phone", NULL };
  g_autoptr (HearthRecord) plan =
    hearth_safety_plan_look_up (self->store, hearth_record_get_resident (self->episode), NULL);
  GtkWidget *group;

  if (plan == NULL)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("From the safety plan"));
  for (const char *const *name = fields; *name != NULL; name++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_safety_plan_type, *name);
      g_autofree char *value = hearth_facts_dup_value (self->store, plan, field);

      if (*value != '\0')
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   hearth_facts_make_row (self->store, plan, field, value));
    }
  return group;
}

/* ---- Actions ---- */

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, self->episode)));
}

static void
found_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (widget);
  HearthEditorPage *page = hearth_editor_page_new (self->store, self->episode);

  hearth_editor_page_begin_at (page, "found_at");
  push (self, ADW_NAVIGATION_PAGE (page));
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->episode);
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (widget);

  hearth_report_page_open (widget, self->store, self->episode, "missing-sheet");
}

static void
new_task_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (widget);
  g_autoptr (HearthRecord) task = hearth_task_new (self->store, self->episode);

  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, task)));
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_missing_page_renew (HearthFilePage *page)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (page);
  g_autoptr (HearthRecord) episode =
    hearth_store_load (self->store, hearth_record_get_id (self->episode), NULL);

  return episode != NULL ? ADW_NAVIGATION_PAGE (hearth_missing_page_new (self->store, episode)) : NULL;
}

static void
hearth_missing_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_missing_page_renew;
}

static void
hearth_missing_page_map (GtkWidget *widget)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (widget);

  GTK_WIDGET_CLASS (hearth_missing_page_parent_class)->map (widget);
  show (self);
  self->timer = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
}

static void
hearth_missing_page_unmap (GtkWidget *widget)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (widget);

  g_clear_handle_id (&self->timer, g_source_remove);
  GTK_WIDGET_CLASS (hearth_missing_page_parent_class)->unmap (widget);
}

static void
hearth_missing_page_dispose (GObject *object)
{
  HearthMissingPage *self = HEARTH_MISSING_PAGE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->episode);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_missing_page_parent_class)->dispose (object);
}

static void
hearth_missing_page_class_init (HearthMissingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_missing_page_dispose;
  widget_class->map = hearth_missing_page_map;
  widget_class->unmap = hearth_missing_page_unmap;
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.found", NULL, found_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-task", NULL, new_task_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
}

static void
hearth_missing_page_init (HearthMissingPage *self)
{
}

static void
add_buttons (HearthMissingPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *more = gtk_menu_button_new ();
  GtkWidget *print = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "page.print");
  gtk_widget_set_tooltip_text (print, _ ("Missing-person sheet (Ctrl+P)"));
  g_menu_append (menu, _ ("_Change what is written"), "page.edit");
  g_menu_append (menu, _ ("New _task…"), "page.new-task");
  g_menu_append (menu, _ ("_History"), "page.history");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (more), TRUE);
  gtk_widget_set_tooltip_text (more, _ ("More"));
  self->found_button = gtk_button_new_with_mnemonic (_ ("Is _back…"));
  gtk_widget_add_css_class (self->found_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->found_button), "page.found");
  adw_header_bar_pack_end (self->bar, more);
  adw_header_bar_pack_end (self->bar, self->found_button);
  adw_header_bar_pack_end (self->bar, print);
}

static void
fill (HearthMissingPage *self, GtkBox *box)
{
  GtkWidget *plan = make_plan_group (self);

  self->since_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->since_label), "title-2");
  gtk_label_set_wrap (self->since_label, TRUE);
  gtk_label_set_xalign (self->since_label, 0);
  gtk_box_append (box, GTK_WIDGET (self->since_label));
  gtk_box_append (box, GTK_WIDGET (hearth_notification_group_new (self->store, self->episode)));
  if (plan != NULL)
    gtk_box_append (box, plan);
  gtk_box_append (box, GTK_WIDGET (hearth_facts_new (self->store, self->episode, NULL)));
}

/* ---- Public ---- */

HearthMissingPage *
hearth_missing_page_new (HearthStore *store, HearthRecord *episode)
{
  HearthMissingPage *self = g_object_new (HEARTH_TYPE_MISSING_PAGE, NULL);
  g_autofree char *who = hearth_store_dup_link_title (store, hearth_record_get_resident (episode));
  GtkBox *box;

  self->store = g_object_ref (store);
  self->episode = g_object_ref (episode);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Missing"), who, &self->bar);
  add_buttons (self);
  fill (self, box);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print",
                                 hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_PRINT));
  hearth_follow (self, episode, "notify", show);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_record_get_resident (episode));
  show (self);
  return self;
}

AdwNavigationPage *
hearth_missing_make_page (HearthStore *store, HearthRecord *episode, GError **error)
{
  return ADW_NAVIGATION_PAGE (hearth_missing_page_new (store, episode));
}

/* Who did not come back from a leave was last seen when it began. */
static void
fill_in_last_seen (HearthStore *store, HearthRecord *episode)
{
  const char *resident = hearth_record_get_resident (episode);
  g_autoptr (HearthWhereabouts) where =
    *resident != '\0' ? hearth_whereabouts_look_up (store, resident, NULL) : NULL;

  if (where != NULL && where->record != NULL &&
      hearth_record_get_record_type (where->record) == &hearth_leave_type)
    hearth_record_set (episode, "last_seen_at", hearth_record_get (where->record, "out_at"));
}

void
hearth_missing_fill_in (HearthStore *store, HearthRecord *episode)
{
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));

  if (!hearth_record_has (episode, "last_seen_at"))
    fill_in_last_seen (store, episode);
  if (!hearth_record_has (episode, "noticed_at"))
    hearth_record_set (episode, "noticed_at", now);
}

/* Who must be told cannot wait. */
AdwNavigationPage *
hearth_missing_make_parting (HearthStore *store, HearthRecord *episode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notifications = hearth_notifications_make (store, episode, &error);

  if (notifications == NULL)
    g_warning ("The notifications about somebody missing cannot be made: %s", error->message);
  return ADW_NAVIGATION_PAGE (hearth_missing_page_new (store, episode));
}
