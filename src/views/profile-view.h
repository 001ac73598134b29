/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's own record part by part: how much of it is filled in, what is missing, and what it says.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PROFILE_VIEW (hearth_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthProfileView, hearth_profile_view, HEARTH, PROFILE_VIEW, AdwBin)

/** Follows @resident. Its buttons activate "page.edit-field" (s: field). */
HearthProfileView *hearth_profile_view_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS
