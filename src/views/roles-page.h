/* SPDX-License-Identifier: GPL-3.0-or-later
 * What each role may see and do, in words: one role at a time, or all of them in a table.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_ROLES_PAGE (hearth_roles_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthRolesPage, hearth_roles_page, HEARTH, ROLES_PAGE, AdwNavigationPage)

/** @role: (nullable): code of the role to begin with. Made from the table that the policy asks (rules/role.h). */
HearthRolesPage *hearth_roles_page_new (const char *role);

G_END_DECLS
