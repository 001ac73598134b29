/* SPDX-License-Identifier: GPL-3.0-or-later
 * The six areas of recovery: which two scores stand against each other.
 */
#include "report/recovery-compare.h"

#include "fixtures/fixtures.h"
#include "records/types.h"
#include "rules/plans.h"

static void
add (GPtrArray *scores, const char *date, const char *occasion, const char *score)
{
  HearthRecord *record = hearth_record_new (&hearth_recovery_score_type);

  hearth_record_set (record, "date", date);
  hearth_record_set (record, "occasion", occasion);
  for (unsigned int i = 0; i < HEARTH_N_RECOVERY_AREAS; i++)
    hearth_record_set (record, hearth_recovery_areas[i], score);
  g_ptr_array_add (scores, record);
}

static void
assert_compare (GPtrArray *scores, const char *first, const char *second, unsigned int from, unsigned int to)
{
  g_autoptr (HearthCompare) compare = hearth_recovery_compare_new (scores);

  g_assert_nonnull (compare);
  g_assert_cmpstr (compare->first, ==, first);
  g_assert_cmpstr (compare->second, ==, second);
  g_assert_cmpuint (g_strv_length (compare->steps), ==, HEARTH_RECOVERY_MOST);
  g_assert_cmpuint (compare->areas->len, ==, HEARTH_N_RECOVERY_AREAS);
  for (unsigned int i = 0; i < HEARTH_N_RECOVERY_AREAS; i++)
    {
      const HearthCompareArea *area = compare->areas->pdata[i];

      g_assert_cmpstr (area->label, ==, hearth_recovery_area_get_label (i));
      g_assert_cmpuint (area->first, ==, from);
      g_assert_cmpuint (area->second, ==, to);
    }
}

static void
test_scores (void)
{
  g_autoptr (GPtrArray) scores = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_null (hearth_recovery_compare_new (scores));
  add (scores, "2025-05-03", "review", "2");
  assert_compare (scores, "At first, 3 May 2025", NULL, 2, 0);
  add (scores, "2025-09-01", "review", "3");
  assert_compare (scores, "At first, 3 May 2025", "Now, 1 Sep 2025", 2, 3);
  add (scores, "2025-10-01", "entry", "1");
  assert_compare (scores, "On arrival, 1 Oct 2025", NULL, 1, 0);
  add (scores, "2026-03-01", "review", "4");
  assert_compare (scores, "On arrival, 1 Oct 2025", "Now, 1 Mar 2026", 1, 4);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/recovery-compare/scores", test_scores);
  return g_test_run ();
}
