/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every call of the system that replacing keys makes, failing in turn or being the last one of the program: whichever
 * version of the key file is read afterwards, it opens what the house's database holds at that step.
 */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixtures/faults.h"
#include "house.h"

#define NEW_PASSWORD "nine round copper bells"
#define CONTEXT "x"
#define TEXT "a hearing"

typedef struct {
  House *house;
  HearthNewPassword *password;
  GPtrArray *slots;
  GBytes *sealed;
  guint8 commitment[32];
  guint8 key[HEARTH_HOUSE_KEY_BYTES]; /* of the database, masked */
} Fixture;

typedef bool (*Change) (Fixture *fixture, GError **error);

/**
 * Step:
 * @before: what is done before, or NULL
 * @is_after: the database knows of @before already: it has the next house key, values are sealed with the new key
 */
typedef struct {
  const char *path;
  Change before;
  Change change;
  bool is_after;
} Step;

/* --- the steps ---------------------------------------------------------------------- */

static bool
begin_rotation (Fixture *fixture, GError **error)
{
  return hearth_vault_begin_rotation (fixture->house->folder, fixture->house->keyring, fixture->slots, error);
}

static bool
finish_rotation (Fixture *fixture, GError **error)
{
  return hearth_vault_finish_rotation (fixture->house->folder, fixture->house->keyring, error);
}

static bool
cancel_rotation (Fixture *fixture, GError **error)
{
  return hearth_vault_cancel_rotation (fixture->house->folder, fixture->house->keyring, error);
}

static bool
begin_renewal (Fixture *fixture, GError **error)
{
  return hearth_vault_begin_renewal (fixture->house->folder, fixture->house->keyring, "legal", fixture->slots,
                                     error);
}

static bool
finish_renewal (Fixture *fixture, GError **error)
{
  return hearth_vault_finish_renewal (fixture->house->folder, fixture->house->keyring, "legal", error);
}

static bool
cancel_renewal (Fixture *fixture, GError **error)
{
  return hearth_vault_cancel_renewal (fixture->house->folder, fixture->house->keyring, "legal", error);
}

static bool
reset (Fixture *fixture, GError **error)
{
  static const char *const legal[] = { "legal", NULL };
  guint8 signing_key[32], sealing_key[32];

  return hearth_vault_reset_person (fixture->house->folder, fixture->house->keyring, HOUSE_OTHER_ID,
                                    fixture->password, legal, signing_key, sealing_key, error);
}

static bool
replace_sheet (Fixture *fixture, GError **error)
{
  g_autoptr (HearthRecoverySheet) sheet = NULL;
  g_autofree char *id = NULL;
  guint8 signing_key[32], sealing_key[32];

  return hearth_vault_replace_sheet (fixture->house->folder, fixture->house->keyring, &sheet, &id,
                                     signing_key, sealing_key, error);
}

static const HearthKeySlotInfo *
find_other (Fixture *fixture)
{
  for (guint i = 0; i < fixture->slots->len; i++)
    {
      const HearthKeySlotInfo *slot = g_ptr_array_index (fixture->slots, i);

      if (g_str_equal (slot->person, HOUSE_OTHER_ID))
        return slot;
    }
  g_assert_not_reached ();
}

static bool
grant (Fixture *fixture, GError **error)
{
  return hearth_vault_grant (fixture->house->folder, fixture->house->keyring, HOUSE_OTHER_ID,
                             find_other (fixture)->sealing_key, "counselling", error);
}

static bool
take_away (Fixture *fixture, GError **error)
{
  return hearth_vault_revoke (fixture->house->folder, fixture->house->keyring, HOUSE_OTHER_ID, "medical",
                              error);
}

static const Step steps[] = {
  { "begin-rotation", NULL, begin_rotation, false },
  { "finish-rotation", begin_rotation, finish_rotation, true },
  { "cancel-rotation", begin_rotation, cancel_rotation, false },
  { "begin-renewal", NULL, begin_renewal, false },
  { "begin-renewal-in-rotation", begin_rotation, begin_renewal, false },
  { "finish-renewal", begin_renewal, finish_renewal, true },
  { "cancel-renewal", begin_renewal, cancel_renewal, false },
  { "reset", NULL, reset, false },
  { "replace-sheet", NULL, replace_sheet, false },
  { "grant", NULL, grant, false },
  { "revoke", NULL, take_away, false },
};

/* --- a house before a step, and after ------------------------------------------------ */

static int
mask_key_cb (const guint8 *key, gsize length, gpointer user_data)
{
  guint8 *masked = user_data;

  for (gsize i = 0; i < length; i++)
    masked[i] = key[i] ^ HOUSE_MASK;
  return 0;
}

static void
seal (Fixture *fixture)
{
  fixture->sealed =
    hearth_keyring_seal (fixture->house->keyring, "legal", CONTEXT, 1, TEXT, fixture->commitment, NULL);
  g_assert_nonnull (fixture->sealed);
}

