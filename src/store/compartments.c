/* SPDX-License-Identifier: GPL-3.0-or-later
 * The keys of compartments: which are the house's, and whose they are.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/people-private.h"

#include <string.h>

#define COMPARTMENT_TYPE "compartment"

/* --- rows --------------------------------------------------------------------------- */

bool
hearth_store_add_compartment_audit (HearthStore *store,
                                    const char *action,
                                    const char *person,
                                    const char *compartment,
                                    const char *words,
                                    GError **error)
{
  bool has_words = words != NULL && *words != '\0';
  g_autofree char *reason = has_words ? g_strconcat (compartment, ": ", words, NULL) : g_strdup (compartment);

  return hearth_store_add_key_audit (store,
                                     (HearthAuditEntry) { .action = action,
                                                          .type = COMPARTMENT_TYPE,
                                                          .id = person,
                                                          .reason = reason },
                                     error);
}

/* About the present key of @compartment. */
static bool
add_about_key (HearthStore *store,
               const char *action,
               const char *compartment,
               const guint8 *after,
               GError **error)
{
  return hearth_store_add_key_audit (store,
                                     (HearthAuditEntry) {
                                       .action = action,
                                       .type = COMPARTMENT_TYPE,
                                       .revision =
                                         hearth_keyring_get_compartment_epoch (store->keyring, compartment),
                                       .after = after,
                                       .reason = compartment },
                                     error);
}

static bool
add_letterbox (HearthStore *store, const char *compartment, GError **error)
{
  guint8 letterbox[HEARTH_PUBLIC_KEY_BYTES];

  return !hearth_keyring_get_own_letterbox (store->keyring, compartment, letterbox) ||
         add_about_key (store, "letterbox", compartment, letterbox, error);
}

bool
hearth_store_add_compartment_key (HearthStore *store, const char *compartment, GError **error)
{
  guint8 commitment[HEARTH_HASH_BYTES];

  return !hearth_keyring_get_commitment (store->keyring, compartment, commitment) ||
         (add_about_key (store, "compartment-key", compartment, commitment, error) &&
          add_letterbox (store, compartment, error));
}

bool
hearth_store_add_first_compartments (HearthStore *store, GError **error)
{
  const char *sheet = hearth_keyring_get_recovery_id (store->keyring);

  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (!hearth_store_add_compartment_key (store, hearth_compartments[i], error) ||
        !hearth_store_add_compartment_audit (store, "grant", sheet, hearth_compartments[i], NULL, error))
      return false;
  return true;
}

/* --- holding ----------------------------------------------------------------------------- */

bool
hearth_store_holds (HearthStore *store, const HearthKeyHistory *history, const char *compartment)
{
  return hearth_keyring_has_compartment (store->keyring, compartment) &&
         hearth_key_history_is_member (history, hearth_store_get_person_id (store), compartment);
}

char **
hearth_store_list_held (HearthStore *store, const HearthKeyHistory *history, const char *const *among)
{
  g_autoptr (GStrvBuilder) held = g_strv_builder_new ();

  for (gsize i = 0; among[i] != NULL; i++)
    if (hearth_store_holds (store, history, among[i]))
      g_strv_builder_add (held, among[i]);
  return g_strv_builder_end (held);
}

/* --- slots ---------------------------------------------------------------------------- */

const HearthKeySlotInfo *
hearth_slots_lookup (GPtrArray *slots, const char *person)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const HearthKeySlotInfo *slot = g_ptr_array_index (slots, i);

      if (g_str_equal (slot->person, person))
        return slot;
    }
  return NULL;
}

bool
hearth_slot_has_compartment (const HearthKeySlotInfo *slot, const char *compartment)
{
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (g_str_equal (hearth_compartments[i], compartment))
      return (slot->compartments & (1u << i)) != 0;
  return false;
}

static bool
has_keys (const HearthKeySlotInfo *slot, const guint8 *signing, const guint8 *sealing)
{
  return memcmp (slot->signing_key, signing, HEARTH_PUBLIC_KEY_BYTES) == 0 &&
         memcmp (slot->sealing_key, sealing, HEARTH_PUBLIC_KEY_BYTES) == 0;
}

bool
hearth_slot_is_known (const HearthKeySlotInfo *slot, const HearthKeyHistory *history)
{
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];

  return hearth_key_history_get_keys (history, slot->person, signing, sealing) &&
         has_keys (slot, signing, sealing);
}

