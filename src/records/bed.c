/* SPDX-License-Identifier: GPL-3.0-or-later
 * A bed that a resident sleeps in, and from when to when.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "room",
    .label = N_ ("Room"),
    .section = N_ ("Bed"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "room",
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "number",
    .label = N_ ("Bed"),
    .section = N_ ("Bed"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 20,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "start",
    .label = N_ ("From"),
    .section = N_ ("Bed"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "end",
    .label = N_ ("Until"),
    .hint = N_ ("The last night. Empty as long as it holds."),
    .section = N_ ("Bed"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Bed"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *bed)
{
  const char *number = hearth_record_get (bed, "number");

  /* Translators: the number or name of a bed in a room */
  return number[0] != '\0' ? g_strdup_printf (_ ("Bed %s"), number) : g_strdup (_ ("Bed"));
}

static char *
make_subtitle (HearthRecord *bed)
{
  return hearth_words_span (bed, "start", "end");
}

static void
validate (HearthRecord *bed, const char *today, GPtrArray *problems)
{
  hearth_check_order (bed, "start", "end", problems);
}

const HearthRecordType hearth_bed_type = {
  .name = "bed",
  .gtype_name = "HearthBed",
  .label = N_ ("Bed"),
  .label_plural = N_ ("Beds"),
  .label_new = N_ ("New bed"),
  .icon_name = "weather-clear-night-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "start",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
