/* SPDX-License-Identifier: GPL-3.0-or-later
 * A stay: one placement episode, in this house or elsewhere, with the legal basis it rests on.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const HearthChoice placements[] = {
  { "this_house", N_ ("This house") },
  { "other_shelter", N_ ("Another shelter") },
  { "hospital", N_ ("Hospital") },
  { "family", N_ ("Family") },
  { "kin", N_ ("Relatives") },
  { "foster", N_ ("Foster family") },
  { "kafala", N_ ("Kafala") },
  { "guardianship", N_ ("Guardianship") },
  { "supported_living", N_ ("Supported independent living") },
  { "independent", N_ ("Independent living") },
  { "detention", N_ ("Detention") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice legal_bases[] = {
  { "court_order", N_ ("Court order") },
  { "committal_order", N_ ("Committal order") },
  { "protective_custody", N_ ("Protective custody") },
  { "authority_decision", N_ ("Decision of an authority") },
  { "guardian", N_ ("Agreement of a guardian") },
  { "voluntary", N_ ("Own decision") },
  { "not_known", N_ ("Not known yet") },
  { NULL },
};

static const HearthChoice referrers[] = {
  { "police", N_ ("Police") },
  { "court", N_ ("Prosecutor or court") },
  { "social_welfare", N_ ("Social welfare office") },
  { "local_authority", N_ ("Local authority") },
  { "hospital", N_ ("Hospital") },
  { "helpline", N_ ("Helpline") },
  { "ngo", N_ ("Non-governmental organisation") },
  { "embassy", N_ ("Embassy or IOM") },
  { "school", N_ ("School") },
  { "family", N_ ("Family") },
  { "survivor", N_ ("Another survivor") },
  { "self", N_ ("The resident alone") },
  { "shelter", N_ ("Another shelter") },
  { NULL },
};

static const HearthChoice end_reasons[] = {
  { "planned", N_ ("Planned move") },
  { "family", N_ ("Return to the family") },
  { "independent", N_ ("Moved out to live independently") },
  { "other_care", N_ ("Moved to other care") },
  { "authority", N_ ("Decision of an authority") },
  { "own_decision", N_ ("Own decision to leave") },
  { "missing", N_ ("Missing") },
  { "health", N_ ("Health") },
  { "adult", N_ ("Came of age") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "placement",
    .label = N_ ("Where"),
    .section = N_ ("Stay"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = placements,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Stay"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "planned_end",
    .label = N_ ("Planned until"),
    .section = N_ ("Stay"),
    .kind = HEARTH_FIELD_DATE,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "end",
    .label = N_ ("Until"),
    .section = N_ ("Stay"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "end_reason",
    .label = N_ ("Why it ended"),
    .section = N_ ("Stay"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = end_reasons,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "room",
    .label = N_ ("Room and bed"),
    .section = N_ ("Stay"),
    .kind = HEARTH_FIELD_TEXT,
    .expected = true,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "wish",
    .label = N_ ("Where the resident wants to live, in own words"),
    .section = N_ ("Stay"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },

  { .name = "legal_basis",
    .label = N_ ("Legal basis"),
    .section = N_ ("Legal basis"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = legal_bases,
    .expected = true,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "decided_by",
    .label = N_ ("Placing authority"),
    .section = N_ ("Legal basis"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Who decided on the stay, and in which document."),
    .expected = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "order_number",
    .label = N_ ("Order number"),
    .section = N_ ("Legal basis"),
    .kind = HEARTH_FIELD_TEXT,
    .expected = true,
    .searchable = true,
    .tier = HEARTH_TIER_CASE,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "order_issued",
    .label = N_ ("Order issued"),
    .section = N_ ("Legal basis"),
    .kind = HEARTH_FIELD_DATE,
    .tier = HEARTH_TIER_CASE,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "order_expires",
    .label = N_ ("Order expires"),
    .section = N_ ("Legal basis"),
    .kind = HEARTH_FIELD_DATE,
    .expected = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },

  { .name = "referred_by",
    .label = N_ ("Referred by"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = referrers,
    .expected = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "referrer",
    .label = N_ ("Referring officer and contact"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_TEXT,
    .tier = HEARTH_TIER_CASE,
    .since = 1 },
  { .name = "brought_by",
    .label = N_ ("Brought by"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_TEXT,
    .since = 1 },
  { .name = "condition",
    .label = N_ ("On arrival"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("What was seen: hunger, tiredness, injuries that need care. No story."),
    .sensitive = true,
    .since = 1 },
  { .name = "first_words",
    .label = N_ ("First words and wishes"),
    .section = N_ ("Arrival"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .expected = true,
    .own_words = true,
    .searchable = true,
    .since = 1 },

  { .name = "supervision",
    .label = N_ ("Night checks and supervision"),
    .section = N_ ("Care"),
    .kind = HEARTH_FIELD_TEXT,
    .tier = HEARTH_TIER_HOUSE,
    .since = 1 },
  { .name = "leave_conditions",
    .label = N_ ("Going out"),
    .section = N_ ("Care"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("What was agreed with the resident."),
    .since = 1 },
};

static char *
make_title (HearthRecord *stay)
{
  return hearth_record_format (stay, hearth_record_type_lookup_field (&hearth_stay_type, "placement"), "");
}

static char *
make_subtitle (HearthRecord *stay)
{
  g_autofree char *from =
    hearth_record_format (stay, hearth_record_type_lookup_field (&hearth_stay_type, "start"), "");
  g_autofree char *to =
    hearth_record_format (stay, hearth_record_type_lookup_field (&hearth_stay_type, "end"), "");

  /* Translators: a stay that has not ended, “since 3 May 2015” */
  return to[0] != '\0' ? g_strdup_printf ("%s – %s", from, to) : g_strdup_printf (_ ("since %s"), from);
}

static void
check_order (HearthRecord *stay, const char *earlier, const char *later, GPtrArray *problems)
{
  const char *from = hearth_record_get (stay, earlier), *to = hearth_record_get (stay, later);

  if (from[0] != '\0' && to[0] != '\0' && strcmp (to, from) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, later, earlier);
}

static void
validate (HearthRecord *stay, const char *today, GPtrArray *problems)
{
  check_order (stay, "start", "end", problems);
  check_order (stay, "start", "planned_end", problems);
  check_order (stay, "order_issued", "order_expires", problems);
  if (hearth_record_has (stay, "end_reason") && !hearth_record_has (stay, "end"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "end_reason",
                         N_ ("There is a reason for the end, but no date of the end."));
}

const HearthRecordType hearth_stay_type = {
  .name = "stay",
  .gtype_name = "HearthStay",
  .label = N_ ("Stay"),
  .label_plural = N_ ("Stays"),
  .label_new = N_ ("New stay"),
  .icon_name = "go-home-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "start",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
