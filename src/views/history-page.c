/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything that was ever saved of one record, newest first.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/history-page.h"

#include <glib/gi18n-lib.h>

#include "views/facts.h"
#include "views/file-page.h"
#include "views/version-row.h"

struct _HearthHistoryPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *trouble_page;

  /* Owned */
  HearthStore *store;
  HearthRecord *record;
  GListStore *versions;
};

static void hearth_history_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthHistoryPage,
                               hearth_history_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_history_page_file_page_init))

/* ---- Helpers ---- */

static char *
dup_title (HearthHistoryPage *self)
{
  g_autofree char *title = hearth_record_dup_title (self->record);

  if (*title != '\0')
    return g_steal_pointer (&title);
  return g_strdup (_ (hearth_record_get_record_type (self->record)->label));
}

static void
show_subtitle (HearthHistoryPage *self, guint n)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u version", "%u versions", n), n);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", count, title);

  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/* All of them are read at once; rows, and what changed, are made for those that are seen. */
static void
load (HearthHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions =
    hearth_store_list_revisions (self->store, hearth_record_get_id (self->record), &error);
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);

  if (revisions == NULL)
    {
      g_autofree char *sentence = hearth_store_error_to_sentence (error);

      adw_status_page_set_description (self->trouble_page, sentence);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      return;
    }
  for (guint i = revisions->len; i-- > 0;)
    {
      g_autoptr (HearthRecordVersion) version = hearth_record_version_new (self->store, revisions, i);

      if (hearth_record_version_tells (version))
        g_ptr_array_add (versions, g_steal_pointer (&version));
    }
  g_list_store_splice (self->versions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->versions)),
                       versions->pdata, versions->len);
  show_subtitle (self, versions->len);
}

/* A version as it was, whole. */
static AdwNavigationPage *
make_version_page (HearthHistoryPage *self, HearthRecordVersion *version)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *facts =
    GTK_WIDGET (hearth_facts_new (self->store, hearth_record_version_get_record (version), NULL));
  g_autofree char *time = hearth_record_version_dup_time (version);
  /* Translators: a date and time */
  g_autofree char *title = g_strdup_printf (_ ("As it was on %s"), time);
  g_autofree char *subtitle = dup_title (self);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (title, subtitle));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  gtk_widget_set_margin_top (facts, 24);
  gtk_widget_set_margin_bottom (facts, 24);
  gtk_widget_set_margin_start (facts, 12);
  gtk_widget_set_margin_end (facts, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), facts);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  return adw_navigation_page_new (view, title);
}

/* ---- Callbacks ---- */

static void
saved_cb (HearthHistoryPage *self, HearthRecord *record)
{
  if (g_str_equal (hearth_record_get_id (record), hearth_record_get_id (self->record)))
    load (self);
}

static void
activated_cb (HearthHistoryPage *self, guint position)
{
  g_autoptr (HearthRecordVersion) version = g_list_model_get_item (G_LIST_MODEL (self->versions), position);
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (version != NULL && navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), make_version_page (self, version));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  HearthRecordVersion *version = gtk_list_item_get_item (item);
  g_autofree char *name = hearth_version_row_dup_name (version);

  gtk_list_item_set_accessible_label (item, name);
  gtk_list_item_set_child (item, hearth_version_row_new (version));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, NULL);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_history_page_renew (HearthFilePage *page)
{
  HearthHistoryPage *self = HEARTH_HISTORY_PAGE (page);
  const char *resident = hearth_file_of (self->record);
  g_autoptr (HearthRecord) record =
    hearth_store_load (self->store, hearth_record_get_id (self->record), NULL);

  if (record == NULL || (resident != NULL && hearth_file_is_closed (self->store, resident)))
    return NULL;
  return ADW_NAVIGATION_PAGE (hearth_history_page_new (self->store, record));
}

static void
hearth_history_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_history_page_renew;
}

static void
hearth_history_page_dispose (GObject *object)
{
  HearthHistoryPage *self = HEARTH_HISTORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_HISTORY_PAGE);
  g_clear_object (&self->versions);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_history_page_parent_class)->dispose (object);
}

static void
hearth_history_page_class_init (HearthHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_history_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, HearthHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HearthHistoryPage, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, HearthHistoryPage, window_title);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hearth_history_page_init (HearthHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->versions = g_list_store_new (HEARTH_TYPE_RECORD_VERSION);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->versions))));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
}

/* ---- Public ---- */

HearthHistoryPage *
hearth_history_page_new (HearthStore *store, HearthRecord *record)
{
  HearthHistoryPage *self = g_object_new (HEARTH_TYPE_HISTORY_PAGE, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_file_of (record));
  load (self);
  return self;
}

void
hearth_history_page_open (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);

  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hearth_history_page_new (store, record)));
}

GListModel *
hearth_history_page_get_versions (HearthHistoryPage *self)
{
  g_return_val_if_fail (HEARTH_IS_HISTORY_PAGE (self), NULL);

  return G_LIST_MODEL (self->versions);
}
