/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the program is, what is new in it, and whose work it stands on.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Nothing in it leads to the network. Floating. */
AdwDialog *hearth_about_dialog_new (void);

G_END_DECLS
