/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page of a profession: of the house, or of one resident.
 */
#pragma once

#include "views/area.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_AREA_PAGE (hearth_area_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthAreaPage, hearth_area_page, HEARTH, AREA_PAGE, AdwNavigationPage)

/**
 * hearth_area_page_new:
 * @resident: (nullable): NULL: the house
 *
 * Actions: page.new, page.new-record (s: name of a type), page.list (s: the same), page.print-kind (s: a kind of report),
 * page.print (the first of the area's reports). Rows of parts may use page.new-record, page.list and "win.open-record".
 */
HearthAreaPage *hearth_area_page_new (HearthStore *store, const HearthArea *area, HearthRecord *resident);

/** Shows the page of @area, of @resident (nullable), on top of the navigation view that @near is in. */
void hearth_area_page_open (GtkWidget *near,
                            HearthStore *store,
                            const HearthArea *area,
                            HearthRecord *resident);

const HearthArea *hearth_area_page_get_area (HearthAreaPage *self);

G_END_DECLS
