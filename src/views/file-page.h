/* SPDX-License-Identifier: GPL-3.0-or-later
 * A page that shows something of one resident's file, and so what the reader may see of it today.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FILE_PAGE (hearth_file_page_get_type ())
G_DECLARE_INTERFACE (HearthFilePage, hearth_file_page, HEARTH, FILE_PAGE, AdwNavigationPage)

/** @renew: the same for what the reader may see by now, floating; NULL where that is nothing any more. What was typed goes
 * along as far as it may. */
struct _HearthFilePageInterface {
  GTypeInterface parent;

  AdwNavigationPage *(*renew) (HearthFilePage *page);
};

/**
 * hearth_file_page_begin:
 * @resident: (nullable): id of the resident whose file it is; NULL or "" for a page of the house
 *
 * To be called once @page has its content. A banner below its header says how long an opening in an emergency holds.
 */
void hearth_file_page_begin (HearthFilePage *page, HearthStore *store, const char *resident);

/** Whether the file stands otherwise to the reader than when @page was made. */
bool hearth_file_page_is_outdated (HearthFilePage *page);
AdwNavigationPage *hearth_file_page_renew (HearthFilePage *page);

/** Id of the resident in whose file @record is: a resident's own record is in their file too. NULL for the house. Borrowed. */
const char *hearth_file_of (HearthRecord *record);
/** Whether the file of @resident is limited to others; the safety of the house is what is left of it. */
bool hearth_file_is_closed (HearthStore *store, const char *resident);

/** Whether the file of @resident is limited to named people at all, of whom the reader may be one. */
bool hearth_file_is_limited (HearthStore *store, const char *resident);

G_END_DECLS
