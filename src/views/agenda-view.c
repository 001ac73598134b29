/* SPDX-License-Identifier: GPL-3.0-or-later
 * The agenda of the house, or of a resident: a week as a list, or a month as a picture with the list of one day.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/agenda-view.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/week.h"
#include "records/types.h"
#include "views/agenda-list.h"
#include "views/agenda-month.h"
#include "views/area.h"
#include "views/follow.h"
#include "views/plain-page.h"

#define WEEK "week"
#define MONTH "month"
#define DAYS_OF_WEEK 7

struct _HearthAgendaView {
  AdwBin parent_instance;

  /* Borrowed */
  GtkLabel *period_label;
  GtkBox *days;
  HearthAgendaMonth *month;
  AdwToggleGroup *switch_group;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident; /* NULL: the house */
  char *date;             /* ISO date, of the chosen day */
  bool by_month;
  bool outdated; /* something it may show was saved since it was read */
};

G_DEFINE_FINAL_TYPE (HearthAgendaView, hearth_agenda_view, ADW_TYPE_BIN)

/* ---- Words ---- */

static char *
dup_today (HearthAgendaView *self)
{
  return hearth_clock_today (hearth_store_get_clock (self->store));
}

/* "Today, Friday 3 April 2026" */
static char *
describe_day (const char *date, const char *today)
{
  g_autoptr (GDate) day = g_date_new ();
  g_autofree char *words = hearth_date_format (date);
  char weekday[64] = "";
  int year = 0, month = 0, number = 0;

  if (sscanf (date, "%d-%d-%d", &year, &month, &number) == 3)
    g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  g_date_strftime (weekday, sizeof weekday, "%A", day);
  if (g_str_equal (date, today))
    /* Translators: a day of the week, and a date, which is that of today */
    return g_strdup_printf (_ ("Today, %s, %s"), weekday, words);
  /* Translators: a day of the week, and a date */
  return g_strdup_printf (_ ("%s, %s"), weekday, words);
}

static char *
describe_period (HearthAgendaView *self)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->by_month)
    {
      g_autofree char *month = g_strndup (self->date, 7);

      return hearth_date_format (month);
    }
  first = hearth_week_begin (self->date);
  last = hearth_date_add_days (first, DAYS_OF_WEEK - 1);
  from = hearth_date_format (first);
  to = hearth_date_format (last);
  /* Translators: the first and the last day of a week */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

/* ---- Showing ---- */

/* The rows of @date out of @entries, below the day; nothing where there are none, unless @always. */
static void
add_day (HearthAgendaView *self, GPtrArray *entries, const char *date, bool always)
{
  g_autofree char *today = dup_today (self);
  g_autofree char *words = describe_day (date, today);
  GtkListBox *list = NULL;
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const HearthAgendaEntry *entry = g_ptr_array_index (entries, i);

      if (!g_str_equal (entry->date, date))
        continue;
      if (list == NULL)
        {
          group = hearth_plain_page_add_group (self->days, words, NULL);
          list = hearth_plain_page_add_list (group, words);
        }
      gtk_list_box_append (list, hearth_agenda_make_row (entry));
    }
  if (list == NULL && always)
    hearth_plain_page_add_group (self->days, words, _ ("Nothing on this day."));
}

static void
show_week (HearthAgendaView *self)
{
  g_autofree char *first = hearth_week_begin (self->date);
  g_autofree char *last = hearth_date_add_days (first, DAYS_OF_WEEK - 1);
  g_autoptr (GPtrArray) entries = hearth_agenda_list (self->store, self->resident, first, last);

  for (int i = 0; i < DAYS_OF_WEEK; i++)
    {
      g_autofree char *date = hearth_date_add_days (first, i);

      add_day (self, entries, date, false);
    }
  if (entries->len == 0)
    gtk_box_append (self->days,
                    hearth_area_nothing_new (_ ("Nothing at court, due or ending in this week.")));
}

static void
show_month (HearthAgendaView *self)
{
  g_autofree char *today = dup_today (self);
  g_autofree char *first = hearth_agenda_month_dup_first (self->date);
  g_autofree char *last = hearth_agenda_month_dup_last (self->date);
  g_autoptr (GPtrArray) entries = hearth_agenda_list (self->store, self->resident, first, last);

  hearth_agenda_month_show (self->month, self->date, today, entries);
  add_day (self, entries, self->date, true);
}

static void
show (HearthAgendaView *self)
{
  g_autofree char *period = describe_period (self);

  self->outdated = false;
  gtk_label_set_label (self->period_label, period);
  hearth_plain_page_empty (self->days);
  gtk_widget_set_visible (GTK_WIDGET (self->month), self->by_month);
  if (self->by_month)
    show_month (self);
  else
    show_week (self);
}

