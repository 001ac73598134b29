/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line of the attendance grid: a resident at one school or training place, and the seven days of a week.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/attendance-line.h"

HearthAttendanceLine *
hearth_attendance_line_new (const char *id, const char *name, const char *detail)
{
  HearthAttendanceLine *line = g_new0 (HearthAttendanceLine, 1);

  line->id = g_strdup (id);
  line->name = g_strdup (name);
  line->detail = g_strdup (detail);
  for (unsigned int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    hearth_attendance_line_set_day (line, day, false, false, "", "");
  return line;
}

void
hearth_attendance_line_free (HearthAttendanceLine *line)
{
  g_free (line->id);
  g_free (line->name);
  g_free (line->detail);
  for (unsigned int day = 0; day < HEARTH_ATTENDANCE_DAYS; day++)
    {
      g_free (line->days[day].state);
      g_free (line->days[day].reason);
    }
  g_free (line);
}

void
hearth_attendance_line_set_day (HearthAttendanceLine *line,
                                unsigned int day,
                                bool expected,
                                bool open,
                                const char *state,
                                const char *reason)
{
  g_return_if_fail (day < HEARTH_ATTENDANCE_DAYS);

  g_set_str (&line->days[day].state, state);
  g_set_str (&line->days[day].reason, reason);
  line->days[day].expected = expected;
  line->days[day].open = open;
}

bool
hearth_attendance_line_waits (const HearthAttendanceLine *line, unsigned int day)
{
  g_return_val_if_fail (day < HEARTH_ATTENDANCE_DAYS, false);

  return line->days[day].expected && line->days[day].open && *line->days[day].state == '\0';
}
