/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rules of a save about who may get in: accounts, limits of files, staff files. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Somebody has to be able to let the others in again, and nobody lets oneself in further. */
void hearth_check_account (HearthStore *store,
                           HearthRecord *account,
                           HearthRecord *before,
                           GPtrArray *problems);
/** A limit can be changed again by somebody who leads the house. */
void hearth_check_file_limit (HearthStore *store,
                              HearthRecord *limit,
                              HearthRecord *before,
                              GPtrArray *problems);
/** There is one staff file for each account. */
void hearth_check_staff_file (HearthStore *store,
                              HearthRecord *staff_file,
                              HearthRecord *before,
                              GPtrArray *problems);

G_END_DECLS
