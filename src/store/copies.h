/* SPDX-License-Identifier: GPL-3.0-or-later
 * Many copies of a house in one place: listing them, keeping the right ones, and trying one out.
 */
#pragma once

#include "store/backup.h"

G_BEGIN_DECLS

/** Copies in @place of the house with id @house, newest first; of HearthCopy. What is damaged is not among them.
 * Transfer full. */
GPtrArray *hearth_copies_list (const char *place, const char *house, HearthKeyring *keyring);

/**
 * hearth_copies_choose:
 * @times: instants (RFC 3339, UTC) of copies, in any order
 * @kept: per copy, whether it is kept for ever: made before a migration or rotation
 * @now: (RFC 3339, UTC)
 *
 * Which to keep: all of the last two days; of the last 14 days, 8 weeks (ISO 8601) and 12 months that have one (UTC),
 * the last of each; those @kept. What is dated after @now, or has no date that can be read, is kept and counts for no
 * day: a clock that was wrong for a while removes nothing. The newest is always kept.
 *
 * Returns: (transfer full): one bool for each, true: keep
 */
bool *hearth_copies_choose (const char *const *times, const bool *kept, gsize n_times, const char *now);

/** Removes the copies in @place that hearth_copies_choose () would not keep. Never the newest, never one that is not of
 * this house, never what is not a whole copy. LOCKED while a copy is being made there. For a worker thread. */
bool hearth_copies_thin (const char *place, const char *house, const char *now, GError **error);

/** Gives a copy that was found damaged a name that says so, NAME.damaged; it is not removed, and is no copy any more for
 * the others here. */
bool hearth_copy_set_aside (const char *copy, GError **error);

/** What trying out a copy showed. */
typedef struct {
  char *made_at;
  gint64 records; /* in the copy */
  gint64 records_now; /* in the house; -1 when not compared */
  char *last_entry; /* instant of the newest entry in the copy, or "" */
  char *last_entry_now;
  gint64 files;
  char *anchor;
} HearthDrill;

void hearth_drill_free (HearthDrill *drill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDrill, hearth_drill_free)

/**
 * hearth_house_drill:
 * @folder: (nullable): the house in use, to compare with
 * @copy: path of a copy
 *
 * Puts the copy back into a hidden folder beside it, or where nothing can be written there, beside the house; opens it
 * as one would on a new computer, compares counts, every page, the audit's chain and the last entry, and throws the
 * folder away. For a worker thread. The audit row, and whether the person may, are the caller's work. CORRUPT when the
 * copy cannot be relied on; OTHER_HOUSE; EARLIER_KEY when the key of the house was replaced since.
 */
HearthDrill *hearth_house_drill (const char *folder,
                                 HearthKeyring *keyring,
                                 const char *copy,
                                 HearthProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

/** Removes what drills that were interrupted have left in the folder @place. Done wherever a copy is made, a drill
 * begins or a house is opened (in the folder that it lies in). */
void hearth_drill_sweep (const char *place);

/** As hearth_store_error_to_sentence () for what went wrong with a copy: making, listing, thinning, trying out, putting
 * back. Transfer full. */
char *hearth_copy_error_to_sentence (const GError *error);

G_END_DECLS
