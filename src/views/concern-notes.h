/* SPDX-License-Identifier: GPL-3.0-or-later
 * What has to be known before writing a complaint, or a concern about somebody who works here: who will read it,
 * what a key enforces and what the program.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/** Who can open what is sealed for safeguarding: "Ana and Ben"; "" for nobody. Transfer full. */
char *hearth_concern_dup_readers (HearthStore *store);

/** A row that leads to the form of a new record of @type, with the mark of what protects it; NULL where this person may write
 * none. @title, @subtitle: translated. Floating. */
GtkWidget *hearth_concern_new_way (HearthStore *store,
                                   const HearthRecordType *type,
                                   const char *title,
                                   const char *subtitle);
/* For the table of kinds. */

void hearth_concern_add_allegation_notes (HearthStore *store,
                                          HearthRecord *allegation,
                                          HearthRecordForm *form);
void hearth_concern_add_complaint_notes (HearthStore *store, HearthRecord *complaint, HearthRecordForm *form);

G_END_DECLS
