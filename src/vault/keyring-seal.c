/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sealed values: text that only the holders of a compartment's key can read, or only its author and the sheet.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <string.h>

#include "core/field.h"
#include "vault/canon.h"
#include "vault/keyring-private.h"
#include "vault/vault.h"

#define SALT_BYTES 32
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
#define FEWEST_CIPHER_BYTES (HEARTH_NONCE_BYTES + SALT_BYTES + TAG_BYTES)
#define EPOCH_AT 1
#define MARK_BYTES 8

/* A sealed value is a head, a nonce, and then salt and text encrypted. The head of a compartment's value: version and
 * epoch. That of an author's: version, a short mark of each of the two public keys, and the value's own key in a box
 * for each. */
#define COMPARTMENT_VERSION 1
#define COMPARTMENT_HEAD_BYTES (EPOCH_AT + 4)
#define AUTHOR_VERSION 2
#define MARK_AT(n) (1 + (n) * MARK_BYTES)
#define BOX_AT(n) (MARK_AT (2) + (n) * HEARTH_BOX_BYTES)
#define AUTHOR_HEAD_BYTES BOX_AT (2)
enum { FOR_AUTHOR, FOR_SHEET };

typedef guint8 Key[HEARTH_HOUSE_KEY_BYTES];

/* Where a value belongs. */
typedef struct {
  const char *compartment;
  const char *context;
  guint64 seal_number;
} Place;

static void
set_denied (GError **error, const char *message)
{
  g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DENIED, message);
}

static bool
is_author (const char *compartment)
{
  return g_str_equal (compartment, HEARTH_COMPARTMENT_AUTHOR);
}

static gsize
get_head_bytes (const char *compartment)
{
  return is_author (compartment) ? AUTHOR_HEAD_BYTES : COMPARTMENT_HEAD_BYTES;
}

static void
make_mark (const guint8 public_key[HEARTH_PUBLIC_KEY_BYTES], guint8 mark[MARK_BYTES])
{
  guint8 hash[HEARTH_HASH_BYTES];

  crypto_generichash (hash, sizeof hash, public_key, HEARTH_PUBLIC_KEY_BYTES, NULL, 0);
  memcpy (mark, hash, MARK_BYTES);
}

static bool
has_mark (const guint8 *head, int place, const guint8 public_key[HEARTH_PUBLIC_KEY_BYTES])
{
  guint8 mark[MARK_BYTES];

  make_mark (public_key, mark);
  return memcmp (head + MARK_AT (place), mark, sizeof mark) == 0;
}

static guint32
get_epoch (const guint8 *head)
{
  guint32 epoch;

  memcpy (&epoch, head + EPOCH_AT, sizeof epoch);
  return GUINT32_FROM_BE (epoch);
}

static void
free_plain (guint8 *plain, gsize length)
{
  sodium_memzero (plain, length);
  g_free (plain);
}

static GByteArray *
make_additional_data (HearthKeyring *keyring, const Place *place, const guint8 *head)
{
  bool author = is_author (place->compartment);
  GByteArray *canon = hearth_canon_new (author ? "hearth-sealed-author-1" : "hearth-sealed-1");

  hearth_canon_add_text (canon, keyring->house);
  hearth_canon_add_text (canon, place->context);
  hearth_canon_add_text (canon, place->compartment);
  hearth_canon_add_number (canon, author ? 0 : get_epoch (head));
  hearth_canon_add_number (canon, place->seal_number);
  /* A box of which the reader opens only the other one counts too. */
  if (author)
    hearth_canon_add_bytes (canon, head, AUTHOR_HEAD_BYTES);
  return canon;
}

/* --- sealing -------------------------------------------------------------------- */

