/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sealing to a compartment whose key one does not hold.
 */
#include <string.h>

#include "house.h"

#define TEXT "what a resident told a carer"

/* Anna holds every key; Bo holds those of "medical" and "legal" and puts a letter into "safeguarding". */
typedef struct {
  House *house;
  HearthKeyring *bo;
  guint8 box[32];
  GBytes *letter;
  guint8 commitment[32];
} Fixture;

static GBytes *
write_letter (Fixture *fixture, GError **error)
{
  return hearth_keyring_seal (fixture->bo, "safeguarding", "x", 1, TEXT, fixture->commitment, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->house = house_new ();
  house_add_other (fixture->house);
  fixture->bo = hearth_vault_unlock (fixture->house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_keyring_get_own_letterbox (fixture->house->keyring, "safeguarding", fixture->box));
  hearth_keyring_set_letterbox (fixture->bo, "safeguarding", 1, fixture->box);
  fixture->letter = write_letter (fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_bytes_unref (fixture->letter);
  g_clear_object (&fixture->bo);
  house_free (fixture->house);
}

/* 0 when @sealed opens, or why it does not. */
static int
try_to_open (Fixture *fixture,
             HearthKeyring *keyring,
             const char *compartment,
             const char *context,
             guint64 number,
             GBytes *sealed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
    hearth_keyring_open (keyring, compartment, context, number, sealed, fixture->commitment, &error);

  g_assert_cmpint (text == NULL, ==, error != NULL);
  if (text == NULL)
    {
      g_assert_true (error->domain == HEARTH_VAULT_ERROR);
      return error->code;
    }
  g_assert_cmpstr (text, ==, TEXT);
  return 0;
}

static int
try_here (Fixture *fixture, HearthKeyring *keyring, GBytes *sealed)
{
  return try_to_open (fixture, keyring, "safeguarding", "x", 1, sealed);
}

static void
assert_hidden (GBytes *sealed)
{
  gsize length;
  const char *bytes = g_bytes_get_data (sealed, &length);

  g_assert_null (memmem (bytes, length, "resident", strlen ("resident")));
}

/* --- what it is for ----------------------------------------------------------------- */

static void
test_only_holders_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HearthKeyring) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_keyring_has_compartment (fixture->bo, "safeguarding"));
  g_assert_true (hearth_sealed_is_letter (fixture->letter));
  g_assert_cmpuint (hearth_sealed_get_epoch (fixture->letter), ==, 1);
  assert_hidden (fixture->letter);
  g_assert_cmpint (try_here (fixture, fixture->house->keyring, fixture->letter), ==, 0);
  g_assert_cmpint (try_here (fixture, fixture->bo, fixture->letter), ==, HEARTH_VAULT_ERROR_DENIED);
  sheet = hearth_vault_unlock_with_sheet (fixture->house->folder, fixture->house->sheet->first_half,
                                          fixture->house->sheet->second_half, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (try_here (fixture, sheet, fixture->letter), ==, 0);
}

static void
test_may_seal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint8 commitment[32];

  g_assert_true (hearth_keyring_may_seal (fixture->bo, "safeguarding"));
  g_assert_true (hearth_keyring_may_seal (fixture->bo, "legal"));
  g_assert_true (hearth_keyring_may_seal (fixture->bo, "author"));
  g_assert_false (hearth_keyring_may_seal (fixture->bo, "counselling"));
  g_assert_false (hearth_keyring_may_seal (fixture->bo, "kitchen"));
  hearth_keyring_set_letterbox (fixture->bo, "safeguarding", 0, NULL);
  g_assert_false (hearth_keyring_may_seal (fixture->bo, "safeguarding"));
  g_assert_null (hearth_keyring_seal (fixture->bo, "safeguarding", "x", 1, TEXT, commitment, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* Who holds the key seals as ever. */
static void
test_holders_write_no_letters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) sealed = NULL;
  guint8 commitment[32];

  hearth_keyring_set_letterbox (fixture->house->keyring, "safeguarding", 1, fixture->box);
  sealed = hearth_keyring_seal (fixture->house->keyring, "safeguarding", "x", 1, TEXT, commitment, NULL);
  g_assert_false (hearth_sealed_is_letter (sealed));
}

static void
test_closed_keyring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  hearth_keyring_close (fixture->bo);
  g_assert_null (write_letter (fixture, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

static void
test_copy_keeps_letterboxes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HearthKeyring) copy = hearth_keyring_copy (fixture->bo, NULL);

  g_assert_true (hearth_keyring_may_seal (copy, "safeguarding"));
}

/* --- letterboxes --------------------------------------------------------------------- */

/* Each compartment has another, and only who holds the key knows of which it is. */
static void
test_boxes_differ (Fixture *fixture, gconstpointer data)
{
  guint8 other[32], of_other[32], same[32];

  g_assert_true (hearth_keyring_get_own_letterbox (fixture->house->keyring, "medical", other));
  g_assert_true (hearth_keyring_get_own_letterbox (fixture->bo, "medical", same));
  g_assert_cmpmem (other, 32, same, 32);
  g_assert_true (memcmp (other, fixture->box, 32) != 0);
  g_assert_false (hearth_keyring_get_own_letterbox (fixture->bo, "safeguarding", of_other));
  g_assert_false (hearth_keyring_get_own_letterbox (fixture->bo, "author", of_other));
  hearth_keyring_close (fixture->bo);
  g_assert_false (hearth_keyring_get_own_letterbox (fixture->bo, "medical", of_other));
}

