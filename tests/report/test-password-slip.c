/* SPDX-License-Identifier: GPL-3.0-or-later
 * The slip of a first password, as it comes out of the printer: what stands on it, and nothing else.
 */
#include "report/password-slip.h"
#include "report/pdf.h"

#include "fixtures/fixtures.h"

#define PASSWORD "brook candle seven orchard"
#define HOUSE "An organisation · Garden"

/* What another program reads in the PDF. */
static char *
print (const char *user, const char *language, HearthPaper size)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "slip.pdf", NULL);
  const char *const arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autoptr (HearthDocument) document =
    hearth_password_slip_to_document (HOUSE, user, PASSWORD, HEARTH_TEST_TODAY, language, size);
  g_autoptr (HearthPages) pages = hearth_pages_new (document);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_assert_cmpuint (hearth_pages_get_n_pages (pages), ==, 1);
  hearth_pdf_write (pages, path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
test_words (void)
{
  g_autofree char *text = print ("mali", "en", HEARTH_PAPER_A4);
  g_auto (GStrv) lines = NULL;
  unsigned int n = 0;

  g_assert_nonnull (strstr (text, HOUSE));
  g_assert_nonnull (strstr (text, "Sign-in name mali"));
  g_assert_nonnull (strstr (text, "First password " PASSWORD));
  g_assert_nonnull (strstr (text, "You choose your own at the first sign-in. Then destroy this slip."));
  /* House and day, title, two facts, the sentence; at the foot the page and the hash. */
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    n += *g_strstrip (lines[i]) != '\0' && *lines[i] != '\f';
  g_assert_cmpuint (n, ==, 7);
}

static void
test_scripts (void)
{
  static const char *const users[] = { "มะลิ ใจดี", "نور", "mali" };
  static const char *const languages[] = { "en", "ar", "th" };

  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *text =
          print (users[i], languages[j], j == 0 ? HEARTH_PAPER_LETTER : HEARTH_PAPER_A4);

        g_assert_nonnull (strstr (text, PASSWORD));
      }
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);

  g_test_add_func ("/report/password-slip/words", test_words);
  g_test_add_func ("/report/password-slip/scripts", test_scripts);

  return g_test_run ();
}
