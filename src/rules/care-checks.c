/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about daily life: logs, leaves, visits, beds.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/care-checks.h"

#include "core/problem.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/rooms.h"
#include "rules/shift-times.h"
#include "rules/subject.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>

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

/* --- shifts ------------------------------------------------------------------------------------------------ */

void
hearth_check_house (HearthStore *store, HearthRecord *house, HearthRecord *before, GPtrArray *problems)
{
  HearthShiftHours hours;

  hearth_shift_hours_read_as_written (house, &hours);
  if (!hearth_shift_hours_are_good (&hours))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "night_from",
                         N_ ("The shifts must follow each other within a day: morning, afternoon, night. "
                             "Where "
                             "nothing is written they begin at 7:00, 14:00 and 21:00."));
}

/* Asked when it is signed: what was written down in a hurry is kept in any case, and marked as late. */
void
hearth_check_log (HearthStore *store, HearthRecord *log, HearthRecord *before, GPtrArray *problems)
{
  if (g_str_equal (hearth_record_get (log, "state"), HEARTH_STATE_SIGNED) &&
      hearth_shift_wants_reason (store, log))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "late_reason",
                         N_ ("This was written some time after its shift. Say in a few words why."));
}

void
hearth_check_handover_read (HearthStore *store, HearthRecord *read, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (HearthRecord) handover = NULL;
  g_autoptr (GPtrArray) reads = NULL;

  if (before != NULL)
    return;
  handover = hearth_store_load (store, hearth_record_get (read, "handover"), NULL);
  if (handover == NULL)
    return; /* the store says so of a link */
  if (hearth_record_is_open (handover))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "handover",
                         N_ ("This handover is not signed yet, so that it can still change."));
  reads = hearth_store_read_unasked (store, &hearth_handover_read_type, "handover",
                                     hearth_record_get_id (handover), NULL);
  for (guint i = 0; reads != NULL && i < reads->len; i++)
    if (says (g_ptr_array_index (reads, i), "created_by", hearth_reader_get_id (store)))
      {
        hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "handover",
                             N_ ("You have signed for this handover already."));
        return;
      }
}

/* --- out and back ------------------------------------------------------------------------------------------- */

static bool
decides (HearthStore *store)
{
  const HearthRole *role = hearth_reader_get_role (store);

  return role != NULL && hearth_role_decides_leave (role);
}

static bool
is_decision (HearthRecord *leave)
{
  return says (leave, "decision", "agreed") || says (leave, "decision", "not_agreed");
}

void
hearth_check_leave (HearthStore *store, HearthRecord *leave, HearthRecord *before, GPtrArray *problems)
{
  static const char *const agreed[] = {
    "leaves_at", "due_back",   "where_to",   "with_whom",  "escort",
    "kind",      "conditions", "decided_by", "decided_on", "decision_note"
  };

  if (decides (store))
    return;
  if (is_decision (leave) && differs (leave, before, "decision"))
    {
      hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "decision",
                           N_ ("A key worker decides about this, or whoever leads the house. Leave it at "
                               "“Asked "
                               "for”: they see it on their page of today."));
      return;
    }
  for (gsize i = 0; before != NULL && is_decision (before) && i < G_N_ELEMENTS (agreed); i++)
    if (differs (leave, before, agreed[i]))
      hearth_problems_add (problems, HEARTH_PROBLEM_RULE, agreed[i],
                           N_ ("This was decided. A key worker changes it, or whoever leads the house."));
}

void
hearth_check_visit (HearthStore *store, HearthRecord *visit, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (HearthRecord) contact = NULL;

  if (!hearth_record_has (visit, "contact"))
    return;
  contact = hearth_store_load (store, hearth_record_get (visit, "contact"), NULL);
  /* Somebody of another file is refused as every link is (court-checks.c). */
  if (contact == NULL ||
      !g_str_equal (hearth_record_get_resident (contact), hearth_record_get_resident (visit)))
    return;
  if (hearth_record_is_yes (contact, "no_contact") && hearth_record_is_yes (visit, "took_place") &&
      !says (visit, "allowed", "not_allowed"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "allowed",
                         N_ ("This person must not have contact. If it took place all the same, say “Not "
                             "allowed”, write what was seen, and tell whoever leads the house."));
}

void
hearth_check_missing (HearthStore *store, HearthRecord *episode, HearthRecord *before, GPtrArray *problems)
{
  static const char *const nothing[] = { "", NULL };
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) open = NULL;

  if (before != NULL || hearth_record_has (episode, "found_at"))
    return;
  query = hearth_query_new (&hearth_missing_episode_type);
  hearth_query_set_resident (query, hearth_record_get_resident (episode));
  hearth_query_set_filter (query, "found_at", nothing);
  open = hearth_reader_list (store, query, NULL);
  if (open != NULL && open->len > 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "",
                         N_ ("It is written down already that the resident is missing. Go on there."));
}

/* --- the house ------------------------------------------------------------------------------------------------ */

void
hearth_check_bed (HearthStore *store, HearthRecord *bed, HearthRecord *before, GPtrArray *problems)
{
  hearth_rooms_check_bed (store, bed, problems);
}

void
hearth_check_notification_rule (HearthStore *store,
                                HearthRecord *rule,
                                HearthRecord *before,
                                GPtrArray *problems)
{
  g_autoptr (GPtrArray) others = NULL;

  if (!hearth_record_is_open (rule))
    return;
  others = hearth_store_read_unasked (store, &hearth_notification_rule_type, "about",
                                      hearth_record_get (rule, "about"), NULL);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (others, i);

      if (says (other, "whom", hearth_record_get (rule, "whom")) &&
          !g_str_equal (hearth_record_get_id (other), hearth_record_get_id (rule)))
        {
          hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "whom",
                               N_ ("There is a rule for this already. Change that one."));
          return;
        }
    }
}
