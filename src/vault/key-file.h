/* SPDX-License-Identifier: GPL-3.0-or-later
 * What house.keys holds, in memory: no secret in it is readable without a password or the recovery sheet.
 */
#pragma once

#include <sodium.h>

#include "vault/kdf.h"

G_BEGIN_DECLS

#define HEARTH_KEY_FILE_FORMAT 2
#define HEARTH_COMPARTMENTS 4
#define HEARTH_HASH_BYTES 32
#define HEARTH_SLOT_ID_BYTES 32

#define HEARTH_NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
/* X25519 secret key, Ed25519 seed, and the signing key of the house's founder. */
#define HEARTH_WRAPPED_PLAIN_BYTES \
  (crypto_box_SECRETKEYBYTES + crypto_sign_SEEDBYTES + HEARTH_PUBLIC_KEY_BYTES)
#define HEARTH_WRAPPED_BYTES (HEARTH_WRAPPED_PLAIN_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define HEARTH_BOX_BYTES (HEARTH_HOUSE_KEY_BYTES + crypto_box_SEALBYTES)

/**
 * HearthKeySlot:
 * @id: keyed hash of the slot's key; nothing of the name is in it
 * @person: ULID of the account; of the sheet's own when @is_recovery
 * @first_password: the password was given by somebody else
 * @epoch: when @wrapped was written
 * @wrapped: the secret keys, under the key that comes from the password or the sheet
 * @house_box: the house key, sealed to @sealing_key
 * @next_box: the next house key, while the file is rotating; else zero
 * @compartments: bit n for hearth_compartments[n]
 * @boxes: their keys, sealed to @sealing_key; zero where there is none
 * @boxes_before: of the held ones that are renewed: their keys before
 */
typedef struct {
  guint8 id[HEARTH_SLOT_ID_BYTES];
  char *person;
  bool is_recovery;
  bool first_password;
  guint64 epoch;
  guint8 sealing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 signing_key[HEARTH_PUBLIC_KEY_BYTES];
  guint8 nonce[HEARTH_NONCE_BYTES];
  guint8 wrapped[HEARTH_WRAPPED_BYTES];
  guint8 house_box[HEARTH_BOX_BYTES];
  guint8 next_box[HEARTH_BOX_BYTES];
  unsigned int compartments;
  guint8 boxes[HEARTH_COMPARTMENTS][HEARTH_BOX_BYTES];
  guint8 boxes_before[HEARTH_COMPARTMENTS][HEARTH_BOX_BYTES];
} HearthKeySlot;

void hearth_key_slot_free (HearthKeySlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthKeySlot, hearth_key_slot_free)

/**
 * HearthKeyCompartment: which key it is, without telling it
 * @marked: somebody who held it has gone: it is to be renewed
 * @epoch_before: while it is renewed, number of the key before; else 0
 */
typedef struct {
  guint64 epoch;
  guint8 commitment[HEARTH_HASH_BYTES];
  bool marked;
  guint64 epoch_before;
  guint8 commitment_before[HEARTH_HASH_BYTES];
} HearthKeyCompartment;

/** @signer: NULL when there is no anchor yet. */
typedef struct {
  gint64 sequence;
  guint8 hash[HEARTH_HASH_BYTES];
  char *signer;
  guint8 signature[HEARTH_SIGNATURE_BYTES];
} HearthKeyAnchor;

/**
 * HearthKeyFile:
 * @is_rotating: every slot has the next house key, too
 * @slots: (element-type HearthKeySlot)
 * @seal: keyed hash of all above with a key of the house: shows what somebody without a password changed
 * @source: the bytes it was read from, NULL when it is new
 * @is_previous: read from the previous version because the newest is damaged or gone
 */
typedef struct {
  char *house;
  guint8 salt[HEARTH_SALT_BYTES];
  HearthKeyCost cost;
  guint64 epoch;
  bool is_rotating;
  HearthKeyCompartment compartments[HEARTH_COMPARTMENTS];
  GPtrArray *slots;
  HearthKeyAnchor anchor;
  guint8 seal[HEARTH_HASH_BYTES];
  GBytes *source;
  bool is_previous;
} HearthKeyFile;

/** Empty but for the list of slots, every number 1; transfer full. */
HearthKeyFile *hearth_key_file_new (void);
void hearth_key_file_free (HearthKeyFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthKeyFile, hearth_key_file_free)

/** Borrowed, or NULL. */
HearthKeySlot *hearth_key_file_lookup_slot (const HearthKeyFile *file, const guint8 id[HEARTH_SLOT_ID_BYTES]);
HearthKeySlot *hearth_key_file_lookup_person (const HearthKeyFile *file, const char *person);
HearthKeySlot *hearth_key_file_lookup_recovery (const HearthKeyFile *file);

/** Bits of the compartments that have a key before. */
unsigned int hearth_key_file_get_renewing (const HearthKeyFile *file);

/** BLAKE2b-256 over everything, the seal included: finds accidents without any key. */
void hearth_key_file_make_checksum (const HearthKeyFile *file, guint8 checksum[HEARTH_HASH_BYTES]);
void hearth_key_file_seal (HearthKeyFile *file, const guint8 house_key[HEARTH_HOUSE_KEY_BYTES]);
bool hearth_key_file_is_sealed_by (const HearthKeyFile *file, const guint8 house_key[HEARTH_HOUSE_KEY_BYTES]);

/** JSON; never fails. */
GBytes *hearth_key_file_to_json (const HearthKeyFile *file);
/** NULL with %HEARTH_VAULT_ERROR_DAMAGED or %HEARTH_VAULT_ERROR_NEWER. */
HearthKeyFile *hearth_key_file_from_json (GBytes *json, GError **error);

/** The newest readable version in @folder; NULL with MISSING, DAMAGED, NEWER or IO. */
HearthKeyFile *hearth_key_file_load (const char *folder, GError **error);

typedef enum {
  HEARTH_KEY_FILE_KEEP_PREVIOUS,   /* what it was read from becomes the previous version */
  HEARTH_KEY_FILE_RETIRE_PREVIOUS, /* the previous version opens with what was taken away now: replace it too */
} HearthKeyFilePrevious;

/** Replaces both versions on disk, or neither; false with FULL or IO. */
bool hearth_key_file_save (const HearthKeyFile *file,
                           const char *folder,
                           HearthKeyFilePrevious previous,
                           GError **error);
/** Whether @folder holds a version of a key file, readable or not. */
bool hearth_key_file_exists (const char *folder);

G_END_DECLS
