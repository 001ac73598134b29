/* SPDX-License-Identifier: GPL-3.0-or-later
 * When two people change one record: who did what, in words.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Who saved @current, when, and how it differs from @before; transfer full. */
char *hearth_conflict_describe (HearthStore *store, HearthRecord *before, HearthRecord *current);

G_END_DECLS
