/* SPDX-License-Identifier: GPL-3.0-or-later
 * The open house: a sidebar of sections, and the pages of the section that is shown.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/house-pane.h"

#include <glib/gi18n-lib.h>

#include "app/section.h"
#include "app/verify-dialog.h"
#include "app/welcome-bar.h"
#include "app/window.h"
#include "records/types.h"
#include "views/admission-page.h"
#include "views/begin.h"
#include "views/editor-page.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/record-kinds.h"
#include "views/reports-page.h"
#include "views/sheet-page.h"
#include "views/tell.h"

struct _HearthHousePane {
  AdwBreakpointBin parent_instance;

  /* Template widgets */
  HearthWelcomeBar *welcome_bar;
  GtkLabel *demo_label;
  AdwBanner *read_only_banner;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkListBox *sidebar_list;
  GtkMenuButton *menu_button;
  GtkButton *person_button;
  GtkLabel *person_label;
  GtkLabel *role_label;
  GtkStack *sections;

  /* Owned */
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthHousePane, hearth_house_pane, ADW_TYPE_BREAKPOINT_BIN)

/* ---- Helpers ---- */

static GtkWidget *
make_sidebar_row (const HearthSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (section->label));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (section->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (section->label),
                                  -1);
  return row;
}

/* The heading of a group stands above the first of its rows that this person sees. */
static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections);
  const char *group = sections[gtk_list_box_row_get_index (row)].group;
  const char *group_before = before != NULL ? sections[gtk_list_box_row_get_index (before)].group : NULL;
  GtkWidget *label;

  if (group == NULL || before == NULL || g_strcmp0 (group, group_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_ (group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_box_row_set_header (row, label);
}

static AdwNavigationView *
get_navigation (HearthHousePane *self)
{
  return ADW_NAVIGATION_VIEW (gtk_stack_get_visible_child (self->sections));
}

/* What is shown from the menu has no row to be seen. */
static void
mark_row (HearthHousePane *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar_list, index);

  gtk_list_box_select_row (self->sidebar_list, gtk_widget_get_visible (GTK_WIDGET (row)) ? row : NULL);
}

/* Sections are made when they are first shown, so that the window is there at once. */
static AdwNavigationView *
ensure_section (HearthHousePane *self, const HearthSection *section)
{
  GtkWidget *navigation = gtk_stack_get_child_by_name (self->sections, section->name);

  if (navigation == NULL)
    {
      navigation = adw_navigation_view_new ();
      adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                                hearth_section_make_page (section, self->store));
      gtk_stack_add_named (self->sections, navigation, section->name);
    }
  return ADW_NAVIGATION_VIEW (navigation);
}

static void
pop_to_first (AdwNavigationView *navigation)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (navigation);
  g_autoptr (AdwNavigationPage) first = g_list_model_get_item (pages, 0);

  adw_navigation_view_pop_to_page (navigation, first);
}

static void
show_rows (HearthHousePane *self)
{
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections);

  for (unsigned int i = 0; i < n_sections; i++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->sidebar_list, (int) i)),
                            !sections[i].in_menu && hearth_section_is_for (&sections[i], self->store));
  gtk_list_box_invalidate_headers (self->sidebar_list);
}

/* The sections of this person's role; where there is none, a page that says so. */
static void
show_sections (HearthHousePane *self)
{
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections), *first = NULL;

  for (unsigned int i = 0; first == NULL && i < n_sections; i++)
    if (hearth_section_is_for (&sections[i], self->store))
      first = &sections[i];
  show_rows (self);
  if (first != NULL)
    hearth_house_pane_show_section (self, first->name);
}

/* What was typed is kept before its page goes. */
static void
keep_typed (AdwNavigationPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "page.keep-draft", NULL);
}

/* The first page of a section: one made by hand gathers what it shows, a list follows by itself. */
static AdwNavigationPage *
renew_first (HearthHousePane *self, const HearthSection *section, AdwNavigationPage *first)
{
  return section->make != NULL || section->area != NULL ? hearth_section_make_page (section, self->store)
                                                        : first;
}

/* The pages of a section, as far as they may still be shown; false where some of them may not. */
static bool
renew_pages (HearthHousePane *self, const HearthSection *section, AdwNavigationView *navigation)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (navigation);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (pages), i;

  for (i = 0; i < n; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);
      AdwNavigationPage *renewed = page;

      if (i == 0)
        renewed = renew_first (self, section, page);
      else if (HEARTH_IS_FILE_PAGE (page) && hearth_file_page_is_outdated (HEARTH_FILE_PAGE (page)))
        renewed = hearth_file_page_renew (HEARTH_FILE_PAGE (page));
      if (renewed == NULL)
        break;
      g_ptr_array_add (kept, renewed == page ? g_object_ref (page) : g_object_ref_sink (renewed));
    }
  for (guint j = i; j < n; j++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, j);

      keep_typed (page);
    }
  adw_navigation_view_replace (navigation, (AdwNavigationPage **) kept->pdata, (int) kept->len);
  return i == n;
}

