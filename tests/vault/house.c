/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house with cheap keys for the tests of the vault.
 */
#define G_LOG_DOMAIN "hearth-tests"

#include "house.h"

#include <glib/gstdio.h>
#include <string.h>

static int
mask_key_cb (const guint8 *key, gsize length, gpointer user_data)
{
  guint8 *masked = user_data;

  g_assert_cmpuint (length, ==, HEARTH_HOUSE_KEY_BYTES);
  for (gsize i = 0; i < length; i++)
    masked[i] = key[i] ^ HOUSE_MASK;
  return 0;
}

House *
house_new (void)
{
  g_autoptr (GError) error = NULL;
  House *house = g_new0 (House, 1);

  house->folder = hearth_test_folder_new ();
  house->keyring = hearth_vault_create (house->folder, HOUSE_USER, HOUSE_PASSWORD,
                                        hearth_key_cost_for_tests (), &house->sheet, &error);
  g_assert_no_error (error);
  g_assert_nonnull (house->keyring);
  g_assert_cmpint (hearth_keyring_use_house_key (house->keyring, mask_key_cb, house->key), ==, 0);
  return house;
}

void
house_free (House *house)
{
  hearth_test_folder_remove (house->folder);
  hearth_recovery_sheet_free (house->sheet);
  g_clear_object (&house->keyring);
  g_free (house);
}

HearthNewPassword *
house_prepare (House *house, const char *user, const char *password)
{
  g_autoptr (GError) error = NULL;
  HearthNewPassword *prepared = hearth_new_password_prepare (house->folder, user, password, false, &error);

  g_assert_no_error (error);
  return prepared;
}

bool
house_change_password (House *house,
                       HearthKeyring *keyring,
                       const char *user,
                       const char *old_password,
                       const char *new_password,
                       GError **error)
{
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare_own (house->folder, keyring, user, old_password, new_password, error);

  return password != NULL && hearth_vault_change_password (house->folder, keyring, password, error);
}

void
house_add_other (House *house)
{
  static const char *const compartments[] = { "medical", "legal", NULL };
  g_autoptr (HearthNewPassword) password = house_prepare (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD);
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES], sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_vault_add_person (house->folder, house->keyring, HOUSE_OTHER_ID, password,
                                          compartments, signing_key, sealing_key, &error));
  g_assert_no_error (error);
}

GPtrArray *
house_list_slots (House *house, const char *const *people)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *slots = hearth_vault_list_slots (house->folder, house->keyring, &error);

  g_assert_no_error (error);
  for (guint i = slots->len; i-- > 0;)
    {
      const HearthKeySlotInfo *slot = g_ptr_array_index (slots, i);

      if (!slot->is_recovery && !g_strv_contains (people, slot->person))
        g_ptr_array_remove_index (slots, i);
    }
  return slots;
}

void
house_begin_everything (House *house)
{
  static const char *const other[] = { HOUSE_OTHER_ID, NULL };
  g_autoptr (GPtrArray) slots = house_list_slots (house, other);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; hearth_compartments[i] != NULL; i++)
    g_assert_true (hearth_vault_begin_renewal (house->folder, house->keyring, hearth_compartments[i], slots,
                                               &error));
  g_assert_true (hearth_vault_begin_rotation (house->folder, house->keyring, slots, &error));
  g_assert_no_error (error);
}

char *
house_path (House *house, const char *name)
{
  return g_build_filename (house->folder, name, NULL);
}

GBytes *
house_read (House *house, const char *name)
{
  g_autofree char *path = house_path (house, name);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

void
house_write (House *house, const char *name, const void *bytes, gsize length)
{
  g_autofree char *path = house_path (house, name);
  FILE *file;

  /* Some disks flush a file that is cut to nothing and written again: thousands of times are slow. */
  g_remove (path);
  if (bytes == NULL)
    return;
  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

bool
house_has_key (House *house, HearthKeyring *keyring)
{
  guint8 masked[HEARTH_HOUSE_KEY_BYTES];

  g_assert_cmpint (hearth_keyring_use_house_key (keyring, mask_key_cb, masked), ==, 0);
  return memcmp (masked, house->key, sizeof masked) == 0;
}

void
house_assert_opens (House *house, const char *user, const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = hearth_vault_unlock (house->folder, user, password, &error);

  g_assert_no_error (error);
  g_assert_nonnull (keyring);
  g_assert_true (house_has_key (house, keyring));
}

void
house_assert_refuses (House *house, const char *user, const char *password, HearthVaultError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = hearth_vault_unlock (house->folder, user, password, &error);

  g_assert_error (error, HEARTH_VAULT_ERROR, (int) code);
  g_assert_null (keyring);
}
