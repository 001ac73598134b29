/* SPDX-License-Identifier: GPL-3.0-or-later
 * The progress report's goals: in own words, what was done, how near, what comes next; what stands in the way, and the
 * plan for the time to come.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/progress-private.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "rules/court.h"
#include "rules/plans.h"
#include "rules/school.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So far ahead the plan looks. */
#define DAYS_AHEAD 92

/* --- Goals --- */

/* Open ones, and those that ended in the report's time. */
static bool
is_reported (HearthBuilder *builder, HearthRecord *goal)
{
  const char *start = hearth_record_get (goal, "start"), *ended = hearth_record_get (goal, "ended_on");

  if (strcmp (start, builder->to) > 0)
    return false;
  if (*ended)
    return strcmp (ended, builder->from) >= 0;
  return hearth_goal_is_open (goal);
}

static void
append_line (GString *lines, const char *line)
{
  if (*line)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

/* "6 of 10 · In progress", then how many steps are done. */
static char *
format_standing (HearthBuilder *builder, HearthBlock *table, HearthRecord *goal, GPtrArray *actions)
{
  g_autoptr (HearthRecord) latest =
    hearth_goal_find_latest_progress (builder->store, hearth_record_get_id (goal), NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *status = hearth_builder_quote_field (builder, table, goal, "status");
  g_autofree char *value =
    latest ? hearth_builder_quote_field (builder, table, latest, "value") : g_strdup ("");
  /* Translators: how near a goal is, from 0 to 10 */
  g_autofree char *near_words = *value ? g_strdup_printf (_ ("%s of 10"), value) : g_strdup ("");
  unsigned int open, done = hearth_actions_count_done (actions, &open);
  g_autofree char *steps = NULL;

  append_line (lines, status);
  append_line (lines, near_words);
  if (done + open > 0)
    {
      steps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u step done", "%u of %u steps done",
                                            done + open),
                               done, done + open);
      append_line (lines, steps);
    }
  return hearth_builder_stack (builder, lines->str, "");
}

/* The first step that is open and the day it is due, or when the goal is to be reached. */
static char *
format_next (HearthBuilder *builder, HearthBlock *table, HearthRecord *goal, GPtrArray *actions)
{
  g_autofree char *target = NULL;

  for (unsigned int i = 0; hearth_goal_is_open (goal) && i < actions->len; i++)
    {
      HearthRecord *action = actions->pdata[i];
      g_autofree char *title = NULL, *due = NULL;

      if (hearth_record_has (action, "done_on") || hearth_record_is_yes (action, "cancelled"))
        continue;
      title = hearth_builder_quote_field (builder, table, action, "title");
      due = hearth_builder_quote_field (builder, table, action, "due");
      return hearth_builder_stack (builder, title, due);
    }
  target = hearth_builder_quote_field (builder, table, goal, "target");
  if (hearth_goal_is_open (goal) && *target)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("To be reached by %s"), target);
  return hearth_builder_quote_field (builder, table, goal, "ended_why");
}

static bool
add_goal (HearthBuilder *builder, HearthBlock *table, HearthRecord *goal, GError **error)
{
  g_autoptr (GPtrArray) actions =
    hearth_goal_list_actions (builder->store, hearth_record_get_id (goal), error);
  g_autofree char *domain = NULL, *text = NULL, *own = NULL, *what = NULL, *standing = NULL, *next = NULL;

  if (!actions)
    return false;
  domain = hearth_builder_quote_field (builder, table, goal, "domain");
  text = hearth_builder_quote_field (builder, table, goal, "text");
  own = hearth_builder_quote_field (builder, table, goal, "own");
  what = hearth_builder_stack (builder, text, domain);
  standing = format_standing (builder, table, goal, actions);
  next = format_next (builder, table, goal, actions);
  hearth_block_add_row (table, *own ? own : "–", what, standing, *next ? next : "–", NULL);
  return true;
}

bool
hearth_progress_add_goals (HearthBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) goals =
    hearth_goals_list (builder->store, hearth_record_get_id (builder->resident), NULL, error);
  g_autoptr (HearthBlock) table = NULL;

  if (!goals)
    return false;
  hearth_document_add_heading (builder->document, 1, _ (hearth_goal_type.label_plural));
  table = hearth_block_new (HEARTH_BLOCK_TABLE);
  hearth_block_add_column (table, _ ("In own words"), false);
  hearth_block_add_column (table, _ ("Goal"), false);
  hearth_block_add_column (table, _ ("How it stands"), false);
  hearth_block_add_column (table, _ ("Next"), false);
  for (unsigned int i = 0; i < goals->len; i++)
    {
      if (is_reported (builder, goals->pdata[i]) && !add_goal (builder, table, goals->pdata[i], error))
        return false;
    }
  hearth_builder_add_or_nothing (builder, g_steal_pointer (&table));
  return true;
}

