/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is due when somebody has signed in: new keys for compartments that somebody has left, and notes for a new sheet.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/people-private.h"

#include <string.h>

/* --- a compartment's key -------------------------------------------------------------- */

/* Who is to have the new key: who was given the present one, with the public key that the audit knows, and no longer with a
 * password that somebody else knows. */
static GPtrArray *
list_rightful (HearthStore *store, const HearthKeyHistory *history, const char *compartment, GError **error)
{
  GPtrArray *slots = hearth_vault_list_slots (store->folder, store->keyring, error);

  for (guint i = slots != NULL ? slots->len : 0; i > 0; i--)
    {
      const HearthKeySlotInfo *slot = g_ptr_array_index (slots, i - 1);

      if (slot->first_password || !hearth_slot_has_compartment (slot, compartment) ||
          !hearth_slot_is_of_its_person (slot, history) ||
          !hearth_key_history_is_member (history, slot->person, compartment))
        g_ptr_array_remove_index (slots, i - 1);
    }
  return slots;
}

/* Members who have no key any more, because something was interrupted, are none afterwards. */
static bool
forget_absent (HearthStore *store,
               const HearthKeyHistory *history,
               const char *compartment,
               GPtrArray *slots,
               GError **error)
{
  g_autoptr (GPtrArray) members = hearth_key_history_list_members (history, compartment);

  for (guint i = 0; i < members->len; i++)
    {
      const char *person = g_ptr_array_index (members, i);

      if (hearth_slots_lookup (slots, person) == NULL &&
          !hearth_store_add_compartment_audit (store, "revoke", person, compartment, NULL, error))
        return false;
    }
  return true;
}

typedef struct {
  HearthKeyring *keyring;
  const char *compartment;
} Renewal;

static GBytes *
reseal_value (const HearthSealedValue *value, gpointer user_data, gint64 *epoch, GError **error)
{
  const Renewal *renewal = user_data;

  *epoch = hearth_keyring_get_compartment_epoch (renewal->keyring, renewal->compartment);
  return hearth_keyring_reseal (renewal->keyring, renewal->compartment, value->context,
                                (guint64) value->number, (guint64) value->number + 1, value->sealed,
                                g_bytes_get_data (value->commitment, NULL), error);
}

static bool
seal_anew (HearthStore *store,
           const HearthKeyHistory *history,
           const char *compartment,
           GPtrArray *slots,
           GError **error)
{
  Renewal renewal = { store->keyring, compartment };

  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store,
                                  hearth_store_reseal (store, compartment, reseal_value, &renewal, error) &&
                                    hearth_store_reseal_attachments (store, compartment, error) &&
                                    hearth_store_add_compartment_key (store, compartment, error) &&
                                    forget_absent (store, history, compartment, slots, error),
                                  error);
}

/* Whether the key before the new one is the one that everything is sealed with. */
static bool
check_before (HearthStore *store, const HearthKeyHistory *history, const char *compartment, GError **error)
{
  guint8 commitment[HEARTH_HASH_BYTES];

  if (hearth_keyring_get_commitment_before (store->keyring, compartment, commitment) &&
      hearth_key_history_is_present (history, compartment, commitment))
    return true;
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_HELD, "%s", compartment);
  return false;
}

bool
hearth_store_renew (HearthStore *store, const char *compartment, GError **error)
{
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (store->db, store->keyring, error);
  g_autoptr (GPtrArray) slots = history != NULL ? list_rightful (store, history, compartment, error) : NULL;
  guint8 commitment[HEARTH_HASH_BYTES];

  if (slots == NULL)
    return false;
  /* What somebody else writes of a new key nobody believes. */
  if (!hearth_store_holds (store, history, compartment))
    {
      g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_HELD, "%s", compartment);
      return false;
    }
  if (!hearth_vault_begin_renewal (store->folder, store->keyring, compartment, slots, error))
    return false;
  if (hearth_keyring_get_commitment (store->keyring, compartment, commitment) &&
      hearth_key_history_is_present (history, compartment, commitment))
    return hearth_vault_finish_renewal (store->folder, store->keyring, compartment, error);
  if (check_before (store, history, compartment, error) &&
      seal_anew (store, history, compartment, slots, error))
    {
      hearth_store_follow_keys (store);
      return hearth_vault_finish_renewal (store->folder, store->keyring, compartment, error);
    }
  /* Whether the change is on the disk is not always known: the next sign-in looks which of the two keys it is, and until
   * then neither is used. */
  hearth_keyring_drop_compartment (store->keyring, compartment);
  return false;
}

/* --- notes of an author ------------------------------------------------------------------ */

typedef struct {
  HearthKeyring *keyring; /* opens them */
  const HearthKeyHistory *history;
  guint8 sheet[HEARTH_PUBLIC_KEY_BYTES];
  bool looking; /* whether there is any to be sealed anew; nothing is changed */
  bool any;
} Notes;

