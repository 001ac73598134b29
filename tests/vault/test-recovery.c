/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet: printing, typing back, and what each half says.
 */
#include <sodium.h>
#include <string.h>

#include "fixtures/fixtures.h"
#include "vault/recovery.h"

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

typedef struct {
  HearthSecretBytes *secret;
  HearthRecoverySheet *sheet;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->secret = hearth_secret_new (HEARTH_RECOVERY_BYTES, NULL);
  randombytes_buf (fixture->secret, HEARTH_RECOVERY_BYTES);
  fixture->sheet = hearth_recovery_sheet_new (fixture->secret, NULL);
  g_assert_nonnull (fixture->sheet);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearth_secret_free (fixture->secret);
  hearth_recovery_sheet_free (fixture->sheet);
}

static void
assert_reads (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;
  int wrong = -1;
  g_autoptr (HearthSecretBytes) secret = hearth_recovery_read (first, second, &wrong, &error);

  g_assert_no_error (error);
  g_assert_cmpint (wrong, ==, 0);
  g_assert_cmpmem (secret, HEARTH_RECOVERY_BYTES, fixture->secret, HEARTH_RECOVERY_BYTES);
}

static void
assert_wrong (const char *first, const char *second, int half)
{
  g_autoptr (GError) error = NULL;
  int wrong = -1;
  g_autoptr (HearthSecretBytes) secret = hearth_recovery_read (first, second, &wrong, &error);

  g_assert_null (secret);
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG);
  g_assert_cmpint (wrong, ==, half);
}

static void
test_form (Fixture *fixture, gconstpointer data)
{
  const char *const halves[] = { fixture->sheet->first_half, fixture->sheet->second_half };

  for (guint h = 0; h < 2; h++)
    {
      g_auto (GStrv) groups = g_strsplit (halves[h], " ", -1);

      g_assert_cmpuint (g_strv_length (groups), ==, 14);
      for (guint i = 0; i < 14; i++)
        {
          g_assert_cmpuint (strlen (groups[i]), ==, 4);
          g_assert_cmpuint (strspn (groups[i], letters), ==, 4);
        }
    }
}

static void
test_as_people_type (Fixture *fixture, gconstpointer data)
{
  const char *first = fixture->sheet->first_half, *second = fixture->sheet->second_half;
  g_autofree char *lower = g_ascii_strdown (first, -1);
  g_autofree char *joined = g_strdelimit (g_strdup (second), " ", '-');
  g_autofree char *spaced = g_strdup_printf ("\n  %s\t\xc2\xa0", first);
  g_autofree char *letters_for_digits = g_strdelimit (g_strdelimit (g_strdup (second), "0", 'o'), "1", 'l');
  g_autofree char *other_letters = g_strdelimit (g_strdelimit (g_strdup (second), "0", 'O'), "1", 'I');
  g_auto (GStrv) groups = g_strsplit (first, " ", -1);
  g_autofree char *without = g_strjoinv ("", groups);
  g_autofree char *dashes = g_strjoinv ("\xe2\x80\x93", groups);

  assert_reads (fixture, first, second);
  assert_reads (fixture, second, first);
  assert_reads (fixture, lower, joined);
  assert_reads (fixture, spaced, letters_for_digits);
  assert_reads (fixture, without, other_letters);
  assert_reads (fixture, dashes, second);
}

/* Every single wrong letter, at every place of either half, is found, and said of the half it is in. */
static void
test_one_wrong_letter (Fixture *fixture, gconstpointer data)
{
  for (int half = 1; half <= 2; half++)
    {
      g_autofree char *text = g_strdup (half == 1 ? fixture->sheet->first_half : fixture->sheet->second_half);

      for (gsize i = 0; text[i] != '\0'; i++)
        {
          char right = text[i];

          for (const char *p = letters; right != ' ' && *p != '\0'; p++)
            {
              text[i] = *p;
              if (*p != right)
                assert_wrong (half == 1 ? text : fixture->sheet->first_half,
                              half == 1 ? fixture->sheet->second_half : text, half);
            }
          text[i] = right;
        }
    }
}

static void
test_swapped_neighbours (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup (fixture->sheet->first_half);

  for (gsize i = 0; text[i + 1] != '\0'; i++)
    {
      char left = text[i];

      if (left == text[i + 1] || left == ' ' || text[i + 1] == ' ')
        continue;
      text[i] = text[i + 1];
      text[i + 1] = left;
      assert_wrong (text, fixture->sheet->second_half, 1);
      text[i + 1] = text[i];
      text[i] = left;
    }
}

static void
test_missing_and_more (Fixture *fixture, gconstpointer data)
{
  const char *first = fixture->sheet->first_half, *second = fixture->sheet->second_half;
  g_autofree char *longer = g_strconcat (second, "0", NULL);
  g_autofree char *twice = g_strconcat (second, second, NULL);

  for (gsize length = 0; length < strlen (first); length++)
    {
      g_autofree char *cut = g_strndup (first, length);

      assert_wrong (cut, second, 1);
    }
  assert_wrong (first, longer, 2);
  assert_wrong (first, twice, 2);
  assert_wrong (first, "", 2);
  assert_wrong (first, "\xff\xfe", 2);
  assert_wrong (first, "0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000", 2);
  assert_wrong (first, first, 2);
  assert_wrong (second, second, 1);
  /* U is in no half, whatever it is mistaken for. */
  assert_wrong ("UUUU", second, 1);
}

/* With one half every secret is equally likely: the same secret gives other halves every time. */
static void
test_halves_are_fresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HearthRecoverySheet) again = hearth_recovery_sheet_new (fixture->secret, NULL);

  g_assert_cmpstr (again->first_half, !=, fixture->sheet->first_half);
  g_assert_cmpstr (again->second_half, !=, fixture->sheet->second_half);
  assert_reads (fixture, again->first_half, again->second_half);
}

static void
test_derive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HearthSecretBytes) first = hearth_recovery_derive (fixture->secret, "house", NULL);
  g_autoptr (HearthSecretBytes) other_house = hearth_recovery_derive (fixture->secret, "other", NULL);

  g_assert_cmpint (memcmp (first, other_house, HEARTH_KEK_BYTES), !=, 0);
  g_assert_cmpint (memcmp (first, fixture->secret, HEARTH_KEK_BYTES), !=, 0);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/vault/recovery/form", test_form);
  ADD ("/vault/recovery/as-people-type", test_as_people_type);
  ADD ("/vault/recovery/one-wrong-letter", test_one_wrong_letter);
  ADD ("/vault/recovery/swapped-neighbours", test_swapped_neighbours);
  ADD ("/vault/recovery/missing-and-more", test_missing_and_more);
  ADD ("/vault/recovery/halves-are-fresh", test_halves_are_fresh);
  ADD ("/vault/recovery/derive", test_derive);
#undef ADD
  return g_test_run ();
}
