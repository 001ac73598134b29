/* SPDX-License-Identifier: GPL-3.0-or-later
 * Links to several records, kept one by one beside the values they stand in.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/links.h"

static bool
write_field (HearthDb *db, gint64 row, const HearthField *field, const char *ids, GError **error)
{
  g_autoptr (HearthStatement) remove =
    hearth_db_prepare (db, "DELETE FROM record_link WHERE row = ?1 AND field = ?2", error);
  g_autoptr (HearthStatement) insert =
    hearth_db_prepare (db, "INSERT INTO record_link (row, field, target) VALUES (?1, ?2, ?3)", error);
  g_auto (GStrv) targets = g_strsplit (ids, " ", -1);

  if (remove == NULL || insert == NULL)
    return false;
  hearth_statement_bind_int64 (remove, 1, row);
  hearth_statement_bind_text (remove, 2, field->name);
  if (!hearth_statement_run (remove, error))
    return false;
  hearth_statement_bind_int64 (insert, 1, row);
  hearth_statement_bind_text (insert, 2, field->name);
  for (gsize i = 0; targets[i] != NULL; i++)
    {
      hearth_statement_bind_text (insert, 3, targets[i]);
      if (!hearth_statement_run (insert, error))
        return false;
    }
  return true;
}

bool
hearth_links_write (HearthDb *db,
                    const HearthTable *table,
                    HearthStored *stored,
                    const bool *changed,
                    GError **error)
{
  for (unsigned int i = 0; table->has_links && i < table->n_columns; i++)
    if (changed[i] && table->columns[i]->kind == HEARTH_FIELD_LINKS &&
        !write_field (db, stored->row, table->columns[i], hearth_record_get_column (stored->record, i),
                      error))
      return false;
  return true;
}

/* "FIELD TARGET" of every link that the values name. */
static GHashTable *
list_named (const HearthTable *table, HearthStored *stored)
{
  GHashTable *named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned int i = 0; i < table->n_columns; i++)
    {
      g_auto (GStrv) targets = NULL;

      if (table->columns[i]->kind != HEARTH_FIELD_LINKS)
        continue;
      targets = g_strsplit (hearth_record_get_column (stored->record, i), " ", -1);
      for (gsize j = 0; targets[j] != NULL; j++)
        g_hash_table_add (named, g_strdup_printf ("%s %s", table->columns[i]->name, targets[j]));
    }
  return named;
}

bool
hearth_links_check (HearthDb *db, const HearthTable *table, HearthStored *stored, bool *right, GError **error)
{
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (HearthStatement) links = NULL;
  HearthStep step;

  *right = true;
  if (!table->has_links)
    return true;
  links = hearth_db_prepare (db, "SELECT field || ' ' || target FROM record_link WHERE row = ?1", error);
  if (links == NULL)
    return false;
  named = list_named (table, stored);
  hearth_statement_bind_int64 (links, 1, stored->row);
  while ((step = hearth_statement_step (links, error)) == HEARTH_STEP_ROW)
    *right = g_hash_table_remove (named, hearth_statement_get_text (links, 0)) && *right;
  *right = *right && g_hash_table_size (named) == 0;
  return step == HEARTH_STEP_DONE;
}
