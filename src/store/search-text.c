/* SPDX-License-Identifier: GPL-3.0-or-later
 * What of a record is searched, and which words a question has.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/search-text.h"

#include "core/value.h"

#include <glib/gi18n-lib.h>

/* Nobody types more; what is pasted by mistake must not become a query of a thousand parts. */
#define MOST_WORDS 12
#define MOST_QUESTION_CHARACTERS 400

bool
hearth_search_takes_field (const HearthRecordType *type, const HearthField *field, HearthSearchPart part)
{
  if (!field->searchable || field->compartment ||
      hearth_record_type_get_field_tier (type, field) > HEARTH_TIER_CLINICAL)
    return false;
  /* Names: all short text of what has a code (people), else what a list shows. */
  if (part == HEARTH_SEARCH_NAMES)
    return field->kind == HEARTH_FIELD_TEXT && !field->own_words && (type->code_prefix || field->list_column);
  return field->kind != HEARTH_FIELD_SEALED && field->kind != HEARTH_FIELD_COMPUTED &&
         field->kind != HEARTH_FIELD_LINK && field->kind != HEARTH_FIELD_LINKS &&
         field->kind != HEARTH_FIELD_BODY_MAP && field->kind != HEARTH_FIELD_ATTACHMENT;
}

bool
hearth_search_has_tier (const HearthRecordType *type, HearthTier tier, HearthSearchPart part)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (hearth_search_takes_field (type, &type->fields[i], part) &&
        hearth_record_type_get_field_tier (type, &type->fields[i]) == tier)
      return true;
  return false;
}

/** The words of the choices, in the reader's language and as written in the program, so that a house that changes
 * its language still finds what it has. */
static void
add_choices (GString *text, const HearthField *field, const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, " ", -1);

  for (guint i = 0; parts[i]; i++)
    {
      const HearthChoice *choice = hearth_field_lookup_choice (field, parts[i]);

      if (!choice)
        continue;
      g_string_append_printf (text, "%s\n", _ (choice->label));
      if (!g_str_equal (_ (choice->label), choice->label))
        g_string_append_printf (text, "%s\n", choice->label);
    }
}

static void
add_field (GString *text, const HearthField *field, const char *value)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (!*value)
    return;
  if (field->kind == HEARTH_FIELD_CHOICE || field->kind == HEARTH_FIELD_MULTI_CHOICE)
    add_choices (words, field, value);
  else
    g_string_append (words, value);
  folded = hearth_search_normalise (words->str);
  if (*folded)
    g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s", folded);
}

char *
hearth_search_dup_text (HearthRecord *record, HearthTier tier, HearthSearchPart part)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (hearth_search_takes_field (type, &type->fields[i], part) &&
        hearth_record_type_get_field_tier (type, &type->fields[i]) <= tier)
      add_field (text, &type->fields[i], hearth_record_get (record, type->fields[i].name));
  return g_string_free_and_steal (text);
}

GStrv
hearth_search_split (const char *question)
{
  g_autofree char *valid = g_utf8_make_valid (question, -1);
  g_autofree char *start =
    g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MOST_QUESTION_CHARACTERS));
  g_autofree char *folded = hearth_search_normalise (start);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n_words = 0;

  for (guint i = 0; parts[i] && n_words < MOST_WORDS; i++)
    {
      bool again = false;

      for (guint j = 0; j < i && !again; j++)
        again = g_str_equal (parts[i], parts[j]);
      if (!*parts[i] || again)
        continue;
      g_strv_builder_add (words, parts[i]);
      n_words++;
    }
  return g_strv_builder_end (words);
}

bool
hearth_search_word_is_short (const char *word)
{
  return g_utf8_strlen (word, -1) < HEARTH_SEARCH_LEAST_CHARACTERS;
}

bool
hearth_search_text_has_all (const char *text, const char *const *words)
{
  for (guint i = 0; words[i]; i++)
    if (!strstr (text, words[i]))
      return false;
  return true;
}

/** Whether a word of @text begins with @start. */
static bool
has_beginning (const char *text, const char *start)
{
  gsize length = strlen (start);

  for (const char *at = strstr (text, start); at; at = strstr (at + length, start))
    if (at == text || at[-1] == ' ' || at[-1] == '\n')
      return true;
  return false;
}

bool
hearth_search_matches (HearthRecord *record, const char *const *words)
{
  g_autofree char *all = hearth_search_dup_text (record, HEARTH_TIER_CLINICAL, HEARTH_SEARCH_ALL);
  g_autofree char *names = hearth_search_dup_text (record, HEARTH_TIER_CLINICAL, HEARTH_SEARCH_NAMES);

  for (guint i = 0; words[i]; i++)
    if (hearth_search_word_is_short (words[i]) ? !has_beginning (names, words[i]) : !strstr (all, words[i]))
      return false;
  return true;
}
