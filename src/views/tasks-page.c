/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is to be done, by whom and by when.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/tasks-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/tasks.h"
#include "views/begin.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/task-done-dialog.h"
#include "views/task-row.h"
#include "views/tell.h"
#include "views/undo.h"

/* What was done before is in the file of whom it was for. */
#define DONE_DAYS 30
#define DONE "done"

struct _HearthTasksPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwToggleGroup *views;
  AdwEntryRow *entry;
  GtkBox *groups;

  /* Owned */
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthTasksPage, hearth_tasks_page, ADW_TYPE_NAVIGATION_PAGE)

static const struct {
  const char *name;
  const char *label; /* N_() */
  HearthTaskWhose whose;
  const char *nothing; /* N_() */
} views[] = {
  { "mine", N_ ("Mine"), HEARTH_TASK_MINE, N_ ("Nothing is waiting for you") },
  { "role", N_ ("My role"), HEARTH_TASK_OF_MY_ROLE, N_ ("Nothing is waiting for somebody of your role") },
  { "all", N_ ("Everybody’s"), HEARTH_TASK_OF_ANOTHER, N_ ("Nothing is waiting in this house") },
  { DONE, N_ ("Done"), HEARTH_TASK_OF_ANOTHER, N_ ("Nothing was done in the last 30 days") },
};

/* ---- What is shown ---- */

static gsize
get_view (HearthTasksPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->views);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return i;
  return 0;
}

/* Those that were done or given up in the last weeks, the last one first. */
static GPtrArray *
list_done (HearthTasksPage *self, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_task_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *from = hearth_date_add_days (today, -DONE_DAYS);
  g_autoptr (GListModel) model = NULL;
  GPtrArray *tasks;

  hearth_query_set_range (query, "done_on", from, NULL);
  hearth_query_set_sort (query, "done_on", true);
  model = hearth_store_list (self->store, query, error);
  if (model == NULL)
    return NULL;
  tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthRecord) task = g_list_model_get_item (model, i);

      if (!g_str_equal (hearth_record_get (task, "state"), HEARTH_STATE_IN_ERROR))
        g_ptr_array_add (tasks, g_steal_pointer (&task));
    }
  return tasks;
}

/* The view of one's role leaves out what is for one by name. */
static GPtrArray *
list_tasks (HearthTasksPage *self, gsize view, GError **error)
{
  GPtrArray *tasks;

  if (g_str_equal (views[view].name, DONE))
    return list_done (self, error);
  tasks = hearth_tasks_list (self->store, views[view].whose, error);
  for (guint i = tasks != NULL && views[view].whose == HEARTH_TASK_OF_MY_ROLE ? tasks->len : 0; i-- > 0;)
    if (hearth_task_get_whose (self->store, g_ptr_array_index (tasks, i)) != HEARTH_TASK_OF_MY_ROLE)
      g_ptr_array_remove_index (tasks, i);
  return tasks;
}

/* ---- Showing ---- */

static void
finish_cb (HearthTasksPage *self, HearthTaskRow *row)
{
  hearth_task_done_dialog_present (GTK_WIDGET (self), self->store, hearth_task_row_get_task (row));
}

/* The tasks of @tasks that stand as @standing; nothing where there is none. */
static void
add_group (HearthTasksPage *self, GPtrArray *tasks, HearthTaskStanding standing)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      HearthRecord *task = g_ptr_array_index (tasks, i);
      GtkWidget *row;

      if (hearth_task_get_standing (self->store, task) != standing)
        continue;
      if (group == NULL)
        {
          group = hearth_plain_page_add_group (self->groups, hearth_task_standing_get_label (standing), NULL);
        }
      row = hearth_task_row_new (self->store, task);
      g_signal_connect_object (row, "finish", G_CALLBACK (finish_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
    }
}

static HearthTaskRow *
find_row (GtkWidget *widget, const char *id)
{
  if (HEARTH_IS_TASK_ROW (widget) &&
      (id == NULL ||
       g_str_equal (hearth_record_get_id (hearth_task_row_get_task (HEARTH_TASK_ROW (widget))), id)))
    return HEARTH_TASK_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      HearthTaskRow *found = find_row (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The keyboard stays with the task it was at, or goes to the first when that is gone. */
static void
keep_focus (HearthTasksPage *self, const char *id)
{
  HearthTaskRow *row = find_row (GTK_WIDGET (self->groups), id);

  if (row == NULL)
    row = find_row (GTK_WIDGET (self->groups), NULL);
  if (row != NULL)
    hearth_task_row_focus (row);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->views));
}

/* Id of the task whose row has the keyboard; transfer full. */
static char *
dup_focused (HearthTasksPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, HEARTH_TYPE_TASK_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    return NULL;
  return g_strdup (hearth_record_get_id (hearth_task_row_get_task (HEARTH_TASK_ROW (row))));
}

static void
show_nothing (HearthTasksPage *self, gsize view)
{
  const char *description = g_str_equal (views[view].name, DONE)
                              ? NULL
                              : _ ("Write down above what must not be forgotten. It is due today until you "
                                   "say otherwise.");

  gtk_widget_add_css_class (GTK_WIDGET (hearth_plain_page_add_status (self->groups, "object-select-symbolic",
                                                                      _ (views[view].nothing), description)),
                            "compact");
}

