/* SPDX-License-Identifier: GPL-3.0-or-later
 * What each profession works with, and what its page shows: one table for a profession, of the house and of a resident.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _HearthArea HearthArea;

/**
 * HearthAreaPart:
 * @title: N_(), or NULL where the part brings its own heading
 * @second: in the second column where there are two
 * @wide: above the columns, as wide as both
 * @lasting: made once: it follows what it shows by itself, and keeps what a person is at
 * @make: what it shows now, floating; NULL: nothing for this reader. @resident: NULL: of the house. Made anew after any
 *   record that the area follows was saved; the page keeps the keyboard where it was.
 * @make_shared: in the place of @make: a part that all areas share. Neither of the two ends the table.
 */
typedef struct {
  const char *title;
  bool second;
  bool wide;
  bool lasting;
  GtkWidget *(*make) (HearthStore *store, HearthRecord *resident);
  GtkWidget *(*make_shared) (const HearthArea *area, HearthStore *store, HearthRecord *resident);
} HearthAreaPart;

/** Whether @record, which is due, is told elsewhere on the page. */
typedef bool (*HearthAreaSkipFunc) (HearthStore *store, HearthRecord *record);

/**
 * HearthArea:
 * @label: N_()
 * @types: NULL-ended: what it follows, lists and offers as new, in this order, to who may add it; the first is the button
 *   itself, and decides who the area is for
 * @also: (nullable): NULL-ended: what it follows beside these
 * @of_resident: (nullable): NULL-ended: what a resident's page lists in the place of @types
 * @told_as_new: (nullable): NULL-ended: what stands among the new in the place of these
 * @skip: (nullable): what does not stand among the due
 * @house, @resident: what the page shows of each
 * @reports: (nullable): kinds it prints of a resident, NULL-ended
 * @dup_summary: one line for the resident's overview, "" for nothing; transfer full
 */
struct _HearthArea {
  const char *name;
  const char *label;
  const char *icon_name;
  const HearthRecordType *const *types;
  const HearthRecordType *const *also;
  const HearthRecordType *const *of_resident;
  const HearthRecordType *const *told_as_new;
  HearthAreaSkipFunc skip;
  const HearthAreaPart *house;
  const HearthAreaPart *resident;
  const char *const *reports;
  char *(*dup_summary) (HearthStore *store, HearthRecord *resident);
};

extern const HearthArea hearth_area_health;
extern const HearthArea hearth_area_counselling;
extern const HearthArea hearth_area_plan;
extern const HearthArea hearth_area_education;
extern const HearthArea hearth_area_legal;

/** All of them, in the order in which they are shown; NULL-ended. */
const HearthArea *const *hearth_areas_get (void);
/** The area called @name, or NULL. */
const HearthArea *hearth_area_look_up (const char *name);
/** Whether the person signed in reads what the area is about: the first of its types. */
bool hearth_area_is_for (const HearthArea *area, HearthStore *store);
/** Whether @type is among those that @area follows. */
bool hearth_area_follows (const HearthArea *area, const HearthRecordType *type);

/* ---- Parts that areas share ---- */

/** What is due, late or coming, as Today says it, but for what @area skips; says so when nothing is. It brings its own
 * headings. */
GtkWidget *hearth_area_make_due (const HearthArea *area, HearthStore *store, HearthRecord *resident);
/** The newest records of the last 14 days; NULL when there are none. */
GtkWidget *hearth_area_make_new (const HearthArea *area, HearthStore *store, HearthRecord *resident);
/** A row for each type that the person signed in may read: how many there are, and the latest. Opens their list. */
GtkWidget *hearth_area_make_record (const HearthArea *area, HearthStore *store, HearthRecord *resident);

/** A list of rows with the look of a group's; called @name for those who cannot see where it stands. Floating. */
GtkListBox *hearth_area_list_new (const char *name);
/** The value of the field @name of @record in words; transfer full. */
char *hearth_area_format (HearthStore *store, HearthRecord *record, const char *name);
/** Adds @words (nullable) to @line, with a dot between. */
void hearth_area_append (GString *line, const char *words);
/** The same with the value of the field @name of @record, where there is one. */
void hearth_area_append_value (GString *line, HearthStore *store, HearthRecord *record, const char *name);
/** The same with the label before it: "Paid until: 3 May 2026". */
void hearth_area_append_labelled (GString *line, HearthStore *store, HearthRecord *record, const char *name);
/** A sentence in the place of a list that is empty. Floating. */
GtkWidget *hearth_area_nothing_new (const char *words);
/** Of a page of the house: @resident by name, with @words about them. The row opens the same area of theirs. Floating. */
GtkWidget *hearth_area_resident_row_new (HearthRecord *resident, const char *words);

G_END_DECLS
