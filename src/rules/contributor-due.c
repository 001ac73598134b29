/* SPDX-License-Identifier: GPL-3.0-or-later
 * What falls due by a date of a record.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/contributors-private.h"
#include "rules/reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const nothing[] = { "", NULL };

static bool
is_date_time (const HearthRecordType *type, const char *field)
{
  return hearth_record_type_lookup_field (type, field)->kind == HEARTH_FIELD_DATE_TIME;
}

static char *
dup_day (HearthRecord *record, const char *field)
{
  const char *value = hearth_record_get (record, field);

  return is_date_time (hearth_record_get_record_type (record), field) ? hearth_instant_dup_date (value)
                                                                      : g_strdup (value);
}

/* --- what settles it ------------------------------------------------------------------------------------------ */

static bool
is_later (HearthRecord *record, HearthRecord *than)
{
  g_autofree char *day = hearth_record_dup_event_date (record), *other = hearth_record_dup_event_date (than);
  int order = strcmp (day, other);

  /* On one day, by the order in which they were written down. */
  return order > 0 || (order == 0 && strcmp (hearth_record_get_id (record), hearth_record_get_id (than)) > 0);
}

/* Everything of the type in the resident's file; @files: what was asked before, by resident. */
static GPtrArray *
list_file (HearthStore *store, HearthRecord *record, GHashTable *files)
{
  const char *resident = hearth_record_get_resident (record);
  GPtrArray *file = g_hash_table_lookup (files, resident);

  if (file == NULL)
    {
      g_autoptr (HearthQuery) query = hearth_query_new (hearth_record_get_record_type (record));

      hearth_query_set_resident (query, resident);
      file = hearth_reader_list (store, query, NULL);
      if (file == NULL)
        file = g_ptr_array_new ();
      g_hash_table_insert (files, g_strdup (resident), file);
    }
  return file;
}

static bool
has_newer (HearthStore *store, HearthRecord *record, const char *same, GHashTable *files)
{
  GPtrArray *others = list_file (store, record, files);

  for (guint i = 0; i < others->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (others, i);

      if (is_later (other, record) &&
          (*same == '\0' || g_str_equal (hearth_record_get (other, same), hearth_record_get (record, same))))
        return true;
    }
  return false;
}

static bool
is_settled (HearthStore *store,
            const HearthDue *due,
            HearthRecord *record,
            const char *today,
            GHashTable *files)
{
  if (due->runs_until != NULL && hearth_record_has (record, due->runs_until) &&
      strcmp (hearth_record_get (record, due->runs_until), today) < 0)
    return true;
  return due->until_newer != NULL && has_newer (store, record, due->until_newer, files);
}

/* --- telling it ----------------------------------------------------------------------------------------------- */

/* "Day at court, 9:30" */
static char *
dup_words (const HearthDue *due, HearthRecord *record, int days)
{
  const char *words = days > 0 && due->words_ahead != NULL ? due->words_ahead : due->words;
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *time = NULL;

  if (days < 0 || !is_date_time (hearth_record_get_record_type (record), due->field))
    return g_strdup (_ (words));
  at = hearth_instant_to_date_time (hearth_record_get (record, due->field));
  canonical = at != NULL ? g_date_time_format (at, "%H:%M") : g_strdup ("");
  time = hearth_time_format (canonical);
  /* Translators: what is on, and the time of day */
  return g_strdup_printf (_ ("%s, %s"), _ (words), time);
}

static HearthGroup
get_group (const HearthDue *due, int days)
{
  if (due->group != HEARTH_GROUP_NONE && days >= 0 && days <= 1)
    return due->group;
  return days <= 0 ? HEARTH_GROUP_DUE : HEARTH_GROUP_COMING;
}

static HearthQuery *
make_query (const HearthContributor *row, const HearthDue *due, const char *today)
{
  HearthQuery *query = hearth_query_new (row->type);
  g_autofree char *last = hearth_date_add_days (today, due->ahead);

  hearth_query_set_range (query, due->field, due->past_too ? NULL : today, last);
  hearth_query_set_sort (query, due->field, false);
  if (due->settled != NULL)
    hearth_query_set_filter (query, due->settled, nothing);
  if (due->only_field != NULL)
    hearth_query_set_filter (query, due->only_field, due->only);
  return query;
}

/* --- whose it is ---------------------------------------------------------------------------------------------- */

static bool
is_for_reader (HearthStore *store, const HearthDue *due)
{
  const HearthRole *role = hearth_reader_get_role (store);

  return due->of_writers == NULL ||
         (role != NULL && hearth_role_may (role, due->of_writers, HEARTH_VERB_CHANGE));
}

/* Where a resident has no key worker, it is everybody's. */
static bool
is_readers (HearthStore *store, const HearthDue *due, HearthRecord *record)
{
  const HearthRole *role = hearth_reader_get_role (store);
  const char *reader = hearth_reader_get_id (store);
  g_autoptr (HearthRecord) resident = NULL;
  const char *worker;

  if (!due->of_worker || (due->of_lead && role != NULL && hearth_role_leads (role)) ||
      g_str_equal (hearth_record_get (record, "created_by"), reader))
    return true;
  resident = hearth_store_load (store, hearth_record_get_resident (record), NULL);
  worker = resident != NULL ? hearth_record_get (resident, "key_worker") : "";
  return *worker == '\0' || g_str_equal (worker, reader);
}

/* --- the whole ------------------------------------------------------------------------------------------------ */

static bool
note_due (HearthStore *store,
          const HearthContributor *row,
          const HearthDue *due,
          const char *today,
          bool everybodys,
          GPtrArray *notices,
          GError **error)
{
  g_autoptr (HearthQuery) query = make_query (row, due, today);
  g_autoptr (GHashTable) files =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) records = hearth_reader_list (store, query, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);
      g_autofree char *day = dup_day (record, due->field);
      int days = hearth_date_days_between (today, day);
      g_autofree char *words = NULL;

      /* In a file that is limited for this reader it may be withheld. */
      if (*day == '\0' || (!everybodys && !is_readers (store, due, record)) ||
          is_settled (store, due, record, today, files))
        continue;
      words = dup_words (due, record, days);
      hearth_notices_add (store, row, notices, record, get_group (due, days), words, day,
                          days < -due->patience);
    }
  return records != NULL;
}

bool
hearth_note_dues (HearthStore *store,
                  const HearthContributor *row,
                  bool everybodys,
                  GPtrArray *notices,
                  GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  for (const HearthDue *due = row->dues; due != NULL && due->field != NULL; due++)
    if ((everybodys || is_for_reader (store, due)) &&
        !note_due (store, row, due, today, everybodys, notices, error))
      return false;
  return true;
}
