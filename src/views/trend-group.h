/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a resident's last days went, drawn and told, with what happened on the way.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TREND_GROUP (hearth_trend_group_get_type ())
G_DECLARE_FINAL_TYPE (HearthTrendGroup, hearth_trend_group, HEARTH, TREND_GROUP, AdwBin)

/** Sleep, mood, appetite and life in the house in the last 30 or 90 days of @resident, with incidents and visits as marks;
 * follows what is written. Invisible while nothing is written down or the reader may see none of it. */
HearthTrendGroup *hearth_trend_group_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS
