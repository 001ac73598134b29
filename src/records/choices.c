/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choices that several record types share.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/choices.h"

#include <glib/gi18n-lib.h>

const HearthChoice hearth_choices_role[] = {
  { "duty-carer", N_ ("Duty carer") },
  { "key-worker", N_ ("Key worker") },
  { "nurse", N_ ("Nurse") },
  { "counsellor", N_ ("Counsellor") },
  { "teacher", N_ ("Teacher") },
  { "legal-officer", N_ ("Legal officer") },
  { "house-manager", N_ ("House manager") },
  { "director", N_ ("Director") },
  { "administrator", N_ ("Administrator") },
  { "auditor", N_ ("Auditor") },
  { NULL },
};

const HearthChoice hearth_choices_shift[] = {
  { "morning", N_ ("Morning") },
  { "afternoon", N_ ("Afternoon") },
  { "night", N_ ("Night") },
  { NULL },
};

const HearthChoice hearth_choices_whom[] = {
  { "director", N_ ("Director") },
  { "manager", N_ ("House manager") },
  { "guardian", N_ ("Guardian") },
  { "social_worker", N_ ("Social worker") },
  { "police", N_ ("Police") },
  { "licensing", N_ ("Licensing authority") },
  { "lawyer", N_ ("Lawyer") },
  { "embassy", N_ ("Embassy") },
  { "doctor", N_ ("Doctor") },
  { "family", N_ ("Family") },
  { "court", N_ ("Court") },
  { "other", N_ ("Somebody else") },
  { NULL },
};

#define INCIDENTS                                                                                     \
  { "self_harm", N_ ("Self-harm") }, { "suicide_attempt", N_ ("Suicide attempt") },                   \
    { "between_residents", N_ ("Between residents") },                                                \
    { "towards_staff", N_ ("Towards somebody who works here") },                                      \
    { "sexual_behaviour", N_ ("Sexual behaviour") }, { "bullying", N_ ("Bullying") },                 \
    { "missing", N_ ("Missing") }, { "outsider", N_ ("Somebody from outside") },                      \
    { "contact_exploiter", N_ ("Contact by a person who harmed") },                                   \
    { "substance", N_ ("Alcohol or drugs") }, { "medication_error", N_ ("Error with medicine") },     \
    { "accident", N_ ("Accident") }, { "illness", N_ ("Sudden illness") },                            \
    { "fire_security", N_ ("Fire or safety of the house") }, { "property", N_ ("Damage to things") }, \
    { "theft", N_ ("Something taken") }, { "data_breach", N_ ("Records seen by the wrong person") },  \
    { "birth_death", N_ ("Birth or death") },                                                         \
  {                                                                                                   \
    "other", N_ ("Something else")                                                                    \
  }

const HearthChoice hearth_choices_incident[] = {
  INCIDENTS,
  { NULL },
};

const HearthChoice hearth_choices_occasion[] = {
  { "any", N_ ("Any incident") },
  INCIDENTS,
  { NULL },
};

const HearthChoice hearth_choices_medical_check[] = {
  { "done", N_ ("Done") },
  { "waiting", N_ ("Still to be done") },
  { "not_needed", N_ ("Not needed") },
  { "declined", N_ ("The resident did not want it") },
  { NULL },
};
