/* SPDX-License-Identifier: GPL-3.0-or-later
 * The growing wait after wrong passwords.
 *
 * The state is one line of fixed length, overwritten in place: that works on a full disk too. Where it cannot be
 * written (a read-only folder), it is kept in memory. A wait is measured by the time since start-up, which nobody
 * can set; only after a restart the wall clock decides, and when that was set back, the wait starts once more.
 */
#define G_LOG_DOMAIN "hearth-vault"

#include "vault/throttle.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "vault/disk.h"
#include "vault/secret.h"

#define NAME "house.tries"
#define FREE_TRIES 3
#define FIRST_WAIT 2
#define LONGEST_WAIT 300
#define MOST_FAILURES 1000000
#define LINE_MAX_BYTES 160
#define CHECK_BYTES 16
#define BOOT_ID_PATH "/proc/sys/kernel/random/boot_id"
#define NO_BOOT_ID "-"

typedef struct {
  unsigned int failures;
  HearthThrottleTime since;
} State;

/* States that could not be written, by folder. */
static GMutex unwritten_mutex;
static GHashTable *unwritten;

void
hearth_throttle_get_time (HearthThrottleTime *now)
{
  g_autofree char *id = NULL;
  struct timespec boot = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &boot);
  memset (now, 0, sizeof *now);
  now->wall = g_get_real_time () / G_USEC_PER_SEC;
  now->boot = boot.tv_sec;
  if (g_file_get_contents (BOOT_ID_PATH, &id, NULL, NULL))
    g_strlcpy (now->boot_id, g_strstrip (id), sizeof now->boot_id);
}

static unsigned int
get_full_wait (unsigned int failures)
{
  unsigned int over = failures > FREE_TRIES ? failures - FREE_TRIES - 1 : 0;

  if (failures <= FREE_TRIES)
    return 0;
  return over >= 8 ? LONGEST_WAIT : (unsigned int) FIRST_WAIT << over;
}

static bool
is_same_start (const State *state, const HearthThrottleTime *now)
{
  return now->boot_id[0] != '\0' && g_str_equal (state->since.boot_id, now->boot_id);
}

static unsigned int
get_wait (const State *state, const HearthThrottleTime *now)
{
  gint64 full = get_full_wait (state->failures);
  gint64 passed = is_same_start (state, now) ? now->boot - state->since.boot : now->wall - state->since.wall;

  return (unsigned int) (full - CLAMP (passed, 0, full));
}

/* --- the line on disk ------------------------------------------------------- */

static void
make_check (const char *line, char check[2 * CHECK_BYTES + 1])
{
  guint8 hash[CHECK_BYTES];

  crypto_generichash (hash, sizeof hash, (const guint8 *) line, strlen (line), NULL, 0);
  sodium_bin2hex (check, 2 * CHECK_BYTES + 1, hash, sizeof hash);
}

static char *
print_state (const State *state)
{
  g_autofree char *line = NULL;
  char check[2 * CHECK_BYTES + 1];

  line = g_strdup_printf ("tries 1 %07u %020" G_GINT64_FORMAT " %020" G_GINT64_FORMAT " %-36s",
                          state->failures, state->since.wall, state->since.boot,
                          state->since.boot_id[0] == '\0' ? NO_BOOT_ID : state->since.boot_id);
  make_check (line, check);
  return g_strconcat (line, " ", check, "\n", NULL);
}

static bool
parse_state (const char *text, State *state)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \n", -1);
  g_autofree char *again = NULL;
  guint64 failures;
  gint64 wall, boot;

  if (g_strv_length (parts) < 6 ||
      !g_ascii_string_to_unsigned (parts[2], 10, 0, MOST_FAILURES, &failures, NULL) ||
      !g_ascii_string_to_signed (parts[3], 10, G_MININT64 / 2, G_MAXINT64 / 2, &wall, NULL) ||
      !g_ascii_string_to_signed (parts[4], 10, G_MININT64 / 2, G_MAXINT64 / 2, &boot, NULL))
    return false;
  state->failures = (unsigned int) failures;
  state->since.wall = wall;
  state->since.boot = boot;
  if (!g_str_equal (parts[5], NO_BOOT_ID))
    g_strlcpy (state->since.boot_id, parts[5], sizeof state->since.boot_id);
  /* The state has one way to be written: this also compares the check. */
  again = print_state (state);
  return g_str_equal (again, text);
}

