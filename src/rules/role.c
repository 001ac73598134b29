/* SPDX-License-Identifier: GPL-3.0-or-later
 * The roles of a house: what each may read, write and do. Two tables, and nothing about roles anywhere else.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/role.h"

#include "core/record-type.h"
#include "records/types.h"

#include <glib/gi18n-lib.h>

#define TIER(tier) (1u << HEARTH_TIER_##tier)
#define ACTION(action) (1u << HEARTH_ACTION_##action)

/* --- roles ------------------------------------------------------------------------------ */

enum {
  CARER,
  KEY_WORKER,
  NURSE,
  COUNSELLOR,
  TEACHER,
  LEGAL,
  MANAGER,
  DIRECTOR,
  ADMINISTRATOR,
  AUDITOR,
};

static const char *const none[] = { NULL };
static const char *const medical[] = { "medical", NULL };
static const char *const counselling[] = { "counselling", NULL };
static const char *const legal[] = { "legal", NULL };
static const char *const legal_and_safeguarding[] = { "legal", "safeguarding", NULL };

static const HearthRole roles[] = {
  [CARER] = {
    .code = "duty-carer",
    .words = N_ ("Sees who lives here, what each needs day by day, and the daily log, and writes in it. "
                 "Nothing of the case, of health care or of counselling."),
    .tiers = TIER (HOUSE) | TIER (CARE),
    .compartments = none,
    .actions = ACTION (PRINT) | ACTION (OPEN_EMERGENCY),
    .writes_files = true,
  },
  [KEY_WORKER] = {
    .code = "key-worker",
    .words = N_ ("Sees the daily log and the case: papers, contacts, plans, and how somebody came here. "
                 "Nothing clinical and nothing sealed."),
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE),
    .compartments = none,
    .actions = ACTION (PRINT) | ACTION (EXPORT) | ACTION (OPEN_EMERGENCY),
    .writes_files = true,
  },
  [NURSE] = {
    .code = "nurse",
    .words = N_ ("Sees the daily log and all of health care. Nothing of the case."),
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CLINICAL),
    .compartments = medical,
    .actions = ACTION (PRINT) | ACTION (OPEN_EMERGENCY),
    .writes_files = true,
  },
  [COUNSELLOR] = {
    .code = "counsellor",
    .words = N_ ("Sees the daily log, counselling and clinical records. One’s own process notes are "
                 "sealed to oneself."),
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CLINICAL),
    .compartments = counselling,
    .actions = ACTION (PRINT) | ACTION (OPEN_EMERGENCY),
    .writes_files = true,
  },
  [TEACHER] = {
    .code = "teacher",
    .words = N_ ("Sees who lives here, the daily log and education."),
    .tiers = TIER (HOUSE) | TIER (CARE),
    .compartments = none,
    .actions = ACTION (PRINT) | ACTION (OPEN_EMERGENCY),
    .writes_files = true,
  },
  [LEGAL] = {
    .code = "legal-officer",
    .words = N_ ("Sees the daily log, the case and the legal file. Nothing clinical."),
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE),
    .compartments = legal,
    .actions = ACTION (PRINT) | ACTION (EXPORT) | ACTION (OPEN_EMERGENCY),
    .writes_files = true,
  },
  [MANAGER] = {
    .code = "house-manager",
    .words = N_ ("Sees the daily log, the case and the staff files, approves, and reads the log of "
                 "who did what. Nothing clinical and nothing sealed."),
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE),
    .compartments = none,
    .actions = ACTION (PRINT) | ACTION (EXPORT) | ACTION (BACKUP) | ACTION (VERIFY) | ACTION (READ_AUDIT) |
               ACTION (APPROVE) | ACTION (OPEN_EMERGENCY),
    .writes_files = true,
  },
  [DIRECTOR] = {
    .code = "director",
    .words = N_ ("Sees every file, the legal part and what is said against staff, and decides who works "
                 "here. No process notes."),
    .tiers = TIER (HOUSE) | TIER (CARE) | TIER (CASE) | TIER (CLINICAL),
    .compartments = legal_and_safeguarding,
    .actions = ACTION (PRINT) | ACTION (EXPORT) | ACTION (BACKUP) | ACTION (VERIFY) | ACTION (READ_AUDIT) |
               ACTION (MANAGE_ACCOUNTS) | ACTION (APPROVE) | ACTION (APPROVE_OWN) | ACTION (OPEN_EMERGENCY) |
               ACTION (CARE_FOR_STAFF),
    .writes_files = true,
  },
  [ADMINISTRATOR] = {
    .code = "administrator",
    .words = N_ ("Looks after accounts and copies. Sees no resident."),
    .compartments = none,
    .actions = ACTION (BACKUP) | ACTION (VERIFY) | ACTION (MANAGE_ACCOUNTS),
  },
  [AUDITOR] = {
    .code = "auditor",
    .words = N_ ("Reads the log of who did what. Sees no resident."),
    .compartments = none,
    .actions = ACTION (VERIFY) | ACTION (READ_AUDIT),
  },
};