/* The policy answers otherwise than before: an opening in an emergency, its end, a limit, another role. */
static void
renew (gpointer owner)
{
  HearthHousePane *self = owner;
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections);
  g_autofree char *visible = g_strdup (gtk_stack_get_visible_child_name (self->sections));
  bool is_gone = false;

  for (unsigned int i = 0; i < n_sections; i++)
    {
      GtkWidget *navigation = gtk_stack_get_child_by_name (self->sections, sections[i].name);
      bool is_visible = g_strcmp0 (visible, sections[i].name) == 0;

      if (navigation == NULL)
        continue;
      if (!hearth_section_is_for (&sections[i], self->store))
        gtk_stack_remove (self->sections, navigation);
      else if (!renew_pages (self, &sections[i], ADW_NAVIGATION_VIEW (navigation)) && is_visible)
        is_gone = true;
    }
  show_rows (self);
  if (gtk_stack_get_child_by_name (self->sections, visible) == NULL)
    show_sections (self);
  if (is_gone)
    hearth_toast (GTK_WIDGET (self->split_view), _ ("That page is not open to you any more"), NULL);
}

static void
show_person (HearthHousePane *self)
{
  HearthRecord *account = hearth_store_get_account (self->store);
  const HearthField *role;
  g_autofree char *role_text = NULL;

  /* What the button does, not who is signed in, which its labels say. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lock now"), -1);
  if (account == NULL)
    {
      gtk_label_set_text (self->person_label, _ ("Recovery sheet"));
      gtk_widget_set_visible (GTK_WIDGET (self->role_label), FALSE);
      return;
    }
  role = hearth_record_type_lookup_field (hearth_record_get_record_type (account), "role");
  role_text = hearth_record_format (account, role, "");
  gtk_label_set_text (self->person_label, hearth_record_get (account, "name"));
  gtk_label_set_text (self->role_label, role_text);
}

/* ---- Callbacks ---- */

static void
section_activated_cb (HearthHousePane *self, GtkListBoxRow *row)
{
  unsigned int n_sections;
  const HearthSection *section = hearth_sections_get (&n_sections) + gtk_list_box_row_get_index (row);

  /* Choosing the section that is open already leads back to its first page. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sections), section->name) == 0)
    pop_to_first (get_navigation (self));
  hearth_house_pane_show_section (self, section->name);
}

/* The arrow keys mark a row without showing it: when they leave, the mark stands again at what is shown. */
static void
sidebar_left_cb (HearthHousePane *self)
{
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections);

  for (unsigned int i = 0; i < n_sections; i++)
    if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sections), sections[i].name) == 0)
      mark_row (self, (int) i);
}

/* ---- Actions ---- */

static void
verify_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *window = HEARTH_WINDOW (gtk_widget_get_root (widget));

  adw_dialog_present (ADW_DIALOG (hearth_verify_dialog_new (hearth_window_get_session (window))), widget);
}

/* ---- Overrides ---- */

static void
hearth_house_pane_dispose (GObject *object)
{
  HearthHousePane *self = HEARTH_HOUSE_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_HOUSE_PANE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_house_pane_parent_class)->dispose (object);
}

static void
hearth_house_pane_class_init (HearthHousePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_WELCOME_BAR);
  G_OBJECT_CLASS (klass)->dispose = hearth_house_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/house-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, content_page);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, demo_label);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, person_button);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, person_label);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, role_label);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, sections);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, split_view);
  gtk_widget_class_bind_template_child (widget_class, HearthHousePane, welcome_bar);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_left_cb);
  gtk_widget_class_install_action (widget_class, "house.verify", NULL, verify_action_cb);
}

static void
hearth_house_pane_init (HearthHousePane *self)
{
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (unsigned int i = 0; i < n_sections; i++)
    gtk_list_box_append (self->sidebar_list, make_sidebar_row (&sections[i]));
  gtk_list_box_set_header_func (self->sidebar_list, update_header_cb, NULL, NULL);
}

/* ---- Public ---- */

HearthHousePane *
hearth_house_pane_new (HearthStore *store)
{
  HearthHousePane *self = g_object_new (HEARTH_TYPE_HOUSE_PANE, NULL);
  HearthRecord *house = hearth_store_get_house (store);

  self->store = g_object_ref (store);
  gtk_widget_set_visible (GTK_WIDGET (self->demo_label), hearth_record_is_yes (house, "demo"));
  g_object_bind_property (store, "read-only", self->read_only_banner, "visible", G_BINDING_SYNC_CREATE);
  hearth_follow (self, hearth_store_get_policy (store), "changed", renew);
  show_person (self);
  show_sections (self);
  return self;
}

