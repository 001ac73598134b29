/* SPDX-License-Identifier: GPL-3.0-or-later
 * Base fields, and the columns of a type: base fields, then its own.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/record-type.h"

#include "core/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const HearthChoice states[] = {
  { HEARTH_STATE_OPEN, N_ ("Open") },
  { HEARTH_STATE_SIGNED, N_ ("Signed") },
  { HEARTH_STATE_IN_ERROR, N_ ("Entered in error") },
  { NULL },
};

const HearthField hearth_base_fields[] = {
  { .name = "id", .label = N_ ("Id"), .kind = HEARTH_FIELD_TEXT, .tier = HEARTH_TIER_HOUSE, .since = 1 },
  { .name = "revision",
    .label = N_ ("Version"),
    .kind = HEARTH_FIELD_INTEGER,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "resident",
    .label = N_ ("Resident"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "resident",
    .required = true,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "state",
    .label = N_ ("State"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "created_at",
    .label = N_ ("Written"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "created_by",
    .label = N_ ("Written by"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "changed_at",
    .label = N_ ("Changed"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "changed_by",
    .label = N_ ("Changed by"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
};

const unsigned int hearth_n_base_fields = G_N_ELEMENTS (hearth_base_fields);

typedef struct {
  GPtrArray *fields; /* of const HearthField */
  GHashTable *places; /* name → place + 1 */
} Columns;

static Columns *
make_columns (const HearthRecordType *type)
{
  Columns *columns = g_new0 (Columns, 1);

  columns->fields = g_ptr_array_new ();
  columns->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < hearth_n_base_fields; i++)
    if (type->owner == HEARTH_OWNER_RESIDENT || !g_str_equal (hearth_base_fields[i].name, "resident"))
      g_ptr_array_add (columns->fields, (gpointer) &hearth_base_fields[i]);
  for (guint i = 0; i < type->n_fields; i++)
    g_ptr_array_add (columns->fields, (gpointer) &type->fields[i]);
  for (guint i = 0; i < columns->fields->len; i++)
    {
      const HearthField *field = g_ptr_array_index (columns->fields, i);

      g_hash_table_insert (columns->places, (gpointer) field->name, GUINT_TO_POINTER (i + 1));
    }
  return columns;
}

/* Types are static tables of the whole process, so what is made from them is kept for as long. */
static Columns *
get_columns (const HearthRecordType *type)
{
  static GMutex mutex;
  static GHashTable *all;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Columns *columns;

  if (all == NULL)
    all = g_hash_table_new (NULL, NULL);
  columns = g_hash_table_lookup (all, type);
  if (columns == NULL)
    {
      columns = make_columns (type);
      g_hash_table_insert (all, (gpointer) type, columns);
    }
  return columns;
}

const HearthField *const *
hearth_record_type_get_columns (const HearthRecordType *type, unsigned int *n_columns)
{
  Columns *columns;

  g_return_val_if_fail (type != NULL, NULL);

  columns = get_columns (type);
  if (n_columns != NULL)
    *n_columns = columns->fields->len;
  return (const HearthField *const *) columns->fields->pdata;
}

int
hearth_record_type_find_column (const HearthRecordType *type, const char *name)
{
  g_return_val_if_fail (type != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (get_columns (type)->places, name)) - 1;
}

const HearthField *
hearth_record_type_lookup_field (const HearthRecordType *type, const char *name)
{
  int place = hearth_record_type_find_column (type, name);

  return place >= 0 ? g_ptr_array_index (get_columns (type)->fields, place) : NULL;
}

bool
hearth_field_is_base (const HearthField *field)
{
  return field >= hearth_base_fields && field < hearth_base_fields + hearth_n_base_fields;
}

HearthTier
hearth_record_type_get_field_tier (const HearthRecordType *type, const HearthField *field)
{
  g_return_val_if_fail (type != NULL, HEARTH_TIER_SEALED);
  g_return_val_if_fail (field != NULL, HEARTH_TIER_SEALED);

  return field->tier != HEARTH_TIER_UNSET ? field->tier : type->tier;
}

GType
hearth_record_type_get_gtype (const HearthRecordType *type)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GType gtype;

  g_return_val_if_fail (type != NULL, G_TYPE_INVALID);

  gtype = g_type_from_name (type->gtype_name);
  if (gtype == G_TYPE_INVALID)
    gtype = hearth_record_register_type (type);
  return gtype;
}
