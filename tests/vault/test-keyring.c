/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sealed values, signatures and derived keys, open and closed.
 */
#include <string.h>

#include "house.h"

#define CONTEXT "counselling-note/01J0000000000000000000000N/text"
#define TEXT "Schlief gut \xe2\x80\x94 \xe0\xb8\x99\xe0\xb8\xad\xe0\xb8\x99"

static void
assert_opens_not (HearthKeyring *keyring,
                  const char *compartment,
                  const char *context,
                  guint64 seal_number,
                  GBytes *sealed,
                  const guint8 commitment[32],
                  HearthVaultError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
    hearth_keyring_open (keyring, compartment, context, seal_number, sealed, commitment, &error);

  g_assert_null (text);
  g_assert_error (error, HEARTH_VAULT_ERROR, (int) code);
}

static void
test_seal (void)
{
  static const char *const texts[] = { "", "a", TEXT };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) again = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  guint8 commitment[32];

  for (guint c = 0; hearth_compartments[c] != NULL; c++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autoptr (GBytes) sealed = hearth_keyring_seal (house->keyring, hearth_compartments[c], CONTEXT, 1,
                                                         texts[i], commitment, NULL);
        g_autofree char *text =
          hearth_keyring_open (again, hearth_compartments[c], CONTEXT, 1, sealed, commitment, NULL);

        g_assert_cmpstr (text, ==, texts[i]);
      }
}

static void
test_seal_large (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *large = g_strnfill (10 * 1000 * 1000, 'x');
  guint8 commitment[32];
  g_autoptr (GBytes) sealed =
    hearth_keyring_seal (house->keyring, "legal", CONTEXT, 1, large, commitment, NULL);
  g_autofree char *text = hearth_keyring_open (house->keyring, "legal", CONTEXT, 1, sealed, commitment, NULL);

  g_assert_true (g_str_equal (text, large));
}

static void
test_seal_hides (void)
{
  g_autoptr (House) house = house_new ();
  guint8 first_commitment[32], second_commitment[32];
  g_autoptr (GBytes) first =
    hearth_keyring_seal (house->keyring, "counselling", CONTEXT, 1, TEXT, first_commitment, NULL);
  g_autoptr (GBytes) second =
    hearth_keyring_seal (house->keyring, "counselling", CONTEXT, 1, TEXT, second_commitment, NULL);

  /* The same text twice shows nowhere that it is the same. */
  g_assert_false (g_bytes_equal (first, second));
  g_assert_cmpint (memcmp (first_commitment, second_commitment, 32), !=, 0);
  g_assert_null (memmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), TEXT, 8));
}

static void
test_open_elsewhere (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();
  guint8 commitment[32], wrong[32];
  g_autoptr (GBytes) sealed =
    hearth_keyring_seal (house->keyring, "counselling", CONTEXT, 5, TEXT, commitment, NULL);

  memcpy (wrong, commitment, sizeof wrong);
  wrong[0] ^= 1;
  assert_opens_not (house->keyring, "medical", CONTEXT, 5, sealed, commitment, HEARTH_VAULT_ERROR_DAMAGED);
  assert_opens_not (house->keyring, "counselling", CONTEXT "2", 5, sealed, commitment,
                    HEARTH_VAULT_ERROR_DAMAGED);
  assert_opens_not (house->keyring, "counselling", "", 5, sealed, commitment, HEARTH_VAULT_ERROR_DAMAGED);
  assert_opens_not (house->keyring, "counselling", CONTEXT, 4, sealed, commitment,
                    HEARTH_VAULT_ERROR_DAMAGED);
  assert_opens_not (house->keyring, "counselling", CONTEXT, 6, sealed, commitment,
                    HEARTH_VAULT_ERROR_DAMAGED);
  assert_opens_not (house->keyring, "counselling", CONTEXT, 5, sealed, wrong, HEARTH_VAULT_ERROR_DAMAGED);
  assert_opens_not (other->keyring, "counselling", CONTEXT, 5, sealed, commitment,
                    HEARTH_VAULT_ERROR_DAMAGED);
  assert_opens_not (house->keyring, "kitchen", CONTEXT, 5, sealed, commitment, HEARTH_VAULT_ERROR_DENIED);
}

static void
test_damaged_value (void)
{
  g_autoptr (House) house = house_new ();
  guint8 commitment[32];
  g_autoptr (GBytes) sealed =
    hearth_keyring_seal (house->keyring, "legal", CONTEXT, 1, TEXT, commitment, NULL);
  gsize size = g_bytes_get_size (sealed);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (sealed, NULL), size);
      g_autoptr (GBytes) cut = g_bytes_new (bytes, i);
      g_autoptr (GBytes) flipped = NULL;

      bytes[i] ^= (guint8) (1 << (i % 8));
      flipped = g_bytes_new (bytes, size);
      assert_opens_not (house->keyring, "legal", CONTEXT, 1, cut, commitment, HEARTH_VAULT_ERROR_DAMAGED);
      assert_opens_not (house->keyring, "legal", CONTEXT, 1, flipped, commitment, HEARTH_VAULT_ERROR_DAMAGED);
    }
}

