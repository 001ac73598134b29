/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of rooms and beds in several places.
 */
#pragma once

#include "rules/rooms.h"

G_BEGIN_DECLS

/** "Girls · First floor"; "" where nothing is said. Transfer full. */
char *hearth_room_words_about (HearthRecord *room);
/** "2 beds free", "Full", or that there are more people than beds. Transfer full. */
char *hearth_room_words_free (const HearthRoomUse *use);
/** Whether more people sleep there than there are beds. */
bool hearth_room_is_overfull (const HearthRoomUse *use);

G_END_DECLS
