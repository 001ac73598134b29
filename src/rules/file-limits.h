/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may see one resident's file: limits to named people, conflicts of interest, openings in an emergency.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_FILE_OPEN,     /* nothing but the role counts */
  HEARTH_FILE_LIMITED, /* limited to named people, of whom this is none: tier 0 is left, the safety of the house */
  HEARTH_FILE_CONFLICT, /* a conflict of interest: nothing is left */
} HearthFileState;

/** What is known of all residents' files for one account, kept up to date. */
typedef struct _HearthFileLimits HearthFileLimits;

/** Reads every limit without asking the policy; NULL with an error of the store. */
HearthFileLimits *hearth_file_limits_new (HearthStore *store, const char *account, GError **error);
void hearth_file_limits_free (HearthFileLimits *limits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthFileLimits, hearth_file_limits_free)

/** How @resident's file stands to the account today. */
HearthFileState hearth_file_limits_get (HearthFileLimits *limits, const char *resident);
/** The opening in an emergency that this account has of @resident's file now: until when (instant), or NULL. */
const char *hearth_file_limits_get_opening (HearthFileLimits *limits, const char *resident);

/** Whether @resident's file is limited to named people today, of whom the account may be one. */
bool hearth_file_limits_has_named (HearthFileLimits *limits, const char *resident);

/** Those limits of the file that hold today or later: of HearthRecord; NULL where the reader may not know. Transfer full. */
GPtrArray *hearth_file_limit_list (HearthStore *store, const char *resident);
/** From now on @limit does not hold any more. */
bool hearth_file_limit_lift (HearthStore *store, HearthRecord *limit, GError **error);
/** Limits @resident's file to the people of @accounts (ids, NULL-ended) from today on, all of them or none: a file that is
 * limited to half of those who were meant is worse than one that is not. */
bool hearth_file_limit_name (HearthStore *store,
                             const char *resident,
                             const char *const *accounts,
                             const char *reason,
                             GPtrArray **problems,
                             GError **error);

/** One person and whether they see the file of a resident, and why. */
typedef struct {
  HearthRecord *account;
  bool may_see; /* more than tier 0 */
  char *why; /* "Key worker", "Named", "Conflict of interest", "Has no role in files"; translated */
} HearthFileReader;
void hearth_file_reader_free (HearthFileReader *reader);
/** Every active account, those who may see it first; of HearthFileReader. Transfer full. */
GPtrArray *hearth_file_limits_list_readers (HearthStore *store, const char *resident, GError **error);

G_END_DECLS
