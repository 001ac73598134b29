/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new house is made in a folder beside its place and moved there when it is whole: never half a house.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** A new empty folder beside @house, which must be empty or not there yet; NULL with an error of the store.
 * Transfer full. */
char *hearth_workshop_new (const char *house, GError **error);
/** Moves the finished house to its place. */
bool hearth_workshop_finish (const char *workshop, const char *house, GError **error);
/** Removes @workshop with all that is in it, if it is still there, and frees the string. */
void hearth_workshop_free (char *workshop);

typedef char HearthWorkshop;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthWorkshop, hearth_workshop_free)

G_END_DECLS
