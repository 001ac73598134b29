/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report to the court: every section in its place, also one that has nothing. What nobody wrote down is not there, and
 * each fact says who it is from.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/court-papers.h"

#include "core/age.h"
#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "report/court-private.h"
#include "report/language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
hearth_court_add_heading (HearthBuilder *builder, unsigned int number, const char *title)
{
  /* Translators: the number and the name of a section */
  g_autofree char *words = g_strdup_printf (_ ("%u. %s"), number, title);

  hearth_document_add_heading (builder->document, 1, words);
}

static void
add_nothing (HearthBuilder *builder)
{
  hearth_document_add_remark (builder->document, _ ("Nothing to report"));
}

void
hearth_court_add_text (HearthBuilder *builder, HearthCourtFile *file, const char *name)
{
  if (!file->text || !hearth_builder_add_plain (builder, file->text, name))
    add_nothing (builder);
}

/* ---- 0: what stands above all ---- */

/* The name on reports; nobody's own name stands in for a missing one. */
static void
choose_name (HearthBuilder *builder)
{
  if (!builder->pseudonym)
    builder->pseudonym = hearth_record_get (builder->resident, "code");
}

/* "CASE-001/2": which of the texts for this case it is, by day. */
static char *
format_number (HearthBuilder *builder, HearthCourtFile *file)
{
  g_autoptr (GPtrArray) texts = hearth_builder_load_readable (builder, &hearth_court_report_type, NULL);
  const char *link = hearth_record_get (file->text, "legal_case");
  unsigned int n = 0;

  for (unsigned int i = 0; texts && i < texts->len; i++)
    {
      n += g_str_equal (hearth_record_get (texts->pdata[i], "legal_case"), link);
      if (g_str_equal (hearth_record_get_id (texts->pdata[i]), hearth_record_get_id (file->text)))
        break;
    }
  return g_strdup_printf ("%s/%u", file->legal_case ? hearth_record_get (file->legal_case, "code") : "", n);
}

/* Month and year: the day of birth is nobody's business. */
static char *
format_birth (HearthBuilder *builder, HearthBlock *block)
{
  const char *birth = hearth_builder_use_field (builder, block, builder->resident, "birth");
  HearthPartialDate date;
  g_autofree char *month = NULL;

  if (*birth == '\0' || !hearth_partial_date_read (birth, &date))
    return g_strdup ("");
  if (date.precision == HEARTH_DATE_DAY)
    {
      date.precision = HEARTH_DATE_MONTH;
      date.day = 0;
    }
  month = hearth_partial_date_write (&date);
  return hearth_date_format (month);
}

static void
add_version (HearthBuilder *builder, HearthCourtFile *file, HearthBlock *facts)
{
  g_autofree char *number = NULL, *version = NULL, *words = NULL;

  if (file->text)
    {
      g_autofree char *canonical =
        g_strdup_printf ("%" G_GINT64_FORMAT, hearth_record_get_revision (file->text));

      number = format_number (builder, file);
      version = hearth_number_format (canonical);
      /* Translators: how often a text was changed */
      words = g_strdup_printf (_ ("version %s"), version);
      version = (g_free (version), hearth_builder_join (builder, " · ", number, words, NULL));
      hearth_builder_add_fact (facts, _ ("Report"), version);
    }
  /* Translators: filled in by hand, as in "2 of 3" */
  hearth_builder_add_fact (facts, _ ("Copy"), _ ("____ of ____"));
}

