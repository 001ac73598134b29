/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saving: what is refused and why, what is written, what everybody who holds the record sees.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"

#include "core/id.h"

#include <string.h>

static void
assert_not_saved (House *house, HearthRecord *record, HearthStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_save (house->store, record, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, (int) code);
}

static GPtrArray *
save_invalid (House *house, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = NULL;

  g_assert_false (hearth_store_save (house->store, record, NULL, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_nonnull (problems);
  return problems;
}

static HearthRecord *
new_record (const char *type)
{
  return hearth_record_new (hearth_records_lookup_type (type));
}

static unsigned int
column_of (HearthRecord *record, const char *name)
{
  return (unsigned int) hearth_record_type_find_column (hearth_record_get_record_type (record), name);
}

/* --- new and changed --------------------------------------------------------------------------- */

static void
test_new_record_is_stamped (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");

  g_assert_true (hearth_id_is_valid (hearth_record_get_id (record)));
  g_assert_cmpint (hearth_record_get_revision (record), ==, 1);
  g_assert_cmpstr (hearth_record_get (record, "created_at"), ==, "2026-03-01T07:30:00Z+07:00");
  g_assert_cmpstr (hearth_record_get (record, "created_by"), ==,
                   hearth_keyring_get_person_id (house->keyring));
  g_assert_cmpstr (hearth_record_get (record, "changed_at"), ==, "");
  g_assert_true (hearth_record_is_open (record));
}

static void
test_given_id_is_kept (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *id = hearth_id_new ();
  g_autoptr (HearthRecord) record = new_record ("resident");
  g_autoptr (HearthRecord) second = new_record ("resident");

  hearth_record_set (record, "id", id);
  hearth_record_set (record, "name_used", "Mali");
  house_save (house, record);
  g_assert_cmpstr (hearth_record_get_id (record), ==, id);
  hearth_record_set (second, "id", id);
  hearth_record_set (second, "name_used", "Somebody else");
  assert_not_saved (house, second, HEARTH_STORE_ERROR_CONFLICT);
}

static void
test_change_counts_up (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  g_autofree char *name = NULL;

  hearth_clock_set_fixed (house->clock, "2026-03-01T15:00:00+07:00");
  hearth_record_set (record, "name_used", "Malee");
  house_save (house, record);
  g_assert_cmpint (hearth_record_get_revision (record), ==, 2);
  g_assert_cmpstr (hearth_record_get (record, "changed_at"), ==, "2026-03-01T08:00:00Z+07:00");
  g_assert_cmpstr (hearth_record_get (record, "created_at"), ==, "2026-03-01T07:30:00Z+07:00");
  name = house_ask_text (house, "SELECT name_used FROM resident");
  g_assert_cmpstr (name, ==, "Malee");
}

static void
test_nothing_changed_leaves_no_trace (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  gint64 rows = house_ask_number (house, "SELECT count(*) FROM audit");

  house_save (house, record);
  g_assert_cmpint (hearth_record_get_revision (record), ==, 1);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM audit"), ==, rows);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM revision"), ==, 3);
}

static void
test_program_fields_are_not_taken (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = new_record ("resident");
  g_autofree char *by = NULL;

  hearth_record_set (record, "name_used", "Mali");
  hearth_record_set (record, "created_at", "2020-01-01T00:00:00Z+00:00");
  hearth_record_set (record, "created_by", "somebody");
  hearth_record_set (record, "state", HEARTH_STATE_SIGNED);
  house_save (house, record);
  g_assert_cmpstr (hearth_record_get (record, "created_at"), ==, "2026-03-01T07:30:00Z+07:00");
  g_assert_true (hearth_record_is_open (record));
  by = house_ask_text (house, "SELECT created_by FROM resident");
  g_assert_cmpstr (by, ==, hearth_keyring_get_person_id (house->keyring));
}

static void
test_every_kind_comes_back (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "มะลิ");
  g_autoptr (HearthRecord) entry = house_add_log (house, resident, "2026-02-28", "خندید 🙂\nسطر دوم");
  g_autofree char *id = g_strdup (hearth_record_get_id (entry));
  g_autoptr (HearthRecord) before = NULL;
  g_autoptr (HearthRecord) again = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (entry, "sleep_from", "21:30");
  hearth_record_set (entry, "sleep_to", "06:10");
  hearth_record_set (entry, "times_woken", "0");
  hearth_record_set (entry, "nightmares", "no");
  house_save (house, entry);
  before = hearth_record_copy (entry);
  g_clear_object (&entry);
  again = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_record_equal (again, before));
  g_assert_cmpstr (hearth_record_get (again, "times_woken"), ==, "0");
  g_assert_cmpstr (hearth_record_get (again, "nightmares"), ==, "no");
}

