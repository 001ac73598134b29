/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps that making, opening and changing a key file share.
 */
#pragma once

#include "vault/keyring-private.h"

G_BEGIN_DECLS

/** Keeps changes of key files apart: each loads, changes and saves under it. */
extern GMutex hearth_vault_mutex;

void hearth_vault_set_denied (GError **error, const char *message);
/** One constant message, whatever was wrong. */
void hearth_vault_set_wrong (GError **error);

/** Whether a new name and password may be used; false with NAME or WEAK. */
bool hearth_vault_check_new (const char *user, const char *password, GError **error);
/** The key of a name and password that were checked, in @file's house; NULL with MEMORY. */
HearthSecretBytes *hearth_vault_derive_new (const HearthKeyFile *file,
                                            const char *user,
                                            const char *password,
                                            GError **error);

/** The key file as the keyring's house has it: of this house, and not changed since by anybody else; transfer full. */
HearthKeyFile *hearth_vault_load_for (const char *folder, HearthKeyring *keyring, GError **error);
/** Seals and saves it. */
bool hearth_vault_save_for (HearthKeyFile *file,
                            const char *folder,
                            HearthKeyring *keyring,
                            HearthKeyFilePrevious previous,
                            GError **error);

/** Of @file; NULL with DENIED. */
HearthKeySlot *hearth_vault_find_slot (const HearthKeyFile *file, const char *person, GError **error);
/** @slot: (transfer full); false with TAKEN when there is one of its person or its password. */
bool hearth_vault_add_slot (HearthKeyFile *file, HearthKeySlot *slot, GError **error);
/** Whether @secrets still are the keys that @file tells of, those of @compartments among them; false with DENIED. What is
 * passed on is then what others hold, too. */
bool hearth_vault_is_in_step (const HearthKeyFile *file,
                              const HearthSecrets *secrets,
                              unsigned int compartments,
                              GError **error);
/** Whether @slot is one of @known (of HearthKeySlotInfo), by person and sealing key. */
bool hearth_vault_lists_slot (GPtrArray *known, const HearthKeySlot *slot);
/** Gives @file a slot for a new recovery sheet with pairs of its own, which holds @compartments of @secrets; @slot: (out):
 * it. Transfer full; NULL with MEMORY. */
HearthRecoverySheet *hearth_vault_add_sheet (HearthKeyFile *file,
                                             const HearthSecrets *secrets,
                                             unsigned int compartments,
                                             const HearthKeySlot **slot,
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
