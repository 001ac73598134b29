/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl audit: who did what, when.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/command.h"

#include "core/date.h"
#include "core/id.h"
#include "ctl/json-writer.h"
#include "store/audit-list.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static char *option_resident;
static char *option_record;
static char *option_person;
static char **option_actions;
static char *option_from;
static char *option_to;

static void
add_unless_empty (HearthJsonWriter *json, const char *name, const char *value)
{
  if (*value != '\0')
    hearth_json_writer_add_string (json, name, value);
}

static void
print_line (HearthAuditLine *line)
{
  g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();
  g_autofree char *at = hearth_instant_to_rfc3339 (hearth_audit_line_get_at (line));

  hearth_json_writer_add_integer (json, "sequence", hearth_audit_line_get_sequence (line));
  hearth_json_writer_add_string (json, "at", at);
  hearth_json_writer_add_string (json, "person", hearth_audit_line_get_person (line));
  hearth_json_writer_add_string (json, "role", hearth_audit_line_get_role (line));
  hearth_json_writer_add_string (json, "action", hearth_audit_line_get_action (line));
  add_unless_empty (json, "type", hearth_audit_line_get_type_name (line));
  add_unless_empty (json, "id", hearth_audit_line_get_id (line));
  add_unless_empty (json, "resident", hearth_audit_line_get_resident (line));
  if (hearth_audit_line_get_revision (line) > 0)
    hearth_json_writer_add_integer (json, "revision", hearth_audit_line_get_revision (line));
  add_unless_empty (json, "reason", hearth_audit_line_get_reason (line));
  hearth_json_writer_print (json, stdout);
}

/* The number of a resident is known to who reads residents; an auditor, who does not, has the id out of the audit. */
static char *
find_resident (HearthCall *call, GError **error)
{
  g_autoptr (HearthRecord) resident = NULL;

  if (hearth_id_is_valid (option_resident))
    return g_strdup (option_resident);
  resident = hearth_store_load_resident (call->store, option_resident, error);
  return resident != NULL ? g_strdup (hearth_record_get_id (resident)) : NULL;
}

static HearthExit
run_audit (HearthCall *call)
{
  g_autofree char *resident = NULL;
  g_autoptr (GListModel) lines = NULL;
  g_autoptr (GError) error = NULL;
  HearthAuditQuery query = {
    .record = option_record,
    .person = option_person,
    .actions = (const char *const *) option_actions,
    .from = option_from,
    .to = option_to,
  };

  if (!hearth_command_is_day (option_from) || !hearth_command_is_day (option_to))
    return hearth_command_fail (HEARTH_EXIT_BAD_INPUT, _ ("--from and --to take a day like 2026-03-01."));
  if (option_resident != NULL && (resident = find_resident (call, &error)) == NULL)
    return hearth_command_fail_with_error (error);
  query.resident = resident;
  lines = hearth_store_list_audit (call->store, &query, &error);
  if (lines == NULL)
    return hearth_command_fail_with_error (error);
  for (unsigned int i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (HearthAuditLine) line = g_list_model_get_item (lines, i);

      print_line (line);
    }
  return HEARTH_EXIT_DONE;
}

static const GOptionEntry options[] = {
  { "resident", 0, 0, G_OPTION_ARG_STRING, &option_resident,
    N_ ("Only what was done in the file of the resident with this number or id"), N_ ("CODE") },
  { "record", 0, 0, G_OPTION_ARG_STRING, &option_record, N_ ("Only what was done with this record"),
    N_ ("ID") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &option_person, N_ ("Only what the person with this account did"),
    N_ ("ID") },
  { "action", 0, 0, G_OPTION_ARG_STRING_ARRAY, &option_actions,
    N_ ("Only this, like view or sign-in; may be given several times"), N_ ("NAME") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &option_from, N_ ("Only from this day on, like 2026-03-01"),
    N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &option_to, N_ ("Only up to this day"), N_ ("DAY") },
  G_OPTION_ENTRY_NULL
};

const HearthCommand hearth_commands_audit[] = {
  {
    .name = "audit",
    .arguments = "",
    .summary = N_ ("Print who did what, when, the newest first"),
    .description = N_ ("A reason is left out where your role may not read the record that it is about."),
    .needs = HEARTH_NEEDS_STORE,
    .options = options,
    .run = run_audit,
  },
  { .name = NULL },
};
