/* SPDX-License-Identifier: GPL-3.0-or-later
 * One record to write or to read: its form, kept as a draft while it is typed, saved when asked.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/editor-page.h"

#include <glib/gi18n-lib.h>

#include "rules/addenda.h"
#include "rules/approval.h"
#include "rules/seen.h"
#include "views/addenda-group.h"
#include "views/approval-group.h"
#include "views/attach.h"
#include "views/attachment-page.h"
#include "views/conflict.h"
#include "views/draft-keeper.h"
#include "views/draft-list.h"
#include "views/editor-acts.h"
#include "views/editor-fields.h"
#include "views/file-page.h"
#include "views/hard-cover.h"
#include "views/history-page.h"
#include "views/record-kinds.h"
#include "views/tell.h"
#include "views/undo.h"
#include "widgets/record-form.h"

struct _HearthEditorPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkButton *save_button;
  GtkMenuButton *menu_button;
  AdwBanner *state_banner;
  GtkBox *content;

  /* Borrowed */
  HearthRecordForm *form;
  HearthDraftList *drafts;

  /* Owned */
  HearthStore *store;
  HearthRecord *stored;  /* as the store gave it; NULL for a new one */
  HearthRecord *working; /* the form's copy */
  HearthRecord *base;    /* what the form began with */
  HearthDraftKeeper *keeper;
  char *begin_at; /* a field, or NULL for where something is needed */
};

static void hearth_editor_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthEditorPage,
                               hearth_editor_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_editor_page_file_page_init))

enum { SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static const HearthRecordType *
get_record_type (HearthEditorPage *self)
{
  return hearth_record_get_record_type (self->working);
}

static const HearthRecordKind *
get_kind (HearthEditorPage *self)
{
  return hearth_record_kind_get (get_record_type (self));
}

static bool
is_covered (HearthEditorPage *self)
{
  return self->stored != NULL && get_kind (self)->covered;
}

/* NULL for a record of the house: that is how the policy is asked. */
static const char *
get_resident (HearthEditorPage *self)
{
  const char *resident = hearth_record_get_resident (self->working);

  return *resident != '\0' ? resident : NULL;
}

static bool
may_change (HearthEditorPage *self)
{
  const HearthRecordType *type = get_record_type (self);

  if (!hearth_record_is_open (self->working))
    return false;
  if (type->life_cycle == HEARTH_LIFE_APPEND_ONLY && self->stored != NULL)
    return false;
  return hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL, get_resident (self));
}

static void
show_title (HearthEditorPage *self)
{
  const HearthRecordType *type = get_record_type (self);
  g_autofree char *resident = NULL;
  g_autofree char *title = NULL;

  if (self->stored != NULL)
    title = hearth_record_dup_title (self->stored);
  if (title == NULL || *title == '\0')
    g_set_str (&title, self->stored == NULL ? _ (type->label_new) : _ (type->label));
  if (get_resident (self) != NULL)
    resident = hearth_store_dup_link_title (self->store, get_resident (self));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, resident != NULL ? resident : "");
}

/* What is entered once, or signed, stays; what is told later is an entry of its own. */
static bool
may_add_to (HearthEditorPage *self)
{
  if (self->stored == NULL)
    return false;
  if (get_kind (self)->make_addition == NULL)
    return hearth_addendum_may_add (self->store, self->stored);
  return !g_str_equal (hearth_record_get (self->working, "state"), HEARTH_STATE_IN_ERROR) &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), get_record_type (self), NULL,
                                  get_resident (self));
}

static char *
describe_state (HearthEditorPage *self)
{
  const char *state = hearth_record_get (self->working, "state");

  if (g_str_equal (state, HEARTH_STATE_SIGNED))
    return g_strdup (_ ("This entry is signed and stays as it is."));
  if (g_str_equal (state, HEARTH_STATE_IN_ERROR))
    return g_strdup (_ ("This entry was marked as entered in error. It stays readable and counts no more."));
  if (may_add_to (self))
    return g_strdup (_ ("What is written here stays as it is. More can be added."));
  if (!may_change (self))
    return g_strdup (_ ("You can read this, but not change it."));
  return g_strdup ("");
}

