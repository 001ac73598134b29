/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row that shows a folder, and a button to choose another.
 */
#pragma once

#include <adwaita.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_PLACE_ROW (hearth_place_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthPlaceRow, hearth_place_row, HEARTH, PLACE_ROW, AdwActionRow)

/**
 * Properties: "place" (absolute path, or NULL), "is-new" (whether a folder that is not there yet is asked for),
 * "dialog-title" (of the file chooser). In a sandbox a new folder is in the program's own, and there is nothing to choose.
 */

/** NULL while none is chosen. */
const char *hearth_place_row_get_place (HearthPlaceRow *row);
void hearth_place_row_set_place (HearthPlaceRow *row, const char *place);
/** Opens the file chooser, as the button does. */
void hearth_place_row_choose (HearthPlaceRow *row);

/** Whether a house of @bytes can be made in @place: empty or not there yet, on a disk of this computer, with room.
 * EXISTS, READ_ONLY, NETWORK, FULL or IO of #HearthStoreError. */
bool hearth_place_check (const char *place, guint64 bytes, GError **error);
/** @place as people read it, "~" for their own folder; never the path of a portal. Transfer full. */
char *hearth_place_describe (const char *place);

G_END_DECLS
