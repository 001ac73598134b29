/* SPDX-License-Identifier: GPL-3.0-or-later
 * A short list of records under a heading, which is not there while the list is empty.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_LIST_GROUP (hearth_list_group_get_type ())
G_DECLARE_FINAL_TYPE (HearthListGroup, hearth_list_group, HEARTH, LIST_GROUP, AdwBin)

/** Rows of @records: title, and below it what @describe says; transfer full. */
typedef char *(*HearthDescribeFunc) (HearthRecord *record);

/** A row opens its record ("win.open-record"). @records: may be NULL for none. */
HearthListGroup *hearth_list_group_new (const char *title, GListModel *records, HearthDescribeFunc describe);
/** The same, but a row opens the record that the link @field of its own names. @field: static. */
HearthListGroup *hearth_list_group_new_of_links (const char *title,
                                                 GListModel *records,
                                                 HearthDescribeFunc describe,
                                                 const char *field);

G_END_DECLS
