/* SPDX-License-Identifier: GPL-3.0-or-later
 * The houses in the program's own folder, and what other folders are called that a sandbox is lent.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Paths of the houses that lie in the program's own folder, by name; never NULL. Transfer full. */
GStrv hearth_own_houses_list (void);
/** A folder there called @name, or nearly so, that is not there yet; transfer full. */
char *hearth_own_houses_suggest (const char *name);

/** Where @place is for a person outside of the sandbox: the portal says it of what it lends, while that is there. NULL where
 * it does not say. Transfer full. */
char *hearth_lent_dup_host_path (const char *place);

G_END_DECLS
