/* SPDX-License-Identifier: GPL-3.0-or-later
 * A month as a picture: a field for each day, with marks for what is on it. One day is chosen; the arrow keys go from day to day.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/agenda-month.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/week.h"
#include "records/types.h"
#include "views/agenda-list.h"

#define DAYS_OF_WEEK 7
#define MOST_DOTS 3
#define MARK_SIZE 12

struct _HearthAgendaMonth {
  AdwBin parent_instance;

  /* Borrowed */
  GtkWidget *chosen_button; /* NULL until something is shown */

  /* Owned */
  char *chosen; /* ISO date */
};

enum { SIGNAL_CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthAgendaMonth, hearth_agenda_month, ADW_TYPE_BIN)

/* What is on one day. */
typedef struct {
  unsigned int hearings;
  unsigned int others;
} Marks;

/* ---- Dates ---- */

static GDateTime *
read_date (const char *date)
{
  int year = 0, month = 0, day = 0;

  if (sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return NULL;
  return g_date_time_new_utc (year, month, day, 12, 0, 0);
}

static char *
dup_first_of_month (const char *date)
{
  return g_strdup_printf ("%.8s01", date);
}

char *
hearth_agenda_month_dup_move (const char *date, int months)
{
  return hearth_date_add_months (date, months);
}

char *
hearth_agenda_month_dup_first (const char *date)
{
  g_autofree char *first = dup_first_of_month (date);

  return hearth_week_begin (first);
}

char *
hearth_agenda_month_dup_last (const char *date)
{
  g_autofree char *first = dup_first_of_month (date);
  g_autofree char *next = hearth_agenda_month_dup_move (first, 1);
  g_autofree char *last = hearth_date_add_days (next, -1);
  g_autofree char *week = hearth_week_begin (last);

  return hearth_date_add_days (week, DAYS_OF_WEEK - 1);
}

/* ---- A day ---- */

static Marks
count_marks (GPtrArray *entries, const char *date)
{
  Marks marks = { 0, 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      const HearthAgendaEntry *entry = g_ptr_array_index (entries, i);

      if (!g_str_equal (entry->date, date))
        continue;
      marks.hearings += entry->hearing ? 1 : 0;
      marks.others += entry->hearing ? 0 : 1;
    }
  return marks;
}

/* "Friday 3 April 2026, 1 hearing, 2 others" */
static char *
describe_day (GDateTime *day, Marks marks)
{
  g_autofree char *weekday = g_date_time_format (day, "%A");
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *words = hearth_date_format (date);
  g_autoptr (GString) name = g_string_new (NULL);

  /* Translators: a day of the week, and a date */
  g_string_append_printf (name, _ ("%s, %s"), weekday, words);
  if (marks.hearings > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u hearing", "%u hearings", marks.hearings), marks.hearings);
    }
  if (marks.others > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u other entry", "%u other entries", marks.others),
                              marks.others);
    }
  return g_string_free_and_steal (g_steal_pointer (&name));
}

static GtkWidget *
make_marks (Marks marks)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);

  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (line, -1, MARK_SIZE + 2);
  if (marks.hearings > 0)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (hearth_hearing_type.icon_name);

      gtk_image_set_pixel_size (GTK_IMAGE (icon), MARK_SIZE);
      gtk_box_append (GTK_BOX (line), icon);
    }
  for (unsigned int i = 0; i < MIN (marks.others, MOST_DOTS); i++)
    {
      GtkWidget *dot = gtk_label_new ("•");

      gtk_widget_add_css_class (dot, "caption");
      gtk_box_append (GTK_BOX (line), dot);
    }
  return line;
}

static void
choose (HearthAgendaMonth *self, const char *date)
{
  g_autofree char *copy = g_strdup (date);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, copy);
}

static void
choose_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (HEARTH_AGENDA_MONTH (widget), g_variant_get_string (parameter, NULL));
}

static GtkWidget *
make_day (HearthAgendaMonth *self, const char *date, const char *today, GPtrArray *entries)
{
  g_autoptr (GDateTime) day = read_date (date);
  Marks marks = count_marks (entries, date);
  g_autofree char *name = describe_day (day, marks);
  g_autofree char *number = g_date_time_format (day, "%e");
  bool is_chosen = g_str_equal (date, self->chosen), in_month = strncmp (date, self->chosen, 7) == 0;
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (g_strstrip (number));

  if (g_str_equal (date, today))
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "accent");
    }
  if (!in_month)
    gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_marks (marks));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen);
  /* One stop for the tab key: from there on the arrow keys lead. */
  gtk_widget_set_focusable (button, is_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", date);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agenda.choose");
  if (is_chosen)
    self->chosen_button = button;
  return button;
}

/* ---- The grid ---- */

static GtkWidget *
make_head (const char *date)
{
  g_autoptr (GDateTime) day = read_date (date);
  g_autofree char *short_name = g_date_time_format (day, "%a");
  GtkWidget *label = gtk_label_new (short_name);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_grid (HearthAgendaMonth *self, const char *today, GPtrArray *entries)
{
  g_autofree char *first = hearth_agenda_month_dup_first (self->chosen);
  g_autofree char *last = hearth_agenda_month_dup_last (self->chosen);
  GtkWidget *grid = gtk_grid_new ();
  int n = hearth_date_days_between (first, last) + 1;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *date = hearth_date_add_days (first, i);

      if (i < DAYS_OF_WEEK)
        gtk_grid_attach (GTK_GRID (grid), make_head (date), i, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_day (self, date, today, entries), i % DAYS_OF_WEEK,
                       1 + i / DAYS_OF_WEEK, 1, 1);
    }
  return grid;
}

static bool
has_focus (HearthAgendaMonth *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* ---- Keys ---- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                gpointer user_data)
{
  HearthAgendaMonth *self = HEARTH_AGENDA_MONTH (user_data);
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  g_autofree char *date = NULL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      date = hearth_date_add_days (self->chosen, -forward);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      date = hearth_date_add_days (self->chosen, forward);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      date = hearth_date_add_days (self->chosen, -DAYS_OF_WEEK);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      date = hearth_date_add_days (self->chosen, DAYS_OF_WEEK);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      date = hearth_agenda_month_dup_move (self->chosen, -1);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      date = hearth_agenda_month_dup_move (self->chosen, 1);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  choose (self, date);
  return GDK_EVENT_STOP;
}

/* ---- Overrides ---- */

static void
hearth_agenda_month_finalize (GObject *object)
{
  HearthAgendaMonth *self = HEARTH_AGENDA_MONTH (object);

  g_free (self->chosen);

  G_OBJECT_CLASS (hearth_agenda_month_parent_class)->finalize (object);
}

static void
hearth_agenda_month_class_init (HearthAgendaMonthClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_agenda_month_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HEARTH_TYPE_AGENDA_MONTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "agendamonth");
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "agenda.choose", "s", choose_action_cb);
}

static void
hearth_agenda_month_init (HearthAgendaMonth *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the buttons, whose arrow keys lead the focus elsewhere. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- Public ---- */

HearthAgendaMonth *
hearth_agenda_month_new (void)
{
  return g_object_new (HEARTH_TYPE_AGENDA_MONTH, NULL);
}

void
hearth_agenda_month_show (HearthAgendaMonth *self, const char *chosen, const char *today, GPtrArray *entries)
{
  bool focus = has_focus (self);

  g_set_str (&self->chosen, chosen);
  self->chosen_button = NULL;
  adw_bin_set_child (ADW_BIN (self), make_grid (self, today, entries));
  if (focus && self->chosen_button != NULL)
    gtk_widget_grab_focus (self->chosen_button);
}
