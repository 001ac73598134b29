/* SPDX-License-Identifier: GPL-3.0-or-later
 * A handover was read: who wrote this record has read it, at that moment.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "handover",
    .label = N_ ("Handover"),
    .section = N_ ("Handover"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "handover",
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "note",
    .label = N_ ("Answer or question"),
    .section = N_ ("Handover"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *read)
{
  return g_strdup (_ ("Handover read"));
}

const HearthRecordType hearth_handover_read_type = {
  .name = "handover_read",
  .gtype_name = "HearthHandoverRead",
  .label = N_ ("Handover read"),
  .label_plural = N_ ("Handovers read"),
  .label_new = N_ ("New note that a handover was read"),
  .icon_name = "object-select-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_APPEND_ONLY,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_HOUSE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
};
