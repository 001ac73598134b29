/* SPDX-License-Identifier: GPL-3.0-or-later
 * All records of one type, of one resident or of the whole house: list, filters, and making a new one.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORDS_PAGE (hearth_records_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordsPage, hearth_records_page, HEARTH, RECORDS_PAGE, AdwNavigationPage)

/**
 * hearth_records_page_new:
 * @resident: (nullable): id of the resident whose records are shown; NULL: the whole house
 *
 * Begins with the first view of its kind (views/record-kinds); lists of the whole house with the last 30 days where the
 * type has a day. Actions: page.new, page.find, page.period (s: number of days, or "all").
 */
HearthRecordsPage *hearth_records_page_new (HearthStore *store,
                                            const HearthRecordType *type,
                                            const char *resident);

/** What is listed now; borrowed. */
GListModel *hearth_records_page_get_model (HearthRecordsPage *page);

G_END_DECLS
