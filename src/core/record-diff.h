/* SPDX-License-Identifier: GPL-3.0-or-later
 * How two states of one record differ: for its history, for two people at once, and for undo.
 */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * hearth_record_diff:
 * @before: (nullable): NULL for a record that was not there: all that @after says differs
 *
 * The stored fields of the type's own table, in its order, whose values differ; of #HearthField, borrowed. What is
 * withheld in one of the two is no difference that this reader can tell, and is left out, as are revision, state
 * and stamps. Transfer container.
 */
GPtrArray *hearth_record_diff (HearthRecord *before, HearthRecord *after);

G_END_DECLS
