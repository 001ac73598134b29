/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text before it is laid out: word boundaries of scripts that write no spaces, and direction.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** ZERO WIDTH SPACE, where a line may break inside Khmer, Lao, Myanmar and Thai text. */
#define HEARTH_ZERO_WIDTH_SPACE "\342\200\213"

/**
 * hearth_text_mark_breaks:
 *
 * @text with U+200B at the word boundaries that ICU's dictionaries find in Khmer, Lao, Myanmar and Thai.
 * Everything else stays as it is; bytes that are not UTF-8 become U+FFFD. Never inside a cluster of letter,
 * vowel signs, tone marks and subscripts. Transfer full.
 */
char *hearth_text_mark_breaks (const char *text);

typedef enum {
  HEARTH_DIRECTION_NONE, /* nothing but figures, signs and white space */
  HEARTH_DIRECTION_LTR,
  HEARTH_DIRECTION_RTL,
} HearthDirection;

/** As the first letter of @text, of @length bytes or -1, runs. */
HearthDirection hearth_text_find_direction (const char *text, gssize length);

/** Whether pages in @language (a BCP 47 tag, "" for none) run from right to left. */
bool hearth_language_is_rtl (const char *language);

/** The system's name of a locale for @language, "th_TH.UTF-8" for "th"; transfer full. */
char *hearth_language_dup_locale (const char *language);

/** Whether @c may stand where a word begins or ends without a space: scripts that write none. */
bool hearth_character_is_unspaced (gunichar c);

G_END_DECLS
