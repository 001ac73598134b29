/* SPDX-License-Identifier: GPL-3.0-or-later
 * Today: what wants to be done, and what the shift before hands over.
 */
#pragma once

#include <adwaita.h>

#include "views/copy-note.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_TODAY_PAGE (hearth_today_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthTodayPage, hearth_today_page, HEARTH, TODAY_PAGE, AdwNavigationPage)

/**
 * hearth_today_page_new:
 *
 * Follows what is saved and kept as a draft, while it is seen. Property: "since" (string): how far the handover goes
 * back, a number of hours or "last-seen". Actions: page.new (an entry in the daily log), page.since (s).
 */
HearthTodayPage *hearth_today_page_new (HearthStore *store);

/** Asks both whenever the page is shown or a copy was made. Says what @notice gives above what is to be done, and what
 * @line gives at the end of the page. */
void hearth_today_page_set_copies (HearthTodayPage *page,
                                   HearthCopyNoticeFunc notice,
                                   HearthCopyLineFunc line);

G_END_DECLS
