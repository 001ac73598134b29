/* SPDX-License-Identifier: GPL-3.0-or-later
 * The incidents of the house: which are still open, which were written late, and the way to what they have in common.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/incidents-page.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "rules/incidents.h"
#include "rules/notifications.h"
#include "views/begin.h"
#include "views/draft-list.h"
#include "views/follow.h"
#include "views/list-question.h"
#include "views/pattern-page.h"
#include "widgets/record-list-view.h"

/* In the order of the choices. */
typedef enum {
  STANDING_ANY,
  STANDING_OPEN,
  STANDING_CLOSED,
} Standing;

struct _HearthIncidentsPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkButton *new_button;
  GtkBox *content;

  /* Borrowed */
  HearthRecordListView *list;
  GtkDropDown *standing;

  /* Owned */
  HearthStore *store;
  HearthListQuestion *question;
  GListModel *model;
  GtkCustomFilter *filter;
  GSignalGroup *model_signals;
  GHashTable *open; /* set of ids */
  GHashTable *late; /* the same, of those somebody should have been told of by now */
};

G_DEFINE_FINAL_TYPE (HearthIncidentsPage, hearth_incidents_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Standing ---- */

static void
read_standing (HearthIncidentsPage *self)
{
  g_autoptr (GPtrArray) incidents = hearth_incidents_list_open (self->store, NULL);
  g_autoptr (GPtrArray) notifications = hearth_notifications_list_open (self->store, NULL);

  g_hash_table_remove_all (self->open);
  g_hash_table_remove_all (self->late);
  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    g_hash_table_add (self->open, g_strdup (hearth_record_get_id (g_ptr_array_index (incidents, i))));
  for (guint i = 0; notifications != NULL && i < notifications->len; i++)
    {
      HearthRecord *notification = g_ptr_array_index (notifications, i);

      if (hearth_notification_is_late (self->store, notification))
        g_hash_table_add (self->late, g_strdup (hearth_record_get (notification, "subject")));
    }
}

static void
append_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

/* "Telling is late · Open · Written late": what cannot wait stands first. */
static char *
dup_standing (HearthRecord *incident, gpointer user_data)
{
  HearthIncidentsPage *self = user_data;
  const char *id = hearth_record_get_id (incident);
  g_autofree char *late =
    hearth_record_format (incident, hearth_record_type_lookup_field (&hearth_incident_type, "late"), "");
  g_autoptr (GString) words = g_string_new (NULL);

  if (g_hash_table_contains (self->late, id))
    append_word (words, _ ("Telling is late"));
  if (hearth_record_is_open (incident))
    append_word (words, _ ("Not signed"));
  else
    append_word (words, g_hash_table_contains (self->open, id) ? _ ("Open") : _ ("Closed"));
  if (*late != '\0')
    append_word (words, _ ("Written late"));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static gboolean
match (gpointer item, gpointer user_data)
{
  HearthIncidentsPage *self = user_data;
  bool open = g_hash_table_contains (self->open, hearth_record_get_id (item));

  switch ((Standing) gtk_drop_down_get_selected (self->standing))
    {
    case STANDING_OPEN:
      return open;
    case STANDING_CLOSED:
      return !open;
    case STANDING_ANY:
    default:
      return TRUE;
    }
}

/* ---- Asking ---- */

static void
show_count (HearthIncidentsPage *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  g_autofree char *count =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u incident", "%u incidents", n), n);

  adw_window_title_set_subtitle (self->window_title, count);
}

static void
set_model (HearthIncidentsPage *self, GListModel *model)
{
  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);
  hearth_record_list_view_set_model (self->list, model);
  show_count (self);
}

static bool
is_narrowed (HearthIncidentsPage *self)
{
  return gtk_drop_down_get_selected (self->standing) != STANDING_ANY ||
         hearth_list_question_is_filtered (self->question);
}

/* What is open is shown however long ago it was. */
static void
ask (HearthIncidentsPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (HearthListQuestion) question = hearth_list_question_copy (self->question);
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = NULL;
  g_autoptr (GtkFilterListModel) model = NULL;

  if (gtk_drop_down_get_selected (self->standing) == STANDING_OPEN)
    g_set_str (&question->period, HEARTH_PERIOD_ALL);
  query = hearth_list_question_make_query (question, &hearth_incident_type, NULL, today);
  found = hearth_store_list (self->store, query, &error);
  hearth_record_list_view_set_total (self->list, is_narrowed (self) ? 1 : 0);
  if (found == NULL)
    {
      g_autofree char *sentence = hearth_store_error_to_sentence (error);

      hearth_record_list_view_set_empty_text (self->list, _ ("This list cannot be shown"), sentence, NULL);
      set_model (self, NULL);
      return;
    }
  if (gtk_drop_down_get_selected (self->standing) == STANDING_ANY)
    {
      set_model (self, found);
      return;
    }
  model = gtk_filter_list_model_new (g_steal_pointer (&found), GTK_FILTER (g_object_ref (self->filter)));
  set_model (self, G_LIST_MODEL (model));
}

/* ---- Callbacks ---- */

static void
items_changed_cb (HearthIncidentsPage *self)
{
  show_count (self);
}

static void
read_again (gpointer owner)
{
  HearthIncidentsPage *self = owner;

  read_standing (self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  hearth_record_list_view_update_words (self->list);
}

static void
standing_cb (HearthIncidentsPage *self)
{
  ask (self);
}

static void
activate_record_cb (HearthIncidentsPage *self, HearthRecord *record)
{
  hearth_open_record (GTK_WIDGET (self), self->store, record);
}

static void
sort_requested_cb (HearthIncidentsPage *self, const char *field, gboolean descending)
{
  g_set_str (&self->question->sort, field);
  self->question->descending = descending;
  ask (self);
}

static void
filter_changed_cb (HearthIncidentsPage *self, const char *field, GStrv codes)
{
  hearth_list_question_set_filter (self->question, field, (const char *const *) codes);
  ask (self);
}

static void
text_changed_cb (HearthIncidentsPage *self, const char *text)
{
  g_set_str (&self->question->text, text);
  ask (self);
}

static void
empty_action_cb (HearthIncidentsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.new", NULL);
}

static void
draft_continue_cb (HearthIncidentsPage *self, const HearthDraft *draft)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.continue-draft", "s", draft->id);
}

/* ---- Actions ---- */

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentsPage *self = HEARTH_INCIDENTS_PAGE (widget);

  hearth_begin_record (widget, self->store, &hearth_incident_type, NULL);
}

