/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of an open house: what the sidebar, the keys and Ctrl+K offer.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "views/area.h"

G_BEGIN_DECLS

/** A section is for whoever @is_for says; without that for whom @area is; without that for whoever may read records of
 * @type, or without a type may @action. It begins with the page of @make or of @area, or without these with a list of the
 * records of @type. */
typedef struct {
  const char *name;
  const char *label; /* N_() */
  const char *icon_name;
  const char *accel; /* GTK accelerator, or "" */
  const char
    *group; /* N_(): heading above it in the sidebar, the same for those that stand together; NULL: none */
  bool in_menu; /* not in the sidebar: reached from the main menu or the preferences */
  const HearthArea *area;
  const HearthRecordType *type;
  HearthAction action;
  bool (*is_for) (HearthStore *store);
  AdwNavigationPage *(*make) (HearthStore *store);
} HearthSection;

/** All there are, in the sidebar's order. */
const HearthSection *hearth_sections_get (unsigned int *n_sections);
/** Whether the person signed in to @store may see it. */
bool hearth_section_is_for (const HearthSection *section, HearthStore *store);
/** The page it begins with. Floating. */
AdwNavigationPage *hearth_section_make_page (const HearthSection *section, HearthStore *store);

G_END_DECLS
