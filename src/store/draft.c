/* SPDX-License-Identifier: GPL-3.0-or-later
 * Drafts: what a person has typed and not yet saved, kept inside the database, per author.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/draft.h"

#include "core/id.h"
#include "core/wipe.h"
#include "records/registry.h"
#include "store/store-private.h"

#include <json-glib/json-glib.h>
#include <sodium.h>
#include <string.h>

/* How a sealed value stands in the JSON of a draft. */
#define SEALED_KEY "sealed"
#define COMMITMENT_KEY "commitment"
/* A draft's value is sealed anew each time, as a value of its own: to its author, whatever it will be sealed to as part of
 * a record, so that a compartment's new key does not touch drafts. */
#define SEAL_NUMBER 1

HearthDraft *
hearth_draft_new (const HearthRecordType *type)
{
  HearthDraft *draft;

  g_return_val_if_fail (type, NULL);

  draft = g_new0 (HearthDraft, 1);
  draft->type = type;
  draft->record_id = g_strdup ("");
  draft->resident = g_strdup ("");
  draft->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hearth_text_wipe);
  return draft;
}

void
hearth_draft_free (HearthDraft *draft)
{
  if (!draft)
    return;
  g_free (draft->id);
  g_free (draft->record_id);
  g_free (draft->resident);
  g_free (draft->saved_at);
  g_clear_pointer (&draft->values, g_hash_table_unref);
  g_free (draft);
}

/** The field that the value called @name is for and its type, or NULL: a value of another version of Hearth. */
static const HearthField *
lookup_field (const HearthDraft *draft, const char *name, const HearthRecordType **type)
{
  const char *dot = strchr (name, '.');
  g_autofree char *type_name = dot ? g_strndup (name, (gsize) (dot - name)) : NULL;

  *type = dot ? hearth_records_lookup_type (type_name) : draft->type;
  return *type ? hearth_record_type_lookup_field (*type, dot ? dot + 1 : name) : NULL;
}

/** Adds the residents that the typed @ids name, good or not: nobody may write into the file of who is not there. */
static void
add_named (GStrvBuilder *files, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit_set (ids, " ,\n\t", -1);

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_strv_builder_add (files, parts[i]);
}

/** Whose files the records of @type are in that @draft will be, so far as that is known: of what may be in several those
 * that it names now, named as it was saved last, or was begun for. Transfer full; NULL where that could not be asked. */
static GStrv
dup_files (HearthStore *store, const HearthDraft *draft, const HearthRecordType *type)
{
  bool is_main = type == draft->type;
  g_autoptr (GStrvBuilder) files = NULL;
  g_auto (GStrv) saved = NULL;

  if (type->owner != HEARTH_OWNER_RESIDENTS)
    return hearth_store_dup_files (store, type, is_main ? draft->record_id : "", draft->resident);
  files = g_strv_builder_new ();
  saved = is_main && *draft->record_id ? hearth_store_dup_files (store, type, draft->record_id, NULL)
                                       : g_new0 (char *, 1);
  if (!saved)
    return NULL;
  g_strv_builder_addv (files, (const char **) saved);
  add_named (files, draft->resident);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];
      g_autofree char *name =
        is_main ? g_strdup (field->name) : g_strdup_printf ("%s.%s", type->name, field->name);
      const char *value = g_hash_table_lookup (draft->values, name);

      if (value && field->kind == HEARTH_FIELD_LINKS && g_str_equal (field->link_type, "resident"))
        add_named (files, value);
    }
  return g_strv_builder_end (files);
}

/** Whether it will be a new record of its own type: then all there is of it is what its author typed. */
static bool
is_new (const HearthDraft *draft, const HearthRecordType *type)
{
  return type != draft->type || !*draft->record_id;
}

/** Whether the author of @draft is that of the record of @type that it will become. */
static bool
is_author (HearthStore *store, const HearthDraft *draft, const HearthRecordType *type)
{
  return is_new (draft, type) || hearth_store_is_author (store, type, draft->record_id);
}

/** Whether its author may not know of the record that it changes. */
static bool
is_hidden (HearthStore *store, const HearthDraft *draft)
{
  return !is_new (draft, draft->type) && hearth_store_is_hidden (store, draft->type, draft->record_id);
}

