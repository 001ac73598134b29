/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sealing anew what is sealed already: the same text and commitment under another key, so that no hash changes.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "records/registry.h"
#include "store/attachment-row.h"
#include "store/people-private.h"

/* Values read before any of them is written. */
#define VALUES_AT_A_TIME 64

static void
sealed_value_free (gpointer data)
{
  HearthSealedValue *value = data;

  g_free (value->author);
  g_free (value->context);
  g_clear_pointer (&value->sealed, g_bytes_unref);
  g_clear_pointer (&value->commitment, g_bytes_unref);
  g_free (value);
}

static bool
is_damage (const GError *error)
{
  return g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED);
}

/* --- records ------------------------------------------------------------------------ */

typedef struct {
  HearthStore *store;
  const HearthRecordType *type;
  const HearthField *field;
  HearthResealFunc reseal;
  gpointer user_data;
} Resealing;

static char *
make_select (const Resealing *resealing)
{
  const char *name = resealing->field->name;

  return g_strdup_printf ("SELECT row, id, created_by, \"%s\", \"%s_commitment\", \"%s_seal\", \"%s_epoch\" "
                          "FROM \"%s\" WHERE row > ?1 AND \"%s\" IS NOT NULL ORDER BY row LIMIT %d",
                          name, name, name, name, resealing->type->name, name, VALUES_AT_A_TIME);
}

/** The next values after row @after; NULL on error. */
static GPtrArray *
read_values (const Resealing *resealing, gint64 after, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (sealed_value_free);
  g_autofree char *sql = make_select (resealing);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (resealing->store->db, sql, error);
  HearthStep step;

  if (statement == NULL)
    return NULL;
  hearth_statement_bind_int64 (statement, 1, after);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      HearthSealedValue *value = g_new0 (HearthSealedValue, 1);

      value->row = hearth_statement_get_int64 (statement, 0);
      value->context =
        hearth_seal_dup_context (resealing->type, hearth_statement_get_text (statement, 1), resealing->field);
      value->author = g_strdup (hearth_statement_get_text (statement, 2));
      value->sealed = hearth_statement_dup_bytes (statement, 3);
      value->commitment = hearth_statement_dup_bytes (statement, 4);
      value->number = hearth_statement_get_int64 (statement, 5);
      value->epoch = hearth_statement_get_int64 (statement, 6);
      g_ptr_array_add (values, value);
    }
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&values) : NULL;
}

static bool
write_value (const Resealing *resealing,
             const HearthSealedValue *value,
             GBytes *sealed,
             gint64 epoch,
             GError **error)
{
  const char *name = resealing->field->name;
  g_autofree char *sql =
    g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2, \"%s_seal\" = ?3, \"%s_epoch\" = ?4 WHERE row = ?1",
                     resealing->type->name, name, name, name);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (resealing->store->db, sql, error);

  if (statement == NULL)
    return false;
  hearth_statement_bind_int64 (statement, 1, value->row);
  hearth_statement_bind_bytes (statement, 2, sealed);
  hearth_statement_bind_int64 (statement, 3, value->number + 1);
  hearth_statement_bind_int64 (statement, 4, epoch);
  return hearth_statement_run (statement, error);
}

static bool
reseal_value (const Resealing *resealing, const HearthSealedValue *value, GError **error)
{
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 epoch = value->epoch;

  if (value->commitment != NULL && g_bytes_get_size (value->commitment) == HEARTH_HASH_BYTES &&
      hearth_seal_is_allowed (resealing->field, value->sealed))
    sealed = resealing->reseal (value, resealing->user_data, &epoch, &local_error);
  if (sealed != NULL)
    return write_value (resealing, value, sealed, epoch, error);
  if (local_error == NULL)
    return true;
  /* It was closed before: that must not keep the others from a new key. */
  if (is_damage (local_error))
    {
      g_warning ("%s cannot be sealed anew: %s", value->context, local_error->message);
      return true;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return false;
}

static bool
reseal_field (const Resealing *resealing, GError **error)
{
  gint64 last = 0;
  guint n_values;

  do
    {
      g_autoptr (GPtrArray) values = read_values (resealing, last, error);

      if (values == NULL)
        return false;
      for (guint i = 0; i < values->len; i++)
        {
          const HearthSealedValue *value = g_ptr_array_index (values, i);

          if (!reseal_value (resealing, value, error))
            return false;
          last = value->row;
        }
      n_values = values->len;
    }
  while (n_values == VALUES_AT_A_TIME);
  return true;
}

bool
hearth_store_reseal (HearthStore *store,
                     const char *compartment,
                     HearthResealFunc reseal,
                     gpointer user_data,
                     GError **error)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int t = 0; t < n_types; t++)
    for (unsigned int i = 0; i < types[t]->n_fields; i++)
      {
        const HearthField *field = &types[t]->fields[i];
        const Resealing resealing = { store, types[t], field, reseal, user_data };

        if (field->kind == HEARTH_FIELD_SEALED && g_strcmp0 (field->compartment, compartment) == 0 &&
            !reseal_field (&resealing, error))
          return false;
      }
  return true;
}

/* --- attached files -------------------------------------------------------------------- */

static GPtrArray *
read_attachments (HearthStore *store, const char *compartment, GError **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_stored_attachment_free);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       "SELECT " HEARTH_ATTACHMENT_COLUMNS " FROM attachment WHERE compartment = ?1", error);
  HearthStep step;

  if (statement == NULL)
    return NULL;
  hearth_statement_bind_text (statement, 1, compartment);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autoptr (GError) local_error = NULL;
      HearthStoredAttachment *row = hearth_stored_attachment_read (statement, &local_error);

      if (row != NULL)
        g_ptr_array_add (rows, row);
      else
        g_warning ("%s", local_error->message);
    }
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static bool
reseal_attachment (HearthStore *store, const HearthStoredAttachment *row, GError **error)
{
  g_autofree char *context = hearth_stored_attachment_dup_context (row);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HearthStatement) statement = NULL;
  g_autoptr (GBytes) sealed = NULL;

  /* Files have no letterbox: somebody has put it there who does not hold the key. */
  if (hearth_sealed_is_letter (row->sealed_key))
    return true;
  sealed = hearth_keyring_reseal (store->keyring, row->info->compartment, context, (guint64) row->seal_number,
                                  (guint64) row->seal_number + 1, row->sealed_key,
                                  g_bytes_get_data (row->commitment, NULL), &local_error);
  if (sealed == NULL && is_damage (local_error))
    {
      g_warning ("the key of attachment %s cannot be sealed anew: %s", row->info->id, local_error->message);
      return true;
    }
  if (sealed == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  statement =
    hearth_db_prepare (store->db, "UPDATE attachment SET sealed_key = ?2, sealed_number = ?3 WHERE id = ?1",
                       error);
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, row->info->id);
  hearth_statement_bind_bytes (statement, 2, sealed);
  hearth_statement_bind_int64 (statement, 3, row->seal_number + 1);
  return hearth_statement_run (statement, error);
}

bool
hearth_store_reseal_attachments (HearthStore *store, const char *compartment, GError **error)
{
  g_autoptr (GPtrArray) rows = read_attachments (store, compartment, error);

  if (rows == NULL)
    return false;
  for (guint i = 0; i < rows->len; i++)
    if (!reseal_attachment (store, g_ptr_array_index (rows, i), error))
      return false;
  return true;
}
