/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one signed-in person can open and sign with.
 *
 * The secrets are not even readable for this process except while one of the functions below needs them.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/keyring-private.h"

#include <string.h>

#include "core/field.h"
#include "vault/canon.h"
#include "vault/vault.h"

G_DEFINE_FINAL_TYPE (HearthKeyring, hearth_keyring, G_TYPE_OBJECT)

unsigned int
hearth_compartment_get_bit (const char *compartment)
{
  int i = hearth_compartment_find (compartment);

  return i < 0 ? 0 : 1u << i;
}

const HearthSecrets *
hearth_keyring_hold (HearthKeyring *keyring, GError **error)
{
  g_rec_mutex_lock (&keyring->mutex);
  if (keyring->secrets == NULL)
    {
      g_rec_mutex_unlock (&keyring->mutex);
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, "The keyring is closed");
      return NULL;
    }
  if (keyring->holds++ == 0)
    sodium_mprotect_readonly (keyring->secrets);
  return keyring->secrets;
}

void
hearth_keyring_release (HearthKeyring *keyring)
{
  if (--keyring->holds == 0)
    sodium_mprotect_noaccess (keyring->secrets);
  g_rec_mutex_unlock (&keyring->mutex);
}

HearthSecrets *
hearth_keyring_copy_secrets (HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthSecrets) copy = hearth_secrets_new (error);
  const HearthSecrets *secrets;

  if (copy == NULL)
    return NULL;
  if (!hearth_secret_is_locked ((HearthSecretBytes *) copy, sizeof *copy))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY,
                           "No locked memory for the keys");
      return NULL;
    }
  secrets = hearth_keyring_hold (keyring, error);
  if (secrets == NULL)
    return NULL;
  *copy = *secrets;
  hearth_keyring_release (keyring);
  return g_steal_pointer (&copy);
}

/* What may be asked without making the secrets readable. */
static void
take_over (HearthKeyring *keyring, HearthSecrets *secrets)
{
  keyring->epoch = secrets->epoch;
  keyring->is_rotating = secrets->is_rotating;
  keyring->compartments = secrets->held;
  keyring->secrets = secrets;
  sodium_mprotect_noaccess (keyring->secrets);
}

void
hearth_keyring_take_secrets (HearthKeyring *keyring, HearthSecrets *secrets)
{
  g_autoptr (HearthSecrets) unneeded = secrets;

  g_rec_mutex_lock (&keyring->mutex);
  if (keyring->holds > 0)
    g_critical ("A keyring's keys were replaced while they were in use");
  else if (keyring->secrets != NULL)
    {
      sodium_free (keyring->secrets);
      take_over (keyring, g_steal_pointer (&unneeded));
    }
  g_rec_mutex_unlock (&keyring->mutex);
}

void
hearth_keyring_take_own (HearthKeyring *keyring, const HearthKeySlot *slot, HearthSecrets *secrets)
{
  memcpy (keyring->sealing_key, slot->sealing_key, sizeof keyring->sealing_key);
  memcpy (keyring->signing_key, slot->signing_key, sizeof keyring->signing_key);
  keyring->first_password = slot->first_password;
  hearth_keyring_take_secrets (keyring, secrets);
}

/* --- object ------------------------------------------------------------------- */

static void
hearth_keyring_finalize (GObject *object)
{
  HearthKeyring *keyring = HEARTH_KEYRING (object);

  hearth_keyring_close (keyring);
  g_rec_mutex_clear (&keyring->mutex);
  g_free (keyring->house);
  g_free (keyring->person);
  g_free (keyring->recovery);
  G_OBJECT_CLASS (hearth_keyring_parent_class)->finalize (object);
}

static void
hearth_keyring_class_init (HearthKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_keyring_finalize;
}

static void
hearth_keyring_init (HearthKeyring *keyring)
{
  g_rec_mutex_init (&keyring->mutex);
}

HearthKeyring *
hearth_keyring_new (const HearthKeyFile *file,
                    const HearthKeySlot *slot,
                    HearthSecrets *secrets,
                    GError **error)
{
  g_autoptr (HearthSecrets) owned = secrets;
  const HearthKeySlot *recovery = hearth_key_file_lookup_recovery (file);
  HearthKeyring *keyring;

  if (!hearth_secret_is_locked ((HearthSecretBytes *) owned, sizeof *owned))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY,
                           "No locked memory for the keys");
      return NULL;
    }
  keyring = g_object_new (HEARTH_TYPE_KEYRING, NULL);
  keyring->house = g_strdup (file->house);
  keyring->person = g_strdup (slot->person);
  keyring->is_recovery = slot->is_recovery;
  keyring->used_previous = file->is_previous;
  keyring->first_password = slot->first_password;
  memcpy (keyring->sealing_key, slot->sealing_key, sizeof keyring->sealing_key);
  memcpy (keyring->signing_key, slot->signing_key, sizeof keyring->signing_key);
  memcpy (keyring->founder_key, owned->founder_key, sizeof keyring->founder_key);
  hearth_keyring_set_recovery (keyring, recovery);
  take_over (keyring, g_steal_pointer (&owned));
  return keyring;
}