static void
add_case (HearthBuilder *builder, HearthCourtFile *file, HearthBlock *facts)
{
  static const char *const of_case[] = { "court", "number", "kind", NULL };
  static const char *const of_hearing[] = { "at", "kind", "court", "judge", NULL };
  g_autofree char *judge = NULL;

  if (file->legal_case)
    hearth_builder_add_field_facts (builder, facts, file->legal_case, of_case);
  if (!file->hearing)
    return;
  for (const char *const *name = of_hearing; *name; name++)
    {
      g_autofree char *value = hearth_builder_quote_field (builder, facts, file->hearing, *name);
      const char *label = g_str_equal (*name, "kind") ? _ ("Kind of hearing")
                          : g_str_equal (*name, "at") ? _ ("Hearing")
                                                      : hearth_builder_get_label (file->hearing, *name);

      hearth_builder_add_fact (facts, label, value);
    }
  judge = file->legal_case && !hearth_record_has (file->hearing, "judge")
            ? hearth_builder_quote_field (builder, facts, file->legal_case, "judge")
            : g_strdup ("");
  hearth_builder_add_fact (facts, _ (hearth_record_type_lookup_field (&hearth_hearing_type, "judge")->label),
                           judge);
}

static void
add_cover (HearthBuilder *builder, HearthCourtFile *file)
{
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  g_autofree char *first = hearth_date_format (builder->from);
  g_autofree char *last = hearth_date_format (builder->to);
  g_autofree char *period = hearth_builder_join (builder, " – ", first, last, NULL);
  g_autofree char *birth = format_birth (builder, facts);

  hearth_builder_add_fact (facts, _ ("About"), builder->pseudonym);
  hearth_builder_add_fact (facts, _ ("Born"), birth);
  add_case (builder, file, facts);
  hearth_builder_add_purpose (builder, facts);
  hearth_builder_add_fact (facts, _ ("Time reported on"), period);
  add_version (builder, file, facts);
  hearth_document_add_remark (
    builder->document, _ ("The resident is not called by name here, and where the resident lives is not "
                          "told. Please keep it so in every paper that follows from this one."));
}

/* ---- 1 and 2: who writes, and from what ---- */

static char *
dup_author (HearthBuilder *builder, HearthCourtFile *file)
{
  const char *id = file->text ? hearth_record_get (file->text, "created_by")
                              : hearth_record_get_id (hearth_store_get_account (builder->store));
  char *name = hearth_store_dup_link_title (builder->store, id);

  return name ? name : g_strdup ("");
}

static void
add_basis (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const fields[] = { "author_post", "date", "asked_by", "question", NULL };
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  g_autofree char *author = dup_author (builder, file);

  hearth_court_add_heading (builder, 1, _ ("Author and basis"));
  if (file->text)
    {
      hearth_builder_add_fact (facts, _ ("Author"), author);
      hearth_builder_add_field_facts (builder, facts, file->text, fields);
    }
  hearth_builder_add_or_nothing (builder, facts);
  if (file->text)
    hearth_document_add_paragraph (
      builder->document, _ ("To the best of the author’s knowledge what is written here is true and "
                            "complete for the question asked. It takes no side: what speaks against "
                            "the recommendations is told as well. Facts and opinion stand apart."));
}

static void
add_sources (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const fields[] = { "date", "body", "purpose", "recorded", "reference", NULL };
  bool any = false;

  hearth_court_add_heading (builder, 2, _ ("Sources"));
  if (file->text)
    {
      any |= hearth_builder_add_field_text (builder, file->text, "contacts", 2);
      any |= hearth_builder_add_field_text (builder, file->text, "papers", 2);
    }
  if (file->statements->len > 0)
    {
      hearth_document_add_heading (builder->document, 2, _ ("Interviews that there were already"));
      hearth_document_add_remark (builder->document, _ ("What was said is kept where it was recorded. Please "
                                                        "use it again before "
                                                        "asking again."));
      hearth_builder_add_records (builder, file->statements, fields, hearth_builder_quote_field);
    }
  else if (!any)
    add_nothing (builder);
}

/* ---- 3: what was ordered ---- */

