/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a list is asked to show, as a person sets it: filters, order, words searched for, period. It can be kept as
 * text and taken up again later.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "views/list-question.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/date.h"
#include "widgets/record-columns.h"

/* What was kept may have been changed by other hands: nothing of it is believed beyond these. */
#define LONGEST_JSON 4000 /* bytes; the field it is kept in has as many characters */
#define LONGEST_TEXT 200
#define LONGEST_WORD 60
#define MOST_FILTERS 20
#define MOST_CODES 60
#define LONGEST_PERIOD 36500 /* days */

HearthListQuestion *
hearth_list_question_new (void)
{
  HearthListQuestion *question = g_new0 (HearthListQuestion, 1);

  question->text = g_strdup ("");
  question->sort = g_strdup ("");
  question->period = g_strdup (HEARTH_PERIOD_ALL);
  question->filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  return question;
}

HearthListQuestion *
hearth_list_question_copy (const HearthListQuestion *question)
{
  HearthListQuestion *copy = hearth_list_question_new ();
  GHashTableIter iter;
  const char *field;
  GStrv codes;

  g_set_str (&copy->text, question->text);
  g_set_str (&copy->sort, question->sort);
  g_set_str (&copy->period, question->period);
  copy->descending = question->descending;
  g_hash_table_iter_init (&iter, question->filters);
  while (g_hash_table_iter_next (&iter, (gpointer *) &field, (gpointer *) &codes))
    hearth_list_question_set_filter (copy, field, (const char *const *) codes);
  return copy;
}

void
hearth_list_question_free (HearthListQuestion *question)
{
  if (question == NULL)
    return;
  g_free (question->text);
  g_free (question->sort);
  g_free (question->period);
  g_hash_table_unref (question->filters);
  g_free (question);
}

bool
hearth_list_question_equal (const HearthListQuestion *a, const HearthListQuestion *b)
{
  g_autofree char *one = hearth_list_question_to_json (a);
  g_autofree char *other = hearth_list_question_to_json (b);

  return g_str_equal (one, other);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
hearth_list_question_set_filter (HearthListQuestion *question, const char *field, const char *const *codes)
{
  g_auto (GStrv) sorted = NULL;

  if (codes == NULL || *codes == NULL)
    {
      g_hash_table_remove (question->filters, field);
      return;
    }
  sorted = g_strdupv ((GStrv) codes);
  qsort (sorted, g_strv_length (sorted), sizeof (char *), compare_codes);
  g_hash_table_replace (question->filters, g_strdup (field), g_steal_pointer (&sorted));
}

bool
hearth_list_question_is_filtered (const HearthListQuestion *question)
{
  return *question->text != '\0' || g_hash_table_size (question->filters) > 0;
}

/* ---- As text ---- */

static void
add_filters (JsonBuilder *builder, GHashTable *filters)
{
  g_autoptr (GList) fields = g_list_sort (g_hash_table_get_keys (filters), (GCompareFunc) g_strcmp0);

  json_builder_set_member_name (builder, "filters");
  json_builder_begin_object (builder);
  for (GList *field = fields; field != NULL; field = field->next)
    {
      json_builder_set_member_name (builder, field->data);
      json_builder_begin_array (builder);
      for (GStrv code = g_hash_table_lookup (filters, field->data); *code != NULL; code++)
        json_builder_add_string_value (builder, *code);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

char *
hearth_list_question_to_json (const HearthListQuestion *question)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, question->descending);
  add_filters (builder, question->filters);
  json_builder_set_member_name (builder, "period");
  json_builder_add_string_value (builder, question->period);
  json_builder_set_member_name (builder, "sort");
  json_builder_add_string_value (builder, question->sort);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, question->text);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* The text in @member, *@text being what it is when there is none; false when it is no text, or too long. */
static bool
read_text (JsonObject *object, const char *member, glong longest, char **text)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
      g_utf8_strlen (json_node_get_string (node), -1) > longest)
    return false;
  g_set_str (text, json_node_get_string (node));
  return true;
}

