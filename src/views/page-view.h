/* SPDX-License-Identifier: GPL-3.0-or-later
 * One picture, or one page of a PDF, on the screen: it has pixels while it is near.
 */
#pragma once

#include "views/decoder.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PAGE_VIEW (hearth_page_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthPageView, hearth_page_view, HEARTH, PAGE_VIEW, GtkWidget)

/** Page @nth of @decoder, from 0. What cannot be shown is said in its place. */
GtkWidget *hearth_page_view_new (HearthDecoder *decoder, unsigned int nth);

/** Size at scale 1, as it is turned. */
void hearth_page_view_get_size (HearthPageView *view, double *width, double *height);
void hearth_page_view_set_scale (HearthPageView *view, double scale);
/** @quarters: turns to the right, 0 to 3. */
void hearth_page_view_set_turned (HearthPageView *view, unsigned int quarters);
/** Whether it is on the screen or will soon be: it then gets pixels, and otherwise gives them back. */
void hearth_page_view_set_near (HearthPageView *view, gboolean near);
/** What is shown; NULL while there is nothing. */
GdkTexture *hearth_page_view_get_texture (HearthPageView *view);

G_END_DECLS
