/* SPDX-License-Identifier: GPL-3.0-or-later
 * Complaints of residents.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/complaints.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"

#define ANSWER_DAYS 14

HearthRecord *
hearth_complaint_new (HearthStore *store, const char *resident)
{
  HearthRecord *complaint;
  g_autofree char *today = NULL;
  g_autofree char *due = NULL;
  gint64 days;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  complaint = hearth_record_new (&hearth_complaint_type);
  today = hearth_clock_today (hearth_store_get_clock (store));
  days = hearth_record_get_integer (hearth_store_get_house (store), "complaint_days", ANSWER_DAYS);
  due = hearth_date_add_days (today, (int) days);
  hearth_record_set (complaint, "received_on", today);
  hearth_record_set (complaint, "answer_due", due);
  hearth_record_set (complaint, "taken_by", hearth_reader_get_id (store));
  hearth_record_set (complaint, "residents", resident);
  return complaint;
}
