/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house is made in a folder beside its place and moved there when it is whole: never half a house.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** The path of a folder that is still being filled, for g_autoptr. */
typedef char HearthWorkshop;

/**
 * hearth_workshop_new:
 * @house: where the house shall be; must be an empty folder or not there yet, else EXISTS
 *
 * Returns: (transfer full): a new empty folder on the same disk, or NULL with READ_ONLY, FULL or IO
 */
HearthWorkshop *hearth_workshop_new (const char *house, GError **error);

/** Gives the folder its place, durably. On an error it is where it was, and EXISTS means that something else has come
 * to be at @house meanwhile. */
bool hearth_workshop_finish (HearthWorkshop *workshop, const char *house, GError **error);

/** Removes the folder with all that is in it unless it was given its place, and frees the path. */
void hearth_workshop_free (HearthWorkshop *workshop);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthWorkshop, hearth_workshop_free)

G_END_DECLS
