/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking somebody outside to help: a doctor, a school, an office. No more is told than they need.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice services[] = {
  { "health", N_ ("Health") },
  { "dental", N_ ("Teeth") },
  { "mental_health", N_ ("Mental health") },
  { "legal", N_ ("Legal help") },
  { "documents", N_ ("Papers") },
  { "education", N_ ("School") },
  { "training", N_ ("Training or work") },
  { "housing", N_ ("Housing") },
  { "family", N_ ("Family tracing") },
  { "social", N_ ("Social services") },
  { "return", N_ ("Going home") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthChoice states[] = {
  { "planned", N_ ("Planned") },     { "sent", N_ ("Sent") },
  { "accepted", N_ ("Accepted") },   { "refused", N_ ("Refused") },
  { "done", N_ ("Done") },           { "not_attended", N_ ("Not taken up") },
  { "withdrawn", N_ ("Withdrawn") }, { NULL },
};

static const HearthField fields[] = {
  { .name = "service",
    .label = N_ ("For what"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = services,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "to_whom",
    .label = N_ ("To whom"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .required = true,
    .searchable = true,
    .list_column = true,
    .since = 5 },
  { .name = "reason",
    .label = N_ ("What they need to know"),
    .hint = N_ ("As little as they need in order to help."),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .since = 5 },
  { .name = "consent",
    .label = N_ ("Rests on the consent"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "consent",
    .tier = HEARTH_TIER_CASE,
    .since = 5 },
  { .name = "sent_on",
    .label = N_ ("Sent on"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "status",
    .label = N_ ("How it stands"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = states,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "follow_up",
    .label = N_ ("Ask again on"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_DATE,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "answer",
    .label = N_ ("Answer"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 5 },
  { .name = "answered_on",
    .label = N_ ("Answered on"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "rating",
    .label = N_ ("How the resident found it"),
    .section = N_ ("Referral"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return hearth_words_of (record, "service");
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_pair (record, "status", "to_whom");
}

static void
validate (HearthRecord *record, const char *today, GPtrArray *problems)
{
  hearth_check_order (record, "sent_on", "answered_on", problems);
}

const HearthRecordType hearth_referral_type = {
  .name = "referral",
  .gtype_name = "HearthReferral",
  .label = N_ ("Referral"),
  .label_plural = N_ ("Referrals"),
  .label_new = N_ ("New referral"),
  .icon_name = "mail-send-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "sent_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
