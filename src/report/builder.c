/* SPDX-License-Identifier: GPL-3.0-or-later
 * What report builders share.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/builder.h"

#include "core/date.h"
#include "draw/text.h"
#include "records/types.h"
#include "report/language.h"
#include "store/audit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many of the latest words and moments stand in a report. */
#define MOST_LATEST 12

/* Invisible: the direction of what follows, and a piece that runs as its own first letter does. */
#define RIGHT_TO_LEFT_MARK "\342\200\217"
#define ISOLATE_BEGIN "\342\201\250"
#define ISOLATE_END "\342\201\251"

char *
hearth_builder_join (HearthBuilder *builder, const char *between, ...)
{
  bool rtl = hearth_language_is_rtl (builder->document->language);
  g_autoptr (GString) joined = g_string_new (rtl ? RIGHT_TO_LEFT_MARK : NULL);
  va_list pieces;
  bool first = true;

  va_start (pieces, between);
  for (const char *piece = va_arg (pieces, const char *); piece; piece = va_arg (pieces, const char *))
    {
      if (!first)
        g_string_append (joined, between);
      g_string_append_printf (joined, rtl ? ISOLATE_BEGIN "%s" ISOLATE_END : "%s", piece);
      first = false;
    }
  va_end (pieces);
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

char *
hearth_builder_stack (HearthBuilder *builder, const char *first, const char *second)
{
  g_autofree char *all = *second ? g_strdup_printf ("%s\n%s", first, second) : g_strdup (first);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);

  for (char **line = lines; *line; line++)
    {
      char *joined = hearth_builder_join (builder, "", *line, NULL);

      g_free (*line);
      *line = joined;
    }
  return g_strjoinv ("\n", lines);
}

static bool
set_period (HearthBuilder *builder, const HearthReportOptions *options, GError **error)
{
  const char *fault = NULL;

  builder->today = hearth_clock_today (hearth_store_get_clock (builder->store));
  if (!builder->kind->has_period)
    {
      builder->from = g_strdup (builder->today);
      builder->to = g_strdup (builder->today);
      return true;
    }
  builder->to = g_strdup (options->to && *options->to ? options->to : builder->today);
  if (options->from && *options->from)
    builder->from = g_strdup (options->from);
  else
    builder->from = hearth_report_kind_dup_usual_from (builder->kind, builder->to);
  if (strcmp (builder->from, builder->to) > 0)
    fault = _ ("The last day comes before the first.");
  else if (strcmp (builder->to, builder->today) > 0)
    fault = _ ("The last day is still to come. A report goes up to today at most.");
  if (fault)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, fault);
  return fault == NULL;
}

/* The number of what the report is about, or else of whose file that is in. */
static const char *
get_code (HearthBuilder *builder)
{
  const HearthRecordType *type = hearth_record_get_record_type (builder->subject);

  if (type->code_prefix)
    return hearth_record_get (builder->subject, "code");
  return builder->resident ? hearth_record_get (builder->resident, "code") : "";
}

/* Of what kind the paper is, about whom and which days. */
static void
set_title (HearthBuilder *builder)
{
  HearthDocument *document = builder->document;
  g_autofree char *first = hearth_date_format (builder->from);
  g_autofree char *last = hearth_date_format (builder->to);
  g_autofree char *days =
    builder->kind->has_period ? hearth_builder_join (builder, " – ", first, last, NULL) : g_strdup (last);

  const char *code = get_code (builder);

  g_set_str (&document->title, _ (builder->kind->label));
  g_free (document->subtitle);
  document->subtitle = *code ? hearth_builder_join (builder, " · ", code, days, NULL) : g_strdup (days);
  g_set_str (&document->period_from, builder->kind->has_period ? builder->from : "");
  g_set_str (&document->period_to, builder->kind->has_period ? builder->to : "");
  g_set_str (&document->date, builder->today);
}

/* Nothing that leaves the house is more than a draft while there is nobody to approve it. */
static char *
format_watermark (HearthBuilder *builder)
{
  bool demo = hearth_record_is_yes (hearth_store_get_house (builder->store), "demo");
  bool stays = (builder->kind->profile & HEARTH_PRINT_HOUSE) != 0;
  bool draft =
    builder->kind->profile != HEARTH_PRINT_HOUSE && !(stays && *builder->document->recipient == '\0');

  if (demo && draft)
    return hearth_builder_join (builder, " · ", _ ("DEMO"), _ ("DRAFT"), NULL);
  return g_strdup (demo ? _ ("DEMO") : draft ? _ ("DRAFT") : "");
}

static const char *
get_classification (HearthBuilder *builder)
{
  if (builder->kind->classification)
    return _ (builder->kind->classification);
  if (*builder->document->recipient)
    return _ ("Confidential. For the named recipient only; not to be copied or published.");
  return _ ("Confidential. Not to be copied or published.");
}

