/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attached files: adding and reading them, and who may.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/attachment.h"

#include "core/id.h"
#include "records/registry.h"
#include "store/attachment-row.h"
#include "store/table.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sodium.h>

#define MOST_BYTES ((gsize) 200 * 1000 * 1000)
#define MOST_NAME_BYTES 255
#define MOST_MEDIA_TYPE_BYTES 127
#define NAME_BYTES 32
#define FIRST_SEAL 1

/* --- who may ----------------------------------------------------------------------- */

/** Calls @answers with every field of any type that holds an attachment until one says yes. */
static bool
any_field (HearthStore *store,
           bool (*answers) (HearthStore *store,
                            const HearthRecordType *type,
                            const HearthField *field,
                            const HearthAttachment *attachment),
           const HearthAttachment *attachment)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (guint i = 0; i < types[t]->n_fields; i++)
      if (types[t]->fields[i].kind == HEARTH_FIELD_ATTACHMENT &&
          answers (store, types[t], &types[t]->fields[i], attachment))
        return true;
  return false;
}

static bool
may_write_field (HearthStore *store,
                 const HearthRecordType *type,
                 const HearthField *field,
                 const HearthAttachment *attachment)
{
  return hearth_policy_may_write (store->policy, type, field,
                                  *attachment->resident ? attachment->resident : NULL);
}

static char *
make_holders_sql (const HearthRecordType *type, const HearthField *field)
{
  GString *sql = g_string_new ("SELECT i.id, i.resident FROM ");

  hearth_sql_append_name (sql, type->name);
  g_string_append (sql, " AS t CROSS JOIN record_index AS i ON i.row = t.row WHERE t.");
  hearth_sql_append_name (sql, field->name);
  g_string_append (sql, " = ?1");
  return g_string_free_and_steal (sql);
}

/** Whether a record that this reader may see holds the attachment in @field: one of the same file, or of any when it
 * was added before its record was saved. */
static bool
is_shown_by (HearthStore *store,
             const HearthRecordType *type,
             const HearthField *field,
             const HearthAttachment *attachment)
{
  g_autofree char *sql = make_holders_sql (type, field);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, sql, &error);
  bool shown = false;

  if (statement)
    hearth_statement_bind_text (statement, 1, attachment->id);
  while (statement && !shown && hearth_statement_step (statement, &error) == HEARTH_STEP_ROW)
    {
      const char *id = hearth_statement_get_text (statement, 0);
      const char *file = hearth_record_type_get_file (type, id, hearth_statement_get_text (statement, 1));

      shown = (!*attachment->resident || g_strcmp0 (file, attachment->resident) == 0) &&
              hearth_store_may_read_record (store, type, id, file) &&
              hearth_store_may_read_field (store, type, field, file);
    }
  if (error)
    g_warning ("Asking who holds attachment %s: %s", attachment->id, error->message);
  return shown;
}

static bool
is_held_by (HearthStore *store,
            const HearthRecordType *type,
            const HearthField *field,
            const HearthAttachment *attachment)
{
  g_autofree char *sql = make_holders_sql (type, field);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStatement) statement = hearth_db_prepare (store->db, sql, &error);

  if (statement)
    hearth_statement_bind_text (statement, 1, attachment->id);
  /* When in doubt it is held, and its holder decides. */
  return !statement || hearth_statement_step (statement, &error) != HEARTH_STEP_DONE;
}

/** Who may see a record that shows it, or, until a record does, who added it. */
static bool
may_read (HearthStore *store, const HearthAttachment *attachment)
{
  if (*attachment->compartment && !hearth_keyring_has_compartment (store->keyring, attachment->compartment))
    return false;
  if (any_field (store, is_shown_by, attachment))
    return true;
  return g_str_equal (attachment->added_by, hearth_store_get_person_id (store)) &&
         !any_field (store, is_held_by, attachment);
}

/* --- adding ------------------------------------------------------------------------ */

static bool
is_media_type (const char *text)
{
  return strlen (text) <= MOST_MEDIA_TYPE_BYTES &&
         g_regex_match_simple ("^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$", text,
                               G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT);
}

/** A name to show and to save under: not a path, no control characters. */
static bool
is_file_name (const char *name)
{
  if (!*name || strlen (name) > MOST_NAME_BYTES || !g_utf8_validate (name, -1, NULL) || strchr (name, '/') ||
      g_str_equal (name, ".") || g_str_equal (name, ".."))
    return false;
  for (const char *at = name; *at; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return false;
  return true;
}

static bool
check_new (HearthStore *store, const HearthAttachment *attachment, GBytes *content, GError **error)
{
  if (g_bytes_get_size (content) > MOST_BYTES)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_TOO_LARGE, "%" G_GSIZE_FORMAT " bytes",
                 g_bytes_get_size (content));
  else if (!is_file_name (attachment->name) || !is_media_type (attachment->media_type))
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, "name or media type");
  else if (!any_field (store, may_write_field, attachment) ||
           (*attachment->compartment &&
            !hearth_keyring_has_compartment (store->keyring, attachment->compartment)))
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "attachment");
  else
    return true;
  return false;
}

