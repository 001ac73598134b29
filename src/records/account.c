/* SPDX-License-Identifier: GPL-3.0-or-later
 * A person of the staff who signs in.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"
#include "records/choices.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "name",
    .label = N_ ("Name"),
    .section = N_ ("Account"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("As it stands under what this person signs."),
    .required = true,
    .searchable = true,
    .list_column = true,
    .names_person = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "user",
    .label = N_ ("Name to sign in with"),
    .section = N_ ("Account"),
    .kind = HEARTH_FIELD_TEXT,
    .required = true,
    .max_length = 60,
    .since = 1 },
  { .name = "role",
    .label = N_ ("Role"),
    .section = N_ ("Account"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_role,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "profession",
    .label = N_ ("Profession and qualification"),
    .section = N_ ("Account"),
    .kind = HEARTH_FIELD_TEXT,
    .hint = N_ ("Printed under reports to a court."),
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "active",
    .label = N_ ("May sign in"),
    .section = N_ ("Account"),
    .kind = HEARTH_FIELD_YES_NO,
    .since = 1 },
  /* By whoever manages accounts, because the old one was lost. */
  { .name = "password_given",
    .label = N_ ("New first password given"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .since = 3 },
};

static char *
make_title (HearthRecord *account)
{
  return g_strdup (hearth_record_get (account, "name"));
}

static char *
make_subtitle (HearthRecord *account)
{
  return hearth_record_format (account, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");
}

const HearthRecordType hearth_account_type = {
  .name = "account",
  .gtype_name = "HearthAccount",
  .label = N_ ("Account"),
  .label_plural = N_ ("Accounts"),
  .label_new = N_ ("New account"),
  .icon_name = "avatar-default-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_STAFF,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};
