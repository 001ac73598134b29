/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is set by itself in a record that is saved: days counted from another day, what its subject says. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** As hearth_policy_fill_in (). */
void hearth_fill_in (HearthStore *store, HearthRecord *record, HearthRecord *before);

G_END_DECLS
