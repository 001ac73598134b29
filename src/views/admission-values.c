/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is typed on the page of an admission, as a draft keeps it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-values.h"

#include <string.h>

#include "views/admission-places.h"

/* Where a draft keeps the answers to who this is: what they will be written into. */
#define DIFFERENT_VALUE "resident.different_from"
#define SIBLINGS_VALUE "contact.also_here"

#define RESIDENT_PREFIX "resident."

GHashTable *
hearth_admission_values_dup (HearthAdmissionForm *form, HearthAdmissionSearch *search)
{
  g_autoptr (GHashTable) values = hearth_admission_form_dup_values (form);
  g_autofree char *different = hearth_admission_search_dup_codes (search, false);
  g_autofree char *siblings = hearth_admission_search_dup_codes (search, true);

  if (*different != '\0')
    g_hash_table_insert (values, g_strdup (DIFFERENT_VALUE), g_steal_pointer (&different));
  if (*siblings != '\0')
    g_hash_table_insert (values, g_strdup (SIBLINGS_VALUE), g_steal_pointer (&siblings));
  return g_hash_table_size (values) > 0 ? g_steal_pointer (&values) : NULL;
}

static bool
is_beyond_who (GHashTable *values)
{
  const char *who = hearth_admission_get_places ()->section;

  for (const HearthAdmissionPlace *place = hearth_admission_get_places (); place->field != NULL; place++)
    {
      g_autofree char *key = g_strdup_printf ("%s.%s", place->type->name, place->field);

      if (!g_str_equal (place->section, who) && g_hash_table_contains (values, key))
        return true;
    }
  return false;
}

bool
hearth_admission_values_take (HearthAdmissionForm *form, HearthAdmissionSearch *search, GHashTable *values)
{
  const char *different = g_hash_table_lookup (values, DIFFERENT_VALUE);
  const char *siblings = g_hash_table_lookup (values, SIBLINGS_VALUE);

  hearth_admission_form_set_values (form, values);
  hearth_admission_search_set_codes (search, different != NULL ? different : "",
                                     siblings != NULL ? siblings : "");
  return is_beyond_who (values);
}

static gboolean
is_in_file_cb (gpointer name, gpointer text, gpointer user_data)
{
  return g_str_has_prefix (name, RESIDENT_PREFIX) &&
         hearth_record_has (user_data, (char *) name + strlen (RESIDENT_PREFIX));
}

void
hearth_admission_values_leave_to_file (GHashTable *values, HearthRecord *resident)
{
  g_hash_table_foreach_remove (values, is_in_file_cb, resident);
}
