/* SPDX-License-Identifier: GPL-3.0-or-later
 * A hearing: when and where, getting ready for it, how the day was, and what came of it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HEARING_PAGE (hearth_hearing_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthHearingPage, hearth_hearing_page, HEARTH, HEARING_PAGE, AdwNavigationPage)

/** Actions: page.edit, page.history, page.print (court preparation), page.print-kind (s: a kind of report about a hearing), and
 * those of its parts (hearing-parts.h). */
HearthHearingPage *hearth_hearing_page_new (HearthStore *store, HearthRecord *hearing);

/* For the table of kinds of records. */
AdwNavigationPage *hearth_hearing_make_page (HearthStore *store, HearthRecord *hearing, GError **error);
AdwNavigationPage *hearth_hearing_make_parting (HearthStore *store, HearthRecord *hearing);

G_END_DECLS
