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
 * for each. That of a letter, a compartment's value which came through its letterbox: version, epoch, and the value's own
 * key in a box for the letterbox. */
#define COMPARTMENT_HEAD_BYTES (EPOCH_AT + 4)
#define MARK_AT(n) (1 + (n) * MARK_BYTES)
#define BOX_AT(n) (MARK_AT (2) + (n) * HEARTH_BOX_BYTES)
#define AUTHOR_HEAD_BYTES BOX_AT (2)
#define LETTER_BOX_AT COMPARTMENT_HEAD_BYTES
#define LETTER_HEAD_BYTES (LETTER_BOX_AT + HEARTH_BOX_BYTES)
enum { FOR_AUTHOR, FOR_SHEET };

/* How a value is sealed; the number is the version in its head. */
typedef enum {
  COMPARTMENT = 1,
  AUTHOR = 2,
  LETTER = 3,
} Form;

static const struct {
  gsize head_bytes;
  const char *domain;
} forms[] = {
  [COMPARTMENT] = { COMPARTMENT_HEAD_BYTES, "hearth-sealed-1" },
  [AUTHOR] = { AUTHOR_HEAD_BYTES, "hearth-sealed-author-1" },
  [LETTER] = { LETTER_HEAD_BYTES, "hearth-sealed-letter-1" },
};

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

/* The form that a value of @compartment has by its first byte; another than the two of a compartment is broken, which shows
 * when its key is looked for. */
