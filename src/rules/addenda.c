/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is added to a record after it was signed; and an entry that went into the wrong file.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/addenda.h"

#include "core/problem.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/subject.h"

#include <glib/gi18n-lib.h>

/* --- addenda ------------------------------------------------------------------------------------------- */

bool
hearth_addendum_is_for (const HearthRecordType *type)
{
  return type == &hearth_daily_log_type || type == &hearth_house_log_type ||
         type == &hearth_house_event_type || type == &hearth_incident_type;
}

bool
hearth_addendum_may_add (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type;
  const HearthRole *role;
  HearthPolicy *policy;
  g_auto (GStrv) files = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  type = hearth_record_get_record_type (record);
  role = hearth_reader_get_role (store);
  if (!hearth_addendum_is_for (type) || hearth_record_is_open (record) || role == NULL ||
      !hearth_role_may (role, type, HEARTH_VERB_ADD))
    return false;
  policy = hearth_store_get_policy (store);
  files = hearth_record_dup_files (record);
  for (gsize i = 0; files[i] != NULL; i++)
    if (!hearth_policy_may_write (policy, &hearth_addendum_type, NULL, files[i]))
      return false;
  return hearth_policy_may_write (policy, &hearth_addendum_type, NULL, NULL);
}

HearthRecord *
hearth_addendum_new (HearthRecord *record)
{
  HearthRecord *addendum;

  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);

  addendum = hearth_record_new (&hearth_addendum_type);
  hearth_subject_set (addendum, record);
  return addendum;
}

GPtrArray *
hearth_addenda_list (HearthStore *store, HearthRecord *record, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);

  return hearth_subject_list (store, &hearth_addendum_type, hearth_record_get_id (record), error);
}

/* --- the wrong file ---------------------------------------------------------------------------------------- */

bool
hearth_entry_is_movable (HearthRecord *record)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (record), false);

  return hearth_record_get_record_type (record) == &hearth_daily_log_type &&
         !g_str_equal (hearth_record_get (record, "state"), HEARTH_STATE_IN_ERROR);
}

/* What @right has of the same shift, or a new entry. */
static HearthRecord *
find_or_begin (HearthStore *store, HearthRecord *record, HearthRecord *right, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_daily_log_type);
  const char *date = hearth_record_get (record, "date");
  const char *shifts[] = { hearth_record_get (record, "shift"), NULL };
  g_autoptr (GPtrArray) entries = NULL;
  HearthRecord *entry;

  hearth_query_set_resident (query, hearth_record_get_id (right));
  hearth_query_set_period (query, date, date);
  hearth_query_set_filter (query, "shift", shifts);
  entries = hearth_reader_list (store, query, error);
  if (entries == NULL)
    return NULL;
  if (entries->len > 0)
    return hearth_record_copy (g_ptr_array_index (entries, 0));
  entry = hearth_record_new (&hearth_daily_log_type);
  hearth_record_set (entry, "resident", hearth_record_get_id (right));
  return entry;
}

static void
fill (HearthRecord *entry, HearthRecord *record)
{
  for (unsigned int i = 0; i < hearth_daily_log_type.n_fields; i++)
    {
      const HearthField *field = &hearth_daily_log_type.fields[i];

      if (hearth_field_is_stored (field) && !hearth_record_has (entry, field->name))
        hearth_record_set (entry, field->name, hearth_record_get (record, field->name));
    }
}

/* Whose file is the right one is for who may see that: the text stays in this one, and goes onto its papers. */
static HearthRecord *
make_pointer (HearthRecord *record, HearthRecord *entry)
{
  HearthRecord *pointer = hearth_addendum_new (record);

  hearth_record_set (pointer, "text",
                     _ ("Written into this file by mistake. It belongs to another resident."));
  hearth_record_set (pointer, "points_to", hearth_record_get_id (entry));
  return pointer;
}

static bool
move (HearthStore *store, HearthRecord *record, HearthRecord *entry, GPtrArray **problems, GError **error)
{
  g_autoptr (HearthRecord) pointer = NULL;

  if (!hearth_store_save (store, entry, NULL, problems, error) ||
      !hearth_store_mark_in_error (store, record, _ ("Written for another resident"), error))
    return false;
  pointer = make_pointer (record, entry);
  return hearth_store_save (store, pointer, NULL, problems, error);
}

static void
refuse (const char *sentence, GPtrArray **problems, GError **error)
{
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, "1 problem");
  if (problems == NULL)
    return;
  *problems = hearth_problems_new ();
  hearth_problems_add (*problems, HEARTH_PROBLEM_RULE, "", sentence);
}

HearthRecord *
hearth_entry_move (HearthStore *store,
                   HearthRecord *record,
                   HearthRecord *right,
                   GPtrArray **problems,
                   GError **error)
{
  g_autoptr (HearthRecord) entry = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (hearth_entry_is_movable (record), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (right), NULL);

  if (problems != NULL)
    *problems = NULL;
  if (g_str_equal (hearth_record_get_resident (record), hearth_record_get_id (right)))
    {
      refuse (N_ ("It is in this resident’s file already."), problems, error);
      return NULL;
    }
  entry = find_or_begin (store, record, right, error);
  if (entry == NULL)
    return NULL;
  if (!hearth_record_is_open (entry) && hearth_record_get_revision (entry) > 0)
    {
      refuse (N_ ("The other resident’s entry of this shift is signed. Add what belongs there to it, then "
                  "mark "
                  "this one as entered in error."),
              problems, error);
      return NULL;
    }
  fill (entry, record);
  if (!hearth_store_begin (store, error))
    return NULL;
  if (move (store, record, entry, problems, error))
    return hearth_store_commit (store, error) ? g_steal_pointer (&entry) : NULL;
  hearth_store_roll_back (store);
  return NULL;
}

char *
hearth_entry_dup_moved_to (HearthStore *store, HearthRecord *record)
{
  g_autoptr (GPtrArray) addenda = hearth_addenda_list (store, record, NULL);

  for (guint i = 0; addenda != NULL && i < addenda->len; i++)
    {
      const char *id = hearth_record_get (g_ptr_array_index (addenda, i), "points_to");
      g_autoptr (HearthRecord) entry = *id != '\0' ? hearth_store_load (store, id, NULL) : NULL;

      if (entry != NULL)
        return g_strdup (id);
    }
  return NULL;
}
