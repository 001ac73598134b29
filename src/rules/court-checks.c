/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about cases and days at court, and about links within one file.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/court-checks.h"

#include "core/date.h"
#include "core/problem.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* --- links ---------------------------------------------------------------------------------------------------- */

/* As it is stored, whoever may read it: what is asked is only whose it is. */
static HearthRecord *
read_linked (HearthStore *store, HearthRecord *record, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);
  const char *id = hearth_record_get (record, name);
  g_autoptr (GPtrArray) found =
    *id != '\0'
      ? hearth_store_read_unasked (store, hearth_records_lookup_type (field->link_type), "id", id, NULL)
      : NULL;

  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static bool
names_other_file (HearthStore *store, HearthRecord *record, const HearthField *field)
{
  const HearthRecordType *type = field->kind == HEARTH_FIELD_LINK && !hearth_field_is_base (field)
                                   ? hearth_records_lookup_type (field->link_type)
                                   : NULL;
  g_autoptr (HearthRecord) linked = NULL;

  if (type == NULL || type->owner != HEARTH_OWNER_RESIDENT)
    return false;
  linked = read_linked (store, record, field->name);
  return linked != NULL &&
         !g_str_equal (hearth_record_get_resident (linked), hearth_record_get_resident (record));
}

/* What is of a day at court is of the case of that day. */
static void
check_same_case (HearthStore *store, HearthRecord *record, HearthRecord *before, GPtrArray *problems)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  g_autoptr (HearthRecord) hearing = NULL;

  if (hearth_record_type_lookup_field (type, "hearing") == NULL ||
      hearth_record_type_lookup_field (type, "legal_case") == NULL ||
      !hearth_record_has (record, "legal_case") ||
      (!differs (record, before, "hearing") && !differs (record, before, "legal_case")))
    return;
  hearing = read_linked (store, record, "hearing");
  if (hearing != NULL && !says (hearing, "legal_case", hearth_record_get (record, "legal_case")))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "hearing",
                         N_ ("This day at court belongs to another case."));
}

void
hearth_check_links (HearthStore *store, HearthRecord *record, HearthRecord *before, GPtrArray *problems)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  if (type->owner != HEARTH_OWNER_RESIDENT)
    return;
  for (unsigned int i = 0; i < type->n_fields; i++)
    if (differs (record, before, type->fields[i].name) && names_other_file (store, record, &type->fields[i]))
      hearth_problems_add (problems, HEARTH_PROBLEM_RULE, type->fields[i].name,
                           N_ ("There is no such record in this resident’s file."));
  check_same_case (store, record, before, problems);
}

/* --- cases ---------------------------------------------------------------------------------------------------- */

static bool
is_over (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *day = hearth_instant_dup_date (hearth_record_get (hearing, "at"));

  return strcmp (day, today) < 0;
}

void
hearth_check_case (HearthStore *store, HearthRecord *legal_case, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (GPtrArray) hearings = NULL;

  if (before == NULL || !says (legal_case, "stage", "closed") || !differs (legal_case, before, "stage"))
    return;
  hearings = hearth_store_read_unasked (store, &hearth_hearing_type, "legal_case",
                                        hearth_record_get_id (legal_case), NULL);
  for (guint i = 0; hearings != NULL && i < hearings->len; i++)
    {
      HearthRecord *hearing = g_ptr_array_index (hearings, i);

      if (says (hearing, "status", "planned") && !is_over (store, hearing))
        {
          hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "stage",
                               N_ ("A day at court is still planned in this case. Say first what becomes of "
                                   "it."));
          return;
        }
    }
}

/* --- days at court -------------------------------------------------------------------------------------------- */

static bool
plans (HearthStore *store)
{
  const HearthRole *role = hearth_reader_get_role (store);

  return role != NULL && hearth_role_may (role, &hearth_hearing_type, HEARTH_VERB_ADD);
}

static bool
is_to_come (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));

  return hearth_instant_compare (hearth_record_get (hearing, "at"), now) > 0;
}

/* Whoever goes along writes how it was; the day itself is not theirs to move. */
static void
check_who_moves (HearthStore *store, HearthRecord *hearing, HearthRecord *before, GPtrArray *problems)
{
  if (before == NULL || plans (store))
    return;
  if (differs (hearing, before, "at"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "at",
                         N_ ("A key worker or the legal officer moves a day at court, or whoever leads the "
                             "house."));
  if (differs (hearing, before, "attend") && is_to_come (store, before))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "attend",
                         N_ ("A key worker or the legal officer writes whether the resident comes, or "
                             "whoever leads the house."));
  if (differs (hearing, before, "status") && !says (hearing, "status", "held"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "status",
                         N_ ("A key worker or the legal officer calls off a day at court, or whoever leads "
                             "the "
                             "house."));
}

void
hearth_check_hearing (HearthStore *store, HearthRecord *hearing, HearthRecord *before, GPtrArray *problems)
{
  /* With it, what is to be prepared is struck out. */
  if (says (hearing, "state", HEARTH_STATE_IN_ERROR))
    {
      if (!plans (store))
        hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "",
                             N_ ("A key worker or the legal officer takes back a day at court, or whoever "
                                 "leads the house."));
      return;
    }
  check_who_moves (store, hearing, before, problems);
  if (!hearth_record_has (hearing, "at") ||
      (!differs (hearing, before, "at") && !differs (hearing, before, "status")))
    return;
  if (says (hearing, "status", "planned") && is_over (store, hearing))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "at",
                         N_ ("This day is over. Correct it, or say below whether it was held, put off or "
                             "cancelled."));
  if (says (hearing, "status", "held") && is_to_come (store, hearing))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "status", N_ ("This day is still to come."));
}

/* --- contributions to reports ----------------------------------------------------------------------------------- */

/* A report prints them as those of the role of who wrote them. */
void
hearth_check_contribution (HearthStore *store,
                           HearthRecord *contribution,
                           HearthRecord *before,
                           GPtrArray *problems)
{
  if (before != NULL && !says (before, "created_by", hearth_reader_get_id (store)))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "text",
                         N_ ("These are the words of a colleague. Ask them to change it, or write a "
                             "contribution of your own."));
}
