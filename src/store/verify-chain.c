/* SPDX-License-Identifier: GPL-3.0-or-later
 * Walking the audit chain from its first row: who wrote what, in which order, and is it still what they signed?
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/audit-row.h"
#include "store/table.h"
#include "store/verify-private.h"
#include "vault/vault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  HearthVerify *verify;
  GHashTable *keys; /* person → GPtrArray of GBytes: signing keys known so far, the present one last */
  GHashTable *chosen; /* person → GBytes: signing key that they have chosen and not signed with yet */
  gint64 new_keys; /* row that gave a person new keys, until the next one says why; 0 for none */
  char *new_keys_of;
  char *new_keys_by;
  guint n_keys;
  gint64 last;
  guint8 last_hash[HEARTH_HASH_BYTES];

  gint64 anchor; /* sequence in the key file, 0 for none */
  guint8 anchor_hash[HEARTH_HASH_BYTES];
  char *anchor_signer;
  guint8 anchor_signature[HEARTH_SIGNATURE_BYTES];
} Chain;

/* --- findings ---------------------------------------------------------------------------- */

static void
find (Chain *chain, const char *kind, gint64 sequence, const char *format)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sequence);
  g_autoptr (GString) sentence = g_string_new (format);

  g_string_replace (sentence, "{row}", number, 0);
  hearth_verification_take_finding (chain->verify->result, kind, sequence,
                                    g_string_free_and_steal (g_steal_pointer (&sentence)));
}

/* --- keys ---------------------------------------------------------------------------------- */

static void
learn_key (Chain *chain, const char *person, GBytes *signing)
{
  GPtrArray *keys = g_hash_table_lookup (chain->keys, person);

  if (keys == NULL)
    {
      keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_hash_table_insert (chain->keys, g_strdup (person), keys);
    }
  g_ptr_array_add (keys, g_bytes_ref (signing));
}

/* Whoever changed the table may have taken its checks away too. */
static bool
is_key (GBytes *bytes)
{
  return bytes != NULL && g_bytes_get_size (bytes) == HEARTH_PUBLIC_KEY_BYTES;
}

static bool
knows_key (Chain *chain, const char *person, const guint8 key[HEARTH_PUBLIC_KEY_BYTES])
{
  GPtrArray *keys = g_hash_table_lookup (chain->keys, person);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (memcmp (g_bytes_get_data (g_ptr_array_index (keys, i), NULL), key, HEARTH_PUBLIC_KEY_BYTES) == 0)
      return true;
  return false;
}

/* Of two rows about keys that somebody has chosen, the second one is signed with them. */
static GBytes *
lookup_chosen (Chain *chain, const HearthAuditRow *row, GBytes *signing)
{
  GBytes *chosen = g_hash_table_lookup (chain->chosen, row->id);

  return g_str_equal (row->id, row->person) && chosen != NULL && g_bytes_equal (chosen, signing) &&
             hearth_audit_row_is_signed_by (row, g_bytes_get_data (chosen, NULL))
           ? chosen
           : NULL;
}

static void
take_key (Chain *chain, const HearthAuditRow *row, GBytes *signing)
{
  bool is_own_choice = row->sequence > 1 && g_str_equal (row->id, row->person);

  if (lookup_chosen (chain, row, signing) == NULL)
    chain->n_keys++;
  if (is_own_choice && lookup_chosen (chain, row, signing) == NULL)
    {
      g_hash_table_replace (chain->chosen, g_strdup (row->id), g_bytes_ref (signing));
      return;
    }
  learn_key (chain, row->id, signing);
  g_hash_table_remove (chain->chosen, row->id);
}

