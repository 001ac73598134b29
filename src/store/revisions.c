/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a record was like at each save.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/audit.h"
#include "store/store-private.h"
#include "store/table.h"
#include "store/unasked.h"

#include <json-glib/json-glib.h>

void
hearth_revision_free (HearthRevision *revision)
{
  if (revision == NULL)
    return;
  g_free (revision->saved_at);
  g_free (revision->saved_by);
  g_free (revision->reason);
  g_free (revision->action);
  g_free (revision->role);
  g_clear_pointer (&revision->resealed, g_ptr_array_unref);
  g_clear_object (&revision->record);
  g_free (revision);
}

/** The versions of one record while they are read. */
typedef struct {
  HearthStore *store;
  const HearthTable *table;
  GStrv files;        /* whose it is in */
  bool is_author;     /* the reader made the record */
  char **commitments; /* per column, of sealed text in the version before */
  bool unasked;       /* for the policy itself */
  bool clinical;      /* something of tiers 3 and 4 is told of */
} Reading;

static void
reading_clear (Reading *reading)
{
  for (unsigned int i = 0; reading->commitments != NULL && i < reading->table->n_columns; i++)
    g_free (reading->commitments[i]);
  g_free (reading->commitments);
  g_strfreev (reading->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Of sealed text a version only has what it can be compared by. */
static void
take_sealed (Reading *reading, HearthRevision *revision, unsigned int column, const char *commitment)
{
  hearth_record_set_withheld (revision->record, column, true);
  if (g_strcmp0 (reading->commitments[column], commitment) != 0 &&
      (*commitment != '\0' || reading->commitments[column] != NULL))
    g_ptr_array_add (revision->resealed, (gpointer) reading->table->columns[column]);
  g_set_str (&reading->commitments[column], commitment);
}

static void
take_column (Reading *reading, HearthRevision *revision, unsigned int column, const char *value)
{
  const HearthRecordType *type = reading->table->type;
  const HearthField *field = reading->table->columns[column];

  if (!reading->unasked &&
      !hearth_store_may_read_field_of (reading->store, type, field, (const char *const *) reading->files,
                                       reading->is_author))
    {
      hearth_record_set_withheld (revision->record, column, true);
      return;
    }
  if (*value != '\0' && !hearth_field_is_base (field) &&
      hearth_record_type_get_field_tier (type, field) >= HEARTH_TIER_CLINICAL)
    reading->clinical = true;
  if (field->kind == HEARTH_FIELD_SEALED)
    take_sealed (reading, revision, column, value);
  else
    hearth_record_set_column (revision->record, column, value);
}

/* A version that was in a file which the reader may not see, or was kept from the reader, stays so: whoever it names was
 * taken out since, what was written of them is still in it. */
static bool
was_for_reader (Reading *reading, JsonObject *body)
{
  const HearthRecordType *type = reading->table->type;
  g_autoptr (HearthRecord) links = hearth_record_new (type);
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) hidden_from = NULL;

  if (reading->unasked || !reading->table->has_links)
    return true;
  for (unsigned int i = 0; i < reading->table->n_columns; i++)
    if (reading->table->columns[i]->kind == HEARTH_FIELD_LINKS)
      hearth_record_set_column (links, i,
                                json_object_get_string_member_with_default (body,
                                                                            reading->table->columns[i]->name,
                                                                            ""));
  files = hearth_record_dup_files (links);
  hidden_from =
    g_strsplit (type->hidden_from != NULL ? hearth_record_get (links, type->hidden_from) : "", " ", -1);
  return (type->owner != HEARTH_OWNER_RESIDENTS ||
          hearth_store_may_read_in (reading->store, type, (const char *const *) files)) &&
         !g_strv_contains ((const char *const *) hidden_from, hearth_store_get_person_id (reading->store));
}

static bool
read_body (Reading *reading, HearthRevision *revision, const char *body, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (body, NULL);
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "a revision's body");
      return false;
    }
  object = json_node_get_object (root);
  if (!was_for_reader (reading, object))
    {
      hearth_record_withhold_all (revision->record);
      g_set_str (&revision->reason, "");
      return true;
    }
  for (unsigned int i = 0; i < reading->table->n_columns; i++)
    {
      const HearthField *field = reading->table->columns[i];
      g_autofree char *commitment = NULL;

      if (reading->table->places[i] < 0)
        continue;
      if (field->kind == HEARTH_FIELD_SEALED)
        commitment = g_strconcat (field->name, "_commitment", NULL);
      take_column (reading, revision, i,
                   json_object_get_string_member_with_default (object, commitment ? commitment : field->name,
                                                               ""));
    }
  return true;
}

static bool
read_revision (Reading *reading, HearthStatement *statement, GPtrArray *revisions, GError **error)
{
  HearthRevision *revision = g_new0 (HearthRevision, 1);

  g_ptr_array_add (revisions, revision);
  revision->revision = hearth_statement_get_int64 (statement, 0);
  revision->saved_at = g_strdup (hearth_statement_get_text (statement, 1));
  revision->saved_by = g_strdup (hearth_statement_get_text (statement, 2));
  revision->reason = g_strdup (hearth_statement_get_text (statement, 3));
  revision->action = g_strdup (hearth_statement_get_text (statement, 5));
  revision->role = g_strdup (hearth_statement_get_text (statement, 6));
  revision->resealed = g_ptr_array_new ();
  revision->record = hearth_record_new (reading->table->type);
  return read_body (reading, revision, hearth_statement_get_text (statement, 4), error);
}

static GPtrArray *
list_revisions (Reading *reading, const char *id, GError **error)
{
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_revision_free);
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (reading->store->db,
                       "SELECT r.revision, r.at, r.by, r.reason, r.body, a.action, a.role FROM revision r "
                       "LEFT JOIN audit a ON a.id = r.id AND a.revision = r.revision WHERE r.id = ?1 "
                       "ORDER BY r.revision",
                       error);
  HearthStep step;

  if (statement == NULL)
    return NULL;
  hearth_statement_bind_text (statement, 1, id);
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    if (!read_revision (reading, statement, revisions, error))
      return NULL;
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&revisions) : NULL;
}

static GPtrArray *
read_revisions (Reading *reading, const char *id, GError **error)
{
  g_autoptr (GPtrArray) revisions = NULL;
  const HearthRecordType *type;
  g_autofree char *resident = NULL;
  gint64 row;

  if (!hearth_store_check_open (reading->store, error) ||
      !hearth_store_find_row (reading->store, id, &row, &type, &resident, error))
    return NULL;
  if (!reading->unasked && !hearth_store_may_read_record (reading->store, type, id, resident))
    {
      hearth_store_deny_record (reading->store, type, id, error);
      return NULL;
    }
  reading->table = hearth_table_get (type);
  reading->files = hearth_store_dup_files (reading->store, type, id, resident);
  reading->is_author = hearth_store_is_author (reading->store, type, id);
  reading->commitments = g_new0 (char *, reading->table->n_columns);
  revisions = list_revisions (reading, id, error);
  if (revisions == NULL || (reading->clinical && !reading->unasked &&
                            !hearth_store_note (reading->store, "view", type, id, NULL, error)))
    return NULL;
  return g_steal_pointer (&revisions);
}

GPtrArray *
hearth_store_list_revisions (HearthStore *store, const char *id, GError **error)
{
  g_auto (Reading) reading = { .store = store };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return read_revisions (&reading, id, error);
}

GPtrArray *
hearth_store_list_revisions_unasked (HearthStore *store, const char *id, GError **error)
{
  g_auto (Reading) reading = { .store = store, .unasked = true };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return read_revisions (&reading, id, error);
}
