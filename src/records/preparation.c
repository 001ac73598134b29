/* SPDX-License-Identifier: GPL-3.0-or-later
 * One step of preparing for a hearing, with its day. It never goes over what happened: no field holds that.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice stages[] = {
  { "decide", N_ ("Decide") },
  { "inform", N_ ("Explain") },
  { "assess", N_ ("Find out what is needed") },
  { "measures", N_ ("Ask for protection") },
  { "sessions", N_ ("Meetings") },
  { "carers", N_ ("Those around") },
  { "logistics", N_ ("Arrange the day") },
  { "day", N_ ("On the day") },
  { "after", N_ ("Afterwards") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "hearing",
    .label = N_ ("Hearing"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "hearing",
    .required = true,
    .since = 5 },
  { .name = "item",
    .label = N_ ("Code"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 40,
    .since = 5 },
  { .name = "stage",
    .label = N_ ("Part"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = stages,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "text",
    .label = N_ ("What is to be done"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 300,
    .required = true,
    .searchable = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "days",
    .label = N_ ("Days before the hearing"),
    .hint = N_ ("0 on the day, below 0 afterwards. The day below follows when the hearing is moved."),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = -365,
    .maximum = 365,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "due",
    .label = N_ ("By"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "who",
    .label = N_ ("Who"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "role",
    .label = N_ ("Or whoever is"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_role,
    .since = 5 },
  { .name = "critical",
    .label = N_ ("Must not be left out"),
    .section = N_ ("Step"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },

  { .name = "done_on",
    .label = N_ ("Done on"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "done_by",
    .label = N_ ("By whom, in which language"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 160,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
  { .name = "reaction",
    .label = N_ ("What the resident says to it"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "note",
    .label = N_ ("What comes next"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 5 },
  { .name = "not_needed",
    .label = N_ ("Not needed"),
    .section = N_ ("Done"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_COURT,
    .since = 5 },
};

static char *
make_title (HearthRecord *record)
{
  return g_strdup (hearth_record_get (record, "text"));
}

static char *
make_subtitle (HearthRecord *record)
{
  return hearth_words_of (record, "stage");
}

const HearthRecordType hearth_preparation_type = {
  .name = "preparation",
  .gtype_name = "HearthPreparation",
  .label = N_ ("Step of preparation"),
  .label_plural = N_ ("Steps of preparation"),
  .label_new = N_ ("New step of preparation"),
  .icon_name = "view-list-bullet-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "due",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};
