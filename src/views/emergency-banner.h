/* SPDX-License-Identifier: GPL-3.0-or-later
 * How long a file that was opened in an emergency stays open: on every page of it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_EMERGENCY_BANNER (hearth_emergency_banner_get_type ())
G_DECLARE_FINAL_TYPE (HearthEmergencyBanner, hearth_emergency_banner, HEARTH, EMERGENCY_BANNER, AdwBin)

/** Shows itself while the signed-in person has such an opening of the file of @resident. Floating. */
GtkWidget *hearth_emergency_banner_new (HearthStore *store, const char *resident);

G_END_DECLS
