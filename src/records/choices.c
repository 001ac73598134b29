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

const HearthChoice hearth_choices_asked[] = {
  { "not_asked", N_ ("Not asked") },
  { "no", N_ ("No") },
  { "yes", N_ ("Yes") },
  { "declined", N_ ("Declined") },
  { NULL },
};

const HearthChoice hearth_choices_agreement[] = {
  { "yes", N_ ("Yes") },
  { "partly", N_ ("In part") },
  { "no", N_ ("No") },
  { "not_asked", N_ ("Was not asked") },
  { NULL },
};

const HearthChoice hearth_choices_domain[] = {
  { "safety", N_ ("Safety") },
  { "legal", N_ ("Legal protection") },
  { "mental", N_ ("Mental wellbeing") },
  { "economic", N_ ("Learning and livelihood") },
  { "social", N_ ("People") },
  { "physical", N_ ("Physical wellbeing") },
  { NULL },
};

const HearthChoice hearth_choices_recovery[] = {
  { "1", N_ ("1 · In danger or great need") },
  { "2", N_ ("2 · Needs much support") },
  { "3", N_ ("3 · Stable") },
  { "4", N_ ("4 · Doing well") },
  { NULL },
};

const HearthChoice hearth_choices_yes_no_unknown[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { "not_known", N_ ("Not known") },
  { NULL },
};

const HearthChoice hearth_choices_measure[] = {
  { "closed_court", N_ ("Court closed to others") },
  { "screen", N_ ("Screen") },
  { "live_link", N_ ("By video from another room") },
  { "recorded", N_ ("Recorded interview as evidence") },
  { "recorded_questions", N_ ("Questions recorded before the trial") },
  { "informal", N_ ("No robes, plain words") },
  { "intermediary", N_ ("Somebody who helps to understand") },
  { "aids", N_ ("Drawings, dolls, cards") },
  { "support_person", N_ ("Support person in sight") },
  { "pseudonym", N_ ("Another name in papers") },
  { "address_withheld", N_ ("Address withheld") },
  { "out_of_sight", N_ ("Out of sight of the accused") },
  { "separate_entrance", N_ ("Own entrance and waiting room") },
  { "breaks", N_ ("Breaks") },
  { "time_of_day", N_ ("A good time of day") },
  { "no_direct_questions", N_ ("No questions by the accused") },
  { "media_ban", N_ ("No report in the media") },
  { "interpreter", N_ ("Interpreter of own choice") },
  { "other", N_ ("Something else") },
  { NULL },
};
