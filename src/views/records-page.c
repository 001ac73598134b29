/* SPDX-License-Identifier: GPL-3.0-or-later
 * All records of one type, of one resident or of the whole house: list, filters, and making a new one.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/records-page.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/begin.h"
#include "views/draft-list.h"
#include "views/file-page.h"
#include "views/record-kinds.h"
#include "views/resident-words.h"
#include "views/view-menu.h"
#include "widgets/record-list-view.h"

struct _HearthRecordsPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkButton *new_button;
  GtkMenuButton *period_button;
  GtkBox *content;

  /* Borrowed */
  HearthRecordListView *list;
  HearthViewMenu *views;

  /* Owned */
  HearthStore *store;
  const HearthRecordType *type;
  char *resident;
  HearthListQuestion *question;
  GListModel *model;
  GSignalGroup *model_signals;
  GHashTable *titles; /* id → title of what records name */
  HearthResidentWords *where_now;
  HearthResidentWords *alerts;
};

static void hearth_records_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthRecordsPage,
                               hearth_records_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_records_page_file_page_init))

/* ---- Helpers ---- */

static bool
has_period (HearthRecordsPage *self)
{
  return self->resident == NULL && self->type->event_field != NULL;
}

/* The label of the period that is shown, as the menu has it. Transfer full. */
static char *
dup_period_label (HearthRecordsPage *self)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (self->period_button);
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);

  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      g_autofree char *target = NULL;
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_TARGET, "s", &target);
      g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (g_strcmp0 (target, self->question->period) == 0)
        return g_steal_pointer (&label);
    }
  return g_strdup ("");
}

/* @question as the store is asked it: lists of one resident show all days, unless a view asks for fewer. */
static HearthQuery *
make_query (HearthRecordsPage *self, const HearthListQuestion *question)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (HearthListQuestion) asked = hearth_list_question_copy (question);

  if (!has_period (self) && g_str_equal (asked->period, HEARTH_PERIOD_USUAL))
    g_set_str (&asked->period, HEARTH_PERIOD_ALL);
  return hearth_list_question_make_query (asked, self->type, self->resident, today);
}

/* How many there are without search and filters. */
static unsigned int
count_all (HearthRecordsPage *self)
{
  g_autoptr (HearthListQuestion) all = hearth_list_question_new ();
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  gint64 count;

  g_set_str (&all->period, self->question->period);
  query = make_query (self, all);
  count = hearth_store_count (self->store, query, &error);
  /* A list is emptied when the house is locked, and then nobody may count any more. */
  if (count < 0 && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records cannot be counted: %s", error->message);
  return (unsigned int) CLAMP (count, 0, G_MAXINT);
}

static char *
describe_count (HearthRecordsPage *self, unsigned int n, unsigned int n_all)
{
  bool residents = self->type == &hearth_resident_type;

  if (!hearth_list_question_is_filtered (self->question))
    return residents ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u resident", "%u residents", n), n)
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n), n);
  /* Translators: how many a list shows, of how many there are. */
  return residents
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u resident", "%u of %u residents", n_all),
                              n, n_all)
           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u entry", "%u of %u entries", n_all), n,
                              n_all);
}

static void
show_count (HearthRecordsPage *self)
{
  unsigned int n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  unsigned int n_all = self->model != NULL ? count_all (self) : 0;
  g_autofree char *before = NULL;
  g_autofree char *count = describe_count (self, n, n_all);
  g_autofree char *subtitle = NULL;

  if (self->resident != NULL)
    before = hearth_store_dup_link_title (self->store, self->resident);
  else if (has_period (self))
    before = dup_period_label (self);
  /* The count first, as a narrow window cuts the end. First-strong isolate: a name must not turn round what stands
   * beside it. */
  subtitle = before != NULL ? g_strdup_printf ("%s · \u2068%s\u2069", count, before) : g_strdup (count);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  hearth_record_list_view_set_total (self->list, n_all);
}

