/* SPDX-License-Identifier: GPL-3.0-or-later
 * One cell of the attendance grid: a resident on one day, as a shape and a short word.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/attendance-cell.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "widgets/shift-mark.h"
#include "widgets/shift-words.h"

struct _HearthAttendanceCell {
  GtkButton parent_instance;

  /* Owned */
  char *shown; /* what stands in it, to leave alone what did not change */
};

G_DEFINE_FINAL_TYPE (HearthAttendanceCell, hearth_attendance_cell, GTK_TYPE_BUTTON)

/* ---- Words ---- */

const HearthField *
hearth_attendance_get_state_field (void)
{
  return hearth_record_type_lookup_field (&hearth_attendance_type, "was_there");
}

const HearthField *
hearth_attendance_get_reason_field (void)
{
  return hearth_record_type_lookup_field (&hearth_attendance_type, "reason");
}

char *
hearth_attendance_dup_day (const char *date)
{
  HearthPartialDate parts;
  g_autoptr (GDateTime) day = NULL;

  hearth_partial_date_read (date, &parts);
  day = g_date_time_new_utc (parts.year, parts.month, parts.day, 0, 0, 0);
  /* Translators: a day without its year, as g_date_time_format () takes it: “Monday, 2 March” */
  return day != NULL ? g_date_time_format (day, _ ("%A, %-e %B")) : g_strdup ("");
}

/* Where somebody was away, why tells more than that. */
static const char *
get_word (const HearthAttendanceDay *day)
{
  const HearthField *states = hearth_attendance_get_state_field ();
  const HearthChoice *state = hearth_field_lookup_choice (states, day->state);
  const HearthChoice *reason =
    hearth_field_lookup_choice (hearth_attendance_get_reason_field (), day->reason);

  if (reason != NULL)
    return hearth_shift_get_word (hearth_attendance_get_reason_field (), reason);
  return state != NULL ? hearth_shift_get_word (states, state) : "";
}

static char *
describe (const HearthAttendanceDay *day)
{
  const HearthChoice *state = hearth_field_lookup_choice (hearth_attendance_get_state_field (), day->state);
  const HearthChoice *reason =
    hearth_field_lookup_choice (hearth_attendance_get_reason_field (), day->reason);

  if (reason != NULL && state != NULL)
    /* Translators: whether somebody was there, and why not: “Away: Ill” */
    return g_strdup_printf (_ ("%s: %s"), _ (state->label), _ (reason->label));
  if (state != NULL)
    return g_strdup (_ (state->label));
  return g_strdup (day->expected ? (day->open ? _ ("expected, nothing written yet") : _ ("expected"))
                                 : _ ("not expected"));
}

/* ---- Showing ---- */

static void
set_class (HearthAttendanceCell *self, const char *name, bool set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_content (HearthAttendanceCell *self, const HearthAttendanceDay *day)
{
  const HearthField *states = hearth_attendance_get_state_field ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *mark = hearth_shift_mark_new (states, day->state);
  GtkWidget *label = gtk_label_new (get_word (day));

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (mark != NULL)
    {
      gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (self), box);
}

/* ---- Overrides ---- */

static void
hearth_attendance_cell_finalize (GObject *object)
{
  g_free (HEARTH_ATTENDANCE_CELL (object)->shown);

  G_OBJECT_CLASS (hearth_attendance_cell_parent_class)->finalize (object);
}

static void
hearth_attendance_cell_class_init (HearthAttendanceCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_attendance_cell_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "attendancecell");
}

static void
hearth_attendance_cell_init (HearthAttendanceCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
}

/* ---- Public ---- */

HearthAttendanceCell *
hearth_attendance_cell_new (void)
{
  return g_object_new (HEARTH_TYPE_ATTENDANCE_CELL, NULL);
}

void
hearth_attendance_cell_show (HearthAttendanceCell *self,
                             const HearthAttendanceLine *line,
                             unsigned int day,
                             const char *date)
{
  const HearthAttendanceDay *shown = &line->days[day];
  const HearthShiftLook *look = hearth_shift_lookup_look (hearth_attendance_get_state_field (), shown->state);
  g_autofree char *when = hearth_attendance_dup_day (date), *what = describe (shown), *label = NULL;

  g_return_if_fail (HEARTH_IS_ATTENDANCE_CELL (self));
  /* Translators: how a cell of the attendance grid is read out: a resident, a day, and what is written. */
  label = g_strdup_printf (_ ("%s, %s: %s"), line->name, when, what);
  set_class (self, "expected", shown->expected && *shown->state == '\0');
  set_class (self, "waits", hearth_attendance_line_waits (line, day));
  set_class (self, "notice", look != NULL && look->tone == HEARTH_SHIFT_TONE_NOTICE);
  set_class (self, "closed", !shown->open);
  if (g_strcmp0 (label, self->shown) == 0)
    return;
  g_set_str (&self->shown, label);
  show_content (self, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_DISABLED, !shown->open, -1);
}
