/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing records from a list, one after the other: type a few letters, press Enter.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/link-popover.h"

#include <string.h>

struct _HearthLinkPopover {
  GtkPopover parent_instance;

  /* template */
  GtkSearchEntry *search;
  GtkListBox *list;

  /* owned */
  GListModel *records; /* all */
  GtkFilterListModel *offered;
  GtkFilter *filter;
  char *words; /* what is searched for, folded */
  char **chosen;
};

enum { SIGNAL_CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthLinkPopover, hearth_link_popover, GTK_TYPE_POPOVER)

/* --- what is offered --- */

/* For searching: "é" is found by "e". */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) base = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (base, g_utf8_get_char (p));
  return g_utf8_casefold (base->str, -1);
}

static bool
is_offered (gpointer item, gpointer user_data)
{
  HearthLinkPopover *self = user_data;
  g_autofree char *title = NULL, *subtitle = NULL, *all = NULL, *folded = NULL;

  if (self->chosen != NULL &&
      g_strv_contains ((const char *const *) self->chosen, hearth_record_get_id (item)))
    return false;
  if (*self->words == '\0')
    return true;
  title = hearth_record_dup_title (item);
  subtitle = hearth_record_dup_subtitle (item);
  all = g_strconcat (title, " ", subtitle, NULL);
  folded = fold (all);
  return strstr (folded, self->words) != NULL;
}

static gboolean
is_offered_cb (gpointer item, gpointer user_data)
{
  return is_offered (item, user_data);
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  g_autofree char *title = hearth_record_dup_title (item), *subtitle = hearth_record_dup_subtitle (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (*subtitle != '\0')
    gtk_box_append (GTK_BOX (box), make_label (subtitle, "dimmed"));
  return box;
}

/* Records are asked for only once somebody looks. */
static void
fill (HearthLinkPopover *self)
{
  if (self->offered != NULL || self->records == NULL)
    return;
  self->offered =
    gtk_filter_list_model_new (g_object_ref (self->records), GTK_FILTER (g_object_ref (self->filter)));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->offered), make_row_cb, self, NULL);
}

static void
look_again (HearthLinkPopover *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (HearthLinkPopover *self, guint place)
{
  g_autoptr (HearthRecord) record =
    self->offered != NULL ? g_list_model_get_item (G_LIST_MODEL (self->offered), place) : NULL;

  if (record == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, record);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* --- callbacks --- */

static void
search_changed_cb (HearthLinkPopover *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *folded = fold (typed);

  if (g_set_str (&self->words, folded))
    look_again (self);
}

static void
search_activate_cb (HearthLinkPopover *self)
{
  /* The words may be newer than what "search-changed", which waits, has told. */
  search_changed_cb (self);
  choose (self, 0);
}

static void
stop_search_cb (HearthLinkPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
row_activated_cb (HearthLinkPopover *self, GtkListBoxRow *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

/* --- overrides --- */

static void
hearth_link_popover_map (GtkWidget *widget)
{
  HearthLinkPopover *self = HEARTH_LINK_POPOVER (widget);

  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  GTK_WIDGET_CLASS (hearth_link_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
hearth_link_popover_dispose (GObject *object)
{
  HearthLinkPopover *self = HEARTH_LINK_POPOVER (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->offered);
  g_clear_object (&self->records);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_LINK_POPOVER);
  G_OBJECT_CLASS (hearth_link_popover_parent_class)->dispose (object);
}

static void
hearth_link_popover_finalize (GObject *object)
{
  HearthLinkPopover *self = HEARTH_LINK_POPOVER (object);

  g_free (self->words);
  g_strfreev (self->chosen);
  G_OBJECT_CLASS (hearth_link_popover_parent_class)->finalize (object);
}

static void
hearth_link_popover_class_init (HearthLinkPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_link_popover_dispose;
  object_class->finalize = hearth_link_popover_finalize;
  widget_class->map = hearth_link_popover_map;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HEARTH_TYPE_LINK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/link-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthLinkPopover, search);
  gtk_widget_class_bind_template_child (widget_class, HearthLinkPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
hearth_link_popover_init (HearthLinkPopover *self)
{
  self->words = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_offered_cb, self, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

GtkWidget *
hearth_link_popover_new (void)
{
  return g_object_new (HEARTH_TYPE_LINK_POPOVER, NULL);
}

void
hearth_link_popover_set_model (HearthLinkPopover *self, GListModel *records)
{
  g_return_if_fail (HEARTH_IS_LINK_POPOVER (self));
  g_return_if_fail (records == NULL || G_IS_LIST_MODEL (records));

  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->offered);
  g_set_object (&self->records, records);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

void
hearth_link_popover_set_chosen (HearthLinkPopover *self, const char *links)
{
  g_return_if_fail (HEARTH_IS_LINK_POPOVER (self));
  g_return_if_fail (links != NULL);

  g_strfreev (self->chosen);
  self->chosen = g_strsplit (links, " ", -1);
  look_again (self);
}
