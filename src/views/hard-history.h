/* SPDX-License-Identifier: GPL-3.0-or-later
 * The exploitation history in a resident's file: closed until somebody wants to read it, and only ever added to.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HARD_HISTORY (hearth_hard_history_get_type ())
G_DECLARE_FINAL_TYPE (HearthHardHistory, hearth_hard_history, HEARTH, HARD_HISTORY, AdwBin)

/** Rows open their entry ("win.open-record"); the last one begins a new entry ("page.new-record"). */
HearthHardHistory *hearth_hard_history_new (HearthStore *store, HearthRecord *resident);

/** A new entry that adds to @entry, or to what @entry adds to itself; transfer full. */
HearthRecord *hearth_hard_history_new_addition (HearthRecord *entry);

G_END_DECLS
