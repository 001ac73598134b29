/* SPDX-License-Identifier: GPL-3.0-or-later
 * The PDF as other programs read it: text, structure, fonts, and nothing about who made it.
 */
#include "report/pdf-finish.h"
#include "report/pdf.h"

#include "fixtures/fixtures.h"
#include "sample.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* What @command, a program of the system, says about @file; it has to succeed. Transfer full. */
static char *
ask (const char *command, const char *file)
{
  g_autofree char *line = g_strdup_printf ("%s '%s'", command, file);
  const char *const arguments[] = { "/bin/sh", "-c", line, NULL };
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0 || *errors)
    g_test_message ("%s: %s%s", line, output, errors);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (errors, ==, "");
  return output;
}

/* Transfer full. */
static char *
write_sample (const char *folder, HearthDocument *document)
{
  g_autoptr (HearthPages) pages = hearth_pages_new (document);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "report.pdf", NULL);

  g_assert_true (hearth_pdf_write (pages, path, &error));
  g_assert_no_error (error);
  return path;
}

static void
assert_contains (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_test_message ("“%s” is not in:\n%s", part, text);
  g_assert_nonnull (strstr (text, part));
}

static void
test_every_language (void)
{
  for (const char *const *language = sample_languages; *language; language++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autoptr (HearthDocument) document = sample_new (*language, HEARTH_PAPER_A4);
      g_autofree char *path = write_sample (folder, document);
      g_autofree char *check = ask ("qpdf --check", path);
      g_autofree char *info = ask ("pdfinfo", path);
      g_autofree char *fonts = ask ("pdffonts", path);
      g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);

      assert_contains (check, "No syntax or stream encoding errors found");
      assert_contains (info, "Tagged:          yes");
      assert_contains (info, "Title:           Progress report");
      for (unsigned int i = 2; i < g_strv_length (lines) && *lines[i]; i++)
        {
          /* Columns: name, type, encoding, embedded, subset, unicode. */
          assert_contains (lines[i], " yes yes yes ");
          assert_contains (lines[i], "+Noto");
        }
    }
}

static void
test_structure (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthDocument) document = sample_new ("en", HEARTH_PAPER_A4);
  g_autofree char *path = write_sample (folder, document);
  g_autofree char *tree = ask ("pdfinfo -struct-text", path);
  g_autofree char *json = ask ("qpdf --json --json-key=qpdf", path);
  g_auto (GStrv) tables = g_strsplit (tree, "\n  Table", -1);

  /* No letter is a ligature, which nobody would find. */
  assert_contains (tree, "\"Confidential. For the named recipient only");
  assert_contains (tree, "H1 (block)\n    \"Progress report\"");
  assert_contains (tree, "H2 (block)\n    \"Daily life\"");
  assert_contains (tree, "TH:\n         /Scope /Row\n        \"Name used\"");
  assert_contains (tree, "TH:\n         /Scope /Column\n        \"What was recorded\"");
  assert_contains (tree, "BlockQuote");
  assert_contains (tree, "LBody");
  /* One element each, however many pages a table goes over, and no head twice. */
  g_assert_cmpuint (g_strv_length (tables), ==, 1 + 6);
  g_assert_null (strstr (tree, "Page 2 of"));
  g_assert_null (strstr (tree, "DRAFT"));

  assert_contains (json, "\"/Lang\": \"u:en\"");
  assert_contains (json, "\"/MarkInfo\"");
  assert_contains (json, "\"/StructTreeRoot\"");
  assert_contains (json, "\"/DisplayDocTitle\": true");
  assert_contains (json, "\"/Alt\": \"u:From 1 Jan 2026 to 31 Mar 2026.");
  assert_contains (json, "\"/Title\": \"u:Sign-off\"");
}

/* A picture of areas has its sentence for whoever does not see it, and words that can be found, in each direction. */
static void
test_compare (void)
{
  static const char *const steps[] = { "1 · Low", "2 · High", NULL };
  static const char *const languages[] = { "en", "ar", NULL };

  for (const char *const *language = languages; *language; language++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autoptr (HearthDocument) document = hearth_document_new ("progress", *language, HEARTH_PAPER_A4);
      HearthBlock *block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_COMPARE));
      g_autofree char *path = NULL, *json = NULL, *tree = NULL;

      block->compare = hearth_compare_new ("Recovery", "On arrival", "Now", steps);
      hearth_compare_add (block->compare, "Safety", 1, 2);
      g_free (block->note);
      block->note = hearth_compare_describe (block->compare);
      path = write_sample (folder, document);
      json = ask ("qpdf --json --json-key=qpdf", path);
      tree = ask ("pdfinfo -struct-text", path);
      assert_contains (json, "\"/Alt\": \"u:Recovery, on a scale from 1 to");
      assert_contains (tree, "Figure");
      assert_contains (tree, "On arrival");
    }
}

static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != 0x200B)
        g_string_append_unichar (squeezed, c);
    }
  return g_string_free_and_steal (squeezed);
}

