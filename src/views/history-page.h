/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything that was ever saved of one record, newest first.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HISTORY_PAGE (hearth_history_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthHistoryPage, hearth_history_page, HEARTH, HISTORY_PAGE, AdwNavigationPage)

/**
 * hearth_history_page_new:
 * @record: as the store gave it, of any type
 *
 * Follows what is saved of the record. A version that is activated opens whole, to be read.
 */
HearthHistoryPage *hearth_history_page_new (HearthStore *store, HearthRecord *record);

/** Opens the history of @record above the page that @near is in. */
void hearth_history_page_open (GtkWidget *near, HearthStore *store, HearthRecord *record);

/** Of HearthRecordVersion, newest first; borrowed. */
GListModel *hearth_history_page_get_versions (HearthHistoryPage *page);

G_END_DECLS
