/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a form needs to know of its fields and cannot know of itself: records to link to, names of files, what this person may
 * not change, and which questions are asked only after another was answered.
 */
#pragma once

#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/** For @form of @record; @resident: (nullable): in whose file it is. From then on questions come and go with what is
 * answered. */
void hearth_editor_fields_set_up (HearthRecordForm *form,
                                  HearthStore *store,
                                  HearthRecord *record,
                                  const char *resident);

/** Adds to @values, a draft, what a new record was begun with and the form may not tell of: what it is about, people, choices.
 * What is in @values stays. */
void hearth_editor_fields_add_begun (HearthRecord *base, GHashTable *values);
/** Puts that back into @record, before its form is made. */
void hearth_editor_fields_take_begun (HearthRecord *record, GHashTable *values);

G_END_DECLS