static void
add_order (HearthBuilder *builder, HearthRecord *order)
{
  static const char *const fields[] = { "responsible", "due",   "expires",  "status",
                                        "done_on",     "proof", "obstacle", NULL };
  HearthBlock *quote = hearth_block_new (HEARTH_BLOCK_QUOTE);
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  g_autofree char *day = hearth_builder_quote_field (builder, quote, order, "ordered_on");
  g_autofree char *number = hearth_builder_quote_field (builder, quote, order, "number");
  /* Translators: %s is a day */
  g_autofree char *title = g_strdup_printf (_ ("Order of %s"), day);
  g_autofree char *heading =
    *number ? hearth_builder_join (builder, " · ", title, number, NULL) : g_strdup (title);

  hearth_document_add_heading (builder->document, 2, heading);
  g_free (quote->text);
  quote->text = hearth_builder_quote_field (builder, quote, order, "words");
  g_set_str (&quote->note, _ ("Word for word"));
  hearth_document_add (builder->document, quote);
  hearth_builder_add_field_facts (builder, facts, order, fields);
  hearth_document_add (builder->document, facts);
}

static void
add_orders (HearthBuilder *builder, HearthCourtFile *file)
{
  hearth_court_add_heading (builder, 3, _ ("Orders so far, and what became of them"));
  for (unsigned int i = 0; i < file->orders->len; i++)
    add_order (builder, file->orders->pdata[i]);
  if (file->orders->len == 0)
    add_nothing (builder);
}

/* ---- 12: who answers for it ---- */

static void
add_sign_off (HearthBuilder *builder, HearthCourtFile *file)
{
  HearthBlock *signatures;
  g_autofree char *author = dup_author (builder, file);

  hearth_court_add_heading (builder, 12, _ ("Sign-off"));
  hearth_document_add_remark (builder->document, _ ("The author signs for what is written, the supervisor "
                                                    "for having read it. Both put "
                                                    "their initials on each page."));
  signatures = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
  hearth_block_add_row (signatures, _ ("Author"), file->text ? author : "", NULL);
  hearth_block_add_row (signatures, _ ("Supervisor"), "", NULL);
}

/* ---- What the author should know ---- */

static bool
holds (HearthBuilder *builder, HearthRecord *consent)
{
  const char *withdrawn = hearth_record_get (consent, "withdrawn_on");

  return g_str_equal (hearth_record_get (consent, "purpose"), "court_report") &&
         strcmp (hearth_record_get (consent, "valid_from"), builder->today) <= 0 &&
         strcmp (hearth_record_get (consent, "valid_until"), builder->today) >= 0 &&
         (*withdrawn == '\0' || strcmp (withdrawn, builder->today) > 0);
}

static bool
has_consent (HearthBuilder *builder)
{
  g_autoptr (GPtrArray) consents = hearth_builder_load_readable (builder, &hearth_consent_type, NULL);

  for (unsigned int i = 0; consents && i < consents->len; i++)
    {
      if (holds (builder, consents->pdata[i]))
        return true;
    }
  return false;
}

/* A grown person is not called by a first name before a court, unless they want that. */
static bool
is_adult_by_first_name (HearthBuilder *builder)
{
  HearthAge age = hearth_age_at (hearth_record_get (builder->resident, "birth"), builder->today);

  return age.least_years >= 18 && hearth_record_has (builder->resident, "pseudonym") &&
         strpbrk (builder->pseudonym, " .-0123456789") == NULL;
}

/* "Nothing to report" must not be read as "nothing happened". */
static void
add_event_caution (HearthBuilder *builder, HearthCourtFile *file, GPtrArray *incidents)
{
  g_autofree char *sentence = NULL;

  if (incidents->len == 0 || (file->text && hearth_record_has (file->text, "behaviour")))
    return;
  sentence = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u incident is written down in this time, and the report says nothing about events. Say "
                 "whether it matters to the question.",
                 "%u incidents are written down in this time, and the report says nothing about events. Say "
                 "whether they matter to the question.",
                 incidents->len),
    incidents->len);
  hearth_document_add_caution (builder->document, sentence);
}