static void
show_again (gpointer owner)
{
  HearthAgendaView *self = owner;

  if (self->outdated && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

/* ---- Going on ---- */

static void
go_to (HearthAgendaView *self, const char *date)
{
  g_set_str (&self->date, date);
  show (self);
}

static void
turn (HearthAgendaView *self, int steps)
{
  g_autofree char *date = self->by_month ? hearth_agenda_month_dup_move (self->date, steps)
                                         : hearth_date_add_days (self->date, steps * DAYS_OF_WEEK);

  go_to (self, date);
}

static void
earlier_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (HEARTH_AGENDA_VIEW (widget), -1);
}

static void
later_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (HEARTH_AGENDA_VIEW (widget), 1);
}

static void
today_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAgendaView *self = HEARTH_AGENDA_VIEW (widget);
  g_autofree char *today = dup_today (self);

  go_to (self, today);
}

static void
chosen_cb (HearthAgendaView *self, const char *date)
{
  go_to (self, date);
}

static void
switched_cb (HearthAgendaView *self)
{
  self->by_month = g_strcmp0 (adw_toggle_group_get_active_name (self->switch_group), MONTH) == 0;
  show (self);
}

/* ---- Making ---- */

static void
add_toggle (HearthAgendaView *self, const char *name, const char *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->switch_group, toggle);
}

static GtkWidget *
make_button (const char *icon_name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* Week or month, and the way from one to the next. */
static GtkWidget *
make_bar (HearthAgendaView *self)
{
  GtkWidget *bar = adw_wrap_box_new (), *turning = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->switch_group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  add_toggle (self, WEEK, _ ("Week"));
  add_toggle (self, MONTH, _ ("Month"));
  self->period_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->period_label), "heading");
  gtk_widget_set_margin_start (GTK_WIDGET (self->period_label), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->period_label), 6);
  gtk_box_append (GTK_BOX (turning), make_button ("go-previous-symbolic", _ ("Earlier"), "agenda.earlier"));
  gtk_box_append (GTK_BOX (turning), GTK_WIDGET (self->period_label));
  gtk_box_append (GTK_BOX (turning), make_button ("go-next-symbolic", _ ("Later"), "agenda.later"));
  gtk_box_append (GTK_BOX (turning), make_button ("x-office-calendar-symbolic", _ ("Today"), "agenda.today"));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), GTK_WIDGET (self->switch_group));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), turning);
  return bar;
}

/* ---- Overrides ---- */

static void
saved_cb (HearthAgendaView *self, HearthRecord *record)
{
  self->outdated |= hearth_record_get_record_type (record) == &hearth_resident_type ||
                    hearth_area_follows (&hearth_area_legal, hearth_record_get_record_type (record));
}

static void
reread_cb (HearthAgendaView *self)
{
  self->outdated = true;
}

static void
hearth_agenda_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearth_agenda_view_parent_class)->map (widget);
  show_again (widget);
}

static void
hearth_agenda_view_dispose (GObject *object)
{
  HearthAgendaView *self = HEARTH_AGENDA_VIEW (object);

  g_clear_object (&self->resident);
  g_clear_object (&self->store);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (hearth_agenda_view_parent_class)->dispose (object);
}

static void
hearth_agenda_view_class_init (HearthAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_agenda_view_dispose;
  widget_class->map = hearth_agenda_view_map;
  gtk_widget_class_install_action (widget_class, "agenda.earlier", NULL, earlier_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.later", NULL, later_action_cb);
  gtk_widget_class_install_action (widget_class, "agenda.today", NULL, today_action_cb);
}

static void
hearth_agenda_view_init (HearthAgendaView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->month = hearth_agenda_month_new ();
  self->days = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->month));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* ---- Public ---- */

GtkWidget *
hearth_agenda_view_new (HearthStore *store, HearthRecord *resident)
{
  HearthAgendaView *self = g_object_new (HEARTH_TYPE_AGENDA_VIEW, NULL);

  self->store = g_object_ref (store);
  self->resident = resident != NULL ? g_object_ref (resident) : NULL;
  self->date = dup_today (self);
  g_signal_connect_object (self->month, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->switch_group, "notify::active-name", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reread", G_CALLBACK (reread_cb), self, G_CONNECT_SWAPPED);
  hearth_follow (self, store, "saved", show_again);
  hearth_follow (self, store, "reread", show_again);
  show (self);
  return GTK_WIDGET (self);
}
