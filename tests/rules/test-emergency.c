/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opening a file in an emergency: what it gives, for how long, to whom, and that somebody else looks at it.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"
#include "records/types.h"
#include "rules/approval.h"
#include "rules/emergency.h"
#include "store/audit-list.h"
#include "rules/seen.h"

#define REASON "หมดสติหลังอาหารเย็น ต้องรู้ว่าแพ้ยาอะไร"
#define LAST_SECOND "2026-03-01T14:59:59+07:00"
#define OVER "2026-03-01T15:00:00+07:00"

/** A resident with something of every tier, written by a counsellor who holds the key. */
typedef struct {
  HearthTestHouse *house;
  char *resident, *other;
  char *consent, *session, *contact;
} File;

static char *
dup_id (HearthRecord *record)
{
  return g_strdup (hearth_record_get_id (record));
}

static void
set_up (File *file, gconstpointer unused)
{
  g_autoptr (HearthRecord) resident = NULL, other = NULL, consent = NULL, session = NULL, contact = NULL;

  file->house = people_house_new ();
  resident = hearth_test_house_add (file->house, "resident", "name_used", "ليلى", "legal_name", "ليلى الخطيب",
                                    "last_address", "Behind the mill", NULL);
  other = hearth_test_house_add_resident (file->house, "Dao");
  file->resident = dup_id (resident);
  file->other = dup_id (other);
  consent =
    hearth_test_house_add (file->house, "consent", "resident", file->resident, "purpose", "medical_care",
                           "given_by", "self", "valid_from", "2026-01-01", "valid_until", "2026-12-31", NULL);
  contact = hearth_test_house_add (file->house, "contact", "resident", file->resident, "name", "An uncle",
                                   "relation", "aunt_or_uncle", "safe_to_call", "no", "no_contact", "yes",
                                   "no_contact_reason", "Named in the order", NULL);
  file->consent = dup_id (consent);
  file->contact = dup_id (contact);
  people_enter (file->house, "cora");
  session = hearth_test_house_add (file->house, "counselling_session", "resident", file->resident, "date",
                                   "2026-02-27", "kind", "individual", "took_place", "attended", "summary",
                                   "Sleeps with the light on", "process_note", "Mine alone", NULL);
  file->session = dup_id (session);
}

static void
tear_down (File *file, gconstpointer unused)
{
  g_clear_pointer (&file->house, hearth_test_house_free);
  g_free (file->resident);
  g_free (file->other);
  g_free (file->consent);
  g_free (file->session);
  g_free (file->contact);
}

static void
open_file (File *file)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_emergency_is_offered (file->house->store, file->resident));
  hearth_emergency_open (file->house->store, file->resident, REASON, &problems, &error);
  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
}