static void
show_state (HearthEditorPage *self)
{
  g_autofree char *sentence = describe_state (self);
  bool editable = may_change (self);
  bool can_sign = self->stored != NULL && hearth_record_may_be_signed (self->store, self->stored);
  bool can_move = self->stored != NULL && hearth_record_may_be_moved (self->store, self->stored);
  bool can_mark = self->stored != NULL && hearth_record_may_be_marked (self->store, self->stored);

  adw_banner_set_title (self->state_banner, sentence);
  adw_banner_set_revealed (self->state_banner, *sentence != '\0');
  adw_banner_set_button_label (self->state_banner, may_add_to (self) ? _ ("Add to this") : NULL);
  hearth_record_form_set_editable (self->form, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), self->stored != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-to", may_add_to (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.sign", can_sign);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.mark-in-error", can_mark);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.move", can_move);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.history", self->stored != NULL);
}

/* ---- Drafts ---- */

static GHashTable *
dup_typed (AdwNavigationPage *page)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (page);
  GHashTable *values;

  if (!hearth_record_form_get_changed (self->form))
    return NULL;
  values = hearth_record_form_dup_values (self->form);
  if (self->stored == NULL)
    hearth_editor_fields_add_begun (self->base, values);
  return values;
}

static void
make_keeper (HearthEditorPage *self)
{
  HearthDraft *draft = hearth_draft_new (get_record_type (self));

  if (self->stored != NULL)
    g_set_str (&draft->record_id, hearth_record_get_id (self->stored));
  g_set_str (&draft->resident, hearth_record_get_resident (self->working));
  draft->revision = hearth_record_get_revision (self->working);
  self->keeper = hearth_draft_keeper_new (self->store, ADW_NAVIGATION_PAGE (self), dup_typed, draft);
  hearth_draft_list_set_except (self->drafts, draft->id);
}

/* ---- Saving ---- */

/* The form shows @record again, with what was typed on top of it, as not saved. */
static void
put_typed_on_top (HearthEditorPage *self, HearthRecord *record, GHashTable *values)
{
  hearth_record_assign (self->working, record);
  hearth_record_form_revert (self->form);
  hearth_record_form_set_values (self->form, values);
  hearth_draft_keeper_keep (self->keeper);
}

static void
tell_conflict (HearthEditorPage *self, GHashTable *values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) current =
    hearth_store_load (self->store, hearth_record_get_id (self->working), &error);
  g_autofree char *words = NULL;

  if (current == NULL)
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("Not saved yet"), error);
      return;
    }
  words = hearth_conflict_describe (self->store, self->base, current);
  g_set_object (&self->stored, current);
  g_clear_object (&self->base);
  self->base = hearth_record_copy (current);
  hearth_draft_keeper_get_draft (self->keeper)->revision = hearth_record_get_revision (current);
  put_typed_on_top (self, current, values);
  hearth_tell (GTK_WIDGET (self), _ ("Changed meanwhile"), words);
}

static void
tell_not_saved (HearthEditorPage *self, const GError *error, GPtrArray *problems)
{
  if (problems != NULL && problems->len > 0)
    hearth_record_form_show_problems (self->form, problems);
  else
    hearth_tell_error (GTK_WIDGET (self), _ ("Not saved yet"), error);
}

/* The form gives its place to @page, and leads back to where one came from. */
static void
part (HearthEditorPage *self, AdwNavigationView *navigation, AdwNavigationPage *page)
{
  g_autoptr (HearthEditorPage) alive = g_object_ref (self);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  for (AdwNavigationPage *below =
         adw_navigation_view_get_previous_page (navigation, ADW_NAVIGATION_PAGE (self));
       below != NULL; below = adw_navigation_view_get_previous_page (navigation, below))
    g_ptr_array_insert (pages, 0, below);
  g_ptr_array_add (pages, page);
  adw_navigation_view_replace (navigation, (AdwNavigationPage **) pages->pdata, (int) pages->len);
}

