/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the widgets need once, before the first of them is made: their resources, icons and style.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Call once after adw_init () (or in GApplication::startup). Further calls do nothing. */
void hearth_widgets_init (void);

G_END_DECLS
