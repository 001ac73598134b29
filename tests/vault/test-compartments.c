/* SPDX-License-Identifier: GPL-3.0-or-later
 * Giving the keys of a compartment, taking them away, replacing them.
 */
#include <string.h>

#include "house.h"

#define THIRD_ID "01J0000000000000000000000C"
#define THIRD_USER "Cy"
#define THIRD_PASSWORD "three slow yellow trains"

static const char *const everybody[] = { HOUSE_OTHER_ID, THIRD_ID, NULL };
static const char *const without_other[] = { THIRD_ID, NULL };

/* A house with Anna, who holds everything, Bo, who holds "medical" and "legal", and Cy with nothing. */
typedef struct {
  House *house;
  HearthKeyring *bo;
  GBytes *sealed; /* "legal", by Anna */
  guint8 commitment[32];
} Fixture;

static HearthKeyring *
sign_in (Fixture *fixture, const char *user, const char *password)
{
  g_autoptr (GError) error = NULL;
  HearthKeyring *keyring = hearth_vault_unlock (fixture->house->folder, user, password, &error);

  g_assert_no_error (error);
  return keyring;
}

static HearthKeyring *
sign_in_other (Fixture *fixture)
{
  return sign_in (fixture, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD);
}

static HearthKeyring *
sign_in_third (Fixture *fixture)
{
  return sign_in (fixture, THIRD_USER, THIRD_PASSWORD);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  guint8 signing_key[32], sealing_key[32];
  g_autoptr (HearthNewPassword) password = NULL;

  fixture->house = house_new ();
  house_add_other (fixture->house);
  password = house_prepare (fixture->house, THIRD_USER, THIRD_PASSWORD);
  g_assert_true (hearth_vault_add_person (fixture->house->folder, fixture->house->keyring, THIRD_ID, password,
                                          none, signing_key, sealing_key, NULL));
  fixture->bo = sign_in_other (fixture);
  fixture->sealed =
    hearth_keyring_seal (fixture->house->keyring, "legal", "x", 1, "a hearing", fixture->commitment, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_bytes_unref (fixture->sealed);
  g_clear_object (&fixture->bo);
  house_free (fixture->house);
}

static bool
opens (Fixture *fixture, HearthKeyring *keyring, guint64 number, GBytes *sealed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
    hearth_keyring_open (keyring, "legal", "x", number, sealed, fixture->commitment, &error);

  g_assert_cmpint (text == NULL, ==, error != NULL);
  if (text != NULL)
    g_assert_cmpstr (text, ==, "a hearing");
  return text != NULL;
}

static HearthKeySlotInfo *
find_slot (Fixture *fixture, GPtrArray *slots, const char *person)
{
  for (guint i = 0; i < slots->len; i++)
    {
      HearthKeySlotInfo *slot = g_ptr_array_index (slots, i);

      if (person == NULL ? slot->is_recovery : g_str_equal (slot->person, person))
        return slot;
    }
  g_assert_not_reached ();
}

static bool
grant (Fixture *fixture, HearthKeyring *by, const char *person, const char *compartment, GError **error)
{
  g_autoptr (GPtrArray) slots =
    hearth_vault_list_slots (fixture->house->folder, fixture->house->keyring, NULL);

  return hearth_vault_grant (fixture->house->folder, by, person,
                             find_slot (fixture, slots, person)->sealing_key, compartment, error);
}

static bool
take_away (Fixture *fixture, const char *person, GError **error)
{
  return hearth_vault_revoke (fixture->house->folder, fixture->house->keyring, person, "legal", error);
}

static void
renew (Fixture *fixture, const char *const *people)
{
  g_autoptr (GPtrArray) slots = house_list_slots (fixture->house, people);
  g_autoptr (GError) error = NULL;
  House *house = fixture->house;

  g_assert_true (hearth_vault_begin_renewal (house->folder, house->keyring, "legal", slots, &error));
  g_assert_no_error (error);
}

static GBytes *
reseal (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GBytes *again = hearth_keyring_reseal (fixture->house->keyring, "legal", "x", 1, 2, fixture->sealed,
                                         fixture->commitment, &error);

  g_assert_no_error (error);
  return again;
}

static bool
wants_renewal (Fixture *fixture, const char *compartment)
{
  return hearth_vault_wants_renewal (fixture->house->folder, fixture->house->keyring, compartment);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) slots = hearth_vault_list_slots (fixture->house->folder, fixture->bo, NULL);
  guint8 key[32], signing[32];

  g_assert_cmpuint (slots->len, ==, 4);
  g_assert_cmphex (find_slot (fixture, slots, NULL)->compartments, ==, 0xf);
  g_assert_cmphex (find_slot (fixture, slots, HOUSE_OTHER_ID)->compartments, ==, 0x6);
  g_assert_cmphex (find_slot (fixture, slots, THIRD_ID)->compartments, ==, 0);
  hearth_keyring_get_sealing_public_key (fixture->bo, key);
  hearth_keyring_get_signing_public_key (fixture->bo, signing);
  g_assert_cmpmem (find_slot (fixture, slots, HOUSE_OTHER_ID)->sealing_key, 32, key, 32);
  g_assert_cmpmem (find_slot (fixture, slots, HOUSE_OTHER_ID)->signing_key, 32, signing, 32);
  g_assert_false (find_slot (fixture, slots, HOUSE_OTHER_ID)->is_recovery);
}

static void
test_grant (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HearthKeyring) cy = NULL;
  g_autoptr (GError) error = NULL;
  guint8 given[32], own[32];

  g_assert_true (grant (fixture, fixture->bo, THIRD_ID, "legal", &error));
  g_assert_no_error (error);
  cy = sign_in_third (fixture);
  g_assert_true (hearth_keyring_has_compartment (cy, "legal"));
  g_assert_false (hearth_keyring_has_compartment (cy, "medical"));
  g_assert_true (opens (fixture, cy, 1, fixture->sealed));
  g_assert_true (hearth_keyring_get_commitment (cy, "legal", given));
  g_assert_true (hearth_keyring_get_commitment (fixture->house->keyring, "legal", own));
  g_assert_cmpmem (given, 32, own, 32);
  g_assert_false (hearth_keyring_get_commitment (cy, "medical", own));
  g_assert_false (hearth_keyring_get_commitment_before (cy, "legal", own));
  g_assert_false (wants_renewal (fixture, "legal"));
}

static void
test_grant_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = house_read (fixture->house, "house.keys");
  g_autoptr (GBytes) after = NULL;
  const char *folder = fixture->house->folder;
  guint8 other[32], cy_key[32];
  g_autoptr (GPtrArray) slots = hearth_vault_list_slots (folder, fixture->bo, NULL);

  hearth_keyring_get_sealing_public_key (fixture->bo, other);
  memcpy (cy_key, find_slot (fixture, slots, THIRD_ID)->sealing_key, sizeof cy_key);
  const struct {
    HearthKeyring *by;
    const char *person;
    const guint8 *sealing_key;
    const char *compartment;
  } cases[] = {
    { fixture->bo, THIRD_ID, cy_key, "counselling" }, /* not held */
    { fixture->house->keyring, THIRD_ID, other, "legal" }, /* of somebody else */
    { fixture->house->keyring, "01J0000000000000000000000D", cy_key, "legal" },
    { fixture->house->keyring, THIRD_ID, cy_key, "kitchen" },
    { fixture->house->keyring, THIRD_ID, cy_key, "author" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hearth_vault_grant (folder, cases[i].by, cases[i].person, cases[i].sealing_key,
                                          cases[i].compartment, &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
    }
  after = house_read (fixture->house, "house.keys");
  g_assert_true (g_bytes_equal (before, after));
}

/* What was held may be read by who held it, until it is sealed anew; what is new may not, in either version. */
static void
test_revoke (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) again = NULL;
  g_autoptr (HearthKeyring) bo = NULL;
  g_autoptr (HearthKeyring) from_previous = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (take_away (fixture, HOUSE_OTHER_ID, &error));
  g_assert_no_error (error);
  g_assert_true (wants_renewal (fixture, "legal"));
  g_assert_false (wants_renewal (fixture, "medical"));
  bo = sign_in_other (fixture);
  g_assert_false (hearth_keyring_has_compartment (bo, "legal"));
  g_assert_true (hearth_keyring_has_compartment (bo, "medical"));
  house_write (fixture->house, "house.keys", NULL, 0);
  from_previous = sign_in_other (fixture);
  g_assert_false (hearth_keyring_has_compartment (from_previous, "legal"));

  renew (fixture, everybody + 1);
  again = reseal (fixture);
  g_assert_true (opens (fixture, fixture->house->keyring, 2, again));
  /* With what was kept since before, too. */
  g_assert_true (opens (fixture, fixture->bo, 1, fixture->sealed));
  g_assert_false (opens (fixture, fixture->bo, 2, again));
  g_assert_false (opens (fixture, bo, 2, again));
}

