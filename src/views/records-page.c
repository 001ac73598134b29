/* SPDX-License-Identifier: GPL-3.0-or-later
 * All records of one type, of one resident or of the whole house: list, filters, and making a new one.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/records-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/draft-list.h"
#include "views/editor-page.h"
#include "views/resident-chooser.h"
#include "widgets/record-list-view.h"

#define DEFAULT_PERIOD "30"

struct _HearthRecordsPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkButton *new_button;
  GtkMenuButton *period_button;
  GtkBox *content;

  /* Borrowed */
  HearthRecordListView *list;

  /* Owned */
  HearthStore *store;
  const HearthRecordType *type;
  char *resident;
  char *period; /* number of days, or "all" */
  HearthQuery *query;
  GListModel *model;
  GSignalGroup *model_signals;
};

G_DEFINE_FINAL_TYPE (HearthRecordsPage, hearth_records_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- What an empty list says: what to do first ---- */

typedef struct {
  const HearthRecordType *type;
  const char *title;
  const char *description;
  const char *button;
} EmptyText;

static const EmptyText empty_texts[] = {
  { .type = &hearth_resident_type,
    .title = N_ ("Nobody here yet"),
    .description = N_ ("Add the first resident. A name to be called by is enough to begin with."),
    .button = N_ ("Add a resident") },
  { .type = &hearth_daily_log_type,
    .title = N_ ("No entries in these days"),
    .description = N_ ("Write down how the day or the night was. A good moment has its place too."),
    .button = N_ ("Write an entry") },
  { .type = &hearth_stay_type,
    .title = N_ ("No stay yet"),
    .description = N_ ("Add when the resident arrived, and on which legal basis the stay rests."),
    .button = N_ ("Add a stay") },
  { .type = &hearth_contact_type,
    .title = N_ ("No people yet"),
    .description =
      N_ ("Add who matters to the resident, who is safe to call, and who must not have contact."),
    .button = N_ ("Add a person") },
  { .type = &hearth_alert_type,
    .title = N_ ("No alerts"),
    .description = N_ ("Add what everybody on duty must know at a glance, such as an allergy."),
    .button = N_ ("Add an alert") },
  { .type = &hearth_consent_type,
    .title = N_ ("No consents yet"),
    .description = N_ ("Add what the resident has agreed to, with whom it may be shared, and until when."),
    .button = N_ ("Add a consent") },
  { .type = &hearth_statement_type,
    .title = N_ ("No statements yet"),
    .description = N_ ("Add which interviews there were, so that nobody has to be asked twice."),
    .button = N_ ("Add a statement") },
};

static void
set_empty_text (HearthRecordsPage *self, bool may_write)
{
  for (gsize i = 0; i < G_N_ELEMENTS (empty_texts); i++)
    if (empty_texts[i].type == self->type)
      {
        hearth_record_list_view_set_empty_text (self->list, _ (empty_texts[i].title),
                                                may_write ? _ (empty_texts[i].description) : "",
                                                may_write ? _ (empty_texts[i].button) : NULL);
        return;
      }
  hearth_record_list_view_set_empty_text (self->list, _ ("Nothing here yet"), "",
                                          may_write ? _ ("Add") : NULL);
}

/* ---- Helpers ---- */

static bool
has_period (HearthRecordsPage *self)
{
  return self->resident == NULL && self->type->event_field != NULL;
}

static bool
is_filtered (HearthRecordsPage *self)
{
  return (self->query->text != NULL && *self->query->text != '\0') ||
         (self->query->filters != NULL && self->query->filters->len > 0);
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
      if (g_strcmp0 (target, self->period) == 0)
        return g_steal_pointer (&label);
    }
  return g_strdup ("");
}

static void
show_count (HearthRecordsPage *self)
{
  unsigned int n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  g_autofree char *before = NULL;
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;

  if (self->resident != NULL)
    before = hearth_store_dup_link_title (self->store, self->resident);
  else if (has_period (self))
    before = dup_period_label (self);
  if (is_filtered (self))
    count = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  else if (self->type == &hearth_resident_type)
    count = g_strdup_printf (ngettext ("%u resident", "%u residents", n), n);
  else
    count = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
  subtitle = before != NULL ? g_strdup_printf ("%s · %s", before, count) : g_steal_pointer (&count);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
items_changed_cb (HearthRecordsPage *self)
{
  show_count (self);
}

/* Asks the store anew; from then on the list follows what is saved by itself. */
static void
ask (HearthRecordsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) model = hearth_store_list (self->store, self->query, &error);

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

static void
set_period (HearthRecordsPage *self, const char *period)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *from = NULL;

  g_set_str (&self->period, period);
  if (!g_str_equal (period, "all"))
    from = hearth_date_add_days (today, 1 - (int) g_ascii_strtoll (period, NULL, 10));
  hearth_query_set_period (self->query, from, NULL);
}

