/* SPDX-License-Identifier: GPL-3.0-or-later
 * Before a save: what there was, what there will be, and which columns differ.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/save-private.h"

#include "core/id.h"
#include "core/wipe.h"

static bool
fail (GError **error, HearthStoreError code, const char *message)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, (int) code, message);
  return false;
}

/* --- what there was ------------------------------------------------------------------ */

static bool
may_know_of (HearthSave *save, const HearthRecordType *type, const char *id, const char *resident)
{
  g_auto (GStrv) own = hearth_store_dup_files (save->store, type, id, resident);
  const char *const *files = (const char *const *) own;

  return hearth_store_may_read_record_in (save->store, type, id, files) ||
         (!hearth_store_is_hidden (save->store, type, id) &&
          hearth_store_may_write_in (save->store, type, NULL, files));
}

static bool
load_before (HearthSave *save, GError **error)
{
  const char *id = hearth_record_get_id (save->record);
  gint64 revision = hearth_record_get_revision (save->record);
  const HearthRecordType *type = NULL;
  g_autofree char *resident = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 row;

  if (revision == 0 && *id == '\0')
    return true;
  if (!hearth_store_find_row (save->store, id, &row, &type, &resident, &local_error))
    {
      if (revision == 0 && g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
        return true;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  /* Who may neither see nor write a record is not told either whether it was changed, or closed. */
  if (!save->trusted && !may_know_of (save, type, id, resident))
    return hearth_store_deny_record (save->store, type, id, error);
  if (revision == 0 || type != save->table->type)
    return fail (error, HEARTH_STORE_ERROR_CONFLICT, "there is a record of this id already");
  save->before = hearth_table_load_row (save->table, save->store->db, row, &local_error);
  if (save->before == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        fail (error, HEARTH_STORE_ERROR_CORRUPT, id);
      return false;
    }
  if (hearth_record_get_revision (save->before->record) != revision)
    return fail (error, HEARTH_STORE_ERROR_CONFLICT, id);
  return true;
}

/* Signed, append-only and erroneous records stay as they are. */
static bool
check_state (HearthSave *save, GError **error)
{
  HearthRecord *before = save->before != NULL ? save->before->record : NULL;
  HearthLifeCycle life_cycle = save->table->type->life_cycle;
  bool may_change =
    before == NULL || (hearth_record_is_open (before) && life_cycle != HEARTH_LIFE_APPEND_ONLY);
  bool may;

  switch (save->kind)
    {
    case HEARTH_SAVE_SIGN:
      may = may_change && life_cycle == HEARTH_LIFE_SIGNED;
      break;
    case HEARTH_SAVE_IN_ERROR:
      if (before == NULL)
        return fail (error, HEARTH_STORE_ERROR_NOT_FOUND, "never saved");
      may = !g_str_equal (hearth_record_get (before, "state"), HEARTH_STATE_IN_ERROR);
      break;
    case HEARTH_SAVE_CHANGE:
    default:
      may = may_change;
    }
  return may || fail (error, HEARTH_STORE_ERROR_CLOSED_RECORD, hearth_record_get_id (save->record));
}

/* --- what there will be ---------------------------------------------------------------- */

static void
copy_seal (HearthSeal *to, const HearthSeal *from)
{
  *to = *from;
  if (to->value != NULL)
    g_bytes_ref (to->value);
  if (to->commitment != NULL)
    g_bytes_ref (to->commitment);
}

static void
copy_column_before (HearthSave *save, unsigned int column)
{
  hearth_record_set_column (save->next->record, column,
                            hearth_record_get_column (save->before->record, column));
  if (save->table->columns[column]->kind != HEARTH_FIELD_SEALED)
    return;
  copy_seal (&save->next->seals[column], &save->before->seals[column]);
  /* So that a check does not miss what is only out of sight. */
  hearth_record_set_withheld (save->next->record, column, true);
}

static char *
open_before (HearthSave *save, unsigned int column, GError **error)
{
  const HearthSeal *seal = &save->before->seals[column];
  const HearthField *field = save->table->columns[column];
  g_autofree char *context =
    hearth_seal_dup_context (save->table->type, hearth_record_get_id (save->before->record), field);

  if (seal->value == NULL)
    return g_strdup ("");
  return hearth_keyring_open (save->store->keyring, field->compartment, context, (guint64) seal->number,
                              seal->value, g_bytes_get_data (seal->commitment, NULL), error);
}

static bool
seal_text (HearthSave *save, unsigned int column, const char *text, GError **error)
{
  const HearthField *field = save->table->columns[column];
  HearthSeal *seal = &save->next->seals[column];
  gint64 number = save->before != NULL ? save->before->seals[column].number + 1 : 1;
  g_autofree char *context = NULL;
  guint8 commitment[HEARTH_HASH_BYTES];

  *seal =
    (HearthSeal) { .number = number,
                   .epoch = hearth_keyring_get_compartment_epoch (save->store->keyring, field->compartment) };
  if (*text == '\0')
    return true;
  context = hearth_seal_dup_context (save->table->type, hearth_record_get_id (save->next->record), field);
  seal->value = hearth_keyring_seal (save->store->keyring, field->compartment, context, (guint64) number,
                                     text, commitment, error);
  if (seal->value == NULL)
    return false;
  seal->commitment = g_bytes_new (commitment, sizeof commitment);
  seal->epoch = hearth_sealed_get_epoch (seal->value); /* through a letterbox the person's own says nothing */
  return true;
}

static bool
may_seal (HearthSave *save, const HearthField *field)
{
  bool is_new = save->before == NULL;

  return hearth_store_may_seal (save->store, field, is_new,
                                is_new || g_str_equal (hearth_record_get (save->before->record, "created_by"),
                                                       hearth_store_get_person_id (save->store)));
}

/* Seals what was changed; another field's save leaves the sealed bytes whole. */
static bool
prepare_sealed (HearthSave *save, unsigned int column, GError **error)
{
  const HearthField *field = save->table->columns[column];
  const char *text = hearth_record_get_column (save->record, column);
  hearth_autowipe char *before = NULL;

  if (!may_seal (save, field))
    {
      if (*text != '\0')
        return fail (error, HEARTH_STORE_ERROR_DENIED, field->name);
      if (save->before != NULL)
        copy_column_before (save, column);
      return true;
    }
  before = save->before != NULL ? open_before (save, column, error) : g_strdup ("");
  if (before == NULL)
    return false;
  hearth_record_set_column (save->next->record, column, text);
  save->changed[column] = !g_str_equal (before, text);
  if (save->changed[column])
    return seal_text (save, column, text, error);
  if (save->before != NULL)
    copy_seal (&save->next->seals[column], &save->before->seals[column]);
  return true;
}

static void
prepare_plain (HearthSave *save, unsigned int column)
{
  const HearthField *field = save->table->columns[column];
  const char *value = hearth_record_get_column (save->record, column);
  g_autofree char *kept = hearth_table_dup_kept (field, value);

  /* "-0" is 0; anything else that does not come back as it went in has more digits than can be kept. */
  if (!g_str_equal (kept, value) && g_ascii_strtod (value, NULL) != 0.0)
    hearth_problems_add (save->problems, HEARTH_PROBLEM_OUT_OF_RANGE, field->name, NULL);
  hearth_record_set_column (save->next->record, column, kept);
  save->changed[column] =
    !g_str_equal (kept, save->before != NULL ? hearth_record_get_column (save->before->record, column) : "");
}

static bool
prepare_column (HearthSave *save, unsigned int column, GError **error)
{
  const HearthField *field = save->table->columns[column];
  bool keep = hearth_record_is_withheld (save->record, column) || save->kind == HEARTH_SAVE_IN_ERROR;

  /* Base fields are the program's own, but for whose file a record is put into. */
  if (hearth_field_is_base (field) && (save->before != NULL || !g_str_equal (field->name, "resident")))
    keep = true;
  if (keep)
    {
      if (save->before != NULL)
        copy_column_before (save, column);
      return true;
    }
  if (field->kind == HEARTH_FIELD_SEALED)
    return prepare_sealed (save, column, error);
  prepare_plain (save, column);
  return true;
}

static void
prepare_new (HearthSave *save)
{
  const char *given = hearth_record_get_id (save->record);
  g_autofree char *made = *given == '\0' ? hearth_id_new () : NULL;

  hearth_record_set (save->next->record, "id", made != NULL ? made : given);
}

static bool
moves_to_another_file (HearthSave *save)
{
  return save->before != NULL && !g_str_equal (hearth_record_get_resident (save->record),
                                               hearth_record_get_resident (save->before->record));
}

/* What the policy sets counts as if the caller had. */
static void
fill_in (HearthSave *save)
{
  HearthRecord *before = save->before != NULL ? save->before->record : NULL;

  if (save->trusted || !save->any || save->kind != HEARTH_SAVE_CHANGE)
    return;
  hearth_policy_fill_in (save->store->policy, save->next->record, before);
  for (unsigned int i = 0; i < save->table->n_columns; i++)
    {
      const HearthField *field = save->table->columns[i];

      if (save->table->places[i] >= 0 && !hearth_field_is_base (field) && field->kind != HEARTH_FIELD_SEALED)
        save->changed[i] = !g_str_equal (hearth_record_get_column (save->next->record, i),
                                         before != NULL ? hearth_record_get_column (before, i) : "");
    }
}

bool
hearth_save_prepare (HearthSave *save, GError **error)
{
  if (!load_before (save, error) || !check_state (save, error))
    return false;
  save->next = hearth_stored_new (save->table);
  save->next->row = save->before != NULL ? save->before->row : 0;
  save->changed = g_new0 (bool, save->table->n_columns);
  if (save->before == NULL)
    prepare_new (save);
  for (unsigned int i = 0; i < save->table->n_columns; i++)
    {
      if (save->table->places[i] >= 0 && !prepare_column (save, i, error))
        return false;
      save->any = save->any || save->changed[i];
    }
  /* For the rules; the row gets it from stamp (). */
  if (save->kind == HEARTH_SAVE_IN_ERROR)
    hearth_record_set (save->next->record, "state", HEARTH_STATE_IN_ERROR);
  else if (save->kind == HEARTH_SAVE_SIGN)
    hearth_record_set (save->next->record, "state", HEARTH_STATE_SIGNED);
  if (moves_to_another_file (save))
    hearth_problems_add (save->problems, HEARTH_PROBLEM_READ_ONLY, "resident", NULL);
  save->any =
    save->any || save->before == NULL || save->kind != HEARTH_SAVE_CHANGE || save->problems->len > 0;
  fill_in (save);
  return true;
}
