/* SPDX-License-Identifier: GPL-3.0-or-later
 * One form for what people type in different ways: sign-in names and passwords.
 *
 * ICU is used and not g_utf8_normalize (), because it works in buffers that are given to it: GLib would leave
 * copies of the password in freed memory.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/normalise.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* UTF-16 units that one byte of UTF-8 can become: UAX 15 gives 3 for NFC and 18 for NFKC. */
#define NFC_GROWTH 3
#define NFKC_GROWTH 18
/* Bytes of UTF-8 that one unit of UTF-16 can become. */
#define UTF8_PER_UNIT 3

static HearthSecretBytes *
normalise (const UNormalizer2 *form, const char *text, gsize length, gsize growth)
{
  gsize units = length * growth + 1;
  gsize bytes = units * UTF8_PER_UNIT + 1;
  g_autoptr (HearthSecretBytes) source = hearth_secret_new (sizeof (UChar) * (length + 1), NULL);
  g_autoptr (HearthSecretBytes) middle = hearth_secret_new (sizeof (UChar) * units, NULL);
  g_autoptr (HearthSecretBytes) result = hearth_secret_new (bytes, NULL);
  UErrorCode status = U_ZERO_ERROR;
  int32_t source_length, middle_length;

  if (source == NULL || middle == NULL || result == NULL)
    return NULL;
  /* sodium_malloc () aligns the end of a block: the sizes above are even, so UChar is aligned. */
  u_strFromUTF8 ((UChar *) (gpointer) source, (int32_t) length + 1, &source_length, text, (int32_t) length,
                 &status);
  middle_length = unorm2_normalize (form, (UChar *) (gpointer) source, source_length,
                                    (UChar *) (gpointer) middle, (int32_t) units, &status);
  u_strToUTF8 ((char *) result, (int32_t) bytes, NULL, (UChar *) (gpointer) middle, middle_length, &status);
  return U_FAILURE (status) ? NULL : g_steal_pointer (&result);
}

HearthSecretBytes *
hearth_password_normalise (const char *password)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFCInstance (&status);
  gsize length = strnlen (password, HEARTH_PASSWORD_MAX_BYTES + 1);

  if (U_FAILURE (status) || length == 0 || length > HEARTH_PASSWORD_MAX_BYTES ||
      !g_utf8_validate (password, (gssize) length, NULL))
    return NULL;
  return normalise (form, password, length, NFC_GROWTH);
}

static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (squeezed, c);
      else if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] != ' ')
        g_string_append_c (squeezed, ' ');
    }
  if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] == ' ')
    g_string_truncate (squeezed, squeezed->len - 1);
  return g_string_free_and_steal (squeezed);
}

char *
hearth_name_normalise (const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFKCCasefoldInstance (&status);
  gsize length = strnlen (name, HEARTH_NAME_MAX_BYTES + 1);
  g_autoptr (HearthSecretBytes) folded = NULL;
  g_autofree char *squeezed = NULL;

  if (U_FAILURE (status) || length == 0 || length > HEARTH_NAME_MAX_BYTES ||
      !g_utf8_validate (name, (gssize) length, NULL))
    return NULL;
  folded = normalise (form, name, length, NFKC_GROWTH);
  if (folded == NULL)
    return NULL;
  squeezed = squeeze ((const char *) folded);
  return *squeezed == '\0' ? NULL : g_steal_pointer (&squeezed);
}