static void
saved (HearthEditorPage *self, HearthRecord *before)
{
  g_autoptr (HearthRecord) record = g_object_ref (self->working);
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthEditorPage) alive = g_object_ref (self);
  AdwNavigationPage *parting = NULL;

  hearth_draft_keeper_finish (self->keeper);
  if (get_kind (self)->make_parting != NULL && before == NULL && navigation != NULL)
    parting = get_kind (self)->make_parting (self->store, record);
  if (parting != NULL)
    {
      part (self, ADW_NAVIGATION_VIEW (navigation), parting);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
  if (navigation != NULL && before != NULL)
    hearth_undo_offer (navigation, self->store, before);
  else if (navigation != NULL)
    hearth_undo_offer_new (navigation, self->store, record);
  g_signal_emit (self, signals[SAVED], 0, record);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthEditorPage *self)
{
  hearth_draft_keeper_touch (self->keeper);
}

static void
take_draft (HearthEditorPage *self, const HearthDraft *draft)
{
  /* @draft may be the list's own, which is made anew when this form takes it over. */
  g_autoptr (GHashTable) values = g_hash_table_ref (draft->values);
  g_autofree char *id = g_strdup (draft->id);
  gint64 revision = draft->revision;

  g_set_str (&hearth_draft_keeper_get_draft (self->keeper)->id, id);
  hearth_draft_list_set_except (self->drafts, id);
  hearth_record_form_set_values (self->form, values);
  if (self->stored != NULL && revision != hearth_record_get_revision (self->stored))
    {
      adw_banner_set_title (self->state_banner,
                            _ ("This was saved with other changes since you began. Please look it over."));
      adw_banner_set_revealed (self->state_banner, TRUE);
    }
}

static void
continue_cb (HearthEditorPage *self, const HearthDraft *draft)
{
  take_draft (self, draft);
}

static void
attachment_requested_cb (HearthEditorPage *self, const char *field)
{
  hearth_attach_ask (self->form, self->store, field);
}

static void
attachment_opened_cb (HearthEditorPage *self, const char *field, const char *id)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hearth_attachment_page_new (self->store, id)));
}

/* Signed, or marked as entered in error: from here or elsewhere, it is only read from now on. */
static void
store_saved_cb (HearthEditorPage *self, HearthRecord *record)
{
  if (record != self->stored ||
      g_str_equal (hearth_record_get (record, "state"), hearth_record_get (self->working, "state")))
    return;
  hearth_record_assign (self->working, record);
  hearth_record_form_revert (self->form);
  show_state (self);
}

/* ---- Actions ---- */

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_editor_page_save (HEARTH_EDITOR_PAGE (widget));
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->stored);
}

static void
keep_draft_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_draft_keeper_keep (HEARTH_EDITOR_PAGE (widget)->keeper);
}

static void
add_to_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (widget);
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthRecord) addition = get_kind (self)->make_addition != NULL
                                        ? get_kind (self)->make_addition (self->stored)
                                        : hearth_addendum_new (self->stored);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, addition)));
}

static void
sign_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (widget);

  if (hearth_record_form_get_changed (self->form))
    hearth_toast (widget, _ ("Please save first, then sign"), NULL);
  else
    hearth_record_ask_to_sign (widget, self->store, self->stored);
}

static void
mark_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (widget);

  hearth_record_ask_to_mark (widget, self->store, self->stored);
}

static void
move_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (widget);

  hearth_record_ask_to_move (widget, self->store, self->stored);
}

/* ---- Overrides ---- */

/* The record as the store has it; a new one as it was begun. */
static HearthRecord *
dup_to_renew (HearthEditorPage *self)
{
  g_autoptr (GHashTable) begun = NULL;
  HearthRecord *record;

  if (self->stored != NULL)
    return hearth_store_load (self->store, hearth_record_get_id (self->stored), NULL);
  if (!may_change (self))
    return NULL;
  record = hearth_record_new (get_record_type (self));
  if (get_resident (self) != NULL)
    hearth_record_set (record, "resident", get_resident (self));
  begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  hearth_editor_fields_add_begun (self->base, begun);
  hearth_editor_fields_take_begun (record, begun);
  return record;
}