/* The head of a new value, and the key that goes with it. */
static bool
begin_for_compartment (HearthKeyring *keyring, const char *compartment, guint8 *head, Key key, GError **error)
{
  int i = hearth_compartment_find (compartment);
  const HearthSecrets *secrets = hearth_keyring_hold (keyring, error);
  guint32 epoch;
  bool held;

  if (secrets == NULL)
    return false;
  held = i >= 0 && (secrets->held & (1u << i)) != 0;
  if (held)
    {
      epoch = GUINT32_TO_BE ((guint32) secrets->epochs[i]);
      head[0] = COMPARTMENT_VERSION;
      memcpy (head + EPOCH_AT, &epoch, sizeof epoch);
      memcpy (key, secrets->compartments[i], sizeof (Key));
    }
  else
    set_denied (error, "This compartment is not held");
  hearth_keyring_release (keyring);
  return held;
}

static bool
begin_for_author (HearthKeyring *keyring, const guint8 *author_key, guint8 *head, Key key, GError **error)
{
  const guint8 *sheet_key;

  /* Who closed the keyring meant to write nothing more. */
  if (hearth_keyring_hold (keyring, error) == NULL)
    return false;
  hearth_keyring_release (keyring);
  if (keyring->author_dropped)
    {
      set_denied (error, "Notes of one's own cannot be sealed");
      return false;
    }
  sheet_key = keyring->sheet_unused ? author_key : keyring->recovery_sealing_key;
  randombytes_buf (key, sizeof (Key));
  head[0] = AUTHOR_VERSION;
  make_mark (author_key, head + MARK_AT (FOR_AUTHOR));
  make_mark (sheet_key, head + MARK_AT (FOR_SHEET));
  if (crypto_box_seal (head + BOX_AT (FOR_AUTHOR), key, sizeof (Key), author_key) == 0 &&
      crypto_box_seal (head + BOX_AT (FOR_SHEET), key, sizeof (Key), sheet_key) == 0)
    return true;
  set_denied (error, "Nothing can be sealed to this key");
  return false;
}

