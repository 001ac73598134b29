/* SPDX-License-Identifier: GPL-3.0-or-later
 * The people who sign in: an account is a record and a slot in the key file, both or neither.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "core/id.h"
#include "store/people-private.h"

#include <string.h>

/* --- holders ------------------------------------------------------------------------- */

void
hearth_holder_free (HearthHolder *holder)
{
  if (holder == NULL)
    return;
  g_free (holder->account);
  g_strfreev (holder->compartments);
  g_free (holder);
}

static HearthHolder *
holder_new (const HearthKeySlotInfo *slot)
{
  HearthHolder *holder = g_new0 (HearthHolder, 1);
  g_autoptr (GStrvBuilder) compartments = g_strv_builder_new ();

  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (hearth_slot_has_compartment (slot, hearth_compartments[i]))
      g_strv_builder_add (compartments, hearth_compartments[i]);
  holder->account = g_strdup (slot->is_recovery ? "" : slot->person);
  holder->is_recovery = slot->is_recovery;
  holder->first_password = slot->first_password;
  holder->compartments = g_strv_builder_end (compartments);
  return holder;
}

bool
hearth_store_reaches_holders (HearthStore *store, const char *compartment)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (compartment != NULL, false);

  return store->keyring != NULL && hearth_keyring_may_seal (store->keyring, compartment);
}

GPtrArray *
hearth_store_list_holders (HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  GPtrArray *holders;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  if (!hearth_store_check_open (store, error))
    return NULL;
  slots = hearth_vault_list_slots (store->folder, store->keyring, error);
  if (slots == NULL)
    return NULL;
  holders = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_holder_free);
  for (guint i = 0; i < slots->len; i++)
    g_ptr_array_add (holders, holder_new (g_ptr_array_index (slots, i)));
  return holders;
}

/* --- what all of it needs --------------------------------------------------------------- */

static bool
check_may_manage (HearthStore *store, GError **error)
{
  if (!hearth_store_check_open (store, error))
    return false;
  if (hearth_policy_may_do (store->policy, HEARTH_ACTION_MANAGE_ACCOUNTS))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "accounts");
  return false;
}

static bool
check_not_own (HearthStore *store, const char *person, GError **error)
{
  if (!g_str_equal (person, hearth_store_get_person_id (store)))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "one's own account");
  return false;
}

static bool
check_held (HearthStore *store, const char *const *compartments, GError **error)
{
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (store->db, store->keyring, error);

  if (history == NULL)
    return false;
  for (gsize i = 0; compartments[i] != NULL; i++)
    if (!hearth_store_holds (store, history, compartments[i]))
      {
        g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_HELD, compartments[i]);
        return false;
      }
  return true;
}

/* Ends the batch that is under way. */
static bool
end_batch (HearthStore *store, bool ok, GError **error)
{
  if (ok && hearth_store_commit (store, error))
    return true;
  if (store->in_batch)
    hearth_store_roll_back (store);
  return false;
}

static bool
add_person_audit (HearthStore *store,
                  const char *action,
                  const char *person,
                  const char *reason,
                  GError **error)
{
  return hearth_store_add_key_audit (store,
                                     (HearthAuditEntry) {
                                       .action = action, .type = "person", .id = person, .reason = reason },
                                     error);
}

/* The rows of keys that were passed on to @person. */
static bool
add_grants (HearthStore *store, const char *person, const char *const *compartments, GError **error)
{
  for (gsize i = 0; compartments[i] != NULL; i++)
    if (!hearth_store_add_compartment_audit (store, "grant", person, compartments[i], NULL, error))
      return false;
  return true;
}

/* --- adding ------------------------------------------------------------------------------- */

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
          const char *id,
          const HearthNewPassword *password,
          const char *const *compartments,
          GError **error)
{
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];
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
  return added && hearth_store_add_person_keys (store, id, signing, sealing, error) &&
         add_grants (store, id, compartments, error);
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
  if (!check_may_manage (store, error) || !check_held (store, compartments, error) ||
      !hearth_store_begin (store, error))
    return false;
  id = hearth_id_new ();
  hearth_record_set (account, "id", id);
  saved = hearth_store_save (store, account, NULL, problems, error);
  if (end_batch (store, saved && add_slot (store, id, password, compartments, error), error))
    return true;
  if (saved)
    remove_slot (store, id);
  hearth_record_set (account, "id", NULL);
  return false;
}

/* --- a lost password -------------------------------------------------------------------------- */

/* Of what the audit knows that @person held, what can be given again. NULL-ended; NULL on error. */
static char **
list_given_again (HearthStore *store, const char *person, GError **error)
{
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (store->db, store->keyring, error);
  g_autoptr (GStrvBuilder) again = g_strv_builder_new ();

  if (history == NULL)
    return NULL;
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (hearth_key_history_is_member (history, person, hearth_compartments[i]) &&
        hearth_store_holds (store, history, hearth_compartments[i]))
      g_strv_builder_add (again, hearth_compartments[i]);
  return g_strv_builder_end (again);
}

