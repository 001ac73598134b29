/* SPDX-License-Identifier: GPL-3.0-or-later
 * Trying out a copy: put back into a hidden folder, opened, read from end to end, compared, thrown away.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/copies.h"

#include "store/backup-check.h"
#include "store/backup-file.h"
#include "store/copies-place.h"
#include "store/folder.h"
#include "store/migrate.h"
#include "store/store-private.h"
#include "vault/vault.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define DRILL_PREFIX ".hearth-drill-"
/* How much of the time putting back takes, roughly. */
#define RESTORE_PART 0.4

void
hearth_drill_free (HearthDrill *drill)
{
  if (drill == NULL)
    return;
  g_free (drill->made_at);
  g_free (drill->last_entry);
  g_free (drill->last_entry_now);
  g_free (drill->anchor);
  g_free (drill);
}

/* --- the hidden folder ------------------------------------------------------------------ */

/** A folder that is locked as long as its drill goes on, so that only what was left behind is swept away. */
typedef struct {
  char *path;
  int lock;
} Workplace;

static void
workplace_clear (Workplace *workplace)
{
  if (workplace->path != NULL)
    hearth_folder_remove (workplace->path);
  g_clear_pointer (&workplace->path, g_free);
  g_clear_fd (&workplace->lock, NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workplace, workplace_clear)

/** Locks the folder at @path; -1 when somebody else has it, or it is not there. */
static int
lock_folder (const char *path)
{
  g_autofd int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0)
    return -1;
  return g_steal_fd (&fd);
}

static bool
make_workplace (Workplace *workplace, const char *parent, GError **error)
{
  g_autofree char *path = g_build_filename (parent, DRILL_PREFIX "XXXXXX", NULL);

  hearth_drill_sweep (parent);
  if (g_mkdtemp_full (path, 0700) == NULL)
    return hearth_file_set_error (error, errno);
  workplace->lock = lock_folder (path);
  workplace->path = g_steal_pointer (&path);
  return workplace->lock >= 0 || hearth_file_set_error (error, EIO);
}

void
hearth_drill_sweep (const char *place)
{
  g_autoptr (GDir) entries = NULL;
  const char *name;

  g_return_if_fail (place != NULL);

  entries = g_dir_open (place, 0, NULL);
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      Workplace left = { .lock = -1 };

      if (!g_str_has_prefix (name, DRILL_PREFIX))
        continue;
      left.path = g_build_filename (place, name, NULL);
      left.lock = lock_folder (left.path);
      if (left.lock < 0)
        g_clear_pointer (&left.path, g_free);
      workplace_clear (&left);
    }
}

/* --- the drill -------------------------------------------------------------------------- */

typedef struct {
  const char *folder; /* the house in use, or NULL */
  HearthKeyring *keyring;
  const char *copy;
  HearthProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;

  HearthManifest *manifest;
} Drill;

static void
tell (Drill *drill, double fraction)
{
  if (drill->progress != NULL)
    drill->progress (CLAMP (fraction, 0, 1), drill->user_data);
}

static void
verify_progress_cb (double fraction, gpointer user_data)
{
  tell (user_data, RESTORE_PART + (1 - RESTORE_PART) * fraction);
}

static bool
set_corrupt (GError **error, const char *what)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, what);
  return false;
}

/* The folder above @path, whatever way that was given. */
static char *
dup_parent (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  return g_path_get_dirname (whole);
}

/** Puts the copy back into @workplace/house, a new folder in @parent. */
static char *
put_back_in (Drill *drill, Workplace *workplace, const char *parent, GError **error)
{
  g_autofree char *house = NULL;

  if (!make_workplace (workplace, parent, error))
    return NULL;
  house = g_build_filename (workplace->path, "house", NULL);
  return hearth_house_restore (drill->copy, house, drill->cancellable, error) ? g_steal_pointer (&house)
                                                                              : NULL;
}

static bool
is_about_the_place (const GError *error)
{
  return g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_FULL) ||
         g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NETWORK) ||
         g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LENT);
}

/** Beside the copy, so that the stick itself is tried; where nothing can be written there, beside the house. */
static char *
put_back (Drill *drill, Workplace *workplace, GError **error)
{
  g_autofree char *beside_copy = dup_parent (drill->copy);
  g_autofree char *beside_house = drill->folder != NULL ? dup_parent (drill->folder) : NULL;
  g_autoptr (GError) local_error = NULL;
  char *house = put_back_in (drill, workplace, beside_copy, &local_error);

  if (house == NULL && beside_house != NULL && is_about_the_place (local_error))
    {
      g_clear_error (&local_error);
      workplace_clear (workplace);
      house = put_back_in (drill, workplace, beside_house, &local_error);
    }
  if (house == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return house;
}

static bool
migrate (Drill *drill, const char *house, GError **error)
{
  gsize n_migrations;
  const HearthMigration *migrations = hearth_migrations_get (&n_migrations);

  return hearth_migrate_house (house, drill->keyring, migrations, n_migrations, error);
}

/* --- what is found ------------------------------------------------------------------------ */

static bool
knows_reader (HearthDb *db, HearthKeyring *keyring, bool *knows, GError **error)
{
  g_autoptr (HearthStatement) statement =
    hearth_db_prepare (db, "SELECT 1 FROM person_key WHERE person = ?1", error);
  HearthStep step;

  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, hearth_keyring_get_person_id (keyring));
  step = hearth_statement_step (statement, error);
  *knows = step == HEARTH_STEP_ROW;
  return step != HEARTH_STEP_ERROR;
}

