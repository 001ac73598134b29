/* SPDX-License-Identifier: GPL-3.0-or-later
 * The form of an admission: rows of several records below headings that follow the order of a night.
 */
#pragma once

#include <adwaita.h>

#include "rules/admission.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ADMISSION_FORM (hearth_admission_form_get_type ())
G_DECLARE_FINAL_TYPE (HearthAdmissionForm, hearth_admission_form, HEARTH, ADMISSION_FORM, GtkBox)

/**
 * hearth_admission_form_new:
 * @records: of HearthRecord, each of another type, which the form writes at hearth_admission_form_commit (). Rows of
 *   types that are not among them are left out
 *
 * Shows who arrives first, then a place for hearth_admission_form_set_search (), then the rest. Signal: "edited" ().
 */
HearthAdmissionForm *hearth_admission_form_new (HearthStore *store, GPtrArray *records);

/** @widget stands below the question of who arrives. */
void hearth_admission_form_set_search (HearthAdmissionForm *form, GtkWidget *widget);
/** Whether there is more than the question of who arrives. */
void hearth_admission_form_set_open (HearthAdmissionForm *form, bool open);
/** All rows, or those that a night needs. What is typed in the others stays. */
void hearth_admission_form_set_full (HearthAdmissionForm *form, bool full);

/** "TYPE.FIELD" → text as typed, of the fields that differ from the records; transfer full. */
GHashTable *hearth_admission_form_dup_values (HearthAdmissionForm *form);
void hearth_admission_form_set_values (HearthAdmissionForm *form, GHashTable *values);
/** A copy of the resident with what is typed, as far as it can be read; transfer full. */
HearthRecord *hearth_admission_form_dup_resident (HearthAdmissionForm *form);

/** Reads and checks the question of who arrives, or with @whole all rows, and writes them into the records. On false
 * nothing is written, and the first row in question has the focus. */
bool hearth_admission_form_commit (HearthAdmissionForm *form, bool whole);
/** Shows the records again as they were, and what was typed on top. */
void hearth_admission_form_put_back (HearthAdmissionForm *form, GPtrArray *before, GHashTable *values);
/** What the store or the house's rules found, in the record of @type first: at their rows, which are shown. Transfer
 * full: a line for each that there is no row for, "" when none. */
char *hearth_admission_form_show_problems (HearthAdmissionForm *form,
                                           const HearthRecordType *type,
                                           GPtrArray *problems);
/** The focus goes to the name that is used. */
void hearth_admission_form_focus_name (HearthAdmissionForm *form);
/** The focus goes to the first row after the question of who arrives in which nothing is. */
void hearth_admission_form_focus_next (HearthAdmissionForm *form);

G_END_DECLS
