/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the program is, what is new in it, whose work it stands on, and how it is used.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** On the class of HearthWindow: "win.shortcuts", "win.help" and "win.about". */
void hearth_about_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
