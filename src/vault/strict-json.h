/* SPDX-License-Identifier: GPL-3.0-or-later
 * JSON that somebody else may have written, read strictly: every member is asked for by name and kind, and none may be
 * left over. (json-glib keeps the last of two members of one name; what is checked is what is used.)
 */
#pragma once

#include <json-glib/json-glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/**
 * HearthJsonReader:
 *
 * One object. The first member that is missing or not what was asked for is remembered, and all that is asked
 * afterwards is answered with nothing: a reader asks for every member, then looks once, at the end.
 */
typedef struct {
  JsonObject *object; /* borrowed */
  guint asked;
  const char *wrong; /* name of the member; "" for the object itself; NULL: nothing yet */
} HearthJsonReader;

/** The object that @text is, or NULL; transfer full. */
JsonNode *hearth_json_parse (const char *text, gsize length);

/** @node: (nullable): anything; @reader borrows of it */
void hearth_json_reader_init (HearthJsonReader *reader, JsonNode *node);
/** Whether @name is there: for a member that need not be. */
bool hearth_json_reader_has (HearthJsonReader *reader, const char *name);
/** Any member; NULL when it is missing. */
JsonNode *hearth_json_read_any (HearthJsonReader *reader, const char *name);
/** Borrowed; "" when it is wrong. */
const char *hearth_json_read_text (HearthJsonReader *reader, const char *name);
/** @lowest when it is wrong. */
gint64 hearth_json_read_number (HearthJsonReader *reader, const char *name, gint64 lowest, gint64 highest);
/** false when it is wrong. */
bool hearth_json_read_truth (HearthJsonReader *reader, const char *name);
/** Exactly @length bytes, in base64. */
void hearth_json_read_bytes (HearthJsonReader *reader, const char *name, guint8 *bytes, gsize length);
/** Borrowed; NULL when it is wrong. */
JsonArray *hearth_json_read_array (HearthJsonReader *reader, const char *name);
/** What was read of @name makes no sense. */
void hearth_json_reader_set_wrong (HearthJsonReader *reader, const char *name);
/** Whether nothing was wrong and every member was asked for. */
bool hearth_json_reader_end (HearthJsonReader *reader);

G_END_DECLS