/* --- types that stand apart --------------------------------------------------------------- */

/* The rule: a role reads the types of its tiers, and writes what it reads. The teacher writes only what a row says:
 * the daily log, of lessons and of the day. So there is no row for
 *
 *   resident, stay, contact, alert, identity_document: whoever takes somebody in at night writes all of them;
 *     what is sealed or of a higher tier in them waits for who may read it;
 *   document, consent, statement, exploitation: case work, which the tier says already. The legal officer writes
 *     them like a key worker, and the sealed parts with the key. */

#define R(role) (1u << (role))
#define ALL (R (AUDITOR + 1) - 1)
#define WRITE_FILES (R (DIRECTOR + 1) - 1)
/* Who is on duty in the house, at night too. The legal officer works in the office. */
#define ON_DUTY (WRITE_FILES & ~R (TEACHER) & ~R (LEGAL))
#define LEAD (R (MANAGER) | R (DIRECTOR))
#define ACCOUNTS (R (DIRECTOR) | R (ADMINISTRATOR))
/* Who talks with residents and colleagues after something has happened. */
#define REVIEW (LEAD | R (KEY_WORKER) | R (COUNSELLOR) | R (NURSE))
#define DECIDE_LEAVE (LEAD | R (KEY_WORKER))
/* Who makes plans together. The plan of care is for those who carry it, across tiers; the carer meets it as tasks. */
#define TEAM (WRITE_FILES & ~R (CARER) & ~R (TEACHER))
#define HEALTH (R (NURSE) | R (DIRECTOR))
#define TEACH (R (TEACHER) | R (KEY_WORKER) | LEAD)
#define COURT (R (KEY_WORKER) | R (LEGAL) | LEAD)
#define BY_TIER 0u
#define NOBODY (1u << 31)

/** Roles by bit. @inside: stays in the program, is neither printed nor exported. */
typedef struct {
  const HearthRecordType *type;
  unsigned int reads, adds, changes;
  bool inside;
} TypeRow;

