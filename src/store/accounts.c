/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sign-in names: each account has its own, and keeps it.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "core/problem.h"
#include "store/people.h"
#include "store/store-private.h"
#include "vault/normalise.h"

/* Sign-in names that a person would take for the same are the same. */
bool
hearth_store_check_user (HearthStore *store,
                         HearthRecord *account,
                         HearthRecord *before,
                         GPtrArray *problems,
                         GError **error)
{
  g_autoptr (HearthStatement) statement = NULL;
  g_autofree char *user = NULL;
  g_autofree char *user_before = NULL;
  HearthStep step;

  if (!g_str_equal (hearth_record_get_record_type (account)->name, "account"))
    return true;
  user = hearth_name_normalise (hearth_record_get (account, "user"));
  /* The key slot was made with it, and only its person's password could make another. */
  if (before != NULL)
    user_before = hearth_name_normalise (hearth_record_get (before, "user"));
  if (before != NULL && g_strcmp0 (user, user_before) != 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_READ_ONLY, "user", NULL);
  statement = hearth_db_prepare (store->db, "SELECT user FROM account WHERE id <> ?1", error);
  if (statement == NULL)
    return false;
  hearth_statement_bind_text (statement, 1, hearth_record_get_id (account));
  while ((step = hearth_statement_step (statement, error)) == HEARTH_STEP_ROW)
    {
      g_autofree char *other = hearth_name_normalise (hearth_statement_get_text (statement, 0));

      if (user != NULL && g_strcmp0 (user, other) == 0 && hearth_problems_lookup (problems, "user") == NULL)
        hearth_problems_add (problems, HEARTH_PROBLEM_NOT_UNIQUE, "user", NULL);
    }
  return step == HEARTH_STEP_DONE;
}
