/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was added to a record after it was signed, below it: when, by whom, and in which words.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ADDENDA_GROUP (hearth_addenda_group_get_type ())
G_DECLARE_FINAL_TYPE (HearthAddendaGroup, hearth_addenda_group, HEARTH, ADDENDA_GROUP, AdwBin)

/** Of @record, which is saved. Not there while nothing was added; follows what is saved. Rows open their addendum
 * ("win.open-record"), the last the entry that @record became where it belonged to somebody else. */
HearthAddendaGroup *hearth_addenda_group_new (HearthStore *store, HearthRecord *record);

G_END_DECLS
