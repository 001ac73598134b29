/* SPDX-License-Identifier: GPL-3.0-or-later
 * The incident report: facts, own words and opinions apart from each other; who was told and when; what followed. Residents
 * by their numbers.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/house-papers.h"

#include "core/date.h"
#include "draw/body-map.h"
#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"
#include "rules/addenda.h"
#include "rules/incidents.h"
#include "rules/notifications.h"
#include "rules/subject.h"

#include <glib/gi18n-lib.h>

/* Below a heading that is only there when one of @fields, up to NULL, is. */
static void
add_facts (HearthBuilder *builder, HearthRecord *record, const char *title, const char *const *fields)
{
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);

  hearth_builder_add_field_facts (builder, facts, record, fields);
  if (facts->rows->len == 0)
    {
      hearth_block_free (facts);
      return;
    }
  if (title)
    hearth_document_add_heading (builder->document, 1, title);
  hearth_document_add (builder->document, facts);
}

static void
add_texts (HearthBuilder *builder, HearthRecord *record, const char *const *fields)
{
  for (const char *const *name = fields; *name; name++)
    hearth_builder_add_field_text (builder, record, *name, 2);
}

/* ---- What it is, and what it is worth ---- */

/* Written late, not signed, in error: what a reader must know before the rest. */
static void
add_standing (HearthBuilder *builder)
{
  HearthRecord *incident = builder->subject;
  const char *state = hearth_record_get (incident, "state");

  if (g_str_equal (state, HEARTH_STATE_IN_ERROR))
    hearth_document_add_paragraph (builder->document, _ ("Entered in error: what follows does not hold."));
  else if (!g_str_equal (state, HEARTH_STATE_SIGNED))
    hearth_document_add_paragraph (builder->document, _ ("Not signed yet: this can still change."));
}

static void
add_head (HearthBuilder *builder)
{
  static const char *const fields[] = { "code",  "category",   "severity", "occurred_at", "reported_at",
                                        "place", "place_note", "late",     NULL };
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  g_autofree char *author =
    hearth_store_dup_link_title (builder->store, hearth_record_get (builder->subject, "created_by"));
  g_autofree char *written = hearth_instant_format (hearth_record_get (builder->subject, "created_at"));
  g_autofree char *who = hearth_builder_join (builder, " · ", author, written, NULL);

  hearth_builder_add_field_facts (builder, facts, builder->subject, fields);
  hearth_builder_add_fact (facts, _ ("Written by"), who);
  hearth_builder_add_purpose (builder, facts);
}

/* ---- Body ---- */

/* The mark @line as a row of a block: its shape in place of its kind, and no words. */
static void
add_mark (HearthBlock *block, const char *line, const HearthChoice *kinds)
{
  g_autofree char *code = NULL, *mark = NULL;
  HearthBodyPlace place;
  unsigned int shape = 0;

  if (!hearth_body_map_read_line (line, &place, &code, NULL))
    return;
  while (kinds[shape].code && !g_str_equal (kinds[shape].code, code))
    shape++;
  mark = g_strdup_printf ("%s %d %d %u", place.view == HEARTH_BODY_BACK ? "back" : "front", place.x, place.y,
                          shape);
  hearth_block_add_row (block, mark, NULL);
}

static void
add_body (HearthBuilder *builder)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_incident_type, "body_map");
  HearthBlock *block = hearth_block_new (HEARTH_BLOCK_BODY_MAP);
  const char *value = hearth_builder_use_field (builder, block, builder->subject, field->name);
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (char **line = lines; *line; line++)
    add_mark (block, *line, field->choices);
  if (block->rows->len == 0)
    {
      hearth_block_free (block);
      return;
    }
  g_free (block->note);
  block->note = hearth_body_map_describe (value, field->choices);
  hearth_document_add_heading (builder->document, 1, _ (field->label));
  hearth_document_add (builder->document, block);
}

/* ---- Who was told ---- */

static char *
quote_notification (HearthBuilder *builder, HearthBlock *table, HearthRecord *notification, const char *name)
{
  g_autofree char *cell = hearth_builder_quote_field (builder, table, notification, name);
  g_autofree char *more = NULL;

  if (g_str_equal (name, "whom"))
    more = hearth_builder_quote_field (builder, table, notification, "name");
  else if (g_str_equal (name, "done_at") && *cell == '\0')
    return g_strdup (hearth_notification_is_settled (notification)                ? _ ("Not needed")
                     : hearth_notification_is_late (builder->store, notification) ? _ ("Open, late")
                                                                                  : _ ("Open"));
  else if (g_str_equal (name, "how"))
    more = hearth_builder_quote_field (builder, table, notification, "reference");
  return more && *more ? hearth_builder_join (builder, " · ", cell, more, NULL) : g_steal_pointer (&cell);
}

static bool
add_notifications (HearthBuilder *builder, GError **error)
{
  static const char *const fields[] = { "whom", "due_at", "done_at", "done_by", "how", "answer", NULL };
  g_autoptr (GPtrArray) notifications =
    hearth_notifications_list (builder->store, hearth_record_get_id (builder->subject), error);

  if (!notifications)
    return false;
  hearth_document_add_heading (builder->document, 1, _ ("Who was told"));
  hearth_builder_add_records (builder, notifications, fields, quote_notification);
  return true;
}

