/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the policy and the checks of a save need of limits of files. Private to rules.
 */
#pragma once

#include "rules/file-limits.h"

G_BEGIN_DECLS

/** Reads everything once more. */
bool hearth_file_limits_reread (HearthFileLimits *limits, HearthStore *store, GError **error);
/** Whether an answer is another one than at the last call, or than when it was new. */
bool hearth_file_limits_settle (HearthFileLimits *limits);
/** Seconds until an answer may change by itself; -1: not until something is saved. */
gint64 hearth_file_limits_count_seconds (HearthFileLimits *limits);

/** Every limit of every file, without asking the policy: id of a resident → GPtrArray of HearthRecord. Transfer full. */
GHashTable *hearth_file_limits_read (HearthStore *store, GError **error);
/** How a file with @limits (of HearthRecord, nullable) stands to @account on @day. */
HearthFileState hearth_file_limits_judge (GPtrArray *limits, const char *account, const char *day);

G_END_DECLS
