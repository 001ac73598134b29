/* SPDX-License-Identifier: GPL-3.0-or-later
 * What plans of care and of learning share. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** The plan of @type that @resident has today; NULL for none. Transfer full. */
HearthRecord *hearth_plan_find_active (HearthStore *store,
                                       const HearthRecordType *type,
                                       const char *resident,
                                       GError **error);

G_END_DECLS
