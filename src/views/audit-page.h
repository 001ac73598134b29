/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything that was done in the house, or in one resident's file, newest first.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_AUDIT_PAGE (hearth_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthAuditPage, hearth_audit_page, HEARTH, AUDIT_PAGE, AdwNavigationPage)

/** @resident: (nullable): id; NULL: of the whole house, with the check of it ("house.verify"). */
HearthAuditPage *hearth_audit_page_new (HearthStore *store, const char *resident);
/** Shows only what @person (an account's id) did from @from to @to (ISO dates). */
void hearth_audit_page_narrow (HearthAuditPage *page, const char *person, const char *from, const char *to);

GListModel *hearth_audit_page_get_model (HearthAuditPage *page);

G_END_DECLS
