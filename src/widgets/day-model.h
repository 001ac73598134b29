/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of records as it is, with a section for each day: neighbours with the same event date.
 */
#pragma once

#include <gtk/gtk.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_DAY_MODEL (hearth_day_model_get_type ())
G_DECLARE_FINAL_TYPE (HearthDayModel, hearth_day_model, HEARTH, DAY_MODEL, GObject)

/** A GListModel and GtkSectionModel over @records, ordered by event. It asks @records only for the items
 * near those it is asked for itself. */
HearthDayModel *hearth_day_model_new (GListModel *records);

G_END_DECLS
