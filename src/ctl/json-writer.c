/* SPDX-License-Identifier: GPL-3.0-or-later
 * One JSON object on one line.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/json-writer.h"

#include "core/value.h"

#include <string.h>

struct _HearthJsonWriter {
  GString *text;
  GString *ends; /* closing brackets still to come, the innermost last */
};

HearthJsonWriter *
hearth_json_writer_new (void)
{
  HearthJsonWriter *writer = g_new0 (HearthJsonWriter, 1);

  writer->text = g_string_new ("{");
  writer->ends = g_string_new ("}");
  return writer;
}

void
hearth_json_writer_free (HearthJsonWriter *writer)
{
  if (writer == NULL)
    return;
  g_string_free (writer->text, TRUE);
  g_string_free (writer->ends, TRUE);
  g_free (writer);
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if (*p == '\t')
        g_string_append (text, "\\t");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
begin_member (HearthJsonWriter *writer, const char *name)
{
  char last = writer->text->str[writer->text->len - 1];

  if (last != '{' && last != '[')
    g_string_append (writer->text, ", ");
  if (name != NULL)
    {
      append_quoted (writer->text, name);
      g_string_append (writer->text, ": ");
    }
}

void
hearth_json_writer_begin_object (HearthJsonWriter *writer, const char *name)
{
  begin_member (writer, name);
  g_string_append_c (writer->text, '{');
  g_string_append_c (writer->ends, '}');
}

void
hearth_json_writer_begin_array (HearthJsonWriter *writer, const char *name)
{
  begin_member (writer, name);
  g_string_append_c (writer->text, '[');
  g_string_append_c (writer->ends, ']');
}

void
hearth_json_writer_end (HearthJsonWriter *writer)
{
  g_return_if_fail (writer->ends->len > 0);
  g_string_append_c (writer->text, writer->ends->str[writer->ends->len - 1]);
  g_string_truncate (writer->ends, writer->ends->len - 1);
}

void
hearth_json_writer_add_string (HearthJsonWriter *writer, const char *name, const char *value)
{
  begin_member (writer, name);
  append_quoted (writer->text, value);
}

void
hearth_json_writer_add_integer (HearthJsonWriter *writer, const char *name, gint64 value)
{
  begin_member (writer, name);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, value);
}

void
hearth_json_writer_add_decimal (HearthJsonWriter *writer, const char *name, double value, unsigned int digits)
{
  g_autofree char *format = g_strdup_printf ("%%.%uf", digits);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_member (writer, name);
  g_string_append (writer->text, g_ascii_formatd (text, sizeof text, format, value));
}

void
hearth_json_writer_add_boolean (HearthJsonWriter *writer, const char *name, bool value)
{
  begin_member (writer, name);
  g_string_append (writer->text, value ? "true" : "false");
}

static void
add_codes (HearthJsonWriter *writer, const char *name, const char *value)
{
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);

  hearth_json_writer_begin_array (writer, name);
  for (unsigned int i = 0; codes[i] != NULL; i++)
    hearth_json_writer_add_string (writer, NULL, codes[i]);
  hearth_json_writer_end (writer);
}

void
hearth_json_writer_add_value (HearthJsonWriter *writer, const HearthField *field, const char *value)
{
  g_autofree char *machine = NULL;

  if (*value == '\0')
    return;
  machine = hearth_value_to_machine (field, value);
  if (field->kind == HEARTH_FIELD_YES_NO)
    hearth_json_writer_add_boolean (writer, field->name, strcmp (value, "yes") == 0);
  else if (field->kind == HEARTH_FIELD_MULTI_CHOICE || field->kind == HEARTH_FIELD_LINKS)
    add_codes (writer, field->name, value);
  else if (field->kind == HEARTH_FIELD_INTEGER || field->kind == HEARTH_FIELD_DECIMAL)
    {
      begin_member (writer, field->name);
      g_string_append (writer->text, machine);
    }
  else
    hearth_json_writer_add_string (writer, field->name, machine);
}

void
hearth_json_writer_print (HearthJsonWriter *writer, FILE *stream)
{
  while (writer->ends->len > 0)
    hearth_json_writer_end (writer);
  g_string_append_c (writer->text, '\n');
  fwrite (writer->text->str, 1, writer->text->len, stream);
}
