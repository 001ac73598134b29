/* SPDX-License-Identifier: GPL-3.0-or-later
 * Problems in words, for forms and for hearthctl alike.
 */
#pragma once

#include "core/problem.h"
#include "core/record-type.h"

G_BEGIN_DECLS

/** What is wrong and what would be right, without the field's label; transfer full. */
char *hearth_problem_to_sentence (const HearthRecordType *type, const HearthProblem *problem);

G_END_DECLS
