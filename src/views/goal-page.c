/* SPDX-License-Identifier: GPL-3.0-or-later
 * One goal: in whose words, how near it is, who does what for it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/goal-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans.h"
#include "rules/tasks.h"
#include "views/editor-page.h"
#include "views/facts.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/goal-progress-dialog.h"
#include "views/goal-words.h"
#include "views/history-page.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/plan-charts.h"
#include "views/task-done-dialog.h"
#include "views/task-row.h"
#include "widgets/trend-chart.h"
#include "widgets/words.h"

struct _HearthGoalPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwHeaderBar *bar;
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  HearthRecord *goal;
};

static void hearth_goal_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthGoalPage,
                               hearth_goal_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE, hearth_goal_page_file_page_init))

/* ---- Helpers ---- */

static void
push_form (HearthGoalPage *self, HearthRecord *record)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, record)));
}

static bool
may_write (HearthGoalPage *self, const HearthRecordType *type)
{
  return hearth_record_is_open (self->goal) &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL,
                                  hearth_record_get_resident (self->goal));
}

/* ---- Progress ---- */

static void
add_chart (HearthGoalPage *self, GPtrArray *progress)
{
  g_autoptr (HearthChart) chart = hearth_plan_chart_of_progress (progress);
  HearthTrendChart *trend;

  if (chart == NULL)
    return;
  trend = hearth_trend_chart_new ();
  hearth_trend_chart_set_chart (trend, chart);
  adw_preferences_group_add (hearth_plain_page_add_group (self->box, _ ("How it went"), NULL),
                             GTK_WIDGET (trend));
}

/* "6 of 10 · Both together · 3 May 2026" */
static char *
describe_step (HearthRecord *step)
{
  g_autofree char *value = hearth_record_dup_title (step);
  g_autofree char *who = hearth_record_dup_subtitle (step);
  g_autofree char *day = hearth_date_format (hearth_record_get (step, "date"));

  if (*who == '\0')
    return g_strdup_printf ("%s · %s", value, day);
  return g_strdup_printf ("%s · %s · %s", value, who, day);
}

/* What the resident said about it stands first. */
static GtkWidget *
make_step_row (HearthRecord *step)
{
  const char *said = hearth_record_get (step, "said");
  const char *note = hearth_record_get (step, "note");
  g_autofree char *quoted = *said != '\0' ? hearth_words_quote (said) : NULL;
  g_autofree char *about = describe_step (step);
  g_autofree char *below = *note != '\0' ? g_strdup_printf ("%s\n%s", note, about) : g_strdup (about);

  if (quoted == NULL && *note == '\0')
    return hearth_plain_row_new_for_record (about, "", hearth_record_get_id (step));
  if (quoted == NULL)
    return hearth_plain_row_new_for_record (note, about, hearth_record_get_id (step));
  return hearth_plain_row_new_for_record (quoted, below, hearth_record_get_id (step));
}

static void
add_progress (HearthGoalPage *self, GPtrArray *progress)
{
  AdwPreferencesGroup *group = hearth_plain_page_add_group (self->box, _ ("Progress"), NULL);

  if (progress->len == 0)
    hearth_plain_page_describe_group (group,
                                      _ ("Ask the resident how near it feels, from 0 to 10, now and then."));
  for (guint i = progress->len; i > 0; i--)
    adw_preferences_group_add (group, make_step_row (g_ptr_array_index (progress, i - 1)));
}

/* ---- Actions of the goal ---- */

static void
finish_cb (HearthGoalPage *self, HearthTaskRow *row)
{
  hearth_task_done_dialog_present (GTK_WIDGET (self), self->store, hearth_task_row_get_task (row));
}

static char *
describe_actions (GPtrArray *actions)
{
  unsigned int open = 0, done = hearth_actions_count_done (actions, &open);

  if (actions->len == 0)
    return g_strdup (_ ("What is done for it, who does it, and by when."));
  /* Translators: how many of the actions for a goal are done */
  return g_strdup_printf (_ ("%u of %u done"), done, done + open);
}

static void
add_actions (HearthGoalPage *self)
{
  g_autoptr (GPtrArray) actions =
    hearth_goal_list_actions (self->store, hearth_record_get_id (self->goal), NULL);
  g_autofree char *words = NULL;
  AdwPreferencesGroup *group;

  if (actions == NULL || (actions->len == 0 && !may_write (self, &hearth_task_type)))
    return;
  words = describe_actions (actions);
  group = hearth_plain_page_add_group (self->box, _ ("Who does what"), words);
  for (guint i = 0; i < actions->len; i++)
    {
      GtkWidget *row = hearth_task_row_new (self->store, g_ptr_array_index (actions, i));

      g_signal_connect_object (row, "finish", G_CALLBACK (finish_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
    }
  if (may_write (self, &hearth_task_type))
    adw_preferences_group_add (group,
                               hearth_plain_row_new_button (_ ("Add who does what…"), "list-add-symbolic",
                                                            "page.new-task", NULL));
}

/* ---- Showing ---- */

static GtkWidget *
make_add_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add _progress"));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add progress (Ctrl+N)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new");
  return button;
}

static void
add_head (HearthGoalPage *self, HearthRecord *latest)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *standing = hearth_goal_dup_standing (self->goal);
  GtkWidget *label = gtk_label_new (standing);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (head), hearth_goal_words_new (self->goal, true));
  gtk_box_append (GTK_BOX (head), hearth_goal_bar_new (latest));
  gtk_box_append (GTK_BOX (head), label);
  if (hearth_goal_is_open (self->goal) && hearth_goal_may_add_progress (self->store, self->goal))
    gtk_box_append (GTK_BOX (head), make_add_button ());
  gtk_box_append (self->box, head);
}

