/* SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of lists share: what is in one, and whether what it tells agrees with that.
 */
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

const HearthRecordType *type_of (const char *name);

/** The list of @query, after comparing it with the number that the store counts. Transfer full. */
GListModel *list (House *house, const HearthQuery *query);
/** What @field says of every item, with ',' between, is @expected. */
void assert_list (GListModel *model, const char *field, const char *expected);

/** Follows what a list tells. */
typedef struct {
  GListModel *model;
  GPtrArray *seen;
  int told;
  char *last; /* "POSITION-REMOVED+ADDED" */
} Watch;

void watch_start (Watch *watch, GListModel *model);
/** Fails when what was told does not agree with what is there. */
void watch_end (Watch *watch);

G_END_DECLS
