/* SPDX-License-Identifier: GPL-3.0-or-later
 * Adding and removing people, changing passwords, keeping the audit anchor.
 */
#include <string.h>

#include "core/id.h"
#include "house.h"

static void
test_add (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) keyring = NULL;

  house_add_other (house);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
  keyring = hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);
  g_assert_nonnull (keyring);
  g_assert_true (house_has_key (house, keyring));
  g_assert_cmpstr (hearth_keyring_get_person_id (keyring), ==, HOUSE_OTHER_ID);
  g_assert_true (hearth_keyring_has_compartment (keyring, "medical"));
  g_assert_true (hearth_keyring_has_compartment (keyring, "legal"));
  g_assert_false (hearth_keyring_has_compartment (keyring, "counselling"));
  g_assert_false (hearth_keyring_has_compartment (keyring, "safeguarding"));
}

static void
test_added_keys (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autofree char *id = hearth_id_new ();
  g_autoptr (HearthNewPassword) password = house_prepare (house, "Cy", HOUSE_OTHER_PASSWORD);
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES],
    own[HEARTH_PUBLIC_KEY_BYTES];

  g_assert_true (hearth_vault_add_person (house->folder, house->keyring, id, password, none, signing_key,
                                          sealing_key, NULL));
  keyring = hearth_vault_unlock (house->folder, "Cy", HOUSE_OTHER_PASSWORD, NULL);
  g_assert_nonnull (keyring);
  hearth_keyring_get_signing_public_key (keyring, own);
  g_assert_cmpmem (own, sizeof own, signing_key, sizeof signing_key);
  hearth_keyring_get_sealing_public_key (keyring, own);
  g_assert_cmpmem (own, sizeof own, sealing_key, sizeof sealing_key);
}

static void
test_add_refusals (void)
{
  static const char *const legal[] = { "legal", NULL }, *const sealed[] = { "counselling", NULL },
                           *const unknown[] = { "kitchen", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) other = NULL;
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  const char *person = hearth_keyring_get_person_id (house->keyring);
  const char *new_id = "01J0000000000000000000000C";
  const char *good = "three slow yellow trains";

  house_add_other (house);
  other = hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);
  const struct {
    HearthKeyring *by;
    const char *id;
    const char *user;
    const char *password;
    const char *const *compartments;
    HearthVaultError code;
  } cases[] = {
    { house->keyring, person, "Cy", good, legal, HEARTH_VAULT_ERROR_TAKEN },
    { house->keyring, HOUSE_OTHER_ID, "Cy", good, legal, HEARTH_VAULT_ERROR_TAKEN },
    { house->keyring, new_id, " bo", HOUSE_OTHER_PASSWORD, legal, HEARTH_VAULT_ERROR_TAKEN },
    { house->keyring, new_id, "Cy", good, unknown, HEARTH_VAULT_ERROR_DENIED },
    { other, new_id, "Cy", good, sealed, HEARTH_VAULT_ERROR_DENIED },
  };
  g_autoptr (GBytes) before = house_read (house, "house.keys");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearthNewPassword) password = house_prepare (house, cases[i].user, cases[i].password);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_false (hearth_vault_add_person (house->folder, cases[i].by, cases[i].id, password,
                                               cases[i].compartments, signing_key, sealing_key, &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, (int) cases[i].code);
      after = house_read (house, "house.keys");
      g_assert_true (g_bytes_equal (before, after));
    }
}

static void
test_prepare_refusals (void)
{
  g_autoptr (House) house = house_new ();
  const struct {
    const char *user;
    const char *password;
    HearthVaultError code;
  } cases[] = {
    { "Cy", "short", HEARTH_VAULT_ERROR_WEAK },
    { " ", "three slow yellow trains", HEARTH_VAULT_ERROR_NAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthNewPassword) password =
        hearth_new_password_prepare (house->folder, cases[i].user, cases[i].password, true, &error);

      g_assert_null (password);
      g_assert_error (error, HEARTH_VAULT_ERROR, (int) cases[i].code);
    }
}

