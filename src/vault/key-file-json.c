/* SPDX-License-Identifier: GPL-3.0-or-later
 * The key file as JSON: written with a checksum, read back strictly.
 *
 * Every member must be there, of its type and its exact length, and no other; the checksum then covers the
 * meaning, so white space may differ and nothing else. Bytes are base64.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "core/id.h"
#include "vault/key-file.h"
#include "vault/strict-json.h"

#define ALGORITHM "argon2id13"
/* More than any machine should be asked for by a file that somebody may have changed. */
#define MOST_OPERATIONS 1024
#define MOST_MEMORY (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

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
write_truth (JsonBuilder *json, const char *name, bool truth)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, truth);
}

/* Those of @bits. */
static void
write_boxes (JsonBuilder *json, const char *name, unsigned int bits, const guint8 boxes[][HEARTH_BOX_BYTES])
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (bits & (1u << i))
      write_bytes (json, hearth_compartments[i], boxes[i], HEARTH_BOX_BYTES);
  json_builder_end_object (json);
}

static void
write_slot (JsonBuilder *json, const HearthKeyFile *file, const HearthKeySlot *slot)
{
  json_builder_begin_object (json);
  write_bytes (json, "id", slot->id, sizeof slot->id);
  write_text (json, "person", slot->person);
  write_text (json, "kind", slot->is_recovery ? "recovery" : "person");
  write_truth (json, "first-password", slot->first_password);
  write_number (json, "epoch", slot->epoch);
  write_bytes (json, "sealing-key", slot->sealing_key, sizeof slot->sealing_key);
  write_bytes (json, "signing-key", slot->signing_key, sizeof slot->signing_key);
  write_bytes (json, "nonce", slot->nonce, sizeof slot->nonce);
  write_bytes (json, "wrapped", slot->wrapped, sizeof slot->wrapped);
  write_bytes (json, "house", slot->house_box, sizeof slot->house_box);
  if (file->is_rotating)
    write_bytes (json, "next-house", slot->next_box, sizeof slot->next_box);
  write_boxes (json, "compartments", slot->compartments, slot->boxes);
  write_boxes (json, "before", slot->compartments & hearth_key_file_get_renewing (file), slot->boxes_before);
  json_builder_end_object (json);
}

static void
write_slots (JsonBuilder *json, const HearthKeyFile *file)
{
  json_builder_set_member_name (json, "slots");
  json_builder_begin_array (json);
  for (guint i = 0; i < file->slots->len; i++)
    write_slot (json, file, g_ptr_array_index (file->slots, i));
  json_builder_end_array (json);
}

