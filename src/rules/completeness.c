/* SPDX-License-Identifier: GPL-3.0-or-later
 * How complete a record is.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/completeness.h"

HearthCompleteness *
hearth_completeness_new (HearthStore *store, HearthRecord *record, const char *section)
{
  const HearthRecordType *type;
  HearthCompleteness *completeness;
  const char *file;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);

  type = hearth_record_get_record_type (record);
  file = type->owner == HEARTH_OWNER_RESIDENT ? hearth_record_get_resident (record)
                                              : hearth_record_get_id (record);
  completeness = g_new0 (HearthCompleteness, 1);
  completeness->missing = g_ptr_array_new ();
  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];

      if (!field->expected || (section != NULL && g_strcmp0 (field->section, section) != 0) ||
          !hearth_policy_may_read (hearth_store_get_policy (store), type, field, file))
        continue;
      completeness->expected++;
      if (hearth_record_has (record, field->name))
        completeness->filled++;
      else
        g_ptr_array_add (completeness->missing, (gpointer) field);
    }
  return completeness;
}

void
hearth_completeness_free (HearthCompleteness *completeness)
{
  if (completeness == NULL)
    return;
  g_ptr_array_unref (completeness->missing);
  g_free (completeness);
}
