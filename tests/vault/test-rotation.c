/* SPDX-License-Identifier: GPL-3.0-or-later
 * Replacing the house key.
 */
#include <string.h>

#include "house.h"
#include "vault/key-slot.h"

static const char *const nobody[] = { NULL };
static const char *const other[] = { HOUSE_OTHER_ID, NULL };

static int
mask_key_cb (const guint8 *key, gsize length, gpointer user_data)
{
  guint8 *masked = user_data;

  for (gsize i = 0; i < length; i++)
    masked[i] = key[i] ^ HOUSE_MASK;
  return 0;
}

static void
get_next (HearthKeyring *keyring, guint8 masked[32])
{
  g_assert_true (hearth_keyring_is_rotating (keyring));
  g_assert_cmpint (hearth_keyring_use_next_house_key (keyring, mask_key_cb, masked), ==, 0);
}

static HearthKeyring *
sign_in (House *house, const char *user, const char *password)
{
  g_autoptr (GError) error = NULL;
  HearthKeyring *keyring = hearth_vault_unlock (house->folder, user, password, &error);

  g_assert_no_error (error);
  return keyring;
}

static HearthKeyring *
sign_in_other (House *house)
{
  return sign_in (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD);
}

static House *
new_house (void)
{
  House *house = house_new ();

  house_add_other (house);
  return house;
}

static void
begin (House *house, const char *const *people)
{
  g_autoptr (GPtrArray) slots = house_list_slots (house, people);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_vault_begin_rotation (house->folder, house->keyring, slots, &error));
  g_assert_no_error (error);
}

/* From now on house_has_key () asks for the new one. */
static void
finish (House *house, HearthKeyring *keyring)
{
  g_autoptr (GError) error = NULL;

  get_next (keyring, house->key);
  g_assert_true (hearth_vault_finish_rotation (house->folder, keyring, &error));
  g_assert_no_error (error);
}

static void
assert_everybody_opens (House *house)
{
  g_autoptr (HearthKeyring) sheet = NULL;

  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
  house_assert_opens (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD);
  sheet = hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half, house->sheet->second_half,
                                          NULL, NULL);
  g_assert_true (house_has_key (house, sheet));
}

static void
test_whole (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthKeyring) bo = NULL;
  g_autoptr (HearthKeyring) after = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *text = NULL;
  guint8 next[32], same[32], commitment[32];

  sealed = hearth_keyring_seal (house->keyring, "legal", "x", 1, "a hearing", commitment, NULL);
  g_assert_false (hearth_keyring_is_rotating (house->keyring));
  g_assert_cmpint (hearth_keyring_use_next_house_key (house->keyring, mask_key_cb, next), ==, -1);
  begin (house, other);
  assert_everybody_opens (house); /* with the key as it was */
  bo = sign_in_other (house);
  get_next (house->keyring, next);
  get_next (bo, same);
  g_assert_cmpmem (next, 32, same, 32);
  g_assert_cmpint (memcmp (next, house->key, 32), !=, 0);
  g_assert_cmpuint (hearth_keyring_get_epoch (bo), ==, 1);

  finish (house, bo);
  g_assert_true (house_has_key (house, bo));
  g_assert_false (hearth_keyring_is_rotating (bo));
  g_assert_cmpuint (hearth_keyring_get_epoch (bo), ==, 2);
  assert_everybody_opens (house);
  after = sign_in_other (house);
  g_assert_cmpuint (hearth_keyring_get_epoch (after), ==, 2);
  text = hearth_keyring_open (after, "legal", "x", 1, sealed, commitment, NULL);
  g_assert_cmpstr (text, ==, "a hearing");
  /* Anna was signed in all the time; it is finished for her, too. */
  finish (house, house->keyring);
  g_assert_true (house_has_key (house, house->keyring));
  house_write (house, "house.keys", NULL, 0);
  assert_everybody_opens (house);
}

