/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is signed in, and what they read: asked by most rules. Private to rules.
 */
#pragma once

#include "rules/role.h"
#include "store/store.h"

G_BEGIN_DECLS

/** Id of the signed-in person's account; "" for the recovery sheet. */
const char *hearth_reader_get_id (HearthStore *store);
/** Their role, as the policy answers for it, or NULL. */
const HearthRole *hearth_reader_get_role (HearthStore *store);
/** Its code, "" for none. */
const char *hearth_reader_get_role_code (HearthStore *store);

/** The records @query finds that are not in error, in its order; none where the reader may not read the type. Of
 * HearthRecord; transfer full; NULL with another error. */
GPtrArray *hearth_reader_list (HearthStore *store, HearthQuery *query, GError **error);

/** As strcmp (), by the moment that each means. */
int hearth_instant_compare (const char *a, const char *b);
/** The instant @minutes after @instant, written at the same offset; transfer full; "" when @instant is none. */
char *hearth_instant_add_minutes (const char *instant, int minutes);

G_END_DECLS
