/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report as it comes out of the printer, read back by other programs.
 */
#include "paper.h"

#include "report/pdf.h"

#include "fixtures/fixtures.h"

void
paper_free (Paper *paper)
{
  hearth_document_unref (paper->document);
  g_object_unref (paper->pages);
  g_free (paper->text);
  g_free (paper->info);
  g_free (paper);
}

static char *
ask (const char *program, const char *option, const char *path, const char *to)
{
  const char *const arguments[] = { program, option, path, to, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

Paper *
paper_print_with (HearthTestHouse *house,
                  HearthRecord *subject,
                  const char *kind,
                  const HearthReportOptions *options)
{
  g_autoptr (HearthTestFolder) folder = hearth_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autoptr (GError) error = NULL;
  Paper *paper = g_new0 (Paper, 1);

  paper->document =
    hearth_report_build (hearth_report_kind_lookup (kind), house->store, subject, options, &error);
  g_assert_no_error (error);
  paper->pages = hearth_pages_new (paper->document);
  hearth_pdf_write (paper->pages, path, &error);
  g_assert_no_error (error);
  paper->text = ask ("pdftotext", "-raw", path, "-");
  paper->info = ask ("pdfinfo", "-isodates", path, NULL);
  return paper;
}

Paper *
paper_print (HearthTestHouse *house, HearthRecord *subject, const char *kind)
{
  HearthReportOptions options = { .language = "en" };

  return paper_print_with (house, subject, kind, &options);
}

void
paper_add_allergy (HearthTestHouse *house,
                   HearthRecord *resident,
                   const char *substance,
                   const char *ended_on)
{
  g_autoptr (HearthRecord) allergy =
    hearth_test_house_add (house, "allergy", "resident", hearth_record_get_id (resident), "substance",
                           substance, "kind", "other", "severity", "grave", "noted_on", "2025-01-05",
                           "ended_on", ended_on, NULL);
}

bool
paper_says (const Paper *paper, const char *words)
{
  return strstr (paper->text, words) != NULL;
}

unsigned int
paper_count (const Paper *paper, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (paper->text, words, -1);

  return g_strv_length (parts) - 1;
}

unsigned int
paper_count_pages (const Paper *paper)
{
  return hearth_pages_get_n_pages (paper->pages);
}

void
paper_assert_says (const Paper *paper, const char *const *words)
{
  for (; *words; words++)
    {
      g_test_message ("%s", *words);
      if (!paper_says (paper, *words))
        g_test_message ("is not in: %s", paper->text);
      g_assert_true (paper_says (paper, *words));
    }
}

void
paper_assert_silent (const Paper *paper, const char *const *words)
{
  for (; *words; words++)
    {
      g_test_message ("%s", *words);
      g_assert_false (paper_says (paper, *words));
    }
}
