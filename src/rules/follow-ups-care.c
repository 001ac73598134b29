/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows from a safety check and from the review of a plan.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/follow-ups-private.h"

#include "core/date.h"
#include "core/id.h"
#include "records/types.h"
#include "rules/plans.h"
#include "rules/reader-private.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENTROPY_BYTES 10

static bool
says (HearthRecord *record, const char *name, const char *code)
{
  return g_str_equal (hearth_record_get (record, name), code);
}

static bool
is_in_error (HearthRecord *record)
{
  return says (record, "state", HEARTH_STATE_IN_ERROR);
}

/* --- the alert of a safety check ------------------------------------------------------------------------------ */

/* Id of the alert that a safety check makes: the same whenever it is asked for, so that there is one. */
static char *
dup_alert_id (HearthRecord *check)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GDateTime) made = hearth_instant_to_date_time (hearth_record_get (check, "created_at"));
  guint8 digest[32];
  gsize n_bytes = sizeof digest;

  G_STATIC_ASSERT (sizeof digest >= ENTROPY_BYTES);
  g_checksum_update (checksum, (const guchar *) "alert of ", -1);
  g_checksum_update (checksum, (const guchar *) hearth_record_get_id (check), -1);
  g_checksum_get_digest (checksum, digest, &n_bytes);
  return hearth_id_new_at (made != NULL ? g_date_time_to_unix (made) * 1000 : 0, digest);
}

static HearthRecord *
load_alert (HearthStore *store, HearthRecord *check)
{
  g_autofree char *id = dup_alert_id (check);

  return hearth_store_load (store, id, NULL);
}

static bool
is_grave (HearthRecord *check)
{
  return says (check, "risk", "high") || says (check, "risk", "medium");
}

static char *
dup_day (HearthRecord *check)
{
  return hearth_instant_dup_date (hearth_record_get (check, "at"));
}

static void
take_over (HearthRecord *alert, HearthRecord *check)
{
  g_autofree char *day = dup_day (check);

  hearth_record_set (alert, "level", hearth_record_get (check, "risk"));
  hearth_record_set (alert, "text", hearth_record_get (check, "alert_text"));
  hearth_record_set (alert, "review", hearth_record_get (check, "review"));
  hearth_record_set (alert, "start", day);
}

static bool
make_alert (HearthStore *store, HearthRecord *check, GError **error)
{
  g_autoptr (HearthRecord) alert = hearth_record_new (&hearth_alert_type);
  g_autofree char *id = dup_alert_id (check);

  hearth_record_set (alert, "id", id);
  hearth_record_set (alert, "resident", hearth_record_get_resident (check));
  hearth_record_set (alert, "kind", "watch");
  take_over (alert, check);
  return hearth_store_save (store, alert, NULL, NULL, error);
}

static bool
end_alert (HearthStore *store, HearthRecord *alert, const char *day, GError **error)
{
  g_autoptr (HearthRecord) ended = hearth_record_copy (alert);
  const char *start = hearth_record_get (alert, "start");

  hearth_record_set (ended, "end", strcmp (day, start) < 0 ? start : day);
  return hearth_store_save (store, ended, NULL, NULL, error);
}

/* The version of @check before the one that was just saved; NULL for none. */
static HearthRecord *
dup_previous (HearthStore *store, HearthRecord *check)
{
  g_autoptr (GPtrArray) revisions =
    hearth_store_list_revisions_unasked (store, hearth_record_get_id (check), NULL);

  if (revisions == NULL || revisions->len < 2)
    return NULL;
  return g_object_ref (((const HearthRevision *) g_ptr_array_index (revisions, revisions->len - 2))->record);
}

