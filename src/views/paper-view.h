/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page on the screen, as it will be on paper.
 */
#pragma once

#include <gtk/gtk.h>

#include "report/paginate.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PAPER_VIEW (hearth_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthPaperView, hearth_paper_view, HEARTH, PAPER_VIEW, GtkWidget)

/** Page @nth of @pages, from 0; as wide as there is room. */
GtkWidget *hearth_paper_view_new (HearthPages *pages, unsigned int nth);

G_END_DECLS
