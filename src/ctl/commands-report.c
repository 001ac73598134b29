/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl report: a report about a resident or a record as PDF.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "core/id.h"
#include "ctl/command.h"
#include "ctl/json-writer.h"
#include "report/paginate.h"
#include "report/release.h"
#include "report/report-kind.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static char *option_resident;
static char *option_record;
static char *option_out;
static char *option_from;
static char *option_to;
static char *option_language;
static char *option_paper;
static char *option_purpose;
static char *option_recipient;

/* --- helpers --- */

static char *
describe_kinds (void)
{
  g_autoptr (GString) text = g_string_new (_ ("KIND is one of:"));

  for (const HearthReportKind *kind = hearth_report_kinds; kind->name != NULL; kind++)
    {
      g_string_append_printf (text, "\n  %-17s  %s", kind->name, _ (kind->summary));
      if (kind->about != NULL)
        /* Translators: the name of a record type follows */
        g_string_append_printf (text, "\n                     %s %s", _ ("with the --record of a"),
                                kind->about->name);
      if (kind->or_resident)
        g_string_append_printf (text, ", %s", _ ("or --resident for the next or latest"));
    }
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("A report that leaves the house is marked as a draft. That it was made is noted "
                            "in the audit "
                            "trail."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static bool
read_paper (HearthPaper *paper)
{
  *paper = HEARTH_PAPER_A4;
  if (option_paper == NULL || g_ascii_strcasecmp (option_paper, "A4") == 0)
    return true;
  *paper = HEARTH_PAPER_LETTER;
  return g_ascii_strcasecmp (option_paper, "Letter") == 0;
}

static bool
is_language (const char *tag)
{
  return tag == NULL ||
         g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", tag, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* What is wrong with what the report is to be about, or NULL. */
static const char *
find_fault_of_subject (const HearthReportKind *kind)
{
  if (kind->about == NULL || (kind->or_resident && option_record == NULL))
    return option_resident != NULL && option_record == NULL && option_out != NULL
             ? NULL
             : _ ("Please give --resident CODE and --out FILE.pdf.");
  if (option_record == NULL || option_resident != NULL || option_out == NULL)
    return _ ("Please give --record ID and --out FILE.pdf.");
  return hearth_id_is_valid (option_record) ? NULL : _ ("This is not the id of a record.");
}

/* What is wrong with the options, or NULL. */
static const char *
find_fault (const HearthReportKind *kind, HearthPaper *paper)
{
  const char *fault;

  if (kind == NULL)
    return _ ("There is no such kind of report. \"hearthctl report --help\" lists them.");
  fault = find_fault_of_subject (kind);
  if (fault != NULL)
    return fault;
  if (!hearth_command_is_day (option_from) || !hearth_command_is_day (option_to))
    return _ ("--from and --to take a day like 2026-03-01.");
  if (!kind->has_period && (option_from != NULL || option_to != NULL))
    return _ ("This report is about today: it takes neither --from nor --to.");
  if (option_from != NULL && option_to != NULL && g_strcmp0 (option_from, option_to) > 0)
    return _ ("--from is later than --to.");
  if (!read_paper (paper))
    return _ ("--paper is A4 or Letter.");
  if (!is_language (option_language))
    return _ ("--language takes a tag like en, th or pt-BR.");
  return NULL;
}

static void
print_result (HearthPages *pages)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();
  g_autofree char *shown = g_filename_display_name (option_out);

  hearth_json_writer_add_string (json, "out", shown);
  hearth_json_writer_add_integer (json, "pages", hearth_pages_get_n_pages (pages));
  hearth_json_writer_add_string (json, "hash", hearth_pages_get_hash (pages));
  hearth_json_writer_print (json, stdout);
}

/* What is wrong with a report is said in its own words. */
static HearthExit
fail_with_error (const GError *error)
{
  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID))
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, error->message);
  return hearth_command_fail_with_error (error);
}

static HearthExit
run_report (HearthCall *call)
{
  const HearthReportKind *kind = hearth_report_kind_lookup (call->arguments[0]);
  HearthReportOptions options = {
    .from = option_from,
    .to = option_to,
    .language = option_language,
    .purpose = option_purpose,
    .recipient = option_recipient,
  };
  const char *fault = find_fault (kind, &options.paper);
  g_autoptr (HearthRecord) subject = NULL;
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (HearthPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  if (fault != NULL)
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, fault);
  if (!hearth_policy_may_do (hearth_store_get_policy (call->store), HEARTH_ACTION_EXPORT))
    return hearth_command_fail (HEARTH_EXIT_DENIED,
                                _ ("Your role does not include writing reports into files."));
  subject = option_resident != NULL ? hearth_store_load_resident (call->store, option_resident, &error)
                                    : hearth_store_load (call->store, option_record, &error);
  if (subject != NULL && !hearth_report_kind_fits (kind, subject))
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("This report is about something else."));
  if (subject != NULL)
    document = hearth_report_build (kind, call->store, subject, &options, &error);
  if (document != NULL)
    pages = hearth_pages_new (document);
  if (pages == NULL || !hearth_report_export (call->store, subject, pages, option_out, &error))
    return fail_with_error (error);
  print_result (pages);
  return HEARTH_EXIT_DONE;
}

/* --- the table --- */

static const GOptionEntry options[] = {
  { "resident", 0, 0, G_OPTION_ARG_STRING, &option_resident, N_ ("The resident with this number"),
    N_ ("CODE") },
  { "record", 0, 0, G_OPTION_ARG_STRING, &option_record, N_ ("The record with this id"), N_ ("ID") },
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &option_out, N_ ("The file to write"), N_ ("FILE.pdf") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &option_from,
    N_ ("From this day on, like 2026-03-01; else what is usual for the kind"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &option_to, N_ ("Up to this day; else today"), N_ ("DAY") },
  { "language", 0, 0, G_OPTION_ARG_STRING, &option_language, N_ ("The language of the report, like th"),
    N_ ("TAG") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &option_paper, N_ ("A4 or Letter (A4)"), N_ ("PAPER") },
  { "purpose", 0, 0, G_OPTION_ARG_STRING, &option_purpose, N_ ("What the report is for"), N_ ("TEXT") },
  { "recipient", 0, 0, G_OPTION_ARG_STRING, &option_recipient, N_ ("Who gets the report"), N_ ("TEXT") },
  G_OPTION_ENTRY_NULL
};

const HearthCommand hearth_commands_report[] = {
  {
    .name = "report",
    .arguments = "KIND",
    .summary = N_ ("Write a report about a resident or a record as PDF"),
    .describe = describe_kinds,
    .takes = { HEARTH_TAKES_WORD },
    .needs = HEARTH_NEEDS_STORE,
    .options = options,
    .run = run_report,
  },
  { .name = NULL },
};
