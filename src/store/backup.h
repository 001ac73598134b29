/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies of a whole house: database by sqlite3_backup, key file, attached files, a manifest; opened and checked.
 */
#pragma once

#include "store/audit.h"

G_BEGIN_DECLS

/** Why a copy was made; what was made before a change of the whole house is kept for ever. */
typedef enum {
  HEARTH_COPY_SCHEDULED, /* by the program: at lock, at quit, every half hour */
  HEARTH_COPY_ASKED,     /* by a person */
  HEARTH_COPY_BEFORE_MIGRATION,
  HEARTH_COPY_BEFORE_ROTATION,
} HearthCopyReason;

/**
 * hearth_house_backup:
 * @destination: folder; the copy is made as a new folder in it, named by time (UTC). Attached files that the newest
 *   copy there has already are linked where the disk can do that, else written again: a copy is always whole. They are
 *   read again first, for a scheduled copy only when it is the day's first (UTC).
 * @why: goes into the manifest, and decides whether the copy is ever thinned out
 * @copy: (out) (optional) (transfer full): the folder made
 *
 * For a worker thread, beside an open store or without one. Before the copy gets its name it is opened and looked at:
 * every page, the counts of the manifest, the last audit row. An attached file that is damaged in the house, and not
 * whole in the newest copy either, is listed in the manifest and does not stop the copy. Whether the person
 * may make one, and the audit row about it, are the caller's work.
 */
bool hearth_house_backup (const char *folder,
                          HearthKeyring *keyring,
                          const char *destination,
                          HearthCopyReason why,
                          char **copy,
                          HearthProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

/** Puts the copy in @copy into @folder, which must be empty or not exist. No key is needed: what was copied sealed
 * stays sealed. Sizes and hashes of the manifest are checked first. */
bool hearth_house_restore (const char *copy, const char *folder, GCancellable *cancellable, GError **error);

/** A copy, as its manifest tells of it. */
typedef struct {
  char *path;
  char *house; /* the house's id */
  char *made_at; /* UTC, RFC 3339 */
  HearthCopyReason why;
  gint64 records; /* how many are in it; -1 for whoever has no key of the house */
} HearthCopy;

void hearth_copy_free (HearthCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthCopy, hearth_copy_free)

/**
 * hearth_copy_find_newest:
 * @place: the folder copies are made in, or a copy itself
 * @house: (nullable): id of the house it must be of; NULL: any
 * @keyring: (nullable): for the number of records
 *
 * Reads manifests only; the files themselves were compared when the copy was made, and are again when it is put back.
 *
 * Returns: (transfer full): the newest, or NULL when there is none
 */
HearthCopy *hearth_copy_find_newest (const char *place, const char *house, HearthKeyring *keyring);

G_END_DECLS
