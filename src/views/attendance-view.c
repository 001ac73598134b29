/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who was at school or training: a week of the house, written where it stands.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/attendance-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "records/problem-text.h"
#include "records/types.h"
#include "rules/school.h"
#include "views/area-page.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/tell.h"
#include "views/undo.h"
#include "widgets/attendance-grid.h"

#define WEEK 7

struct _HearthAttendanceView {
  AdwBin parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *group;
  GtkStack *stack;
  GtkBox *empty; /* what stands in the place of the grid */
  HearthAttendanceGrid *grid;
  GtkWidget *after;
  GtkWidget *today;

  /* Owned */
  HearthStore *store;
  HearthSchoolWeek *week; /* what is shown; NULL: it cannot be read */
  char *date;             /* a day of it */
  bool outdated;          /* something was saved since it was read */
};

G_DEFINE_FINAL_TYPE (HearthAttendanceView, hearth_attendance_view, ADW_TYPE_BIN)

/* ---- Reading ---- */

static char *
dup_today (HearthAttendanceView *self)
{
  return hearth_clock_today (hearth_store_get_clock (self->store));
}

static const HearthSchoolRow *
get_row (HearthAttendanceView *self, guint line)
{
  return self->week != NULL && line < self->week->rows->len ? g_ptr_array_index (self->week->rows, line)
                                                            : NULL;
}

static bool
may_write (HearthAttendanceView *self, HearthRecord *resident)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_attendance_type, NULL,
                                  hearth_record_get_id (resident));
}

/* Which school, and which class there. */
static char *
describe_place (HearthRecord *enrolment)
{
  const char *school = hearth_record_get (enrolment, "school"),
             *grade = hearth_record_get (enrolment, "grade");

  return *grade != '\0' ? g_strdup_printf ("%s · %s", school, grade) : g_strdup (school);
}

static HearthAttendanceLine *
make_line (HearthAttendanceView *self, const HearthSchoolRow *row, const char *today)
{
  g_autofree char *name = hearth_record_dup_title (row->resident), *place = describe_place (row->enrolment);
  HearthAttendanceLine *line =
    hearth_attendance_line_new (hearth_record_get_id (row->enrolment), name, place);
  bool writable = may_write (self, row->resident);

  for (unsigned int i = 0; i < G_N_ELEMENTS (row->days); i++)
    {
      const HearthSchoolDay *day = &row->days[i];
      bool open =
        writable && strcmp (day->date, today) <= 0 && hearth_enrolment_holds (row->enrolment, day->date);

      hearth_attendance_line_set_day (line, i, day->expected, open,
                                      day->record != NULL ? hearth_record_get (day->record, "was_there") : "",
                                      day->record != NULL ? hearth_record_get (day->record, "reason") : "");
    }
  return line;
}

/* ---- Showing ---- */

static bool
was_expected (const HearthSchoolWeek *week, const char *today)
{
  for (guint i = 0; i < week->rows->len; i++)
    {
      const HearthSchoolRow *row = g_ptr_array_index (week->rows, i);

      for (gsize day = 0; day < G_N_ELEMENTS (row->days); day++)
        if (row->days[day].expected && strcmp (row->days[day].date, today) <= 0)
          return true;
    }
  return false;
}

static void
show_heading (HearthAttendanceView *self, const char *today)
{
  g_autofree char *last = hearth_date_add_days (self->week->first, WEEK - 1);
  g_autofree char *from = hearth_date_format (self->week->first);
  /* Translators: a week, by its first day */
  g_autofree char *title = g_strdup_printf (_ ("Week from %s"), from);
  g_autofree char *words = NULL;
  unsigned int open = hearth_school_week_count_open (self->week, today);
  bool past = strcmp (last, today) < 0;

  if (self->week->rows->len == 0)
    words = g_strdup ("");
  else if (open == 0)
    words = g_strdup (was_expected (self->week, today) ? _ ("Everything is written down.")
                                                       : _ ("Nobody was expected yet in this week."));
  else
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day is not written down yet.",
                                          "%u days are not written down yet.", open),
                             open);
  adw_preferences_group_set_title (self->group, title);
  hearth_plain_page_describe_group (self->group, words);
  /* What is to come is written when it was. */
  gtk_widget_set_sensitive (self->after, past);
  gtk_widget_set_visible (self->today, past);
}

