/* SPDX-License-Identifier: GPL-3.0-or-later
 * Before a save: may it be, and is every value good? All problems are found at once.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/save-private.h"

#include "store/attachment.h"

#include <string.h>

#define MOST_CODE_DIGITS 9

static bool
is_another_persons (HearthSave *save)
{
  return save->table->type->personal && save->before != NULL &&
         !g_str_equal (hearth_record_get (save->before->record, "created_by"),
                       hearth_store_get_person_id (save->store));
}

/* In every file that it is in, and was. */
static bool
may_write (HearthSave *save, const HearthField *field)
{
  const HearthRecordType *type = save->table->type;
  g_auto (GStrv) files = hearth_store_dup_files_of (save->next->record);
  g_auto (GStrv) before = save->before != NULL ? hearth_store_dup_files_of (save->before->record) : NULL;

  return hearth_store_may_write_in (save->store, type, field, (const char *const *) files) &&
         (before == NULL ||
          hearth_store_may_write_in (save->store, type, field, (const char *const *) before));
}

static bool
check_policy (HearthSave *save, GError **error)
{
  const HearthRecordType *type = save->table->type;

  if (save->trusted)
    return true;
  if (is_another_persons (save) || !may_write (save, NULL))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, type->name);
      return false;
    }
  for (unsigned int i = 0; i < save->table->n_columns; i++)
    {
      const HearthField *field = save->table->columns[i];

      if (!save->changed[i] || hearth_field_is_base (field) || may_write (save, field))
        continue;
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, field->name);
      return false;
    }
  return true;
}

/* --- links ------------------------------------------------------------------------------ */

static bool
check_link (HearthSave *save, const HearthField *field, const char *value, GError **error)
{
  const HearthRecordType *type = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 row;

  if (!hearth_store_find_row (save->store, value, &row, &type, NULL, &local_error) &&
      !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  /* A record that starts the house names itself. */
  if ((type == NULL || g_strcmp0 (type->name, field->link_type) != 0) &&
      !g_str_equal (value, hearth_record_get_id (save->next->record)))
    hearth_problems_add (save->problems, HEARTH_PROBLEM_NO_SUCH_RECORD, field->name, NULL);
  return true;
}

/* Of several: those that were not named before have to be for the reader too. */
static bool
check_one_of_links (HearthSave *save, const HearthField *field, const char *id, GError **error)
{
  const HearthRecordType *type = NULL;
  g_autofree char *resident = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 row;

  if (!hearth_store_find_row (save->store, id, &row, &type, &resident, &local_error) &&
      !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  if (type == NULL || !g_str_equal (type->name, field->link_type) ||
      (!save->trusted && !hearth_store_may_read_record (save->store, type, id, resident)))
    hearth_problems_add (save->problems, HEARTH_PROBLEM_NO_SUCH_RECORD, field->name, NULL);
  return true;
}

static bool
check_several_links (HearthSave *save, unsigned int column, GError **error)
{
  const char *value = hearth_record_get_column (save->next->record, column);
  const char *value_before =
    save->before != NULL ? hearth_record_get_column (save->before->record, column) : "";
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  g_auto (GStrv) before = g_strsplit (value_before, " ", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) before, ids[i]) &&
        !check_one_of_links (save, save->table->columns[column], ids[i], error))
      return false;
  return true;
}

/* Naming an attachment shows it to all who see the record: only one that the person may read themselves, and none of
 * another file. */
static bool
check_attachment (HearthSave *save, const HearthField *field, const char *value, GError **error)
{
  g_auto (GStrv) files = hearth_store_dup_files_of (save->next->record);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HearthAttachment) attachment = hearth_store_lookup_attachment (save->store, value, &local_error);

  if (attachment == NULL &&
      !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND) &&
      !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  if (attachment == NULL ||
      (*attachment->resident != '\0' && !g_strv_contains ((const char *const *) files, attachment->resident)))
    hearth_problems_add (save->problems, HEARTH_PROBLEM_NO_SUCH_RECORD, field->name, NULL);
  return true;
}

static bool
check_links (HearthSave *save, GError **error)
{
  for (unsigned int i = 0; i < save->table->n_columns; i++)
    {
      const HearthField *field = save->table->columns[i];
      const char *value = hearth_record_get_column (save->next->record, i);
      bool done = true;

      if (!save->changed[i] || *value == '\0')
        continue;
      if (field->kind == HEARTH_FIELD_LINK)
        done = check_link (save, field, value, error);
      else if (field->kind == HEARTH_FIELD_LINKS)
        done = check_several_links (save, i, error);
      else if (field->kind == HEARTH_FIELD_ATTACHMENT)
        done = check_attachment (save, field, value, error);
      if (!done)
        return false;
    }
  return true;
}

