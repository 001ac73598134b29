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

G_END_DECLS
