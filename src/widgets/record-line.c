/* SPDX-License-Identifier: GPL-3.0-or-later
 * One record in a list on a few lines of text: title, subtitle, and what else is worth knowing.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/record-line.h"

#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthRecordLine {
  GtkWidget parent_instance;

  /* template */
  GtkImage *icon;
  GtkWidget *words;
  GtkLabel *heading;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *details;
  GtkLabel *state;

  /* owned */
  HearthRecord *record;

  HearthRecordWordsFunc heading_func;
  HearthRecordWordsFunc details_func;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (HearthRecordLine, hearth_record_line, GTK_TYPE_WIDGET)

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

static void
show (HearthRecordLine *self)
{
  const HearthRecordType *type = hearth_record_get_record_type (self->record);
  g_autofree char *title = hearth_record_dup_title (self->record);
  g_autofree char *subtitle = hearth_record_dup_subtitle (self->record);
  g_autofree char *state = hearth_words_state (self->record);
  g_autofree char *heading = NULL;
  g_autofree char *details = NULL;

  if (self->heading_func != NULL)
    heading = self->heading_func (self->record, self->user_data);
  if (self->details_func != NULL)
    details = self->details_func (self->record, self->user_data);

  gtk_image_set_from_icon_name (self->icon, type->icon_name);
  show_words (self->heading, heading);
  show_words (self->title, *title != '\0' ? title : _ (type->label));
  show_words (self->subtitle, subtitle);
  show_words (self->details, details);
  show_words (self->state, state);
  if (g_str_equal (hearth_record_get (self->record, "state"), HEARTH_STATE_IN_ERROR))
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-error");
}

/* What does not fit is there to be read all the same. */
static gboolean
query_tooltip_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));
  return TRUE;
}

static void
record_notify_cb (HearthRecordLine *self)
{
  show (self);
}

static void
hearth_record_line_dispose (GObject *object)
{
  hearth_record_line_set_record (HEARTH_RECORD_LINE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_RECORD_LINE);
  G_OBJECT_CLASS (hearth_record_line_parent_class)->dispose (object);
}

static void
hearth_record_line_class_init (HearthRecordLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_record_line_dispose;

  gtk_widget_class_set_css_name (widget_class, "recordline");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/record-line.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRecordLine, icon);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordLine, words);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordLine, heading);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordLine, title);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordLine, details);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordLine, state);
}

static void
hearth_record_line_init (HearthRecordLine *self)
{
  GtkLabel *labels[] = { NULL, NULL, NULL, NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  labels[0] = self->heading;
  labels[1] = self->title;
  labels[2] = self->subtitle;
  labels[3] = self->details;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_widget_set_has_tooltip (GTK_WIDGET (labels[i]), TRUE);
      g_signal_connect (labels[i], "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
}

GtkWidget *
hearth_record_line_new (bool show_icon,
                        HearthRecordWordsFunc heading,
                        HearthRecordWordsFunc details,
                        gpointer user_data)
{
  HearthRecordLine *self = g_object_new (HEARTH_TYPE_RECORD_LINE, NULL);

  self->heading_func = heading;
  self->details_func = details;
  self->user_data = user_data;
  gtk_widget_set_visible (GTK_WIDGET (self->icon), show_icon);
  return GTK_WIDGET (self);
}

void
hearth_record_line_set_record (HearthRecordLine *self, HearthRecord *record)
{
  g_return_if_fail (HEARTH_IS_RECORD_LINE (self));
  g_return_if_fail (record == NULL || HEARTH_IS_RECORD (record));

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_notify_cb, self);
  g_set_object (&self->record, record);
  if (self->record == NULL)
    return;
  g_signal_connect_object (self->record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  show (self);
}

void
hearth_record_line_update (HearthRecordLine *self)
{
  g_return_if_fail (HEARTH_IS_RECORD_LINE (self));

  if (self->record != NULL)
    show (self);
}

/* --- items of a list --- */

typedef struct {
  bool show_icon;
  HearthRecordWordsFunc heading;
  HearthRecordWordsFunc details;
  gpointer user_data;
} Lines;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Lines *lines)
{
  gtk_list_item_set_child (item, hearth_record_line_new (lines->show_icon, lines->heading, lines->details,
                                                         lines->user_data));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Lines *lines)
{
  HearthRecord *record = gtk_list_item_get_item (item);
  g_autofree char *name = lines->show_icon ? hearth_words_record (record) : hearth_record_dup_title (record);

  gtk_list_item_set_accessible_label (item, name);
  hearth_record_line_set_record (HEARTH_RECORD_LINE (gtk_list_item_get_child (item)), record);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Lines *lines)
{
  hearth_record_line_set_record (HEARTH_RECORD_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
lines_free_cb (gpointer lines, GClosure *closure)
{
  g_free (lines);
}

GtkListItemFactory *
hearth_record_line_make_factory (bool show_icon,
                                 HearthRecordWordsFunc heading,
                                 HearthRecordWordsFunc details,
                                 gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Lines *lines = g_new0 (Lines, 1);

  lines->show_icon = show_icon;
  lines->heading = heading;
  lines->details = details;
  lines->user_data = user_data;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), lines);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), lines);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind_cb), lines, lines_free_cb, 0);
  return factory;
}
