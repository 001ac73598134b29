/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file that was opened in an emergency by somebody whose role does not open it: when, until when, and why.
 * Keys are never given so: what is sealed stays sealed.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

#define FEWEST_CHARACTERS 15

static const HearthField fields[] = {
  { .name = "person",
    .label = N_ ("Person"),
    .section = N_ ("Opening"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "opened_at",
    .label = N_ ("From"),
    .section = N_ ("Opening"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "until",
    .label = N_ ("Until"),
    .section = N_ ("Opening"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "reason",
    .label = N_ ("Reason"),
    .section = N_ ("Opening"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .required = true,
    .max_length = 2000,
    .list_column = true,
    .hint = N_ ("What happened, and what you need to know."),
    .since = 3 },
};

static char *
make_title (HearthRecord *access)
{
  return g_strdup (_ ("Opened in an emergency"));
}

static void
validate (HearthRecord *access, const char *today, GPtrArray *problems)
{
  const char *reason = hearth_record_get (access, "reason");

  if (*reason != '\0' && g_utf8_strlen (reason, -1) < FEWEST_CHARACTERS)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "reason",
                         N_ ("Write a few words more, so that somebody else understands it later."));
}

const HearthRecordType hearth_emergency_access_type = {
  .name = "emergency_access",
  .gtype_name = "HearthEmergencyAccess",
  .label = N_ ("Opening in an emergency"),
  .label_plural = N_ ("Openings in an emergency"),
  .label_new = N_ ("Open in an emergency"),
  .icon_name = "changes-allow-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_APPEND_ONLY,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "opened_at",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};
