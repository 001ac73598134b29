/* SPDX-License-Identifier: GPL-3.0-or-later
 * What cairo does not write into a PDF: the language, words for pictures, scopes of table heads.
 *
 * cairo keeps most objects in compressed streams. They are taken out, added to where need be, and all is written again
 * with a plain table of objects, which every version of PDF knows.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/pdf-finish.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#define HEADER 15 /* "%PDF-1.7", a line feed, "%" and four bytes that show it is binary, a line feed */
#define TAIL 40   /* bytes that hold "startxref", its number and "%%EOF" */

typedef struct {
  const char *data;
  gsize length;
  GPtrArray *objects; /* of GString, by number: what stands between "obj" and "endobj"; NULL: none */
  guint root, info;
  gsize xref;
} File;

/* Where an object is: at @place in the file, or the @place-th of the object stream @stream. */
typedef struct {
  guint8 kind; /* 0: nowhere, 1: in the file, 2: in a stream */
  gsize place;
  guint stream;
} Entry;

static void
string_free (gpointer data)
{
  if (data)
    g_string_free (data, TRUE);
}

/* @text ends with a NUL byte; the number after @key in the dictionary it begins with. */
static bool
read_number (const char *text, const char *key, guint64 *number)
{
  const char *found = strstr (text, key);

  if (!found)
    return false;
  *number = g_ascii_strtoull (found + strlen (key), NULL, 10);
  return true;
}

/* The dictionary at @text as a string, up to its stream; @stream: (out): where that begins. Transfer full. */
static char *
read_dictionary (const char *text, gsize length, const char **stream)
{
  const char *found = memmem (text, length, "\nstream\n", 8);

  if (!found)
    return NULL;
  *stream = found + 8;
  return g_strndup (text, (gsize) (found - text));
}

/* A stream of cairo's is one piece of zlib data, which ends by itself. */
static GByteArray *
inflate (const char *stream, gsize length)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint8 buffer[16384];
  gsize done = 0;

  while (true)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result =
        g_converter_convert (G_CONVERTER (zlib), stream + done, length - done, buffer, sizeof buffer,
                             G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL);

      if (result == G_CONVERTER_ERROR)
        return NULL;
      done += n_read;
      g_byte_array_append (out, buffer, (guint) n_written);
      if (result == G_CONVERTER_FINISHED)
        {
          g_byte_array_append (out, (const guint8 *) "", 1);
          return g_steal_pointer (&out);
        }
    }
}

static gsize
read_big_endian (const guint8 *bytes, guint n)
{
  gsize value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | bytes[i];
  return value;
}

/* The table of objects; of Entry; transfer full. */
static GArray *
read_entries (File *file)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_autoptr (GByteArray) table = NULL;
  g_autofree char *dictionary = NULL;
  g_autofree char *tail = NULL;
  const char *stream, *widths;
  guint64 xref, size, root, info;
  guint width[3];
  gsize row;

  if (file->length < HEADER + TAIL)
    return NULL;
  tail = g_strndup (file->data + file->length - TAIL, TAIL);
  if (!read_number (tail, "startxref\n", &xref) || xref >= file->length)
    return NULL;
  dictionary = read_dictionary (file->data + xref, file->length - xref, &stream);
  if (!dictionary || !read_number (dictionary, "/Size ", &size) ||
      !read_number (dictionary, "/Root ", &root) || !read_number (dictionary, "/Info ", &info) ||
      !(widths = strstr (dictionary, "/W [")) ||
      sscanf (widths, "/W [%1u %1u %1u]", &width[0], &width[1], &width[2]) != 3)
    return NULL;
  table = inflate (stream, file->length - (gsize) (stream - file->data));
  row = width[0] + width[1] + width[2];
  if (!table || size * row + 1 != table->len || root >= size || info >= size)
    return NULL;
  for (gsize i = 0; i < size; i++)
    {
      const guint8 *bytes = table->data + i * row;
      Entry entry = { .kind = (guint8) read_big_endian (bytes, width[0]) };
      gsize second = read_big_endian (bytes + width[0], width[1]);
      gsize third = read_big_endian (bytes + width[0] + width[1], width[2]);

      entry.place = entry.kind == 2 ? third : second;
      entry.stream = entry.kind == 2 ? (guint) second : 0;
      g_array_append_val (entries, entry);
    }
  file->xref = xref;
  file->root = (guint) root;
  file->info = (guint) info;
  return g_steal_pointer (&entries);
}