static const TypeRow apart[] = {
  /* Names and roles of colleagues, and the name of the house, are on every page. There is one house. */
  { &hearth_house_type, ALL, 0, ACCOUNTS },
  { &hearth_account_type, ALL, ACCOUNTS, ACCOUNTS },
  /* Everybody's own; the store shows nobody another's. */
  { &hearth_saved_view_type, WRITE_FILES, WRITE_FILES, WRITE_FILES, .inside = true },
  /* About colleagues: for who leads the house, and not for paper. */
  { &hearth_staff_file_type, LEAD, LEAD, LEAD, .inside = true },
  { &hearth_staff_training_type, LEAD, LEAD, LEAD, .inside = true },
  /* Steps are added by who may ask or decide (approval.c says which), and never changed. They are shown with the record
   * they are about to who may see that, and nowhere else: it may be in a file that the reader is kept from. */
  { &hearth_approval_type, NOBODY, WRITE_FILES | ACCOUNTS, 0, .inside = true },
  /* Who may see a file is decided and known by who leads the house: that there is a conflict may itself be
   * known to nobody else. */
  { &hearth_file_limit_type, LEAD, LEAD, LEAD },
  /* Whoever works in files may open one in an emergency, which adds it (emergency.c); who reviews that reads it. */
  { &hearth_emergency_access_type, LEAD, WRITE_FILES, 0 },
  /* Written on duty, by whoever is there. */
  { &hearth_admission_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_belonging_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_daily_log_type, BY_TIER, ON_DUTY | R (TEACHER), ON_DUTY | R (TEACHER) },
  { &hearth_house_log_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_handover_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_handover_read_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_leave_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_missing_episode_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_need_given_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_safety_plan_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_bed_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_room_restriction_type, BY_TIER, ON_DUTY, ON_DUTY },
  /* By the teacher too, of what happens in lessons. */
  { &hearth_house_event_type, BY_TIER, ON_DUTY | R (TEACHER), ON_DUTY | R (TEACHER) },
  { &hearth_incident_type, BY_TIER, ON_DUTY | R (TEACHER), ON_DUTY | R (TEACHER) },
  /* Lawyers and officers come to see the legal officer. */
  { &hearth_visit_type, BY_TIER, WRITE_FILES, WRITE_FILES },
  /* They are made together with what has to be told, by whoever writes that down. */
  { &hearth_notification_type, BY_TIER, WRITE_FILES, ON_DUTY | R (LEGAL) },
  { &hearth_incident_review_type, BY_TIER, REVIEW, REVIEW },
  /* What the house lays down. */
  { &hearth_notification_rule_type, BY_TIER, LEAD, LEAD },
  { &hearth_room_type, BY_TIER, LEAD, LEAD },
  /* Everybody in the house can be asked to do something, and can add to what they write (daily-checks.c). */
  { &hearth_task_type, BY_TIER, WRITE_FILES, WRITE_FILES },
  { &hearth_addendum_type, BY_TIER, WRITE_FILES, WRITE_FILES },
  /* What is said against somebody who works here goes past everybody who might be their friend. */
  { &hearth_allegation_type, R (DIRECTOR), WRITE_FILES, R (DIRECTOR), .inside = true },
  { &hearth_complaint_type, LEAD, WRITE_FILES, LEAD },
  /* Everybody's own; who may care for the staff reads all (the store asks for that). */
  { &hearth_staff_load_type, WRITE_FILES, WRITE_FILES, WRITE_FILES, .inside = true },
  /* The nurse and the director read what the file may know of it. */
  { &hearth_counselling_session_type, BY_TIER, R (COUNSELLOR), R (COUNSELLOR) },
  { &hearth_group_session_type, BY_TIER, R (COUNSELLOR), R (COUNSELLOR) },
  { &hearth_group_attendance_type, BY_TIER, R (COUNSELLOR), R (COUNSELLOR) },
  /* The counsellor reads what the nurse found, and writes none of it. */
  { &hearth_screening_type, BY_TIER, HEALTH, HEALTH },
  { &hearth_measurement_type, BY_TIER, HEALTH, HEALTH },
  { &hearth_health_condition_type, BY_TIER, HEALTH, HEALTH },
  { &hearth_medicine_type, BY_TIER, HEALTH, HEALTH },
  { &hearth_vaccination_type, BY_TIER, HEALTH, HEALTH },
  /* Whoever takes somebody in at night asks for allergies, and goes along to the doctor. */
  { &hearth_allergy_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_appointment_type, BY_TIER, ON_DUTY, ON_DUTY },
  { &hearth_referral_type, TEAM, TEAM, TEAM },
  { &hearth_strength_type, BY_TIER, WRITE_FILES, WRITE_FILES },
  { &hearth_care_plan_type, TEAM, TEAM & ~R (LEGAL), TEAM & ~R (LEGAL) },
  { &hearth_goal_type, TEAM, TEAM & ~R (LEGAL), TEAM & ~R (LEGAL) },
  { &hearth_goal_progress_type, TEAM, TEAM & ~R (LEGAL), TEAM & ~R (LEGAL) },
  { &hearth_plan_review_type, TEAM, TEAM & ~R (LEGAL), TEAM & ~R (LEGAL) },
  { &hearth_recovery_score_type, TEAM, TEAM, TEAM },
  { &hearth_education_baseline_type, BY_TIER, TEACH, TEACH },
  { &hearth_enrolment_type, BY_TIER, TEACH, TEACH },
  { &hearth_education_plan_type, BY_TIER, TEACH, TEACH },
  { &hearth_learning_goal_type, BY_TIER, TEACH, TEACH },
  { &hearth_attendance_type, BY_TIER, ON_DUTY | R (TEACHER), ON_DUTY | R (TEACHER) },
  { &hearth_school_mark_type, BY_TIER, TEACH, TEACH },
  { &hearth_vocational_training_type, BY_TIER, TEACH, TEACH },
  { &hearth_skill_type, BY_TIER, ON_DUTY | R (TEACHER), ON_DUTY | R (TEACHER) },
  { &hearth_certificate_type, BY_TIER, TEACH, TEACH },
  /* Whoever goes along writes how the day at court was. */
  { &hearth_hearing_type, BY_TIER, COURT, ON_DUTY | R (LEGAL) },
  { &hearth_preparation_type, TEAM, TEAM, TEAM },
  { &hearth_contribution_type, TEAM, TEAM, TEAM },
};

