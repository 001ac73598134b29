/* SPDX-License-Identifier: GPL-3.0-or-later
 * A cover over what may be hard to read, until somebody chooses to read it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HARD_COVER (hearth_hard_cover_get_type ())
G_DECLARE_FINAL_TYPE (HearthHardCover, hearth_hard_cover, HEARTH, HARD_COVER, AdwBin)

/** @child: what is below the cover, and shows @record; who opens it is noted in the audit. */
HearthHardCover *hearth_hard_cover_new (GtkWidget *child, HearthStore *store, HearthRecord *record);

/** Takes the cover away, unless that cannot be noted; @child has the keyboard focus then. */
void hearth_hard_cover_open (HearthHardCover *cover);

G_END_DECLS