/* What somebody kept of before, password and keyring, opens neither version and changes neither. */
static void
test_removed_person (void)
{
  static const guint8 hash[32] = { 1 };
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthKeyring) bo = sign_in_other (house);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, &error));
  begin (house, nobody);
  finish (house, house->keyring);
  g_assert_false (house_has_key (house, bo));
  for (guint i = 0; i < 2; i++)
    {
      house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
      g_assert_false (hearth_vault_store_anchor (house->folder, bo, 1, hash, &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
      g_clear_error (&error);
      house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
      house_write (house, "house.keys", NULL, 0);
    }
}

static int
seal_file_cb (const guint8 *key, gsize length, gpointer user_data)
{
  hearth_key_file_seal (user_data, key);
  return 0;
}

/* What somebody writes who still has the house key. */
static void
write_file (House *house, HearthKeyFile *file, HearthKeyring *by)
{
  g_autoptr (GBytes) json = NULL;

  hearth_keyring_use_house_key (by, seal_file_cb, file);
  json = hearth_key_file_to_json (file);
  house_write (house, "house.keys", g_bytes_get_data (json, NULL), g_bytes_get_size (json));
}

/* Bo was removed, but puts his slot back: whom the house does not know, gets no next key. */
static void
test_slot_put_back (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthKeyring) bo = sign_in_other (house);
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (house->folder, NULL);

  g_assert_true (hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, NULL));
  write_file (house, file, bo);
  house_assert_opens (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD);
  begin (house, nobody);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  finish (house, house->keyring);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
}

/* Or between the two steps, when the present key still seals the file. */
static void
test_slot_put_back_in_the_midst (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthKeyring) bo = sign_in_other (house);
  g_autoptr (HearthKeyFile) old = hearth_key_file_load (house->folder, NULL);
  g_autoptr (HearthKeyFile) file = NULL;
  HearthKeySlot *slot = hearth_key_file_lookup_person (old, HOUSE_OTHER_ID);
  guint index;

  g_assert_true (g_ptr_array_find (old->slots, slot, &index));
  g_assert_true (hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, NULL));
  begin (house, nobody);
  file = hearth_key_file_load (house->folder, NULL);
  memcpy (slot->next_box, slot->house_box, HEARTH_BOX_BYTES);
  g_ptr_array_add (file->slots, g_ptr_array_steal_index (old->slots, index));
  write_file (house, file, bo);
  house_assert_opens (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD);
  finish (house, house->keyring);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

/* Bo begins a rotation with a key of his own choice: Anna's is another. */
static void
test_planted_next_key (void)
{
  static const guint8 planted[32] = { 9 };
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthKeyring) bo = sign_in_other (house);
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (house->folder, NULL);
  guint8 next[32], masked[32];

  file->is_rotating = true;
  for (guint i = 0; i < file->slots->len; i++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      crypto_box_seal (slot->next_box, planted, sizeof planted, slot->sealing_key);
    }
  write_file (house, file, bo);
  begin (house, other);
  get_next (house->keyring, next);
  mask_key_cb (planted, sizeof planted, masked);
  g_assert_cmpint (memcmp (next, masked, sizeof next), !=, 0);
  finish (house, house->keyring);
  assert_everybody_opens (house);
}

static void
test_other_sealing_key (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (GPtrArray) slots = house_list_slots (house, other);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_vault_begin_rotation (house->folder, house->keyring, none, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  for (guint i = 0; i < slots->len; i++)
    {
      HearthKeySlotInfo *slot = g_ptr_array_index (slots, i);

      if (!slot->is_recovery)
        slot->sealing_key[5] ^= 1;
    }
  g_assert_true (hearth_vault_begin_rotation (house->folder, house->keyring, slots, &error));
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
}

/* The key that the database may have by now is never thrown away by beginning once more. */
static void
test_begun_twice (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthKeyring) bo = NULL;
  guint8 first[32], second[32];

  begin (house, other);
  get_next (house->keyring, first);
  bo = sign_in_other (house);
  begin (house, other);
  get_next (house->keyring, second);
  g_assert_cmpmem (first, 32, second, 32);
  get_next (bo, second);
  g_assert_cmpmem (first, 32, second, 32);
}

