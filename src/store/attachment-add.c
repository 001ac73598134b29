/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attached files: adding them. The sealing needs nothing of the store, so that it can be done in a thread.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/attachment-row.h"

#include "core/id.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sodium.h>

#define MOST_NAME_BYTES 255
#define MOST_MEDIA_TYPE_BYTES 127
#define NAME_BYTES 32
#define NAME_KEY_BYTES 32
#define FIRST_SEAL 1

/**
 * One file on its way in.
 * @name_key: for the keyed hash that names the file; NULL: a random name
 * @found: there was a file of that name already, and none was written
 */
typedef struct {
  HearthStoredAttachment *row;
  GBytes *content;
  char *folder; /* the house's */
  guint8 *key;
  guint8 *name_key;
  bool found;
} Sealing;

static void
sealing_free (Sealing *sealing)
{
  g_clear_pointer (&sealing->row, hearth_stored_attachment_free);
  g_clear_pointer (&sealing->content, g_bytes_unref);
  g_free (sealing->folder);
  sodium_free (sealing->key);
  sodium_free (sealing->name_key);
  g_free (sealing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sealing, sealing_free)

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
  if (g_bytes_get_size (content) > HEARTH_ATTACHMENT_MOST_BYTES)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_TOO_LARGE, "%" G_GSIZE_FORMAT " bytes",
                 g_bytes_get_size (content));
  else if (!is_file_name (attachment->name) || !is_media_type (attachment->media_type))
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, "name or media type");
  else if (!hearth_store_may_attach (store, attachment))
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "attachment");
  else
    return true;
  return false;
}

/* --- sealing: in any thread ---------------------------------------------------------- */

static char *
make_name (const Sealing *sealing)
{
  guint8 bytes[NAME_BYTES];
  char hex[NAME_BYTES * 2 + 1];
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (sealing->content, &length);

  if (sealing->name_key)
    crypto_generichash (bytes, sizeof bytes, data, length, sealing->name_key, NAME_KEY_BYTES);
  else
    randombytes_buf (bytes, sizeof bytes);
  sodium_bin2hex (hex, sizeof hex, bytes, sizeof bytes);
  return g_strdup (hex);
}

static bool
ensure_folder (const Sealing *sealing, const char *files, GError **error)
{
  if (g_mkdir (files, 0700) == 0)
    return hearth_folder_sync (sealing->folder, error);
  return errno == EEXIST || hearth_file_set_error (error, errno);
}

/** Gives the file its name and writes it, or finds one of that name. */
static bool
seal (Sealing *sealing, GError **error)
{
  /* One file at a time: two of the same content have the same name. */
  static GMutex one_at_a_time;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&one_at_a_time);
  HearthStoredAttachment *row = sealing->row;
  g_autofree char *files = hearth_house_dup_files_path (sealing->folder);
  g_autofree char *path = NULL;

  g_free (row->file);
  row->file = make_name (sealing);
  path = g_build_filename (files, row->file, NULL);
  sealing->found = sealing->name_key && hearth_file_digest_path (path, &row->digest, NULL, NULL);
  if (sealing->found)
    return true;
  if (!ensure_folder (sealing, files, error))
    return false;
  hearth_sealed_file_sweep (files);
  return hearth_sealed_file_write (files, row->file, sealing->key, sealing->content, &row->digest, error);
}

/* --- the row ------------------------------------------------------------------------- */

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
  context = hearth_stored_attachment_dup_context (row);
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

static Sealing *
begin_sealing (HearthStore *store, HearthStoredAttachment *row, GBytes *content, GError **error)
{
  g_autoptr (Sealing) sealing = g_new0 (Sealing, 1);

  sealing->row = row;
  if (!hearth_store_check_open (store, error) || !check_new (store, row->info, content, error))
    return NULL;
  sealing->content = g_bytes_ref (content);
  sealing->folder = g_strdup (store->folder);
  sealing->key = sodium_malloc (HEARTH_SEALED_FILE_KEY_BYTES);
  if (!sealing->key)
    {
      hearth_file_set_error (error, ENOMEM);
      return NULL;
    }
  randombytes_buf (sealing->key, HEARTH_SEALED_FILE_KEY_BYTES);
  /* In a compartment even the hash would let a colleague with tools find out whether they have the same file. */
  if (!*row->info->compartment)
    sealing->name_key = sodium_malloc (NAME_KEY_BYTES);
  if (sealing->name_key && !hearth_keyring_derive (store->keyring, "attachment-name", sealing->name_key))
    g_clear_pointer (&sealing->name_key, sodium_free);
  return keep_key (store, row, sealing->key, error) ? g_steal_pointer (&sealing) : NULL;
}

/** Takes over key and file of an attachment with the same content, if the file that was found is still as it was
 * written. @shared: (out) */
