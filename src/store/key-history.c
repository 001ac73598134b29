/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who has which keys, as the audit tells it from its first row on.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/key-history.h"

#include <string.h>

/* Whoever has the key of this compartment may give somebody new keys that old notes are sealed to: who leads the house, and
 * the recovery sheet. */
#define VOUCHING "safeguarding"

typedef struct {
  guint8 signing[HEARTH_PUBLIC_KEY_BYTES];
  guint8 sealing[HEARTH_PUBLIC_KEY_BYTES];
  bool is_vouched_for;
} PersonKeys;

typedef struct {
  const char *name;
  gint64 epoch; /* 0: there is no key yet */
  guint8 commitment[HEARTH_HASH_BYTES];
  GHashTable *members; /* set of ids */
  bool has_letterbox;
  guint8 letterbox[HEARTH_PUBLIC_KEY_BYTES];
} Compartment;

struct _HearthKeyHistory {
  guint8 founder_key[HEARTH_PUBLIC_KEY_BYTES];
  char *founder; /* NULL before the first row */
  GHashTable *keys; /* person → PersonKeys; who has gone is not in it */
  GHashTable *chosen; /* person → PersonKeys that they have chosen and not signed with yet */
  GHashTable *gone; /* set of ids */
  GHashTable *owners; /* every sealing key there was (GBytes) → whose it was first */
  GArray *compartments; /* of Compartment */
  GArray *refused;
  bool any; /* whether there was a row */
  guint8 last[HEARTH_HASH_BYTES];
};

static void
compartment_clear (gpointer data)
{
  g_hash_table_unref (((Compartment *) data)->members);
}

static HearthKeyHistory *
history_new (HearthKeyring *keyring)
{
  HearthKeyHistory *history = g_new0 (HearthKeyHistory, 1);

  hearth_keyring_get_founder_key (keyring, history->founder_key);
  history->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  history->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  history->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  history->owners =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  history->refused = g_array_new (FALSE, FALSE, sizeof (gint64));
  history->compartments = g_array_new (FALSE, TRUE, sizeof (Compartment));
  g_array_set_clear_func (history->compartments, compartment_clear);
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    {
      Compartment compartment = { .name = hearth_compartments[i] };

      compartment.members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_array_append_val (history->compartments, compartment);
    }
  return history;
}

void
hearth_key_history_free (HearthKeyHistory *history)
{
  if (history == NULL)
    return;
  g_free (history->founder);
  g_hash_table_unref (history->keys);
  g_hash_table_unref (history->chosen);
  g_hash_table_unref (history->gone);
  g_hash_table_unref (history->owners);
  g_array_unref (history->compartments);
  g_array_unref (history->refused);
  g_free (history);
}

/* @reason: of a row; what a person wrote stands after the name and a colon. */
static Compartment *
lookup_compartment (const HearthKeyHistory *history, const char *reason)
{
  gsize length = strcspn (reason, ":");

  for (guint i = 0; i < history->compartments->len; i++)
    {
      Compartment *compartment = &g_array_index (history->compartments, Compartment, i);

      if (strlen (compartment->name) == length && strncmp (compartment->name, reason, length) == 0)
        return compartment;
    }
  return NULL;
}

/* --- what rows do ------------------------------------------------------------------- */

static bool
is_hash (GBytes *bytes, const guint8 hash[HEARTH_HASH_BYTES])
{
  return bytes != NULL && g_bytes_get_size (bytes) == HEARTH_HASH_BYTES &&
         memcmp (g_bytes_get_data (bytes, NULL), hash, HEARTH_HASH_BYTES) == 0;
}

static void
forget_memberships (HearthKeyHistory *history, const char *person)
{
  for (guint i = 0; i < history->compartments->len; i++)
    g_hash_table_remove (g_array_index (history->compartments, Compartment, i).members, person);
}

/* The public keys that a "keys" row covers. */
static bool
find_keys (HearthDb *db, const HearthAuditRow *row, PersonKeys *keys, bool *found, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db, "SELECT signing, sealing, epoch FROM person_key WHERE person = ?1", error);
  HearthStep step;

  *found = false;
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, row->id);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW && !*found)
    {
      g_autoptr (GBytes) signing = hearth_statement_dup_bytes (statement, 0);
      g_autoptr (GBytes) sealing = hearth_statement_dup_bytes (statement, 1);
      guint8 hash[HEARTH_HASH_BYTES];

      if (signing == NULL || g_bytes_get_size (signing) != sizeof keys->signing || sealing == NULL ||
          g_bytes_get_size (sealing) != sizeof keys->sealing)
        continue;
      memcpy (keys->signing, g_bytes_get_data (signing, NULL), sizeof keys->signing);
      memcpy (keys->sealing, g_bytes_get_data (sealing, NULL), sizeof keys->sealing);
      hearth_person_keys_hash (row->id, keys->signing, keys->sealing,
                               hearth_statement_get_int64 (statement, 2), hash);
      *found = is_hash (row->after, hash);
    }
  return step != HEARTH_STEP_ERROR;
}