static const TypeRow *
look_up_row (const HearthRecordType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    if (apart[i].type == type)
      return &apart[i];
  return NULL;
}

static unsigned int
bit_of (const HearthRole *role)
{
  return R (role - roles);
}

static bool
reads_tier (const HearthRole *role, HearthTier tier)
{
  return (role->tiers & (1u << tier)) != 0;
}

static bool
may_read (const HearthRole *role, const HearthRecordType *type, const TypeRow *row)
{
  return row != NULL && row->reads != BY_TIER ? (row->reads & bit_of (role)) != 0
                                              : reads_tier (role, type->tier);
}

static bool
may_write (const HearthRole *role, const HearthRecordType *type, const TypeRow *row, HearthVerb verb)
{
  if (row != NULL)
    return ((verb == HEARTH_VERB_ADD ? row->adds : row->changes) & bit_of (role)) != 0;
  return role != &roles[TEACHER] && role->writes_files && reads_tier (role, type->tier);
}

/* --- public ------------------------------------------------------------------------------- */

const HearthRole *
hearth_roles_get (unsigned int *n_roles)
{
  *n_roles = G_N_ELEMENTS (roles);
  return roles;
}

const HearthRole *
hearth_role_lookup (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].code, code))
      return &roles[i];
  return NULL;
}

bool
hearth_role_has_compartment (const HearthRole *role, const char *compartment)
{
  g_return_val_if_fail (role != NULL, false);
  g_return_val_if_fail (compartment != NULL, false);

  return g_strv_contains (role->compartments, compartment);
}

bool
hearth_role_may (const HearthRole *role, const HearthRecordType *type, HearthVerb verb)
{
  const TypeRow *row;

  g_return_val_if_fail (role != NULL, false);
  g_return_val_if_fail (type != NULL, false);

  row = look_up_row (type);
  switch (verb)
    {
    case HEARTH_VERB_READ:
      return may_read (role, type, row);
    case HEARTH_VERB_ADD:
    case HEARTH_VERB_CHANGE:
      return may_write (role, type, row, verb);
    case HEARTH_VERB_PRINT:
      return may_read (role, type, row) && (row == NULL || !row->inside) &&
             hearth_role_may_do (role, HEARTH_ACTION_PRINT);
    case HEARTH_VERB_EXPORT:
      return may_read (role, type, row) && (row == NULL || !row->inside) &&
             hearth_role_may_do (role, HEARTH_ACTION_EXPORT);
    case HEARTH_N_VERBS:
    default:
      g_return_val_if_reached (false);
    }
}

