/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking somebody in: who arrives, whether there is a file already, and what a night or a morning has time for.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-page-private.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/admission-match.h"
#include "views/admission-values.h"
#include "views/file-page.h"
#include "views/tell.h"

#define PHONE_VALUE "contact.phone"

static void hearth_admission_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthAdmissionPage,
                               hearth_admission_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_admission_page_file_page_init))

/* ---- Helpers ---- */

static void
show_title (HearthAdmissionPage *self)
{
  const char *title = hearth_taking_is_new (self->taking) ? _ ("New admission") : _ ("Admission");
  g_autofree char *name = hearth_record_dup_title (self->taking->admission->resident);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, hearth_taking_is_known (self->taking) ? name : "");
}

static void
show_missing (HearthAdmissionPage *self)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->missing_box, FALSE);
  if (hearth_taking_is_new (self->taking))
    return;
  missing = hearth_admission_list_missing (self->store, self->taking->admission);
  if (missing->len == 0)
    return;
  g_ptr_array_add (missing, NULL);
  words = g_strjoinv (" · ", (char **) missing->pdata);
  gtk_label_set_text (self->missing_label, words);
  gtk_widget_set_visible (self->missing_box, TRUE);
}

void
hearth_admission_page_show_problem (HearthAdmissionPage *self, const char *words)
{
  gtk_label_set_text (self->problem_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), *words != '\0');
}

static void
show_mode (HearthAdmissionPage *self)
{
  bool full = g_strcmp0 (adw_toggle_group_get_active_name (self->mode_group), "full") == 0;

  gtk_label_set_text (self->mode_label, full ? _ ("Everything an admission asks.")
                                             : _ ("What a night needs. The rest can be added later."));
  hearth_admission_form_set_full (self->form, full);
}

static void
show_hint (HearthAdmissionPage *self)
{
  g_autofree char *hint = hearth_admission_search_dup_hint (self->search);
  bool blocked = hearth_admission_search_is_open (self->search, false);

  gtk_label_set_text (self->hint_label, hint);
  gtk_widget_set_sensitive (GTK_WIDGET (self->continue_button), !blocked);
  if (blocked)
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint_label), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->hint_label), "dimmed");
}

static void
set_passed (HearthAdmissionPage *self, bool passed)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self->continue_button), ADW_TYPE_TOOLBAR_VIEW);

  self->passed = passed;
  hearth_admission_form_set_open (self->form, passed);
  adw_toolbar_view_set_reveal_bottom_bars (ADW_TOOLBAR_VIEW (view), !passed);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), passed);
}

void
hearth_admission_page_look (HearthAdmissionPage *self)
{
  g_autoptr (HearthRecord) resident = hearth_admission_form_dup_resident (self->form);
  g_autoptr (GHashTable) values = hearth_admission_form_dup_values (self->form);

  hearth_admission_search_look (self->search, resident, g_hash_table_lookup (values, PHONE_VALUE));
}

/* ---- Drafts ---- */

static GHashTable *
dup_typed (AdwNavigationPage *page)
{
  HearthAdmissionPage *self = HEARTH_ADMISSION_PAGE (page);

  return hearth_admission_values_dup (self->form, self->search);
}

static void
set_keeper (HearthAdmissionPage *self, const char *draft_id)
{
  HearthDraft *draft = hearth_taking_make_draft (self->taking);

  draft->id = g_strdup (draft_id);
  g_clear_object (&self->keeper);
  self->keeper = hearth_draft_keeper_new (self->store, ADW_NAVIGATION_PAGE (self), dup_typed, draft);
  hearth_draft_keeper_watch (self->keeper);
  hearth_draft_list_set_except (self->drafts, draft->id);
}

void
hearth_admission_page_take_values (HearthAdmissionPage *self, GHashTable *values)
{
  bool beyond = hearth_admission_values_take (self->form, self->search, values);

  if (hearth_taking_is_known (self->taking))
    return;
  hearth_admission_page_look (self);
  set_passed (self, beyond && !hearth_admission_search_is_open (self->search, false));
}

/* ---- Making the form ---- */

