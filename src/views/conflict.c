/* SPDX-License-Identifier: GPL-3.0-or-later
 * When two people change one record: who did what, in words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/conflict.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"

#define MOST_LINES 6

static void
add_line (GString *words, const HearthField *field, HearthRecord *current, const char *today)
{
  g_autofree char *value = NULL;

  /* Long texts would fill the dialog, and links are ids here: their names are enough. */
  if (hearth_field_is_long (field) || field->kind == HEARTH_FIELD_LINK ||
      field->kind == HEARTH_FIELD_ATTACHMENT)
    {
      g_string_append_printf (words, "\n• %s", _ (field->label));
      return;
    }
  value = hearth_record_format (current, field, today);
  g_string_append_printf (words, "\n• %s: %s", _ (field->label), *value != '\0' ? value : "–");
}

static void
add_differences (GString *words, HearthRecord *before, HearthRecord *current, const char *today)
{
  const HearthRecordType *type = hearth_record_get_record_type (current);
  unsigned int n = 0;

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];

      if (!hearth_field_is_stored (field) ||
          g_str_equal (hearth_record_get (before, field->name), hearth_record_get (current, field->name)))
        continue;
      if (n++ == MOST_LINES)
        {
          g_string_append (words, "\n• …");
          return;
        }
      add_line (words, field, current, today);
    }
}

char *
hearth_conflict_describe (HearthStore *store, HearthRecord *before, HearthRecord *current)
{
  GString *words = g_string_new (NULL);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *person = hearth_store_dup_link_title (store, hearth_record_get (current, "changed_by"));
  g_autofree char *time = hearth_instant_format (hearth_record_get (current, "changed_at"));

  if (*person == '\0')
    g_set_str (&person, _ ("Somebody else"));
  /* Translators: a person's name, and a time */
  g_string_append_printf (words, _ ("%s saved this at %s:"), person, time);
  add_differences (words, before, current, today);
  g_string_append (words, "\n\n");
  g_string_append (words,
                   _ ("What you typed is still here, on top of it. Please look it over and save again."));
  return g_string_free (words, FALSE);
}
