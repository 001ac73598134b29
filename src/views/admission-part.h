/* SPDX-License-Identifier: GPL-3.0-or-later
 * A part of an admission's form: consecutive rows of one record.
 */
#pragma once

#include "store/store.h"
#include "views/admission-places.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/**
 * HearthAdmissionPart:
 * @section: borrowed: a box that begins with the group that the rows are in
 * @form: borrowed, in @section
 */
typedef struct {
  const HearthRecordType *type;
  const HearthAdmissionPlace *first;
  char **fields;
  GtkWidget *section;
  HearthRecordForm *form;
} HearthAdmissionPart;

/**
 * hearth_admission_parts_build:
 * @records: of HearthRecord, each of another type; among them a resident
 *
 * A section in @box for each heading, with rows of those of @records that there are, as far as the signed-in person
 * may read them. Transfer full: of HearthAdmissionPart.
 */
GPtrArray *hearth_admission_parts_build (HearthStore *store, GPtrArray *records, GtkBox *box);
/** The one of @type, or NULL. */
HearthRecord *hearth_admission_parts_lookup_record (GPtrArray *records, const HearthRecordType *type);

/** Whether it is about who arrives. */
bool hearth_admission_part_is_who (const HearthAdmissionPart *part);
/** Shows all rows or those that a night needs; whether there are any. */
bool hearth_admission_part_set_full (const HearthAdmissionPart *part, bool full);

/** The focus goes to the first row that is shown and in which nothing is; whether there is one. */
bool hearth_admission_part_focus_empty (const HearthAdmissionPart *part, bool full);

/** Adds "TYPE.FIELD" → text as typed to @all, and takes it from there. */
void hearth_admission_part_add_values (const HearthAdmissionPart *part, GHashTable *all);
void hearth_admission_part_set_values (const HearthAdmissionPart *part, GHashTable *all);

/** Shows those of @problems that are about its rows; whether there are any. @night: (out): only about rows that a
 * night needs. */
bool hearth_admission_part_show_problems (const HearthAdmissionPart *part, GPtrArray *problems, bool *night);

G_END_DECLS
