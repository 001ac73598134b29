/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who gives whom a role: directors, administrators whose word a director confirms, nobody to oneself.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"
#include "records/types.h"
#include "rules/account-role.h"
#include "rules/approval.h"
#include "store/people.h"

#define GIVEN "copper meadow violin harbour"

static void
assert_refused (HearthTestHouse *house, HearthRecord *record, const char *field)
{
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, record, &code);

  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, field, HEARTH_PROBLEM_RULE);
}

static const char *
get_role (HearthTestHouse *house)
{
  const HearthRole *role = hearth_house_policy_get_role (house->policy);

  return role != NULL ? role->code : NULL;
}

static void
set_role (HearthTestHouse *house, const char *name, const char *role)
{
  g_autoptr (HearthRecord) account = people_load (house, name);

  hearth_record_set (account, "role", role);
  people_save (house, account);
}

static guint
count_waiting (HearthTestHouse *house)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = hearth_approval_list_waiting (house->store, &error);

  g_assert_no_error (error);
  return waiting->len;
}

static HearthApprovalState
look_up (HearthTestHouse *house, const char *name)
{
  g_autoptr (HearthRecord) account = people_load (house, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthApprovalStanding) standing = hearth_approval_look_up (house->store, account, &error);

  g_assert_no_error (error);
  return standing->state;
}

static void
approve (HearthTestHouse *house, const char *name)
{
  g_autoptr (HearthRecord) account = people_load (house, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_approval_may_decide (house->store, account));
  hearth_approval_approve (house->store, account, "", &error);
  g_assert_no_error (error);
}

/* Whom a director lets in comes in; whom an administrator lets in waits, and so does who reads no files not. */
static void
test_given_by_an_administrator (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();

  g_assert_cmpuint (count_waiting (house), ==, 0);
  g_assert_cmpint (look_up (house, "hanna"), ==, HEARTH_APPROVAL_NONE);
  people_enter (house, "ana");
  people_add (house, "ناصر", "duty-carer");
  people_add (house, "otto", "auditor");
  g_assert_cmpuint (count_waiting (house), ==, 0);
  people_enter (house, "otto");
  g_assert_cmpstr (get_role (house), ==, "auditor");
  people_enter (house, "ناصر");
  g_assert_null (get_role (house));
  g_assert_cmpint (people_count (house, "resident", NULL), ==, -1);
  g_assert_false (hearth_policy_may_do (HEARTH_POLICY (house->policy), HEARTH_ACTION_PRINT));

  people_enter (house, "hanna");
  g_assert_cmpuint (count_waiting (house), ==, 0);
  people_enter (house, HEARTH_TEST_USER);
  g_assert_cmpuint (count_waiting (house), ==, 1);
  approve (house, "ناصر");
  g_assert_cmpuint (count_waiting (house), ==, 0);
  people_enter (house, "ناصر");
  g_assert_cmpstr (get_role (house), ==, "duty-carer");
}

/* Nor does an administrator get past the director with a role that was only chosen on the page of the own account. */
static void
test_role_chosen_and_not_saved (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();

  people_enter (house, "ana");
  hearth_record_set (hearth_store_get_account (house->store), "role", "director");
  people_add (house, "ناصر", "duty-carer");
  people_enter (house, "ناصر");
  g_assert_null (get_role (house));
  people_enter (house, HEARTH_TEST_USER);
  g_assert_cmpuint (count_waiting (house), ==, 1);
}

static void
give_password (HearthTestHouse *house, const char *name, int expected)
{
  g_autoptr (HearthRecord) account = people_load (house, name);
  g_autoptr (HearthNewPassword) password = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  password =
    hearth_new_password_prepare (house->folder, hearth_record_get (account, "user"), GIVEN, true, &error);
  g_assert_no_error (error);
  hearth_store_reset_account (house->store, account, password, &problems, &error);
  g_assert_cmpint (error != NULL ? error->code : 0, ==, expected);
}

/* Who gives a password could sign in with it: an administrator gets into no file that way. */
static void
test_password_given_by_an_administrator (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();

  people_enter (house, "ana");
  give_password (house, "dani", 0);
  /* Nobody could let the only director in again. */
  give_password (house, HEARTH_TEST_USER, HEARTH_STORE_ERROR_INVALID);
  hearth_test_house_open (house, "dani", GIVEN);
  g_assert_null (get_role (house));
  people_enter (house, HEARTH_TEST_USER);
  g_assert_cmpuint (count_waiting (house), ==, 1);
  approve (house, "dani");
  hearth_test_house_open (house, "dani", GIVEN);
  g_assert_cmpstr (get_role (house), ==, "duty-carer");
  people_enter (house, HEARTH_TEST_USER);
  give_password (house, "dani", 0);
  g_assert_cmpuint (count_waiting (house), ==, 0);
}

