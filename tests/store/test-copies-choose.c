/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which of many copies are kept.
 */
#include "fixtures/fixtures.h"
#include "store/copies.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *now;
  /* "TIME+" is kept and "TIME-" is not; a '!' before it is one from before a migration or rotation. */
  const char *copies[24];
} Choice;

static const Choice choices[] = {
  { "none", "2026-03-10T12:00:00Z", { NULL } },
  { "one-old", "2026-03-10T12:00:00Z", { "2019-01-01T00:00:00Z+" } },
  { "all-of-two-days",
    "2026-03-10T12:00:00Z",
    { "2026-03-10T11:59:59Z+", "2026-03-10T11:30:00Z+", "2026-03-09T08:00:00Z+", "2026-03-09T07:30:00Z+",
      "2026-03-08T12:00:00Z+", "2026-03-08T11:59:59Z-", "2026-03-07T20:00:00Z+", "2026-03-07T19:59:59Z-" } },
  { "last-of-a-day-whatever-the-order",
    "2026-03-10T12:00:00Z",
    { "2026-03-06T08:00:00Z-", "2026-03-06T23:59:59Z+", "2026-03-07T00:00:00Z+", "2026-03-06T10:00:00Z-" } },
  { "the-day-is-utc",
    "2026-03-10T12:00:00Z",
    { "2026-03-06T23:30:00Z+", "2026-03-07T00:30:00Z+", "2026-03-07T06:30:00+07:00-" } },
  /* The hour that a clock in Berlin shows twice, or not at all, is no day longer or shorter here. */
  { "no-summer-time",
    "2026-03-31T12:00:00Z",
    { "2026-03-29T11:59:00Z-", "2026-03-29T12:00:00Z+", "2026-03-28T23:30:00Z+", "2026-03-28T22:30:00Z-" } },
  { "fourteen-days",
    "2026-03-20T12:00:00Z",
    { "2026-03-20T08:00:00Z+", "2026-03-19T08:00:00Z+", "2026-03-18T13:00:00Z+", "2026-03-17T08:00:00Z+",
      "2026-03-16T08:00:00Z+", "2026-03-15T08:00:00Z+", "2026-03-14T08:00:00Z+", "2026-03-13T08:00:00Z+",
      "2026-03-12T08:00:00Z+", "2026-03-11T08:00:00Z+", "2026-03-10T08:00:00Z+", "2026-03-09T08:00:00Z+",
      "2026-03-08T08:00:00Z+", "2026-03-07T08:00:00Z+",
      /* The fifteenth: neither the last of its week nor of its month. */
      "2026-03-06T08:00:00Z-",
      /* The last of week 9, a Sunday, and the last of February. */
      "2026-03-01T08:00:00Z+", "2026-02-28T08:00:00Z+" } },
  { "eight-weeks",
    "2026-04-30T12:00:00Z",
    { "2026-04-29T08:00:00Z+", "2026-04-22T08:00:00Z+", "2026-04-15T08:00:00Z+", "2026-04-08T08:00:00Z+",
      "2026-04-01T08:00:00Z+", "2026-03-25T08:00:00Z+", "2026-03-18T08:00:00Z+", "2026-03-11T08:00:00Z+",
      "2026-03-04T08:00:00Z+", "2026-02-25T08:00:00Z+", "2026-02-18T08:00:00Z+", "2026-02-11T08:00:00Z+",
      "2026-02-04T08:00:00Z+", "2026-01-28T08:00:00Z+",
      /* Beyond fourteen days and eight weeks with a copy, and not the last of January. */
      "2026-01-21T08:00:00Z-" } },
  /* 29 December 2025 to 4 January 2026 is one week, the first of 2026. */
  { "a-week-over-the-new-year",
    "2026-03-20T12:00:00Z",
    { "2026-03-20T01:00:00Z+", "2026-03-17T01:00:00Z+", "2026-03-16T01:00:00Z+", "2026-03-15T01:00:00Z+",
      "2026-03-14T01:00:00Z+", "2026-03-13T01:00:00Z+", "2026-03-12T01:00:00Z+", "2026-03-11T01:00:00Z+",
      "2026-03-10T01:00:00Z+", "2026-03-09T01:00:00Z+", "2026-03-08T01:00:00Z+", "2026-03-07T01:00:00Z+",
      "2026-03-06T01:00:00Z+", "2026-03-05T01:00:00Z+", "2026-01-02T01:00:00Z+", "2026-01-01T01:00:00Z-",
      "2025-12-31T01:00:00Z+", /* of its month */
      "2025-12-30T01:00:00Z-" } },
  { "twelve-months",
    "2027-12-31T12:00:00Z",
    { "2027-12-01T00:00:00Z+", "2027-11-01T00:00:00Z+", "2027-10-01T00:00:00Z+", "2027-09-01T00:00:00Z+",
      "2027-08-01T00:00:00Z+", "2027-07-01T00:00:00Z+", "2027-06-01T00:00:00Z+", "2027-05-01T00:00:00Z+",
      "2027-04-01T00:00:00Z+", "2027-03-01T00:00:00Z+", "2027-02-01T00:00:00Z+", "2027-01-01T00:00:00Z+",
      "2026-12-01T00:00:00Z+", "2026-11-01T00:00:00Z+", "2026-10-01T00:00:00Z-", "!2026-09-01T00:00:00Z+",
      "2026-08-01T00:00:00Z-" } },
  { "before-a-migration-for-ever",
    "2026-03-10T12:00:00Z",
    { "2026-03-10T11:00:00Z+", "2026-03-05T12:00:00Z+", "!2026-03-05T11:00:00Z+", "!1999-01-01T00:00:00Z+",
      "2026-03-05T10:00:00Z-" } },
  /* A clock that was a year ahead for two days: those go when their time has come, and push nothing out. */
  { "a-clock-that-was-ahead",
    "2026-03-10T12:00:00Z",
    { "2027-03-10T12:00:00Z+", "2027-03-10T11:00:00Z+", "2027-03-09T12:00:00Z+", "2026-03-10T12:00:01Z+",
      "2026-03-10T12:00:00Z+", "2026-03-05T12:00:00Z+", "2026-03-05T11:00:00Z-" } },
  { "all-ahead", "2020-01-01T00:00:00Z", { "2026-03-05T12:00:00Z+", "2026-03-05T11:00:00Z+" } },
  { "no-date",
    "2026-03-10T12:00:00Z",
    { "+", "yesterday+", "2026-03-05T12:00:00Z+", "2026-03-05T11:00:00Z-" } },
  { "no-now", "", { "2026-03-05T12:00:00Z+", "2026-03-05T11:00:00Z+" } },
  { "the-same-second", "2026-03-10T12:00:00Z", { "2026-03-05T12:00:00Z+", "2026-03-05T12:00:00Z-" } },
};