void
hearth_house_pane_welcome (HearthHousePane *self, HearthSession *session)
{
  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  hearth_welcome_bar_start (self->welcome_bar, session);
}

void
hearth_house_pane_show_section (HearthHousePane *self, const char *name)
{
  unsigned int n_sections;
  const HearthSection *sections = hearth_sections_get (&n_sections);

  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  hearth_welcome_bar_leave (self->welcome_bar);
  for (unsigned int i = 0; i < n_sections; i++)
    if (g_str_equal (sections[i].name, name) && hearth_section_is_for (&sections[i], self->store))
      {
        ensure_section (self, &sections[i]);
        gtk_stack_set_visible_child_name (self->sections, name);
        adw_navigation_page_set_title (self->content_page, _ (sections[i].label));
        mark_row (self, (int) i);
        adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      }
}

void
hearth_house_pane_show_report (HearthHousePane *self, HearthRecord *resident)
{
  AdwNavigationView *navigation;

  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  hearth_house_pane_show_section (self, "reports");
  navigation = get_navigation (self);
  pop_to_first (navigation);
  if (HEARTH_IS_REPORTS_PAGE (adw_navigation_view_get_visible_page (navigation)))
    hearth_reports_page_set_resident (HEARTH_REPORTS_PAGE (adw_navigation_view_get_visible_page (navigation)),
                                      resident);
}

void
hearth_house_pane_show_record (HearthHousePane *self, HearthRecord *record)
{
  const HearthRecordKind *kind = hearth_record_kind_get (hearth_record_get_record_type (record));

  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  if (kind->section != NULL)
    hearth_house_pane_show_section (self, kind->section);
  hearth_open_record (GTK_WIDGET (hearth_house_pane_get_visible_page (self)), self->store, record);
}

void
hearth_house_pane_show_sheet (HearthHousePane *self)
{
  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  hearth_house_pane_show_section (self, "staff");
  adw_navigation_view_push (get_navigation (self), ADW_NAVIGATION_PAGE (hearth_sheet_page_new (self->store)));
}

void
hearth_house_pane_admit (HearthHousePane *self, HearthRecord *resident)
{
  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  hearth_house_pane_show_section (self, "residents");
  adw_navigation_view_push (get_navigation (self),
                            ADW_NAVIGATION_PAGE (hearth_admission_page_new (self->store, resident)));
}

/* An admission has a form of its own. */
static AdwNavigationPage *
make_draft_page (HearthHousePane *self, const char *draft_id, GError **error)
{
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (self->store, error);

  if (drafts == NULL)
    return NULL;
  for (unsigned int i = 0; i < drafts->len; i++)
    {
      const HearthDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->type == &hearth_admission_type && g_str_equal (draft->id, draft_id))
        return (AdwNavigationPage *) hearth_admission_page_new_for_draft (self->store, draft, error);
    }
  return (AdwNavigationPage *) hearth_editor_page_new_for_draft (self->store, draft_id, error);
}

void
hearth_house_pane_continue_draft (HearthHousePane *self, const char *draft_id)
{
  g_autoptr (GError) error = NULL;
  AdwNavigationPage *page;

  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  page = make_draft_page (self, draft_id, &error);
  if (page == NULL)
    hearth_tell_error (GTK_WIDGET (self), _ ("The unfinished entry cannot be opened"), error);
  else
    adw_navigation_view_push (get_navigation (self), page);
}

void
hearth_house_pane_start (HearthHousePane *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  row = gtk_list_box_get_selected_row (self->sidebar_list);
  if (adw_navigation_split_view_get_collapsed (self->split_view) || row == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->sections), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
hearth_house_pane_show_menu (HearthHousePane *self)
{
  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  /* In a narrow window the menu stands on a page of its own, with the list of sections. */
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

AdwNavigationPage *
hearth_house_pane_get_visible_page (HearthHousePane *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_PANE (self), NULL);
  return adw_navigation_view_get_visible_page (get_navigation (self));
}

void
hearth_house_pane_keep_drafts (HearthHousePane *self)
{
  g_return_if_fail (HEARTH_IS_HOUSE_PANE (self));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (child));

      for (unsigned int i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (AdwNavigationPage) page = g_list_model_get_item (pages, i);

          /* Pages that nothing is typed in have no such action. */
          gtk_widget_activate_action (GTK_WIDGET (page), "page.keep-draft", NULL);
        }
    }
}
