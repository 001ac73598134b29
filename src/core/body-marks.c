/* SPDX-License-Identifier: GPL-3.0-or-later
 * Marks on the outline of a body in one value.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "config.h"

#include "core/value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PARTS 5 /* view, x, y, kind, words */
#define FULL_WIDTH 1000
#define MOST_WORDS 300 /* characters */

static const HearthChoice views[] = {
  { "front", N_ ("front") },
  { "back", N_ ("back") },
  { NULL },
};

static const char *
lookup_view (const char *code)
{
  for (const HearthChoice *view = views; view->code != NULL; view++)
    if (g_str_equal (view->code, code))
      return view->label;
  return NULL;
}

static HearthProblemCode
check_place (const char *text)
{
  guint64 place;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &place, NULL) || text[0] == '+')
    return HEARTH_PROBLEM_NOT_A_NUMBER;
  if (place > FULL_WIDTH)
    return HEARTH_PROBLEM_OUT_OF_RANGE;
  return HEARTH_PROBLEM_NONE;
}

/* Adds @line to @canonical in its one written form. */
static HearthProblemCode
read_mark (const HearthField *field, const char *line, GString *canonical)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", PARTS);
  const char *words = "";
  HearthProblemCode problem;

  if (g_strv_length (parts) < PARTS - 1 || lookup_view (parts[0]) == NULL)
    return HEARTH_PROBLEM_NOT_TEXT;
  problem = check_place (parts[1]);
  if (problem == HEARTH_PROBLEM_NONE)
    problem = check_place (parts[2]);
  if (problem != HEARTH_PROBLEM_NONE)
    return problem;
  if (hearth_field_lookup_choice (field, parts[3]) == NULL)
    return HEARTH_PROBLEM_NO_SUCH_CHOICE;
  if (parts[4] != NULL)
    words = g_strstrip (g_strdelimit (parts[4], "\t", ' '));
  if (g_utf8_strlen (words, -1) > MOST_WORDS)
    return HEARTH_PROBLEM_TOO_LONG;
  g_string_append_printf (canonical, "%s%s %d %d %s", canonical->len > 0 ? "\n" : "", parts[0],
                          (int) g_ascii_strtoll (parts[1], NULL, 10),
                          (int) g_ascii_strtoll (parts[2], NULL, 10), parts[3]);
  if (*words != '\0')
    g_string_append_printf (canonical, " %s", words);
  return HEARTH_PROBLEM_NONE;
}

HearthProblemCode
hearth_body_map_read (const HearthField *field, const char *text, char **canonical)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      HearthProblemCode problem = HEARTH_PROBLEM_NONE;

      if (*line != '\0')
        problem = read_mark (field, line, marks);
      if (problem != HEARTH_PROBLEM_NONE)
        return problem;
    }
  *canonical = g_string_free_and_steal (g_steal_pointer (&marks));
  return HEARTH_PROBLEM_NONE;
}

char *
hearth_body_map_format (const HearthField *field, const char *canonical)
{
  g_auto (GStrv) lines = g_strsplit (canonical, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", PARTS);
      const HearthChoice *kind;
      g_autofree char *mark = NULL;

      if (g_strv_length (parts) < PARTS - 1 || lookup_view (parts[0]) == NULL)
        continue;
      kind = hearth_field_lookup_choice (field, parts[3]);
      /* Translators: a mark on a drawing of the body and the side it is on, “Bruise, front” */
      mark =
        g_strdup_printf (_ ("%s, %s"), kind != NULL ? _ (kind->label) : parts[3], _ (lookup_view (parts[0])));
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", mark);
      if (parts[4] != NULL)
        /* Translators: after the name of a mark on the body, words about it */
        g_string_append_printf (text, _ (": %s"), parts[4]);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
