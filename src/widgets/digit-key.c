/* SPDX-License-Identifier: GPL-3.0-or-later
 * Digits by their place on the keyboard: where Thai, Khmer, Arabic or French is typed, that row gives other signs.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/digit-key.h"

/* Where Linux has the keys 1 to 9 and 0 of the row above the letters, for X11 and Wayland alike. */
#define FIRST_DIGIT_KEY 10
#define LAST_DIGIT_KEY 19

int
hearth_digit_of_key (guint keyval, guint keycode)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));

  if (digit >= 0)
    return digit;
  if (keycode >= FIRST_DIGIT_KEY && keycode <= LAST_DIGIT_KEY)
    return (int) (keycode - FIRST_DIGIT_KEY + 1) % 10;
  return -1;
}