static char *
make_random_name (void)
{
  guint8 bytes[NAME_BYTES];
  char hex[NAME_BYTES * 2 + 1];

  randombytes_buf (bytes, sizeof bytes);
  sodium_bin2hex (hex, sizeof hex, bytes, sizeof bytes);
  return g_strdup (hex);
}

/** The keyed hash of @content: the same content has the same name, which tells nothing without the key. With no key
 * or no memory for it, one that means nothing. */
static char *
make_content_name (HearthStore *store, GBytes *content)
{
  guint8 *key = sodium_malloc (32);
  guint8 hash[NAME_BYTES];
  char hex[NAME_BYTES * 2 + 1];
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (content, &length);

  if (!key || !hearth_keyring_derive (store->keyring, "attachment-name", key))
    {
      sodium_free (key);
      return make_random_name ();
    }
  crypto_generichash (hash, sizeof hash, data, length, key, 32);
  sodium_free (key);
  sodium_bin2hex (hex, sizeof hex, hash, sizeof hash);
  return g_strdup (hex);
}

/** Takes over file, key and digest of an attachment that has the same content, if its file is whole.
 * @found: (out) */
static bool
share_file (HearthStore *store, HearthStoredAttachment *row, bool *found, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       "SELECT " HEARTH_ATTACHMENT_COLUMNS
                       " FROM attachment WHERE file = ?1 AND compartment = '' LIMIT 1",
                       error);
  g_autoptr (HearthStoredAttachment) other = NULL;
  g_autofree char *folder = hearth_house_dup_files_path (store->folder);
  g_autofree char *path = g_build_filename (folder, row->file, NULL);
  HearthFileDigest digest;
  HearthStep step;

  *found = false;
  if (!statement)
    return false;
  hearth_statement_bind_text (statement, 1, row->file);
  step = hearth_statement_step (statement, error);
  if (step != HEARTH_STEP_ROW)
    return step == HEARTH_STEP_DONE;
  other = hearth_stored_attachment_read (statement, error);
  if (!other)
    return false;
  if (!hearth_file_digest_path (path, &digest, NULL, NULL) ||
      !hearth_file_digest_equal (&digest, &other->digest))
    {
      /* Damaged: the row that names it must go on saying so. The new one gets a file of its own. */
      g_free (row->file);
      row->file = make_random_name ();
      return true;
    }
  *found = true;
  row->digest = other->digest;
  row->key = g_bytes_ref (other->key);
  return true;
}

/** Keeps @key in @row, sealed when it is a compartment's. */
static bool
keep_key (HearthStore *store, HearthStoredAttachment *row, const guint8 *key, GError **error)
{
  g_autofree char *context = NULL;
  char hex[HEARTH_SEALED_FILE_KEY_BYTES * 2 + 1];
  guint8 commitment[HEARTH_HASH_BYTES];

  if (!*row->info->compartment)
    {
      row->key = g_bytes_new (key, HEARTH_SEALED_FILE_KEY_BYTES);
      return true;
    }
  context = g_strdup_printf ("attachment|%s|key", row->info->id);
  sodium_bin2hex (hex, sizeof hex, key, HEARTH_SEALED_FILE_KEY_BYTES);
  row->sealed_key =
    hearth_keyring_seal (store->keyring, row->info->compartment, context, FIRST_SEAL, hex, commitment, error);
  sodium_memzero (hex, sizeof hex);
  if (!row->sealed_key)
    return false;
  row->commitment = g_bytes_new (commitment, sizeof commitment);
  row->seal_number = FIRST_SEAL;
  return true;
}

static bool
write_file (HearthStore *store, HearthStoredAttachment *row, GBytes *content, GError **error)
{
  g_autofree char *folder = hearth_house_dup_files_path (store->folder);
  guint8 *key;
  bool written;

  if (g_mkdir (folder, 0700) == 0)
    {
      if (!hearth_folder_sync (store->folder, error))
        return false;
    }
  else if (errno != EEXIST)
    return hearth_file_set_error (error, errno);
  hearth_sealed_file_sweep (folder);
  key = sodium_malloc (HEARTH_SEALED_FILE_KEY_BYTES);
  if (!key)
    return hearth_file_set_error (error, ENOMEM);
  randombytes_buf (key, HEARTH_SEALED_FILE_KEY_BYTES);
  written = keep_key (store, row, key, error) &&
            hearth_sealed_file_write (folder, row->file, key, content, &row->digest, error);
  sodium_free (key);
  return written;
}

/** The file, then the row, then its audit row. @written: (out): whether a file was made */
static bool
add (HearthStore *store, HearthStoredAttachment *row, GBytes *content, bool *written, GError **error)
{
  guint8 hash[HEARTH_HASH_BYTES];
  HearthAuditEntry entry = { .action = "attach", .type = "attachment", .id = row->info->id, .after = hash };
  bool found = false;

  *written = false;
  /* In a compartment even the hash would let a colleague with tools find out whether they have the same file. */
  row->file = *row->info->compartment ? make_random_name () : make_content_name (store, content);
  if (!*row->info->compartment && !share_file (store, row, &found, error))
    return false;
  if (!found && !write_file (store, row, content, error))
    return false;
  *written = !found;
  hearth_stored_attachment_hash (row, hash);
  return hearth_stored_attachment_insert (row, store->db, error) &&
         hearth_store_add_audit (store, &entry, error);
}

