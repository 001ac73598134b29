/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is told of health and law beside dates that fall due: the next days, steps before a day at court, allergies.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/contributors-private.h"
#include "rules/reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many days before its day a step is told. */
#define STEP_AHEAD 3

static bool
says (HearthRecord *record, const char *name, const char *code)
{
  return g_str_equal (hearth_record_get (record, name), code);
}

static void
add_line (GString *words, const char *label, const char *value)
{
  if (*value == '\0')
    return;
  if (words->len > 0)
    g_string_append_c (words, '\n');
  if (label != NULL)
    /* Translators: what a value is called, and the value */
    g_string_append_printf (words, _ ("%s: %s"), label, value);
  else
    g_string_append (words, value);
}

static char *
format (HearthStore *store, HearthRecord *record, const HearthField *field)
{
  return field->kind == HEARTH_FIELD_LINKS
           ? hearth_store_dup_link_title (store, hearth_record_get (record, field->name))
           : hearth_record_format (record, field, "");
}

/* @first, and a line for each of @fields (NULL-ended) that says something. */
static char *
tell_lines (HearthStore *store, HearthRecord *record, const char *first, const char *const *fields)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_line (words, NULL, first);
  for (; *fields != NULL; fields++)
    {
      const HearthField *field =
        hearth_record_type_lookup_field (hearth_record_get_record_type (record), *fields);
      g_autofree char *value = format (store, record, field);

      add_line (words, _ (field->label), value);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* --- what the next shift must know --------------------------------------------------------------------------- */

char *
hearth_tell_allergy (HearthStore *store, HearthRecord *allergy)
{
  static const char *const fields[] = { "severity", "reaction", "action", NULL };
  g_autofree char *title = hearth_record_dup_title (allergy);

  if (hearth_record_has (allergy, "ended_on"))
    /* Translators: an allergy */
    return g_strdup_printf (_ ("%s: no longer"), title);
  return tell_lines (store, allergy, title, fields);
}

bool
hearth_is_grave_allergy (HearthRecord *allergy)
{
  return says (allergy, "severity", "grave") && !hearth_record_has (allergy, "ended_on");
}

char *
hearth_tell_appointment (HearthStore *store, HearthRecord *appointment)
{
  static const char *const fields[] = { "where_to", "escort", "transport", "bring", NULL };
  g_autofree char *title = hearth_record_dup_title (appointment),
                  *at = hearth_instant_format (hearth_record_get (appointment, "at"));
  g_autofree char *first = g_strdup_printf (_ ("%s, %s"), title, at);

  return tell_lines (store, appointment, first, fields);
}

char *
hearth_tell_hearing (HearthStore *store, HearthRecord *hearing)
{
  static const char *const fields[] = { "attend", "escort", "transport", "comfort", "after_care", NULL };
  g_autofree char *title = hearth_record_dup_title (hearing),
                  *at = hearth_instant_format (hearth_record_get (hearing, "at"));
  g_autofree char *first = g_strdup_printf (_ ("%s, %s"), title, at);

  return tell_lines (store, hearing, first, fields);
}

bool
hearth_note_next_days (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  static const char *const planned[] = { "planned", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *tomorrow = hearth_date_add_days (today, 1);
  g_autoptr (GPtrArray) records = NULL;

  hearth_query_set_period (query, today, tomorrow);
  hearth_query_set_sort (query, row->type->event_field, false);
  hearth_query_set_filter (query, "status", planned);
  records = hearth_reader_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);
      g_autofree char *told = row->tell (store, record), *day = hearth_record_dup_event_date (record);

      hearth_notices_add (store, row, notices, record, HEARTH_GROUP_APPOINTMENTS, told, day, false);
    }
  return records != NULL;
}

/* --- what is not signed -------------------------------------------------------------------------------------- */