/* Whether a form for a new one is offered here. */
static bool
may_begin (HearthRecordsPage *self)
{
  return !hearth_record_kind_get (self->type)->made_elsewhere &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), self->type, NULL, self->resident);
}

static void
set_empty_text (HearthRecordsPage *self)
{
  const HearthRecordKind *kind = hearth_record_kind_get (self->type);
  bool offers = may_begin (self);

  hearth_record_list_view_set_empty_text (self->list, _ (kind->empty_title),
                                          (offers || kind->made_elsewhere) && kind->empty_description != NULL
                                            ? _ (kind->empty_description)
                                            : "",
                                          offers ? _ (kind->empty_button) : NULL);
}

/* Asks the store anew; from then on the list follows what is saved by itself. */
static void
ask (HearthRecordsPage *self)
{
  g_autoptr (HearthQuery) query = make_query (self, self->question);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) model = hearth_store_list (self->store, query, &error);

  if (model == NULL)
    {
      g_autofree char *sentence = hearth_store_error_to_sentence (error);

      hearth_record_list_view_set_empty_text (self->list, _ ("This list cannot be shown"), sentence, NULL);
    }
  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);
  hearth_record_list_view_set_model (self->list, model);
  show_count (self);
}

/* After somebody changed what is asked. */
static void
ask_other (HearthRecordsPage *self)
{
  hearth_view_menu_set_current (self->views, self->question);
  ask (self);
}

/* Names of all filters of the type, borrowed. */
static GPtrArray *
list_filters (HearthRecordsPage *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (const HearthFacet *facet = self->type->facets; facet != NULL && facet->name != NULL; facet++)
    g_ptr_array_add (names, (gpointer) facet->name);
  for (unsigned int i = 0; i < self->type->n_fields; i++)
    if (self->type->fields[i].filter)
      g_ptr_array_add (names, (gpointer) self->type->fields[i].name);
  return names;
}

/* Shows what the view asks. What this person cannot filter or sort by is left out. */
static void
take_view (HearthRecordsPage *self)
{
  g_autoptr (GPtrArray) names = list_filters (self);

  g_clear_pointer (&self->question, hearth_list_question_free);
  self->question = hearth_list_question_copy (hearth_view_menu_get_question (self->views));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_auto (GStrv) codes = NULL;

      hearth_record_list_view_set_filter (self->list, name,
                                          g_hash_table_lookup (self->question->filters, name));
      codes = hearth_record_list_view_dup_filter (self->list, name);
      hearth_list_question_set_filter (self->question, name, (const char *const *) codes);
    }
  if (!hearth_record_kind_may_filter (self->store, self->type, self->question->sort))
    g_set_str (&self->question->sort, "");
  hearth_record_list_view_set_search_text (self->list, self->question->text);
  hearth_record_list_view_set_sort (self->list, *self->question->sort != '\0' ? self->question->sort : NULL,
                                    self->question->descending);
  ask_other (self);
}

static char *
dup_title (const char *id, gpointer user_data)
{
  HearthRecordsPage *self = user_data;
  const char *title = g_hash_table_lookup (self->titles, id);

  if (title == NULL)
    {
      char *read = hearth_store_dup_link_title (self->store, id);

      g_hash_table_insert (self->titles, g_strdup (id), read);
      title = read;
    }
  return g_strdup (title);
}

static char *
dup_where_now (HearthRecord *resident, gpointer user_data)
{
  return g_strdup (hearth_resident_words_get (HEARTH_RECORDS_PAGE (user_data)->where_now,
                                              hearth_record_get_id (resident)));
}

/* In one line. */
static char *
dup_alerts (HearthRecord *resident, gpointer user_data)
{
  const char *words =
    hearth_resident_words_get (HEARTH_RECORDS_PAGE (user_data)->alerts, hearth_record_get_id (resident));
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  return g_strjoinv (" · ", lines);
}

/* ---- Callbacks ---- */