/* An object that cairo numbered and never wrote (an artifact's) has some other object's place in the table: NULL. */
static GString *
read_plain_object (const File *file, guint number, gsize place)
{
  g_autofree char *begin = g_strdup_printf ("%u 0 obj\n", number);
  gsize length = strlen (begin);
  const char *end;

  if (place + length >= file->length || memcmp (file->data + place, begin, length) != 0)
    return NULL;
  end = file->data + place + length;
  /* Inside compressed bytes these words can stand by chance: only the end of a stream counts. */
  do
    end = memmem (end + 1, file->length - (gsize) (end + 1 - file->data), "\nendobj\n", 8);
  while (end && memmem (file->data + place, (gsize) (end - file->data) - place, "\nstream\n", 8) &&
         memcmp (end - strlen ("endstream"), "endstream", strlen ("endstream")) != 0);
  return end ? g_string_new_len (file->data + place + length, end - (file->data + place + length)) : NULL;
}

/* Takes the objects out of the stream that is object @number. */
static bool
read_object_stream (File *file, GArray *entries, guint number)
{
  const GString *object = file->objects->pdata[number];
  g_autofree char *dictionary = NULL;
  g_autoptr (GByteArray) all = NULL;
  const char *stream;
  guint64 n, first;
  char *at;

  if (!object || !(dictionary = read_dictionary (object->str, object->len, &stream)) ||
      !read_number (dictionary, "/N ", &n) || !read_number (dictionary, "/First ", &first) ||
      !(all = inflate (stream, object->len - (gsize) (stream - object->str))) || first >= all->len)
    return false;
  at = (char *) all->data;
  for (guint64 i = 0; i < n; i++)
    {
      guint64 member = g_ascii_strtoull (at, &at, 10);
      gsize begin = first + g_ascii_strtoull (at, &at, 10), end = all->len - 1;

      if (i + 1 < n)
        {
          char *next = at;

          g_ascii_strtoull (next, &next, 10);
          end = first + g_ascii_strtoull (next, NULL, 10);
        }
      if (member >= entries->len || begin > end || end >= all->len ||
          g_array_index (entries, Entry, member).stream != number)
        return false;
      while (end > begin && g_ascii_isspace (all->data[end - 1]))
        end--;
      string_free (file->objects->pdata[member]);
      file->objects->pdata[member] =
        g_string_new_len ((const char *) all->data + begin, (gssize) (end - begin));
    }
  return true;
}

static bool
read_file (File *file)
{
  g_autoptr (GArray) entries = read_entries (file);
  g_autoptr (GHashTable) streams = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  if (!entries)
    return false;
  g_ptr_array_set_size (file->objects, (int) entries->len);
  for (guint i = 1; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->kind == 1 && entry->place != file->xref)
        file->objects->pdata[i] = read_plain_object (file, i, entry->place);
      else if (entry->kind == 2 && entry->stream < entries->len)
        g_hash_table_add (streams, GUINT_TO_POINTER (entry->stream));
    }
  g_hash_table_iter_init (&iter, streams);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint number = GPOINTER_TO_UINT (key);

      if (!read_object_stream (file, entries, number))
        return false;
      string_free (g_steal_pointer (&file->objects->pdata[number]));
    }
  return file->objects->pdata[file->root] && file->objects->pdata[file->info];
}

/* A text string of PDF. */
static char *
encode_text (const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  GString *hex = g_string_new ("<FEFF");

  for (const gunichar2 *unit = units; unit && *unit; unit++)
    g_string_append_printf (hex, "%04X", *unit);
  g_string_append_c (hex, '>');
  return g_string_free_and_steal (hex);
}

