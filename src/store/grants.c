/* SPDX-License-Identifier: GPL-3.0-or-later
 * Giving and taking the keys of compartments.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/people-private.h"

/* "" stands for the recovery sheet. */
static const char *
get_person (HearthStore *store, const char *account)
{
  return *account != '\0' ? account : hearth_keyring_get_recovery_id (store->keyring);
}

static bool
fail (HearthStoreError code, const char *words, GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, (int) code, words);
  return false;
}

/* --- giving --------------------------------------------------------------------------- */

/* The slot that the key is given to: one whose public key is that of the person, by the audit. */
static const HearthKeySlotInfo *
find_receiver (const HearthKeyHistory *history, GPtrArray *slots, const char *person, GError **error)
{
  const HearthKeySlotInfo *slot = hearth_slots_lookup (slots, person);

  if (slot != NULL && slot->first_password)
    {
      fail (HEARTH_STORE_ERROR_FIRST_PASSWORD, person, error);
      return NULL;
    }
  if (slot != NULL && hearth_slot_is_known (slot, history))
    return slot;
  fail (slot == NULL ? HEARTH_STORE_ERROR_NOT_FOUND : HEARTH_STORE_ERROR_DENIED, person, error);
  return NULL;
}

static bool
note (HearthStore *store,
      const char *action,
      const char *person,
      const char *compartment,
      const char *words,
      GError **error)
{
  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store,
                                  hearth_store_add_compartment_audit (store, action, person, compartment,
                                                                      words, error),
                                  error);
}

bool
hearth_store_grant (HearthStore *store, const char *account, const char *compartment, GError **error)
{
  g_autoptr (HearthKeyHistory) history = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  const HearthKeySlotInfo *slot;
  bool is_member;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && account != NULL, false);
  g_return_val_if_fail (g_strv_contains (hearth_compartments, compartment), false);
  g_return_val_if_fail (!store->in_batch, false);

  if (!hearth_store_check_open (store, error))
    return false;
  history = hearth_key_history_read (store->db, store->keyring, error);
  slots = history != NULL ? hearth_vault_list_slots (store->folder, store->keyring, error) : NULL;
  if (slots == NULL)
    return false;
  if (!hearth_store_holds (store, history, compartment))
    return fail (HEARTH_STORE_ERROR_NOT_HELD, compartment, error);
  slot = find_receiver (history, slots, get_person (store, account), error);
  if (slot == NULL)
    return false;
  is_member = hearth_key_history_is_member (history, slot->person, compartment);
  if (is_member && hearth_slot_has_compartment (slot, compartment))
    return true;
  /* First the row: a key that nobody is known to have given would be taken for somebody's own. */
  if (!is_member && !note (store, "grant", slot->person, compartment, NULL, error))
    return false;
  if (hearth_vault_grant (store->folder, store->keyring, slot->person, slot->sealing_key, compartment, error))
    {
      hearth_store_follow_keys (store);
      g_signal_emit_by_name (store, "keys-changed");
      return true;
    }
  if (!is_member && !note (store, "revoke", slot->person, compartment, NULL, NULL))
    g_message ("the key of %s was noted as given to %s, and was not", compartment, slot->person);
  return false;
}

/* --- taking ------------------------------------------------------------------------------ */

static bool
may_take (HearthStore *store, const char *person, const char *compartment)
{
  return g_str_equal (person, hearth_store_get_person_id (store)) ||
         hearth_keyring_has_compartment (store->keyring, compartment) ||
         hearth_policy_may_do (store->policy, HEARTH_ACTION_MANAGE_ACCOUNTS);
}

/* The recovery sheet is no person who could use the key. */
static bool
is_last (GPtrArray *slots, const char *person, const char *compartment)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const HearthKeySlotInfo *slot = g_ptr_array_index (slots, i);

      if (!slot->is_recovery && !g_str_equal (slot->person, person) &&
          hearth_slot_has_compartment (slot, compartment))
        return false;
    }
  return true;
}

static bool
take (HearthStore *store, const char *person, const char *compartment, const char *reason, GError **error)
{
  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store,
                                  hearth_store_add_compartment_audit (store, "revoke", person, compartment,
                                                                      reason, error) &&
                                    hearth_vault_revoke (store->folder, store->keyring, person, compartment,
                                                         error),
                                  error);
}

/* The key is taken already; what cannot be sealed anew now is when the next holder signs in. */
static void
renew (HearthStore *store, const char *person, const char *compartment)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (person, hearth_store_get_person_id (store)))
    hearth_keyring_drop_compartment (store->keyring, compartment);
  else if (hearth_keyring_has_compartment (store->keyring, compartment) &&
           !hearth_store_renew (store, compartment, &error))
    g_message ("the key of %s is to be replaced later: %s", compartment, error->message);
  hearth_store_reread (store);
}

bool
hearth_store_revoke (HearthStore *store,
                     const char *account,
                     const char *compartment,
                     const char *reason,
                     GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  const HearthKeySlotInfo *slot;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && account != NULL, false);
  g_return_val_if_fail (g_strv_contains (hearth_compartments, compartment), false);
  g_return_val_if_fail (!store->in_batch, false);

  if (!hearth_store_check_open (store, error))
    return false;
  if (*account == '\0' || !may_take (store, account, compartment))
    return fail (HEARTH_STORE_ERROR_DENIED, compartment, error);
  slots = hearth_vault_list_slots (store->folder, store->keyring, error);
  slot = slots != NULL ? hearth_slots_lookup (slots, account) : NULL;
  if (slots == NULL)
    return false;
  if (slot == NULL || !hearth_slot_has_compartment (slot, compartment))
    return true;
  if (slot->is_recovery)
    return fail (HEARTH_STORE_ERROR_DENIED, compartment, error);
  if (is_last (slots, account, compartment))
    return fail (HEARTH_STORE_ERROR_LAST_HOLDER, compartment, error);
  if (!take (store, account, compartment, reason, error))
    return false;
  renew (store, account, compartment);
  g_signal_emit_by_name (store, "keys-changed");
  return true;
}