/* What went into a wrong letterbox opens neither here nor there. */
static void
test_wrong_box (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) of_other = NULL;
  g_autoptr (GBytes) of_later = NULL;
  guint8 medical[32];

  g_assert_true (hearth_keyring_get_own_letterbox (fixture->house->keyring, "medical", medical));
  hearth_keyring_set_letterbox (fixture->bo, "safeguarding", 1, medical);
  of_other = write_letter (fixture, NULL);
  g_assert_cmpint (try_here (fixture, fixture->house->keyring, of_other), ==, HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_cmpint (try_to_open (fixture, fixture->bo, "medical", "x", 1, of_other), ==,
                   HEARTH_VAULT_ERROR_DAMAGED);
  hearth_keyring_set_letterbox (fixture->bo, "safeguarding", 2, fixture->box);
  of_later = write_letter (fixture, NULL);
  g_assert_cmpuint (hearth_sealed_get_epoch (of_later), ==, 2);
  g_assert_cmpint (try_here (fixture, fixture->house->keyring, of_later), ==, HEARTH_VAULT_ERROR_DAMAGED);
}

static void
test_box_that_takes_nothing (Fixture *fixture, gconstpointer data)
{
  static const guint8 zero[32];
  g_autoptr (GError) error = NULL;

  hearth_keyring_set_letterbox (fixture->bo, "safeguarding", 1, zero);
  g_assert_null (write_letter (fixture, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* --- tampering ------------------------------------------------------------------------ */

static void
test_every_byte_counts (Fixture *fixture, gconstpointer data)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (fixture->letter, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, length);
      g_autoptr (GBytes) tampered = NULL;

      copy[i] ^= 0x01;
      tampered = g_bytes_new (copy, length);
      g_assert_cmpint (try_here (fixture, fixture->house->keyring, tampered), ==, HEARTH_VAULT_ERROR_DAMAGED);
    }
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (bytes, i);

      g_assert_cmpint (try_here (fixture, fixture->house->keyring, cut), ==, HEARTH_VAULT_ERROR_DAMAGED);
      g_assert_cmpint (try_here (fixture, fixture->bo, cut), ==, HEARTH_VAULT_ERROR_DENIED);
    }
}

static void
test_place_counts (Fixture *fixture, gconstpointer data)
{
  HearthKeyring *anna = fixture->house->keyring;
  GBytes *letter = fixture->letter;

  g_assert_cmpint (try_to_open (fixture, anna, "safeguarding", "y", 1, letter), ==,
                   HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_cmpint (try_to_open (fixture, anna, "safeguarding", "x", 2, letter), ==,
                   HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_cmpint (try_to_open (fixture, anna, "medical", "x", 1, letter), ==, HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_cmpint (try_to_open (fixture, anna, "author", "x", 1, letter), ==, HEARTH_VAULT_ERROR_DAMAGED);
  fixture->commitment[0] ^= 1;
  g_assert_cmpint (try_here (fixture, anna, letter), ==, HEARTH_VAULT_ERROR_DAMAGED);
}

/* --- sealing anew ---------------------------------------------------------------------- */

static GBytes *
seal_anew (Fixture *fixture, HearthKeyring *keyring, GError **error)
{
  return hearth_keyring_reseal (keyring, "safeguarding", "x", 1, 2, fixture->letter, fixture->commitment,
                                error);
}

static void
test_resealed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) again = seal_anew (fixture, fixture->house->keyring, &error);

  g_assert_no_error (error);
  g_assert_false (hearth_sealed_is_letter (again));
  g_assert_cmpuint (hearth_sealed_get_epoch (again), ==, 1);
  g_assert_cmpint (try_to_open (fixture, fixture->house->keyring, "safeguarding", "x", 2, again), ==, 0);
  g_assert_null (seal_anew (fixture, fixture->bo, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

/* Letters that wait while the key is replaced open until they are sealed anew, and not with the new key alone. */
static void
test_renewal (Fixture *fixture, gconstpointer data)
{
  static const char *const nobody[] = { NULL };
  House *house = fixture->house;
  g_autoptr (GPtrArray) holders = house_list_slots (house, nobody);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) again = NULL;
  guint8 box[32];

  hearth_vault_begin_renewal (house->folder, house->keyring, "safeguarding", holders, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_keyring_get_own_letterbox (house->keyring, "safeguarding", box));
  g_assert_true (memcmp (box, fixture->box, sizeof box) != 0);
  g_assert_cmpint (try_here (fixture, house->keyring, fixture->letter), ==, 0);
  again = seal_anew (fixture, house->keyring, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hearth_sealed_get_epoch (again), ==, 2);
  hearth_vault_finish_renewal (house->folder, house->keyring, "safeguarding", &error);
  g_assert_no_error (error);
  g_assert_cmpint (try_here (fixture, house->keyring, fixture->letter), ==, HEARTH_VAULT_ERROR_DAMAGED);
  g_assert_cmpint (try_to_open (fixture, house->keyring, "safeguarding", "x", 2, again), ==, 0);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/vault/letterbox/only-holders-open", test_only_holders_open);
  add ("/vault/letterbox/may-seal", test_may_seal);
  add ("/vault/letterbox/holders-write-no-letters", test_holders_write_no_letters);
  add ("/vault/letterbox/closed-keyring", test_closed_keyring);
  add ("/vault/letterbox/copy", test_copy_keeps_letterboxes);
  add ("/vault/letterbox/boxes-differ", test_boxes_differ);
  add ("/vault/letterbox/wrong-box", test_wrong_box);
  add ("/vault/letterbox/takes-nothing", test_box_that_takes_nothing);
  add ("/vault/letterbox/every-byte", test_every_byte_counts);
  add ("/vault/letterbox/place", test_place_counts);
  add ("/vault/letterbox/resealed", test_resealed);
  add ("/vault/letterbox/renewal", test_renewal);
  return g_test_run ();
}
