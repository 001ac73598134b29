/* SPDX-License-Identifier: GPL-3.0-or-later
 * The language a document is written in, which need not be that of the screen.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** While it lives, the calling thread translates and formats in another language. Scopes may be nested. */
typedef struct _HearthLanguageScope HearthLanguageScope;

/** @language: BCP 47 tag, or "" for that of the screen, which also stays where the system has no such locale. */
HearthLanguageScope *hearth_language_scope_new (const char *language);
void hearth_language_scope_free (HearthLanguageScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthLanguageScope, hearth_language_scope_free)

G_END_DECLS
