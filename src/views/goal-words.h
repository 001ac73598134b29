/* SPDX-License-Identifier: GPL-3.0-or-later
 * A goal in words: the resident's own first, the worker's below; how near it is; and a row of it in a list.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Own words, quoted, and what we work on below. @large: as the heading of a page. Floating. */
GtkWidget *hearth_goal_words_new (HearthRecord *goal, bool large);
/** A bar from 0 to 10, with "6 of 10 · 3 May 2026" below. @progress: (nullable): the last one. Floating. */
GtkWidget *hearth_goal_bar_new (HearthRecord *progress);
/** "In progress · by 3 June 2026"; transfer full. */
char *hearth_goal_dup_standing (HearthRecord *goal);

/** Opens the page of @goal; a button in it says how near it is by now. Floating. */
GtkWidget *hearth_goal_row_new (HearthStore *store, HearthRecord *goal);

G_END_DECLS