/* What the check said goes along with it; what somebody wrote into the alert since stays. */
static bool
change_alert (HearthStore *store, HearthRecord *alert, HearthRecord *check, GError **error)
{
  static const struct {
    const char *of_check, *of_alert;
  } same[] = { { "risk", "level" }, { "alert_text", "text" }, { "review", "review" } };
  g_autoptr (HearthRecord) previous = dup_previous (store, check);
  g_autoptr (HearthRecord) changed = hearth_record_copy (alert);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  if (previous == NULL)
    return true;
  /* Corrected to no risk, and back. */
  if (!is_grave (check))
    return !is_grave (previous) || hearth_record_has (alert, "end") || end_alert (store, alert, today, error);
  if (!is_grave (previous))
    {
      take_over (changed, check);
      hearth_record_set (changed, "end", "");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    if (says (alert, same[i].of_alert, hearth_record_get (previous, same[i].of_check)))
      hearth_record_set (changed, same[i].of_alert, hearth_record_get (check, same[i].of_check));
  return hearth_store_save (store, changed, NULL, NULL, error);
}

/* One alert says how it stands: that of the check before makes room. */
static bool
end_earlier (HearthStore *store, HearthRecord *check, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_safety_check_type);
  g_autofree char *day = dup_day (check);
  g_autoptr (GPtrArray) checks = NULL;

  hearth_query_set_resident (query, hearth_record_get_resident (check));
  hearth_query_set_period (query, NULL, day);
  checks = hearth_reader_list (store, query, error);
  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      HearthRecord *earlier = g_ptr_array_index (checks, i);
      g_autoptr (HearthRecord) alert = NULL;

      if (g_str_equal (hearth_record_get_id (earlier), hearth_record_get_id (check)) ||
          hearth_instant_compare (hearth_record_get (earlier, "at"), hearth_record_get (check, "at")) > 0)
        continue;
      alert = load_alert (store, earlier);
      if (alert != NULL && hearth_record_is_open (alert) && !hearth_record_has (alert, "end") &&
          !end_alert (store, alert, day, error))
        return false;
    }
  return checks != NULL;
}

bool
hearth_follow_safety_check (HearthStore *store, HearthRecord *check, GError **error)
{
  g_autoptr (HearthRecord) alert = load_alert (store, check);

  if (is_in_error (check))
    return alert == NULL || !hearth_record_is_open (alert) ||
           hearth_store_mark_in_error (store, alert, _ ("What it is about was entered in error"), error);
  if (alert != NULL)
    return !hearth_record_is_open (alert) || change_alert (store, alert, check, error);
  return !is_grave (check) || (make_alert (store, check, error) && end_earlier (store, check, error));
}

/* --- the next review of a plan ---------------------------------------------------------------------------------- */

bool
hearth_follow_plan_review (HearthStore *store, HearthRecord *review, GError **error)
{
  g_autoptr (HearthRecord) plan = hearth_store_load (store, hearth_record_get (review, "plan"), NULL);
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (HearthRecord) changed = NULL;

  if (plan == NULL || !hearth_record_is_open (plan) || hearth_record_has (plan, "ended_on"))
    return true;
  reviews = hearth_plan_list_reviews (store, hearth_record_get_id (plan), error);
  if (reviews == NULL)
    return false;
  if (reviews->len == 0 || !hearth_record_has (g_ptr_array_index (reviews, 0), "next_review"))
    return true;
  changed = hearth_record_copy (plan);
  hearth_record_set (changed, "review", hearth_record_get (g_ptr_array_index (reviews, 0), "next_review"));
  return hearth_store_save (store, changed, NULL, NULL, error);
}

/* --- the lines of a group session ------------------------------------------------------------------------------- */

static bool
follow_line (HearthStore *store, HearthRecord *line, HearthRecord *session, GError **error)
{
  g_autoptr (HearthRecord) changed = hearth_record_copy (line);

  if (!hearth_record_is_open (line))
    return true;
  if (is_in_error (session))
    return hearth_store_mark_in_error (store, changed, _ ("What it is about was entered in error"), error);
  hearth_record_set (changed, "date", hearth_record_get (session, "date"));
  hearth_record_set (changed, "topic", hearth_record_get (session, "topic"));
  return hearth_store_save (store, changed, NULL, NULL, error);
}

bool
hearth_follow_group_session (HearthStore *store, HearthRecord *session, GError **error)
{
  const char *const sessions[] = { hearth_record_get_id (session), NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_group_attendance_type);
  g_autoptr (GPtrArray) lines = NULL;

  hearth_query_set_filter (query, "session", sessions);
  lines = hearth_reader_list (store, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!follow_line (store, g_ptr_array_index (lines, i), session, error))
      return false;
  return lines != NULL;
}
