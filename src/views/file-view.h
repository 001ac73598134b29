/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is in a resident's file: a row for each kind of record, with what matters of it and how many there are.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FILE_VIEW (hearth_file_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthFileView, hearth_file_view, HEARTH, FILE_VIEW, AdwBin)

/** Only kinds that the reader may see. Rows activate "page.list" (s: type), "win.open-record" (s: id),
 * "page.new-record" (s: type) and "page.print-kind" (s: report kind). */
HearthFileView *hearth_file_view_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS
