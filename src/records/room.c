/* SPDX-License-Identifier: GPL-3.0-or-later
 * A room that residents sleep in.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "girls", N_ ("Girls") },
  { "boys", N_ ("Boys") },
  { "women", N_ ("Women") },
  { "men", N_ ("Men") },
  { "mothers", N_ ("Mothers with children") },
  { "any", N_ ("Anybody") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "name",
    .label = N_ ("Name of the room"),
    .section = N_ ("Room"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "floor",
    .label = N_ ("Floor"),
    .section = N_ ("Room"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 40,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "beds",
    .label = N_ ("Beds"),
    .section = N_ ("Room"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 40,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "for_whom",
    .label = N_ ("For"),
    .section = N_ ("Room"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Room"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "closed_on",
    .label = N_ ("Not used since"),
    .hint = N_ ("Empty while it is used."),
    .section = N_ ("Room"),
    .kind = HEARTH_FIELD_DATE,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *room)
{
  return g_strdup (hearth_record_get (room, "name"));
}

static char *
make_subtitle (HearthRecord *room)
{
  return g_strdup (hearth_record_get (room, "floor"));
}

const HearthRecordType hearth_room_type = {
  .name = "room",
  .gtype_name = "HearthRoom",
  .label = N_ ("Room"),
  .label_plural = N_ ("Rooms"),
  .label_new = N_ ("New room"),
  .icon_name = "view-app-grid-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_HOUSE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};
