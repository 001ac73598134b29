/* SPDX-License-Identifier: GPL-3.0-or-later
 * The progress report: who, where, how the days were, what the resident says. Sections stand in a fixed order; one
 * that has nothing says so.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/progress.h"

#include "core/date.h"
#include "records/types.h"
#include "report/court-file.h"
#include "report/language.h"
#include "report/progress-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The stay in this house that the period's last day falls into, or the last one before; NULL where there is none. */
static HearthRecord *
find_current_stay (HearthBuilder *builder, GPtrArray *stays)
{
  for (unsigned int i = stays->len; i > 0; i--)
    {
      HearthRecord *stay = stays->pdata[i - 1];

      if (g_str_equal (hearth_record_get (stay, "placement"), "this_house") &&
          strcmp (hearth_record_get (stay, "start"), builder->to) <= 0)
        return stay;
    }
  return NULL;
}

/* The last day of @stay that is reported on. */
static const char *
get_last_day (HearthBuilder *builder, HearthRecord *stay)
{
  const char *end = hearth_record_get (stay, "end");

  return *end && strcmp (end, builder->to) < 0 ? end : builder->to;
}

static char *
format_days_in_care (HearthBuilder *builder, HearthRecord *stay)
{
  int days = hearth_date_days_between (hearth_record_get (stay, "start"), get_last_day (builder, stay));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (unsigned long) days), days);
}

/* Whether the stay went on after its order had run out. */
static bool
has_expired (HearthBuilder *builder, HearthRecord *stay)
{
  const char *expires = hearth_record_get (stay, "order_expires");

  return *expires && strcmp (expires, get_last_day (builder, stay)) < 0;
}

static char *
format_legal_basis (HearthBuilder *builder, HearthBlock *block, HearthRecord *stay)
{
  g_autofree char *basis = hearth_builder_quote_field (builder, block, stay, "legal_basis");
  g_autofree char *expires = hearth_builder_quote_field (builder, block, stay, "order_expires");

  if (*basis && *expires && has_expired (builder, stay))
    /* Translators: a legal basis and the last day on which it held */
    return g_strdup_printf (_ ("%s, expired on %s"), basis, expires);
  if (*basis && *expires)
    /* Translators: a legal basis and the day until which it holds */
    return g_strdup_printf (_ ("%s, until %s"), basis, expires);
  return g_steal_pointer (&basis);
}

static void
add_stay_facts (HearthBuilder *builder, HearthBlock *block, HearthRecord *stay)
{
  g_autofree char *start = hearth_builder_quote_field (builder, block, stay, "start");
  g_autofree char *days = format_days_in_care (builder, stay);
  g_autofree char *basis = format_legal_basis (builder, block, stay);

  hearth_builder_add_fact (block, _ ("In this house since"), start);
  hearth_builder_add_fact (block, _ ("Days in this house"), days);
  hearth_builder_add_fact (block, _ ("Legal basis"), basis);
}

static void
add_header (HearthBuilder *builder, GPtrArray *stays)
{
  HearthBlock *block = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  HearthRecord *stay = find_current_stay (builder, stays);
  g_autofree char *age = hearth_builder_quote_field (builder, block, builder->resident, "age");
  g_autofree char *worker = hearth_builder_quote_field (builder, block, builder->resident, "key_worker");
  g_autofree char *first = hearth_date_format (builder->from);
  g_autofree char *last = hearth_date_format (builder->to);
  g_autofree char *period = hearth_builder_join (builder, " – ", first, last, NULL);

  hearth_builder_add_name (builder, block);
  hearth_builder_add_fact (block, hearth_builder_get_label (builder->resident, "age"), age);
  if (stay)
    add_stay_facts (builder, block, stay);
  hearth_builder_add_fact (block, hearth_builder_get_label (builder->resident, "key_worker"), worker);
  hearth_builder_add_fact (block, _ ("Time reported on"), period);
  hearth_builder_add_purpose (builder, block);
}

static char *
quote_stay (HearthBuilder *builder, HearthBlock *table, HearthRecord *stay, const char *name)
{
  g_autofree char *cell = hearth_builder_quote_field (builder, table, stay, name);

  if (*cell && g_str_equal (name, "order_expires") && has_expired (builder, stay))
    /* Translators: the day on which an order ended, before the stay did */
    return g_strdup_printf (_ ("%s (expired)"), cell);
  return g_steal_pointer (&cell);
}

static void
add_stays (HearthBuilder *builder, GPtrArray *stays)
{
  static const char *const fields[] = { "placement",   "start",      "end",           "end_reason",
                                        "legal_basis", "decided_by", "order_expires", NULL };
  g_autoptr (GPtrArray) until = g_ptr_array_new ();

  for (unsigned int i = 0; i < stays->len; i++)
    {
      if (strcmp (hearth_record_get (stays->pdata[i], "start"), builder->to) <= 0)
        g_ptr_array_add (until, stays->pdata[i]);
    }
  hearth_document_add_heading (builder->document, 1, _ (hearth_stay_type.label_plural));
  hearth_builder_add_records (builder, until, fields, quote_stay);
}

