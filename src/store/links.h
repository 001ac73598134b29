/* SPDX-License-Identifier: GPL-3.0-or-later
 * Links to several records, kept one by one beside the values they stand in: by them it is found whose files a record is
 * in, and whom it is kept from. Private to the store.
 */
#pragma once

#include "store/db.h"
#include "store/table.h"

G_BEGIN_DECLS

/** Makes the links of those columns of @stored that are @changed (per column) what their values say. */
bool hearth_links_write (HearthDb *db,
                         const HearthTable *table,
                         HearthStored *stored,
                         const bool *changed,
                         GError **error);
/** @right: (out): whether the links of @stored are those that its values name, no more and no less */
bool hearth_links_check (HearthDb *db,
                         const HearthTable *table,
                         HearthStored *stored,
                         bool *right,
                         GError **error);

G_END_DECLS
