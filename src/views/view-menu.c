/* SPDX-License-Identifier: GPL-3.0-or-later
 * The views of a list: those that are there for everybody, and those a person has kept. One is chosen; what is asked
 * may have moved away from it since.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/view-menu.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/record-kinds.h"
#include "views/tell.h"
#include "views/title-dialog.h"

struct _HearthViewMenu {
  AdwBin parent_instance;

  /* Borrowed */
  GtkMenuButton *button;

  /* Owned */
  HearthStore *store;
  const HearthRecordType *type;
  GPtrArray *presets; /* of const HearthListPreset, those this person may see */
  GListModel *kept;   /* of HearthRecord; NULL where nothing can be kept */
  char *chosen;
  HearthListQuestion *question; /* of the chosen view */
  HearthListQuestion *current;
};

enum { PROP_0, PROP_CHOSEN, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (HearthViewMenu, hearth_view_menu, ADW_TYPE_BIN)

/* Where there is nothing special, a list has one view. */
static const HearthListPreset everything = { .title = N_ ("All") };

/* ---- Helpers ---- */

static bool
may_keep (HearthViewMenu *self)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_saved_view_type, NULL, NULL);
}

/* The kept view with @id, or NULL. */
static HearthRecord *
look_up_kept (HearthViewMenu *self, const char *id)
{
  for (guint i = 0; self->kept != NULL && i < g_list_model_get_n_items (self->kept); i++)
    {
      g_autoptr (HearthRecord) view = g_list_model_get_item (self->kept, i);

      if (g_str_equal (hearth_record_get_id (view), id))
        return g_steal_pointer (&view);
    }
  return NULL;
}

/* The view that everybody has at @place, as text; NULL when there is none. */
static const HearthListPreset *
look_up_preset (HearthViewMenu *self, const char *place)
{
  guint64 number;

  if (self->presets->len == 0 ||
      !g_ascii_string_to_unsigned (place, 10, 0, self->presets->len - 1, &number, NULL))
    return NULL;
  return g_ptr_array_index (self->presets, number);
}

static char *
dup_title (HearthViewMenu *self)
{
  const HearthListPreset *preset = look_up_preset (self, self->chosen);
  g_autoptr (HearthRecord) view = NULL;

  if (preset != NULL)
    return g_strdup (_ (preset->title));
  view = look_up_kept (self, self->chosen);
  return view != NULL ? hearth_record_dup_title (view) : g_strdup ("");
}

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (target != NULL)
    g_menu_item_set_action_and_target (item, action, "s", target);
  else
    g_menu_item_set_detailed_action (item, action);
  g_menu_append_item (menu, item);
}

static void
append_views (HearthViewMenu *self, GMenu *menu)
{
  g_autoptr (GMenu) presets = g_menu_new ();
  g_autoptr (GMenu) kept = g_menu_new ();

  for (guint i = 0; i < self->presets->len; i++)
    {
      const HearthListPreset *preset = g_ptr_array_index (self->presets, i);
      g_autofree char *place = g_strdup_printf ("%u", i);

      append (presets, _ (preset->title), "view.choose", place);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (presets));
  for (guint i = 0; self->kept != NULL && i < g_list_model_get_n_items (self->kept); i++)
    {
      g_autoptr (HearthRecord) view = g_list_model_get_item (self->kept, i);
      g_autofree char *title = hearth_record_dup_title (view);

      append (kept, title, "view.choose", hearth_record_get_id (view));
    }
  if (self->kept != NULL && g_list_model_get_n_items (self->kept) > 0)
    g_menu_append_section (menu, _ ("Kept by me"), G_MENU_MODEL (kept));
}

static void
append_doings (HearthViewMenu *self, GMenu *menu, bool is_kept)
{
  g_autoptr (GMenu) doings = g_menu_new ();

  append (doings, _ ("Keep this view…"), "view.keep", NULL);
  if (is_kept)
    {
      append (doings, _ ("Keep the changes"), "view.update", NULL);
      append (doings, _ ("Rename…"), "view.rename", NULL);
      append (doings, _ ("Remove"), "view.remove", NULL);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (doings));
}

static void
show (HearthViewMenu *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (HearthRecord) view = look_up_kept (self, self->chosen);
  g_autofree char *title = dup_title (self);
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  bool changed = hearth_view_menu_is_changed (self);

  /* Translators: the title of a view of a list, from which filters or order differ now. */
  shown = changed ? g_strdup_printf (_ ("%s (changed)"), title) : g_steal_pointer (&title);
  /* Translators: %s is the title of a view of a list. */
  name = g_strdup_printf (_ ("View: %s"), shown);
  append_views (self, menu);
  if (self->kept != NULL)
    append_doings (self, menu, view != NULL);
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
  gtk_menu_button_set_label (self->button, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.keep", self->kept != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.update", view != NULL && changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.rename", view != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.remove", view != NULL);
}

