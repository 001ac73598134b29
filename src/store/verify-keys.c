/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checking who has which keys: what the audit says of it, and whether the key file says the same.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/people-private.h"
#include "store/verify-private.h"

#include <glib/gi18n-lib.h>

static void
find (HearthVerify *verify, gint64 sequence, const char *format, const char *place, const char *value)
{
  g_autoptr (GString) sentence = g_string_new (format);

  g_string_replace (sentence, place, value, 0);
  hearth_verification_take_finding (verify->result, "keys", sequence,
                                    g_string_free_and_steal (g_steal_pointer (&sentence)));
}

static void
check_rows (HearthVerify *verify, const HearthKeyHistory *history)
{
  const GArray *refused = hearth_key_history_get_refused (history);

  for (guint i = 0; i < refused->len; i++)
    {
      gint64 sequence = g_array_index (refused, gint64, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sequence);

      find (verify, sequence,
            _ ("Row {row} of the audit gives or replaces a key, and who wrote it could not do that."),
            "{row}", number);
    }
}

static void
check_slot (HearthVerify *verify, const HearthKeyHistory *history, const HearthKeySlotInfo *slot)
{
  if (!hearth_slot_is_of_its_person (slot, history))
    {
      find (verify, 0,
            _ ("The key file has keys for somebody ({person}) of whom the audit does not know them. Such "
               "keys "
               "get nothing new; look through the accounts."),
            "{person}", slot->person);
      return;
    }
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (hearth_slot_has_compartment (slot, hearth_compartments[i]) &&
        !hearth_key_history_is_member (history, slot->person, hearth_compartments[i]))
      {
        find (verify, 0,
              _ ("The key file gives somebody ({person}) a key that nobody is known to have given to them."),
              "{person}", slot->person);
        return;
      }
}

/* Where the key is held: what is sealed to another letterbox than its own reaches nobody, or who wrote it down alone. */
static void
check_letterbox (HearthVerify *verify, const HearthKeyHistory *history, const char *compartment)
{
  guint8 commitment[HEARTH_HASH_BYTES], letterbox[HEARTH_PUBLIC_KEY_BYTES];
  unsigned int epoch;

  if (hearth_keyring_get_commitment (verify->keyring, compartment, commitment) &&
      hearth_key_history_is_present (history, compartment, commitment) &&
      hearth_key_history_get_letterbox (history, compartment, &epoch, letterbox) &&
      !hearth_store_has_good_letterbox (verify->keyring, history, compartment))
    find (verify, 0,
          _ ("The letterbox written down for {compartment} is not that of its key. It is put right when "
             "somebody signs in who holds the key."),
          "{compartment}", compartment);
}

bool
hearth_verify_keys (HearthVerify *verify, GError **error)
{
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (verify->db, verify->keyring, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) slots = NULL;

  if (history == NULL)
    return false;
  check_rows (verify, history);
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    check_letterbox (verify, history, hearth_compartments[i]);
  slots = hearth_vault_list_slots (verify->folder, verify->keyring, &local_error);
  if (slots == NULL)
    find (verify, 0, _ ("The key file could not be looked through ({words})."), "{words}",
          local_error->message);
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    check_slot (verify, history, g_ptr_array_index (slots, i));
  return true;
}
