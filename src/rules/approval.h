/* SPDX-License-Identifier: GPL-3.0-or-later
 * Approval of a record by somebody: asked for, approved, or returned with a comment. Each step is a record of its own
 * ("approval") about one version; an edit afterwards voids it.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_APPROVAL_NONE,      /* nobody has asked */
  HEARTH_APPROVAL_REQUESTED,
  HEARTH_APPROVAL_APPROVED,
  HEARTH_APPROVAL_RETURNED,
  HEARTH_APPROVAL_VOIDED,    /* it was asked for or approved, and then the record was changed */
} HearthApprovalState;

/** @step: (nullable): the last step, for who and when and its comment */
typedef struct {
  HearthApprovalState state;
  HearthRecord *step;
} HearthApprovalStanding;

void hearth_approval_standing_free (HearthApprovalStanding *standing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthApprovalStanding, hearth_approval_standing_free)

/** Whether records of @type are approved at all: a row of the table in approval.c. */
bool hearth_approval_is_for (const HearthRecordType *type);

/** How @record's approval stands; transfer full, NULL with an error of the store. */
HearthApprovalStanding *hearth_approval_look_up (HearthStore *store, HearthRecord *record, GError **error);

/** Whether the signed-in person may approve or return @record now: the right to approve; for what one asked for or wrote
 * oneself also the right to approve one's own, and never where a second person is required. */
bool hearth_approval_may_decide (HearthStore *store, HearthRecord *record);

/** The steps. DENIED when this person may not, or the record does not stand so that it can be done; @comment is required
 * for returning. */
bool hearth_approval_request (HearthStore *store, HearthRecord *record, const char *comment, GError **error);
bool hearth_approval_approve (HearthStore *store, HearthRecord *record, const char *comment, GError **error);
bool hearth_approval_return (HearthStore *store, HearthRecord *record, const char *comment, GError **error);
bool hearth_approval_withdraw (HearthStore *store, HearthRecord *record, GError **error);

/** Records that wait for a decision this person may make, oldest first; of HearthRecord. Transfer full. */
GPtrArray *hearth_approval_list_waiting (HearthStore *store, GError **error);

G_END_DECLS