/* What the view with @id asks; NULL when it is gone, or cannot be read any more. */
static HearthListQuestion *
make_question (HearthViewMenu *self, const char *id)
{
  const HearthListPreset *preset = look_up_preset (self, id);
  g_autoptr (HearthRecord) view = NULL;

  if (preset != NULL)
    return hearth_list_preset_make_question (preset, self->store, self->type);
  view = look_up_kept (self, id);
  return view != NULL ? hearth_list_question_from_json (self->type, hearth_record_get (view, "question"))
                      : NULL;
}

static void
set_chosen (HearthViewMenu *self, const char *id, HearthListQuestion *question)
{
  g_clear_pointer (&self->question, hearth_list_question_free);
  self->question = question;
  g_clear_pointer (&self->current, hearth_list_question_free);
  self->current = hearth_list_question_copy (question);
  g_set_str (&self->chosen, id);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
choose (HearthViewMenu *self, const char *id)
{
  HearthListQuestion *question = make_question (self, id);

  if (question == NULL)
    {
      hearth_toast (GTK_WIDGET (self), _ ("This view cannot be read any more."), NULL);
      return;
    }
  set_chosen (self, id, question);
  g_signal_emit (self, chosen_signal, 0);
}

/* Titles of all views but that of @except. */
static GPtrArray *
list_titles (HearthViewMenu *self, const char *except)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->presets->len; i++)
    g_ptr_array_add (titles, g_strdup (_ (((const HearthListPreset *) self->presets->pdata[i])->title)));
  for (guint i = 0; i < g_list_model_get_n_items (self->kept); i++)
    {
      g_autoptr (HearthRecord) view = g_list_model_get_item (self->kept, i);

      if (g_strcmp0 (hearth_record_get_id (view), except) != 0)
        g_ptr_array_add (titles, hearth_record_dup_title (view));
    }
  return titles;
}

static bool
save (HearthViewMenu *self, HearthRecord *view)
{
  g_autoptr (GError) error = NULL;

  if (hearth_store_save (self->store, view, NULL, NULL, &error))
    return true;
  hearth_tell_error (GTK_WIDGET (self), _ ("The view was not kept"), error);
  return false;
}

/* A copy of the chosen view with @field changed is saved, so that nothing is half changed when that fails. */
static bool
save_changed (HearthViewMenu *self, const char *field, const char *value)
{
  g_autoptr (HearthRecord) view = look_up_kept (self, self->chosen);
  g_autoptr (HearthRecord) changed = NULL;

  if (view == NULL)
    return false;
  changed = hearth_record_copy (view);
  hearth_record_set (changed, field, value);
  return save (self, changed);
}

/* ---- Callbacks ---- */

static void
kept_changed_cb (HearthViewMenu *self)
{
  show (self);
}

static void
keep_given_cb (const char *title, gpointer user_data)
{
  HearthViewMenu *self = user_data;
  g_autoptr (HearthRecord) view = hearth_record_new (&hearth_saved_view_type);
  g_autofree char *json = hearth_list_question_to_json (self->current);

  hearth_record_set (view, "title", title);
  hearth_record_set (view, "list", self->type->name);
  hearth_record_set (view, "question", json);
  if (!save (self, view))
    return;
  set_chosen (self, hearth_record_get_id (view), hearth_list_question_copy (self->current));
  hearth_toast (GTK_WIDGET (self), _ ("View kept"), NULL);
}

static void
rename_given_cb (const char *title, gpointer user_data)
{
  HearthViewMenu *self = user_data;

  if (save_changed (self, "title", title))
    show (self);
}

/* What was removed stays removed: one like it is made. */
static void
undo_remove_cb (AdwToast *toast, HearthViewMenu *self)
{
  HearthRecord *removed = g_object_get_data (G_OBJECT (toast), "view");
  g_autoptr (HearthRecord) view = hearth_record_new (&hearth_saved_view_type);

  for (unsigned int i = 0; i < hearth_saved_view_type.n_fields; i++)
    hearth_record_set (view, hearth_saved_view_type.fields[i].name,
                       hearth_record_get (removed, hearth_saved_view_type.fields[i].name));
  if (save (self, view))
    choose (self, hearth_record_get_id (view));
}

/* ---- Actions ---- */

static void
keep_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (widget);
  g_autoptr (GPtrArray) taken = list_titles (self, NULL);
  g_autofree char *json = hearth_list_question_to_json (self->current);
  g_autoptr (HearthListQuestion) read = hearth_list_question_from_json (self->type, json);

  if (read == NULL)
    {
      hearth_tell (widget, _ ("This view cannot be kept"),
                   _ ("There is too much in it. Search for fewer words, or take filters away."));
      return;
    }
  hearth_title_dialog_present (widget, _ ("Keep This View"), _ ("_Keep"), "",
                               hearth_record_type_lookup_field (&hearth_saved_view_type, "title")->max_length,
                               taken, keep_given_cb, self);
}

static void
update_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (widget);
  g_autofree char *json = hearth_list_question_to_json (self->current);

  if (save_changed (self, "question", json))
    set_chosen (self, self->chosen, hearth_list_question_copy (self->current));
}

