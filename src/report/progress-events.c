/* SPDX-License-Identifier: GPL-3.0-or-later
 * The progress report about what happened, about family and others, the legal stage and papers; and what the resident said
 * at goals and reviews.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/progress-private.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "rules/court.h"
#include "rules/incidents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static bool
is_in_period (HearthBuilder *builder, HearthRecord *record)
{
  g_autofree char *date = hearth_record_dup_event_date (record);

  /* What is known to the month or the year only counts with its first day. */
  return *date && strncmp (date, builder->from, strlen (date)) >= 0 &&
         strncmp (date, builder->to, strlen (date)) <= 0;
}

GPtrArray *
hearth_progress_load (HearthBuilder *builder, const HearthRecordType *type, GError **error)
{
  GPtrArray *records = hearth_builder_load_readable (builder, type, error);

  for (unsigned int i = records ? records->len : 0; i > 0; i--)
    {
      if (!is_in_period (builder, records->pdata[i - 1]))
        g_ptr_array_remove_index (records, i - 1);
    }
  return records;
}

static void
add_cell (HearthBlock *table, const char *label, unsigned int now, unsigned int before)
{
  g_autofree char *now_canonical = g_strdup_printf ("%u", now);
  g_autofree char *before_canonical = g_strdup_printf ("%u", before);
  g_autofree char *now_number = hearth_number_format (now_canonical);
  g_autofree char *before_number = hearth_number_format (before_canonical);

  hearth_block_add_row (table, label, before_number, now_number, NULL);
}

/* --- Incidents and missing --- */

static unsigned int
get_count (const HearthIncidentPattern *pattern, const char *code)
{
  for (unsigned int i = 0; i < pattern->categories->len; i++)
    {
      const HearthIncidentCount *count = &g_array_index (pattern->categories, HearthIncidentCount, i);

      if (g_str_equal (count->code, code))
        return count->n;
    }
  return 0;
}

static unsigned int
count_between (GPtrArray *records, const char *from, const char *to)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < records->len; i++)
    {
      g_autofree char *date = hearth_record_dup_event_date (records->pdata[i]);

      n += strcmp (date, from) >= 0 && strcmp (date, to) <= 0;
    }
  return n;
}

/* How many there were, and as many days before: no more of them than that. */
static bool
add_incidents (HearthBuilder *builder, GError **error)
{
  const HearthChoice *choices = hearth_record_type_lookup_field (&hearth_incident_type, "category")->choices;
  const char *resident = hearth_record_get_id (builder->resident);
  int days = hearth_date_days_between (builder->from, builder->to) + 1;
  g_autofree char *before_from = hearth_date_add_days (builder->from, -days);
  g_autofree char *before_to = hearth_date_add_days (builder->from, -1);
  g_autoptr (HearthIncidentPattern) now = NULL, before = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  HearthBlock *table;
  unsigned int gone, gone_before;

  if (!(now = hearth_incident_pattern_new (builder->store, resident, builder->from, builder->to, error)) ||
      !(before = hearth_incident_pattern_new (builder->store, resident, before_from, before_to, error)) ||
      !(missing = hearth_builder_load_readable (builder, &hearth_missing_episode_type, error)))
    return false;
  table = hearth_block_new (HEARTH_BLOCK_TABLE);
  hearth_block_add_column (table, _ ("What"), false);
  hearth_block_add_column (table, _ ("As many days before"), true);
  hearth_block_add_column (table, _ ("In this time"), true);
  for (const HearthChoice *choice = choices; choice->code; choice++)
    {
      unsigned int n = get_count (now, choice->code), n_before = get_count (before, choice->code);

      if (n + n_before > 0)
        add_cell (table, _ (choice->label), n, n_before);
    }
  gone = count_between (missing, builder->from, builder->to);
  gone_before = count_between (missing, before_from, before_to);
  if (gone + gone_before > 0)
    add_cell (table, _ ("Missing from the house"), gone, gone_before);
  hearth_document_add_heading (builder->document, 1, _ (hearth_incident_type.label_plural));
  hearth_builder_add_or_nothing (builder, table);
  return true;
}

/* --- Family --- */

