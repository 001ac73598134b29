/* SPDX-License-Identifier: GPL-3.0-or-later
 * Key files that were cut, flipped or changed on purpose.
 */
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixtures/faults.h"
#include "house.h"
#include "vault/key-slot.h"

#define NEWEST "house.keys"
#define PREVIOUS "house.keys.previous"

static HearthKeyring *
unlock (House *house, GError **error)
{
  return hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, error);
}

/* --- accidents ----------------------------------------------------------------- */

static void
assert_damaged (House *house)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = unlock (house, &error);

  g_assert_null (keyring);
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
}

/* The previous version, which is @good, is the one that is read; every sixteenth time the house is opened with it. */
static void
assert_previous_is_used (House *house, GBytes *good, gsize turn)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (house->folder, &error);

  g_assert_no_error (error);
  g_assert_true (file->is_previous);
  g_assert_true (g_bytes_equal (file->source, good));
  if (turn % 16 == 0)
    house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

/* Every byte of a house that is at rest. Where keys are being replaced (@data) there are twice as many, of the same kinds:
 * every fifth of them. */
static gsize
get_step (gconstpointer data)
{
  return data == NULL ? 1 : 5;
}

static House *
new_house (gconstpointer data)
{
  House *house = house_new ();

  if (data == NULL)
    return house;
  house_begin_everything (house);
  return house;
}

static void
test_cut (gconstpointer data)
{
  g_autoptr (House) house = new_house (data);
  g_autoptr (GBytes) good = house_read (house, NEWEST);
  const guint8 *bytes = g_bytes_get_data (good, NULL);
  gsize length = g_bytes_get_size (good);

  for (gsize i = 0; i < length; i += get_step (data))
    {
      house_write (house, PREVIOUS, NULL, 0);
      house_write (house, NEWEST, bytes, i);
      assert_damaged (house);
      house_write (house, PREVIOUS, bytes, length - 1 - i);
      assert_damaged (house);
      house_write (house, PREVIOUS, bytes, length);
      assert_previous_is_used (house, good, i);
    }
}

static void
test_flip (gconstpointer data)
{
  g_autoptr (House) house = new_house (data);
  g_autoptr (GBytes) good = house_read (house, NEWEST);
  gsize length = g_bytes_get_size (good);
  guint newer = 0;

  for (gsize i = 0; i < length; i += get_step (data))
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (good, NULL), length);
      g_autoptr (HearthKeyring) alone = NULL;
      g_autoptr (GError) error = NULL;

      bytes[i] ^= (guint8) (1 << (i * 5 % 8));
      house_write (house, PREVIOUS, NULL, 0);
      house_write (house, NEWEST, bytes, length);
      alone = unlock (house, &error);
      g_assert_null (alone);
      /* The number of the format can become a higher one. */
      if (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_NEWER) && newer++ == 0)
        continue;
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
      house_write (house, PREVIOUS, g_bytes_get_data (good, NULL), length);
      assert_previous_is_used (house, good, i);
    }
}

static void
test_repair (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GBytes) good = house_read (house, NEWEST);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (HearthKeyring) first = NULL;
  g_autoptr (HearthKeyring) second = NULL;
  g_autoptr (GError) error = NULL;

  house_write (house, NEWEST, "{\"format\": 1", 12);
  first = unlock (house, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_keyring_used_previous (first));
  second = unlock (house, &error);
  g_assert_no_error (error);
  g_assert_false (hearth_keyring_used_previous (second));
  again = house_read (house, NEWEST);
  g_assert_true (g_bytes_equal (good, again));
  damaged = house_read (house, "house.keys.damaged");
  g_assert_cmpuint (g_bytes_get_size (damaged), ==, 12);

  /* With a wrong password nothing is touched. */
  house_write (house, NEWEST, "x", 1);
  house_assert_refuses (house, HOUSE_USER, "not the password", HEARTH_VAULT_ERROR_WRONG);
  g_clear_pointer (&again, g_bytes_unref);
  again = house_read (house, NEWEST);
  g_assert_cmpuint (g_bytes_get_size (again), ==, 1);
}

