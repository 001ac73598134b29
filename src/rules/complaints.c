/* SPDX-License-Identifier: GPL-3.0-or-later
 * Complaints of residents.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/complaints.h"

#include "core/date.h"
#include "rules/reader-private.h"

#define ANSWER_DAYS 14

static void
set_where_empty (HearthRecord *record, const char *field, const char *value)
{
  if (!hearth_record_has (record, field))
    hearth_record_set (record, field, value);
}

void
hearth_complaint_fill_in (HearthStore *store, HearthRecord *complaint)
{
  g_autofree char *today = NULL;
  g_autofree char *due = NULL;
  gint64 days;

  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (HEARTH_IS_RECORD (complaint));

  today = hearth_clock_today (hearth_store_get_clock (store));
  days = hearth_record_get_integer (hearth_store_get_house (store), "complaint_days", ANSWER_DAYS);
  due = hearth_date_add_days (today, (int) days);
  set_where_empty (complaint, "received_on", today);
  set_where_empty (complaint, "answer_due", due);
  set_where_empty (complaint, "taken_by", hearth_reader_get_id (store));
}
