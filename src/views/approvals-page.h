/* SPDX-License-Identifier: GPL-3.0-or-later
 * What waits for a decision that the reader may make.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_APPROVALS_PAGE (hearth_approvals_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthApprovalsPage, hearth_approvals_page, HEARTH, APPROVALS_PAGE, AdwNavigationPage)

HearthApprovalsPage *hearth_approvals_page_new (HearthStore *store);

G_END_DECLS
