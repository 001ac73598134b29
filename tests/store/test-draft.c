/* SPDX-License-Identifier: GPL-3.0-or-later
 * Drafts: there after a kill, seen by their author only, sealed where the field is, five of each.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "records/types.h"
#include "store/draft.h"
#include "store/store-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static HearthDraft *
draft_new (const HearthRecordType *type, const char *resident, ...)
{
  HearthDraft *draft = hearth_draft_new (type);
  const char *field;
  va_list pairs;

  g_set_str (&draft->resident, resident);
  va_start (pairs, resident);
  while ((field = va_arg (pairs, const char *)))
    g_hash_table_insert (draft->values, g_strdup (field), g_strdup (va_arg (pairs, const char *)));
  va_end (pairs);
  return draft;
}

static void
save (HearthTestHouse *house, HearthDraft *draft)
{
  g_autoptr (GError) error = NULL;

  hearth_store_save_draft (house->store, draft, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (HearthTestHouse *house)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *drafts = hearth_store_list_drafts (house->store, &error);

  g_assert_no_error (error);
  return drafts;
}

static const char *
get_value (GPtrArray *drafts, guint i, const char *field)
{
  return g_hash_table_lookup (((HearthDraft *) drafts->pdata[i])->values, field);
}

static gint64
ask (HearthTestHouse *house, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  hearth_db_query_int64 (house->store->db, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

static void
test_round_trip (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *mali_id = hearth_record_get_id (mali);
  g_autoptr (HearthDraft) first = draft_new (&hearth_daily_log_type, mali_id, "notes", "Half a sente", "date",
                                             "31 Febr", "times_woken", "", NULL);
  g_autoptr (HearthDraft) second =
    draft_new (&hearth_resident_type, "", "strengths", "น้ำใส \"quoted\" \\ \n", NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) fewer = NULL;
  g_autoptr (GError) error = NULL;
  HearthDraft *found;

  g_set_str (&second->record_id, mali_id);
  second->revision = 1;
  save (house, first);
  save (house, second);
  g_hash_table_insert (first->values, g_strdup ("notes"), g_strdup ("Half a sentence"));
  save (house, first);

  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  drafts = list (house);
  g_assert_cmpuint (drafts->len, ==, 2);
  found = drafts->pdata[0];
  g_assert_cmpstr (found->id, ==, first->id);
  g_assert_true (found->type == &hearth_daily_log_type);
  g_assert_cmpstr (found->resident, ==, mali_id);
  g_assert_cmpstr (found->record_id, ==, "");
  g_assert_cmpstr (found->saved_at, ==, first->saved_at);
  g_assert_cmpstr (get_value (drafts, 0, "notes"), ==, "Half a sentence");
  g_assert_cmpstr (get_value (drafts, 0, "date"), ==, "31 Febr");
  g_assert_cmpstr (get_value (drafts, 0, "times_woken"), ==, "");
  found = drafts->pdata[1];
  g_assert_cmpstr (found->record_id, ==, mali_id);
  g_assert_cmpint (found->revision, ==, 1);
  g_assert_cmpstr (get_value (drafts, 1, "strengths"), ==, "น้ำใส \"quoted\" \\ \n");

  g_assert_true (hearth_store_discard_draft (house->store, first->id, &error));
  fewer = list (house);
  g_assert_cmpuint (fewer->len, ==, 1);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM audit WHERE type = 'draft' OR action LIKE '%draft%'"),
                   ==, 0);
}

static void
test_author_only (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthDraft) draft =
    draft_new (&hearth_daily_log_type, hearth_record_get_id (mali), "notes", "Mine alone", NULL);
  g_autoptr (HearthDraft) taken =
    draft_new (&hearth_daily_log_type, hearth_record_get_id (mali), "notes", "Yours", NULL);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GError) error = NULL;

  save (house, draft);
  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  others = list (house);
  g_assert_cmpuint (others->len, ==, 0);

  /* Neither thrown away nor written over by somebody who knows its id. */
  g_assert_true (hearth_store_discard_draft (house->store, draft->id, &error));
  taken->id = g_strdup (draft->id);
  g_assert_false (hearth_store_save_draft (house->store, taken, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONSTRAINT);
  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  mine = list (house);
  g_assert_cmpuint (mine->len, ==, 1);
  g_assert_cmpstr (get_value (mine, 0, "notes"), ==, "Mine alone");
}

