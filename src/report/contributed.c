/* SPDX-License-Identifier: GPL-3.0-or-later
 * What others let a report say: the sentences of nurse, counsellor, teacher; days at school in a sentence.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/builder.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "rules/health.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static bool
is_for (HearthRecord *contribution, const char *use, const char *part)
{
  g_auto (GStrv) uses = g_strsplit (hearth_record_get (contribution, "uses"), " ", -1);

  return g_str_equal (hearth_record_get (contribution, "part"), part) &&
         g_strv_contains ((const char *const *) uses, use);
}

/* What somebody with the account @id does here: "Nurse". */
static char *
dup_role (HearthBuilder *builder, const char *id)
{
  g_autoptr (HearthRecord) account = *id ? hearth_store_load (builder->store, id, NULL) : NULL;
  g_autofree char *role = NULL;

  if (account && hearth_record_get_record_type (account) == &hearth_account_type)
    role = hearth_record_format (account, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");
  if (role && *role)
    return g_steal_pointer (&role);
  return g_strdup (_ ("Staff"));
}

static void
add_contribution (HearthBuilder *builder, HearthBlock *facts, HearthRecord *contribution)
{
  g_autofree char *role = dup_role (builder, hearth_record_get (contribution, "created_by"));
  g_autofree char *day = hearth_builder_quote_field (builder, facts, contribution, "date");
  g_autofree char *label = hearth_builder_join (builder, " · ", role, day, NULL);
  g_autofree char *words = hearth_builder_quote_field (builder, facts, contribution, "text");
  g_autofree char *basis = hearth_builder_quote_field (builder, facts, contribution, "basis");
  g_autofree char *rests =
    hearth_builder_join (builder, ": ", hearth_builder_get_label (contribution, "basis"), basis, NULL);
  g_autofree char *all = hearth_builder_stack (builder, words, *basis ? rests : "");

  hearth_builder_add_fact (facts, label, all);
}

void
hearth_builder_add_contributions (HearthBuilder *builder,
                                  HearthBlock *facts,
                                  GPtrArray *contributions,
                                  const char *use,
                                  const char *part)
{
  HearthRecord *before = NULL;
  unsigned int n_rows = facts->rows->len;

  for (unsigned int i = 0; i < contributions->len; i++)
    {
      const char *date = hearth_record_get (contributions->pdata[i], "date");

      if (!is_for (contributions->pdata[i], use, part) || strcmp (date, builder->to) > 0)
        continue;
      if (strcmp (date, builder->from) < 0)
        before = contributions->pdata[i];
      else
        add_contribution (builder, facts, contributions->pdata[i]);
    }
  if (before && facts->rows->len == n_rows)
    add_contribution (builder, facts, before);
}

char *
hearth_builder_describe_attendance (const HearthAttendanceCount *count)
{
  unsigned int days = hearth_attendance_count_get_days (count);

  if (days == 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There on %u of %u day with lessons (%d %%)",
                                       "There on %u of %u days with lessons (%d %%)", days),
                          hearth_attendance_count_get_there (count), days,
                          hearth_attendance_count_get_share (count));
}

static void
add_allergy (HearthBuilder *builder, HearthBlock *facts, HearthRecord *allergy)
{
  g_autofree char *what = hearth_builder_quote_field (builder, facts, allergy, "substance");
  g_autofree char *grade = hearth_builder_quote_field (builder, facts, allergy, "severity");
  g_autofree char *action = hearth_builder_quote_field (builder, facts, allergy, "action");
  g_autofree char *words = *grade ? hearth_builder_join (builder, " · ", what, grade, NULL) : g_strdup (what);
  g_autofree char *all = hearth_builder_stack (builder, words, action);

  hearth_builder_add_fact (facts, _ (hearth_allergy_type.label), all);
}

bool
hearth_builder_add_allergies (HearthBuilder *builder, HearthBlock *facts, GError **error)
{
  g_autoptr (GPtrArray) known =
    hearth_allergies_list (builder->store, hearth_record_get_id (builder->resident), error);

  for (unsigned int i = 0; known && i < known->len; i++)
    add_allergy (builder, facts, known->pdata[i]);
  return known != NULL;
}

bool
hearth_builder_add_alerts (HearthBuilder *builder,
                           GPtrArray *alerts,
                           const char *const *fields,
                           GError **error)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  bool is_read = hearth_builder_add_allergies (builder, facts, error), any = facts->rows->len > 0;

  if (any)
    hearth_document_add (builder->document, facts);
  else
    hearth_block_free (facts);
  if (is_read && (alerts->len > 0 || !any))
    hearth_builder_add_records (builder, alerts, fields, hearth_builder_quote_field);
  return is_read;
}

void
hearth_builder_add_measure_wish (HearthBuilder *builder, HearthRecord *measure)
{
  HearthBlock *quote = hearth_block_new (HEARTH_BLOCK_QUOTE);
  g_autofree char *words = hearth_builder_quote_field (builder, quote, measure, "wish");
  g_autofree char *kind = hearth_builder_quote_field (builder, quote, measure, "kind");
  g_autofree char *day = hearth_builder_quote_field (builder, quote, measure, "noted_on");

  if (*words == '\0')
    {
      hearth_block_free (quote);
      return;
    }
  g_set_str (&quote->text, words);
  g_free (quote->note);
  quote->note = hearth_builder_join (builder, " · ", kind, day, NULL);
  hearth_document_add (builder->document, quote);
}
