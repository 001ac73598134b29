/* SPDX-License-Identifier: GPL-3.0-or-later
 * A clock that somebody sets leaves its row, and one that only goes on leaves none.
 */
#include "store-fixture.h"

/** Now, and how long the computer has been on. */
static void
set_clock (House *house, const char *now, gint64 boot_seconds)
{
  hearth_clock_set_fixed (house->clock, now);
  hearth_clock_set_fixed_boot_seconds (house->clock, boot_seconds);
}

static void
write_row (House *house)
{
  g_autoptr (GError) error = NULL;

  hearth_store_note (house->store, "view", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What the rows about the clock say, with ',' between. */
static void
assert_told (House *house, const char *expected)
{
  g_autofree char *told =
    house_ask_text (house, "SELECT coalesce (group_concat (reason), '') FROM (SELECT reason "
                           "FROM audit WHERE action = 'clock' ORDER BY sequence)");

  g_assert_cmpstr (told, ==, expected);
}

static void
test_goes_on (void)
{
  g_autoptr (House) house = house_new ();

  set_clock (house, "2026-03-01T14:30:00+07:00", 5000);
  write_row (house);
  set_clock (house, "2026-03-01T17:30:00+07:00", 5000 + 3 * 3600);
  write_row (house);
  /* Put right by a minute and a half, as over the net; then another zone at the same moment. */
  set_clock (house, "2026-03-01T18:31:30+07:00", 5000 + 4 * 3600);
  write_row (house);
  set_clock (house, "2026-03-01T13:31:30+02:00", 5000 + 4 * 3600);
  write_row (house);
  /* Back by less than a minute. */
  set_clock (house, "2026-03-01T13:31:00+02:00", 5000 + 4 * 3600);
  write_row (house);
  assert_told (house, "");
}

static void
test_set_forward (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthVerification) verification = NULL;

  set_clock (house, "2026-03-01T14:30:00+07:00", 5000);
  write_row (house);
  set_clock (house, "2026-03-03T14:30:10+07:00", 5010);
  write_row (house);
  write_row (house);
  assert_told (house, "+172800");
  verification = house_verify (house);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

static void
test_set_back (void)
{
  g_autoptr (House) house = house_new ();

  set_clock (house, "2026-03-01T14:30:00+07:00", 5000);
  write_row (house);
  /* Four hours later it shows two hours more than at first: that is told too. */
  set_clock (house, "2026-03-01T16:30:00+07:00", 5000 + 4 * 3600);
  write_row (house);
  set_clock (house, "2026-02-28T16:30:00+07:00", 5000 + 4 * 3600);
  write_row (house);
  assert_told (house, "-7200,-86400");
}

static void
test_while_closed (void)
{
  g_autoptr (House) house = house_new ();

  set_clock (house, "2026-03-01T14:30:00+07:00", 5000);
  house_close (house);
  set_clock (house, "2026-03-01T20:30:00+07:00", 5000 + 3600);
  house_open (house);
  assert_told (house, "+18000");
}

/* How long a computer that was off, or is another one, has been on says nothing of the time between. */
static void
test_other_start (void)
{
  g_autoptr (House) house = house_new ();

  set_clock (house, "2026-03-01T14:30:00+07:00", 5000);
  house_close (house);
  house_tamper (house, "UPDATE audit SET boot = 'another-start/5000'");
  set_clock (house, "2026-03-04T14:30:00+07:00", 60);
  house_open (house);
  assert_told (house, "");
  house_close (house);
  house_tamper (house, "UPDATE audit SET boot = 'another-start/5000'");
  set_clock (house, "2026-03-04T13:30:00+07:00", 60);
  house_open (house);
  assert_told (house, "-3600");
}

/* Rows of before Hearth wrote down how long the computer had been on. */
static void
test_start_without_seconds (void)
{
  g_autoptr (House) house = house_new ();
  static const char *const forms[] = {
    "''", "'x'", "'x/'", "'x/-5'", "'x/99999999999999999999'", "hex (zeroblob (4000))"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE audit SET boot = %s", forms[i]);

      house_close (house);
      house_tamper (house, sql);
      set_clock (house, "2026-03-04T14:30:00+07:00", 60);
      house_open (house);
      assert_told (house, "");
    }
}

static void
test_real_clock (void)
{
  g_autoptr (HearthClock) clock = hearth_clock_new ();
  gint64 before = hearth_clock_get_boot_seconds (clock);
  g_autofree char *uptime = NULL;

  g_assert_true (g_file_get_contents ("/proc/uptime", &uptime, NULL, NULL));
  g_assert_cmpint (before, <=, (gint64) g_ascii_strtod (uptime, NULL) + 1);
  g_assert_cmpint (before, >=, (gint64) g_ascii_strtod (uptime, NULL) - 60);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/audit-clock/goes-on", test_goes_on);
  g_test_add_func ("/store/audit-clock/set-forward", test_set_forward);
  g_test_add_func ("/store/audit-clock/set-back", test_set_back);
  g_test_add_func ("/store/audit-clock/while-closed", test_while_closed);
  g_test_add_func ("/store/audit-clock/other-start", test_other_start);
  g_test_add_func ("/store/audit-clock/start-without-seconds", test_start_without_seconds);
  g_test_add_func ("/store/audit-clock/real-clock", test_real_clock);
  return g_test_run ();
}
