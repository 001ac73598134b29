/* SPDX-License-Identifier: GPL-3.0-or-later
 * A button that opens a calendar to choose a day from.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/date-button.h"

#include "core/date.h"
#include "widgets/words.h"

struct _HearthDateButton {
  GtkWidget parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
};

enum { SIGNAL_OPENED, SIGNAL_PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthDateButton, hearth_date_button, GTK_TYPE_WIDGET)

static void
popover_show_cb (HearthDateButton *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
choose_cb (HearthDateButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, date);
}

static void
hearth_date_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (hearth_date_button_parent_class)->dispose (object);
}

static void
hearth_date_button_class_init (HearthDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_date_button_dispose;

  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", HEARTH_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", HEARTH_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, HearthDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, HearthDateButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
hearth_date_button_init (HearthDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hearth_date_button_new (const char *label)
{
  HearthDateButton *self = g_object_new (HEARTH_TYPE_DATE_BUTTON, NULL);
  g_autofree char *name = hearth_words_calendar_button (label);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
hearth_date_button_set_date (HearthDateButton *self, const char *date)
{
  HearthPartialDate parts;
  g_autoptr (GDateTime) day = NULL;

  g_return_if_fail (HEARTH_IS_DATE_BUTTON (self));

  if (!hearth_partial_date_read (date, &parts))
    return;
  day = g_date_time_new_local (parts.year, MAX (parts.month, 1), MAX (parts.day, 1), 12, 0, 0);
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
}
