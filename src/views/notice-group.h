/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notices below headings: rows that open what they are about.
 */
#pragma once

#include <adwaita.h>

#include "rules/contributors.h"

G_BEGIN_DECLS

/**
 * hearth_notice_groups_show:
 * @box: vertical; what it holds is taken out first
 * @notices: of HearthNotice, as hearth_feed_collect () gave them
 * @today: ISO date
 * @urgent: translated: what stands beside the icon of those that are urgent
 * @nothing: translated: what stands there when there are none
 */
void hearth_notice_groups_show (GtkBox *box,
                                GPtrArray *notices,
                                const char *today,
                                const char *urgent,
                                const char *nothing);

G_END_DECLS
