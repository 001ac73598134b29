/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a name and a password to the key that opens the person's slot (Argon2id).
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "config.h"

#include "vault/kdf.h"

#include <sodium.h>
#include <string.h>

/* The middle of what people should wait for when they sign in. */
#define TARGET_MICROSECONDS G_USEC_PER_SEC
/* A clock that did not move must not ask for hours. */
#define MOST_OPERATIONS 64

const HearthKeyCost *
hearth_key_cost_for_tests (void)
{
#if HEARTH_TEST_KEYS
  static const HearthKeyCost cheapest = {
    .operations = crypto_pwhash_argon2id_OPSLIMIT_MIN,
    .memory = crypto_pwhash_argon2id_MEMLIMIT_MIN,
  };

  return &cheapest;
#else
  return NULL;
#endif
}

bool
hearth_kdf_is_above_floor (const HearthKeyCost *cost)
{
  return cost->operations >= HEARTH_KDF_FLOOR_OPERATIONS && cost->memory >= HEARTH_KDF_FLOOR_MEMORY;
}

bool
hearth_kdf_is_allowed (const HearthKeyCost *cost)
{
  return HEARTH_TEST_KEYS || hearth_kdf_is_above_floor (cost);
}

guint64
hearth_kdf_operations_for (gint64 microseconds)
{
  gint64 operations = HEARTH_KDF_FLOOR_OPERATIONS * TARGET_MICROSECONDS / MAX (microseconds, 1);

  return (guint64) CLAMP (operations, HEARTH_KDF_FLOOR_OPERATIONS, MOST_OPERATIONS);
}

static bool
hash_password (guint8 *key,
               const char *password,
               const guint8 salt[crypto_pwhash_argon2id_SALTBYTES],
               const HearthKeyCost *cost,
               GError **error)
{
  if (crypto_pwhash_argon2id (key, HEARTH_KEK_BYTES, password, strlen (password), salt, cost->operations,
                              cost->memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0)
    return true;
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY,
                       "Not enough memory to check a password");
  return false;
}

bool
hearth_kdf_calibrate (HearthKeyCost *cost, GError **error)
{
  static const guint8 salt[crypto_pwhash_argon2id_SALTBYTES] = { 0 };
  const HearthKeyCost lowest = { .operations = HEARTH_KDF_FLOOR_OPERATIONS,
                                 .memory = HEARTH_KDF_FLOOR_MEMORY };
  guint8 unused[HEARTH_KEK_BYTES];
  gint64 start;

  hearth_sodium_init ();
  start = g_get_monotonic_time ();
  if (!hash_password (unused, "calibration", salt, &lowest, error))
    return false;
  cost->operations = hearth_kdf_operations_for (g_get_monotonic_time () - start);
  cost->memory = lowest.memory;
  return true;
}

HearthSecretBytes *
hearth_kdf_derive (const guint8 house_salt[HEARTH_SALT_BYTES],
                   const char *name,
                   const HearthSecretBytes *password,
                   const HearthKeyCost *cost,
                   GError **error)
{
  g_autoptr (HearthSecretBytes) key = hearth_secret_new (HEARTH_KEK_BYTES, error);
  guint8 salt[crypto_pwhash_argon2id_SALTBYTES];
  crypto_generichash_state state;

  if (key == NULL)
    return NULL;
  /* The house salt has one length, so the two parts cannot be confused. */
  crypto_generichash_init (&state, NULL, 0, sizeof salt);
  crypto_generichash_update (&state, house_salt, HEARTH_SALT_BYTES);
  crypto_generichash_update (&state, (const guint8 *) name, strlen (name));
  crypto_generichash_final (&state, salt, sizeof salt);
  return hash_password (key, (const char *) password, salt, cost, error) ? g_steal_pointer (&key) : NULL;
}
