/* SPDX-License-Identifier: GPL-3.0-or-later
 * A long document with every kind of block, in seven languages. Everything in it is invented.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

extern const char *const sample_languages[];

/** A few sentences in @language. */
const char *sample_get_prose (const char *language);
/** @words as somebody said them, with @note below. */
void sample_add_quote (HearthDocument *document, const char *words, const char *note);
/** About ten pages; transfer full. */
HearthDocument *sample_new (const char *language, HearthPaper paper);

G_END_DECLS
