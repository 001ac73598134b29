/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language a document is written in, which need not be that of the screen.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/language.h"

#include "draw/text.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define PREFERRED "LANGUAGE" /* languages a person wants words in, before that of the locale */

struct _HearthLanguageScope {
  locale_t before; /* 0 where nothing was changed */
  locale_t own;    /* 0 where the program's own does */
  char *preferred; /* NULL where nothing was changed */
};

char *
hearth_language_dup_chosen (const char *chosen)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  char *tag;

  if (chosen && *chosen)
    return g_strdup (chosen);
  /* Without a locale nothing is translated, whatever languages are preferred. */
  if (g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") || g_str_equal (locale, "POSIX"))
    return g_strdup ("en");
  tag = g_strdup (g_get_language_names_with_category ("LC_MESSAGES")[0]);
  tag[strcspn (tag, ".@")] = '\0';
  return g_strdelimit (tag, "_", '-');
}

static bool
speaks (int category, const char *language)
{
  const char *name = setlocale (category, NULL);
  gsize length = strcspn (language, "-_");

  return strncmp (name, language, length) == 0 && strchr ("_.@", name[length]) != NULL;
}

/* Words are looked up again when gettext hears of its domain, also of the same one. */
static void
set_preferred (const char *languages)
{
  g_setenv (PREFERRED, languages, TRUE);
  textdomain (textdomain (NULL));
}

/* Only what is there already is changed: a new variable would move the environment under other threads. */
static void
replace_preferred (HearthLanguageScope *scope, const char *languages)
{
  const char *preferred = g_getenv (PREFERRED);

  if (preferred == NULL || *preferred == '\0')
    return;
  scope->preferred = g_strdup (preferred);
  set_preferred (languages);
}

HearthLanguageScope *
hearth_language_scope_new (const char *language)
{
  HearthLanguageScope *scope = g_new0 (HearthLanguageScope, 1);
  g_autofree char *name = NULL;

  if (language == NULL || *language == '\0')
    return scope;
  /* In its own country's manner: a reader in Vienna who prints German keeps Austrian dates. */
  if (speaks (LC_TIME, language) && speaks (LC_MESSAGES, language))
    {
      scope->before = uselocale (LC_GLOBAL_LOCALE);
      replace_preferred (scope, "");
      return scope;
    }
  name = hearth_language_dup_locale (language);
  scope->own = newlocale (LC_ALL_MASK, name, (locale_t) 0);
  if (scope->own)
    scope->before = uselocale (scope->own);
  else
    *strchrnul (name, '.') = '\0';
  replace_preferred (scope, scope->own ? "" : name);
  return scope;
}

void
hearth_language_scope_free (HearthLanguageScope *scope)
{
  if (scope->preferred)
    set_preferred (scope->preferred);
  if (scope->before)
    uselocale (scope->before);
  if (scope->own)
    freelocale (scope->own);
  g_free (scope->preferred);
  g_free (scope);
}
