/* SPDX-License-Identifier: GPL-3.0-or-later
 * The key file of a house: making it, opening it with a password or the recovery sheet.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/vault.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "core/id.h"
#include "vault/disk.h"
#include "vault/normalise.h"
#include "vault/recovery.h"
#include "vault/throttle.h"
#include "vault/vault-private.h"

#define EVERY_COMPARTMENT ((1u << HEARTH_COMPARTMENTS) - 1)

G_DEFINE_QUARK (hearth-vault-error-quark, hearth_vault_error)

void
hearth_vault_set_wrong (GError **error)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG,
                       "The name or the password is wrong");
}

bool
hearth_vault_check_new (const char *user, const char *password, GError **error)
{
  g_autofree char *name = hearth_name_normalise (user);

  if (name == NULL)
    g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_NAME,
                         "The sign-in name cannot be used");
  else if (!hearth_password_is_strong_enough (password))
    g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK, "The password is too short");
  else
    return true;
  return false;
}

HearthSecretBytes *
hearth_vault_derive_new (const HearthKeyFile *file, const char *user, const char *password, GError **error)
{
  g_autofree char *name = hearth_name_normalise (user);
  g_autoptr (HearthSecretBytes) normal = hearth_password_normalise (password);

  return hearth_kdf_derive (file->salt, name, normal, &file->cost, error);
}

/* --- opening ------------------------------------------------------------------- */

/* The slot that @kek belongs to and what it holds; WRONG when there is none, DAMAGED when something in it, in the
 * parameters or elsewhere in the file was changed. */
static HearthSecrets *
open_slot (const HearthKeyFile *file,
           const HearthSecretBytes *kek,
           bool recovery,
           HearthKeySlot **slot,
           GError **error)
{
  g_autoptr (HearthSecrets) secrets = hearth_secrets_new (error);
  guint8 id[HEARTH_SLOT_ID_BYTES];

  if (secrets == NULL)
    return NULL;
  hearth_key_slot_make_id (kek, id);
  *slot = hearth_key_file_lookup_slot (file, id);
  if (*slot == NULL || (*slot)->is_recovery != recovery)
    {
      hearth_vault_set_wrong (error);
      return NULL;
    }
  if (!hearth_key_slot_open (file, *slot, kek, secrets) ||
      !hearth_key_file_is_sealed_by (file, secrets->house_key))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                           "The key file was changed by something else than this program");
      return NULL;
    }
  return g_steal_pointer (&secrets);
}

static HearthSecrets *
open_with_password (const HearthKeyFile *file,
                    const char *user,
                    const char *password,
                    HearthKeySlot **slot,
                    GError **error)
{
  g_autofree char *name = hearth_name_normalise (user);
  g_autoptr (HearthSecretBytes) normal = hearth_password_normalise (password);
  g_autoptr (HearthSecretBytes) kek = NULL;

  if (name == NULL || normal == NULL)
    {
      hearth_vault_set_wrong (error);
      return NULL;
    }
  kek = hearth_kdf_derive (file->salt, name, normal, &file->cost, error);
  return kek == NULL ? NULL : open_slot (file, kek, false, slot, error);
}

HearthSecrets *
hearth_vault_try_password (const char *folder,
                           const HearthKeyFile *file,
                           const char *user,
                           const char *password,
                           HearthKeySlot **slot,
                           unsigned int *refused,
                           GError **error)
{
  HearthThrottleTime now;
  HearthSecrets *secrets;
  GError *local_error = NULL;

  if (!hearth_kdf_is_allowed (&file->cost))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK,
                           "The key file asks for a cheaper key derivation than is safe");
      return NULL;
    }
  hearth_throttle_get_time (&now);
  if (!hearth_throttle_count (folder, &now))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WAIT, "Too many wrong tries");
      return NULL;
    }
  secrets = open_with_password (file, user, password, slot, &local_error);
  if (secrets != NULL)
    {
      *refused = hearth_throttle_reset (folder, &now);
      *refused -= *refused > 0; /* this one was counted too */
    }
  else if (!g_error_matches (local_error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG))
    hearth_throttle_take_back (folder, &now);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return secrets;
}

/* Puts a readable version back in the place of a damaged one, as long as there are keys that vouch for it. */
static void
repair (const HearthKeyFile *file, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&hearth_vault_mutex);

  if (file->is_previous && !hearth_key_file_save (file, folder, HEARTH_KEY_FILE_KEEP_PREVIOUS, &error))
    g_message ("The key file could not be replaced by its previous version: %s", error->message);
}

HearthKeyring *
hearth_vault_unlock (const char *folder, const char *user, const char *password, GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthSecrets) secrets = NULL;
  HearthKeyring *keyring;
  HearthKeySlot *slot;
  unsigned int refused;

  g_return_val_if_fail (folder != NULL && user != NULL && password != NULL, NULL);

  file = hearth_key_file_load (folder, error);
  if (file == NULL)
    return NULL;
  secrets = hearth_vault_try_password (folder, file, user, password, &slot, &refused, error);
  if (secrets == NULL)
    return NULL;
  repair (file, folder);
  keyring = hearth_keyring_new (file, slot, g_steal_pointer (&secrets), error);
  if (keyring != NULL)
    hearth_keyring_set_refused_tries (keyring, refused);
  return keyring;
}