static void
show_empty (HearthAttendanceView *self, const GError *error)
{
  bool may_add =
    hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_enrolment_type, NULL, NULL);
  AdwStatusPage *status;

  hearth_plain_page_empty (self->empty);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->empty));
  if (error != NULL)
    {
      hearth_plain_page_add_error (self->empty, error);
      return;
    }
  status = hearth_plain_page_add_status (self->empty, "hearth-education-symbolic",
                                         _ ("Nobody has a place in this week"),
                                         _ ("Add at which school or training somebody has a place, and on "
                                            "which days. Then the week stands here."));
  gtk_widget_add_css_class (GTK_WIDGET (status), "compact");
  if (may_add)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Add a place"));

      gtk_widget_add_css_class (button, "pill");
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hearth_enrolment_type.name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new-record");
      adw_status_page_set_child (status, button);
    }
}

static void
show (HearthAttendanceView *self)
{
  g_autofree char *today = dup_today (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_attendance_line_free);
  g_autoptr (GError) error = NULL;

  self->outdated = false;
  g_clear_pointer (&self->week, hearth_school_week_free);
  self->week = hearth_school_week_new (self->store, self->date, &error);
  if (self->week != NULL)
    show_heading (self, today);
  if (self->week == NULL || self->week->rows->len == 0)
    {
      show_empty (self, error);
      return;
    }
  for (guint i = 0; i < self->week->rows->len; i++)
    g_ptr_array_add (lines, make_line (self, g_ptr_array_index (self->week->rows, i), today));
  hearth_attendance_grid_show (self->grid, self->week->first, today, lines);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->grid));
}

static void
show_again (gpointer owner)
{
  HearthAttendanceView *self = owner;

  if (self->outdated && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

/* ---- Writing ---- */

static void
tell_not_written (HearthAttendanceView *self, GPtrArray *problems, const GError *error)
{
  if (problems != NULL && problems->len > 0)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, 0);
      g_autofree char *words = hearth_problem_to_sentence (&hearth_attendance_type, problem);

      hearth_tell (GTK_WIDGET (self), _ ("This could not be written down"), words);
      return;
    }
  hearth_tell_error (GTK_WIDGET (self), _ ("This could not be written down"), error);
}

static void
chosen_cb (HearthAttendanceView *self, guint line, guint day, const char *state, const char *reason)
{
  const HearthSchoolRow *row = get_row (self, line);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (HearthRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (row != NULL);
  record = hearth_attendance_set (self->store, row->enrolment, row->days[day].date, state, reason, NULL,
                                  &problems, &error);
  if (record == NULL)
    tell_not_written (self, problems, error);
  show (self);
}

static void
cleared_cb (HearthAttendanceView *self, guint line, guint day)
{
  const HearthSchoolRow *row = get_row (self, line);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (row != NULL && row->days[day].record != NULL);
  if (!hearth_attendance_take_back (self->store, row->days[day].record, &error))
    tell_not_written (self, NULL, error);
  show (self);
}

/* Of HearthRecord: what was written for whom there was nothing, all or none; NULL with an error. */
static GPtrArray *
fill_day (HearthAttendanceView *self, guint day, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *today = dup_today (self);

  if (!hearth_store_begin (self->store, error))
    return NULL;
  for (guint i = 0; i < self->week->rows->len; i++)
    {
      const HearthSchoolRow *row = g_ptr_array_index (self->week->rows, i);
      HearthAttendanceLine *line = make_line (self, row, today);
      bool waits = hearth_attendance_line_waits (line, day);
      HearthRecord *record;

      hearth_attendance_line_free (line);
      if (!waits)
        continue;
      record = hearth_attendance_set (self->store, row->enrolment, row->days[day].date, "present", NULL, NULL,
                                      problems, error);
      if (record == NULL)
        {
          hearth_store_roll_back (self->store);
          return NULL;
        }
      g_ptr_array_add (written, record);
    }
  return hearth_store_commit (self->store, error) ? g_steal_pointer (&written) : NULL;
}

static void
everybody_cb (HearthAttendanceView *self, guint day)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) written = fill_day (self, day, &problems, &error);

  if (written == NULL)
    tell_not_written (self, problems, error);
  else if (written->len > 0)
    {
      g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u resident was there",
                                                             "%u residents were there", written->len),
                                                written->len);

      hearth_undo_offer_group (GTK_WIDGET (self), self->store, written, words);
    }
  show (self);
}

