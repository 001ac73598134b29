/* SPDX-License-Identifier: GPL-3.0-or-later
 * People who sign in: an account is a record and a slot in the key file, both or neither.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "core/id.h"
#include "core/problem.h"
#include "store/people.h"
#include "store/store-private.h"
#include "vault/normalise.h"
#include "vault/vault.h"

/* Sign-in names that a person would take for the same are the same. */
bool
hearth_store_check_user (HearthStore *store,
                         HearthRecord *account,
                         HearthRecord *before,
                         GPtrArray *problems,
                         GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;
  g_autofree char *user = NULL;
  g_autofree char *user_before = NULL;
  HearthStep step;

  if (!g_str_equal (hearth_record_get_record_type (account)->name, "account"))
    return true;
  user = hearth_name_normalise (hearth_record_get (account, "user"));
  /* The key slot was made with it, and only its person's password could make another. */
  if (before != NULL)
    user_before = hearth_name_normalise (hearth_record_get (before, "user"));
  if (before != NULL && g_strcmp0 (user, user_before) != 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_READ_ONLY, "user", NULL);
  statement = hearth_db_prepare (store->db, "SELECT user FROM account WHERE id <> ?1", error);
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, hearth_record_get_id (account));
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autofree char *other = hearth_name_normalise (hearth_statement_get_text (statement, 0));

      if (user != NULL && g_strcmp0 (user, other) == 0 && hearth_problems_lookup (problems, "user") == NULL)
        hearth_problems_add (problems, HEARTH_PROBLEM_NOT_UNIQUE, "user", NULL);
    }
  return step == HEARTH_STEP_DONE;
}

/* Whether the house knows nobody of this @id. */
static bool
is_nobody (HearthStore *store, const char *id, bool *nobody, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "SELECT 1 FROM account WHERE id = ?1", error);
  HearthStep step;

  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, id);
  step = hearth_statement_step (statement, error);
  *nobody = step == HEARTH_STEP_DONE;
  return step != HEARTH_STEP_ERROR;
}

/* A program that was ended between the slot and its account leaves a key that opens nothing, and that the same name
 * and password could never get past. */
static bool
remove_slots_of_nobody (HearthStore *store, GError **error)
{
  g_auto (GStrv) people = hearth_vault_list_people (store->folder, store->keyring, error);

  if (people == NULL)
    return false;
  for (guint i = 0; people[i] != NULL; i++)
    {
      bool nobody;

      if (!is_nobody (store, people[i], &nobody, error) ||
          (nobody && !hearth_vault_remove_person (store->folder, store->keyring, people[i], error)))
        return false;
    }
  return true;
}

static bool
add_slot (HearthStore *store,
          HearthRecord *account,
          const HearthNewPassword *password,
          const char *const *compartments,
          GError **error)
{
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
  const char *id = hearth_record_get_id (account);
  g_autoptr (GError) local_error = NULL;
  bool added;

  added = hearth_vault_add_person (store->folder, store->keyring, id, password, compartments, signing,
                                   sealing, &local_error);
  /* No account has this sign-in name: that was looked at with the save. */
  if (!added && g_error_matches (local_error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_TAKEN))
    {
      g_clear_error (&local_error);
      added = remove_slots_of_nobody (store, &local_error) &&
              hearth_vault_add_person (store->folder, store->keyring, id, password, compartments, signing,
                                       sealing, &local_error);
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return added && hearth_store_add_person_keys (store, id, signing, sealing, error);
}

static void
remove_slot (HearthStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;

  /* What is left then is a key without an account, which opens nothing: see load_account () in store.c. */
  if (!hearth_vault_remove_person (store->folder, store->keyring, id, &error))
    g_warning ("the key slot of %s stays: %s", id, error->message);
}

bool
hearth_store_add_account (HearthStore *store,
                          HearthRecord *account,
                          HearthNewPassword *password,
                          const char *const *compartments,
                          GPtrArray **problems,
                          GError **error)
{
  g_autofree char *id = NULL;
  bool saved;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (account) && hearth_record_get_revision (account) == 0, false);
  g_return_val_if_fail (!store->in_batch, false);
  g_return_val_if_fail (hearth_new_password_is_for (password, hearth_record_get (account, "user")), false);

  if (problems != NULL)
    *problems = NULL;
  if (!hearth_policy_may_do (store->policy, HEARTH_ACTION_MANAGE_ACCOUNTS))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "accounts");
      return false;
    }
  if (!hearth_store_begin (store, error))
    return false;
  id = hearth_id_new ();
  hearth_record_set (account, "id", id);
  saved = hearth_store_save (store, account, NULL, problems, error);
  if (saved && add_slot (store, account, password, compartments, error) && hearth_store_commit (store, error))
    return true;
  if (saved)
    remove_slot (store, id);
  if (store->in_batch)
    hearth_store_roll_back (store);
  hearth_record_set (account, "id", NULL);
  return false;
}