/* @author_key: whom an author's value is for; @plain: salt and text. */
static GBytes *
seal_plain (HearthKeyring *keyring,
            const Place *place,
            const guint8 *author_key,
            const guint8 *plain,
            gsize length,
            GError **error)
{
  gsize head_bytes = get_head_bytes (place->compartment);
  gsize sealed_bytes = head_bytes + HEARTH_NONCE_BYTES + length + TAG_BYTES;
  g_autofree guint8 *sealed = g_malloc0 (sealed_bytes);
  g_autoptr (GByteArray) data = NULL;
  guint8 *nonce = sealed + head_bytes;
  Key key;
  bool begun = is_author (place->compartment)
                 ? begin_for_author (keyring, author_key, sealed, key, error)
                 : begin_for_compartment (keyring, place->compartment, sealed, key, error);

  if (!begun)
    return NULL;
  data = make_additional_data (keyring, place, sealed);
  randombytes_buf (nonce, HEARTH_NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt (nonce + HEARTH_NONCE_BYTES, NULL, plain, length, data->data,
                                              data->len, NULL, nonce, key);
  sodium_memzero (key, sizeof key);
  return g_bytes_new_take (g_steal_pointer (&sealed), sealed_bytes);
}

GBytes *
hearth_keyring_seal (HearthKeyring *keyring,
                     const char *compartment,
                     const char *context,
                     guint64 seal_number,
                     const char *text,
                     guint8 commitment[32],
                     GError **error)
{
  const Place place = { compartment, context, seal_number };
  gsize length = SALT_BYTES + strlen (text);
  guint8 *plain = g_malloc (length);
  GBytes *sealed;

  randombytes_buf (plain, SALT_BYTES);
  memcpy (plain + SALT_BYTES, text, length - SALT_BYTES);
  sealed = seal_plain (keyring, &place, keyring->sealing_key, plain, length, error);
  if (sealed != NULL)
    crypto_generichash (commitment, HEARTH_HASH_BYTES, plain, length, NULL, 0);
  free_plain (plain, length);
  return sealed;
}

/* --- opening -------------------------------------------------------------------- */

typedef enum {
  FOUND,
  NOT_FOR_ME,
  BROKEN,
} Found;

static Found
find_compartment_key (const HearthSecrets *secrets, const char *compartment, const guint8 *head, Key key)
{
  int i = hearth_compartment_find (compartment);
  guint32 epoch = get_epoch (head);

  if (i < 0 || !(secrets->held & (1u << i)))
    return NOT_FOR_ME;
  if (head[0] != COMPARTMENT_VERSION)
    return BROKEN;
  if (epoch == secrets->epochs[i])
    memcpy (key, secrets->compartments[i], sizeof (Key));
  else if ((secrets->renewing & (1u << i)) && epoch == secrets->epochs_before[i])
    memcpy (key, secrets->compartments_before[i], sizeof (Key));
  else
    return BROKEN;
  return FOUND;
}

static Found
find_author_key (HearthKeyring *keyring, const HearthSecrets *secrets, const guint8 *head, Key key)
{
  int place;

  if (keyring->author_dropped)
    return NOT_FOR_ME;
  if (head[0] != AUTHOR_VERSION)
    return BROKEN;
  if (has_mark (head, FOR_AUTHOR, keyring->sealing_key))
    place = FOR_AUTHOR;
  else if (has_mark (head, FOR_SHEET, keyring->sealing_key))
    place = FOR_SHEET;
  else
    return NOT_FOR_ME;
  return crypto_box_seal_open (key, head + BOX_AT (place), HEARTH_BOX_BYTES, keyring->sealing_key,
                               secrets->sealing_secret) == 0
           ? FOUND
           : BROKEN;
}

/* The key of a value whose head is whole, or that has none: then @head is zero. */
static Found
find_key (HearthKeyring *keyring, const char *compartment, const guint8 *head, Key key, GError **error)
{
  const HearthSecrets *secrets = hearth_keyring_hold (keyring, error);
  Found found;

  if (secrets == NULL)
    return NOT_FOR_ME;
  if (is_author (compartment))
    found = find_author_key (keyring, secrets, head, key);
  else
    found = find_compartment_key (secrets, compartment, head, key);
  hearth_keyring_release (keyring);
  if (found == NOT_FOR_ME)
    set_denied (error,
                is_author (compartment) ? "This is sealed to somebody else" : "This compartment is not held");
  return found;
}

static bool
decrypt (HearthKeyring *keyring,
         const Place *place,
         const guint8 *sealed,
         gsize length,
         const Key key,
         const guint8 commitment[32],
         guint8 *plain,
         gsize plain_length)
{
  g_autoptr (GByteArray) data = make_additional_data (keyring, place, sealed);
  gsize head_bytes = get_head_bytes (place->compartment);
  const guint8 *nonce = sealed + head_bytes;
  guint8 expected[HEARTH_HASH_BYTES];

  if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, nonce + HEARTH_NONCE_BYTES,
                                                  length - head_bytes - HEARTH_NONCE_BYTES, data->data,
                                                  data->len, nonce, key) != 0)
    return false;
  crypto_generichash (expected, sizeof expected, plain, plain_length, NULL, 0);
  return sodium_memcmp (expected, commitment, sizeof expected) == 0;
}

/* Salt and text, with a NUL byte after them that is not counted; for free_plain (). */
static guint8 *
open_plain (HearthKeyring *keyring,
            const Place *place,
            GBytes *bytes,
            const guint8 commitment[32],
            gsize *plain_length,
            GError **error)
{
  static const guint8 no_head[AUTHOR_HEAD_BYTES];
  gsize length, head_bytes = get_head_bytes (place->compartment);
  const guint8 *sealed = g_bytes_get_data (bytes, &length);
  bool whole = length >= head_bytes + FEWEST_CIPHER_BYTES;
  guint8 *plain = NULL;
  Key key;
  Found found = find_key (keyring, place->compartment, whole ? sealed : no_head, key, error);

  if (found == NOT_FOR_ME)
    return NULL;
  if (found == FOUND)
    {
      *plain_length = length - head_bytes - HEARTH_NONCE_BYTES - TAG_BYTES;
      plain = g_malloc0 (*plain_length + 1);
      if (!decrypt (keyring, place, sealed, length, key, commitment, plain, *plain_length))
        {
          free_plain (plain, *plain_length + 1);
          plain = NULL;
        }
    }
  sodium_memzero (key, sizeof key);
  if (plain == NULL)
    g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_DAMAGED,
                         "A sealed value does not open here");
  return plain;
}

