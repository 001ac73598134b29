/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the legal page shows of a resident's file, part by part. Each is floating, made as the file is now, and NULL where there
 * is nothing to show to this reader.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** The next hearing: when it is, and how ready everything is. */
GtkWidget *hearth_legal_make_next (HearthStore *store, HearthRecord *resident);
/** Each case with the accused, its hearings, and its orders word for word. */
GtkWidget *hearth_legal_make_cases (HearthStore *store, HearthRecord *resident);
/** What protects at court: wanted, asked for, answered, and whether it was so. */
GtkWidget *hearth_legal_make_measures (HearthStore *store, HearthRecord *resident);
/** A table of @measures (of HearthRecord); NULL for none. */
GtkWidget *hearth_legal_make_measure_table (GPtrArray *measures);
/** The interviews there were, and what each can be used for again. */
GtkWidget *hearth_legal_make_statements (HearthStore *store, HearthRecord *resident);
/** What was agreed to: with whom it may be shared, until when, and what was taken back. */
GtkWidget *hearth_legal_make_consents (HearthStore *store, HearthRecord *resident);
/** Identity papers that are not back yet. */
GtkWidget *hearth_legal_make_papers (HearthStore *store, HearthRecord *resident);

/** The words of @order, with what became of it. */
GtkWidget *hearth_legal_make_order_row (HearthStore *store, HearthRecord *order);

G_END_DECLS
