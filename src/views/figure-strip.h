/* SPDX-License-Identifier: GPL-3.0-or-later
 * A few figures beside each other, each with what it counts.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_FIGURE_STRIP (hearth_figure_strip_get_type ())
G_DECLARE_FINAL_TYPE (HearthFigureStrip, hearth_figure_strip, HEARTH, FIGURE_STRIP, AdwBin)

HearthFigureStrip *hearth_figure_strip_new (void);
/** @what: what is counted; @style: (nullable): a class of the style sheet where @figure is not 0. */
void hearth_figure_strip_add (HearthFigureStrip *self,
                              unsigned int figure,
                              const char *what,
                              const char *style);
/** The same for a figure that is no count, such as a share. */
void hearth_figure_strip_add_text (HearthFigureStrip *self, const char *figure, const char *what);

G_END_DECLS
