/* SPDX-License-Identifier: GPL-3.0-or-later
 * The review of an incident: talks, cause, changes, closing.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice answers[] = {
  { "yes", N_ ("Yes") },
  { "partly", N_ ("Partly") },
  { "no", N_ ("No") },
  { "no_plan", N_ ("There was no plan") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "subject", .label = N_ ("Record"), .kind = HEARTH_FIELD_TEXT, .max_length = 26, .since = 4 },
  { .name = "subject_type",
    .label = N_ ("Kind of record"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .since = 4 },
  { .name = "residents",
    .label = N_ ("Residents"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .since = 4 },
  { .name = "resident_talk_on",
    .label = N_ ("Talk on"),
    .section = N_ ("Talk with the resident"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "resident_talk_by",
    .label = N_ ("Talk with"),
    .section = N_ ("Talk with the resident"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "resident_words",
    .label = N_ ("What the resident said"),
    .section = N_ ("Talk with the resident"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "resident_wishes",
    .label = N_ ("What the resident wishes"),
    .section = N_ ("Talk with the resident"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "staff_talk_on",
    .label = N_ ("Talk on"),
    .section = N_ ("Talk with the team"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "staff_talk_note",
    .label = N_ ("What came out of it"),
    .section = N_ ("Talk with the team"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "cause",
    .label = N_ ("What led to it"),
    .hint = N_ ("What in the house, the day or the plan; not who was bad."),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "plan_followed",
    .label = N_ ("Was the plan followed"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = answers,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "changes",
    .label = N_ ("What changes in plans or the house"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "reviewed_on",
    .label = N_ ("Reviewed on"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "reviewed_by",
    .label = N_ ("Reviewed by"),
    .section = N_ ("Review"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "closed_on",
    .label = N_ ("Closed on"),
    .section = N_ ("Closing"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "closing_note",
    .label = N_ ("Closing note"),
    .section = N_ ("Closing"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *review)
{
  return g_strdup (hearth_record_has (review, "closed_on") ? _ ("Review, closed") : _ ("Review"));
}

static void
validate (HearthRecord *review, const char *today, GPtrArray *problems)
{
  hearth_check_order (review, "reviewed_on", "closed_on", problems);
}

const HearthRecordType hearth_incident_review_type = {
  .name = "incident_review",
  .gtype_name = "HearthIncidentReview",
  .label = N_ ("Review of an incident"),
  .label_plural = N_ ("Reviews of incidents"),
  .label_new = N_ ("New review of an incident"),
  .icon_name = "edit-find-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};