static char *
dup_context (const HearthDraft *draft, const char *name)
{
  return g_strdup_printf ("draft|%s|%s", draft->id, name);
}

/* --- writing --------------------------------------------------------------------- */

static bool
add_sealed (HearthStore *store,
            const HearthDraft *draft,
            const char *name,
            const char *text,
            JsonBuilder *body,
            GError **error)
{
  g_autofree char *context = dup_context (draft, name);
  g_autofree char *encoded = NULL;
  guint8 commitment[32];
  g_autoptr (GBytes) sealed = hearth_keyring_seal (store->keyring, HEARTH_COMPARTMENT_AUTHOR, context,
                                                   SEAL_NUMBER, text, commitment, error);
  char hex[sizeof commitment * 2 + 1];

  if (!sealed)
    return false;
  encoded = g_base64_encode (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  sodium_bin2hex (hex, sizeof hex, commitment, sizeof commitment);
  json_builder_begin_object (body);
  json_builder_set_member_name (body, SEALED_KEY);
  json_builder_add_string_value (body, encoded);
  json_builder_set_member_name (body, COMMITMENT_KEY);
  json_builder_add_string_value (body, hex);
  json_builder_end_object (body);
  return true;
}

/** The values as JSON; transfer full, or NULL with an error of the vault. */
static char *
make_body (HearthStore *store, const HearthDraft *draft, GError **error)
{
  g_autoptr (JsonBuilder) body = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  GHashTableIter iter;
  gpointer name, value;

  json_builder_begin_object (body);
  g_hash_table_iter_init (&iter, draft->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const HearthRecordType *type;
      const HearthField *field = lookup_field (draft, name, &type);
      hearth_autowipe char *text = g_utf8_make_valid (value, -1);

      if (!field)
        continue;
      json_builder_set_member_name (body, name);
      if (field->kind != HEARTH_FIELD_SEALED || !*text)
        {
          json_builder_add_string_value (body, text);
          continue;
        }
      if (!hearth_store_may_seal (store, field, is_new (draft, type), is_author (store, draft, type)))
        {
          g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, name);
          return NULL;
        }
      if (!add_sealed (store, draft, name, text, body, error))
        return NULL;
    }
  json_builder_end_object (body);
  root = json_builder_get_root (body);
  return json_to_string (root, FALSE);
}

static bool
remove_own (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db, "DELETE FROM draft WHERE id = ?1 AND author = ?2", error);

  if (!statement)
    return false;
  hearth_statement_bind_text (statement, 1, id);
  hearth_statement_bind_text (statement, 2, hearth_store_get_person_id (store));
  return hearth_statement_run (statement, error);
}

static bool
insert (HearthStore *store, const HearthDraft *draft, const char *saved_at, const char *body, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       "INSERT INTO draft (id, author, type, record, resident, revision, saved_at, body) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                       error);

  if (!statement)
    return false;
  hearth_statement_bind_text (statement, 1, draft->id);
  hearth_statement_bind_text (statement, 2, hearth_store_get_person_id (store));
  hearth_statement_bind_text (statement, 3, draft->type->name);
  hearth_statement_bind_text (statement, 4, draft->record_id);
  hearth_statement_bind_text (statement, 5, draft->resident);
  hearth_statement_bind_int64 (statement, 6, draft->revision);
  hearth_statement_bind_text (statement, 7, saved_at);
  hearth_statement_bind_text (statement, 8, body);
  return hearth_statement_run (statement, error);
}

/** Keeps the last five: of a record, or of new ones for the same resident. */
static bool
prune (HearthStore *store, const HearthDraft *draft, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       "DELETE FROM draft WHERE place IN (SELECT place FROM draft WHERE author = ?1 AND type "
                       "= ?2 AND record = ?3 "
                       "AND resident = ?4 ORDER BY place DESC LIMIT -1 OFFSET 5)",
                       error);

  if (!statement)
    return false;
  hearth_statement_bind_text (statement, 1, hearth_store_get_person_id (store));
  hearth_statement_bind_text (statement, 2, draft->type->name);
  hearth_statement_bind_text (statement, 3, draft->record_id);
  hearth_statement_bind_text (statement, 4, draft->resident);
  return hearth_statement_run (statement, error);
}

