/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who must be told of something: a row for each with its clock, and the shortest way to write down that it was done.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/notification-group.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "rules/notifications.h"
#include "rules/subject.h"
#include "views/editor-page.h"
#include "views/follow.h"
#include "views/notification-words.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/tell.h"

/* The clocks say minutes. */
#define TICK_SECONDS 20

typedef struct {
  HearthRecord *notification;
  GtkWidget *row;
  GtkWidget *late;
} Clock;

struct _HearthNotificationGroup {
  AdwBin parent_instance;

  /* Borrowed */
  GtkListBox *list;
  GtkWidget *told_button; /* of the first that is open, or NULL */

  /* Owned */
  HearthStore *store;
  HearthRecord *subject;
  GArray *clocks; /* of Clock */
  guint tick;
};

G_DEFINE_FINAL_TYPE (HearthNotificationGroup, hearth_notification_group, ADW_TYPE_BIN)

static void
clock_clear (gpointer data)
{
  g_clear_object (&((Clock *) data)->notification);
}

static bool
may_write (HearthNotificationGroup *self)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_notification_type, NULL,
                                  NULL);
}

/* ---- Callbacks ---- */

typedef struct {
  HearthStore *store;
  HearthRecord *notification;
} Told;

static void
told_free (gpointer data, GClosure *closure)
{
  Told *told = data;

  g_object_unref (told->store);
  g_object_unref (told->notification);
  g_free (told);
}

static void
told_cb (GtkWidget *button, Told *told)
{
  GtkWidget *group = gtk_widget_get_ancestor (button, HEARTH_TYPE_NOTIFICATION_GROUP);

  hearth_notification_ask_told (group, told->store, told->notification);
}

static void
add_cb (HearthNotificationGroup *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthRecord) notification = hearth_record_new (&hearth_notification_type);

  hearth_subject_set (notification, self->subject);
  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, notification)));
}

/* ---- Rows ---- */

static void
show_clock (HearthNotificationGroup *self, const Clock *clock)
{
  HearthNotificationState state = hearth_notification_get_state (self->store, clock->notification);
  g_autofree char *words = hearth_notification_describe (self->store, clock->notification);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (clock->row), words);
  gtk_widget_set_visible (clock->late, state == HEARTH_NOTIFICATION_LATE);
}

static GtkWidget *
make_late_mark (void)
{
  GtkWidget *label = gtk_label_new (_ ("Late"));

  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
make_told_button (HearthNotificationGroup *self, HearthRecord *notification)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Told now"));
  g_autofree char *title = hearth_record_dup_title (notification);
  Told *told = g_new0 (Told, 1);

  told->store = g_object_ref (self->store);
  told->notification = g_object_ref (notification);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (told_cb), told, told_free, 0);
  return button;
}

static void
add_row (HearthNotificationGroup *self, HearthRecord *notification)
{
  bool settled = hearth_notification_is_settled (notification);
  g_autofree char *title = hearth_record_dup_title (notification);
  GtkWidget *row = hearth_plain_row_new_for_record (title, "", hearth_record_get_id (notification));
  Clock clock = { g_object_ref (notification), row, make_late_mark () };

  hearth_plain_row_add_icon (row, settled ? "object-select-symbolic" : "alarm-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), clock.late);
  if (!settled && may_write (self))
    {
      GtkWidget *button = make_told_button (self, notification);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      if (self->told_button == NULL)
        self->told_button = button;
    }
  gtk_list_box_append (self->list, row);
  g_array_append_val (self->clocks, clock);
  show_clock (self, &clock);
}

static void
add_nothing (HearthNotificationGroup *self, const char *words)
{
  GtkWidget *row = hearth_plain_row_new (words, "");

  gtk_widget_add_css_class (row, "dimmed");
  gtk_list_box_append (self->list, row);
}

static void
add_new_row (HearthNotificationGroup *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Somebody else must be told"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_object (row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
show (gpointer owner)
{
  HearthNotificationGroup *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notifications =
    hearth_notifications_list (self->store, hearth_record_get_id (self->subject), &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  bool had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));

  self->told_button = NULL;
  g_array_set_size (self->clocks, 0);
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), notifications != NULL);
  if (notifications == NULL)
    return;
  for (guint i = 0; i < notifications->len; i++)
    add_row (self, g_ptr_array_index (notifications, i));
  if (notifications->len == 0)
    add_nothing (self, _ ("The house’s rules ask for nobody to be told."));
  if (may_write (self))
    add_new_row (self);
  /* The next one, so that one key after the other does. */
  if (had_focus && self->told_button != NULL)
    gtk_widget_grab_focus (self->told_button);
  else if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
tick_cb (gpointer user_data)
{
  HearthNotificationGroup *self = user_data;

  for (guint i = 0; i < self->clocks->len; i++)
    show_clock (self, &g_array_index (self->clocks, Clock, i));
  return G_SOURCE_CONTINUE;
}

/* ---- Overrides ---- */

/* What was saved on another page was not followed there. */
static void
hearth_notification_group_map (GtkWidget *widget)
{
  HearthNotificationGroup *self = HEARTH_NOTIFICATION_GROUP (widget);

  show (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  GTK_WIDGET_CLASS (hearth_notification_group_parent_class)->map (widget);
}

static void
hearth_notification_group_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&HEARTH_NOTIFICATION_GROUP (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (hearth_notification_group_parent_class)->unmap (widget);
}

static void
hearth_notification_group_dispose (GObject *object)
{
  HearthNotificationGroup *self = HEARTH_NOTIFICATION_GROUP (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->clocks, g_array_unref);
  g_clear_object (&self->subject);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_notification_group_parent_class)->dispose (object);
}

static void
hearth_notification_group_class_init (HearthNotificationGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_notification_group_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_notification_group_map;
  GTK_WIDGET_CLASS (klass)->unmap = hearth_notification_group_unmap;
}

static void
hearth_notification_group_init (HearthNotificationGroup *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->clocks = g_array_new (FALSE, FALSE, sizeof (Clock));
  g_array_set_clear_func (self->clocks, clock_clear);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Who must be told"));
  self->list = hearth_plain_page_add_list (ADW_PREFERENCES_GROUP (group), _ ("Who must be told"));
  adw_bin_set_child (ADW_BIN (self), group);
}

/* ---- Public ---- */

HearthNotificationGroup *
hearth_notification_group_new (HearthStore *store, HearthRecord *subject)
{
  HearthNotificationGroup *self = g_object_new (HEARTH_TYPE_NOTIFICATION_GROUP, NULL);

  self->store = g_object_ref (store);
  self->subject = g_object_ref (subject);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
