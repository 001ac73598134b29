/* SPDX-License-Identifier: GPL-3.0-or-later
 * The monthly log: what was written of a resident day by day, with who wrote it and how it stands, for the file and for
 * whoever looks at how the house writes.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/house-papers.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "report/builder.h"
#include "report/daily-trend.h"
#include "report/language.h"
#include "store/query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BETWEEN " · "

typedef struct {
  HearthBuilder builder;
  GPtrArray *entries;
  GPtrArray *addenda;
  GPtrArray *incidents, *visits, *missing;
} Month;

static void
month_clear (Month *month)
{
  hearth_builder_clear (&month->builder);
  g_clear_pointer (&month->entries, g_ptr_array_unref);
  g_clear_pointer (&month->addenda, g_ptr_array_unref);
  g_clear_pointer (&month->incidents, g_ptr_array_unref);
  g_clear_pointer (&month->visits, g_ptr_array_unref);
  g_clear_pointer (&month->missing, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Month, month_clear)

static bool
is_in_error (HearthRecord *record)
{
  return g_str_equal (hearth_record_get (record, "state"), HEARTH_STATE_IN_ERROR);
}

static bool
is_late (HearthRecord *entry)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, "late");
  g_autofree char *late = hearth_record_format (entry, field, "");

  return *late != '\0';
}

static unsigned int
count_addenda (Month *month, HearthRecord *entry)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < month->addenda->len; i++)
    n += g_str_equal (hearth_record_get (month->addenda->pdata[i], "subject"), hearth_record_get_id (entry));
  return n;
}

/* ---- Counts ---- */

/* "Signed 3", or nothing for none. */
static void
append_count (GString *words, const char *label, unsigned int n)
{
  g_autofree char *canonical = g_strdup_printf ("%u", n);
  g_autofree char *number = hearth_number_format (canonical);

  g_string_append (words, words->len > 0 ? BETWEEN : "");
  /* Translators: what is counted, and how many */
  g_string_append_printf (words, C_ ("count", "%s %s"), label, number);
}

static void
add_counts (Month *month, HearthBlock *facts)
{
  unsigned int n_days = 0, n_signed = 0, n_late = 0, n_addenda = 0, n_errors = 0, n = 0;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) events = g_string_new (NULL);
  int before = 0;

  for (unsigned int i = 0; i < month->entries->len; i++)
    {
      HearthRecord *entry = month->entries->pdata[i];
      int day = hearth_daily_trend_get_day (entry);

      n_addenda += count_addenda (month, entry);
      n_errors += is_in_error (entry);
      if (is_in_error (entry))
        continue;
      n++;
      n_signed += g_str_equal (hearth_record_get (entry, "state"), HEARTH_STATE_SIGNED);
      n_late += is_late (entry);
      n_days += day != before;
      before = day;
    }
  append_count (words, _ ("Days"), n_days);
  append_count (words, _ ("Entries"), n);
  append_count (words, _ ("Signed"), n_signed);
  append_count (words, _ ("Written late"), n_late);
  append_count (words, _ ("Addenda"), n_addenda);
  append_count (words, _ ("Entered in error"), n_errors);
  hearth_block_add_row (facts, _ ("Written down"), words->str, NULL);
  append_count (events, _ (hearth_incident_type.label_plural), month->incidents->len);
  append_count (events, _ (hearth_visit_type.label_plural), month->visits->len);
  hearth_block_add_row (facts, _ ("What happened"), events->str, NULL);
}

static void
add_head (Month *month)
{
  HearthBuilder *builder = &month->builder;
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  static const char *const fields[] = { "key_worker", NULL };
  g_autofree char *first = hearth_date_format (builder->from);
  g_autofree char *last = hearth_date_format (builder->to);
  g_autofree char *period = hearth_builder_join (builder, " – ", first, last, NULL);

  hearth_builder_add_name (builder, facts);
  hearth_builder_add_field_facts (builder, facts, builder->resident, fields);
  hearth_builder_add_fact (facts, _ ("Time reported on"), period);
  hearth_builder_add_purpose (builder, facts);
  add_counts (month, facts);
}

/* ---- The chart ---- */

typedef struct {
  HearthBuilder *builder;
  HearthBlock *block;
} ChartUse;

static const char *
use_field (HearthRecord *record, const char *name, gpointer user_data)
{
  ChartUse *use = user_data;

  return hearth_builder_use_field (use->builder, use->block, record, name);
}

/* Entries that hold: what was written for somebody else is no night of this resident. */
static GPtrArray *
pick_true (GPtrArray *entries)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (unsigned int i = 0; i < entries->len; i++)
    {
      if (!is_in_error (entries->pdata[i]))
        g_ptr_array_add (picked, entries->pdata[i]);
    }
  return picked;
}

