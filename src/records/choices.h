/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choices that several record types share; each ends with a NULL code.
 */
#pragma once

#include "core/field.h"

G_BEGIN_DECLS

extern const HearthChoice hearth_choices_role[];
extern const HearthChoice hearth_choices_shift[];
/** Who is told of something: authorities, family, the team. */
extern const HearthChoice hearth_choices_whom[];
extern const HearthChoice hearth_choices_incident[];
/** As hearth_choices_incident, and "any". */
extern const HearthChoice hearth_choices_occasion[];
extern const HearthChoice hearth_choices_medical_check[];
/** What a question that may be left out was answered: not asked, no, yes, declined. */
extern const HearthChoice hearth_choices_asked[];
/** Whether the resident said yes. */
extern const HearthChoice hearth_choices_agreement[];
/** The six areas of recovery, by which goals are sorted too. */
extern const HearthChoice hearth_choices_domain[];
/** How somebody stands in one of them, from "1", in danger, to "4". */
extern const HearthChoice hearth_choices_recovery[];
extern const HearthChoice hearth_choices_yes_no_unknown[];
/** What protects somebody who gives evidence. */
extern const HearthChoice hearth_choices_measure[];

G_END_DECLS
