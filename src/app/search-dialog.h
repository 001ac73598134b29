/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ctrl+K: finds people, entries and things to do.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SEARCH_DIALOG (hearth_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthSearchDialog, hearth_search_dialog, HEARTH, SEARCH_DIALOG, AdwDialog)

/** Opens what is chosen by "win.open-record", or runs the action chosen, and closes. */
HearthSearchDialog *hearth_search_dialog_new (HearthStore *store);

/** As if @words had been typed; for starting with some. */
void hearth_search_dialog_search (HearthSearchDialog *dialog, const char *words);
unsigned int hearth_search_dialog_get_n_results (HearthSearchDialog *dialog);

G_END_DECLS
