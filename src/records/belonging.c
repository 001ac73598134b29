/* SPDX-License-Identifier: GPL-3.0-or-later
 * A thing that belongs to a resident: what was brought, who keeps it, and when it was handed back.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const HearthChoice conditions[] = {
  { "new", N_ ("New") },
  { "good", N_ ("Good") },
  { "worn", N_ ("Worn") },
  { "damaged", N_ ("Damaged") },
  { NULL },
};

static const HearthChoice keepers[] = {
  { "resident", N_ ("With the resident") },
  { "locker", N_ ("In the resident’s locker") },
  { "safe", N_ ("In the safe of this house") },
  { "store", N_ ("In the store room") },
  { "returned", N_ ("Handed back") },
  { "police", N_ ("With the police") },
  { "other", N_ ("Elsewhere") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "item",
    .label = N_ ("What"),
    .section = N_ ("Thing"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "quantity",
    .label = N_ ("How many"),
    .section = N_ ("Thing"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 1,
    .maximum = 9999,
    .list_column = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "condition",
    .label = N_ ("Condition"),
    .section = N_ ("Thing"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = conditions,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "description",
    .label = N_ ("Description"),
    .section = N_ ("Thing"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Colour, make, amount of money, number."),
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "photo",
    .label = N_ ("Photo"),
    .section = N_ ("Thing"),
    .kind = HEARTH_FIELD_ATTACHMENT,
    .since = 2 },
  { .name = "kept",
    .label = N_ ("Where it is"),
    .section = N_ ("Keeping"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = keepers,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "received_on",
    .label = N_ ("Received on"),
    .section = N_ ("Keeping"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "returned_on",
    .label = N_ ("Handed back on"),
    .section = N_ ("Keeping"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "returned_to",
    .label = N_ ("Handed back to"),
    .section = N_ ("Keeping"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "signed",
    .label = N_ ("Receipt signed"),
    .section = N_ ("Keeping"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 2 },
  { .name = "note",
    .label = N_ ("Note"),
    .section = N_ ("Keeping"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .since = 2 },
};

static char *
make_title (HearthRecord *belonging)
{
  return g_strdup (hearth_record_get (belonging, "item"));
}

static char *
make_subtitle (HearthRecord *belonging)
{
  return hearth_record_format (belonging, hearth_record_type_lookup_field (&hearth_belonging_type, "kept"),
                               "");
}

static void
validate (HearthRecord *belonging, const char *today, GPtrArray *problems)
{
  const char *received = hearth_record_get (belonging, "received_on"),
             *returned = hearth_record_get (belonging, "returned_on");

  if (returned[0] != '\0' && strcmp (returned, received) < 0)
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "returned_on", "received_on");
  if (g_str_equal (hearth_record_get (belonging, "kept"), "returned") != (returned[0] != '\0'))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "returned_on",
                         N_ ("A thing is handed back on a day, and then it is not kept any more."));
}

const HearthRecordType hearth_belonging_type = {
  .name = "belonging",
  .gtype_name = "HearthBelonging",
  .label = N_ ("Belonging"),
  .label_plural = N_ ("Belongings"),
  .label_new = N_ ("New belonging"),
  .icon_name = "edit-paste-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "received_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