/* The row of person_key that this "keys" row covers becomes known. */
static bool
learn_keys (Chain *chain, const HearthAuditRow *row, bool *found, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (chain->verify->db, "SELECT signing, sealing, epoch FROM person_key WHERE person = ?1",
                       error);
  HearthStep step;

  *found = false;
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, row->id);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (GBytes) signing = hearth_statement_dup_bytes (statement, 0);
      g_autoptr (GBytes) sealing = hearth_statement_dup_bytes (statement, 1);
      guint8 hash[HEARTH_HASH_BYTES];

      if (!is_key (signing) || !is_key (sealing))
        continue;
      hearth_person_keys_hash (row->id, g_bytes_get_data (signing, NULL), g_bytes_get_data (sealing, NULL),
                               hearth_statement_get_int64 (statement, 2), hash);
      if (row->after == NULL || g_bytes_get_size (row->after) != sizeof hash ||
          memcmp (g_bytes_get_data (row->after, NULL), hash, sizeof hash) != 0)
        continue;
      take_key (chain, row, signing);
      *found = true;
    }
  return step == HEARTH_STEP_DONE;
}

static bool
is_signed (Chain *chain, const HearthAuditRow *row)
{
  GPtrArray *keys = g_hash_table_lookup (chain->keys, row->person);
  GBytes *chosen = g_hash_table_lookup (chain->chosen, row->person);

  if (g_str_equal (row->action, "keys") && chosen != NULL && lookup_chosen (chain, row, chosen) != NULL)
    return true;
  return keys != NULL &&
         hearth_audit_row_is_signed_by (row,
                                        g_bytes_get_data (g_ptr_array_index (keys, keys->len - 1), NULL));
}

/* --- one row -------------------------------------------------------------------------------- */

/* Whether the saved version (body, at, by, reason) is what @row covers: the hash is over the body, which says in
 * its own words who saved it and when. */
static bool
revision_is_right (const HearthAuditRow *row, HearthStatement *version)
{
  const char *body = hearth_statement_get_text (version, 0);
  const char *stamp = row->revision == 1 ? "created" : "changed";
  g_autofree char *at = g_strdup_printf ("\"%s_at\":\"%s\"", stamp, hearth_statement_get_text (version, 1));
  g_autofree char *by = g_strdup_printf ("\"%s_by\":\"%s\"", stamp, row->person);
  guint8 hash[HEARTH_HASH_BYTES];

  hearth_body_hash (body, hash);
  return row->after != NULL && g_bytes_get_size (row->after) == sizeof hash &&
         memcmp (g_bytes_get_data (row->after, NULL), hash, sizeof hash) == 0 && strstr (body, at) != NULL &&
         strstr (body, by) != NULL && g_str_equal (hearth_statement_get_text (version, 2), row->person) &&
         g_str_equal (hearth_statement_get_text (version, 3), row->reason);
}

/* The version that an audit row of a save covers. */
static bool
check_revision (Chain *chain, const HearthAuditRow *row, bool *good, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;
  HearthStep step;

  *good = true;
  if (row->revision == 0 || g_str_equal (row->type, "compartment")) /* then it is the number of a key */
    return true;
  statement =
    hearth_db_prepare (chain->verify->db,
                       "SELECT body, at, by, reason FROM revision WHERE id = ?1 AND revision = ?2", error);
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, row->id);
  hearth_statement_bind_int64 (statement, 2, row->revision);
  step = hearth_statement_step (statement, error);
  *good = step == HEARTH_STEP_ROW && revision_is_right (row, statement);
  return step != HEARTH_STEP_ERROR;
}

static bool
check_place (Chain *chain, const HearthAuditRow *row)
{
  guint8 hash[HEARTH_HASH_BYTES];

  if (row->sequence != chain->last + 1)
    {
      find (chain, "chain", chain->last + 1, _ ("Row {row} of the audit is missing."));
      return false;
    }
  hearth_audit_row_compute_hash (row, hash);
  if (memcmp (hash, row->hash, sizeof hash) != 0)
    {
      find (chain, "chain", row->sequence, _ ("Row {row} of the audit was changed after it was written."));
      return false;
    }
  if (memcmp (row->previous, chain->last_hash, sizeof row->previous) != 0)
    {
      find (chain, "chain", row->sequence, _ ("Row {row} of the audit does not follow the row before it."));
      return false;
    }
  return true;
}

