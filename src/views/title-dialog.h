/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking for a title in a small dialog.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Called once, with a title that is not empty and stripped of spaces around it; not when the dialog is left. */
typedef void (*HearthTitleGivenFunc) (const char *title, gpointer user_data);

/**
 * hearth_title_dialog_present:
 * @heading, @button: translated
 * @title: what stands there at first
 * @max_length: in characters
 * @taken: (nullable) (element-type utf8): titles that cannot be given
 * @near: the dialog opens in its window; nothing is called after it is gone
 */
void hearth_title_dialog_present (GtkWidget *near,
                                  const char *heading,
                                  const char *button,
                                  const char *title,
                                  unsigned int max_length,
                                  GPtrArray *taken,
                                  HearthTitleGivenFunc given,
                                  gpointer user_data);

G_END_DECLS
