/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole and decimal numbers as canonical strings; digits of any script are read.
 */
#pragma once

#include "core/problem.h"

G_BEGIN_DECLS

/** @typed in the locale's manner ("1 234", "54,3"). @canonical: transfer full. */
HearthProblemCode hearth_integer_parse (const char *typed, char **canonical);
/** @digits decimals are kept; more typed than that is an error, never rounded away. */
HearthProblemCode hearth_decimal_parse (const char *typed, unsigned int digits, char **canonical);
/** What a machine wrote: ASCII digits and a point, in whatever locale. */
HearthProblemCode hearth_number_read (const char *text, bool whole, unsigned int digits, char **canonical);
/** In the locale; transfer full. */
char *hearth_number_format (const char *canonical);

/** @text with the digits of every script turned into 0–9; transfer full. */
char *hearth_digits_to_ascii (const char *text);

G_END_DECLS
