/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list as it is, with a section for each day: neighbours with the same date.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_DAY_MODEL (hearth_day_model_get_type ())
G_DECLARE_FINAL_TYPE (HearthDayModel, hearth_day_model, HEARTH, DAY_MODEL, GObject)

/** The ISO date of @item, transfer full; "" where there is none. */
typedef char *(*HearthDayFunc) (gpointer item);

/** A GListModel and GtkSectionModel over @items, which are ordered by day. It asks @items only for those near the ones
 * it is asked for itself. */
HearthDayModel *hearth_day_model_new (GListModel *items, HearthDayFunc day);
/** The same over records, by event. */
HearthDayModel *hearth_day_model_new_of_records (GListModel *records);

G_END_DECLS
