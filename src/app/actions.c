/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything that has a key of its own: one table for accelerators, the shortcuts dialog and search.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/actions.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

static bool
may_back_up (HearthStore *store)
{
  return hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_BACKUP);
}

static bool
may_admit (HearthStore *store)
{
  HearthPolicy *policy = hearth_store_get_policy (store);

  return hearth_policy_may_write (policy, &hearth_resident_type, NULL, NULL) &&
         hearth_policy_may_write (policy, &hearth_stay_type, NULL, NULL) &&
         hearth_policy_may_write (policy, &hearth_admission_type, NULL, NULL);
}

#define GENERAL N_ ("General")
#define PAGE N_ ("On a page")
#define FORM N_ ("In a form")
#define ATTACHED N_ ("In an attached file")
#define SHIFT N_ ("In the shift")
#define SECTIONS N_ ("Go to")

static const HearthActionInfo actions[] = {
  { .name = "win.search", .accel = "<Control>k", .label = N_ ("Search everything"), .group = GENERAL },
  { .name = "win.lock",
    .accel = "<Control>l",
    .label = N_ ("Lock now"),
    .group = GENERAL,
    .in_search = true },
  { .name = "win.cover",
    .accel = "F9",
    .label = N_ ("Cover the screen"),
    .group = GENERAL,
    .in_search = true },
  { .name = "win.change-person",
    .accel = "<Control><Shift>l",
    .label = N_ ("Change person"),
    .group = GENERAL,
    .in_search = true },
  { .name = "win.account", .accel = "", .label = N_ ("Your account"), .group = GENERAL, .in_search = true },
  { .name = "win.admit::",
    .accel = "<Control><Shift>n",
    .label = N_ ("Admit a resident"),
    .group = GENERAL,
    .in_search = true,
    .is_for = may_admit },
  { .name = "win.back-up",
    .accel = "",
    .label = N_ ("Back up now"),
    .group = GENERAL,
    .in_search = true,
    .is_for = may_back_up },
  { .name = "win.copies",
    .accel = "",
    .label = N_ ("Copies of the house"),
    .group = GENERAL,
    .in_search = true,
    .is_for = may_back_up },
  { .name = "win.preferences",
    .accel = "<Control>comma",
    .label = N_ ("Preferences"),
    .group = GENERAL,
    .in_search = true },
  { .name = "win.menu", .accel = "F10", .label = N_ ("Main menu"), .group = GENERAL },
  { .name = "win.shortcuts",
    .accel = "<Control>question",
    .label = N_ ("Keyboard shortcuts"),
    .group = GENERAL,
    .in_search = true },
  { .name = "win.help", .accel = "F1", .label = N_ ("Help"), .group = GENERAL, .in_search = true },
  { .name = "win.about", .accel = "", .label = N_ ("About Hearth"), .group = GENERAL, .in_search = true },
  { .name = "window.close", .accel = "<Control>w", .label = N_ ("Close the window"), .group = GENERAL },
  { .name = "app.quit", .accel = "<Control>q", .label = N_ ("Quit"), .group = GENERAL },
  { .name = "win.new", .accel = "<Control>n", .label = N_ ("New"), .group = PAGE },
  { .name = "win.find", .accel = "<Control>f", .label = N_ ("Find in this list"), .group = PAGE },
  { .name = "win.print", .accel = "<Control>p", .label = N_ ("Print"), .group = PAGE },
  { .name = "win.back", .accel = "<Alt>Left", .label = N_ ("Back"), .group = PAGE },
  { .name = "win.history", .accel = "<Control>h", .label = N_ ("History of this entry"), .group = PAGE },
  { .name = "win.undo", .accel = "<Control>z", .label = N_ ("Undo what was just done"), .group = PAGE },
  { .name = "win.save", .accel = "<Control>s", .label = N_ ("Save"), .group = FORM },
  { .name = "text.undo", .accel = "<Control>z", .label = N_ ("Undo typing"), .group = FORM },
  { .name = "text.redo", .accel = "<Control><Shift>z", .label = N_ ("Redo typing"), .group = FORM },
  { .name = "page.zoom-in", .accel = "<Control>plus", .label = N_ ("Larger"), .group = ATTACHED },
  { .name = "page.zoom-out", .accel = "<Control>minus", .label = N_ ("Smaller"), .group = ATTACHED },
  { .name = "page.zoom-fit", .accel = "<Control>0", .label = N_ ("Fit the window"), .group = ATTACHED },
  { .name = "page.turn", .accel = "<Control>r", .label = N_ ("Turn to the right"), .group = ATTACHED },
  { .name = "page.choose", .accel = "1", .label = N_ ("Choose the first, and so on"), .group = SHIFT },
  { .name = "page.row-usual",
    .accel = "0",
    .label = N_ ("As usual, and to the next resident"),
    .group = SHIFT },
  { .name = "page.next-empty", .accel = "Tab", .label = N_ ("To what is still empty"), .group = SHIFT },
  { .name = "page.words", .accel = "F2", .label = N_ ("Say more in words"), .group = SHIFT },
  { .name = "page.earlier", .accel = "<Alt>Page_Up", .label = N_ ("Earlier shift"), .group = SHIFT },
  { .name = "page.later", .accel = "<Alt>Page_Down", .label = N_ ("Later shift"), .group = SHIFT },
  { .name = "page.sign", .accel = "<Control>Return", .label = N_ ("Sign the shift"), .group = SHIFT },
};

