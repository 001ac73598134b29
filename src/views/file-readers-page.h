/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may see a resident's file and why, and the limits of it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FILE_READERS_PAGE (hearth_file_readers_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthFileReadersPage,
                      hearth_file_readers_page,
                      HEARTH,
                      FILE_READERS_PAGE,
                      AdwNavigationPage)

/** @resident: id */
HearthFileReadersPage *hearth_file_readers_page_new (HearthStore *store, const char *resident);

G_END_DECLS
