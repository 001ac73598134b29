/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting the cover over a window, with all that belongs to it, and taking it away as if nothing had been.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_WINDOW_COVER (hearth_window_cover_get_type ())
G_DECLARE_FINAL_TYPE (HearthWindowCover, hearth_window_cover, HEARTH, WINDOW_COVER, GObject)

/** @window: borrowed, owns it; @content: somewhere in the window, borrowed. */
HearthWindowCover *hearth_window_cover_new (GtkWindow *window, GtkWidget *content);

bool hearth_window_cover_is_up (HearthWindowCover *cover);
/** From this moment on nothing of the window is painted, focused or read out; its dialogs and other windows neither. */
void hearth_window_cover_put_up (HearthWindowCover *cover);
/** Shows everything again; whether the keyboard is where it was, or where a dialog begins. */
bool hearth_window_cover_take_down (HearthWindowCover *cover);
/** To be called from the window's size_allocate. */
void hearth_window_cover_allocate (HearthWindowCover *cover, int width, int height, int baseline);
/** Nobody sees the window any more: what is left of it is dropped. */
void hearth_window_cover_drop (HearthWindowCover *cover);

G_END_DECLS
