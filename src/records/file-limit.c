/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may see a resident’s file: only the people who are named, or everybody but somebody with a conflict of interest.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "named", N_ ("May see the file") },
  { "conflict", N_ ("Must not see the file") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "person",
    .label = N_ ("Person"),
    .section = N_ ("Who may see the file"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "kind",
    .label = N_ ("What holds"),
    .section = N_ ("Who may see the file"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .hint = N_ ("As soon as one person is named, nobody else sees more than the safety of the house needs. "
                "Must not see: a conflict of interest, such as a relative."),
    .since = 3 },
  { .name = "reason",
    .label = N_ ("Reason"),
    .section = N_ ("Who may see the file"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .required = true,
    .max_length = 2000,
    .tier = HEARTH_TIER_CASE,
    .since = 3 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Who may see the file"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .since = 3 },
  { .name = "until",
    .label = N_ ("Until"),
    .section = N_ ("Who may see the file"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .hint = N_ ("Empty as long as it holds."),
    .since = 3 },
};

static char *
make_title (HearthRecord *limit)
{
  return hearth_record_format (limit, hearth_record_type_lookup_field (&hearth_file_limit_type, "kind"), "");
}

static void
validate (HearthRecord *limit, const char *today, GPtrArray *problems)
{
  if (hearth_record_has (limit, "until") &&
      g_strcmp0 (hearth_record_get (limit, "until"), hearth_record_get (limit, "start")) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "until", "start");
}

const HearthRecordType hearth_file_limit_type = {
  .name = "file_limit",
  .gtype_name = "HearthFileLimit",
  .label = N_ ("Limit of a file"),
  .label_plural = N_ ("Limits of a file"),
  .label_new = N_ ("New limit of a file"),
  .icon_name = "system-lock-screen-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "start",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .validate = validate,
};