/* A name that is mended voids nothing, another role does. */
static void
test_changed_by_an_administrator (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) account = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (house, "ana");
  set_role (house, "dani", "nurse");
  people_enter (house, "dani");
  g_assert_null (get_role (house));
  people_enter (house, HEARTH_TEST_USER);
  approve (house, "dani");
  people_enter (house, "ana");
  account = people_load (house, "dani");
  hearth_record_set (account, "profession", "ممرضة");
  people_save (house, account);
  g_clear_object (&account);
  people_enter (house, "dani");
  g_assert_cmpstr (get_role (house), ==, "nurse");

  people_enter (house, "ana");
  set_role (house, "dani", "key-worker");
  people_enter (house, HEARTH_TEST_USER);
  account = people_load (house, "dani");
  g_assert_cmpint (look_up (house, "dani"), ==, HEARTH_APPROVAL_REQUESTED);
  g_assert_true (hearth_approval_return (house->store, account, "Still a nurse, please", &error));
  g_assert_no_error (error);
  g_assert_cmpint (look_up (house, "dani"), ==, HEARTH_APPROVAL_RETURNED);
  g_assert_cmpuint (count_waiting (house), ==, 0);
  g_clear_object (&account);
  people_enter (house, "dani");
  g_assert_null (get_role (house));
  /* A director's own word needs nobody's. */
  people_enter (house, HEARTH_TEST_USER);
  set_role (house, "dani", "nurse");
  g_assert_cmpint (look_up (house, "dani"), ==, HEARTH_APPROVAL_NONE);
  people_enter (house, "dani");
  g_assert_cmpstr (get_role (house), ==, "nurse");
}

/* Also who had left and is let in again. */
static void
test_let_in_again (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) account = people_load (house, "dani");

  hearth_record_set (account, "active", "no");
  people_save (house, account);
  g_clear_object (&account);
  people_enter (house, "ana");
  account = people_load (house, "dani");
  hearth_record_set (account, "active", "yes");
  people_save (house, account);
  g_clear_object (&account);
  people_enter (house, "dani");
  g_assert_null (get_role (house));
}

/* Nobody but a director approves one, whatever is saved how. */
static void
test_only_a_director_approves (void)
{
  static const char *const users[] = { "ana", "hanna", "kim" };
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autofree char *id = NULL;

  people_enter (house, "ana");
  people_add (house, "nin", "nurse");
  id = people_find (house, "nin");
  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (HearthRecord) step = hearth_record_new (&hearth_approval_type);
      g_autoptr (HearthRecord) account = NULL;
      g_autoptr (GError) error = NULL;

      people_enter (house, users[i]);
      account = people_load (house, "nin");
      g_assert_false (hearth_approval_may_decide (house->store, account));
      g_assert_false (hearth_approval_approve (house->store, account, "", &error));
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
      hearth_record_set (step, "subject", id);
      hearth_record_set (step, "subject_type", "account");
      hearth_record_set (step, "subject_revision", "1");
      hearth_record_set (step, "step", "approved");
      assert_refused (house, step, "step");
    }
}

/* A step is about the version that is there, and about something that is approved at all. */
static void
test_steps_name_their_version (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) step = hearth_record_new (&hearth_approval_type);
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "มะลิ");
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *id = NULL;
  int code;

  people_enter (house, "ana");
  people_add (house, "nin", "nurse");
  id = people_find (house, "nin");
  people_enter (house, HEARTH_TEST_USER);
  hearth_record_set (step, "subject", id);
  hearth_record_set (step, "subject_type", "account");
  hearth_record_set (step, "subject_revision", "2");
  hearth_record_set (step, "step", "approved");
  assert_refused (house, step, "subject_revision");
  hearth_record_set (step, "subject", hearth_record_get_id (mali));
  hearth_record_set (step, "subject_type", "resident");
  problems = people_try (house, step, &code);
  hearth_test_assert_problem (problems, "subject", HEARTH_PROBLEM_NO_SUCH_RECORD);
  g_assert_true (hearth_approval_is_for (&hearth_account_type));
  g_assert_false (hearth_approval_is_for (&hearth_resident_type));
}

