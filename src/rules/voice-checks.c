/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about records that are about others, and about what is said of colleagues.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/voice-checks.h"

#include "core/problem.h"
#include "records/types.h"
#include "rules/account-role.h"
#include "rules/addenda.h"
#include "rules/file-limits-private.h"
#include "rules/incidents-private.h"
#include "rules/reader-private.h"
#include "store/people.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>

#define SAFEGUARDING "safeguarding"

/* What cannot be read allows nothing. */
static void
add_unreadable (GPtrArray *problems, const GError *error)
{
  g_warning ("a rule cannot be asked: %s", error->message);
  hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "",
                       N_ ("The house cannot be read at the moment. Please try again."));
}

/* --- who is left to read it ------------------------------------------------------------------------------- */

/** What is asked of each account. */
typedef struct {
  HearthRecord *record;
  const char *hidden_from;
  GHashTable *limits;
  GPtrArray *holders; /* of HearthHolder; NULL: no key is needed */
  char *today;
} Readers;

static bool
holds_key (const Readers *readers, const char *account)
{
  for (guint i = 0; readers->holders != NULL && i < readers->holders->len; i++)
    {
      const HearthHolder *holder = g_ptr_array_index (readers->holders, i);

      if (g_str_equal (holder->account, account))
        return g_strv_contains ((const char *const *) holder->compartments, SAFEGUARDING);
    }
  return readers->holders == NULL;
}

static bool
sees_files (const Readers *readers, const char *account)
{
  g_auto (GStrv) files = hearth_record_dup_files (readers->record);

  for (gsize i = 0; files[i] != NULL; i++)
    if (hearth_file_limits_judge (g_hash_table_lookup (readers->limits, files[i]), account, readers->today) !=
        HEARTH_FILE_OPEN)
      return false;
  return true;
}

static bool
can_read (HearthStore *store, const Readers *readers, HearthRecord *account)
{
  const HearthRole *role = hearth_account_get_role (store, account);
  const char *id = hearth_record_get_id (account);
  g_auto (GStrv) hidden = g_strsplit (hearth_record_get (readers->record, readers->hidden_from), " ", -1);

  return role != NULL &&
         hearth_role_may (role, hearth_record_get_record_type (readers->record), HEARTH_VERB_READ) &&
         !g_strv_contains ((const char *const *) hidden, id) && holds_key (readers, id) &&
         sees_files (readers, id);
}

static bool
has_reader (HearthStore *store, const Readers *readers, GError **error)
{
  g_autoptr (GPtrArray) accounts = hearth_store_read_unasked (store, &hearth_account_type, NULL, NULL, error);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    if (can_read (store, readers, g_ptr_array_index (accounts, i)))
      return true;
  return false;
}

/* @sentence: what is wrong, and what to do, where nobody is left */
static void
check_readers (HearthStore *store,
               HearthRecord *record,
               HearthRecord *before,
               bool sealed,
               const char *sentence,
               GPtrArray *problems)
{
  const char *hidden_from = hearth_record_get_record_type (record)->hidden_from;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) limits = NULL;
  g_autoptr (GPtrArray) holders = NULL;
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  bool found;

  if (before != NULL &&
      g_str_equal (hearth_record_get (record, hidden_from), hearth_record_get (before, hidden_from)))
    return;
  limits = hearth_file_limits_read (store, &error);
  holders = limits != NULL && sealed ? hearth_store_list_holders (store, &error) : NULL;
  if (error != NULL)
    {
      add_unreadable (problems, error);
      return;
    }
  found = has_reader (store,
                      &(Readers) { .record = record,
                                   .hidden_from = hidden_from,
                                   .limits = limits,
                                   .holders = holders,
                                   .today = today },
                      &error);
  if (error != NULL)
    add_unreadable (problems, error);
  else if (!found)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, hidden_from, sentence);
}

void
hearth_check_allegation (HearthStore *store,
                         HearthRecord *allegation,
                         HearthRecord *before,
                         GPtrArray *problems)
{
  check_readers (store, allegation, before, true,
                 N_ ("Then nobody in the house could read this. Tell the authority for the protection of "
                     "children outside of the house, and write here only what nobody needs to be kept from."),
                 problems);
}

void
hearth_check_complaint (HearthStore *store,
                        HearthRecord *complaint,
                        HearthRecord *before,
                        GPtrArray *problems)
{
  check_readers (store, complaint, before, false,
                 N_ ("Then nobody in the house could answer it. Leave out whoever of the manager and the "
                     "director it is least about, or give it to the authority outside of the house."),
                 problems);
  if (hearth_record_has (complaint, "closed_on") &&
      (!hearth_record_has (complaint, "answer") || !hearth_record_has (complaint, "answered_on")))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "closed_on",
                         N_ ("Answer the complaint first, and write down when."));
}

/* --- what it is about --------------------------------------------------------------------------------------- */

/* Loads the subject of @record, of one of @types (ends with NULL; NULL: any); adds a problem where there is none. */
static HearthRecord *
load_subject (HearthStore *store,
              HearthRecord *record,
              const HearthRecordType *const *types,
              GPtrArray *problems)
{
  g_autoptr (HearthRecord) subject = hearth_store_load (store, hearth_record_get (record, "subject"), NULL);
  const HearthRecordType *type = subject != NULL ? hearth_record_get_record_type (subject) : NULL;
  bool fits = type != NULL && g_str_equal (hearth_record_get (record, "subject_type"), type->name);

  for (gsize i = 0; fits && types != NULL && types[i] != type; i++)
    fits = types[i + 1] != NULL;
  if (!fits)
    hearth_problems_add (problems, HEARTH_PROBLEM_NO_SUCH_RECORD, "subject", NULL);
  return fits ? g_steal_pointer (&subject) : NULL;
}

