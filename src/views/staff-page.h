/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everybody who works here: role, keys, and how each stands.
 */
#pragma once

#include <adwaita.h>

#include "views/copy-note.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_STAFF_PAGE (hearth_staff_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthStaffPage, hearth_staff_page, HEARTH, STAFF_PAGE, AdwNavigationPage)

/** Follows what is saved, while it is seen. Actions: page.new, page.find, page.new-sheet,
 * page.replace-house-key, page.roles. */
HearthStaffPage *hearth_staff_page_new (HearthStore *store);

/** What is said of the copies to those who have no page of today, as it stands there. */
void hearth_staff_page_set_copies (HearthStaffPage *page,
                                   HearthCopyNoticeFunc notice,
                                   HearthCopyLineFunc line);

/** Whether it is for the person signed in: who manages accounts, or reads staff files. */
bool hearth_staff_page_is_for (HearthStore *store);

G_END_DECLS
