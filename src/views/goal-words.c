/* SPDX-License-Identifier: GPL-3.0-or-later
 * A goal in words: the resident's own first, the worker's below; how near it is; and a row of it in a list.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/goal-words.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans.h"
#include "views/goal-progress-dialog.h"
#include "views/isolate.h"
#include "widgets/words.h"

#define MOST_PROGRESS 10

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_quote (const char *words, bool large)
{
  g_autofree char *quoted = hearth_words_quote (words);
  GtkWidget *label = make_label (quoted, large ? "title-3" : NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  return label;
}

GtkWidget *
hearth_goal_words_new (HearthRecord *goal, bool large)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, large ? 6 : 3);
  const char *own = hearth_record_get (goal, "own");

  if (*own != '\0')
    gtk_box_append (GTK_BOX (box), make_quote (own, large));
  gtk_box_append (GTK_BOX (box), make_label (hearth_record_get (goal, "text"), large          ? "heading"
                                                                               : *own != '\0' ? "dimmed"
                                                                                              : NULL));
  return box;
}

GtkWidget *
hearth_goal_bar_new (HearthRecord *progress)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MOST_PROGRESS);
  g_autofree char *words = NULL;

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar),
                           progress != NULL ? (double) hearth_record_get_integer (progress, "value", 0) : 0);
  /* A low value is no warning. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  if (progress != NULL)
    {
      g_autofree char *value = hearth_record_dup_title (progress);
      g_autofree char *day = hearth_isolate (hearth_date_format (hearth_record_get (progress, "date")));

      words = g_strdup_printf ("%s · %s", value, day);
    }
  else
    words = g_strdup (_ ("No progress written down yet"));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_label (words, "caption"));
  return box;
}

char *
hearth_goal_dup_standing (HearthRecord *goal)
{
  g_autofree char *status =
    hearth_record_format (goal, hearth_record_type_lookup_field (&hearth_goal_type, "status"), "");
  const char *date = hearth_record_get (goal, hearth_goal_is_open (goal) ? "target" : "ended_on");
  g_autofree char *day = hearth_isolate (hearth_date_format (date));

  if (*day == '\0')
    return g_steal_pointer (&status);
  if (hearth_goal_is_open (goal))
    /* Translators: how a goal stands, and the day by which it is to be reached */
    return g_strdup_printf (_ ("%s · by %s"), status, day);
  return g_strdup_printf ("%s · %s", status, day);
}

/* ---- The row ---- */

typedef struct {
  HearthStore *store;
  HearthRecord *goal;
} Adding;

static void
adding_free (gpointer data, GClosure *closure)
{
  Adding *adding = data;

  g_object_unref (adding->store);
  g_object_unref (adding->goal);
  g_free (adding);
}

static void
add_clicked_cb (GtkWidget *button, Adding *adding)
{
  /* The row may be made anew before the dialog is done; its page stays. */
  GtkWidget *page = gtk_widget_get_ancestor (button, ADW_TYPE_NAVIGATION_PAGE);

  adw_dialog_present (ADW_DIALOG (hearth_goal_progress_dialog_new (adding->store, adding->goal, page)), page);
}

static GtkWidget *
make_add_button (HearthStore *store, HearthRecord *goal)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  Adding *adding = g_new0 (Adding, 1);

  adding->store = g_object_ref (store);
  adding->goal = g_object_ref (goal);
  gtk_widget_set_tooltip_text (button, _ ("Add progress"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hearth_record_get (goal, "text"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (add_clicked_cb), adding, adding_free, 0);
  return button;
}

static GtkWidget *
make_row_words (HearthStore *store, HearthRecord *goal)
{
  g_autoptr (HearthRecord) progress =
    hearth_goal_find_latest_progress (store, hearth_record_get_id (goal), NULL);
  g_autofree char *standing = hearth_goal_dup_standing (goal);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), hearth_goal_words_new (goal, false));
  gtk_box_append (GTK_BOX (words), hearth_goal_bar_new (progress));
  gtk_box_append (GTK_BOX (words), make_label (standing, "caption"));
  return words;
}

GtkWidget *
hearth_goal_row_new (HearthStore *store, HearthRecord *goal)
{
  GtkWidget *row = adw_preferences_row_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_record_get (goal, "text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hearth_record_get (goal, "text"), -1);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 12);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  gtk_box_append (GTK_BOX (content), make_row_words (store, goal));
  if (hearth_goal_is_open (goal) && hearth_goal_may_add_progress (store, goal))
    gtk_box_append (GTK_BOX (content), make_add_button (store, goal));
  gtk_widget_set_valign (arrow, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hearth_record_get_id (goal));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  return row;
}
