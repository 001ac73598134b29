/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strict JSON of one object: a reader that goes once from the first byte to the last.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Deeper than any record; keeps a file of brackets from using up the stack. */
#define MAX_DEPTH 32

typedef struct {
  const char *start;
  const char *at;
  const char *end;
  const char *fault; /* translated; NULL while all is well */
} Reader;

static HearthJsonValue *read_value (Reader *reader, unsigned int depth);

static HearthJsonValue *
value_new (HearthJsonKind kind)
{
  HearthJsonValue *value = g_new0 (HearthJsonValue, 1);

  value->kind = kind;
  if (kind == HEARTH_JSON_ARRAY || kind == HEARTH_JSON_OBJECT)
    value->items = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_json_value_free);
  return value;
}

void
hearth_json_value_free (HearthJsonValue *value)
{
  if (value == NULL)
    return;
  g_free (value->name);
  if (value->text != NULL)
    g_string_free (value->text, TRUE);
  g_clear_pointer (&value->items, g_ptr_array_unref);
  g_free (value);
}

static void *
fail (Reader *reader, const char *fault)
{
  if (reader->fault == NULL)
    reader->fault = fault;
  return NULL;
}

static void
skip_space (Reader *reader)
{
  while (reader->at < reader->end && strchr (" \t\r\n", *reader->at) != NULL && *reader->at != '\0')
    reader->at++;
}

static bool
take (Reader *reader, char c)
{
  if (reader->at == reader->end || *reader->at != c)
    return false;
  reader->at++;
  return true;
}

static bool
take_word (Reader *reader, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (reader->end - reader->at) < length || strncmp (reader->at, word, length) != 0)
    return false;
  reader->at += length;
  return true;
}

static bool
take_digits (Reader *reader)
{
  const char *first = reader->at;

  while (reader->at < reader->end && g_ascii_isdigit (*reader->at))
    reader->at++;
  return reader->at > first;
}

static HearthJsonValue *
read_number (Reader *reader)
{
  const char *first = reader->at;
  HearthJsonValue *value;
  bool good;

  take (reader, '-');
  good = take (reader, '0') || take_digits (reader);
  if (good && take (reader, '.'))
    good = take_digits (reader);
  if (good && (take (reader, 'e') || take (reader, 'E')))
    {
      if (!take (reader, '+'))
        take (reader, '-');
      good = take_digits (reader);
    }
  if (!good)
    return fail (reader, _ ("this is not a value"));
  value = value_new (HEARTH_JSON_NUMBER);
  value->text = g_string_new_len (first, reader->at - first);
  return value;
}

static bool
take_four_hex (Reader *reader, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, reader->at++)
    {
      if (reader->at == reader->end || !g_ascii_isxdigit (*reader->at))
        return false;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*reader->at);
    }
  return true;
}

/* What stands behind "\u": one code point, of two UTF-16 halves where it needs them. */
static bool
take_code_point (Reader *reader, GString *text)
{
  gunichar unit, low;

  if (!take_four_hex (reader, &unit))
    return false;
  if (unit >= 0xDC00 && unit <= 0xDFFF)
    return false;
  if (unit >= 0xD800 && unit <= 0xDBFF)
    {
      if (!take_word (reader, "\\u") || !take_four_hex (reader, &low) || low < 0xDC00 || low > 0xDFFF)
        return false;
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  if (unit == 0)
    g_string_append_c (text, '\0');
  else
    g_string_append_unichar (text, unit);
  return true;
}

static bool
take_escape (Reader *reader, GString *text)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *place;

  if (reader->at == reader->end || *reader->at == '\0')
    return false;
  if (take (reader, 'u'))
    return take_code_point (reader, text);
  place = strchr (escapes, *reader->at);
  if (place == NULL)
    return false;
  g_string_append_c (text, meanings[place - escapes]);
  reader->at++;
  return true;
}

/* A NUL goes through, so that its field can be named. */
static bool
is_control (char c)
{
  return c > '\0' && c < ' ';
}

/* Behind the opening quotation mark. The bytes are not looked at: whoever knows the member's name says
 * what is wrong with them. */
