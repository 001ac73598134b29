/* SPDX-License-Identifier: GPL-3.0-or-later
 * Something the house gave a resident: clothing, hygiene, bedding and the like.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice kinds[] = {
  { "clothing", N_ ("Clothing") },
  { "shoes", N_ ("Shoes") },
  { "hygiene", N_ ("Hygiene") },
  { "bedding", N_ ("Bedding") },
  { "food", N_ ("Food") },
  { "school", N_ ("For school") },
  { "phone", N_ ("Phone and credit") },
  { "money", N_ ("Pocket money") },
  { "health", N_ ("For health") },
  { "play", N_ ("Toys and leisure") },
  { "other", N_ ("Something else") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "kind",
    .label = N_ ("Kind"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = kinds,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "item",
    .label = N_ ("What"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "quantity",
    .label = N_ ("How many"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 9999,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "size",
    .label = N_ ("Size"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 40,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "value",
    .label = N_ ("Value"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_DECIMAL,
    .minimum = 0,
    .maximum = 10000000,
    .digits = 2,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "choice",
    .label = N_ ("Chosen by the resident"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "given_by",
    .label = N_ ("Given by"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "signed",
    .label = N_ ("Receipt signed"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Given by the house"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *given)
{
  return g_strdup (hearth_record_get (given, "item"));
}

static char *
make_subtitle (HearthRecord *given)
{
  return hearth_words_of (given, "kind");
}

const HearthRecordType hearth_need_given_type = {
  .name = "need_given",
  .gtype_name = "HearthNeedGiven",
  .label = N_ ("Given by the house"),
  .label_plural = N_ ("Given by the house"),
  .label_new = N_ ("New thing given"),
  .icon_name = "star-new-symbolic",
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