/* What the court ordered for the day, and ends before it. */
static void
add_order_cautions (HearthBuilder *builder, HearthCourtFile *file)
{
  g_autofree char *day =
    file->hearing ? hearth_instant_dup_date (hearth_record_get (file->hearing, "at")) : NULL;

  for (unsigned int i = 0; day && i < file->orders->len; i++)
    {
      HearthRecord *order = file->orders->pdata[i];
      const char *expires = hearth_record_get (order, "expires"),
                 *status = hearth_record_get (order, "status");
      g_autofree char *ends = hearth_date_format (expires), *sentence = NULL;

      if (*expires == '\0' || strcmp (expires, builder->today) < 0 || strcmp (expires, day) >= 0 ||
          g_str_equal (status, "lifted") || g_str_equal (status, "ended"))
        continue;
      sentence = g_strdup_printf (_ ("An order holds until %s only, which is before the hearing."), ends);
      hearth_document_add_caution (builder->document, sentence);
    }
}

static void
add_cautions (HearthBuilder *builder, HearthCourtFile *file, GPtrArray *incidents)
{
  HearthDocument *document = builder->document;

  add_event_caution (builder, file, incidents);
  add_order_cautions (builder, file);
  if (!file->text)
    hearth_document_add_caution (document,
                                 _ ("There is no text of a court report yet: what is here comes from the "
                                    "records alone."));
  else if (!hearth_record_has (file->text, "asked_how"))
    hearth_document_add_caution (document,
                                 _ ("It is not written down how the resident was asked for their views."));
  if (!has_consent (builder))
    hearth_document_add_caution (document,
                                 _ ("No consent to a report to the court holds today. Ask the resident, or "
                                    "name the order that it rests on."));
  if (is_adult_by_first_name (builder))
    hearth_document_add_caution (document, _ ("The resident is an adult and is called by a first name here. "
                                              "Use initials "
                                              "or a family name unless they want it so."));
}

/* Since the last time the court met, unless somebody chose other days. */
static void
choose_period (HearthBuilder *builder, HearthCourtFile *file, const HearthReportOptions *options)
{
  if (options->from && *options->from)
    return;
  for (unsigned int i = file->hearings->len; i > 0; i--)
    {
      g_autofree char *day = hearth_instant_dup_date (hearth_record_get (file->hearings->pdata[i - 1], "at"));

      if (day && g_str_equal (hearth_record_get (file->hearings->pdata[i - 1], "status"), "held") &&
          strcmp (day, builder->to) <= 0)
        {
          hearth_builder_begin_on (builder, day);
          return;
        }
    }
}

/* People of the case whom the court knows by name. */
static void
keep_names (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const of_case[] = { "lawyer", "judge", "prosecutor", "guardian", "interpreter", NULL };
  g_autofree char *author = dup_author (builder, file);

  hearth_builder_hide (builder, author, NULL);
  for (const char *const *name = of_case; file->legal_case && *name; name++)
    hearth_builder_hide (builder, hearth_record_get (file->legal_case, *name), NULL);
  if (file->hearing)
    hearth_builder_hide (builder, hearth_record_get (file->hearing, "judge"), NULL);
}

HearthDocument *
hearth_report_court (HearthStore *store,
                     HearthRecord *subject,
                     const HearthReportOptions *options,
                     GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_autoptr (GPtrArray) incidents = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_auto (HearthCourtFile) file = { NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (subject) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "court", store, subject, options, error) ||
      !hearth_court_file_load (&file, &builder, true, error) ||
      !hearth_court_file_hide_places (&builder, error))
    return NULL;

  /* Not even what the house is called: who asks answers to the organisation. */
  g_set_str (&builder.document->house, "");
  hearth_court_file_hide_house (&builder);
  choose_name (&builder);
  keep_names (&builder, &file);
  choose_period (&builder, &file, options);
  if (!(incidents = hearth_builder_load (&builder, &hearth_incident_type, true, error)))
    return NULL;
  add_cautions (&builder, &file, incidents);
  add_cover (&builder, &file);
  add_basis (&builder, &file);
  add_sources (&builder, &file);
  add_orders (&builder, &file);
  if (!hearth_court_add_facts (&builder, &file, error))
    return NULL;
  hearth_court_add_views (&builder, &file);
  add_sign_off (&builder, &file);
  return hearth_builder_finish (&builder, HEARTH_TIER_CASE, error);
}
