/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values of every kind: what is understood, what is refused, how it reads back.
 */
#include "core/value.h"

#include "core/date.h"
#include "fixtures/fixtures.h"

#include <locale.h>
#include <string.h>

static const HearthChoice colours[] = { { "red", "Red" },
                                        { "green", "Green" },
                                        { "blue", "Blue" },
                                        { NULL } };

static const HearthField text = { .name = "text",
                                  .label = "Text",
                                  .kind = HEARTH_FIELD_TEXT,
                                  .max_length = 10 };
static const HearthField long_text = { .name = "long", .label = "Long", .kind = HEARTH_FIELD_LONG_TEXT };
static const HearthField integer = { .name = "n",
                                     .label = "N",
                                     .kind = HEARTH_FIELD_INTEGER,
                                     .minimum = 0,
                                     .maximum = 2000000 };
static const HearthField decimal = { .name = "kg",
                                     .label = "Weight",
                                     .kind = HEARTH_FIELD_DECIMAL,
                                     .digits = 1,
                                     .unit = "kg",
                                     .minimum = 1,
                                     .maximum = 250 };
static const HearthField fine = { .name = "fine",
                                  .label = "Fine",
                                  .kind = HEARTH_FIELD_DECIMAL,
                                  .digits = 3 };
static const HearthField yes_no = { .name = "yes", .label = "Yes", .kind = HEARTH_FIELD_YES_NO };
static const HearthField date = { .name = "date",
                                  .label = "Date",
                                  .kind = HEARTH_FIELD_DATE,
                                  .past_only = true };
static const HearthField any_date = { .name = "any", .label = "Any", .kind = HEARTH_FIELD_DATE };
static const HearthField birth = { .name = "birth",
                                   .label = "Birth",
                                   .kind = HEARTH_FIELD_PARTIAL_DATE,
                                   .past_only = true };
static const HearthField hour = { .name = "time", .label = "Time", .kind = HEARTH_FIELD_TIME };
static const HearthField instant = { .name = "at", .label = "At", .kind = HEARTH_FIELD_DATE_TIME };
static const HearthField choice = { .name = "colour",
                                    .label = "Colour",
                                    .kind = HEARTH_FIELD_CHOICE,
                                    .choices = colours };
static const HearthField several = { .name = "colours",
                                     .label = "Colours",
                                     .kind = HEARTH_FIELD_MULTI_CHOICE,
                                     .choices = colours };
static const HearthField link_field = { .name = "link", .label = "Link", .kind = HEARTH_FIELD_LINK };

static const HearthField links = { .name = "links", .label = "Links", .kind = HEARTH_FIELD_LINKS };
static const HearthField body_map = { .name = "body",
                                      .label = "Body",
                                      .kind = HEARTH_FIELD_BODY_MAP,
                                      .choices = colours };

#define ID_A "01ARZ3NDEKTSV4RRFFQ69G5FAV"
#define ID_B "01BX5ZZKBKACTAV9WEVGEMMVRZ"

typedef struct {
  const HearthField *field;
  const char *typed;
  const char *canonical; /* NULL: refused */
  HearthProblemCode problem;
} Case;