/* It is in the files that its subject is in, and in no other: else it would tell there, or not be found where it belongs. */
static void
check_files (HearthRecord *record, HearthRecord *before, HearthRecord *subject, GPtrArray *problems)
{
  g_auto (GStrv) files = hearth_record_dup_files (record), of_subject = hearth_record_dup_files (subject);

  if (before != NULL &&
      g_str_equal (hearth_record_get (record, "residents"), hearth_record_get (before, "residents")))
    return;
  for (gsize i = 0; of_subject[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) files, of_subject[i]) ||
        g_strv_length (files) != g_strv_length (of_subject))
      {
        hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "residents",
                             N_ ("It belongs to the residents of the record that it is about."));
        return;
      }
  if (of_subject[0] == NULL && files[0] != NULL)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "residents",
                         N_ ("It belongs to the residents of the record that it is about."));
}

/* Whoever could turn it to another record would take with it what was decided about this one. */
static void
check_same_subject (HearthRecord *record, HearthRecord *before, GPtrArray *problems)
{
  if (before != NULL &&
      !g_str_equal (hearth_record_get (record, "subject"), hearth_record_get (before, "subject")))
    hearth_problems_add (problems, HEARTH_PROBLEM_READ_ONLY, "subject", NULL);
}

void
hearth_check_addendum (HearthStore *store, HearthRecord *addendum, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (HearthRecord) subject = NULL;

  if (before != NULL)
    return;
  subject = load_subject (store, addendum, NULL, problems);
  if (subject == NULL)
    return;
  check_files (addendum, before, subject, problems);
  if (!hearth_addendum_is_for (hearth_record_get_record_type (subject)))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "subject",
                         N_ ("This kind of record is changed itself, and its versions are kept."));
  else if (hearth_record_is_open (subject))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "subject",
                         N_ ("This is not signed yet: write it into the record itself."));
  else if (!hearth_addendum_may_add (store, subject))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "subject",
                         N_ ("Whoever may write this kind of record may add to it."));
}

void
hearth_check_incident_review (HearthStore *store,
                              HearthRecord *review,
                              HearthRecord *before,
                              GPtrArray *problems)
{
  static const HearthRecordType *const types[] = { &hearth_incident_type, NULL };
  const HearthRole *role = hearth_reader_get_role (store);
  g_autoptr (HearthRecord) subject = load_subject (store, review, types, problems);
  g_autoptr (GPtrArray) obstacles = NULL;
  g_autoptr (GError) error = NULL;
  bool was_closed;

  check_same_subject (review, before, problems);
  if (subject == NULL)
    return;
  check_files (review, before, subject, problems);
  was_closed = before != NULL && hearth_record_has (before, "closed_on");
  if (was_closed && (role == NULL || !hearth_role_leads (role)))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "closed_on",
                         N_ ("This is closed. The house manager or the director can open it again."));
  if (was_closed || !hearth_record_has (review, "closed_on"))
    return;
  if (role == NULL || !hearth_role_leads (role))
    {
      hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "closed_on",
                           N_ ("The house manager or the director closes it."));
      return;
    }
  obstacles = hearth_incident_list_obstacles_untranslated (store, review, &error);
  if (obstacles == NULL)
    add_unreadable (problems, error);
  for (guint i = 0; obstacles != NULL && i < obstacles->len; i++)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "closed_on", g_ptr_array_index (obstacles, i));
}

void
hearth_check_notification (HearthStore *store,
                           HearthRecord *notification,
                           HearthRecord *before,
                           GPtrArray *problems)
{
  static const HearthRecordType *const types[] = { &hearth_incident_type, &hearth_missing_episode_type,
                                                   NULL };
  g_autoptr (HearthRecord) subject = load_subject (store, notification, types, problems);

  check_same_subject (notification, before, problems);
  if (subject != NULL)
    check_files (notification, before, subject, problems);
}

/* Whether records of @type are not for all who read its tier: that there is one is not for a task to tell. */
static bool
is_apart (const HearthRecordType *type)
{
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);

  for (unsigned int i = 0; i < n_roles; i++)
    if ((roles[i].tiers & (1u << type->tier)) != 0 && !hearth_role_may (&roles[i], type, HEARTH_VERB_READ))
      return true;
  return type->personal || type->hidden_from != NULL;
}

/* Who does what for a goal is known to whoever does it. The task says that much, and no more of the goal. */
static bool
may_be_asked_for (const HearthRecordType *type)
{
  return type == &hearth_goal_type || !is_apart (type);
}

void
hearth_check_task (HearthStore *store, HearthRecord *task, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (HearthRecord) subject = NULL;

  check_same_subject (task, before, problems);
  if (!hearth_record_has (task, "subject"))
    return;
  subject = load_subject (store, task, NULL, problems);
  if (subject == NULL)
    return;
  check_files (task, before, subject, problems);
  if (!may_be_asked_for (hearth_record_get_record_type (subject)))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "subject",
                         N_ ("A task is seen by everybody, and this is not for everybody. Write down there "
                             "what is to be done."));
}
