/* SPDX-License-Identifier: GPL-3.0-or-later
 * Digits by their place on the keyboard: where Thai, Khmer, Arabic or French is typed, that row gives other signs.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The digit that a key is printed with, or gives; -1 where it is none. */
int hearth_digit_of_key (guint keyval, guint keycode);

G_END_DECLS