static bool
check_may_write_type (HearthStore *store,
                      const HearthDraft *draft,
                      const HearthRecordType *type,
                      GError **error)
{
  g_auto (GStrv) files = dup_files (store, draft, type);

  if (!is_hidden (store, draft) && hearth_store_may_write_in (store, type, NULL, (const char *const *) files))
    return true;
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "draft of %s", type->name);
  return false;
}

/** The draft's own type, and every other that it has values for. */
static bool
check_may_write (HearthStore *store, const HearthDraft *draft, GError **error)
{
  GHashTableIter iter;
  gpointer name;

  if (!check_may_write_type (store, draft, draft->type, error))
    return false;
  g_hash_table_iter_init (&iter, draft->values);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      const HearthRecordType *type;

      if (lookup_field (draft, name, &type) && !check_may_write_type (store, draft, type, error))
        return false;
    }
  return true;
}

bool
hearth_store_save_draft (HearthStore *store, HearthDraft *draft, GError **error)
{
  g_autofree char *saved_at = NULL;
  hearth_autowipe char *body = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (draft && draft->type && draft->values, false);

  if (!hearth_store_check_open (store, error) || !check_may_write (store, draft, error))
    return false;
  if (!draft->id)
    draft->id = hearth_id_new ();
  body = make_body (store, draft, error);
  if (!body || !hearth_store_begin_change (store, error))
    return false;
  saved_at = hearth_clock_stamp (store->clock);
  if (!hearth_store_end_change (store,
                                remove_own (store, draft->id, error) &&
                                  insert (store, draft, saved_at, body, error) && prune (store, draft, error),
                                error))
    return false;
  g_set_str (&draft->saved_at, saved_at);
  g_signal_emit_by_name (store, "drafts-changed");
  return true;
}

/* --- reading --------------------------------------------------------------------- */

/** The text of a sealed value, or NULL when this person cannot open it. */
static char *
open_sealed (HearthStore *store, const HearthDraft *draft, const char *name, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *encoded = object ? json_object_get_string_member_with_default (object, SEALED_KEY, "") : "";
  const char *hex = object ? json_object_get_string_member_with_default (object, COMMITMENT_KEY, "") : "";
  g_autofree char *context = dup_context (draft, name);
  g_autofree guint8 *data = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) error = NULL;
  guint8 commitment[32];
  gsize length = 0;
  char *text;

  if (sodium_hex2bin (commitment, sizeof commitment, hex, strlen (hex), NULL, &length, NULL) != 0 ||
      length != sizeof commitment)
    return NULL;
  data = g_base64_decode (encoded, &length);
  sealed = g_bytes_new (data, length);
  text = hearth_keyring_open (store->keyring, HEARTH_COMPARTMENT_AUTHOR, context, SEAL_NUMBER, sealed,
                              commitment, &error);
  if (!text)
    g_message ("A sealed text of draft %s does not open: %s", draft->id, error->message);
  return text;
}

/** Who may add a record, though not read those that are there, may look at what they typed until it is saved. */
static bool
may_add (HearthStore *store,
         const HearthDraft *draft,
         const HearthRecordType *type,
         const HearthField *field,
         const char *const *files)
{
  if (!is_new (draft, type) || !hearth_store_may_write_in (store, type, NULL, files))
    return false;
  return !field || (hearth_store_may_write_in (store, type, field, files) &&
                    (field->kind != HEARTH_FIELD_SEALED || hearth_store_may_seal (store, field, true, true)));
}

/** Whether the author may (still) read what they typed, or that there is something. */
static bool
may_read (HearthStore *store,
          const HearthDraft *draft,
          const HearthRecordType *type,
          const HearthField *field)
{
  g_auto (GStrv) own = dup_files (store, draft, type);
  const char *const *files = (const char *const *) own;

  if (hearth_store_may_read_in (store, type, files) &&
      (!field || hearth_store_may_read_field_of (store, type, field, files, is_author (store, draft, type))))
    return true;
  return may_add (store, draft, type, field, files);
}

