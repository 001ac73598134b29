/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules about a record that need a second one; asked through the policy, so that every way in is refused alike.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Adds the problems of saving @record. @before: as stored, or NULL when it is new. */
void hearth_save_checks_run (HearthStore *store,
                             HearthRecord *record,
                             HearthRecord *before,
                             GPtrArray *problems);

G_END_DECLS
