/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report to the court, sections 4 to 6: the situation, facts by topic with who says so and when, and the effect of
 * what happened, which only a contribution may tell.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/court-private.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "rules/school.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- A fact, and who says so ---- */

/* A row of @facts: @who and the day of @record beside @sentence, unless that is "". */
static void
add_said (HearthBuilder *builder,
          HearthBlock *facts,
          HearthRecord *record,
          const char *who,
          const char *sentence)
{
  g_autofree char *date = hearth_record_dup_event_date (record);
  g_autofree char *day = hearth_date_format (date);
  g_autofree char *label = *day ? hearth_builder_join (builder, " · ", who, day, NULL) : g_strdup (who);

  hearth_builder_add_fact (facts, label, sentence);
}

static void
begin_topic (HearthBuilder *builder, const char *letter, const char *title)
{
  /* Translators: the letter and the name of a part, "5a. Placement" */
  g_autofree char *words = g_strdup_printf (_ ("%s. %s"), letter, title);

  hearth_document_add_heading (builder->document, 2, words);
}

/* ---- 4 ---- */

static void
add_situation (HearthBuilder *builder, HearthCourtFile *file)
{
  static const char *const fields[] = {
    "kind", "stage", "opened_on", "charges", "closed_on", "outcome", NULL
  };
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  bool told;

  hearth_court_add_heading (builder, 4, _ ("The situation"));
  told = file->text && hearth_builder_add_plain (builder, file->text, "situation");
  if (file->legal_case)
    hearth_builder_add_field_facts (builder, facts, file->legal_case, fields);
  if (told && facts->rows->len == 0)
    hearth_block_free (facts);
  else
    hearth_builder_add_or_nothing (builder, facts);
}

/* ---- 5a: placement ---- */

static void
add_stay (HearthBuilder *builder, HearthBlock *facts, HearthRecord *stay)
{
  g_autofree char *placement = hearth_builder_quote_field (builder, facts, stay, "placement");
  g_autofree char *start = hearth_builder_quote_field (builder, facts, stay, "start");
  g_autofree char *end = hearth_builder_quote_field (builder, facts, stay, "end");
  g_autofree char *basis = hearth_builder_quote_field (builder, facts, stay, "legal_basis");
  g_autofree char *expires = hearth_builder_quote_field (builder, facts, stay, "order_expires");
  g_autofree char *days = *end ? hearth_builder_join (builder, " – ", start, end, NULL)
         /* Translators: %s is a day */
                               : g_strdup_printf (_ ("since %s"), start);
  g_autofree char *until = *expires ? g_strdup_printf (_ ("order holds until %s"), expires) : g_strdup ("");
  g_autofree char *words = hearth_builder_join (builder, ", ", placement, days, NULL);
  g_autofree char *law = *basis ? hearth_builder_join (builder, " · ", words, basis, NULL) : g_strdup (words);
  g_autofree char *all = *until ? hearth_builder_join (builder, " · ", law, until, NULL) : g_strdup (law);

  add_said (builder, facts, stay, _ ("Register of stays"), all);
}

static bool
add_placement (HearthBuilder *builder, HearthCourtFile *file, GError **error)
{
  HearthBlock *facts;
  g_autoptr (GPtrArray) stays = hearth_builder_load_readable (builder, &hearth_stay_type, error);

  if (!stays)
    return false;
  begin_topic (builder, "5a", _ ("Placement and daily life"));
  facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  for (unsigned int i = 0; i < stays->len; i++)
    {
      if (strcmp (hearth_record_get (stays->pdata[i], "start"), builder->to) <= 0)
        add_stay (builder, facts, stays->pdata[i]);
    }
  hearth_builder_add_contributions (builder, facts, file->contributions, "court", "daily_life");
  hearth_builder_add_or_nothing (builder, facts);
  return true;
}

/* ---- 5b: safety ---- */

