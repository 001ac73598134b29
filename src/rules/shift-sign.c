/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house log and the events of a shift, and signing all of it.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/shift.h"
#include "rules/whereabouts.h"

/* --- the house log and events ---------------------------------------------------------------------------------- */

/* Records of @type that belong to @shift by the fields "date" and "shift". */
static GPtrArray *
list_of_shift (HearthStore *store, const HearthRecordType *type, const HearthShift *shift, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  const char *codes[] = { shift->code, NULL };

  hearth_query_set_period (query, shift->date, shift->date);
  hearth_query_set_filter (query, "shift", codes);
  hearth_query_set_sort (query, "created_at", false);
  return hearth_reader_list (store, query, error);
}

static void
set_count (HearthRecord *log, const char *name, unsigned int n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  hearth_record_set (log, name, number);
}

HearthRecord *
hearth_shift_begin_house_log (HearthStore *store, const HearthShift *shift, GError **error)
{
  g_autoptr (GPtrArray) logs = NULL;
  g_autoptr (GPtrArray) whereabouts = NULL;
  HearthRecord *log;
  HearthHeadcount count;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (shift != NULL, NULL);

  logs = list_of_shift (store, &hearth_house_log_type, shift, error);
  if (logs == NULL || logs->len > 0)
    return logs != NULL ? g_object_ref (g_ptr_array_index (logs, 0)) : NULL;
  whereabouts = hearth_whereabouts_list (store, NULL, error);
  if (whereabouts == NULL)
    return NULL;
  count = hearth_headcount (whereabouts);
  log = hearth_record_new (&hearth_house_log_type);
  hearth_record_set (log, "date", shift->date);
  hearth_record_set (log, "shift", shift->code);
  hearth_record_set (log, "staff", hearth_reader_get_id (store));
  set_count (log, "expected", count.expected);
  set_count (log, "present", count.present);
  set_count (log, "away", count.away);
  set_count (log, "missing", count.missing);
  return log;
}

HearthRecord *
hearth_shift_new_event (HearthStore *store, const HearthShift *shift)
{
  HearthRecord *event;
  g_autofree char *now = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (shift != NULL, NULL);

  event = hearth_record_new (&hearth_house_event_type);
  now = hearth_clock_stamp (hearth_store_get_clock (store));
  hearth_record_set (event, "occurred_at", hearth_shift_holds (shift, now) ? now : shift->begin);
  hearth_record_set (event, "shift_date", shift->date);
  hearth_record_set (event, "shift", shift->code);
  return event;
}

/* By when they happened: one that was written on its own page says nothing of a shift. */
GPtrArray *
hearth_shift_list_events (HearthStore *store, const HearthShift *shift, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autofree char *last_day = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (shift != NULL, NULL);

  query = hearth_query_new (&hearth_house_event_type);
  last_day = hearth_instant_dup_date (shift->end);
  hearth_query_set_period (query, shift->date, last_day);
  hearth_query_set_sort (query, "occurred_at", false);
  events = hearth_reader_list (store, query, error);
  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    if (!hearth_shift_holds (shift, hearth_record_get (g_ptr_array_index (events, i - 1), "occurred_at")))
      g_ptr_array_remove_index (events, i - 1);
  return g_steal_pointer (&events);
}

/* --- signing ---------------------------------------------------------------------------------------------------- */

static bool
is_log (HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  return type == &hearth_daily_log_type || type == &hearth_house_log_type;
}

/* Whether the reader may change @record in all files it is in, and nothing is missing in it. */
static bool
may_sign (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const HearthRole *role = hearth_reader_get_role (store);
  HearthPolicy *policy = hearth_store_get_policy (store);
  g_auto (GStrv) files = hearth_record_dup_files (record);

  if (role == NULL || !hearth_role_may (role, type, HEARTH_VERB_CHANGE) ||
      !hearth_policy_may_write (policy, type, NULL, NULL) ||
      (is_log (record) && hearth_shift_wants_reason (store, record)))
    return false;
  for (gsize i = 0; files[i] != NULL; i++)
    if (!hearth_policy_may_write (policy, type, NULL, files[i]))
      return false;
  return true;
}

static bool
sign_each (HearthStore *store, GPtrArray *records, unsigned int *n_signed, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);

      if (!hearth_record_is_open (record) || !may_sign (store, record))
        continue;
      if (!hearth_store_sign (store, record, error))
        return false;
      (*n_signed)++;
    }
  return true;
}

static bool
sign_all (HearthStore *store, const HearthShift *shift, unsigned int *n_signed, GError **error)
{
  g_autoptr (GPtrArray) entries = list_of_shift (store, &hearth_daily_log_type, shift, error);
  g_autoptr (GPtrArray) events = entries != NULL ? hearth_shift_list_events (store, shift, error) : NULL;
  g_autoptr (GPtrArray) logs =
    events != NULL ? list_of_shift (store, &hearth_house_log_type, shift, error) : NULL;

  return logs != NULL && sign_each (store, entries, n_signed, error) &&
         sign_each (store, events, n_signed, error) && sign_each (store, logs, n_signed, error);
}

bool
hearth_shift_sign (HearthStore *store, const HearthShift *shift, unsigned int *n_signed, GError **error)
{
  unsigned int n = 0;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (shift != NULL, false);

  if (!hearth_store_begin (store, error))
    return false;
  if (!sign_all (store, shift, &n, error))
    {
      hearth_store_roll_back (store);
      return false;
    }
  if (!hearth_store_commit (store, error))
    return false;
  if (n_signed != NULL)
    *n_signed = n;
  return true;
}

bool
hearth_shift_get_standing (HearthStore *store,
                           const HearthShift *shift,
                           HearthShiftStanding *standing,
                           GError **error)
{
  g_autoptr (GPtrArray) residents = NULL;
  g_autoptr (GPtrArray) logs = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (shift != NULL && standing != NULL, false);

  *standing = (HearthShiftStanding) { 0 };
  residents = hearth_shift_list_residents (store, shift, error);
  logs = residents != NULL ? list_of_shift (store, &hearth_house_log_type, shift, error) : NULL;
  if (logs == NULL)
    return false;
  standing->n_residents = residents->len;
  for (guint i = 0; i < residents->len; i++)
    {
      const HearthShiftResident *resident = g_ptr_array_index (residents, i);

      standing->n_entries += resident->entry != NULL ? 1 : 0;
      standing->n_signed += resident->entry != NULL && !hearth_record_is_open (resident->entry) ? 1 : 0;
    }
  standing->has_house_log = logs->len > 0;
  standing->house_log_signed = logs->len > 0 && !hearth_record_is_open (g_ptr_array_index (logs, 0));
  return true;
}
