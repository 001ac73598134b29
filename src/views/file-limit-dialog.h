/* SPDX-License-Identifier: GPL-3.0-or-later
 * Limiting a file to named people, and declaring that somebody must not see it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Asks who is to see the file of @resident (an id), and why. */
void hearth_file_limit_ask_for_names (GtkWidget *near, HearthStore *store, const char *resident);
/** Asks who must not see it, why and until when. */
void hearth_file_limit_ask_for_conflict (GtkWidget *near, HearthStore *store, const char *resident);

G_END_DECLS
