/* SPDX-License-Identifier: GPL-3.0-or-later
 * The policy of a house, for every role and for nobody, and what it keeps people from doing to accounts and the house.
 */
#include "rules/house-policy.h"

#include "fixtures/fixtures.h"
#include "records/registry.h"
#include "rules/role.h"
#include "store/people.h"
#include "store/store.h"
#include "vault/vault.h"

#define PASSWORD "a quiet morning garden"

typedef struct {
  char *folder;
  HearthClock *clock;
  HearthKeyring *keyring;
  HearthRecoverySheet *sheet;
  HearthHousePolicy *policy;
  HearthStore *store;
} House;

static void
house_open_store (House *house, HearthStore *store, HearthHousePolicy *policy)
{
  house->store = store;
  house->policy = policy;
  hearth_house_policy_set_store (policy, store);
}

static void
house_set_up (House *house, gconstpointer unused)
{
  g_autoptr (HearthRecord) record = hearth_record_new (hearth_records_lookup_type ("house"));
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  HearthHousePolicy *policy = hearth_house_policy_new ();
  g_autoptr (GError) error = NULL;
  HearthStore *store;

  house->folder = hearth_test_folder_new ();
  house->clock = hearth_test_clock_new ();
  house->keyring = hearth_vault_create (house->folder, "first", PASSWORD, hearth_key_cost_for_tests (),
                                        &house->sheet, &error);
  g_assert_no_error (error);
  hearth_record_set (record, "name", "Lemon House");
  hearth_record_set (record, "organisation", "Quiet Gardens");
  hearth_record_set (account, "id", hearth_keyring_get_person_id (house->keyring));
  hearth_record_set (account, "name", "First Person");
  hearth_record_set (account, "user", "first");
  hearth_record_set (account, "role", "director");
  hearth_record_set (account, "active", "yes");
  store = hearth_store_create (house->folder, house->keyring, HEARTH_POLICY (policy), house->clock, record,
                               account, &error);
  g_assert_no_error (error);
  house_open_store (house, store, policy);
}

static void
house_leave (House *house)
{
  hearth_store_close (house->store);
  g_clear_object (&house->store);
  g_clear_object (&house->policy);
  g_clear_object (&house->keyring);
}

static void
house_tear_down (House *house, gconstpointer unused)
{
  house_leave (house);
  g_clear_pointer (&house->sheet, hearth_recovery_sheet_free);
  g_clear_object (&house->clock);
  hearth_test_folder_remove (house->folder);
}

/* With the keyring that is there. */
static void
house_open (House *house)
{
  HearthHousePolicy *policy = hearth_house_policy_new ();
  g_autoptr (GError) error = NULL;
  HearthStore *store;

  store = hearth_store_open (house->folder, house->keyring, HEARTH_POLICY (policy), house->clock, &error);
  g_assert_no_error (error);
  house_open_store (house, store, policy);
}

static void
house_enter (House *house, const char *user)
{
  g_autoptr (GError) error = NULL;

  house->keyring = hearth_vault_unlock (house->folder, user, PASSWORD, &error);
  g_assert_no_error (error);
  house_open (house);
}

static void
add_account (House *house, const char *role)
{
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare (house->folder, role, PASSWORD, false, &error);

  g_assert_no_error (error);
  hearth_record_set (account, "name", role);
  hearth_record_set (account, "user", role);
  hearth_record_set (account, "role", role);
  hearth_record_set (account, "active", "yes");
  hearth_store_add_account (house->store, account, password, hearth_role_lookup (role)->compartments,
                            &problems, &error);
  g_assert_no_error (error);
}

/* A policy that says yes. */
typedef struct {
  GObject parent_instance;
} OpenPolicy;

typedef struct {
  GObjectClass parent_class;
} OpenPolicyClass;

GType open_policy_get_type (void);

static bool
open_policy_may (HearthPolicy *policy,
                 const HearthRecordType *type,
                 const HearthField *field,
                 const char *resident)
{
  return true;
}

static void
open_policy_check_save (HearthPolicy *policy, HearthRecord *record, HearthRecord *before, GPtrArray *problems)
{
}

static bool
open_policy_may_do (HearthPolicy *policy, HearthAction action)
{
  return true;
}

