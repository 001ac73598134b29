/* SPDX-License-Identifier: GPL-3.0-or-later
 * The last signed anchor of the audit, kept beside the keys.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "vault/canon.h"
#include "vault/vault-private.h"

static GByteArray *
make_anchor_message (const char *house, gint64 sequence, const guint8 hash[HEARTH_HASH_BYTES])
{
  GByteArray *canon = hearth_canon_new ("hearth-anchor-1");

  hearth_canon_add_text (canon, house);
  hearth_canon_add_number (canon, (guint64) sequence);
  hearth_canon_add_bytes (canon, hash, HEARTH_HASH_BYTES);
  return canon;
}

bool
hearth_vault_store_anchor (const char *folder,
                           HearthKeyring *keyring,
                           gint64 sequence,
                           const guint8 hash[32],
                           GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GByteArray) message = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring) && sequence >= 0, false);

  file = hearth_vault_load_for (folder, keyring, error);
  if (file == NULL)
    return false;
  message = make_anchor_message (file->house, sequence, hash);
  file->anchor.sequence = sequence;
  memcpy (file->anchor.hash, hash, HEARTH_HASH_BYTES);
  g_set_str (&file->anchor.signer, hearth_keyring_get_person_id (keyring));
  return hearth_keyring_sign (keyring, message->data, message->len, file->anchor.signature, error) &&
         hearth_vault_save_for (file, folder, keyring, HEARTH_KEY_FILE_KEEP_PREVIOUS, error);
}

bool
hearth_vault_read_anchor (const char *folder,
                          gint64 *sequence,
                          guint8 hash[32],
                          char **signer_id,
                          guint8 signature[HEARTH_SIGNATURE_BYTES],
                          GError **error)
{
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (folder, error);

  if (file == NULL || file->anchor.signer == NULL)
    return false;
  *sequence = file->anchor.sequence;
  memcpy (hash, file->anchor.hash, HEARTH_HASH_BYTES);
  *signer_id = g_steal_pointer (&file->anchor.signer);
  memcpy (signature, file->anchor.signature, HEARTH_SIGNATURE_BYTES);
  return true;
}

bool
hearth_anchor_is_good (const char *house_id,
                       gint64 sequence,
                       const guint8 hash[32],
                       const guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                       const guint8 signature[HEARTH_SIGNATURE_BYTES])
{
  g_autoptr (GByteArray) message = make_anchor_message (house_id, sequence, hash);

  return hearth_signature_is_good (signing_key, message->data, message->len, signature);
}
