/* SPDX-License-Identifier: GPL-3.0-or-later
 * Wipes passwords that GTK handed over as ordinary strings.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/** Overwrites and frees @secret; NULL is fine. */
static inline void
hearth_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

G_END_DECLS