static void
test_revoke_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_vault_revoke (fixture->house->folder, fixture->bo, HOUSE_OTHER_ID, "legal", &error));
  g_assert_no_error (error);
  g_assert_false (hearth_keyring_has_compartment (fixture->bo, "legal"));
  g_assert_cmpuint (hearth_keyring_get_compartment_epoch (fixture->bo, "legal"), ==, 0);
  g_assert_false (opens (fixture, fixture->bo, 1, fixture->sealed));
}

static void
test_revoke_refusals (Fixture *fixture, gconstpointer data)
{
  const char *sheet = hearth_keyring_get_recovery_id (fixture->bo);
  g_autoptr (GError) error = NULL;

  g_assert_false (take_away (fixture, sheet, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (take_away (fixture, "01J0000000000000000000000D", &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_assert_false (wants_renewal (fixture, "legal"));
}

/* --- renewal -------------------------------------------------------------------- */

static void
test_renewal (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (HearthKeyring) midst = NULL;
  g_autoptr (HearthKeyring) after = NULL;
  guint8 first[32], second[32], before[32];
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_keyring_get_commitment (house->keyring, "legal", first));
  g_assert_true (take_away (fixture, THIRD_ID, &error));
  renew (fixture, everybody);
  g_assert_true (wants_renewal (fixture, "legal"));
  g_assert_cmpuint (hearth_keyring_get_compartment_epoch (house->keyring, "legal"), ==, 2);
  g_assert_cmpuint (hearth_keyring_get_compartment_epoch (house->keyring, "medical"), ==, 1);
  g_assert_true (hearth_keyring_get_commitment (house->keyring, "legal", second));
  g_assert_true (hearth_keyring_get_commitment_before (house->keyring, "legal", before));
  g_assert_cmpmem (first, 32, before, 32);
  g_assert_cmpint (memcmp (first, second, 32), !=, 0);
  again = reseal (fixture);
  g_assert_cmpuint (hearth_sealed_get_epoch (fixture->sealed), ==, 1);
  g_assert_cmpuint (hearth_sealed_get_epoch (again), ==, 2);

  midst = sign_in_other (fixture);
  g_assert_true (opens (fixture, midst, 1, fixture->sealed));
  g_assert_true (opens (fixture, midst, 2, again));
  g_assert_true (hearth_vault_finish_renewal (house->folder, midst, "legal", &error));
  g_assert_no_error (error);
  g_assert_false (wants_renewal (fixture, "legal"));
  after = sign_in_other (fixture);
  g_assert_false (opens (fixture, after, 1, fixture->sealed));
  g_assert_true (opens (fixture, after, 2, again));
  g_assert_false (opens (fixture, midst, 1, fixture->sealed));
  /* Finished by somebody else meanwhile. */
  g_assert_true (hearth_vault_finish_renewal (house->folder, house->keyring, "legal", &error));
  g_assert_false (opens (fixture, house->keyring, 1, fixture->sealed));
}

static void
test_renewal_is_begun_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  renew (fixture, everybody);
  before = house_read (fixture->house, "house.keys");
  renew (fixture, everybody);
  after = house_read (fixture->house, "house.keys");
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (hearth_keyring_get_compartment_epoch (fixture->house->keyring, "legal"), ==, 2);
}

static void
test_renewal_by_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) slots = house_list_slots (fixture->house, everybody);
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_vault_begin_renewal (fixture->house->folder, fixture->bo, "counselling", slots,
                                              &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (hearth_vault_begin_renewal (fixture->house->folder, fixture->bo, "kitchen", slots, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* Whose slot says that it holds a compartment, but whom the house does not know as a holder, gets nothing; nor who has
 * put another sealing key into the slot of somebody who does. */
static void
test_renewal_for_known_holders (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (HearthKeyring) bo = NULL;
  g_autoptr (HearthKeyring) sheet = NULL;
  g_autoptr (GError) error = NULL;

  renew (fixture, without_other);
  bo = sign_in_other (fixture);
  g_assert_false (hearth_keyring_has_compartment (bo, "legal"));
  sheet = hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half, house->sheet->second_half,
                                          NULL, NULL);
  g_assert_true (hearth_keyring_has_compartment (sheet, "legal"));
  g_assert_true (hearth_vault_finish_renewal (house->folder, house->keyring, "legal", &error));

  slots = house_list_slots (house, everybody);
  find_slot (fixture, slots, THIRD_ID)->sealing_key[0] ^= 1;
  g_assert_true (hearth_vault_begin_renewal (house->folder, house->keyring, "legal", slots, &error));
  g_clear_object (&bo);
  bo = sign_in_other (fixture);
  g_assert_true (hearth_keyring_has_compartment (bo, "legal"));
  g_assert_cmpuint (hearth_keyring_get_compartment_epoch (bo, "legal"), ==, 3);
  g_clear_object (&bo);
  bo = sign_in_third (fixture);
  g_assert_false (hearth_keyring_has_compartment (bo, "legal"));
}

/* Who is given a compartment in the midst of its renewal can read all of it. */
static void
test_grant_in_the_midst (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) again = NULL;
  g_autoptr (HearthKeyring) cy = NULL;
  g_autoptr (GError) error = NULL;

  renew (fixture, everybody + 2);
  again = reseal (fixture);
  g_assert_true (grant (fixture, fixture->house->keyring, THIRD_ID, "legal", &error));
  g_assert_no_error (error);
  cy = sign_in_third (fixture);
  g_assert_true (opens (fixture, cy, 1, fixture->sealed));
  g_assert_true (opens (fixture, cy, 2, again));
  /* Bo's keyring is of before. */
  g_assert_false (grant (fixture, fixture->bo, THIRD_ID, "legal", &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* Somebody goes while the key is replaced because of somebody else. */
static void
test_revoke_in_the_midst (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (GError) error = NULL;

  renew (fixture, everybody);
  g_assert_true (take_away (fixture, HOUSE_OTHER_ID, &error));
  g_assert_true (hearth_vault_finish_renewal (house->folder, house->keyring, "legal", &error));
  g_assert_no_error (error);
  g_assert_true (wants_renewal (fixture, "legal"));
  renew (fixture, without_other);
  g_assert_true (hearth_vault_finish_renewal (house->folder, house->keyring, "legal", &error));
  g_assert_false (wants_renewal (fixture, "legal"));
}

/* The house's database knows nothing of a renewal that was begun. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (HearthKeyring) bo = NULL;
  g_autoptr (HearthKeyring) again = NULL;
  guint8 first[32], now[32];
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_keyring_get_commitment (house->keyring, "legal", first));
  renew (fixture, everybody);
  bo = sign_in_other (fixture);
  g_assert_true (hearth_vault_cancel_renewal (house->folder, bo, "legal", &error));
  g_assert_no_error (error);
  again = sign_in_other (fixture);
  g_assert_true (hearth_keyring_get_commitment (again, "legal", now));
  g_assert_cmpmem (first, 32, now, 32);
  g_assert_true (hearth_keyring_get_commitment (bo, "legal", now));
  g_assert_cmpmem (first, 32, now, 32);
  g_assert_cmpuint (hearth_keyring_get_compartment_epoch (bo, "legal"), ==, 1);
  g_assert_true (opens (fixture, bo, 1, fixture->sealed));
  g_assert_true (wants_renewal (fixture, "legal"));
  /* Once more does nothing. */
  g_assert_true (hearth_vault_cancel_renewal (house->folder, bo, "legal", &error));
}

static void
test_many_renewals (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (GError) error = NULL;

  for (guint epoch = 2; epoch < 6; epoch++)
    {
      g_autoptr (HearthKeyring) bo = NULL;
      g_autoptr (HearthKeyring) anna = NULL;

      renew (fixture, everybody);
      g_assert_true (hearth_vault_finish_renewal (house->folder, house->keyring, "legal", &error));
      bo = sign_in_other (fixture);
      anna = sign_in (fixture, HOUSE_USER, HOUSE_PASSWORD);
      g_assert_cmpuint (hearth_keyring_get_compartment_epoch (bo, "legal"), ==, epoch);
      g_assert_cmpuint (hearth_keyring_get_compartment_epoch (anna, "legal"), ==, epoch);
      g_assert_cmpuint (hearth_keyring_get_epoch (anna), ==, 1);
    }
}

/* --- people ---------------------------------------------------------------------- */

static void
test_removal_marks (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_vault_remove_person (house->folder, house->keyring, HOUSE_OTHER_ID, &error));
  g_assert_no_error (error);
  g_assert_true (wants_renewal (fixture, "legal"));
  g_assert_true (wants_renewal (fixture, "medical"));
  g_assert_false (wants_renewal (fixture, "counselling"));
  g_assert_false (wants_renewal (fixture, "kitchen"));
}

static void
test_reset_gives (Fixture *fixture, gconstpointer data)
{
  static const char *const legal[] = { "legal", NULL };
  House *house = fixture->house;
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare (house->folder, HOUSE_OTHER_USER, "nine round copper bells", true, NULL);
  g_autoptr (HearthKeyring) bo = NULL;
  g_autoptr (GError) error = NULL;
  guint8 signing_key[32], sealing_key[32], own[32];

  g_assert_true (hearth_vault_reset_person (house->folder, house->keyring, HOUSE_OTHER_ID, password, legal,
                                            signing_key, sealing_key, &error));
  g_assert_no_error (error);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  bo = sign_in (fixture, HOUSE_OTHER_USER, "nine round copper bells");
  g_assert_true (hearth_keyring_has_first_password (bo));
  g_assert_true (opens (fixture, bo, 1, fixture->sealed));
  g_assert_false (hearth_keyring_has_compartment (bo, "medical"));
  hearth_keyring_get_signing_public_key (bo, own);
  g_assert_cmpmem (own, 32, signing_key, 32);
  hearth_keyring_get_signing_public_key (fixture->bo, own);
  g_assert_cmpint (memcmp (own, signing_key, 32), !=, 0);

  /* Nor does the old password open the previous version. */
  house_write (house, "house.keys", NULL, 0);
  house_assert_refuses (house, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, HEARTH_VAULT_ERROR_WRONG);
  house_assert_opens (house, HOUSE_OTHER_USER, "nine round copper bells");
}

static void
test_reset_refusals (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL }, *const counselling[] = { "counselling", NULL };
  House *house = fixture->house;
  g_autoptr (HearthNewPassword) good = house_prepare (house, "Dee", "nine round copper bells");
  g_autoptr (HearthNewPassword) taken = house_prepare (house, HOUSE_USER, HOUSE_PASSWORD);
  const struct {
    HearthKeyring *by;
    const char *person;
    const HearthNewPassword *password;
    const char *const *compartments;
    HearthVaultError code;
  } cases[] = {
    { fixture->bo, HOUSE_OTHER_ID, good, none, HEARTH_VAULT_ERROR_DENIED }, /* one's own */
    { fixture->bo, hearth_keyring_get_recovery_id (fixture->bo), good, none, HEARTH_VAULT_ERROR_DENIED },
    { fixture->bo, "01J0000000000000000000000D", good, none, HEARTH_VAULT_ERROR_DENIED },
    { fixture->bo, THIRD_ID, good, counselling, HEARTH_VAULT_ERROR_DENIED },
    { fixture->bo, THIRD_ID, taken, none, HEARTH_VAULT_ERROR_TAKEN },
  };
  g_autoptr (GBytes) before = house_read (house, "house.keys");
  g_autoptr (GBytes) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 signing_key[32], sealing_key[32];
      g_autoptr (GError) error = NULL;

      g_assert_false (hearth_vault_reset_person (house->folder, cases[i].by, cases[i].person,
                                                 cases[i].password, cases[i].compartments, signing_key,
                                                 sealing_key, &error));
      g_assert_error (error, HEARTH_VAULT_ERROR, (int) cases[i].code);
    }
  after = house_read (house, "house.keys");
  g_assert_true (g_bytes_equal (before, after));
}

static void
assert_keys (HearthKeyring *keyring, const guint8 signing[32], const guint8 sealing[32], bool same)
{
  guint8 own_signing[32], own_sealing[32];

  hearth_keyring_get_signing_public_key (keyring, own_signing);
  hearth_keyring_get_sealing_public_key (keyring, own_sealing);
  g_assert_true ((memcmp (own_signing, signing, sizeof own_signing) == 0) == same);
  g_assert_true ((memcmp (own_sealing, sealing, sizeof own_sealing) == 0) == same);
}

static void
test_first_password (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  House *house = fixture->house;
  const char *first = "nine round copper bells", *own = "ten small brown loaves";
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare (house->folder, "Dee", first, true, NULL);
  g_autoptr (HearthKeyring) dee = NULL;
  g_autoptr (HearthKeyring) again = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) error = NULL;
  const char *id = "01J0000000000000000000000D";
  guint8 signing_key[32], sealing_key[32];

  g_assert_true (hearth_vault_add_person (house->folder, house->keyring, id, password, none, signing_key,
                                          sealing_key, &error));
  dee = sign_in (fixture, "dee", first);
  g_assert_true (hearth_keyring_has_first_password (dee));
  g_assert_false (hearth_keyring_has_first_password (fixture->bo));
  slots = hearth_vault_list_slots (house->folder, house->keyring, &error);
  g_assert_true (find_slot (fixture, slots, id)->first_password);
  g_assert_false (find_slot (fixture, slots, HOUSE_OTHER_ID)->first_password);
  g_assert_false (house_change_password (house, dee, "dee", first, first, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WEAK);
  g_clear_error (&error);
  g_assert_true (hearth_keyring_has_first_password (dee));
  g_assert_true (house_change_password (house, dee, "dee", first, own, &error));
  g_assert_no_error (error);
  g_assert_false (hearth_keyring_has_first_password (dee));
  assert_keys (dee, signing_key, sealing_key, false);
  again = sign_in (fixture, "dee", own);
  g_assert_false (hearth_keyring_has_first_password (again));
  assert_keys (again, signing_key, sealing_key, false);
  hearth_keyring_get_signing_public_key (again, signing_key);
  hearth_keyring_get_sealing_public_key (again, sealing_key);
  assert_keys (dee, signing_key, sealing_key, true);
  /* To the same once more is nobody else's business. */
  g_assert_true (house_change_password (house, again, "dee", own, own, &error));
  assert_keys (again, signing_key, sealing_key, true);
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthRecoverySheet) second = NULL;
  g_autoptr (HearthKeyring) with_sheet = NULL;
  g_autoptr (HearthKeyring) by_bo = NULL;
  g_autofree char *id = NULL;
  g_autofree char *second_id = NULL;
  g_autoptr (GError) error = NULL;
  guint8 signing_key[32], sealing_key[32], own[32], founder[32];

  g_assert_true (hearth_vault_replace_sheet (house->folder, house->keyring, &sheet, &id, signing_key,
                                             sealing_key, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) wrong = NULL;

      g_assert_null (hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half,
                                                     house->sheet->second_half, NULL, &wrong));
      g_assert_error (wrong, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG);
      /* The previous version says the same. */
      house_write (house, "house.keys", NULL, 0);
    }
  with_sheet =
    hearth_vault_unlock_with_sheet (house->folder, sheet->first_half, sheet->second_half, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (house_has_key (house, with_sheet));
  g_assert_cmpstr (hearth_keyring_get_person_id (with_sheet), ==, id);
  g_assert_cmpstr (hearth_keyring_get_recovery_id (house->keyring), ==, id);
  hearth_keyring_get_sealing_public_key (with_sheet, own);
  g_assert_cmpmem (own, 32, sealing_key, 32);
  hearth_keyring_get_founder_key (with_sheet, founder);
  hearth_keyring_get_signing_public_key (house->keyring, own);
  g_assert_cmpmem (own, 32, founder, 32);
  for (guint i = 0; hearth_compartments[i] != NULL; i++)
    {
      g_assert_true (hearth_keyring_has_compartment (with_sheet, hearth_compartments[i]));
      g_assert_true (wants_renewal (fixture, hearth_compartments[i]));
    }

  /* By somebody who does not hold everything, and then given what is missing. */
  g_assert_true (hearth_vault_replace_sheet (house->folder, fixture->bo, &second, &second_id, signing_key,
                                             sealing_key, &error));
  g_assert_true (hearth_vault_grant (house->folder, house->keyring, second_id, sealing_key, "counselling",
                                     &error));
  by_bo =
    hearth_vault_unlock_with_sheet (house->folder, second->first_half, second->second_half, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_keyring_has_compartment (by_bo, "legal"));
  g_assert_true (hearth_keyring_has_compartment (by_bo, "counselling"));
  g_assert_false (hearth_keyring_has_compartment (by_bo, "safeguarding"));
}

