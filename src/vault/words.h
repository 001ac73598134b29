/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words that passwords are made of.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HEARTH_WORD_MAX_LETTERS 7

/** Short plain English words, each once. */
extern const char *const hearth_words[];
extern const gsize hearth_words_count;

G_END_DECLS
