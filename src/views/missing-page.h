/* SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody is missing: how long, who must be told, what the plan says for it, the sheet to hand out; and coming back.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_MISSING_PAGE (hearth_missing_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthMissingPage, hearth_missing_page, HEARTH, MISSING_PAGE, AdwNavigationPage)

/** Of @episode, which is saved. Actions: page.edit, page.found, page.history, page.print, page.new-task. */
HearthMissingPage *hearth_missing_page_new (HearthStore *store, HearthRecord *episode);

/* For the table of kinds. */

AdwNavigationPage *hearth_missing_make_page (HearthStore *store, HearthRecord *episode, GError **error);
/** Noticed now, until somebody says otherwise. */
void hearth_missing_fill_in (HearthStore *store, HearthRecord *episode);
/** The page of what was just saved, with who must be told of it. */
AdwNavigationPage *hearth_missing_make_parting (HearthStore *store, HearthRecord *episode);

G_END_DECLS
