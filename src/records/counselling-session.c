/* SPDX-License-Identifier: GPL-3.0-or-later
 * A counselling session: what the file may know of it, what only counsellors read, and what only its author reads.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "individual", N_ ("Individual") },
  { "group", N_ ("Group") },
  { "family", N_ ("Family") },
  { "crisis", N_ ("In a crisis") },
  { "creative", N_ ("Art or play") },
  { "spiritual", N_ ("Spiritual") },
  { "psychiatric", N_ ("Psychiatric") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice modalities[] = {
  { "supportive", N_ ("Supportive talk") },
  { "tf_cbt", N_ ("Trauma-focused CBT") },
  { "emdr", N_ ("EMDR") },
  { "narrative", N_ ("Narrative") },
  { "play", N_ ("Play") },
  { "body", N_ ("Body and breathing") },
  { "psychoeducation", N_ ("Psychoeducation") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice outcomes[] = {
  { "attended", N_ ("Took place") },
  { "cut_short", N_ ("Was cut short") },
  { "declined", N_ ("The resident did not want it") },
  { "cancelled", N_ ("Did not take place") },
  { NULL },
};

static const HearthChoice deciders[] = {
  { "resident", N_ ("The resident") },
  { "counsellor", N_ ("The counsellor") },
  { "together", N_ ("Both together") },
  { "outside", N_ ("Something else") },
  { NULL },
};

static const HearthChoice checks[] = {
  { "self_harm", N_ ("Hurting oneself") },
  { "suicide", N_ ("Thoughts of dying") },
  { "running_away", N_ ("Leaving unseen") },
  { "threats", N_ ("Threats from outside") },
  { NULL },
};

static const HearthChoice risks[] = {
  { "none_seen", N_ ("None seen") },
  { "low", N_ ("Low") },
  { "medium", N_ ("Medium") },
  { "high", N_ ("High") },
  { NULL },
};

static const HearthChoice themes[] = {
  { "safety", N_ ("Safety") },        { "sleep", N_ ("Sleep") },
  { "body", N_ ("The body") },        { "anger", N_ ("Anger") },
  { "grief", N_ ("Grief and loss") }, { "shame", N_ ("Shame") },
  { "trust", N_ ("Trust") },          { "family", N_ ("Family") },
  { "friends", N_ ("Friends") },      { "future", N_ ("The future") },
  { "court", N_ ("Court") },          { "strengths", N_ ("Strengths") },
  { "other", N_ ("Other") },          { NULL },
};

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 3 },
  { .name = "start", .label = N_ ("From"), .section = N_ ("Session"), .kind = HEARTH_FIELD_TIME, .since = 3 },
  { .name = "end", .label = N_ ("Until"), .section = N_ ("Session"), .kind = HEARTH_FIELD_TIME, .since = 3 },
  { .name = "kind",
    .label = N_ ("Kind"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 3 },
  { .name = "took_place",
    .label = N_ ("How it went"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = outcomes,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 3 },
  { .name = "whose_choice",
    .label = N_ ("Whose choice it was"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = deciders,
    .hint = N_ ("Where it was cut short or did not take place."),
    .since = 3 },
  { .name = "number",
    .label = N_ ("Number in the plan"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 500,
    .since = 3 },
  { .name = "modality",
    .label = N_ ("Way of working"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = modalities,
    .since = 3 },
  { .name = "place",
    .label = N_ ("Place"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .since = 3 },
  { .name = "present",
    .label = N_ ("Who else was there"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .hint = N_ ("Interpreter, support person, family."),
    .since = 3 },
  { .name = "language",
    .label = N_ ("Language spoken"),
    .section = N_ ("Session"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 80,
    .since = 3 },
  { .name = "mood_before",
    .label = N_ ("Mood before"),
    .section = N_ ("How the resident was"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 10,
    .hint = N_ ("As the resident put it, from 0, very bad, to 10, very good."),
    .since = 3 },
  { .name = "mood_after",
    .label = N_ ("Mood after"),
    .section = N_ ("How the resident was"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 10,
    .since = 3 },
  { .name = "said",
    .label = N_ ("In the resident’s own words"),
    .section = N_ ("How the resident was"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .sensitive = true,
    .searchable = true,
    .since = 3 },
  { .name = "asked_about",
    .label = N_ ("Asked about"),
    .section = N_ ("Safety"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = checks,
    .since = 3 },
  { .name = "risk",
    .label = N_ ("Risk seen"),
    .section = N_ ("Safety"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = risks,
    .list_column = true,
    .filter = true,
    .since = 3 },
  { .name = "escalated",
    .label = N_ ("Who was told, and when"),
    .section = N_ ("Safety"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .since = 3 },
  { .name = "themes",
    .label = N_ ("Themes"),
    .section = N_ ("Work"),
    .kind = HEARTH_FIELD_MULTI_CHOICE,
    .choices = themes,
    .hint = N_ ("Headings only, no account."),
    .since = 3 },
  { .name = "interventions",
    .label = N_ ("What was done"),
    .section = N_ ("Work"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 3 },
  { .name = "goal",
    .label = N_ ("Goal that was worked on"),
    .section = N_ ("Work"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "goal",
    .since = 5 },
  { .name = "goal_step",
    .label = N_ ("How far it came"),
    .hint = N_ ("From −2, much further away, to 2, much nearer."),
    .section = N_ ("Work"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = -2,
    .maximum = 2,
    .since = 5 },
  { .name = "homework",
    .label = N_ ("To try until the next time"),
    .section = N_ ("Work"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .since = 3 },
  { .name = "next_session",
    .label = N_ ("Next session"),
    .section = N_ ("Work"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .since = 3 },
  { .name = "summary",
    .label = N_ ("Summary for the file"),
    .section = N_ ("For the file"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("What the team needs to know in order to help. Others with access to health read it."),
    .searchable = true,
    .expected = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 3 },
  { .name = "team_note",
    .label = N_ ("Note for the counsellors"),
    .section = N_ ("For the counselling team"),
    .kind = HEARTH_FIELD_SEALED,
    .hint = N_ ("Opens only for those who were given the counsellors’ key."),
    .compartment = "counselling",
    .sensitive = true,
    .tier = HEARTH_TIER_SEALED,
    .since = 3 },
  { .name = "process_note",
    .label = N_ ("Process note"),
    .section = N_ ("Only for you"),
    .kind = HEARTH_FIELD_SEALED,
    .hint = N_ ("Opens only with your own key, and with both halves of the recovery sheet. It stands in no "
                "report."),
    .compartment = HEARTH_COMPARTMENT_AUTHOR,
    .sensitive = true,
    .tier = HEARTH_TIER_SEALED,
    .since = 3 },
};

static char *
make_title (HearthRecord *session)
{
  return hearth_record_format (session,
                               hearth_record_type_lookup_field (&hearth_counselling_session_type, "kind"),
                               "");
}

static char *
make_subtitle (HearthRecord *session)
{
  return hearth_record_format (session,
                               hearth_record_type_lookup_field (&hearth_counselling_session_type,
                                                                "took_place"),
                               "");
}

static void
validate (HearthRecord *session, const char *today, GPtrArray *problems)
{
  const char *start = hearth_record_get (session, "start");
  const char *end = hearth_record_get (session, "end");

  if (*start != '\0' && *end != '\0' && g_strcmp0 (end, start) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "end", "start");
  if (hearth_record_has (session, "next_session") &&
      g_strcmp0 (hearth_record_get (session, "next_session"), hearth_record_get (session, "date")) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "next_session", "date");
}

const HearthRecordType hearth_counselling_session_type = {
  .name = "counselling_session",
  .gtype_name = "HearthCounsellingSession",
  .label = N_ ("Counselling session"),
  .label_plural = N_ ("Counselling sessions"),
  .label_new = N_ ("New counselling session"),
  .icon_name = "user-available-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CLINICAL,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