static void
test_sheet_by_itself (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (HearthKeyring) with_sheet =
    hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half, house->sheet->second_half, NULL,
                                    NULL);
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  guint8 signing_key[32], sealing_key[32];

  g_assert_false (hearth_vault_replace_sheet (house->folder, with_sheet, &sheet, &id, signing_key,
                                              sealing_key, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_assert_null (sheet);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/vault/compartments/list", test_list },
    { "/vault/compartments/grant", test_grant },
    { "/vault/compartments/grant-refusals", test_grant_refusals },
    { "/vault/compartments/revoke", test_revoke },
    { "/vault/compartments/revoke-own", test_revoke_own },
    { "/vault/compartments/revoke-refusals", test_revoke_refusals },
    { "/vault/renewal/whole", test_renewal },
    { "/vault/renewal/begun-once", test_renewal_is_begun_once },
    { "/vault/renewal/by-others", test_renewal_by_others },
    { "/vault/renewal/for-known-holders", test_renewal_for_known_holders },
    { "/vault/renewal/grant-in-the-midst", test_grant_in_the_midst },
    { "/vault/renewal/revoke-in-the-midst", test_revoke_in_the_midst },
    { "/vault/renewal/cancel", test_cancel },
    { "/vault/renewal/many", test_many_renewals },
    { "/vault/reset/gives", test_reset_gives },
    { "/vault/reset/refusals", test_reset_refusals },
    { "/vault/people/removal-marks", test_removal_marks },
    { "/vault/people/first-password", test_first_password },
    { "/vault/sheet/replaced", test_sheet },
    { "/vault/sheet/by-itself", test_sheet_by_itself },
  };

  hearth_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
