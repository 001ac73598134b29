/* SPDX-License-Identifier: GPL-3.0-or-later
 * Six areas of recovery: how they stand now against the day of arrival, and why.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/plan-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "report/recovery-compare.h"
#include "rules/plans.h"
#include "views/area.h"
#include "views/plain-row.h"
#include "widgets/trend-chart.h"

/* "2 → 3" where it changed, else "3". */
static char *
describe_score (HearthRecord *entry, HearthRecord *latest, unsigned int nth)
{
  int before = hearth_recovery_get_score (entry, nth), now = hearth_recovery_get_score (latest, nth);

  if (before == now || before == 0)
    return g_strdup_printf ("%d", now);
  /* Translators: a score on arrival, and now; the arrow leads on in the direction of reading */
  return g_strdup_printf (_ ("%d → %d"), before, now);
}

static GtkWidget *
make_area_row (HearthRecord *entry, HearthRecord *latest, unsigned int nth)
{
  g_autofree char *why = g_strconcat (hearth_recovery_areas[nth], "_why", NULL);
  g_autofree char *score = describe_score (entry, latest, nth);
  GtkWidget *row =
    hearth_plain_row_new_for_record (hearth_recovery_area_get_label (nth), hearth_record_get (latest, why),
                                     hearth_record_get_id (latest));
  GtkWidget *label = gtk_label_new (score);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* An earlier stay is not what is compared with. */
static GtkWidget *
make_chart (HearthRecord *entry, HearthRecord *latest)
{
  g_autoptr (GPtrArray) scores = g_ptr_array_new ();
  g_autoptr (HearthCompare) compare = NULL;
  HearthTrendChart *trend = hearth_trend_chart_new ();

  g_ptr_array_add (scores, entry);
  if (latest != entry)
    g_ptr_array_add (scores, latest);
  compare = hearth_recovery_compare_new (scores);
  hearth_trend_chart_set_compare (trend, compare);
  return GTK_WIDGET (trend);
}

GtkWidget *
hearth_plan_make_areas (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  HearthPolicy *policy = hearth_store_get_policy (store);
  g_autoptr (GPtrArray) scores = NULL;
  HearthRecord *entry, *latest;
  GtkWidget *box;
  GtkListBox *list;

  if (!hearth_policy_may_read (policy, &hearth_recovery_score_type, NULL, id))
    return NULL;
  scores = hearth_recovery_list (store, id, NULL);
  if (scores == NULL)
    return NULL;
  entry = hearth_recovery_pick (scores, HEARTH_RECOVERY_ENTRY);
  latest = hearth_recovery_pick (scores, HEARTH_RECOVERY_LATEST);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  list = hearth_area_list_new (_ ("Six areas of recovery"));
  if (latest == NULL)
    gtk_box_append (GTK_BOX (box), hearth_area_nothing_new (_ ("Once you know enough of each other, look at "
                                                               "six areas of life "
                                                               "together, from 1 to 4, and say why.")));
  else
    gtk_box_append (GTK_BOX (box), make_chart (entry, latest));
  for (unsigned int i = 0; latest != NULL && i < HEARTH_N_RECOVERY_AREAS; i++)
    gtk_list_box_append (list, make_area_row (entry, latest, i));
  if (hearth_policy_may_write (policy, &hearth_recovery_score_type, NULL, id))
    gtk_list_box_append (list,
                         hearth_plain_row_new_button (_ ("Look at the six areas"), "list-add-symbolic",
                                                      "page.new-record", hearth_recovery_score_type.name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  return box;
}