HearthKeyring *
hearth_vault_unlock_with_sheet (const char *folder,
                                const char *first_half,
                                const char *second_half,
                                int *wrong_half,
                                GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthSecretBytes) secret = NULL;
  g_autoptr (HearthSecretBytes) kek = NULL;
  g_autoptr (HearthSecrets) secrets = NULL;
  HearthKeySlot *slot;
  int wrong;

  g_return_val_if_fail (folder != NULL && first_half != NULL && second_half != NULL, NULL);

  secret = hearth_recovery_read (first_half, second_half, &wrong, error);
  if (wrong_half != NULL)
    *wrong_half = wrong;
  file = secret == NULL ? NULL : hearth_key_file_load (folder, error);
  kek = file == NULL ? NULL : hearth_recovery_derive (secret, file->house, error);
  /* No wait here: 256 bits cannot be guessed, and the sheet must work while somebody is locked out. */
  secrets = kek == NULL ? NULL : open_slot (file, kek, true, &slot, error);
  if (secrets == NULL)
    return NULL;
  repair (file, folder);
  return hearth_keyring_new (file, slot, g_steal_pointer (&secrets), error);
}

/* --- making -------------------------------------------------------------------- */

static HearthKeyFile *
new_file (const HearthKeyCost *cost, GError **error)
{
  g_autoptr (HearthKeyFile) file = hearth_key_file_new ();

  hearth_sodium_init ();
  file->house = hearth_id_new ();
  randombytes_buf (file->salt, sizeof file->salt);
  if (cost == NULL && !hearth_kdf_calibrate (&file->cost, error))
    return NULL;
  if (cost != NULL)
    file->cost = *cost;
  if (hearth_kdf_is_allowed (&file->cost))
    return g_steal_pointer (&file);
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK,
                       "This key derivation is too cheap");
  return NULL;
}

/* Every key of a new house, and the pairs of who makes it. */
static void
make_keys (HearthKeyFile *file, HearthSecrets *secrets)
{
  secrets->epoch = file->epoch;
  secrets->held = EVERY_COMPARTMENT;
  randombytes_buf (secrets->house_key, sizeof secrets->house_key);
  randombytes_buf (secrets->compartments, sizeof secrets->compartments);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    {
      secrets->epochs[i] = 1;
      hearth_secrets_describe (secrets, file, i);
    }
  hearth_secrets_make_pairs (secrets);
  crypto_sign_ed25519_sk_to_pk (secrets->founder_key, secrets->signing_secret);
}

static bool
make_folder (const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return true;
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return hearth_disk_check (hearth_disk_sync_folder (parent), error);
  return hearth_disk_check (errno, error);
}

HearthKeyring *
hearth_vault_create (const char *folder,
                     const char *user,
                     const char *password,
                     const HearthKeyCost *cost,
                     HearthRecoverySheet **sheet,
                     GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthSecrets) secrets = NULL;
  g_autoptr (HearthSecretBytes) kek = NULL;
  g_autoptr (HearthRecoverySheet) new_sheet = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autofree char *person = hearth_id_new ();
  HearthKeySlot *slot;
  const HearthKeySlot *sheet_slot;
  HearthThrottleTime now;

  g_return_val_if_fail (folder != NULL && user != NULL && password != NULL && sheet != NULL, NULL);

  if (hearth_key_file_exists (folder))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_TAKEN,
                           "The folder holds a house already");
      return NULL;
    }
  if (!hearth_vault_check_new (user, password, error))
    return NULL;
  file = new_file (cost, error);
  secrets = file == NULL ? NULL : hearth_secrets_new (error);
  kek = secrets == NULL ? NULL : hearth_vault_derive_new (file, user, password, error);
  if (kek == NULL)
    return NULL;
  make_keys (file, secrets);
  slot = hearth_key_slot_new (file, kek, person, HEARTH_SLOT_PERSON, secrets, secrets->held);
  g_ptr_array_add (file->slots, slot);
  new_sheet = hearth_vault_add_sheet (file, secrets, secrets->held, &sheet_slot, error);
  if (new_sheet == NULL)
    return NULL;
  hearth_key_file_seal (file, secrets->house_key);
  keyring = hearth_keyring_new (file, slot, g_steal_pointer (&secrets), error);
  if (keyring == NULL || !make_folder (folder, error) ||
      !hearth_key_file_save (file, folder, HEARTH_KEY_FILE_KEEP_PREVIOUS, error))
    return NULL;
  hearth_throttle_get_time (&now);
  hearth_throttle_reset (folder, &now);
  *sheet = g_steal_pointer (&new_sheet);
  return g_steal_pointer (&keyring);
}

unsigned int
hearth_vault_get_wait (const char *folder)
{
  HearthThrottleTime now;

  g_return_val_if_fail (folder != NULL, 0);

  hearth_throttle_get_time (&now);
  return hearth_throttle_get_wait (folder, &now);
}

char *
hearth_vault_read_house_id (const char *folder, GError **error)
{
  g_autoptr (HearthKeyFile) file = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  file = hearth_key_file_load (folder, error);
  return file == NULL ? NULL : g_steal_pointer (&file->house);
}
