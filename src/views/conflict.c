/* SPDX-License-Identifier: GPL-3.0-or-later
 * When two people change one record: who did what, in words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/conflict.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/record-diff.h"
#include "views/facts.h"

#define MOST_LINES 6

static void
add_line (GString *words, HearthStore *store, HearthRecord *current, const HearthField *field)
{
  g_autofree char *value = NULL;

  /* Long texts would fill the dialog: their names are enough. What a role does not read has no words either. */
  if (!hearth_field_is_long (field) && !field->sensitive)
    value = hearth_facts_dup_value (store, current, field);
  if (value != NULL && *value != '\0')
    g_string_append_printf (words, "\n• %s: %s", _ (field->label), value);
  else if (!hearth_record_has (current, field->name))
    g_string_append_printf (words, "\n• %s: %s", _ (field->label), _ ("not filled in"));
  else
    g_string_append_printf (words, "\n• %s", _ (field->label));
}

static void
add_differences (GString *words, HearthStore *store, HearthRecord *before, HearthRecord *current)
{
  g_autoptr (GPtrArray) differences = hearth_record_diff (before, current);

  for (guint i = 0; i < MIN (differences->len, MOST_LINES); i++)
    add_line (words, store, current, g_ptr_array_index (differences, i));
  if (differences->len > MOST_LINES)
    g_string_append (words, "\n• …");
}

char *
hearth_conflict_describe (HearthStore *store, HearthRecord *before, HearthRecord *current)
{
  GString *words = g_string_new (NULL);
  g_autofree char *person = hearth_store_dup_link_title (store, hearth_record_get (current, "changed_by"));
  g_autofree char *time = hearth_instant_format (hearth_record_get (current, "changed_at"));

  if (*person == '\0')
    g_set_str (&person, _ ("Somebody else"));
  /* Translators: a person's name, and a time */
  g_string_append_printf (words, _ ("%s saved this at %s:"), person, time);
  add_differences (words, store, before, current);
  g_string_append (words, "\n\n");
  g_string_append (words,
                   _ ("What you typed is still here, on top of it. Please look it over and save again."));
  return g_string_free (words, FALSE);
}