/** Findings that tell nothing against the copy: an attached file that was damaged when it was made is not in it; whoever
 * came to the house later signed nothing in it; and which key file was used is about the house. */
static bool
is_no_fault (Drill *drill, const HearthFinding *finding, bool knows_me, bool *own_key_told)
{
  if (g_str_equal (finding->kind, "attachment"))
    return drill->manifest->damaged->len > 0; /* what the manifest lists was compared when it was put back */
  if (g_str_equal (finding->kind, "signature") && finding->sequence == 0 && !knows_me && !*own_key_told)
    {
      *own_key_told = true;
      return true;
    }
  return g_str_equal (finding->kind, "keys");
}

static bool
verify (Drill *drill, const char *house, bool knows_me, GError **error)
{
  g_autoptr (HearthVerification) verification =
    hearth_house_verify (house, drill->keyring, verify_progress_cb, drill, drill->cancellable, error);
  bool own_key_told = false;

  if (verification == NULL)
    return false;
  for (guint i = 0; i < verification->findings->len; i++)
    {
      const HearthFinding *finding = g_ptr_array_index (verification->findings, i);

      if (!is_no_fault (drill, finding, knows_me, &own_key_told))
        return set_corrupt (error, finding->sentence);
    }
  return true;
}

/** The newest save in @db, and how many records there are. */
static bool
read_facts (HearthDb *db, gint64 *records, char **last_entry, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;

  if (!hearth_db_query_int64 (db, "SELECT count(*) FROM record_index", records, error))
    return false;
  statement = hearth_db_prepare (db,
                                 "SELECT at || utc_offset FROM audit NOT INDEXED WHERE revision > 0 "
                                 "ORDER BY sequence DESC LIMIT 1",
                                 error);
  if (statement == NULL || hearth_statement_step (statement, error) == HEARTH_STEP_ERROR)
    return false;
  *last_entry = g_strdup (hearth_statement_get_text (statement, 0));
  return true;
}

static bool
look_at (const char *house,
         HearthKeyring *keyring,
         gint64 *records,
         char **last_entry,
         bool *knows_me,
         GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (house);
  g_autoptr (HearthDb) db = hearth_db_open (path, keyring, HEARTH_DB_READ_ONLY, error);

  return db != NULL && hearth_db_begin_read (db, error) && read_facts (db, records, last_entry, error) &&
         knows_reader (db, keyring, knows_me, error);
}

static gint64
count_files (HearthManifest *manifest)
{
  gint64 n = 0;

  for (guint i = 0; i < manifest->files->len; i++)
    n += g_str_has_prefix (((HearthManifestFile *) g_ptr_array_index (manifest->files, i))->name, "files/");
  return n;
}

/* The key file has to be one of this house, and whole. */
static bool
check_keys (Drill *drill, const char *house, GError **error)
{
  g_autofree char *id = hearth_vault_read_house_id (house, NULL);

  return g_strcmp0 (id, drill->manifest->house) == 0 || set_corrupt (error, "house.keys");
}

static HearthDrill *
try_out (Drill *drill, const char *house, GError **error)
{
  g_autoptr (HearthDrill) result = g_new0 (HearthDrill, 1);
  bool knows_me = false, knows_me_now;

  if (!check_keys (drill, house, error) ||
      !hearth_copy_check_database (drill->copy, house, drill->keyring, false, drill->cancellable, error) ||
      !migrate (drill, house, error) ||
      !look_at (house, drill->keyring, &result->records, &result->last_entry, &knows_me, error) ||
      !verify (drill, house, knows_me, error))
    return NULL;
  result->records_now = -1;
  if (drill->folder != NULL && !look_at (drill->folder, drill->keyring, &result->records_now,
                                         &result->last_entry_now, &knows_me_now, error))
    return NULL;
  if (result->last_entry_now == NULL)
    result->last_entry_now = g_strdup ("");
  result->made_at = g_strdup (drill->manifest->made_at);
  result->anchor = g_strdup (drill->manifest->anchor);
  result->files = count_files (drill->manifest);
  return g_steal_pointer (&result);
}

static bool
check_manifest (Drill *drill, GError **error)
{
  if (!g_str_equal (drill->manifest->house, hearth_keyring_get_house_id (drill->keyring)))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_OTHER_HOUSE, drill->manifest->house);
      return false;
    }
  if (drill->manifest->epoch < (gint64) hearth_keyring_get_epoch (drill->keyring))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_EARLIER_KEY,
                           drill->manifest->made_at);
      return false;
    }
  return true;
}

static HearthDrill *
run (Drill *drill, GError **error)
{
  g_auto (Workplace) workplace = { .lock = -1 };
  g_autoptr (HearthManifest) manifest = hearth_manifest_read (drill->copy, error);
  g_autofree char *house = NULL;

  if (manifest == NULL)
    return NULL;
  drill->manifest = manifest;
  if (!check_manifest (drill, error))
    return NULL;
  house = put_back (drill, &workplace, error);
  if (house == NULL)
    return NULL;
  tell (drill, RESTORE_PART);
  return try_out (drill, house, error);
}

HearthDrill *
hearth_house_drill (const char *folder,
                    HearthKeyring *keyring,
                    const char *copy,
                    HearthProgressFunc progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Drill drill = {
    .folder = folder,
    .keyring = keyring,
    .copy = copy,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
  };
  g_autoptr (GError) local_error = NULL;
  HearthDrill *result;

  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);
  g_return_val_if_fail (copy != NULL, NULL);

  result = run (&drill, &local_error);
  if (result == NULL)
    hearth_copies_propagate (copy, error, g_steal_pointer (&local_error));
  return result;
}
