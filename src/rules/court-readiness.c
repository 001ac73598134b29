/* SPDX-License-Identifier: GPL-3.0-or-later
 * How ready the resident and the house are for a hearing: eight lamps, each with a sentence.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/court.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"

#include <glib/gi18n-lib.h>

/** @legal_case: NULL where the reader may not see it; @steps, @measures: of the hearing */
typedef struct {
  HearthStore *store;
  HearthRecord *hearing;
  HearthRecord *legal_case;
  GPtrArray *steps;
  GPtrArray *measures;
} Scene;

typedef HearthLampState (*LampFunc) (const Scene *scene, char **why);

static HearthLampState
say (HearthLampState state, const char *words, char **why)
{
  *why = g_strdup (words);
  return state;
}

static bool
is_code (HearthRecord *record, const char *field, const char *code)
{
  return g_str_equal (hearth_record_get (record, field), code);
}

static bool
may_know (const Scene *scene, const HearthRecordType *type)
{
  return hearth_policy_may_read (hearth_store_get_policy (scene->store), type, NULL,
                                 hearth_record_get_resident (scene->hearing));
}

static HearthRecord *
look_up_step (const Scene *scene, const char *item)
{
  for (guint i = 0; i < scene->steps->len; i++)
    if (is_code (scene->steps->pdata[i], "item", item))
      return scene->steps->pdata[i];
  return NULL;
}

static bool
is_done (const Scene *scene, const char *item)
{
  HearthRecord *step = look_up_step (scene, item);

  return step != NULL && hearth_record_has (step, "done_on");
}

static bool
is_not_needed (const Scene *scene, const char *item)
{
  HearthRecord *step = look_up_step (scene, item);

  return step != NULL && !hearth_record_has (step, "done_on") && hearth_record_is_yes (step, "not_needed");
}

static bool
need_not_come (const Scene *scene)
{
  return is_code (scene->hearing, "attend", "not_needed");
}

/* The day on which the step was done, in words; NULL where it was not. Transfer full. */
static char *
dup_day_done (const Scene *scene, const char *item)
{
  return is_done (scene, item)
           ? hearth_date_format (hearth_record_get (look_up_step (scene, item), "done_on"))
           : NULL;
}

/* A lamp that hangs on one step, which is not done: not needed, still to be done, or not there. */
static HearthLampState
look_at_open_step (const Scene *scene, const char *item, const char *open, char **why)
{
  if (need_not_come (scene))
    return say (HEARTH_LAMP_YES, _ ("The resident need not come."), why);
  if (is_not_needed (scene, item))
    return say (HEARTH_LAMP_YES, _ ("Marked as not needed."), why);
  if (look_up_step (scene, item) == NULL)
    return say (HEARTH_LAMP_NOT_KNOWN, _ ("Nothing is written about it yet."), why);
  return say (HEARTH_LAMP_NO, open, why);
}

/* --- the eight ------------------------------------------------------------------------------------------- */

/* How a court works need not be explained to who does not come. */
static bool
knows_the_court (const Scene *scene)
{
  return need_not_come (scene) || is_done (scene, "process_session") ||
         is_not_needed (scene, "process_session");
}

static HearthLampState
see_informed (const Scene *scene, char **why)
{
  const char *told_on = scene->legal_case != NULL ? hearth_record_get (scene->legal_case, "told_on") : "";
  g_autofree char *explained = dup_day_done (scene, "rights_explained");
  g_autofree char *told = hearth_date_format (told_on);

  if (explained != NULL && knows_the_court (scene))
    {
      /* Translators: %s is a date */
      *why = g_strdup_printf (_ ("Rights and course were explained on %s."), explained);
      return HEARTH_LAMP_YES;
    }
  if (explained != NULL)
    {
      /* Translators: %s is a date */
      *why = g_strdup_printf (_ ("Rights were explained on %s; how a court works was not, yet."), explained);
      return HEARTH_LAMP_PART;
    }
  if (*told_on != '\0')
    {
      /* Translators: %s is a date */
      *why = g_strdup_printf (_ ("Explained for the case on %s, not yet for this hearing."), told);
      return HEARTH_LAMP_PART;
    }
  if (look_up_step (scene, "rights_explained") == NULL)
    return say (HEARTH_LAMP_NOT_KNOWN, _ ("Nothing is written about it yet."), why);
  return say (HEARTH_LAMP_NO, _ ("Rights and course have not been explained yet."), why);
}

static HearthLampState
see_wants (const Scene *scene, char **why)
{
  const char *testify;

  if (scene->legal_case == NULL)
    return say (HEARTH_LAMP_NOT_KNOWN, _ ("It stands in the case, which is not open to you."), why);
  testify = hearth_record_get (scene->legal_case, "testify");
  if (g_str_equal (testify, "wants"))
    return say (HEARTH_LAMP_YES, _ ("The resident wants to give evidence."), why);
  if (g_str_equal (testify, "unsure"))
    return say (HEARTH_LAMP_PART, _ ("The resident is unsure whether to give evidence."), why);
  if (g_str_equal (testify, "does_not_want"))
    return say (HEARTH_LAMP_NO, _ ("The resident does not want to give evidence."), why);
  if (g_str_equal (testify, "not_needed"))
    return say (HEARTH_LAMP_YES, _ ("The resident need not give evidence."), why);
  return say (HEARTH_LAMP_NOT_KNOWN, _ ("Nobody has written down yet what the resident wants."), why);
}