static void
set_head (HearthBuilder *builder, const HearthReportOptions *options)
{
  HearthRecord *house = hearth_store_get_house (builder->store);
  g_autofree char *language = hearth_language_dup_chosen (options->language);
  HearthDocument *document = hearth_document_new (builder->kind->name, language, options->paper);

  builder->document = document;
  document->fit = builder->kind->fit;
  set_title (builder);
  g_set_str (&document->organisation, hearth_record_get (house, "organisation"));
  g_set_str (&document->house, hearth_record_get (house, "name"));
  g_set_str (&document->purpose, options->purpose ? options->purpose : "");
  g_set_str (&document->recipient, options->recipient ? options->recipient : "");
  g_set_str (&document->classification, get_classification (builder));
  g_free (document->watermark);
  document->watermark = format_watermark (builder);
  g_free (document->anchor);
  document->anchor = hearth_store_dup_anchor (builder->store);
}

/* Whose file the report is about, and what stands in for their name. */
static bool
find_resident (HearthBuilder *builder, GError **error)
{
  const char *id = hearth_record_get_resident (builder->subject);

  if (hearth_record_get_record_type (builder->subject) == &hearth_resident_type)
    builder->resident = g_object_ref (builder->subject);
  else if (*id)
    {
      builder->resident = hearth_store_load (builder->store, id, error);
      if (!builder->resident)
        return false;
    }
  if (builder->resident && !builder->kind->tells_name && hearth_record_has (builder->resident, "pseudonym"))
    builder->pseudonym = hearth_record_get (builder->resident, "pseudonym");
  return true;
}

bool
hearth_builder_init (HearthBuilder *builder,
                     const char *kind,
                     HearthStore *store,
                     HearthRecord *subject,
                     const HearthReportOptions *options,
                     GError **error)
{
  *builder = (HearthBuilder) { .kind = hearth_report_kind_lookup (kind),
                               .store = g_object_ref (store),
                               .subject = g_object_ref (subject) };
  if (!find_resident (builder, error))
    return false;
  if (!hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_PRINT))
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "print");
      return false;
    }
  if (!set_period (builder, options, error))
    return false;
  set_head (builder, options);
  return true;
}

void
hearth_builder_clear (HearthBuilder *builder)
{
  g_clear_object (&builder->store);
  g_clear_object (&builder->subject);
  g_clear_object (&builder->resident);
  g_clear_pointer (&builder->document, hearth_document_unref);
  g_clear_pointer (&builder->today, g_free);
  g_clear_pointer (&builder->from, g_free);
  g_clear_pointer (&builder->to, g_free);
  g_clear_pointer (&builder->hidden, g_ptr_array_unref);
}

void
hearth_builder_begin_on (HearthBuilder *builder, const char *from)
{
  if (strcmp (from, builder->to) > 0)
    return;
  g_set_str (&builder->from, from);
  set_title (builder);
}

void
hearth_builder_hide (HearthBuilder *builder, const char *words, const char *instead)
{
  if (!builder->hidden)
    builder->hidden = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (builder->hidden, g_strdup (words));
  g_ptr_array_add (builder->hidden, g_strdup (instead));
}

HearthDocument *
hearth_builder_finish (HearthBuilder *builder, HearthTier highest_tier, GError **error)
{
  g_autoptr (HearthRedaction) redaction = hearth_redaction_new (builder->kind->profile, highest_tier);

  if (builder->resident)
    {
      g_autofree char *worker =
        hearth_store_dup_link_title (builder->store, hearth_record_get (builder->resident, "key_worker"));

      hearth_redaction_keep_name (redaction, worker);
    }
  for (unsigned int i = 0; builder->hidden && i < builder->hidden->len; i += 2)
    {
      if (!builder->hidden->pdata[i + 1])
        hearth_redaction_keep_name (redaction, builder->hidden->pdata[i]);
    }
  if (!hearth_builder_find_names (builder, redaction, error))
    return NULL;
  for (unsigned int i = 0; builder->hidden && i < builder->hidden->len; i += 2)
    {
      if (builder->hidden->pdata[i + 1])
        hearth_redaction_add_name (redaction, builder->hidden->pdata[i], builder->hidden->pdata[i + 1]);
    }
  return hearth_redaction_apply (redaction, builder->document, NULL);
}

GPtrArray *
hearth_builder_load (HearthBuilder *builder, const HearthRecordType *type, bool in_period, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) list = NULL;
  GPtrArray *records;

  if (builder->resident)
    hearth_query_set_resident (query, hearth_record_get_id (builder->resident));
  if (in_period)
    hearth_query_set_period (query, builder->from, builder->to);
  list = hearth_store_list (builder->store, query, error);
  if (!list)
    return NULL;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (unsigned int i = g_list_model_get_n_items (list); i > 0; i--)
    g_ptr_array_add (records, g_list_model_get_item (list, i - 1));
  return records;
}

