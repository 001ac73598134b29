/* SPDX-License-Identifier: GPL-3.0-or-later
 * A certificate that was earned, and where it is.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice places[] = {
  { "resident", N_ ("With the resident") },
  { "safe", N_ ("In the safe of this house") },
  { "awaited", N_ ("Not here yet") },
  { "issuer", N_ ("Where it was issued") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "title",
    .label = N_ ("Certificate"),
    .section = N_ ("Certificate"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "issuer",
    .label = N_ ("Issued by"),
    .section = N_ ("Certificate"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Certificate"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "level",
    .label = N_ ("Level or mark"),
    .section = N_ ("Certificate"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "number",
    .label = N_ ("Number"),
    .section = N_ ("Certificate"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .sensitive = true,
    .since = 5 },
  { .name = "original",
    .label = N_ ("Original"),
    .section = N_ ("Certificate"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = places,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS,
    .since = 5 },
  { .name = "scan",
    .label = N_ ("Scan"),
    .section = N_ ("Certificate"),
    .kind = HEARTH_FIELD_ATTACHMENT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "title"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "issuer"));
}

const HearthRecordType hearth_certificate_type = {
  .name = "certificate",
  .gtype_name = "HearthCertificate",
  .label = N_ ("Certificate"),
  .label_plural = N_ ("Certificates"),
  .label_new = N_ ("New certificate"),
  .icon_name = "hearth-certificate-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};