static void
test_cancel (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthKeyring) bo = NULL;
  guint8 first[32], second[32];
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_vault_cancel_rotation (house->folder, house->keyring, &error));
  g_assert_false (hearth_vault_finish_rotation (house->folder, house->keyring, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  begin (house, other);
  get_next (house->keyring, first);
  g_assert_true (hearth_vault_cancel_rotation (house->folder, house->keyring, &error));
  g_assert_no_error (error);
  g_assert_false (hearth_keyring_is_rotating (house->keyring));
  bo = sign_in_other (house);
  g_assert_false (hearth_keyring_is_rotating (bo));
  assert_everybody_opens (house);
  begin (house, other);
  get_next (house->keyring, second);
  g_assert_cmpint (memcmp (first, second, 32), !=, 0);
}

/* Everything else works meanwhile, and what is added has both keys. */
static void
test_in_the_midst (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (HearthNewPassword) password = house_prepare (house, "Cy", "three slow yellow trains");
  g_autoptr (HearthKeyring) bo = sign_in_other (house);
  g_autoptr (GError) error = NULL;
  guint8 signing_key[32], sealing_key[32], hash[32] = { 2 };
  const char *id = "01J0000000000000000000000C";

  begin (house, other);
  /* Bo's keyring lacks the next key: nobody can be added with it. */
  g_assert_false (hearth_vault_add_person (house->folder, bo, id, password, nobody, signing_key, sealing_key,
                                           &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_true (hearth_vault_add_person (house->folder, house->keyring, id, password, nobody, signing_key,
                                          sealing_key, &error));
  g_assert_true (house_change_password (house, bo, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD,
                                        "nine round copper bells", &error));
  g_assert_true (hearth_vault_store_anchor (house->folder, bo, 3, hash, &error));
  g_assert_no_error (error);
  finish (house, house->keyring);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
  house_assert_opens (house, HOUSE_OTHER_USER, "nine round copper bells");
  house_assert_opens (house, "Cy", "three slow yellow trains");
}

static void
test_closed (void)
{
  g_autoptr (House) house = new_house ();
  g_autoptr (GPtrArray) slots = house_list_slots (house, other);

  hearth_keyring_close (house->keyring);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *folder = house->folder;

      if (i == 0)
        g_assert_false (hearth_vault_begin_rotation (folder, house->keyring, slots, &error));
      else if (i == 1)
        g_assert_false (hearth_vault_cancel_rotation (folder, house->keyring, &error));
      else if (i == 2)
        g_assert_false (hearth_vault_finish_rotation (folder, house->keyring, &error));
      else if (i == 3)
        g_assert_false (hearth_vault_begin_renewal (folder, house->keyring, "legal", slots, &error));
      else
        g_assert_null (hearth_vault_list_slots (folder, house->keyring, &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
    }
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/rotation/whole", test_whole);
  g_test_add_func ("/vault/rotation/removed-person", test_removed_person);
  g_test_add_func ("/vault/rotation/slot-put-back", test_slot_put_back);
  g_test_add_func ("/vault/rotation/slot-put-back-in-the-midst", test_slot_put_back_in_the_midst);
  g_test_add_func ("/vault/rotation/planted-next-key", test_planted_next_key);
  g_test_add_func ("/vault/rotation/other-sealing-key", test_other_sealing_key);
  g_test_add_func ("/vault/rotation/begun-twice", test_begun_twice);
  g_test_add_func ("/vault/rotation/cancel", test_cancel);
  g_test_add_func ("/vault/rotation/in-the-midst", test_in_the_midst);
  g_test_add_func ("/vault/rotation/closed", test_closed);
  return g_test_run ();
}
