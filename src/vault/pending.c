/* SPDX-License-Identifier: GPL-3.0-or-later
 * Functions of the key file that are still to come; they refuse.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/vault.h"

bool
hearth_vault_reset_person (const char *folder,
                           HearthKeyring *keyring,
                           const char *person_id,
                           const HearthNewPassword *password,
                           const char *const *compartments,
                           guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                           guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                           GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

void
hearth_key_slot_info_free (HearthKeySlotInfo *info)
{
}

GPtrArray *
hearth_vault_list_slots (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return NULL;
}

bool
hearth_vault_grant (const char *folder,
                    HearthKeyring *keyring,
                    const char *person_id,
                    const guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                    const char *compartment,
                    GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_vault_revoke (const char *folder,
                     HearthKeyring *keyring,
                     const char *person_id,
                     const char *compartment,
                     GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_vault_wants_renewal (const char *folder, HearthKeyring *keyring, const char *compartment)
{
  return false;
}

bool
hearth_vault_begin_renewal (const char *folder,
                            HearthKeyring *keyring,
                            const char *compartment,
                            GPtrArray *holders,
                            GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_vault_finish_renewal (const char *folder,
                             HearthKeyring *keyring,
                             const char *compartment,
                             GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_vault_replace_sheet (const char *folder,
                            HearthKeyring *keyring,
                            HearthRecoverySheet **sheet,
                            char **person_id,
                            guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                            guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES],
                            GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_vault_begin_rotation (const char *folder, HearthKeyring *keyring, GPtrArray *people, GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_vault_finish_rotation (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_vault_cancel_rotation (const char *folder, HearthKeyring *keyring, GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_keyring_is_rotating (HearthKeyring *keyring)
{
  return false;
}

int
hearth_keyring_use_next_house_key (HearthKeyring *keyring, HearthKeyUseFunc use, gpointer user_data)
{
  return -1;
}

bool
hearth_keyring_has_first_password (HearthKeyring *keyring)
{
  return false;
}

unsigned int
hearth_keyring_get_compartment_epoch (HearthKeyring *keyring, const char *compartment)
{
  return 0;
}

bool
hearth_keyring_get_commitment (HearthKeyring *keyring, const char *compartment, guint8 commitment[32])
{
  return false;
}

void
hearth_keyring_drop_compartment (HearthKeyring *keyring, const char *compartment)
{
}

GBytes *
hearth_keyring_reseal_for_author (HearthKeyring *keyring,
                                  const guint8 author_key[HEARTH_PUBLIC_KEY_BYTES],
                                  const char *context,
                                  guint64 seal_number,
                                  guint64 new_seal_number,
                                  GBytes *sealed,
                                  const guint8 commitment[32],
                                  GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return NULL;
}

bool
hearth_sealed_is_for (GBytes *sealed,
                      const guint8 author_key[HEARTH_PUBLIC_KEY_BYTES],
                      const guint8 recovery_key[HEARTH_PUBLIC_KEY_BYTES])
{
  return false;
}

bool
hearth_vault_cancel_renewal (const char *folder,
                             HearthKeyring *keyring,
                             const char *compartment,
                             GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "Not yet");
  return false;
}

bool
hearth_keyring_get_commitment_before (HearthKeyring *keyring, const char *compartment, guint8 commitment[32])
{
  return false;
}
