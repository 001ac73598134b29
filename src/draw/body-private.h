/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the body map's files share. Private to this folder.
 */
#pragma once

#include "draw/body-map.h"

G_BEGIN_DECLS

/* The units in which the outline and its parts are written down; the field of one view. */
#define HEARTH_BODY_WIDTH 500
#define HEARTH_BODY_HEIGHT 1000

G_END_DECLS
