/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about who may get in: accounts, limits of files, staff files.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/access-checks.h"

#include "core/date.h"
#include "core/problem.h"
#include "core/record.h"
#include "records/types.h"
#include "rules/account-role.h"
#include "rules/file-limits-private.h"
#include "rules/reader-private.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What cannot be read allows nothing. */
static void
add_unreadable (GPtrArray *problems, const GError *error)
{
  g_warning ("a rule cannot be asked: %s", error->message);
  hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "",
                       N_ ("The house cannot be read at the moment. Please try again."));
}

static bool
is_in (HearthRecord *account, const char *role)
{
  return account != NULL && hearth_record_is_open (account) && hearth_record_is_yes (account, "active") &&
         g_str_equal (hearth_record_get (account, "role"), role);
}

/* --- who can change limits ------------------------------------------------------------------ */

/** Ids of the accounts whose role writes limits of files. */
static GHashTable *
list_leaders (HearthStore *store, GError **error)
{
  g_autoptr (GPtrArray) accounts = hearth_store_read_unasked (store, &hearth_account_type, NULL, NULL, error);
  GHashTable *leaders;

  if (accounts == NULL)
    return NULL;
  leaders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < accounts->len; i++)
    {
      HearthRecord *account = g_ptr_array_index (accounts, i);
      const HearthRole *role = hearth_account_get_role (store, account);

      if (role != NULL && hearth_role_may (role, &hearth_file_limit_type, HEARTH_VERB_CHANGE))
        g_hash_table_add (leaders, g_strdup (hearth_record_get_id (account)));
    }
  return leaders;
}

static bool
has_leader_on (GPtrArray *limits, GHashTable *leaders, const char *day)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, leaders);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (hearth_file_limits_judge (limits, id, day) == HEARTH_FILE_OPEN)
      return true;
  return false;
}

/* Also on every day to come on which a limit begins, or has just ended. */
static bool
has_leader (GPtrArray *limits, GHashTable *leaders, const char *today)
{
  if (!has_leader_on (limits, leaders, today))
    return false;
  for (guint i = 0; i < limits->len; i++)
    {
      HearthRecord *limit = g_ptr_array_index (limits, i);
      const char *start = hearth_record_get (limit, "start");
      g_autofree char *after = hearth_date_add_days (hearth_record_get (limit, "until"), 1);

      if ((strcmp (start, today) > 0 && !has_leader_on (limits, leaders, start)) ||
          (strcmp (after, today) > 0 && !has_leader_on (limits, leaders, after)))
        return false;
    }
  return true;
}

/* The limits of @limit's file with it as it will be. */
static GPtrArray *
list_with (GHashTable *all, HearthRecord *limit)
{
  GPtrArray *of_file = g_hash_table_lookup (all, hearth_record_get_resident (limit));
  GPtrArray *limits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; of_file != NULL && i < of_file->len; i++)
    {
      HearthRecord *other = g_ptr_array_index (of_file, i);

      if (!g_str_equal (hearth_record_get_id (other), hearth_record_get_id (limit)))
        g_ptr_array_add (limits, g_object_ref (other));
    }
  if (hearth_record_is_open (limit))
    g_ptr_array_add (limits, g_object_ref (limit));
  return limits;
}

void
hearth_check_file_limit (HearthStore *store, HearthRecord *limit, HearthRecord *before, GPtrArray *problems)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) all = hearth_file_limits_read (store, &error);
  g_autoptr (GHashTable) leaders = all != NULL ? list_leaders (store, &error) : NULL;
  g_autoptr (GPtrArray) limits = NULL;

  if (leaders == NULL)
    {
      add_unreadable (problems, error);
      return;
    }
  limits = list_with (all, limit);
  if (!has_leader (limits, leaders, today))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "person",
                         N_ ("A director or house manager must still see the file, so that this can be "
                             "changed again."));
}

/* --- accounts -------------------------------------------------------------------------------- */

