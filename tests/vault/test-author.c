/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values that only their author and the recovery sheet can open.
 */
#include <string.h>

#include "core/field.h"
#include "house.h"

#define CONTEXT "counselling_session/01J0000000000000000000000N/process_note"
#define TEXT "Schlief gut \xe2\x80\x94 \xe0\xb8\x99\xe0\xb8\xad\xe0\xb8\x99"

typedef struct {
  House *house;
  HearthKeyring *other;
  HearthKeyring *sheet;
  GBytes *sealed; /* by Anna */
  guint8 commitment[32];
} Fixture;

static HearthKeyring *
unlock_with_sheet (House *house, HearthRecoverySheet *sheet)
{
  g_autoptr (GError) error = NULL;
  HearthKeyring *keyring =
    hearth_vault_unlock_with_sheet (house->folder, sheet->first_half, sheet->second_half, NULL, &error);

  g_assert_no_error (error);
  return keyring;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  House *house = house_new ();

  house_add_other (house);
  fixture->house = house;
  fixture->other = hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);
  fixture->sheet = unlock_with_sheet (house, house->sheet);
  fixture->sealed = hearth_keyring_seal (house->keyring, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1, TEXT,
                                         fixture->commitment, NULL);
  g_assert_nonnull (fixture->sealed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->other);
  g_clear_object (&fixture->sheet);
  g_bytes_unref (fixture->sealed);
  house_free (fixture->house);
}

static void
assert_opens (Fixture *fixture, HearthKeyring *keyring, guint64 number, GBytes *sealed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hearth_keyring_open (keyring, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, number, sealed,
                                               fixture->commitment, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, TEXT);
}

static void
assert_opens_not (Fixture *fixture,
                  HearthKeyring *keyring,
                  guint64 number,
                  GBytes *sealed,
                  HearthVaultError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hearth_keyring_open (keyring, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, number, sealed,
                                               fixture->commitment, &error);

  g_assert_null (text);
  g_assert_error (error, HEARTH_VAULT_ERROR, (int) code);
}

static void
test_opens_to (Fixture *fixture, gconstpointer data)
{
  g_autoptr (House) elsewhere = house_new ();

  assert_opens (fixture, fixture->house->keyring, 1, fixture->sealed);
  assert_opens (fixture, fixture->sheet, 1, fixture->sealed);
  assert_opens_not (fixture, fixture->other, 1, fixture->sealed, HEARTH_VAULT_ERROR_DENIED);
  assert_opens_not (fixture, elsewhere->keyring, 1, fixture->sealed, HEARTH_VAULT_ERROR_DENIED);
  g_assert_true (hearth_keyring_has_compartment (fixture->other, HEARTH_COMPARTMENT_AUTHOR));
  g_assert_cmpuint (hearth_keyring_get_compartment_epoch (fixture->other, HEARTH_COMPARTMENT_AUTHOR), ==, 0);
  g_assert_cmpuint (hearth_sealed_get_epoch (fixture->sealed), ==, 0);
  g_assert_null (memmem (g_bytes_get_data (fixture->sealed, NULL), g_bytes_get_size (fixture->sealed), TEXT,
                         8));
}

static void
test_is_for (Fixture *fixture, gconstpointer data)
{
  guint8 signing[32], sheet[32], author[32], other[32], commitment[32];
  g_autoptr (GBytes) legal =
    hearth_keyring_seal (fixture->house->keyring, "legal", CONTEXT, 1, TEXT, commitment, NULL);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);

  hearth_keyring_get_recovery_public_keys (fixture->other, signing, sheet);
  hearth_keyring_get_sealing_public_key (fixture->house->keyring, author);
  hearth_keyring_get_sealing_public_key (fixture->other, other);
  g_assert_true (hearth_sealed_is_for (fixture->sealed, author, sheet));
  g_assert_false (hearth_sealed_is_for (fixture->sealed, other, sheet));
  g_assert_false (hearth_sealed_is_for (fixture->sealed, author, other));
  g_assert_false (hearth_sealed_is_for (fixture->sealed, sheet, author));
  g_assert_false (hearth_sealed_is_for (legal, author, sheet));
  g_assert_false (hearth_sealed_is_for (nothing, author, sheet));
}