static void edited_cb (HearthAdmissionPage *self);
static void wanted_cb (HearthAdmissionPage *self);
static void same_cb (HearthAdmissionPage *self, HearthRecord *resident);
static void continue_cb (HearthAdmissionPage *self);
static void full_cb (HearthAdmissionPage *self);

static void
make_form (HearthAdmissionPage *self)
{
  g_autoptr (GPtrArray) records = hearth_taking_list_records (self->taking);

  if (self->form != NULL)
    gtk_box_remove (self->content, GTK_WIDGET (self->form));
  self->form = hearth_admission_form_new (self->store, records);
  self->search = hearth_admission_search_new (self->store);
  hearth_admission_form_set_search (self->form, GTK_WIDGET (self->search));
  gtk_box_append (self->content, GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "notify::full", G_CALLBACK (full_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (show_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "answered", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "same", G_CALLBACK (same_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "continue", G_CALLBACK (continue_cb), self, G_CONNECT_SWAPPED);
}

void
hearth_admission_page_set_taking (HearthAdmissionPage *self, HearthTaking *taking, const char *draft_id)
{
  g_clear_pointer (&self->taking, hearth_taking_free);
  self->taking = taking;
  make_form (self);
  set_passed (self, hearth_taking_is_known (taking));
  show_hint (self);
  show_mode (self);
  show_title (self);
  show_missing (self);
  hearth_admission_page_show_problem (self, "");
  set_keeper (self, draft_id);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthAdmissionPage *self)
{
  hearth_draft_keeper_touch (self->keeper);
  if (!hearth_taking_is_known (self->taking))
    hearth_admission_search_touch (self->search);
}

static void
wanted_cb (HearthAdmissionPage *self)
{
  hearth_admission_page_look (self);
}

static void
full_cb (HearthAdmissionPage *self)
{
  gboolean full;

  g_object_get (self->form, "full", &full, NULL);
  adw_toggle_group_set_active_name (self->mode_group, full ? "full" : "short");
}

static void
continue_clicked_cb (HearthAdmissionPage *self)
{
  hearth_admission_search_go_on (self->search);
}

static void
mode_changed_cb (HearthAdmissionPage *self)
{
  if (self->form != NULL)
    show_mode (self);
}

static gboolean
focus_cb (gpointer user_data)
{
  HearthAdmissionPage *self = user_data;

  self->focus_source = 0;
  hearth_admission_form_focus_next (self->form);
  return G_SOURCE_REMOVE;
}

/* Rows that have just been shown cannot be scrolled to before they have a place. */
static void
focus_next_later (HearthAdmissionPage *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_LOW, focus_cb, self, NULL);
}

static void
continue_cb (HearthAdmissionPage *self)
{
  if (!hearth_admission_form_commit (self->form, false))
    return;
  set_passed (self, true);
  focus_next_later (self);
}

/* What the file says already stays; what it does not say is taken from what was typed. */
static void
same_cb (HearthAdmissionPage *self, HearthRecord *resident)
{
  g_autoptr (GHashTable) values = NULL;
  g_autofree char *draft_id = g_strdup (hearth_draft_keeper_get_draft (self->keeper)->id);

  if (hearth_admission_lives_here (self->store, resident, NULL))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", hearth_record_get_id (resident));
      return;
    }
  values = hearth_admission_form_dup_values (self->form);
  hearth_admission_values_leave_to_file (values, resident);
  hearth_admission_page_set_taking (self,
                                    hearth_taking_new (self->store,
                                                       hearth_admission_new (self->store, resident)),
                                    draft_id);
  hearth_admission_page_take_values (self, values);
  hearth_draft_keeper_touch (self->keeper);
  focus_next_later (self);
}

static void
draft_continued_cb (HearthAdmissionPage *self, const HearthDraft *draft)
{
  /* @draft is the list's own, which is made anew when this page takes it over. */
  g_autoptr (GHashTable) values = g_hash_table_ref (draft->values);
  g_autofree char *id = g_strdup (draft->id);
  g_autoptr (GError) error = NULL;
  HearthTaking *taking = hearth_taking_new_for_draft (self->store, draft, &error);

  if (taking == NULL)
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("The unfinished entry cannot be opened"), error);
      return;
    }
  hearth_draft_keeper_keep (self->keeper);
  hearth_admission_page_set_taking (self, taking, id);
  hearth_admission_page_take_values (self, values);
}

