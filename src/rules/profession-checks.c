/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about health, counselling, plans and learning.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/profession-checks.h"

#include "core/date.h"
#include "core/problem.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two people measure, and shoes are left on: so much may be between two heights. */
#define HEIGHT_LESS_CM 5.0
#define WEIGHT_PART (1.0 / 3.0)
#define WEIGHT_DAYS 30

static bool
says (HearthRecord *record, const char *name, const char *code)
{
  return g_str_equal (hearth_record_get (record, name), code);
}

static bool
differs (HearthRecord *record, HearthRecord *before, const char *name)
{
  return before == NULL || !says (record, name, hearth_record_get (before, name));
}

static bool
is_same (HearthRecord *record, HearthRecord *other)
{
  return g_str_equal (hearth_record_get_id (record), hearth_record_get_id (other));
}

/* The others of its type that say the same in @field. */
static GPtrArray *
list_others (HearthStore *store, HearthRecord *record, const char *field)
{
  GPtrArray *others = hearth_store_read_unasked (store, hearth_record_get_record_type (record), field,
                                                 hearth_record_get (record, field), NULL);

  for (guint i = others != NULL ? others->len : 0; i > 0; i--)
    if (is_same (record, g_ptr_array_index (others, i - 1)))
      g_ptr_array_remove_index (others, i - 1);
  return others;
}

/* --- measurements --------------------------------------------------------------------------------------------- */

static double
get_number (HearthRecord *record, const char *name)
{
  return g_ascii_strtod (hearth_record_get (record, name), NULL);
}

static bool
is_shorter (HearthRecord *measurement, HearthRecord *earlier)
{
  return hearth_record_has (measurement, "height") && hearth_record_has (earlier, "height") &&
         get_number (measurement, "height") < get_number (earlier, "height") - HEIGHT_LESS_CM;
}

static bool
leaps (HearthRecord *measurement, HearthRecord *earlier)
{
  double weight = get_number (measurement, "weight"), before = get_number (earlier, "weight");

  return weight > 0 && before > 0 && ABS (weight - before) > before * WEIGHT_PART &&
         hearth_date_days_between (hearth_record_get (earlier, "date"),
                                   hearth_record_get (measurement, "date")) <= WEIGHT_DAYS;
}

/* Another number may be right; then a word about it says that somebody looked twice. */
void
hearth_check_measurement (HearthStore *store,
                          HearthRecord *measurement,
                          HearthRecord *before,
                          GPtrArray *problems)
{
  bool shorter = false, leapt = false;
  g_autoptr (GPtrArray) others = NULL;

  if (hearth_record_has (measurement, "note") ||
      (!differs (measurement, before, "height") && !differs (measurement, before, "weight") &&
       !differs (measurement, before, "date")))
    return;
  others = list_others (store, measurement, "resident");
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (others, i);

      if (strcmp (hearth_record_get (other, "date"), hearth_record_get (measurement, "date")) > 0)
        continue;
      shorter |= is_shorter (measurement, other);
      leapt |= leaps (measurement, other);
    }
  if (shorter)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "height",
                         N_ ("The resident was taller before. Measure again; if it is right, write a note."));
  if (leapt)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "weight",
                         N_ ("This is more than a third away from the weight of the last 30 days. Weigh "
                             "again; "
                             "if it is right, write a note."));
}

/* --- appointments and referrals --------------------------------------------------------------------------------- */

void
hearth_check_appointment (HearthStore *store,
                          HearthRecord *appointment,
                          HearthRecord *before,
                          GPtrArray *problems)
{
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));
  bool is_over = says (appointment, "status", "attended") || says (appointment, "status", "missed");

  if (is_over && (differs (appointment, before, "status") || differs (appointment, before, "at")) &&
      hearth_instant_compare (hearth_record_get (appointment, "at"), now) > 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "status", N_ ("This appointment is still to come."));
}

/* @day: when it is relied on */
static bool
holds (HearthRecord *consent, const char *day)
{
  return strcmp (hearth_record_get (consent, "valid_from"), day) <= 0 &&
         strcmp (day, hearth_record_get (consent, "valid_until")) <= 0 &&
         (!hearth_record_has (consent, "withdrawn_on") ||
          strcmp (day, hearth_record_get (consent, "withdrawn_on")) <= 0);
}

/* What holds is asked of the consent itself, also where whoever refers may not read it. */
void
hearth_check_referral (HearthStore *store, HearthRecord *referral, HearthRecord *before, GPtrArray *problems)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  const char *day = hearth_record_has (referral, "sent_on") ? hearth_record_get (referral, "sent_on") : today;
  g_autoptr (GPtrArray) consents = NULL;

  if (!hearth_record_has (referral, "consent") ||
      (!differs (referral, before, "consent") && !differs (referral, before, "sent_on")))
    return;
  consents = hearth_store_read_unasked (store, &hearth_consent_type, "id",
                                        hearth_record_get (referral, "consent"), NULL);
  if (consents != NULL && consents->len > 0 && !holds (g_ptr_array_index (consents, 0), day))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "consent",
                         N_ ("This consent did not hold on that day: it had ended, was taken back, or had "
                             "not "
                             "begun. Ask the resident again."));
}

