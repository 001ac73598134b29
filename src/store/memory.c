/* SPDX-License-Identifier: GPL-3.0-or-later
 * The memory SQLite works in: wiped whenever it is given back.
 *
 * SQLCipher can do this itself (cipher_memory_security), but then asks the kernel to lock and unlock each
 * allocation, which makes a save four times as dear and, beyond the few megabytes a process may lock, is refused
 * anyway. Keys are in locked memory all the same: ours in the keyring, SQLCipher's in its own heap for them.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/memory.h"

#include <malloc.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static void *
allocate (int size)
{
  return malloc ((size_t) size);
}

static void
wipe_and_free (void *memory)
{
  if (memory == NULL)
    return;
  explicit_bzero (memory, malloc_usable_size (memory));
  free (memory);
}

static int
get_size (void *memory)
{
  return memory != NULL ? (int) malloc_usable_size (memory) : 0;
}

/* realloc () could leave the old bytes behind. */
static void *
move (void *memory, int size)
{
  int old_size = get_size (memory);
  void *moved;

  if (old_size >= size && old_size / 2 < size)
    return memory;
  moved = allocate (size);
  if (moved == NULL)
    return NULL;
  memcpy (moved, memory, (size_t) MIN (old_size, size));
  wipe_and_free (memory);
  return moved;
}

static int
round_up (int size)
{
  return (size + 7) & ~7;
}

static int
start (void *unused)
{
  return SQLITE_OK;
}

static void
stop (void *unused)
{
}

static gpointer
set_up (gpointer unused)
{
  static const sqlite3_mem_methods methods = {
    .xMalloc = allocate,
    .xFree = wipe_and_free,
    .xRealloc = move,
    .xSize = get_size,
    .xRoundup = round_up,
    .xInit = start,
    .xShutdown = stop,
  };

  if (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK)
    g_error ("SQLite was used before its memory was set up");
  return NULL;
}

void
hearth_memory_set_up (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, set_up, NULL);
}
