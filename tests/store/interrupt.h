/* SPDX-License-Identifier: GPL-3.0-or-later
 * Work on a house during which the program ends or the disk fails.
 */
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/** Where that is: at the nth call that the key file is written with, or at the nth of SQLite. */
typedef enum {
  AT_KEY_FILE,
  AT_DATABASE,
} InterruptWhere;

/** What is done meanwhile. */
typedef bool (*InterruptWork) (House *house, gconstpointer data, GError **error);

/** Copies the file called @name from one folder into another. */
void interrupt_copy_file (const char *from_folder, const char *to_folder, const char *name);
/** A copy of @house, which is closed, with the keys of @user; closed. Transfer full. */
House *interrupt_copy_house (House *house, const char *user, const char *password);

/** Does @work in another process, which ends at the @nth call; whether that came before it was done. Fails when the work
 * did. */
bool interrupt_end (House *house, InterruptWork work, gconstpointer data, InterruptWhere where, guint nth);
/** Does @work while the @nth call fails, and every later one when the disk @is_full; whether any did. */
bool interrupt_fail (House *house,
                     InterruptWork work,
                     gconstpointer data,
                     InterruptWhere where,
                     guint nth,
                     bool is_full);

G_END_DECLS