static const Case typed_cases[] = {
  { &text, "  Anna\n Lee ", "Anna  Lee" },
  { &text, "", "" },
  { &text, " \t\xc2\xa0 ", "" },
  { &text, "e\xcc\x81t\xc3\xa9", "été" },
  { &text,
    "\xe2\x80\xae"
    "abc",
    "abc" },
  { &text, "12345678901", NULL, HEARTH_PROBLEM_TOO_LONG },
  { &text, "ๆๆๆๆๆๆๆๆๆๆ", "ๆๆๆๆๆๆๆๆๆๆ" },
  { &text, "a\xff", NULL, HEARTH_PROBLEM_NOT_TEXT },
  { &text, "a\x01", NULL, HEARTH_PROBLEM_CONTROL_CHARACTER },
  { &long_text, "one\r\ntwo\rthree", "one\ntwo\nthree" },
  { &integer, "42", "42" },
  { &integer, "007", "7" },
  { &integer, "-0", "0" },
  { &integer, "๑๒", "12" },
  { &integer, "٤٢", "42" },
  { &integer, "1 234", "1234" },
  { &integer, "1,234,567", "1234567" },
  { &integer, "-1", NULL, HEARTH_PROBLEM_OUT_OF_RANGE },
  { &integer, "2.5", NULL, HEARTH_PROBLEM_NOT_A_WHOLE_NUMBER },
  { &integer, "many", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &integer, "99999999999999999999", NULL, HEARTH_PROBLEM_OUT_OF_RANGE },
  { &decimal, "54.3", "54.3" },
  { &decimal, "54,3", "54.3" },
  { &decimal, "54", "54.0" },
  { &decimal, "54.30", "54.3" },
  { &decimal, "٥٤٫٣", "54.3" },
  { &decimal, "54.35", NULL, HEARTH_PROBLEM_TOO_MANY_DECIMALS },
  { &decimal, "0.5", NULL, HEARTH_PROBLEM_OUT_OF_RANGE },
  { &decimal, "1.2.3", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &decimal, ".", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &yes_no, "Yes", "yes" },
  { &yes_no, "no", "no" },
  { &yes_no, "perhaps", NULL, HEARTH_PROBLEM_NOT_YES_OR_NO },
  { &date, "2015-05-03", "2015-05-03" },
  { &date, "3 May 2015", "2015-05-03" },
  { &date, "May 3, 2015", "2015-05-03" },
  { &date, "3.5.2015", "2015-05-03" },
  { &date, "3/5/15", "2015-05-03" },
  { &date, "3/5/98", "1998-05-03" },
  { &date, "today", HEARTH_TEST_TODAY },
  { &date, "Yesterday", "2026-02-28" },
  { &date, "31 February 2015", NULL, HEARTH_PROBLEM_NO_SUCH_DATE },
  { &date, "29.2.2023", NULL, HEARTH_PROBLEM_NO_SUCH_DATE },
  { &date, "2015-13-01", NULL, HEARTH_PROBLEM_NO_SUCH_DATE },
  { &date, "May 2015", NULL, HEARTH_PROBLEM_NOT_A_DATE },
  { &date, "about 3 May 2015", NULL, HEARTH_PROBLEM_NOT_A_DATE },
  { &date, "soon", NULL, HEARTH_PROBLEM_NOT_A_DATE },
  { &date, "2026-03-02", NULL, HEARTH_PROBLEM_IN_THE_FUTURE },
  { &any_date, "2026-03-02", "2026-03-02" },
  { &birth, "2012", "2012" },
  { &birth, "about 2012", "2012~" },
  { &birth, "~2012", "2012~" },
  { &birth, "2012~", "2012~" },
  { &birth, "c. May 2012", "2012-05~" },
  { &birth, "5/2012", "2012-05" },
  { &birth, "๒๐๑๒", "2012" },
  { &birth, "2027", NULL, HEARTH_PROBLEM_IN_THE_FUTURE },
  { &birth, "2026", "2026" },
  { &hour, "21:30", "21:30" },
  { &hour, "9.30", "09:30" },
  { &hour, "2130", "21:30" },
  { &hour, "9 pm", "21:00" },
  { &hour, "12 am", "00:00" },
  { &hour, "9:30 P.M.", "21:30" },
  { &hour, "24:00", NULL, HEARTH_PROBLEM_NOT_A_TIME },
  { &hour, "9:3", NULL, HEARTH_PROBLEM_NOT_A_TIME },
  { &hour, "13 pm", NULL, HEARTH_PROBLEM_NOT_A_TIME },
  { &instant, "2026-03-01T14:30:00+07:00", "2026-03-01T07:30:00Z+07:00" },
  { &instant, "2026-03-01T07:30:00Z+07:00", "2026-03-01T07:30:00Z+07:00" },
  { &instant, "3 May 2015, 14:30", "2015-05-03T08:45:00Z+05:45" },
  { &instant, "14:30", "2026-03-01T08:45:00Z+05:45" },
  { &instant, "3 May 2015", NULL, HEARTH_PROBLEM_NOT_A_TIME },
  { &instant, "31 Feb 2015 14:30", NULL, HEARTH_PROBLEM_NO_SUCH_DATE },
  { &choice, "red", "red" },
  { &choice, "GREEN", "green" },
  { &choice, "pink", NULL, HEARTH_PROBLEM_NO_SUCH_CHOICE },
  { &several, "blue red", "red blue" },
  { &several, "red red", "red" },
  { &several, "red pink", NULL, HEARTH_PROBLEM_NO_SUCH_CHOICE },
  { &link_field, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAV" },
  { &link_field, "anybody", NULL, HEARTH_PROBLEM_NO_SUCH_RECORD },
  { &links, ID_A, ID_A },
  { &links, " " ID_B ",  " ID_A "\n" ID_B " ", ID_B " " ID_A },
  { &links, ",", "" },
  { &links, ID_A " anybody", NULL, HEARTH_PROBLEM_NO_SUCH_RECORD },
  { &links, ID_A ID_B, NULL, HEARTH_PROBLEM_NO_SUCH_RECORD },
  { &body_map, "front 412 233 red", "front 412 233 red" },
  { &body_map, "  back 0 1000 blue   two of them, e\xcc\x81 \n\nfront 007 5 red",
    "back 0 1000 blue two of them, \u00e9\nfront 7 5 red" },
  { &body_map, "side 1 1 red", NULL, HEARTH_PROBLEM_NOT_TEXT },
  { &body_map, "front 1 1", NULL, HEARTH_PROBLEM_NOT_TEXT },
  { &body_map, "front 1001 1 red", NULL, HEARTH_PROBLEM_OUT_OF_RANGE },
  { &body_map, "front -1 1 red", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &body_map, "front +1 1 red", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &body_map, "front 1.5 1 red", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &body_map, "front  1 1 red", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &body_map, "front 99999999999999999999 1 red", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
  { &body_map, "front 1 1 pink", NULL, HEARTH_PROBLEM_NO_SUCH_CHOICE },
};

static void
test_typed (void)
{
  g_assert_nonnull (setlocale (LC_ALL, "en_GB.UTF-8"));
  for (gsize i = 0; i < G_N_ELEMENTS (typed_cases); i++)
    {
      const Case *c = &typed_cases[i];
      g_autofree char *canonical = NULL;
      HearthProblemCode problem = hearth_value_parse (c->field, c->typed, HEARTH_TEST_TODAY, &canonical);

      g_test_message ("%s “%s”", c->field->name, c->problem == HEARTH_PROBLEM_NOT_TEXT ? "…" : c->typed);
      g_assert_cmpstr (canonical, ==, c->canonical);
      g_assert_cmpint (problem, ==, c->problem);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* What a form shows for editing must be understood again, and mean the same. */
static void
test_shown_is_understood (void)
{
  static const char *const locales[] = { "C.UTF-8",     "en_GB.UTF-8", "en_US.UTF-8", "de_DE.UTF-8",
                                         "th_TH.UTF-8", "km_KH.UTF-8", "lo_LA.UTF-8", "my_MM.UTF-8",
                                         "ar_EG.UTF-8", "fa_IR.UTF-8", "ne_NP.UTF-8" };

  for (gsize l = 0; l < G_N_ELEMENTS (locales); l++)
    {
      g_assert_nonnull (setlocale (LC_ALL, locales[l]));
      for (gsize i = 0; i < G_N_ELEMENTS (typed_cases); i++)
        {
          const Case *c = &typed_cases[i];
          g_autofree char *shown = NULL, *again = NULL;

          if (c->canonical == NULL || c->field == &several || c->field == &choice)
            continue;
          shown = hearth_value_format_for_editing (c->field, c->canonical);
          g_test_message ("%s: %s “%s” shown as “%s”", locales[l], c->field->name, c->canonical, shown);
          g_assert_true (g_utf8_validate (shown, -1, NULL));
          g_assert_cmpint (hearth_value_parse (c->field, shown, HEARTH_TEST_TODAY, &again), ==,
                           HEARTH_PROBLEM_NONE);
          if (c->field == &instant) /* written at another place, so only what is shown is the same */
            {
              g_autofree char *shown_again = hearth_value_format_for_editing (c->field, again);

              g_assert_cmpstr (shown_again, ==, shown);
            }
          else
            g_assert_cmpstr (again, ==, c->canonical);
        }
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_locale_order (void)
{
  static const struct {
    const char *locale, *typed, *canonical;
  } cases[] = {
    { "en_US.UTF-8", "5/3/2015", "2015-05-03" },       { "en_GB.UTF-8", "5/3/2015", "2015-03-05" },
    { "de_DE.UTF-8", "3. Mai 2015", "2015-05-03" },    { "de_DE.UTF-8", "3.5.15", "2015-05-03" },
    { "th_TH.UTF-8", "๓ พฤษภาคม ๒๕๕๘", "2015-05-03" }, { "th_TH.UTF-8", "3/5/2558", "2015-05-03" },
    { "ar_EG.UTF-8", "٣ مايو ٢٠١٥", "2015-05-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = NULL;

      g_assert_nonnull (setlocale (LC_ALL, cases[i].locale));
      g_test_message ("%s “%s”", cases[i].locale, cases[i].typed);
      g_assert_cmpint (hearth_value_parse (&date, cases[i].typed, HEARTH_TEST_TODAY, &canonical), ==,
                       HEARTH_PROBLEM_NONE);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_machine_in (const char *locale)
{
  static const Case cases[] = {
    { &date, "2015-05-03", "2015-05-03" },
    { &date, "2015-02-31", NULL, HEARTH_PROBLEM_NO_SUCH_DATE },
    { &date, "3 May 2015", NULL, HEARTH_PROBLEM_NOT_A_DATE },
    { &date, "2015", NULL, HEARTH_PROBLEM_NOT_A_DATE },
    { &birth, "2015~", "2015~" },
    { &hour, "9 pm", NULL, HEARTH_PROBLEM_NOT_A_TIME },
    { &choice, "Red", NULL, HEARTH_PROBLEM_NO_SUCH_CHOICE },
    { &integer, "1 234", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
    { &decimal, "54.3", "54.3" },
    { &decimal, "54,3", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
    { &fine, "1.234", "1.234" },
    { &instant, "2026-03-01T14:30:00+07:00", "2026-03-01T07:30:00Z+07:00" },
    { &instant, "2026-03-01T14:30", "2026-03-01T08:45:00Z+05:45" },
    { &instant, "1 March 2026 14:30", NULL, HEARTH_PROBLEM_NOT_A_DATE },
    { &instant, "2026-02-31T14:30", NULL, HEARTH_PROBLEM_NOT_A_DATE },
  };
  g_autofree char *nothing = NULL;

  g_assert_nonnull (setlocale (LC_ALL, locale));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = NULL;

      g_test_message ("%s “%s”", cases[i].field->name, cases[i].typed);
      g_assert_cmpint (hearth_value_read (cases[i].field, cases[i].typed, -1, &canonical), ==,
                       cases[i].problem);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
    }
  g_assert_cmpint (hearth_value_read (&text, "a\0b", 3, &nothing), ==, HEARTH_PROBLEM_NOT_TEXT);
  g_assert_null (nothing);
  setlocale (LC_ALL, "C.UTF-8");
}

/* A file reads the same whatever the reader's language. */
static void
test_machine (void)
{
  test_machine_in ("en_US.UTF-8");
  test_machine_in ("de_DE.UTF-8");
}

static void
test_ten_megabytes (void)
{
  g_autofree char *pasted = g_strnfill (10 * 1024 * 1024, 'a');
  g_autofree char *canonical = NULL;

  g_assert_cmpint (hearth_value_parse (&long_text, pasted, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_TOO_LONG);
  g_assert_cmpint (hearth_value_parse (&integer, pasted, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_NOT_A_NUMBER);
  g_assert_cmpint (hearth_value_parse (&date, pasted, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_NOT_A_DATE);
  g_assert_null (canonical);
}

/* A house has only so many people, and only so much is said of a mark. */
static void
test_too_many (void)
{
  g_autoptr (GString) ids = g_string_new (NULL), mark = g_string_new ("front 1 1 red ");
  g_autofree char *canonical = NULL;

  for (int i = 0; i < 201; i++)
    g_string_append_printf (ids, "%s%026d", i > 0 ? " " : "", i);
  g_assert_cmpint (hearth_value_parse (&links, ids->str, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_TOO_LONG);
  for (int i = 0; i < 301; i++)
    g_string_append (mark, "ê");
  g_assert_cmpint (hearth_value_parse (&body_map, mark->str, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_TOO_LONG);
  g_assert_null (canonical);
  g_string_truncate (ids, 200 * 27 - 1);
  g_assert_cmpint (hearth_value_parse (&links, ids->str, HEARTH_TEST_TODAY, &canonical), ==,
                   HEARTH_PROBLEM_NONE);
}

/* The last door before the file: what means the same, but is written otherwise, does not pass. */
static void
test_only_canonical (void)
{
  static const Case cases[] = {
    { &yes_no, "Yes", NULL, HEARTH_PROBLEM_NOT_YES_OR_NO },
    { &integer, "007", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
    { &decimal, "54", NULL, HEARTH_PROBLEM_NOT_A_NUMBER },
    { &hour, "+1:+2", NULL, HEARTH_PROBLEM_NOT_A_TIME },
    { &instant, "2026-03-01T14:30:00+07:00", NULL, HEARTH_PROBLEM_NOT_A_DATE },
    { &several, "blue red", NULL, HEARTH_PROBLEM_NO_SUCH_CHOICE },
    { &links, ID_A "," ID_B, NULL, HEARTH_PROBLEM_NO_SUCH_RECORD },
    { &links, ID_A " " ID_A, NULL, HEARTH_PROBLEM_NO_SUCH_RECORD },
    { &links, ID_A "  " ID_B, NULL, HEARTH_PROBLEM_NO_SUCH_RECORD },
    { &body_map, "front 01 1 red", NULL, HEARTH_PROBLEM_NOT_TEXT },
    { &body_map, "front 1 1 red ", NULL, HEARTH_PROBLEM_NOT_TEXT },
    { &body_map, "front 1 1 red\n\nback 1 1 red", NULL, HEARTH_PROBLEM_NOT_TEXT },
    { &text, "e\xcc\x81", NULL, HEARTH_PROBLEM_NOT_TEXT },
    { &text, " a", NULL, HEARTH_PROBLEM_NOT_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s “%s”", cases[i].field->name, cases[i].typed);
      g_assert_cmpint (hearth_value_check (cases[i].field, cases[i].typed, HEARTH_TEST_TODAY), ==,
                       cases[i].problem);
    }
}

static void
test_format (void)
{
  static const struct {
    const HearthField *field;
    const char *canonical, *words;
  } cases[] = {
    { &decimal, "54.3", "54.3 kg" },
    { &yes_no, "no", "No" },
    { &date, "2015-05-03", "3 May 2015" },
    { &birth, "2012~", "about 2012" },
    { &birth, "2012-05", "May 2012" },
    { &several, "red blue", "Red, Blue" },
    { &instant, "2026-03-01T07:30:00Z+07:00", "1 Mar 2026, 14:30" },
    { &choice, "newer_code", "newer_code" },
    { &links, ID_A " " ID_B, ID_A " " ID_B },
    { &body_map, "front 1 2 red\nback 3 4 newer old one", "Red, front\nnewer, back: old one" },
    { &date, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hearth_value_format (cases[i].field, cases[i].canonical);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/core/value/typed", test_typed);
  g_test_add_func ("/core/value/shown-is-understood", test_shown_is_understood);
  g_test_add_func ("/core/value/locale-order", test_locale_order);
  g_test_add_func ("/core/value/machine", test_machine);
  g_test_add_func ("/core/value/ten-megabytes", test_ten_megabytes);
  g_test_add_func ("/core/value/too-many", test_too_many);
  g_test_add_func ("/core/value/only-canonical", test_only_canonical);
  g_test_add_func ("/core/value/format", test_format);
  return g_test_run ();
}
