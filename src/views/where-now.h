/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where each resident lives today, by their stays: read once for a whole list, then kept up to date.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_WHERE_NOW (hearth_where_now_get_type ())
G_DECLARE_FINAL_TYPE (HearthWhereNow, hearth_where_now, HEARTH, WHERE_NOW, GObject)

/** Reads nothing until it is asked. Signals: "changed" (): after a stay was saved. */
HearthWhereNow *hearth_where_now_new (HearthStore *store);

/** "Hospital", "Moved out"; "" where no stay is known. @resident: id. Transfer full. */
char *hearth_where_now_dup_words (HearthWhereNow *where, const char *resident);

G_END_DECLS
