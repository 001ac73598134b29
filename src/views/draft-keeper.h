/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps what is typed on a page: two seconds after the first unsaved key, when the page is left, and at once when asked.
 */
#pragma once

#include <adwaita.h>

#include "store/draft.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_DRAFT_KEEPER (hearth_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (HearthDraftKeeper, hearth_draft_keeper, HEARTH, DRAFT_KEEPER, GObject)

/** What is typed on @page: name → text, as in HearthDraft; transfer full. NULL: nothing. */
typedef GHashTable *(*HearthTypedFunc) (AdwNavigationPage *page);

/**
 * hearth_draft_keeper_new:
 * @page: borrowed; owns the keeper
 * @draft: (transfer full): a new one with type, record, resident and revision set; or one to go on with
 *
 * A page that is taken out of its navigation view with something typed keeps it, and a toast offers to go on; unless
 * hearth_draft_keeper_finish () was called before.
 */
HearthDraftKeeper *hearth_draft_keeper_new (HearthStore *store,
                                            AdwNavigationPage *page,
                                            HearthTypedFunc typed,
                                            HearthDraft *draft);

/** To be called from the page's "showing". */
void hearth_draft_keeper_watch (HearthDraftKeeper *keeper);
/** Something was typed. */
void hearth_draft_keeper_touch (HearthDraftKeeper *keeper);
/** Keeps what is typed now, at once. When nothing is, what was kept before is thrown away. */
void hearth_draft_keeper_keep (HearthDraftKeeper *keeper);
/** It was saved: the draft is thrown away, and nothing is kept from now on. */
void hearth_draft_keeper_finish (HearthDraftKeeper *keeper);
/** Whether it was saved, or its page has gone: there is nothing more to keep or to save. */
bool hearth_draft_keeper_is_done (HearthDraftKeeper *keeper);
/** The draft as it was last kept; borrowed. Its id is there from the beginning.
 * A page that begins anew on a newer record sets its revision. */
HearthDraft *hearth_draft_keeper_get_draft (HearthDraftKeeper *keeper);

G_END_DECLS
