/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language a document is written in, which need not be that of the screen.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/language.h"

#include "draw/text.h"

#include <locale.h>
#include <string.h>

struct _HearthLanguageScope {
  locale_t before;
  locale_t own; /* 0 where nothing was changed */
};

/* In its own country's manner: a reader in Vienna who prints German keeps Austrian dates. */
static bool
speaks_already (const char *language)
{
  const char *name = setlocale (LC_TIME, NULL);
  gsize length = strcspn (language, "-_");

  return strncmp (name, language, length) == 0 && strchr ("_.@", name[length]) != NULL;
}

HearthLanguageScope *
hearth_language_scope_new (const char *language)
{
  HearthLanguageScope *scope = g_new0 (HearthLanguageScope, 1);
  g_autofree char *name = NULL;

  if (language == NULL || *language == '\0' || speaks_already (language))
    return scope;
  name = hearth_language_dup_locale (language);
  scope->own = newlocale (LC_ALL_MASK, name, (locale_t) 0);
  if (scope->own)
    scope->before = uselocale (scope->own);
  return scope;
}

void
hearth_language_scope_free (HearthLanguageScope *scope)
{
  if (scope->own)
    {
      uselocale (scope->before);
      freelocale (scope->own);
    }
  g_free (scope);
}
