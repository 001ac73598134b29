/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an admission asks, in which order: one table row per field.
 */
#pragma once

#include "core/record-type.h"

G_BEGIN_DECLS

/**
 * HearthAdmissionPlace:
 * @section: N_(); rows of the same words stand together
 * @note: N_() or NULL: below the heading; of the section's first row
 * @night: asked in the short form too
 */
typedef struct {
  const char *section;
  const char *note;
  const HearthRecordType *type;
  const char *field;
  bool night;
} HearthAdmissionPlace;

/** Ends with a NULL field. The first section is who arrives. */
const HearthAdmissionPlace *hearth_admission_get_places (void);
/** NULL when the admission does not ask it. */
const HearthAdmissionPlace *hearth_admission_lookup_place (const HearthRecordType *type, const char *field);
/** Whether the admission asks for the field @field of one of its records. */
bool hearth_admission_is_placed (const char *field);

G_END_DECLS