/* --- codes and what there is one of -------------------------------------------------------- */

static bool
is_code_taken (HearthSave *save, const char *code, bool *taken, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE code = ?1 COLLATE NOCASE AND id <> ?2",
                                          save->table->type->name);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (save->store->db, sql, error);
  HearthStep step;

  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, code);
  hearth_statement_bind_text (statement, 2, hearth_record_get_id (save->next->record));
  step = hearth_statement_step (statement, error);
  *taken = step == HEARTH_STEP_ROW;
  return step != HEARTH_STEP_ERROR;
}

/* "R-001", "R-002" …: one more than the highest there is, also of records in error; one that somebody typed with more
 * digits than a house has people does not count. */
static bool
make_code (HearthSave *save, GError **error)
{
  const HearthRecordType *type = save->table->type;
  g_autofree char *prefix = g_strconcat (type->code_prefix, "-", NULL);
  g_autofree char *pattern = g_strconcat (prefix, "[0-9]*", NULL);
  g_autofree char *sql =
    g_strdup_printf ("SELECT max (CAST (substr (code, ?1) AS INTEGER)) FROM \"%s\" WHERE code GLOB ?2 AND "
                     "length (code) <= ?3",
                     type->name);
  g_autoptr (HearthStatement) statement = hearth_db_prepare (save->store->db, sql, error);
  g_autofree char *code = NULL;
  bool taken = true;
  gint64 number;

  if (statement == NULL)
    return false;
  hearth_statement_bind_int64 (statement, 1, (gint64) strlen (prefix) + 1);
  hearth_statement_bind_text (statement, 2, pattern);
  hearth_statement_bind_int64 (statement, 3, (gint64) strlen (prefix) + MOST_CODE_DIGITS);
  if (hearth_statement_step (statement, error) == HEARTH_STEP_ERROR)
    return false;
  number = hearth_statement_get_int64 (statement, 0);
  while (taken)
    {
      g_free (code);
      code = g_strdup_printf ("%s%03" G_GINT64_FORMAT, prefix, ++number);
      if (!is_code_taken (save, code, &taken, error))
        return false;
    }
  hearth_record_set (save->next->record, "code", code);
  save->changed[hearth_record_type_find_column (type, "code")] = true;
  return true;
}

static bool
check_code (HearthSave *save, GError **error)
{
  const HearthRecordType *type = save->table->type;
  bool taken;

  if (type->code_prefix == NULL || !save->changed[hearth_record_type_find_column (type, "code")])
    return true;
  if (!is_code_taken (save, hearth_record_get (save->next->record, "code"), &taken, error))
    return false;
  if (taken)
    hearth_problems_add (save->problems, HEARTH_PROBLEM_NOT_UNIQUE, "code", NULL);
  return true;
}

static bool
check_singular (HearthSave *save, GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;
  HearthStep step;

  if (!save->table->type->singular || save->before != NULL)
    return true;
  statement = hearth_db_prepare (save->store->db, "SELECT 1 FROM record_index WHERE type = ?1", error);
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, save->table->type->name);
  step = hearth_statement_step (statement, error);
  if (step == HEARTH_STEP_ROW)
    hearth_problems_add (save->problems, HEARTH_PROBLEM_NOT_UNIQUE, "", NULL);
  return step != HEARTH_STEP_ERROR;
}

/* --- the whole ---------------------------------------------------------------------------- */

static bool
needs_code (HearthSave *save)
{
  return save->before == NULL && save->table->type->code_prefix != NULL &&
         !hearth_record_has (save->next->record, "code");
}

static bool
check_rules (HearthSave *save, GError **error)
{
  if (!save->trusted)
    hearth_policy_check_save (save->store->policy, save->next->record,
                              save->before != NULL ? save->before->record : NULL, save->problems);
  if (save->problems->len == 0)
    return true;
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, "%u problems", save->problems->len);
  return false;
}

bool
hearth_save_check (HearthSave *save, GError **error)
{
  HearthRecord *next = save->next->record;
  HearthRecord *before = save->before != NULL ? save->before->record : NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!check_policy (save, error))
    return false;
  if (save->kind == HEARTH_SAVE_IN_ERROR)
    return check_rules (save, error); /* what is wrong with its values is why */
  if (needs_code (save) && !make_code (save, error))
    return false;

  found = hearth_record_check (next, save->today);
  g_ptr_array_extend_and_steal (save->problems, g_steal_pointer (&found));
  if (!check_links (save, error) || !check_code (save, error) || !check_singular (save, error) ||
      !hearth_store_check_user (save->store, next, before, save->problems, error))
    return false;
  return check_rules (save, error);
}
