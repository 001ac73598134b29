/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is to be done, by whom and by when.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TASKS_PAGE (hearth_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthTasksPage, hearth_tasks_page, HEARTH, TASKS_PAGE, AdwNavigationPage)

HearthTasksPage *hearth_tasks_page_new (HearthStore *store);

G_END_DECLS
