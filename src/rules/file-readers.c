/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everybody who works here, and whether they see one resident's file.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/file-limits.h"

#include "records/types.h"
#include "rules/account-role.h"
#include "rules/file-limits-private.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>

void
hearth_file_reader_free (HearthFileReader *reader)
{
  if (reader == NULL)
    return;
  g_clear_object (&reader->account);
  g_free (reader->why);
  g_free (reader);
}

/* Why an account of @role sees the file, or not. */
static const char *
describe (HearthFileReader *reader, const HearthRole *role, HearthFileLimits *limits, const char *resident)
{
  const HearthRole *given = hearth_role_lookup (hearth_record_get (reader->account, "role"));
  HearthFileState state = hearth_file_limits_get (limits, resident);

  if (state == HEARTH_FILE_CONFLICT)
    return _ ("Conflict of interest");
  if (given == NULL || given->tiers == 0)
    return _ ("Has no role in files");
  if (role == NULL)
    return _ ("Waits for approval");
  if (state == HEARTH_FILE_LIMITED)
    return reader->may_see ? _ ("Opened in an emergency") : _ ("Not named");
  if (hearth_file_limits_has_named (limits, resident))
    return _ ("Named");
  return NULL;
}

static HearthFileReader *
reader_new (HearthStore *store, HearthRecord *account, const char *resident, GError **error)
{
  const HearthRole *role = hearth_account_get_role (store, account);
  const char *id = hearth_record_get_id (account);
  g_autoptr (HearthFileLimits) limits = hearth_file_limits_new (store, id, error);
  HearthRecord *shown = limits != NULL ? hearth_store_load (store, id, error) : NULL;
  HearthFileReader *reader;
  HearthFileState state;
  const char *why;

  if (shown == NULL)
    return NULL;
  state = hearth_file_limits_get (limits, resident);
  reader = g_new0 (HearthFileReader, 1);
  reader->account = shown;
  reader->may_see = role != NULL && role->tiers != 0 &&
                    (state == HEARTH_FILE_OPEN || hearth_file_limits_get_opening (limits, resident) != NULL);
  why = describe (reader, role, limits, resident);
  reader->why =
    why != NULL
      ? g_strdup (why)
      : hearth_record_format (shown, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");
  return reader;
}

static int
compare_readers (gconstpointer a, gconstpointer b)
{
  const HearthFileReader *one = *(const HearthFileReader *const *) a,
                         *other = *(const HearthFileReader *const *) b;

  if (one->may_see != other->may_see)
    return one->may_see ? -1 : 1;
  return g_utf8_collate (hearth_record_get (one->account, "name"),
                         hearth_record_get (other->account, "name"));
}

GPtrArray *
hearth_file_limits_list_readers (HearthStore *store, const char *resident, GError **error)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_file_reader_free);
  g_autoptr (GPtrArray) accounts = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  /* That somebody has a conflict of interest is not for everybody to know. */
  if (!hearth_policy_may_read (hearth_store_get_policy (store), &hearth_file_limit_type, NULL, resident))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "limits of a file");
      return NULL;
    }
  accounts = hearth_store_read_unasked (store, &hearth_account_type, NULL, NULL, error);
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      HearthRecord *account = g_ptr_array_index (accounts, i);
      HearthFileReader *reader;

      if (!hearth_record_is_yes (account, "active"))
        continue;
      reader = reader_new (store, account, resident, error);
      if (reader == NULL)
        return NULL;
      g_ptr_array_add (readers, reader);
    }
  if (accounts == NULL)
    return NULL;
  g_ptr_array_sort (readers, compare_readers);
  return g_steal_pointer (&readers);
}
