/* SPDX-License-Identifier: GPL-3.0-or-later
 * What pages need to know of each kind of record, beyond its table: one row for a kind.
 */
#pragma once

#include <adwaita.h>

#include "views/list-question.h"
#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/**
 * HearthListPreset:
 * @title: N_()
 * @filter: field or facet, NULL: no filter
 * @codes: those of @filter, ends with NULL; "@me" is the account of the person signed in
 * @period: number of days; NULL: the usual one
 *
 * A view of a list that is there for everybody who may read what it filters by.
 */
typedef struct {
  const char *title;
  const char *filter;
  const char *codes[4];
  const char *period;
} HearthListPreset;

#define HEARTH_CODE_ME "@me"

/**
 * HearthRecordKind:
 * @empty_title, @empty_description, @empty_button: N_(): what to do first
 * @new_action: a window action with the parameter "" that leads to a new one; NULL: a form
 * @sort: field name; NULL: by event, the newest first
 * @presets: end with a NULL title; the first is what a list begins with. NULL: only everything
 * @make_page: the page that a record has of its own, NULL with an error of the store; no function: its form
 * @section: where that page belongs; NULL: where one is
 * @made_elsewhere: new ones come of something else that is done, never of a form
 * @covered: may be hard to read: its form opens once somebody asks for it
 * @make_addition: what is told later, where the record itself stays as it is; transfer full. NULL: nothing is added so
 * @fill_in: puts what is most often so into a new one, where nothing else was said
 * @add_notes: puts what has to be known before writing a new one above its form
 * @make_parting: the page that takes the place of a new one's form once it is saved; floating
 */
typedef struct {
  const HearthRecordType *type;
  const char *empty_title;
  const char *empty_description;
  const char *empty_button;
  const char *new_action;
  const char *sort;
  const HearthListPreset *presets;
  AdwNavigationPage *(*make_page) (HearthStore *store, HearthRecord *record, GError **error);
  const char *section;
  bool made_elsewhere;
  bool covered;
  HearthRecord *(*make_addition) (HearthRecord *record);
  void (*fill_in) (HearthStore *store, HearthRecord *record);
  void (*add_notes) (HearthStore *store, HearthRecord *record, HearthRecordForm *form);
  AdwNavigationPage *(*make_parting) (HearthStore *store, HearthRecord *record);
} HearthRecordKind;

/** The row of @type; one with everything left to the defaults where there is none. */
const HearthRecordKind *hearth_record_kind_get (const HearthRecordType *type);

/** The page to see @record on; floating. NULL with an error of the store. */
AdwNavigationPage *hearth_record_kind_make_page (HearthStore *store, HearthRecord *record, GError **error);

/** What @preset asks, for the person signed in to @store; NULL when they may not read what it filters by. Transfer
 * full. */
HearthListQuestion *hearth_list_preset_make_question (const HearthListPreset *preset,
                                                      HearthStore *store,
                                                      const HearthRecordType *type);

/** Whether the person signed in may filter records of @type by the field or facet @name. */
bool hearth_record_kind_may_filter (HearthStore *store, const HearthRecordType *type, const char *name);

G_END_DECLS