static AdwNavigationPage *
hearth_editor_page_renew (HearthFilePage *page)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (page);
  g_autoptr (HearthRecord) record = dup_to_renew (self);
  g_autoptr (GHashTable) values = dup_typed (ADW_NAVIGATION_PAGE (self));
  HearthEditorPage *renewed;

  if (record == NULL)
    return NULL;
  renewed = hearth_editor_page_new (self->store, record);
  if (values != NULL)
    {
      const char *draft = hearth_draft_keeper_get_draft (self->keeper)->id;

      g_set_str (&hearth_draft_keeper_get_draft (renewed->keeper)->id, draft);
      hearth_draft_list_set_except (renewed->drafts, draft);
      hearth_record_form_set_values (renewed->form, values);
      hearth_draft_keeper_touch (renewed->keeper);
    }
  return ADW_NAVIGATION_PAGE (renewed);
}

static void
hearth_editor_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_editor_page_renew;
}

static void
hearth_editor_page_showing (AdwNavigationPage *page)
{
  hearth_draft_keeper_watch (HEARTH_EDITOR_PAGE (page)->keeper);
}

/* The first text of the form gets the keyboard, and all of it selected: one key would wipe what is written. */
static void
select_nothing (HearthEditorPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form)))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
}

static void
hearth_editor_page_shown (AdwNavigationPage *page)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (page);

  if ((self->stored == NULL || self->begin_at != NULL) && may_change (self))
    hearth_record_form_focus_field (self->form, self->begin_at);
  else
    select_nothing (self);
  g_clear_pointer (&self->begin_at, g_free);
}

static void
hearth_editor_page_dispose (GObject *object)
{
  HearthEditorPage *self = HEARTH_EDITOR_PAGE (object);

  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_EDITOR_PAGE);
  g_clear_object (&self->store);
  g_clear_object (&self->stored);
  g_clear_object (&self->working);
  g_clear_object (&self->base);
  g_clear_pointer (&self->begin_at, g_free);

  G_OBJECT_CLASS (hearth_editor_page_parent_class)->dispose (object);
}

static void
hearth_editor_page_class_init (HearthEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_editor_page_dispose;
  page_class->showing = hearth_editor_page_showing;
  page_class->shown = hearth_editor_page_shown;

  signals[SAVED] = g_signal_new ("saved", HEARTH_TYPE_EDITOR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthEditorPage, content);
  gtk_widget_class_bind_template_child (widget_class, HearthEditorPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HearthEditorPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, HearthEditorPage, state_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthEditorPage, window_title);
  gtk_widget_class_install_action (widget_class, "page.keep-draft", NULL, keep_draft_action_cb);
  gtk_widget_class_install_action (widget_class, "page.add-to", NULL, add_to_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.sign", NULL, sign_action_cb);
  gtk_widget_class_install_action (widget_class, "page.mark-in-error", NULL, mark_action_cb);
  gtk_widget_class_install_action (widget_class, "page.move", NULL, move_action_cb);
}

static void
hearth_editor_page_init (HearthEditorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Making the form ---- */

/* A new entry is most often about now. */
static void
fill_in (HearthEditorPage *self, const char *today)
{
  const HearthRecordType *type = get_record_type (self);
  const HearthField *event;

  if (self->stored != NULL)
    return;
  if (get_kind (self)->fill_in != NULL)
    get_kind (self)->fill_in (self->store, self->working);
  if (type->event_field == NULL)
    return;
  event = hearth_record_type_lookup_field (type, type->event_field);
  if (event->kind == HEARTH_FIELD_DATE && !hearth_record_has (self->working, event->name))
    hearth_record_set (self->working, event->name, today);
}

static void
add_approval (HearthEditorPage *self)
{
  GtkWidget *clamp, *group;

  if (self->stored == NULL || !hearth_approval_is_for (get_record_type (self)))
    return;
  clamp = adw_clamp_new ();
  group = GTK_WIDGET (hearth_approval_group_new (self->store, self->stored));
  gtk_widget_set_margin_top (group, 12);
  gtk_widget_set_margin_start (group, 12);
  gtk_widget_set_margin_end (group, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), group);
  gtk_box_append (self->content, clamp);
}

static void
add_addenda (HearthEditorPage *self)
{
  GtkWidget *group;

  if (self->stored == NULL || !hearth_addendum_is_for (get_record_type (self)))
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             GTK_WIDGET (hearth_addenda_group_new (self->store, self->stored)));
  hearth_record_form_set_end (self->form, ADW_PREFERENCES_GROUP (group));
}

