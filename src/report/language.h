/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language a document is written in, which need not be that of the screen.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @chosen: BCP 47 tag; where it is NULL or "", that of the words on the screen. Transfer full. */
char *hearth_language_dup_chosen (const char *chosen);

/** While it lives, the calling thread translates and formats in another language. Scopes may be nested. Main thread:
 * where the environment says LANGUAGE, which would come before any locale, the scope takes that out of the way. */
typedef struct _HearthLanguageScope HearthLanguageScope;

/** @language: BCP 47 tag, or "" for that of the screen, whose dates and numbers also stay where the system has
 * no such locale. */
HearthLanguageScope *hearth_language_scope_new (const char *language);
void hearth_language_scope_free (HearthLanguageScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthLanguageScope, hearth_language_scope_free)

G_END_DECLS
