/* SPDX-License-Identifier: GPL-3.0-or-later
 * Windows that another program may show for ours, such as a file chooser: closing them from here.
 */
#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** What to give to a dialog that @near asks for: it is cancelled when @near is gone, or when all of them are closed. Held by
 * whoever shows the dialog. Transfer full. */
GCancellable *hearth_outside_begin (GtkWidget *near);

/** Closes all that was begun from widgets of @window: in a sandbox the desktop shows them over it, and no window of ours
 * can hide them. */
void hearth_outside_close (GtkWindow *window);

/** Whether @error, of a GtkFileDialog, only says that nothing was chosen. */
bool hearth_outside_was_left (const GError *error);

G_END_DECLS