static void
read_state (int fd, const HearthThrottleTime *now, State *state)
{
  char text[LINE_MAX_BYTES + 1] = { 0 };
  ssize_t length = fd < 0 ? 0 : read (fd, text, LINE_MAX_BYTES);

  memset (state, 0, sizeof *state);
  if (length == 0 || parse_state (text, state))
    return;
  /* Damaged: nobody is locked out by it, and it gives no free tries. */
  memset (state, 0, sizeof *state);
  state->failures = FREE_TRIES;
  state->since = *now;
}

/* --- locked steps ------------------------------------------------------------ */

static int
open_state (const char *folder, int flags, const HearthThrottleTime *now, State *state)
{
  g_autofree char *path = g_build_filename (folder, NAME, NULL);
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, 0600);
  const State *kept;

  hearth_sodium_init ();
  g_mutex_lock (&unwritten_mutex);
  if (fd < 0)
    fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  while (fd >= 0 && flock (fd, LOCK_EX) != 0 && errno == EINTR)
    ;
  read_state (fd, now, state);
  kept = unwritten == NULL ? NULL : g_hash_table_lookup (unwritten, folder);
  if (kept != NULL)
    *state = *kept;
  return fd;
}

static void
write_state (int fd, const char *folder, const State *state)
{
  g_autofree char *line = print_state (state);
  off_t length = (off_t) strlen (line);

  if (fd >= 0 && lseek (fd, 0, SEEK_SET) == 0 && hearth_disk_write_synced (fd, line, (gsize) length) == 0 &&
      ftruncate (fd, length) == 0)
    {
      if (unwritten != NULL)
        g_hash_table_remove (unwritten, folder);
      return;
    }
  if (unwritten == NULL)
    unwritten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (unwritten, g_strdup (folder), g_memdup2 (state, sizeof *state));
}

/* The clock was set back behind the last wrong try while the computer was off: waiting until it has caught up
 * could take years. */
static void
start_again_if_set_back (int fd, const char *folder, const HearthThrottleTime *now, State *state)
{
  if (is_same_start (state, now) || now->wall >= state->since.wall)
    return;
  state->since = *now;
  write_state (fd, folder, state);
}

static void
close_state (int fd)
{
  if (fd >= 0)
    close (fd);
  g_mutex_unlock (&unwritten_mutex);
}

unsigned int
hearth_throttle_reset (const char *folder, const HearthThrottleTime *now)
{
  State state;
  int fd = open_state (folder, O_CREAT, now, &state);
  unsigned int failures = state.failures;

  state.failures = 0;
  state.since = *now;
  write_state (fd, folder, &state);
  close_state (fd);
  return failures;
}

unsigned int
hearth_throttle_get_wait (const char *folder, const HearthThrottleTime *now)
{
  State state;
  int fd = open_state (folder, 0, now, &state);
  unsigned int wait;

  start_again_if_set_back (fd, folder, now, &state);
  wait = get_wait (&state, now);
  close_state (fd);
  return wait;
}

bool
hearth_throttle_count (const char *folder, const HearthThrottleTime *now)
{
  State state;
  int fd = open_state (folder, O_CREAT, now, &state);
  bool heard;

  start_again_if_set_back (fd, folder, now, &state);
  heard = get_wait (&state, now) == 0;
  if (heard)
    {
      state.failures = MIN (state.failures + 1, MOST_FAILURES);
      state.since = *now;
      write_state (fd, folder, &state);
    }
  close_state (fd);
  return heard;
}

void
hearth_throttle_take_back (const char *folder, const HearthThrottleTime *now)
{
  State state;
  int fd = open_state (folder, O_CREAT, now, &state);

  if (state.failures > 0)
    state.failures--;
  write_state (fd, folder, &state);
  close_state (fd);
}
