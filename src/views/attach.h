/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attaching a file to a field: chosen by the person, sealed by the store.
 */
#pragma once

#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/** Asks for a file and puts it into the ATTACHMENT field called @field of @form. */
void hearth_attach_ask (HearthRecordForm *form, HearthStore *store, const char *field);

G_END_DECLS