static void
write_compartments (JsonBuilder *json, const HearthKeyFile *file)
{
  json_builder_set_member_name (json, "compartments");
  json_builder_begin_object (json);
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    {
      const HearthKeyCompartment *compartment = &file->compartments[i];

      json_builder_set_member_name (json, hearth_compartments[i]);
      json_builder_begin_object (json);
      write_number (json, "epoch", compartment->epoch);
      write_bytes (json, "commitment", compartment->commitment, sizeof compartment->commitment);
      write_truth (json, "renew", compartment->marked);
      if (compartment->epoch_before != 0)
        {
          write_number (json, "epoch-before", compartment->epoch_before);
          write_bytes (json, "commitment-before", compartment->commitment_before,
                       sizeof compartment->commitment_before);
        }
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
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
  write_truth (json, "rotating", file->is_rotating);
  write_compartments (json, file);
  write_slots (json, file);
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

static void
read_id (HearthJsonReader *json, const char *name, char **id)
{
  const char *text = hearth_json_read_text (json, name);

  if (!hearth_id_is_valid (text))
    hearth_json_reader_set_wrong (json, name);
  g_set_str (id, text);
}

/* Answers which there are. */
static unsigned int
read_boxes (HearthJsonReader *slot_json, const char *name, guint8 boxes[][HEARTH_BOX_BYTES])
{
  HearthJsonReader json;
  unsigned int bits = 0;

  hearth_json_reader_init (&json, hearth_json_read_any (slot_json, name));
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    if (hearth_json_reader_has (&json, hearth_compartments[i]))
      {
        hearth_json_read_bytes (&json, hearth_compartments[i], boxes[i], HEARTH_BOX_BYTES);
        bits |= 1u << i;
      }
  if (!hearth_json_reader_end (&json))
    hearth_json_reader_set_wrong (slot_json, name);
  return bits;
}

static void
read_kind (HearthJsonReader *json, HearthKeySlot *slot)
{
  const char *kind = hearth_json_read_text (json, "kind");

  slot->is_recovery = g_str_equal (kind, "recovery");
  if (!slot->is_recovery && !g_str_equal (kind, "person"))
    hearth_json_reader_set_wrong (json, "kind");
}

static bool
read_slot (JsonNode *node, HearthKeyFile *file)
{
  g_autoptr (HearthKeySlot) slot = g_new0 (HearthKeySlot, 1);
  HearthJsonReader json;

  hearth_json_reader_init (&json, node);
  hearth_json_read_bytes (&json, "id", slot->id, sizeof slot->id);
  read_id (&json, "person", &slot->person);
  read_kind (&json, slot);
  slot->first_password = hearth_json_read_truth (&json, "first-password");
  slot->epoch = (guint64) hearth_json_read_number (&json, "epoch", 1, G_MAXUINT32);
  hearth_json_read_bytes (&json, "sealing-key", slot->sealing_key, sizeof slot->sealing_key);
  hearth_json_read_bytes (&json, "signing-key", slot->signing_key, sizeof slot->signing_key);
  hearth_json_read_bytes (&json, "nonce", slot->nonce, sizeof slot->nonce);
  hearth_json_read_bytes (&json, "wrapped", slot->wrapped, sizeof slot->wrapped);
  hearth_json_read_bytes (&json, "house", slot->house_box, sizeof slot->house_box);
  if (file->is_rotating)
    hearth_json_read_bytes (&json, "next-house", slot->next_box, sizeof slot->next_box);
  slot->compartments = read_boxes (&json, "compartments", slot->boxes);
  if (read_boxes (&json, "before", slot->boxes_before) !=
      (slot->compartments & hearth_key_file_get_renewing (file)))
    hearth_json_reader_set_wrong (&json, "before");
  if (!hearth_json_reader_end (&json))
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

static void
read_slots (HearthJsonReader *json, HearthKeyFile *file)
{
  JsonArray *slots = hearth_json_read_array (json, "slots");
  guint n_slots = slots != NULL ? json_array_get_length (slots) : 0;
  bool good = true;

  for (guint i = 0; good && i < n_slots; i++)
    good = read_slot (json_array_get_element (slots, i), file);
  if (!good || !are_slots_distinct (file))
    hearth_json_reader_set_wrong (json, "slots");
}

static void
read_compartment (HearthJsonReader *compartments_json, const char *name, HearthKeyCompartment *compartment)
{
  HearthJsonReader json;

  hearth_json_reader_init (&json, hearth_json_read_any (compartments_json, name));
  compartment->epoch = (guint64) hearth_json_read_number (&json, "epoch", 1, G_MAXUINT32);
  hearth_json_read_bytes (&json, "commitment", compartment->commitment, sizeof compartment->commitment);
  compartment->marked = hearth_json_read_truth (&json, "renew");
  if (hearth_json_reader_has (&json, "epoch-before"))
    {
      compartment->epoch_before =
        (guint64) hearth_json_read_number (&json, "epoch-before", 1, (gint64) compartment->epoch - 1);
      hearth_json_read_bytes (&json, "commitment-before", compartment->commitment_before,
                              sizeof compartment->commitment_before);
    }
  if (!hearth_json_reader_end (&json))
    hearth_json_reader_set_wrong (compartments_json, name);
}

static void
read_compartments (HearthJsonReader *file_json, HearthKeyFile *file)
{
  HearthJsonReader json;

  hearth_json_reader_init (&json, hearth_json_read_any (file_json, "compartments"));
  for (guint i = 0; i < HEARTH_COMPARTMENTS; i++)
    read_compartment (&json, hearth_compartments[i], &file->compartments[i]);
  if (!hearth_json_reader_end (&json))
    hearth_json_reader_set_wrong (file_json, "compartments");
}

static void
read_cost (HearthJsonReader *file_json, HearthKeyCost *cost)
{
  HearthJsonReader json;

  hearth_json_reader_init (&json, hearth_json_read_any (file_json, "kdf"));
  if (!g_str_equal (hearth_json_read_text (&json, "algorithm"), ALGORITHM))
    hearth_json_reader_set_wrong (&json, "algorithm");
  cost->operations = (guint64) hearth_json_read_number (&json, "operations",
                                                        crypto_pwhash_argon2id_OPSLIMIT_MIN, MOST_OPERATIONS);
  cost->memory =
    (guint64) hearth_json_read_number (&json, "memory", crypto_pwhash_argon2id_MEMLIMIT_MIN, MOST_MEMORY);
  if (!hearth_json_reader_end (&json))
    hearth_json_reader_set_wrong (file_json, "kdf");
}

static void
read_anchor (HearthJsonReader *file_json, HearthKeyAnchor *anchor)
{
  JsonNode *node = hearth_json_read_any (file_json, "anchor");
  HearthJsonReader json;

  if (node != NULL && JSON_NODE_HOLDS_NULL (node))
    return;
  hearth_json_reader_init (&json, node);
  anchor->sequence = hearth_json_read_number (&json, "sequence", 0, G_MAXINT64);
  hearth_json_read_bytes (&json, "hash", anchor->hash, sizeof anchor->hash);
  read_id (&json, "signer", &anchor->signer);
  hearth_json_read_bytes (&json, "signature", anchor->signature, sizeof anchor->signature);
  if (!hearth_json_reader_end (&json))
    hearth_json_reader_set_wrong (file_json, "anchor");
}

static bool
read_file (HearthJsonReader *json, HearthKeyFile *file)
{
  guint8 checksum[HEARTH_HASH_BYTES], expected[HEARTH_HASH_BYTES];

  read_id (json, "house", &file->house);
  hearth_json_read_bytes (json, "salt", file->salt, sizeof file->salt);
  read_cost (json, &file->cost);
  file->epoch = (guint64) hearth_json_read_number (json, "epoch", 1, G_MAXUINT32);
  file->is_rotating = hearth_json_read_truth (json, "rotating");
  read_compartments (json, file);
  read_slots (json, file);
  read_anchor (json, &file->anchor);
  hearth_json_read_bytes (json, "seal", file->seal, sizeof file->seal);
  hearth_json_read_bytes (json, "checksum", checksum, sizeof checksum);
  if (!hearth_json_reader_end (json))
    return false;
  hearth_key_file_make_checksum (file, expected);
  return sodium_memcmp (checksum, expected, sizeof checksum) == 0;
}

HearthKeyFile *
hearth_key_file_from_json (GBytes *bytes, GError **error)
{
  g_autoptr (HearthKeyFile) file = hearth_key_file_new ();
  g_autoptr (JsonNode) root = NULL;
  HearthJsonReader json;
  gint64 format;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  root = hearth_json_parse (text, length);
  hearth_json_reader_init (&json, root);
  format = hearth_json_read_number (&json, "format", HEARTH_KEY_FILE_FORMAT, G_MAXINT64);
  if (format > HEARTH_KEY_FILE_FORMAT)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_NEWER,
                           "The key file was written by a newer version");
      return NULL;
    }
  if (!read_file (&json, file))
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED, "The key file is damaged");
      return NULL;
    }
  file->source = g_bytes_ref (bytes);
  return g_steal_pointer (&file);
}
