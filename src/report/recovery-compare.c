/* SPDX-License-Identifier: GPL-3.0-or-later
 * The six areas of recovery in one chart.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "config.h"

#include "report/recovery-compare.h"

#include "core/date.h"
#include "records/choices.h"
#include "rules/plans.h"

#include <glib/gi18n-lib.h>

static char *
dup_when (HearthRecord *score, bool is_first)
{
  g_autofree char *day = hearth_date_format (hearth_record_get (score, "date"));

  if (!is_first)
    /* Translators: %s is the day of the latest scores */
    return g_strdup_printf (_ ("Now, %s"), day);
  if (g_str_equal (hearth_record_get (score, "occasion"), "entry"))
    /* Translators: %s is the day of the first scores */
    return g_strdup_printf (_ ("On arrival, %s"), day);
  /* Translators: %s is the day of the first scores */
  return g_strdup_printf (_ ("At first, %s"), day);
}

HearthCompare *
hearth_recovery_compare_new (GPtrArray *scores)
{
  const char *steps[HEARTH_RECOVERY_MOST + 1] = { NULL };
  HearthRecord *entry, *latest;
  g_autofree char *first = NULL, *second = NULL;
  HearthCompare *compare;

  g_return_val_if_fail (scores != NULL, NULL);

  entry = hearth_recovery_pick (scores, HEARTH_RECOVERY_ENTRY);
  latest = hearth_recovery_pick (scores, HEARTH_RECOVERY_LATEST);
  if (entry == NULL)
    return NULL;
  for (gsize i = 0; i < HEARTH_RECOVERY_MOST; i++)
    steps[i] = _ (hearth_choices_recovery[i].label);
  first = dup_when (entry, true);
  second = latest != entry ? dup_when (latest, false) : NULL;
  compare = hearth_compare_new (_ ("Six areas of recovery"), first, second, steps);
  for (unsigned int i = 0; i < HEARTH_N_RECOVERY_AREAS; i++)
    hearth_compare_add (compare, hearth_recovery_area_get_label (i), hearth_recovery_get_score (entry, i),
                        latest != entry ? hearth_recovery_get_score (latest, i) : 0);
  return compare;
}