static void
test_prepared_for (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthNewPassword) password = house_prepare (house, "Zoé", HOUSE_OTHER_PASSWORD);

  g_assert_true (hearth_new_password_is_for (password, " ZOE\xcc\x81 "));
  g_assert_false (hearth_new_password_is_for (password, "Zoe"));
  g_assert_false (hearth_new_password_is_for (password, ""));
}

static void
test_holder_passes_on (void)
{
  static const char *const legal[] = { "legal", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) other = NULL;
  g_autoptr (HearthKeyring) third = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (HearthNewPassword) password = house_prepare (house, "Cy", "three slow yellow trains");
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES], commitment[32];

  house_add_other (house);
  other = hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);
  g_assert_true (hearth_vault_add_person (house->folder, other, "01J0000000000000000000000C", password, legal,
                                          signing_key, sealing_key, NULL));
  third = hearth_vault_unlock (house->folder, "cy", "three slow yellow trains", NULL);
  g_assert_nonnull (third);
  sealed = hearth_keyring_seal (house->keyring, "legal", "x", 1, "a hearing", commitment, NULL);
  text = hearth_keyring_open (third, "legal", "x", 1, sealed, commitment, NULL);
  g_assert_cmpstr (text, ==, "a hearing");
}

static void
test_change_password (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  guint8 before[HEARTH_PUBLIC_KEY_BYTES], after[HEARTH_PUBLIC_KEY_BYTES];
  const char *new_password = "nine round copper bells";

  house_add_other (house);
  g_assert_true (house_change_password (house, house->keyring, "ANNA", HOUSE_PASSWORD, new_password, &error));
  g_assert_no_error (error);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  house_assert_opens (house, HOUSE_USER, new_password);
  house_assert_opens (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD);
  keyring = hearth_vault_unlock (house->folder, HOUSE_USER, new_password, NULL);
  for (guint i = 0; hearth_compartments[i] != NULL; i++)
    g_assert_true (hearth_keyring_has_compartment (keyring, hearth_compartments[i]));
  hearth_keyring_get_signing_public_key (house->keyring, before);
  hearth_keyring_get_signing_public_key (keyring, after);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);

  /* Nor does the old one open the previous version. */
  house_write (house, "house.keys", "", 0);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  house_assert_opens (house, HOUSE_USER, new_password);
}

static void
test_change_refusals (void)
{
  g_autoptr (House) house = house_new ();
  const char *good = "nine round copper bells";
  const struct {
    const char *user;
    const char *old_password;
    const char *new_password;
    HearthVaultError code;
  } cases[] = {
    { HOUSE_USER, "not the password", good, HEARTH_VAULT_ERROR_WRONG },
    { HOUSE_OTHER_USER, HOUSE_PASSWORD, good, HEARTH_VAULT_ERROR_WRONG },
    { HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, good, HEARTH_VAULT_ERROR_WRONG },
    { HOUSE_USER, HOUSE_PASSWORD, "short", HEARTH_VAULT_ERROR_WEAK },
  };

  house_add_other (house);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (house_change_password (house, house->keyring, cases[i].user, cases[i].old_password,
                                             cases[i].new_password, &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, (int) cases[i].code);
      house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
    }
}

static void
test_remove (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) other = NULL;
  g_autoptr (GError) error = NULL;

  house_add_other (house);
  other = hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);
  g_assert_true (hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, &error));
  g_assert_no_error (error);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
  g_assert_true (hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, &error));
  g_assert_no_error (error);

  /* Deleting the newest version brings nobody back. */
  house_write (house, "house.keys", NULL, 0);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);

  /* Who was removed while signed in cannot come back by a new password. */
  g_assert_false (house_change_password (house, other, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD,
                                         "nine round copper bells", &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG);
}

