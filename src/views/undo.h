/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking back what was just done, while the toast that offers it is up.
 *
 * What was there before is saved again, as a new version; a record that was new is marked as entered in error; a
 * draft that was thrown away is kept again. Nothing is taken back that was changed meanwhile, or signed.
 */
#pragma once

#include <adwaita.h>

#include "store/draft.h"

G_BEGIN_DECLS

/** Says "Saved" in the window that @near is in, and offers to bring @before back. */
void hearth_undo_offer (GtkWidget *near, HearthStore *store, HearthRecord *before);
/** The same after the first save of @record. Nothing of the house itself can be undone this way: accounts have keys. */
void hearth_undo_offer_new (GtkWidget *near, HearthStore *store, HearthRecord *record);
/** Says @words, and offers to undo several first saves, all or none. @records: of HearthRecord. */
void hearth_undo_offer_group (GtkWidget *near, HearthStore *store, GPtrArray *records, const char *words);
/** Says @words, and offers to bring @before back and to undo the first save of @made (nullable), both or neither. */
void hearth_undo_offer_both (GtkWidget *near,
                             HearthStore *store,
                             HearthRecord *before,
                             HearthRecord *made,
                             const char *words);
/** Says "Thrown away", and offers to keep @draft again, which has been discarded and is copied. */
void hearth_undo_offer_draft (GtkWidget *near, HearthStore *store, const HearthDraft *draft);

/**
 * Does what the last toast in the window of @near offers, or tells why not; false when there is nothing. While there
 * is something, the action "win.undo" of that window is enabled.
 */
bool hearth_undo_perform (GtkWidget *near);

G_END_DECLS
