/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking somebody in: who arrives, whether there is a file already, and what a night or a morning has time for.
 */
#pragma once

#include <adwaita.h>

#include "store/draft.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ADMISSION_PAGE (hearth_admission_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthAdmissionPage, hearth_admission_page, HEARTH, ADMISSION_PAGE, AdwNavigationPage)

/**
 * hearth_admission_page_new:
 * @resident: (nullable): somebody who was here before and comes back
 *
 * Nothing is written before it is saved; after that the page leaves its navigation view and the resident's page opens.
 * A page that is left with something typed keeps it as a draft. Actions: page.save, page.keep-draft.
 */
HearthAdmissionPage *hearth_admission_page_new (HearthStore *store, HearthRecord *resident);

/** The page for completing @admission, a saved record of that type; NULL with an error of the store. */
HearthAdmissionPage *hearth_admission_page_new_for_record (HearthStore *store,
                                                           HearthRecord *admission,
                                                           GError **error);

/** The page for going on with @draft, of the type admission; NULL with an error of the store. */
HearthAdmissionPage *hearth_admission_page_new_for_draft (HearthStore *store,
                                                          const HearthDraft *draft,
                                                          GError **error);

/** Whether it was saved; otherwise the person has been told why not. */
bool hearth_admission_page_save (HearthAdmissionPage *page);

G_END_DECLS
