/* SPDX-License-Identifier: GPL-3.0-or-later
 * The check of an approval's step before it is saved. Private to rules.
 */
#pragma once

#include "rules/approval.h"

G_BEGIN_DECLS

/** A step that is not allowed, whoever saves it, is a problem. @before: NULL, for steps are never changed */
void hearth_approval_check_step (HearthStore *store,
                                 HearthRecord *step,
                                 HearthRecord *before,
                                 GPtrArray *problems);

G_END_DECLS
