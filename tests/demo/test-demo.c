/* SPDX-License-Identifier: GPL-3.0-or-later
 * The invented house: the same from the same seed, of the size asked for, marked as what it is, and nothing in it
 * that the program would refuse.
 */
#define G_LOG_DOMAIN "hearth-tests"

#include "config.h"

#include "core/age.h"
#include "core/date.h"
#include "core/value.h"
#include "demo/demo.h"
#include "demo/plan.h"
#include "fixtures/fixtures.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/court.h"
#include "rules/handover.h"
#include "rules/health.h"
#include "rules/house-policy.h"
#include "rules/incidents.h"
#include "rules/notifications.h"
#include "rules/rooms.h"
#include "rules/tasks.h"
#include "rules/whereabouts.h"
#include "vault/words.h"

#include <string.h>

#define RESIDENTS 5
#define MONTHS 7

/* --- helpers --- */

typedef struct {
  char *folder;
  HearthClock *clock;
  HearthDemoResult *result;
  HearthKeyring *keyring;
  HearthStore *store;
} Demo;

static void
reopen (Demo *demo)
{
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&demo->store);
  demo->store = hearth_store_open (demo->folder, demo->keyring, HEARTH_POLICY (policy), demo->clock, &error);
  g_assert_no_error (error);
  hearth_house_policy_set_store (policy, demo->store);
}

static Demo *
demo_new (unsigned int residents, unsigned int months, guint32 seed)
{
  Demo *demo = g_new0 (Demo, 1);
  g_autoptr (GError) error = NULL;
  HearthDemoOptions options = { .residents = residents, .months = months, .seed = seed };
  const HearthDemoAccount *director;

  demo->folder = hearth_test_folder_new ();
  demo->clock = hearth_test_clock_new ();
  options.clock = demo->clock;
  options.cost = hearth_key_cost_for_tests ();
  demo->result = hearth_demo_create (demo->folder, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  director = g_ptr_array_index (demo->result->accounts, 0);
  demo->keyring = hearth_vault_unlock (demo->folder, director->user, director->password, &error);
  g_assert_no_error (error);
  reopen (demo);
  return demo;
}

static void
demo_free (Demo *demo)
{
  hearth_store_close (demo->store);
  g_object_unref (demo->store);
  g_object_unref (demo->keyring);
  g_object_unref (demo->clock);
  hearth_demo_result_free (demo->result);
  hearth_test_folder_remove (demo->folder);
  g_free (demo);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Demo, demo_free)

/* Made once, for all tests that only look. */
static Demo *
shared_demo (void)
{
  static Demo *demo;

  if (demo == NULL)
    demo = demo_new (RESIDENTS, MONTHS, HEARTH_DEMO_SEED);
  return demo;
}

static GListModel *
list (Demo *demo, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  GListModel *records;

  /* Approvals show with their record, and are no list of their own. */
  if (type == &hearth_approval_type)
    return G_LIST_MODEL (g_list_store_new (HEARTH_TYPE_RECORD));
  records = hearth_store_list (demo->store, query, &error);

  g_assert_no_error (error);
  return records;
}

/* Two small ones from the same seed, which must be equal, and one from another. */
typedef enum { ONE, SAME, OTHER, N_SMALL } Small;

static Demo *
small_demo (Small which)
{
  static const guint32 seeds[] = { [ONE] = 7, [SAME] = 7, [OTHER] = 8 };
  static Demo *demos[N_SMALL];

  if (demos[which] == NULL)
    demos[which] = demo_new (2, 1, seeds[which]);
  return demos[which];
}

static HearthRecord *
find (GListModel *records, const char *field, const char *value)
{
  for (unsigned int i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (hearth_record_get (record, field), value))
        return g_steal_pointer (&record);
    }
  return NULL;
}

static bool
is_id (const HearthField *field)
{
  return field->kind == HEARTH_FIELD_LINK || field->kind == HEARTH_FIELD_LINKS ||
         g_str_equal (field->name, "subject");
}

/* Everything a person wrote: no ids, which are new each time. */
static char *
tell (Demo *demo, const HearthRecordType *type)
{
  g_autoptr (GListModel) records = list (demo, type);
  GString *text = g_string_new (NULL);

  for (unsigned int i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      for (unsigned int j = 0; j < type->n_fields; j++)
        if (hearth_field_is_stored (&type->fields[j]) && !is_id (&type->fields[j]))
          g_string_append_printf (text, "%s|", hearth_record_get (record, type->fields[j].name));
      g_string_append_printf (text, "%s\n", hearth_record_get (record, "state"));
    }
  return g_string_free_and_steal (text);
}

