/* SPDX-License-Identifier: GPL-3.0-or-later
 * Canonical bytes for additional data, hashes and signatures: every part follows its length, so that two
 * different lists of parts never give the same bytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Starts with @domain, which names the purpose and its version; transfer full. */
GByteArray *hearth_canon_new (const char *domain);
void hearth_canon_add_bytes (GByteArray *canon, gconstpointer bytes, gsize length);
void hearth_canon_add_text (GByteArray *canon, const char *text);
void hearth_canon_add_number (GByteArray *canon, guint64 number);

G_END_DECLS
