/* SPDX-License-Identifier: GPL-3.0-or-later
 * The decoder as a program: what it answers to nonsense, and what it can no longer do.
 */
#include "decode/confine.h"
#include "decode/protocol.h"
#include "fixtures/fixtures.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- talking to it --------------------------------------------------------------------- */

/** A running decoder, and the pipes to it. */
typedef struct {
  GSubprocess *process;
  GOutputStream *to;
  GInputStream *from;
} Talk;

static void
talk_free (Talk *talk)
{
  g_object_unref (talk->process);
  g_free (talk);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Talk, talk_free)

static Talk *
talk_new (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("HEARTH_BUILD_DIR"), "src", "decode", "hearth-decode", NULL);
  g_autoptr (GError) error = NULL;
  Talk *talk = g_new0 (Talk, 1);

  talk->process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, path, NULL);
  g_assert_no_error (error);
  talk->to = g_subprocess_get_stdin_pipe (talk->process);
  talk->from = g_subprocess_get_stdout_pipe (talk->process);
  return talk;
}

static void
ask (Talk *talk, const HearthDecodeRequest *request, const char *content)
{
  /* It may have ended before it has read everything. */
  g_output_stream_write_all (talk->to, request, sizeof *request, NULL, NULL, NULL);
  if (content != NULL)
    g_output_stream_write_all (talk->to, content, strlen (content), NULL, NULL, NULL);
}

/** False when it has nothing to say any more. */
static bool
hear (Talk *talk, HearthDecodeReply *reply)
{
  gsize length = 0;

  g_input_stream_read_all (talk->from, reply, sizeof *reply, &length, NULL, NULL);
  return length == sizeof *reply;
}

static void
open_file (Talk *talk, const char *data, gsize length)
{
  HearthDecodeRequest request = { .command = HEARTH_DECODE_OPEN, .n_bytes = length };

  g_output_stream_write_all (talk->to, &request, sizeof request, NULL, NULL, NULL);
  g_output_stream_write_all (talk->to, data, length, NULL, NULL, NULL);
}

/* --- nonsense -------------------------------------------------------------------------- */

static void
assert_ends (Talk *talk)
{
  HearthDecodeReply reply;

  g_assert_false (hear (talk, &reply));
  g_subprocess_wait (talk->process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_exited (talk->process));
}

