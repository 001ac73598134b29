/* SPDX-License-Identifier: GPL-3.0-or-later
 * What this computer remembers about the copies of a house, from one sign-in to the next.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Names of settings: for the folder of each house one text. They tell nothing of what is in it. */
#define HEARTH_COPY_PLACE "backup-places" /* the folder outside that copies go to */
#define HEARTH_COPY_OUTSIDE "backup-times" /* when the last checked one was made there (RFC 3339) */
#define HEARTH_COPY_OWN "backup-own-times" /* the same in the house's own folder */
#define HEARTH_COPY_DUE "backup-due" /* "yes": something was changed that no copy has yet */
#define HEARTH_COPY_PROBLEM \
  "backup-problems" /* why the last one was not made, see hearth_copy_problem_new () */
#define HEARTH_COPY_UNNOTED "backup-unnoted" /* when one was made that the audit does not tell of yet */

/** NULL where nothing is remembered. Transfer full. */
char *hearth_copy_recall (const char *key, const char *folder);
/** @value: (nullable): NULL: forgets it */
void hearth_copy_remember (const char *key, const char *folder, const char *value);

/** What to remember of @error. @outside: whether it was about the place outside. Transfer full. */
char *hearth_copy_problem_new (const GError *error, gboolean outside);
/** A sentence for what hearth_copy_problem_new () gave, translated; borrowed. */
const char *hearth_copy_problem_describe (const char *problem);

G_END_DECLS