static void
test_missing (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  house_write (house, NEWEST, NULL, 0);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
  house_write (house, NEWEST, NULL, 0);
  house_write (house, PREVIOUS, "x", 1);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
  house_write (house, PREVIOUS, NULL, 0);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_MISSING);
  g_assert_null (hearth_vault_read_house_id (house->folder, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MISSING);
}

static void
test_newer (void)
{
  static const char *const newer[] = { "{\"format\": 3}", "{\"format\": 3, \"house\": [], \"other\": null}" };

  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autoptr (House) house = house_new ();
      g_autoptr (GBytes) after = NULL;

      house_write (house, NEWEST, newer[i], strlen (newer[i]));
      house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_NEWER);
      after = house_read (house, NEWEST);
      g_assert_cmpuint (g_bytes_get_size (after), ==, strlen (newer[i]));
    }
}

/* The first format was never released: no version of this program leaves it behind. */
static void
test_older (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GBytes) good = house_read (house, NEWEST);
  g_autofree char *text = g_strndup (g_bytes_get_data (good, NULL), g_bytes_get_size (good));
  char *number = strstr (text, "\"format\" : 2");

  g_assert_nonnull (number);
  number[strlen ("\"format\" : ")] = '1';
  house_write (house, PREVIOUS, NULL, 0);
  house_write (house, NEWEST, text, strlen (text));
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
}

static void
test_strange_content (void)
{
  static const char *const contents[] = {
    "",
    " ",
    "{}",
    "[]",
    "null",
    "1",
    "\"\"",
    "{\"format\": 1}",
    "{\"format\": 2}",
    "{\"format\": \"1\"}",
    "{\"format\": 1.0}",
    "{\"format\": 0}",
    "{\"format\": -1}",
    "{\"format\": 1e9}",
    "{\"format\": 99999999999999999999}",
    "\xff\xfe",
    "{{{{",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (House) house = house_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      house_write (house, PREVIOUS, NULL, 0);
      house_write (house, NEWEST, contents[i], strlen (contents[i]));
      id = hearth_vault_read_house_id (house->folder, &error);
      g_assert_null (id);
      g_assert_true (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED) ||
                     g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_NEWER));
    }
}

