/* SPDX-License-Identifier: GPL-3.0-or-later
 * The frame of a page that is one column of groups.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/plain-page.h"

#include <glib/gi18n-lib.h>

#include "store/store.h"

#define WIDEST 720

AdwHeaderBar *
hearth_plain_page_frame (AdwNavigationPage *page, const char *title, const char *subtitle, GtkWidget *content)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();

  g_return_val_if_fail (ADW_IS_NAVIGATION_PAGE (page), NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar),
                                   adw_window_title_new (title, subtitle != NULL ? subtitle : ""));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_navigation_page_set_title (page, title);
  adw_navigation_page_set_child (page, view);
  return ADW_HEADER_BAR (bar);
}

GtkBox *
hearth_plain_page_fill (AdwNavigationPage *page, const char *title, const char *subtitle, AdwHeaderBar **bar)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  AdwHeaderBar *made;

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  made = hearth_plain_page_frame (page, title, subtitle, scroller);
  if (bar != NULL)
    *bar = made;
  return GTK_BOX (box);
}

void
hearth_plain_page_empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Groups and status pages read some of their words as markup. */
static char *
escape (const char *words)
{
  return words != NULL ? g_markup_escape_text (words, -1) : NULL;
}

AdwPreferencesGroup *
hearth_plain_page_add_group (GtkBox *box, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = escape (title);

  adw_preferences_group_set_title (group, escaped != NULL ? escaped : "");
  hearth_plain_page_describe_group (group, description);
  gtk_box_append (box, GTK_WIDGET (group));
  return group;
}

void
hearth_plain_page_describe_group (AdwPreferencesGroup *group, const char *words)
{
  g_autofree char *escaped = escape (words);

  adw_preferences_group_set_description (group, escaped);
}

GtkListBox *
hearth_plain_page_add_list (AdwPreferencesGroup *group, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, list);
  return GTK_LIST_BOX (list);
}

AdwStatusPage *
hearth_plain_page_add_status (GtkBox *box, const char *icon_name, const char *title, const char *description)
{
  AdwStatusPage *status = ADW_STATUS_PAGE (adw_status_page_new ());
  g_autofree char *about = escape (description);

  adw_status_page_set_icon_name (status, icon_name);
  adw_status_page_set_title (status, title);
  adw_status_page_set_description (status, about);
  gtk_box_append (box, GTK_WIDGET (status));
  return status;
}

void
hearth_plain_page_add_error (GtkBox *box, const GError *error)
{
  g_autofree char *sentence = hearth_store_error_to_sentence (error);

  hearth_plain_page_add_status (box, "dialog-error-symbolic", _ ("This cannot be shown"), sentence);
}
