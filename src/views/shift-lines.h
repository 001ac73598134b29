/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a shift: its residents, with what must be known of each while writing.
 */
#pragma once

#include "rules/shift.h"
#include "widgets/shift-line.h"

G_BEGIN_DECLS

/** Of HearthShiftLine, in the order of @residents (of HearthShiftResident); transfer full. */
GPtrArray *hearth_shift_lines_new (HearthStore *store, const HearthShift *shift, GPtrArray *residents);

G_END_DECLS