static Form
get_form (const char *compartment, const guint8 *sealed, gsize length)
{
  if (is_author (compartment))
    return AUTHOR;
  return length > 0 && sealed[0] == LETTER ? LETTER : COMPARTMENT;
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

static bool
is_whole (GBytes *sealed, Form form)
{
  gsize length;
  const guint8 *head = g_bytes_get_data (sealed, &length);

  return length >= forms[form].head_bytes + FEWEST_CIPHER_BYTES && head[0] == form;
}

static void
free_plain (guint8 *plain, gsize length)
{
  sodium_memzero (plain, length);
  g_free (plain);
}

static GByteArray *
make_additional_data (HearthKeyring *keyring, const Place *place, Form form, const guint8 *head)
{
  GByteArray *canon = hearth_canon_new (forms[form].domain);

  hearth_canon_add_text (canon, keyring->house);
  hearth_canon_add_text (canon, place->context);
  hearth_canon_add_text (canon, place->compartment);
  hearth_canon_add_number (canon, form == AUTHOR ? 0 : get_epoch (head));
  hearth_canon_add_number (canon, place->seal_number);
  /* A box of which the reader opens only the other one counts too. */
  if (form != COMPARTMENT)
    hearth_canon_add_bytes (canon, head, forms[form].head_bytes);
  return canon;
}

/* --- sealing -------------------------------------------------------------------- */

static void
begin_head (guint8 *head, Form form, guint32 number)
{
  guint32 epoch = GUINT32_TO_BE (number);

  head[0] = (guint8) form;
  memcpy (head + EPOCH_AT, &epoch, sizeof epoch);
}

/* The head of a new value, and the key that goes with it. */
static bool
begin_for_compartment (HearthKeyring *keyring, const char *compartment, guint8 *head, Key key, GError **error)
{
  int i = hearth_compartment_find (compartment);
  const HearthSecrets *secrets = hearth_keyring_hold (keyring, error);
  bool held;

  if (secrets == NULL)
    return false;
  held = i >= 0 && (secrets->held & (1u << i)) != 0;
  if (held)
    {
      begin_head (head, COMPARTMENT, (guint32) secrets->epochs[i]);
      memcpy (key, secrets->compartments[i], sizeof (Key));
    }
  else
    set_denied (error, "This compartment is not held");
  hearth_keyring_release (keyring);
  return held;
}

/* Who closed the keyring meant to write nothing more, also where no secret is needed for it. */
static bool
is_in_use (HearthKeyring *keyring, GError **error)
{
  if (hearth_keyring_hold (keyring, error) == NULL)
    return false;
  hearth_keyring_release (keyring);
  return true;
}

static bool
begin_for_author (HearthKeyring *keyring, const guint8 *author_key, guint8 *head, Key key, GError **error)
{
  const guint8 *sheet_key;

  if (!is_in_use (keyring, error))
    return false;
  if (keyring->author_dropped)
    {
      set_denied (error, "Notes of one's own cannot be sealed");
      return false;
    }
  sheet_key = keyring->sheet_unused ? author_key : keyring->recovery_sealing_key;
  randombytes_buf (key, sizeof (Key));
  head[0] = AUTHOR;
  make_mark (author_key, head + MARK_AT (FOR_AUTHOR));
  make_mark (sheet_key, head + MARK_AT (FOR_SHEET));
  if (crypto_box_seal (head + BOX_AT (FOR_AUTHOR), key, sizeof (Key), author_key) == 0 &&
      crypto_box_seal (head + BOX_AT (FOR_SHEET), key, sizeof (Key), sheet_key) == 0)
    return true;
  set_denied (error, "Nothing can be sealed to this key");
  return false;
}

static bool
begin_letter (HearthKeyring *keyring, const char *compartment, guint8 *head, Key key, GError **error)
{
  int i = hearth_compartment_find (compartment);
  const HearthLetterbox *letterbox = i < 0 ? NULL : &keyring->letterboxes[i];

  if (!is_in_use (keyring, error))
    return false;
  if (letterbox == NULL || letterbox->epoch == 0)
    {
      set_denied (error, "This compartment is not held");
      return false;
    }
  randombytes_buf (key, sizeof (Key));
  begin_head (head, LETTER, letterbox->epoch);
  if (crypto_box_seal (head + LETTER_BOX_AT, key, sizeof (Key), letterbox->key) == 0)
    return true;
  set_denied (error, "Nothing can be sealed to this letterbox");
  return false;
}

/* How this person seals a value of @compartment. */
static Form
choose_form (HearthKeyring *keyring, const char *compartment)
{
  if (is_author (compartment))
    return AUTHOR;
  return hearth_keyring_has_compartment (keyring, compartment) ? COMPARTMENT : LETTER;
}

static bool
begin (HearthKeyring *keyring,
       const char *compartment,
       Form form,
       const guint8 *author_key,
       guint8 *head,
       Key key,
       GError **error)
{
  switch (form)
    {
    case AUTHOR:
      return begin_for_author (keyring, author_key, head, key, error);
    case LETTER:
      return begin_letter (keyring, compartment, head, key, error);
    case COMPARTMENT:
    default:
      return begin_for_compartment (keyring, compartment, head, key, error);
    }
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
  Form form = choose_form (keyring, place->compartment);
  gsize head_bytes = forms[form].head_bytes;
  gsize sealed_bytes = head_bytes + HEARTH_NONCE_BYTES + length + TAG_BYTES;
  g_autofree guint8 *sealed = g_malloc0 (sealed_bytes);
  g_autoptr (GByteArray) data = NULL;
  guint8 *nonce = sealed + head_bytes;
  Key key;

  if (!begin (keyring, place->compartment, form, author_key, sealed, key, error))
    return NULL;
  data = make_additional_data (keyring, place, form, sealed);
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

/* The key in a letter's box, opened with what belongs to the compartment's @own key of that epoch. */
static Found
open_letter (HearthKeyring *keyring, guint compartment, const guint8 *own, const guint8 *head, Key key)
{
  guint8 public_key[HEARTH_PUBLIC_KEY_BYTES], secret[crypto_box_SECRETKEYBYTES];
  int opened;

  hearth_letterbox_derive (keyring->house, compartment, get_epoch (head), own, public_key, secret);
  opened = crypto_box_seal_open (key, head + LETTER_BOX_AT, HEARTH_BOX_BYTES, public_key, secret);
  sodium_memzero (secret, sizeof secret);
  return opened == 0 ? FOUND : BROKEN;
}

static Found
find_compartment_key (HearthKeyring *keyring,
                      const HearthSecrets *secrets,
                      const char *compartment,
                      const guint8 *head,
                      Key key)
{
  int i = hearth_compartment_find (compartment);
  guint32 epoch = get_epoch (head);
  const guint8 *own;

  if (i < 0 || !(secrets->held & (1u << i)))
    return NOT_FOR_ME;
  if (epoch == secrets->epochs[i])
    own = secrets->compartments[i];
  else if ((secrets->renewing & (1u << i)) && epoch == secrets->epochs_before[i])
    own = secrets->compartments_before[i];
  else
    return BROKEN;
  if (head[0] == LETTER)
    return open_letter (keyring, (guint) i, own, head, key);
  if (head[0] != COMPARTMENT)
    return BROKEN;
  memcpy (key, own, sizeof (Key));
  return FOUND;
}

static Found
find_author_key (HearthKeyring *keyring, const HearthSecrets *secrets, const guint8 *head, Key key)
{
  int place;

  if (keyring->author_dropped)
    return NOT_FOR_ME;
  if (head[0] != AUTHOR)
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
    found = find_compartment_key (keyring, secrets, compartment, head, key);
  hearth_keyring_release (keyring);
  if (found == NOT_FOR_ME)
    set_denied (error,
                is_author (compartment) ? "This is sealed to somebody else" : "This compartment is not held");
  return found;
}

static bool
decrypt (HearthKeyring *keyring,
         const Place *place,
         Form form,
         const guint8 *sealed,
         gsize length,
         const Key key,
         const guint8 commitment[32],
         guint8 *plain,
         gsize plain_length)
{
  g_autoptr (GByteArray) data = make_additional_data (keyring, place, form, sealed);
  gsize head_bytes = forms[form].head_bytes;
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
  gsize length;
  const guint8 *sealed = g_bytes_get_data (bytes, &length);
  Form form = get_form (place->compartment, sealed, length);
  gsize head_bytes = forms[form].head_bytes;
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
      if (!decrypt (keyring, place, form, sealed, length, key, commitment, plain, *plain_length))
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
  return is_whole (sealed, AUTHOR) ? g_bytes_get_data (sealed, NULL) : NULL;
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

bool
hearth_sealed_is_letter (GBytes *sealed)
{
  return is_whole (sealed, LETTER);
}

unsigned int
hearth_sealed_get_epoch (GBytes *sealed)
{
  return is_whole (sealed, COMPARTMENT) || is_whole (sealed, LETTER)
           ? get_epoch (g_bytes_get_data (sealed, NULL))
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
