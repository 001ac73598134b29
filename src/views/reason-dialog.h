/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking why, before something that cannot simply be undone.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Called once, with a reason that is not empty; not when the dialog is left. */
typedef void (*HearthReasonGivenFunc) (const char *reason, gpointer user_data);

/**
 * hearth_reason_dialog_present:
 * @heading, @body, @button: translated
 * @rows: (nullable): NULL-ended, floating: what else is asked, below the reason
 * @user_data: (transfer full)
 * @near: the dialog opens in its window; nothing is called after it is gone
 */
void hearth_reason_dialog_present (GtkWidget *near,
                                   const char *heading,
                                   const char *body,
                                   const char *button,
                                   GtkWidget *const *rows,
                                   HearthReasonGivenFunc given,
                                   gpointer user_data,
                                   GDestroyNotify free_data);

G_END_DECLS