HearthKeyring *
hearth_keyring_copy (HearthKeyring *keyring, GError **error)
{
  HearthSecrets *secrets;
  HearthKeyring *copy;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  secrets = hearth_keyring_copy_secrets (keyring, error);
  if (secrets == NULL)
    return NULL;
  copy = g_object_new (HEARTH_TYPE_KEYRING, NULL);
  copy->house = g_strdup (keyring->house);
  copy->person = g_strdup (keyring->person);
  copy->recovery = g_strdup (keyring->recovery);
  copy->is_recovery = keyring->is_recovery;
  copy->used_previous = keyring->used_previous;
  copy->first_password = keyring->first_password;
  memcpy (copy->sealing_key, keyring->sealing_key, sizeof copy->sealing_key);
  memcpy (copy->signing_key, keyring->signing_key, sizeof copy->signing_key);
  memcpy (copy->founder_key, keyring->founder_key, sizeof copy->founder_key);
  memcpy (copy->recovery_sealing_key, keyring->recovery_sealing_key, sizeof copy->recovery_sealing_key);
  memcpy (copy->recovery_signing_key, keyring->recovery_signing_key, sizeof copy->recovery_signing_key);
  copy->author_dropped = keyring->author_dropped;
  copy->sheet_unused = keyring->sheet_unused;
  memcpy (copy->letterboxes, keyring->letterboxes, sizeof copy->letterboxes);
  take_over (copy, secrets);
  return copy;
}

void
hearth_keyring_set_refused_tries (HearthKeyring *keyring, unsigned int refused)
{
  keyring->refused_tries = refused;
}

void
hearth_keyring_set_recovery (HearthKeyring *keyring, const HearthKeySlot *slot)
{
  g_set_str (&keyring->recovery, slot->person);
  memcpy (keyring->recovery_sealing_key, slot->sealing_key, sizeof keyring->recovery_sealing_key);
  memcpy (keyring->recovery_signing_key, slot->signing_key, sizeof keyring->recovery_signing_key);
}

void
hearth_keyring_use_sheet (HearthKeyring *keyring, bool used)
{
  g_return_if_fail (HEARTH_IS_KEYRING (keyring));

  keyring->sheet_unused = !used;
}

bool
hearth_keyring_used_previous (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return keyring->used_previous;
}

unsigned int
hearth_keyring_get_refused_tries (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), 0);

  return keyring->refused_tries;
}

void
hearth_keyring_forget_refused_tries (HearthKeyring *keyring)
{
  g_return_if_fail (HEARTH_IS_KEYRING (keyring));

  keyring->refused_tries = 0;
}

const char *
hearth_keyring_get_house_id (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  return keyring->house;
}

const char *
hearth_keyring_get_person_id (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  return keyring->person;
}

unsigned int
hearth_keyring_get_epoch (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), 0);

  return (unsigned int) keyring->epoch;
}

bool
hearth_keyring_is_recovery (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return keyring->is_recovery;
}

bool
hearth_keyring_has_first_password (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return keyring->first_password;
}

bool
hearth_keyring_is_rotating (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return keyring->is_rotating;
}

int
hearth_keyring_use_house_key (HearthKeyring *keyring, HearthKeyUseFunc use, gpointer user_data)
{
  const HearthSecrets *secrets;
  int result;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), -1);

  secrets = hearth_keyring_hold (keyring, NULL);
  if (secrets == NULL)
    return -1;
  result = use (secrets->house_key, HEARTH_HOUSE_KEY_BYTES, user_data);
  hearth_keyring_release (keyring);
  return result;
}

int
hearth_keyring_use_next_house_key (HearthKeyring *keyring, HearthKeyUseFunc use, gpointer user_data)
{
  const HearthSecrets *secrets;
  int result = -1;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), -1);

  secrets = hearth_keyring_hold (keyring, NULL);
  if (secrets == NULL)
    return -1;
  if (secrets->is_rotating)
    result = use (secrets->next_house_key, HEARTH_HOUSE_KEY_BYTES, user_data);
  hearth_keyring_release (keyring);
  return result;
}

bool
hearth_keyring_sign (HearthKeyring *keyring,
                     const guint8 *data,
                     gsize length,
                     guint8 signature[HEARTH_SIGNATURE_BYTES],
                     GError **error)
{
  const HearthSecrets *secrets;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  secrets = hearth_keyring_hold (keyring, error);
  if (secrets == NULL)
    return false;
  crypto_sign_detached (signature, NULL, data, length, secrets->signing_secret);
  hearth_keyring_release (keyring);
  return true;
}

bool
hearth_signature_is_good (const guint8 public_key[HEARTH_PUBLIC_KEY_BYTES],
                          const guint8 *data,
                          gsize length,
                          const guint8 signature[HEARTH_SIGNATURE_BYTES])
{
  hearth_sodium_init ();
  return crypto_sign_verify_detached (signature, data, length, public_key) == 0;
}

void
hearth_keyring_get_signing_public_key (HearthKeyring *keyring, guint8 key[HEARTH_PUBLIC_KEY_BYTES])
{
  memcpy (key, keyring->signing_key, HEARTH_PUBLIC_KEY_BYTES);
}

void
hearth_keyring_get_sealing_public_key (HearthKeyring *keyring, guint8 key[HEARTH_PUBLIC_KEY_BYTES])
{
  memcpy (key, keyring->sealing_key, HEARTH_PUBLIC_KEY_BYTES);
}

void
hearth_keyring_get_founder_key (HearthKeyring *keyring, guint8 key[HEARTH_PUBLIC_KEY_BYTES])
{
  memcpy (key, keyring->founder_key, HEARTH_PUBLIC_KEY_BYTES);
}

const char *
hearth_keyring_get_recovery_id (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  return keyring->recovery;
}

void
hearth_keyring_get_recovery_public_keys (HearthKeyring *keyring,
                                         guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES],
                                         guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES])
{
  memcpy (signing_key, keyring->recovery_signing_key, HEARTH_PUBLIC_KEY_BYTES);
  memcpy (sealing_key, keyring->recovery_sealing_key, HEARTH_PUBLIC_KEY_BYTES);
}

bool
hearth_keyring_has_compartment (HearthKeyring *keyring, const char *compartment)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  if (g_str_equal (compartment, HEARTH_COMPARTMENT_AUTHOR))
    return !keyring->author_dropped;
  return (keyring->compartments & hearth_compartment_get_bit (compartment)) != 0;
}

unsigned int
hearth_keyring_get_compartment_epoch (HearthKeyring *keyring, const char *compartment)
{
  int i = hearth_compartment_find (compartment);
  const HearthSecrets *secrets;
  guint64 epoch;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), 0);

  secrets = i < 0 ? NULL : hearth_keyring_hold (keyring, NULL);
  if (secrets == NULL)
    return 0;
  epoch = secrets->epochs[i];
  hearth_keyring_release (keyring);
  return (unsigned int) epoch;
}

static bool
get_commitment (HearthKeyring *keyring, const char *compartment, bool before, guint8 commitment[32])
{
  int i = hearth_compartment_find (compartment);
  const HearthSecrets *secrets = i < 0 ? NULL : hearth_keyring_hold (keyring, NULL);
  bool held;

  if (secrets == NULL)
    return false;
  held = ((before ? secrets->renewing : secrets->held) & (1u << i)) != 0;
  if (held)
    hearth_compartment_commit (keyring->house, (guint) i,
                               before ? secrets->epochs_before[i] : secrets->epochs[i],
                               before ? secrets->compartments_before[i] : secrets->compartments[i],
                               commitment);
  hearth_keyring_release (keyring);
  return held;
}

bool
hearth_keyring_get_commitment (HearthKeyring *keyring, const char *compartment, guint8 commitment[32])
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return get_commitment (keyring, compartment, false, commitment);
}

bool
hearth_keyring_get_commitment_before (HearthKeyring *keyring, const char *compartment, guint8 commitment[32])
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return get_commitment (keyring, compartment, true, commitment);
}

void
hearth_keyring_drop_compartment (HearthKeyring *keyring, const char *compartment)
{
  int i = hearth_compartment_find (compartment);

  g_return_if_fail (HEARTH_IS_KEYRING (keyring));

  if (g_str_equal (compartment, HEARTH_COMPARTMENT_AUTHOR))
    keyring->author_dropped = true;
  if (i < 0)
    return;
  g_rec_mutex_lock (&keyring->mutex);
  keyring->compartments &= ~(1u << i);
  if (keyring->secrets != NULL)
    {
      sodium_mprotect_readwrite (keyring->secrets);
      hearth_secrets_drop (keyring->secrets, (guint) i);
      if (keyring->holds > 0)
        sodium_mprotect_readonly (keyring->secrets);
      else
        sodium_mprotect_noaccess (keyring->secrets);
    }
  g_rec_mutex_unlock (&keyring->mutex);
}

bool
hearth_keyring_derive (HearthKeyring *keyring, const char *purpose, guint8 key[32])
{
  g_autoptr (GByteArray) canon = hearth_canon_new ("hearth-derive-1");
  const HearthSecrets *secrets = hearth_keyring_hold (keyring, NULL);

  if (secrets == NULL)
    {
      randombytes_buf (key, HEARTH_HOUSE_KEY_BYTES);
      return false;
    }
  hearth_canon_add_text (canon, purpose);
  crypto_generichash (key, HEARTH_HOUSE_KEY_BYTES, canon->data, canon->len, secrets->house_key,
                      HEARTH_HOUSE_KEY_BYTES);
  hearth_keyring_release (keyring);
  return true;
}

void
hearth_keyring_close (HearthKeyring *keyring)
{
  g_return_if_fail (HEARTH_IS_KEYRING (keyring));

  g_rec_mutex_lock (&keyring->mutex);
  if (keyring->holds > 0)
    g_critical ("A keyring was closed while its keys were in use");
  else if (keyring->secrets != NULL)
    {
      sodium_free (g_steal_pointer (&keyring->secrets));
      /* What the cipher functions left below this frame. */
      sodium_stackzero (16384);
    }
  g_rec_mutex_unlock (&keyring->mutex);
}
