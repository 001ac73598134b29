/* SPDX-License-Identifier: GPL-3.0-or-later
 * One save while it is under way: what there was, what there will be, what changes. Private to save*.c.
 */
#pragma once

#include "core/problem.h"
#include "store/store-private.h"
#include "store/table.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_SAVE_CHANGE,
  HEARTH_SAVE_SIGN,
  HEARTH_SAVE_IN_ERROR,
} HearthSaveKind;

typedef struct {
  HearthStore *store;
  const HearthTable *table;
  HearthSaveKind kind;
  bool trusted; /* the policy is not asked */
  const char *reason;
  HearthRecord *record; /* the caller's */

  HearthStored *before; /* NULL when the record is new */
  HearthStored *next;   /* whole: what the caller may not see is as it was */
  bool *changed;        /* per column of the type's own, and "resident" */
  bool any;             /* of them */
  char *today;
  GPtrArray *problems;
} HearthSave;

/** Fills @before, @next and @changed; CONFLICT, CLOSED_RECORD, NOT_FOUND, DENIED. */
bool hearth_save_prepare (HearthSave *save, GError **error);
/** Policy and every check; with problems, INVALID. */
bool hearth_save_check (HearthSave *save, GError **error);
/** Row, index, revision, audit, search text. */
bool hearth_save_write (HearthSave *save, GError **error);
void hearth_save_clear (HearthSave *save);

G_END_DECLS
