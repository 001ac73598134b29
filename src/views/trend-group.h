/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's sleep and mood of the last days, drawn and told.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TREND_GROUP (hearth_trend_group_get_type ())
G_DECLARE_FINAL_TYPE (HearthTrendGroup, hearth_trend_group, HEARTH, TREND_GROUP, AdwBin)

/** For the last 30 days of @resident, followed as the daily log changes. Invisible while nothing is written down or
 * the reader may see none of it. */
HearthTrendGroup *hearth_trend_group_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS
