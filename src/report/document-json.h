/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report document frozen as canonical JSON, read back, and its hash.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_DOCUMENT_ERROR_SYNTAX,  /* no JSON; the message names the line */
  HEARTH_DOCUMENT_ERROR_INVALID, /* JSON, but no document; the message names the place */
} HearthDocumentError;

#define HEARTH_DOCUMENT_ERROR (hearth_document_error_quark ())
GQuark hearth_document_error_quark (void);

/** The same document gives the same bytes: one order of members, no white space. Transfer full. */
char *hearth_document_to_json (const HearthDocument *document);
/** @length: bytes, or -1. Strict: unknown kinds and missing members are errors. Transfer full. */
HearthDocument *hearth_document_from_json (const char *json, gssize length, GError **error);

/** BLAKE2b-256 of the JSON, as 64 hex digits. Transfer full. */
char *hearth_document_dup_hash (const HearthDocument *document);

G_END_DECLS
