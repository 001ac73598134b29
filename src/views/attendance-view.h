/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who was at school or training: a week of the house, written where it stands.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ATTENDANCE_VIEW (hearth_attendance_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthAttendanceView, hearth_attendance_view, HEARTH, ATTENDANCE_VIEW, AdwBin)

/** Begins with the present week; follows what is written. */
HearthAttendanceView *hearth_attendance_view_new (HearthStore *store);

G_END_DECLS