/* For who wrote it: somebody else cannot say that it is complete. */
bool
hearth_note_unsigned_screenings (HearthStore *store,
                                 const HearthContributor *row,
                                 GPtrArray *notices,
                                 GError **error)
{
  static const char *const open[] = { HEARTH_STATE_OPEN, NULL };
  const char *own[] = { hearth_reader_get_id (store), NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autoptr (GPtrArray) screenings = NULL;

  hearth_query_set_filter (query, "state", open);
  hearth_query_set_filter (query, "created_by", own);
  screenings = hearth_reader_list (store, query, error);
  for (guint i = 0; screenings != NULL && i < screenings->len; i++)
    {
      HearthRecord *screening = g_ptr_array_index (screenings, i);

      hearth_notices_add (store, row, notices, screening, HEARTH_GROUP_TO_FINISH,
                          _ ("A medical screening is not signed yet"), hearth_record_get (screening, "date"),
                          false);
    }
  return screenings != NULL;
}

/* --- steps before a day at court ------------------------------------------------------------------------------- */

/* Whose step it is: who is named, else the role that is named, else everybody's. */
static bool
is_readers (HearthStore *store, HearthRecord *step)
{
  if (hearth_record_has (step, "who"))
    return says (step, "who", hearth_reader_get_id (store));
  return !hearth_record_has (step, "role") || says (step, "role", hearth_reader_get_role_code (store));
}

static bool
is_after (HearthRecord *step)
{
  return hearth_record_get_integer (step, "days", 0) < 0;
}

/* What comes before the day counts while it is planned, what comes after once it was held. */
static bool
counts (HearthStore *store, HearthRecord *step)
{
  g_autoptr (HearthRecord) hearing = hearth_store_load (store, hearth_record_get (step, "hearing"), NULL);

  return hearing != NULL && says (hearing, "status", is_after (step) ? "held" : "planned") &&
         !says (hearing, "state", HEARTH_STATE_IN_ERROR);
}

/* Who leads the case sees that the others' steps are late: one line for a day at court. */
static void
note_others_late (HearthStore *store, GPtrArray *late, GPtrArray *notices)
{
  while (late->len > 0)
    {
      HearthRecord *first = g_ptr_array_index (late, 0);
      g_autofree char *id = g_strdup (hearth_record_get (first, "hearing"));
      g_autofree char *day = g_strdup (hearth_record_get (first, "due"));
      g_autoptr (HearthRecord) hearing = hearth_store_load (store, id, NULL);
      g_autofree char *told = NULL;
      unsigned int n = 0;

      for (guint i = late->len; i > 0; i--)
        {
          HearthRecord *step = g_ptr_array_index (late, i - 1);

          if (!says (step, "hearing", id))
            continue;
          if (strcmp (hearth_record_get (step, "due"), day) < 0)
            {
              g_free (day);
              day = g_strdup (hearth_record_get (step, "due"));
            }
          n++;
          g_ptr_array_remove_index (late, i - 1);
        }
      told = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step of preparation of a colleague is late",
                                           "%u steps of preparation of colleagues are late", n),
                              n);
      if (hearing != NULL)
        hearth_notices_add (store, hearth_contributor_look_up (&hearth_hearing_type), notices, hearing,
                            HEARTH_GROUP_DUE, told, day, true);
    }
}

static bool
leads_cases (HearthStore *store)
{
  const HearthRole *role = hearth_reader_get_role (store);

  return role != NULL && (hearth_role_leads (role) || g_str_equal (role->code, "legal-officer"));
}

static GPtrArray *
list_open_steps (HearthStore *store, const HearthContributor *row, const char *today, GError **error)
{
  static const char *const nothing[] = { "", NULL }, *const needed[] = { "", "no", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autofree char *last = hearth_date_add_days (today, STEP_AHEAD);

  hearth_query_set_range (query, "due", NULL, last);
  hearth_query_set_filter (query, "done_on", nothing);
  hearth_query_set_filter (query, "not_needed", needed);
  return hearth_reader_list (store, query, error);
}

bool
hearth_note_preparation (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GPtrArray) steps = list_open_steps (store, row, today, error);
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      HearthRecord *step = g_ptr_array_index (steps, i);
      const char *day = hearth_record_get (step, "due");
      int days = hearth_date_days_between (today, day);

      if (!counts (store, step))
        continue;
      if (is_readers (store, step))
        hearth_notices_add (store, row, notices, step, days <= 0 ? HEARTH_GROUP_DUE : HEARTH_GROUP_COMING,
                            is_after (step) ? _ ("After the day at court") : _ ("Before the day at court"),
                            day, days < 0);
      else if (days < 0 && leads_cases (store))
        g_ptr_array_add (late, g_object_ref (step));
    }
  if (steps != NULL)
    note_others_late (store, late, notices);
  return steps != NULL;
}
