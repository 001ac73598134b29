/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files about people and keys ask of one another. Private to the store.
 */
#pragma once

#include "store/key-history.h"
#include "store/people.h"
#include "store/table.h"

G_BEGIN_DECLS

/* --- compartments.c ----------------------------------------------------------- */

/** Writes down which the first keys of the compartments are, and that the recovery sheet has them. */
bool hearth_store_add_first_compartments (HearthStore *store, GError **error);

/** Adds the audit rows that say which the present key of @compartment is, and its letterbox, when it is held. */
bool hearth_store_add_compartment_key (HearthStore *store, const char *compartment, GError **error);

/** Looks at the keys that were opened at sign-in: a compartment's key that the audit does not know is not used, and what
 * is sealed to its author is sealed to a recovery sheet only that the holders of all compartments know. The keyring is
 * told of the letterboxes that those wrote down who had the keys. Returns:
 * (transfer full): the compartments whose keys were refused, NULL-ended */
char **hearth_store_check_keys (HearthStore *store, const HearthKeyHistory *history);
bool hearth_store_note_refused_keys (HearthStore *store, const char *const *refused, GError **error);

/** Looks once more whether the recovery sheet is one that everybody's sealed text may be sealed to, and which letterboxes
 * there are, after keys have changed. */
void hearth_store_follow_keys (HearthStore *store);

/** Whether the letterbox of @compartment, which @keyring holds, is known, and is that of its key. */
bool hearth_store_has_good_letterbox (HearthKeyring *keyring,
                                      const HearthKeyHistory *history,
                                      const char *compartment);
/** Writes down the letterbox of @compartment, which is held, unless it is known: a house that was made by a version
 * without them has none, and a holder could have written down another. */
bool hearth_store_tend_letterbox (HearthStore *store,
                                  const HearthKeyHistory *history,
                                  const char *compartment,
                                  GError **error);

/** Whether the person signed in has the key of @compartment, and the audit knows it of them: only then can they pass it
 * on. */
bool hearth_store_holds (HearthStore *store, const HearthKeyHistory *history, const char *compartment);
/** Of @among (NULL-ended) those of which that is so; transfer full. */
char **hearth_store_list_held (HearthStore *store, const HearthKeyHistory *history, const char *const *among);

/** The slot of @person among @slots, or NULL. */
const HearthKeySlotInfo *hearth_slots_lookup (GPtrArray *slots, const char *person);
/** Whether @slot has a key of @compartment, as far as the key file says. */
bool hearth_slot_has_compartment (const HearthKeySlotInfo *slot, const char *compartment);
/** Whether @slot is what the audit says of its person. */
bool hearth_slot_is_known (const HearthKeySlotInfo *slot, const HearthKeyHistory *history);

/** As above, or as its person has chosen and was interrupted: not to be given anything new, and not to be lost. */
bool hearth_slot_is_of_its_person (const HearthKeySlotInfo *slot, const HearthKeyHistory *history);

/** Adds the audit row that gives (@action "grant") or takes ("revoke") @person the key of @compartment. @words: (nullable):
 * why, in the words of the person signed in. */
bool hearth_store_add_compartment_audit (HearthStore *store,
                                         const char *action,
                                         const char *person,
                                         const char *compartment,
                                         const char *words,
                                         GError **error);

/* --- renewal.c ------------------------------------------------------------------ */

/** Replaces the key of @compartment and seals anew what was sealed with it; goes on where that was interrupted. */
bool hearth_store_renew (HearthStore *store, const char *compartment, GError **error);

/* --- reseal.c ------------------------------------------------------------------- */

/** One sealed value of a record. */
typedef struct {
  gint64 row;
  char *author; /* of the record */
  char *context;
  GBytes *sealed;
  GBytes *commitment;
  gint64 number;
  gint64 epoch;
} HearthSealedValue;

/** The @value sealed once more under its number and one, and its epoch in @epoch; NULL without error to leave it as it
 * is. */
typedef GBytes *(*HearthResealFunc) (const HearthSealedValue *value,
                                     gpointer user_data,
                                     gint64 *epoch,
                                     GError **error);

/** Calls @reseal with every value that is sealed to @compartment in any record, inside the change under way. Values that
 * are damaged are left as they are. */
bool hearth_store_reseal (HearthStore *store,
                          const char *compartment,
                          HearthResealFunc reseal,
                          gpointer user_data,
                          GError **error);

/** Seals the notes of who @keyring is for the present keys of that person and the recovery sheet; with the sheet's,
 * everybody's for the keys they have now. */
bool hearth_store_reseal_notes (HearthStore *store,
                                HearthKeyring *keyring,
                                const HearthKeyHistory *history,
                                GError **error);

/** Seals the keys of @compartment's files anew, inside the change under way. */
bool hearth_store_reseal_attachments (HearthStore *store, const char *compartment, GError **error);

/* --- rotate.c -------------------------------------------------------------------- */

/** After a rotation that was interrupted: the house has one key again, the next one when the database is under it already.
 * The house is locked by the caller. */
bool hearth_house_settle_rotation (const char *folder, HearthKeyring *keyring, GError **error);
/** Writes down that the house key was replaced, when nobody has yet. */
bool hearth_store_note_rotation (HearthStore *store, GError **error);

G_END_DECLS
