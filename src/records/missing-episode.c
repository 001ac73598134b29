/* SPDX-License-Identifier: GPL-3.0-or-later
 * A time in which a resident was missing: what helps the search, and the return.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice risks[] = {
  { "high", N_ ("High") },
  { "medium", N_ ("Medium") },
  { "low", N_ ("Low") },
  { NULL },
};

static const HearthChoice returns[] = {
  { "came_back", N_ ("Came back alone") },    { "staff", N_ ("Found by staff") },
  { "police", N_ ("Brought by the police") }, { "brought", N_ ("Brought by somebody else") },
  { "elsewhere", N_ ("Is safe elsewhere") },  { NULL },
};

static const HearthChoice medical_checks[] = {
  { "done", N_ ("Done") },
  { "not_needed", N_ ("Not needed") },
  { "declined", N_ ("The resident did not want it") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "last_seen_at",
    .label = N_ ("Last seen"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .past_only = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "last_seen_where",
    .label = N_ ("Where"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "last_seen_by",
    .label = N_ ("Seen by"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "noticed_at",
    .label = N_ ("Noticed"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .past_only = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "risk",
    .label = N_ ("Danger"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = risks,
    .required = true,
    .list_column = true,
    .filter = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "risk_why",
    .label = N_ ("Why"),
    .hint = N_ ("Age, health, medicine, threats, what was said."),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "description",
    .label = N_ ("Clothes and appearance"),
    .hint = N_ ("As the police will ask: height, hair, clothes, bag, marks."),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "took_with",
    .label = N_ ("Phone, money, papers"),
    .hint = N_ ("What was taken along."),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "before",
    .label = N_ ("What went before"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "places",
    .label = N_ ("Places to look"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "police_reference",
    .label = N_ ("Number at the police"),
    .section = N_ ("Missing"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "found_at",
    .label = N_ ("Back or found"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .list_column = true,
    .past_only = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "found_how",
    .label = N_ ("How"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = returns,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "found_where",
    .label = N_ ("Found at"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "condition",
    .label = N_ ("How the resident was"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "said",
    .label = N_ ("Said, in own words"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "medical_check",
    .label = N_ ("Medical check"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = medical_checks,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "talk_on",
    .label = N_ ("Return talk"),
    .hint = N_ ("With somebody the resident trusts, within three days."),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "talk_by",
    .label = N_ ("Talk with"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "talk_words",
    .label = N_ ("What the resident said in it"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "closed_on",
    .label = N_ ("Closed on"),
    .section = N_ ("Back"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *episode)
{
  return g_strdup (hearth_record_has (episode, "found_at") ? _ ("Was missing") : _ ("Missing"));
}

static char *
make_subtitle (HearthRecord *episode)
{
  return hearth_words_span (episode, "last_seen_at", "found_at");
}

static void
validate (HearthRecord *episode, const char *today, GPtrArray *problems)
{
  hearth_check_order (episode, "last_seen_at", "noticed_at", problems);
  hearth_check_order (episode, "last_seen_at", "found_at", problems);
  if (hearth_record_has (episode, "closed_on") && !hearth_record_has (episode, "found_at"))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "closed_on",
                         N_ ("The search goes on until the resident is back or safe elsewhere."));
}

const HearthRecordType hearth_missing_episode_type = {
  .name = "missing_episode",
  .gtype_name = "HearthMissingEpisode",
  .label = N_ ("Missing"),
  .label_plural = N_ ("Times missing"),
  .label_new = N_ ("New time missing"),
  .icon_name = "find-location-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "last_seen_at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
