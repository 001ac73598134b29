/* SPDX-License-Identifier: GPL-3.0-or-later
 * The houses in the program's own folder.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/own-houses.h"

#include "store/folder.h"

static char *
dup_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "hearth", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_utf8_collate_key_for_filename (*(const char *const *) a, -1);
  g_autofree char *other = g_utf8_collate_key_for_filename (*(const char *const *) b, -1);

  return strcmp (one, other);
}

/* ---- Public ---- */

GStrv
hearth_own_houses_list (void)
{
  g_autofree char *own = dup_own_folder ();
  g_autoptr (GDir) folders = g_dir_open (own, 0, NULL);
  g_autoptr (GPtrArray) houses = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folders != NULL && (name = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *path = g_build_filename (own, name, NULL);

      /* What is hidden is still being made. */
      if (*name != '.' && hearth_house_check_files (path, NULL))
        g_ptr_array_add (houses, g_steal_pointer (&path));
    }
  g_ptr_array_sort (houses, compare_names);
  g_ptr_array_add (houses, NULL);
  return (GStrv) g_ptr_array_steal (houses, NULL);
}

char *
hearth_own_houses_suggest (const char *name)
{
  g_autofree char *own = dup_own_folder ();

  for (unsigned int i = 1;; i++)
    {
      g_autofree char *base = i == 1 ? g_strdup (name) : g_strdup_printf ("%s-%u", name, i);
      g_autofree char *place = g_build_filename (own, base, NULL);

      if (!g_file_test (place, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&place);
    }
}