static void
add_accused (HearthBuilder *builder, HearthBlock *facts, HearthRecord *accused)
{
  static const char *const fields[] = { "conditions", "release_on",   "release_notice",
                                        "no_contact", "order_number", "no_contact_until",
                                        NULL };
  g_autofree char *letter = hearth_builder_quote_field (builder, facts, accused, "letter");
  g_autofree char *status = hearth_builder_quote_field (builder, facts, accused, "status");
  g_autofree char *as_of = hearth_builder_quote_field (builder, facts, accused, "status_on");
  g_autofree char *words = hearth_builder_join (builder, ": ", letter, status, NULL);
  g_autoptr (GString) all = g_string_new (words);
  g_autofree char *label = hearth_builder_join (builder, " · ", _ ("Legal file"), as_of, NULL);

  for (const char *const *name = fields; *name; name++)
    {
      g_autofree char *value = hearth_builder_quote_field (builder, facts, accused, *name);
      g_autofree char *pair =
        hearth_builder_join (builder, ": ", hearth_builder_get_label (accused, *name), value, NULL);

      if (*value)
        g_string_append_printf (all, "\n%s", pair);
    }
  if (*as_of)
    hearth_builder_add_fact (facts, label, all->str);
  else
    add_said (builder, facts, accused, _ ("Legal file"), all->str);
}

static void
add_safety (HearthBuilder *builder, HearthCourtFile *file)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  begin_topic (builder, "5b", _ ("Safety, and contact with accused persons"));
  for (unsigned int i = 0; i < file->accused->len; i++)
    add_accused (builder, facts, file->accused->pdata[i]);
  hearth_builder_add_or_nothing (builder, facts);
}

/* ---- 5c and 5d: what stays closed, and what is let out of it ---- */

static void
add_contributed (HearthBuilder *builder,
                 HearthCourtFile *file,
                 const char *letter,
                 const char *title,
                 const char *part)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  begin_topic (builder, letter, title);
  hearth_builder_add_contributions (builder, facts, file->contributions, "court", part);
  if (facts->rows->len > 0)
    {
      hearth_document_add (builder->document, facts);
      return;
    }
  hearth_block_free (facts);
  hearth_document_add_remark (builder->document, _ ("Not provided"));
}

/* ---- 5e: learning and work ---- */

static void
add_records_said (HearthBuilder *builder,
                  HearthBlock *facts,
                  GPtrArray *records,
                  const char *who,
                  const char *const *fields)
{
  for (unsigned int i = 0; i < records->len; i++)
    {
      g_autoptr (GString) all = g_string_new (NULL);

      for (const char *const *name = fields; *name; name++)
        {
          g_autofree char *value = hearth_builder_quote_field (builder, facts, records->pdata[i], *name);

          if (*value)
            g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", value);
        }
      add_said (builder, facts, records->pdata[i], who, all->str);
    }
}

/* Said of the days of which the register tells: it may begin later than what is reported on. */
static bool
add_attendance (HearthBuilder *builder, HearthBlock *facts, GError **error)
{
  HearthAttendanceCount count;
  g_autoptr (GPtrArray) register_days = NULL;
  g_autofree char *first = NULL, *days = NULL, *words = NULL, *all = NULL;
  g_autofree char *last = hearth_date_format (builder->to);
  g_autofree char *label = hearth_builder_join (builder, " · ", _ ("Register of attendance"), last, NULL);

  if (!hearth_policy_may_read (hearth_store_get_policy (builder->store), &hearth_attendance_type, NULL,
                               hearth_record_get_id (builder->resident)))
    return true;
  if (!hearth_attendance_count (builder->store, hearth_record_get_id (builder->resident), builder->from,
                                builder->to, &count, error) ||
      !(register_days = hearth_builder_load (builder, &hearth_attendance_type, true, error)))
    return false;
  if (register_days->len == 0)
    return true;
  first = hearth_date_format (hearth_record_get (register_days->pdata[0], "date"));
  days = hearth_builder_join (builder, " – ", first, last, NULL);
  words = hearth_builder_describe_attendance (&count);
  all = *words ? hearth_builder_join (builder, ": ", days, words, NULL) : g_strdup ("");
  hearth_builder_add_fact (facts, label, all);
  return true;
}

