/* SPDX-License-Identifier: GPL-3.0-or-later
 * The wait after wrong passwords, with a clock in the hand of the test.
 */
#include <errno.h>
#include <string.h>

#include "fixtures/faults.h"
#include "fixtures/fixtures.h"
#include "vault/throttle.h"

#define BOOT_ID "01234567-89ab-cdef-0123-456789abcdef"
#define OTHER_BOOT_ID "fedcba98-7654-3210-fedc-ba9876543210"
#define FILE_NAME "house.tries"

typedef struct {
  char *folder;
  HearthThrottleTime now;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = hearth_test_folder_new ();
  fixture->now = (HearthThrottleTime) { .wall = 1772350200, .boot = 5000, .boot_id = BOOT_ID };
  hearth_throttle_reset (fixture->folder, &fixture->now);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  faults_refuse_writes (0);
  hearth_test_folder_remove (fixture->folder);
}

static void
pass (Fixture *fixture, gint64 seconds)
{
  fixture->now.wall += seconds;
  fixture->now.boot += seconds;
}

static void
restart (Fixture *fixture)
{
  fixture->now.boot = 30;
  g_strlcpy (fixture->now.boot_id, OTHER_BOOT_ID, sizeof fixture->now.boot_id);
}

static guint
get_wait (Fixture *fixture)
{
  return hearth_throttle_get_wait (fixture->folder, &fixture->now);
}

static bool
try_wrong (Fixture *fixture)
{
  return hearth_throttle_count (fixture->folder, &fixture->now);
}

/* @failures wrong tries, as fast as they are heard. */
static void
fail (Fixture *fixture, guint failures)
{
  for (guint i = 0; i < failures; i++)
    {
      pass (fixture, get_wait (fixture));
      g_assert_true (try_wrong (fixture));
    }
}

static void
test_schedule (Fixture *fixture, gconstpointer data)
{
  static const guint waits[] = { 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_assert_cmpuint (get_wait (fixture), ==, 0);
      g_assert_true (try_wrong (fixture));
      g_assert_cmpuint (get_wait (fixture), ==, waits[i]);
      if (waits[i] == 0)
        continue;
      pass (fixture, waits[i] - 1);
      g_assert_cmpuint (get_wait (fixture), ==, 1);
      g_assert_false (try_wrong (fixture));
      pass (fixture, 1);
    }
}

static void
test_never_permanent (Fixture *fixture, gconstpointer data)
{
  fail (fixture, 2000);
  g_assert_cmpuint (get_wait (fixture), ==, 300);
  pass (fixture, 300);
  g_assert_true (try_wrong (fixture));
}

static void
test_not_heard_is_not_counted (Fixture *fixture, gconstpointer data)
{
  fail (fixture, 4);
  for (guint i = 0; i < 50; i++)
    g_assert_false (try_wrong (fixture));
  g_assert_cmpuint (get_wait (fixture), ==, 2);
}

static void
test_right_one (Fixture *fixture, gconstpointer data)
{
  fail (fixture, 6);
  pass (fixture, 8);
  g_assert_true (try_wrong (fixture));
  hearth_throttle_reset (fixture->folder, &fixture->now);
  g_assert_cmpuint (get_wait (fixture), ==, 0);
  fail (fixture, 3);
  g_assert_cmpuint (get_wait (fixture), ==, 0);
}

static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  fail (fixture, 3);
  for (guint i = 0; i < 10; i++)
    {
      g_assert_true (try_wrong (fixture));
      hearth_throttle_take_back (fixture->folder, &fixture->now);
      g_assert_cmpuint (get_wait (fixture), ==, 0);
    }
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  fail (fixture, 9);
  g_assert_cmpuint (get_wait (fixture), ==, 64);
  fixture->now.wall += 40;
  restart (fixture);
  g_assert_cmpuint (get_wait (fixture), ==, 24);
  g_assert_false (try_wrong (fixture));
  pass (fixture, 24);
  g_assert_true (try_wrong (fixture));
  g_assert_cmpuint (get_wait (fixture), ==, 128);
}

static void
test_clock_set_while_running (Fixture *fixture, gconstpointer data)
{
  static const gint64 jumps[] = { 86400 * 365, -86400 * 365, 300, -300 };

  fail (fixture, 9);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      fixture->now.wall += jumps[i];
      g_assert_cmpuint (get_wait (fixture), ==, 64);
      g_assert_false (try_wrong (fixture));
    }
  fixture->now.boot += 64;
  g_assert_true (try_wrong (fixture));
}