/* There is always a director, and only directors make directors. */
static void
test_directors (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) first = NULL, hanna = NULL;

  people_enter (house, "ana");
  hanna = people_load (house, "hanna");
  hearth_record_set (hanna, "role", "director");
  assert_refused (house, hanna, "role");
  g_assert_true (hearth_account_has_other_director (house->store, hanna, NULL));
  g_clear_object (&hanna);
  first = people_load (house, HEARTH_TEST_USER);
  g_assert_false (hearth_account_has_other_director (house->store, first, NULL));
  hearth_record_set (first, "active", "no");
  assert_refused (house, first, "role");
  hearth_record_set (first, "active", "yes");
  hearth_record_set (first, "role", "auditor");
  assert_refused (house, first, "role");
  hearth_record_set (first, "role", "director");
  g_assert_false (hearth_store_mark_in_error (house->store, first, "Made by mistake", NULL));
  g_clear_object (&first);

  /* With two of them, either may go, but not make the other go back in. */
  people_enter (house, HEARTH_TEST_USER);
  set_role (house, "hanna", "director");
  people_enter (house, "ana");
  first = people_load (house, HEARTH_TEST_USER);
  g_assert_true (hearth_account_has_other_director (house->store, first, NULL));
  hearth_record_set (first, "active", "no");
  people_save (house, first);
  hearth_record_set (first, "active", "yes");
  assert_refused (house, first, "role");
  g_clear_object (&first);
  people_enter (house, "hanna");
  g_assert_cmpstr (get_role (house), ==, "director");
}

static void
test_nobody_to_oneself (void)
{
  static const char *const users[] = { "ana", HEARTH_TEST_USER };
  g_autoptr (HearthTestHouse) house = people_house_new ();

  set_role (house, "hanna", "director");
  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (HearthRecord) own = NULL;

      people_enter (house, users[i]);
      own = people_load (house, users[i]);
      hearth_record_set (own, "role", "house-manager");
      assert_refused (house, own, "role");
    }
}

static void
test_one_staff_file (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autofree char *kim = people_find (house, "kim");
  g_autoptr (HearthRecord) first = hearth_test_house_add (house, "staff_file", "account", kim, "position",
                                                          "Youth worker", "started", "2024-05-01", NULL);
  g_autoptr (HearthRecord) second = hearth_record_new (&hearth_staff_file_type);

  hearth_record_set (second, "account", kim);
  hearth_record_set (second, "position", "Cook");
  hearth_record_set (second, "started", "2025-05-01");
  assert_refused (house, second, "account");
  hearth_record_set (first, "position", "Key worker");
  people_save (house, first);
  g_assert_true (hearth_store_mark_in_error (house->store, first, "Of somebody else", NULL));
  people_save (house, second);
}

/* What is sealed to a counsellor is written by no other one. */
static void
test_process_note_is_its_authors (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "มะลิ");
  g_autoptr (HearthRecord) session = NULL, again = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  people_add (house, "cyril", "counsellor");
  people_enter (house, "cora");
  session =
    hearth_test_house_add (house, "counselling_session", "resident", hearth_record_get_id (mali), "date",
                           "2026-02-27", "kind", "individual", "took_place", "attended", NULL);
  id = g_strdup (hearth_record_get_id (session));
  g_clear_object (&session);
  people_enter (house, "cyril");
  again = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  hearth_record_set (again, "summary", "Sleeps better");
  people_save (house, again);
  /* Withheld, it would be left as it is. */
  hearth_record_set_withheld (again,
                              (unsigned int) hearth_record_type_find_column (&hearth_counselling_session_type,
                                                                             "process_note"),
                              false);
  hearth_record_set (again, "process_note", "Not mine");
  g_assert_null (people_try (house, again, &code));
  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_DENIED);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/accounts/given-by-an-administrator", test_given_by_an_administrator);
  g_test_add_func ("/rules/accounts/role-chosen-and-not-saved", test_role_chosen_and_not_saved);
  g_test_add_func ("/rules/accounts/changed-by-an-administrator", test_changed_by_an_administrator);
  g_test_add_func ("/rules/accounts/password-given-by-an-administrator",
                   test_password_given_by_an_administrator);
  g_test_add_func ("/rules/accounts/let-in-again", test_let_in_again);
  g_test_add_func ("/rules/accounts/only-a-director-approves", test_only_a_director_approves);
  g_test_add_func ("/rules/accounts/steps", test_steps_name_their_version);
  g_test_add_func ("/rules/accounts/directors", test_directors);
  g_test_add_func ("/rules/accounts/nobody-to-oneself", test_nobody_to_oneself);
  g_test_add_func ("/rules/accounts/one-staff-file", test_one_staff_file);
  g_test_add_func ("/rules/accounts/process-note", test_process_note_is_its_authors);
  return g_test_run ();
}
