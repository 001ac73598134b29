/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one signed-in person can open and sign with.
 *
 * The secrets are not even readable for this process except while one of the functions below needs them.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/keyring-private.h"

#include <string.h>

#include "vault/canon.h"
#include "vault/vault.h"

#define SALT_BYTES 32
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
/* A sealed value: version, epoch, nonce, then salt and text encrypted. */
#define SEALED_VERSION 1
#define EPOCH_AT 1
#define NONCE_AT (EPOCH_AT + 4)
#define CIPHER_AT (NONCE_AT + HEARTH_NONCE_BYTES)
#define FEWEST_SEALED_BYTES (CIPHER_AT + SALT_BYTES + TAG_BYTES)

struct _HearthKeyring {
  GObject parent_instance;

  char *house;
  char *person;
  char *recovery;
  unsigned int epoch;
  bool is_recovery;
  unsigned int compartments;
  unsigned int refused_tries;
  bool used_previous;
  guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 recovery_sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 recovery_signing_key[HEARTH_PUBLIC_KEY_BYTES];

  GRecMutex mutex;
  unsigned int holds;
  HearthSecrets *secrets;
};

G_DEFINE_FINAL_TYPE (HearthKeyring, hearth_keyring, G_TYPE_OBJECT)

const char *const hearth_compartments[HEARTH_COMPARTMENTS + 1] = {
  "counselling", "medical", "legal", "safeguarding", NULL,
};

static int
find_compartment (const char *compartment)
{
  for (int i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (g_str_equal (compartment, hearth_compartments[i]))
      return i;
  return -1;
}

unsigned int
hearth_compartment_get_bit (const char *compartment)
{
  int i = find_compartment (compartment);

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

/* --- sealed values ------------------------------------------------------------ */

static GByteArray *
make_additional_data (HearthKeyring *keyring,
                      const char *compartment,
                      const char *context,
                      guint32 epoch,
                      guint64 seal_number)
{
  GByteArray *canon = hearth_canon_new ("hearth-sealed-1");

  hearth_canon_add_text (canon, keyring->house);
  hearth_canon_add_text (canon, context);
  hearth_canon_add_text (canon, compartment);
  hearth_canon_add_number (canon, epoch);
  hearth_canon_add_number (canon, seal_number);
  return canon;
}

/* The secrets, when @compartment's key is among them. */
static const HearthSecrets *
hold_compartment (HearthKeyring *keyring, const char *compartment, const guint8 **key, GError **error)
{
  const HearthSecrets *secrets;

  if (!hearth_keyring_has_compartment (keyring, compartment))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED,
                           "This compartment is not held");
      return NULL;
    }
  secrets = hearth_keyring_hold (keyring, error);
  if (secrets != NULL)
    *key = secrets->compartments[find_compartment (compartment)];
  return secrets;
}

static void
free_plain (guint8 *plain, gsize length)
{
  sodium_memzero (plain, length);
  g_free (plain);
}

/* @plain: salt and text. */
static GBytes *
seal_plain (HearthKeyring *keyring,
            const char *compartment,
            const char *context,
            guint64 seal_number,
            const guint8 *plain,
            gsize length,
            GError **error)
{
  g_autoptr (GByteArray) data =
    make_additional_data (keyring, compartment, context, keyring->epoch, seal_number);
  guint32 epoch = GUINT32_TO_BE (keyring->epoch);
  const guint8 *key;
  guint8 *sealed;

  if (hold_compartment (keyring, compartment, &key, error) == NULL)
    return NULL;
  sealed = g_malloc (CIPHER_AT + length + TAG_BYTES);
  sealed[0] = SEALED_VERSION;
  memcpy (sealed + EPOCH_AT, &epoch, sizeof epoch);
  randombytes_buf (sealed + NONCE_AT, HEARTH_NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + CIPHER_AT, NULL, plain, length, data->data, data->len,
                                              NULL, sealed + NONCE_AT, key);
  hearth_keyring_release (keyring);
  return g_bytes_new_take (sealed, CIPHER_AT + length + TAG_BYTES);
}

static bool
decrypt (HearthKeyring *keyring,
         const char *context,
         const char *compartment,
         guint64 seal_number,
         const guint8 *sealed,
         gsize length,
         const guint8 *key,
         guint8 *plain)
{
  g_autoptr (GByteArray) data = NULL;
  guint32 epoch;

  memcpy (&epoch, sealed + EPOCH_AT, sizeof epoch);
  data = make_additional_data (keyring, compartment, context, GUINT32_FROM_BE (epoch), seal_number);
  return sealed[0] == SEALED_VERSION &&
         crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, sealed + CIPHER_AT,
                                                     length - CIPHER_AT, data->data, data->len,
                                                     sealed + NONCE_AT, key) == 0;
}

