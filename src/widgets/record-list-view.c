/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of records of one type: a table where there is room, two lines a record where there is not.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/record-list-view.h"

#include "widgets/filter-bar.h"
#include "widgets/record-cell.h"
#include "widgets/record-columns.h"
#include "widgets/record-line.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

#define UNKNOWN G_MAXUINT

/* A column of words that are no field's. */
typedef struct {
  HearthRecordWordsFunc words;
  gpointer user_data;
} Extra;

struct _HearthRecordListView {
  GtkWidget parent_instance;

  const HearthRecordType *type;

  /* template */
  AdwBreakpointBin *bin;
  GtkWidget *tools;
  GtkSearchEntry *search_entry;
  GtkToggleButton *filter_button;
  GtkMenuButton *order_button;
  GtkRevealer *filter_revealer;
  GtkStack *stack;
  GtkColumnView *table;
  GtkListView *lines;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;

  /* borrowed */
  HearthFilterBar *filters;

  /* owned */
  GListModel *model;
  HearthRecordColumns *columns;
  char *told_text; /* words searched for that the owner of the model knows of */
  HearthTitleFunc title_func;
  gpointer title_data;
  GDestroyNotify title_destroy;
  GArray *extras; /* of Extra */

  guint total;
  bool narrow;
  bool quiet;
};

enum { PROP_0, PROP_MODEL, PROP_NARROW, N_PROPS };

enum {
  SIGNAL_ACTIVATE_RECORD,
  SIGNAL_SORT_REQUESTED,
  SIGNAL_FILTER_CHANGED,
  SIGNAL_TEXT_CHANGED,
  SIGNAL_EMPTY_ACTION,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthRecordListView, hearth_record_list_view, GTK_TYPE_WIDGET)

/* --- helpers --- */

static char *
dup_resident_title (HearthRecord *record, gpointer data)
{
  HearthRecordListView *self = data;

  return self->title_func != NULL ? self->title_func (hearth_record_get_resident (record), self->title_data)
                                  : NULL;
}

static char *
dup_link_title (HearthRecord *record, const HearthField *field, gpointer data)
{
  HearthRecordListView *self = data;
  const char *id = hearth_record_get (record, field->name);

  return self->title_func != NULL && *id != '\0' ? self->title_func (id, self->title_data) : NULL;
}

static char *
dup_details (HearthRecord *record, gpointer data)
{
  HearthRecordListView *self = data;

  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < self->extras->len; i++)
    {
      const Extra *extra = &g_array_index (self->extras, Extra, i);
      g_autofree char *words = extra->words (record, extra->user_data);

      if (words != NULL && *words != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", words);
    }
  return lines->len > 0 ? g_string_free_and_steal (g_steal_pointer (&lines)) : NULL;
}

/* Nothing found, rather than nothing there. */
static bool
is_filtered (HearthRecordListView *self)
{
  if (self->total != UNKNOWN)
    return self->total > 0;
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' ||
         hearth_filter_bar_is_active (self->filters);
}

static void
show_page (HearthRecordListView *self)
{
  const char *page = self->narrow ? "lines" : "table";

  if (self->model != NULL && g_list_model_get_n_items (self->model) == 0)
    page = is_filtered (self) ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->tools, !g_str_equal (page, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->filter_revealer), !g_str_equal (page, "empty"));
}

static void
items_changed_cb (HearthRecordListView *self)
{
  show_page (self);
}

/* Only the one of both that is seen has the model, so that no rows are made in vain. */
static void
hand_out_model (HearthRecordListView *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (self->model != NULL)
    selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->model)));
  gtk_column_view_set_model (self->table, self->narrow ? NULL : selection);
  gtk_list_view_set_model (self->lines, self->narrow ? selection : NULL);
  show_page (self);
}

static void
update_words (GtkWidget *widget)
{
  if (HEARTH_IS_RECORD_CELL (widget))
    hearth_record_cell_update (HEARTH_RECORD_CELL (widget));
  else if (HEARTH_IS_RECORD_LINE (widget))
    hearth_record_line_update (HEARTH_RECORD_LINE (widget));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      update_words (child);
}

static void
activate (HearthRecordListView *self, guint position)
{
  g_autoptr (HearthRecord) record = g_list_model_get_item (self->model, position);

  if (record != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE_RECORD], 0, record);
}

/* --- callbacks --- */

static void
sorter_changed_cb (HearthRecordListView *self)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;

  /* The table's own end changes its sorter too. */
  if (self->quiet || self->table == NULL)
    return;
  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  if (column == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_SORT_REQUESTED], 0, gtk_column_view_column_get_id (column),
                 gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING);
}