static bool
add_learning (HearthBuilder *builder, HearthCourtFile *file, GError **error)
{
  static const char *const enrolled[] = { "programme", "grade", "until", NULL };
  static const char *const trained[] = { "trade", "status", "level", "until", NULL };
  static const char *const certified[] = { "title", "level", NULL };
  g_autoptr (GPtrArray) enrolments = NULL, trainings = NULL, certificates = NULL;
  HearthBlock *facts;

  if (!(enrolments = hearth_builder_load_readable (builder, &hearth_enrolment_type, error)) ||
      !(trainings = hearth_builder_load_readable (builder, &hearth_vocational_training_type, error)) ||
      !(certificates = hearth_builder_load_readable (builder, &hearth_certificate_type, error)))
    return false;
  begin_topic (builder, "5e", _ ("Learning and work"));
  facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  add_records_said (builder, facts, enrolments, _ ("Began"), enrolled);
  add_records_said (builder, facts, trainings, _ ("Training"), trained);
  add_records_said (builder, facts, certificates, _ ("Certificate"), certified);
  if (!add_attendance (builder, facts, error))
    {
      hearth_block_free (facts);
      return false;
    }
  hearth_builder_add_contributions (builder, facts, file->contributions, "court", "education");
  hearth_builder_add_or_nothing (builder, facts);
  return true;
}

/* ---- 5f to 5h ---- */

static void
add_topic_text (HearthBuilder *builder,
                HearthCourtFile *file,
                const char *letter,
                const char *title,
                const char *name)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  g_autofree char *words = NULL;

  begin_topic (builder, letter, title);
  if (file->text)
    {
      words = hearth_builder_quote_field (builder, facts, file->text, name);
      add_said (builder, facts, file->text, _ ("Author"), words);
    }
  hearth_builder_add_or_nothing (builder, facts);
}

static bool
add_strengths (HearthBuilder *builder, GError **error)
{
  static const char *const fields[] = { "kind", "text", NULL };
  g_autoptr (GPtrArray) strengths = hearth_builder_load_readable (builder, &hearth_strength_type, error);
  HearthBlock *facts;
  g_autofree char *noted = NULL;

  if (!strengths)
    return false;
  begin_topic (builder, "5h", _ ("Strengths and interests"));
  facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  noted = hearth_builder_quote_field (builder, facts, builder->resident, "strengths");
  hearth_builder_add_fact (facts, _ ("Key worker"), noted);
  add_records_said (builder, facts, strengths, _ ("Staff"), fields);
  hearth_builder_add_or_nothing (builder, facts);
  for (unsigned int i = 0; i < strengths->len; i++)
    hearth_builder_add_quote (builder, strengths->pdata[i], "said");
  return true;
}

bool
hearth_court_add_facts (HearthBuilder *builder, HearthCourtFile *file, GError **error)
{
  add_situation (builder, file);
  hearth_court_add_heading (builder, 5, _ ("Facts"));
  hearth_document_add_remark (builder->document, _ ("Beside each fact stands who says so, and when."));
  if (!add_placement (builder, file, error))
    return false;
  add_safety (builder, file);
  add_contributed (builder, file, "5c", _ ("Physical health"), "health");
  add_contributed (builder, file, "5d", _ ("Emotional well-being"), "wellbeing");
  if (!add_learning (builder, file, error))
    return false;
  add_topic_text (builder, file, "5f", _ ("Family and others who matter"), "family");
  add_topic_text (builder, file, "5g", _ ("Events that matter to the question"), "behaviour");
  if (!add_strengths (builder, error))
    return false;

  hearth_court_add_heading (builder, 6, _ ("Effect of what happened"));
  {
    HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

    hearth_builder_add_contributions (builder, facts, file->contributions, "court", "effect");
    hearth_builder_add_or_nothing (builder, facts);
  }
  return true;
}