static void
test_strange_files (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = house_path (house, NEWEST);
  g_autofree char *large = g_strnfill (5 * 1024 * 1024, ' ');
  g_autofree char *deep = g_strnfill (1024 * 1024, '[');

  house_write (house, PREVIOUS, NULL, 0);
  house_write (house, NEWEST, large, strlen (large));
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
  house_write (house, NEWEST, deep, strlen (deep));
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
  g_remove (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
  g_rmdir (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
}

/* A key file that could not be looked at is not damaged: the version before it stays where it is. */
static void
test_unreadable_is_not_damaged (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = house_path (house, NEWEST);
  g_autofree char *aside = house_path (house, "aside");

  g_assert_cmpint (g_rename (path, aside), ==, 0);
  g_assert_cmpint (symlink (NEWEST, path), ==, 0); /* round and round */
  house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_IO);
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

/* --- on purpose, with the checksum put right ------------------------------------- */

typedef void (*Tamper) (HearthKeyFile *file);

static HearthKeySlot *
get_person (HearthKeyFile *file, const char *id)
{
  for (guint i = 0; i < file->slots->len; i++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      if (id != NULL ? g_str_equal (slot->person, id)
                     : !slot->is_recovery && !g_str_equal (slot->person, HOUSE_OTHER_ID))
        return slot;
    }
  g_assert_not_reached ();
}

static void
tamper_operations (HearthKeyFile *file)
{
  file->cost.operations++;
}

static void
tamper_memory (HearthKeyFile *file)
{
  file->cost.memory *= 2;
}

static void
tamper_salt (HearthKeyFile *file)
{
  file->salt[0] ^= 1;
}

static void
tamper_house (HearthKeyFile *file)
{
  g_set_str (&file->house, HOUSE_OTHER_ID);
}

static void
tamper_epoch (HearthKeyFile *file)
{
  file->epoch++;
}

static void
tamper_slot_epoch (HearthKeyFile *file)
{
  get_person (file, NULL)->epoch++;
}

static void
tamper_swap_people (HearthKeyFile *file)
{
  HearthKeySlot *first = get_person (file, NULL), *second = get_person (file, HOUSE_OTHER_ID);
  char *id = first->person;

  first->person = second->person;
  second->person = id;
}

static void
tamper_swap_house_box (HearthKeyFile *file)
{
  memcpy (get_person (file, NULL)->house_box, get_person (file, HOUSE_OTHER_ID)->house_box, HEARTH_BOX_BYTES);
}

static void
tamper_swap_compartments (HearthKeyFile *file)
{
  HearthKeySlot *slot = get_person (file, NULL);

  memcpy (slot->boxes[0], slot->boxes[1], HEARTH_BOX_BYTES);
}

static void
tamper_drop_compartment (HearthKeyFile *file)
{
  hearth_key_slot_take (get_person (file, NULL), 0);
}

static void
tamper_sealing_key (HearthKeyFile *file)
{
  guint8 unused[32];

  crypto_box_keypair (get_person (file, NULL)->sealing_key, unused);
}

static void
tamper_signing_key (HearthKeyFile *file)
{
  get_person (file, NULL)->signing_key[3] ^= 1;
}

static void
tamper_recovery_key (HearthKeyFile *file)
{
  guint8 unused[32];

  crypto_box_keypair (hearth_key_file_lookup_recovery (file)->sealing_key, unused);
}

static void
tamper_drop_other (HearthKeyFile *file)
{
  g_ptr_array_remove (file->slots, get_person (file, HOUSE_OTHER_ID));
}

static void
tamper_anchor (HearthKeyFile *file)
{
  file->anchor.sequence--;
}

static void
tamper_drop_anchor (HearthKeyFile *file)
{
  g_clear_pointer (&file->anchor.signer, g_free);
}

static void
tamper_first_password (HearthKeyFile *file)
{
  get_person (file, NULL)->first_password = true;
}

static void
tamper_commitment (HearthKeyFile *file)
{
  file->compartments[2].commitment[0] ^= 1;
}

static void
tamper_compartment_epoch (HearthKeyFile *file)
{
  file->compartments[2].epoch++;
}

static void
tamper_mark (HearthKeyFile *file)
{
  file->compartments[2].marked = true;
}

static void
tamper_rotating (HearthKeyFile *file)
{
  file->is_rotating = false;
  for (guint i = 0; i < file->slots->len; i++)
    memset (((HearthKeySlot *) g_ptr_array_index (file->slots, i))->next_box, 0, HEARTH_BOX_BYTES);
}

static void
tamper_swap_next_box (HearthKeyFile *file)
{
  memcpy (get_person (file, NULL)->next_box, get_person (file, HOUSE_OTHER_ID)->next_box, HEARTH_BOX_BYTES);
}

static void
tamper_before (HearthKeyFile *file)
{
  file->compartments[3].commitment_before[0] ^= 1;
}

static void
write_file (House *house, HearthKeyFile *file)
{
  g_autoptr (GBytes) json = hearth_key_file_to_json (file);
  gsize length;
  const void *bytes = g_bytes_get_data (json, &length);

  house_write (house, NEWEST, bytes, length);
}

static void
assert_refused (House *house)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = unlock (house, &error);

  g_assert_null (keyring);
  g_assert_true (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG) ||
                 g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED));
}

