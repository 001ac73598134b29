/* SPDX-License-Identifier: GPL-3.0-or-later
 * A session with a group: what it was about, and who took part.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_GROUP_SESSION_PAGE (hearth_group_session_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthGroupSessionPage,
                      hearth_group_session_page,
                      HEARTH,
                      GROUP_SESSION_PAGE,
                      AdwNavigationPage)

/** Of @session, which is saved. Actions: page.save, page.keep-draft, page.edit, page.history. */
HearthGroupSessionPage *hearth_group_session_page_new (HearthStore *store, HearthRecord *session);

/* For the table of kinds. */

AdwNavigationPage *hearth_group_session_make_page (HearthStore *store, HearthRecord *session, GError **error);
/** Led by who writes it, until somebody says otherwise. */
void hearth_group_session_fill_in (HearthStore *store, HearthRecord *session);
/** The page of the session that was just saved, with the lines of those who were there. */
AdwNavigationPage *hearth_group_session_make_parting (HearthStore *store, HearthRecord *session);

G_END_DECLS