static bool
has_script (const char *text, GUnicodeScript script)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == script)
      return true;
  return false;
}

/* --- tests --- */

/* Not everybody has drawn something or learns a trade, nobody has kept a view of a list, and no night was so bad that a file
 * was opened. In a month nobody earns a certificate. */
static bool
may_be_without (const HearthRecordType *type)
{
  static const HearthRecordType *const types[] = {
    &hearth_document_type,    &hearth_exploitation_type,        &hearth_file_limit_type,
    &hearth_approval_type,    &hearth_emergency_access_type,    &hearth_room_restriction_type,
    &hearth_safety_plan_type, &hearth_vocational_training_type, &hearth_certificate_type,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      return true;
  return type->personal;
}

static void
test_same_seed (void)
{
  Demo *one = small_demo (ONE), *same = small_demo (SAME), *other = small_demo (OTHER);
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autofree char *first = tell (one, types[i]);
      g_autofree char *second = tell (same, types[i]);

      if (!may_be_without (types[i]))
        g_assert_cmpstr (first, !=, "");
      g_assert_cmpstr (first, ==, second);
      if (types[i] == &hearth_daily_log_type)
        {
          g_autofree char *third = tell (other, types[i]);

          g_assert_cmpstr (first, !=, third);
        }
    }
}

static void
test_size (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GListModel) residents = list (demo, &hearth_resident_type);
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);
  gint64 n_records = 0;

  g_assert_cmpint (demo->result->residents, ==, RESIDENTS);
  g_assert_cmpuint (g_list_model_get_n_items (residents), ==, RESIDENTS);
  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autoptr (GListModel) records = list (demo, types[i]);

      n_records += g_list_model_get_n_items (records);
    }
  g_assert_cmpint (demo->result->records, ==, n_records);
}

static void
test_marked (void)
{
  Demo *demo = shared_demo ();

  g_assert_true (hearth_record_is_yes (hearth_store_get_house (demo->store), "demo"));
}

static void
test_accounts (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GListModel) accounts = list (demo, &hearth_account_type);

  g_assert_cmpuint (demo->result->accounts->len, ==, 10);
  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 10);
  for (unsigned int i = 0; i < demo->result->accounts->len; i++)
    {
      const HearthDemoAccount *account = g_ptr_array_index (demo->result->accounts, i);
      g_autoptr (HearthRecord) record = find (accounts, "role", account->role);
      g_autoptr (HearthKeyring) keyring = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (record);
      g_assert_cmpstr (hearth_record_get (record, "user"), ==, account->user);
      keyring = hearth_vault_unlock (demo->folder, account->user, account->password, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (hearth_keyring_get_person_id (keyring), ==, hearth_record_get_id (record));
    }
}

/* The passwords are of the words the program itself proposes, and the same from the same seed. */
static void
test_passwords (void)
{
  Demo *demo = small_demo (ONE), *same = small_demo (SAME), *other = small_demo (OTHER);
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < hearth_words_count; i++)
    g_hash_table_add (words, (gpointer) hearth_words[i]);
  for (unsigned int i = 0; i < demo->result->accounts->len; i++)
    {
      const HearthDemoAccount *account = g_ptr_array_index (demo->result->accounts, i);
      const HearthDemoAccount *again = g_ptr_array_index (same->result->accounts, i);
      const HearthDemoAccount *not_this = g_ptr_array_index (other->result->accounts, i);
      g_auto (GStrv) parts = g_strsplit (account->password, " ", -1);

      g_assert_cmpstr (account->password, ==, again->password);
      g_assert_cmpstr (account->password, !=, not_this->password);
      g_assert_cmpuint (g_strv_length (parts), ==, 4);
      for (char **part = parts; *part != NULL; part++)
        g_assert_true (g_hash_table_contains (words, *part));
    }
}

static void
test_first_four (void)
{
  Demo *demo = shared_demo ();
  const struct {
    const char *code;
    GUnicodeScript script;
  } expected[] = {
    { "R-001", G_UNICODE_SCRIPT_LATIN },
    { "R-002", G_UNICODE_SCRIPT_THAI },
    { "R-003", G_UNICODE_SCRIPT_KHMER },
    { "R-004", G_UNICODE_SCRIPT_ARABIC },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HearthRecord) resident = hearth_store_load_resident (demo->store, expected[i].code, &error);

      g_assert_no_error (error);
      g_assert_true (has_script (hearth_record_get (resident, "local_name"), expected[i].script));
    }
}