static void
test_denied (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthDraft) consent =
    draft_new (&hearth_consent_type, hearth_record_get_id (mali), "recipient", "Nobody", NULL);
  g_autoptr (HearthDraft) sealed =
    draft_new (&hearth_contact_type, hearth_record_get_id (mali), "no_contact_reason", "Words", NULL);
  g_autoptr (GError) error = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  g_assert_false (hearth_store_save_draft (house->store, consent, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (hearth_store_save_draft (house->store, sealed, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft"), ==, 0);
}

/* A sealed field that nobody holds a key for is not kept in plain text instead. */
static void
test_sealed_without_a_key (void)
{
  static const HearthField fields[] = { { .name = "words", .kind = HEARTH_FIELD_SEALED } };
  static const HearthRecordType type = {
    .name = "daily_log", .tier = HEARTH_TIER_CARE, .fields = fields, .n_fields = G_N_ELEMENTS (fields)
  };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthDraft) draft =
    draft_new (&type, hearth_record_get_id (mali), "words", "Hidden words", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_save_draft (house->store, draft, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft"), ==, 0);
}

static void
test_sealed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthDraft) draft = draft_new (&hearth_contact_type, hearth_record_get_id (mali), "name",
                                             "Openname", "no_contact_reason", "Hidden reason", NULL);
  g_autoptr (HearthDraft) copy = draft_new (&hearth_contact_type, hearth_record_get_id (mali), "name",
                                            "Other", "no_contact_reason", "", NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GError) error = NULL;

  save (house, draft);
  drafts = list (house);
  g_assert_cmpstr (get_value (drafts, 0, "no_contact_reason"), ==, "Hidden reason");
  /* Somebody with the house key and tools reads the one, not the other. */
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft WHERE body LIKE '%Openname%'"), ==, 1);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft WHERE body LIKE '%Hidden%'"), ==, 0);

  /* Sealed text of one draft does not open in another. */
  save (house, copy);
  g_assert_true (hearth_db_exec (house->store->db,
                                 "UPDATE draft SET body = (SELECT max (body) FROM draft WHERE body LIKE "
                                 "'%sealed%')",
                                 &error));
  g_test_expect_message ("hearth-store", G_LOG_LEVEL_MESSAGE, "*does not open*");
  moved = list (house);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (((HearthDraft *) moved->pdata[0])->id, ==, copy->id);
  g_assert_null (get_value (moved, 0, "no_contact_reason"));
  g_assert_cmpstr (get_value (moved, 1, "no_contact_reason"), ==, "Hidden reason");
}

/* One page may fill records of several types. */
static void
test_several_types (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthDraft) draft =
    draft_new (&hearth_stay_type, hearth_record_get_id (mali), "room", "Blue room", "resident.name_used",
               "Ma", "daily_log.notes", "Came at night", "resident.last_address", "Hidden street",
               "resident.room", "None such", "planet.room", "None such", "stay.", "None such", NULL);
  g_autoptr (GPtrArray) drafts = NULL;

  save (house, draft);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft WHERE body LIKE '%Hidden%'"), ==, 0);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft WHERE body LIKE '%None such%'"), ==, 0);
  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  drafts = list (house);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpuint (g_hash_table_size (((HearthDraft *) drafts->pdata[0])->values), ==, 4);
  g_assert_cmpstr (get_value (drafts, 0, "room"), ==, "Blue room");
  g_assert_cmpstr (get_value (drafts, 0, "resident.name_used"), ==, "Ma");
  g_assert_cmpstr (get_value (drafts, 0, "daily_log.notes"), ==, "Came at night");
  g_assert_cmpstr (get_value (drafts, 0, "resident.last_address"), ==, "Hidden street");
}