static bool
read_period (JsonObject *object, char **period)
{
  guint64 days;

  return read_text (object, "period", LONGEST_WORD, period) &&
         (g_str_equal (*period, HEARTH_PERIOD_ALL) ||
          g_ascii_string_to_unsigned (*period, 10, 1, LONGEST_PERIOD, &days, NULL));
}

static bool
read_descending (JsonObject *object, bool *descending)
{
  JsonNode *node = json_object_get_member (object, "descending");

  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return false;
  *descending = json_node_get_boolean (node);
  return true;
}

static bool
is_filter (const HearthRecordType *type, const char *name)
{
  for (const HearthFacet *facet = type->facets; facet != NULL && facet->name != NULL; facet++)
    if (g_str_equal (facet->name, name))
      return true;
  for (unsigned int i = 0; i < type->n_fields; i++)
    if (type->fields[i].filter && g_str_equal (type->fields[i].name, name))
      return true;
  return false;
}

static GStrv
read_codes (JsonNode *node)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) > MOST_CODES)
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *code = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (code) || json_node_get_value_type (code) != G_TYPE_STRING ||
          strlen (json_node_get_string (code)) > LONGEST_WORD)
        return NULL;
      g_strv_builder_add (codes, json_node_get_string (code));
    }
  return g_strv_builder_end (codes);
}

static bool
read_filters (JsonObject *object, const HearthRecordType *type, HearthListQuestion *question)
{
  JsonNode *node = json_object_get_member (object, "filters");
  JsonObjectIter iter;
  const char *field;
  JsonNode *value;

  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_OBJECT (node) || json_object_get_size (json_node_get_object (node)) > MOST_FILTERS)
    return false;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &field, &value))
    {
      g_auto (GStrv) codes = read_codes (value);

      if (codes == NULL)
        return false;
      if (is_filter (type, field))
        hearth_list_question_set_filter (question, field, (const char *const *) codes);
    }
  return true;
}

HearthListQuestion *
hearth_list_question_from_json (const HearthRecordType *type, const char *json)
{
  g_autoptr (HearthListQuestion) question = hearth_list_question_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;

  g_return_val_if_fail (type != NULL, NULL);
  g_return_val_if_fail (json != NULL, NULL);

  if (strlen (json) > LONGEST_JSON || !json_parser_load_from_data (parser, json, -1, NULL) ||
      json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  if (!read_text (object, "text", LONGEST_TEXT, &question->text) ||
      !read_text (object, "sort", LONGEST_WORD, &question->sort) ||
      !read_period (object, &question->period) || !read_descending (object, &question->descending) ||
      !read_filters (object, type, question))
    return NULL;
  if (!hearth_record_columns_can_sort (hearth_record_type_lookup_field (type, question->sort)))
    g_set_str (&question->sort, "");
  return g_steal_pointer (&question);
}

/* ---- As a query ---- */

HearthQuery *
hearth_list_question_make_query (const HearthListQuestion *question,
                                 const HearthRecordType *type,
                                 const char *resident,
                                 const char *today)
{
  HearthQuery *query = hearth_query_new (type);
  GHashTableIter iter;
  const char *field;
  GStrv codes;

  hearth_query_set_resident (query, resident);
  hearth_query_set_text (query, question->text);
  if (*question->sort != '\0')
    hearth_query_set_sort (query, question->sort, question->descending);
  g_hash_table_iter_init (&iter, question->filters);
  while (g_hash_table_iter_next (&iter, (gpointer *) &field, (gpointer *) &codes))
    hearth_query_set_filter (query, field, (const char *const *) codes);
  if (!g_str_equal (question->period, HEARTH_PERIOD_ALL))
    {
      g_autofree char *from =
        hearth_date_add_days (today, 1 - (int) g_ascii_strtoll (question->period, NULL, 10));

      hearth_query_set_period (query, from, NULL);
    }
  return query;
}
