/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an admission asks, in which order: one table row per field.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-places.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

#define WHO N_ ("Who is arriving?")
#define LANGUAGE N_ ("Language")
#define ARRIVAL N_ ("Arrival")
#define BASIS N_ ("Legal basis")
#define NEEDS N_ ("Immediate needs")
#define ALERT N_ ("What everybody must know at once")
#define ROOM N_ ("Room and night")
#define WORDS N_ ("First words")
#define RIGHTS N_ ("Rights and the house")
#define PERSON N_ ("Person")
#define MATTERS N_ ("What matters to the resident")
#define SAFETY N_ ("Safety")
#define END N_ ("Admission")

#define FIND_NOTE \
  N_ ("Another spelling, a birth year or a telephone of the family helps to find an earlier file.")

/* What happened to somebody (exploitation) stands in none of these rows, and is not to. */
static const HearthAdmissionPlace places[] = {
  { .section = WHO, .note = FIND_NOTE, .type = &hearth_resident_type, .field = "name_used", .night = true },
  { .section = WHO, .type = &hearth_resident_type, .field = "local_name", .night = true },
  { .section = WHO, .type = &hearth_resident_type, .field = "aliases" },
  { .section = WHO, .type = &hearth_resident_type, .field = "legal_name" },
  { .section = WHO, .type = &hearth_resident_type, .field = "form_of_address" },
  { .section = WHO, .type = &hearth_resident_type, .field = "pseudonym" },
  { .section = WHO, .type = &hearth_resident_type, .field = "birth", .night = true },
  { .section = WHO, .type = &hearth_resident_type, .field = "birth_source" },
  { .section = WHO, .type = &hearth_admission_type, .field = "age_stated", .night = true },
  { .section = WHO, .type = &hearth_resident_type, .field = "sex", .night = true },
  { .section = WHO, .type = &hearth_contact_type, .field = "phone", .night = true },
  { .section = WHO, .type = &hearth_contact_type, .field = "name" },
  { .section = WHO, .type = &hearth_contact_type, .field = "relation" },
  { .section = WHO, .type = &hearth_contact_type, .field = "safe_to_call" },

  { .section = LANGUAGE, .type = &hearth_resident_type, .field = "languages", .night = true },
  { .section = LANGUAGE, .type = &hearth_resident_type, .field = "interpreter", .night = true },
  { .section = LANGUAGE, .type = &hearth_resident_type, .field = "literacy" },
  { .section = LANGUAGE, .type = &hearth_resident_type, .field = "disability" },

  { .section = ARRIVAL, .type = &hearth_admission_type, .field = "arrived_at", .night = true },
  { .section = ARRIVAL, .type = &hearth_stay_type, .field = "brought_by", .night = true },
  { .section = ARRIVAL, .type = &hearth_stay_type, .field = "referred_by" },
  { .section = ARRIVAL, .type = &hearth_stay_type, .field = "referrer" },
  { .section = ARRIVAL, .type = &hearth_admission_type, .field = "place_confirmed" },
  { .section = ARRIVAL, .type = &hearth_admission_type, .field = "operation" },
  { .section = ARRIVAL, .type = &hearth_stay_type, .field = "condition" },

  { .section = BASIS, .type = &hearth_stay_type, .field = "legal_basis", .night = true },
  { .section = BASIS, .type = &hearth_stay_type, .field = "decided_by", .night = true },
  { .section = BASIS, .type = &hearth_stay_type, .field = "order_number" },
  { .section = BASIS, .type = &hearth_stay_type, .field = "order_issued" },
  { .section = BASIS, .type = &hearth_stay_type, .field = "order_expires" },
  { .section = BASIS, .type = &hearth_stay_type, .field = "planned_end" },

  { .section = NEEDS, .type = &hearth_admission_type, .field = "needs", .night = true },
  { .section = NEEDS, .type = &hearth_admission_type, .field = "needs_note" },
  { .section = NEEDS, .type = &hearth_admission_type, .field = "given" },
  { .section = NEEDS, .type = &hearth_admission_type, .field = "followed" },
  { .section = NEEDS, .type = &hearth_admission_type, .field = "call_wish" },

  { .section = ALERT,
    .note =
      N_ ("An allergy, a medicine, a person who must not come in. Leave it empty when there is nothing."),
    .type = &hearth_alert_type,
    .field = "kind",
    .night = true },
  { .section = ALERT, .type = &hearth_alert_type, .field = "text", .night = true },
  { .section = ALERT, .type = &hearth_alert_type, .field = "action" },

  { .section = ROOM, .type = &hearth_stay_type, .field = "room", .night = true },
  { .section = ROOM, .type = &hearth_stay_type, .field = "supervision" },
  { .section = ROOM, .type = &hearth_stay_type, .field = "leave_conditions" },
  { .section = ROOM, .type = &hearth_resident_type, .field = "key_worker" },

  { .section = WORDS,
    .note = N_ ("What happened is not asked at admission."),
    .type = &hearth_stay_type,
    .field = "first_words",
    .night = true },
  { .section = WORDS, .type = &hearth_stay_type, .field = "wish" },

  { .section = RIGHTS, .type = &hearth_admission_type, .field = "rights_explained" },
  { .section = RIGHTS, .type = &hearth_admission_type, .field = "rights_on" },
  { .section = RIGHTS, .type = &hearth_admission_type, .field = "rights_language" },
  { .section = RIGHTS, .type = &hearth_admission_type, .field = "orientation" },
  { .section = RIGHTS, .type = &hearth_admission_type, .field = "questions" },

  { .section = PERSON, .type = &hearth_resident_type, .field = "gender" },
  { .section = PERSON, .type = &hearth_resident_type, .field = "nationality" },
  { .section = PERSON, .type = &hearth_resident_type, .field = "birth_place" },
  { .section = PERSON, .type = &hearth_resident_type, .field = "origin_district" },
  { .section = PERSON, .type = &hearth_resident_type, .field = "ethnicity" },
  { .section = PERSON, .type = &hearth_resident_type, .field = "marital_status" },
  { .section = PERSON, .type = &hearth_resident_type, .field = "children" },

  { .section = MATTERS, .type = &hearth_resident_type, .field = "strengths" },
  { .section = MATTERS, .type = &hearth_resident_type, .field = "wishes" },
  { .section = MATTERS, .type = &hearth_resident_type, .field = "religion" },
  { .section = MATTERS, .type = &hearth_resident_type, .field = "comforts" },
  { .section = MATTERS, .type = &hearth_resident_type, .field = "avoid_topics" },
  { .section = MATTERS, .type = &hearth_resident_type, .field = "too_much" },
  { .section = MATTERS, .type = &hearth_resident_type, .field = "may_sit_in" },

  { .section = SAFETY, .type = &hearth_resident_type, .field = "description" },
  { .section = SAFETY, .type = &hearth_resident_type, .field = "unsafe_places" },
  { .section = SAFETY, .type = &hearth_resident_type, .field = "last_address" },

  { .section = END, .type = &hearth_admission_type, .field = "complete" },
  { NULL },
};

const HearthAdmissionPlace *
hearth_admission_get_places (void)
{
  return places;
}

const HearthAdmissionPlace *
hearth_admission_lookup_place (const HearthRecordType *type, const char *field)
{
  for (const HearthAdmissionPlace *place = places; place->field != NULL; place++)
    if (place->type == type && g_str_equal (place->field, field))
      return place;
  return NULL;
}

bool
hearth_admission_is_placed (const char *field)
{
  for (const HearthAdmissionPlace *place = places; place->field != NULL; place++)
    if (g_str_equal (place->field, field))
      return true;
  return false;
}