/* --- group sessions --------------------------------------------------------------------------------------------- */

void
hearth_check_group_attendance (HearthStore *store,
                               HearthRecord *line,
                               HearthRecord *before,
                               GPtrArray *problems)
{
  g_autoptr (GPtrArray) others = NULL;

  if (!differs (line, before, "session"))
    return;
  others = list_others (store, line, "session");
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (says (g_ptr_array_index (others, i), "resident", hearth_record_get_resident (line)))
      {
        hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "session",
                             N_ ("The resident has a line for this session already. Change that one."));
        return;
      }
}

/* --- plans -------------------------------------------------------------------------------------------------------- */

/* A plan that ends on the day on which the next one begins makes room for it. */
static bool
overlap (HearthRecord *plan, HearthRecord *other)
{
  return (!hearth_record_has (other, "ended_on") ||
          strcmp (hearth_record_get (plan, "start"), hearth_record_get (other, "ended_on")) < 0) &&
         (!hearth_record_has (plan, "ended_on") ||
          strcmp (hearth_record_get (other, "start"), hearth_record_get (plan, "ended_on")) < 0);
}

void
hearth_check_plan (HearthStore *store, HearthRecord *plan, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (GPtrArray) others = NULL;

  if (!differs (plan, before, "start") && !differs (plan, before, "ended_on"))
    return;
  others = list_others (store, plan, "resident");
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (overlap (plan, g_ptr_array_index (others, i)))
      {
        hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "start",
                             N_ ("There is a plan for this time already. Go on with that one, or write down "
                                 "there on which day it ended."));
        return;
      }
}

/* --- learning ----------------------------------------------------------------------------------------------------- */

static bool
is_before (HearthRecord *enrolment, const char *day)
{
  return strcmp (day, hearth_record_get (enrolment, "start")) < 0;
}

static bool
is_after (HearthRecord *enrolment, const char *day)
{
  return hearth_record_has (enrolment, "until") && strcmp (day, hearth_record_get (enrolment, "until")) > 0;
}

void
hearth_check_enrolment (HearthStore *store,
                        HearthRecord *enrolment,
                        HearthRecord *before,
                        GPtrArray *problems)
{
  bool some_before = false, some_after = false;
  g_autoptr (GPtrArray) days = NULL;

  if (before == NULL || (!differs (enrolment, before, "start") && !differs (enrolment, before, "until")))
    return;
  days = hearth_store_read_unasked (store, &hearth_attendance_type, "enrolment",
                                    hearth_record_get_id (enrolment), NULL);
  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const char *day = hearth_record_get (g_ptr_array_index (days, i), "date");

      some_before |= is_before (enrolment, day);
      some_after |= is_after (enrolment, day);
    }
  if (some_before)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "start",
                         N_ ("Attendance is written down for days before this one. Correct one of them."));
  if (some_after)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "until",
                         N_ ("Attendance is written down for days after this one. Correct one of them."));
}

/* There is much attendance: only that of the day is asked for. */
static bool
is_twice (HearthStore *store, HearthRecord *attendance)
{
  const char *places[] = { hearth_record_get (attendance, "enrolment"), NULL };
  const char *day = hearth_record_get (attendance, "date");
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_attendance_type);
  g_autoptr (GPtrArray) others = NULL;

  hearth_query_set_resident (query, hearth_record_get_resident (attendance));
  hearth_query_set_period (query, day, day);
  hearth_query_set_filter (query, "enrolment", places);
  others = hearth_reader_list (store, query, NULL);
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!is_same (attendance, g_ptr_array_index (others, i)))
      return true;
  return false;
}

void
hearth_check_attendance (HearthStore *store,
                         HearthRecord *attendance,
                         HearthRecord *before,
                         GPtrArray *problems)
{
  const char *day = hearth_record_get (attendance, "date");
  g_autoptr (HearthRecord) enrolment = NULL;

  if (!differs (attendance, before, "date") && !differs (attendance, before, "enrolment"))
    return;
  enrolment = hearth_store_load (store, hearth_record_get (attendance, "enrolment"), NULL);
  if (enrolment == NULL)
    return; /* the store says so of a link */
  if (is_before (enrolment, day))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "date",
                         N_ ("The school or training place begins on a later day."));
  if (is_after (enrolment, day))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "date",
                         N_ ("The school or training place had ended by this day."));
  if (is_twice (store, attendance))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "date",
                         N_ ("This day is written down already. Change that entry."));
}