/* --- refused -------------------------------------------------------------------------------------- */

static void
test_every_problem_at_once (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) entry = new_record ("daily_log");
  g_autoptr (GPtrArray) problems = NULL;

  hearth_record_set (entry, "date", "2027-01-01");
  hearth_record_set (entry, "shift", "tea-time");
  house->policy->problem_field = "mood";
  problems = save_invalid (house, entry);
  hearth_test_assert_problem (problems, "resident", HEARTH_PROBLEM_REQUIRED);
  hearth_test_assert_problem (problems, "date", HEARTH_PROBLEM_IN_THE_FUTURE);
  hearth_test_assert_problem (problems, "shift", HEARTH_PROBLEM_NO_SUCH_CHOICE);
  hearth_test_assert_problem (problems, "mood", HEARTH_PROBLEM_RULE);
  g_assert_cmpstr (hearth_record_get_id (entry), ==, "");
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM daily_log"), ==, 0);
}

static void
test_conflict (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) mine = hearth_record_copy (record);
  g_autoptr (HearthRecord) theirs = hearth_record_copy (record);
  g_autofree char *name = NULL;

  hearth_record_set (theirs, "name_used", "Malee");
  house_save (house, theirs);
  hearth_record_set (mine, "name_used", "Maly");
  assert_not_saved (house, mine, HEARTH_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (hearth_record_get (mine, "name_used"), ==, "Maly");
  name = house_ask_text (house, "SELECT name_used FROM resident");
  g_assert_cmpstr (name, ==, "Malee");
}

/* What the policy sets is of the same version, checked as if it had been typed; and nothing is set where nothing changed. */
static void
test_policy_fills_in (void)
{
  static const char *const field[] = { "resident.languages", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = new_record ("resident");
  g_autoptr (GPtrArray) problems = NULL;

  hearth_record_set (record, "name_used", "Mali");
  house->policy->fill_field = "languages";
  house->policy->fill_value = "th";
  house_save (house, record);
  g_assert_cmpstr (hearth_record_get (record, "languages"), ==, "th");
  g_assert_cmpint (hearth_record_get_revision (record), ==, 1);

  house->policy->fill_value = "lo";
  house_save (house, record);
  g_assert_cmpstr (hearth_record_get (record, "languages"), ==, "th");
  g_assert_cmpint (hearth_record_get_revision (record), ==, 1);

  hearth_record_set (record, "name_used", "Malee");
  house->policy->no_write = field;
  assert_not_saved (house, record, HEARTH_STORE_ERROR_DENIED);
  house->policy->no_write = NULL;
  house->policy->fill_field = "birth";
  house->policy->fill_value = "2099-01-01";
  problems = save_invalid (house, record);
  hearth_test_assert_problem (problems, "birth", HEARTH_PROBLEM_IN_THE_FUTURE);
  house->policy->fill_value = "2011-05-03";
  house_save (house, record);
  g_assert_cmpstr (hearth_record_get (record, "birth"), ==, "2011-05-03");
  g_assert_cmpint (hearth_record_get_revision (record), ==, 2);
}

static void
test_policy_refuses (void)
{
  static const char *const type[] = { "resident", NULL };
  static const char *const field[] = { "resident.languages", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = new_record ("resident");
  const char *person[] = { NULL, NULL };

  hearth_record_set (record, "name_used", "Mali");
  house->policy->no_write = type;
  assert_not_saved (house, record, HEARTH_STORE_ERROR_DENIED);
  house->policy->no_write = field;
  house_save (house, record);
  hearth_record_set (record, "languages", "th");
  assert_not_saved (house, record, HEARTH_STORE_ERROR_DENIED);
  hearth_record_set (record, "languages", "");
  person[0] = hearth_record_get_id (record);
  house->policy->no_write = person;
  hearth_record_set (record, "name_used", "Malee");
  assert_not_saved (house, record, HEARTH_STORE_ERROR_DENIED);
  house->policy->no_write = NULL;
  house_save (house, record);
}

static void
test_links_must_exist (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = new_record ("daily_log");
  g_autofree char *nobody = hearth_id_new ();
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GPtrArray) wrong = NULL;

  hearth_record_set (entry, "date", "2026-02-28");
  hearth_record_set (entry, "shift", "night");
  hearth_record_set (entry, "resident", nobody);
  missing = save_invalid (house, entry);
  hearth_test_assert_problem (missing, "resident", HEARTH_PROBLEM_NO_SUCH_RECORD);
  hearth_record_set (entry, "resident", hearth_keyring_get_person_id (house->keyring));
  wrong = save_invalid (house, entry);
  hearth_test_assert_problem (wrong, "resident", HEARTH_PROBLEM_NO_SUCH_RECORD);
  hearth_record_set (entry, "resident", hearth_record_get_id (resident));
  house_save (house, entry);
}

static void
test_file_is_not_changed (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) entry = house_add_log (house, mali, "2026-02-28", "Laughed.");
  g_autoptr (GPtrArray) problems = NULL;

  hearth_record_set (entry, "resident", hearth_record_get_id (dara));
  problems = save_invalid (house, entry);
  hearth_test_assert_problem (problems, "resident", HEARTH_PROBLEM_READ_ONLY);
}

