/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was copied out of the house does not stay on the clipboard.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** From now on, what this program puts on the clipboard of @widget's display is taken off again after 30 seconds, if
 * it is still there. */
void hearth_clipboard_watch (GtkWidget *widget);
/** Takes it off at once, as at a lock. */
void hearth_clipboard_clear (GtkWidget *widget);

G_END_DECLS
