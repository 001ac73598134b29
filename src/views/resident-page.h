/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's file: who it is, what matters now, and the way to everything in it.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "views/resident-timeline.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RESIDENT_PAGE (hearth_resident_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthResidentPage, hearth_resident_page, HEARTH, RESIDENT_PAGE, AdwNavigationPage)

/** Actions: page.edit, page.edit-field (s: field), page.new (a daily log entry), page.new-record (s: type),
 * page.list (s: type), page.area (s: name of an area), page.print (a report about the resident), page.print-kind (s: report kind), page.history,
 * page.find, page.add-files (as documents, which dropping files on the page does too), page.show (s: "overview", "timeline", "profile" or "file"). */
HearthResidentPage *hearth_resident_page_new (HearthStore *store, HearthRecord *resident);

HearthRecord *hearth_resident_page_get_resident (HearthResidentPage *page);
HearthResidentTimeline *hearth_resident_page_get_timeline (HearthResidentPage *page);

G_END_DECLS