static void
order_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HearthRecordListView *self = HEARTH_RECORD_LIST_VIEW (widget);
  const char *field;
  gboolean descending;

  g_variant_get (parameter, "(&sb)", &field, &descending);
  hearth_record_list_view_set_sort (self, field, descending);
  g_signal_emit (self, signals[SIGNAL_SORT_REQUESTED], 0, field, descending);
}

static void
mark_filtered (HearthRecordListView *self)
{
  if (hearth_filter_bar_is_active (self->filters))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static void
filter_changed_cb (HearthRecordListView *self, const char *field, GStrv codes)
{
  mark_filtered (self);
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0, field, codes);
  show_page (self);
}

static void
search_changed_cb (HearthRecordListView *self)
{
  if (self->quiet)
    return;
  if (g_set_str (&self->told_text, hearth_record_list_view_get_search_text (self)))
    g_signal_emit (self, signals[SIGNAL_TEXT_CHANGED], 0, self->told_text);
  show_page (self);
}

static void
stop_search_cb (HearthRecordListView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (HearthRecordListView *self, guint position)
{
  activate (self, position);
}

static void
empty_action_cb (HearthRecordListView *self)
{
  g_signal_emit (self, signals[SIGNAL_EMPTY_ACTION], 0);
}

static void
clear_cb (HearthRecordListView *self)
{
  hearth_record_list_view_clear_filters (self);
}

/* --- set-up --- */

static void
add_order (GMenu *menu, const HearthField *field, bool descending)
{
  g_autofree char *label = hearth_words_order (field, descending);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "record-list.order", "(sb)", field->name, (gboolean) descending);
  g_menu_append_item (menu, item);
}

/* In the table the heads do this; with lines there are none. */
static void
make_order_menu (HearthRecordListView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      const HearthField *field = &self->type->fields[i];

      if (!field->list_column || !hearth_record_columns_can_sort (field))
        continue;
      add_order (menu, field, false);
      if (hearth_words_has_two_orders (field))
        add_order (menu, field, true);
    }
  gtk_menu_button_set_menu_model (self->order_button, G_MENU_MODEL (menu));
}

static void
make_parts (HearthRecordListView *self)
{
  GtkWidget *filters = hearth_filter_bar_new (self->type);
  g_autoptr (GtkListItemFactory) lines =
    hearth_record_line_make_factory (false, dup_resident_title, dup_details, self);

  self->filters = HEARTH_FILTER_BAR (filters);
  gtk_revealer_set_child (self->filter_revealer, filters);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), hearth_filter_bar_has_filters (self->filters));
  g_signal_connect_object (filters, "filter-changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->columns =
    hearth_record_columns_new (self->table, self->type, dup_resident_title, dup_link_title, self);
  gtk_list_view_set_factory (self->lines, lines);
  make_order_menu (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- overrides --- */

static void
hearth_record_list_view_dispose (GObject *object)
{
  HearthRecordListView *self = HEARTH_RECORD_LIST_VIEW (object);

  hearth_record_list_view_set_model (self, NULL);
  hearth_record_list_view_set_title_func (self, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RECORD_LIST_VIEW);
  G_OBJECT_CLASS (hearth_record_list_view_parent_class)->dispose (object);
}

static void
hearth_record_list_view_finalize (GObject *object)
{
  HearthRecordListView *self = HEARTH_RECORD_LIST_VIEW (object);

  hearth_record_columns_free (self->columns);
  g_array_unref (self->extras);
  g_free (self->told_text);
  G_OBJECT_CLASS (hearth_record_list_view_parent_class)->finalize (object);
}

static void
hearth_record_list_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HearthRecordListView *self = HEARTH_RECORD_LIST_VIEW (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_narrow (HearthRecordListView *self, bool narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  hand_out_model (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
hearth_record_list_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HearthRecordListView *self = HEARTH_RECORD_LIST_VIEW (object);

  switch (id)
    {
    case PROP_MODEL:
      hearth_record_list_view_set_model (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
add_signals (void)
{
  signals[SIGNAL_ACTIVATE_RECORD] =
    g_signal_new ("activate-record", HEARTH_TYPE_RECORD_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);
  signals[SIGNAL_SORT_REQUESTED] =
    g_signal_new ("sort-requested", HEARTH_TYPE_RECORD_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_FILTER_CHANGED] =
    g_signal_new ("filter-changed", HEARTH_TYPE_RECORD_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRV);
  signals[SIGNAL_TEXT_CHANGED] =
    g_signal_new ("text-changed", HEARTH_TYPE_RECORD_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EMPTY_ACTION] = g_signal_new ("empty-action", HEARTH_TYPE_RECORD_LIST_VIEW,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/record-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, bin);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, tools);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, order_button);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, stack);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, table);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, lines);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordListView, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_action_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
hearth_record_list_view_class_init (HearthRecordListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_record_list_view_dispose;
  object_class->finalize = hearth_record_list_view_finalize;
  object_class->get_property = hearth_record_list_view_get_property;
  object_class->set_property = hearth_record_list_view_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_signals ();

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "record-list.order", "(sb)", order_action_cb);
}

static void
hearth_record_list_view_init (HearthRecordListView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->total = UNKNOWN;
  self->told_text = g_strdup ("");
  self->extras = g_array_new (FALSE, FALSE, sizeof (Extra));
}

/* --- public --- */

HearthRecordListView *
hearth_record_list_view_new (const HearthRecordType *type)
{
  HearthRecordListView *self;

  g_return_val_if_fail (type != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_RECORD_LIST_VIEW, NULL);
  self->type = type;
  adw_status_page_set_icon_name (self->empty_page, type->icon_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (type->label_plural), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (type->label_plural), -1);
  make_parts (self);
  return self;
}

GListModel *
hearth_record_list_view_get_model (HearthRecordListView *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self), NULL);

  return self->model;
}

