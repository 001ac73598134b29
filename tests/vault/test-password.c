/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strength of passwords, generated ones, forms of names, and the cost of a guess.
 */
#include <sodium.h>
#include <string.h>

#include "fixtures/fixtures.h"
#include "vault/canon.h"
#include "vault/kdf.h"
#include "vault/normalise.h"
#include "vault/words.h"

static void
test_strength (void)
{
  static const char *const strong[] = {
    "abcdefghijkl", "blue sky over", "กขคงจฉชซฌญฎฏ", "pass word 12", "\xf0\x9f\x8c\xb2 elf mots ici",
  };
  static const char *const weak[] = {
    "",
    "abcdefghijk",
    "aaaaaaaaaaaaaaaa",
    "abababababababab",
    "กขคง",
    "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
    /* Eleven letters, one of them typed in two parts. */
    "abcdefghije\xcc\x81",
  };
  g_autofree char *huge = g_strnfill (1025, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (strong); i++)
    g_assert_true (hearth_password_is_strong_enough (strong[i]));
  for (guint i = 0; i < G_N_ELEMENTS (weak); i++)
    g_assert_false (hearth_password_is_strong_enough (weak[i]));
  memcpy (huge, "abcdefgh", 8);
  g_assert_false (hearth_password_is_strong_enough (huge));
  huge[1024] = '\0';
  g_assert_true (hearth_password_is_strong_enough (huge));
}

static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (hearth_words_count, >=, 2048);
  for (gsize i = 0; i < hearth_words_count; i++)
    {
      const char *word = hearth_words[i];

      g_assert_cmpuint (strlen (word), >=, 3);
      g_assert_cmpuint (strlen (word), <=, HEARTH_WORD_MAX_LETTERS);
      for (const char *p = word; *p != '\0'; p++)
        g_assert_true (g_ascii_islower (*p));
      g_assert_true (g_hash_table_add (seen, (gpointer) word));
    }
}

static void
test_generate (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < hearth_words_count; i++)
    g_hash_table_add (words, (gpointer) hearth_words[i]);
  for (guint i = 0; i < 200; i++)
    {
      char *password = hearth_password_generate ();
      g_auto (GStrv) parts = g_strsplit (password, " ", -1);

      g_assert_cmpuint (g_strv_length (parts), ==, 4);
      for (guint w = 0; w < 4; w++)
        g_assert_true (g_hash_table_contains (words, parts[w]));
      g_assert_true (g_hash_table_add (seen, g_strdup (password)));
      sodium_free (password);
    }
}

/* The rule for passwords does not refuse what the program itself proposes. */
static void
test_generated_is_strong (void)
{
  guint weak = 0;

  for (guint i = 0; i < 5000; i++)
    {
      char *password = hearth_password_generate ();

      weak += !hearth_password_is_strong_enough (password);
      sodium_free (password);
    }
  g_assert_cmpuint (weak, ==, 0);
}

