/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the approval of a record stands, and the steps that the reader may take.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_APPROVAL_GROUP (hearth_approval_group_get_type ())
G_DECLARE_FINAL_TYPE (HearthApprovalGroup, hearth_approval_group, HEARTH, APPROVAL_GROUP, AdwBin)

/** Follows what is decided. Not there at all for a record of a type that is never approved, or that was never saved.
 * Floating. */
HearthApprovalGroup *hearth_approval_group_new (HearthStore *store, HearthRecord *record);

/** Approves, and says what went wrong. */
void hearth_approval_approve_near (GtkWidget *near, HearthStore *store, HearthRecord *record);
/** Asks for what must change, then returns @record. */
void hearth_approval_return_near (GtkWidget *near, HearthStore *store, HearthRecord *record);

G_END_DECLS