/* Girls, boys, women and one man, each in a house of the usual size. */
static void
test_people (void)
{
  g_autoptr (Demo) demo = demo_new (HEARTH_DEMO_RESIDENTS, 1, HEARTH_DEMO_SEED);
  g_autoptr (GListModel) residents = list (demo, &hearth_resident_type);
  g_autoptr (GHashTable) countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int n[2][2] = { { 0 } };

  for (unsigned int i = 0; i < g_list_model_get_n_items (residents); i++)
    {
      g_autoptr (HearthRecord) resident = g_list_model_get_item (residents, i);
      HearthAge age = hearth_age_at (hearth_record_get (resident, "birth"), HEARTH_TEST_TODAY);
      bool male = g_str_equal (hearth_record_get (resident, "sex"), "1");

      g_assert_cmpint (age.least_years, >=, 7);
      n[male][hearth_record_has (resident, "marital_status")]++;
      g_hash_table_add (countries, g_strdup (hearth_record_get (resident, "nationality")));
    }
  g_assert_cmpint (n[0][0], >=, 8);
  g_assert_cmpint (n[1][0], >=, 3);
  g_assert_cmpint (n[0][1], >=, 3);
  g_assert_cmpint (n[1][1], ==, 1);
  g_assert_cmpuint (g_hash_table_size (countries), >=, 12);
}

/* In a house of the usual size one or the other order has run out; most run on. */
static void
test_orders (void)
{
  const int days = HEARTH_DEMO_MONTHS * 30;
  unsigned int n_lapsed = 0, n_running = 0;

  for (unsigned int i = 0; i < HEARTH_DEMO_RESIDENTS; i++)
    {
      g_autoptr (HearthDemoPlan) plan =
        hearth_demo_plan_new (HEARTH_DEMO_SEED, i, HEARTH_DEMO_RESIDENTS, days);

      if (!hearth_demo_plan_is_child (plan) || !hearth_demo_plan_is_home (plan, days - 1))
        continue;
      if (hearth_demo_plan_draw_order (plan, days) < days - 1)
        n_lapsed++;
      else
        n_running++;
    }
  g_assert_cmpuint (n_lapsed, >=, 1);
  g_assert_cmpuint (n_lapsed, <=, 3);
  g_assert_cmpuint (n_running, >=, 5);
}

/* The house is never ahead of its time, and nobody is written about before arrival or after leaving. */
static void
test_times (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GListModel) entries = list (demo, &hearth_daily_log_type);
  g_autoptr (GListModel) stays = list (demo, &hearth_stay_type);
  g_autofree char *now = hearth_clock_stamp (demo->clock);
  g_autoptr (GHashTable) starts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  unsigned int n_open = 0, n_ended = 0;

  for (unsigned int i = 0; i < g_list_model_get_n_items (stays); i++)
    {
      HearthRecord *stay = g_list_model_get_item (stays, i);
      const char *start = hearth_record_get (stay, "start"), *resident = hearth_record_get_resident (stay);
      const char *known = g_hash_table_lookup (starts, resident);

      g_ptr_array_add (kept, stay);
      n_ended += hearth_record_has (stay, "end");
      if (g_str_equal (hearth_record_get (stay, "placement"), "this_house") &&
          (known == NULL || strcmp (start, known) < 0))
        g_hash_table_insert (starts, (gpointer) resident, (gpointer) start);
    }
  g_assert_cmpuint (n_ended, >, 0);
  for (unsigned int i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (entries, i);
      const char *start = g_hash_table_lookup (starts, hearth_record_get_resident (entry));

      g_assert_nonnull (start);
      g_assert_cmpstr (hearth_record_get (entry, "date"), >=, start);
      g_assert_cmpstr (hearth_record_get (entry, "created_at"), <=, now);
      n_open += hearth_record_is_open (entry);
    }
  g_assert_cmpuint (n_open, >, 0);
  g_assert_cmpuint (n_open, <=, RESIDENTS * 4);
}

