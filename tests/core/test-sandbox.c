/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the program keeps to itself: no core file anywhere, and in the sandbox no look into its memory.
 */
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/sandbox.h"
#include "fixtures/fixtures.h"

/* In a process of its own; returns whether other programs may read its memory, or 2 when it leaves a core file. */
static int
guard (bool inside)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct rlimit core;

      hearth_sandbox_pretend (inside);
      hearth_sandbox_guard_memory ();
      _exit (getrlimit (RLIMIT_CORE, &core) == 0 && core.rlim_max == 0 ? prctl (PR_GET_DUMPABLE) : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_memory (void)
{
  struct rlimit core;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &core), ==, 0);
  if (core.rlim_max == 0)
    {
      g_test_skip ("There are no core files here, whoever guards against them");
      return;
    }
  g_assert_cmpint (guard (true), ==, 0);
  g_assert_cmpint (guard (false), ==, 1);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/sandbox/memory", test_memory);
  return g_test_run ();
}
