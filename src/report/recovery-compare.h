/* SPDX-License-Identifier: GPL-3.0-or-later
 * The six areas of recovery in one chart: on arrival, and now.
 */
#pragma once

#include "draw/compare.h"
#include "core/record.h"

G_BEGIN_DECLS

/** The first and the last of @scores (of HearthRecord, oldest first; see hearth_recovery_list ()) against each other, or the
 * only one there is; NULL where there is none. In the language that is set. Transfer full. */
HearthCompare *hearth_recovery_compare_new (GPtrArray *scores);

G_END_DECLS
