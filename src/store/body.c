/* SPDX-License-Identifier: GPL-3.0-or-later
 * A record as one line of JSON: what revisions keep and hashes cover.
 *
 * The same values give the same bytes, whatever order the type's table has and whatever fields are added later:
 * columns by name, every value as its canonical string, unset ones left out.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/store-private.h"
#include "store/table.h"

#include <sodium.h>
#include <string.h>

static void
append_json_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *c < 0x20)
        g_string_append_printf (json, "\\u%04x", (guchar) *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

static void
append_member (GString *json, const char *name, const char *value)
{
  g_string_append_c (json, json->len > 0 ? ',' : '{');
  append_json_string (json, name);
  g_string_append_c (json, ':');
  append_json_string (json, value);
}

static void
append_commitment (GString *json, const HearthField *field, GBytes *commitment)
{
  g_autofree char *name = g_strconcat (field->name, "_commitment", NULL);
  char hex[HEARTH_HASH_BYTES * 2 + 1];
  gsize length;
  const guint8 *data = g_bytes_get_data (commitment, &length);

  g_return_if_fail (length * 2 + 1 <= sizeof hex);
  sodium_bin2hex (hex, sizeof hex, data, length);
  append_member (json, name, hex);
}

char *
hearth_table_dup_body (const HearthTable *table, HearthStored *stored)
{
  g_autoptr (GString) json = g_string_sized_new (1024);

  for (unsigned int i = 0; i < table->n_stored; i++)
    {
      unsigned int column = table->sorted[i];
      const HearthField *field = table->columns[column];
      const char *value = hearth_record_get_column (stored->record, column);

      if (field->kind == HEARTH_FIELD_SEALED)
        {
          if (stored->seals[column].commitment != NULL)
            append_commitment (json, field, stored->seals[column].commitment);
        }
      else if (*value != '\0')
        append_member (json, field->name, value);
    }
  g_string_append_c (json, '}');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

void
hearth_body_hash (const char *body, guint8 hash[32])
{
  crypto_generichash (hash, HEARTH_HASH_BYTES, (const guint8 *) body, strlen (body), NULL, 0);
}

char *
hearth_seal_dup_context (const HearthRecordType *type, const char *id, const HearthField *field)
{
  return g_strdup_printf ("%s|%s|%s", type->name, id, field->name);
}

bool
hearth_seal_is_allowed (const HearthField *field, GBytes *sealed)
{
  return field->letterbox || !hearth_sealed_is_letter (sealed);
}
