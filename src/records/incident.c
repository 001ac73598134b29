/* SPDX-License-Identifier: GPL-3.0-or-later
 * Something that happened in the house and must not be lost: facts first, opinion apart.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/date.h"
#include "core/problem.h"
#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice places[] = {
  { "bedroom", N_ ("Bedroom") },
  { "bathroom", N_ ("Bathroom") },
  { "kitchen", N_ ("Kitchen") },
  { "dining", N_ ("Dining room") },
  { "common", N_ ("Common room") },
  { "garden", N_ ("Garden or yard") },
  { "office", N_ ("Office") },
  { "school", N_ ("School or workplace") },
  { "street", N_ ("On the street") },
  { "vehicle", N_ ("In a vehicle") },
  { "phone_online", N_ ("By phone or online") },
  { "elsewhere", N_ ("Elsewhere") },
  { NULL },
};

static const HearthChoice severities[] = {
  { "1", N_ ("1 · Small") },
  { "2", N_ ("2 · Of note") },
  { "3", N_ ("3 · Serious") },
  { "4", N_ ("4 · Grave") },
  { NULL },
};

static const HearthChoice triggers[] = {
  { "court", N_ ("Court or police") },
  { "visit", N_ ("Visit") },
  { "call", N_ ("Call or message") },
  { "anniversary", N_ ("A day with memories") },
  { "conflict", N_ ("Conflict") },
  { "refusal", N_ ("Something was refused") },
  { "rules", N_ ("Rules of the house") },
  { "news", N_ ("Bad news") },
  { "tired", N_ ("Tired or hungry") },
  { "pain", N_ ("Pain") },
  { "memory", N_ ("Smell, sound or memory") },
  { "bored", N_ ("Nothing to do") },
  { "unknown", N_ ("Not known") },
  { NULL },
};

static const HearthChoice calmings[] = {
  { "talk", N_ ("Talking") },
  { "space", N_ ("Giving room and time") },
  { "walk", N_ ("A walk") },
  { "breathing", N_ ("Breathing together") },
  { "activity", N_ ("Something to do") },
  { "music", N_ ("Music") },
  { "called_colleague", N_ ("A colleague came") },
  { "other", N_ ("Something else") },
  { NULL },
};

static const HearthChoice holds[] = {
  { "guiding", N_ ("Guiding by the arm") },
  { "holding", N_ ("Holding") },
  { "separating", N_ ("Separating") },
  { "other", N_ ("Something else") },
  { NULL },
};

static const HearthChoice marks[] = {
  { "bruise", N_ ("Bruise") },
  { "cut", N_ ("Cut") },
  { "scratch", N_ ("Scratch") },
  { "burn", N_ ("Burn") },
  { "swelling", N_ ("Swelling") },
  { "pain", N_ ("Pain") },
  { "old_mark", N_ ("Old mark") },
  { "other", N_ ("Something else") },
  { NULL },
};

/* One day. */
#define LATE_MINUTES (24 * 60)

static char *
compute_late (HearthRecord *incident, const char *today)
{
  g_autoptr (GDateTime) happened = hearth_instant_to_date_time (hearth_record_get (incident, "occurred_at"));
  g_autoptr (GDateTime) written = hearth_instant_to_date_time (hearth_record_get (incident, "created_at"));

  if (happened == NULL || written == NULL)
    return g_strdup ("");
  return g_strdup (g_date_time_difference (written, happened) / G_TIME_SPAN_MINUTE > LATE_MINUTES ? _ ("Late")
                                                                                                  : "");
}

