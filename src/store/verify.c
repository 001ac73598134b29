/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looking at a whole house: is every byte, row and signature what it was when it was written?
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/folder.h"
#include "store/verify-private.h"

#include <glib/gi18n-lib.h>

/* Rows between two words of progress. */
#define ROWS_PER_WORD 256

static void
finding_free (gpointer data)
{
  HearthFinding *finding = data;

  g_free (finding->kind);
  g_free (finding->sentence);
  g_free (finding);
}

void
hearth_verification_free (HearthVerification *verification)
{
  if (verification == NULL)
    return;
  g_free (verification->anchor);
  g_ptr_array_unref (verification->findings);
  g_free (verification);
}

void
hearth_verification_take_finding (HearthVerification *verification,
                                  const char *kind,
                                  gint64 sequence,
                                  char *sentence)
{
  HearthFinding *finding = g_new0 (HearthFinding, 1);

  finding->kind = g_strdup (kind);
  finding->sequence = sequence;
  finding->sentence = sentence;
  g_ptr_array_add (verification->findings, finding);
}

bool
hearth_verify_step (HearthVerify *verify, GError **error)
{
  if (verify->rows_done++ % ROWS_PER_WORD == 0 && verify->progress != NULL && verify->rows_all > 0)
    verify->progress (MIN (1.0, (double) verify->rows_done / (double) verify->rows_all), verify->user_data);
  if (!g_cancellable_is_cancelled (verify->cancellable))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED, "verify");
  return false;
}

/* --- the file ------------------------------------------------------------------------------- */

/* The rows that a checking pragma answers with, joined; "" for none. NULL on error. */
static char *
run_check (HearthVerify *verify, const char *pragma, GError **error)
{
  g_autoptr (HearthStatement) statement = hearth_db_prepare (verify->db, pragma, error);
  g_autoptr (GString) rows = g_string_new (NULL);
  HearthStep step;

  if (statement == NULL)
    return NULL;
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    g_string_append_printf (rows, "%s%s", rows->len > 0 ? "; " : "",
                            hearth_statement_get_text (statement, 0));
  return step == HEARTH_STEP_DONE ? g_string_free_and_steal (g_steal_pointer (&rows)) : NULL;
}

static void
find_damage (HearthVerify *verify, const char *where)
{
  hearth_verification_take_finding (verify->result, "damage", 0,
                                    g_strdup_printf (_ ("The file house.db is damaged (%s). Do not go on "
                                                        "writing in it: restore the last backup, "
                                                        "and keep the damaged file."),
                                                     where));
}

/* Every page's own seal. It reads the file beside the log, so a page that is being written just then is looked
 * at again before it counts. */
static bool
check_pages (HearthVerify *verify, GError **error)
{
  g_autofree char *pages = run_check (verify, "PRAGMA cipher_integrity_check", error);
  g_autofree char *again = NULL;

  if (pages == NULL)
    return false;
  if (*pages == '\0')
    return true;
  again = run_check (verify, "PRAGMA cipher_integrity_check", error);
  if (again == NULL)
    return false;
  if (*again != '\0')
    find_damage (verify, again);
  return true;
}

static bool
check_structure (HearthVerify *verify, GError **error)
{
  g_autofree char *rows = run_check (verify, "PRAGMA integrity_check (20)", error);
  g_autofree char *links = rows != NULL ? run_check (verify, "PRAGMA foreign_key_check", error) : NULL;

  if (links == NULL)
    return false;
  if (!g_str_equal (rows, "ok"))
    hearth_verification_take_finding (verify->result, "integrity", 0,
                                      g_strdup_printf (_ ("The tables of house.db do not fit together (%s)."),
                                                       rows));
  if (*links != '\0')
    hearth_verification_take_finding (
      verify->result, "integrity", 0,
      g_strdup_printf (_ ("Rows of house.db name others that are not there (%s)."), links));
  return true;
}

/* --- the whole ---------------------------------------------------------------------------------- */

static bool
count_rows (HearthVerify *verify, GError **error)
{
  gint64 records;

  if (!hearth_db_query_int64 (verify->db, "SELECT count(*) FROM audit", &verify->result->audit_rows, error) ||
      !hearth_db_query_int64 (verify->db, "SELECT count(*) FROM record_index", &records, error))
    return false;
  verify->rows_all = verify->result->audit_rows + records;
  return true;
}

/* Of rows that are not whole nothing else can be said. */
static bool
check_keys (HearthVerify *verify, GError **error)
{
  return verify->result->findings->len > 0 || hearth_verify_keys (verify, error);
}

static bool
check_all (HearthVerify *verify, GError **error)
{
  if (!hearth_db_begin_read (verify->db, error) || !check_pages (verify, error))
    return false;
  if (verify->result->findings->len > 0)
    return true; /* of a damaged file nothing else can be said */
  return check_structure (verify, error) && count_rows (verify, error) &&
         hearth_verify_chain (verify, error) && check_keys (verify, error) &&
         hearth_verify_records (verify, error) &&
         hearth_attachment_verify_all (verify->db, verify->folder, verify->keyring, verify->result,
                                       verify->cancellable, error);
}

static bool
open_and_check (HearthVerify *verify, GError **error)
{
  g_autofree char *path = hearth_house_dup_db_path (verify->folder);
  g_autoptr (HearthDb) db = hearth_db_open (path, verify->keyring, HEARTH_DB_READ_ONLY, error);

  if (db == NULL)
    return false;
  verify->db = db;
  hearth_db_set_cancellable (db, verify->cancellable);
  return check_all (verify, error);
}

HearthVerification *
hearth_house_verify (const char *folder,
                     HearthKeyring *keyring,
                     HearthProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (HearthVerification) result = g_new0 (HearthVerification, 1);
  g_autoptr (GError) local_error = NULL;
  HearthVerify verify = {
    .folder = folder,
    .keyring = keyring,
    .result = result,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
  };

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (HEARTH_IS_KEYRING (keyring), NULL);

  result->findings = g_ptr_array_new_with_free_func (finding_free);
  if (!open_and_check (&verify, &local_error))
    {
      if (!hearth_house_is_damage (folder, keyring, local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      find_damage (&verify, local_error->message);
    }
  if (hearth_keyring_used_previous (keyring))
    hearth_verification_take_finding (
      result, "keys", 0,
      g_strdup (_ ("The key file house.keys was missing or damaged, and its previous version was used. Look "
                   "through the accounts: the last change of people or passwords may be undone.")));
  if (result->anchor == NULL)
    result->anchor = g_strdup ("");
  return g_steal_pointer (&result);
}