static void
find_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_record_list_view_start_search (HEARTH_INCIDENTS_PAGE (widget)->list);
}

static void
period_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentsPage *self = HEARTH_INCIDENTS_PAGE (widget);

  g_set_str (&self->question->period, g_variant_get_string (parameter, NULL));
  ask (self);
}

static void
pattern_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthIncidentsPage *self = HEARTH_INCIDENTS_PAGE (widget);
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_pattern_page_new (self->store)));
}

/* ---- Overrides ---- */

static void
hearth_incidents_page_dispose (GObject *object)
{
  HearthIncidentsPage *self = HEARTH_INCIDENTS_PAGE (object);

  g_clear_object (&self->model_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_INCIDENTS_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_pointer (&self->question, hearth_list_question_free);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->late, g_hash_table_unref);

  G_OBJECT_CLASS (hearth_incidents_page_parent_class)->dispose (object);
}

static void
hearth_incidents_page_class_init (HearthIncidentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_incidents_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/incidents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentsPage, content);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, HearthIncidentsPage, window_title);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action_cb);
  gtk_widget_class_install_action (widget_class, "page.period", "s", period_action_cb);
  gtk_widget_class_install_action (widget_class, "page.pattern", NULL, pattern_action_cb);
}

static void
hearth_incidents_page_init (HearthIncidentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->late = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filter = gtk_custom_filter_new (match, self, NULL);
  self->question = hearth_list_question_new ();
  g_set_str (&self->question->period, HEARTH_PERIOD_USUAL);
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
add_standing (HearthIncidentsPage *self)
{
  const char *const labels[] = { _ ("All"), _ ("Still open"), _ ("Closed"), NULL };

  self->standing = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->standing), _ ("Open or closed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->standing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open or closed"), -1);
  g_signal_connect_object (self->standing, "notify::selected", G_CALLBACK (standing_cb), self,
                           G_CONNECT_SWAPPED);
  hearth_record_list_view_add_tool (self->list, GTK_WIDGET (self->standing));
}

static void
make_list (HearthIncidentsPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  self->list = hearth_record_list_view_new (&hearth_incident_type);
  hearth_record_list_view_set_today (self->list, today);
  hearth_record_list_view_add_column (self->list, "severity", _ ("Standing"), dup_standing, self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (self->list, "activate-record", G_CALLBACK (activate_record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "sort-requested", G_CALLBACK (sort_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "filter-changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "text-changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "empty-action", G_CALLBACK (empty_action_cb), self, G_CONNECT_SWAPPED);
  add_standing (self);
  gtk_box_append (self->content, GTK_WIDGET (self->list));
}

/* ---- Public ---- */

HearthIncidentsPage *
hearth_incidents_page_new (HearthStore *store)
{
  HearthIncidentsPage *self = g_object_new (HEARTH_TYPE_INCIDENTS_PAGE, NULL);
  HearthDraftList *drafts = hearth_draft_list_new (store, &hearth_incident_type, NULL, NULL);
  bool may_write =
    hearth_policy_may_write (hearth_store_get_policy (store), &hearth_incident_type, NULL, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (drafts, "continue", G_CALLBACK (draft_continue_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (drafts));
  make_list (self);
  hearth_record_list_view_set_empty_text (self->list, _ ("No incidents in these days"),
                                          _ ("What went wrong or hurt somebody is written down here, so that "
                                             "it is seen, told and learned from."),
                                          may_write ? _ ("Write down an incident") : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), _ ("New (Ctrl+N)"));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_write);
  read_standing (self);
  ask (self);
  hearth_follow (self, store, "saved", read_again);
  return self;
}

GListModel *
hearth_incidents_page_get_model (HearthIncidentsPage *self)
{
  g_return_val_if_fail (HEARTH_IS_INCIDENTS_PAGE (self), NULL);
  return self->model;
}