typedef struct {
  unsigned int wanted, granted, refused, waiting, not_asked, declined;
} MeasureCount;

static MeasureCount
count_measures (const Scene *scene)
{
  MeasureCount count = { 0 };

  for (guint i = 0; i < scene->measures->len; i++)
    {
      HearthRecord *measure = scene->measures->pdata[i];

      if (is_code (measure, "wanted", "no"))
        {
          count.declined++;
          continue;
        }
      count.wanted++;
      if (is_code (measure, "decision", "granted") || is_code (measure, "decision", "other"))
        count.granted++;
      else if (is_code (measure, "decision", "refused"))
        count.refused++;
      else if (hearth_record_has (measure, "requested_on"))
        count.waiting++;
      else
        count.not_asked++;
    }
  return count;
}

static HearthLampState
see_measures (const Scene *scene, char **why)
{
  MeasureCount count = count_measures (scene);
  g_autoptr (GString) words = g_string_new (NULL);

  if (!may_know (scene, &hearth_protective_measure_type))
    return say (HEARTH_LAMP_NOT_KNOWN, _ ("It stands in the case, which is not open to you."), why);
  if (count.wanted == 0)
    return count.declined > 0 ? say (HEARTH_LAMP_YES, _ ("The resident wants none."), why)
                              : say (HEARTH_LAMP_NOT_KNOWN, _ ("No measure is written down yet."), why);
  /* Translators: protective measures that the court granted, of those that the resident wants */
  g_string_printf (words, ngettext ("Granted: %u of %u measure", "Granted: %u of %u measures", count.wanted),
                   count.granted, count.wanted);
  /* Translators: these go on "Granted: 1 of 4 measures" */
  if (count.refused > 0)
    g_string_append_printf (words, _ ("; refused: %u"), count.refused);
  if (count.waiting > 0)
    g_string_append_printf (words, _ ("; no answer yet: %u"), count.waiting);
  if (count.not_asked > 0)
    g_string_append_printf (words, _ ("; not asked for yet: %u"), count.not_asked);
  *why = g_strdup_printf ("%s.", words->str);
  return count.granted == count.wanted ? HEARTH_LAMP_YES
         : count.granted > 0           ? HEARTH_LAMP_PART
                                       : HEARTH_LAMP_NO;
}

static HearthLampState
see_visited (const Scene *scene, char **why)
{
  g_autofree char *day = dup_day_done (scene, "court_visit");

  if (day == NULL)
    return look_at_open_step (scene, "court_visit", _ ("The resident has not seen the room yet."), why);
  /* Translators: %s is a date */
  *why = g_strdup_printf (_ ("The resident saw the room on %s."), day);
  return HEARTH_LAMP_YES;
}

static HearthLampState
see_support (const Scene *scene, char **why)
{
  const char *name = hearth_record_get (scene->hearing, "support_person");

  if (need_not_come (scene))
    return say (HEARTH_LAMP_YES, _ ("The resident need not come."), why);
  if (*name == '\0')
    return say (is_not_needed (scene, "support_confirmed") ? HEARTH_LAMP_YES : HEARTH_LAMP_NO,
                is_not_needed (scene, "support_confirmed") ? _ ("Marked as not needed.")
                                                           : _ ("No support person is named yet."),
                why);
  if (is_done (scene, "support_confirmed"))
    {
      /* Translators: %s is a name */
      *why = g_strdup_printf (_ ("%s has said yes."), name);
      return HEARTH_LAMP_YES;
    }
  /* Translators: %s is a name */
  *why = g_strdup_printf (_ ("%s is named, and has not said yes yet."), name);
  return HEARTH_LAMP_PART;
}

static HearthLampState
see_route (const Scene *scene, char **why)
{
  g_autofree char *day = dup_day_done (scene, "route_plan");

  if (day != NULL)
    {
      /* Translators: %s is a date */
      *why = g_strdup_printf (_ ("The way was planned on %s."), day);
      return HEARTH_LAMP_YES;
    }
  if (is_code (scene->hearing, "attend", "video") && look_up_step (scene, "route_plan") == NULL)
    return say (HEARTH_LAMP_YES, _ ("By video: there is no way to the court."), why);
  if (!need_not_come (scene) && !is_not_needed (scene, "route_plan") &&
      (hearth_record_has (scene->hearing, "route") || hearth_record_has (scene->hearing, "transport")))
    return say (HEARTH_LAMP_PART, _ ("A way is written down, and not checked yet."), why);
  return look_at_open_step (scene, "route_plan", _ ("No way there and back is planned yet."), why);
}