/* Whether @value was sealed to whom its record names as the author: the record says so to everybody with the house key, who
 * could have written another name there for the sheet to seal the note to. */
static bool
is_of_its_author (const Notes *notes, const HearthSealedValue *value)
{
  g_autoptr (GPtrArray) keys = hearth_key_history_list_sealing_keys (notes->history, value->author);

  for (guint i = 0; i < keys->len; i++)
    if (hearth_sealed_is_for (value->sealed, g_bytes_get_data (g_ptr_array_index (keys, i), NULL),
                              notes->sheet))
      return true;
  return false;
}

/* Whether the keyring opens the notes of @author, and where they are to be sealed to. */
static bool
find_author_key (const Notes *notes, const char *author, guint8 key[HEARTH_PUBLIC_KEY_BYTES])
{
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES];

  if (hearth_keyring_is_recovery (notes->keyring)
        ? !hearth_key_history_is_vouched_for (notes->history, author)
        : !g_str_equal (author, hearth_keyring_get_person_id (notes->keyring)))
    return false;
  return hearth_key_history_get_keys (notes->history, author, signing, key);
}

static GBytes *
reseal_note (const HearthSealedValue *value, gpointer user_data, gint64 *epoch, GError **error)
{
  Notes *notes = user_data;
  guint8 key[HEARTH_PUBLIC_KEY_BYTES];
  g_autoptr (GError) local_error = NULL;
  GBytes *sealed;

  if (!find_author_key (notes, value->author, key) ||
      hearth_sealed_is_for (value->sealed, key, notes->sheet) ||
      (hearth_keyring_is_recovery (notes->keyring) && !is_of_its_author (notes, value)))
    return NULL;
  notes->any = true;
  if (notes->looking)
    return NULL;
  sealed = hearth_keyring_reseal_for_author (notes->keyring, key, value->context, (guint64) value->number,
                                             (guint64) value->number + 1, value->sealed,
                                             g_bytes_get_data (value->commitment, NULL), &local_error);
  /* Sealed for keys that were lost: only the other one of author and sheet opens it. */
  if (sealed == NULL && !g_error_matches (local_error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return sealed;
}

bool
hearth_store_reseal_notes (HearthStore *store,
                           HearthKeyring *keyring,
                           const HearthKeyHistory *history,
                           GError **error)
{
  Notes notes = { .keyring = keyring, .history = history, .looking = true };
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES];

  if (!hearth_key_history_knows_sheet (history, store->keyring))
    return true;
  hearth_keyring_get_recovery_public_keys (store->keyring, signing, notes.sheet);
  if (!hearth_store_reseal (store, HEARTH_COMPARTMENT_AUTHOR, reseal_note, &notes, error))
    return false;
  if (!notes.any)
    return true;
  notes.looking = false;
  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store,
                                  hearth_store_reseal (store, HEARTH_COMPARTMENT_AUTHOR, reseal_note, &notes,
                                                       error),
                                  error);
}

/* --- at sign-in ----------------------------------------------------------------------------- */

/* What the audit says the sheet was given and its slot does not have: giving it was interrupted. */
static bool
complete_sheet (HearthStore *store, const HearthKeyHistory *history, const char *compartment, GError **error)
{
  const char *sheet = hearth_keyring_get_recovery_id (store->keyring);
  g_autoptr (GPtrArray) slots = hearth_vault_list_slots (store->folder, store->keyring, error);
  const HearthKeySlotInfo *slot = slots != NULL ? hearth_slots_lookup (slots, sheet) : NULL;

  if (slots == NULL)
    return false;
  if (slot == NULL || hearth_slot_has_compartment (slot, compartment) ||
      !hearth_slot_is_known (slot, history) || !hearth_key_history_is_member (history, sheet, compartment))
    return true;
  return hearth_vault_grant (store->folder, store->keyring, sheet, slot->sealing_key, compartment, error);
}

bool
hearth_store_tend_keys (HearthStore *store, GError **error)
{
  g_autoptr (HearthKeyHistory) history = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (!store->in_batch, false);

  if (!hearth_store_check_open (store, error))
    return false;
  /* Who gave the password could open what is sealed now. */
  if (hearth_keyring_has_first_password (store->keyring))
    return true;
  history = hearth_key_history_read (store->db, store->keyring, error);
  if (history == NULL)
    return false;
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    {
      const char *compartment = hearth_compartments[i];

      if (!hearth_store_holds (store, history, compartment))
        continue;
      if (!complete_sheet (store, history, compartment, error))
        return false;
      if (hearth_vault_wants_renewal (store->folder, store->keyring, compartment)
            ? !hearth_store_renew (store, compartment, error)
            : !hearth_store_tend_letterbox (store, history, compartment, error))
        return false;
    }
  return hearth_store_reseal_notes (store, store->keyring, history, error);
}