static void
read_value (HearthStore *store, HearthDraft *draft, const char *name, JsonNode *node)
{
  const HearthRecordType *type;
  const HearthField *field = lookup_field (draft, name, &type);
  char *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node))
    text = json_node_dup_string (node);
  else if (field->kind == HEARTH_FIELD_SEALED)
    text = open_sealed (store, draft, name, node);
  if (text)
    g_hash_table_insert (draft->values, g_strdup (name), text);
}

/** What the draft names others by: whose files it is in. */
static void
read_links (HearthDraft *draft, JsonObject *body)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, body);
  while (json_object_iter_next (&iter, &name, &node))
    {
      const HearthRecordType *type;
      const HearthField *field = lookup_field (draft, name, &type);

      if (field && field->kind == HEARTH_FIELD_LINKS && JSON_NODE_HOLDS_VALUE (node))
        g_hash_table_insert (draft->values, g_strdup (name), json_node_dup_string (node));
    }
}

/** Of all values those that are for the author; judged while all that it names is there to judge by. */
static void
read_values (HearthStore *store, HearthDraft *draft, JsonObject *body)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, body);
  while (json_object_iter_next (&iter, &name, NULL))
    {
      const HearthRecordType *type;
      const HearthField *field = lookup_field (draft, name, &type);

      if (field && may_read (store, draft, type, field))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_hash_table_remove_all (draft->values);
  for (guint i = 0; i < names->len; i++)
    {
      name = g_ptr_array_index (names, i);
      read_value (store, draft, name, json_object_get_member (body, name));
    }
}

/** @shown: (out): whether the author may (still) know that there is the draft at all */
static bool
read_body (HearthStore *store, HearthDraft *draft, const char *body, bool *shown, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (body, NULL);

  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "draft %s", draft->id);
      return false;
    }
  read_links (draft, json_node_get_object (root));
  *shown = !is_hidden (store, draft) && may_read (store, draft, draft->type, NULL);
  if (*shown)
    read_values (store, draft, json_node_get_object (root));
  return true;
}

/** Adds the draft where @statement stands. */
static bool
take_draft (HearthStore *store, HearthStatement *statement, GPtrArray *drafts, GError **error)
{
  const HearthRecordType *type = hearth_records_lookup_type (hearth_statement_get_text (statement, 1));
  g_autoptr (HearthDraft) draft = NULL;
  bool shown;

  if (!type)
    return true;
  draft = hearth_draft_new (type);
  g_set_str (&draft->id, hearth_statement_get_text (statement, 0));
  g_set_str (&draft->record_id, hearth_statement_get_text (statement, 2));
  g_set_str (&draft->resident, hearth_statement_get_text (statement, 3));
  draft->revision = hearth_statement_get_int64 (statement, 4);
  g_set_str (&draft->saved_at, hearth_statement_get_text (statement, 5));
  if (!read_body (store, draft, hearth_statement_get_text (statement, 6), &shown, error))
    return false;
  if (shown)
    g_ptr_array_add (drafts, g_steal_pointer (&draft));
  return true;
}

GPtrArray *
hearth_store_list_drafts (HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_draft_free);
  g_autoptr (HearthStatement) statement = NULL;
  HearthStep step;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  if (!hearth_store_check_open (store, error))
    return NULL;
  statement = hearth_db_prepare (store->db,
                                 "SELECT id, type, record, resident, revision, saved_at, body FROM draft "
                                 "WHERE author = ?1 ORDER BY place DESC",
                                 error);
  if (!statement)
    return NULL;
  hearth_statement_bind_text (statement, 1, hearth_store_get_person_id (store));
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    if (!take_draft (store, statement, drafts, error))
      return NULL;
  return step == HEARTH_STEP_DONE ? g_steal_pointer (&drafts) : NULL;
}

bool
hearth_store_discard_draft (HearthStore *store, const char *draft_id, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (draft_id, false);

  if (!hearth_store_begin_change (store, error) ||
      !hearth_store_end_change (store, remove_own (store, draft_id, error), error))
    return false;
  g_signal_emit_by_name (store, "drafts-changed");
  return true;
}
