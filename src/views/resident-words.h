/* SPDX-License-Identifier: GPL-3.0-or-later
 * A few words about each resident that other records say: read once for a whole list, then kept up to date.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RESIDENT_WORDS (hearth_resident_words_get_type ())
G_DECLARE_FINAL_TYPE (HearthResidentWords, hearth_resident_words, HEARTH, RESIDENT_WORDS, GObject)

/* They read nothing until they are asked. Signals: "changed" (): after a record that says it was saved. */

/** Where each lives today, by their stays: "Hospital", "Moved out"; "" where no stay is known. */
HearthResidentWords *hearth_resident_words_new_where (HearthStore *store);
/** The allergies and alerts that hold today, a line each, with the kind in front; "" for none. */
HearthResidentWords *hearth_resident_words_new_alerts (HearthStore *store);

/** @resident: id; borrowed until the next change. */
const char *hearth_resident_words_get (HearthResidentWords *words, const char *resident);

/** Puts a mark that says the alerts of @resident (id), when one points at it or hears it, at the end of @row; nothing where
 * there is none. @alerts: of hearth_resident_words_new_alerts () */
void hearth_alert_mark_add (HearthResidentWords *alerts, AdwActionRow *row, const char *resident);

G_END_DECLS
