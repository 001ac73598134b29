/* SPDX-License-Identifier: GPL-3.0-or-later
 * Weeks: the day they begin with is the locale's.
 */
#include <locale.h>

#include "core/week.h"
#include "fixtures/fixtures.h"

static void
assert_begins (const char *date, const char *first)
{
  g_autofree char *begin = hearth_week_begin (date);

  g_assert_cmpstr (begin, ==, first);
}

/* 1 March 2026 is a Sunday. */
static void
test_locale_says (void)
{
  static const struct {
    const char *locale;
    const char *of_sunday;
    const char *of_saturday;
  } rows[] = { { "de_DE.utf8", "2026-02-23", "2026-02-23" },
               { "en_US.utf8", "2026-03-01", "2026-02-22" },
               { "ar_EG.utf8", "2026-02-28", "2026-02-28" } };
  g_autofree char *before = g_strdup (setlocale (LC_TIME, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (setlocale (LC_TIME, rows[i].locale) == NULL)
        {
          g_test_message ("no locale %s here", rows[i].locale);
          continue;
        }
      assert_begins ("2026-03-01", rows[i].of_sunday);
      assert_begins ("2026-02-28", rows[i].of_saturday);
    }
  setlocale (LC_TIME, before);
}

static void
test_no_day (void)
{
  assert_begins ("", "");
  assert_begins ("2026-03", "");
  assert_begins ("soon", "");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/week/locale", test_locale_says);
  g_test_add_func ("/week/no-day", test_no_day);
  return g_test_run ();
}
