/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the audit of which a reader is not to know that there are any. Private to the store.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * hearth_audit_is_secret:
 * @type: (nullable): of the record that a row is about
 * @id: its id; "" where the row is about a list of them
 *
 * Whether the reader is not to know that the record is there: a concern or a complaint that goes past them, or that is kept
 * from them by name; and what a colleague carried. Who reads no files at all, as an auditor, is only kept out by name.
 */
bool hearth_audit_is_secret (HearthStore *store, const HearthRecordType *type, const char *id);

/** All of them as a JSON list in @ids (transfer full): of ids, and of names of types where all are; NULL there where there
 * are none. */
bool hearth_audit_list_secrets (HearthStore *store, char **ids, GError **error);

G_END_DECLS
