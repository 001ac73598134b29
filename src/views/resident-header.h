/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who a file is about, at a glance: name, number, age, where the resident is, the key worker, and the alerts.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RESIDENT_HEADER (hearth_resident_header_get_type ())
G_DECLARE_FINAL_TYPE (HearthResidentHeader, hearth_resident_header, HEARTH, RESIDENT_HEADER, AdwBin)

/**
 * hearth_resident_header_set_resident:
 * @stays: (nullable): the resident's, newest first
 * @alerts: (nullable): those that hold, in the order they are shown in
 *
 * Follows all three. Its button activates "page.edit", a chip "win.open-record".
 */
void hearth_resident_header_set_resident (HearthResidentHeader *header,
                                          HearthStore *store,
                                          HearthRecord *resident,
                                          GListModel *stays,
                                          GListModel *alerts);

G_END_DECLS
