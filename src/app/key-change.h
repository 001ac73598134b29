/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window's actions for the keys of the house.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/** On the class of HearthWindow: "win.replace-house-key" (b: whether a new recovery sheet is to follow) and "win.new-sheet",
 * both for who manages accounts; "win.recovery-sheet", which shows the keys of the present sheet. */
void hearth_key_change_install_actions (GtkWidgetClass *widget_class);

/** Says what became of a change that the program was stopped in, if there was one. */
void hearth_key_change_tell_interrupted (GtkWidget *near, HearthSession *session);

G_END_DECLS
