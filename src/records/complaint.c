/* SPDX-License-Identifier: GPL-3.0-or-later
 * A complaint by a resident, hidden from whom it is about, answered in time.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/problem.h"
#include "core/record.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

static const HearthChoice ways[] = {
  { "spoken", N_ ("Spoken") },  { "box", N_ ("Complaint box") },    { "letter", N_ ("Letter") },
  { "phone", N_ ("By phone") }, { "other", N_ ("In another way") }, { NULL },
};

static const HearthChoice matters[] = {
  { "food", N_ ("Food") },
  { "room", N_ ("Room and bed") },
  { "rules", N_ ("Rules of the house") },
  { "staff", N_ ("How staff behave") },
  { "residents", N_ ("Other residents") },
  { "contact", N_ ("Visits and calls") },
  { "care", N_ ("Care and health") },
  { "safety", N_ ("Safety") },
  { "privacy", N_ ("Privacy") },
  { "school", N_ ("School or work") },
  { "other", N_ ("Something else") },
  { NULL },
};

static const HearthChoice answers[] = {
  { "yes", N_ ("Yes") },
  { "partly", N_ ("Partly") },
  { "no", N_ ("No") },
  { "not_asked", N_ ("Not asked yet") },
  { NULL },
};

static const HearthField fields[] = {
  { .name = "received_on",
    .label = N_ ("Received on"),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "residents",
    .label = N_ ("Residents who complain"),
    .hint = N_ ("Nobody, where it came without a name."),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "resident",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "way",
    .label = N_ ("How it came"),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = ways,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "about",
    .label = N_ ("About"),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = matters,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "text",
    .label = N_ ("The complaint, in own words"),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .required = true,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "wish",
    .label = N_ ("What should become of it, in own words"),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .own_words = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "about_staff",
    .label = N_ ("Somebody who works here"),
    .hint = N_ ("Whoever is named here will not see the complaint."),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_LINKS,
    .link_type = "account",
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "taken_by",
    .label = N_ ("Taken by"),
    .section = N_ ("Complaint"),
    .kind = HEARTH_FIELD_LINK,
    .link_type = "account",
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "answer_due",
    .label = N_ ("Answer by"),
    .section = N_ ("Answer"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "answer",
    .label = N_ ("What was answered"),
    .section = N_ ("Answer"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "answered_on",
    .label = N_ ("Answered on"),
    .section = N_ ("Answer"),
    .kind = HEARTH_FIELD_DATE,
    .list_column = true,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "content",
    .label = N_ ("Was the answer all right"),
    .section = N_ ("Answer"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = answers,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "outside",
    .label = N_ ("Passed on to"),
    .hint = N_ ("An authority or helpline outside the house."),
    .section = N_ ("Answer"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
  { .name = "closed_on",
    .label = N_ ("Closed on"),
    .section = N_ ("Answer"),
    .kind = HEARTH_FIELD_DATE,
    .past_only = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4 },
};

static char *
make_title (HearthRecord *complaint)
{
  g_autofree char *about = hearth_words_of (complaint, "about");

  return about[0] != '\0' ? g_steal_pointer (&about) : g_strdup (_ ("Complaint"));
}

static char *
make_subtitle (HearthRecord *complaint)
{
  g_autofree char *due = hearth_words_of (complaint, "answer_due");

  if (hearth_record_has (complaint, "answered_on"))
    return g_strdup (_ ("Answered"));
  /* Translators: the day by which a complaint must be answered */
  return g_strdup_printf (_ ("Answer by %s"), due);
}

static void
validate (HearthRecord *complaint, const char *today, GPtrArray *problems)
{
  hearth_check_order (complaint, "received_on", "answer_due", problems);
  hearth_check_order (complaint, "received_on", "answered_on", problems);
  hearth_check_order (complaint, "received_on", "closed_on", problems);
  if (hearth_record_has (complaint, "answered_on") && !hearth_record_has (complaint, "answer"))
    hearth_problems_add (problems, HEARTH_PROBLEM_REQUIRED, "answer", NULL);
}

const HearthRecordType hearth_complaint_type = {
  .name = "complaint",
  .gtype_name = "HearthComplaint",
  .label = N_ ("Complaint"),
  .label_plural = N_ ("Complaints"),
  .label_new = N_ ("New complaint"),
  .icon_name = "chat-message-new-symbolic",
  .owner = HEARTH_OWNER_RESIDENTS,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_CASE,
  .retention = HEARTH_RETAIN_FILE,
  .hidden_from = "about_staff",
  .event_field = "received_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
