/* SPDX-License-Identifier: GPL-3.0-or-later
 * Links to several records in one value.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/value-private.h"

#include "core/id.h"

HearthProblemCode
hearth_links_read (const char *text, char **canonical)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,\n\t", -1);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) all = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (!hearth_id_is_valid (words[i]))
        return HEARTH_PROBLEM_NO_SUCH_RECORD;
      if (g_hash_table_add (known, words[i]))
        g_strv_builder_add (ids, words[i]);
    }
  all = g_strv_builder_end (ids);
  *canonical = g_strjoinv (" ", all);
  return HEARTH_PROBLEM_NONE;
}