static HearthLampState
see_health (const Scene *scene, char **why)
{
  g_autofree char *day = dup_day_done (scene, "health_check");

  if (day == NULL)
    return look_at_open_step (scene, "health_check",
                              _ ("Nobody has looked after sleep, health and medicine for the day yet."), why);
  /* Translators: %s is a date */
  *why = g_strdup_printf (_ ("Health and medicine were looked after on %s."), day);
  return HEARTH_LAMP_YES;
}

static HearthLampState
see_lawyer (const Scene *scene, char **why)
{
  g_autofree char *day = dup_day_done (scene, "lawyer_met");

  if (day != NULL)
    {
      /* Translators: %s is a date */
      *why = g_strdup_printf (_ ("The resident met the lawyer on %s."), day);
      return HEARTH_LAMP_YES;
    }
  if (is_not_needed (scene, "lawyer_met"))
    return say (HEARTH_LAMP_YES, _ ("Marked as not needed."), why);
  if (scene->legal_case != NULL && hearth_record_has (scene->legal_case, "lawyer"))
    return say (HEARTH_LAMP_PART, _ ("There is a lawyer, whom the resident has not met yet."), why);
  if (scene->legal_case != NULL)
    return say (HEARTH_LAMP_NO, _ ("No lawyer is named yet."), why);
  if (look_up_step (scene, "lawyer_met") != NULL)
    return say (HEARTH_LAMP_NO, _ ("The resident has not met the lawyer yet."), why);
  return say (HEARTH_LAMP_NOT_KNOWN, _ ("It stands in the case, which is not open to you."), why);
}

static const struct {
  const char *name, *label;
  LampFunc see;
} lamps[HEARTH_N_LAMPS] = {
  { "informed", N_ ("Knows what to expect"), see_informed },
  { "wants", N_ ("Wants to give evidence"), see_wants },
  { "measures", N_ ("Protection granted"), see_measures },
  { "visited", N_ ("Has seen the room"), see_visited },
  { "support", N_ ("Support person"), see_support },
  { "route", N_ ("Safe way"), see_route },
  { "health", N_ ("Health"), see_health },
  { "lawyer", N_ ("Has met the lawyer"), see_lawyer },
};

/* --- public ------------------------------------------------------------------------------------------------ */

static void
lamp_free (HearthLamp *lamp)
{
  g_free (lamp->why);
  g_free (lamp);
}

/* NULL without an error where the reader may not see it. */
static HearthRecord *
load_case (HearthStore *store, HearthRecord *hearing, GError **error)
{
  const char *id = hearth_record_get (hearing, "legal_case");
  g_autoptr (GError) local_error = NULL;
  HearthRecord *legal_case;

  if (*id == '\0')
    return NULL;
  legal_case = hearth_store_load (store, id, &local_error);
  if (legal_case == NULL && !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED) &&
      !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return legal_case;
}

GPtrArray *
hearth_hearing_get_readiness (HearthStore *store, HearthRecord *hearing, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_free);
  g_autoptr (HearthRecord) legal_case = NULL;
  g_autoptr (GPtrArray) steps = NULL, measures = NULL;
  g_autoptr (GError) local_error = NULL;
  Scene scene;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (hearing), NULL);

  legal_case = load_case (store, hearing, &local_error);
  steps = local_error == NULL
            ? hearth_hearing_list_steps (store, hearth_record_get_id (hearing), &local_error)
            : NULL;
  measures = steps != NULL ? hearth_hearing_list_measures (store, hearing, &local_error) : NULL;
  if (measures == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  scene = (Scene) { store, hearing, legal_case, steps, measures };
  for (gsize i = 0; i < G_N_ELEMENTS (lamps); i++)
    {
      HearthLamp *lamp = g_new0 (HearthLamp, 1);

      lamp->name = lamps[i].name;
      lamp->label = _ (lamps[i].label);
      lamp->state = lamps[i].see (&scene, &lamp->why);
      g_ptr_array_add (made, lamp);
    }
  return g_steal_pointer (&made);
}

const char *
hearth_lamp_state_get_label (HearthLampState state)
{
  static const char *const labels[] = {
    [HEARTH_LAMP_NOT_KNOWN] = N_ ("Not known"),
    [HEARTH_LAMP_NO] = N_ ("No"),
    [HEARTH_LAMP_PART] = N_ ("In part"),
    [HEARTH_LAMP_YES] = N_ ("Yes"),
  };

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (labels), "");

  return _ (labels[state]);
}

unsigned int
hearth_lamps_count_yes (GPtrArray *made)
{
  unsigned int on = 0;

  g_return_val_if_fail (made != NULL, 0);

  for (guint i = 0; i < made->len; i++)
    on += ((HearthLamp *) made->pdata[i])->state == HEARTH_LAMP_YES;
  return on;
}
