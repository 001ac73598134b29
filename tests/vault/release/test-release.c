/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a release refuses: cheap keys, made or met.
 */
#include "config.h"

#include <string.h>

#include "fixtures/fixtures.h"
#include "vault/key-slot.h"
#include "vault/vault.h"

G_STATIC_ASSERT (!HEARTH_TEST_KEYS);

#define USER "Anna"
#define PASSWORD "seven quiet river stones"

static const HearthKeyCost cheap_costs[] = {
  { .operations = 1, .memory = 8192 },
  { .operations = 2, .memory = 256 * 1024 * 1024 },
  { .operations = 3, .memory = 256 * 1024 * 1024 - 1024 },
};

static void
test_make_cheap (void)
{
  g_assert_null (hearth_key_cost_for_tests ());
  for (guint i = 0; i < G_N_ELEMENTS (cheap_costs); i++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autofree char *path = g_build_filename (folder, "house.keys", NULL);
      g_autoptr (HearthRecoverySheet) sheet = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthKeyring) keyring =
        hearth_vault_create (folder, USER, PASSWORD, &cheap_costs[i], &sheet, &error);

      g_assert_null (keyring);
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A key file that is right in everything but its cost, as a test build makes it. */
static void
test_meet_cheap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cheap_costs); i++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autoptr (HearthKeyFile) file = hearth_key_file_new ();
      g_autoptr (HearthSecretBytes) kek = hearth_secret_new (HEARTH_KEK_BYTES, NULL);
      g_autoptr (HearthSecrets) secrets = hearth_secrets_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthKeyring) keyring = NULL;

      file->house = g_strdup ("01J0000000000000000000000A");
      file->cost = cheap_costs[i];
      hearth_secrets_make_pairs (secrets);
      g_ptr_array_add (file->slots, hearth_key_slot_new (file, kek, "01J0000000000000000000000B",
                                                         HEARTH_SLOT_RECOVERY, secrets, 0));
      hearth_key_file_seal (file, secrets->house_key);
      g_assert_true (hearth_key_file_save (file, folder, HEARTH_KEY_FILE_KEEP_PREVIOUS, &error));
      keyring = hearth_vault_unlock (folder, USER, PASSWORD, &error);
      g_assert_null (keyring);
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK);
    }
}

/* The whole cost, calibrated to this machine. */
static void
test_real (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) made = hearth_vault_create (folder, USER, PASSWORD, NULL, &sheet, &error);
  g_autoptr (HearthKeyring) opened = NULL;
  guint8 first[32], second[32];

  g_assert_no_error (error);
  g_assert_nonnull (made);
  file = hearth_key_file_load (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->cost.operations, >=, 3);
  g_assert_cmpuint (file->cost.operations, <=, 64);
  g_assert_cmpuint (file->cost.memory, ==, 256 * 1024 * 1024);
  opened = hearth_vault_unlock (folder, USER, PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_keyring_derive (made, "x", first));
  g_assert_true (hearth_keyring_derive (opened, "x", second));
  g_assert_cmpmem (first, sizeof first, second, sizeof second);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/release/make-cheap", test_make_cheap);
  g_test_add_func ("/vault/release/meet-cheap", test_meet_cheap);
  g_test_add_func ("/vault/release/real", test_real);
  return g_test_run ();
}
