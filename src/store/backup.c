/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a copy of a whole house: into a folder without a name, looked at, then named.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/backup.h"

#include "store/attachment-row.h"
#include "store/backup-check.h"
#include "store/backup-db.h"
#include "store/copies-place.h"
#include "store/copies.h"
#include "store/folder.h"
#include "store/migrate.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How much of the time each part takes, roughly. */
#define DATABASE_PART 0.5
#define FILES_PART 0.2
#define CHECK_PART 0.3

/** A copy under way. */
typedef struct {
  const char *folder;
  HearthKeyring *keyring;
  const char *destination;
  HearthProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;

  int destination_fd; /* locked: one copy at a time is made there */
  char *name;
  char *partial; /* path while it is made */
  char *earlier; /* path of the newest whole copy, or NULL */
  HearthManifest *read_today; /* its manifest, when its files need not be read again for this copy */
  HearthManifest *manifest;
  GHashTable *counts;
} Work;

static void
work_clear (Work *work)
{
  if (work->partial)
    hearth_folder_remove (work->partial);
  g_clear_fd (&work->destination_fd, NULL);
  g_free (work->name);
  g_free (work->partial);
  g_free (work->earlier);
  g_clear_pointer (&work->manifest, hearth_manifest_free);
  g_clear_pointer (&work->read_today, hearth_manifest_free);
  g_clear_pointer (&work->counts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static void
tell (Work *work, double fraction)
{
  if (work->progress)
    work->progress (CLAMP (fraction, 0, 1), work->user_data);
}

/* --- the place --------------------------------------------------------------------- */

static bool
lock_destination (Work *work, GError **error)
{
  /* Where a stick is not plugged in, nothing is made in its place that nobody asked for. */
  if (work->manifest->why == HEARTH_COPY_ASKED && g_mkdir_with_parents (work->destination, 0700) != 0)
    return hearth_file_set_error (error, errno);
  work->destination_fd = hearth_copies_lock (work->destination, error);
  return work->destination_fd >= 0;
}

/** Removes what an interrupted copy left, and finds the newest whole one. */
static void
look_around (Work *work)
{
  g_autoptr (GDir) entries = g_dir_open (work->destination, 0, NULL);
  const char *name;

  while (entries && (name = g_dir_read_name (entries)))
    {
      g_autofree char *path = g_build_filename (work->destination, name, NULL);
      g_autofree char *manifest = g_build_filename (path, HEARTH_MANIFEST_NAME, NULL);

      if (g_str_has_prefix (name, HEARTH_COPY_PARTIAL))
        hearth_folder_remove (path);
      else if (hearth_copy_is_name (name) && g_file_test (manifest, G_FILE_TEST_IS_REGULAR) &&
               (!work->earlier || strcmp (path, work->earlier) > 0))
        g_set_str (&work->earlier, path);
    }
}

/** A name by time that nothing has yet: "20260301T143000Z", then "20260301T143000Z-2". */
static char *
choose_name (Work *work)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stem = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  work->manifest->made_at = g_steal_pointer (&stamp);
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (stem) : g_strdup_printf ("%s-%u", stem, i);
      g_autofree char *path = g_build_filename (work->destination, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

/* A scheduled copy costs little when little has changed: attached files, which never change, are read again for the first
 * one of a day (UTC) only. */
static void
look_at_earlier (Work *work)
{
  const char *now = work->manifest->made_at;
  g_autoptr (HearthManifest) earlier = NULL;

  if (work->manifest->why != HEARTH_COPY_SCHEDULED || !work->earlier)
    return;
  earlier = hearth_manifest_read (work->earlier, NULL);
  if (earlier && g_str_equal (earlier->house, hearth_keyring_get_house_id (work->keyring)) &&
      strncmp (earlier->made_at, now, strlen ("2026-03-01")) == 0)
    work->read_today = g_steal_pointer (&earlier);
}

static bool
make_place (Work *work, GError **error)
{
  g_autofree char *partial_name = NULL;
  g_autofree char *partial = NULL;
  g_autofree char *files = NULL;

  if (!lock_destination (work, error))
    return false;
  look_around (work);
  hearth_drill_sweep (work->destination);
  work->name = choose_name (work);
  look_at_earlier (work);
  partial_name = g_strconcat (HEARTH_COPY_PARTIAL, work->name, NULL);
  partial = g_build_filename (work->destination, partial_name, NULL);
  if (g_mkdir (partial, 0700) != 0)
    return hearth_file_set_error (error, errno);
  work->partial = g_steal_pointer (&partial);
  files = hearth_house_dup_files_path (work->partial);
  return g_mkdir (files, 0700) == 0 || hearth_file_set_error (error, errno);
}

/* --- the parts --------------------------------------------------------------------- */

static void
pages_cb (int done, int all, gpointer user_data)
{
  tell (user_data, all > 0 ? DATABASE_PART * done / all : 0);
}

static bool
read_facts (Work *work, HearthDb *source, GError **error)
{
  HearthAuditHead head;

  if (!hearth_db_read_version (source, &work->manifest->schema, error) ||
      !hearth_audit_read_head (source, &head, error))
    return false;
  work->counts = hearth_db_count_rows (source, error);
  if (!work->counts)
    return false;
  work->manifest->house = g_strdup (hearth_keyring_get_house_id (work->keyring));
  work->manifest->epoch = hearth_keyring_get_epoch (work->keyring);
  work->manifest->anchor = hearth_anchor_to_text (head.sequence, head.hash);
  return true;
}

static bool
copy_database (Work *work, HearthDb *source, GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (work->partial);
  HearthFileDigest digest;

  if (!hearth_db_copy_to (source, path, work->keyring, pages_cb, work, work->cancellable, error) ||
      !hearth_file_sync (path, error) || !hearth_file_digest_path (path, &digest, work->cancellable, error))
    return false;
  hearth_manifest_add_file (work->manifest, "house.db", &digest);
  return true;
}

static bool
copy_keys (Work *work, GError **error)
{
  static const char *const names[] = { "house.keys", "house.keys.previous" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (work->folder, names[i], NULL);
      g_autofree char *to = g_build_filename (work->partial, names[i], NULL);
      HearthFileDigest digest;

      if (i > 0 && !g_file_test (from, G_FILE_TEST_EXISTS))
        continue;
      if (!hearth_file_copy (from, to, &digest, work->cancellable, error))
        return false;
      hearth_manifest_add_file (work->manifest, names[i], &digest);
    }
  return true;
}

/** Whether the file at @path is there and has @digest. */
static bool
is_whole (Work *work, const char *path, const HearthFileDigest *digest)
{
  HearthFileDigest found;

  return hearth_file_digest_path (path, &found, work->cancellable, NULL) &&
         hearth_file_digest_equal (&found, digest);
}

/** Copies @from to @to. @whole: (out): whether it has @digest; if not, nothing is left at @to */
static bool
copy_whole (Work *work,
            const char *from,
            const char *to,
            const HearthFileDigest *digest,
            bool *whole,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  HearthFileDigest copied;

  *whole = false;
  if (!hearth_file_copy (from, to, &copied, work->cancellable, &local_error))
    {
      if (g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
        return true;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  *whole = hearth_file_digest_equal (&copied, digest);
  if (!*whole)
    g_unlink (to);
  return true;
}

/** Whether the earlier copy was found to have the file @name with @digest today, and has one of that size still. */
static bool
was_whole_today (Work *work, const char *name, const char *earlier, const HearthFileDigest *digest)
{
  const HearthManifestFile *file =
    work->read_today ? hearth_manifest_lookup_file (work->read_today, name) : NULL;
  struct stat status;

  return file && hearth_file_digest_equal (&file->digest, digest) && lstat (earlier, &status) == 0 &&
         S_ISREG (status.st_mode) && status.st_size == digest->size;
}

/** Puts attached file @file into the copy. What the earlier copy has is read again before it is relied on. */
static bool
copy_file (Work *work, const char *file, const HearthFileDigest *digest, GError **error)
{
  g_autofree char *name = g_build_filename ("files", file, NULL);
  g_autofree char *from = g_build_filename (work->folder, name, NULL);
  g_autofree char *to = g_build_filename (work->partial, name, NULL);
  g_autofree char *earlier = work->earlier ? g_build_filename (work->earlier, name, NULL) : NULL;
  bool have_earlier =
    earlier && (was_whole_today (work, name, earlier, digest) || is_whole (work, earlier, digest));
  bool whole = have_earlier && link (earlier, to) == 0;

  if (!whole && !copy_whole (work, have_earlier ? earlier : from, to, digest, &whole, error))
    return false;
  if (whole)
    {
      hearth_manifest_add_file (work->manifest, name, digest);
      return true;
    }
  g_message ("The attached file %s is damaged in the house and not in the copy", file);
  g_ptr_array_add (work->manifest->damaged, g_steal_pointer (&name));
  return true;
}

static bool
copy_files (Work *work, HearthDb *source, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;
  HearthStep step;
  gint64 all = 0;

  if (!hearth_db_query_int64 (source, "SELECT count(DISTINCT file) FROM attachment", &all, error))
    return false;
  statement =
    hearth_db_prepare (source, "SELECT file, file_size, file_hash FROM attachment GROUP BY file", error);
  if (!statement)
    return false;
  for (gint64 done = 1; (step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW; done++)
    {
      g_autoptr (GBytes) hash = hearth_statement_dup_bytes (statement, 2);
      HearthFileDigest digest = { .size = hearth_statement_get_int64 (statement, 1) };

      memcpy (digest.hash, g_bytes_get_data (hash, NULL), MIN (g_bytes_get_size (hash), sizeof digest.hash));
      if (!copy_file (work, hearth_statement_get_text (statement, 0), &digest, error))
        return false;
      tell (work, DATABASE_PART + FILES_PART * (double) done / (double) all);
    }
  return step == HEARTH_STEP_DONE;
}

static bool
write_manifest (Work *work, GError **error)
{
  g_autofree char *path = g_build_filename (work->partial, HEARTH_MANIFEST_NAME, NULL);
  g_autofree char *files = hearth_house_dup_files_path (work->partial);
  g_autofree char *json = NULL;

  if (!hearth_manifest_seal_counts (work->manifest, work->keyring, work->counts, error))
    return false;
  json = hearth_manifest_to_json (work->manifest);
  return hearth_file_write_new (path, json, strlen (json), error) && hearth_folder_sync (files, error) &&
         hearth_folder_sync (work->partial, error);
}

static bool
copy_all (Work *work, GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (work->folder);
  g_autoptr (HearthDb) source = hearth_db_open (path, work->keyring, HEARTH_DB_READ_ONLY, error);

  if (!source)
    return false;
  hearth_db_set_cancellable (source, work->cancellable);
  return hearth_db_begin_read (source, error) && read_facts (work, source, error) &&
         copy_database (work, source, error) && copy_keys (work, error) && copy_files (work, source, error);
}

static bool
give_name (Work *work, char **copy, GError **error)
{
  g_autofree char *final = g_build_filename (work->destination, work->name, NULL);

  if (g_cancellable_is_cancelled (work->cancellable))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED, "");
      return false;
    }
  if (!hearth_file_rename_durably (work->partial, final, error))
    {
      /* It may have its name already, but nobody can say whether it will keep it. */
      hearth_folder_remove (final);
      return false;
    }
  g_clear_pointer (&work->partial, g_free);
  tell (work, 1);
  if (copy)
    *copy = g_steal_pointer (&final);
  return true;
}

static bool
make_copy (Work *work, char **copy, GError **error)
{
  if (!hearth_house_check_files (work->folder, error) || !make_place (work, error) ||
      !copy_all (work, error) || !write_manifest (work, error))
    return false;
  tell (work, 1 - CHECK_PART);
  /* A copy made every half hour leaves the rows of the indexes to the drill. */
  return hearth_copy_check_database (work->partial, work->partial, work->keyring,
                                     work->manifest->why != HEARTH_COPY_SCHEDULED, work->cancellable,
                                     error) &&
         give_name (work, copy, error);
}

bool
hearth_house_backup (const char *folder,
                     HearthKeyring *keyring,
                     const char *destination,
                     HearthCopyReason why,
                     char **copy,
                     HearthProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (Work) work = {
    .folder = folder,
    .keyring = keyring,
    .destination = destination,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
    .destination_fd = -1,
    .manifest = hearth_manifest_new (),
  };

  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (folder && destination, false);
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), false);

  work.manifest->why = why;
  return make_copy (&work, copy, &local_error) ||
         hearth_copies_propagate (destination, error, g_steal_pointer (&local_error));
}
