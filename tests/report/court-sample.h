/* SPDX-License-Identifier: GPL-3.0-or-later
 * An invented resident with a case, a hearing and all that belongs to them.
 */
#pragma once

#include "fixtures/house.h"

G_BEGIN_DECLS

typedef struct {
  HearthRecord *resident;
  HearthRecord *legal_case;
  HearthRecord *hearing; /* on 20 March 2026 */
  HearthRecord *text;
} CourtSample;

CourtSample *court_sample_new (HearthTestHouse *house);
void court_sample_free (CourtSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CourtSample, court_sample_free)

/** Changes @field of @record and saves it. */
void court_sample_set (HearthTestHouse *house, HearthRecord *record, const char *field, const char *value);

G_END_DECLS