static void
open_policy_iface_init (HearthPolicyInterface *iface)
{
  iface->may_read = open_policy_may;
  iface->may_write = open_policy_may;
  iface->check_save = open_policy_check_save;
  iface->may_do = open_policy_may_do;
}

G_DEFINE_TYPE_WITH_CODE (OpenPolicy,
                         open_policy,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (HEARTH_TYPE_POLICY, open_policy_iface_init))

static void
open_policy_class_init (OpenPolicyClass *klass)
{
}

static void
open_policy_init (OpenPolicy *self)
{
}

static char
cell (HearthPolicy *policy, const HearthRecordType *type, const HearthField *field)
{
  bool reads = hearth_policy_may_read (policy, type, field, NULL);
  bool writes = hearth_policy_may_write (policy, type, field, NULL);

  g_assert_true (reads || !writes);
  return writes ? 'w' : reads ? 'r' : '-';
}

/* The policy says what the table of roles says; test-role.c has that one cell by cell. */
static void
assert_answers (HearthPolicy *policy, const HearthRole *role)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int t = 0; t < n_types; t++)
    {
      bool reads = hearth_role_may (role, types[t], HEARTH_VERB_READ);
      bool writes = hearth_role_may (role, types[t], HEARTH_VERB_ADD) ||
                    hearth_role_may (role, types[t], HEARTH_VERB_CHANGE);

      g_test_message ("%s, %s", role->code, types[t]->name);
      g_assert_cmpint (hearth_policy_may_read (policy, types[t], NULL, NULL), ==, reads);
      /* Only the program adds one. */
      g_assert_cmpint (hearth_policy_may_write (policy, types[t], NULL, NULL), ==,
                       writes && !g_str_equal (types[t]->name, "emergency_access"));
      for (unsigned int i = 0; i < types[t]->n_fields; i++)
        g_assert_cmpint (hearth_policy_may_read (policy, types[t], &types[t]->fields[i], NULL), ==,
                         hearth_role_may_field (role, types[t], &types[t]->fields[i], false));
    }
  for (HearthAction action = HEARTH_ACTION_BACKUP; action < HEARTH_N_ACTIONS; action++)
    g_assert_cmpint (hearth_policy_may_do (policy, action), ==, (role->actions & (1u << action)) != 0);
}

static void
test_every_role (House *house, gconstpointer unused)
{
  unsigned int n_roles;
  const HearthRole *roles = hearth_roles_get (&n_roles);

  for (unsigned int i = 0; i < n_roles; i++)
    add_account (house, roles[i].code);
  for (unsigned int i = 0; i < n_roles; i++)
    {
      house_leave (house);
      house_enter (house, roles[i].code);
      g_assert_true (hearth_house_policy_get_role (house->policy) == &roles[i]);
      assert_answers (HEARTH_POLICY (house->policy), &roles[i]);
    }
}

/* Without a store, and for an account that may not sign in any more, every answer is no. */
static void
test_closed (House *house, gconstpointer unused)
{
  const HearthRecordType *alert = hearth_records_lookup_type ("alert");
  g_autoptr (HearthHousePolicy) nobody = hearth_house_policy_new ();
  g_autoptr (HearthHousePolicy) watching = hearth_house_policy_new ();
  g_autoptr (HearthPolicy) open = g_object_new (open_policy_get_type (), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cell (HEARTH_POLICY (nobody), alert, NULL), ==, '-');
  g_assert_false (hearth_policy_may_do (HEARTH_POLICY (nobody), HEARTH_ACTION_PRINT));

  /* The house's own policy lets nobody take their own sign-in away; it is watched while another one does. */
  hearth_store_close (house->store);
  g_clear_object (&house->store);
  house->store = hearth_store_open (house->folder, house->keyring, open, house->clock, &error);
  g_assert_no_error (error);
  hearth_house_policy_set_store (watching, house->store);
  g_assert_cmpint (cell (HEARTH_POLICY (watching), alert, NULL), ==, 'w');
  hearth_record_set (hearth_store_get_account (house->store), "active", "no");
  g_assert_true (hearth_store_save (house->store, hearth_store_get_account (house->store), NULL, NULL,
                                    &error));
  g_assert_no_error (error);
  g_assert_cmpint (cell (HEARTH_POLICY (watching), alert, NULL), ==, '-');
  hearth_house_policy_set_store (watching, NULL);
  g_assert_cmpint (cell (HEARTH_POLICY (watching), alert, NULL), ==, '-');
}