static bool
may_write_any (const HearthRole *role, const HearthRecordType *type)
{
  return hearth_role_may (role, type, HEARTH_VERB_ADD) || hearth_role_may (role, type, HEARTH_VERB_CHANGE);
}

bool
hearth_role_may_field (const HearthRole *role,
                       const HearthRecordType *type,
                       const HearthField *field,
                       bool write)
{
  HearthTier tier;

  g_return_val_if_fail (role != NULL, false);
  g_return_val_if_fail (type != NULL, false);
  g_return_val_if_fail (field != NULL, false);

  if (write ? !may_write_any (role, type) : !hearth_role_may (role, type, HEARTH_VERB_READ))
    return false;
  /* What every record has (id, dates, author) is as open as the record itself. */
  if (hearth_field_is_base (field))
    return true;
  if (g_strcmp0 (field->compartment, HEARTH_COMPARTMENT_AUTHOR) == 0)
    return hearth_role_may (role, type, HEARTH_VERB_ADD);
  if (field->compartment != NULL)
    return hearth_role_has_compartment (role, field->compartment) ||
           (write && field->letterbox && hearth_role_may (role, type, HEARTH_VERB_ADD));
  tier = hearth_record_type_get_field_tier (type, field);
  /* A type that stands apart is open to who may read it as a whole; a field of a tier of its own is not. */
  return reads_tier (role, tier) || (tier == type->tier && look_up_row (type) != NULL);
}

bool
hearth_role_may_do (const HearthRole *role, HearthAction action)
{
  g_return_val_if_fail (role != NULL, false);

  return (role->actions & (1u << action)) != 0;
}

bool
hearth_role_leads (const HearthRole *role)
{
  g_return_val_if_fail (role != NULL, false);

  return (bit_of (role) & LEAD) != 0;
}

bool
hearth_role_decides_leave (const HearthRole *role)
{
  g_return_val_if_fail (role != NULL, false);

  return (bit_of (role) & DECIDE_LEAVE) != 0;
}

char *
hearth_role_describe (const HearthRole *role, const HearthRecordType *type)
{
  bool reads, adds, changes;

  g_return_val_if_fail (role != NULL, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  reads = hearth_role_may (role, type, HEARTH_VERB_READ);
  adds = hearth_role_may (role, type, HEARTH_VERB_ADD);
  changes = hearth_role_may (role, type, HEARTH_VERB_CHANGE);
  /* Translators: these and the next say what a role may do with a kind of record; the dash: nothing */
  if (!reads)
    return g_strdup (adds ? _ ("Adds") : _ ("–"));
  if (adds)
    return g_strdup (changes ? _ ("Reads and writes") : _ ("Reads and adds"));
  return g_strdup (changes ? _ ("Reads and changes") : _ ("Reads"));
}

const char *
hearth_action_describe (HearthAction action)
{
  static const char *const words[] = {
    [HEARTH_ACTION_BACKUP] = N_ ("Makes copies of the house"),
    [HEARTH_ACTION_VERIFY] = N_ ("Checks that nothing was tampered with"),
    [HEARTH_ACTION_READ_AUDIT] = N_ ("Reads who did what, and when"),
    [HEARTH_ACTION_EXPORT] = N_ ("Saves reports and papers outside of Hearth"),
    [HEARTH_ACTION_PRINT] = N_ ("Prints"),
    [HEARTH_ACTION_MANAGE_ACCOUNTS] = N_ ("Makes and changes accounts"),
    [HEARTH_ACTION_APPROVE] = N_ ("Approves what others ask for"),
    [HEARTH_ACTION_APPROVE_OWN] = N_ ("Approves what one asked for oneself"),
    [HEARTH_ACTION_OPEN_EMERGENCY] = N_ ("Opens a file in an emergency, with a reason"),
    [HEARTH_ACTION_CARE_FOR_STAFF] = N_ ("Sees how much each colleague carries"),
  };

  g_return_val_if_fail ((unsigned int) action < G_N_ELEMENTS (words), "");
  return _ (words[action]);
}
