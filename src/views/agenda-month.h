/* SPDX-License-Identifier: GPL-3.0-or-later
 * A month as a picture: a field for each day, with marks for what is on it. One day is chosen; the arrow keys go from day to day.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_AGENDA_MONTH (hearth_agenda_month_get_type ())
G_DECLARE_FINAL_TYPE (HearthAgendaMonth, hearth_agenda_month, HEARTH, AGENDA_MONTH, AdwBin)

/** Signals: "chosen" (const char *date): the person went to another day (ISO), perhaps of another month. */
HearthAgendaMonth *hearth_agenda_month_new (void);

/** Shows the month of @chosen (ISO date), weeks whole. @entries: of HearthAgendaEntry, of all days from
 * hearth_agenda_month_dup_first () to hearth_agenda_month_dup_last (). Where the keyboard was on a day, it is on @chosen then. */
void hearth_agenda_month_show (HearthAgendaMonth *self,
                               const char *chosen,
                               const char *today,
                               GPtrArray *entries);

/** The first and the last day that are shown with the month of @date; ISO dates; transfer full. */
char *hearth_agenda_month_dup_first (const char *date);
char *hearth_agenda_month_dup_last (const char *date);
/** The same day @months later (below 0: earlier), or the last of a shorter month; transfer full. */
char *hearth_agenda_month_dup_move (const char *date, int months);

G_END_DECLS