GPtrArray *
hearth_builder_load_readable (HearthBuilder *builder, const HearthRecordType *type, GError **error)
{
  const char *resident = builder->resident ? hearth_record_get_id (builder->resident) : NULL;

  if (!hearth_policy_may_read (hearth_store_get_policy (builder->store), type, NULL, resident))
    return g_ptr_array_new_with_free_func (g_object_unref);
  return hearth_builder_load (builder, type, false, error);
}

static bool
has_source (const HearthBlock *block, const char *id)
{
  /* Fields of one record are mostly used one after the other. */
  for (unsigned int i = block->sources->len; i > 0; i--)
    {
      if (g_str_equal (((HearthSource *) block->sources->pdata[i - 1])->record, id))
        return true;
    }
  return false;
}

const char *
hearth_builder_use_field (HearthBuilder *builder, HearthBlock *block, HearthRecord *record, const char *name)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const HearthField *field = hearth_record_type_lookup_field (type, name);
  const char *value = hearth_record_get (record, name);

  g_return_val_if_fail (field != NULL, "");

  if ((field->printable & builder->kind->profile) == 0 || (*value == '\0' && hearth_field_is_stored (field)))
    return "";
  if (!has_source (block, hearth_record_get_id (record)))
    {
      g_autofree char *date = hearth_record_dup_event_date (record);

      hearth_block_add_source (block, hearth_record_get_id (record), hearth_record_get (record, "created_by"),
                               date);
    }
  block->tier = MAX (block->tier, hearth_record_type_get_field_tier (type, field));
  return value;
}

/* Residents by how they are called here, all else by its title. */
static char *
format_links (HearthBuilder *builder, HearthRecord *record, const HearthField *field)
{
  g_auto (GStrv) ids = g_strsplit (hearth_record_get (record, field->name), " ", -1);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (char **id = ids; *id; id++)
    {
      char *title = field->link_type && g_str_equal (field->link_type, "resident")
                      ? hearth_builder_dup_person (builder, *id)
                      : hearth_store_dup_link_title (builder->store, *id);

      if (title && *title)
        g_strv_builder_take (titles, title);
      else
        g_free (title);
    }
  all = g_strv_builder_end (titles);
  /* Translators: between names in a list */
  return g_strjoinv (C_ ("list", ", "), all);
}

char *
hearth_builder_quote_field (HearthBuilder *builder,
                            HearthBlock *block,
                            HearthRecord *record,
                            const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);

  g_return_val_if_fail (field != NULL, g_strdup (""));

  if (field->kind == HEARTH_FIELD_COMPUTED)
    {
      if ((field->printable & builder->kind->profile) == 0)
        return g_strdup ("");
    }
  else if (*hearth_builder_use_field (builder, block, record, name) == '\0')
    return g_strdup ("");
  if (field->kind == HEARTH_FIELD_LINK || field->kind == HEARTH_FIELD_LINKS)
    return format_links (builder, record, field);
  return hearth_record_format (record, field, builder->to);
}

const char *
hearth_builder_get_label (HearthRecord *record, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);

  g_return_val_if_fail (field != NULL, "");
  return _ (field->label);
}

void
hearth_builder_add_field_facts (HearthBuilder *builder,
                                HearthBlock *block,
                                HearthRecord *record,
                                const char *const *fields)
{
  for (const char *const *name = fields; *name; name++)
    {
      g_autofree char *value = hearth_builder_quote_field (builder, block, record, *name);

      hearth_builder_add_fact (block, hearth_builder_get_label (record, *name), value);
    }
}

void
hearth_builder_add_fact (HearthBlock *block, const char *label, const char *value)
{
  if (*value)
    hearth_block_add_row (block, label, value, NULL);
}

void
hearth_builder_add_purpose (HearthBuilder *builder, HearthBlock *block)
{
  hearth_builder_add_fact (block, _ ("Purpose"), builder->document->purpose);
  hearth_builder_add_fact (block, _ ("For"), builder->document->recipient);
}

void
hearth_builder_add_or_nothing (HearthBuilder *builder, HearthBlock *block)
{
  if (block->rows->len > 0 || (block->chart && !hearth_chart_is_empty (block->chart)))
    {
      hearth_document_add (builder->document, block);
      return;
    }
  hearth_block_free (block);
  hearth_document_add_remark (builder->document, _ ("Nothing to report"));
}

static void
add_column (HearthBlock *table, HearthRecord *record, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);
  bool numeric = field->kind == HEARTH_FIELD_INTEGER || field->kind == HEARTH_FIELD_DECIMAL;

  hearth_block_add_column (table, _ (field->label), numeric);
}