static void
fixture_init (Fixture *fixture, const Step *step)
{
  static const char *const other[] = { HOUSE_OTHER_ID, NULL };
  static const guint8 hash[32] = { 1 };
  HearthKeyring *keyring;
  g_autoptr (GError) error = NULL;

  fixture->house = house_new ();
  keyring = fixture->house->keyring;
  house_add_other (fixture->house);
  /* So that Bo is in the previous version, too. */
  g_assert_true (hearth_vault_store_anchor (fixture->house->folder, keyring, 1, hash, &error));
  fixture->password = house_prepare (fixture->house, HOUSE_OTHER_USER, NEW_PASSWORD);
  fixture->slots = house_list_slots (fixture->house, other);
  if (!step->is_after)
    seal (fixture);
  if (step->before != NULL)
    g_assert_true (step->before (fixture, &error));
  g_assert_no_error (error);
  if (step->is_after)
    seal (fixture);
  if (!step->is_after || hearth_keyring_use_next_house_key (keyring, mask_key_cb, fixture->key) != 0)
    hearth_keyring_use_house_key (keyring, mask_key_cb, fixture->key);
}

static void
fixture_clear (Fixture *fixture)
{
  house_free (fixture->house);
  hearth_new_password_free (fixture->password);
  g_ptr_array_unref (fixture->slots);
  g_bytes_unref (fixture->sealed);
}

static void
assert_opens_database (Fixture *fixture, HearthKeyring *keyring)
{
  guint8 present[HEARTH_HOUSE_KEY_BYTES], next[HEARTH_HOUSE_KEY_BYTES] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (keyring);
  g_assert_cmpint (hearth_keyring_use_house_key (keyring, mask_key_cb, present), ==, 0);
  hearth_keyring_use_next_house_key (keyring, mask_key_cb, next);
  g_assert_true (memcmp (present, fixture->key, sizeof present) == 0 ||
                 memcmp (next, fixture->key, sizeof next) == 0);
  text = hearth_keyring_open (keyring, "legal", CONTEXT, 1, fixture->sealed, fixture->commitment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, TEXT);
}

static void
assert_opens (Fixture *fixture)
{
  House *house = fixture->house;
  g_autoptr (HearthKeyring) anna = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, NULL);
  g_autoptr (HearthKeyring) with_old =
    hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, HOUSE_OTHER_PASSWORD, NULL);
  g_autoptr (HearthKeyring) with_new =
    hearth_vault_unlock (house->folder, HOUSE_OTHER_USER, NEW_PASSWORD, NULL);

  assert_opens_database (fixture, anna);
  /* One of the two, never both, never none. */
  g_assert_true ((with_old == NULL) != (with_new == NULL));
  assert_opens_database (fixture, with_old != NULL ? with_old : with_new);
}

/* With the newest version, and when that is lost. */
static void
assert_both_open (Fixture *fixture)
{
  assert_opens (fixture);
  house_write (fixture->house, "house.keys", NULL, 0);
  assert_opens (fixture);
}

/* --- failing -------------------------------------------------------------------------- */

static FaultCall
fail_once (const Step *step, guint nth, int code)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  FaultCall call;
  bool done;

  fixture_init (&fixture, step);
  faults_arm (nth, code);
  done = step->change (&fixture, &error);
  call = faults_disarm ();
  g_assert_cmpint (done, ==, call == FAULT_NONE);
  if (!done)
    {
      g_assert_error (error, HEARTH_VAULT_ERROR,
                      (code == ENOSPC ? HEARTH_VAULT_ERROR_FULL : HEARTH_VAULT_ERROR_IO));
      g_clear_error (&error);
      assert_opens (&fixture);
      /* With room on the disk again the same people can do it once more. */
      g_assert_true (step->change (&fixture, &error));
    }
  g_assert_no_error (error);
  assert_opens_database (&fixture, fixture.house->keyring);
  assert_both_open (&fixture);
  fixture_clear (&fixture);
  return call;
}

static void
test_fails (gconstpointer data)
{
  static const int codes[] = { ENOSPC, EIO };

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    for (guint nth = 1; fail_once (data, nth, codes[c]) != FAULT_NONE; nth++)
      ;
}

/* --- ending --------------------------------------------------------------------------- */

static bool
end_once (const Step *step, guint nth)
{
  Fixture fixture = { 0 };
  int status = 0;
  pid_t child;

  fixture_init (&fixture, step);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      faults_arm_end (nth);
      _exit (step->change (&fixture, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), !=, 1);
  assert_both_open (&fixture);
  fixture_clear (&fixture);
  return WEXITSTATUS (status) == FAULTS_ENDED;
}

static void
test_ends (gconstpointer data)
{
  guint nth = 1;

  while (end_once (data, nth))
    nth++;
  /* Two files, their names and the folder. */
  g_assert_cmpuint (nth, >, 6);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *fails = g_strconcat ("/vault/fails/", steps[i].path, NULL);
      g_autofree char *ends = g_strconcat ("/vault/ends/", steps[i].path, NULL);

      g_test_add_data_func (fails, &steps[i], test_fails);
      g_test_add_data_func (ends, &steps[i], test_ends);
    }
  return g_test_run ();
}
