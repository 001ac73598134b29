/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who holds which key, compared with what the roles ask for: people who wait for a key, and who can give it.
 */
#pragma once

#include "rules/role.h"
#include "store/people.h"

G_BEGIN_DECLS

/** The entry of @account (id) in @holders, or NULL; borrowed. */
const HearthHolder *hearth_holders_lookup (GPtrArray *holders, const char *account);
/** The entry of the recovery sheet in @holders, or NULL; borrowed. */
const HearthHolder *hearth_holders_lookup_sheet (GPtrArray *holders);
/** @holder: (nullable): holds nothing */
bool hearth_holder_has (const HearthHolder *holder, const char *compartment);
/** Those @compartment can be asked of: ids of accounts, the recovery sheet left out; NULL-ended, borrowed strings, free
 * the array. */
const char **hearth_holders_list (GPtrArray *holders, const char *compartment);

/** "Medical", translated; borrowed. */
const char *hearth_compartment_get_label (const char *compartment);
/** "the medical key", to stand within a sentence; translated, borrowed. */
const char *hearth_compartment_get_key (const char *compartment);
/** What is sealed in it, in a few words; translated, borrowed. */
const char *hearth_compartment_describe (const char *compartment);

/**
 * HearthKeyRequest:
 * @account: who waits; NULL for the recovery sheet
 * @compartment: the key that the role asks for, or the sheet lacks
 * @givers: NULL-ended ids of the accounts that hold it, where the signed-in person does not; else NULL
 */
typedef struct {
  HearthRecord *account;
  const char *compartment;
  GStrv givers;
} HearthKeyRequest;

void hearth_key_request_free (HearthKeyRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthKeyRequest, hearth_key_request_free)

/** What the signed-in person could give: keys they hold and the recovery sheet lacks, or somebody else's role asks for,
 * who has chosen a password and has not got it. Whoever manages accounts and holds no key at all is told of every key that
 * somebody waits for. Of HearthKeyRequest, the sheet first, then by the order of accounts; transfer full. NULL with an error of the store; empty where this
 * person may not read accounts. */
GPtrArray *hearth_key_requests_list (HearthStore *store, GError **error);

G_END_DECLS