static const HearthField fields[] = {
  { .name = "code",
    .label = N_ ("Number"),
    .hint = N_ ("Given by itself when left empty."),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 20,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "occurred_at",
    .label = N_ ("When it happened"),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "reported_at",
    .label = N_ ("When it was told"),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "late",
    .label = N_ ("Written late"),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_COMPUTED,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4,
    .compute = compute_late },
  { .name = "place",
    .label = N_ ("Where"),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = places,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "place_note",
    .label = N_ ("Which room or place"),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "category",
    .label = N_ ("Kind"),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_incident,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "severity",
    .label = N_ ("Severity"),
    .hint = N_ ("How much it hurt or could have hurt, not how loud it was."),
    .section = N_ ("Incident"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = severities,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "affected",
    .label = N_ ("Residents it happened to"),
    .section = N_ ("People"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "involved",
    .label = N_ ("Residents who took part"),
    .section = N_ ("People"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "witnesses",
    .label = N_ ("Residents who saw it"),
    .section = N_ ("People"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "staff",
    .label = N_ ("Staff who were there"),
    .section = N_ ("People"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "others",
    .label = N_ ("Others"),
    .hint = N_ ("Visitors, neighbours, police."),
    .section = N_ ("People"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "before",
    .label = N_ ("What went before"),
    .section = N_ ("What happened"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "triggers",
    .label = N_ ("What may have set it off"),
    .section = N_ ("What happened"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = triggers,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "seen",
    .label = N_ ("Seen and heard (facts only)"),
    .hint = N_ ("In the order it happened. Other residents by their first letter."),
    .section = N_ ("What happened"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .required = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "said",
    .label = N_ ("Said, in own words"),
    .section = N_ ("What happened"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "after",
    .label = N_ ("Afterwards"),
    .section = N_ ("What happened"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "calming",
    .label = N_ ("What helped to calm"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = calmings,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "intervention",
    .label = N_ ("Physical intervention"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "intervention_kind",
    .label = N_ ("What was done"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = holds,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "intervention_minutes",
    .label = N_ ("How long"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("min"),
    .minimum = 0,
    .maximum = 600,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "intervention_by",
    .label = N_ ("By whom"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "intervention_why",
    .label = N_ ("Why nothing else was enough"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "injuries",
    .label = N_ ("Injuries"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .sensitive = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "medical_check",
    .label = N_ ("Medical check"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_medical_check,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "intervention_view",
    .label = N_ ("The resident’s own view"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "first_aid",
    .label = N_ ("First aid"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "emergency",
    .label = N_ ("Emergency services"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "emergency_reference",
    .label = N_ ("Their number"),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "evidence",
    .label = N_ ("What was kept safe"),
    .hint = N_ ("Things, pictures, messages, and where they are."),
    .section = N_ ("What staff did"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "body_map",
    .label = N_ ("Marks on the body"),
    .hint = N_ ("Only what can be seen without undressing, or what the resident wants to show."),
    .section = N_ ("Body"),
    .kind = HEARTH_FIELD_BODY_MAP,
    .choices = marks,
    .max_length = 10000,
    .sensitive = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "opinion",
    .label = N_ ("What you make of it"),
    .hint = N_ ("Kept apart from the facts, and never printed for others."),
    .section = N_ ("Your view"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *incident)
{
  return hearth_words_of (incident, "category");
}

static char *
make_subtitle (HearthRecord *incident)
{
  return hearth_words_pair (incident, "code", "severity");
}

/* Holding somebody is told whole or not at all. */
static void
validate (HearthRecord *incident, const char *today, GPtrArray *problems)
{
  static const char *const parts[] = { "intervention_kind", "intervention_minutes", "intervention_by",
                                       "intervention_why", "medical_check" };

  hearth_check_order (incident, "occurred_at", "reported_at", problems);
  for (gsize i = 0; hearth_record_is_yes (incident, "intervention") && i < G_N_ELEMENTS (parts); i++)
    if (!hearth_record_has (incident, parts[i]))
      hearth_problems_add (problems, HEARTH_PROBLEM_REQUIRED, parts[i], NULL);
}

const HearthRecordType hearth_incident_type = {
  .name = "incident",
  .gtype_name = "HearthIncident",
  .label = N_ ("Incident"),
  .label_plural = N_ ("Incidents"),
  .label_new = N_ ("New incident"),
  .icon_name = "dialog-warning-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_SIGNED,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .code_prefix = "INC",
  .event_field = "occurred_at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
