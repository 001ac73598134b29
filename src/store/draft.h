/* SPDX-License-Identifier: GPL-3.0-or-later
 * Drafts: what a person has typed and not yet saved, kept inside the database, per author.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * HearthDraft:
 * @record_id: the record being changed, "" for a new one
 * @resident: whose file, "" for none; what is in several files names them in its values
 * @revision: the revision the changes were begun on
 * @values: (element-type utf8 utf8): field name → text as typed, which need not be a good value yet. A form that
 *   fills records of several types names the fields of another one "TYPE.FIELD", as in "stay.room".
 */
typedef struct {
  char *id;
  const HearthRecordType *type;
  char *record_id;
  char *resident;
  gint64 revision;
  char *saved_at;
  GHashTable *values;
} HearthDraft;

HearthDraft *hearth_draft_new (const HearthRecordType *type);
void hearth_draft_free (HearthDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDraft, hearth_draft_free)

/* The store emits "drafts-changed" () after either of the two below that keep and discard. */

/** Keeps @draft under its id (made at the first call and set in @draft). Text of SEALED fields is sealed.
 * The last five per author, type and record remain. DENIED when the author may not write the draft's type, or another
 * that it has values for; values of fields that there are none of are not kept. */
bool hearth_store_save_draft (HearthStore *store, HearthDraft *draft, GError **error);
/** The signed-in person's own drafts, newest first; of HearthDraft; transfer full. A value that its author may not
 * read any more is left out; what they may add though not read is theirs until it is saved. */
GPtrArray *hearth_store_list_drafts (HearthStore *store, GError **error);
bool hearth_store_discard_draft (HearthStore *store, const char *draft_id, GError **error);

G_END_DECLS
