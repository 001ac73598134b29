/* SPDX-License-Identifier: GPL-3.0-or-later
 * What each role may see and do, in words: one role at a time, or all of them in a table.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/roles-page.h"

#include <glib/gi18n-lib.h>

#include "records/registry.h"
#include "rules/key-requests.h"
#include "views/staff-keys.h"
#include "views/staff-words.h"
#include "widgets/lock-mark.h"

struct _HearthRolesPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwPreferencesPage *one_page;
  AdwPreferencesGroup *role_group;
  AdwComboRow *role_row;
  GtkGrid *table;

  /* Owned */
  GPtrArray *groups; /* of the role that is shown; borrowed from the page */
};

G_DEFINE_FINAL_TYPE (HearthRolesPage, hearth_roles_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- One role ---- */

static AdwPreferencesGroup *
add_group (HearthRolesPage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->one_page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
make_row (const char *icon_name, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

/* The more a role may, the further up; what is not among them comes before the last. */
static int
get_rank (const HearthRole *role, const HearthRecordType *type)
{
  int rank = 0;

  rank += hearth_role_may (role, type, HEARTH_VERB_READ) ? 4 : 0;
  rank += hearth_role_may (role, type, HEARTH_VERB_ADD) ? 2 : 0;
  rank += hearth_role_may (role, type, HEARTH_VERB_CHANGE) ? 1 : 0;
  return rank;
}

static void
add_types (HearthRolesPage *self, const HearthRole *role, int rank)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  AdwPreferencesGroup *group = NULL;

  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autofree char *words = NULL;

      if (get_rank (role, types[i]) != rank)
        continue;
      words = hearth_role_describe (role, types[i]);
      if (group == NULL)
        group = add_group (self, rank == 0 ? _ ("Does not see") : words);
      adw_preferences_group_add (group, make_row (rank == 0 ? HEARTH_ICON_LOCKED : types[i]->icon_name,
                                                  _ (types[i]->label_plural)));
    }
}

static void
add_actions (HearthRolesPage *self, const HearthRole *role)
{
  AdwPreferencesGroup *may = NULL, *may_not = NULL;

  for (int action = 0; action < HEARTH_N_ACTIONS; action++)
    if (hearth_role_may_do (role, action))
      {
        if (may == NULL)
          may = add_group (self, _ ("May do"));
        adw_preferences_group_add (may, make_row ("object-select-symbolic", hearth_action_describe (action)));
      }
  for (int action = 0; action < HEARTH_N_ACTIONS; action++)
    if (!hearth_role_may_do (role, action))
      {
        if (may_not == NULL)
          may_not = add_group (self, _ ("Does not do"));
        adw_preferences_group_add (may_not, make_row (HEARTH_ICON_LOCKED, hearth_action_describe (action)));
      }
}

static void
add_keys (HearthRolesPage *self, const HearthRole *role)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Keys"));

  if (*role->compartments == NULL)
    adw_preferences_group_set_description (group, _ ("This role asks for no key: it reads nothing sealed."));
  for (const char *const *name = role->compartments; *name != NULL; name++)
    {
      GtkWidget *row =
        make_row (hearth_compartment_get (*name)->icon_name, hearth_compartment_get_label (*name));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hearth_compartment_describe (*name));
      adw_preferences_group_add (group, row);
    }
}

static void
show_role (HearthRolesPage *self, const HearthRole *role)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->one_page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  adw_preferences_group_set_description (self->role_group, _ (role->words));
  add_keys (self, role);
  for (int rank = 7; rank >= 0; rank--)
    add_types (self, role, rank);
  add_actions (self, role);
  hearth_staff_keys_explain (add_group (self, _ ("What keeps things apart")));
}

/* ---- All roles ---- */

static GtkWidget *
make_cell (const char *text, GtkAccessibleRole role, const char *style)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "xalign", 0.0, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A row of cells that a screen reader takes for one. */
static void
fill_row (HearthRolesPage *self, int y, const char *head, const HearthRecordType *type)
{
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);

  gtk_grid_attach (self->table, make_cell (head, GTK_ACCESSIBLE_ROLE_ROW_HEADER, "heading"), 0, y, 1, 1);
  for (unsigned int i = 0; i < n_roles; i++)
    {
      g_autofree char *words =
        type != NULL ? hearth_role_describe (&roles[i], type) : hearth_staff_dup_role (roles[i].code);

      gtk_grid_attach (self->table,
                       make_cell (words,
                                  type != NULL ? GTK_ACCESSIBLE_ROLE_CELL : GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                  type != NULL ? NULL : "heading"),
                       (int) i + 1, y, 1, 1);
    }
}

static void
fill_table (HearthRolesPage *self)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  fill_row (self, 0, "", NULL);
  for (unsigned int i = 0; i < n_types; i++)
    fill_row (self, (int) i + 1, _ (types[i]->label_plural), types[i]);
}

/* ---- Callbacks ---- */

static void
role_selected_cb (HearthRolesPage *self)
{
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);
  guint selected = adw_combo_row_get_selected (self->role_row);

  if (self->groups != NULL && selected < n_roles)
    show_role (self, &roles[selected]);
}

/* ---- Overrides ---- */

static void
hearth_roles_page_dispose (GObject *object)
{
  HearthRolesPage *self = HEARTH_ROLES_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_ROLES_PAGE);

  G_OBJECT_CLASS (hearth_roles_page_parent_class)->dispose (object);
}

static void
hearth_roles_page_class_init (HearthRolesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_roles_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/roles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRolesPage, one_page);
  gtk_widget_class_bind_template_child (widget_class, HearthRolesPage, role_group);
  gtk_widget_class_bind_template_child (widget_class, HearthRolesPage, role_row);
  gtk_widget_class_bind_template_child (widget_class, HearthRolesPage, table);
  gtk_widget_class_bind_template_callback (widget_class, role_selected_cb);
}

static void
hearth_roles_page_init (HearthRolesPage *self)
{
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  for (unsigned int i = 0; i < n_roles; i++)
    gtk_string_list_take (names, hearth_staff_dup_role (roles[i].code));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (names));
  fill_table (self);
}

/* ---- Public ---- */

HearthRolesPage *
hearth_roles_page_new (const char *role)
{
  HearthRolesPage *self = g_object_new (HEARTH_TYPE_ROLES_PAGE, NULL);
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);

  for (unsigned int i = 0; role != NULL && i < n_roles; i++)
    if (g_str_equal (roles[i].code, role))
      adw_combo_row_set_selected (self->role_row, i);
  role_selected_cb (self);
  return self;
}
