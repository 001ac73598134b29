/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every error has a sentence of its own that somebody who is no technician can act on.
 */
#include "fixtures/fixtures.h"
#include "store/store.h"
#include "vault/vault.h"

/** The codes there are, without counting on their names. */
#define N_VAULT_CODES (HEARTH_VAULT_ERROR_NAME + 1)
#define N_STORE_CODES (HEARTH_STORE_ERROR_LENT + 1)

static char *
make_sentence (GQuark domain, int code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, message);

  return hearth_store_error_to_sentence (error);
}

static void
assert_plain (const char *sentence)
{
  g_assert_cmpuint (g_utf8_strlen (sentence, -1), >, 30);
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_null (strstr (sentence, "ERROR"));
  g_assert_null (strstr (sentence, "_"));
  g_assert_null (strstr (sentence, "%"));
  g_assert_null (strstr (sentence, "SQL"));
  /* No shouting, no word in capitals only but units. */
  g_assert_false (g_regex_match_simple ("\\b(?!MB\\b)[A-Z]{2,}\\b", sentence, G_REGEX_DEFAULT,
                                        G_REGEX_MATCH_DEFAULT));
}

static void
test_every_code (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const struct {
    GQuark domain;
    int n_codes;
  } domains[] = { { HEARTH_VAULT_ERROR, N_VAULT_CODES }, { HEARTH_STORE_ERROR, N_STORE_CODES } };
  g_autofree char *unknown = make_sentence (HEARTH_STORE_ERROR, N_STORE_CODES, "detail");

  for (gsize d = 0; d < G_N_ELEMENTS (domains); d++)
    for (int code = 0; code < domains[d].n_codes; code++)
      {
        char *sentence = make_sentence (domains[d].domain, code, "detail");

        assert_plain (sentence);
        g_assert_cmpstr (sentence, !=, unknown);
        g_assert_true (g_hash_table_add (seen, sentence));
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, N_VAULT_CODES + N_STORE_CODES);
}

static void
test_detail (void)
{
  g_autofree char *damage = make_sentence (HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "page 12");
  g_autofree char *odd = make_sentence (HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO, "100 %s %n of it");
  g_autofree char *empty = make_sentence (HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO, "");
  g_autofree char *wrong = make_sentence (HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG, "no such slot");

  g_assert_nonnull (strstr (damage, "(page 12)"));
  g_assert_nonnull (strstr (odd, "(100 %s %n of it)"));
  g_assert_null (strstr (empty, "()"));
  /* Whether the name or the password was wrong is not told. */
  g_assert_null (strstr (wrong, "slot"));
}

static void
test_other_domains (void)
{
  g_autofree char *stopped = make_sentence (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
  g_autofree char *cancelled = make_sentence (HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CANCELLED, "");
  g_autofree char *file = make_sentence (G_FILE_ERROR, G_FILE_ERROR_NOENT, "No such file");

  g_assert_cmpstr (stopped, ==, cancelled);
  g_assert_nonnull (strstr (file, "No such file"));
}

static void
test_wait (void)
{
  g_autofree char *now = hearth_store_describe_wait (0);
  g_autofree char *one = hearth_store_describe_wait (1);
  g_autofree char *some = hearth_store_describe_wait (16);
  g_autofree char *long_wait = hearth_store_describe_wait (299);

  g_assert_cmpstr (now, ==, "You can try again now.");
  g_assert_cmpstr (one, ==, "Please wait 1 second, then try again.");
  g_assert_cmpstr (some, ==, "Please wait 16 seconds, then try again.");
  g_assert_cmpstr (long_wait, ==, "Please wait about 5 minutes, then try again.");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/sentences/every-code", test_every_code);
  g_test_add_func ("/sentences/detail", test_detail);
  g_test_add_func ("/sentences/other-domains", test_other_domains);
  g_test_add_func ("/sentences/wait", test_wait);
  return g_test_run ();
}
