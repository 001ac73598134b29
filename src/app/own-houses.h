/* SPDX-License-Identifier: GPL-3.0-or-later
 * The houses in the program's own folder.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Paths of the houses that lie in the program's own folder, by name; never NULL. Transfer full. */
GStrv hearth_own_houses_list (void);
/** A folder there called @name, or nearly so, that is not there yet; transfer full. */
char *hearth_own_houses_suggest (const char *name);

G_END_DECLS