/* Salt and text, with a NUL byte after them that is not counted; for free_plain (). */
static guint8 *
open_plain (HearthKeyring *keyring,
            const char *compartment,
            const char *context,
            guint64 seal_number,
            GBytes *bytes,
            const guint8 commitment[32],
            gsize *plain_length,
            GError **error)
{
  gsize length;
  const guint8 *sealed = g_bytes_get_data (bytes, &length);
  const guint8 *key;
  guint8 *plain;
  guint8 expected[HEARTH_HASH_BYTES];
  bool good;

  if (hold_compartment (keyring, compartment, &key, error) == NULL)
    return NULL;
  *plain_length = length < FEWEST_SEALED_BYTES ? 0 : length - CIPHER_AT - TAG_BYTES;
  plain = g_malloc0 (*plain_length + 1);
  good =
    *plain_length > 0 && decrypt (keyring, context, compartment, seal_number, sealed, length, key, plain);
  hearth_keyring_release (keyring);
  if (good)
    {
      crypto_generichash (expected, sizeof expected, plain, *plain_length, NULL, 0);
      good = sodium_memcmp (expected, commitment, sizeof expected) == 0;
    }
  if (good)
    return plain;
  free_plain (plain, *plain_length + 1);
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                       "A sealed value does not open here");
  return NULL;
}

GBytes *
hearth_keyring_seal (HearthKeyring *keyring,
                     const char *compartment,
                     const char *context,
                     guint64 seal_number,
                     const char *text,
                     guint8 commitment[32],
                     GError **error)
{
  gsize length = SALT_BYTES + strlen (text);
  guint8 *plain = g_malloc (length);
  GBytes *sealed;

  randombytes_buf (plain, SALT_BYTES);
  memcpy (plain + SALT_BYTES, text, length - SALT_BYTES);
  sealed = seal_plain (keyring, compartment, context, seal_number, plain, length, error);
  if (sealed != NULL)
    crypto_generichash (commitment, HEARTH_HASH_BYTES, plain, length, NULL, 0);
  free_plain (plain, length);
  return sealed;
}

char *
hearth_keyring_open (HearthKeyring *keyring,
                     const char *compartment,
                     const char *context,
                     guint64 seal_number,
                     GBytes *sealed,
                     const guint8 commitment[32],
                     GError **error)
{
  gsize length;
  guint8 *plain = open_plain (keyring, compartment, context, seal_number, sealed, commitment, &length, error);
  char *text;

  if (plain == NULL)
    return NULL;
  text = g_strndup ((const char *) plain + SALT_BYTES, length - SALT_BYTES);
  free_plain (plain, length);
  return text;
}

GBytes *
hearth_keyring_reseal (HearthKeyring *keyring,
                       const char *compartment,
                       const char *context,
                       guint64 seal_number,
                       guint64 new_seal_number,
                       GBytes *sealed,
                       const guint8 commitment[32],
                       GError **error)
{
  gsize length;
  guint8 *plain = open_plain (keyring, compartment, context, seal_number, sealed, commitment, &length, error);
  GBytes *again;

  if (plain == NULL)
    return NULL;
  again = seal_plain (keyring, compartment, context, new_seal_number, plain, length, error);
  free_plain (plain, length);
  return again;
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
  keyring->epoch = (unsigned int) file->epoch;
  keyring->is_recovery = slot->is_recovery;
  keyring->used_previous = file->is_previous;
  keyring->compartments = slot->compartments;
  memcpy (keyring->sealing_key, slot->sealing_key, sizeof keyring->sealing_key);
  memcpy (keyring->signing_key, slot->signing_key, sizeof keyring->signing_key);
  keyring->recovery = g_strdup (recovery->person);
  memcpy (keyring->recovery_sealing_key, recovery->sealing_key, sizeof keyring->recovery_sealing_key);
  memcpy (keyring->recovery_signing_key, recovery->signing_key, sizeof keyring->recovery_signing_key);
  keyring->secrets = g_steal_pointer (&owned);
  sodium_mprotect_noaccess (keyring->secrets);
  return keyring;
}

void
hearth_keyring_set_refused_tries (HearthKeyring *keyring, unsigned int refused)
{
  keyring->refused_tries = refused;
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

  return keyring->epoch;
}

bool
hearth_keyring_is_recovery (HearthKeyring *keyring)
{
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  return keyring->is_recovery;
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

  return (keyring->compartments & hearth_compartment_get_bit (compartment)) != 0;
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