/* Sleep at the end is longer than at the beginning, with worse weeks in between. */
static void
test_sleep_mends (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GListModel) entries = list (demo, &hearth_daily_log_type);
  double sum[2] = { 0 };
  int n[2] = { 0 };

  for (unsigned int i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (entries, i);
      int minutes = hearth_time_minutes_between (hearth_record_get (entry, "sleep_from"),
                                                 hearth_record_get (entry, "sleep_to"));
      const char *date = hearth_record_get (entry, "date");
      int part = strcmp (date, "2026-01-01") >= 0 ? 1 : 0;

      if (minutes < 0 || (part == 0 && strcmp (date, "2025-09-15") >= 0))
        continue;
      sum[part] += minutes;
      n[part]++;
    }
  g_assert_cmpint (n[0], >, 30);
  g_assert_cmpint (n[1], >, 100);
  g_assert_cmpfloat (sum[1] / n[1], >, sum[0] / n[0] + 20);
}

/* Each was saved through the same door as a person's; this is about words that would look unfilled. */
static void
test_words (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GHashTable) moments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListModel) entries = list (demo, &hearth_daily_log_type);
  g_autofree char *all = tell (demo, &hearth_daily_log_type);

  g_assert_null (strpbrk (all, "{}"));
  g_assert_null (strstr (all, "(null)"));
  for (unsigned int i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (entries, i);

      g_hash_table_add (moments, g_strdup (hearth_record_get (entry, "positive_moment")));
    }
  g_assert_cmpuint (g_hash_table_size (moments), >, 30);
}

/* Each person signed in to the shared house, who counts records of @type and texts in @field of them. */
static void
count_for (const char *role, const HearthRecordType *type, const char *field, gint64 *records, gint64 *texts)
{
  Demo *demo = shared_demo ();
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (GListModel) all = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (HearthStore) store = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < demo->result->accounts->len; i++)
    {
      const HearthDemoAccount *account = g_ptr_array_index (demo->result->accounts, i);

      if (g_str_equal (account->role, role))
        keyring = hearth_vault_unlock (demo->folder, account->user, account->password, &error);
    }
  g_assert_no_error (error);
  hearth_store_close (demo->store);
  store = hearth_store_open (demo->folder, keyring, HEARTH_POLICY (policy), demo->clock, &error);
  g_assert_no_error (error);
  hearth_house_policy_set_store (policy, store);
  *records = *texts = 0;
  if (hearth_policy_may_read (HEARTH_POLICY (policy), type, NULL, NULL))
    {
      g_autoptr (HearthQuery) query = hearth_query_new (type);

      all = hearth_store_list (store, query, &error);
      g_assert_no_error (error);
      *records = g_list_model_get_n_items (all);
    }
  for (gint64 i = 0; i < *records; i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (all, (guint) i);

      *texts += field != NULL && hearth_record_has (record, field);
    }
  hearth_store_close (store);
  reopen (demo);
}

static int
count_minutes (const char *time)
{
  return (int) g_ascii_strtoll (time, NULL, 10) * 60 +
         (int) g_ascii_strtoll (time + strlen ("00:"), NULL, 10);
}

/* Nobody can see two residents at once. */
static void
test_sessions (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GHashTable) moments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListModel) sessions = list (demo, &hearth_counselling_session_type);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr (HearthRecord) session = g_list_model_get_item (sessions, i);
      const char *start = hearth_record_get (session, "start"), *end = hearth_record_get (session, "end");

      if (*start == '\0')
        continue;
      g_assert_cmpint (count_minutes (end) - count_minutes (start), ==, 50);
      g_assert_cmpstr (end, <, "16:00");
      g_assert_true (g_hash_table_add (moments, g_strdup_printf ("%s %s", hearth_record_get (session, "date"),
                                                                 start)));
      g_hash_table_add (starts, g_strdup (start));
    }
  g_assert_cmpuint (g_hash_table_size (starts), >, 3);
}

/* The notes are there for who wrote them, and for nobody else; one file is out of the teacher's sight. */
static void
test_kept_apart (void)
{
  gint64 sessions, notes, colleagues, residents, fewer;

  count_for ("counsellor", &hearth_counselling_session_type, "process_note", &sessions, &notes);
  g_assert_cmpint (sessions, >, 10);
  g_assert_cmpint (notes, >, 3);
  count_for ("director", &hearth_counselling_session_type, "process_note", &colleagues, &notes);
  g_assert_cmpint (colleagues, ==, sessions);
  g_assert_cmpint (notes, ==, 0);
  count_for ("duty-carer", &hearth_counselling_session_type, NULL, &colleagues, &notes);
  g_assert_cmpint (colleagues, ==, 0);
  count_for ("key-worker", &hearth_resident_type, NULL, &residents, &notes);
  count_for ("teacher", &hearth_resident_type, NULL, &fewer, &notes);
  g_assert_cmpint (fewer, ==, residents - 1);
}

