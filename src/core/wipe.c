/* SPDX-License-Identifier: GPL-3.0-or-later
 * Wipes a string before its memory is given back.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/wipe.h"

#include <string.h>

void
hearth_text_wipe (char *text)
{
  if (text == NULL)
    return;
  explicit_bzero (text, strlen (text));
  g_free (text);
}
