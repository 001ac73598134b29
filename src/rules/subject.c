/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records that are about another record.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/subject.h"

#include "rules/reader-private.h"

void
hearth_subject_set (HearthRecord *record, HearthRecord *subject)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *residents = NULL;

  g_return_if_fail (HEARTH_IS_RECORD (record));
  g_return_if_fail (HEARTH_IS_RECORD (subject));

  files = hearth_record_dup_files (subject);
  residents = g_strjoinv (" ", files);
  hearth_record_set (record, "subject", hearth_record_get_id (subject));
  hearth_record_set (record, "subject_type", hearth_record_get_record_type (subject)->name);
  hearth_record_set (record, "residents", residents);
}

HearthRecord *
hearth_subject_load (HearthStore *store, HearthRecord *record, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);

  if (!hearth_record_has (record, "subject"))
    return NULL;
  return hearth_store_load (store, hearth_record_get (record, "subject"), error);
}

GPtrArray *
hearth_subject_list (HearthStore *store, const HearthRecordType *type, const char *subject, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  const char *ids[] = { subject, NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (subject != NULL, NULL);

  query = hearth_query_new (type);
  hearth_query_set_filter (query, "subject", ids);
  hearth_query_set_sort (query, "created_at", false);
  return hearth_reader_list (store, query, error);
}
