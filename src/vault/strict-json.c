/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON that somebody else may have written, read strictly.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/strict-json.h"

#include <sodium.h>
#include <string.h>

JsonNode *
hearth_json_parse (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  json_parser_set_strict (parser, TRUE);
  /* An empty file has no data at all, which json-glib takes for a mistake of the caller. */
  if (length == 0 || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_ref (root) : NULL;
}

void
hearth_json_reader_init (HearthJsonReader *reader, JsonNode *node)
{
  *reader = (HearthJsonReader) { 0 };
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    reader->object = json_node_get_object (node);
  else
    reader->wrong = "";
}

void
hearth_json_reader_set_wrong (HearthJsonReader *reader, const char *name)
{
  if (reader->wrong == NULL)
    reader->wrong = name;
}

bool
hearth_json_reader_has (HearthJsonReader *reader, const char *name)
{
  return reader->wrong == NULL && json_object_has_member (reader->object, name);
}

JsonNode *
hearth_json_read_any (HearthJsonReader *reader, const char *name)
{
  JsonNode *node = reader->wrong == NULL ? json_object_get_member (reader->object, name) : NULL;

  reader->asked++;
  if (node == NULL)
    hearth_json_reader_set_wrong (reader, name);
  return node;
}

static JsonNode *
read_value (HearthJsonReader *reader, const char *name, GType type)
{
  JsonNode *node = hearth_json_read_any (reader, name);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type)
    return node;
  hearth_json_reader_set_wrong (reader, name);
  return NULL;
}

const char *
hearth_json_read_text (HearthJsonReader *reader, const char *name)
{
  JsonNode *node = read_value (reader, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : "";
}

gint64
hearth_json_read_number (HearthJsonReader *reader, const char *name, gint64 lowest, gint64 highest)
{
  JsonNode *node = read_value (reader, name, G_TYPE_INT64);
  gint64 number = node != NULL ? json_node_get_int (node) : lowest;

  if (number >= lowest && number <= highest)
    return number;
  hearth_json_reader_set_wrong (reader, name);
  return lowest;
}

bool
hearth_json_read_truth (HearthJsonReader *reader, const char *name)
{
  JsonNode *node = read_value (reader, name, G_TYPE_BOOLEAN);

  return node != NULL && json_node_get_boolean (node);
}

void
hearth_json_read_bytes (HearthJsonReader *reader, const char *name, guint8 *bytes, gsize length)
{
  const char *text = hearth_json_read_text (reader, name);
  gsize got;

  if (sodium_base642bin (bytes, length, text, strlen (text), NULL, &got, NULL,
                         sodium_base64_VARIANT_ORIGINAL) != 0 ||
      got != length)
    hearth_json_reader_set_wrong (reader, name);
}

JsonArray *
hearth_json_read_array (HearthJsonReader *reader, const char *name)
{
  JsonNode *node = hearth_json_read_any (reader, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  hearth_json_reader_set_wrong (reader, name);
  return NULL;
}

bool
hearth_json_reader_end (HearthJsonReader *reader)
{
  if (reader->wrong == NULL && json_object_get_size (reader->object) != reader->asked)
    reader->wrong = "";
  return reader->wrong == NULL;
}
