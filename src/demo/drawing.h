/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures that residents of the invented house have drawn.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A garden under a sun, different each time, as PNG; transfer full. */
GBytes *hearth_demo_draw (GRand *random);

G_END_DECLS
