/* SPDX-License-Identifier: GPL-3.0-or-later
 * The key file as JSON: written with a checksum, read back strictly.
 *
 * Every member must be there, of its type and its exact length, and no other; the checksum then covers the
 * meaning, so white space may differ and nothing else. Bytes are base64.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/id.h"
#include "vault/key-file.h"

#define ALGORITHM "argon2id13"
/* More than any machine should be asked for by a file that somebody may have changed. */
#define MOST_OPERATIONS 1024
#define MOST_MEMORY (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)

/* --- writing --------------------------------------------------------------- */

static void
write_text (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

static void
write_number (JsonBuilder *json, const char *name, guint64 number)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, (gint64) number);
}

static void
write_bytes (JsonBuilder *json, const char *name, const guint8 *bytes, gsize length)
{
  g_autofree char *text = g_base64_encode (bytes, length);

  write_text (json, name, text);
}

static void
write_slot (JsonBuilder *json, const HearthKeySlot *slot)
{
  json_builder_begin_object (json);
  write_bytes (json, "id", slot->id, sizeof slot->id);
  write_text (json, "person", slot->person);
  write_text (json, "kind", slot->is_recovery ? "recovery" : "person");
  write_number (json, "epoch", slot->epoch);
  write_bytes (json, "sealing-key", slot->sealing_key, sizeof slot->sealing_key);
  write_bytes (json, "signing-key", slot->signing_key, sizeof slot->signing_key);
  write_bytes (json, "nonce", slot->nonce, sizeof slot->nonce);
  write_bytes (json, "wrapped", slot->wrapped, sizeof slot->wrapped);
  write_bytes (json, "house", slot->house_box, sizeof slot->house_box);
  json_builder_set_member_name (json, "compartments");
  json_builder_begin_object (json);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (slot->compartments & (1u << i))
      write_bytes (json, hearth_compartments[i], slot->compartment_boxes[i], HEARTH_BOX_BYTES);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static void
write_slots (JsonBuilder *json, GPtrArray *slots)
{
  json_builder_set_member_name (json, "slots");
  json_builder_begin_array (json);
  for (guint i = 0; i < slots->len; i++)
    write_slot (json, g_ptr_array_index (slots, i));
  json_builder_end_array (json);
}

static void
write_cost (JsonBuilder *json, const HearthKeyCost *cost)
{
  json_builder_set_member_name (json, "kdf");
  json_builder_begin_object (json);
  write_text (json, "algorithm", ALGORITHM);
  write_number (json, "operations", cost->operations);
  write_number (json, "memory", cost->memory);
  json_builder_end_object (json);
}

static void
write_anchor (JsonBuilder *json, const HearthKeyAnchor *anchor)
{
  json_builder_set_member_name (json, "anchor");
  if (anchor->signer == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  write_number (json, "sequence", (guint64) anchor->sequence);
  write_bytes (json, "hash", anchor->hash, sizeof anchor->hash);
  write_text (json, "signer", anchor->signer);
  write_bytes (json, "signature", anchor->signature, sizeof anchor->signature);
  json_builder_end_object (json);
}

GBytes *
hearth_key_file_to_json (const HearthKeyFile *file)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  guint8 checksum[HEARTH_HASH_BYTES];
  char *text;
  gsize length;

  hearth_key_file_make_checksum (file, checksum);
  json_builder_begin_object (json);
  write_number (json, "format", HEARTH_KEY_FILE_FORMAT);
  write_text (json, "house", file->house);
  write_bytes (json, "salt", file->salt, sizeof file->salt);
  write_cost (json, &file->cost);
  write_number (json, "epoch", file->epoch);
  write_slots (json, file->slots);
  write_anchor (json, &file->anchor);
  write_bytes (json, "seal", file->seal, sizeof file->seal);
  write_bytes (json, "checksum", checksum, sizeof checksum);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

/* --- reading --------------------------------------------------------------- */

static JsonNode *
lookup_value (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;
  return node;
}

static bool
read_text (JsonObject *object, const char *name, const char **text)
{
  JsonNode *node = lookup_value (object, name, G_TYPE_STRING);

  if (node == NULL)
    return false;
  *text = json_node_get_string (node);
  return true;
}

static bool
read_id (JsonObject *object, const char *name, char **id)
{
  const char *text;

  if (!read_text (object, name, &text) || !hearth_id_is_valid (text))
    return false;
  g_set_str (id, text);
  return true;
}

static bool
read_number (JsonObject *object, const char *name, guint64 lowest, guint64 highest, guint64 *number)
{
  JsonNode *node = lookup_value (object, name, G_TYPE_INT64);
  gint64 value = node == NULL ? -1 : json_node_get_int (node);

  if (value < 0 || (guint64) value < lowest || (guint64) value > highest)
    return false;
  *number = (guint64) value;
  return true;
}

static bool
read_bytes (JsonObject *object, const char *name, guint8 *bytes, gsize length)
{
  const char *text;
  gsize got;

  return read_text (object, name, &text) &&
         sodium_base642bin (bytes, length, text, strlen (text), NULL, &got, NULL,
                            sodium_base64_VARIANT_ORIGINAL) == 0 &&
         got == length;
}

static JsonObject *
lookup_object (JsonObject *object, const char *name, guint members)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonObject *member = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return member != NULL && json_object_get_size (member) == members ? member : NULL;
}

static bool
read_compartments (JsonObject *object, HearthKeySlot *slot)
{
  guint known = 0;

  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    {
      if (!json_object_has_member (object, hearth_compartments[i]))
        continue;
      if (!read_bytes (object, hearth_compartments[i], slot->compartment_boxes[i], HEARTH_BOX_BYTES))
        return false;
      slot->compartments |= 1u << i;
      known++;
    }
  return known == json_object_get_size (object);
}

static bool
read_kind (JsonObject *object, HearthKeySlot *slot)
{
  const char *kind;

  if (!read_text (object, "kind", &kind))
    return false;
  slot->is_recovery = g_str_equal (kind, "recovery");
  return slot->is_recovery || g_str_equal (kind, "person");
}

static bool
read_slot (JsonNode *node, HearthKeyFile *file)
{
  g_autoptr (HearthKeySlot) slot = g_new0 (HearthKeySlot, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *compartments;

  if (object == NULL || json_object_get_size (object) != 10)
    return false;
  compartments = json_object_get_member (object, "compartments");
  if (compartments == NULL || !JSON_NODE_HOLDS_OBJECT (compartments) ||
      !read_compartments (json_node_get_object (compartments), slot) ||
      !read_bytes (object, "id", slot->id, sizeof slot->id) || !read_id (object, "person", &slot->person) ||
      !read_kind (object, slot) || !read_number (object, "epoch", 1, G_MAXUINT32, &slot->epoch) ||
      !read_bytes (object, "sealing-key", slot->sealing_key, sizeof slot->sealing_key) ||
      !read_bytes (object, "signing-key", slot->signing_key, sizeof slot->signing_key) ||
      !read_bytes (object, "nonce", slot->nonce, sizeof slot->nonce) ||
      !read_bytes (object, "wrapped", slot->wrapped, sizeof slot->wrapped) ||
      !read_bytes (object, "house", slot->house_box, sizeof slot->house_box))
    return false;
  g_ptr_array_add (file->slots, g_steal_pointer (&slot));
  return true;
}

/* One sheet, and nobody twice. */
static bool
are_slots_distinct (HearthKeyFile *file)
{
  guint sheets = 0;

  for (guint i = 0; i < file->slots->len; i++)
    {
      HearthKeySlot *slot = g_ptr_array_index (file->slots, i);

      if (hearth_key_file_lookup_slot (file, slot->id) != slot ||
          hearth_key_file_lookup_person (file, slot->person) != slot)
        return false;
      sheets += slot->is_recovery;
    }
  return sheets == 1;
}

static bool
read_slots (JsonObject *object, HearthKeyFile *file)
{
  JsonNode *node = json_object_get_member (object, "slots");
  JsonArray *slots = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (slots == NULL)
    return false;
  for (guint i = 0; i < json_array_get_length (slots); i++)
    if (!read_slot (json_array_get_element (slots, i), file))
      return false;
  return are_slots_distinct (file);
}

static bool
read_cost (JsonObject *object, HearthKeyCost *cost)
{
  JsonObject *kdf = lookup_object (object, "kdf", 3);
  const char *algorithm;

  return kdf != NULL && read_text (kdf, "algorithm", &algorithm) && g_str_equal (algorithm, ALGORITHM) &&
         read_number (kdf, "operations", crypto_pwhash_argon2id_OPSLIMIT_MIN, MOST_OPERATIONS,
                      &cost->operations) &&
         read_number (kdf, "memory", crypto_pwhash_argon2id_MEMLIMIT_MIN, MOST_MEMORY, &cost->memory);
}

static bool
read_anchor (JsonObject *object, HearthKeyAnchor *anchor)
{
  JsonNode *node = json_object_get_member (object, "anchor");
  JsonObject *member;
  guint64 sequence;

  if (node != NULL && JSON_NODE_HOLDS_NULL (node))
    return true;
  member = lookup_object (object, "anchor", 4);
  if (member == NULL || !read_number (member, "sequence", 0, G_MAXINT64, &sequence) ||
      !read_bytes (member, "hash", anchor->hash, sizeof anchor->hash) ||
      !read_id (member, "signer", &anchor->signer) ||
      !read_bytes (member, "signature", anchor->signature, sizeof anchor->signature))
    return false;
  anchor->sequence = (gint64) sequence;
  return true;
}

static bool
read_file (JsonObject *object, HearthKeyFile *file)
{
  guint8 checksum[HEARTH_HASH_BYTES], expected[HEARTH_HASH_BYTES];

  if (json_object_get_size (object) != 9 || !read_id (object, "house", &file->house) ||
      !read_bytes (object, "salt", file->salt, sizeof file->salt) || !read_cost (object, &file->cost) ||
      !read_number (object, "epoch", 1, G_MAXUINT32, &file->epoch) || !read_slots (object, file) ||
      !read_anchor (object, &file->anchor) || !read_bytes (object, "seal", file->seal, sizeof file->seal) ||
      !read_bytes (object, "checksum", checksum, sizeof checksum))
    return false;
  hearth_key_file_make_checksum (file, expected);
  return sodium_memcmp (checksum, expected, sizeof checksum) == 0;
}

HearthKeyFile *
hearth_key_file_from_json (GBytes *json, GError **error)
{
  g_autoptr (HearthKeyFile) file = hearth_key_file_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = NULL;
  JsonObject *object;
  guint64 format;
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  json_parser_set_strict (parser, TRUE);
  /* An empty file has no data at all, which json-glib takes for a mistake of the caller. */
  if (length > 0 && json_parser_load_from_data (parser, text, (gssize) length, NULL))
    root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object != NULL && read_number (object, "format", HEARTH_KEY_FILE_FORMAT + 1, G_MAXINT64, &format))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_NEWER,
                           "The key file was written by a newer version");
      return NULL;
    }
  if (object != NULL &&
      read_number (object, "format", HEARTH_KEY_FILE_FORMAT, HEARTH_KEY_FILE_FORMAT, &format) &&
      read_file (object, file))
    {
      file->source = g_bytes_ref (json);
      return g_steal_pointer (&file);
    }
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED, "The key file is damaged");
  return NULL;
}