static void
test_codes (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) first = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) chosen = house_add (house, "resident", "name_used", "Dara", "code", "R-041", NULL);
  g_autoptr (HearthRecord) next = house_add_resident (house, "Sok");
  g_autoptr (HearthRecord) same = new_record ("resident");
  g_autoptr (HearthRecord) found = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (hearth_record_get (first, "code"), ==, "R-001");
  g_assert_cmpstr (hearth_record_get (next, "code"), ==, "R-042");
  hearth_record_set (same, "name_used", "Noor");
  hearth_record_set (same, "code", "r-001");
  problems = save_invalid (house, same);
  hearth_test_assert_problem (problems, "code", HEARTH_PROBLEM_NOT_UNIQUE);
  found = hearth_store_load_resident (house->store, "r-041", &error);
  g_assert_no_error (error);
  g_assert_true (found == chosen);
  g_assert_null (hearth_store_load_resident (house->store, "R-999", &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
}

static void
test_codes_typed_by_hand (void)
{
  static const char *const large[] = { "R-999999999999999999", "R-123456789012345678", "R-999999999",
                                       "R-1000000000" };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) first = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) next = NULL;
  g_autoptr (HearthRecord) after = NULL;
  g_autoptr (HearthRecord) last = NULL;

  for (guint i = 0; i < 2; i++)
    g_object_unref (house_add (house, "resident", "name_used", "Dara", "code", large[i], NULL));
  next = house_add_resident (house, "Sok");
  g_assert_cmpstr (hearth_record_get (next, "code"), ==, "R-002");
  g_object_unref (house_add (house, "resident", "name_used", "Noor", "code", "r-003", NULL));
  after = house_add_resident (house, "Sami");
  g_assert_cmpstr (hearth_record_get (after, "code"), ==, "R-004");
  for (guint i = 2; i < 4; i++)
    g_object_unref (house_add (house, "resident", "name_used", "Dara", "code", large[i], NULL));
  last = house_add_resident (house, "Lia");
  g_assert_cmpstr (hearth_record_get (last, "code"), ==, "R-1000000001");
}

static void
test_one_house_only (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) second = new_record ("house");
  g_autoptr (GPtrArray) problems = NULL;

  hearth_record_set (second, "name", "Rose");
  hearth_record_set (second, "organisation", "Open Door");
  problems = save_invalid (house, second);
  hearth_test_assert_problem (problems, "", HEARTH_PROBLEM_NOT_UNIQUE);
}

/* --- the policy sees all, the reader what is theirs -------------------------------------------------- */