static void
test_reseal (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  guint8 commitment[32];
  g_autoptr (GBytes) sealed =
    hearth_keyring_seal (house->keyring, "legal", CONTEXT, 1, TEXT, commitment, NULL);
  g_autoptr (GBytes) again =
    hearth_keyring_reseal (house->keyring, "legal", CONTEXT, 1, 2, sealed, commitment, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_false (g_bytes_equal (sealed, again));
  text = hearth_keyring_open (house->keyring, "legal", CONTEXT, 2, again, commitment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, TEXT);
  assert_opens_not (house->keyring, "legal", CONTEXT, 1, again, commitment, HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_null (hearth_keyring_reseal (house->keyring, "legal", CONTEXT, 3, 4, again, commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
}

static void
test_not_a_member (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyring) other = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) error = NULL;
  guint8 commitment[32] = { 0 };

  house_add_other (house);
  other = hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);
  sealed = hearth_keyring_seal (house->keyring, "counselling", CONTEXT, 1, TEXT, commitment, NULL);
  assert_opens_not (other, "counselling", CONTEXT, 1, sealed, commitment, HEARTH_VAULT_ERROR_DENIED);
  assert_opens_not (other, "medical", CONTEXT, 1, sealed, commitment, HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_null (hearth_keyring_seal (other, "counselling", CONTEXT, 2, "mine", commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

static void
test_sign (void)
{
  static const guint8 data[] = "a row of the audit";
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();
  guint8 signature[HEARTH_SIGNATURE_BYTES], key[HEARTH_PUBLIC_KEY_BYTES], other_key[HEARTH_PUBLIC_KEY_BYTES];

  hearth_keyring_get_signing_public_key (house->keyring, key);
  hearth_keyring_get_signing_public_key (other->keyring, other_key);
  g_assert_true (hearth_keyring_sign (house->keyring, data, sizeof data, signature, NULL));
  g_assert_true (hearth_signature_is_good (key, data, sizeof data, signature));
  g_assert_false (hearth_signature_is_good (other_key, data, sizeof data, signature));
  g_assert_false (hearth_signature_is_good (key, data, sizeof data - 1, signature));
  signature[63] ^= 1;
  g_assert_false (hearth_signature_is_good (key, data, sizeof data, signature));
}

static void
test_derive (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (House) other = house_new ();
  g_autoptr (HearthKeyring) again = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  guint8 first[32], second[32];

  g_assert_true (hearth_keyring_derive (house->keyring, "attachment", first));
  g_assert_true (hearth_keyring_derive (again, "attachment", second));
  g_assert_cmpmem (first, 32, second, 32);
  g_assert_true (hearth_keyring_derive (house->keyring, "attachment-name", second));
  g_assert_cmpint (memcmp (first, second, 32), !=, 0);
  g_assert_true (hearth_keyring_derive (other->keyring, "attachment", second));
  g_assert_cmpint (memcmp (first, second, 32), !=, 0);
}

static int
never_cb (const guint8 *key, gsize length, gpointer user_data)
{
  g_assert_not_reached ();
}

static void
test_closed (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  guint8 commitment[32], signature[HEARTH_SIGNATURE_BYTES], first[32], second[32];
  g_autoptr (GBytes) sealed =
    hearth_keyring_seal (house->keyring, "legal", CONTEXT, 1, TEXT, commitment, NULL);

  hearth_keyring_close (house->keyring);
  hearth_keyring_close (house->keyring);
  assert_opens_not (house->keyring, "legal", CONTEXT, 1, sealed, commitment, HEARTH_VAULT_ERROR_DENIED);
  g_assert_null (hearth_keyring_seal (house->keyring, "legal", CONTEXT, 2, TEXT, commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (hearth_keyring_sign (house->keyring, (const guint8 *) TEXT, 5, signature, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_assert_cmpint (hearth_keyring_use_house_key (house->keyring, never_cb, NULL), ==, -1);
  g_assert_false (hearth_keyring_derive (house->keyring, "attachment", first));
  g_assert_false (hearth_keyring_derive (house->keyring, "attachment", second));
  g_assert_cmpint (memcmp (first, second, 32), !=, 0);
}

static gpointer
seal_many_cb (gpointer data)
{
  House *house = data;

  for (guint i = 0; i < 500; i++)
    {
      guint8 commitment[32];
      g_autoptr (GBytes) sealed =
        hearth_keyring_seal (house->keyring, "legal", CONTEXT, i, TEXT, commitment, NULL);
      g_autofree char *text =
        hearth_keyring_open (house->keyring, "legal", CONTEXT, i, sealed, commitment, NULL);

      g_assert_cmpstr (text, ==, TEXT);
    }
  return NULL;
}

/* Background work reads while the window does. */
static void
test_threads (void)
{
  g_autoptr (House) house = house_new ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("seal", seal_many_cb, house);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/keyring/seal", test_seal);
  g_test_add_func ("/vault/keyring/seal-large", test_seal_large);
  g_test_add_func ("/vault/keyring/seal-hides", test_seal_hides);
  g_test_add_func ("/vault/keyring/open-elsewhere", test_open_elsewhere);
  g_test_add_func ("/vault/keyring/damaged-value", test_damaged_value);
  g_test_add_func ("/vault/keyring/reseal", test_reseal);
  g_test_add_func ("/vault/keyring/not-a-member", test_not_a_member);
  g_test_add_func ("/vault/keyring/sign", test_sign);
  g_test_add_func ("/vault/keyring/derive", test_derive);
  g_test_add_func ("/vault/keyring/closed", test_closed);
  g_test_add_func ("/vault/keyring/threads", test_threads);
  return g_test_run ();
}