static void
check_own (HearthStore *store, HearthRecord *account, HearthRecord *before, GPtrArray *problems)
{
  HearthRecord *own = hearth_store_get_account (store);

  if (own != NULL && g_str_equal (hearth_record_get_id (account), hearth_record_get_id (own)) &&
      (!hearth_record_is_yes (account, "active") || !hearth_record_is_open (account) ||
       !g_str_equal (hearth_record_get (account, "role"), hearth_record_get (before, "role"))))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "role",
                         N_ ("One’s own role and sign-in are changed by somebody else."));
}

static void
check_directors (HearthStore *store, HearthRecord *account, HearthRecord *before, GPtrArray *problems)
{
  bool is_director = is_in (account, "director"), was_director = is_in (before, "director");
  g_autoptr (GError) error = NULL;

  if (is_director && !was_director && !g_str_equal (hearth_reader_get_role_code (store), "director"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "role",
                         N_ ("Only a director makes somebody a director."));
  if (!was_director || is_director || hearth_account_has_other_director (store, account, &error))
    return;
  if (error != NULL)
    add_unreadable (problems, error);
  else
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "role",
                         N_ ("There must be a director. Make somebody else a director first."));
}

/* Whoever gives a password knows it, and could sign in with it before its owner does. */
static void
check_password (HearthStore *store, HearthRecord *account, HearthRecord *before, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;

  if (!is_in (account, "director") || !g_str_equal (hearth_reader_get_role_code (store), "administrator") ||
      g_str_equal (hearth_record_get (account, "password_given"),
                   hearth_record_get (before, "password_given")) ||
      hearth_account_has_other_director (store, account, &error))
    return;
  if (error != NULL)
    add_unreadable (problems, error);
  else
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "role",
                         N_ ("The only director gets a new password with the recovery sheet, from nobody "
                             "else."));
}

/* Files that only this account's person could open to the others again. */
static void
check_limits_without (HearthStore *store, HearthRecord *account, GPtrArray *problems)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) all = hearth_file_limits_read (store, &error);
  g_autoptr (GHashTable) leaders = all != NULL ? list_leaders (store, &error) : NULL;
  GHashTableIter iter;
  gpointer limits;

  if (leaders == NULL)
    {
      add_unreadable (problems, error);
      return;
    }
  if (!g_hash_table_remove (leaders, hearth_record_get_id (account)))
    return;
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, &limits))
    if (!has_leader (limits, leaders, today))
      {
        hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "role",
                             N_ ("A file is limited to this person and others who cannot change that. Name "
                                 "another director or house manager in it first."));
        return;
      }
}

void
hearth_check_account (HearthStore *store, HearthRecord *account, HearthRecord *before, GPtrArray *problems)
{
  const char *code = hearth_record_get (account, "role");
  const HearthRole *role = hearth_role_lookup (code);
  bool leads = role != NULL && is_in (account, code) && hearth_role_leads (role);

  if (before != NULL)
    {
      check_own (store, account, before, problems);
      check_password (store, account, before, problems);
    }
  check_directors (store, account, before, problems);
  if (before != NULL && !leads &&
      (!is_in (account, code) || !g_str_equal (code, hearth_record_get (before, "role"))))
    check_limits_without (store, account, problems);
}

/* --- staff files ------------------------------------------------------------------------------ */

void
hearth_check_staff_file (HearthStore *store,
                         HearthRecord *staff_file,
                         HearthRecord *before,
                         GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (!hearth_record_is_open (staff_file) || !hearth_record_has (staff_file, "account"))
    return;
  others = hearth_store_read_unasked (store, &hearth_staff_file_type, "account",
                                      hearth_record_get (staff_file, "account"), &error);
  if (others == NULL)
    add_unreadable (problems, error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!g_str_equal (hearth_record_get_id (g_ptr_array_index (others, i)),
                      hearth_record_get_id (staff_file)))
      {
        hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "account",
                             N_ ("This person has a staff file already."));
        return;
      }
}
