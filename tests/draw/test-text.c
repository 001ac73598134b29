/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where lines may break in scripts that write no spaces.
 */
#include "draw/font.h"
#include "draw/text.h"

#include "fixtures/fixtures.h"

/* "|" stands for a mark. */
static void
assert_marked (const char *expected)
{
  g_auto (GStrv) words = g_strsplit (expected, "|", -1);
  g_autofree char *plain = g_strjoinv ("", words);
  g_autofree char *wanted = g_strjoinv (HEARTH_ZERO_WIDTH_SPACE, words);
  g_autofree char *marked = hearth_text_mark_breaks (plain);

  g_assert_cmpstr (marked, ==, wanted);
}

/* "I go to school", "our house", "morning meal": everyday words whose bounds nobody disputes. */
static void
test_words (void)
{
  assert_marked ("ผม|ไป|โรงเรียน");
  assert_marked ("ดอกไม้|สวย|มาก");
  assert_marked ("ខ្ញុំ|ទៅ|សាលារៀន");
  assert_marked ("ផ្ទះ|របស់|យើង");
  assert_marked ("ຂ້ອຍ|ໄປ|ໂຮງຮຽນ");
  assert_marked ("ကျောင်း|သွား|တယ်");
}

static void
test_mixed (void)
{
  assert_marked ("Sleep: 7.5 h");
  assert_marked ("");
  assert_marked ("نامت جيدا");
  assert_marked ("Nguyễn Thị Ánh");
  /* A space, a figure or a Latin letter needs no mark. */
  assert_marked ("ผม|ไป|โรงเรียน Bangkok กับ|แม่ 3 ครั้ง");
  assert_marked ("(ខ្ញុំ|ទៅ) 12 សាលារៀន");
}

static void
test_own_marks_stay (void)
{
  const char *own = "ខ្ញុំ" HEARTH_ZERO_WIDTH_SPACE "ទៅ";
  g_autofree char *marked = hearth_text_mark_breaks (own);

  g_assert_cmpstr (marked, ==, own);
}

static void
test_bad_bytes (void)
{
  g_autofree char *marked = hearth_text_mark_breaks ("a\xff\xfe"
                                                     "b ผมไป");

  g_assert_true (g_utf8_validate (marked, -1, NULL));
  g_assert_true (g_str_has_prefix (marked, "a\357\277\275"));
}

/* Whatever is written, words or not: no mark may tear what is read as one letter. */
static void
test_clusters (void)
{
  static const struct {
    gunichar first, last;
  } blocks[] = { { 0x0E01, 0x0E4E }, { 0x0E81, 0x0ECD }, { 0x1000, 0x109D }, { 0x1780, 0x17D3 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (20260301);

  for (int round = 0; round < 400; round++)
    {
      gsize block = (gsize) round % G_N_ELEMENTS (blocks);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *marked = NULL;

      while (g_utf8_strlen (text->str, -1) < 200)
        {
          gunichar c = (gunichar) g_rand_int_range (random, (gint32) blocks[block].first,
                                                    (gint32) blocks[block].last + 1);

          if (g_unichar_isdefined (c))
            g_string_append_unichar (text, c);
        }
      marked = hearth_text_mark_breaks (text->str);
      for (const char *mark = strstr (marked, HEARTH_ZERO_WIDTH_SPACE); mark;
           mark = strstr (mark + 3, HEARTH_ZERO_WIDTH_SPACE))
        {
          gunichar before = g_utf8_get_char (g_utf8_prev_char (mark));
          gunichar after = g_utf8_get_char (mark + 3);

          g_assert_false (g_unichar_ismark (after));
          g_assert_cmpuint (before, !=, 0x17D2);
          g_assert_cmpuint (before, !=, 0x1039);
          g_assert_false ((before >= 0x0E40 && before <= 0x0E44) || (before >= 0x0EC0 && before <= 0x0EC4));
        }
    }
}

/* A narrow column: every line ends where a word does. */
static void
test_layout_breaks_at_words (void)
{
  static const struct {
    const char *language, *words;
  } cases[] = {
    { "km", "ខ្ញុំ|ទៅ|សាលារៀន|ខ្ញុំ|ទៅ|ផ្ទះ|របស់|យើង" },
    { "lo", "ຂ້ອຍ|ໄປ|ໂຮງຮຽນ|ຂ້ອຍ|ໄປ|ໂຮງຮຽນ" },
    { "my", "ကျောင်း|သွား|တယ်|ကျောင်း|သွား|တယ်" },
    { "th", "ผม|ไป|โรงเรียน|ผม|ไป|โรงเรียน" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].words, "|", -1);
      g_autofree char *plain = g_strjoinv ("", words);
      g_autofree char *marked = hearth_text_mark_breaks (plain);
      g_autoptr (GObject) context = (GObject *) hearth_font_create_context (cases[i].language);
      g_autoptr (PangoLayout) layout = pango_layout_new (PANGO_CONTEXT (context));
      g_autoptr (PangoFontDescription) font = hearth_font_new (10, PANGO_WEIGHT_NORMAL);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, marked, -1);
      pango_layout_set_width (layout, 70 * PANGO_SCALE);
      g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
      for (int line = 1; line < pango_layout_get_line_count (layout); line++)
        {
          int start = pango_layout_get_line_readonly (layout, line)->start_index;

          g_assert_cmpint (start, >=, 3);
          g_assert_cmpmem (marked + start - 3, 3, HEARTH_ZERO_WIDTH_SPACE, 3);
        }
    }
}

