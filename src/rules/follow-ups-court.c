/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows when a day at court is moved, cancelled, or entered in error.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/follow-ups-private.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "rules/reader-private.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  HearthStore *store;
  HearthRecord *hearing;
  char *day;
  char *cancelled_at; /* when it was cancelled, where it is planned again since then, or NULL */
} Move;

static void
move_clear (Move *move)
{
  g_free (move->day);
  g_free (move->cancelled_at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static bool
says (HearthRecord *record, const char *name, const char *code)
{
  return g_str_equal (hearth_record_get (record, name), code);
}

static bool
is_left (HearthRecord *step)
{
  return !hearth_record_has (step, "done_on") && !hearth_record_is_yes (step, "not_needed");
}

static const HearthRevision *
get_revision (GPtrArray *revisions, guint i)
{
  return g_ptr_array_index (revisions, i);
}

/* --- cancelled, and planned again -------------------------------------------------------------------------------- */

/* NULL where the last change did not call it on again. Transfer full. */
static char *
dup_cancelled_at (HearthStore *store, HearthRecord *hearing)
{
  g_autoptr (GPtrArray) revisions = NULL;
  guint last;

  if (!says (hearing, "status", "planned"))
    return NULL;
  revisions = hearth_store_list_revisions_unasked (store, hearth_record_get_id (hearing), NULL);
  if (revisions == NULL || revisions->len < 2)
    return NULL;
  last = revisions->len - 2;
  if (!says (get_revision (revisions, last)->record, "status", "cancelled"))
    return NULL;
  while (last > 0 && says (get_revision (revisions, last - 1)->record, "status", "cancelled"))
    last--;
  return g_strdup (get_revision (revisions, last)->saved_at);
}

/* Whether the last thing that was said of @step is that it is not needed, and that since the hearing was cancelled. */
static bool
was_dropped (Move *move, HearthRecord *step)
{
  g_autoptr (GPtrArray) revisions = NULL;
  guint n;

  if (move->cancelled_at == NULL || hearth_record_has (step, "done_on") ||
      !hearth_record_is_yes (step, "not_needed"))
    return false;
  revisions = hearth_store_list_revisions_unasked (move->store, hearth_record_get_id (step), NULL);
  n = revisions != NULL ? revisions->len : 0;
  return n >= 2 && !hearth_record_is_yes (get_revision (revisions, n - 2)->record, "not_needed") &&
         hearth_instant_compare (get_revision (revisions, n - 1)->saved_at, move->cancelled_at) >= 0;
}

/* --- one step --------------------------------------------------------------------------------------------------- */

/* What comes before the day, or on it. */
static bool
is_before (Move *move, HearthRecord *step)
{
  if (hearth_record_has (step, "days"))
    return hearth_record_get_integer (step, "days", 0) >= 0;
  return strcmp (hearth_record_get (step, "due"), move->day) <= 0;
}

static bool
move_step (Move *move, HearthRecord *step, GError **error)
{
  g_autoptr (HearthRecord) changed = hearth_record_copy (step);

  if (was_dropped (move, step))
    hearth_record_set (changed, "not_needed", "no");
  if (!is_left (changed))
    return true;
  if (says (move->hearing, "status", "cancelled") && is_before (move, step))
    hearth_record_set (changed, "not_needed", "yes");
  else if (hearth_record_has (step, "days"))
    {
      g_autofree char *due =
        hearth_date_add_days (move->day, -(int) hearth_record_get_integer (step, "days", 0));

      hearth_record_set (changed, "due", due);
    }
  return hearth_record_equal (changed, step) || hearth_store_save (move->store, changed, NULL, NULL, error);
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static bool
move_all (Move *move, GPtrArray *steps, GError **error)
{
  bool is_in_error = says (move->hearing, "state", HEARTH_STATE_IN_ERROR);

  for (guint i = 0; i < steps->len; i++)
    {
      HearthRecord *step = g_ptr_array_index (steps, i);

      /* What was done stays true. */
      if (is_in_error
            ? is_left (step) &&
                !hearth_store_mark_in_error (move->store, step, _ ("The hearing was entered in error"), error)
            : !move_step (move, step, error))
        return false;
    }
  return true;
}

bool
hearth_follow_hearing (HearthStore *store, HearthRecord *hearing, GError **error)
{
  g_auto (Move) move = { .store = store, .hearing = hearing };
  g_autoptr (GPtrArray) steps = hearth_hearing_list_steps (store, hearth_record_get_id (hearing), error);

  if (steps == NULL || steps->len == 0)
    return steps != NULL;
  move.day = hearth_instant_dup_date (hearth_record_get (hearing, "at"));
  move.cancelled_at = dup_cancelled_at (store, hearing);
  if (!hearth_store_begin (store, error))
    return false;
  if (move_all (&move, steps, error))
    return hearth_store_commit (store, error);
  hearth_store_roll_back (store);
  return false;
}
