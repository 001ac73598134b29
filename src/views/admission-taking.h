/* SPDX-License-Identifier: GPL-3.0-or-later
 * The records of one admission while they are written: copies, so that the store's own change only when it is saved.
 */
#pragma once

#include "rules/admission.h"
#include "store/draft.h"

G_BEGIN_DECLS

/**
 * HearthTaking:
 * @alert, @contact: of a new admission; saved only when something was written in them. NULL when one is completed
 */
typedef struct {
  HearthStore *store;
  HearthAdmission *admission;
  HearthRecord *alert;
  HearthRecord *contact;
} HearthTaking;

/** @admission: (transfer full) */
HearthTaking *hearth_taking_new (HearthStore *store, HearthAdmission *admission);
/** What @draft of an admission was begun on; NULL with an error of the store. */
HearthTaking *hearth_taking_new_for_draft (HearthStore *store, const HearthDraft *draft, GError **error);
void hearth_taking_free (HearthTaking *taking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthTaking, hearth_taking_free)

/** Whether there is a file already: somebody comes back, or the admission is completed. */
bool hearth_taking_is_known (const HearthTaking *taking);
/** Whether the admission was not saved yet. */
bool hearth_taking_is_new (const HearthTaking *taking);
/** All its records; transfer full. */
GPtrArray *hearth_taking_list_records (const HearthTaking *taking);
/** Copies of them, as they are now; transfer full. */
GPtrArray *hearth_taking_copy_records (const HearthTaking *taking);
/** A new draft of it, with nothing typed in it; transfer full. */
HearthDraft *hearth_taking_make_draft (const HearthTaking *taking);

/**
 * hearth_taking_save:
 * @different: numbers of residents who are somebody else, "R-014, R-020"; added to those the file names
 * @siblings: numbers of those who are brothers or sisters
 * @problems, @failed: as hearth_admission_save ()
 */
bool hearth_taking_save (HearthTaking *taking,
                         const char *different,
                         const char *siblings,
                         GPtrArray **problems,
                         HearthRecord **failed,
                         GError **error);

G_END_DECLS
