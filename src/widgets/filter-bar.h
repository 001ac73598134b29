/* SPDX-License-Identifier: GPL-3.0-or-later
 * The filters above a list, one for each field that a type's table offers as a filter.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FILTER_BAR (hearth_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (HearthFilterBar, hearth_filter_bar, HEARTH, FILTER_BAR, GtkWidget)

/** Signals: "filter-changed" (const char *field, const char *code): code "" takes the filter away. */
GtkWidget *hearth_filter_bar_new (const HearthRecordType *type);

/** Whether the type has any filter at all. */
bool hearth_filter_bar_has_filters (HearthFilterBar *bar);
/** The code @field is filtered by, or "". */
const char *hearth_filter_bar_get_filter (HearthFilterBar *bar, const char *field);
bool hearth_filter_bar_is_active (HearthFilterBar *bar);
void hearth_filter_bar_clear (HearthFilterBar *bar);

G_END_DECLS
