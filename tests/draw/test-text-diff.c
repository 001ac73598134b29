/* SPDX-License-Identifier: GPL-3.0-or-later
 * What changed between two texts, word by word.
 */
#include "draw/text-diff.h"

#include "fixtures/fixtures.h"

#include <string.h>

/* "same [-removed-] {+added+}" */
static char *
write_down (GPtrArray *parts)
{
  static const char *const marks[][2] = {
    [HEARTH_TEXT_SAME] = { "", "" },
    [HEARTH_TEXT_REMOVED] = { "[-", "-]" },
    [HEARTH_TEXT_ADDED] = { "{+", "+}" },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const HearthTextPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (text, "%s%s%s", marks[part->change][0], part->text, marks[part->change][1]);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_diff (const char *before, const char *after, const char *expected)
{
  g_autoptr (GPtrArray) parts = hearth_text_diff (before, after);
  g_autofree char *found = write_down (parts);

  g_assert_cmpstr (found, ==, expected);
}

/* Whatever the changes, both texts can be put together again. */
static void
assert_whole (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = hearth_text_diff (before, after);
  g_autoptr (GString) old = g_string_new (NULL), new = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const HearthTextPart *part = g_ptr_array_index (parts, i);

      g_assert_cmpstr (part->text, !=, "");
      g_assert_true (g_utf8_validate (part->text, -1, NULL));
      if (i > 0)
        g_assert_cmpint (part->change, !=, ((HearthTextPart *) g_ptr_array_index (parts, i - 1))->change);
      if (part->change != HEARTH_TEXT_ADDED)
        g_string_append (old, part->text);
      if (part->change != HEARTH_TEXT_REMOVED)
        g_string_append (new, part->text);
    }
  g_assert_cmpstr (old->str, ==, before);
  g_assert_cmpstr (new->str, ==, after);
}

static void
test_words (void)
{
  assert_diff ("", "", "");
  assert_diff ("", "Sang", "{+Sang+}");
  assert_diff ("Sang", "", "[-Sang-]");
  assert_diff ("Slept well.", "Slept well.", "Slept well.");
  assert_diff ("Slept well tonight.", "Slept badly tonight.", "Slept [-well-]{+badly+} tonight.");
  assert_diff ("Ate.", "Ate rice.", "Ate{+ rice+}.");
  assert_diff ("one\ntwo\nthree", "one\nthree", "one\n[-two\n-]three");
  /* A space between two changes does not part them. */
  assert_diff ("went to school today", "walked past church today",
               "[-went to school-]{+walked past church+} today");
}

static void
test_scripts (void)
{
  assert_diff ("نامت جيدا الليلة", "نامت قليلا الليلة", "نامت [-جيدا-]{+قليلا+} الليلة");
  assert_diff ("ผมไปโรงเรียน", "ผมไปตลาด", "ผมไป[-โรงเรียน-]{+ตลาด+}");
  assert_diff ("ខ្ញុំទៅសាលារៀន", "យើងទៅសាលារៀន", "[-ខ្ញុំ-]{+យើង+}ទៅសាលារៀន");
  assert_diff ("She drew 👨‍👩‍👧.", "She drew 👩‍👧.",
               "She drew [-👨‍👩‍👧-]{+👩‍👧+}.");
}

static char *
make_text (void)
{
  static const char *const words[] = { "a",  "tree",    " ",    " ", "\n",       "نامت",
                                       "ไป", "សាលារៀន", "👧🏽", ".", "e\314\201" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_any_texts (void)
{
  for (int i = 0; i < 400; i++)
    {
      g_autofree char *before = make_text (), *after = make_text ();

      assert_whole (before, after);
    }
}

/* The longest texts there are, alike in nothing: still quick, and whole. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new ("Begun. "), after = g_string_new ("Begun. ");

  for (int i = 0; i < 10000; i++)
    {
      g_string_append_printf (before, "a%d ", i);
      g_string_append_printf (after, "b%d ", i);
    }
  g_string_append (before, "Done.");
  g_string_append (after, "Done.");
  assert_whole (before->str, after->str);
  g_autoptr (GPtrArray) parts = hearth_text_diff (before->str, after->str);
  g_assert_cmpuint (parts->len, ==, 4);
}

static void
assert_short (const char *before, const char *after, const char *expected)
{
  g_autoptr (GPtrArray) parts = hearth_text_diff (before, after);
  g_autofree char *whole = write_down (parts);
  bool shortened = hearth_text_diff_shorten (parts, 8);
  g_autofree char *found = write_down (parts);

  g_assert_cmpstr (found, ==, expected);
  g_assert_true (shortened == !g_str_equal (whole, found));
}

static void
test_shorten (void)
{
  assert_short ("In the morning she played with the cat, then slept.",
                "In the morning she played with the dog, then slept.",
                "… with the [-cat-]{+dog+}, then slept.");
  assert_short ("Played with the cat in the garden and then in the house with Ana.",
                "Played with a cat in the garden and then in the house with Ana and Mia.",
                "Played with [-the-]{+a+} cat in … with Ana{+ and Mia+}.");
  assert_short ("Slept well.", "Slept badly.", "Slept [-well-]{+badly+}.");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/draw/text-diff/words", test_words);
  g_test_add_func ("/draw/text-diff/scripts", test_scripts);
  g_test_add_func ("/draw/text-diff/any-texts", test_any_texts);
  g_test_add_func ("/draw/text-diff/long", test_long);
  g_test_add_func ("/draw/text-diff/shorten", test_shorten);
  return g_test_run ();
}
