/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person began and has not saved: a row for each, to go on with or to throw away.
 */
#pragma once

#include <adwaita.h>

#include "store/draft.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_DRAFT_LIST (hearth_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (HearthDraftList, hearth_draft_list, HEARTH, DRAFT_LIST, AdwBin)

/**
 * hearth_draft_list_new:
 * @type: (nullable): only drafts of this type
 * @resident: (nullable): only drafts of this resident's file
 * @record_id: (nullable): only drafts of this record, "" for those of a new one
 *
 * Invisible while there is none; follows what is kept and discarded. Signals: "continue" (HearthDraft *draft),
 * borrowed.
 */
HearthDraftList *hearth_draft_list_new (HearthStore *store,
                                        const HearthRecordType *type,
                                        const char *resident,
                                        const char *record_id);

/** Leaves out the draft @draft_id: the one a form above is working on. */
void hearth_draft_list_set_except (HearthDraftList *list, const char *draft_id);

G_END_DECLS