static bool
share_file (HearthStore *store, HearthStoredAttachment *row, bool *shared, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (store->db,
                       "SELECT " HEARTH_ATTACHMENT_COLUMNS
                       " FROM attachment WHERE file = ?1 AND compartment = '' LIMIT 1",
                       error);
  g_autoptr (HearthStoredAttachment) other = NULL;
  HearthStep step;

  *shared = false;
  if (!statement)
    return false;
  hearth_statement_bind_text (statement, 1, row->file);
  step = hearth_statement_step (statement, error);
  if (step != HEARTH_STEP_ROW)
    return step == HEARTH_STEP_DONE;
  other = hearth_stored_attachment_read (statement, error);
  if (!other)
    return false;
  *shared = hearth_file_digest_equal (&row->digest, &other->digest);
  if (*shared)
    {
      g_clear_pointer (&row->key, g_bytes_unref);
      row->key = g_bytes_ref (other->key);
    }
  return true;
}

/** Whether the file that was found will do. Otherwise, if it is damaged or nobody's, @again: this one needs a file,
 * and a name, of its own. */
static bool
check_found (HearthStore *store, Sealing *sealing, bool *again, GError **error)
{
  bool shared = false;

  *again = false;
  if (!hearth_store_check_open (store, error))
    return false;
  if (!sealing->found)
    return true;
  if (!share_file (store, sealing->row, &shared, error))
    return false;
  *again = !shared;
  if (*again)
    g_clear_pointer (&sealing->name_key, sodium_free);
  return true;
}

/** The row and its audit row, in the change that was begun. */
static bool
insert (HearthStore *store, const HearthStoredAttachment *row, GError **error)
{
  guint8 hash[HEARTH_HASH_BYTES];
  HearthAuditEntry entry = { .action = "attach", .type = "attachment", .id = row->info->id, .after = hash };

  hearth_stored_attachment_hash (row, hash);
  return hearth_stored_attachment_insert (row, store->db, error) &&
         hearth_store_add_audit (store, &entry, error);
}

static void
remove_file (const Sealing *sealing)
{
  g_autofree char *files = hearth_house_dup_files_path (sealing->folder);
  g_autofree char *path = g_build_filename (files, sealing->row->file, NULL);

  g_unlink (path);
}

/* --- at once ------------------------------------------------------------------------- */

static bool
add (HearthStore *store, Sealing *sealing, bool *written, GError **error)
{
  bool again = false;

  *written = false;
  do
    {
      if (!seal (sealing, error))
        return false;
      *written = !sealing->found;
      if (!check_found (store, sealing, &again, error))
        return false;
    }
  while (again);
  return insert (store, sealing->row, error);
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
  g_autoptr (Sealing) sealing = NULL;
  bool added, written;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (name && media_type && content, NULL);

  sealing =
    begin_sealing (store, make_row (store, resident, name, media_type, compartment, content), content, error);
  if (!sealing || !hearth_store_begin_change (store, error))
    return NULL;
  added = add (store, sealing, &written, error);
  if (!added && written)
    remove_file (sealing);
  if (!hearth_store_end_change (store, added, error))
    return NULL;
  return g_steal_pointer (&sealing->row->info);
}

/* --- without blocking ---------------------------------------------------------------- */

static void sealed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
seal_thread (GTask *work, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (seal (task_data, &error))
    g_task_return_boolean (work, TRUE);
  else
    g_task_return_error (work, g_steal_pointer (&error));
}

/* Not cancellable by itself: what is written has to be heard of, so that it can be removed. */
static void
seal_in_thread (HearthStore *store, GTask *task)
{
  g_autoptr (GTask) work = g_task_new (store, NULL, sealed_cb, task);

  g_task_set_task_data (work, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (work, seal_thread);
}

static bool
keep_sealed (HearthStore *store, const Sealing *sealing, GCancellable *cancellable, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         hearth_store_begin_change (store, error) &&
         hearth_store_end_change (store, insert (store, sealing->row, error), error);
}

static void
sealed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HearthStore *store = HEARTH_STORE (source);
  Sealing *sealing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  bool again = false, kept = false;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* A full or failing disk is told to the store, as when it was met in a change. */
      if (hearth_store_begin_change (store, NULL))
        hearth_store_end_change (store, false, &error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (check_found (store, sealing, &again, &error))
    {
      if (again)
        {
          seal_in_thread (store, g_steal_pointer (&task));
          return;
        }
      kept = keep_sealed (store, sealing, g_task_get_cancellable (task), &error);
    }
  if (!kept && !sealing->found)
    remove_file (sealing);
  if (kept)
    g_task_return_pointer (task, g_steal_pointer (&sealing->row->info),
                           (GDestroyNotify) hearth_attachment_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
hearth_store_add_attachment_async (HearthStore *store,
                                   const char *resident,
                                   const char *name,
                                   const char *media_type,
                                   const char *compartment,
                                   GBytes *content,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Sealing *sealing;

  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (name && media_type && content);

  task = g_task_new (store, cancellable, callback, user_data);
  /* What was kept is told, even when nobody waited for it any more. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, hearth_store_add_attachment_async);
  sealing = begin_sealing (store, make_row (store, resident, name, media_type, compartment, content), content,
                           &error);
  if (!sealing)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_set_task_data (task, sealing, (GDestroyNotify) sealing_free);
  seal_in_thread (store, g_steal_pointer (&task));
}

HearthAttachment *
hearth_store_add_attachment_finish (HearthStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
