/* SPDX-License-Identifier: GPL-3.0-or-later
 * The frame of a page that is one column of groups.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Fills @page: a header bar with @title (which is also the page's) and @subtitle, below it a column that scrolls. @bar:
 * (out) (optional) (transfer none): the header bar. Returns the column. */
GtkBox *hearth_plain_page_fill (AdwNavigationPage *page,
                                const char *title,
                                const char *subtitle,
                                AdwHeaderBar **bar);
/** The frame alone, around @content, which scrolls itself. */
AdwHeaderBar *hearth_plain_page_frame (AdwNavigationPage *page,
                                       const char *title,
                                       const char *subtitle,
                                       GtkWidget *content);
/** Takes every child out of @box. */
void hearth_plain_page_empty (GtkBox *box);

G_END_DECLS
