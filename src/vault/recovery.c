/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet: a 256-bit secret in two printable halves for two people.
 *
 * The first half is random, the second is the secret XOR the first. A half is printed as 56 letters of
 * Crockford's base32 in groups of four: one byte that says which half it is, 32 bytes, and a CRC-16 over both.
 * That CRC finds every single wrong letter and every two swapped neighbours, not only nearly all.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/recovery.h"

#include <sodium.h>
#include <string.h>

#define HALF_BYTES (1 + HEARTH_RECOVERY_BYTES + 2)
#define HALF_LETTERS (HALF_BYTES * 8 / 5)
#define GROUP_LETTERS 4
#define PRINTED_BYTES (HALF_LETTERS + HALF_LETTERS / GROUP_LETTERS)
/* High four bits: version of the sheet; low four: which half. */
#define HEADER(half) ((guint8) (0x10 | (half)))

G_STATIC_ASSERT (HALF_BYTES * 8 % 5 == 0);

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* CRC-16/IBM-3740: polynomial 0x1021, start 0xffff. */
static guint16
make_crc (const guint8 *bytes, gsize length)
{
  guint16 crc = 0xffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guint16) (bytes[i] << 8);
      for (int bit = 0; bit < 8; bit++)
        crc = (guint16) ((crc & 0x8000) ? (crc << 1) ^ 0x1021 : crc << 1);
    }
  return crc;
}

static void
print_half (const guint8 bytes[HALF_BYTES], char *text)
{
  unsigned int bits = 0, held = 0;
  char *next = text;

  for (guint i = 0, printed = 0; i < HALF_BYTES; i++)
    {
      bits = (bits << 8) | bytes[i];
      for (held += 8; held >= 5; printed++)
        {
          if (printed > 0 && printed % GROUP_LETTERS == 0)
            *next++ = ' ';
          held -= 5;
          *next++ = letters[(bits >> held) & 31];
        }
      bits &= 31;
    }
  *next = '\0';
}

static int
read_letter (char typed)
{
  char upper = g_ascii_toupper (typed);
  const char *found;

  if (upper == 'O')
    upper = '0';
  else if (upper == 'I' || upper == 'L')
    upper = '1';
  found = upper == '\0' ? NULL : strchr (letters, upper);
  return found == NULL ? -1 : (int) (found - letters);
}

static bool
is_between_letters (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* Which half @text is, 0 when it is not right. */
static int
read_half (const char *text, guint8 bytes[HALF_BYTES])
{
  unsigned int bits = 0, held = 0;
  gsize length = 0;
  guint16 crc;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int letter = read_letter (*p);

      if (is_between_letters (g_utf8_get_char (p)))
        continue;
      if (letter < 0 || length == HALF_BYTES)
        return 0;
      bits = ((bits & 0xff) << 5) | (unsigned int) letter;
      held += 5;
      if (held >= 8)
        {
          held -= 8;
          bytes[length++] = (guint8) (bits >> held);
        }
    }
  if (length != HALF_BYTES || held != 0)
    return 0;
  crc = make_crc (bytes, HALF_BYTES - 2);
  if (bytes[HALF_BYTES - 2] != crc >> 8 || bytes[HALF_BYTES - 1] != (crc & 0xff))
    return 0;
  return bytes[0] == HEADER (1) ? 1 : bytes[0] == HEADER (2) ? 2 : 0;
}

static void
finish_half (guint8 bytes[HALF_BYTES], int half, char *text)
{
  guint16 crc;

  bytes[0] = HEADER (half);
  crc = make_crc (bytes, HALF_BYTES - 2);
  bytes[HALF_BYTES - 2] = (guint8) (crc >> 8);
  bytes[HALF_BYTES - 1] = (guint8) (crc & 0xff);
  print_half (bytes, text);
}

void
hearth_recovery_sheet_free (HearthRecoverySheet *sheet)
{
  sodium_free (sheet->first_half);
  sodium_free (sheet->second_half);
  g_free (sheet);
}

HearthRecoverySheet *
hearth_recovery_sheet_new (const HearthSecretBytes *secret, GError **error)
{
  g_autoptr (HearthRecoverySheet) sheet = g_new0 (HearthRecoverySheet, 1);
  g_autoptr (HearthSecretBytes) bytes = hearth_secret_new (HALF_BYTES, error);

  if (bytes == NULL)
    return NULL;
  sheet->first_half = (char *) hearth_secret_new (PRINTED_BYTES, error);
  if (sheet->first_half == NULL)
    return NULL;
  sheet->second_half = (char *) hearth_secret_new (PRINTED_BYTES, error);
  if (sheet->second_half == NULL)
    return NULL;
  randombytes_buf (bytes + 1, HEARTH_RECOVERY_BYTES);
  finish_half (bytes, 1, sheet->first_half);
  for (guint i = 0; i < HEARTH_RECOVERY_BYTES; i++)
    bytes[1 + i] ^= secret[i];
  finish_half (bytes, 2, sheet->second_half);
  return g_steal_pointer (&sheet);
}

HearthSecretBytes *
hearth_recovery_read (const char *first_half, const char *second_half, int *wrong_half, GError **error)
{
  g_autoptr (HearthSecretBytes) first = hearth_secret_new (HALF_BYTES, error);
  g_autoptr (HearthSecretBytes) second = first == NULL ? NULL : hearth_secret_new (HALF_BYTES, error);
  g_autoptr (HearthSecretBytes) secret =
    second == NULL ? NULL : hearth_secret_new (HEARTH_RECOVERY_BYTES, error);
  int first_is, second_is;

  *wrong_half = 0;
  if (secret == NULL)
    return NULL;
  first_is = read_half (first_half, first);
  second_is = read_half (second_half, second);
  if (first_is == 0)
    *wrong_half = 1;
  else if (second_is == 0)
    *wrong_half = 2;
  else if (first_is == second_is)
    *wrong_half = first_is == 1 ? 2 : 1;
  if (*wrong_half != 0)
    {
      g_set_error_literal (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG,
                           "A half of the sheet is mistyped");
      return NULL;
    }
  for (guint i = 0; i < HEARTH_RECOVERY_BYTES; i++)
    secret[i] = first[1 + i] ^ second[1 + i];
  return g_steal_pointer (&secret);
}

HearthSecretBytes *
hearth_recovery_derive (const HearthSecretBytes *secret, const char *house, GError **error)
{
  static const char purpose[] = "hearth-recovery-1";
  HearthSecretBytes *key = hearth_secret_new (HEARTH_KEK_BYTES, error);
  crypto_generichash_state state;

  if (key == NULL)
    return NULL;
  /* The purpose has one length, so the two parts cannot be confused. */
  crypto_generichash_init (&state, secret, HEARTH_RECOVERY_BYTES, HEARTH_KEK_BYTES);
  crypto_generichash_update (&state, (const guint8 *) purpose, strlen (purpose));
  crypto_generichash_update (&state, (const guint8 *) house, strlen (house));
  crypto_generichash_final (&state, key, HEARTH_KEK_BYTES);
  sodium_memzero (&state, sizeof state);
  return key;
}
