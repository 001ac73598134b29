/* SPDX-License-Identifier: GPL-3.0-or-later
 * The steps of one hearing.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/court.h"

#include <string.h>

#include "core/age.h"
#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"

#include <glib/gi18n-lib.h>

#define LONG_PAST_DAYS 14 /* what should have been done before that is not asked for any more */

static bool
is_one_of (const char *value, const char *first, const char *second)
{
  return g_str_equal (value, first) || g_str_equal (value, second);
}

static bool
is_over (HearthRecord *hearing, const char *date, const char *today)
{
  return g_str_equal (hearth_record_get (hearing, "status"), "held") || strcmp (date, today) < 0;
}

/* --- when -------------------------------------------------------------------------------------------- */

static char *
make_due (HearthRecord *hearing, const char *date, const char *today, int days)
{
  g_autofree char *due = hearth_date_add_days (date, -days);

  if (!is_over (hearing, date, today) && strcmp (due, today) < 0)
    return g_strdup (today);
  return g_steal_pointer (&due);
}

char *
hearth_hearing_dup_step_due (HearthStore *store, HearthRecord *hearing, int days)
{
  g_autofree char *date = NULL, *today = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (hearing), NULL);

  date = hearth_instant_dup_date (hearth_record_get (hearing, "at"));
  today = hearth_clock_today (hearth_store_get_clock (store));
  return *date != '\0' ? make_due (hearing, date, today, days) : g_strdup ("");
}

/* --- which ------------------------------------------------------------------------------------------- */

/**
 * What decides which steps a hearing has.
 * @there: items it has already; @done: items that were done for another hearing of the case
 * @measures: of the case, that the resident wants or is unsure about, and nobody has asked for
 */
typedef struct {
  HearthRecord *hearing;
  char *date, *today;
  HearthAge age;
  GHashTable *there, *done, *measures;
} Situation;

static void
situation_clear (Situation *situation)
{
  g_free (situation->date);
  g_free (situation->today);
  g_clear_pointer (&situation->there, g_hash_table_unref);
  g_clear_pointer (&situation->done, g_hash_table_unref);
  g_clear_pointer (&situation->measures, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Situation, situation_clear)

static GPtrArray *
list_of_resident (HearthStore *store, const HearthRecordType *type, HearthRecord *hearing, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);

  hearth_query_set_resident (query, hearth_record_get_resident (hearing));
  return hearth_reader_list (store, query, error);
}

static bool
read_steps (HearthStore *store, Situation *situation, GError **error)
{
  const char *legal_case = hearth_record_get (situation->hearing, "legal_case");
  g_autoptr (GHashTable) same_case = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) hearings = list_of_resident (store, &hearth_hearing_type, situation->hearing, error);
  g_autoptr (GPtrArray) steps = NULL;

  if (hearings != NULL)
    steps = list_of_resident (store, &hearth_preparation_type, situation->hearing, error);
  if (steps == NULL)
    return false;
  for (guint i = 0; i < hearings->len && *legal_case != '\0'; i++)
    if (g_str_equal (hearth_record_get (hearings->pdata[i], "legal_case"), legal_case))
      g_hash_table_add (same_case, (gpointer) hearth_record_get_id (hearings->pdata[i]));
  for (guint i = 0; i < steps->len; i++)
    {
      HearthRecord *step = steps->pdata[i];
      const char *hearing = hearth_record_get (step, "hearing"), *item = hearth_record_get (step, "item");

      if (g_str_equal (hearing, hearth_record_get_id (situation->hearing)))
        g_hash_table_add (situation->there, g_strdup (item));
      else if (hearth_record_has (step, "done_on") && g_hash_table_contains (same_case, hearing))
        g_hash_table_add (situation->done, g_strdup (item));
    }
  return true;
}

static bool
read_measures (HearthStore *store, Situation *situation, GError **error)
{
  g_autoptr (GPtrArray) measures = hearth_hearing_list_measures (store, situation->hearing, error);

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      HearthRecord *measure = measures->pdata[i];

      if (is_one_of (hearth_record_get (measure, "wanted"), "yes", "unsure") &&
          !hearth_record_has (measure, "requested_on") && !hearth_record_has (measure, "decision"))
        g_hash_table_add (situation->measures, g_strdup (hearth_record_get (measure, "kind")));
    }
  return measures != NULL;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static bool
