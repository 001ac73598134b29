/* SPDX-License-Identifier: GPL-3.0-or-later
 * A form for one record, made from its type's table: sections, a row per field, checks in words.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD_FORM (hearth_record_form_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordForm, hearth_record_form, HEARTH, RECORD_FORM, GtkWidget)

/**
 * HearthRecordForm:
 *
 * Properties: "record" (HearthRecord, construct-only), "today" (ISO date, construct-only), "fields" (GStrv,
 * construct-only: only these, in this order; NULL: all, below the sections of the table), "group"
 * (AdwPreferencesGroup, construct-only: see hearth_record_form_new_rows ()), "changed" (bool, read-only: something
 * differs from the record), "editable" (bool, default true; false shows every value in words).
 *
 * Signals:
 * - "edited" (): after each change by the person; the moment to plan a draft
 * - "attachment-requested" (const char *field): the person wants to add or change an attachment
 * - "attachment-opened" (const char *field, const char *id): the person wants to see it
 *
 * The record is only written by hearth_record_form_commit ().
 */
HearthRecordForm *hearth_record_form_new (HearthRecord *record, const char *today);

/**
 * hearth_record_form_new_rows:
 * @fields: names, NULL-ended
 * @group: borrowed, and there as long as the form
 *
 * A part of a page in which several forms stand, perhaps of one record: only @fields, as rows at the end of @group,
 * which may hold those of other records too. It checks and writes its own fields; what is wrong with others is for
 * their parts, or for the store to say. The form itself is only what shows problems of the record as a whole, when
 * hearth_record_form_show_problems () is given them.
 */
HearthRecordForm *hearth_record_form_new_rows (HearthRecord *record,
                                               const char *today,
                                               const char *const *fields,
                                               AdwPreferencesGroup *group);

HearthRecord *hearth_record_form_get_record (HearthRecordForm *form);
bool hearth_record_form_get_changed (HearthRecordForm *form);
bool hearth_record_form_get_editable (HearthRecordForm *form);
void hearth_record_form_set_editable (HearthRecordForm *form, bool editable);
/** Shows @field as read-only words, for a reader who may see but not change it. */
void hearth_record_form_set_field_editable (HearthRecordForm *form, const char *field, bool editable);

/** Hides the row of @field, with what is in it, or shows it again. */
void hearth_record_form_set_field_visible (HearthRecordForm *form, const char *field, bool visible);

/** Puts @row, which says what has to be known before, above the first section of a form that is a page of its own. */
void hearth_record_form_add_note (HearthRecordForm *form, GtkWidget *row);

/** Puts @end below the last section of such a form, where it stays. Once. */
void hearth_record_form_set_end (HearthRecordForm *form, AdwPreferencesGroup *end);

/** Whether the record is only made when something is in it: until then no row says "Required". */
void hearth_record_form_set_optional (HearthRecordForm *form, bool optional);

/** Field name → text as typed, of the fields that differ from the record (a draft); transfer full. */
GHashTable *hearth_record_form_dup_values (HearthRecordForm *form);
/** Puts a draft back. Fields the form does not show are ignored. Does not emit "edited". */
void hearth_record_form_set_values (HearthRecordForm *form, GHashTable *values);

/**
 * hearth_record_form_commit:
 * @problems: (out) (optional) (transfer full): of HearthProblem; set when false is returned
 *
 * Reads and checks every field. When all is well the canonical values are written into the record and
 * "changed" is false. Otherwise nothing is written, each problem is shown next to its field, and the
 * first field in question has the focus.
 */
bool hearth_record_form_commit (HearthRecordForm *form, GPtrArray **problems);
/** Shows problems that others found (the store, the house's rules). */
void hearth_record_form_show_problems (HearthRecordForm *form, GPtrArray *problems);
/** Takes the record's values again, dropping what was typed (after it was saved or changed elsewhere). */
void hearth_record_form_revert (HearthRecordForm *form);

/** What the LINK field called @field can point at: a list of HearthRecord. */
void hearth_record_form_set_link_model (HearthRecordForm *form, const char *field, GListModel *records);
/** The ATTACHMENT field called @field now holds @id, shown as @name; as if the person had typed it. */
void hearth_record_form_set_attachment (HearthRecordForm *form,
                                        const char *field,
                                        const char *id,
                                        const char *name);

/** The keyboard focus goes to @field, or with NULL to the first empty one that is required, else the first empty
 * one. */
bool hearth_record_form_focus_field (HearthRecordForm *form, const char *field);

G_END_DECLS