static bool
has_had_keys (HearthKeyHistory *history, const char *person)
{
  GHashTableIter iter;
  gpointer owner;

  g_hash_table_iter_init (&iter, history->owners);
  while (g_hash_table_iter_next (&iter, NULL, &owner))
    if (g_str_equal (owner, person))
      return true;
  return false;
}

static void
use_keys (HearthKeyHistory *history, const char *person, const PersonKeys *keys)
{
  g_autoptr (GBytes) sealing = g_bytes_new (keys->sealing, sizeof keys->sealing);

  if (!g_hash_table_contains (history->owners, sealing))
    g_hash_table_insert (history->owners, g_steal_pointer (&sealing), g_strdup (person));
  g_hash_table_remove (history->chosen, person);
  g_hash_table_replace (history->keys, g_strdup (person), g_memdup2 (keys, sizeof *keys));
}

/* New keys are those of somebody whom nobody has given anything yet, whatever the name. */
static void
take_keys (HearthKeyHistory *history, const HearthAuditRow *row, PersonKeys *keys)
{
  keys->is_vouched_for =
    !has_had_keys (history, row->id) || hearth_key_history_is_member (history, row->person, VOUCHING);
  forget_memberships (history, row->id);
  g_hash_table_remove (history->gone, row->id);
  use_keys (history, row->id, keys);
}

/* Whether @row is somebody's about new keys of their own. */
static bool
is_own_choice (const HearthKeyHistory *history, const HearthAuditRow *row)
{
  return g_str_equal (row->id, row->person) && g_hash_table_contains (history->keys, row->id);
}

/* Of two rows the first one is signed with the keys that the person had, and the second with those that were chosen: now
 * the key file has them, and the ones before are nobody's. Until then both are the person's own. What was given to the
 * person stays. */
static void
take_own_keys (HearthKeyHistory *history, const HearthAuditRow *row, PersonKeys *keys)
{
  const PersonKeys *before = g_hash_table_lookup (history->keys, row->id);

  keys->is_vouched_for = before->is_vouched_for;
  if (hearth_audit_row_is_signed_by (row, before->signing))
    g_hash_table_replace (history->chosen, g_strdup (row->id), g_memdup2 (keys, sizeof *keys));
  else
    use_keys (history, row->id, keys);
}

static bool
take_compartment_key (HearthKeyHistory *history, const HearthAuditRow *row)
{
  Compartment *compartment = lookup_compartment (history, row->reason);

  if (compartment == NULL || row->after == NULL || g_bytes_get_size (row->after) != HEARTH_HASH_BYTES ||
      row->revision != compartment->epoch + 1)
    return false;
  if (compartment->epoch == 0 ? g_strcmp0 (row->person, history->founder) != 0
                              : !g_hash_table_contains (compartment->members, row->person))
    return false;
  if (compartment->epoch == 0)
    g_hash_table_add (compartment->members, g_strdup (row->person));
  compartment->epoch = row->revision;
  memcpy (compartment->commitment, g_bytes_get_data (row->after, NULL), HEARTH_HASH_BYTES);
  compartment->has_letterbox = false;
  return true;
}

/* Of the present key alone, and by who has it: what others seal to it, whoever wrote it down could read. A later row may
 * put right an earlier one. */
static bool
take_letterbox (HearthKeyHistory *history, const HearthAuditRow *row)
{
  Compartment *compartment = lookup_compartment (history, row->reason);

  if (compartment == NULL || row->after == NULL || g_bytes_get_size (row->after) != HEARTH_PUBLIC_KEY_BYTES ||
      row->revision != compartment->epoch || !g_hash_table_contains (compartment->members, row->person))
    return false;
  compartment->has_letterbox = true;
  memcpy (compartment->letterbox, g_bytes_get_data (row->after, NULL), HEARTH_PUBLIC_KEY_BYTES);
  return true;
}

static bool
take_grant (HearthKeyHistory *history, const HearthAuditRow *row)
{
  Compartment *compartment = lookup_compartment (history, row->reason);

  if (compartment == NULL || !g_hash_table_contains (compartment->members, row->person) ||
      !g_hash_table_contains (history->keys, row->id))
    return false;
  g_hash_table_add (compartment->members, g_strdup (row->id));
  return true;
}

static bool
take_revoke (HearthKeyHistory *history, const HearthAuditRow *row)
{
  Compartment *compartment = lookup_compartment (history, row->reason);

  if (compartment != NULL)
    g_hash_table_remove (compartment->members, row->id);
  return compartment != NULL;
}

