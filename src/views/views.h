/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages need once, before the first of them is made: their resources, and the widgets'.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Call once after adw_init () (or in GApplication::startup). Further calls do nothing. */
void hearth_views_init (void);

G_END_DECLS
