/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps that making, opening and changing a key file share.
 */
#pragma once

#include "vault/keyring-private.h"

G_BEGIN_DECLS

/** Keeps changes of key files apart: each loads, changes and saves under it. */
extern GMutex hearth_vault_mutex;

/** One constant message, whatever was wrong. */
void hearth_vault_set_wrong (GError **error);

/** Whether a new name and password may be used; false with NAME or WEAK. */
bool hearth_vault_check_new (const char *user, const char *password, GError **error);
/** The key of a name and password that were checked, in @file's house; NULL with MEMORY. */
HearthSecretBytes *hearth_vault_derive_new (const HearthKeyFile *file,
                                            const char *user,
                                            const char *password,
                                            GError **error);

/**
 * hearth_vault_try_password:
 * @slot: (out): of @file
 * @refused: (out): with the secrets, how many tries before this one were wrong
 *
 * Hears a name and password as one try: counts it when wrong, and forgets the wrong ones before when right.
 * Returns: the secrets, or NULL with WRONG, WAIT, WEAK, DAMAGED or MEMORY
 */
HearthSecrets *hearth_vault_try_password (const char *folder,
                                          const HearthKeyFile *file,
                                          const char *user,
                                          const char *password,
                                          HearthKeySlot **slot,
                                          unsigned int *refused,
                                          GError **error);

G_END_DECLS
