/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files to attach, made on the spot; all transfer full.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A picture of one colour (0xRRGGBB). */
GBytes *sample_png (int width, int height, guint color);
/** The same few bytes as a small picture, with a head that says how large it is. */
GBytes *sample_png_of_size (guint32 width, guint32 height);
/** Pages of 300 × 400 points with a word on each. */
GBytes *sample_pdf (int n_pages);
/** A PDF that says it is encrypted. */
GBytes *sample_locked_pdf (void);
/** The beginning of a picture as telephones make them, and nothing more. */
GBytes *sample_heic (void);

G_END_DECLS
