/* SPDX-License-Identifier: GPL-3.0-or-later
 * The outline of a body with marks on it, pointed at by pointer or keyboard.
 */
#pragma once

#include <adwaita.h>

#include "draw/body-map.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_BODY_MAP_VIEW (hearth_body_map_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthBodyMapView, hearth_body_map_view, HEARTH, BODY_MAP_VIEW, GtkWidget)

/**
 * hearth_body_map_view_new:
 * @kinds: what a mark can be; static, ends with a NULL code
 *
 * While it can be pointed at, the arrow keys move a cross (with Shift in small steps), Page Up and Page Down take it from
 * one part of the body to the next, and Enter or the space bar sets a mark. Signals: "placed" (int view, int x, int y);
 * "picked" (int mark), from 0.
 */
GtkWidget *hearth_body_map_view_new (const HearthChoice *kinds);

void hearth_body_map_view_set_editable (HearthBodyMapView *view, bool editable);
/** The value of a BODY_MAP field. */
void hearth_body_map_view_set_marks (HearthBodyMapView *view, const char *canonical);
/** The mark that stands out, from 0; negative for none. */
void hearth_body_map_view_set_chosen (HearthBodyMapView *view, int mark);

G_END_DECLS
