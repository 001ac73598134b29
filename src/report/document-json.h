/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report document frozen as canonical JSON, and its hash.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

/** The same document gives the same bytes: one order of members, no white space. Transfer full. */
char *hearth_document_to_json (const HearthDocument *document);

/** BLAKE2b-256 of the JSON, as 64 hex digits. Transfer full. */
char *hearth_document_dup_hash (const HearthDocument *document);

G_END_DECLS
