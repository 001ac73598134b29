/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language of a report: the one that was chosen, whatever the desktop is set to.
 */
#include "config.h"

#include "core/date.h"
#include "report/language.h"

#include "fixtures/fixtures.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#define WORDS "Progress report"

/* A catalogue for @language in which WORDS are the language's name. */
static void
add_catalogue (const char *folder, const char *language)
{
  g_autofree char *inside = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *source = g_build_filename (inside, "words.po", NULL);
  g_autofree char *compiled = g_build_filename (inside, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *words =
    g_strdup_printf ("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                     "msgid \"" WORDS "\"\nmsgstr \"%s\"\n",
                     language);
  const char *const arguments[] = { "msgfmt", "-o", compiled, source, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_file_set_contents (source, words, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* What WORDS are with @language chosen; NULL: nothing was chosen. */
static void
assert_words (const char *chosen, const char *words)
{
  g_autoptr (HearthLanguageScope) scope = hearth_language_scope_new (chosen);

  g_assert_cmpstr (_ (WORDS), ==, words);
}

static void
test_chosen_wins (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autofree char *screen = NULL;

  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  add_catalogue (folder, "ar");
  add_catalogue (folder, "th");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  assert_words (NULL, WORDS);
  assert_words ("th", "th");
  g_setenv ("LANGUAGE", "ar:en", TRUE);
  textdomain (textdomain (NULL));
  assert_words (NULL, "ar");
  assert_words ("", "ar");
  assert_words ("th", "th");
  assert_words ("en", WORDS);
  assert_words ("de", WORDS);
  assert_words (NULL, "ar");
  /* No such locale on any system: words all the same, where there are some. */
  assert_words ("th-AQ", "th");
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "ar:en");
  screen = hearth_language_dup_chosen (NULL);
  g_assert_cmpstr (screen, ==, "ar");
  g_clear_pointer (&screen, g_free);
  screen = hearth_language_dup_chosen ("th");
  g_assert_cmpstr (screen, ==, "th");

  {
    g_autoptr (HearthLanguageScope) outer = hearth_language_scope_new ("th");

    assert_words ("ar", "ar");
    assert_words ("en", WORDS);
    g_assert_cmpstr (_ (WORDS), ==, "th");
  }
  assert_words (NULL, "ar");
  g_unsetenv ("LANGUAGE");
  g_clear_pointer (&screen, g_free);
  screen = hearth_language_dup_chosen (NULL);
  g_assert_cmpstr (screen, ==, "en-US");
}

/* Dates are written in the language's manner too, and as before afterwards. */
static void
test_dates (void)
{
  g_autofree char *before = hearth_date_format ("2026-05-01");
  g_autofree char *german = NULL, *after = NULL;

  {
    g_autoptr (HearthLanguageScope) scope = hearth_language_scope_new ("de");

    german = hearth_date_format ("2026-05-01");
  }
  after = hearth_date_format ("2026-05-01");
  g_assert_cmpstr (before, ==, after);
  g_assert_nonnull (strstr (german, "Mai"));
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/language/chosen-wins", test_chosen_wins);
  g_test_add_func ("/report/language/dates", test_dates);
  return g_test_run ();
}
