/* SPDX-License-Identifier: GPL-3.0-or-later
 * The filters above a list: one for each field and each facet that a type's table offers.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FILTER_BAR (hearth_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (HearthFilterBar, hearth_filter_bar, HEARTH, FILTER_BAR, GtkWidget)

/** Signals: "filter-changed" (const char *field, GStrv codes): several codes mean one or another of them, no code
 * takes the filter away. A filter by a LINK is offered only once it was given its choices. */
GtkWidget *hearth_filter_bar_new (const HearthRecordType *type);

/** What the filter by @field offers, instead of what the table says; copied, and the labels are shown as they are.
 * @choices: (nullable): ends with a NULL code; NULL: the filter is not offered at all */
void hearth_filter_bar_set_choices (HearthFilterBar *bar, const char *field, const HearthChoice *choices);
/** Whether any filter is offered. */
bool hearth_filter_bar_has_filters (HearthFilterBar *bar);

/** The codes @field is filtered by, in the order of the choices. Transfer full. */
GStrv hearth_filter_bar_dup_filter (HearthFilterBar *bar, const char *field);
/** Codes that are not offered are passed over. Emits nothing. @codes: (nullable) */
void hearth_filter_bar_set_filter (HearthFilterBar *bar, const char *field, const char *const *codes);
bool hearth_filter_bar_is_active (HearthFilterBar *bar);
/** Takes every filter away; "filter-changed" tells of each. */
void hearth_filter_bar_clear (HearthFilterBar *bar);

G_END_DECLS