static guint
count (Demo *demo, const HearthRecordType *type)
{
  g_autoptr (GListModel) records = list (demo, type);

  return g_list_model_get_n_items (records);
}

/* Somebody is out, somebody is late, one asks; whoever was missing is back. */
static void
test_whereabouts (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = hearth_whereabouts_list (demo->store, NULL, &error);
  g_autoptr (GPtrArray) asked = hearth_leaves_list_asked (demo->store, &error);
  g_autoptr (GListModel) episodes = list (demo, &hearth_missing_episode_type);
  g_autoptr (HearthRecord) episode = g_list_model_get_item (episodes, 0);
  HearthHeadcount n = { 0 };

  g_assert_no_error (error);
  n = hearth_headcount (all);
  g_assert_cmpuint (n.late, ==, 1);
  g_assert_cmpuint (n.away, ==, 2);
  g_assert_cmpuint (n.missing, ==, 0);
  g_assert_cmpuint (asked->len, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (episodes), ==, 1);
  g_assert_true (hearth_record_has (episode, "found_at"));
  g_assert_true (hearth_record_has (episode, "talk_words"));
}

/* Whoever lives here has a bed of their own. */
static void
test_beds (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rooms = hearth_rooms_list (demo->store, HEARTH_TEST_TODAY, &error);
  g_autoptr (GPtrArray) without = hearth_rooms_list_without_bed (demo->store, HEARTH_TEST_TODAY, &error);
  guint n_taken = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (rooms->len, ==, 8);
  for (guint i = 0; i < rooms->len; i++)
    n_taken += ((HearthRoomUse *) g_ptr_array_index (rooms, i))->n_taken;
  g_assert_cmpuint (n_taken, >, 2);
  g_assert_cmpuint (without->len, ==, 0);
}

/* Most are of the evening, and nearly all are closed. */
static void
test_incidents (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthIncidentPattern) pattern =
    hearth_incident_pattern_new (demo->store, NULL, "2025-07-01", HEARTH_TEST_TODAY, &error);
  g_autoptr (GPtrArray) open = hearth_incidents_list_open (demo->store, &error);
  g_autoptr (GPtrArray) untold = hearth_notifications_list_open (demo->store, &error);
  unsigned int n_evening = 0;

  g_assert_no_error (error);
  for (int hour = 19; hour < 21; hour++)
    n_evening += pattern->hours[hour];
  g_assert_cmpuint (pattern->n, >=, 9);
  g_assert_cmpuint (n_evening * 2, >, pattern->n);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpuint (untold->len, <=, 3);
  g_assert_cmpuint (count (demo, &hearth_staff_load_type), >=, pattern->n);
  g_assert_cmpuint (count (demo, &hearth_complaint_type), ==, 2);
}

/* The last handover waits for its reader, and some tasks are late. */
static void
test_work_waits (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unread = hearth_handovers_list_unread (demo->store, &error);
  g_autoptr (GListModel) tasks = list (demo, &hearth_task_type);
  guint n[HEARTH_TASK_CANCELLED + 1] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (unread->len, >, 0);
  g_assert_cmpuint (count (demo, &hearth_handover_type), >, count (demo, &hearth_handover_read_type));
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (HearthRecord) task = g_list_model_get_item (tasks, i);

      n[hearth_task_get_standing (demo->store, task)]++;
    }
  g_assert_cmpuint (n[HEARTH_TASK_OVERDUE], >=, 2);
  g_assert_cmpuint (n[HEARTH_TASK_DUE], >=, 1);
  g_assert_cmpuint (n[HEARTH_TASK_DONE], >=, 3);
}

/* What a carer wrote about somebody who works here only the director reads. */
static void
test_concern (void)
{
  gint64 records, texts;

  count_for ("director", &hearth_allegation_type, "told", &records, &texts);
  g_assert_cmpint (records, ==, 1);
  g_assert_cmpint (texts, ==, 1);
  count_for ("house-manager", &hearth_allegation_type, "told", &records, &texts);
  g_assert_cmpint (records, ==, 0);
  count_for ("duty-carer", &hearth_allegation_type, "told", &records, &texts);
  g_assert_cmpint (records, ==, 0);
  count_for ("house-manager", &hearth_complaint_type, "text", &records, &texts);
  g_assert_cmpint (records, ==, 2);
  count_for ("duty-carer", &hearth_complaint_type, "text", &records, &texts);
  g_assert_cmpint (records, ==, 0);
}

