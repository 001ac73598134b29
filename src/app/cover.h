/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a visitor sees when somebody pressed F9: a calendar.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_COVER (hearth_cover_get_type ())
G_DECLARE_FINAL_TYPE (HearthCover, hearth_cover, HEARTH, COVER, AdwBin)

/** Its button activates "win.cover". Floating. */
HearthCover *hearth_cover_new (void);
/** Takes the keyboard focus, so that what is typed goes nowhere. */
void hearth_cover_take_focus (HearthCover *cover);

G_END_DECLS
