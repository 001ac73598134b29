/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a copy of a house says of itself: manifest.json, written and read.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/backup-manifest.h"

#include "vault/canon.h"
#include "vault/disk.h"
#include "vault/strict-json.h"
#include "vault/vault.h"

#include <sodium.h>
#include <string.h>

#define FORMAT "hearth-backup"
/* 2 has said why since. */
#define VERSION 2
#define VERSION_WITHOUT_WHY 1
#define MOST_BYTES (64 * 1024 * 1024)
#define FILE_NAME_HEX 64

#define KEY_BYTES crypto_aead_xchacha20poly1305_ietf_KEYBYTES
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES

static const char *const reasons[] = {
  [HEARTH_COPY_SCHEDULED] = "scheduled",
  [HEARTH_COPY_ASKED] = "asked",
  [HEARTH_COPY_BEFORE_MIGRATION] = "before-migration",
  [HEARTH_COPY_BEFORE_ROTATION] = "before-rotation",
};

static void
file_free (gpointer data)
{
  HearthManifestFile *file = data;

  g_free (file->name);
  g_free (file);
}

HearthManifest *
hearth_manifest_new (void)
{
  HearthManifest *manifest = g_new0 (HearthManifest, 1);

  manifest->version = VERSION;
  manifest->why = HEARTH_COPY_ASKED;
  manifest->files = g_ptr_array_new_with_free_func (file_free);
  manifest->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  manifest->damaged = g_ptr_array_new_with_free_func (g_free);
  return manifest;
}

void
hearth_manifest_free (HearthManifest *manifest)
{
  if (!manifest)
    return;
  g_free (manifest->house);
  g_free (manifest->made_at);
  g_free (manifest->anchor);
  g_hash_table_unref (manifest->by_name);
  g_ptr_array_unref (manifest->files);
  g_ptr_array_unref (manifest->damaged);
  g_clear_pointer (&manifest->sealed_counts, g_bytes_unref);
  g_free (manifest);
}

void
hearth_manifest_add_file (HearthManifest *manifest, const char *name, const HearthFileDigest *digest)
{
  HearthManifestFile *file = g_new0 (HearthManifestFile, 1);

  *file = (HearthManifestFile) { .name = g_strdup (name), .digest = *digest };
  g_ptr_array_add (manifest->files, file);
  g_hash_table_insert (manifest->by_name, file->name, file);
}

const HearthManifestFile *
hearth_manifest_lookup_file (HearthManifest *manifest, const char *name)
{
  return g_hash_table_lookup (manifest->by_name, name);
}

/* --- counts ------------------------------------------------------------------------ */

/** Everything but the counts, for their additional data. */
static GByteArray *
make_canon (HearthManifest *manifest)
{
  GByteArray *canon = hearth_canon_new (manifest->version > VERSION_WITHOUT_WHY ? "hearth backup manifest 2"
                                                                                : "hearth backup manifest 1");

  hearth_canon_add_text (canon, manifest->house);
  hearth_canon_add_text (canon, manifest->made_at);
  if (manifest->version > VERSION_WITHOUT_WHY)
    hearth_canon_add_text (canon, reasons[manifest->why]);
  hearth_canon_add_number (canon, (guint64) manifest->schema);
  hearth_canon_add_number (canon, (guint64) manifest->epoch);
  hearth_canon_add_text (canon, manifest->anchor);
  hearth_canon_add_number (canon, manifest->files->len);
  for (guint i = 0; i < manifest->files->len; i++)
    {
      const HearthManifestFile *file = g_ptr_array_index (manifest->files, i);

      hearth_canon_add_text (canon, file->name);
      hearth_canon_add_number (canon, (guint64) file->digest.size);
      hearth_canon_add_bytes (canon, file->digest.hash, sizeof file->digest.hash);
    }
  for (guint i = 0; i < manifest->damaged->len; i++)
    hearth_canon_add_text (canon, g_ptr_array_index (manifest->damaged, i));
  return canon;
}

static char *
counts_to_json (GHashTable *counts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  GHashTableIter iter;
  gpointer table, count;

  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &table, &count))
    {
      json_builder_set_member_name (builder, table);
      json_builder_add_int_value (builder, *(gint64 *) count);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static GHashTable *
counts_from_json (const char *json, gsize length)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonNode) root = hearth_json_parse (json, length);
  JsonObjectIter iter;
  const char *table;
  JsonNode *node;

  if (!root)
    return NULL;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &table, &node))
    {
      gint64 *count = g_new (gint64, 1);

      *count = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : -1;
      g_hash_table_insert (counts, g_strdup (table), count);
    }
  return g_steal_pointer (&counts);
}

