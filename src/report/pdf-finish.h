/* SPDX-License-Identifier: GPL-3.0-or-later
 * What cairo does not write into a PDF: the language, words for pictures, scopes of table heads. Private to this folder.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/**
 * hearth_pdf_finish:
 * @data: a file by cairo, of PDF 1.5 or later
 * @alternates: of char *, for each Figure in order
 * @scopes: of char *, "Row" or "Column", for each TH in order
 *
 * The file with those added and its table of objects put right. Transfer full; G_IO_ERROR_INVALID_DATA when the file
 * is not as cairo writes it.
 */
GBytes *hearth_pdf_finish (const guint8 *data,
                           gsize length,
                           const char *language,
                           bool rtl,
                           GPtrArray *alternates,
                           GPtrArray *scopes,
                           GError **error);

G_END_DECLS
