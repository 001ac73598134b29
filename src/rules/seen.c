/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who looked at what is clinical or sealed: a row of the audit, before it is shown.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/seen.h"

#include "store/audit.h"

bool
hearth_seen_counts (const HearthRecordType *type, const HearthField *field)
{
  return !hearth_field_is_base (field) &&
         hearth_record_type_get_field_tier (type, field) >= HEARTH_TIER_CLINICAL;
}

static bool
tells (HearthRecord *record, const HearthField *field)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  int column = hearth_record_type_find_column (type, field->name);

  return hearth_seen_counts (type, field) && column >= 0 &&
         !hearth_record_is_withheld (record, (unsigned int) column) &&
         hearth_record_has (record, field->name);
}

bool
hearth_seen_tells (HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  /* What somebody is just writing down, nobody else has written. */
  for (unsigned int i = 0; hearth_record_get_revision (record) > 0 && i < type->n_fields; i++)
    if (tells (record, &type->fields[i]))
      return true;
  return false;
}

bool
hearth_seen_note (HearthStore *store, HearthRecord *record, GError **error)
{
  return !hearth_seen_tells (record) ||
         hearth_store_note (store, "view", hearth_record_get_record_type (record),
                            hearth_record_get_id (record), NULL, error);
}

void
hearth_seen_note_or_withhold (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  g_autoptr (GError) error = NULL;

  if (hearth_seen_note (store, record, &error))
    return;
  g_warning ("Looking at %s could not be noted: %s", hearth_record_get_id (record), error->message);
  for (unsigned int i = 0; i < type->n_fields; i++)
    if (tells (record, &type->fields[i]))
      hearth_record_set_withheld (record,
                                  (unsigned int) hearth_record_type_find_column (type, type->fields[i].name),
                                  true);
}
