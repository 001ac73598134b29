/* SPDX-License-Identifier: GPL-3.0-or-later
 * Dates and names within a sentence, so that those of the other direction of writing do not turn round what stands beside them.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/isolate.h"

char *
hearth_isolate (char *text)
{
  g_autofree char *taken = text;

  return *taken != '\0' ? g_strdup_printf ("\u2068%s\u2069", taken) : g_steal_pointer (&taken);
}