bool
hearth_slot_is_of_its_person (const HearthKeySlotInfo *slot, const HearthKeyHistory *history)
{
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES], sealing[HEARTH_PUBLIC_KEY_BYTES];

  return hearth_slot_is_known (slot, history) ||
         (hearth_key_history_get_chosen_keys (history, slot->person, signing, sealing) &&
          has_keys (slot, signing, sealing));
}

/* --- at sign-in ------------------------------------------------------------------------- */

/* A renewal that the database knows nothing of was interrupted, or is somebody's own: what is kept is sealed with the key
 * before, and nothing with the new one. */
static bool
go_back (HearthStore *store, const HearthKeyHistory *history, const char *compartment)
{
  guint8 commitment[HEARTH_HASH_BYTES];
  g_autoptr (GError) error = NULL;

  if (!hearth_keyring_get_commitment_before (store->keyring, compartment, commitment) ||
      !hearth_key_history_is_present (history, compartment, commitment))
    return false;
  if (hearth_vault_cancel_renewal (store->folder, store->keyring, compartment, &error))
    return true;
  g_message ("the new key of %s stays unused: %s", compartment, error->message);
  return false;
}

/* Whether the key of @compartment is the house's, and came to the person from one who had it. */
static bool
is_rightful (HearthStore *store, const HearthKeyHistory *history, const char *compartment)
{
  guint8 commitment[HEARTH_HASH_BYTES];

  if (!hearth_keyring_get_commitment (store->keyring, compartment, commitment))
    return true;
  return hearth_key_history_is_member (history, hearth_store_get_person_id (store), compartment) &&
         (hearth_key_history_is_present (history, compartment, commitment) ||
          go_back (store, history, compartment));
}

static void
use_sheet (HearthStore *store, const HearthKeyHistory *history)
{
  hearth_keyring_use_sheet (store->keyring, hearth_key_history_knows_sheet (history, store->keyring));
}

/* Whatever the audit says: one that nobody vouches for is not used. */
static void
use_letterboxes (HearthStore *store, const HearthKeyHistory *history)
{
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    {
      guint8 letterbox[HEARTH_PUBLIC_KEY_BYTES];
      unsigned int epoch = 0;
      bool known = hearth_key_history_get_letterbox (history, hearth_compartments[i], &epoch, letterbox);

      hearth_keyring_set_letterbox (store->keyring, hearth_compartments[i], epoch, known ? letterbox : NULL);
    }
}

char **
hearth_store_check_keys (HearthStore *store, const HearthKeyHistory *history)
{
  g_autoptr (GStrvBuilder) refused = g_strv_builder_new ();

  use_sheet (store, history);
  use_letterboxes (store, history);
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (!is_rightful (store, history, hearth_compartments[i]))
      {
        hearth_keyring_drop_compartment (store->keyring, hearth_compartments[i]);
        g_strv_builder_add (refused, hearth_compartments[i]);
      }
  return g_strv_builder_end (refused);
}

bool
hearth_store_note_refused_keys (HearthStore *store, const char *const *refused, GError **error)
{
  for (gsize i = 0; refused[i] != NULL; i++)
    {
      HearthAuditEntry entry = { .action = "key-refused", .type = COMPARTMENT_TYPE, .reason = refused[i] };

      if (!hearth_store_begin_change (store, error) ||
          !hearth_store_end_change (store, hearth_store_add_audit (store, &entry, error), error))
        return false;
    }
  return true;
}

bool
hearth_store_has_good_letterbox (HearthKeyring *keyring,
                                 const HearthKeyHistory *history,
                                 const char *compartment)
{
  guint8 own[HEARTH_PUBLIC_KEY_BYTES], known[HEARTH_PUBLIC_KEY_BYTES];
  unsigned int epoch;

  return hearth_key_history_get_letterbox (history, compartment, &epoch, known) &&
         hearth_keyring_get_own_letterbox (keyring, compartment, own) && memcmp (own, known, sizeof own) == 0;
}

bool
hearth_store_tend_letterbox (HearthStore *store,
                             const HearthKeyHistory *history,
                             const char *compartment,
                             GError **error)
{
  if (hearth_store_has_good_letterbox (store->keyring, history, compartment))
    return true;
  if (!hearth_store_begin_change (store, error) ||
      !hearth_store_end_change (store, add_letterbox (store, compartment, error), error))
    return false;
  hearth_store_follow_keys (store);
  return true;
}

void
hearth_store_follow_keys (HearthStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyHistory) history = hearth_key_history_read (store->db, store->keyring, &error);

  if (history != NULL)
    {
      use_sheet (store, history);
      use_letterboxes (store, history);
    }
  else
    g_warning ("looking at the keys of the house: %s", error->message);
}