static void
opened_cb (HearthAttendanceView *self, guint line)
{
  const HearthSchoolRow *row = get_row (self, line);

  g_return_if_fail (row != NULL);
  hearth_area_page_open (GTK_WIDGET (self), self->store, &hearth_area_education, row->resident);
}

/* ---- Weeks ---- */

static void
turn (HearthAttendanceView *self, int weeks)
{
  g_autofree char *date = hearth_date_add_days (self->date, weeks * WEEK), *today = dup_today (self);

  g_set_str (&self->date, strcmp (date, today) > 0 ? today : date);
  show (self);
}

static void
before_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (HEARTH_ATTENDANCE_VIEW (widget), -1);
}

static void
after_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (HEARTH_ATTENDANCE_VIEW (widget), 1);
}

static void
today_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthAttendanceView *self = HEARTH_ATTENDANCE_VIEW (widget);

  g_free (self->date);
  self->date = dup_today (self);
  show (self);
}

/* ---- Overrides ---- */

static void
saved_cb (HearthAttendanceView *self, HearthRecord *record)
{
  static const HearthRecordType *const followed[] = { &hearth_attendance_type, &hearth_enrolment_type,
                                                      &hearth_resident_type, &hearth_stay_type };

  for (gsize i = 0; i < G_N_ELEMENTS (followed); i++)
    self->outdated |= hearth_record_get_record_type (record) == followed[i];
}

static void
reread_cb (HearthAttendanceView *self)
{
  self->outdated = true;
}

static void
hearth_attendance_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearth_attendance_view_parent_class)->map (widget);
  show (HEARTH_ATTENDANCE_VIEW (widget));
}

static void
hearth_attendance_view_dispose (GObject *object)
{
  HearthAttendanceView *self = HEARTH_ATTENDANCE_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->week, hearth_school_week_free);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (hearth_attendance_view_parent_class)->dispose (object);
}

static void
hearth_attendance_view_class_init (HearthAttendanceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_attendance_view_dispose;
  widget_class->map = hearth_attendance_view_map;
  gtk_widget_class_install_action (widget_class, "attendance.before", NULL, before_action_cb);
  gtk_widget_class_install_action (widget_class, "attendance.after", NULL, after_action_cb);
  gtk_widget_class_install_action (widget_class, "attendance.today", NULL, today_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "attendance.before", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "attendance.after", NULL);
}

/* ---- Making ---- */

static GtkWidget *
add_button (GtkWidget *box, GtkWidget *button, const char *action, const char *words)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_turns (HearthAttendanceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->today = add_button (box, gtk_button_new_from_icon_name ("x-office-calendar-symbolic"),
                            "attendance.today", _ ("This week"));
  add_button (box, gtk_button_new_from_icon_name ("go-previous-symbolic"), "attendance.before",
              _ ("The week before"));
  self->after = add_button (box, gtk_button_new_from_icon_name ("go-next-symbolic"), "attendance.after",
                            _ ("The week after"));
  return box;
}

static void
hearth_attendance_view_init (HearthAttendanceView *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->grid = hearth_attendance_grid_new ();
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->empty));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->grid));
  adw_preferences_group_set_header_suffix (self->group, make_turns (self));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  g_signal_connect_object (self->grid, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "everybody", G_CALLBACK (everybody_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

/* ---- Public ---- */

HearthAttendanceView *
hearth_attendance_view_new (HearthStore *store)
{
  HearthAttendanceView *self = g_object_new (HEARTH_TYPE_ATTENDANCE_VIEW, NULL);

  self->store = g_object_ref (store);
  self->date = dup_today (self);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reread", G_CALLBACK (reread_cb), self, G_CONNECT_SWAPPED);
  hearth_follow (self, store, "saved", show_again);
  hearth_follow (self, store, "reread", show_again);
  show (self);
  return self;
}