static void
test_first_request (void)
{
  static const HearthDecodeRequest requests[] = {
    { .command = 0 },
    { .command = HEARTH_DECODE_RENDER, .width = 10, .height = 10 },
    { .command = 77, .n_bytes = 5 },
    { .command = HEARTH_DECODE_OPEN, .n_bytes = G_MAXUINT64 },
    { .command = HEARTH_DECODE_OPEN, .n_bytes = HEARTH_DECODE_MOST_BYTES + 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr (Talk) talk = talk_new ();

      ask (talk, &requests[i], "words");
      assert_ends (talk);
    }
}

/* The other side was ended in the middle of a sentence. */
static void
test_cut_short (void)
{
  g_autoptr (Talk) talk = talk_new ();
  HearthDecodeRequest request = { .command = HEARTH_DECODE_OPEN, .n_bytes = 100 };

  ask (talk, &request, "words");
  g_output_stream_close (talk->to, NULL, NULL);
  assert_ends (talk);
}

static char *
make_bitmap (gsize *length)
{
  static const guint8 head[] = { 'B', 'M', 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40,
                                 0,   0,   0,  2, 0, 0, 0, 2, 0, 0, 0,  1, 0, 24 };

  *length = 70;
  return memcpy (g_malloc0 (70), head, sizeof head);
}

static void
test_second_request (void)
{
  static const HearthDecodeRequest requests[] = {
    { .command = HEARTH_DECODE_OPEN, .n_bytes = 2 },
    { .command = HEARTH_DECODE_RENDER, .page = 1, .width = 10, .height = 10 },
    { .command = HEARTH_DECODE_RENDER, .width = 0, .height = 10 },
    { .command = HEARTH_DECODE_RENDER, .width = HEARTH_DECODE_MOST_WIDTH + 1, .height = 10 },
    { .command = HEARTH_DECODE_RENDER, .width = 8192, .height = 8192 },
    { .command = HEARTH_DECODE_RENDER, .width = G_MAXUINT32, .height = G_MAXUINT32 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr (Talk) talk = talk_new ();
      HearthDecodeReply reply;
      HearthDecodeSize size;
      gsize length;
      g_autofree char *bitmap = make_bitmap (&length);

      open_file (talk, bitmap, length);
      g_assert_true (hear (talk, &reply));
      g_assert_cmpuint (reply.status, ==, HEARTH_DECODE_OK);
      g_assert_cmpuint (reply.n_bytes, ==, sizeof size);
      g_input_stream_read_all (talk->from, &size, sizeof size, NULL, NULL, NULL);
      g_assert_cmpfloat (size.width, ==, 2);
      ask (talk, &requests[i], NULL);
      assert_ends (talk);
    }
}

/* --- what it can no longer do ------------------------------------------------------------ */

/** Runs @attempt, confined, in a process of its own; 0: it was refused. */
static int
run_confined (int (*attempt) (void))
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      confine ();
      _exit (attempt ());
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static int
try_network (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static int
try_writing (void)
{
  return open ("hearth-decode-was-here", O_WRONLY | O_CREAT, 0600) >= 0 ||
         open (".", O_TMPFILE | O_RDWR, 0600) >= 0 || open ("/dev/null", O_RDWR) >= 0 ||
         mkdir ("hearth-decode-was-here", 0700) == 0;
}

static int
try_processes (void)
{
  if (fork () == 0)
    _exit (0);
  execl ("/bin/true", "true", NULL);
  return errno != EPERM;
}

/* The program that asks for pixels is of the same person, and may have been started from a terminal. */
static int
try_others (void)
{
  pid_t parent = getppid ();
  siginfo_t info = { .si_code = SI_QUEUE };
  struct rlimit limit = { 0, 0 };
  int terminal = posix_openpt (O_RDONLY | O_NOCTTY), ready = 0;

  return kill (parent, 0) == 0 || syscall (SYS_tgkill, parent, parent, 0) == 0 ||
         syscall (SYS_tkill, parent, 0) == 0 || syscall (SYS_rt_sigqueueinfo, parent, 0, &info) == 0 ||
         prlimit (parent, RLIMIT_CORE, NULL, &limit) == 0 ||
         ioctl (terminal >= 0 ? terminal : STDIN_FILENO, FIONREAD, &ready) == 0 || errno != EPERM;
}

static int
try_reading (void)
{
  return open ("/etc/passwd", O_RDONLY) < 0;
}

static int
try_limits (void)
{
  struct rlimit core, file, memory;

  getrlimit (RLIMIT_CORE, &core);
  getrlimit (RLIMIT_FSIZE, &file);
  getrlimit (RLIMIT_AS, &memory);
  return core.rlim_max != 0 || file.rlim_max != 0 || memory.rlim_max == RLIM_INFINITY;
}

static void
test_confined (void)
{
  g_assert_cmpint (run_confined (try_network), ==, 0);
  g_assert_cmpint (run_confined (try_writing), ==, 0);
  g_assert_cmpint (run_confined (try_processes), ==, 0);
  g_assert_cmpint (run_confined (try_others), ==, 0);
  g_assert_cmpint (run_confined (try_limits), ==, 0);
  /* Fonts and loaders are files. */
  g_assert_cmpint (run_confined (try_reading), ==, 0);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/decode/first-request", test_first_request);
  g_test_add_func ("/decode/cut-short", test_cut_short);
  g_test_add_func ("/decode/second-request", test_second_request);
  g_test_add_func ("/decode/confined", test_confined);
  return g_test_run ();
}