static bool
derive_key (HearthKeyring *keyring, guint8 key[KEY_BYTES], GError **error)
{
  if (hearth_keyring_derive (keyring, "backup-manifest", key))
    return true;
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED, "the keyring is closed");
  return false;
}

bool
hearth_manifest_seal_counts (HearthManifest *manifest,
                             HearthKeyring *keyring,
                             GHashTable *counts,
                             GError **error)
{
  g_autoptr (GByteArray) canon = make_canon (manifest);
  g_autofree char *json = counts_to_json (counts);
  gsize length = strlen (json);
  guint8 *sealed;
  guint8 key[KEY_BYTES];

  if (!derive_key (keyring, key, error))
    return false;
  sealed = g_malloc (NONCE_BYTES + length + TAG_BYTES);
  randombytes_buf (sealed, NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE_BYTES, NULL, (const guint8 *) json, length,
                                              canon->data, canon->len, NULL, sealed, key);
  sodium_memzero (key, sizeof key);
  g_clear_pointer (&manifest->sealed_counts, g_bytes_unref);
  manifest->sealed_counts = g_bytes_new_take (sealed, NONCE_BYTES + length + TAG_BYTES);
  return true;
}

static bool
set_corrupt (GError **error, const char *what)
{
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, HEARTH_MANIFEST_NAME ": %s", what);
  return false;
}

GHashTable *
hearth_manifest_open_counts (HearthManifest *manifest, HearthKeyring *keyring, GError **error)
{
  g_autoptr (GByteArray) canon = make_canon (manifest);
  GHashTable *counts = NULL;
  gsize length = 0;
  const guint8 *sealed = g_bytes_get_data (manifest->sealed_counts, &length);
  g_autofree char *json = g_malloc (length + 1);
  unsigned long long opened = 0;
  guint8 key[KEY_BYTES];

  if (!derive_key (keyring, key, error))
    return NULL;
  if (length >= NONCE_BYTES + TAG_BYTES &&
      crypto_aead_xchacha20poly1305_ietf_decrypt ((guint8 *) json, &opened, NULL, sealed + NONCE_BYTES,
                                                  length - NONCE_BYTES, canon->data, canon->len, sealed,
                                                  key) == 0)
    counts = counts_from_json (json, (gsize) opened);
  sodium_memzero (key, sizeof key);
  if (!counts)
    set_corrupt (error, "counts");
  return counts;
}

/* --- writing ----------------------------------------------------------------------- */

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_files (JsonBuilder *builder, HearthManifest *manifest)
{
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < manifest->files->len; i++)
    {
      const HearthManifestFile *file = g_ptr_array_index (manifest->files, i);
      g_autofree char *hex = hearth_file_digest_to_hex (&file->digest);

      json_builder_begin_object (builder);
      add_text (builder, "name", file->name);
      add_number (builder, "size", file->digest.size);
      add_text (builder, "blake2b", hex);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "damaged");
  json_builder_begin_array (builder);
  for (guint i = 0; i < manifest->damaged->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (manifest->damaged, i));
  json_builder_end_array (builder);
}

char *
hearth_manifest_to_json (HearthManifest *manifest)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *counts = g_base64_encode (g_bytes_get_data (manifest->sealed_counts, NULL),
                                             g_bytes_get_size (manifest->sealed_counts));

  json_builder_begin_object (builder);
  add_text (builder, "format", FORMAT);
  add_number (builder, "version", manifest->version);
  add_text (builder, "hearth", HEARTH_VERSION);
  add_text (builder, "house", manifest->house);
  add_text (builder, "made_at", manifest->made_at);
  if (manifest->version > VERSION_WITHOUT_WHY)
    add_text (builder, "why", reasons[manifest->why]);
  add_number (builder, "schema", manifest->schema);
  add_number (builder, "key_epoch", manifest->epoch);
  add_text (builder, "anchor", manifest->anchor);
  add_text (builder, "counts", counts);
  add_files (builder, manifest);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

/* --- reading ----------------------------------------------------------------------- */

/** Names that a copy may hold: what is written in a found or forged manifest must not lead anywhere else. */
static bool
is_known_name (const char *name)
{
  const char *file = name;

  if (g_str_equal (name, "house.db") || g_str_equal (name, "house.keys") ||
      g_str_equal (name, "house.keys.previous"))
    return true;
  return g_str_has_prefix (name, "files/") && (file += strlen ("files/")) && strlen (file) == FILE_NAME_HEX &&
         strspn (file, "0123456789abcdef") == FILE_NAME_HEX;
}