/* ---- What followed ---- */

static bool
add_reviews (HearthBuilder *builder, GError **error)
{
  static const char *const talk[] = { "resident_talk_on", "resident_talk_by", NULL };
  static const char *const words[] = { "resident_words", "resident_wishes", NULL };
  static const char *const team[] = { "staff_talk_on", "staff_talk_note", NULL };
  static const char *const review[] = { "cause",       "plan_followed", "changes",      "reviewed_on",
                                        "reviewed_by", "closed_on",     "closing_note", NULL };
  g_autoptr (GPtrArray) reviews = hearth_subject_list (builder->store, &hearth_incident_review_type,
                                                       hearth_record_get_id (builder->subject), error);

  if (!reviews)
    return false;
  for (unsigned int i = 0; i < reviews->len; i++)
    {
      add_facts (builder, reviews->pdata[i], _ ("Talk with the resident"), talk);
      for (const char *const *name = words; *name; name++)
        hearth_builder_add_quote (builder, reviews->pdata[i], *name);
      add_facts (builder, reviews->pdata[i], _ ("Talk with the team"), team);
      add_facts (builder, reviews->pdata[i], _ ("Review"), review);
    }
  if (reviews->len == 0)
    {
      hearth_document_add_heading (builder->document, 1, _ ("Review"));
      hearth_document_add_remark (builder->document, _ ("Not reviewed yet"));
    }
  return true;
}

static bool
add_addenda (HearthBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) addenda = hearth_addenda_list (builder->store, builder->subject, error);

  if (!addenda)
    return false;
  if (addenda->len > 0)
    hearth_document_add_heading (builder->document, 1, _ (hearth_addendum_type.label_plural));
  for (unsigned int i = 0; i < addenda->len; i++)
    {
      HearthBlock *block = hearth_document_add_paragraph (builder->document, "");
      g_autofree char *author =
        hearth_store_dup_link_title (builder->store, hearth_record_get (addenda->pdata[i], "created_by"));
      g_autofree char *when = hearth_instant_format (hearth_record_get (addenda->pdata[i], "created_at"));
      g_autofree char *who = hearth_builder_join (builder, " · ", when, author, NULL);

      g_free (block->text);
      block->text = hearth_builder_quote_field (builder, block, addenda->pdata[i], "text");
      hearth_builder_add_quote (builder, addenda->pdata[i], "said");
      hearth_document_add_remark (builder->document, who);
    }
  return true;
}

static void
add_signatures (HearthBuilder *builder)
{
  HearthBlock *signatures =
    hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
  g_autofree char *author =
    hearth_store_dup_link_title (builder->store, hearth_record_get (builder->subject, "created_by"));

  hearth_block_add_row (signatures, _ ("Written by"), author ? author : "", NULL);
  hearth_block_add_row (signatures, _ ("House manager"), "", NULL);
}

static void
add_incident (HearthBuilder *builder)
{
  static const char *const people[] = { "affected", "involved", "witnesses", "staff", "others", NULL };
  static const char *const facts[] = { "before", "seen", "after", NULL };
  static const char *const did[] = {
    "triggers", "calming", "first_aid", "injuries", "medical_check", "emergency", "emergency_reference",
    "evidence", NULL
  };
  static const char *const physical[] = { "intervention",    "intervention_kind", "intervention_minutes",
                                          "intervention_by", "intervention_why",  NULL };
  HearthRecord *incident = builder->subject;

  add_facts (builder, incident, _ ("People"), people);
  hearth_document_add_heading (builder->document, 1, _ ("What happened"));
  add_texts (builder, incident, facts);
  if (hearth_record_has (incident, "said"))
    {
      hearth_document_add_heading (builder->document, 2, _ ("In the resident’s own words"));
      hearth_builder_add_quote (builder, incident, "said");
    }
  add_facts (builder, incident, _ ("What staff did"), did);
  if (hearth_record_is_yes (incident, "intervention"))
    {
      add_facts (builder, incident, _ ("Physical intervention"), physical);
      hearth_builder_add_quote (builder, incident, "intervention_view");
    }
  add_body (builder);
  if (hearth_record_has (incident, "opinion"))
    {
      hearth_document_add_heading (builder->document, 1, _ ("Opinion of who wrote this"));
      hearth_document_add_remark (builder->document,
                                  _ ("What somebody makes of it, apart from the facts above."));
      hearth_builder_add_plain (builder, incident, "opinion");
    }
}

HearthDocument *
hearth_report_incident (HearthStore *store,
                        HearthRecord *incident,
                        const HearthReportOptions *options,
                        GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_auto (HearthBuilder) builder = { NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (incident) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&builder, "incident", store, incident, options, error))
    return NULL;

  add_standing (&builder);
  add_head (&builder);
  add_incident (&builder);
  if (!add_notifications (&builder, error) || !add_reviews (&builder, error) ||
      !add_addenda (&builder, error))
    return NULL;
  add_signatures (&builder);
  return hearth_builder_finish (&builder, HEARTH_TIER_CARE, error);
}
