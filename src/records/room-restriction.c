/* SPDX-License-Identifier: GPL-3.0-or-later
 * Residents who should not sleep in one room.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const HearthField fields[] = {
  { .name = "residents",
    .label = N_ ("Residents"),
    .hint = N_ ("Two or more."),
    .section = N_ ("Not in one room"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "reason",
    .label = N_ ("Reason"),
    .section = N_ ("Not in one room"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .tier = HEARTH_TIER_CASE,
    .since = 4 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Not in one room"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "end",
    .label = N_ ("Until"),
    .hint = N_ ("Empty as long as it holds."),
    .section = N_ ("Not in one room"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *restriction)
{
  return g_strdup (_ ("Not in one room"));
}

static char *
make_subtitle (HearthRecord *restriction)
{
  return hearth_words_span (restriction, "start", "end");
}

static void
validate (HearthRecord *restriction, const char *today, GPtrArray *problems)
{
  const char *residents = hearth_record_get (restriction, "residents");

  hearth_check_order (restriction, "start", "end", problems);
  if (residents[0] != '\0' && strchr (residents, ' ') == NULL)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "residents",
                         N_ ("It takes two or more residents to be kept apart."));
}

const HearthRecordType hearth_room_restriction_type = {
  .name = "room_restriction",
  .gtype_name = "HearthRoomRestriction",
  .label = N_ ("Not in one room"),
  .label_plural = N_ ("Not in one room"),
  .label_new = N_ ("New restriction of rooms"),
  .icon_name = "action-unavailable-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
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
