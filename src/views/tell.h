/* SPDX-License-Identifier: GPL-3.0-or-later
 * The ways to tell a person something: a passing word, or a dialog that waits.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** A toast in the window that @near is in. The toast is borrowed, for connecting to its button; NULL when
 * @near is in no window. @button: (nullable). */
AdwToast *hearth_toast (GtkWidget *near, const char *text, const char *button);

/** A dialog with one way out. */
void hearth_tell (GtkWidget *near, const char *heading, const char *body);
/** The same, with what @error of vault or store means and what to do next. */
void hearth_tell_error (GtkWidget *near, const char *heading, const GError *error);

G_END_DECLS