/* In half a year every profession has written all that it writes. */
static void
test_professions (void)
{
  Demo *demo = shared_demo ();
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    if (types[i] == &hearth_vocational_training_type || types[i] == &hearth_certificate_type ||
        !may_be_without (types[i]))
      g_assert_cmpuint (count (demo, types[i]), >, 0);
}

/* Somebody is at court soon, and on the way there: some steps are done, and some are left. */
static void
test_court (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) hearing = hearth_court_next_hearing (demo->store, NULL, &error);
  g_autofree char *soon = hearth_date_add_days (HEARTH_TEST_TODAY, 10);
  g_autoptr (GPtrArray) steps = NULL;
  unsigned int done, needed;

  g_assert_no_error (error);
  g_assert_nonnull (hearing);
  g_assert_cmpstr (hearth_record_get (hearing, "at"), <, soon);
  steps = hearth_hearing_list_steps (demo->store, hearth_record_get_id (hearing), &error);
  g_assert_no_error (error);
  hearth_steps_count (demo->store, steps, &done, &needed, NULL);
  g_assert_cmpuint (done, >, 5);
  g_assert_cmpuint (needed, >, done);
}

/* Children grow: what was measured never gets less. */
static void
test_growth (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) resident = hearth_store_load_resident (demo->store, "R-001", &error);
  g_autoptr (GPtrArray) measured = NULL;
  double before = 0;

  g_assert_no_error (error);
  measured = hearth_measurements_list (demo->store, hearth_record_get_id (resident), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (measured->len, >=, 6);
  for (guint i = 0; i < measured->len; i++)
    {
      double height = g_ascii_strtod (hearth_record_get (g_ptr_array_index (measured, i), "height"), NULL);

      g_assert_cmpfloat (height, >=, before);
      before = height;
    }
}

static void
test_written_by_the_team (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (GListModel) entries = list (demo, &hearth_daily_log_type);
  g_autoptr (GHashTable) authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HearthVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  for (unsigned int i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (entries, i);

      g_hash_table_add (authors, g_strdup (hearth_record_get (entry, "created_by")));
    }
  g_assert_cmpuint (g_hash_table_size (authors), ==, 3);
  verification = hearth_house_verify (demo->folder, demo->keyring, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

static void
test_folder_in_use (void)
{
  Demo *demo = shared_demo ();
  g_autoptr (HearthDemoResult) again = NULL;
  g_autoptr (GError) error = NULL;
  const HearthDemoOptions options = {
    .residents = 1, .months = 1, .clock = demo->clock, .cost = hearth_key_cost_for_tests ()
  };

  again = hearth_demo_create (demo->folder, &options, NULL, NULL, &error);
  g_assert_error (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_TAKEN);
  g_assert_null (again);
}

int
main (int argc, char **argv)
{
  int status;

  hearth_test_init (&argc, &argv);
  g_test_add_func ("/demo/same-seed", test_same_seed);
  g_test_add_func ("/demo/size", test_size);
  g_test_add_func ("/demo/marked", test_marked);
  g_test_add_func ("/demo/accounts", test_accounts);
  g_test_add_func ("/demo/passwords", test_passwords);
  g_test_add_func ("/demo/first-four", test_first_four);
  g_test_add_func ("/demo/people", test_people);
  g_test_add_func ("/demo/orders", test_orders);
  g_test_add_func ("/demo/times", test_times);
  g_test_add_func ("/demo/sessions", test_sessions);
  g_test_add_func ("/demo/sleep-mends", test_sleep_mends);
  g_test_add_func ("/demo/words", test_words);
  g_test_add_func ("/demo/kept-apart", test_kept_apart);
  g_test_add_func ("/demo/whereabouts", test_whereabouts);
  g_test_add_func ("/demo/beds", test_beds);
  g_test_add_func ("/demo/incidents", test_incidents);
  g_test_add_func ("/demo/work-waits", test_work_waits);
  g_test_add_func ("/demo/concern", test_concern);
  g_test_add_func ("/demo/professions", test_professions);
  g_test_add_func ("/demo/court", test_court);
  g_test_add_func ("/demo/growth", test_growth);
  g_test_add_func ("/demo/written-by-the-team", test_written_by_the_team);
  g_test_add_func ("/demo/folder-in-use", test_folder_in_use);
  status = g_test_run ();
  demo_free (shared_demo ());
  for (Small small = 0; small < N_SMALL; small++)
    demo_free (small_demo (small));
  return status;
}