static void
test_withheld_columns_stay (void)
{
  static const char *const hidden[] = { "resident.languages", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record =
    house_add (house, "resident", "name_used", "Mali", "languages", "th km", NULL);
  g_autofree char *id = g_strdup (hearth_record_get_id (record));
  g_autofree char *stored = NULL;
  g_autoptr (HearthRecord) seen = NULL;

  g_clear_object (&record);
  house->policy->no_read = hidden;
  seen = hearth_store_load (house->store, id, NULL);
  g_assert_true (hearth_record_is_withheld (seen, column_of (seen, "languages")));
  g_assert_cmpstr (hearth_record_get (seen, "languages"), ==, "");
  hearth_record_set (seen, "name_used", "Malee");
  house_save (house, seen);
  stored = house_ask_text (house, "SELECT languages FROM resident");
  g_assert_cmpstr (stored, ==, "th km");
  g_assert_cmpstr (hearth_record_get (seen, "languages"), ==, "");
  g_assert_cmpstr (hearth_record_get (house->policy->seen_record, "languages"), ==, "th km");
  g_assert_cmpstr (hearth_record_get (house->policy->seen_before, "name_used"), ==, "Mali");
}

static void
test_denied_records (void)
{
  static const char *const residents[] = { "resident", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  const char *person[] = { hearth_record_get_id (record), NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  house->policy->no_read = residents;
  g_assert_null (hearth_store_load (house->store, person[0], &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  house->policy->no_read = person;
  g_assert_null (hearth_store_load (house->store, person[0], &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (hearth_store_list_revisions (house->store, person[0], &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  title = hearth_store_dup_link_title (house->store, person[0]);
  g_assert_cmpstr (title, ==, "");
}

static void
test_own_account_is_readable (void)
{
  static const char *const accounts[] = { "account", NULL };
  g_autoptr (House) house = house_new ();

  house_close (house);
  house->policy->no_read = accounts;
  house_open (house);
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "name"), ==, "Ana Silva");
}

/* --- one object per record ------------------------------------------------------------------------------ */

static void
saved_cb (HearthStore *store, HearthRecord *record, gpointer user_data)
{
  g_ptr_array_add (user_data, g_object_ref (record));
}

static void
test_identity (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) loaded = hearth_store_load (house->store, hearth_record_get_id (record), NULL);
  g_autoptr (HearthRecord) copy = hearth_record_copy (record);
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (loaded == record);
  g_signal_connect (house->store, "saved", G_CALLBACK (saved_cb), saved);
  hearth_record_set (copy, "name_used", "Malee");
  house_save (house, copy);
  g_assert_cmpstr (hearth_record_get (record, "name_used"), ==, "Malee");
  g_assert_cmpint (hearth_record_get_revision (record), ==, 2);
  g_assert_cmpint (hearth_record_get_revision (copy), ==, 2);
  g_assert_cmpuint (saved->len, ==, 1);
  g_assert_true (g_ptr_array_index (saved, 0) == record);
}

static void
test_records_are_not_kept_alive (void)
{
  g_autoptr (House) house = house_new ();
  HearthRecord *record = house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (record));
  g_autoptr (HearthRecord) again = NULL;
  GWeakRef weak;

  g_weak_ref_init (&weak, record);
  g_object_unref (record);
  g_assert_null (g_weak_ref_get (&weak));
  g_weak_ref_clear (&weak);
  again = hearth_store_load (house->store, id, NULL);
  g_assert_cmpstr (hearth_record_get (again, "name_used"), ==, "Mali");
}

/* --- revisions --------------------------------------------------------------------------------------------- */

static void
test_revisions (void)
{
  static const char *const hidden[] = { "resident.languages", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record =
    house_add (house, "resident", "name_used", "Mali", "languages", "th", NULL);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;
  const HearthRevision *first, *second;

  hearth_record_set (record, "name_used", "Malee “M.” \\ Thong\tkham");
  hearth_record_set (record, "name_used", "Malee “M.” \\ \"Thongkham\"");
  g_assert_true (hearth_store_save (house->store, record, "as spelt on the card", NULL, &error));
  g_assert_no_error (error);
  house->policy->no_read = hidden;
  revisions = hearth_store_list_revisions (house->store, hearth_record_get_id (record), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 2);
  first = g_ptr_array_index (revisions, 0);
  second = g_ptr_array_index (revisions, 1);
  g_assert_cmpint (first->revision, ==, 1);
  g_assert_cmpstr (hearth_record_get (first->record, "name_used"), ==, "Mali");
  g_assert_cmpstr (hearth_record_get (second->record, "name_used"), ==, "Malee “M.” \\ \"Thongkham\"");
  g_assert_cmpstr (second->reason, ==, "as spelt on the card");
  g_assert_cmpstr (second->saved_by, ==, hearth_keyring_get_person_id (house->keyring));
  g_assert_true (hearth_record_is_withheld (second->record, column_of (record, "languages")));
  g_assert_cmpstr (hearth_record_get (second->record, "languages"), ==, "");
}

static void
assert_revision (GPtrArray *revisions, guint i, const char *action, const char *role)
{
  const HearthRevision *revision = g_ptr_array_index (revisions, i);

  g_assert_cmpstr (revision->action, ==, action);
  g_assert_cmpstr (revision->role, ==, role);
}

/* What was done, and in which role, is told by the audit of that time. */
static void
test_revisions_tell_what_was_done (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) entry = house_add_log (house, resident, "2026-02-01", "Sang");
  HearthRecord *account = hearth_store_get_account (house->store);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  hearth_record_set (account, "role", "counsellor");
  house_save (house, account);
  hearth_record_set (entry, "positive_moment", "Sang and danced");
  house_save (house, entry);
  g_assert_true (hearth_store_sign (house->store, entry, &error));
  g_assert_true (hearth_store_mark_in_error (house->store, entry, "wrong person", &error));
  revisions = hearth_store_list_revisions (house->store, hearth_record_get_id (entry), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 4);
  assert_revision (revisions, 0, "create", "director");
  assert_revision (revisions, 1, "change", "counsellor");
  assert_revision (revisions, 2, "sign", "counsellor");
  assert_revision (revisions, 3, "in-error", "counsellor");
}

static guint
count_resealed (GPtrArray *revisions, guint i)
{
  const HearthRevision *revision = g_ptr_array_index (revisions, i);
  unsigned int column = column_of (revision->record, "last_address");

  g_assert_true (hearth_record_is_withheld (revision->record, column));
  g_assert_cmpstr (hearth_record_get_column (revision->record, column), ==, "");
  if (revision->resealed->len > 0)
    g_assert_cmpstr (((const HearthField *) revision->resealed->pdata[0])->name, ==, "last_address");
  return revision->resealed->len;
}

/* Sealed text is not shown, but that it changed is; and that somebody looked. */
static void
test_revisions_of_sealed_text (void)
{
  static const char *const hidden[] = { "resident.last_address", NULL };
  static const char views[] = "SELECT count(*) FROM audit WHERE action = 'view' AND type = 'resident'";
  static const char *const addresses[] = { "Blue street 1", "Blue street 1", "Blue street 2", "" };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (record);
  g_autoptr (GPtrArray) before = hearth_store_list_revisions (house->store, id, NULL);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GPtrArray) less = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (house_ask_number (house, views), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *name = g_strdup_printf ("Mali %zu", i);

      hearth_record_set (record, "name_used", name);
      hearth_record_set (record, "last_address", addresses[i]);
      house_save (house, record);
    }
  revisions = hearth_store_list_revisions (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 5);
  g_assert_cmpuint (count_resealed (revisions, 0), ==, 0);
  g_assert_cmpuint (count_resealed (revisions, 1), ==, 1);
  g_assert_cmpuint (count_resealed (revisions, 2), ==, 0);
  g_assert_cmpuint (count_resealed (revisions, 3), ==, 1);
  g_assert_cmpuint (count_resealed (revisions, 4), ==, 1);
  g_assert_cmpint (house_ask_number (house, views), ==, 1);

  house->policy->no_read = hidden;
  less = hearth_store_list_revisions (house->store, id, &error);
  for (guint i = 0; i < less->len; i++)
    g_assert_cmpuint (count_resealed (less, i), ==, 0);
  g_assert_cmpint (house_ask_number (house, views), ==, 1);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/save/new-record-is-stamped", test_new_record_is_stamped);
  g_test_add_func ("/store/save/given-id-is-kept", test_given_id_is_kept);
  g_test_add_func ("/store/save/change-counts-up", test_change_counts_up);
  g_test_add_func ("/store/save/nothing-changed-leaves-no-trace", test_nothing_changed_leaves_no_trace);
  g_test_add_func ("/store/save/program-fields-are-not-taken", test_program_fields_are_not_taken);
  g_test_add_func ("/store/save/every-kind-comes-back", test_every_kind_comes_back);
  g_test_add_func ("/store/save/every-problem-at-once", test_every_problem_at_once);
  g_test_add_func ("/store/save/conflict", test_conflict);
  g_test_add_func ("/store/save/policy-fills-in", test_policy_fills_in);
  g_test_add_func ("/store/save/policy-refuses", test_policy_refuses);
  g_test_add_func ("/store/save/links-must-exist", test_links_must_exist);
  g_test_add_func ("/store/save/file-is-not-changed", test_file_is_not_changed);
  g_test_add_func ("/store/save/codes", test_codes);
  g_test_add_func ("/store/save/codes-typed-by-hand", test_codes_typed_by_hand);
  g_test_add_func ("/store/save/one-house-only", test_one_house_only);
  g_test_add_func ("/store/save/withheld-columns-stay", test_withheld_columns_stay);
  g_test_add_func ("/store/save/denied-records", test_denied_records);
  g_test_add_func ("/store/save/own-account-is-readable", test_own_account_is_readable);
  g_test_add_func ("/store/save/identity", test_identity);
  g_test_add_func ("/store/save/records-are-not-kept-alive", test_records_are_not_kept_alive);
  g_test_add_func ("/store/save/revisions", test_revisions);
  g_test_add_func ("/store/save/revisions-tell-what-was-done", test_revisions_tell_what_was_done);
  g_test_add_func ("/store/save/revisions-of-sealed-text", test_revisions_of_sealed_text);
  return g_test_run ();
}
