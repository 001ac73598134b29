/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rooms and beds: who sleeps where, what is free, and who may not share a room.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** @beds: of HearthRecord ("bed") that hold on the day, by their number; those the reader may not see are only counted.
 * @is_unsafe: whether somebody sleeps there together with somebody whom they must not share a room with */
typedef struct {
  HearthRecord *room;
  GPtrArray *beds;
  unsigned int n_beds;
  unsigned int n_taken;
  bool is_unsafe;
} HearthRoomUse;
void hearth_room_use_free (HearthRoomUse *use);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthRoomUse, hearth_room_use_free)

/** Every room that is open on @day (ISO), by name; of HearthRoomUse. Transfer full. */
GPtrArray *hearth_rooms_list (HearthStore *store, const char *day, GError **error);

/** The bed that @resident (id) has on @day, or NULL, with an error too. Transfer full. */
HearthRecord *hearth_rooms_look_up_bed (HearthStore *store,
                                        const char *resident,
                                        const char *day,
                                        GError **error);
/** Residents who live here on @day and have no bed; of HearthRecord. Transfer full. */
GPtrArray *hearth_rooms_list_without_bed (HearthStore *store, const char *day, GError **error);
/** Ids of the residents who may not share a room with @resident on @day; NULL-ended. Transfer full; NULL with an error. */
GStrv hearth_rooms_list_kept_apart (HearthStore *store,
                                    const char *resident,
                                    const char *day,
                                    GError **error);

/** Adds what speaks against @bed as it is (capacity, another bed of the same resident, who is kept apart, a room that is
 * closed) to @problems. The same is checked at every save. */
void hearth_rooms_check_bed (HearthStore *store, HearthRecord *bed, GPtrArray *problems);

/**
 * hearth_rooms_move:
 * @number: (nullable): of the bed
 * @problems: (out) (optional) (transfer full)
 *
 * From @day on @resident sleeps in @room: ends the bed they have and begins the new one, both or neither.
 *
 * Returns: (transfer full): the new bed
 */
HearthRecord *hearth_rooms_move (HearthStore *store,
                                 const char *resident,
                                 HearthRecord *room,
                                 const char *number,
                                 const char *day,
                                 GPtrArray **problems,
                                 GError **error);

/** Nights from @from to @to (ISO dates of their evenings, both included): beds there were, and beds slept in. */
typedef struct {
  unsigned int n_bed_nights;
  unsigned int n_taken_nights;
} HearthOccupancy;
bool hearth_rooms_count_occupancy (HearthStore *store,
                                   const char *from,
                                   const char *to,
                                   HearthOccupancy *occupancy,
                                   GError **error);

G_END_DECLS
