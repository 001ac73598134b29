/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house with a policy that says yes until a test makes it say no.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"

#include "core/policy.h"
#include "fixtures/mould.h"
#include "store/folder.h"
#include "store/store-private.h"

/* --- the policy -------------------------------------------------------------------------- */

static void policy_init (HearthPolicyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakePolicy,
                               fake_policy,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_POLICY, policy_init))

/* A type says nothing about its fields here, so that each question has to be asked. */
static bool
is_listed (const char *const *list,
           const HearthRecordType *type,
           const HearthField *field,
           const char *resident)
{
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;

  if (list == NULL)
    return false;
  if (field != NULL)
    {
      name = g_strconcat (type->name, ".", field->name, NULL);
      file = resident != NULL ? g_strconcat (name, " of ", resident, NULL) : NULL;
      return g_strv_contains (list, name) || (file != NULL && g_strv_contains (list, file));
    }
  file = resident != NULL ? g_strconcat (type->name, " of ", resident, NULL) : NULL;
  return g_strv_contains (list, type->name) ||
         (file != NULL && (g_strv_contains (list, resident) || g_strv_contains (list, file)));
}

static bool
fake_policy_may_read (HearthPolicy *policy,
                      const HearthRecordType *type,
                      const HearthField *field,
                      const char *resident)
{
  return !is_listed (FAKE_POLICY (policy)->no_read, type, field, resident);
}

static bool
fake_policy_may_write (HearthPolicy *policy,
                       const HearthRecordType *type,
                       const HearthField *field,
                       const char *resident)
{
  return !is_listed (FAKE_POLICY (policy)->no_write, type, field, resident);
}

static void
fake_policy_fill_in (HearthPolicy *policy, HearthRecord *record, HearthRecord *before)
{
  FakePolicy *self = FAKE_POLICY (policy);

  if (self->fill_field != NULL)
    hearth_record_set (record, self->fill_field, self->fill_value);
}

static void
fake_policy_check_save (HearthPolicy *policy, HearthRecord *record, HearthRecord *before, GPtrArray *problems)
{
  FakePolicy *self = FAKE_POLICY (policy);

  g_clear_object (&self->seen_record);
  g_clear_object (&self->seen_before);
  self->seen_record = hearth_record_copy (record);
  self->seen_before = before != NULL ? hearth_record_copy (before) : NULL;
  if (self->problem_field != NULL)
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, self->problem_field, "A rule of the house.");
}

static bool
fake_policy_may_do (HearthPolicy *policy, HearthAction action)
{
  FakePolicy *self = FAKE_POLICY (policy);

  return !(action == HEARTH_ACTION_MANAGE_ACCOUNTS && self->no_accounts) &&
         !(action == HEARTH_ACTION_READ_AUDIT && self->no_audit);
}

static void
policy_init (HearthPolicyInterface *iface)
{
  iface->may_read = fake_policy_may_read;
  iface->may_write = fake_policy_may_write;
  iface->fill_in = fake_policy_fill_in;
  iface->check_save = fake_policy_check_save;
  iface->may_do = fake_policy_may_do;
}

static void
fake_policy_finalize (GObject *object)
{
  FakePolicy *self = FAKE_POLICY (object);

  g_clear_object (&self->seen_record);
  g_clear_object (&self->seen_before);
  G_OBJECT_CLASS (fake_policy_parent_class)->finalize (object);
}

static void
fake_policy_class_init (FakePolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_policy_finalize;
}

static void
fake_policy_init (FakePolicy *self)
{
}

/* --- the house ---------------------------------------------------------------------------- */

/* The first house that a program makes is a new one. Those after it are the same, but not two at a time. */
static HearthTestMould *mould;
static House *first; /* or the present one of those that are the same; NULL when there is none */

static void
create (House *house)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) record = hearth_record_new (hearth_records_lookup_type ("house"));
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));

  house->keyring = hearth_vault_create (house->folder, HOUSE_USER, HOUSE_PASSWORD,
                                        hearth_key_cost_for_tests (), &house->sheet, &error);
  g_assert_no_error (error);
  hearth_record_set (record, "name", "Lilac");
  hearth_record_set (record, "organisation", "Open Door");
  hearth_record_set (account, "name", "Ana Silva");
  hearth_record_set (account, "user", HOUSE_USER);
  hearth_record_set (account, "role", "director");
  house->store = hearth_store_create (house->folder, house->keyring, HEARTH_POLICY (house->policy),
                                      house->clock, record, account, &error);
  g_assert_no_error (error);
  g_assert_nonnull (house->store);
}

static void
create_same (House *house)
{
  g_autoptr (GError) error = NULL;

  hearth_test_mould_use (mould, house->folder, &house->sheet);
  house->keyring = hearth_vault_unlock (house->folder, HOUSE_USER, HOUSE_PASSWORD, &error);
  g_assert_no_error (error);
  house_open (house);
}

