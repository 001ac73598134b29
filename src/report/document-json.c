/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report document frozen as canonical JSON, read back, and its hash.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/document-json.h"

#include <json-glib/json-glib.h>
#include <sodium.h>

#define FORMAT "hearth-document-1"

G_DEFINE_QUARK (hearth-document-error-quark, hearth_document_error)

static const char *const papers[] = { [HEARTH_PAPER_A4] = "A4", [HEARTH_PAPER_LETTER] = "Letter", NULL };
static const char
  *const manners[] = { [HEARTH_MANNER_PLAIN] = "plain", [HEARTH_MANNER_QUIET] = "quiet", NULL };
static const char *const forms[] = { [HEARTH_CHART_BARS] = "bars", [HEARTH_CHART_LINE] = "line", NULL };
static const char *const counts[] = { [HEARTH_CHART_NIGHTS] = "nights", [HEARTH_CHART_DAYS] = "days", NULL };

/* --- Writing --- */

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

/* --- Reading: the first thing wrong is kept, and everything after it reads as empty --- */

typedef struct {
  GError **error;
  bool failed;
} Reading;

static void G_GNUC_PRINTF (2, 3) fail (Reading *reading, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (reading->failed)
    return;
  reading->failed = true;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (reading->error, HEARTH_DOCUMENT_ERROR, HEARTH_DOCUMENT_ERROR_INVALID, message);
}

static JsonNode *
take (Reading *reading, JsonObject *object, const char *name, GType type)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  if (!node || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != type &&
       !(type == G_TYPE_DOUBLE && json_node_get_value_type (node) == G_TYPE_INT64)))
    {
      fail (reading, "“%s” is missing or of another kind", name);
      return NULL;
    }
  return node;
}

static const char *
take_text (Reading *reading, JsonObject *object, const char *name)
{
  JsonNode *node = take (reading, object, name, G_TYPE_STRING);

  return node ? json_node_get_string (node) : "";
}

static int
take_integer (Reading *reading, JsonObject *object, const char *name, int minimum, int maximum)
{
  JsonNode *node = take (reading, object, name, G_TYPE_INT64);
  gint64 value = node ? json_node_get_int (node) : minimum;

  if (value < minimum || value > maximum)
    {
      fail (reading, "“%s” is out of range", name);
      return minimum;
    }
  return (int) value;
}

static double
take_number (Reading *reading, JsonObject *object, const char *name)
{
  JsonNode *node = take (reading, object, name, G_TYPE_DOUBLE);

  return node ? json_node_get_double (node) : 0;
}

static int
take_choice (Reading *reading, JsonObject *object, const char *name, const char *const *choices)
{
  const char *text = take_text (reading, object, name);

  for (int i = 0; choices[i]; i++)
    {
      if (g_str_equal (choices[i], text))
        return i;
    }
  fail (reading, "“%s” has no value called “%s”", name, text);
  return 0;
}

/* Never NULL, so that callers can go on. */
static JsonArray *
take_array (Reading *reading, JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  if (node && JSON_NODE_HOLDS_ARRAY (node))
    return json_array_ref (json_node_get_array (node));
  fail (reading, "“%s” is missing or no list", name);
  return json_array_new ();
}

static JsonObject *
take_element (Reading *reading, JsonArray *array, unsigned int nth)
{
  JsonNode *node = json_array_get_element (array, nth);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fail (reading, "element %u of a list is no object", nth);
  return NULL;
}

static GStrv
read_texts (Reading *reading, JsonArray *array)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (unsigned int i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (texts, json_node_get_string (node));
      else
        fail (reading, "element %u of a list of texts is no text", i);
    }
  return g_strv_builder_end (texts);
}

