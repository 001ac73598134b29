/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a resident: type a few letters, press Enter.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-chooser.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

struct _HearthResidentChooser {
  AdwDialog parent_instance;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;

  /* Borrowed */
  GtkSingleSelection *selection;

  /* Owned */
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthResidentChooser, hearth_resident_chooser, ADW_TYPE_DIALOG)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static void
ask (HearthResidentChooser *self)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_resident_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) residents = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  bool found;

  hearth_query_set_sort (query, "name_used", false);
  hearth_query_set_text (query, *text != '\0' ? text : NULL);
  residents = hearth_store_list (self->store, query, &error);
  if (residents == NULL)
    g_warning ("Residents cannot be listed: %s", error->message);
  gtk_single_selection_set_model (self->selection, residents);
  found = residents != NULL && g_list_model_get_n_items (residents) > 0;
  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "empty");
}

static void
choose (HearthResidentChooser *self, HearthRecord *resident)
{
  g_autoptr (HearthResidentChooser) alive = g_object_ref (self);
  g_autoptr (HearthRecord) chosen = g_object_ref (resident);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

/* ---- Callbacks ---- */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  HearthRecord *resident = gtk_list_item_get_item (item);
  g_autofree char *name = hearth_record_dup_title (resident);
  g_autofree char *more = hearth_record_dup_subtitle (resident);

  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (subtitle), more);
  gtk_list_item_set_accessible_label (item, name);
}

static void
search_changed_cb (HearthResidentChooser *self)
{
  ask (self);
}

static void
activated_cb (HearthResidentChooser *self)
{
  HearthRecord *resident;

  ask (self);
  resident = gtk_single_selection_get_selected_item (self->selection);
  if (resident != NULL)
    choose (self, resident);
}

static void
row_activated_cb (HearthResidentChooser *self, guint position)
{
  g_autoptr (HearthRecord) resident = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (resident != NULL)
    choose (self, resident);
}

/* Escape closes at once, whether something is typed or not. */
static void
stop_search_cb (HearthResidentChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- Overrides ---- */

static void
hearth_resident_chooser_dispose (GObject *object)
{
  HearthResidentChooser *self = HEARTH_RESIDENT_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RESIDENT_CHOOSER);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_resident_chooser_parent_class)->dispose (object);
}

static void
hearth_resident_chooser_class_init (HearthResidentChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_resident_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", HEARTH_TYPE_RESIDENT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/resident-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthResidentChooser, list_view);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentChooser, stack);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
hearth_resident_chooser_init (HearthResidentChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

/* ---- Public ---- */

HearthResidentChooser *
hearth_resident_chooser_new (HearthStore *store)
{
  HearthResidentChooser *self = g_object_new (HEARTH_TYPE_RESIDENT_CHOOSER, NULL);

  self->store = g_object_ref (store);
  ask (self);
  return self;
}