/* Of a value that somebody changed, not a byte counts, whoever reads it: not the box of the other reader either. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  gsize size = g_bytes_get_size (fixture->sealed);
  HearthKeyring *const readers[] = { fixture->house->keyring, fixture->sheet };

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (fixture->sealed, NULL), size);
      g_autoptr (GBytes) cut = g_bytes_new (bytes, i);
      g_autoptr (GBytes) flipped = NULL;

      bytes[i] ^= (guint8) (1 << (i % 8));
      flipped = g_bytes_new (bytes, size);
      for (guint r = 0; r < G_N_ELEMENTS (readers); r++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *text = hearth_keyring_open (readers[r], HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1,
                                                       flipped, fixture->commitment, &error);

          g_assert_null (text);
          g_assert_nonnull (error);
          assert_opens_not (fixture, readers[r], 1, cut, HEARTH_VAULT_ERROR_DAMAGED);
        }
    }
}

static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  HearthKeyring *keyring = fixture->house->keyring;
  guint8 wrong[32];
  g_autoptr (GError) error = NULL;

  memcpy (wrong, fixture->commitment, sizeof wrong);
  wrong[31] ^= 1;
  assert_opens_not (fixture, keyring, 2, fixture->sealed, HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_null (hearth_keyring_open (keyring, HEARTH_COMPARTMENT_AUTHOR, "x", 1, fixture->sealed,
                                      fixture->commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (hearth_keyring_open (keyring, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1, fixture->sealed, wrong,
                                      &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (hearth_keyring_open (keyring, "counselling", CONTEXT, 1, fixture->sealed,
                                      fixture->commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
}

static void
test_reseal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) again =
    hearth_keyring_reseal (fixture->house->keyring, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1, 2, fixture->sealed,
                           fixture->commitment, &error);

  g_assert_no_error (error);
  assert_opens (fixture, fixture->house->keyring, 2, again);
  assert_opens (fixture, fixture->sheet, 2, again);
  assert_opens_not (fixture, fixture->house->keyring, 1, again, HEARTH_VAULT_ERROR_DAMAGED);
  /* The sheet does not make the note its own, nor does a colleague. */
  g_assert_null (hearth_keyring_reseal (fixture->sheet, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1, 2,
                                        fixture->sealed, fixture->commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (hearth_keyring_reseal (fixture->other, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1, 2,
                                        fixture->sealed, fixture->commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* Anna's password was lost: Bo, who could be anybody who manages accounts, gives her new keys. */
static void
test_new_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  House *house = fixture->house;
  g_autoptr (HearthNewPassword) password = house_prepare (house, HOUSE_USER, "nine round copper bells");
  g_autoptr (HearthKeyring) anna = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  guint8 signing_key[32], sealing_key[32], own[32];

  g_assert_true (hearth_vault_reset_person (house->folder, fixture->other,
                                            hearth_keyring_get_person_id (house->keyring), password, none,
                                            signing_key, sealing_key, &error));
  g_assert_no_error (error);
  anna = hearth_vault_unlock (house->folder, HOUSE_USER, "nine round copper bells", &error);
  g_assert_no_error (error);
  hearth_keyring_get_sealing_public_key (anna, own);
  g_assert_cmpmem (own, 32, sealing_key, 32);
  assert_opens_not (fixture, anna, 1, fixture->sealed, HEARTH_VAULT_ERROR_DENIED);
  g_assert_null (hearth_keyring_reseal_for_author (fixture->other, sealing_key, CONTEXT, 1, 2,
                                                   fixture->sealed, fixture->commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  again = hearth_keyring_reseal_for_author (fixture->sheet, sealing_key, CONTEXT, 1, 2, fixture->sealed,
                                            fixture->commitment, &error);
  g_assert_no_error (error);
  assert_opens (fixture, anna, 2, again);
  assert_opens (fixture, fixture->sheet, 2, again);
}

static void
test_new_sheet (Fixture *fixture, gconstpointer data)
{
  House *house = fixture->house;
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autoptr (HearthKeyring) with_new = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  guint8 signing_key[32], sealing_key[32], own[32];

  g_assert_true (hearth_vault_replace_sheet (house->folder, house->keyring, &sheet, &id, signing_key,
                                             sealing_key, &error));
  g_assert_no_error (error);
  with_new = unlock_with_sheet (house, sheet);
  assert_opens_not (fixture, with_new, 1, fixture->sealed, HEARTH_VAULT_ERROR_DENIED);
  hearth_keyring_get_sealing_public_key (house->keyring, own);
  g_assert_false (hearth_sealed_is_for (fixture->sealed, own, sealing_key));
  again = hearth_keyring_reseal_for_author (house->keyring, own, CONTEXT, 1, 2, fixture->sealed,
                                            fixture->commitment, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_sealed_is_for (again, own, sealing_key));
  assert_opens (fixture, with_new, 2, again);
  assert_opens (fixture, house->keyring, 2, again);
  assert_opens_not (fixture, fixture->sheet, 2, again, HEARTH_VAULT_ERROR_DENIED);
}

static void
test_closed_and_dropped (Fixture *fixture, gconstpointer data)
{
  HearthKeyring *keyring = fixture->house->keyring;
  guint8 commitment[32];
  g_autoptr (GError) error = NULL;

  hearth_keyring_drop_compartment (fixture->sheet, HEARTH_COMPARTMENT_AUTHOR);
  g_assert_false (hearth_keyring_has_compartment (fixture->sheet, HEARTH_COMPARTMENT_AUTHOR));
  assert_opens_not (fixture, fixture->sheet, 1, fixture->sealed, HEARTH_VAULT_ERROR_DENIED);
  g_assert_null (hearth_keyring_seal (fixture->sheet, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1, TEXT, commitment,
                                      &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
  g_clear_error (&error);
  hearth_keyring_close (keyring);
  assert_opens_not (fixture, keyring, 1, fixture->sealed, HEARTH_VAULT_ERROR_DENIED);
  g_assert_null (hearth_keyring_seal (keyring, HEARTH_COMPARTMENT_AUTHOR, CONTEXT, 1, TEXT, commitment,
                                      &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/vault/author/opens-to", test_opens_to },
    { "/vault/author/is-for", test_is_for },
    { "/vault/author/damaged", test_damaged },
    { "/vault/author/elsewhere", test_elsewhere },
    { "/vault/author/reseal", test_reseal },
    { "/vault/author/new-keys", test_new_keys },
    { "/vault/author/new-sheet", test_new_sheet },
    { "/vault/author/closed-and-dropped", test_closed_and_dropped },
  };

  hearth_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
