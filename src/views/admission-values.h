/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is typed on the page of an admission, as a draft keeps it.
 */
#pragma once

#include "views/admission-form.h"
#include "views/admission-search.h"

G_BEGIN_DECLS

/** "TYPE.FIELD" → text of all that differs from the records, and the answers to who this is; transfer full. NULL when
 * nothing is typed. */
GHashTable *hearth_admission_values_dup (HearthAdmissionForm *form, HearthAdmissionSearch *search);
/** Puts @values back. Whether something is typed below the question of who arrives. */
bool hearth_admission_values_take (HearthAdmissionForm *form,
                                   HearthAdmissionSearch *search,
                                   GHashTable *values);
/** Leaves out of @values what the file of @resident says already. */
void hearth_admission_values_leave_to_file (GHashTable *values, HearthRecord *resident);

G_END_DECLS