static void
add_chart (Month *month)
{
  HearthBuilder *builder = &month->builder;
  ChartUse use = { builder, hearth_block_new (HEARTH_BLOCK_CHART) };
  g_autoptr (GPtrArray) entries = pick_true (month->entries);
  g_autoptr (GPtrArray) marked = g_ptr_array_new ();

  use.block->chart = hearth_daily_trend_new_chart (entries, builder->from, builder->to, use_field, &use);
  g_ptr_array_extend (marked, month->incidents, NULL, NULL);
  g_ptr_array_extend (marked, month->missing, NULL, NULL);
  g_ptr_array_extend (marked, month->visits, NULL, NULL);
  hearth_daily_trend_add_marks (use.block->chart, marked, use_field, &use);
  g_free (use.block->note);
  use.block->note = hearth_chart_describe (use.block->chart);
  hearth_document_add_heading (builder->document, 1, _ ("The month at a glance"));
  hearth_builder_add_or_nothing (builder, use.block);
}

/* ---- Day by day ---- */

/* What is so on most days would only hide what is not. */
static bool
goes_without_saying (HearthRecord *entry, const char *name)
{
  const char *value = hearth_record_get (entry, name);

  return (g_str_equal (name, "presence") && g_str_equal (value, "present")) ||
         (g_str_equal (name, "nightmares") && g_str_equal (value, "no"));
}

/* "Label: words" for those of @fields, up to NULL, that are there. */
static char *
join_fields (HearthBuilder *builder,
             HearthBlock *table,
             HearthRecord *record,
             const char *const *fields,
             const char *between)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *const *name = fields; *name; name++)
    {
      g_autofree char *value = NULL;

      if (goes_without_saying (record, *name))
        continue;
      value = hearth_builder_quote_field (builder, table, record, *name);
      if (*value)
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? between : "",
                                hearth_builder_get_label (record, *name), value);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* What was added later stands with what it is added to. */
static void
append_addenda (Month *month, HearthBlock *table, HearthRecord *entry, GString *words)
{
  for (unsigned int i = 0; i < month->addenda->len; i++)
    {
      HearthRecord *addendum = month->addenda->pdata[i];
      g_autofree char *text = NULL, *said = NULL, *when = NULL;

      if (!g_str_equal (hearth_record_get (addendum, "subject"), hearth_record_get_id (entry)))
        continue;
      text = hearth_builder_quote_field (&month->builder, table, addendum, "text");
      said = hearth_builder_quote_field (&month->builder, table, addendum, "said");
      when = hearth_instant_format (hearth_record_get (addendum, "created_at"));
      /* Translators: something added to an entry: when, and what */
      g_string_append_printf (words, _ ("%sAddendum, %s: %s"), words->len > 0 ? "\n" : "", when, text);
      if (*said)
        g_string_append_printf (words, BETWEEN "“%s”", said);
    }
}

