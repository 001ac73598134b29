/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the program runs in the sandbox of a Flatpak, and what it keeps other programs from seeing of it.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/sandbox.h"

#include <sys/prctl.h>
#include <sys/resource.h>

typedef enum { NOT_ASKED, OUTSIDE, INSIDE } Answer;

static int answer = NOT_ASKED;

bool
hearth_sandbox_is_inside (void)
{
  /* Flatpak puts it there, and nobody in the sandbox can take it away. */
  if (g_atomic_int_get (&answer) == NOT_ASKED)
    g_atomic_int_set (&answer, g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? INSIDE : OUTSIDE);
  return g_atomic_int_get (&answer) == INSIDE;
}

void
hearth_sandbox_pretend (bool inside)
{
  g_atomic_int_set (&answer, inside ? INSIDE : OUTSIDE);
}

void
hearth_sandbox_guard_memory (void)
{
  const struct rlimit no_core = { 0, 0 };

  setrlimit (RLIMIT_CORE, &no_core);
  /* Elsewhere the desktop's portals could not find out any more who asks them; in a Flatpak they ask its proxy. */
  if (hearth_sandbox_is_inside () && prctl (PR_SET_DUMPABLE, 0) != 0)
    g_warning ("Other programs can read the memory of this one");
}