char *
hearth_keyring_open (HearthKeyring *keyring,
                     const char *compartment,
                     const char *context,
                     guint64 seal_number,
                     GBytes *sealed,
                     const guint8 commitment[32],
                     GError **error)
{
  const Place place = { compartment, context, seal_number };
  gsize length;
  guint8 *plain = open_plain (keyring, &place, sealed, commitment, &length, error);
  char *text;

  if (plain == NULL)
    return NULL;
  text = g_strndup ((const char *) plain + SALT_BYTES, length - SALT_BYTES);
  free_plain (plain, length);
  return text;
}

/* --- sealing anew --------------------------------------------------------------- */

static GBytes *
reseal (HearthKeyring *keyring,
        const Place *place,
        guint64 new_seal_number,
        const guint8 *author_key,
        GBytes *sealed,
        const guint8 commitment[32],
        GError **error)
{
  const Place new_place = { place->compartment, place->context, new_seal_number };
  gsize length;
  guint8 *plain = open_plain (keyring, place, sealed, commitment, &length, error);
  GBytes *again;

  if (plain == NULL)
    return NULL;
  again = seal_plain (keyring, &new_place, author_key, plain, length, error);
  free_plain (plain, length);
  return again;
}

/* The head of an author's value, or NULL. */
static const guint8 *
get_author_head (GBytes *sealed)
{
  gsize length;
  const guint8 *head = g_bytes_get_data (sealed, &length);

  return length >= AUTHOR_HEAD_BYTES + FEWEST_CIPHER_BYTES && head[0] == AUTHOR_VERSION ? head : NULL;
}

GBytes *
hearth_keyring_reseal (HearthKeyring *keyring,
                       const char *compartment,
                       const char *context,
                       guint64 seal_number,
                       guint64 new_seal_number,
                       GBytes *sealed,
                       const guint8 commitment[32],
                       GError **error)
{
  const Place place = { compartment, context, seal_number };
  const guint8 *head = is_author (compartment) ? get_author_head (sealed) : NULL;

  /* With the sheet this would take a note away from its author. */
  if (head != NULL && !has_mark (head, FOR_AUTHOR, keyring->sealing_key))
    {
      set_denied (error, "This is sealed to somebody else");
      return NULL;
    }
  return reseal (keyring, &place, new_seal_number, keyring->sealing_key, sealed, commitment, error);
}

GBytes *
hearth_keyring_reseal_for_author (HearthKeyring *keyring,
                                  const guint8 author_key[HEARTH_PUBLIC_KEY_BYTES],
                                  const char *context,
                                  guint64 seal_number,
                                  guint64 new_seal_number,
                                  GBytes *sealed,
                                  const guint8 commitment[32],
                                  GError **error)
{
  const Place place = { HEARTH_COMPARTMENT_AUTHOR, context, seal_number };

  return reseal (keyring, &place, new_seal_number, author_key, sealed, commitment, error);
}

unsigned int
hearth_sealed_get_epoch (GBytes *sealed)
{
  gsize length;
  const guint8 *head = g_bytes_get_data (sealed, &length);

  return length >= COMPARTMENT_HEAD_BYTES + FEWEST_CIPHER_BYTES && head[0] == COMPARTMENT_VERSION
           ? get_epoch (head)
           : 0;
}

bool
hearth_sealed_is_for (GBytes *sealed,
                      const guint8 author_key[HEARTH_PUBLIC_KEY_BYTES],
                      const guint8 recovery_key[HEARTH_PUBLIC_KEY_BYTES])
{
  const guint8 *head = get_author_head (sealed);

  return head != NULL && has_mark (head, FOR_AUTHOR, author_key) && has_mark (head, FOR_SHEET, recovery_key);
}