/* So that the account tells of it: whoever gave the password knows it, and rules may ask somebody else to agree. */
static bool
note_password_given (HearthStore *store, const char *id, GPtrArray **problems, GError **error)
{
  g_autoptr (HearthRecord) live = hearth_store_load (store, id, error);
  g_autoptr (HearthRecord) account = live != NULL ? hearth_record_copy (live) : NULL;
  g_autofree char *now = hearth_clock_stamp (store->clock);

  if (account == NULL)
    return false;
  hearth_record_set (account, "password_given", now);
  return hearth_store_save (store, account, NULL, problems, error);
}

static bool
reset (HearthStore *store, const char *id, HearthNewPassword *password, GError **error)
{
  g_auto (GStrv) again = list_given_again (store, id, error);
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];

  return again != NULL &&
         hearth_vault_reset_person (store->folder, store->keyring, id, password, (const char *const *) again,
                                    signing, sealing, error) &&
         hearth_store_add_person_keys (store, id, signing, sealing, error) &&
         add_person_audit (store, "reset", id, NULL, error) &&
         add_grants (store, id, (const char *const *) again, error);
}

bool
hearth_store_reset_account (HearthStore *store,
                            HearthRecord *account,
                            HearthNewPassword *password,
                            GPtrArray **problems,
                            GError **error)
{
  const char *id;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (account) && hearth_record_get_revision (account) > 0, false);
  g_return_val_if_fail (!store->in_batch, false);
  g_return_val_if_fail (hearth_new_password_is_for (password, hearth_record_get (account, "user")), false);

  if (problems != NULL)
    *problems = NULL;
  id = hearth_record_get_id (account);
  return check_may_manage (store, error) && check_not_own (store, id, error) &&
         hearth_store_begin (store, error) &&
         end_batch (store,
                    note_password_given (store, id, problems, error) && reset (store, id, password, error),
                    error);
}

/* --- leaving ------------------------------------------------------------------------------------ */

static bool
take_out (HearthStore *store, HearthRecord *account, const char *reason, GPtrArray **problems, GError **error)
{
  const char *id = hearth_record_get_id (account);

  return hearth_store_save (store, account, reason, problems, error) &&
         add_person_audit (store, "remove", id, reason, error) &&
         hearth_vault_remove_person (store->folder, store->keyring, id, error);
}

bool
hearth_store_remove_account (HearthStore *store,
                             HearthRecord *account,
                             const char *reason,
                             GPtrArray **problems,
                             GError **error)
{
  g_autofree char *active = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (account) && hearth_record_get_revision (account) > 0, false);
  g_return_val_if_fail (!store->in_batch, false);

  if (problems != NULL)
    *problems = NULL;
  if (!check_may_manage (store, error) || !check_not_own (store, hearth_record_get_id (account), error) ||
      !hearth_store_begin (store, error))
    return false;
  active = g_strdup (hearth_record_get (account, "active"));
  hearth_record_set (account, "active", "no");
  if (end_batch (store, take_out (store, account, reason, problems, error), error))
    return true;
  hearth_record_set (account, "active", active);
  return false;
}

bool
hearth_store_wants_rotation (HearthStore *store)
{
  gint64 gone = 0;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);

  if (!hearth_store_check_open (store, NULL))
    return false;
  if (!hearth_db_query_int64 (store->db,
                              "SELECT count(*) FROM audit WHERE action IN ('remove', 'new-sheet') AND "
                              "sequence > (SELECT coalesce (max (sequence), 0) FROM audit WHERE action = "
                              "'rotation')",
                              &gone, &error))
    g_warning ("asking who has gone: %s", error->message);
  return gone > 0;
}

/* --- the recovery sheet --------------------------------------------------------------------------- */

static bool
replace_sheet (HearthStore *store, HearthRecoverySheet **sheet, GError **error)
{
  g_autofree char *old = g_strdup (hearth_keyring_get_recovery_id (store->keyring));
  g_autofree char *new = NULL;
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (store->db, store->keyring, error);
  g_auto (GStrv) held = NULL;
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];

  if (history == NULL)
    return false;
  held = hearth_store_list_held (store, history, hearth_compartments);
  return hearth_vault_replace_sheet (store->folder, store->keyring, sheet, &new, signing, sealing, error) &&
         hearth_store_add_person_keys (store, new, signing, sealing, error) &&
         add_grants (store, new, (const char *const *) held, error) &&
         add_person_audit (store, "new-sheet", old, NULL, error);
}

bool
hearth_store_replace_sheet (HearthStore *store, HearthRecoverySheet **sheet, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (sheet != NULL, false);
  g_return_val_if_fail (!store->in_batch, false);

  *sheet = NULL;
  if (!check_may_manage (store, error) || !hearth_store_begin (store, error))
    return false;
  if (!end_batch (store, replace_sheet (store, sheet, error), error))
    {
      g_clear_pointer (sheet, hearth_recovery_sheet_free);
      return false;
    }
  hearth_store_follow_keys (store);
  g_signal_emit_by_name (store, "keys-changed");
  return true;
}
