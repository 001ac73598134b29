/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit, to be read by people: who did what, when. Needs HEARTH_ACTION_READ_AUDIT.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * HearthAuditQuery: everything NULL asks for all of it
 * @resident: id: what was done in this resident's file
 * @record: id of one record
 * @person: id of an account
 * @actions: NULL-ended
 * @from, @to: ISO dates, local, both included
 */
typedef struct {
  const char *resident;
  const char *record;
  const char *person;
  const char *const *actions;
  const char *from;
  const char *to;
} HearthAuditQuery;

#define HEARTH_TYPE_AUDIT_LINE (hearth_audit_line_get_type ())
G_DECLARE_FINAL_TYPE (HearthAuditLine, hearth_audit_line, HEARTH, AUDIT_LINE, GObject)

gint64 hearth_audit_line_get_sequence (HearthAuditLine *line);
/** Instant, with the offset of the place. */
const char *hearth_audit_line_get_at (HearthAuditLine *line);
/** Account id, or the recovery sheet's. */
const char *hearth_audit_line_get_person (HearthAuditLine *line);
/** Code of the role the person had then. */
const char *hearth_audit_line_get_role (HearthAuditLine *line);
/** "sign-in", "create", "change", "view", "print", … */
const char *hearth_audit_line_get_action (HearthAuditLine *line);
/** Name of the record type, or "attachment", "person", "". */
const char *hearth_audit_line_get_type_name (HearthAuditLine *line);
const char *hearth_audit_line_get_id (HearthAuditLine *line);
/** Id of the resident in whose file it was, or ""; of what is in several files one of them. */
const char *hearth_audit_line_get_resident (HearthAuditLine *line);
gint64 hearth_audit_line_get_revision (HearthAuditLine *line);
/** In the person's words; "" where none, and where this reader may not read the record it is about. */
const char *hearth_audit_line_get_reason (HearthAuditLine *line);

/** Newest first: a #GListModel of #HearthAuditLine that fetches pages of 64; it grows as rows are added. Rows about records
 * of which the reader is not to know that they are there are left out. DENIED. Transfer full. */
GListModel *hearth_store_list_audit (HearthStore *store, const HearthAuditQuery *query, GError **error);

/** The words for an action: "Signed in", "Looked at". Translated, borrowed; the code itself for one that is unknown. */
const char *hearth_audit_action_describe (const char *action);

G_END_DECLS