read_situation (HearthStore *store, HearthRecord *hearing, Situation *situation, GError **error)
{
  g_autoptr (HearthRecord) resident = hearth_store_load (store, hearth_record_get_resident (hearing), error);

  if (resident == NULL)
    return false;
  situation->hearing = hearing;
  situation->date = hearth_instant_dup_date (hearth_record_get (hearing, "at"));
  situation->today = hearth_clock_today (hearth_store_get_clock (store));
  situation->age = hearth_age_at (hearth_record_get (resident, "birth"), situation->date);
  situation->there = new_set ();
  situation->done = new_set ();
  situation->measures = new_set ();
  return read_steps (store, situation, error) && read_measures (store, situation, error);
}

static bool
fits_hearing (HearthRecord *hearing, HearthStepUse use)
{
  const char *attend = hearth_record_get (hearing, "attend");
  const char *kind = hearth_record_get (hearing, "kind");
  bool comes = !g_str_equal (attend, "not_needed");

  switch (use)
    {
    case HEARTH_STEP_OF_COMING:
      return comes;
    case HEARTH_STEP_OF_TRAVELLING:
      return comes && !g_str_equal (attend, "video");
    case HEARTH_STEP_OF_EVIDENCE:
      /* Who may not read the kind (it is of the case) gets them all: one too many is seen, one too few is not. */
      return comes && (*kind == '\0' || is_one_of (kind, "testimony", "trial"));
    case HEARTH_STEP_OF_EVERY:
    default:
      return true;
    }
}

static bool
is_in_time (const Situation *situation, const HearthCourtStep *step)
{
  g_autofree char *due = hearth_date_add_days (situation->date, -step->days);

  if (!is_over (situation->hearing, situation->date, situation->today))
    return true;
  return g_str_equal (step->stage, "after") &&
         hearth_date_days_between (due, situation->today) <= LONG_PAST_DAYS;
}

static bool
is_wanted (const Situation *situation, const HearthCourtStep *step)
{
  if (g_hash_table_contains (situation->there, step->item) ||
      (step->once && g_hash_table_contains (situation->done, step->item)) ||
      (step->measure != NULL && !g_hash_table_contains (situation->measures, step->measure)))
    return false;
  if (situation->age.most_years >= 0 && situation->age.most_years < step->least_age)
    return false;
  return fits_hearing (situation->hearing, step->use) && is_in_time (situation, step);
}

static HearthRecord *
make_step (const Situation *situation, const HearthCourtStep *step)
{
  HearthRecord *record = hearth_record_new (&hearth_preparation_type);
  g_autofree char *days = g_strdup_printf ("%d", step->days);
  g_autofree char *due = make_due (situation->hearing, situation->date, situation->today, step->days);

  hearth_record_set (record, "resident", hearth_record_get_resident (situation->hearing));
  hearth_record_set (record, "hearing", hearth_record_get_id (situation->hearing));
  hearth_record_set (record, "item", step->item);
  hearth_record_set (record, "stage", step->stage);
  hearth_record_set (record, "text", _ (step->text));
  hearth_record_set (record, "days", days);
  hearth_record_set (record, "due", due);
  hearth_record_set (record, "role", step->role);
  hearth_record_set (record, "critical", step->critical ? "yes" : NULL);
  return record;
}

/* Those of one day stand in the order of the table. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;
  const HearthCourtStep *first = hearth_court_step_lookup (hearth_record_get (one, "item"));
  const HearthCourtStep *second = hearth_court_step_lookup (hearth_record_get (other, "item"));
  int order = strcmp (hearth_record_get (one, "due"), hearth_record_get (other, "due"));

  if (order != 0)
    return order;
  if (first == NULL || second == NULL)
    return first == second ? strcmp (hearth_record_get_id (one), hearth_record_get_id (other))
                           : (first == NULL) - (second == NULL);
  return (first > second) - (first < second);
}

/* What is missing, not saved. Transfer full. */
static GPtrArray *
make_steps (HearthStore *store, HearthRecord *hearing, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Situation) situation = { 0 };
  const HearthCourtStep *steps;
  unsigned int n_steps;

  if (is_one_of (hearth_record_get (hearing, "status"), "cancelled", "moved") ||
      !hearth_record_has (hearing, "at"))
    return g_steal_pointer (&made);
  if (!read_situation (store, hearing, &situation, error))
    return NULL;
  steps = hearth_court_steps_get (&n_steps);
  for (unsigned int i = 0; i < n_steps; i++)
    if (is_wanted (&situation, &steps[i]))
      g_ptr_array_add (made, make_step (&situation, &steps[i]));
  g_ptr_array_sort (made, compare_due);
  return g_steal_pointer (&made);
}