static char *
dup_resident_title (const char *resident_id, gpointer user_data)
{
  HearthRecordsPage *self = user_data;

  return hearth_store_dup_link_title (self->store, resident_id);
}

static void
saved_cb (HearthRecordsPage *self, HearthRecord *record)
{
  if (self->type == &hearth_resident_type)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", hearth_record_get_id (record));
}

static void
edit (HearthRecordsPage *self, HearthRecord *record)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  HearthEditorPage *page = hearth_editor_page_new (self->store, record);

  if (hearth_record_get_revision (record) == 0)
    g_signal_connect_object (page, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
}

static void
begin_new (HearthRecordsPage *self, const char *resident)
{
  g_autoptr (HearthRecord) record = hearth_record_new (self->type);

  if (resident != NULL)
    hearth_record_set (record, "resident", resident);
  edit (self, record);
}

/* ---- Callbacks ---- */

static void
activate_record_cb (HearthRecordsPage *self, HearthRecord *record)
{
  if (self->type == &hearth_resident_type)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", hearth_record_get_id (record));
  else
    edit (self, record);
}

static void
sort_requested_cb (HearthRecordsPage *self, const char *field, gboolean descending)
{
  hearth_query_set_sort (self->query, field, descending);
  ask (self);
}

static void
filter_changed_cb (HearthRecordsPage *self, const char *field, const char *code)
{
  const char *codes[] = { code, NULL };

  hearth_query_set_filter (self->query, field, *code != '\0' ? codes : NULL);
  ask (self);
}

static void
text_changed_cb (HearthRecordsPage *self, const char *text)
{
  hearth_query_set_text (self->query, *text != '\0' ? text : NULL);
  ask (self);
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

static void
resident_chosen_cb (HearthRecordsPage *self, HearthRecord *resident)
{
  begin_new (self, hearth_record_get_id (resident));
}

/* ---- Actions ---- */

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthRecordsPage *self = HEARTH_RECORDS_PAGE (widget);
  HearthResidentChooser *chooser;

  if (self->resident != NULL || self->type->owner == HEARTH_OWNER_HOUSE)
    {
      begin_new (self, self->resident);
      return;
    }
  chooser = hearth_resident_chooser_new (self->store);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (resident_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (chooser), widget);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_record_list_view_start_search (HEARTH_RECORDS_PAGE (widget)->list);
}

static void
period_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthRecordsPage *self = HEARTH_RECORDS_PAGE (widget);

  set_period (self, g_variant_get_string (parameter, NULL));
  ask (self);
}

/* ---- Overrides ---- */

static void
hearth_records_page_dispose (GObject *object)
{
  HearthRecordsPage *self = HEARTH_RECORDS_PAGE (object);

  g_clear_object (&self->model_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RECORDS_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, hearth_query_free);
  g_clear_pointer (&self->resident, g_free);
  g_clear_pointer (&self->period, g_free);

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
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.period", "s", period_action);
}

static void
hearth_records_page_init (HearthRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
make_list (HearthRecordsPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  self->list = hearth_record_list_view_new (self->type);
  hearth_record_list_view_set_today (self->list, today);
  if (self->resident == NULL && self->type->owner == HEARTH_OWNER_RESIDENT)
    hearth_record_list_view_set_title_func (self->list, dup_resident_title, self, NULL);
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
}

/* ---- Public ---- */

HearthRecordsPage *
hearth_records_page_new (HearthStore *store, const HearthRecordType *type, const char *resident)
{
  HearthRecordsPage *self = g_object_new (HEARTH_TYPE_RECORDS_PAGE, "title", _ (type->label_plural), NULL);
  HearthDraftList *drafts = hearth_draft_list_new (store, type, resident, NULL);
  bool may_write = hearth_policy_may_write (hearth_store_get_policy (store), type, NULL, resident);

  self->store = g_object_ref (store);
  self->type = type;
  self->resident = g_strdup (resident);
  self->query = hearth_query_new (type);
  hearth_query_set_resident (self->query, resident);
  g_signal_connect_object (drafts, "continue", G_CALLBACK (draft_continue_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->content, GTK_WIDGET (drafts));
  make_list (self);
  set_empty_text (self, may_write);
  adw_window_title_set_title (self->window_title, _ (type->label_plural));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), _ ("New (Ctrl+N)"));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_write);
  gtk_widget_set_visible (GTK_WIDGET (self->period_button), has_period (self));
  if (type == &hearth_resident_type)
    {
      hearth_query_set_sort (self->query, "name_used", false);
      hearth_record_list_view_set_sort (self->list, "name_used", false);
    }
  if (has_period (self))
    set_period (self, DEFAULT_PERIOD);
  ask (self);
  return self;
}

GListModel *
hearth_records_page_get_model (HearthRecordsPage *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORDS_PAGE (self), NULL);
  return self->model;
}
