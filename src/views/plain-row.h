/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of words in a list, and what it leads to.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** @title, @subtitle: words, not markup; "" for no subtitle. */
GtkWidget *hearth_plain_row_new (const char *title, const char *subtitle);
/** The same; it opens the record @id ("win.open-record"). */
GtkWidget *hearth_plain_row_new_for_record (const char *title, const char *subtitle, const char *id);
/** A row that is a button: it activates @action. @icon_name, @target: (nullable). */
GtkWidget *hearth_plain_row_new_button (const char *label,
                                        const char *icon_name,
                                        const char *action,
                                        const char *target);
/** A sign in front of @row that only repeats what its words say, and is not read out. */
void hearth_plain_row_add_icon (GtkWidget *row, const char *icon_name);
/** A warning behind what @row says already; @words say it to who does not see it. */
void hearth_plain_row_add_warning (GtkWidget *row, const char *words);
/** The arrow of a row that leads on to another page. */
void hearth_plain_row_add_arrow (GtkWidget *row);

G_END_DECLS
