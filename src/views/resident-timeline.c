/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything in a resident's file that the reader may see, day by day, narrowed by kind, period and words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-timeline.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "rules/contributors.h"
#include "views/resident-file.h"
#include "widgets/timeline.h"

struct _HearthResidentTimeline {
  AdwBin parent_instance;

  /* Borrowed */
  HearthTimelineFilter *filter;
  HearthTimeline *timeline;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GPtrArray *types; /* of HearthRecordType: what this reader may see; NULL-ended */
  GListModel *model;
  GSignalGroup *model_signals;
};

G_DEFINE_FINAL_TYPE (HearthResidentTimeline, hearth_resident_timeline, ADW_TYPE_BIN)

enum { ACTIVATE_RECORD, EMPTY_ACTION, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Asking ---- */

static HearthQuery *
new_query (HearthResidentTimeline *self)
{
  HearthQuery *query = hearth_query_new (NULL);

  /* Struck out, and not gone: somebody may have read it, and acted on it. */
  query->include_errors = true;

  hearth_query_set_resident (query, hearth_record_get_id (self->resident));
  hearth_query_set_period (query, hearth_timeline_filter_get_from (self->filter),
                           hearth_timeline_filter_get_to (self->filter));
  hearth_query_set_text (query, hearth_timeline_filter_get_text (self->filter));
  return query;
}

static void
show_count (HearthResidentTimeline *self)
{
  hearth_timeline_filter_set_count (self->filter,
                                    self->model != NULL ? g_list_model_get_n_items (self->model) : 0);
}

static void
show_empty_text (HearthResidentTimeline *self)
{
  bool may_write = hearth_resident_file_may_write (self->store, self->resident, &hearth_daily_log_type);

  if (hearth_timeline_filter_get_active (self->filter))
    hearth_timeline_set_empty_text (self->timeline, _ ("Nothing found"),
                                    _ ("There is no entry that the filter above lets through."),
                                    _ ("Clear the filter"));
  else
    hearth_timeline_set_empty_text (self->timeline, _ ("Nothing here yet"),
                                    _ ("What is written about this resident appears here, day by day."),
                                    may_write ? _ ("Write an entry") : NULL);
}

static void
ask (HearthResidentTimeline *self)
{
  g_autoptr (HearthQuery) query = new_query (self);
  GPtrArray *wanted = hearth_timeline_filter_get_kinds (self->filter);
  g_autoptr (GListModel) model = NULL;
  g_autoptr (GError) error = NULL;

  if (wanted->len == 0)
    wanted = self->types;
  hearth_query_set_types (query, (const HearthRecordType *const *) wanted->pdata, wanted->len);
  if (wanted->len > 0)
    model = hearth_store_list (self->store, query, &error);
  else
    model = G_LIST_MODEL (g_list_store_new (HEARTH_TYPE_RECORD));
  show_empty_text (self);
  if (model == NULL)
    {
      g_autofree char *sentence = hearth_store_error_to_sentence (error);

      model = G_LIST_MODEL (g_list_store_new (HEARTH_TYPE_RECORD));
      hearth_timeline_set_empty_text (self->timeline, _ ("The timeline cannot be shown"), sentence, NULL);
    }
  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);
  hearth_timeline_set_model (self->timeline, model);
  show_count (self);
}

static gint64
count_kind (const HearthRecordType *type, gpointer user_data)
{
  HearthResidentTimeline *self = user_data;
  g_autoptr (HearthQuery) query = new_query (self);

  hearth_query_set_types (query, &type, 1);
  return hearth_store_count (self->store, query, NULL);
}

static char *
dup_author (const char *account_id, gpointer user_data)
{
  return hearth_store_dup_link_title (user_data, account_id);
}

/* ---- Callbacks ---- */

static void
changed_cb (HearthResidentTimeline *self)
{
  ask (self);
}

static void
items_changed_cb (HearthResidentTimeline *self)
{
  show_count (self);
}

static void
activate_record_cb (HearthResidentTimeline *self, HearthRecord *record)
{
  g_signal_emit (self, signals[ACTIVATE_RECORD], 0, record);
}

static void
empty_action_cb (HearthResidentTimeline *self)
{
  if (hearth_timeline_filter_get_active (self->filter))
    hearth_timeline_filter_clear (self->filter);
  else
    g_signal_emit (self, signals[EMPTY_ACTION], 0);
}

/* ---- Overrides ---- */

static void
hearth_resident_timeline_dispose (GObject *object)
{
  HearthResidentTimeline *self = HEARTH_RESIDENT_TIMELINE (object);

  g_clear_object (&self->model_signals);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->model);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_resident_timeline_parent_class)->dispose (object);
}

static gboolean
hearth_resident_timeline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEARTH_RESIDENT_TIMELINE (widget)->filter));
}

static void
hearth_resident_timeline_class_init (HearthResidentTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_resident_timeline_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = hearth_resident_timeline_grab_focus;

  signals[ACTIVATE_RECORD] =
    g_signal_new ("activate-record", HEARTH_TYPE_RESIDENT_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);
  signals[EMPTY_ACTION] = g_signal_new ("empty-action", HEARTH_TYPE_RESIDENT_TIMELINE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_resident_timeline_init (HearthResidentTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->filter = hearth_timeline_filter_new ();
  self->timeline = hearth_timeline_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->filter));
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_widget_set_vexpand (GTK_WIDGET (self->timeline), TRUE);
  gtk_box_append (GTK_BOX (box), clamp);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->timeline));
  adw_bin_set_child (ADW_BIN (self), box);

  self->model_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "activate-record", G_CALLBACK (activate_record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "empty-action", G_CALLBACK (empty_action_cb), self,
                           G_CONNECT_SWAPPED);
}

/* ---- Public ---- */

HearthResidentTimeline *
hearth_resident_timeline_new (HearthStore *store, HearthRecord *resident)
{
  HearthResidentTimeline *self = g_object_new (HEARTH_TYPE_RESIDENT_TIMELINE, NULL);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree const HearthRecordType **feeding = hearth_feed_list_types (HEARTH_FEED_TIMELINE);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  self->types = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  for (unsigned int i = 0; feeding[i] != NULL; i++)
    if (hearth_resident_file_may_read (store, resident, feeding[i]))
      g_ptr_array_add (self->types, (gpointer) feeding[i]);
  hearth_timeline_filter_set_kinds (self->filter, (const HearthRecordType *const *) self->types->pdata,
                                    count_kind, self);
  hearth_timeline_filter_set_today (self->filter, today);
  hearth_timeline_set_today (self->timeline, today);
  hearth_timeline_set_author_func (self->timeline, dup_author, g_object_ref (store), g_object_unref);
  ask (self);
  return self;
}

HearthTimelineFilter *
hearth_resident_timeline_get_filter (HearthResidentTimeline *self)
{
  g_return_val_if_fail (HEARTH_IS_RESIDENT_TIMELINE (self), NULL);
  return self->filter;
}

GListModel *
hearth_resident_timeline_get_model (HearthResidentTimeline *self)
{
  g_return_val_if_fail (HEARTH_IS_RESIDENT_TIMELINE (self), NULL);
  return self->model;
}
