/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit's lines in words: what was done, by whom, when. Ids stand there short, and nothing of what records hold.
 */
#pragma once

#include "store/audit-list.h"

G_BEGIN_DECLS

/** "Looked at: Counselling session"; transfer full. */
char *hearth_audit_words_dup_what (HearthAuditLine *line);
/** Who it was, with the role they had then: "Ana, Nurse"; transfer full. @role: code, "" for none */
char *hearth_audit_words_dup_person (HearthStore *store, const char *person, const char *role);
/** When, who, in whose file, the end of the id, and the reason that was given; transfer full. */
char *hearth_audit_words_dup_detail (HearthStore *store, HearthAuditLine *line);
/** The day where it was done, ISO; transfer full. A #HearthDayFunc. */
char *hearth_audit_words_dup_day (gpointer line);

G_END_DECLS