/* Stacked marks stay inside their own line. */
static void
test_line_height (void)
{
  static const char *const texts[] = { "ที่นี้ปู่ย่ากุ้งผู้ใหญ่", "Ễ Ỗ Ấ Ắ Ặ ậ ỵ", "ကြွေးကျွန်ုပ်တို့ မိန့်ခွန်း", "ស្ត្រីក្រុងប៊្រុយ",
                                       "ຜູ້ນີ້ຢູ່" };
  g_autoptr (GObject) context = (GObject *) hearth_font_create_context ("");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (PANGO_CONTEXT (context));
      g_autoptr (PangoFontDescription) font = hearth_font_new (10, PANGO_WEIGHT_NORMAL);
      PangoRectangle ink, logical;

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, texts[i], -1);
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
      pango_layout_get_extents (layout, &ink, &logical);
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (ink.y, >=, logical.y - PANGO_SCALE / 2);
      g_assert_cmpint (ink.y + ink.height, <=, logical.y + logical.height + PANGO_SCALE / 2);
    }
}

/* Fonts of one script have some marks of others: taken from there, they would come loose from their letters. */
static void
test_one_font_per_script (void)
{
  static const struct {
    gunichar base, first, last;
    const char *family;
  } scripts[] = {
    { 0x0E01, 0x0E31, 0x0E4E, "Noto Looped Thai" },  { 0x0E81, 0x0EB0, 0x0ECD, "Noto Looped Lao" },
    { 0x1000, 0x102B, 0x103E, "Noto Sans Myanmar" }, { 0x1780, 0x17B6, 0x17D3, "Noto Sans Khmer" },
    { 0x0628, 0x064B, 0x0655, "Noto Naskh Arabic" }, { 0x0915, 0x0900, 0x0903, "Noto Sans Devanagari" },
  };
  g_autoptr (GObject) context = (GObject *) hearth_font_create_context ("");

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      for (gunichar c = scripts[i].first; c <= scripts[i].last; c++)
        {
          g_autoptr (PangoLayout) layout = pango_layout_new (PANGO_CONTEXT (context));
          g_autoptr (GString) text = g_string_new (NULL);
          PangoLayoutLine *line;

          if (!g_unichar_ismark (c))
            continue;
          g_string_append_unichar (text, scripts[i].base);
          g_string_append_unichar (text, c);
          pango_layout_set_text (layout, text->str, -1);
          line = pango_layout_get_line_readonly (layout, 0);
          g_test_message ("U+%04X", c);
          g_assert_cmpuint (g_slist_length (line->runs), ==, 1);
          {
            const PangoGlyphItem *run = line->runs->data;
            g_autoptr (PangoFontDescription) font = pango_font_describe (run->item->analysis.font);

            g_assert_cmpstr (pango_font_description_get_family (font), ==, scripts[i].family);
          }
        }
    }
}

static void
test_languages (void)
{
  g_autofree char *thai = hearth_language_dup_locale ("th");
  g_autofree char *none = hearth_language_dup_locale ("");

  g_assert_true (hearth_language_is_rtl ("ar"));
  g_assert_true (hearth_language_is_rtl ("fa-IR"));
  g_assert_false (hearth_language_is_rtl ("th"));
  g_assert_false (hearth_language_is_rtl (""));
  g_assert_cmpstr (thai, ==, "th_TH.UTF-8");
  g_assert_nonnull (none);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/draw/text/words", test_words);
  g_test_add_func ("/draw/text/mixed", test_mixed);
  g_test_add_func ("/draw/text/own-marks-stay", test_own_marks_stay);
  g_test_add_func ("/draw/text/bad-bytes", test_bad_bytes);
  g_test_add_func ("/draw/text/clusters", test_clusters);
  g_test_add_func ("/draw/text/layout-breaks-at-words", test_layout_breaks_at_words);
  g_test_add_func ("/draw/text/line-height", test_line_height);
  g_test_add_func ("/draw/text/one-font-per-script", test_one_font_per_script);
  g_test_add_func ("/draw/text/languages", test_languages);
  return g_test_run ();
}