static void
test_other_type_denied (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthDraft) consent = draft_new (&hearth_daily_log_type, hearth_record_get_id (mali), "notes",
                                               "Words", "consent.recipient", "Nobody", NULL);
  g_autoptr (HearthDraft) sealed = draft_new (&hearth_daily_log_type, hearth_record_get_id (mali), "notes",
                                              "Words", "contact.no_contact_reason", "Hidden", NULL);
  g_autoptr (GError) error = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  g_assert_false (hearth_store_save_draft (house->store, consent, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (hearth_store_save_draft (house->store, sealed, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_cmpint (ask (house, "SELECT count(*) FROM draft"), ==, 0);
}

/* What somebody typed in another role does not come back to them. */
static void
test_not_readable_any_more (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) account = NULL;
  g_autoptr (HearthDraft) draft =
    draft_new (&hearth_daily_log_type, hearth_record_get_id (mali), "notes", "Words", "resident.legal_name",
               "Mali Example", "resident.strengths", "Sings", "consent.recipient", "Nobody", NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *worker_id = NULL;

  hearth_test_house_add_person (house, "worker", "key-worker");
  hearth_test_house_open (house, "worker", HEARTH_TEST_PASSWORD);
  worker_id = g_strdup (hearth_keyring_get_person_id (house->keyring));
  save (house, draft);

  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  account = hearth_store_load (house->store, worker_id, &error);
  g_assert_no_error (error);
  hearth_record_set (account, "role", "duty-carer");
  g_assert_true (hearth_store_save (house->store, account, NULL, NULL, &error));
  hearth_test_house_open (house, "worker", HEARTH_TEST_PASSWORD);
  drafts = list (house);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (get_value (drafts, 0, "notes"), ==, "Words");
  g_assert_cmpstr (get_value (drafts, 0, "resident.strengths"), ==, "Sings");
  g_assert_null (get_value (drafts, 0, "resident.legal_name"));
  g_assert_null (get_value (drafts, 0, "consent.recipient"));
}

static void
test_last_five (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "Noor");
  g_autoptr (HearthDraft) other =
    draft_new (&hearth_daily_log_type, hearth_record_get_id (noor), "notes", "About Noor", NULL);
  g_autoptr (GPtrArray) drafts = NULL;

  save (house, other);
  for (int i = 1; i <= 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %d", i);
      g_autoptr (HearthDraft) draft =
        draft_new (&hearth_daily_log_type, hearth_record_get_id (mali), "notes", text, NULL);

      save (house, draft);
    }
  drafts = list (house);
  g_assert_cmpuint (drafts->len, ==, 6);
  g_assert_cmpstr (get_value (drafts, 0, "notes"), ==, "Note 8");
  g_assert_cmpstr (get_value (drafts, 4, "notes"), ==, "Note 4");
  g_assert_cmpstr (get_value (drafts, 5, "notes"), ==, "About Noor");
}

/** Saves a draft in a process of its own that ends by SIGKILL at once. */
static void
save_and_die (const char *folder, const char *resident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring =
    hearth_vault_unlock (folder, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD, &error);
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (HearthClock) clock = hearth_test_clock_new ();
  g_autoptr (HearthStore) store = hearth_store_open (folder, keyring, HEARTH_POLICY (policy), clock, &error);
  g_autoptr (HearthDraft) draft =
    draft_new (&hearth_daily_log_type, resident, "notes", "Typed before the cut", NULL);

  hearth_house_policy_set_store (policy, store);
  if (hearth_store_save_draft (store, draft, &error))
    kill (getpid (), SIGKILL);
  _exit (1);
}

static void
test_killed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (mali));
  g_autoptr (GPtrArray) drafts = NULL;
  pid_t child;
  int status = 0;

  hearth_test_house_close (house);
  child = fork ();
  if (child == 0)
    save_and_die (house->folder, id);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  drafts = list (house);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (get_value (drafts, 0, "notes"), ==, "Typed before the cut");
  g_assert_false (hearth_test_folder_contains (house->folder, "Typed before"));
}

/* Whether @letter stands in the @length bytes at @address, which may have been given back. */
static bool
memory_holds (gconstpointer address, gsize length, char letter)
{
  char bytes[4096]; /* on the stack: what is allocated now could be that very memory */
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (memory, >=, 0);
  g_assert_cmpuint (length, <=, sizeof bytes);
  g_assert_cmpint (pread (memory, bytes, length, (off_t) (guintptr) address), ==, (gssize) length);
  close (memory);
  return memchr (bytes, letter, length) != NULL;
}

/* What was typed goes with the draft that held it. */
static void
test_wiped (void)
{
  HearthDraft *draft = hearth_draft_new (&hearth_daily_log_type);
  char *text = g_strnfill (3000, 'v');
  gconstpointer address = text;

  g_hash_table_insert (draft->values, g_strdup ("notes"), text);
  g_assert_true (memory_holds (address, 3000, 'v'));
  hearth_draft_free (draft);
  g_assert_false (memory_holds (address, 3000, 'v'));
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/draft/round-trip", test_round_trip);
  g_test_add_func ("/draft/author-only", test_author_only);
  g_test_add_func ("/draft/denied", test_denied);
  g_test_add_func ("/draft/sealed", test_sealed);
  g_test_add_func ("/draft/sealed-without-a-key", test_sealed_without_a_key);
  g_test_add_func ("/draft/several-types", test_several_types);
  g_test_add_func ("/draft/other-type-denied", test_other_type_denied);
  g_test_add_func ("/draft/not-readable-any-more", test_not_readable_any_more);
  g_test_add_func ("/draft/last-five", test_last_five);
  g_test_add_func ("/draft/killed", test_killed);
  g_test_add_func ("/draft/wiped", test_wiped);
  return g_test_run ();
}
