/* SPDX-License-Identifier: GPL-3.0-or-later
 * Handing out the recovery sheet of a new house.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/sheet.h"

#include "report/pdf.h"
#include "report/recovery-sheet.h"

#include <glib/gi18n-lib.h>

bool
hearth_sheet_hand_out (const HearthRecoverySheet *sheet,
                       const char *house,
                       const char *today,
                       const char *path,
                       GError **error)
{
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (HearthPages) pages = NULL;

  if (path == NULL)
    {
      g_printerr ("%s\n%s\n%s\n",
                  _ ("Recovery sheet. Write both halves down now: they are not shown again. Keep them apart, "
                     "with two people."),
                  sheet->first_half, sheet->second_half);
      return true;
    }
  document = hearth_recovery_sheet_to_document (house, sheet->first_half, sheet->second_half, today, "en",
                                                HEARTH_PAPER_A4);
  pages = hearth_pages_new (document);
  return hearth_pdf_write (pages, path, error);
}