static void
show (gpointer owner)
{
  static const HearthTaskStanding standings[] = { HEARTH_TASK_OVERDUE, HEARTH_TASK_DUE, HEARTH_TASK_SOON,
                                                  HEARTH_TASK_LATER, HEARTH_TASK_DONE };
  HearthTasksPage *self = owner;
  gsize view = get_view (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = list_tasks (self, view, &error);
  g_autofree char *focused = dup_focused (self);

  hearth_plain_page_empty (self->groups);
  if (tasks == NULL)
    {
      hearth_plain_page_add_error (self->groups, error);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (standings); i++)
    add_group (self, tasks, standings[i]);
  if (tasks->len == 0)
    show_nothing (self, view);
  if (focused != NULL)
    keep_focus (self, focused);
}

/* ---- A new task ---- */

static void
take_person (HearthTasksPage *self, HearthRecord *task)
{
  const char *view = views[get_view (self)].name;
  HearthRecord *me = hearth_store_get_account (self->store);

  if (me == NULL)
    return;
  if (g_str_equal (view, "mine"))
    hearth_record_set (task, "assignee", hearth_record_get_id (me));
  else if (g_str_equal (view, "role"))
    hearth_record_set (task, "assignee_role", hearth_record_get (me, "role"));
}

static void
entry_apply_cb (HearthTasksPage *self)
{
  g_autoptr (HearthRecord) task = hearth_task_new (self->store, NULL);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;

  if (*title == '\0')
    return;
  hearth_record_set (task, "title", title);
  take_person (self, task);
  if (!hearth_store_save (self->store, task, NULL, NULL, &error))
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("The task could not be saved"), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (g_str_equal (views[get_view (self)].name, DONE))
    adw_toggle_group_set_active_name (self->views, "all");
  hearth_undo_offer_new (GTK_WIDGET (self), self->store, task);
}

static void
new_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hearth_begin_record (widget, HEARTH_TASKS_PAGE (widget)->store, &hearth_task_type, NULL);
}

/* ---- Making ---- */

static void
add_views (HearthTasksPage *self, GtkBox *box)
{
  self->views = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, views[i].name);
      adw_toggle_set_label (toggle, _ (views[i].label));
      adw_toggle_set_use_underline (toggle, FALSE);
      adw_toggle_group_add (self->views, toggle);
    }
  adw_toggle_group_set_can_shrink (self->views, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->views), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Whose tasks"), -1);
  gtk_box_append (box, GTK_WIDGET (self->views));
}

static void
add_entry (HearthTasksPage *self, GtkBox *box)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("What is to be done today?"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  adw_entry_row_set_max_length (self->entry, (int) hearth_field_get_max_length (
                                               hearth_record_type_lookup_field (&hearth_task_type, "title")));
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (entry_apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->entry));
  gtk_widget_set_visible (group, hearth_policy_may_write (hearth_store_get_policy (self->store),
                                                          &hearth_task_type, NULL, NULL));
  gtk_box_append (box, group);
}

/* Begins where something waits. */
static void
choose_view (HearthTasksPage *self)
{
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GPtrArray) tasks = list_tasks (self, i, NULL);

      adw_toggle_group_set_active_name (self->views, views[i].name);
      if (tasks == NULL || tasks->len > 0)
        return;
    }
  adw_toggle_group_set_active_name (self->views, views[0].name);
}

/* ---- Overrides ---- */

/* What became due meanwhile, or was changed on a page above, was not followed there. */
static void
hearth_tasks_page_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_tasks_page_parent_class)->map (widget);
}

static void
hearth_tasks_page_dispose (GObject *object)
{
  g_clear_object (&HEARTH_TASKS_PAGE (object)->store);
  G_OBJECT_CLASS (hearth_tasks_page_parent_class)->dispose (object);
}

static void
hearth_tasks_page_class_init (HearthTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_tasks_page_dispose;
  widget_class->map = hearth_tasks_page_map;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
}

static void
hearth_tasks_page_init (HearthTasksPage *self)
{
}

/* ---- Public ---- */

HearthTasksPage *
hearth_tasks_page_new (HearthStore *store)
{
  HearthTasksPage *self = g_object_new (HEARTH_TYPE_TASKS_PAGE, NULL);
  AdwHeaderBar *bar;
  GtkBox *box;
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  bool may_add = hearth_policy_may_write (hearth_store_get_policy (store), &hearth_task_type, NULL, NULL);

  self->store = g_object_ref (store);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Tasks"), NULL, &bar);
  gtk_widget_set_tooltip_text (button, _ (hearth_task_type.label_new));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_add);
  gtk_widget_set_visible (button, may_add);
  adw_header_bar_pack_start (bar, button);
  add_views (self, box);
  add_entry (self, box);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_box_append (box, GTK_WIDGET (self->groups));
  choose_view (self);
  g_signal_connect_object (self->views, "notify::active", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
