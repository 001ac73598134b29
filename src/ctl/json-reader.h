/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strict JSON (RFC 8259) of one object, read so that every fault can be told by the name of its member.
 *
 * json-glib is not used here: it cuts a string at a NUL, keeps only the last of two members of one name
 * and turns decimals into binary fractions, so that the program could not say what is wrong with which field.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_JSON_NULL,
  HEARTH_JSON_FALSE,
  HEARTH_JSON_TRUE,
  HEARTH_JSON_NUMBER, /* text: as written */
  HEARTH_JSON_STRING, /* text: unescaped bytes; may hold a NUL or be no UTF-8 */
  HEARTH_JSON_ARRAY,  /* items */
  HEARTH_JSON_OBJECT, /* items, with names */
} HearthJsonKind;

typedef struct {
  HearthJsonKind kind;
  char *name;       /* of a member of an object, valid UTF-8; else NULL */
  GString *text;    /* NUMBER and STRING, else NULL */
  GPtrArray *items; /* ARRAY and OBJECT: of HearthJsonValue, else NULL */
} HearthJsonValue;

void hearth_json_value_free (HearthJsonValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthJsonValue, hearth_json_value_free)

/**
 * hearth_json_read_object:
 * @length: bytes of @text, which may be anything
 * @fault: (out) (transfer full): what is wrong and in which line, in words, when the answer is NULL
 *
 * Returns: (transfer full): the one object that @text is. Two members of one name are both kept: which of
 * them counts is the caller's business.
 */
HearthJsonValue *hearth_json_read_object (const char *text, gsize length, char **fault);

G_END_DECLS