unsigned int
hearth_hearing_count_missing (HearthStore *store, HearthRecord *hearing)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), 0);
  g_return_val_if_fail (HEARTH_IS_RECORD (hearing), 0);

  if (!hearth_policy_may_write (hearth_store_get_policy (store), &hearth_preparation_type, NULL,
                                hearth_record_get_resident (hearing)))
    return 0;
  missing = make_steps (store, hearing, &error);
  if (missing == NULL)
    g_warning ("steps of %s not read: %s", hearth_record_get_id (hearing), error->message);
  return missing != NULL ? missing->len : 0;
}

GPtrArray *
hearth_hearing_prepare (HearthStore *store, HearthRecord *hearing, GError **error)
{
  g_autoptr (GPtrArray) made = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (hearing), NULL);

  made = make_steps (store, hearing, error);
  if (made == NULL || made->len == 0)
    return g_steal_pointer (&made);
  if (!hearth_store_begin (store, error))
    return NULL;
  for (guint i = 0; i < made->len; i++)
    if (!hearth_store_save (store, made->pdata[i], NULL, NULL, error))
      {
        hearth_store_roll_back (store);
        return NULL;
      }
  return hearth_store_commit (store, error) ? g_steal_pointer (&made) : NULL;
}

GPtrArray *
hearth_hearing_list_steps (HearthStore *store, const char *hearing, GError **error)
{
  const char *const hearings[] = { hearing, NULL };
  g_autoptr (HearthQuery) query = NULL;
  GPtrArray *steps;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (hearing != NULL, NULL);

  query = hearth_query_new (&hearth_preparation_type);
  hearth_query_set_filter (query, "hearing", hearings);
  steps = hearth_reader_list (store, query, error);
  if (steps != NULL)
    g_ptr_array_sort (steps, compare_due);
  return steps;
}

/* --- how they stand ------------------------------------------------------------------------------------- */

HearthStepStanding
hearth_step_get_standing (HearthStore *store, HearthRecord *step)
{
  g_autofree char *today = NULL;
  int order;

  g_return_val_if_fail (HEARTH_IS_STORE (store), HEARTH_STEP_LATER);
  g_return_val_if_fail (HEARTH_IS_RECORD (step), HEARTH_STEP_LATER);

  if (hearth_record_has (step, "done_on"))
    return HEARTH_STEP_DONE;
  if (hearth_record_is_yes (step, "not_needed"))
    return HEARTH_STEP_NOT_NEEDED;
  today = hearth_clock_today (hearth_store_get_clock (store));
  order = strcmp (hearth_record_get (step, "due"), today);
  return order < 0 ? HEARTH_STEP_OVERDUE : order == 0 ? HEARTH_STEP_DUE : HEARTH_STEP_LATER;
}

const char *
hearth_step_standing_get_label (HearthStepStanding standing)
{
  static const char *const labels[] = {
    [HEARTH_STEP_LATER] = N_ ("Later"),           [HEARTH_STEP_DUE] = N_ ("Today"),
    [HEARTH_STEP_OVERDUE] = N_ ("Overdue"),       [HEARTH_STEP_DONE] = N_ ("Done"),
    [HEARTH_STEP_NOT_NEEDED] = N_ ("Not needed"),
  };

  g_return_val_if_fail ((gsize) standing < G_N_ELEMENTS (labels), "");

  return _ (labels[standing]);
}

bool
hearth_step_finish (HearthStore *store, HearthRecord *step, GError **error)
{
  g_autofree char *today = NULL, *name = NULL;
  g_autoptr (HearthRecord) done = NULL;
  HearthRecord *account;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (step), false);

  account = hearth_store_get_account (store);
  today = hearth_clock_today (hearth_store_get_clock (store));
  name = account != NULL ? hearth_record_dup_title (account) : NULL;
  done = hearth_record_copy (step);
  hearth_record_set (done, "done_on", today);
  hearth_record_set (done, "not_needed", NULL);
  if (!hearth_record_has (done, "done_by"))
    hearth_record_set (done, "done_by", name);
  return hearth_store_save (store, done, NULL, NULL, error);
}

void
hearth_steps_count (HearthStore *store,
                    GPtrArray *steps,
                    unsigned int *done,
                    unsigned int *needed,
                    unsigned int *late)
{
  unsigned int counts[HEARTH_STEP_NOT_NEEDED + 1] = { 0 };

  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (steps != NULL);

  for (guint i = 0; i < steps->len; i++)
    counts[hearth_step_get_standing (store, steps->pdata[i])]++;
  if (done != NULL)
    *done = counts[HEARTH_STEP_DONE];
  if (needed != NULL)
    *needed = steps->len - counts[HEARTH_STEP_NOT_NEEDED];
  if (late != NULL)
    *late = counts[HEARTH_STEP_OVERDUE];
}