/* --- What stands in the way --- */

static void
add_obstacles (HearthBuilder *builder, GPtrArray *contributions)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  hearth_document_add_heading (builder->document, 1, _ ("What stands in the way, and what is needed"));
  hearth_builder_add_contributions (builder, facts, contributions, "progress", "needs");
  hearth_builder_add_or_nothing (builder, facts);
}

/* --- What comes --- */

/** Rows to be sorted by day before they become cells. */
typedef struct {
  char *date;
  char *words;
} Coming;

static void
coming_free (Coming *coming)
{
  g_free (coming->date);
  g_free (coming->words);
  g_free (coming);
}

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Coming *const *) a)->date, (*(Coming *const *) b)->date);
}

/* Takes @words when @date lies in the time ahead. */
static void
take_coming (HearthBuilder *builder, GPtrArray *list, const char *date, char *words)
{
  g_autofree char *last = hearth_date_add_days (builder->to, DAYS_AHEAD);
  g_autofree char *owned = words;
  Coming *coming;

  if (*date == '\0' || strcmp (date, builder->to) <= 0 || strcmp (date, last) > 0)
    return;
  coming = g_new0 (Coming, 1);
  coming->date = g_strdup (date);
  coming->words = g_steal_pointer (&owned);
  g_ptr_array_add (list, coming);
}

static void
take_goals (HearthBuilder *builder, HearthBlock *table, GPtrArray *list, GPtrArray *goals)
{
  for (unsigned int i = 0; i < goals->len; i++)
    {
      g_autofree char *text = NULL;

      if (!hearth_goal_is_open (goals->pdata[i]))
        continue;
      text = hearth_builder_quote_field (builder, table, goals->pdata[i], "text");
      /* Translators: %s is a goal */
      take_coming (builder, list, hearth_builder_use_field (builder, table, goals->pdata[i], "target"),
                   g_strdup_printf (_ ("Goal: %s"), text));
    }
}

static void
take_plan (HearthBuilder *builder, HearthBlock *table, GPtrArray *list, HearthRecord *plan, const char *words)
{
  if (plan)
    take_coming (builder, list, hearth_builder_use_field (builder, table, plan, "review"), g_strdup (words));
}

static void
take_hearings (HearthBuilder *builder, HearthBlock *table, GPtrArray *list, GPtrArray *hearings)
{
  for (unsigned int i = 0; i < hearings->len; i++)
    {
      g_autofree char *day =
        hearth_instant_dup_date (hearth_builder_use_field (builder, table, hearings->pdata[i], "at"));
      g_autofree char *attend = hearth_builder_quote_field (builder, table, hearings->pdata[i], "attend");

      if (day && g_str_equal (hearth_record_get (hearings->pdata[i], "status"), "planned"))
        take_coming (builder, list, day,
                     hearth_builder_join (builder, " · ", _ (hearth_hearing_type.label), attend, NULL));
    }
}

static bool
add_plan (HearthBuilder *builder, GError **error)
{
  const char *resident = hearth_record_get_id (builder->resident);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) coming_free);
  g_autoptr (GPtrArray) goals = hearth_goals_list (builder->store, resident, NULL, error);
  g_autoptr (GPtrArray) learning =
    goals ? hearth_learning_goals_list (builder->store, resident, NULL, error) : NULL;
  g_autoptr (GPtrArray) hearings =
    learning ? hearth_builder_load_readable (builder, &hearth_hearing_type, error) : NULL;
  g_autoptr (HearthRecord) care = NULL;
  g_autoptr (HearthRecord) education = NULL;
  HearthBlock *table;

  if (!hearings)
    return false;
  care = hearth_care_plan_find_active (builder->store, resident, NULL);
  education = hearth_education_plan_find_active (builder->store, resident, NULL);
  table = hearth_block_new (HEARTH_BLOCK_TABLE);
  hearth_block_add_column (table, _ ("When"), false);
  hearth_block_add_column (table, _ ("What"), false);
  take_goals (builder, table, list, goals);
  take_goals (builder, table, list, learning);
  take_hearings (builder, table, list, hearings);
  take_plan (builder, table, list, care, _ ("The plan of care is looked at again"));
  take_plan (builder, table, list, education, _ ("The plan for learning is looked at again"));
  g_ptr_array_sort (list, compare_coming);
  for (unsigned int i = 0; i < list->len; i++)
    {
      const Coming *coming = list->pdata[i];
      g_autofree char *day = hearth_date_format (coming->date);

      hearth_block_add_row (table, day, coming->words, NULL);
    }
  hearth_document_add_heading (builder->document, 1, _ ("What comes next"));
  hearth_builder_add_or_nothing (builder, table);
  return true;
}

bool
hearth_progress_add_next (HearthBuilder *builder, GPtrArray *contributions, GError **error)
{
  add_obstacles (builder, contributions);
  return add_plan (builder, error);
}