static void
test_tamper (gconstpointer data)
{
  Tamper tamper = *(const Tamper *) data;
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint8 hash[32] = { 5 };

  house_add_other (house);
  house_begin_everything (house);
  g_assert_true (hearth_vault_store_anchor (house->folder, house->keyring, 5, hash, NULL));
  file = hearth_key_file_load (house->folder, NULL);
  tamper (file);
  write_file (house, file);
  house_write (house, PREVIOUS, NULL, 0);
  assert_refused (house);
  /* Nor does somebody who is signed in build on it. */
  g_assert_false (hearth_vault_store_anchor (house->folder, house->keyring, 6, hash, &error));
  g_assert_true (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED) ||
                 g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED));
}

/* It is the change that is refused in test_tamper (), not that the file was written anew or its white space. */
static void
test_untampered (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (house->folder, NULL);
  g_autoptr (GBytes) json = hearth_key_file_to_json (file);
  g_autofree char *text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));

  g_strdelimit (text, "\n", '\t');
  house_write (house, NEWEST, text, strlen (text));
  house_assert_opens (house, HOUSE_USER, HOUSE_PASSWORD);
}

/* A house key of somebody else's opens another database than the house's. Where that was replaced, too, its founder is
 * another than the one that the password vouches for. */
static void
test_other_house_key (void)
{
  static const guint8 planted[HEARTH_HOUSE_KEY_BYTES] = { 9 };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (house->folder, NULL);
  HearthKeySlot *slot = get_person (file, NULL);
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (GError) error = NULL;
  guint8 hash[32] = { 5 }, founder[32], own[32];

  crypto_box_seal (slot->house_box, planted, sizeof planted, slot->sealing_key);
  hearth_key_file_seal (file, planted);
  write_file (house, file);
  g_assert_false (hearth_vault_store_anchor (house->folder, house->keyring, 6, hash, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
  keyring = unlock (house, NULL);
  g_assert_false (house_has_key (house, keyring));
  hearth_keyring_get_founder_key (keyring, founder);
  hearth_keyring_get_signing_public_key (house->keyring, own);
  g_assert_cmpmem (founder, sizeof founder, own, sizeof own);
}

static int
seal_file_cb (const guint8 *key, gsize length, gpointer user_data)
{
  hearth_key_file_seal (user_data, key);
  return 0;
}

/* A colleague holds the house key and can put every hash right: what the password seals holds all the same. */
static void
write_as_colleague (House *house, HearthKeyFile *file)
{
  g_autoptr (HearthKeyring) colleague =
    hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);

  hearth_keyring_use_house_key (colleague, seal_file_cb, file);
  write_file (house, file);
}

static void
test_colleague_tampers (gconstpointer data)
{
  Tamper tamper = *(const Tamper *) data;
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = NULL;

  house_add_other (house);
  house_begin_everything (house);
  file = hearth_key_file_load (house->folder, NULL);
  tamper (file);
  write_as_colleague (house, file);
  assert_refused (house);
}

/* They hand somebody a compartment key that they know, to read what is sealed with it later. */
static void
tamper_plant_key (HearthKeyFile *file)
{
  static const guint8 planted[HEARTH_HOUSE_KEY_BYTES] = { 4 };
  HearthKeySlot *victim = get_person (file, NULL);

  crypto_box_seal (victim->boxes[0], planted, sizeof planted, victim->sealing_key);
}

/* With its commitment put right the key file cannot tell; the commitment does, for the audit knows the true one. */
static void
test_colleague_plants_key (void)
{
  static const guint8 planted[HEARTH_HOUSE_KEY_BYTES] = { 4 };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthKeyring) victim = NULL;
  g_autoptr (GError) error = NULL;
  guint8 before[32], after[32];

  house_add_other (house);
  g_assert_true (hearth_keyring_get_commitment (house->keyring, "counselling", before));
  file = hearth_key_file_load (house->folder, NULL);
  tamper_plant_key (file);
  hearth_compartment_commit (file->house, 0, 1, planted, file->compartments[0].commitment);
  write_as_colleague (house, file);
  victim = unlock (house, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_keyring_get_commitment (victim, "counselling", after));
  g_assert_cmpint (memcmp (before, after, sizeof before), !=, 0);
  hearth_keyring_drop_compartment (victim, "counselling");
  g_assert_false (hearth_keyring_has_compartment (victim, "counselling"));
  g_assert_null (hearth_keyring_seal (victim, "counselling", "x", 1, "text", after, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* Nor do they get what a victim gives who was signed in before, to anybody, with the planted key or without. */
static void
test_colleague_plants_key_later (void)
{
  static const guint8 planted[HEARTH_HOUSE_KEY_BYTES] = { 4 };
  static const char *const counselling[] = { "counselling", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthNewPassword) password = house_prepare (house, "Cy", HOUSE_OTHER_PASSWORD);
  g_autoptr (GError) error = NULL;
  guint8 signing_key[32], sealing_key[32];

  house_add_other (house);
  file = hearth_key_file_load (house->folder, NULL);
  tamper_plant_key (file);
  hearth_compartment_commit (file->house, 0, 1, planted, file->compartments[0].commitment);
  write_as_colleague (house, file);
  g_assert_false (hearth_vault_add_person (house->folder, house->keyring, "01J0000000000000000000000C",
                                           password, counselling, signing_key, sealing_key, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  hearth_keyring_get_sealing_public_key (house->keyring, sealing_key);
  g_assert_false (hearth_vault_grant (house->folder, house->keyring,
                                      hearth_keyring_get_person_id (house->keyring), sealing_key,
                                      "counselling", &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* What is taken away on purpose is missed by who asks the audit; nothing else is. */
static void
test_colleague_takes_away (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = NULL;
  g_autoptr (HearthKeyring) victim = NULL;
  g_autoptr (GError) error = NULL;

  house_add_other (house);
  file = hearth_key_file_load (house->folder, NULL);
  tamper_drop_compartment (file);
  write_as_colleague (house, file);
  victim = unlock (house, &error);
  g_assert_no_error (error);
  g_assert_false (hearth_keyring_has_compartment (victim, "counselling"));
  g_assert_true (hearth_keyring_has_compartment (victim, "legal"));
}

/* Nor give themselves one by copying a box. */
static void
test_colleague_copies_box (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = NULL;
  HearthKeySlot *own;

  house_add_other (house);
  file = hearth_key_file_load (house->folder, NULL);
  own = get_person (file, HOUSE_OTHER_ID);
  memcpy (own->boxes[0], get_person (file, NULL)->boxes[0], HEARTH_BOX_BYTES);
  own->compartments |= 1u;
  write_as_colleague (house, file);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
}

/* The right password never costs a try, even when the file is refused for another reason. */
static void
test_damage_is_not_counted (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthKeyFile) file = hearth_key_file_load (house->folder, NULL);

  tamper_signing_key (file);
  write_file (house, file);
  for (guint i = 0; i < 10; i++)
    house_assert_refuses (house, HOUSE_USER, HOUSE_PASSWORD, HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_cmpuint (hearth_vault_get_wait (house->folder), ==, 0);
}

static const struct {
  const char *path;
  Tamper tamper;
} tampers[] = {
  { "/vault/tamper/operations", tamper_operations },
  { "/vault/tamper/memory", tamper_memory },
  { "/vault/tamper/salt", tamper_salt },
  { "/vault/tamper/house", tamper_house },
  { "/vault/tamper/epoch", tamper_epoch },
  { "/vault/tamper/slot-epoch", tamper_slot_epoch },
  { "/vault/tamper/swap-people", tamper_swap_people },
  { "/vault/tamper/swap-house-box", tamper_swap_house_box },
  { "/vault/tamper/swap-compartments", tamper_swap_compartments },
  { "/vault/tamper/drop-compartment", tamper_drop_compartment },
  { "/vault/tamper/sealing-key", tamper_sealing_key },
  { "/vault/tamper/signing-key", tamper_signing_key },
  { "/vault/tamper/recovery-key", tamper_recovery_key },
  { "/vault/tamper/drop-other", tamper_drop_other },
  { "/vault/tamper/anchor", tamper_anchor },
  { "/vault/tamper/drop-anchor", tamper_drop_anchor },
  { "/vault/tamper/first-password", tamper_first_password },
  { "/vault/tamper/commitment", tamper_commitment },
  { "/vault/tamper/compartment-epoch", tamper_compartment_epoch },
  { "/vault/tamper/mark", tamper_mark },
  { "/vault/tamper/next-box", tamper_swap_next_box },
  { "/vault/tamper/rotating", tamper_rotating },
  { "/vault/tamper/before", tamper_before },
}, colleagues[] = {
  { "/vault/colleague/operations", tamper_operations },
  { "/vault/colleague/memory", tamper_memory },
  { "/vault/colleague/salt", tamper_salt },
  { "/vault/colleague/house", tamper_house },
  { "/vault/colleague/slot-epoch", tamper_slot_epoch },
  { "/vault/colleague/swap-people", tamper_swap_people },
  { "/vault/colleague/swap-house-box", tamper_swap_house_box },
  { "/vault/colleague/swap-compartments", tamper_swap_compartments },
  { "/vault/colleague/first-password", tamper_first_password },
  { "/vault/colleague/commitment", tamper_commitment },
  { "/vault/colleague/compartment-epoch", tamper_compartment_epoch },
  { "/vault/colleague/swap-next-box", tamper_swap_next_box },
  { "/vault/colleague/sealing-key", tamper_sealing_key },
  { "/vault/colleague/signing-key", tamper_signing_key },
  { "/vault/colleague/plant-key", tamper_plant_key },
};

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_data_func ("/vault/damage/cut", NULL, test_cut);
  g_test_add_data_func ("/vault/damage/flip", NULL, test_flip);
  g_test_add_data_func ("/vault/damage/cut-midst", "midst", test_cut);
  g_test_add_data_func ("/vault/damage/flip-midst", "midst", test_flip);
  g_test_add_func ("/vault/damage/repair", test_repair);
  g_test_add_func ("/vault/damage/missing", test_missing);
  g_test_add_func ("/vault/damage/newer", test_newer);
  g_test_add_func ("/vault/damage/older", test_older);
  g_test_add_func ("/vault/damage/strange-content", test_strange_content);
  g_test_add_func ("/vault/damage/strange-files", test_strange_files);
  g_test_add_func ("/vault/damage/unreadable", test_unreadable_is_not_damaged);
  g_test_add_func ("/vault/tamper/not-at-all", test_untampered);
  for (guint i = 0; i < G_N_ELEMENTS (tampers); i++)
    g_test_add_data_func (tampers[i].path, &tampers[i].tamper, test_tamper);
  for (guint i = 0; i < G_N_ELEMENTS (colleagues); i++)
    g_test_add_data_func (colleagues[i].path, &colleagues[i].tamper, test_colleague_tampers);
  g_test_add_func ("/vault/tamper/house-key", test_other_house_key);
  g_test_add_func ("/vault/colleague/copies-box", test_colleague_copies_box);
  g_test_add_func ("/vault/colleague/plants-key-and-commitment", test_colleague_plants_key);
  g_test_add_func ("/vault/colleague/plants-key-later", test_colleague_plants_key_later);
  g_test_add_func ("/vault/colleague/takes-away", test_colleague_takes_away);
  g_test_add_func ("/vault/tamper/is-not-counted", test_damage_is_not_counted);
  return g_test_run ();
}