static char *
format_words (Month *month, HearthBlock *table, HearthRecord *entry)
{
  static const char *const fields[] = { "positive_moment", "own_words", "activity",    "contacts", "health",
                                        "concern",         "notes",     "late_reason", NULL };
  g_autoptr (GString) words = g_string_new (NULL);

  if (!is_in_error (entry))
    {
      g_autofree char *told = join_fields (&month->builder, table, entry, fields, "\n");

      g_string_append (words, told);
    }
  append_addenda (month, table, entry, words);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Who wrote it, and how it stands. */
static char *
format_marks (Month *month, HearthRecord *entry)
{
  HearthStore *store = month->builder.store;
  const char *state = hearth_record_get (entry, "state");
  g_autofree char *author = hearth_store_dup_link_title (store, hearth_record_get (entry, "created_by"));
  g_autoptr (GString) marks = g_string_new (author);
  unsigned int n = count_addenda (month, entry);

  if (is_in_error (entry))
    g_string_append_printf (marks, "\n%s", _ ("entered in error"));
  else
    g_string_append_printf (marks, "\n%s",
                            g_str_equal (state, HEARTH_STATE_SIGNED) ? _ ("signed") : _ ("not signed"));
  if (!is_in_error (entry) && is_late (entry))
    g_string_append_printf (marks, BETWEEN "%s", _ ("late"));
  if (n > 0)
    g_string_append_printf (marks, BETWEEN "%s", _ ("added to"));
  return g_string_free_and_steal (g_steal_pointer (&marks));
}

static void
add_entry (Month *month, HearthBlock *table, HearthRecord *entry)
{
  static const char *const how[] = { "presence",      "mood",        "mood_word",  "sleep_quality",
                                     "sleep",         "times_woken", "nightmares", "breakfast",
                                     "lunch",         "dinner",      "hygiene",    "attendance",
                                     "participation", NULL };
  HearthBuilder *builder = &month->builder;
  g_autofree char *day = hearth_date_format (hearth_record_get (entry, "date"));
  g_autofree char *shift = hearth_builder_quote_field (builder, table, entry, "shift");
  g_autofree char *when = g_strdup_printf ("%s\n%s", day, shift);
  g_autofree char *was =
    is_in_error (entry) ? g_strdup ("") : join_fields (builder, table, entry, how, BETWEEN);
  g_autofree char *words = format_words (month, table, entry);
  g_autofree char *marks = format_marks (month, entry);

  hearth_block_add_row (table, when, *was ? was : "–", *words ? words : "–", marks, NULL);
}

static void
add_days (Month *month)
{
  HearthBlock *table = hearth_block_new (HEARTH_BLOCK_TABLE);

  hearth_document_add_heading (month->builder.document, 1, _ ("Day by day"));
  hearth_block_add_column (table, _ ("Shift"), false);
  hearth_block_add_column (table, _ ("How it was"), false);
  hearth_block_add_column (table, _ ("What was written"), false);
  hearth_block_add_column (table, _ ("By whom"), false);
  for (unsigned int i = 0; i < month->entries->len; i++)
    add_entry (month, table, month->entries->pdata[i]);
  hearth_builder_add_or_nothing (&month->builder, table);
}

static void
add_events (Month *month)
{
  static const char *const incident[] = { "code", "occurred_at", "category", "severity", NULL };
  static const char *const visit[] = { "at", "way", "contact", "who", "allowed", "took_place", NULL };
  static const char *const missing[] = { "last_seen_at", "found_at", "found_how", NULL };
  const struct {
    const HearthRecordType *type;
    GPtrArray *records;
    const char *const *fields;
  } parts[] = { { &hearth_incident_type, month->incidents, incident },
                { &hearth_missing_episode_type, month->missing, missing },
                { &hearth_visit_type, month->visits, visit } };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].records->len == 0)
        continue;
      hearth_document_add_heading (month->builder.document, 1, _ (parts[i].type->label_plural));
      hearth_builder_add_records (&month->builder, parts[i].records, parts[i].fields,
                                  hearth_builder_quote_field);
    }
}

static int
compare_shifts (gconstpointer a, gconstpointer b)
{
  static const char *const order[] = { "morning", "afternoon", "night" };
  HearthRecord *x = *(HearthRecord *const *) a, *y = *(HearthRecord *const *) b;
  int by_date = strcmp (hearth_record_get (x, "date"), hearth_record_get (y, "date"));
  int places[2] = { 0, 0 };

  for (int i = 0; i < (int) G_N_ELEMENTS (order); i++)
    {
      if (g_str_equal (hearth_record_get (x, "shift"), order[i]))
        places[0] = i;
      if (g_str_equal (hearth_record_get (y, "shift"), order[i]))
        places[1] = i;
    }
  return by_date != 0 ? by_date : places[0] - places[1];
}

/* Those in error too: that something was taken back is part of how a house writes. */
static GPtrArray *
load_entries (HearthBuilder *builder, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_daily_log_type);
  g_autoptr (GListModel) list = NULL;
  GPtrArray *entries;

  hearth_query_set_resident (query, hearth_record_get_id (builder->resident));
  hearth_query_set_period (query, builder->from, builder->to);
  query->include_errors = true;
  list = hearth_store_list (builder->store, query, error);
  if (!list)
    return NULL;
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (unsigned int i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (entries, g_list_model_get_item (list, i));
  g_ptr_array_sort (entries, compare_shifts);
  return entries;
}

static bool
month_load (Month *month, GError **error)
{
  HearthBuilder *builder = &month->builder;

  if (!(month->entries = load_entries (builder, error)) ||
      !(month->addenda = hearth_builder_load (builder, &hearth_addendum_type, false, error)) ||
      !(month->incidents = hearth_builder_load (builder, &hearth_incident_type, true, error)) ||
      !(month->missing = hearth_builder_load (builder, &hearth_missing_episode_type, true, error)) ||
      !(month->visits = hearth_builder_load (builder, &hearth_visit_type, true, error)))
    return false;
  return true;
}

HearthDocument *
hearth_report_monthly_log (HearthStore *store,
                           HearthRecord *resident,
                           const HearthReportOptions *options,
                           GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (Month) month = { .entries = NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (resident) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&month.builder, "monthly-log", store, resident, options, error) ||
      !month_load (&month, error))
    return NULL;

  add_head (&month);
  add_chart (&month);
  add_days (&month);
  add_events (&month);
  return hearth_builder_finish (&month.builder, HEARTH_TIER_CARE, error);
}
