/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the system says of this desktop's session: that it is locked, and that the computer goes to sleep.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_LOGIND (hearth_logind_get_type ())
G_DECLARE_FINAL_TYPE (HearthLogind, hearth_logind, HEARTH, LOGIND, GObject)

/**
 * hearth_logind_new:
 *
 * Signals: "lock" and "sleep". While "sleep" is handled the computer stays awake. Where there is no system bus, as in a
 * sandbox, or no logind on it, nothing is said, and that is no error.
 */
HearthLogind *hearth_logind_new (void);

G_END_DECLS