/* ---- Public ---- */

HearthEditorPage *
hearth_editor_page_new (HearthStore *store, HearthRecord *record)
{
  HearthEditorPage *self = g_object_new (HEARTH_TYPE_EDITOR_PAGE, NULL);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  const char *record_id;

  self->store = g_object_ref (store);
  if (hearth_record_get_revision (record) > 0)
    self->stored = g_object_ref (record);
  self->working = hearth_record_copy (record);
  /* What is below a cover is looked at when that is opened. */
  if (!is_covered (self))
    hearth_seen_note_or_withhold (store, self->working);
  fill_in (self, today);
  self->base = hearth_record_copy (self->working);
  self->form = hearth_record_form_new (self->working, today);
  gtk_widget_set_vexpand (GTK_WIDGET (self->form), TRUE);
  hearth_editor_fields_set_up (self->form, store, self->working, get_resident (self));

  record_id = self->stored != NULL ? hearth_record_get_id (self->stored) : "";
  self->drafts = hearth_draft_list_new (store, get_record_type (self), get_resident (self), record_id);
  gtk_box_append (self->content, GTK_WIDGET (self->drafts));
  if (self->stored == NULL && get_kind (self)->add_notes != NULL)
    get_kind (self)->add_notes (store, self->working, self->form);
  add_approval (self);
  add_addenda (self);
  make_keeper (self);
  gtk_box_append (self->content,
                  is_covered (self)
                    ? GTK_WIDGET (hearth_hard_cover_new (GTK_WIDGET (self->form), store, self->stored))
                    : GTK_WIDGET (self->form));
  g_signal_connect_object (self->drafts, "continue", G_CALLBACK (continue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "attachment-requested", G_CALLBACK (attachment_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "attachment-opened", G_CALLBACK (attachment_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "saved", G_CALLBACK (store_saved_cb), self, G_CONNECT_SWAPPED);
  hearth_attach_accept_form_drops (self->form, store);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_file_of (self->working));
  show_title (self);
  show_state (self);
  return self;
}

HearthEditorPage *
hearth_editor_page_new_for_draft (HearthStore *store, const char *draft_id, GError **error)
{
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (store, error);

  for (unsigned int i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const HearthDraft *draft = g_ptr_array_index (drafts, i);
      g_autoptr (HearthRecord) record = NULL;
      HearthEditorPage *self;

      if (!g_str_equal (draft->id, draft_id))
        continue;
      if (*draft->record_id != '\0')
        record = hearth_store_load (store, draft->record_id, error);
      else
        record = hearth_record_new (draft->type);
      if (record == NULL)
        return NULL;
      if (*draft->record_id == '\0' && *draft->resident != '\0')
        hearth_record_set (record, "resident", draft->resident);
      if (*draft->record_id == '\0')
        hearth_editor_fields_take_begun (record, draft->values);
      self = hearth_editor_page_new (store, record);
      take_draft (self, draft);
      return self;
    }
  if (drafts != NULL)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND, "the draft is gone");
  return NULL;
}

void
hearth_editor_page_begin_at (HearthEditorPage *self, const char *field)
{
  g_return_if_fail (HEARTH_IS_EDITOR_PAGE (self));
  g_set_str (&self->begin_at, field);
}

bool
hearth_editor_page_save (HearthEditorPage *self)
{
  g_autoptr (HearthRecord) before = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HEARTH_IS_EDITOR_PAGE (self), false);
  if (hearth_draft_keeper_is_done (self->keeper) || !may_change (self))
    return false;
  if (self->stored != NULL)
    before = hearth_record_copy (self->base);
  values = hearth_record_form_dup_values (self->form);
  if (!hearth_record_form_commit (self->form, NULL))
    {
      hearth_draft_keeper_keep (self->keeper);
      return false;
    }
  if (!hearth_store_save (self->store, self->working, NULL, &problems, &error))
    {
      if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONFLICT))
        {
          tell_conflict (self, values);
          return false;
        }
      put_typed_on_top (self, self->base, values);
      tell_not_saved (self, error, problems);
      return false;
    }
  saved (self, before);
  return true;
}
