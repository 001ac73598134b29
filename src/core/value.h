/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values of every field kind: read from what a person typed, checked, shown, compared.
 */
#pragma once

#include "core/field.h"
#include "core/problem.h"

G_BEGIN_DECLS

/**
 * hearth_value_parse:
 * @typed: what a person typed, in the locale's manner, any script's digits
 * @today: ISO date that "today", "yesterday" and years of two digits are read against
 * @canonical: (out) (transfer full): the canonical string; untouched when there is a problem
 *
 * White space around is dropped; nothing left reads as "". Canonical strings are always accepted.
 *
 * Returns: #HEARTH_PROBLEM_NONE, or what is wrong
 */
HearthProblemCode hearth_value_parse (const HearthField *field,
                                      const char *typed,
                                      const char *today,
                                      char **canonical);

/**
 * hearth_value_read:
 * @text: what a machine wrote (JSON, a file): canonical strings, RFC 3339 times, and nothing else
 * @length: bytes of @text, or -1; a NUL byte inside is refused
 *
 * Returns: #HEARTH_PROBLEM_NONE, or what is wrong
 */
HearthProblemCode hearth_value_read (const HearthField *field,
                                     const char *text,
                                     gssize length,
                                     char **canonical);

/** Checks a canonical string against the field's range, length, choices and dates (@today: ISO). */
HearthProblemCode hearth_value_check (const HearthField *field, const char *canonical, const char *today);

/**
 * A canonical string in the reader's words and locale, "" for "". LINK, LINKS and ATTACHMENT give
 * the id: who knows the other record gives its title. Transfer full.
 */
char *hearth_value_format (const HearthField *field, const char *canonical);

/** As hearth_value_format (), but what an entry shows for editing: no unit, full precision. */
char *hearth_value_format_for_editing (const HearthField *field, const char *canonical);

/** As JSON wants it: DATE_TIME in RFC 3339 with offset, all else as it is. Transfer full. */
char *hearth_value_to_machine (const HearthField *field, const char *canonical);

/** Words as the items of one list, "Bruise, cut"; transfer full. */
char *hearth_words_join (const char *const *words);

/** Trimmed, NFC, line ends as "\n"; NULL when @text is not UTF-8. Transfer full. */
char *hearth_text_clean (const char *text, gssize length, HearthProblemCode *problem);

G_END_DECLS
