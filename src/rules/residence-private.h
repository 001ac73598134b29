/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who lives in the house on a day. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** @stay: (nullable): the one that begins last of those that hold; NULL: taken in, and no stay was written yet */
typedef struct {
  HearthRecord *resident;
  HearthRecord *stay;
} HearthResidence;

/** Everybody who lives here on a day from @from to @to (ISO dates, both included), in hospital too, and those of whom it was
 * never written where they live and who are known since before the end of @to; by the name used. Of HearthResidence;
 * transfer full. */
GPtrArray *hearth_residences_list (HearthStore *store, const char *from, const char *to, GError **error);

/** Takes out of @records (of HearthRecord) those of residents who do not live here today. */
bool hearth_residences_keep (HearthStore *store, GPtrArray *records, GError **error);

/** When @resident arrived for @stay, as the admission of that day says (instant), or NULL. Transfer full. */
char *hearth_residence_dup_arrival (HearthStore *store, const HearthResidence *residence, GError **error);

G_END_DECLS
