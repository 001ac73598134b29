/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking for the reason to open a file in an emergency, and saying what that brings with it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Opens the file of @resident (an id) when a reason is given. */
void hearth_emergency_dialog_present (GtkWidget *near, HearthStore *store, const char *resident);

G_END_DECLS
