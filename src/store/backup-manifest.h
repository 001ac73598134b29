/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a copy of a house says of itself: manifest.json. Private.
 *
 * Sizes and hashes stand in clear, so that a copy can be put back without a key. How many records of which kind there
 * are is sealed with a key of the house, bound to the rest: a stick that is found tells nobody what it holds.
 */
#pragma once

#include "store/backup-file.h"
#include "store/backup.h"

G_BEGIN_DECLS

#define HEARTH_MANIFEST_NAME "manifest.json"

typedef struct {
  char *name; /* below the copy's folder: "house.db", "house.keys", "files/…" */
  HearthFileDigest digest;
} HearthManifestFile;

typedef struct {
  gint64 version; /* of the manifest's own form */
  char *house;   /* the house's id */
  char *made_at; /* UTC, RFC 3339 */
  HearthCopyReason why; /* for a manifest of the first form: ASKED, as all were then */
  gint64 schema; /* user_version */
  gint64 epoch;  /* of the house key */
  char *anchor;  /* the last audit row: hearth_anchor_to_text () */
  GPtrArray *files;   /* of HearthManifestFile */
  GHashTable *by_name; /* the same, borrowed */
  GPtrArray
    *damaged; /* of char *: attached files that were not whole when the copy was made, and are not in it */
  GBytes *sealed_counts;
} HearthManifest;

HearthManifest *hearth_manifest_new (void);
void hearth_manifest_free (HearthManifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthManifest, hearth_manifest_free)

void hearth_manifest_add_file (HearthManifest *manifest, const char *name, const HearthFileDigest *digest);
const HearthManifestFile *hearth_manifest_lookup_file (HearthManifest *manifest, const char *name);

/** @counts: table → gint64. To be called last: the rest is bound to it. DENIED when @keyring is closed. */
bool hearth_manifest_seal_counts (HearthManifest *manifest,
                                  HearthKeyring *keyring,
                                  GHashTable *counts,
                                  GError **error);
/** table → gint64; NULL and CORRUPT when they do not belong to the rest. Transfer full. */
GHashTable *hearth_manifest_open_counts (HearthManifest *manifest, HearthKeyring *keyring, GError **error);

/** Transfer full. */
char *hearth_manifest_to_json (HearthManifest *manifest);
/** manifest.json of the copy in @folder, every name in it checked; CORRUPT, NEWER, NOT_A_HOUSE when there is none. */
HearthManifest *hearth_manifest_read (const char *folder, GError **error);

G_END_DECLS