/* Who it was, as what they are to the resident; a name that is no contact stays in the file. */
static char *
quote_visit (HearthBuilder *builder, HearthBlock *table, HearthRecord *visit, const char *name)
{
  const char *id;
  g_autoptr (HearthRecord) contact = NULL;

  if (!g_str_equal (name, "contact"))
    return hearth_builder_quote_field (builder, table, visit, name);
  id = hearth_builder_use_field (builder, table, visit, "contact");
  contact = *id ? hearth_store_load (builder->store, id, NULL) : NULL;
  return contact ? hearth_builder_quote_field (builder, table, contact, "relation") : g_strdup ("");
}

static bool
add_family (HearthBuilder *builder, GError **error)
{
  static const char *const fields[] = { "at", "way", "contact", "took_place", "wished", NULL };
  g_autoptr (GPtrArray) visits = hearth_progress_load (builder, &hearth_visit_type, error);

  if (!visits)
    return false;
  hearth_document_add_heading (builder->document, 1, _ ("Family and others who matter"));
  hearth_builder_add_records (builder, visits, fields, quote_visit);
  return true;
}

/* --- The legal stage --- */

static bool
add_legal (HearthBuilder *builder, GError **error)
{
  static const char *const of_case[] = { "code", "kind", "stage", "outcome", NULL };
  static const char *const of_hearing[] = { "at", "kind", "attend", "status", "result", NULL };
  g_autoptr (GPtrArray) cases = hearth_builder_load_readable (builder, &hearth_legal_case_type, error);
  g_autoptr (GPtrArray) hearings =
    cases ? hearth_builder_load_readable (builder, &hearth_hearing_type, error) : NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (!hearings)
    return false;
  for (unsigned int i = 0; i < hearings->len; i++)
    {
      if (hearth_hearing_is_coming (builder->store, hearings->pdata[i]) ||
          is_in_period (builder, hearings->pdata[i]))
        g_ptr_array_add (shown, hearings->pdata[i]);
    }
  hearth_document_add_heading (builder->document, 1, _ ("Legal stage"));
  hearth_builder_add_records (builder, cases, of_case, hearth_builder_quote_field);
  if (shown->len == 0)
    return true;
  hearth_document_add_heading (builder->document, 2, _ (hearth_hearing_type.label_plural));
  hearth_builder_add_records (builder, shown, of_hearing, hearth_builder_quote_field);
  return true;
}

/* --- Papers --- */

/* "In hand", "asked for", "missing": where it lies, and who has it, is for the house. */
static char *
quote_paper (HearthBuilder *builder, HearthBlock *table, HearthRecord *paper, const char *name)
{
  const char *original;

  if (!g_str_equal (name, "original"))
    return hearth_builder_quote_field (builder, table, paper, name);
  original = hearth_builder_use_field (builder, table, paper, name);
  if (g_str_equal (original, "resident") || g_str_equal (original, "safe"))
    return g_strdup (_ ("There"));
  return g_strdup (hearth_record_has (paper, "asked_on") ? _ ("Asked for") : _ ("Missing"));
}

static bool
add_papers (HearthBuilder *builder, GError **error)
{
  static const char *const fields[] = { "kind", "original", "asked_on", "expected_on", "obtained_on", NULL };
  g_autoptr (GPtrArray) papers =
    hearth_builder_load_readable (builder, &hearth_identity_document_type, error);

  if (!papers)
    return false;
  hearth_document_add_heading (builder->document, 1, _ (hearth_identity_document_type.label_plural));
  hearth_builder_add_records (builder, papers, fields, quote_paper);
  return true;
}

bool
hearth_progress_add_events (HearthBuilder *builder, GError **error)
{
  return add_incidents (builder, error) && add_family (builder, error) && add_legal (builder, error) &&
         add_papers (builder, error);
}

/* --- What the resident said --- */

bool
hearth_progress_add_said (HearthBuilder *builder, bool *any, GError **error)
{
  static const struct {
    const HearthRecordType *type;
    const char *names[2];
  } sayings[] = {
    { &hearth_care_plan_type, { "wishes" } },
    { &hearth_goal_progress_type, { "said" } },
    { &hearth_plan_review_type, { "agreed", "disagreed" } },
    { &hearth_education_plan_type, { "said" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autoptr (GPtrArray) records = hearth_progress_load (builder, sayings[i].type, error);

      if (!records)
        return false;
      for (unsigned int j = 0; j < records->len; j++)
        {
          for (gsize k = 0; k < G_N_ELEMENTS (sayings[i].names) && sayings[i].names[k]; k++)
            *any |= hearth_builder_add_quote (builder, records->pdata[j], sayings[i].names[k]);
        }
    }
  return true;
}
