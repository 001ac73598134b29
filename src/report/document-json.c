/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report document frozen as canonical JSON, and its hash.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/document-json.h"

#include <json-glib/json-glib.h>
#include <sodium.h>

#define FORMAT "hearth-document-1"

static const char *const papers[] = { [HEARTH_PAPER_A4] = "A4", [HEARTH_PAPER_LETTER] = "Letter", NULL };
/* What is usual is not written down: documents from before have the hash they had. */
static const char *const fits[] = { [HEARTH_FIT_ONE_PAGE] = "one page", [HEARTH_FIT_LARGE] = "large" };
static const char *const manners[] = { [HEARTH_MANNER_PLAIN] = "plain",
                                       [HEARTH_MANNER_QUIET] = "quiet",
                                       [HEARTH_MANNER_LOUD] = "loud",
                                       NULL };
static const char *const forms[] = { [HEARTH_CHART_BARS] = "bars", [HEARTH_CHART_LINE] = "line", NULL };
static const char *const counts[] = { [HEARTH_CHART_NIGHTS] = "nights",
                                      [HEARTH_CHART_DAYS] = "days",
                                      [HEARTH_CHART_TIMES] = "times",
                                      NULL };

static void
put_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
put_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
put_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
put_texts (JsonBuilder *builder, const char *const *texts)
{
  json_builder_begin_array (builder);
  for (; texts && *texts; texts++)
    json_builder_add_string_value (builder, *texts);
  json_builder_end_array (builder);
}

static void
put_series (JsonBuilder *builder, const HearthChartSeries *series)
{
  json_builder_begin_object (builder);
  put_text (builder, "form", forms[series->form]);
  put_text (builder, "count", counts[series->count]);
  put_text (builder, "label", series->label);
  put_text (builder, "unit", series->unit);
  put_number (builder, "minimum", series->minimum);
  put_number (builder, "maximum", series->maximum);
  put_number (builder, "step", series->step);
  json_builder_set_member_name (builder, "steps");
  put_texts (builder, (const char *const *) series->steps);
  begin_array (builder, "points");
  for (unsigned int i = 0; i < series->points->len; i++)
    {
      const HearthChartPoint *point = &g_array_index (series->points, HearthChartPoint, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, point->day);
      json_builder_add_double_value (builder, point->value);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_chart (JsonBuilder *builder, const HearthChart *chart)
{
  json_builder_set_member_name (builder, "chart");
  json_builder_begin_object (builder);
  put_integer (builder, "first_day", chart->first_day);
  put_integer (builder, "last_day", chart->last_day);
  begin_array (builder, "series");
  for (unsigned int i = 0; i < chart->series->len; i++)
    put_series (builder, chart->series->pdata[i]);
  json_builder_end_array (builder);
  begin_array (builder, "events");
  for (unsigned int i = 0; i < chart->events->len; i++)
    {
      const HearthChartEvent *event = chart->events->pdata[i];

      json_builder_begin_object (builder);
      put_integer (builder, "day", event->day);
      put_text (builder, "label", event->label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_compare (JsonBuilder *builder, const HearthCompare *compare)
{
  json_builder_set_member_name (builder, "compare");
  json_builder_begin_object (builder);
  put_text (builder, "title", compare->title);
  put_text (builder, "first", compare->first);
  if (compare->second)
    put_text (builder, "second", compare->second);
  json_builder_set_member_name (builder, "steps");
  put_texts (builder, (const char *const *) compare->steps);
  begin_array (builder, "areas");
  for (unsigned int i = 0; i < compare->areas->len; i++)
    {
      const HearthCompareArea *area = compare->areas->pdata[i];

      json_builder_begin_object (builder);
      put_text (builder, "label", area->label);
      put_integer (builder, "first", area->first);
      put_integer (builder, "second", area->second);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_sources (JsonBuilder *builder, GPtrArray *sources)
{
  begin_array (builder, "sources");
  for (unsigned int i = 0; i < sources->len; i++)
    {
      const HearthSource *source = sources->pdata[i];

      json_builder_begin_object (builder);
      put_text (builder, "record", source->record);
      put_text (builder, "author", source->author);
      put_text (builder, "date", source->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_block (JsonBuilder *builder, const HearthBlock *block)
{
  json_builder_begin_object (builder);
  put_text (builder, "kind", hearth_block_kind_to_name (block->kind));
  put_integer (builder, "tier", block->tier);
  put_integer (builder, "printable", block->printable);
  put_integer (builder, "level", block->level);
  put_text (builder, "manner", manners[block->manner]);
  put_text (builder, "text", block->text);
  put_text (builder, "note", block->note);
  begin_array (builder, "columns");
  for (unsigned int i = 0; i < block->columns->len; i++)
    {
      const HearthColumn *column = block->columns->pdata[i];

      json_builder_begin_object (builder);
      put_text (builder, "label", column->label);
      json_builder_set_member_name (builder, "numeric");
      json_builder_add_boolean_value (builder, column->numeric);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_array (builder, "rows");
  for (unsigned int i = 0; i < block->rows->len; i++)
    put_texts (builder, block->rows->pdata[i]);
  json_builder_end_array (builder);
  if (block->chart)
    put_chart (builder, block->chart);
  if (block->compare)
    put_compare (builder, block->compare);
  put_sources (builder, block->sources);
  json_builder_end_object (builder);
}

char *
hearth_document_to_json (const HearthDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  json_builder_begin_object (builder);
  put_text (builder, "format", FORMAT);
  put_text (builder, "paper", papers[document->paper]);
  if (document->fit != HEARTH_FIT_PAGES)
    put_text (builder, "fit", fits[document->fit]);
  for (const HearthDocumentText *text = hearth_document_texts; text->name; text++)
    put_text (builder, text->name, *hearth_document_get_text ((HearthDocument *) document, text));
  begin_array (builder, "blocks");
  for (unsigned int i = 0; i < document->blocks->len; i++)
    put_block (builder, document->blocks->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

char *
hearth_document_dup_hash (const HearthDocument *document)
{
  g_autofree char *json = hearth_document_to_json (document);
  unsigned char hash[crypto_generichash_BYTES];
  char *hex = g_malloc (crypto_generichash_BYTES * 2 + 1);

  crypto_generichash (hash, sizeof hash, (const unsigned char *) json, strlen (json), NULL, 0);
  return sodium_bin2hex (hex, crypto_generichash_BYTES * 2 + 1, hash, sizeof hash);
}