/* What is typed into one's own account counts once it is saved. */
static void
test_unsaved_role (House *house, gconstpointer unused)
{
  HearthPolicy *policy;
  HearthRecord *account;

  add_account (house, "auditor");
  house_leave (house);
  house_enter (house, "auditor");
  policy = HEARTH_POLICY (house->policy);
  account = hearth_store_get_account (house->store);
  hearth_record_set (account, "role", "director");
  g_assert_cmpint (cell (policy, hearth_records_lookup_type ("alert"), NULL), ==, '-');
  g_assert_false (hearth_policy_may_do (policy, HEARTH_ACTION_MANAGE_ACCOUNTS));
  g_assert_false (hearth_store_save (house->store, account, NULL, NULL, NULL));
  g_assert_cmpint (cell (policy, hearth_records_lookup_type ("alert"), NULL), ==, '-');
  hearth_record_set (account, "active", "no");
  g_assert_true (hearth_policy_may_do (policy, HEARTH_ACTION_READ_AUDIT));
}

static void
test_own_sign_in_stays (House *house, gconstpointer unused)
{
  g_autoptr (HearthRecord) changed = hearth_record_copy (hearth_store_get_account (house->store));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (changed, "role", "administrator");
  g_assert_false (hearth_store_save (house->store, changed, NULL, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "role", HEARTH_PROBLEM_RULE);
  g_clear_error (&error);

  g_assert_false (hearth_store_mark_in_error (house->store, hearth_store_get_account (house->store),
                                              "Made by mistake", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_true (hearth_record_is_open (hearth_store_get_account (house->store)));
}

static void
test_house_record_stays (House *house, gconstpointer unused)
{
  HearthRecord *record = hearth_store_get_house (house->store);
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_mark_in_error (house->store, record, "Made by mistake", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  hearth_record_set (record, "name", "Another");
  g_assert_true (hearth_store_save (house->store, record, NULL, NULL, &error));
}

/* The sheet lets people in again: it reads who works here, and manages that, and nothing else. */
static void
test_recovery_sheet (House *house, gconstpointer unused)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  g_autoptr (GError) error = NULL;
  HearthPolicy *policy;

  house_leave (house);
  house->keyring = hearth_vault_unlock_with_sheet (house->folder, house->sheet->first_half,
                                                   house->sheet->second_half, NULL, &error);
  g_assert_no_error (error);
  house_open (house);
  policy = HEARTH_POLICY (house->policy);
  g_assert_null (hearth_house_policy_get_role (house->policy));
  for (unsigned int i = 0; i < n_types; i++)
    {
      bool is_of_staff = g_str_equal (types[i]->name, "account") || g_str_equal (types[i]->name, "house");

      g_test_message ("%s", types[i]->name);
      g_assert_cmpint (hearth_policy_may_read (policy, types[i], NULL, NULL), ==, is_of_staff);
      for (unsigned int j = 0; j < types[i]->n_fields; j++)
        g_assert_cmpint (hearth_policy_may_write (policy, types[i], &types[i]->fields[j], NULL), ==,
                         g_str_equal (types[i]->name, "account") &&
                           g_str_equal (types[i]->fields[j].name, "password_given"));
    }
  for (HearthAction action = 0; action < HEARTH_N_ACTIONS; action++)
    g_assert_cmpint (hearth_policy_may_do (policy, action), ==, action == HEARTH_ACTION_MANAGE_ACCOUNTS);
}

#define ADD(path, function) g_test_add (path, House, NULL, house_set_up, function, house_tear_down)

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  ADD ("/rules/policy/every-role", test_every_role);
  ADD ("/rules/policy/closed", test_closed);
  ADD ("/rules/policy/unsaved-role", test_unsaved_role);
  ADD ("/rules/policy/own-sign-in-stays", test_own_sign_in_stays);
  ADD ("/rules/policy/house-record-stays", test_house_record_stays);
  ADD ("/rules/policy/recovery-sheet", test_recovery_sheet);
  return g_test_run ();
}