static void
test_choose (gconstpointer data)
{
  const Choice *choice = data;
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  g_autofree bool *kept = g_new0 (bool, G_N_ELEMENTS (choice->copies));
  g_autofree bool *keep = NULL;
  guint n_kept = 0;

  for (guint i = 0; choice->copies[i] != NULL; i++)
    {
      const char *copy = choice->copies[i];

      kept[i] = *copy == '!';
      g_ptr_array_add (times, g_strndup (copy + kept[i], strlen (copy + kept[i]) - 1));
    }
  keep = hearth_copies_choose ((const char *const *) times->pdata, kept, times->len, choice->now);
  for (guint i = 0; i < times->len; i++)
    {
      const char *copy = choice->copies[i];

      if (keep[i] != g_str_has_suffix (copy, "+"))
        g_error ("%s: %s", choice->name, copy);
      n_kept += keep[i];
    }
  g_assert_true (times->len == 0 || n_kept > 0);
}

/* Whatever the dates are, something is kept, and what is kept is kept again the next time. */
static void
test_choose_at_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260310);

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 80);
      g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) left = g_ptr_array_new ();
      g_autofree bool *kept = g_new0 (bool, n);
      g_autofree bool *keep = NULL;
      g_autofree bool *again = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GDateTime) time =
            g_date_time_new_from_unix_utc (1773144000 - g_rand_int_range (random, -86400, 60000000));

          g_ptr_array_add (times, g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ"));
        }
      keep = hearth_copies_choose ((const char *const *) times->pdata, kept, n, "2026-03-10T12:00:00Z");
      for (guint i = 0; i < n; i++)
        if (keep[i])
          g_ptr_array_add (left, g_ptr_array_index (times, i));
      g_assert_cmpuint (left->len, >, 0);
      again =
        hearth_copies_choose ((const char *const *) left->pdata, kept, left->len, "2026-03-10T12:00:00Z");
      for (guint i = 0; i < left->len; i++)
        g_assert_true (again[i]);
    }
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *name = g_strconcat ("/copies/choose/", choices[i].name, NULL);

      g_test_add_data_func (name, &choices[i], test_choose);
    }
  g_test_add_func ("/copies/choose/at-random", test_choose_at_random);
  return g_test_run ();
}
