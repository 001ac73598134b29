/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house in one shift: who is here and who is not, the house log, and what happened to several.
 */
#pragma once

#include <adwaita.h>

#include "rules/shift.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HOUSE_LOG_PAGE (hearth_house_log_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthHouseLogPage, hearth_house_log_page, HEARTH, HOUSE_LOG_PAGE, AdwNavigationPage)

/** Follows what is saved. Actions: page.new (an event), page.edit-log. */
HearthHouseLogPage *hearth_house_log_page_new (HearthStore *store, const HearthShift *shift);

/** Opens the form of a new event of @shift in the navigation view that @near is in. */
void hearth_house_log_begin_event (GtkWidget *near, HearthStore *store, const HearthShift *shift);

G_END_DECLS
