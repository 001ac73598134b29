/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house itself: one record, what paper and title lines say about it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "name",
    .label = N_ ("Name of the house"),
    .section = N_ ("House"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("As the team calls it. It is printed on paper that leaves the house: choose a name that "
                "tells nothing."),
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "organisation",
    .label = N_ ("Organisation"),
    .section = N_ ("House"),
    .kind = HEARTH_FIELD_TEXT,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "letter_address",
    .label = N_ ("Address for letters"),
    .section = N_ ("House"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("Of the organisation’s office, never of the house."),
    .max_length = 500,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "letter_phone",
    .label = N_ ("Phone for letters"),
    .section = N_ ("House"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "lock_minutes",
    .label = N_ ("Locks itself after"),
    .section = N_ ("House"),
    .kind = HEARTH_FIELD_INTEGER,
    .unit = N_ ("minutes"),
    .hint = N_ ("Without a key pressed or the pointer moved. Five where nothing is written here."),
    .minimum = 1,
    .maximum = 15,
    .since = 3 },
  { .name = "demo",
    .label = N_ ("Demo house"),
    .section = N_ ("House"),
    .kind = HEARTH_FIELD_YES_NO,
    .hint = N_ ("All people in it are invented."),
    .since = 1 },
};

const HearthRecordType hearth_house_type = {
  .name = "house",
  .gtype_name = "HearthHouse",
  .label = N_ ("House"),
  .label_plural = N_ ("Houses"),
  .label_new = N_ ("New house"),
  .icon_name = "go-home-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_HOUSE,
  .singular = true,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
