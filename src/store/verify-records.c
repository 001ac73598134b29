/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every record as it stands against what was last saved of it.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "core/wipe.h"
#include "records/registry.h"
#include "store/links.h"
#include "store/table.h"
#include "store/verify-private.h"
#include "vault/vault.h"

#include <glib/gi18n-lib.h>

/* Records that are named one by one. */
#define MOST_FOUND 200

static const char links_differ[] =
  N_ ("Whom record {record} names is not as it was last saved (row {row} of the audit).");

/* --- findings ------------------------------------------------------------------------------ */

/* The last save of every record in the audit, read once however many findings there are. */
static bool
read_last_saves (HearthVerify *verify, GError **error)
{
  g_autoptr (GHashTable) saves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (verify->db, "SELECT id, max (sequence) FROM audit WHERE revision > 0 GROUP BY id",
                       error);
  HearthStep step;

  if (statement == NULL)
    return false;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      gint64 sequence = hearth_statement_get_int64 (statement, 1);

      g_hash_table_insert (saves, g_strdup (hearth_statement_get_text (statement, 0)),
                           g_memdup2 (&sequence, sizeof sequence));
    }
  if (step == HEARTH_STEP_DONE)
    verify->last_saves = g_steal_pointer (&saves);
  return step == HEARTH_STEP_DONE;
}

/* With the row where the audit tells of that save (0 when it does not), to give whoever looks for the matter a place
 * to begin. */
static bool
find (HearthVerify *verify, const char *id, const char *format, GError **error)
{
  g_autoptr (GString) sentence = NULL;
  g_autofree char *number = NULL;
  const gint64 *known;
  gint64 sequence;

  if (verify->n_records_found++ >= MOST_FOUND)
    return true;
  if (verify->last_saves == NULL && !read_last_saves (verify, error))
    return false;
  known = g_hash_table_lookup (verify->last_saves, id);
  sequence = known != NULL ? *known : 0;
  sentence = g_string_new (format);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, sequence);
  g_string_replace (sentence, "{record}", id, 0);
  g_string_replace (sentence, "{row}", number, 0);
  hearth_verification_take_finding (verify->result, "record", sequence,
                                    g_string_free_and_steal (g_steal_pointer (&sentence)));
  return true;
}

/* Nobody reads thousands of sentences of one kind. */
static void
tell_of_more (HearthVerify *verify)
{
  guint n = verify->n_records_found > MOST_FOUND ? verify->n_records_found - MOST_FOUND : 0;

  if (n > 0)
    hearth_verification_take_finding (
      verify->result, "record", 0,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The same is the matter with %u more record.",
                                    "The same is the matter with %u more records.", n),
                       n));
}

/* --- one record ------------------------------------------------------------------------------ */

/* The latest body of @id and its number, or NULL. */
static char *
dup_last_body (HearthVerify *verify, const char *id, gint64 *revision, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (verify->db,
                       "SELECT revision, body FROM revision WHERE id = ?1 ORDER BY revision DESC LIMIT 1",
                       error);

  if (statement == NULL)
    return NULL;
  hearth_statement_bind_text (statement, 1, id);
  if (hearth_statement_step (statement, error) != HEARTH_STEP_ROW)
    return NULL;
  *revision = hearth_statement_get_int64 (statement, 0);
  return g_strdup (hearth_statement_get_text (statement, 1));
}

static bool
index_is_right (HearthVerify *verify,
                const HearthTable *table,
                HearthStored *stored,
                bool *right,
                GError **error)
{
  g_autofree char *event = hearth_stored_dup_event (stored);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (verify->db,
                       "SELECT 1 FROM record_index WHERE row = ?1 AND id = ?2 AND type = ?3 AND resident IS "
                       "?4 AND event = ?5 "
                       "AND state = ?6",
                       error);
  HearthStep step;

  if (statement == NULL)
    return false;
  hearth_statement_bind_int64 (statement, 1, stored->row);
  hearth_statement_bind_text (statement, 2, hearth_record_get_id (stored->record));
  hearth_statement_bind_text (statement, 3, table->type->name);
  hearth_statement_bind_text_or_null (statement, 4, hearth_record_get_resident (stored->record));
  hearth_statement_bind_text (statement, 5, event);
  hearth_statement_bind_text (statement, 6, hearth_record_get (stored->record, "state"));
  step = hearth_statement_step (statement, error);
  *right = step == HEARTH_STEP_ROW;
  return step != HEARTH_STEP_ERROR;
}