static void
add_facts (HearthGoalPage *self)
{
  static const char *const names[] = { "domain",  "measure", "baseline",  "help",
                                       "barrier", "start",   "ended_why", NULL };
  AdwPreferencesGroup *group = hearth_plain_page_add_group (self->box, _ ("About this goal"), NULL);

  for (const char *const *name = names; *name != NULL; name++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_goal_type, *name);
      g_autofree char *value = hearth_facts_dup_value (self->store, self->goal, field);

      if (*value != '\0')
        adw_preferences_group_add (group, hearth_facts_make_row (self->store, self->goal, field, value));
    }
}

static void
show_actions (HearthGoalPage *self)
{
  bool may_add = hearth_goal_may_add_progress (self->store, self->goal);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_add);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new-task", may_write (self, &hearth_task_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", may_write (self, &hearth_goal_type));
}

static void
show (gpointer owner)
{
  HearthGoalPage *self = owner;
  g_autoptr (GPtrArray) progress =
    hearth_goal_list_progress (self->store, hearth_record_get_id (self->goal), NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  bool was_here = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box));

  hearth_plain_page_empty (self->box);
  add_head (self,
            progress != NULL && progress->len > 0 ? g_ptr_array_index (progress, progress->len - 1) : NULL);
  if (progress != NULL)
    add_chart (self, progress);
  add_actions (self);
  if (progress != NULL)
    add_progress (self, progress);
  add_facts (self);
  show_actions (self);
  if (was_here)
    gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
}

/* ---- Actions ---- */

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthGoalPage *self = HEARTH_GOAL_PAGE (widget);

  adw_dialog_present (ADW_DIALOG (hearth_goal_progress_dialog_new (self->store, self->goal, widget)), widget);
}

static void
new_task_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthGoalPage *self = HEARTH_GOAL_PAGE (widget);
  g_autoptr (HearthRecord) task = hearth_task_new (self->store, self->goal);

  push_form (self, task);
}

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthGoalPage *self = HEARTH_GOAL_PAGE (widget);

  push_form (self, self->goal);
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthGoalPage *self = HEARTH_GOAL_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->goal);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_goal_page_renew (HearthFilePage *page)
{
  HearthGoalPage *self = HEARTH_GOAL_PAGE (page);
  g_autoptr (HearthRecord) goal = hearth_store_load (self->store, hearth_record_get_id (self->goal), NULL);

  return goal != NULL ? ADW_NAVIGATION_PAGE (hearth_goal_page_new (self->store, goal)) : NULL;
}

static void
hearth_goal_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_goal_page_renew;
}

/* What was saved on another page was not followed there. */
static void
hearth_goal_page_showing (AdwNavigationPage *page)
{
  ADW_NAVIGATION_PAGE_CLASS (hearth_goal_page_parent_class)->showing (page);
  show (page);
}

static void
hearth_goal_page_dispose (GObject *object)
{
  HearthGoalPage *self = HEARTH_GOAL_PAGE (object);

  g_clear_object (&self->goal);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hearth_goal_page_parent_class)->dispose (object);
}

static void
hearth_goal_page_class_init (HearthGoalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_goal_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hearth_goal_page_showing;
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-task", NULL, new_task_action_cb);
}

static void
hearth_goal_page_init (HearthGoalPage *self)
{
}

static void
add_buttons (HearthGoalPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *more = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Change what is written"), "page.edit");
  g_menu_append (menu, _ ("New _task…"), "page.new-task");
  g_menu_append (menu, _ ("_History"), "page.history");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (more), TRUE);
  gtk_widget_set_tooltip_text (more, _ ("More"));
  adw_header_bar_pack_end (self->bar, more);
}

/* ---- Public ---- */

HearthGoalPage *
hearth_goal_page_new (HearthStore *store, HearthRecord *goal)
{
  HearthGoalPage *self = g_object_new (HEARTH_TYPE_GOAL_PAGE, NULL);
  g_autofree char *who = hearth_store_dup_link_title (store, hearth_record_get_resident (goal));

  self->store = g_object_ref (store);
  self->goal = g_object_ref (goal);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Goal"), who, &self->bar);
  add_buttons (self);
  hearth_follow (self, store, "saved", show);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_record_get_resident (goal));
  show (self);
  return self;
}

AdwNavigationPage *
hearth_goal_make_page (HearthStore *store, HearthRecord *goal, GError **error)
{
  return ADW_NAVIGATION_PAGE (hearth_goal_page_new (store, goal));
}

void
hearth_goal_fill_in (HearthStore *store, HearthRecord *goal)
{
  const char *resident = hearth_record_get_resident (goal);
  g_autoptr (HearthRecord) plan =
    *resident != '\0' ? hearth_care_plan_find_active (store, resident, NULL) : NULL;

  if (plan != NULL && !hearth_record_has (goal, "plan"))
    hearth_record_set (goal, "plan", hearth_record_get_id (plan));
  if (!hearth_record_has (goal, "status"))
    hearth_record_set (goal, "status", "active");
}

AdwNavigationPage *
hearth_goal_make_parting (HearthStore *store, HearthRecord *goal)
{
  return ADW_NAVIGATION_PAGE (hearth_goal_page_new (store, goal));
}
