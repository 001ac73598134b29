/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person prefers for paper: its size and its language, kept from one time to the next.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/report-options.h"

#include <gtk/gtk.h>

HearthPaper
hearth_report_options_get_paper (void)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autofree char *paper = g_settings_get_string (settings, "paper");

  if (*paper == '\0')
    return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? HEARTH_PAPER_LETTER
                                                                              : HEARTH_PAPER_A4;
  return g_str_equal (paper, "Letter") ? HEARTH_PAPER_LETTER : HEARTH_PAPER_A4;
}

void
hearth_report_options_set_paper (HearthPaper paper)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);

  g_settings_set_string (settings, "paper", paper == HEARTH_PAPER_LETTER ? "Letter" : "A4");
}

const char *
hearth_report_options_get_language (void)
{
  g_autoptr (GSettings) settings = g_settings_new (HEARTH_APPLICATION_ID);
  g_autofree char *language = g_settings_get_string (settings, "language");

  return g_intern_string (language);
}
