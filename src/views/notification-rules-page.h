/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who must be told of what, and how soon: what the house has decided, and what came with Hearth.
 */
#pragma once

#include <adwaita.h>
#include <stdbool.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_NOTIFICATION_RULES_PAGE (hearth_notification_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthNotificationRulesPage,
                      hearth_notification_rules_page,
                      HEARTH,
                      NOTIFICATION_RULES_PAGE,
                      AdwNavigationPage)

HearthNotificationRulesPage *hearth_notification_rules_page_new (HearthStore *store);
/** Whether the signed-in person decides on it. */
bool hearth_notification_rules_page_is_for (HearthStore *store);

G_END_DECLS
