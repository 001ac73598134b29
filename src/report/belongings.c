/* SPDX-License-Identifier: GPL-3.0-or-later
 * The belongings receipt: what the house keeps for the resident, where the rest is, what was handed back, what the house
 * gave; gone through and signed by both.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/belongings.h"

#include "core/date.h"
#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"

#include <glib/gi18n-lib.h>

/* "Telephone · black, cracked screen" */
static char *
quote_belonging (HearthBuilder *builder, HearthBlock *table, HearthRecord *belonging, const char *name)
{
  g_autofree char *cell = hearth_builder_quote_field (builder, table, belonging, name);
  g_autofree char *description = NULL;

  if (!g_str_equal (name, "item"))
    return g_steal_pointer (&cell);
  description = hearth_builder_quote_field (builder, table, belonging, "description");
  return *description ? hearth_builder_join (builder, " · ", cell, description, NULL)
                      : g_steal_pointer (&cell);
}

/* Those of @belongings that are handed back, or those that are not. */
static void
add_part (HearthBuilder *builder,
          const char *title,
          GPtrArray *belongings,
          bool returned,
          const char *const *fields)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new ();

  for (unsigned int i = 0; i < belongings->len; i++)
    {
      if (g_str_equal (hearth_record_get (belongings->pdata[i], "kept"), "returned") == returned)
        g_ptr_array_add (things, belongings->pdata[i]);
    }
  hearth_document_add_heading (builder->document, 1, title);
  hearth_builder_add_records (builder, things, fields, quote_belonging);
}

static void
add_lists (HearthBuilder *builder, GPtrArray *belongings)
{
  static const char *const kept[] = { "item", "quantity", "condition", "kept", "received_on", NULL };
  static const char *const returned[] = { "item",        "quantity",    "condition", "received_on",
                                          "returned_on", "returned_to", NULL };

  add_part (builder, _ ("What there is, and where"), belongings, false, kept);
  add_part (builder, _ ("Handed back"), belongings, true, returned);
}

/* What came from the house is the resident's own from then on. */
static void
add_given (HearthBuilder *builder, GPtrArray *given)
{
  static const char *const fields[] = { "date", "kind", "item", "size", "quantity", "choice", NULL };

  if (given->len == 0)
    return;
  hearth_document_add_heading (builder->document, 1, _ (hearth_need_given_type.label));
  hearth_builder_add_records (builder, given, fields, hearth_builder_quote_field);
  hearth_document_add_remark (builder->document, _ ("What the house gave belongs to the resident and goes "
                                                    "along when they leave."));
}

/* What the two signatures stand for. */
static void
add_statement (HearthBuilder *builder)
{
  g_autofree char *today = hearth_date_format (builder->today);
  g_autofree char *words = NULL;

  hearth_document_add_heading (builder->document, 1, _ ("Receipt"));
  /* Translators: %s is a day */
  words = g_strdup_printf (
    _ (
      "By signing, the resident and a member of staff confirm that they went through this list together, and "
      "that it names what belongs to the resident, where each thing is, and what was handed back, as written "
      "down on %s. What the house keeps stays the resident’s own and is handed back when asked for."),
    today);
  hearth_document_add_paragraph (builder->document, words);
}

static void
add_signatures (HearthBuilder *builder)
{
  HearthBlock *checks, *corrections, *signatures;

  checks = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_CHECKLIST));
  hearth_block_add_row (checks, "", _ ("The resident has read this list, or it was read to them."), "", NULL);
  /* Lines to write on. */
  corrections = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_block_add_row (corrections, _ ("Missing or different"), "", NULL);
  hearth_block_add_row (corrections, "", "", NULL);
  signatures = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
  hearth_block_add_row (signatures, _ ("Resident"), "", NULL);
  hearth_block_add_row (signatures, _ ("Member of staff"), "", NULL);
}

HearthDocument *
hearth_report_belongings (HearthStore *store,
                          HearthRecord *resident,
                          const HearthReportOptions *options,
                          GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };
  g_autoptr (GPtrArray) belongings = NULL;
  g_autoptr (GPtrArray) given = NULL;
  HearthBlock *facts;

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (resident) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "belongings", store, resident, options, error) ||
      !(belongings = hearth_builder_load (&builder, &hearth_belonging_type, false, error)) ||
      !(given = hearth_builder_load (&builder, &hearth_need_given_type, false, error)))
    return NULL;

  facts = hearth_document_add (builder.document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_builder_add_name (&builder, facts);
  hearth_builder_add_purpose (&builder, facts);
  add_lists (&builder, belongings);
  add_given (&builder, given);
  add_statement (&builder);
  add_signatures (&builder);
  return hearth_builder_finish (&builder, HEARTH_TIER_CASE, error);
}
