/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's file as a line of time: records of many types below the days they belong to.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/timeline.h"

#include "widgets/day-model.h"
#include "widgets/record-line.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthTimeline {
  GtkWidget parent_instance;

  /* template */
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;

  /* owned */
  GListModel *model;
  char *today;
  HearthAuthorFunc author_func;
  gpointer author_data;
  GDestroyNotify author_destroy;
  guint top_source;
  bool begins; /* a new model, of which nothing was laid out yet */
};

enum { PROP_0, PROP_MODEL, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint activate_record_signal, empty_action_signal;

G_DEFINE_FINAL_TYPE (HearthTimeline, hearth_timeline, GTK_TYPE_WIDGET)

/* --- helpers --- */

static char *
dup_details (HearthRecord *record, gpointer data)
{
  HearthTimeline *self = data;
  const char *author_id = hearth_record_get (record, "created_by");
  g_autofree char *author = NULL;
  g_autofree char *words = NULL;
  g_autofree char *late = NULL;

  if (self->author_func != NULL && *author_id != '\0')
    author = self->author_func (author_id, self->author_data);
  words = hearth_words_when_and_who (record, author);
  late = hearth_words_late (record);
  if (*late == '\0')
    return g_steal_pointer (&words);
  return *words != '\0' ? g_strdup_printf ("%s · %s", words, late) : g_steal_pointer (&late);
}

static void
show_page (HearthTimeline *self)
{
  bool empty = self->model != NULL && g_list_model_get_n_items (self->model) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
items_changed_cb (HearthTimeline *self)
{
  show_page (self);
}

/* --- beginning at the top --- */

static gboolean
to_top_cb (gpointer user_data)
{
  HearthTimeline *self = user_data;

  self->top_source = 0;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  return G_SOURCE_REMOVE;
}

/* A list view begins at its first item, with the heading of the first day just out of sight. */
static void
laid_out_cb (HearthTimeline *self, GtkAdjustment *adjustment)
{
  if (!self->begins || gtk_adjustment_get_page_size (adjustment) <= 0 ||
      gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return;
  self->begins = false;
  if (self->top_source == 0)
    self->top_source = g_idle_add (to_top_cb, self);
}

static void
adjustment_cb (HearthTimeline *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
}

/* --- callbacks --- */

static void
setup_day_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, HearthTimeline *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_day_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, HearthTimeline *self)
{
  g_autofree char *date = hearth_record_dup_event_date (gtk_list_header_get_item (header));
  g_autofree char *words = hearth_words_day (date, self->today);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), words);
}

static void
activate_cb (HearthTimeline *self, guint position)
{
  g_autoptr (HearthRecord) record = g_list_model_get_item (self->model, position);

  if (record != NULL)
    g_signal_emit (self, activate_record_signal, 0, record);
}

static void
empty_clicked_cb (HearthTimeline *self)
{
  g_signal_emit (self, empty_action_signal, 0);
}

/* --- set-up --- */

static void
make_factories (HearthTimeline *self)
{
  g_autoptr (GtkListItemFactory) lines = hearth_record_line_make_factory (true, NULL, dup_details, self);
  g_autoptr (GtkListItemFactory) days = gtk_signal_list_item_factory_new ();

  g_signal_connect (days, "setup", G_CALLBACK (setup_day_cb), self);
  g_signal_connect (days, "bind", G_CALLBACK (bind_day_cb), self);
  gtk_list_view_set_factory (self->list, lines);
  gtk_list_view_set_header_factory (self->list, days);
}

/* --- overrides --- */

static void
hearth_timeline_dispose (GObject *object)
{
  HearthTimeline *self = HEARTH_TIMELINE (object);

  g_clear_handle_id (&self->top_source, g_source_remove);
  hearth_timeline_set_model (self, NULL);
  hearth_timeline_set_author_func (self, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_TIMELINE);
  G_OBJECT_CLASS (hearth_timeline_parent_class)->dispose (object);
}

static void
hearth_timeline_finalize (GObject *object)
{
  g_free (HEARTH_TIMELINE (object)->today);
  G_OBJECT_CLASS (hearth_timeline_parent_class)->finalize (object);
}

static void
hearth_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODEL)
    g_value_set_object (value, HEARTH_TIMELINE (object)->model);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODEL)
    hearth_timeline_set_model (HEARTH_TIMELINE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_timeline_class_init (HearthTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_timeline_dispose;
  object_class->finalize = hearth_timeline_finalize;
  object_class->get_property = hearth_timeline_get_property;
  object_class->set_property = hearth_timeline_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  activate_record_signal = g_signal_new ("activate-record", HEARTH_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);
  empty_action_signal = g_signal_new ("empty-action", HEARTH_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthTimeline, stack);
  gtk_widget_class_bind_template_child (widget_class, HearthTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, HearthTimeline, empty_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTimeline, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_clicked_cb);
}

static void
hearth_timeline_init (HearthTimeline *self)
{
  self->today = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  make_factories (self);
  g_signal_connect_object (self->list, "notify::vadjustment", G_CALLBACK (adjustment_cb), self,
                           G_CONNECT_SWAPPED);
  adjustment_cb (self);
}

/* --- public --- */

HearthTimeline *
hearth_timeline_new (void)
{
  return g_object_new (HEARTH_TYPE_TIMELINE, NULL);
}

GListModel *
hearth_timeline_get_model (HearthTimeline *self)
{
  g_return_val_if_fail (HEARTH_IS_TIMELINE (self), NULL);

  return self->model;
}

void
hearth_timeline_set_model (HearthTimeline *self, GListModel *model)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (HEARTH_IS_TIMELINE (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      selection =
        GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (hearth_day_model_new_of_records (model))));
      g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  self->begins = model != NULL;
  gtk_list_view_set_model (self->list, selection);
  show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

void
hearth_timeline_set_author_func (HearthTimeline *self,
                                 HearthAuthorFunc func,
                                 gpointer user_data,
                                 GDestroyNotify destroy)
{
  g_return_if_fail (HEARTH_IS_TIMELINE (self));

  if (self->author_destroy != NULL)
    self->author_destroy (self->author_data);
  self->author_func = func;
  self->author_data = user_data;
  self->author_destroy = destroy;
}

void
hearth_timeline_set_today (HearthTimeline *self, const char *today)
{
  g_return_if_fail (HEARTH_IS_TIMELINE (self));
  g_return_if_fail (today != NULL);

  g_set_str (&self->today, today);
}

void
hearth_timeline_set_empty_text (HearthTimeline *self,
                                const char *title,
                                const char *description,
                                const char *button)
{
  g_return_if_fail (HEARTH_IS_TIMELINE (self));
  g_return_if_fail (title != NULL);

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
  gtk_button_set_label (self->empty_button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), button != NULL);
}