/* Second keys of a person come with a first password only, or from that person: else they could sign what somebody else
 * wrote. */
static bool
check_new_keys (Chain *chain, const HearthAuditRow *row)
{
  bool is_right = chain->new_keys == 0 || (row != NULL && g_str_equal (row->action, "reset") &&
                                           g_str_equal (row->id, chain->new_keys_of) &&
                                           g_str_equal (row->person, chain->new_keys_by));

  if (!is_right)
    find (chain, "signature", chain->new_keys,
          _ ("Row {row} of the audit adds keys for a person who had keys already."));
  chain->new_keys = 0;
  return is_right;
}

static void
await_reset (Chain *chain, const HearthAuditRow *row)
{
  chain->new_keys = row->sequence;
  g_set_str (&chain->new_keys_of, row->id);
  g_set_str (&chain->new_keys_by, row->person);
}

/* The very first row is that of the person who made the house, vouching for their own keys. */
static bool
check_founder (Chain *chain, const HearthAuditRow *row)
{
  guint8 key[HEARTH_PUBLIC_KEY_BYTES];

  hearth_keyring_get_founder_key (chain->verify->keyring, key);
  if (row->sequence > 1 || knows_key (chain, row->person, key))
    return true;
  find (chain, "signature", row->sequence,
        _ ("Row {row} of the audit is not that of the person who made this house."));
  return false;
}

static bool
check_anchor_here (Chain *chain, const HearthAuditRow *row)
{
  if (row->sequence != chain->anchor || memcmp (row->hash, chain->anchor_hash, HEARTH_HASH_BYTES) == 0)
    return true;
  find (chain, "anchor", row->sequence,
        _ ("Row {row} of the audit is not the one that the key file vouches for."));
  return false;
}

/* False without error: the first bad row is found, and what comes after says nothing more. */
static bool
check_row (Chain *chain, const HearthAuditRow *row, GError **error)
{
  bool is_keys = g_str_equal (row->action, "keys");
  bool found = true, good;

  if (!check_place (chain, row) || !check_new_keys (chain, row))
    return false;
  if (is_keys && g_hash_table_contains (chain->keys, row->id) && !g_str_equal (row->id, row->person))
    await_reset (chain, row);
  if (is_keys && row->sequence == 1 && !learn_keys (chain, row, &found, error))
    return false;
  if (!is_signed (chain, row))
    {
      find (chain, "signature", row->sequence,
            _ ("Row {row} of the audit is not signed by the person it names."));
      return false;
    }
  if (is_keys && row->sequence > 1 && !learn_keys (chain, row, &found, error))
    return false;
  if (!found)
    {
      find (chain, "signature", row->sequence,
            _ ("The keys that row {row} of the audit added are not there any more, or were changed."));
      return false;
    }
  if (!check_founder (chain, row) || !check_anchor_here (chain, row) ||
      !check_revision (chain, row, &good, error))
    return false;
  if (!good)
    {
      find (chain, "record", row->sequence,
            _ ("What row {row} of the audit saved is not there as it was saved."));
      return false;
    }
  chain->last = row->sequence;
  memcpy (chain->last_hash, row->hash, sizeof row->hash);
  return true;
}

/* --- the end ---------------------------------------------------------------------------------- */

static bool
load_anchor (Chain *chain, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (hearth_vault_read_anchor (chain->verify->folder, &chain->anchor, chain->anchor_hash,
                                &chain->anchor_signer, chain->anchor_signature, &local_error))
    return true;
  chain->anchor = 0;
  if (local_error == NULL)
    return true;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return false;
}