static void
test_clock_set_back_and_restart (Fixture *fixture, gconstpointer data)
{
  fail (fixture, 9);
  fixture->now.wall -= 86400 * 365;
  restart (fixture);
  g_assert_cmpuint (get_wait (fixture), ==, 64);
  g_assert_false (try_wrong (fixture));
  pass (fixture, 63);
  g_assert_false (try_wrong (fixture));
  pass (fixture, 1);
  g_assert_true (try_wrong (fixture));
}

static void
test_no_boot_id (Fixture *fixture, gconstpointer data)
{
  fixture->now.boot_id[0] = '\0';
  fail (fixture, 5);
  g_assert_cmpuint (get_wait (fixture), ==, 4);
  pass (fixture, 3);
  g_assert_false (try_wrong (fixture));
  pass (fixture, 1);
  g_assert_true (try_wrong (fixture));
}

static void
overwrite (Fixture *fixture, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, FILE_NAME, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

/* A damaged state locks nobody out and gives no new free tries. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, FILE_NAME, NULL);
  g_autofree char *text = NULL;
  gsize length;

  fail (fixture, 12);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *flipped = g_memdup2 (text, length);

      flipped[i] ^= (char) (1 << (i % 7));
      overwrite (fixture, flipped, (gssize) length);
      g_assert_cmpuint (get_wait (fixture), ==, 0);
      g_assert_true (try_wrong (fixture));
      g_assert_cmpuint (get_wait (fixture), ==, 2);
      if (i == 0)
        continue;
      overwrite (fixture, text, (gssize) i);
      g_assert_cmpuint (get_wait (fixture), ==, 0);
      g_assert_true (try_wrong (fixture));
      g_assert_cmpuint (get_wait (fixture), ==, 2);
    }
}

static void
test_large_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1000 * 1000, '7');

  overwrite (fixture, large, -1);
  g_assert_cmpuint (get_wait (fixture), ==, 0);
  g_assert_true (try_wrong (fixture));
  g_assert_cmpuint (get_wait (fixture), ==, 2);
}

/* Where nothing can be written the count goes on in memory. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  faults_refuse_writes (EROFS);
  fail (fixture, 9);
  g_assert_cmpuint (get_wait (fixture), ==, 64);
  g_assert_false (try_wrong (fixture));

  /* And is taken over when writing works again. */
  faults_refuse_writes (0);
  pass (fixture, 64);
  g_assert_true (try_wrong (fixture));
  g_assert_cmpuint (get_wait (fixture), ==, 128);
}

/* A full disk: the line has its place already. */
static void
test_same_length (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, FILE_NAME, NULL);
  gsize first = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      if (first == 0)
        first = length;
      g_assert_cmpuint (length, ==, first);
      fail (fixture, 1);
      if (i == 50)
        fixture->now.boot_id[0] = '\0';
    }
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HearthTestFolder) empty = hearth_test_folder_new ();
  g_autofree char *path = g_build_filename (empty, FILE_NAME, NULL);

  g_assert_cmpuint (hearth_throttle_get_wait (empty, &fixture->now), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (hearth_throttle_count (empty, &fixture->now));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_system_time (void)
{
  HearthThrottleTime now;

  hearth_throttle_get_time (&now);
  g_assert_cmpint (now.wall, >, 1700000000);
  g_assert_cmpint (now.boot, >=, 0);
  g_assert_cmpuint (strlen (now.boot_id), ==, HEARTH_THROTTLE_BOOT_ID_LENGTH);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/vault/throttle/schedule", test_schedule);
  ADD ("/vault/throttle/never-permanent", test_never_permanent);
  ADD ("/vault/throttle/not-heard-is-not-counted", test_not_heard_is_not_counted);
  ADD ("/vault/throttle/right-one", test_right_one);
  ADD ("/vault/throttle/take-back", test_take_back);
  ADD ("/vault/throttle/restart", test_restart);
  ADD ("/vault/throttle/clock-set-while-running", test_clock_set_while_running);
  ADD ("/vault/throttle/clock-set-back-and-restart", test_clock_set_back_and_restart);
  ADD ("/vault/throttle/no-boot-id", test_no_boot_id);
  ADD ("/vault/throttle/damaged", test_damaged);
  ADD ("/vault/throttle/large-file", test_large_file);
  ADD ("/vault/throttle/read-only", test_read_only);
  ADD ("/vault/throttle/same-length", test_same_length);
  ADD ("/vault/throttle/no-file", test_no_file);
#undef ADD
  g_test_add_func ("/vault/throttle/system-time", test_system_time);
  return g_test_run ();
}