static void
test_names (void)
{
  static const char *const same[][2] = {
    { "Anna", "anna" },
    { " Anna ", "anna" },
    { "ANNA  MARIA", "anna maria" },
    { "Anna\xc2\xa0Maria", "anna maria" },
    { "Zoe\xcc\x81", "zo\xc3\xa9" },
    { "Stra\xc3\x9f"
      "e",
      "strasse" },
    { "\xef\xbc\xa2\xef\xbd\x8f", "bo" },
    { "\xce\x9f\xce\x94\xce\x9f\xce\xa3", "\xce\xbf\xce\xb4\xce\xbf\xcf\x83" },
  };
  static const char *const none[] = { "", "   ", "\xc3", "\xe2\x80\x8b" };
  g_autofree char *huge = g_strnfill (HEARTH_NAME_MAX_BYTES + 1, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *name = hearth_name_normalise (same[i][0]);
      g_autofree char *again = hearth_name_normalise (name);

      g_assert_cmpstr (name, ==, same[i][1]);
      g_assert_cmpstr (again, ==, same[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (hearth_name_normalise (none[i]));
  g_assert_null (hearth_name_normalise (huge));
}

/* The longest growth that Unicode knows must fit. */
static void
test_growing_text (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autoptr (HearthSecretBytes) password = NULL;

  while (text->len + 3 <= HEARTH_NAME_MAX_BYTES)
    g_string_append (text, "\xef\xb7\xba"); /* U+FDFA becomes eighteen letters */
  name = hearth_name_normalise (text->str);
  g_assert_nonnull (name);
  g_assert_cmpuint (strlen (name), >, 5 * text->len);

  g_string_truncate (text, 0);
  while (text->len + 4 <= HEARTH_PASSWORD_MAX_BYTES)
    g_string_append (text, "\xf0\x9d\x85\xa0"); /* U+1D160 becomes three of four bytes */
  password = hearth_password_normalise (text->str);
  g_assert_nonnull (password);
  g_assert_cmpuint (strlen ((const char *) password), ==, 3 * text->len);
  g_string_free (text, TRUE);
}

static void
test_derive (void)
{
  static const guint8 salt[HEARTH_SALT_BYTES] = { 1 }, other_salt[HEARTH_SALT_BYTES] = { 2 };
  const HearthKeyCost *cost = hearth_key_cost_for_tests ();
  const HearthKeyCost dearer = { .operations = cost->operations + 1, .memory = cost->memory };
  const HearthKeyCost larger = { .operations = cost->operations, .memory = 2 * cost->memory };
  const guint8 *password = (const guint8 *) "p", *other = (const guint8 *) "q";
  g_autoptr (HearthSecretBytes) first = hearth_kdf_derive (salt, "n", password, cost, NULL);
  g_autoptr (HearthSecretBytes) again = hearth_kdf_derive (salt, "n", password, cost, NULL);
  HearthSecretBytes *different[] = {
    hearth_kdf_derive (other_salt, "n", password, cost, NULL),
    hearth_kdf_derive (salt, "m", password, cost, NULL),
    hearth_kdf_derive (salt, "n", other, cost, NULL),
    hearth_kdf_derive (salt, "n", password, &dearer, NULL),
    hearth_kdf_derive (salt, "n", password, &larger, NULL),
  };

  g_assert_cmpmem (first, HEARTH_KEK_BYTES, again, HEARTH_KEK_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_assert_cmpint (memcmp (first, different[i], HEARTH_KEK_BYTES), !=, 0);
      hearth_secret_free (different[i]);
    }
}

static void
test_calibration (void)
{
  g_assert_cmpuint (hearth_kdf_operations_for (0), ==, 64);
  g_assert_cmpuint (hearth_kdf_operations_for (100000), ==, 30);
  g_assert_cmpuint (hearth_kdf_operations_for (400000), ==, 7);
  g_assert_cmpuint (hearth_kdf_operations_for (750000), ==, 4);
  g_assert_cmpuint (hearth_kdf_operations_for (1000000), ==, 3);
  g_assert_cmpuint (hearth_kdf_operations_for (90000000), ==, 3);
  g_assert_cmpuint (hearth_kdf_operations_for (-5), ==, 64);
}

static void
test_floor (void)
{
  const HearthKeyCost floor = { .operations = 3, .memory = 256 * 1024 * 1024 };
  const HearthKeyCost fewer = { .operations = 2, .memory = 256 * 1024 * 1024 };
  const HearthKeyCost smaller = { .operations = 3, .memory = 256 * 1024 * 1024 - 1 };

  g_assert_true (hearth_kdf_is_above_floor (&floor));
  g_assert_false (hearth_kdf_is_above_floor (&fewer));
  g_assert_false (hearth_kdf_is_above_floor (&smaller));
  g_assert_false (hearth_kdf_is_above_floor (hearth_key_cost_for_tests ()));
}

static void
test_no_memory (void)
{
  static const guint8 salt[HEARTH_SALT_BYTES] = { 0 };
  /* More than Argon2id takes at all. */
  const HearthKeyCost impossible = { .operations = 1, .memory = G_MAXUINT64 / 2 };
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_kdf_derive (salt, "n", (const guint8 *) "p", &impossible, &error));
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY);
}

/* Two different lists of parts never give the same bytes. */
static void
test_canon (void)
{
  g_autoptr (GByteArray) first = hearth_canon_new ("d");
  g_autoptr (GByteArray) second = hearth_canon_new ("d");
  static const guint8 expected[] = { 0, 0, 0, 0, 0, 0, 0, 1, 'd', 0, 0, 0, 0,
                                     0, 0, 0, 8, 0, 0, 0, 0, 0,   0, 1, 2 };
  g_autoptr (GByteArray) number = hearth_canon_new ("d");

  hearth_canon_add_text (first, "ab");
  hearth_canon_add_text (first, "c");
  hearth_canon_add_text (second, "a");
  hearth_canon_add_text (second, "bc");
  g_assert_cmpuint (first->len, ==, second->len);
  g_assert_cmpint (memcmp (first->data, second->data, first->len), !=, 0);
  hearth_canon_add_number (number, 258);
  g_assert_cmpmem (number->data, number->len, expected, sizeof expected);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/vault/password/strength", test_strength);
  g_test_add_func ("/vault/password/words", test_words);
  g_test_add_func ("/vault/password/generate", test_generate);
  g_test_add_func ("/vault/password/generated-is-strong", test_generated_is_strong);
  g_test_add_func ("/vault/password/names", test_names);
  g_test_add_func ("/vault/password/growing-text", test_growing_text);
  g_test_add_func ("/vault/kdf/derive", test_derive);
  g_test_add_func ("/vault/kdf/calibration", test_calibration);
  g_test_add_func ("/vault/kdf/floor", test_floor);
  g_test_add_func ("/vault/kdf/no-memory", test_no_memory);
  g_test_add_func ("/vault/canon", test_canon);
  return g_test_run ();
}
