/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages as tagged PDF: language, structure, bookmarks, embedded fonts, and no word about who made it when and where.
 */
#pragma once

#include "report/paginate.h"

G_BEGIN_DECLS

/** The whole file in memory. The same pages give the same bytes but for the letters before font names. Transfer full. */
GBytes *hearth_pdf_render (HearthPages *pages, GError **error);

/** Writes the file at @path, readable for its owner only: either whole and on the disk, or what was there before
 * stays. Errors are of G_FILE_ERROR or G_IO_ERROR, in the system's words. */
bool hearth_pdf_write (HearthPages *pages, const char *path, GError **error);

G_END_DECLS