static HearthRecord *
load (File *file, const char *id)
{
  g_autoptr (GError) error = NULL;
  HearthRecord *record = hearth_store_load (file->house->store, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_gives_tiers_and_no_keys (File *file, gconstpointer unused)
{
  g_autoptr (HearthRecord) resident = NULL, session = NULL, contact = NULL;
  g_autoptr (HearthRecord) consent = NULL;
  g_autofree char *until = NULL;

  people_enter (file->house, "dani");
  resident = load (file, file->resident);
  g_assert_false (people_get (file->house, file->consent));
  g_assert_false (people_get (file->house, file->session));
  g_assert_null (hearth_emergency_dup_until (file->house->store, file->resident));
  open_file (file);

  until = hearth_emergency_dup_until (file->house->store, file->resident);
  g_assert_cmpstr (until, ==, "2026-03-01T08:00:00Z+07:00");
  g_assert_false (hearth_emergency_is_offered (file->house->store, file->resident));
  /* What was on the screen already is there now, too. */
  g_assert_cmpstr (hearth_record_get (resident, "legal_name"), ==, "ليلى الخطيب");
  g_assert_cmpstr (hearth_record_get (resident, "last_address"), ==, "");
  consent = load (file, file->consent);
  session = load (file, file->session);
  contact = load (file, file->contact);
  g_assert_cmpstr (hearth_record_get (session, "summary"), ==, "Sleeps with the light on");
  g_assert_cmpstr (hearth_record_get (session, "process_note"), ==, "");
  g_assert_cmpstr (hearth_record_get (session, "team_note"), ==, "");
  g_assert_cmpstr (hearth_record_get (contact, "no_contact_reason"), ==, "");
  g_assert_true (hearth_seen_tells (session));
  /* It is one file, and reading. */
  g_assert_cmpint (people_count (file->house, "consent", file->other), ==, -1);
  g_assert_cmpint (people_count (file->house, "consent", NULL), ==, -1);
  g_assert_cmpint (people_count (file->house, "consent", file->resident), ==, 1);
  g_assert_cmpint (people_count (file->house, "emergency_access", file->resident), ==, -1);
  g_assert_cmpint (people_count (file->house, "file_limit", file->resident), ==, -1);
  g_assert_false (hearth_policy_may_write (HEARTH_POLICY (file->house->policy), &hearth_consent_type, NULL,
                                           file->resident));
}

static void
assert_unheard (File *file, const char *type, const char *id)
{
  g_autoptr (HearthQuery) timeline = hearth_query_new (NULL);
  g_autoptr (GListModel) records = NULL;

  hearth_query_set_resident (timeline, file->resident);
  records = hearth_store_list (file->house->store, timeline, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      g_assert_cmpstr (hearth_record_get_record_type (record)->name, !=, type);
    }
  g_assert_false (people_get (file->house, id));
  g_assert_cmpint (people_count (file->house, type, file->resident), ==, -1);
}

/* What is said of those who work here saves nobody's life: it goes past them in an emergency too. */
static void
test_gives_no_voices (File *file, gconstpointer unused)
{
  g_autoptr (HearthRecord) allegation = NULL, complaint = NULL;
  g_autofree char *allegation_id = NULL, *complaint_id = NULL;

  people_enter (file->house, "cora");
  allegation = hearth_test_house_add (file->house, "allegation", "residents", file->resident, "noticed_on",
                                      "2026-02-27", "told", "Something", NULL);
  complaint =
    hearth_test_house_add (file->house, "complaint", "residents", file->resident, "received_on", "2026-02-27",
                           "answer_due", "2026-03-13", "way", "spoken", "text", "Nobody knocks", NULL);
  allegation_id = dup_id (allegation);
  complaint_id = dup_id (complaint);
  g_clear_object (&allegation);
  g_clear_object (&complaint);
  people_enter (file->house, "dani");
  open_file (file);
  assert_unheard (file, "complaint", complaint_id);
  g_assert_cmpuint (people_search (file->house, "Nobody knocks"), ==, 0);
  assert_unheard (file, "allegation", allegation_id);
  people_enter (file->house, "hanna");
  open_file (file);
  assert_unheard (file, "allegation", allegation_id);
}

/* Who reads the audit finds the opening by its name, in the resident's file. */
static void
test_is_in_the_audit (File *file, gconstpointer unused)
{
  static const char *const openings[] = { "emergency", NULL };
  HearthAuditQuery query = { .resident = file->resident, .actions = openings };
  g_autoptr (GListModel) lines = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (file->house, "dani");
  open_file (file);
  people_enter (file->house, HEARTH_TEST_USER);
  lines = hearth_store_list_audit (file->house->store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 1);
}

/* Half an hour, and not a second longer. */
static void
test_half_an_hour (File *file, gconstpointer unused)
{
  people_enter (file->house, "dani");
  open_file (file);
  hearth_clock_set_fixed (file->house->clock, LAST_SECOND);
  g_assert_true (people_get (file->house, file->consent));
  hearth_clock_set_fixed (file->house->clock, OVER);
  g_assert_false (people_get (file->house, file->consent));
  g_assert_null (hearth_emergency_dup_until (file->house->store, file->resident));
  g_assert_true (hearth_emergency_is_offered (file->house->store, file->resident));
}

/* Who sets the computer's clock back has not more time, nor who does so before signing in. */
static void
test_clock_set_back (File *file, gconstpointer unused)
{
  people_enter (file->house, "dani");
  hearth_clock_set_fixed_boot_seconds (file->house->clock, 1000);
  open_file (file);
  hearth_clock_set_fixed_boot_seconds (file->house->clock, 1000 + HEARTH_EMERGENCY_MINUTES * 60 - 1);
  g_assert_true (people_get (file->house, file->consent));
  hearth_clock_set_fixed_boot_seconds (file->house->clock, 1000 + HEARTH_EMERGENCY_MINUTES * 60);
  g_assert_false (people_get (file->house, file->consent));
  hearth_clock_set_fixed (file->house->clock, "2026-03-01T14:29:59+07:00");
  people_enter (file->house, "dani");
  g_assert_false (people_get (file->house, file->consent));
}

static void
enter_at (File *file, const char *time, gint64 boot_seconds)
{
  hearth_test_house_close (file->house);
  hearth_clock_set_fixed (file->house->clock, time);
  hearth_clock_set_fixed_boot_seconds (file->house->clock, boot_seconds);
  people_enter (file->house, "dani");
}

/* Signing out, setting the clock back to the first minutes of the opening and signing in again gives no second half hour,
 * nor does starting the computer anew before. */
static void
test_clock_set_back_and_signed_in_again (File *file, gconstpointer unused)
{
  enter_at (file, "2026-03-01T14:30:00+07:00", 1000);
  open_file (file);
  enter_at (file, "2026-03-01T14:31:00+07:00", 1000 + 20 * 60);
  g_assert_true (people_get (file->house, file->consent));
  hearth_clock_set_fixed_boot_seconds (file->house->clock, 1000 + HEARTH_EMERGENCY_MINUTES * 60);
  g_assert_false (people_get (file->house, file->consent));
  enter_at (file, "2026-03-01T14:31:00+07:00", 1000 + HEARTH_EMERGENCY_MINUTES * 60);
  g_assert_false (people_get (file->house, file->consent));
  g_assert_true (hearth_emergency_is_offered (file->house->store, file->resident));
}

static void
test_clock_set_back_after_a_start (File *file, gconstpointer unused)
{
  enter_at (file, "2026-03-01T14:30:00+07:00", 1000);
  open_file (file);
  enter_at (file, "2026-03-01T14:40:00+07:00", 20);
  g_assert_true (people_get (file->house, file->consent));
  enter_at (file, "2026-03-01T14:31:00+07:00", 10);
  g_assert_false (people_get (file->house, file->consent));
  g_assert_true (hearth_emergency_is_offered (file->house->store, file->resident));
}

static void
count_cb (guint *count)
{
  (*count)++;
  g_main_context_wakeup (NULL);
}

/* An opening that still runs counts on at the next sign-in, and what is on the screen goes when it ends. */
static void
test_ends_by_itself (File *file, gconstpointer unused)
{
  g_autoptr (HearthRecord) consent = NULL;
  guint told = 0;

  people_enter (file->house, "dani");
  open_file (file);
  hearth_clock_set_fixed (file->house->clock, LAST_SECOND);
  people_enter (file->house, "dani");
  consent = load (file, file->consent);
  g_assert_cmpstr (hearth_record_get (consent, "purpose"), ==, "medical_care");
  g_signal_connect_swapped (file->house->policy, "changed", G_CALLBACK (count_cb), &told);
  hearth_clock_set_fixed (file->house->clock, OVER);
  hearth_test_wait_until (told > 0);
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpstr (hearth_record_get (consent, "purpose"), ==, "");
}

static void
test_reason (File *file, gconstpointer unused)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint told = 0;

  people_enter (file->house, "dani");
  g_signal_connect_swapped (file->house->policy, "changed", G_CALLBACK (count_cb), &told);
  g_assert_false (hearth_emergency_open (file->house->store, file->resident, "   ช่วยด้วย         ", &problems,
                                         &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "reason", HEARTH_PROBLEM_RULE);
  g_assert_cmpuint (told, ==, 0);
  g_assert_false (people_get (file->house, file->consent));
  open_file (file);
  g_assert_cmpuint (told, ==, 1);
}

/* Only the program writes one down, with the time it has. */
static void
test_not_written_by_hand (File *file, gconstpointer unused)
{
  g_autoptr (HearthRecord) access = hearth_record_new (&hearth_emergency_access_type);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *dani = NULL;
  int code;

  people_enter (file->house, "dani");
  dani = people_find (file->house, "dani");
  hearth_record_set (access, "resident", file->resident);
  hearth_record_set (access, "person", dani);
  hearth_record_set (access, "opened_at", "2026-03-01T07:30:00Z+07:00");
  hearth_record_set (access, "until", "2026-03-31T07:30:00Z+07:00");
  hearth_record_set (access, "reason", REASON);
  problems = people_try (file->house, access, &code);
  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_DENIED);
  g_assert_false (people_get (file->house, file->consent));
}

/* The one opening there is, as the signed-in person sees it. */
static HearthRecord *
load_access (File *file)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_emergency_access_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) all = hearth_store_list (file->house->store, query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 1);
  return g_list_model_get_item (all, 0);
}

