/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records as JSON: keys are the names of the fields, values as JSON has their kind, unset ones left out.
 */
#pragma once

#include "ctl/json-reader.h"
#include "ctl/json-writer.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * hearth_record_take_json:
 *
 * Sets what @object says in @record. Whatever is wrong is printed as one JSON line of field and reason.
 * "resident" takes a short code or an id.
 *
 * Returns: how many things are wrong
 */
unsigned int hearth_record_take_json (HearthRecord *record,
                                      const HearthJsonValue *object,
                                      HearthStore *store);

/** Adds every value of @record the reader may see to the open object. */
void hearth_record_add_to_json (HearthRecord *record, HearthJsonWriter *json);

G_END_DECLS
