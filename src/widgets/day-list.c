/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list below headings of days: a line and what is to be said of it for each item, whatever the items are.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/day-list.h"

#include "widgets/words.h"

struct _HearthDayList {
  AdwBin parent_instance;

  /* Borrowed */
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty_page;
  HearthDayFunc day;
  HearthDayWordsFunc title;
  HearthDayWordsFunc detail;
  gpointer user_data;

  /* Owned */
  GListModel *model;
  GSignalGroup *model_signals;
  char *today;
  guint top_source;

  bool begins; /* has not been laid out with this model */
};

G_DEFINE_FINAL_TYPE (HearthDayList, hearth_day_list, ADW_TYPE_BIN)

enum { ACTIVATE_ITEM, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- beginning at the top --- */

static gboolean
to_top_cb (gpointer user_data)
{
  HearthDayList *self = user_data;

  self->top_source = 0;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  return G_SOURCE_REMOVE;
}

/* A list view begins at its first item, with the heading of the first day just out of sight. */
static void
laid_out_cb (HearthDayList *self, GtkAdjustment *adjustment)
{
  if (!self->begins || gtk_adjustment_get_page_size (adjustment) <= 0 ||
      gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  self->begins = false;
  if (self->top_source == 0)
    self->top_source = g_idle_add (to_top_cb, self);
}

static void
adjustment_cb (HearthDayList *self)
{
  GtkAdjustment *adjustment =
    self->list != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)) : NULL;

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
}

/* --- callbacks --- */

static void
items_changed_cb (HearthDayList *self)
{
  bool empty = self->model == NULL || g_list_model_get_n_items (self->model) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  return label;
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "day-line");
  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), make_label ("dimmed"));
  gtk_list_item_set_child (item, box);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *item, HearthDayList *self)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  g_autofree char *title_words = self->title (gtk_list_item_get_item (item), self->user_data);
  g_autofree char *detail_words = self->detail (gtk_list_item_get_item (item), self->user_data);
  g_autofree char *both = g_strdup_printf ("%s, %s", title_words, detail_words);

  gtk_label_set_label (GTK_LABEL (title), title_words);
  gtk_label_set_label (GTK_LABEL (detail), detail_words);
  gtk_widget_set_visible (detail, *detail_words != '\0');
  gtk_list_item_set_accessible_label (item, both);
}

static void
setup_day_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_day_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, HearthDayList *self)
{
  g_autofree char *day = self->day (gtk_list_header_get_item (header));
  g_autofree char *words = hearth_words_day (day, self->today);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), words);
}

static void
activate_cb (HearthDayList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (self->model, position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATE_ITEM], 0, item);
}

/* --- overrides --- */

static void
hearth_day_list_dispose (GObject *object)
{
  HearthDayList *self = HEARTH_DAY_LIST (object);

  g_clear_handle_id (&self->top_source, g_source_remove);
  g_clear_object (&self->model_signals);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (hearth_day_list_parent_class)->dispose (object);
}

static void
hearth_day_list_class_init (HearthDayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_day_list_dispose;
  signals[ACTIVATE_ITEM] = g_signal_new ("activate-item", HEARTH_TYPE_DAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static void
make_factories (HearthDayList *self)
{
  g_autoptr (GtkListItemFactory) lines = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) days = gtk_signal_list_item_factory_new ();

  g_signal_connect (lines, "setup", G_CALLBACK (setup_line_cb), self);
  g_signal_connect (lines, "bind", G_CALLBACK (bind_line_cb), self);
  g_signal_connect (days, "setup", G_CALLBACK (setup_day_cb), self);
  g_signal_connect (days, "bind", G_CALLBACK (bind_day_cb), self);
  gtk_list_view_set_factory (self->list, lines);
  gtk_list_view_set_header_factory (self->list, days);
}

static void
hearth_day_list_init (HearthDayList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_scrollable_new ();

  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (items_changed_cb), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "timeline");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "records");
  g_signal_connect_object (self->list, "notify::vadjustment", G_CALLBACK (adjustment_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 720);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  self->empty_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty_page, "view-list-symbolic");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty_page), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* --- public --- */

HearthDayList *
hearth_day_list_new (const char *label,
                     const char *today,
                     HearthDayFunc day,
                     HearthDayWordsFunc title,
                     HearthDayWordsFunc detail,
                     gpointer user_data)
{
  HearthDayList *self = g_object_new (HEARTH_TYPE_DAY_LIST, NULL);

  self->today = g_strdup (today);
  self->day = day;
  self->title = title;
  self->detail = detail;
  self->user_data = user_data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  make_factories (self);
  items_changed_cb (self);
  return self;
}

void
hearth_day_list_set_model (HearthDayList *self, GListModel *model)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (HEARTH_IS_DAY_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  self->begins = true;
  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);
  if (model != NULL)
    selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (hearth_day_model_new (model, self->day))));
  gtk_list_view_set_model (self->list, selection);
  items_changed_cb (self);
}

GListModel *
hearth_day_list_get_model (HearthDayList *self)
{
  g_return_val_if_fail (HEARTH_IS_DAY_LIST (self), NULL);

  return self->model;
}

void
hearth_day_list_set_empty_text (HearthDayList *self, const char *title, const char *description)
{
  g_return_if_fail (HEARTH_IS_DAY_LIST (self));

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
}