/* @words become the first entries of the dictionary @object. */
static void
insert (GString *object, const char *words)
{
  g_string_insert (object, 2, words);
}

static bool
is_element (const GString *object, const char *tag)
{
  g_autofree char *begin = g_strdup_printf ("<< /Type /StructElem\n   /S /%s\n", tag);

  return g_str_has_prefix (object->str, begin);
}

/* cairo numbers structure elements in the order they begin. */
static bool
add_to_elements (File *file, GPtrArray *alternates, GPtrArray *scopes)
{
  guint figure = 0, head = 0;

  for (guint i = 1; i < file->objects->len; i++)
    {
      GString *object = file->objects->pdata[i];
      g_autofree char *words = NULL;

      if (object && is_element (object, "Figure") && figure < alternates->len)
        {
          g_autofree char *text = encode_text (alternates->pdata[figure++]);

          words = g_strdup_printf (" /Alt %s\n  ", text);
        }
      else if (object && is_element (object, "TH") && head < scopes->len)
        words = g_strdup_printf (" /A << /O /Table /Scope /%s >>\n  ", (const char *) scopes->pdata[head++]);
      if (words)
        insert (object, words);
    }
  return figure == alternates->len && head == scopes->len;
}

/* Tags are letters, digits and hyphens: nothing else goes into a string unescaped. */
static void
add_to_catalog (File *file, const char *language, bool rtl)
{
  g_autofree char *tag = g_strdup (language);
  g_autofree char *words = NULL;

  g_strcanon (tag, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  words =
    g_strdup_printf (" /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true /Direction /%s >>\n  ", tag,
                     rtl ? "R2L" : "L2R");
  insert (file->objects->pdata[file->root], words);
}

/* cairo leaves out the two letters that a date has to begin with. */
static void
mend_date (File *file)
{
  GString *info = file->objects->pdata[file->info];

  g_string_replace (info, "/CreationDate (2", "/CreationDate (D:2", 1);
  g_string_replace (info, "/CreationDate (1", "/CreationDate (D:1", 1);
}

static GBytes *
write_file (const File *file)
{
  GString *out = g_string_sized_new (file->length * 2);
  g_autofree gsize *places = g_new0 (gsize, file->objects->len);
  gsize xref;

  g_string_append_len (out, file->data, HEADER);
  for (guint i = 1; i < file->objects->len; i++)
    {
      const GString *object = file->objects->pdata[i];

      if (!object)
        continue;
      places[i] = out->len;
      g_string_append_printf (out, "%u 0 obj\n", i);
      g_string_append_len (out, object->str, (gssize) object->len);
      g_string_append (out, "\nendobj\n");
    }
  xref = out->len;
  g_string_append_printf (out, "xref\n0 %u\n0000000000 65535 f \n", file->objects->len);
  for (guint i = 1; i < file->objects->len; i++)
    g_string_append_printf (out, "%010" G_GSIZE_FORMAT " %s \n", places[i],
                            places[i] > 0 ? "00000 n" : "65535 f");
  g_string_append_printf (out, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n>>\nstartxref\n",
                          file->objects->len, file->root, file->info);
  g_string_append_printf (out, "%" G_GSIZE_FORMAT "\n%%%%EOF\n", xref);
  return g_string_free_to_bytes (out);
}

GBytes *
hearth_pdf_finish (const guint8 *data,
                   gsize length,
                   const char *language,
                   bool rtl,
                   GPtrArray *alternates,
                   GPtrArray *scopes,
                   GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (string_free);
  File file = { .data = (const char *) data, .length = length, .objects = objects };

  if (!read_file (&file) || !add_to_elements (&file, alternates, scopes))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "cairo has written an unknown form of PDF");
      return NULL;
    }
  add_to_catalog (&file, language, rtl);
  mend_date (&file);
  return write_file (&file);
}