static void
items_changed_cb (HearthRecordsPage *self)
{
  show_count (self);
}

static void
record_saved_cb (HearthRecordsPage *self, HearthRecord *record)
{
  g_hash_table_remove (self->titles, hearth_record_get_id (record));
  if (hearth_record_get_record_type (record) == self->type)
    show_count (self);
}

static void
words_changed_cb (HearthRecordsPage *self)
{
  hearth_record_list_view_update_words (self->list);
}

static void
view_chosen_cb (HearthRecordsPage *self)
{
  take_view (self);
}

static void
activate_record_cb (HearthRecordsPage *self, HearthRecord *record)
{
  hearth_open_record (GTK_WIDGET (self), self->store, record);
}

static void
sort_requested_cb (HearthRecordsPage *self, const char *field, gboolean descending)
{
  g_set_str (&self->question->sort, field);
  self->question->descending = descending;
  ask_other (self);
}

static void
filter_changed_cb (HearthRecordsPage *self, const char *field, GStrv codes)
{
  hearth_list_question_set_filter (self->question, field, (const char *const *) codes);
  ask_other (self);
}

static void
text_changed_cb (HearthRecordsPage *self, const char *text)
{
  g_set_str (&self->question->text, text);
  ask_other (self);
}

static void
empty_action_cb (HearthRecordsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.new", NULL);
}

static void
draft_continue_cb (HearthRecordsPage *self, const HearthDraft *draft)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.continue-draft", "s", draft->id);
}

/* ---- Actions ---- */

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthRecordsPage *self = HEARTH_RECORDS_PAGE (widget);

  hearth_begin_record (widget, self->store, self->type, self->resident);
}

static void
find_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_record_list_view_start_search (HEARTH_RECORDS_PAGE (widget)->list);
}

static void
period_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthRecordsPage *self = HEARTH_RECORDS_PAGE (widget);

  g_set_str (&self->question->period, g_variant_get_string (parameter, NULL));
  ask_other (self);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_records_page_renew (HearthFilePage *page)
{
  HearthRecordsPage *self = HEARTH_RECORDS_PAGE (page);

  if (!hearth_policy_may_read (hearth_store_get_policy (self->store), self->type, NULL, self->resident))
    return NULL;
  return ADW_NAVIGATION_PAGE (hearth_records_page_new (self->store, self->type, self->resident));
}

static void
hearth_records_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_records_page_renew;
}

static void
hearth_records_page_dispose (GObject *object)
{
  HearthRecordsPage *self = HEARTH_RECORDS_PAGE (object);

  g_clear_object (&self->model_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RECORDS_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->where_now);
  g_clear_object (&self->alerts);
  g_clear_object (&self->store);
  g_clear_pointer (&self->question, hearth_list_question_free);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->resident, g_free);

  G_OBJECT_CLASS (hearth_records_page_parent_class)->dispose (object);
}

static void
hearth_records_page_class_init (HearthRecordsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_records_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/records-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRecordsPage, content);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordsPage, period_button);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordsPage, window_title);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action_cb);
  gtk_widget_class_install_action (widget_class, "page.period", "s", period_action_cb);
}

static void
hearth_records_page_init (HearthRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (items_changed_cb), self);
}

/* Accounts as choices, the person's own first. */
static void
offer_accounts (HearthRecordsPage *self, const char *field)
{
  g_autoptr (GArray) choices = g_array_new (TRUE, FALSE, sizeof (HearthChoice));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  HearthRecord *own = hearth_store_get_account (self->store);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GListModel) accounts = NULL;

  hearth_query_set_sort (query, "name", false);
  accounts = hearth_store_list (self->store, query, NULL);
  for (guint i = 0; accounts != NULL && i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);
      bool is_own = account == own;
      const char *name = hearth_record_get (account, "name");
      HearthChoice choice = {
        .code = g_strdup (hearth_record_get_id (account)),
        /* Translators: the person who is signed in, in a list of the staff. */
        .label = is_own ? g_strdup_printf (_ ("%s (you)"), name) : g_strdup (name),
      };

      g_ptr_array_add (kept, (gpointer) choice.code);
      g_ptr_array_add (kept, (gpointer) choice.label);
      g_array_insert_val (choices, is_own ? 0 : choices->len, choice);
    }
  hearth_record_list_view_set_filter_choices (self->list, field, (const HearthChoice *) choices->data);
}

