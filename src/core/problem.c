/* SPDX-License-Identifier: GPL-3.0-or-later
 * Problems and lists of them.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/problem.h"

HearthProblem *
hearth_problem_new (HearthProblemCode code, const char *field, const char *argument)
{
  HearthProblem *problem = g_new0 (HearthProblem, 1);

  problem->code = code;
  problem->field = g_strdup (field != NULL ? field : "");
  problem->argument = g_strdup (argument != NULL ? argument : "");
  return problem;
}

void
hearth_problem_free (HearthProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->field);
  g_free (problem->argument);
  g_free (problem);
}

GPtrArray *
hearth_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_problem_free);
}

void
hearth_problems_add (GPtrArray *problems, HearthProblemCode code, const char *field, const char *argument)
{
  g_return_if_fail (problems != NULL);
  g_return_if_fail (code != HEARTH_PROBLEM_NONE);

  g_ptr_array_add (problems, hearth_problem_new (code, field, argument));
}

const HearthProblem *
hearth_problems_lookup (GPtrArray *problems, const char *name)
{
  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->field, name))
        return problem;
    }
  return NULL;
}
