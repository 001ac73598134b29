/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ctrl+K: finds people, entries and things to do.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/search-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/actions.h"
#include "core/date.h"
#include "records/types.h"
#include "store/search.h"

/* Letters from which on the name of a page counts before a resident’s. */
#define FEWEST_FOR_A_PAGE 4
#define MOST_RESULTS 50

struct _HearthSearchDialog {
  AdwDialog parent_instance;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  AdwStatusPage *nothing_page;
  GtkListBox *results;

  /* Owned */
  HearthStore *store;
  char *searched; /* what the results are for, or NULL */
  unsigned int n_results;
};

G_DEFINE_FINAL_TYPE (HearthSearchDialog, hearth_search_dialog, ADW_TYPE_DIALOG)

/* ---- Rows ---- */

/* What a row does when it is chosen hangs on the row: an action by name, with its target. */
static void
add_row (HearthSearchDialog *self,
         const char *icon_name,
         const char *title,
         const char *subtitle,
         const char *action,
         GVariant *target)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "action", g_strdup (action), g_free);
  if (target != NULL)
    g_object_set_data_full (G_OBJECT (row), "target", g_variant_ref_sink (target),
                            (GDestroyNotify) g_variant_unref);
  gtk_list_box_append (self->results, row);
  self->n_results++;
}

static char *
describe_hit (const HearthSearchHit *hit)
{
  g_autoptr (GString) words = g_string_new (_ (hit->type->label));
  g_autofree char *date = hearth_date_format (hit->date);

  if (hit->type == &hearth_resident_type && *hit->subtitle != '\0')
    g_string_append_printf (words, " · %s", hit->subtitle);
  if (*hit->resident_title != '\0')
    g_string_append_printf (words, " · %s", hit->resident_title);
  if (*date != '\0' && hit->type->event_field != NULL)
    g_string_append_printf (words, " · %s", date);
  if (*hit->snippet != '\0')
    g_string_append_printf (words, "\n%s", hit->snippet);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_hits (HearthSearchDialog *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = hearth_store_search (self->store, text, MOST_RESULTS, &error);

  if (hits == NULL)
    {
      g_autofree char *sentence = hearth_store_error_to_sentence (error);

      adw_status_page_set_description (self->nothing_page, sentence);
      return;
    }
  for (unsigned int i = 0; i < hits->len; i++)
    {
      const HearthSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *subtitle = describe_hit (hit);

      add_row (self, hit->type->icon_name, *hit->title != '\0' ? hit->title : _ (hit->type->label), subtitle,
               "win.open-record", g_variant_new_string (hit->id));
    }
}

/* Where one can go. @begins: only what begins with @text, or only what does not. */
static void
add_actions (HearthSearchDialog *self, const char *text, bool begins)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (const HearthActionInfo *info = hearth_actions_get_table (); info->name != NULL; info++)
    {
      g_autofree char *label = g_utf8_casefold (_ (info->label), -1);
      g_autofree char *action = NULL;
      GVariant *target = NULL;

      if (!hearth_action_is_for (info, self->store))
        continue;
      if (info->in_search && strstr (label, wanted) != NULL && g_str_has_prefix (label, wanted) == begins &&
          g_action_parse_detailed_name (info->name, &action, &target, NULL))
        add_row (self, "system-run-symbolic", _ (info->label), _ (info->group), action, target);
    }
}

/* ---- Callbacks ---- */

static void
search (HearthSearchDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  /* The same words again must not take back which result is marked. */
  if (!g_set_str (&self->searched, text))
    return;
  gtk_list_box_remove_all (self->results);
  self->n_results = 0;
  if (*text == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }
  /* A page that is called so was meant, rather than an entry that mentions it. */
  if (g_utf8_strlen (text, -1) >= FEWEST_FOR_A_PAGE)
    add_actions (self, text, true);
  add_hits (self, text);
  if (g_utf8_strlen (text, -1) < FEWEST_FOR_A_PAGE)
    add_actions (self, text, true);
  add_actions (self, text, false);
  gtk_stack_set_visible_child_name (self->stack, self->n_results > 0 ? "results" : "nothing");
  if (self->n_results > 0)
    gtk_list_box_select_row (self->results, gtk_list_box_get_row_at_index (self->results, 0));
}

/* Marks the result @step below the marked one, while the typing goes on. */
static void
move_mark (HearthSearchDialog *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->results), GTK_TYPE_VIEWPORT);

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->results, index) : NULL;
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->results, row);
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (row), NULL);
}

static void
search_changed_cb (HearthSearchDialog *self)
{
  search (self);
}

static void
row_activated_cb (HearthSearchDialog *self, GtkListBoxRow *row)
{
  g_autofree char *action = g_strdup (g_object_get_data (G_OBJECT (row), "action"));
  GVariant *found = g_object_get_data (G_OBJECT (row), "target");
  g_autoptr (GVariant) target = found != NULL ? g_variant_ref (found) : NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (window, action, target);
}

static gboolean
key_pressed_cb (HearthSearchDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  bool down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if (!down && keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up)
    return GDK_EVENT_PROPAGATE;
  /* What is searched after a pause is searched now, so that there is something to move in. */
  search (self);
  move_mark (self, down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
entry_activate_cb (HearthSearchDialog *self)
{
  GtkListBoxRow *row;

  /* Enter may come before the pause after which the search starts by itself. */
  search (self);
  row = gtk_list_box_get_selected_row (self->results);
  if (row != NULL)
    row_activated_cb (self, row);
}

/* Escape closes at once, whether something is typed or not. */
static void
stop_search_cb (HearthSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- Overrides ---- */

static void
hearth_search_dialog_dispose (GObject *object)
{
  HearthSearchDialog *self = HEARTH_SEARCH_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->store);
  g_clear_pointer (&self->searched, g_free);

  G_OBJECT_CLASS (hearth_search_dialog_parent_class)->dispose (object);
}

static void
hearth_search_dialog_class_init (HearthSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthSearchDialog, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, HearthSearchDialog, results);
  gtk_widget_class_bind_template_child (widget_class, HearthSearchDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthSearchDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
hearth_search_dialog_init (HearthSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->results));
}

/* ---- Public ---- */

HearthSearchDialog *
hearth_search_dialog_new (HearthStore *store)
{
  HearthSearchDialog *self = g_object_new (HEARTH_TYPE_SEARCH_DIALOG, NULL);

  self->store = g_object_ref (store);
  return self;
}

void
hearth_search_dialog_search (HearthSearchDialog *self, const char *words)
{
  g_return_if_fail (HEARTH_IS_SEARCH_DIALOG (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
  search (self);
}

unsigned int
hearth_search_dialog_get_n_results (HearthSearchDialog *self)
{
  g_return_val_if_fail (HEARTH_IS_SEARCH_DIALOG (self), 0);
  return self->n_results;
}