static void
rename_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (widget);
  g_autoptr (GPtrArray) taken = list_titles (self, self->chosen);
  g_autofree char *title = dup_title (self);

  hearth_title_dialog_present (widget, _ ("Rename View"), _ ("_Rename"), title,
                               hearth_record_type_lookup_field (&hearth_saved_view_type, "title")->max_length,
                               taken, rename_given_cb, self);
}

static void
remove_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (widget);
  g_autoptr (HearthRecord) view = look_up_kept (self, self->chosen);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  choose (self, "0");
  if (!hearth_store_mark_in_error (self->store, view, "removed", &error))
    {
      hearth_tell_error (widget, _ ("The view is still there"), error);
      return;
    }
  toast = hearth_toast (widget, _ ("View removed"), _ ("Undo"));
  if (toast == NULL)
    return;
  g_object_set_data_full (G_OBJECT (toast), "view", g_object_ref (view), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_remove_cb), self, 0);
}

/* ---- Overrides ---- */

static void
hearth_view_menu_dispose (GObject *object)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (object);

  g_clear_object (&self->kept);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_view_menu_parent_class)->dispose (object);
}

static void
hearth_view_menu_finalize (GObject *object)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (object);

  g_ptr_array_unref (self->presets);
  g_free (self->chosen);
  g_clear_pointer (&self->question, hearth_list_question_free);
  g_clear_pointer (&self->current, hearth_list_question_free);

  G_OBJECT_CLASS (hearth_view_menu_parent_class)->finalize (object);
}

static void
hearth_view_menu_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (object);

  if (id == PROP_CHOSEN)
    g_value_set_string (value, self->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_view_menu_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HearthViewMenu *self = HEARTH_VIEW_MENU (object);

  if (id == PROP_CHOSEN)
    choose (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_view_menu_class_init (HearthViewMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_view_menu_dispose;
  object_class->finalize = hearth_view_menu_finalize;
  object_class->get_property = hearth_view_menu_get_property;
  object_class->set_property = hearth_view_menu_set_property;

  properties[PROP_CHOSEN] =
    g_param_spec_string ("chosen", NULL, NULL, "0",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal =
    g_signal_new ("chosen", HEARTH_TYPE_VIEW_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "view.choose", "chosen");
  gtk_widget_class_install_action (widget_class, "view.keep", NULL, keep_action_cb);
  gtk_widget_class_install_action (widget_class, "view.update", NULL, update_action_cb);
  gtk_widget_class_install_action (widget_class, "view.rename", NULL, rename_action_cb);
  gtk_widget_class_install_action (widget_class, "view.remove", NULL, remove_action_cb);
}

static void
hearth_view_menu_init (HearthViewMenu *self)
{
  self->presets = g_ptr_array_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_can_shrink (self->button, TRUE);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/* ---- Public ---- */

static void
take_presets (HearthViewMenu *self)
{
  const HearthListPreset *presets = hearth_record_kind_get (self->type)->presets;

  for (; presets != NULL && presets->title != NULL; presets++)
    {
      g_autoptr (HearthListQuestion) question =
        hearth_list_preset_make_question (presets, self->store, self->type);

      if (question != NULL)
        g_ptr_array_add (self->presets, (gpointer) presets);
    }
  if (self->presets->len == 0)
    g_ptr_array_add (self->presets, (gpointer) &everything);
}

static void
list_kept (HearthViewMenu *self)
{
  const char *lists[] = { self->type->name, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_saved_view_type);
  g_autoptr (GError) error = NULL;

  if (!may_keep (self))
    return;
  hearth_query_set_filter (query, "list", lists);
  hearth_query_set_sort (query, "title", false);
  self->kept = hearth_store_list (self->store, query, &error);
  if (self->kept == NULL)
    g_warning ("Kept views cannot be listed: %s", error->message);
  else
    g_signal_connect_object (self->kept, "items-changed", G_CALLBACK (kept_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

HearthViewMenu *
hearth_view_menu_new (HearthStore *store, const HearthRecordType *type)
{
  HearthViewMenu *self = g_object_new (HEARTH_TYPE_VIEW_MENU, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  take_presets (self);
  list_kept (self);
  set_chosen (self, "0", make_question (self, "0"));
  return self;
}

const HearthListQuestion *
hearth_view_menu_get_question (HearthViewMenu *self)
{
  g_return_val_if_fail (HEARTH_IS_VIEW_MENU (self), NULL);

  return self->question;
}

void
hearth_view_menu_set_current (HearthViewMenu *self, const HearthListQuestion *current)
{
  g_return_if_fail (HEARTH_IS_VIEW_MENU (self));

  g_clear_pointer (&self->current, hearth_list_question_free);
  self->current = hearth_list_question_copy (current);
  show (self);
}

bool
hearth_view_menu_is_changed (HearthViewMenu *self)
{
  g_return_val_if_fail (HEARTH_IS_VIEW_MENU (self), false);

  return self->current != NULL && !hearth_list_question_equal (self->question, self->current);
}
