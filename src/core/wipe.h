/* SPDX-License-Identifier: GPL-3.0-or-later
 * Wiping text: freed memory must not hold what was in the file (security.md 7).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Overwrites @text and frees it; NULL is fine. */
void hearth_text_wipe (char *text);

/** Bytes that are overwritten when nobody holds them any more. Takes @data, from g_malloc (). Transfer full. */
GBytes *hearth_bytes_new_wiped (gpointer data, gsize length);

static inline void
hearth_text_wipe_at (char **text)
{
  hearth_text_wipe (*text);
}

/** As g_autofree, for a string that must not stay in memory: "hearth_autowipe char *words = NULL;" */
#define hearth_autowipe _GLIB_CLEANUP (hearth_text_wipe_at)

G_END_DECLS
