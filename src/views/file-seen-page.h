/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who has seen a resident's file: a line for each person and day, with what they did.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FILE_SEEN_PAGE (hearth_file_seen_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthFileSeenPage, hearth_file_seen_page, HEARTH, FILE_SEEN_PAGE, AdwNavigationPage)

/** @resident: id. Begins with the last 30 days. */
HearthFileSeenPage *hearth_file_seen_page_new (HearthStore *store, const char *resident);

G_END_DECLS