static void
read_points (Reading *reading, JsonArray *points, HearthChart *chart, HearthChartSeries *series)
{
  for (unsigned int i = 0; i < json_array_get_length (points); i++)
    {
      JsonNode *node = json_array_get_element (points, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (!pair || json_array_get_length (pair) != 2)
        {
          fail (reading, "point %u of a chart is no pair", i);
          return;
        }
      hearth_chart_series_add (chart, series, (int) json_array_get_int_element (pair, 0),
                               json_array_get_double_element (pair, 1));
    }
}

static void
read_series (Reading *reading, JsonObject *object, HearthChart *chart)
{
  g_autoptr (JsonArray) steps = take_array (reading, object, "steps");
  g_autoptr (JsonArray) points = take_array (reading, object, "points");
  int form = take_choice (reading, object, "form", forms);
  int count = take_choice (reading, object, "count", counts);
  double minimum = take_number (reading, object, "minimum");
  double maximum = take_number (reading, object, "maximum");
  double step = take_number (reading, object, "step");
  HearthChartSeries *series;

  /* A thousand marks would be no axis any more. */
  if (!(minimum < maximum) || !(step > (maximum - minimum) / 1000))
    {
      fail (reading, "the value axis of a chart has no sense");
      return;
    }
  series = hearth_chart_add_series (chart, (HearthChartForm) form, (HearthChartCount) count,
                                    take_text (reading, object, "label"), take_text (reading, object, "unit"),
                                    minimum, maximum, step);
  if (json_array_get_length (steps) > 0)
    series->steps = read_texts (reading, steps);
  read_points (reading, points, chart, series);
}

static HearthChart *
read_chart (Reading *reading, JsonObject *object)
{
  g_autoptr (JsonArray) series = take_array (reading, object, "series");
  g_autoptr (JsonArray) events = take_array (reading, object, "events");
  /* Julian days of the years 1 to 9999. */
  int first_day = take_integer (reading, object, "first_day", 1, 3652059);
  int last_day = take_integer (reading, object, "last_day", 1, 3652059);
  HearthChart *chart = hearth_chart_new (first_day, last_day);

  for (unsigned int i = 0; i < json_array_get_length (series); i++)
    read_series (reading, take_element (reading, series, i), chart);
  for (unsigned int i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *event = take_element (reading, events, i);

      hearth_chart_add_event (chart, take_integer (reading, event, "day", 1, 3652059),
                              take_text (reading, event, "label"));
    }
  return chart;
}

static void
read_lists (Reading *reading, JsonObject *object, HearthBlock *block)
{
  g_autoptr (JsonArray) columns = take_array (reading, object, "columns");
  g_autoptr (JsonArray) rows = take_array (reading, object, "rows");
  g_autoptr (JsonArray) sources = take_array (reading, object, "sources");

  for (unsigned int i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = take_element (reading, columns, i);
      JsonNode *numeric = take (reading, column, "numeric", G_TYPE_BOOLEAN);

      hearth_block_add_column (block, take_text (reading, column, "label"),
                               numeric && json_node_get_boolean (numeric));
    }
  for (unsigned int i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      g_auto (GStrv) cells =
        JSON_NODE_HOLDS_ARRAY (node) ? read_texts (reading, json_node_get_array (node)) : NULL;

      if (cells && g_strv_length (cells) == hearth_block_get_n_cells (block))
        hearth_block_take_row (block, g_steal_pointer (&cells));
      else
        fail (reading, "row %u has another number of cells than its head", i);
    }
  for (unsigned int i = 0; i < json_array_get_length (sources); i++)
    {
      JsonObject *source = take_element (reading, sources, i);

      hearth_block_add_source (block, take_text (reading, source, "record"),
                               take_text (reading, source, "author"), take_text (reading, source, "date"));
    }
}

static HearthBlock *
read_block (Reading *reading, JsonObject *object)
{
  const char *name = take_text (reading, object, "kind");
  int kind = hearth_block_kind_from_name (name);
  HearthBlock *block = hearth_block_new (kind < 0 ? HEARTH_BLOCK_PARAGRAPH : (HearthBlockKind) kind);

  if (kind < 0)
    fail (reading, "there is no block called “%s”", name);
  block->tier = (HearthTier) take_integer (reading, object, "tier", HEARTH_TIER_HOUSE, HEARTH_TIER_SEALED);
  block->printable =
    (HearthPrintable) take_integer (reading, object, "printable", HEARTH_PRINT_NOWHERE, HEARTH_PRINT_ANY);
  block->level = (unsigned int) take_integer (reading, object, "level", 1, 3);
  block->manner = (HearthManner) take_choice (reading, object, "manner", manners);
  g_set_str (&block->text, take_text (reading, object, "text"));
  g_set_str (&block->note, take_text (reading, object, "note"));
  read_lists (reading, object, block);
  if (block->kind == HEARTH_BLOCK_CHART)
    {
      JsonNode *chart = object ? json_object_get_member (object, "chart") : NULL;

      if (chart && JSON_NODE_HOLDS_OBJECT (chart))
        block->chart = read_chart (reading, json_node_get_object (chart));
      else
        fail (reading, "a chart has no data");
    }
  return block;
}

static HearthDocument *
read_document (Reading *reading, JsonObject *object)
{
  g_autoptr (JsonArray) blocks = take_array (reading, object, "blocks");
  HearthDocument *document = hearth_document_new ("", "", HEARTH_PAPER_A4);

  if (!g_str_equal (take_text (reading, object, "format"), FORMAT))
    fail (reading, "this is no report document");
  document->paper = (HearthPaper) take_choice (reading, object, "paper", papers);
  for (const HearthDocumentText *text = hearth_document_texts; text->name; text++)
    g_set_str (hearth_document_get_text (document, text), take_text (reading, object, text->name));
  for (unsigned int i = 0; i < json_array_get_length (blocks) && !reading->failed; i++)
    hearth_document_add (document, read_block (reading, take_element (reading, blocks, i)));
  return document;
}

HearthDocument *
hearth_document_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (GError) local = NULL;
  Reading reading = { .error = error };
  JsonNode *root;

  g_return_val_if_fail (json != NULL, NULL);

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, length, &local))
    {
      g_set_error_literal (error, HEARTH_DOCUMENT_ERROR, HEARTH_DOCUMENT_ERROR_SYNTAX, local->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (&reading, "this is no report document");
      return NULL;
    }
  document = read_document (&reading, json_node_get_object (root));
  return reading.failed ? NULL : g_steal_pointer (&document);
}
