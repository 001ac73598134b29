/* SPDX-License-Identifier: GPL-3.0-or-later
 * An addendum: what is said later about a record that is closed.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "records/hooks.h"

#include <glib/gi18n-lib.h>

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
  /* Of what was written into the wrong file: the same entry in the right one. */
  { .name = "points_to",
    .label = N_ ("Belongs to"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 26,
    .since = 4 },
  { .name = "text",
    .label = N_ ("What is to be added"),
    .hint = N_ ("What was forgotten, or is known better now. What was written first stays as it is."),
    .section = N_ ("Addendum"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .max_length = 20000,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "said",
    .label = N_ ("Said, in own words"),
    .section = N_ ("Addendum"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *addendum)
{
  return hearth_words_first_line (addendum, "text");
}

const HearthRecordType hearth_addendum_type = {
  .name = "addendum",
  .gtype_name = "HearthAddendum",
  .label = N_ ("Addendum"),
  .label_plural = N_ ("Addenda"),
  .label_new = N_ ("New addendum"),
  .icon_name = "list-add-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_APPEND_ONLY,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
};