House *
house_new (void)
{
  House *house = g_new0 (House, 1);

  house->folder = hearth_test_folder_new ();
  house->policy = g_object_new (FAKE_TYPE_POLICY, NULL);
  house->clock = hearth_test_clock_new ();
  if (mould != NULL && first == NULL)
    create_same (house);
  else
    create (house);
  if (mould == NULL)
    mould = hearth_test_mould_new (house->folder, house->sheet);
  if (first == NULL)
    first = house;
  return house;
}

void
house_free (House *house)
{
  if (house == first)
    first = NULL;
  house_close (house);
  g_clear_pointer (&house->sheet, hearth_recovery_sheet_free);
  g_clear_object (&house->keyring);
  g_clear_object (&house->policy);
  g_clear_object (&house->clock);
  hearth_test_folder_remove (house->folder);
  g_free (house);
}

void
house_close (House *house)
{
  if (house->store == NULL)
    return;
  hearth_store_close (house->store);
  g_clear_object (&house->store);
}

HearthStore *
house_try_open (House *house, GError **error)
{
  return hearth_store_open (house->folder, house->keyring, HEARTH_POLICY (house->policy), house->clock,
                            error);
}

void
house_open (House *house)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (house->store);
  house->store = house_try_open (house, &error);
  g_assert_no_error (error);
  g_assert_nonnull (house->store);
}

char *
house_db_path (House *house)
{
  return hearth_house_dup_db_path (house->folder);
}

void
house_save (House *house, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  bool saved = hearth_store_save (house->store, record, NULL, &problems, &error);

  if (problems != NULL)
    hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
  g_assert_true (saved);
}

HearthRecord *
house_add (House *house, const char *type, ...)
{
  HearthRecord *record = hearth_record_new (hearth_records_lookup_type (type));
  va_list pairs;

  va_start (pairs, type);
  for (const char *field = va_arg (pairs, const char *); field != NULL; field = va_arg (pairs, const char *))
    hearth_record_set (record, field, va_arg (pairs, const char *));
  va_end (pairs);
  house_save (house, record);
  return record;
}

HearthRecord *
house_add_resident (House *house, const char *name)
{
  return house_add (house, "resident", "name_used", name, NULL);
}

HearthRecord *
house_add_log (House *house, HearthRecord *resident, const char *date, const char *text)
{
  return house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date", date, "shift",
                    "afternoon", "positive_moment", text, NULL);
}

/* --- with tools ---------------------------------------------------------------------------- */

static HearthDb *
open_db (House *house)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = house_db_path (house);
  HearthDb *db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  return db;
}

void
house_run_sql (House *house, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDb) db = open_db (house);

  hearth_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* Outside a transaction the store's own connection sees what is in the file, as another one would that had to read the
 * definitions of all tables first. @own: (out): closes the other one. */
static HearthDb *
get_db (House *house, HearthDb **own)
{
  if (house->store != NULL && !hearth_db_is_in_transaction (house->store->db))
    return house->store->db;
  *own = open_db (house);
  return *own;
}

gint64
house_ask_number (House *house, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDb) own = NULL;
  gint64 number = -1;

  hearth_db_query_int64 (get_db (house, &own), sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

char *
house_ask_text (House *house, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDb) own = NULL;
  g_autoptr (HearthStatement) statement = hearth_db_prepare (get_db (house, &own), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (hearth_statement_step (statement, &error), ==, HEARTH_STEP_ROW);
  return g_strdup (hearth_statement_get_text (statement, 0));
}

void
house_tamper (House *house, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthDb) db = open_db (house);
  g_autoptr (HearthStatement) triggers =
    hearth_db_prepare (db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'",
                       &error);
  g_autoptr (GString) drops = g_string_new ("PRAGMA foreign_keys = OFF;");

  g_assert_no_error (error);
  while (hearth_statement_step (triggers, &error) == HEARTH_STEP_ROW)
    g_string_append_printf (drops, "%s;", hearth_statement_get_text (triggers, 0));
  hearth_statement_reset (triggers);
  hearth_db_exec (db, drops->str, &error);
  g_assert_no_error (error);
  hearth_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* --- verifying ------------------------------------------------------------------------------ */

HearthVerification *
house_verify (House *house)
{
  g_autoptr (GError) error = NULL;
  HearthVerification *verification =
    hearth_house_verify (house->folder, house->keyring, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < verification->findings->len; i++)
    {
      const HearthFinding *finding = g_ptr_array_index (verification->findings, i);

      g_test_message ("%s %" G_GINT64_FORMAT ": %s", finding->kind, finding->sequence, finding->sentence);
    }
  return verification;
}

void
assert_finding (HearthVerification *verification, const char *kind, gint64 sequence)
{
  const HearthFinding *finding;

  g_assert_cmpuint (verification->findings->len, >, 0);
  finding = g_ptr_array_index (verification->findings, 0);
  g_assert_cmpstr (finding->kind, ==, kind);
  g_assert_cmpstr (finding->sentence, !=, "");
  if (sequence >= 0)
    g_assert_cmpint (finding->sequence, ==, sequence);
}