/* Copied out of the PDF, text is what was typed, in the order it was typed. */
static void
test_text_order (void)
{
  static const char *const languages[] = { "en", "de", "th", "km", "lo", NULL };

  for (const char *const *language = languages; *language; language++)
    {
      g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
      g_autoptr (HearthDocument) document = hearth_document_new ("progress", *language, HEARTH_PAPER_A4);
      g_autofree char *path = NULL, *text = NULL, *squeezed = NULL, *wanted = NULL;
      const char *first, *second;

      hearth_document_add_heading (document, 1, "First");
      hearth_document_add_paragraph (document, sample_get_prose (*language));
      hearth_document_add_heading (document, 1, "Second");
      path = write_sample (folder, document);
      text = ask ("sh -c 'pdftotext -raw \"$1\" -' sh", path);
      squeezed = squeeze (text);
      wanted = squeeze (sample_get_prose (*language));
      assert_contains (squeezed, wanted);
      first = strstr (squeezed, "First");
      second = strstr (squeezed, "Second");
      g_assert_true (first < strstr (squeezed, wanted) && strstr (squeezed, wanted) < second);
    }
}

/* A reader who opens the properties learns what kind of paper it is and the day, nothing more. */
static void
test_metadata (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthDocument) document = sample_new ("en", HEARTH_PAPER_A4);
  g_autofree char *path = write_sample (folder, document);
  g_autofree char *info = ask ("pdfinfo -rawdates", path);
  g_autofree char *data = NULL;
  gsize length;

  assert_contains (info, "CreationDate:    D:20260402000000");
  g_assert_null (strstr (info, "Author"));
  g_assert_null (strstr (info, "Creator:"));
  g_assert_null (strstr (info, "ModDate"));
  g_assert_null (strstr (info, "Subject"));
  g_assert_null (strstr (info, "Keywords"));
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_null (memmem (data, length, g_get_user_name (), strlen (g_get_user_name ())));
  g_assert_null (memmem (data, length, folder, strlen (folder)));
}

static void
test_bookmarks_and_pages (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthDocument) document = sample_new ("de", HEARTH_PAPER_LETTER);
  g_autoptr (HearthPages) pages = hearth_pages_new (document);
  g_autofree char *path = write_sample (folder, document);
  g_autofree char *info = ask ("pdfinfo", path);
  g_autofree char *count = g_strdup_printf ("Pages:           %u", hearth_pages_get_n_pages (pages));
  g_autofree char *outline = ask ("qpdf --json --json-key=outlines", path);
  g_auto (GStrv) titles = g_strsplit (outline, "\"title\"", -1);

  assert_contains (info, count);
  assert_contains (info, "612 x 792");
  g_assert_cmpuint (g_strv_length (titles), ==, 1 + 2 + 5 * 3);
}

static void
test_empty (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "", HEARTH_PAPER_A4);
  g_autofree char *path = write_sample (folder, document);
  g_autofree char *info = ask ("pdfinfo", path);

  assert_contains (info, "Pages:           1");
}

/* What cannot be written leaves the file that was there, and no other behind. */
static void
test_write_fails (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = hearth_pages_new (document);
  g_autofree char *taken = g_build_filename (folder, "taken", NULL);
  g_autofree char *inside = g_build_filename (taken, "file", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "such", "folder.pdf", NULL);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (GDir) dir = NULL;
  unsigned int n = 0;

  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "x", 1, NULL));
  g_assert_false (hearth_pdf_write (pages, taken, &first));
  g_assert_nonnull (first);
  g_assert_false (hearth_pdf_write (pages, missing, &second));
  g_assert_error (second, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir))
    n++;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_private_file (void)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autoptr (HearthDocument) document = hearth_document_new ("progress", "en", HEARTH_PAPER_A4);
  g_autofree char *path = write_sample (folder, document);
  GStatBuf file;

  g_assert_cmpint (g_stat (path, &file), ==, 0);
  g_assert_cmpint (file.st_mode & 0777, ==, 0600);
}

/* Not a file of cairo's: an error, whatever the bytes are. */
static void
test_finish_refuses (void)
{
  g_autoptr (HearthDocument) document = sample_new ("en", HEARTH_PAPER_A4);
  g_autoptr (HearthPages) pages = hearth_pages_new (document);
  g_autoptr (GBytes) pdf = hearth_pdf_render (pages, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (pdf, &length);

  for (gsize cut = 0; cut < length; cut += 997)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hearth_pdf_finish (data, cut, "en", false, none, none, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/pdf/every-language", test_every_language);
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/compare", test_compare);
  g_test_add_func ("/report/pdf/text-order", test_text_order);
  g_test_add_func ("/report/pdf/metadata", test_metadata);
  g_test_add_func ("/report/pdf/bookmarks-and-pages", test_bookmarks_and_pages);
  g_test_add_func ("/report/pdf/empty", test_empty);
  g_test_add_func ("/report/pdf/write-fails", test_write_fails);
  g_test_add_func ("/report/pdf/private-file", test_private_file);
  g_test_add_func ("/report/pdf/finish-refuses", test_finish_refuses);
  return g_test_run ();
}