static GString *
read_string (Reader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (!take (reader, '"'))
    {
      const char *first = reader->at;

      while (reader->at < reader->end && *reader->at != '"' && *reader->at != '\\' &&
             !is_control (*reader->at))
        reader->at++;
      g_string_append_len (text, first, reader->at - first);
      if (reader->at == reader->end)
        return fail (reader, _ ("a text has no closing quotation mark"));
      if (is_control (*reader->at))
        return fail (reader, _ ("a line break, a tab or the like inside a text has to be written as \"\\n\", "
                                "\"\\t\" …"));
      if (take (reader, '\\') && !take_escape (reader, text))
        return fail (reader, _ ("this sign means nothing behind \"\\\""));
    }
  return g_steal_pointer (&text);
}

/* Behind the opening bracket. */
static HearthJsonValue *
read_array (Reader *reader, unsigned int depth)
{
  g_autoptr (HearthJsonValue) array = value_new (HEARTH_JSON_ARRAY);

  skip_space (reader);
  if (take (reader, ']'))
    return g_steal_pointer (&array);
  do
    {
      HearthJsonValue *item = read_value (reader, depth);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (array->items, item);
      skip_space (reader);
    }
  while (take (reader, ','));
  if (!take (reader, ']'))
    return fail (reader, _ ("a list needs \",\" or \"]\" here"));
  return g_steal_pointer (&array);
}

static bool
read_member (Reader *reader, HearthJsonValue *object, unsigned int depth)
{
  g_autoptr (GString) name = NULL;
  HearthJsonValue *member;

  skip_space (reader);
  if (!take (reader, '"'))
    return fail (reader, _ ("a name in quotation marks is missing here")) != NULL;
  name = read_string (reader);
  if (name == NULL)
    return false;
  if (!g_utf8_validate_len (name->str, name->len, NULL))
    return fail (reader, _ ("a name is not text")) != NULL;
  skip_space (reader);
  if (!take (reader, ':'))
    return fail (reader, _ ("\":\" is missing behind a name")) != NULL;
  member = read_value (reader, depth);
  if (member == NULL)
    return false;
  member->name = g_string_free (g_steal_pointer (&name), FALSE);
  g_ptr_array_add (object->items, member);
  return true;
}

/* Behind the opening brace. */
static HearthJsonValue *
read_object (Reader *reader, unsigned int depth)
{
  g_autoptr (HearthJsonValue) object = value_new (HEARTH_JSON_OBJECT);

  skip_space (reader);
  if (take (reader, '}'))
    return g_steal_pointer (&object);
  do
    {
      if (!read_member (reader, object, depth))
        return NULL;
      skip_space (reader);
    }
  while (take (reader, ','));
  if (!take (reader, '}'))
    return fail (reader, _ ("an object needs \",\" or \"}\" here"));
  return g_steal_pointer (&object);
}

static HearthJsonValue *
read_value (Reader *reader, unsigned int depth)
{
  skip_space (reader);
  if (depth == MAX_DEPTH)
    return fail (reader, _ ("brackets are nested too deeply"));
  if (take (reader, '{'))
    return read_object (reader, depth + 1);
  if (take (reader, '['))
    return read_array (reader, depth + 1);
  if (take (reader, '"'))
    {
      g_autoptr (GString) text = read_string (reader);
      HearthJsonValue *value;

      if (text == NULL)
        return NULL;
      value = value_new (HEARTH_JSON_STRING);
      value->text = g_steal_pointer (&text);
      return value;
    }
  if (take_word (reader, "true"))
    return value_new (HEARTH_JSON_TRUE);
  if (take_word (reader, "false"))
    return value_new (HEARTH_JSON_FALSE);
  if (take_word (reader, "null"))
    return value_new (HEARTH_JSON_NULL);
  return read_number (reader);
}

static unsigned int
line_of (const Reader *reader)
{
  unsigned int line = 1;

  for (const char *p = reader->start; p < reader->at; p++)
    line += *p == '\n';
  return line;
}

HearthJsonValue *
hearth_json_read_object (const char *text, gsize length, char **fault)
{
  Reader reader = { .start = text, .at = text, .end = text + length };
  g_autoptr (HearthJsonValue) object = NULL;

  skip_space (&reader);
  if (take (&reader, '{'))
    object = read_object (&reader, 1);
  else
    fail (&reader, _ ("a record begins with \"{\""));
  skip_space (&reader);
  if (object != NULL && reader.at < reader.end)
    fail (&reader, _ ("something stands behind the record's closing \"}\""));
  if (reader.fault == NULL)
    return g_steal_pointer (&object);
  *fault = g_strdup_printf (_ ("This is not JSON, line %u: %s."), line_of (&reader), reader.fault);
  return NULL;
}