static void
offer_filters (HearthRecordsPage *self)
{
  g_autoptr (GPtrArray) names = list_filters (self);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const HearthField *field = hearth_record_type_lookup_field (self->type, name);

      if (!hearth_record_kind_may_filter (self->store, self->type, name))
        hearth_record_list_view_set_filter_choices (self->list, name, NULL);
      else if (field != NULL && g_strcmp0 (field->link_type, hearth_account_type.name) == 0)
        offer_accounts (self, name);
    }
}

/* Where somebody lives, and what everybody must know of them, are no fields of theirs. */
static void
add_words (HearthRecordsPage *self)
{
  if (self->type != &hearth_resident_type)
    return;
  if (hearth_record_kind_may_filter (self->store, self->type, "where_now"))
    {
      self->where_now = hearth_resident_words_new_where (self->store);
      g_signal_connect_object (self->where_now, "changed", G_CALLBACK (words_changed_cb), self,
                               G_CONNECT_SWAPPED);
      hearth_record_list_view_add_column (self->list, "age", _ ("Where now"), dup_where_now, self);
    }
  if (hearth_policy_may_read (hearth_store_get_policy (self->store), &hearth_alert_type, NULL, NULL))
    {
      self->alerts = hearth_resident_words_new_alerts (self->store);
      g_signal_connect_object (self->alerts, "changed", G_CALLBACK (words_changed_cb), self,
                               G_CONNECT_SWAPPED);
      hearth_record_list_view_add_column (self->list, "key_worker", _ ("Alerts"), dup_alerts, self);
    }
}

static void
make_list (HearthRecordsPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  self->list = hearth_record_list_view_new (self->type);
  hearth_record_list_view_set_today (self->list, today);
  if (self->resident == NULL)
    hearth_record_list_view_set_title_func (self->list, dup_title, self, NULL);
  offer_filters (self);
  add_words (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (self->list, "activate-record", G_CALLBACK (activate_record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "sort-requested", G_CALLBACK (sort_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "filter-changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "text-changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "empty-action", G_CALLBACK (empty_action_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (self->list));

  self->views = hearth_view_menu_new (self->store, self->type);
  g_signal_connect_object (self->views, "chosen", G_CALLBACK (view_chosen_cb), self, G_CONNECT_SWAPPED);
  hearth_record_list_view_add_tool (self->list, GTK_WIDGET (self->views));
}

/* ---- Public ---- */

HearthRecordsPage *
hearth_records_page_new (HearthStore *store, const HearthRecordType *type, const char *resident)
{
  HearthRecordsPage *self = g_object_new (HEARTH_TYPE_RECORDS_PAGE, "title", _ (type->label_plural), NULL);
  HearthDraftList *drafts = hearth_draft_list_new (store, type, resident, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  self->resident = g_strdup (resident);
  g_signal_connect_object (drafts, "continue", G_CALLBACK (draft_continue_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (drafts));
  make_list (self);
  set_empty_text (self);
  adw_window_title_set_title (self->window_title, _ (type->label_plural));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), _ ("New (Ctrl+N)"));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), may_begin (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_begin (self));
  gtk_widget_set_visible (GTK_WIDGET (self->period_button), has_period (self));
  take_view (self);
  g_signal_connect_object (store, "saved", G_CALLBACK (record_saved_cb), self, G_CONNECT_SWAPPED);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, resident);
  return self;
}

GListModel *
hearth_records_page_get_model (HearthRecordsPage *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORDS_PAGE (self), NULL);
  return self->model;
}