/* The table above and one row for each section. */
static GArray *
make_table (void)
{
  GArray *table = g_array_new (TRUE, FALSE, sizeof (HearthActionInfo));
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections);

  g_array_append_vals (table, actions, G_N_ELEMENTS (actions));
  for (unsigned int i = 0; i < n_sections; i++)
    {
      HearthActionInfo info = {
        .name = g_strconcat ("win.section::", sections[i].name, NULL),
        .accel = sections[i].accel,
        .label = sections[i].label,
        .group = SECTIONS,
        .in_search = true,
        .section = &sections[i],
      };

      g_array_append_val (table, info);
    }
  return table;
}

static GtkWidget *
make_row (const HearthActionInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_label_new (NULL);
  guint key;
  GdkModifierType modifiers;
  g_autofree char *label = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (info->label));
  gtk_accelerator_parse (info->accel, &key, &modifiers);
  label = gtk_accelerator_get_label (key, modifiers);
  gtk_label_set_text (GTK_LABEL (keys), label);
  gtk_widget_add_css_class (keys, "dimmed");
  gtk_widget_add_css_class (keys, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

const HearthActionInfo *
hearth_actions_get_table (void)
{
  static GArray *table;

  if (table == NULL)
    table = make_table ();
  return (const HearthActionInfo *) (gpointer) table->data;
}

void
hearth_actions_install (GtkApplication *application)
{
  for (const HearthActionInfo *info = hearth_actions_get_table (); info->name != NULL; info++)
    {
      const char *accels[] = { info->accel, NULL };

      /* Text fields bring their own keys for undo, and so do pages for what only they do. */
      if (*info->accel != '\0' && !g_str_has_prefix (info->name, "text.") &&
          !g_str_has_prefix (info->name, "page."))
        gtk_application_set_accels_for_action (application, info->name, accels);
    }
}

bool
hearth_action_is_for (const HearthActionInfo *info, HearthStore *store)
{
  if (store == NULL)
    return info->section == NULL && info->is_for == NULL && g_str_equal (info->group, GENERAL);
  return (info->section == NULL || hearth_section_is_for (info->section, store)) &&
         (info->is_for == NULL || info->is_for (store));
}

AdwDialog *
hearth_actions_make_shortcuts_dialog (HearthStore *store)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  const char *group_title = NULL;

  for (const HearthActionInfo *info = hearth_actions_get_table (); info->name != NULL; info++)
    {
      if (*info->accel == '\0' || !hearth_action_is_for (info, store))
        continue;
      if (group_title == NULL || !g_str_equal (group_title, info->group))
        {
          group_title = info->group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (group_title));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      adw_preferences_group_add (group, make_row (info));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard shortcuts"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