/* Who has gone, or a sheet that another has taken the place of. */
static void
take_leaving (HearthKeyHistory *history, const HearthAuditRow *row)
{
  forget_memberships (history, row->id);
  g_hash_table_remove (history->keys, row->id);
  g_hash_table_remove (history->chosen, row->id);
  g_hash_table_add (history->gone, g_strdup (row->id));
}

static bool
is_same (const PersonKeys *a, const PersonKeys *b)
{
  return memcmp (a->signing, b->signing, sizeof a->signing) == 0 &&
         memcmp (a->sealing, b->sealing, sizeof a->sealing) == 0;
}

/* Whether the person @row names has signed it, with the keys they had then. The first row of all is that of the person
 * who made the house, whom every keyring knows; another one that the keys in it may sign is that of chosen ones. */
static bool
is_signed (HearthKeyHistory *history, const HearthAuditRow *row, const PersonKeys *own)
{
  const PersonKeys *signer = g_hash_table_lookup (history->keys, row->person);
  const PersonKeys *chosen = g_hash_table_lookup (history->chosen, row->person);
  guint8 hash[HEARTH_HASH_BYTES];

  if (history->founder == NULL && own != NULL && g_str_equal (row->id, row->person) &&
      memcmp (own->signing, history->founder_key, sizeof own->signing) == 0)
    signer = own;
  hearth_audit_row_compute_hash (row, hash);
  if (memcmp (hash, row->hash, sizeof hash) != 0 || signer == NULL)
    return false;
  return hearth_audit_row_is_signed_by (row, signer->signing) ||
         (own != NULL && chosen != NULL && g_str_equal (row->id, row->person) && is_same (own, chosen) &&
          hearth_audit_row_is_signed_by (row, chosen->signing));
}

static bool
take_row (HearthKeyHistory *history, HearthDb *db, const HearthAuditRow *row, bool *good, GError **error)
{
  bool is_keys = g_str_equal (row->action, "keys");
  PersonKeys keys = { 0 };

  *good = true;
  if (is_keys && !find_keys (db, row, &keys, good, error))
    return false;
  *good = *good && is_signed (history, row, is_keys ? &keys : NULL);
  if (!*good)
    return true;
  if (history->founder == NULL)
    history->founder = g_strdup (row->person);
  if (is_keys && is_own_choice (history, row))
    take_own_keys (history, row, &keys);
  else if (is_keys)
    take_keys (history, row, &keys);
  else if (g_str_equal (row->action, "compartment-key"))
    *good = take_compartment_key (history, row);
  else if (g_str_equal (row->action, "letterbox"))
    *good = take_letterbox (history, row);
  else if (g_str_equal (row->action, "grant"))
    *good = take_grant (history, row);
  else if (g_str_equal (row->action, "revoke"))
    *good = take_revoke (history, row);
  else
    take_leaving (history, row);
  return true;
}

/* --- reading -------------------------------------------------------------------------- */

/* A row that does not name the one before is not where it was written, or was never written by Hearth. */
static bool
follows (const HearthKeyHistory *history, GBytes *before)
{
  return history->any ? is_hash (before, history->last) : before == NULL;
}

static void
go_on (HearthKeyHistory *history, const guint8 hash[HEARTH_HASH_BYTES])
{
  history->any = true;
  memcpy (history->last, hash, HEARTH_HASH_BYTES);
}

HearthKeyHistory *
hearth_key_history_read (HearthDb *db, HearthKeyring *keyring, GError **error)
{
  g_autoptr (HearthKeyHistory) history = history_new (keyring);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db,
                       "SELECT " HEARTH_AUDIT_COLUMNS " FROM audit WHERE action IN " HEARTH_KEY_ACTIONS
                       " ORDER BY sequence",
                       error);
  HearthStep step;

  if (statement == NULL)
    return NULL;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (HearthAuditRow) row = hearth_audit_row_read (statement);
      bool good = follows (history, row->before);

      if (good)
        {
          go_on (history, row->hash);
          if (!take_row (history, db, row, &good, error))
            return NULL;
        }
      if (!good)
        g_array_append_val (history->refused, row->sequence);
    }
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&history) : NULL;
}

/* The hash that the next row about keys names; none for the first. */
static bool
read_last (HearthDb *db, HearthKeyHistory *history, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db,
                       "SELECT before, hash FROM audit WHERE action IN " HEARTH_KEY_ACTIONS
                       " ORDER BY sequence",
                       error);
  HearthStep step;

  if (statement == NULL)
    return false;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (GBytes) before = hearth_statement_dup_bytes (statement, 0);
      g_autoptr (GBytes) hash = hearth_statement_dup_bytes (statement, 1);

      if (follows (history, before) && hash != NULL && g_bytes_get_size (hash) == HEARTH_HASH_BYTES)
        go_on (history, g_bytes_get_data (hash, NULL));
    }
  return step == HEARTH_STEP_DONE;
}

