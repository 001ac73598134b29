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

typedef struct {
  gpointer data;
  gsize length;
} Wiped;

static void
wiped_free (gpointer data)
{
  Wiped *wiped = data;

  explicit_bzero (wiped->data, wiped->length);
  g_free (wiped->data);
  g_free (wiped);
}

GBytes *
hearth_bytes_new_wiped (gpointer data, gsize length)
{
  Wiped *wiped = g_new (Wiped, 1);

  *wiped = (Wiped) { data, length };
  return g_bytes_new_with_free_func (data, length, wiped_free, wiped);
}
