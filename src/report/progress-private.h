/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of the progress report. Private to this folder.
 */
#pragma once

#include "report/builder.h"

G_BEGIN_DECLS

/** progress-areas.c: the summary, and the six areas of recovery. */
bool hearth_progress_add_areas (HearthBuilder *builder, GError **error);
/** progress-plan.c: the goals. */
bool hearth_progress_add_goals (HearthBuilder *builder, GError **error);
/** progress-plan.c: what stands in the way, and what comes next. */
bool hearth_progress_add_next (HearthBuilder *builder, GPtrArray *contributions, GError **error);
/** progress-care.c: health, counselling, learning. */
bool hearth_progress_add_care (HearthBuilder *builder, GPtrArray *contributions, GError **error);
/** progress-daily.c. @stay: (nullable): the one reported on. */
void hearth_progress_add_daily_life (HearthBuilder *builder, GPtrArray *entries, HearthRecord *stay);
/** progress-events.c: what happened, family, the legal stage, papers. */
bool hearth_progress_add_events (HearthBuilder *builder, GError **error);
/** progress-events.c: what the resident said at goals and reviews. Whether there was something. */
bool hearth_progress_add_said (HearthBuilder *builder, bool *any, GError **error);

/** Those of the resident's records of @type whose day lies in the report's time, oldest first; none where who prints may
 * not read them. Transfer full. */
GPtrArray *hearth_progress_load (HearthBuilder *builder, const HearthRecordType *type, GError **error);

G_END_DECLS