/* What staff watch for is part of keeping safe, and stays in the house; so does what somebody's health asks of them. */
static bool
may_leave_house (HearthRecord *alert)
{
  const char *kind = hearth_record_get (alert, "kind");

  return g_str_equal (kind, "allergy") || g_str_equal (kind, "diet") || g_str_equal (kind, "communication");
}

static bool
add_alerts (HearthBuilder *builder, GPtrArray *alerts, GError **error)
{
  static const char *const fields[] = { "kind", "level", "text", "start", "end", NULL };
  g_autoptr (GPtrArray) current = hearth_builder_pick_current (builder, alerts);
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  for (unsigned int i = 0; i < current->len; i++)
    if (may_leave_house (current->pdata[i]))
      g_ptr_array_add (told, current->pdata[i]);
  hearth_document_add_heading (builder->document, 1, _ ("To keep in mind"));
  return hearth_builder_add_alerts (builder, told, fields, error);
}

static bool
add_own_words (HearthBuilder *builder, GPtrArray *stays, GPtrArray *entries, GError **error)
{
  HearthRecord *stay = find_current_stay (builder, stays);
  unsigned int n_more;
  g_autoptr (GPtrArray) said = hearth_builder_pick_latest (entries, "own_words", &n_more);
  bool any;

  hearth_document_add_heading (builder->document, 1, _ ("In the resident’s own words"));
  any = hearth_builder_add_quote (builder, builder->resident, "wishes");
  if (stay)
    any |= hearth_builder_add_quote (builder, stay, "wish");
  for (unsigned int i = 0; i < said->len; i++)
    any |= hearth_builder_add_quote (builder, said->pdata[i], "own_words");
  hearth_builder_add_more (builder, said, n_more);
  if (!hearth_progress_add_said (builder, &any, error))
    return false;
  if (!any)
    hearth_document_add_remark (builder->document, _ ("Nothing to report"));
  return true;
}

static void
add_sign_off (HearthBuilder *builder)
{
  HearthBlock *seen, *signatures;
  g_autofree char *worker = NULL;

  hearth_document_add_heading (builder->document, 1, _ ("Sign-off"));
  seen = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_CHECKLIST));
  hearth_block_add_row (seen, "", _ ("The resident has read this report, or it was read to them."), "", NULL);
  hearth_block_add_row (seen, "", _ ("The resident agrees with what it says."), "", NULL);
  hearth_block_add_row (seen, "", _ ("The resident wants something added or changed."), "", NULL);

  signatures = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
  worker = hearth_builder_quote_field (builder, signatures, builder->resident, "key_worker");
  hearth_block_add_row (signatures, _ ("Resident"), "", NULL);
  hearth_block_add_row (signatures, _ ("Key worker"), worker, NULL);
  hearth_block_add_row (signatures, _ ("House manager"), "", NULL);
}

HearthDocument *
hearth_report_progress (HearthStore *store,
                        HearthRecord *resident,
                        const HearthReportOptions *options,
                        GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_autoptr (GPtrArray) stays = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) alerts = NULL;
  g_autoptr (GPtrArray) contributions = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (resident) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "progress", store, resident, options, error) ||
      !(stays = hearth_builder_load (&builder, &hearth_stay_type, false, error)) ||
      !(entries = hearth_builder_load (&builder, &hearth_daily_log_type, true, error)) ||
      !(alerts = hearth_builder_load (&builder, &hearth_alert_type, false, error)) ||
      !(contributions = hearth_builder_load_readable (&builder, &hearth_contribution_type, error)) ||
      !hearth_court_file_hide_places (&builder, error))
    return NULL;

  add_header (&builder, stays);
  hearth_builder_add_text (&builder, "strengths", _ ("Nothing to report"));
  if (!hearth_progress_add_areas (&builder, error) || !hearth_progress_add_goals (&builder, error))
    return NULL;
  add_stays (&builder, stays);
  if (!hearth_progress_add_care (&builder, contributions, error))
    return NULL;
  hearth_progress_add_daily_life (&builder, entries, find_current_stay (&builder, stays));
  if (!add_alerts (&builder, alerts, error) || !hearth_progress_add_events (&builder, error) ||
      !add_own_words (&builder, stays, entries, error) ||
      !hearth_progress_add_next (&builder, contributions, error))
    return NULL;
  add_sign_off (&builder);
  return hearth_builder_finish (&builder, HEARTH_TIER_CASE, error);
}
