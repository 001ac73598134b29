/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saying how near a goal is: a scale from 0 to 10, and the resident's own words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/goal-progress-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans.h"
#include "views/goal-words.h"
#include "views/isolate.h"
#include "views/tell.h"
#include "views/undo.h"
#include "widgets/record-form.h"

#define WIDTH 460

struct _HearthGoalProgressDialog {
  AdwDialog parent_instance;

  /* Borrowed */
  GtkRange *scale;
  HearthRecordForm *form;

  /* Weak */
  GtkWidget *near;

  /* Owned */
  HearthStore *store;
  HearthRecord *progress;
};

G_DEFINE_FINAL_TYPE (HearthGoalProgressDialog, hearth_goal_progress_dialog, ADW_TYPE_DIALOG)

bool
hearth_goal_may_add_progress (HearthStore *store, HearthRecord *goal)
{
  return !g_str_equal (hearth_record_get (goal, "state"), HEARTH_STATE_IN_ERROR) &&
         hearth_policy_may_write (hearth_store_get_policy (store), &hearth_goal_progress_type, NULL,
                                  hearth_record_get_resident (goal));
}

/* ---- Saving ---- */

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthGoalProgressDialog *self = HEARTH_GOAL_PROGRESS_DIALOG (widget);
  g_autofree char *value = g_strdup_printf ("%d", (int) gtk_range_get_value (self->scale));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (self->progress, "value", value);
  if (!hearth_record_form_commit (self->form, NULL))
    return;
  if (!hearth_store_save (self->store, self->progress, NULL, &problems, &error))
    {
      if (problems != NULL && problems->len > 0)
        hearth_record_form_show_problems (self->form, problems);
      else
        hearth_tell_error (GTK_WIDGET (self), _ ("The progress could not be saved"), error);
      return;
    }
  if (self->near != NULL)
    hearth_undo_offer_new (self->near, self->store, self->progress);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_force_close (ADW_DIALOG (widget));
}

/* ---- Making ---- */

/* "Last: 4 of 10, 3 May 2026" */
static char *
describe_last (HearthRecord *last)
{
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;

  if (last == NULL)
    return g_strdup (_ ("Nothing was said yet"));
  value = hearth_record_dup_title (last);
  day = hearth_isolate (hearth_date_format (hearth_record_get (last, "date")));
  /* Translators: "4 of 10", and a day */
  return g_strdup_printf (_ ("Last: %s, %s"), value, day);
}

static GtkWidget *
make_scale (HearthGoalProgressDialog *self, HearthRecord *last)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_goal_progress_type, "value");
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, field->minimum, field->maximum, 1);

  self->scale = GTK_RANGE (scale);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_digits (GTK_SCALE (scale), 0);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_TOP);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);
  for (int value = (int) field->minimum; value <= (int) field->maximum; value++)
    gtk_scale_add_mark (GTK_SCALE (scale), value, GTK_POS_BOTTOM, NULL);
  gtk_range_set_value (GTK_RANGE (scale),
                       last != NULL ? (double) hearth_record_get_integer (last, "value", 0) : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (field->hint), -1);
  return scale;
}

static GtkWidget *
make_ends (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *begin = gtk_label_new (_ ("Not begun")), *end = gtk_label_new (_ ("There"));

  gtk_widget_add_css_class (begin, "caption");
  gtk_widget_add_css_class (end, "caption");
  gtk_widget_set_hexpand (begin, TRUE);
  gtk_label_set_xalign (GTK_LABEL (begin), 0);
  gtk_box_append (GTK_BOX (box), begin);
  gtk_box_append (GTK_BOX (box), end);
  return box;
}

static GtkWidget *
make_scale_group (HearthGoalProgressDialog *self, HearthRecord *goal, HearthRecord *last)
{
  GtkWidget *group = adw_preferences_group_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = hearth_goal_words_new (goal, false), *before;
  g_autofree char *sentence = describe_last (last);

  before = gtk_label_new (sentence);
  gtk_widget_add_css_class (before, "dimmed");
  gtk_widget_set_margin_bottom (words, 12);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), make_scale (self, last));
  gtk_box_append (GTK_BOX (box), make_ends ());
  gtk_box_append (GTK_BOX (box), before);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  return group;
}

static GtkWidget *
make_form_group (HearthGoalProgressDialog *self, const char *today)
{
  static const char *const fields[] = { "said", "seen_by", "note", "date", NULL };
  GtkWidget *group = adw_preferences_group_new ();

  self->form = hearth_record_form_new_rows (self->progress, today, fields, ADW_PREFERENCES_GROUP (group));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->form));
  return group;
}

static GtkWidget *
make_content (HearthGoalProgressDialog *self, HearthRecord *goal, HearthRecord *last, const char *today)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_scale_group (self, goal, last)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_form_group (self, today)));
  return page;
}

static GtkWidget *
make_header_bar (void)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel")),
            *save = gtk_button_new_with_mnemonic (_ ("_Save"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "dialog.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "dialog.save");
  gtk_widget_add_css_class (save, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), save);
  return bar;
}

/* ---- Overrides ---- */

static void
hearth_goal_progress_dialog_dispose (GObject *object)
{
  HearthGoalProgressDialog *self = HEARTH_GOAL_PROGRESS_DIALOG (object);

  g_clear_weak_pointer (&self->near);
  g_clear_object (&self->store);
  g_clear_object (&self->progress);
  G_OBJECT_CLASS (hearth_goal_progress_dialog_parent_class)->dispose (object);
}

static void
hearth_goal_progress_dialog_class_init (HearthGoalProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_goal_progress_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
hearth_goal_progress_dialog_init (HearthGoalProgressDialog *self)
{
}

/* ---- Public ---- */

HearthGoalProgressDialog *
hearth_goal_progress_dialog_new (HearthStore *store, HearthRecord *goal, GtkWidget *near)
{
  HearthGoalProgressDialog *self = g_object_new (HEARTH_TYPE_GOAL_PROGRESS_DIALOG, NULL);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (HearthRecord) last = hearth_goal_find_latest_progress (store, hearth_record_get_id (goal), NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->store = g_object_ref (store);
  self->progress = hearth_record_new (&hearth_goal_progress_type);
  hearth_record_set (self->progress, "resident", hearth_record_get_resident (goal));
  hearth_record_set (self->progress, "goal", hearth_record_get_id (goal));
  hearth_record_set (self->progress, "date", today);
  hearth_record_set (self->progress, "seen_by", "together");
  g_set_weak_pointer (&self->near, near);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header_bar ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self, goal, last, today));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("How near is it?"));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->scale));
  return self;
}
