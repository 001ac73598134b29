/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading without asking the policy: for the policy itself, which has to know what it decides by before anybody may
 * read. What comes from here is never shown as it is.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * hearth_store_read_unasked:
 * @field: (nullable): only records that say @value in this field, a text, choice or link
 *
 * Records of @type as they are stored, oldest first, without those in error; sealed text is withheld. They are copies,
 * which follow nothing. Of #HearthRecord; transfer full.
 */
GPtrArray *hearth_store_read_unasked (HearthStore *store,
                                      const HearthRecordType *type,
                                      const char *field,
                                      const char *value,
                                      GError **error);

/** As hearth_store_list_revisions (), and leaves no audit row; of HearthRevision; transfer full. */
GPtrArray *hearth_store_list_revisions_unasked (HearthStore *store, const char *id, GError **error);

G_END_DECLS