/* ---- Actions ---- */

/* Ctrl+S goes on where there is nothing to save yet. */
static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAdmissionPage *self = HEARTH_ADMISSION_PAGE (widget);

  if (self->passed)
    hearth_admission_page_save (self);
  else
    hearth_admission_search_go_on (self->search);
}

static void
keep_draft_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_draft_keeper_keep (HEARTH_ADMISSION_PAGE (widget)->keeper);
}

/* ---- Overrides ---- */

/* What was typed is a draft, from which the rest can be gone on with where that may be. */
static AdwNavigationPage *
hearth_admission_page_renew (HearthFilePage *page)
{
  return NULL;
}

static void
hearth_admission_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_admission_page_renew;
}

static void
hearth_admission_page_showing (AdwNavigationPage *page)
{
  hearth_draft_keeper_watch (HEARTH_ADMISSION_PAGE (page)->keeper);
}

static void
hearth_admission_page_shown (AdwNavigationPage *page)
{
  HearthAdmissionPage *self = HEARTH_ADMISSION_PAGE (page);

  if (self->passed)
    hearth_admission_form_focus_next (self->form);
  else
    hearth_admission_form_focus_name (self->form);
}

static void
hearth_admission_page_dispose (GObject *object)
{
  HearthAdmissionPage *self = HEARTH_ADMISSION_PAGE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_ADMISSION_PAGE);
  g_clear_object (&self->store);
  g_clear_pointer (&self->taking, hearth_taking_free);

  G_OBJECT_CLASS (hearth_admission_page_parent_class)->dispose (object);
}

static void
hearth_admission_page_class_init (HearthAdmissionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_admission_page_dispose;
  page_class->showing = hearth_admission_page_showing;
  page_class->shown = hearth_admission_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/admission-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, content);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, drafts_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, missing_box);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, missing_label);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, mode_group);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, mode_label);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, HearthAdmissionPage, window_title);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "page.keep-draft", NULL, keep_draft_action_cb);
}

static void
hearth_admission_page_init (HearthAdmissionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->continue_button),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->hint_label, NULL, -1);
}

/* ---- Public ---- */

static HearthAdmissionPage *
page_new (HearthStore *store, HearthTaking *taking, bool full, const char *draft_id)
{
  HearthAdmissionPage *self = g_object_new (HEARTH_TYPE_ADMISSION_PAGE, NULL);
  const char *record_id =
    hearth_taking_is_new (taking) ? "" : hearth_record_get_id (taking->admission->admission);

  self->store = g_object_ref (store);
  self->drafts = hearth_draft_list_new (store, &hearth_admission_type, NULL, record_id);
  adw_bin_set_child (self->drafts_bin, GTK_WIDGET (self->drafts));
  g_object_bind_property (adw_bin_get_child (ADW_BIN (self->drafts)), "visible", self->drafts_bin, "visible",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->drafts, "continue", G_CALLBACK (draft_continued_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toggle_group_set_active_name (self->mode_group, full ? "full" : "short");
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_record_get_id (taking->admission->resident));
  hearth_admission_page_set_taking (self, taking, draft_id);
  return self;
}

HearthAdmissionPage *
hearth_admission_page_new (HearthStore *store, HearthRecord *resident)
{
  return page_new (store, hearth_taking_new (store, hearth_admission_new (store, resident)), false, NULL);
}

HearthAdmissionPage *
hearth_admission_page_new_for_record (HearthStore *store, HearthRecord *record, GError **error)
{
  HearthAdmission *admission = hearth_admission_load (store, record, error);

  return admission != NULL ? page_new (store, hearth_taking_new (store, admission), true, NULL) : NULL;
}

HearthAdmissionPage *
hearth_admission_page_new_for_draft (HearthStore *store, const HearthDraft *draft, GError **error)
{
  HearthTaking *taking = hearth_taking_new_for_draft (store, draft, error);
  HearthAdmissionPage *self;

  if (taking == NULL)
    return NULL;
  self = page_new (store, taking, !hearth_taking_is_new (taking), draft->id);
  hearth_admission_page_take_values (self, draft->values);
  return self;
}
