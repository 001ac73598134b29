/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person who works here: account, staff file, trainings, keys, and leaving.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_STAFF_PERSON_PAGE (hearth_staff_person_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthStaffPersonPage,
                      hearth_staff_person_page,
                      HEARTH,
                      STAFF_PERSON_PAGE,
                      AdwNavigationPage)

/**
 * hearth_staff_person_page_new:
 * @account: as the store gave it
 *
 * Follows what is saved, while it is seen. Shows to each reader what is theirs to see and do. Actions: page.edit,
 * page.history, page.new-file, page.new-training, page.reset, page.remove.
 */
HearthStaffPersonPage *hearth_staff_person_page_new (HearthStore *store, HearthRecord *account);

G_END_DECLS
