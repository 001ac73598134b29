/* SPDX-License-Identifier: GPL-3.0-or-later
 * The windows that the toolkit opens over ours: printing and choosing a file, where no portal does it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Calls @callback, a gboolean (*) (@object, GdkEvent *), for what is pressed, typed and moved in @window and in those over
 * it, before they see it themselves; F9 and Ctrl+L work in those too. As long as @object lives. */
void hearth_other_windows_follow (GtkWindow *window, GCallback callback, gpointer object);

/** Hides those over @window and pops down its popovers. Returns what hearth_other_windows_show () shows again. */
GPtrArray *hearth_other_windows_hide (GtkWindow *window);
/** @hidden: (transfer full) (nullable) */
void hearth_other_windows_show (GPtrArray *hidden);

/** Ends those over @window, as if a person had dismissed them, hidden or not. */
void hearth_other_windows_close (GtkWindow *window);

G_END_DECLS
