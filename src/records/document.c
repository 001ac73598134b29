/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document in a resident’s file: a photograph, a certificate, a letter.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "certificate", N_ ("Certificate") },
  { "letter", N_ ("Letter") },
  { "authority", N_ ("Paper of an authority") },
  { "court", N_ ("Court paper") },
  { "school", N_ ("School") },
  { "photo", N_ ("Photo") },
  { "drawing", N_ ("Made by the resident") },
  { "other", N_ ("Other") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "title",
    .label = N_ ("Title"),
    .section = N_ ("Document"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 200,
    .required = true,
    .searchable = true,
    .list_column = true,
    .since = 2 },
  { .name = "kind",
    .label = N_ ("Kind"),
    .section = N_ ("Document"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .list_column = true,
    .filter = true,
    .since = 2 },
  { .name = "file",
    .label = N_ ("File"),
    .section = N_ ("Document"),
    .kind = HEARTH_FIELD_ATTACHMENT,
    .required = true,
    .since = 2 },
  { .name = "dated",
    .label = N_ ("Dated"),
    .section = N_ ("Document"),
    .kind = HEARTH_FIELD_PARTIAL_DATE,
    .list_column = true,
    .past_only = true,
    .since = 2 },
  { .name = "received_from",
    .label = N_ ("Received from"),
    .section = N_ ("Document"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .since = 2 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Document"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 2 },
};

static char *
make_title (HearthRecord *document)
{
  return g_strdup (hearth_record_get (document, "title"));
}

static char *
make_subtitle (HearthRecord *document)
{
  return hearth_record_format (document, hearth_record_type_lookup_field (&hearth_document_type, "kind"), "");
}

const HearthRecordType hearth_document_type = {
  .name = "document",
  .gtype_name = "HearthFiledDocument",
  .label = N_ ("Document"),
  .label_plural = N_ ("Documents"),
  .label_new = N_ ("New document"),
  .icon_name = "x-office-document-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "dated",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};
