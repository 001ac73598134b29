/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing records from a list, one after the other: type a few letters, press Enter.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_LINK_POPOVER (hearth_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (HearthLinkPopover, hearth_link_popover, HEARTH, LINK_POPOVER, GtkPopover)

/** Stays open after a choice. Signals: "chosen" (HearthRecord *record). */
GtkWidget *hearth_link_popover_new (void);

/** What can be chosen: a list of HearthRecord, shown by title; NULL for none. */
void hearth_link_popover_set_model (HearthLinkPopover *popover, GListModel *records);
/** Ids with one space between of what is chosen already, and not offered. */
void hearth_link_popover_set_chosen (HearthLinkPopover *popover, const char *links);

G_END_DECLS