/* Sealed text can be looked at where this person holds the key; elsewhere its commitment is all there is. */
static bool
sealed_is_right (HearthVerify *verify, const HearthTable *table, HearthStored *stored, unsigned int column)
{
  const HearthField *field = table->columns[column];
  const HearthSeal *seal = &stored->seals[column];
  g_autofree char *context = NULL;
  g_autoptr (GError) error = NULL;
  hearth_autowipe char *text = NULL;

  if (field->kind != HEARTH_FIELD_SEALED || seal->value == NULL)
    return true;
  if (seal->commitment == NULL || g_bytes_get_size (seal->commitment) != HEARTH_HASH_BYTES ||
      !hearth_seal_is_allowed (field, seal->value))
    return false;
  if (!hearth_keyring_has_compartment (verify->keyring, field->compartment))
    return true;
  context = hearth_seal_dup_context (table->type, hearth_record_get_id (stored->record), field);
  text = hearth_keyring_open (verify->keyring, field->compartment, context, (guint64) seal->number,
                              seal->value, g_bytes_get_data (seal->commitment, NULL), &error);
  /* What is sealed to somebody else can be judged by that person and the recovery sheet only. */
  return text != NULL || g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED);
}

static bool
check_record (HearthVerify *verify, const HearthTable *table, HearthStored *stored, GError **error)
{
  const char *id = hearth_record_get_id (stored->record);
  g_autofree char *body = hearth_table_dup_body (table, stored);
  g_autoptr (GError) local_error = NULL;
  gint64 revision = 0;
  g_autofree char *last = dup_last_body (verify, id, &revision, &local_error);
  bool right;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  if (g_strcmp0 (body, last) != 0)
    return find (verify, id, _ ("Record {record} is not as it was last saved (row {row} of the audit)."),
                 error);
  if (!index_is_right (verify, table, stored, &right, error))
    return false;
  if (!right)
    return find (verify, id, _ ("Record {record} is not listed as what it is (row {row} of the audit)."),
                 error);
  if (!hearth_links_check (verify->db, table, stored, &right, error))
    return false;
  if (!right)
    return find (verify, id, _ (links_differ), error);
  for (unsigned int i = 0; stored->seals != NULL && i < table->n_columns; i++)
    if (!sealed_is_right (verify, table, stored, i))
      return find (verify, id, _ ("A sealed text of record {record} was changed (row {row} of the audit)."),
                   error);
  return true;
}

/* --- all of them ------------------------------------------------------------------------------- */

static bool
check_type (HearthVerify *verify, const HearthRecordType *type, GError **error)
{
  const HearthTable *table = hearth_table_get (type);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (verify->db, table->select_all, error);
  HearthStep step;

  if (statement == NULL)
    return false;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (HearthStored) stored = hearth_table_read_row (table, statement);

      verify->result->records++;
      if (!check_record (verify, table, stored, error) || !hearth_verify_step (verify, error))
        return false;
    }
  return step == HEARTH_STEP_DONE;
}

/* Records that @sql names, of which @sentence tells what is the matter. */
static bool
check_named (HearthVerify *verify, const char *sql, const char *type, const char *sentence, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (verify->db, sql, error);
  HearthStep step;

  if (statement == NULL)
    return false;
  if (type != NULL)
    hearth_statement_bind_text (statement, 1, type);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    if (!find (verify, hearth_statement_get_text (statement, 0), sentence, error))
      return false;
  return step == HEARTH_STEP_DONE;
}

/* Links that no record has: of a type whose records name nobody so. Those of the others were looked at one by one. */
static bool
check_stray_links (HearthVerify *verify, GError **error)
{
  g_autoptr (GString) sql =
    g_string_new ("SELECT DISTINCT i.id FROM record_link l JOIN record_index i ON i.row = l.row "
                  "WHERE i.type NOT IN (''");
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    if (hearth_table_get (types[i])->has_links)
      g_string_append_printf (sql, ", '%s'", types[i]->name);
  g_string_append_c (sql, ')');
  return check_named (verify, sql->str, NULL, _ (links_differ), error);
}

static bool
check_all (HearthVerify *verify, GError **error)
{
  const char *is_gone = _ ("Record {record} is gone (row {row} of the audit).");
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autofree char *gone = g_strdup_printf ("SELECT id FROM record_index WHERE type = ?1 AND "
                                               "row NOT IN (SELECT row FROM \"%s\")",
                                               types[i]->name);

      if (!check_type (verify, types[i], error) ||
          !check_named (verify, gone, types[i]->name, is_gone, error))
        return false;
    }
  return check_stray_links (verify, error) &&
         check_named (verify,
                      "SELECT id FROM revision WHERE revision = 1 AND id NOT IN (SELECT id FROM "
                      "record_index)",
                      NULL, is_gone, error);
}

bool
hearth_verify_records (HearthVerify *verify, GError **error)
{
  bool done = check_all (verify, error);

  g_clear_pointer (&verify->last_saves, g_hash_table_unref);
  if (done)
    tell_of_more (verify);
  return done;
}
