/* SPDX-License-Identifier: GPL-3.0-or-later
 * An admission: how somebody arrived, what was needed at once, what was explained. Written in five minutes at night,
 * and completed when there is time.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice needs[] = {
  { "medical", N_ ("Medical help today") },
  { "food", N_ ("Food") },
  { "drink", N_ ("Something to drink") },
  { "diet", N_ ("A special diet") },
  { "clothing", N_ ("Clothing") },
  { "hygiene", N_ ("Washing and hygiene") },
  { "sleep", N_ ("A place to sleep") },
  { "quiet", N_ ("A quiet place") },
  { "interpreter", N_ ("An interpreter") },
  { "call", N_ ("To call somebody") },
  { "child", N_ ("Care for own child") },
  { "faith", N_ ("Faith and prayer") },
  { "protection", N_ ("Protection from somebody who may follow") },
  { "none", N_ ("Nothing just now") },
  { NULL },
};

static const HearthChoice parts[] = {
  { "house", N_ ("The house and the room") },
  { "people", N_ ("Who is who, whom to ask at night") },
  { "day", N_ ("How a day goes") },
  { "rules", N_ ("The rules of the house") },
  { "complaints", N_ ("How to complain") },
  { "exits", N_ ("Ways out in a fire") },
  { "belongings", N_ ("List of belongings made and signed") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "arrived_at",
    .label = N_ ("Arrived"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .expected = true,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 2 },
  { .name = "age_stated",
    .label = N_ ("Age as stated"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_INTEGER,
    .hint = N_ ("As the resident says, or who brought the resident."),
    .unit = N_ ("years"),
    .minimum = 0,
    .maximum = 120,
    .since = 2 },
  { .name = "operation",
    .label = N_ ("Rescue or operation reference"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .tier = HEARTH_TIER_CASE,
    .printable = HEARTH_PRINT_COURT,
    .since = 2 },
  { .name = "place_confirmed",
    .label = N_ ("Place confirmed by"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Who in this house agreed to the admission."),
    .since = 2 },
  { .name = "needs",
    .label = N_ ("Needed at once"),
    .section = N_ ("Immediate needs"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = needs,
    .expected = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "needs_note",
    .label = N_ ("What was done about it"),
    .section = N_ ("Immediate needs"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "given",
    .label = N_ ("Given on arrival"),
    .section = N_ ("Immediate needs"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Clothes, toothbrush, telephone card …"),
    .since = 2 },
  { .name = "followed",
    .label = N_ ("Somebody may be looking for the resident"),
    .section = N_ ("Immediate needs"),
    .kind = HEARTH_FIELD_YES_NO,
    .tier = HEARTH_TIER_HOUSE,
    .since = 2 },
  { .name = "call_wish",
    .label = N_ ("Whom the resident wants to tell, in own words"),
    .section = N_ ("Immediate needs"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .since = 2 },
  { .name = "rights_explained",
    .label = N_ ("Rights explained"),
    .section = N_ ("Rights and the house"),
    .kind = HEARTH_FIELD_YES_NO,
    .expected = true,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 2 },
  { .name = "rights_on",
    .label = N_ ("Explained on"),
    .section = N_ ("Rights and the house"),
    .kind = HEARTH_FIELD_DATE,
    .expected = true,
    .past_only = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 2 },
  { .name = "rights_language",
    .label = N_ ("Explained in"),
    .section = N_ ("Rights and the house"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("The language, and who interpreted."),
    .expected = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 2 },
  { .name = "orientation",
    .label = N_ ("Shown and explained"),
    .section = N_ ("Rights and the house"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = parts,
    .expected = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "questions",
    .label = N_ ("Questions and wishes, in own words"),
    .section = N_ ("Rights and the house"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 2 },
  { .name = "complete",
    .label = N_ ("The admission is complete"),
    .section = N_ ("Admission"),
    .kind = HEARTH_FIELD_YES_NO,
    .hint = N_ ("Until then it stands on the page of today."),
    .list_column = true,
    .filter = true,
    .since = 2 },
};

static char *
make_title (HearthRecord *admission)
{
  return g_strdup (_ ("Admission"));
}

static char *
make_subtitle (HearthRecord *admission)
{
  return hearth_record_is_yes (admission, "complete") ? g_strdup ("") : g_strdup (_ ("to be completed"));
}

static void
validate (HearthRecord *admission, const char *today, GPtrArray *problems)
{
  if (hearth_record_has (admission, "rights_on") && !hearth_record_is_yes (admission, "rights_explained"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "rights_explained",
                         N_ ("There is a day on which the rights were explained, but not that they were."));
  if (g_str_has_suffix (hearth_record_get (admission, "needs"), "none") &&
      !g_str_equal (hearth_record_get (admission, "needs"), "none"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "needs",
                         N_ ("Either something is needed, or nothing just now."));
}

const HearthRecordType hearth_admission_type = {
  .name = "admission",
  .gtype_name = "HearthAdmission",
  .label = N_ ("Admission"),
  .label_plural = N_ ("Admissions"),
  .label_new = N_ ("New admission"),
  .icon_name = "go-home-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "arrived_at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
