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

/** A group at the end of @box. @title, @description: (nullable): words, not markup. Returns: (transfer none) */
AdwPreferencesGroup *hearth_plain_page_add_group (GtkBox *box, const char *title, const char *description);
/** Says @words (nullable), which are not markup, below the title of @group. */
void hearth_plain_page_describe_group (AdwPreferencesGroup *group, const char *words);
/** A list of rows in @group, called @name for those who cannot see where it stands. Returns: (transfer none) */
GtkListBox *hearth_plain_page_add_list (AdwPreferencesGroup *group, const char *name);
/** What to say at the end of @box where there is nothing to list. @description: (nullable): words, not markup. Returns:
 * (transfer none) */
AdwStatusPage *hearth_plain_page_add_status (GtkBox *box,
                                             const char *icon_name,
                                             const char *title,
                                             const char *description);
/** That what belongs there cannot be shown, because of @error of the store. */
void hearth_plain_page_add_error (GtkBox *box, const GError *error);

G_END_DECLS