static bool
anchor_is_signed (Chain *chain)
{
  GPtrArray *keys = g_hash_table_lookup (chain->keys, chain->anchor_signer);
  const char *house = hearth_keyring_get_house_id (chain->verify->keyring);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (hearth_anchor_is_good (house, chain->anchor, chain->anchor_hash,
                               g_bytes_get_data (g_ptr_array_index (keys, i), NULL), chain->anchor_signature))
      return true;
  return false;
}

/* With all keys and signatures replaced a chain would be whole again, but for the key that only its person has. */
static bool
has_own_key (Chain *chain)
{
  HearthKeyring *keyring = chain->verify->keyring;
  const char *person = hearth_keyring_get_person_id (keyring);
  GBytes *chosen = g_hash_table_lookup (chain->chosen, person);
  guint8 key[HEARTH_PUBLIC_KEY_BYTES];

  hearth_keyring_get_signing_public_key (keyring, key);
  return knows_key (chain, person, key) ||
         (chosen != NULL && memcmp (g_bytes_get_data (chosen, NULL), key, sizeof key) == 0);
}

/* What a whole chain leaves open: rows cut off at its end, and rows of other tables that no audit row covers. */
static bool
check_end (Chain *chain, GError **error)
{
  gint64 n_revisions, n_covered, n_keys;

  check_new_keys (chain, NULL);
  if (chain->last > 0 && !has_own_key (chain))
    find (chain, "signature", 0,
          _ ("The audit does not know your own keys. Somebody may have written all of it anew."));
  if (chain->anchor > chain->last)
    find (chain, "anchor", chain->last + 1,
          _ ("Rows of the audit from {row} on were taken away: the key file vouches for later ones."));
  else if (chain->anchor > 0 && !anchor_is_signed (chain))
    find (chain, "anchor", 0,
          _ ("The audit’s last known row in the key file is not signed by anyone of this house."));
  if (!hearth_db_query_int64 (chain->verify->db, "SELECT count(*) FROM revision", &n_revisions, error) ||
      !hearth_db_query_int64 (chain->verify->db,
                              "SELECT count(*) FROM (SELECT DISTINCT id, revision FROM audit WHERE revision "
                              "> 0 AND type <> 'compartment')",
                              &n_covered, error) ||
      !hearth_db_query_int64 (chain->verify->db, "SELECT count(*) FROM person_key", &n_keys, error))
    return false;
  if (n_revisions != n_covered)
    find (chain, "record", 0, _ ("There are saved versions of records that the audit does not know of."));
  if (n_keys != chain->n_keys)
    find (chain, "signature", 0, _ ("There are keys of people that the audit does not know of."));
  return true;
}

static bool
walk (Chain *chain, bool *whole, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (chain->verify->db, "SELECT " HEARTH_AUDIT_COLUMNS " FROM audit ORDER BY sequence",
                       error);
  g_autoptr (GError) local_error = NULL;
  HearthStep step;

  *whole = true;
  if (statement == NULL)
    return false;
  while ((step = hearth_statement_step (statement, &local_error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (HearthAuditRow) row = hearth_audit_row_read (statement);

      *whole = check_row (chain, row, &local_error);
      if (!*whole || !hearth_verify_step (chain->verify, &local_error))
        break;
    }
  if (local_error == NULL)
    return true;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return false;
}

bool
hearth_verify_chain (HearthVerify *verify, GError **error)
{
  Chain chain = { .verify = verify };
  bool whole, done;

  chain.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  chain.chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  done = load_anchor (&chain, error) && walk (&chain, &whole, error) && (!whole || check_end (&chain, error));
  verify->result->anchor = hearth_anchor_to_text (chain.last, chain.last_hash);
  g_hash_table_unref (chain.keys);
  g_hash_table_unref (chain.chosen);
  g_free (chain.anchor_signer);
  g_free (chain.new_keys_of);
  g_free (chain.new_keys_by);
  return done;
}
