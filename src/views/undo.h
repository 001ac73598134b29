/* SPDX-License-Identifier: GPL-3.0-or-later
 * Undo after a save: what was there before is saved again, as a new revision.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Says "Saved" in the window that @near is in, and offers to bring @before back. */
void hearth_undo_offer (GtkWidget *near, HearthStore *store, HearthRecord *before);

G_END_DECLS