static void
test_remove_refusals (void)
{
  g_autoptr (House) house = house_new ();
  const char *const ids[] = {
    hearth_keyring_get_person_id (house->keyring),
    hearth_keyring_get_recovery_id (house->keyring),
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hearth_vault_remove_person (house->folder, house->keyring, ids[i], &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
    }
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

static void
test_other_houses_keyring (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();
  g_autoptr (HearthNewPassword) password = house_prepare (house, "Cy", HOUSE_OTHER_PASSWORD);
  g_autoptr (GError) error = NULL;
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES];

  g_assert_false (hearth_vault_add_person (house->folder, other->keyring, HOUSE_OTHER_ID, password, none,
                                           signing_key, sealing_key, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  /* Nor a password that was prepared for another house. */
  g_assert_false (hearth_vault_add_person (other->folder, other->keyring, HOUSE_OTHER_ID, password, none,
                                           signing_key, sealing_key, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

static void
test_closed_keyring (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (GBytes) before = house_read (house, "house.keys");
  g_autoptr (GBytes) after = NULL;
  g_autoptr (HearthNewPassword) password = house_prepare (house, "Cy", HOUSE_OTHER_PASSWORD);
  guint8 key[HEARTH_PUBLIC_KEY_BYTES] = { 0 };

  hearth_keyring_close (house->keyring);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *folder = house->folder;

      if (i == 0)
        g_assert_false (hearth_vault_add_person (folder, house->keyring, HOUSE_OTHER_ID, password, none, key,
                                                 key, &error));
      else if (i == 1)
        g_assert_false (hearth_vault_change_password (folder, house->keyring, password, &error));
      else if (i == 2)
        g_assert_false (hearth_vault_remove_person (folder, house->keyring, HOUSE_OTHER_ID, &error));
      else
        g_assert_false (hearth_vault_store_anchor (folder, house->keyring, 1, key, &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
    }
  after = house_read (house, "house.keys");
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_anchor (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *signer = NULL;
  const char *id = hearth_keyring_get_house_id (house->keyring);
  guint8 hash[32], read[32], signature[HEARTH_SIGNATURE_BYTES], key[HEARTH_PUBLIC_KEY_BYTES];
  gint64 sequence = 0;

  g_assert_false (hearth_vault_read_anchor (house->folder, &sequence, read, &signer, signature, &error));
  g_assert_no_error (error);
  memset (hash, 7, sizeof hash);
  g_assert_true (hearth_vault_store_anchor (house->folder, house->keyring, 41, hash, &error));
  hash[0] = 8;
  g_assert_true (hearth_vault_store_anchor (house->folder, house->keyring, 42, hash, &error));
  g_assert_true (hearth_vault_read_anchor (house->folder, &sequence, read, &signer, signature, &error));
  g_assert_cmpint (sequence, ==, 42);
  g_assert_cmpmem (read, sizeof read, hash, sizeof hash);
  g_assert_cmpstr (signer, ==, hearth_keyring_get_person_id (house->keyring));

  hearth_keyring_get_signing_public_key (house->keyring, key);
  g_assert_true (hearth_anchor_is_good (id, sequence, read, key, signature));
  g_assert_false (hearth_anchor_is_good (id, 43, read, key, signature));
  g_assert_false (hearth_anchor_is_good (HOUSE_OTHER_ID, sequence, read, key, signature));
  read[31] ^= 1;
  g_assert_false (hearth_anchor_is_good (id, sequence, read, key, signature));
  read[31] ^= 1;
  signature[0] ^= 1;
  g_assert_false (hearth_anchor_is_good (id, sequence, read, key, signature));
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/people/add", test_add);
  g_test_add_func ("/vault/people/added-keys", test_added_keys);
  g_test_add_func ("/vault/people/add-refusals", test_add_refusals);
  g_test_add_func ("/vault/people/prepare-refusals", test_prepare_refusals);
  g_test_add_func ("/vault/people/prepared-for", test_prepared_for);
  g_test_add_func ("/vault/people/holder-passes-on", test_holder_passes_on);
  g_test_add_func ("/vault/people/change-password", test_change_password);
  g_test_add_func ("/vault/people/change-refusals", test_change_refusals);
  g_test_add_func ("/vault/people/remove", test_remove);
  g_test_add_func ("/vault/people/remove-refusals", test_remove_refusals);
  g_test_add_func ("/vault/people/other-houses-keyring", test_other_houses_keyring);
  g_test_add_func ("/vault/people/closed-keyring", test_closed_keyring);
  g_test_add_func ("/vault/people/anchor", test_anchor);
  return g_test_run ();
}