static bool
read_file (HearthManifest *manifest, JsonNode *node)
{
  HearthJsonReader json;
  HearthFileDigest digest;
  const char *name, *hex;
  gsize length = 0;

  hearth_json_reader_init (&json, node);
  name = hearth_json_read_text (&json, "name");
  digest.size = hearth_json_read_number (&json, "size", 0, G_MAXINT64);
  hex = hearth_json_read_text (&json, "blake2b");
  if (!hearth_json_reader_end (&json) || !is_known_name (name) ||
      hearth_manifest_lookup_file (manifest, name) ||
      sodium_hex2bin (digest.hash, sizeof digest.hash, hex, strlen (hex), NULL, &length, NULL) != 0 ||
      length != sizeof digest.hash)
    return false;
  hearth_manifest_add_file (manifest, name, &digest);
  return true;
}

static void
read_files (HearthManifest *manifest, HearthJsonReader *json)
{
  JsonArray *files = hearth_json_read_array (json, "files");
  guint n_files = files ? json_array_get_length (files) : 0;

  for (guint i = 0; i < n_files; i++)
    if (!read_file (manifest, json_array_get_element (files, i)))
      hearth_json_reader_set_wrong (json, "files");
  if (!hearth_manifest_lookup_file (manifest, "house.db") ||
      !hearth_manifest_lookup_file (manifest, "house.keys"))
    hearth_json_reader_set_wrong (json, "files");
}

static void
read_damaged (HearthManifest *manifest, HearthJsonReader *json)
{
  JsonArray *damaged = hearth_json_read_array (json, "damaged");
  guint n_damaged = damaged ? json_array_get_length (damaged) : 0;

  for (guint i = 0; i < n_damaged; i++)
    {
      JsonNode *node = json_array_get_element (damaged, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (manifest->damaged, json_node_dup_string (node));
      else
        hearth_json_reader_set_wrong (json, "damaged");
    }
}

static void
read_counts (HearthManifest *manifest, HearthJsonReader *json)
{
  gsize length = 0;
  guint8 *sealed = g_base64_decode (hearth_json_read_text (json, "counts"), &length);

  manifest->sealed_counts = g_bytes_new_take (sealed, length);
}

static void
read_why (HearthManifest *manifest, HearthJsonReader *json)
{
  const char *why = hearth_json_read_text (json, "why");

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (why, reasons[i]))
      {
        manifest->why = (HearthCopyReason) i;
        return;
      }
  hearth_json_reader_set_wrong (json, "why");
}

static HearthManifest *
read_manifest (HearthJsonReader *json, GError **error)
{
  g_autoptr (HearthManifest) manifest = hearth_manifest_new ();

  if (!g_str_equal (hearth_json_read_text (json, "format"), FORMAT))
    hearth_json_reader_set_wrong (json, "format");
  manifest->version = hearth_json_read_number (json, "version", VERSION_WITHOUT_WHY, G_MAXINT64);
  if (manifest->version > VERSION)
    {
      g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NEWER,
                   HEARTH_MANIFEST_NAME " %" G_GINT64_FORMAT, manifest->version);
      return NULL;
    }
  hearth_json_read_text (json, "hearth"); /* for people */
  manifest->house = g_strdup (hearth_json_read_text (json, "house"));
  manifest->made_at = g_strdup (hearth_json_read_text (json, "made_at"));
  if (manifest->version > VERSION_WITHOUT_WHY)
    read_why (manifest, json);
  manifest->schema = hearth_json_read_number (json, "schema", 0, G_MAXINT64);
  manifest->epoch = hearth_json_read_number (json, "key_epoch", 0, G_MAXINT64);
  manifest->anchor = g_strdup (hearth_json_read_text (json, "anchor"));
  read_counts (manifest, json);
  read_files (manifest, json);
  read_damaged (manifest, json);
  if (hearth_json_reader_end (json))
    return g_steal_pointer (&manifest);
  set_corrupt (error, json->wrong);
  return NULL;
}

HearthManifest *
hearth_manifest_read (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, HEARTH_MANIFEST_NAME, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = hearth_disk_read (path, MOST_BYTES, &local_error);
  g_autoptr (JsonNode) root = NULL;
  HearthJsonReader json;

  if (!bytes)
    {
      if (g_error_matches (local_error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MISSING))
        g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_A_HOUSE, HEARTH_MANIFEST_NAME);
      else
        set_corrupt (error, local_error->message);
      return NULL;
    }
  root = hearth_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  hearth_json_reader_init (&json, root);
  return read_manifest (&json, error);
}
