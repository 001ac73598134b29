/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines of the audit as people read them, and the live list of them. Private to the store.
 */
#pragma once

#include "store/audit-list.h"

G_BEGIN_DECLS

/** How many lines are read at a time. */
#define HEARTH_AUDIT_PAGE_LINES 64

/**
 * Up to 64 lines by their numbers: out[i] is that of sequences[i] (transfer full), as it stands, before
 * hearth_audit_line_withhold (); an empty one where no such row is.
 */
bool hearth_audit_lines_read (HearthStore *store,
                              const gint64 *sequences,
                              gsize n_sequences,
                              HearthAuditLine **out,
                              GError **error);
/** Takes out of @line what this reader may not know. */
void hearth_audit_line_withhold (HearthAuditLine *line, HearthStore *store);

/** Whether this reader is not to know that there is @line: it is in no list then. */
bool hearth_audit_line_is_secret (HearthAuditLine *line, HearthStore *store);

/** Whether the reader is to be kept out of the file of @resident although the role reads such files. */
bool hearth_audit_is_kept_from (HearthStore *store, const char *resident);
/** Whether the reader is to be kept from knowing of the record with @id: out of one of its @files, or by name. */
bool hearth_audit_is_kept_secret (HearthStore *store,
                                  const HearthRecordType *type,
                                  const char *id,
                                  const char *const *files);
/** Whether what @line tells of was in the file of @resident; that may be in others too. */
bool hearth_audit_line_is_in_file (HearthAuditLine *line, const char *resident);

#define HEARTH_TYPE_AUDIT_LIST (hearth_audit_list_get_type ())
G_DECLARE_FINAL_TYPE (HearthAuditList, hearth_audit_list, HEARTH, AUDIT_LIST, GObject)

/** Rows were added: the list grows when the program has nothing else to do. */
void hearth_audit_list_follow (HearthAuditList *list);
/** The policy's answers have changed: everything is asked again. */
void hearth_audit_list_reload (HearthAuditList *list);
/** The store closes: the list is empty from now on. */
void hearth_audit_list_close (HearthAuditList *list);

G_END_DECLS
