/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every role against every record type, every sealed field and every action: cell by cell, written out by hand.
 */
#include "fixtures/fixtures.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/role.h"

#include <string.h>

#define N_ROLES 10

static const char *const codes[N_ROLES] = {
  "duty-carer",    "key-worker",    "nurse",    "counsellor",    "teacher",
  "legal-officer", "house-manager", "director", "administrator", "auditor",
};

/* r reads, a adds, c changes, p prints, x exports. */
static const struct {
  const char *type;
  const char *cells[N_ROLES];
} types[] = {
  /*                       carer    key w.   nurse    couns.   teacher  legal    manager  director admin.   auditor */
  { "house", { "r--p-", "r--px", "r--p-", "r--p-", "r--p-", "r--px", "r--px", "r-cpx", "r-c--", "r----" } },
  { "account", { "r--p-", "r--px", "r--p-", "r--p-", "r--p-", "r--px", "r--px", "racpx", "rac--", "r----" } },
  { "saved_view",
    { "rac--", "rac--", "rac--", "rac--", "rac--", "rac--", "rac--", "rac--", "-----", "-----" } },
  { "staff_file",
    { "-----", "-----", "-----", "-----", "-----", "-----", "rac--", "rac--", "-----", "-----" } },
  { "staff_training",
    { "-----", "-----", "-----", "-----", "-----", "-----", "rac--", "rac--", "-----", "-----" } },
  { "approval",
    { "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "-----" } },
  { "resident",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "file_limit",
    { "-----", "-----", "-----", "-----", "-----", "-----", "racpx", "racpx", "-----", "-----" } },
  { "emergency_access",
    { "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "ra-px", "ra-px", "-----", "-----" } },
  { "admission",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "stay", { "racp-", "racpx", "racp-", "racp-", "r--p-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "contact", { "racp-", "racpx", "racp-", "racp-", "r--p-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "alert", { "racp-", "racpx", "racp-", "racp-", "r--p-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "daily_log",
    { "racp-", "racpx", "racp-", "racp-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "counselling_session",
    { "-----", "-----", "r--p-", "racp-", "-----", "-----", "-----", "r--px", "-----", "-----" } },
  { "identity_document",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "belonging",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "document",
    { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "consent", { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "statement",
    { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "exploitation",
    { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "house_log",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "house_event",
    { "racp-", "racpx", "racp-", "racp-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "handover",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "handover_read",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "leave", { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "visit", { "racp-", "racpx", "racp-", "racp-", "racp-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "missing_episode",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "incident",
    { "racp-", "racpx", "racp-", "racp-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "incident_review",
    { "r--p-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "notification",
    { "racp-", "racpx", "racp-", "racp-", "ra-p-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "notification_rule",
    { "r--p-", "r--px", "r--p-", "r--p-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "allegation",
    { "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "rac--", "-----", "-----" } },
  { "complaint",
    { "-a---", "-a---", "-a---", "-a---", "-a---", "-a---", "racpx", "racpx", "-----", "-----" } },
  { "safety_plan",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "need_given",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "task", { "racp-", "racpx", "racp-", "racp-", "racp-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "room", { "r--p-", "r--px", "r--p-", "r--p-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "bed", { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "room_restriction",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "staff_load",
    { "rac--", "rac--", "rac--", "rac--", "rac--", "rac--", "rac--", "rac--", "-----", "-----" } },
  { "addendum",
    { "racp-", "racpx", "racp-", "racp-", "racp-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "screening",
    { "-----", "-----", "racp-", "r--p-", "-----", "-----", "-----", "racpx", "-----", "-----" } },
  { "measurement",
    { "-----", "-----", "racp-", "r--p-", "-----", "-----", "-----", "racpx", "-----", "-----" } },
  { "health_condition",
    { "-----", "-----", "racp-", "r--p-", "-----", "-----", "-----", "racpx", "-----", "-----" } },
  { "allergy", { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "medicine",
    { "-----", "-----", "racp-", "r--p-", "-----", "-----", "-----", "racpx", "-----", "-----" } },
  { "vaccination",
    { "-----", "-----", "racp-", "r--p-", "-----", "-----", "-----", "racpx", "-----", "-----" } },
  { "appointment",
    { "racp-", "racpx", "racp-", "racp-", "r--p-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "referral",
    { "-----", "racpx", "racp-", "racp-", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "safety_check",
    { "-----", "-----", "racp-", "racp-", "-----", "-----", "-----", "racpx", "-----", "-----" } },
  { "group_session",
    { "-----", "-----", "r--p-", "racp-", "-----", "-----", "-----", "r--px", "-----", "-----" } },
  { "group_attendance",
    { "-----", "-----", "r--p-", "racp-", "-----", "-----", "-----", "r--px", "-----", "-----" } },
  { "assessment_score",
    { "-----", "-----", "racp-", "racp-", "-----", "-----", "-----", "racpx", "-----", "-----" } },
  { "strength",
    { "racp-", "racpx", "racp-", "racp-", "racp-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "care_plan",
    { "-----", "racpx", "racp-", "racp-", "-----", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "goal", { "-----", "racpx", "racp-", "racp-", "-----", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "goal_progress",
    { "-----", "racpx", "racp-", "racp-", "-----", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "plan_review",
    { "-----", "racpx", "racp-", "racp-", "-----", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "recovery_score",
    { "-----", "racpx", "racp-", "racp-", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "education_baseline",
    { "r--p-", "racpx", "r--p-", "r--p-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "enrolment",
    { "r--p-", "racpx", "r--p-", "r--p-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "education_plan",
    { "r--p-", "racpx", "r--p-", "r--p-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "learning_goal",
    { "r--p-", "racpx", "r--p-", "r--p-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "attendance",
    { "racp-", "racpx", "racp-", "racp-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "school_mark",
    { "r--p-", "racpx", "r--p-", "r--p-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "vocational_training",
    { "r--p-", "racpx", "r--p-", "r--p-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "skill", { "racp-", "racpx", "racp-", "racp-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "certificate",
    { "r--p-", "racpx", "r--p-", "r--p-", "racp-", "r--px", "racpx", "racpx", "-----", "-----" } },
  { "legal_case",
    { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "accused", { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "hearing", { "r-cp-", "racpx", "r-cp-", "r-cp-", "r--p-", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "court_order",
    { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "protective_measure",
    { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "preparation",
    { "-----", "racpx", "racp-", "racp-", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "contribution",
    { "-----", "racpx", "racp-", "racp-", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
  { "court_report",
    { "-----", "racpx", "-----", "-----", "-----", "racpx", "racpx", "racpx", "-----", "-----" } },
};

/* Every sealed field, and others of a tier of their own. */
static const struct {
  const char *type, *field;
  const char *cells[N_ROLES];
} fields[] = {
  /*                              carer key w. nurse couns. teach. legal manag. dir. admin. auditor */
  { "resident", "last_address", { "--", "--", "--", "--", "--", "rw", "--", "rw", "--", "--" } },
  { "contact", "no_contact_reason", { "--", "--", "--", "--", "--", "rw", "--", "rw", "--", "--" } },
  { "counselling_session", "team_note", { "--", "--", "--", "rw", "--", "--", "--", "--", "--", "--" } },
  { "counselling_session", "process_note", { "--", "--", "--", "rw", "--", "--", "--", "--", "--", "--" } },
  { "exploitation", "persons", { "--", "--", "--", "--", "--", "rw", "--", "rw", "--", "--" } },
  { "exploitation", "account", { "--", "--", "--", "--", "--", "rw", "--", "rw", "--", "--" } },
  { "resident", "name_used", { "rw", "rw", "rw", "rw", "r-", "rw", "rw", "rw", "--", "--" } },
  { "resident", "legal_name", { "--", "rw", "--", "--", "--", "rw", "rw", "rw", "--", "--" } },
  { "admission", "operation", { "--", "rw", "--", "--", "--", "r-", "rw", "rw", "--", "--" } },
  { "stay", "order_number", { "--", "rw", "--", "--", "--", "rw", "rw", "rw", "--", "--" } },
  { "identity_document", "copy", { "--", "rw", "--", "--", "--", "rw", "rw", "rw", "--", "--" } },
  { "file_limit", "reason", { "--", "--", "--", "--", "--", "--", "rw", "rw", "--", "--" } },
  { "staff_file", "check_note", { "--", "--", "--", "--", "--", "--", "rw", "rw", "--", "--" } },
  { "counselling_session", "summary", { "--", "--", "r-", "rw", "--", "--", "--", "r-", "--", "--" } },
  { "account", "role", { "r-", "r-", "r-", "r-", "r-", "r-", "r-", "rw", "rw", "r-" } },
  { "allegation", "told", { "-w", "-w", "-w", "-w", "-w", "-w", "-w", "rw", "--", "--" } },
  { "allegation", "said", { "-w", "-w", "-w", "-w", "-w", "-w", "-w", "rw", "--", "--" } },
  { "allegation", "about", { "-w", "-w", "-w", "-w", "-w", "-w", "-w", "rw", "--", "--" } },
  { "allegation", "done", { "-w", "-w", "-w", "-w", "-w", "-w", "-w", "rw", "--", "--" } },
  { "allegation", "steps", { "--", "--", "--", "--", "--", "--", "--", "rw", "--", "--" } },
  { "allegation", "outside", { "--", "--", "--", "--", "--", "--", "--", "rw", "--", "--" } },
  { "allegation", "outcome", { "--", "--", "--", "--", "--", "--", "--", "rw", "--", "--" } },
  { "allegation", "kept_from", { "-w", "-w", "-w", "-w", "-w", "-w", "-w", "rw", "--", "--" } },
  { "complaint", "text", { "-w", "-w", "-w", "-w", "-w", "-w", "rw", "rw", "--", "--" } },
  { "leave", "due_back", { "rw", "rw", "rw", "rw", "r-", "r-", "rw", "rw", "--", "--" } },
  { "missing_episode", "risk", { "rw", "rw", "rw", "rw", "r-", "r-", "rw", "rw", "--", "--" } },
  { "safety_plan", "threats", { "--", "rw", "--", "--", "--", "r-", "rw", "rw", "--", "--" } },
  { "safety_plan", "helps", { "rw", "rw", "rw", "rw", "r-", "r-", "rw", "rw", "--", "--" } },
  { "room_restriction", "reason", { "--", "rw", "--", "--", "--", "r-", "rw", "rw", "--", "--" } },
  { "screening", "substances", { "--", "--", "rw", "--", "--", "--", "--", "--", "--", "--" } },
  { "screening", "reproductive", { "--", "--", "rw", "--", "--", "--", "--", "--", "--", "--" } },
  { "screening", "sexual_health", { "--", "--", "rw", "--", "--", "--", "--", "--", "--", "--" } },
  { "screening", "intimate", { "--", "--", "rw", "--", "--", "--", "--", "--", "--", "--" } },
  { "health_condition", "sealed", { "--", "--", "rw", "--", "--", "--", "--", "--", "--", "--" } },
  { "medicine", "sealed", { "--", "--", "rw", "--", "--", "--", "--", "--", "--", "--" } },
  { "appointment", "sealed", { "--", "--", "rw", "--", "--", "--", "--", "--", "--", "--" } },
  { "appointment", "result", { "--", "--", "rw", "rw", "--", "--", "--", "rw", "--", "--" } },
  { "legal_case", "others_harmed", { "--", "--", "--", "--", "--", "rw", "--", "rw", "--", "--" } },
  { "accused", "identity", { "--", "-w", "--", "--", "--", "rw", "-w", "rw", "--", "--" } },
  { "hearing", "at", { "rw", "rw", "rw", "rw", "r-", "rw", "rw", "rw", "--", "--" } },
  { "hearing", "happened", { "--", "rw", "--", "--", "--", "rw", "rw", "rw", "--", "--" } },
};

/* backup, verify, read audit, export, print, accounts, approve, approve own, open in an emergency, care for staff */
static const char *const actions[N_ROLES] = {
  "----y---y-", "---yy---y-", "----y---y-", "----y---y-", "----y---y-",
  "---yy---y-", "yyyyy-y-y-", "yyyyyyyyyy", "yy---y----", "-yy-------",
};

static void
test_every_role_has_a_row (void)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_account_type, "role");
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);

  g_assert_cmpuint (n_roles, ==, N_ROLES);
  for (unsigned int i = 0; i < N_ROLES; i++)
    {
      g_assert_cmpstr (roles[i].code, ==, codes[i]);
      g_assert_cmpstr (field->choices[i].code, ==, codes[i]);
      g_assert_true (hearth_role_lookup (codes[i]) == &roles[i]);
    }
  g_assert_null (field->choices[N_ROLES].code);
  g_assert_null (hearth_role_lookup ("visitor"));
}

static void
test_types (void)
{
  static const char letters[] = "racpx";
  unsigned int n_roles, n_types;
  const HearthRole *roles = hearth_roles_get (&n_roles);
  const HearthRecordType *const *known = hearth_records_get_types (&n_types);

  g_assert_cmpuint (n_types, ==, G_N_ELEMENTS (types));
  for (unsigned int t = 0; t < n_types; t++)
    for (unsigned int i = 0; i < N_ROLES; i++)
      {
        char cell[HEARTH_N_VERBS + 1] = { 0 };

        g_assert_cmpstr (known[t]->name, ==, types[t].type);
        for (HearthVerb verb = HEARTH_VERB_READ; verb < HEARTH_N_VERBS; verb++)
          cell[verb] = hearth_role_may (&roles[i], known[t], verb) ? letters[verb] : '-';
        g_test_message ("%s, %s", codes[i], types[t].type);
        g_assert_cmpstr (cell, ==, types[t].cells[i]);
      }
}

static void
test_fields (void)
{
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);

  for (gsize f = 0; f < G_N_ELEMENTS (fields); f++)
    for (unsigned int i = 0; i < N_ROLES; i++)
      {
        const HearthRecordType *type = hearth_records_lookup_type (fields[f].type);
        const HearthField *field = hearth_record_type_lookup_field (type, fields[f].field);
        const char cell[] = { hearth_role_may_field (&roles[i], type, field, false) ? 'r' : '-',
                              hearth_role_may_field (&roles[i], type, field, true) ? 'w' : '-', '\0' };

        g_test_message ("%s, %s.%s", codes[i], fields[f].type, fields[f].field);
        g_assert_cmpstr (cell, ==, fields[f].cells[i]);
      }
}

static bool
is_written_out (const HearthRecordType *type, const HearthField *field)
{
  for (gsize f = 0; f < G_N_ELEMENTS (fields); f++)
    if (g_str_equal (fields[f].type, type->name) && g_str_equal (fields[f].field, field->name))
      return true;
  return false;
}

static void
test_every_sealed_field_is_written_out (void)
{
  unsigned int n_types;
  const HearthRecordType *const *known = hearth_records_get_types (&n_types);

  for (unsigned int t = 0; t < n_types; t++)
    for (unsigned int i = 0; i < known[t]->n_fields; i++)
      if (known[t]->fields[i].kind == HEARTH_FIELD_SEALED)
        {
          g_test_message ("%s.%s", known[t]->name, known[t]->fields[i].name);
          g_assert_true (is_written_out (known[t], &known[t]->fields[i]));
        }
}

static void
test_actions (void)
{
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);

  for (unsigned int i = 0; i < N_ROLES; i++)
    {
      char cell[HEARTH_N_ACTIONS + 1] = { 0 };

      for (HearthAction action = HEARTH_ACTION_BACKUP; action < HEARTH_N_ACTIONS; action++)
        cell[action] = (roles[i].actions & (1u << action)) != 0 ? 'y' : '-';
      g_test_message ("%s", codes[i]);
      g_assert_cmpstr (cell, ==, actions[i]);
    }
}

/* A role gives keys of compartments that there are, and of no others. */
static void
test_compartments (void)
{
  g_assert_true (hearth_role_has_compartment (hearth_role_lookup ("nurse"), "medical"));
  g_assert_true (hearth_role_has_compartment (hearth_role_lookup ("counsellor"), "counselling"));
  g_assert_true (hearth_role_has_compartment (hearth_role_lookup ("legal-officer"), "legal"));
  g_assert_true (hearth_role_has_compartment (hearth_role_lookup ("director"), "legal"));
  g_assert_true (hearth_role_has_compartment (hearth_role_lookup ("director"), "safeguarding"));
  g_assert_false (hearth_role_has_compartment (hearth_role_lookup ("director"), "counselling"));
  g_assert_false (hearth_role_has_compartment (hearth_role_lookup ("director"), "medical"));
  g_assert_false (hearth_role_has_compartment (hearth_role_lookup ("administrator"), "legal"));
}

static void
assert_words (const char *role, const HearthRecordType *type, const char *words)
{
  g_autofree char *described = hearth_role_describe (hearth_role_lookup (role), type);

  g_assert_cmpstr (described, ==, words);
}

static void
test_words (void)
{
  assert_words ("duty-carer", &hearth_daily_log_type, "Reads and writes");
  assert_words ("teacher", &hearth_alert_type, "Reads");
  assert_words ("teacher", &hearth_consent_type, "–");
  assert_words ("teacher", &hearth_emergency_access_type, "Adds");
  assert_words ("director", &hearth_approval_type, "Adds");
  assert_words ("administrator", &hearth_house_type, "Reads and changes");
  assert_words ("duty-carer", &hearth_allegation_type, "Adds");
  assert_words ("house-manager", &hearth_allegation_type, "Adds");
  assert_words ("teacher", &hearth_incident_type, "Reads and writes");
  assert_words ("duty-carer", &hearth_room_type, "Reads");
  assert_words ("administrator", &hearth_staff_load_type, "–");
  for (HearthAction action = HEARTH_ACTION_BACKUP; action < HEARTH_N_ACTIONS; action++)
    g_assert_cmpuint (strlen (hearth_action_describe (action)), >, 5);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/role/rows", test_every_role_has_a_row);
  g_test_add_func ("/rules/role/types", test_types);
  g_test_add_func ("/rules/role/fields", test_fields);
  g_test_add_func ("/rules/role/sealed", test_every_sealed_field_is_written_out);
  g_test_add_func ("/rules/role/actions", test_actions);
  g_test_add_func ("/rules/role/compartments", test_compartments);
  g_test_add_func ("/rules/role/words", test_words);
  return g_test_run ();
}
