/* SPDX-License-Identifier: GPL-3.0-or-later
 * A button that opens a calendar to choose a day from.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_DATE_BUTTON (hearth_date_button_get_type ())
G_DECLARE_FINAL_TYPE (HearthDateButton, hearth_date_button, HEARTH, DATE_BUTTON, GtkWidget)

/**
 * Signals: "opened" (): the calendar is about to be seen, the moment to set its day; "picked" (const
 * char *date): an ISO date was chosen.
 *
 * @label: the label of the field it belongs to
 */
GtkWidget *hearth_date_button_new (const char *label);

/** The ISO date the calendar stands at; one that is none leaves the calendar as it is. */
void hearth_date_button_set_date (HearthDateButton *button, const char *date);

G_END_DECLS
