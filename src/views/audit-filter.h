/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands above lists of the audit to narrow them: a person, a kind of action, days.
 */
#pragma once

#include <adwaita.h>

#include "store/audit-list.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_AUDIT_FILTER (hearth_audit_filter_get_type ())
G_DECLARE_FINAL_TYPE (HearthAuditFilter, hearth_audit_filter, HEARTH, AUDIT_FILTER, AdwBin)

/** Signals: "changed" (). @kinds: whether kinds of action are offered. Floating. */
HearthAuditFilter *hearth_audit_filter_new (HearthStore *store, bool kinds);

/** Id of an account, or NULL for everybody. Borrowed. */
const char *hearth_audit_filter_get_person (HearthAuditFilter *filter);
/** NULL-ended codes, or NULL for every one. Borrowed. */
const char *const *hearth_audit_filter_get_actions (HearthAuditFilter *filter);
/** ISO dates, both included; NULL where there is no end. Borrowed. */
const char *hearth_audit_filter_get_from (HearthAuditFilter *filter);
const char *hearth_audit_filter_get_to (HearthAuditFilter *filter);

/** @from, @to: ISO dates or "". */
void hearth_audit_filter_set_days (HearthAuditFilter *filter, const char *from, const char *to);
/** @person: id of an account, or NULL. */
void hearth_audit_filter_set_person (HearthAuditFilter *filter, const char *person);

G_END_DECLS
