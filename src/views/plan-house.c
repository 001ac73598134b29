/* SPDX-License-Identifier: GPL-3.0-or-later
 * Plans of the house: who has one, who has none yet, and how goals stand.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/plan-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans.h"
#include "rules/whereabouts.h"
#include "views/area.h"
#include "views/figure-strip.h"
#include "views/plain-row.h"

#define LATELY_DAYS 90

/* Ids (owned) of everybody who has a plan today. */
static GHashTable *
list_planned (HearthStore *store, const char *today)
{
  GHashTable *planned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_care_plan_type);
  g_autoptr (GListModel) plans = hearth_store_list (store, query, NULL);

  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (HearthRecord) plan = g_list_model_get_item (plans, i);

      if (plan != NULL && hearth_plan_is_active (plan, today))
        g_hash_table_add (planned, g_strdup (hearth_record_get_resident (plan)));
    }
  return planned;
}

/* Of HearthRecord: who lives here and has no plan, by name; transfer full. */
static GPtrArray *
list_missing (HearthStore *store, unsigned int *n_planned)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GPtrArray) here = hearth_whereabouts_list (store, NULL, NULL);
  g_autoptr (GHashTable) planned = list_planned (store, today);
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_object_unref);

  *n_planned = 0;
  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      HearthRecord *resident = ((HearthWhereabouts *) g_ptr_array_index (here, i))->resident;
      const char *id = hearth_record_get_id (resident);

      if (g_hash_table_contains (planned, id))
        *n_planned += 1;
      else if (hearth_policy_may_read (hearth_store_get_policy (store), &hearth_care_plan_type, NULL, id))
        g_ptr_array_add (missing, g_object_ref (resident));
    }
  return missing;
}

/* ---- Figures ---- */

static void
count_goals (HearthStore *store, unsigned int *n_open, unsigned int *n_late, unsigned int *n_met)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *lately = hearth_date_add_days (today, -LATELY_DAYS);
  g_autoptr (GPtrArray) goals = hearth_goals_list (store, NULL, NULL, NULL);

  *n_open = *n_late = *n_met = 0;
  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      HearthRecord *goal = g_ptr_array_index (goals, i);
      const char *target = hearth_record_get (goal, "target");

      if (hearth_goal_is_open (goal))
        {
          *n_open += 1;
          *n_late += *target != '\0' && g_strcmp0 (target, today) < 0;
        }
      else if (g_str_equal (hearth_record_get (goal, "status"), "met") &&
               g_strcmp0 (hearth_record_get (goal, "ended_on"), lately) >= 0)
        *n_met += 1;
    }
}

GtkWidget *
hearth_plan_make_figures (HearthStore *store, HearthRecord *resident)
{
  HearthFigureStrip *strip = hearth_figure_strip_new ();
  unsigned int n_planned, n_open, n_late, n_met;
  g_autoptr (GPtrArray) missing = list_missing (store, &n_planned);

  count_goals (store, &n_open, &n_late, &n_met);
  hearth_figure_strip_add (strip, n_planned, _ ("With a plan"), NULL);
  hearth_figure_strip_add (strip, missing->len, _ ("Without a plan"), "warning");
  hearth_figure_strip_add (strip, n_open, _ ("Open goals"), NULL);
  hearth_figure_strip_add (strip, n_late, _ ("Past their day"), "warning");
  hearth_figure_strip_add (strip, n_met, _ ("Reached in 90 days"), "success");
  return GTK_WIDGET (strip);
}

/* ---- Who has none ---- */

GtkWidget *
hearth_plan_make_missing (HearthStore *store, HearthRecord *resident)
{
  unsigned int n_planned;
  g_autoptr (GPtrArray) missing = list_missing (store, &n_planned);
  GtkListBox *list;

  if (missing->len == 0)
    return n_planned > 0 ? hearth_area_nothing_new (_ ("Everybody who lives here has a plan.")) : NULL;
  list = hearth_area_list_new (_ ("Without a plan"));
  for (guint i = 0; i < missing->len; i++)
    {
      GtkWidget *row = hearth_area_resident_row_new (g_ptr_array_index (missing, i), _ ("No plan yet"));

      hearth_plain_row_add_arrow (row);
      gtk_list_box_append (list, row);
    }
  return GTK_WIDGET (list);
}
