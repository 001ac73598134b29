/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the key file's functions may do with a keyring.
 */
#pragma once

#include "vault/key-slot.h"

G_BEGIN_DECLS

/**
 * hearth_keyring_new:
 * @file: the house
 * @slot: of the person or the sheet
 * @secrets: (transfer full): of @slot
 *
 * Returns: NULL with %HEARTH_VAULT_ERROR_MEMORY when the secrets cannot be kept out of swap space
 */
HearthKeyring *hearth_keyring_new (const HearthKeyFile *file,
                                   const HearthKeySlot *slot,
                                   HearthSecrets *secrets,
                                   GError **error);

void hearth_keyring_set_refused_tries (HearthKeyring *keyring, unsigned int refused);

/** Makes the secrets readable until hearth_keyring_release (), and keeps other threads waiting; NULL with
 * %HEARTH_VAULT_ERROR_DENIED when closed, then there is nothing to release. */
const HearthSecrets *hearth_keyring_hold (HearthKeyring *keyring, GError **error);
void hearth_keyring_release (HearthKeyring *keyring);

/** Bit of @compartment in a slot's compartments; 0 when there is none of that name. */
unsigned int hearth_compartment_get_bit (const char *compartment);

G_END_DECLS
