/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a record says, section by section, in words; nothing where nothing is known.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_FACTS (hearth_facts_get_type ())
G_DECLARE_FINAL_TYPE (HearthFacts, hearth_facts, HEARTH, FACTS, AdwBin)

/**
 * hearth_facts_new:
 * @heading: (nullable): one heading for everything; NULL: the sections' own
 *
 * Follows the record. What may distress or tell too much is folded away until it is asked for.
 */
HearthFacts *hearth_facts_new (HearthStore *store, HearthRecord *record, const char *heading);

/** What @field of @record says, in words; of a link the title of what it names, of a file its name; "" where nothing
 * is known, or where it is not for this reader. Transfer full. */
char *hearth_facts_dup_value (HearthStore *store, HearthRecord *record, const HearthField *field);
/** A row that says @value of @field of @record, folded away where it may distress or tell too much; unfolding what is
 * clinical or sealed is noted in the audit. Floating. */
GtkWidget *hearth_facts_make_row (HearthStore *store,
                                  HearthRecord *record,
                                  const HearthField *field,
                                  const char *value);

/** A row that says for whom @field of @record is sealed, where this reader has not the key; NULL where there is nothing of
 * that to say. Floating. */
GtkWidget *hearth_facts_make_closed_row (HearthStore *store, HearthRecord *record, const HearthField *field);

G_END_DECLS