bool
hearth_store_add_key_audit (HearthStore *store, HearthAuditEntry entry, GError **error)
{
  g_autoptr (HearthKeyHistory) history = NULL;

  if (!hearth_store_use_chosen_keys (store, error))
    return false;
  history = history_new (store->keyring);
  if (!read_last (store->db, history, error))
    return false;
  entry.before = history->any ? history->last : NULL;
  return hearth_store_add_audit (store, &entry, error);
}

/* --- what it says ------------------------------------------------------------------------ */

static bool
tell_keys (const PersonKeys *keys,
           guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
           guint8 sealing[HEARTH_PUBLIC_KEY_BYTES])
{
  if (keys == NULL)
    return false;
  memcpy (signing, keys->signing, sizeof keys->signing);
  memcpy (sealing, keys->sealing, sizeof keys->sealing);
  return true;
}

bool
hearth_key_history_get_keys (const HearthKeyHistory *history,
                             const char *person,
                             guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                             guint8 sealing[HEARTH_PUBLIC_KEY_BYTES])
{
  return tell_keys (g_hash_table_lookup (history->keys, person), signing, sealing);
}

bool
hearth_key_history_get_chosen_keys (const HearthKeyHistory *history,
                                    const char *person,
                                    guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                                    guint8 sealing[HEARTH_PUBLIC_KEY_BYTES])
{
  return tell_keys (g_hash_table_lookup (history->chosen, person), signing, sealing);
}

bool
hearth_key_history_has_left (const HearthKeyHistory *history, const char *person)
{
  return g_hash_table_contains (history->gone, person);
}

bool
hearth_key_history_is_vouched_for (const HearthKeyHistory *history, const char *person)
{
  const PersonKeys *keys = g_hash_table_lookup (history->keys, person);

  return keys != NULL && keys->is_vouched_for;
}

GPtrArray *
hearth_key_history_list_sealing_keys (const HearthKeyHistory *history, const char *person)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GHashTableIter iter;
  gpointer key, owner;

  g_hash_table_iter_init (&iter, history->owners);
  while (g_hash_table_iter_next (&iter, &key, &owner))
    if (g_str_equal (owner, person))
      g_ptr_array_add (keys, g_bytes_ref (key));
  return keys;
}

bool
hearth_key_history_is_member (const HearthKeyHistory *history, const char *person, const char *compartment)
{
  const Compartment *found = lookup_compartment (history, compartment);

  return found != NULL && g_hash_table_contains (found->members, person);
}

bool
hearth_key_history_knows_sheet (const HearthKeyHistory *history, HearthKeyring *keyring)
{
  const char *sheet = hearth_keyring_get_recovery_id (keyring);
  const PersonKeys *keys = g_hash_table_lookup (history->keys, sheet);
  PersonKeys used;

  hearth_keyring_get_recovery_public_keys (keyring, used.signing, used.sealing);
  if (keys == NULL || memcmp (keys->signing, used.signing, sizeof used.signing) != 0 ||
      memcmp (keys->sealing, used.sealing, sizeof used.sealing) != 0)
    return false;
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (!hearth_key_history_is_member (history, sheet, hearth_compartments[i]))
      return false;
  return true;
}

GPtrArray *
hearth_key_history_list_members (const HearthKeyHistory *history, const char *compartment)
{
  const Compartment *found = lookup_compartment (history, compartment);
  GPtrArray *members = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer person;

  if (found == NULL)
    return members;
  g_hash_table_iter_init (&iter, found->members);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    g_ptr_array_add (members, g_strdup (person));
  return members;
}

bool
hearth_key_history_is_present (const HearthKeyHistory *history,
                               const char *compartment,
                               const guint8 commitment[HEARTH_HASH_BYTES])
{
  const Compartment *found = lookup_compartment (history, compartment);

  return found != NULL && found->epoch > 0 && memcmp (found->commitment, commitment, HEARTH_HASH_BYTES) == 0;
}

bool
hearth_key_history_get_letterbox (const HearthKeyHistory *history,
                                  const char *compartment,
                                  unsigned int *epoch,
                                  guint8 public_key[HEARTH_PUBLIC_KEY_BYTES])
{
  const Compartment *found = lookup_compartment (history, compartment);

  if (found == NULL || !found->has_letterbox)
    return false;
  *epoch = (unsigned int) found->epoch;
  memcpy (public_key, found->letterbox, HEARTH_PUBLIC_KEY_BYTES);
  return true;
}

const GArray *
hearth_key_history_get_refused (const HearthKeyHistory *history)
{
  return history->refused;
}