static HearthStoredAttachment *
make_row (HearthStore *store,
          const char *resident,
          const char *name,
          const char *media_type,
          const char *compartment,
          GBytes *content)
{
  HearthStoredAttachment *row = hearth_stored_attachment_new ();

  *row->info = (HearthAttachment) {
    .id = hearth_id_new (),
    .resident = g_strdup (resident ? resident : ""),
    .name = g_strdup (name),
    .media_type = g_strdup (media_type),
    .size = (gint64) g_bytes_get_size (content),
    .added_at = hearth_clock_stamp (store->clock),
    .added_by = g_strdup (hearth_store_get_person_id (store)),
    .compartment = g_strdup (compartment ? compartment : ""),
  };
  return row;
}

HearthAttachment *
hearth_store_add_attachment (HearthStore *store,
                             const char *resident,
                             const char *name,
                             const char *media_type,
                             const char *compartment,
                             GBytes *content,
                             GError **error)
{
  g_autoptr (HearthStoredAttachment) row = NULL;
  bool added, written;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (name && media_type && content, NULL);

  if (!hearth_store_check_open (store, error))
    return NULL;
  row = make_row (store, resident, name, media_type, compartment, content);
  if (!check_new (store, row->info, content, error) || !hearth_store_begin_change (store, error))
    return NULL;
  added = add (store, row, content, &written, error);
  if (!added && written)
    {
      g_autofree char *path = g_build_filename (store->folder, "files", row->file, NULL);

      g_unlink (path);
    }
  if (!hearth_store_end_change (store, added, error))
    return NULL;
  return g_steal_pointer (&row->info);
}

/* --- reading ----------------------------------------------------------------------- */

/** The row of @id if this reader may see it; NOT_FOUND, DENIED. */
static HearthStoredAttachment *
load_for_reader (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HearthStoredAttachment) row = NULL;

  if (!hearth_store_check_open (store, error))
    return NULL;
  row = hearth_stored_attachment_load (store->db, id, &local_error);
  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!row)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND, "attachment %s", id);
  else if (!may_read (store, row->info))
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "attachment %s", id);
  else
    return g_steal_pointer (&row);
  return NULL;
}

HearthAttachment *
hearth_store_lookup_attachment (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (HearthStoredAttachment) row = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id, NULL);

  row = load_for_reader (store, id, error);
  return row ? g_steal_pointer (&row->info) : NULL;
}

/** Opens the sealed key of a compartment's file into @key. */
static bool
open_key (HearthStore *store, const HearthStoredAttachment *row, guint8 *key, GError **error)
{
  g_autofree char *context = g_strdup_printf ("attachment|%s|key", row->info->id);
  gsize length = 0;
  bool good;
  char *hex =
    hearth_keyring_open (store->keyring, row->info->compartment, context, (guint64) row->seal_number,
                         row->sealed_key, g_bytes_get_data (row->commitment, NULL), error);

  if (!hex)
    return false;
  good = sodium_hex2bin (key, HEARTH_SEALED_FILE_KEY_BYTES, hex, strlen (hex), NULL, &length, NULL) == 0 &&
         length == HEARTH_SEALED_FILE_KEY_BYTES;
  sodium_memzero (hex, strlen (hex));
  g_free (hex);
  if (!good)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "attachment %s", row->info->id);
  return good;
}

static GBytes *
read_content (HearthStore *store, const HearthStoredAttachment *row, GError **error)
{
  g_autofree char *folder = hearth_house_dup_files_path (store->folder);
  guint8 *key = sodium_malloc (HEARTH_SEALED_FILE_KEY_BYTES);
  GBytes *content = NULL;
  bool have_key = true;

  if (!key)
    {
      hearth_file_set_error (error, ENOMEM);
      return NULL;
    }
  if (row->key)
    memcpy (key, g_bytes_get_data (row->key, NULL), HEARTH_SEALED_FILE_KEY_BYTES);
  else
    have_key = open_key (store, row, key, error);
  if (have_key)
    content = hearth_sealed_file_read (folder, row->file, key, row->info->size, error);
  sodium_free (key);
  return content;
}

/** Looking into a compartment's file leaves an audit row, as opening a page of it does. */
static bool
note_reading (HearthStore *store, const HearthStoredAttachment *row, GError **error)
{
  HearthAuditEntry entry = { .action = "view", .type = "attachment", .id = row->info->id };

  if (!*row->info->compartment)
    return true;
  return hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store, hearth_store_add_audit (store, &entry, error), error);
}

GBytes *
hearth_store_read_attachment (HearthStore *store, const char *id, GError **error)
{
  g_autoptr (HearthStoredAttachment) row = NULL;
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (id, NULL);

  row = load_for_reader (store, id, error);
  if (!row)
    return NULL;
  content = read_content (store, row, error);
  return content && note_reading (store, row, error) ? g_steal_pointer (&content) : NULL;
}
