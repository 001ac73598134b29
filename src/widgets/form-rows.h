/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a form: laid out below the headings of their sections, found, read and checked.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

/** Works on @record, on the day @today, below @container, an #AdwPreferencesPage; or in it, when it is an
 * #AdwPreferencesGroup. */
typedef struct {
  /* borrowed */
  HearthRecord *record;
  const char *today;
  GtkWidget *container;

  /* owned */
  GPtrArray *groups; /* of AdwPreferencesGroup, borrowed */
  GPtrArray *rows; /* of HearthFieldRow or HearthValueRow, in order, borrowed */
  GHashTable *initial; /* field name → the text of an unchanged row */
} HearthFormRows;

HearthFormRows *hearth_form_rows_new (HearthRecord *record, const char *today, GtkWidget *container);
void hearth_form_rows_free (HearthFormRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthFormRows, hearth_form_rows_free)

/** Puts @row of @field below its section's heading, which is made where there is none yet; or at the end of the group
 * that the container is. */
void hearth_form_rows_add (HearthFormRows *rows, const HearthField *field, GtkWidget *row);
/** Hides the headings below which no row is to be seen. */
void hearth_form_rows_show_groups (HearthFormRows *rows);
/** Says at the end of the page that the record has more fields, which the reader's role does not open. */
void hearth_form_rows_add_closing (HearthFormRows *rows);
void hearth_form_rows_remove_all (HearthFormRows *rows);

/** The row that edits the field called @name, or NULL. */
HearthFieldRow *hearth_form_rows_lookup (HearthFormRows *rows, const char *name);
/** The first row that edits and in which nothing is; with @required only of those that need something; or NULL. */
HearthFieldRow *hearth_form_rows_lookup_empty (HearthFormRows *rows, bool required);

/** A copy of the record with every value that can be read; what cannot is told in @problems, and keeps the
 * record's old value in the copy. Transfer full. */
HearthRecord *hearth_form_rows_dup_record (HearthFormRows *rows, GPtrArray *problems);
/** Shows the record's value in @row, which is unchanged then. */
void hearth_form_rows_load (HearthFormRows *rows, HearthFieldRow *row);
/** Whether @row, one of either kind, holds something else than the record. */
bool hearth_form_rows_is_changed (HearthFormRows *rows, GtkWidget *row);
/** Field name → text as typed, of the changed rows; transfer full. */
GHashTable *hearth_form_rows_dup_values (HearthFormRows *rows);
/** Takes what each row edits from @copy into the record; all are unchanged then. */
void hearth_form_rows_write (HearthFormRows *rows, HearthRecord *copy);
/** Fills the rows that are only read. @links: field name → #GListModel of #HearthRecord. */
void hearth_form_rows_show_values (HearthFormRows *rows, GHashTable *links);

/** What is wrong: what cannot be read, and of the rest what the record's own rules say. @copy: (out) (optional)
 * (transfer full): as hearth_form_rows_dup_record (). Transfer full. */
GPtrArray *hearth_form_rows_check (HearthFormRows *rows, HearthRecord **copy);

/** Shows at @row what @problems say of its field, or nothing. */
void hearth_form_rows_show_problem (HearthFormRows *rows, HearthFieldRow *row, GPtrArray *problems);
/** What @problems say of fields without a row, and of the record as a whole: a line each. Transfer full. */
char *hearth_form_rows_describe_others (HearthFormRows *rows, GPtrArray *problems);
/** How a date or a number was understood, where the text itself does not say so. */
void hearth_form_rows_show_reading (HearthFormRows *rows, HearthFieldRow *row);

G_END_DECLS
