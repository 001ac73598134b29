/* SPDX-License-Identifier: GPL-3.0-or-later
 * Record ids: ULIDs (26 characters of Crockford base32; they sort by time of making).
 */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

#define HEARTH_ID_LENGTH 26

/** A new id; later ones of one process sort after earlier ones. Transfer full. */
char *hearth_id_new (void);
/** An id for @milliseconds since 1970 with @entropy of 10 bytes: the same in, the same out. */
char *hearth_id_new_at (gint64 milliseconds, const guint8 *entropy);
bool hearth_id_is_valid (const char *id);

G_END_DECLS
