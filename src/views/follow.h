/* SPDX-License-Identifier: GPL-3.0-or-later
 * Showing something again after it changed: once, however much of it changed at a time.
 */
#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef void (*HearthShowFunc) (gpointer owner);

/**
 * hearth_follow:
 * @owner: a widget
 * @source: a record ("notify") or a list ("items-changed")
 *
 * Calls @show with @owner when the main loop is idle next after @source emitted @signal. Not
 * while @owner is in no window. Ends with either of the two; takes no reference to @owner.
 */
void hearth_follow (gpointer owner, gpointer source, const char *signal, HearthShowFunc show);

G_END_DECLS
