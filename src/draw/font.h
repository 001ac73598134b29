/* SPDX-License-Identifier: GPL-3.0-or-later
 * Fonts for paper: Noto for every script, measured the same on every surface.
 */
#pragma once

#include <pango/pangocairo.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** @size: in user units (on paper: points). Transfer full. */
PangoFontDescription *hearth_font_new (double size, PangoWeight weight);

/**
 * hearth_font_create_context:
 * @language: BCP 47 tag, "" for none
 *
 * A context whose units are points and whose metrics do not depend on a screen or printer, so that preview,
 * PDF and paper break lines alike. It belongs to the calling thread. Transfer full.
 */
PangoContext *hearth_font_create_context (const char *language);

G_END_DECLS
