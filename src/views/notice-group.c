/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notices below headings: rows that open what they are about.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/notice-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "views/plain-page.h"

/* What is longer is read in the record. */
#define MOST_LINES 4

static char *
format_day (const char *day, const char *today)
{
  switch (hearth_date_days_between (day, today))
    {
    case 0:
      return g_strdup (g_str_equal (day, today) ? _ ("today") : "");
    case 1:
      return g_strdup (_ ("yesterday"));
    case -1:
      return g_strdup (_ ("tomorrow"));
    default:
      return hearth_date_format (day);
    }
}

/* What it is, which record where the words do not say it, and the day. */
static char *
describe (const HearthNotice *notice, const char *today)
{
  g_autofree char *day = *notice->day != '\0' ? format_day (notice->day, today) : g_strdup ("");
  g_autofree char *title = notice->record != NULL ? hearth_record_dup_title (notice->record) : g_strdup ("");
  g_autoptr (GString) words = g_string_new (notice->detail);

  if (*title != '\0' && !g_str_equal (title, notice->title) && strstr (notice->detail, title) == NULL)
    /* First-strong isolate: a name must not turn round what stands beside it. */
    g_string_append_printf (words, "%s\u2068%s\u2069", words->len > 0 ? " · " : "", title);
  if (*day != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", day);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static GtkWidget *
make_urgent (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (words);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (box, "warning");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
set_target (GtkActionable *row, const HearthNotice *notice)
{
  if (notice->record != NULL)
    gtk_actionable_set_action_target (row, "s", hearth_record_get_id (notice->record));
  gtk_actionable_set_action_name (row, notice->record != NULL ? "win.open-record" : "win.recovery-sheet");
}

static GtkWidget *
make_row (const HearthNotice *notice, const char *today, const char *urgent)
{
  const HearthRecordType *type =
    notice->record != NULL ? hearth_record_get_record_type (notice->record) : NULL;
  const char *kind = type != NULL ? _ (type->label) : _ ("Recovery sheet");
  GtkWidget *row = adw_action_row_new (),
            *icon =
              gtk_image_new_from_icon_name (type != NULL ? type->icon_name : "hearth-lock-key-symbolic");
  g_autofree char *subtitle = describe (notice, today);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, kind, -1);
  gtk_widget_set_tooltip_text (icon, kind);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *notice->title != '\0' ? notice->title : kind);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MOST_LINES);
  if (notice->urgent)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_urgent (urgent));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_target (GTK_ACTIONABLE (row), notice);
  return row;
}

static GtkListBox *
add_group (GtkBox *box, const char *title)
{
  return hearth_plain_page_add_list (hearth_plain_page_add_group (box, title, NULL), title);
}

static void
add_nothing (GtkBox *box, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (box, label);
}

void
hearth_notice_groups_show (GtkBox *box,
                           GPtrArray *notices,
                           const char *today,
                           const char *urgent,
                           const char *nothing)
{
  const char *group = NULL;
  GtkListBox *list = NULL;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
  for (guint i = 0; i < notices->len; i++)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i);

      if (g_strcmp0 (group, notice->group) != 0)
        {
          group = notice->group;
          list = add_group (box, _ (group));
        }
      gtk_list_box_append (list, make_row (notice, today, urgent));
    }
  if (notices->len == 0)
    add_nothing (box, nothing);
}