static guint
count_waiting (File *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = hearth_approval_list_waiting (file->house->store, &error);

  g_assert_no_error (error);
  return waiting->len;
}

/* The director reads all tiers, and opens what is limited to others. */
static void
open_as_director (File *file)
{
  g_autoptr (HearthRecord) resident = NULL, named = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  int code;

  people_enter (file->house, HEARTH_TEST_USER);
  g_assert_false (hearth_emergency_is_offered (file->house->store, file->resident));
  resident = load (file, file->resident);
  named = people_limit (file->house, resident, "hanna", "named");
  g_assert_false (people_get (file->house, file->consent));
  open_file (file);
  g_assert_true (people_get (file->house, file->consent));
  /* Who may see the file is not decided in an emergency. */
  hearth_record_set (named, "until", "2026-03-01");
  problems = people_try (file->house, named, &code);
  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_DENIED);
}

/* Nobody reviews what one has opened oneself, not past the program's own way either, and takes nothing back. */
static void
test_not_ones_own (File *file, gconstpointer unused)
{
  g_autoptr (HearthRecord) step = hearth_record_new (&hearth_approval_type), access = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  open_as_director (file);
  g_assert_cmpuint (count_waiting (file), ==, 0);
  access = load_access (file);
  g_assert_false (hearth_approval_may_decide (file->house->store, access));
  g_assert_false (hearth_approval_approve (file->house->store, access, "Right so", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  hearth_record_set (step, "subject", hearth_record_get_id (access));
  hearth_record_set (step, "subject_type", "emergency_access");
  hearth_record_set (step, "subject_revision", "1");
  hearth_record_set (step, "step", "approved");
  problems = people_try (file->house, step, &code);
  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "step", HEARTH_PROBLEM_RULE);
  g_assert_false (hearth_approval_withdraw (file->house->store, access, NULL));
  g_assert_false (hearth_store_mark_in_error (file->house->store, access, "Did not happen", NULL));
}

static void
test_second_person (File *file, gconstpointer unused)
{
  g_autoptr (HearthRecord) access = NULL;
  g_autoptr (HearthApprovalStanding) standing = NULL;
  g_autoptr (GError) error = NULL;

  open_as_director (file);
  people_enter (file->house, "hanna");
  g_assert_cmpuint (count_waiting (file), ==, 1);
  access = load_access (file);
  g_assert_cmpstr (hearth_record_get (access, "reason"), ==, REASON);
  standing = hearth_approval_look_up (file->house->store, access, &error);
  g_assert_cmpint (standing->state, ==, HEARTH_APPROVAL_REQUESTED);
  g_assert_true (hearth_approval_approve (file->house->store, access, "", &error));
  g_clear_pointer (&standing, hearth_approval_standing_free);
  standing = hearth_approval_look_up (file->house->store, access, &error);
  g_assert_cmpint (standing->state, ==, HEARTH_APPROVAL_APPROVED);
  g_assert_cmpuint (count_waiting (file), ==, 0);
  /* Once. */
  g_assert_false (hearth_approval_return (file->house->store, access, "Why?", NULL));
}

/* A carer asks, and does not answer. */
static void
test_carer_does_not_review (File *file, gconstpointer unused)
{
  g_autoptr (GPtrArray) waiting = NULL, problems = NULL;
  g_autoptr (HearthRecord) step = hearth_record_new (&hearth_approval_type);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  int code;

  people_enter (file->house, "dani");
  open_file (file);
  people_enter (file->house, "hanna");
  waiting = hearth_approval_list_waiting (file->house->store, &error);
  g_assert_cmpuint (waiting->len, ==, 1);
  id = dup_id (g_ptr_array_index (waiting, 0));
  /* What is returned says why. */
  g_assert_false (hearth_approval_return (file->house->store, g_ptr_array_index (waiting, 0), "", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_pointer (&waiting, g_ptr_array_unref);

  people_enter (file->house, "kim");
  waiting = hearth_approval_list_waiting (file->house->store, NULL);
  g_assert_cmpuint (waiting->len, ==, 0);
  hearth_record_set (step, "subject", id);
  hearth_record_set (step, "subject_type", "emergency_access");
  hearth_record_set (step, "subject_revision", "1");
  hearth_record_set (step, "step", "approved");
  problems = people_try (file->house, step, &code);
  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "step", HEARTH_PROBLEM_RULE);
}

/* Neither the house's office nor its computers have emergencies. */
static void
test_not_offered (File *file, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  people_enter (file->house, "ana");
  g_assert_false (hearth_emergency_is_offered (file->house->store, file->resident));
  g_assert_false (hearth_emergency_open (file->house->store, file->resident, REASON, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

#define ADD(path, function) g_test_add (path, File, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  ADD ("/rules/emergency/gives-tiers-and-no-keys", test_gives_tiers_and_no_keys);
  ADD ("/rules/emergency/gives-no-voices", test_gives_no_voices);
  ADD ("/rules/emergency/is-in-the-audit", test_is_in_the_audit);
  ADD ("/rules/emergency/half-an-hour", test_half_an_hour);
  ADD ("/rules/emergency/clock-set-back", test_clock_set_back);
  ADD ("/rules/emergency/clock-set-back-and-signed-in-again", test_clock_set_back_and_signed_in_again);
  ADD ("/rules/emergency/clock-set-back-after-a-start", test_clock_set_back_after_a_start);
  ADD ("/rules/emergency/ends-by-itself", test_ends_by_itself);
  ADD ("/rules/emergency/reason", test_reason);
  ADD ("/rules/emergency/not-by-hand", test_not_written_by_hand);
  ADD ("/rules/emergency/not-ones-own", test_not_ones_own);
  ADD ("/rules/emergency/second-person", test_second_person);
  ADD ("/rules/emergency/carer-does-not-review", test_carer_does_not_review);
  ADD ("/rules/emergency/not-offered", test_not_offered);
  return g_test_run ();
}
