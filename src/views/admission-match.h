/* SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody who may be the person who arrives, and the three answers to that.
 */
#pragma once

#include <adwaita.h>

#include "rules/duplicates.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_ANSWER_NONE,
  HEARTH_ANSWER_SAME,
  HEARTH_ANSWER_SIBLING,
  HEARTH_ANSWER_OTHER,
} HearthAnswer;

#define HEARTH_TYPE_ADMISSION_MATCH (hearth_admission_match_get_type ())
G_DECLARE_FINAL_TYPE (HearthAdmissionMatch,
                      hearth_admission_match,
                      HEARTH,
                      ADMISSION_MATCH,
                      AdwPreferencesRow)

/** @duplicate is only read. Signal: "answered" (int answer). */
HearthAdmissionMatch *hearth_admission_match_new (HearthStore *store,
                                                  const HearthDuplicate *duplicate,
                                                  HearthAnswer answer);

HearthRecord *hearth_admission_match_get_resident (HearthAdmissionMatch *match);

/** Whether @resident lives in this house today. @where: (out) (optional) (transfer full): where, in words. */
bool hearth_admission_lives_here (HearthStore *store, HearthRecord *resident, char **where);

G_END_DECLS
