/* SPDX-License-Identifier: GPL-3.0-or-later
 * One record to write or to read: its form, kept as a draft while it is typed, saved when asked.
 */
#pragma once

#include <adwaita.h>

#include "store/draft.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_EDITOR_PAGE (hearth_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthEditorPage, hearth_editor_page, HEARTH, EDITOR_PAGE, AdwNavigationPage)

/**
 * hearth_editor_page_new:
 * @record: new, with "resident" set where its type wants one; or as the store gave it
 *
 * The record itself changes only when the store has saved it. After a save the page leaves its navigation view.
 * A page that is left with something typed keeps it as a draft and says so. Actions: page.save, page.keep-draft,
 * page.sign, page.mark-in-error, page.move, page.history, page.add-to (to an entry that stays as it is). Signals: "saved"
 * (HearthRecord *record).
 */
HearthEditorPage *hearth_editor_page_new (HearthStore *store, HearthRecord *record);

/** The page for going on with the draft @draft_id of the signed-in person; NULL and NOT_FOUND when it is gone. */
HearthEditorPage *hearth_editor_page_new_for_draft (HearthStore *store, const char *draft_id, GError **error);

/** Puts the cursor into @field when the page is shown. */
void hearth_editor_page_begin_at (HearthEditorPage *page, const char *field);

/** Whether it was saved; otherwise the person has been told why not. */
bool hearth_editor_page_save (HearthEditorPage *page);

G_END_DECLS
