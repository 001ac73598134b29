/* SPDX-License-Identifier: GPL-3.0-or-later
 * How ready everything is for a hearing: eight lamps, each with its words.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** The lamps of @hearing as they are now; NULL where they cannot be told. Floating. */
GtkWidget *hearth_court_lamps_new (HearthStore *store, HearthRecord *hearing);

G_END_DECLS
