/* SPDX-License-Identifier: GPL-3.0-or-later
 * What makes a password long enough, and passwords of four words.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include <sodium.h>
#include <string.h>

#include "vault/normalise.h"
#include "vault/vault.h"
#include "vault/words.h"

#define FEWEST_CHARACTERS 12
/* "aaaaaaaaaaaa" is long, and the first thing to be tried. */
#define FEWEST_DIFFERENT 5
#define WORDS 4

bool
hearth_password_is_strong_enough (const char *password)
{
  g_autoptr (HearthSecretBytes) normal = hearth_password_normalise (password);
  gunichar seen[FEWEST_DIFFERENT];
  guint different = 0, characters = 0;

  if (normal == NULL)
    return false;
  for (const char *p = (const char *) normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint i = 0;

      while (i < different && seen[i] != c)
        i++;
      if (i == different && different < FEWEST_DIFFERENT)
        seen[different++] = c;
      characters++;
    }
  sodium_memzero (seen, sizeof seen);
  return characters >= FEWEST_CHARACTERS && different == FEWEST_DIFFERENT;
}

char *
hearth_password_generate (void)
{
  char *password = (char *) hearth_secret_new (WORDS * (HEARTH_WORD_MAX_LETTERS + 1), NULL);
  char *end = password;

  if (password == NULL)
    return NULL;
  for (guint i = 0; i < WORDS; i++)
    {
      if (i > 0)
        *end++ = ' ';
      end = stpcpy (end, hearth_words[randombytes_uniform ((guint32) hearth_words_count)]);
    }
  return password;
}
