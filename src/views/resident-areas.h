/* SPDX-License-Identifier: GPL-3.0-or-later
 * The way from a resident's overview to the pages of the professions, each with what stands there in a line.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RESIDENT_AREAS (hearth_resident_areas_get_type ())
G_DECLARE_FINAL_TYPE (HearthResidentAreas, hearth_resident_areas, HEARTH, RESIDENT_AREAS, AdwBin)

/** A row for each area that the reader may see of @resident; it activates "page.area" with the area's name. Follows what is
 * saved. Invisible where the reader sees none. */
HearthResidentAreas *hearth_resident_areas_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS
