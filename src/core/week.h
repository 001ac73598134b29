/* SPDX-License-Identifier: GPL-3.0-or-later
 * Weeks, as they begin where the reader lives.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The ISO date of the first day of the week that holds @date (ISO), on the weekday that the locale's weeks begin with;
 * transfer full; "" when @date is none. */
char *hearth_week_begin (const char *date);

G_END_DECLS