void
hearth_record_list_view_set_model (HearthRecordListView *self, GListModel *model)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  hand_out_model (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

void
hearth_record_list_view_set_title_func (HearthRecordListView *self,
                                        HearthTitleFunc func,
                                        gpointer user_data,
                                        GDestroyNotify destroy)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  if (self->title_destroy != NULL)
    self->title_destroy (self->title_data);
  self->title_func = func;
  self->title_data = user_data;
  self->title_destroy = destroy;
  hearth_record_columns_show_resident (self->columns, func != NULL);
}

void
hearth_record_list_view_add_column (HearthRecordListView *self,
                                    const char *after,
                                    const char *label,
                                    HearthRecordWordsFunc words,
                                    gpointer user_data)
{
  const Extra extra = { .words = words, .user_data = user_data };

  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));
  g_return_if_fail (after != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (words != NULL);

  g_array_append_val (self->extras, extra);
  hearth_record_columns_add (self->columns, after, label, words, user_data);
}

void
hearth_record_list_view_update_words (HearthRecordListView *self)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  update_words (GTK_WIDGET (self->stack));
}

void
hearth_record_list_view_add_tool (HearthRecordListView *self, GtkWidget *tool)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (tool));

  gtk_box_prepend (GTK_BOX (self->tools), tool);
}

void
hearth_record_list_view_set_total (HearthRecordListView *self, guint total)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  if (self->total == total)
    return;
  self->total = total;
  show_page (self);
}

void
hearth_record_list_view_set_today (HearthRecordListView *self, const char *today)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));
  g_return_if_fail (today != NULL);

  if (hearth_record_columns_set_today (self->columns, today))
    hand_out_model (self);
}

void
hearth_record_list_view_set_empty_text (HearthRecordListView *self,
                                        const char *title,
                                        const char *description,
                                        const char *button)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));
  g_return_if_fail (title != NULL);

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
  gtk_button_set_label (self->empty_button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), button != NULL);
}

void
hearth_record_list_view_set_sort (HearthRecordListView *self, const char *field, bool descending)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  self->quiet = true;
  hearth_record_columns_set_sort (self->columns, field, descending);
  self->quiet = false;
}

void
hearth_record_list_view_set_filter_choices (HearthRecordListView *self,
                                            const char *field,
                                            const HearthChoice *choices)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  hearth_filter_bar_set_choices (self->filters, field, choices);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), hearth_filter_bar_has_filters (self->filters));
}

GStrv
hearth_record_list_view_dup_filter (HearthRecordListView *self, const char *field)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self), NULL);

  return hearth_filter_bar_dup_filter (self->filters, field);
}

void
hearth_record_list_view_set_filter (HearthRecordListView *self, const char *field, const char *const *codes)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  hearth_filter_bar_set_filter (self->filters, field, codes);
  mark_filtered (self);
  show_page (self);
}

void
hearth_record_list_view_set_search_text (HearthRecordListView *self, const char *text)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));
  g_return_if_fail (text != NULL);

  /* The entry tells of an empty text at once, and of another a moment later, when nothing but the text says that it is
   * not news. */
  g_set_str (&self->told_text, text);
  self->quiet = true;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  self->quiet = false;
  show_page (self);
}

const char *
hearth_record_list_view_get_search_text (HearthRecordListView *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

void
hearth_record_list_view_clear_filters (HearthRecordListView *self)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  hearth_filter_bar_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

void
hearth_record_list_view_start_search (HearthRecordListView *self)
{
  g_return_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

bool
hearth_record_list_view_get_narrow (HearthRecordListView *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_LIST_VIEW (self), false);

  return self->narrow;
}
