/* SPDX-License-Identifier: GPL-3.0-or-later
 * One JSON object on one line, for stdout and stderr. Numbers are written as they are kept, digit for digit.
 */
#pragma once

#include "core/record.h"

#include <stdio.h>

G_BEGIN_DECLS

typedef struct _HearthJsonWriter HearthJsonWriter;

/** An object that is open. Every @name below is NULL inside an array. */
HearthJsonWriter *hearth_json_writer_new (void);
void hearth_json_writer_free (HearthJsonWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthJsonWriter, hearth_json_writer_free)

void hearth_json_writer_begin_object (HearthJsonWriter *writer, const char *name);
void hearth_json_writer_begin_array (HearthJsonWriter *writer, const char *name);
/** Ends the object or array that was begun last. */
void hearth_json_writer_end (HearthJsonWriter *writer);

void hearth_json_writer_add_string (HearthJsonWriter *writer, const char *name, const char *value);
void hearth_json_writer_add_integer (HearthJsonWriter *writer, const char *name, gint64 value);
/** @digits: decimals written. */
void hearth_json_writer_add_decimal (HearthJsonWriter *writer,
                                     const char *name,
                                     double value,
                                     unsigned int digits);
void hearth_json_writer_add_boolean (HearthJsonWriter *writer, const char *name, bool value);
/** Canonical @value of @field, as JSON has its kind; nothing at all when it is unset. */
void hearth_json_writer_add_value (HearthJsonWriter *writer, const HearthField *field, const char *value);

/** Ends the outermost object and writes it to @stream with a line feed. */
void hearth_json_writer_print (HearthJsonWriter *writer, FILE *stream);

G_END_DECLS
