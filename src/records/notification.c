/* SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody who must be told of something, by when, and that it was done.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice ways[] = {
  { "phone", N_ ("By phone") },
  { "in_person", N_ ("In person") },
  { "email", N_ ("By e-mail") },
  { "letter", N_ ("By letter") },
  { "fax", N_ ("By fax") },
  { "other", N_ ("In another way") },
  { NULL },
};

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
  { .name = "whom",
    .label = N_ ("Who must be told"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_whom,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "name",
    .label = N_ ("Name"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 120,
    .names_person = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "due_at",
    .label = N_ ("To be told by"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "done_at",
    .label = N_ ("Told"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_DATE_TIME,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "done_by",
    .label = N_ ("Told by"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "how",
    .label = N_ ("How"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = ways,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "reference",
    .label = N_ ("Their number"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "answer",
    .label = N_ ("What they said"),
    .section = N_ ("Notification"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *notification)
{
  return hearth_words_pair (notification, "whom", "name");
}

static char *
make_subtitle (HearthRecord *notification)
{
  g_autofree char *done = hearth_words_of (notification, "done_at");
  g_autofree char *due = hearth_words_of (notification, "due_at");

  if (done[0] != '\0')
    /* Translators: when somebody was told of something */
    return g_strdup_printf (_ ("Told %s"), done);
  /* Translators: until when somebody must be told of something */
  return due[0] != '\0' ? g_strdup_printf (_ ("To be told by %s"), due) : g_strdup ("");
}

const HearthRecordType hearth_notification_type = {
  .name = "notification",
  .gtype_name = "HearthNotification",
  .label = N_ ("Notification"),
  .label_plural = N_ ("Notifications"),
  .label_new = N_ ("New notification"),
  .icon_name = "call-start-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
};