void
hearth_builder_add_records (HearthBuilder *builder,
                            GPtrArray *records,
                            const char *const *fields,
                            HearthCellFunc quote)
{
  HearthBlock *table = hearth_block_new (HEARTH_BLOCK_TABLE);

  for (unsigned int i = 0; i < records->len; i++)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      if (table->columns->len == 0)
        {
          for (const char *const *name = fields; *name; name++)
            add_column (table, records->pdata[i], *name);
        }
      for (const char *const *name = fields; *name; name++)
        {
          g_autofree char *cell = quote (builder, table, records->pdata[i], *name);

          /* An empty cell could as well be a slip. */
          g_strv_builder_add (cells, *cell ? cell : "–");
        }
      hearth_block_take_row (table, g_strv_builder_end (cells));
    }
  hearth_builder_add_or_nothing (builder, table);
}

void
hearth_builder_add_text (HearthBuilder *builder, const char *name, const char *nothing)
{
  HearthBlock *block = hearth_block_new (HEARTH_BLOCK_PARAGRAPH);

  hearth_document_add_heading (builder->document, 1, hearth_builder_get_label (builder->resident, name));
  g_free (block->text);
  block->text = hearth_builder_quote_field (builder, block, builder->resident, name);
  if (*block->text == '\0')
    {
      block->manner = HEARTH_MANNER_QUIET;
      g_set_str (&block->text, nothing);
    }
  hearth_document_add (builder->document, block);
}

bool
hearth_builder_add_quote (HearthBuilder *builder, HearthRecord *record, const char *name)
{
  HearthBlock *block = hearth_block_new (HEARTH_BLOCK_QUOTE);
  g_autofree char *words = hearth_builder_quote_field (builder, block, record, name);
  g_autofree char *date = hearth_record_dup_event_date (record);
  g_autofree char *day = hearth_date_format (date);

  if (*words == '\0')
    {
      hearth_block_free (block);
      return false;
    }
  g_set_str (&block->text, words);
  g_free (block->note);
  block->note = hearth_builder_join (builder, " · ", hearth_builder_get_label (record, name), day, NULL);
  hearth_document_add (builder->document, block);
  return true;
}

bool
hearth_builder_add_plain (HearthBuilder *builder, HearthRecord *record, const char *name)
{
  HearthBlock *block = hearth_block_new (HEARTH_BLOCK_PARAGRAPH);

  g_free (block->text);
  block->text = hearth_builder_quote_field (builder, block, record, name);
  if (*block->text == '\0')
    {
      hearth_block_free (block);
      return false;
    }
  hearth_document_add (builder->document, block);
  return true;
}

bool
hearth_builder_add_field_text (HearthBuilder *builder,
                               HearthRecord *record,
                               const char *name,
                               unsigned int level)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);

  if ((field->printable & builder->kind->profile) == 0 || !hearth_record_has (record, name))
    return false;
  hearth_document_add_heading (builder->document, level, _ (field->label));
  return field->own_words ? hearth_builder_add_quote (builder, record, name)
                          : hearth_builder_add_plain (builder, record, name);
}

GPtrArray *
hearth_builder_pick_current (HearthBuilder *builder, GPtrArray *records)
{
  GPtrArray *current = g_ptr_array_new ();

  for (unsigned int i = 0; i < records->len; i++)
    {
      const char *start = hearth_record_get (records->pdata[i], "start");
      const char *end = hearth_record_get (records->pdata[i], "end");

      if (strcmp (start, builder->to) <= 0 && (*end == '\0' || strcmp (end, builder->to) >= 0))
        g_ptr_array_add (current, records->pdata[i]);
    }
  return current;
}

GPtrArray *
hearth_builder_pick_latest (GPtrArray *records, const char *name, unsigned int *n_more)
{
  GPtrArray *latest = g_ptr_array_new ();

  *n_more = 0;
  for (unsigned int i = records->len; i > 0; i--)
    {
      if (!hearth_record_has (records->pdata[i - 1], name))
        continue;
      if (latest->len < MOST_LATEST)
        g_ptr_array_insert (latest, 0, records->pdata[i - 1]);
      else
        *n_more += 1;
    }
  return latest;
}

void
hearth_builder_add_more (HearthBuilder *builder, GPtrArray *latest, unsigned int n_more)
{
  unsigned int all = latest->len + n_more;
  g_autofree char *remark = NULL;

  if (n_more == 0)
    return;
  remark =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "The latest %u of %u from this time. The other one is in the daily log.",
                                  "The latest %u of %u from this time. The others are in the daily log.",
                                  n_more),
                     latest->len, all);
  hearth_document_add_remark (builder->document, remark);
}
