/* SPDX-License-Identifier: GPL-3.0-or-later
 * Limits of one resident's file: what named people, others, and somebody with a conflict of interest see of it.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"
#include "records/types.h"
#include "rules/emergency.h"
#include "rules/file-limits.h"

/** Two residents with a little in their files. */
typedef struct {
  HearthTestHouse *house;
  HearthRecord *mali, *nour;
  char *mali_id;
  char *log_id, *alert_id, *stay_id;
} Files;

static void
fill_file (Files *files, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (files->house, "stay", "resident", id, "placement", "this_house", "start",
                           "2026-01-01", "room", "Room 3", "wish", "Near the river", NULL);
  g_autoptr (HearthRecord) alert =
    hearth_test_house_add (files->house, "alert", "resident", id, "kind", "allergy", "level", "high", "text",
                           "Peanuts", "start", "2026-01-01", NULL);
  g_autoptr (HearthRecord) log =
    hearth_test_house_add (files->house, "daily_log", "resident", id, "date", "2026-02-28", "shift",
                           "morning", "notes", "Planted lemongrass", NULL);

  if (resident != files->mali)
    return;
  files->stay_id = g_strdup (hearth_record_get_id (stay));
  files->alert_id = g_strdup (hearth_record_get_id (alert));
  files->log_id = g_strdup (hearth_record_get_id (log));
}

static void
set_up (Files *files, gconstpointer unused)
{
  files->house = people_house_new ();
  files->mali = hearth_test_house_add (files->house, "resident", "name_used", "มะลิ", "legal_name",
                                       "ياسمين الأحمد", "birth", "2011", "sex", "2", NULL);
  files->nour = hearth_test_house_add (files->house, "resident", "name_used", "Nour", "legal_name",
                                       "Nour Example", "birth", "1990", "sex", "1", NULL);
  files->mali_id = g_strdup (hearth_record_get_id (files->mali));
  fill_file (files, files->mali);
  fill_file (files, files->nour);
}

static void
tear_down (Files *files, gconstpointer unused)
{
  g_clear_object (&files->mali);
  g_clear_object (&files->nour);
  g_clear_pointer (&files->house, hearth_test_house_free);
  g_free (files->mali_id);
  g_free (files->stay_id);
  g_free (files->alert_id);
  g_free (files->log_id);
}

/* Nothing of the old session is held on to. */
static void
enter (Files *files, const char *user)
{
  g_clear_object (&files->mali);
  g_clear_object (&files->nour);
  people_enter (files->house, user);
}

/* Neither by trying numbers nor by trying to save. */
static void
assert_nothing_is_told (HearthTestHouse *house, const char *code, HearthRecord *log)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_store_load_resident (house->store, code, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  for (int revision = 0; revision < 3; revision++)
    {
      g_autofree char *number = g_strdup_printf ("%d", revision);

      hearth_record_set (log, "revision", number);
      g_assert_false (hearth_store_save (house->store, log, NULL, NULL, &error));
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
      g_clear_error (&error);
    }
}

static void
test_conflict (Files *files, gconstpointer unused)
{
  g_autofree char *code = g_strdup (hearth_record_get (files->mali, "code"));
  g_autoptr (HearthRecord) live_log = hearth_store_load (files->house->store, files->log_id, NULL);
  g_autoptr (HearthRecord) log = hearth_record_copy (live_log);
  g_autoptr (HearthRecord) limit = people_limit (files->house, files->mali, "dani", "conflict");
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  enter (files, "dani");
  g_assert_false (people_get (files->house, files->mali_id));
  g_assert_false (people_get (files->house, files->alert_id));
  g_assert_false (people_get (files->house, files->log_id));
  g_assert_cmpint (people_count (files->house, "resident", NULL), ==, 1);
  g_assert_cmpint (people_count (files->house, "daily_log", NULL), ==, 1);
  g_assert_cmpint (people_count (files->house, "alert", NULL), ==, 1);
  g_assert_cmpint (people_count (files->house, NULL, NULL), ==, 3);
  g_assert_cmpint (people_count (files->house, NULL, files->mali_id), <=, 0);
  g_assert_cmpuint (people_search (files->house, "มะลิ"), ==, 0);
  g_assert_cmpuint (people_search (files->house, "lemongrass"), ==, 1);
  title = hearth_store_dup_link_title (files->house->store, files->mali_id);
  g_assert_cmpstr (title, ==, "");
  assert_nothing_is_told (files->house, code, log);

  g_assert_false (hearth_emergency_is_offered (files->house->store, files->mali_id));
  g_assert_false (hearth_emergency_open (files->house->store, files->mali_id,
                                         "Somebody is at the gate and asks for her", &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);

  enter (files, "kim");
  g_assert_true (people_get (files->house, files->mali_id));
  g_assert_cmpuint (people_search (files->house, "มะลิ"), ==, 1);
}

static bool
is_withheld (HearthRecord *record, const char *name)
{
  int column = hearth_record_type_find_column (hearth_record_get_record_type (record), name);

  return hearth_record_is_withheld (record, (unsigned int) column);
}

static void
assert_denied (HearthTestHouse *house, HearthRecord *record)
{
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, record, &code);

  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_DENIED);
}

static HearthRecord *
load (Files *files, const char *id)
{
  g_autoptr (GError) error = NULL;
  HearthRecord *record = hearth_store_load (files->house->store, id, &error);

  g_assert_no_error (error);
  return record;
}

/* In whatever order they are named, also when who cannot lift a limit stands first. */
static void
name_hanna_and_kim (Files *files)
{
  g_autofree char *kim = people_find (files->house, "kim");
  g_autofree char *hanna = people_find (files->house, "hanna");
  const char *accounts[] = { kim, hanna, NULL };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_file_limit_name (files->house->store, files->mali_id, accounts, "มีเพียงสองคนที่ดูแล",
                                         &problems, &error));
  g_assert_no_error (error);
}

/* None of them, rather than half: nobody who is named could lift it. */
static void
test_named_all_or_none (Files *files, gconstpointer unused)
{
  g_autofree char *kim = people_find (files->house, "kim");
  g_autofree char *cora = people_find (files->house, "cora");
  const char *accounts[] = { cora, kim, NULL };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) limits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_file_limit_name (files->house->store, files->mali_id, accounts, "Only these two",
                                          &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "person", HEARTH_PROBLEM_RULE);
  limits = hearth_file_limit_list (files->house->store, files->mali_id);
  g_assert_cmpuint (limits->len, ==, 0);
}

/* The safety of the house: that somebody is here, what to call them, the alerts. */
static void
test_limited_keeps_safety (Files *files, gconstpointer unused)
{
  static const char *const here[] = { "this_house", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_resident_type);
  g_autoptr (HearthRecord) mali = NULL, stay = NULL, alert = NULL;

  name_hanna_and_kim (files);
  enter (files, "dani");
  mali = load (files, files->mali_id);
  alert = load (files, files->alert_id);
  stay = load (files, files->stay_id);
  g_assert_cmpstr (hearth_record_get (mali, "name_used"), ==, "มะลิ");
  g_assert_true (is_withheld (mali, "legal_name"));
  g_assert_true (is_withheld (mali, "birth"));
  g_assert_cmpstr (hearth_record_get (alert, "text"), ==, "Peanuts");
  g_assert_cmpstr (hearth_record_get (stay, "placement"), ==, "this_house");
  g_assert_cmpstr (hearth_record_get (stay, "room"), ==, "Room 3");
  g_assert_true (is_withheld (stay, "wish"));
  g_assert_cmpint (people_count (files->house, "resident", NULL), ==, 2);
  hearth_query_set_filter (query, "where_now", here);
  g_assert_cmpint ((int) hearth_store_count (files->house->store, query, NULL), ==, 2);
  g_assert_cmpuint (people_search (files->house, "มะลิ"), ==, 1);
  g_assert_cmpuint (people_search (files->house, "Peanuts"), ==, 2);
}

static void
test_limited_hides_the_rest (Files *files, gconstpointer unused)
{
  static const char *const female[] = { "2", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_resident_type);
  g_autoptr (HearthRecord) entry = hearth_record_new (&hearth_daily_log_type);
  g_autoptr (HearthRecord) alert = NULL, limit = NULL, first = NULL;
  g_autoptr (GListModel) residents = NULL;

  name_hanna_and_kim (files);
  enter (files, "dani");
  g_assert_false (people_get (files->house, files->log_id));
  g_assert_cmpint (people_count (files->house, "daily_log", NULL), ==, 1);
  g_assert_cmpint (people_count (files->house, "daily_log", files->mali_id), ==, -1);
  g_assert_cmpuint (people_search (files->house, "lemongrass"), ==, 1);
  /* Nor can it be told from what a filter leaves, or from the order: the younger one would come first. */
  hearth_query_set_filter (query, "sex", female);
  g_assert_cmpint ((int) hearth_store_count (files->house->store, query, NULL), ==, 0);

  hearth_query_set_filter (query, "sex", NULL);
  hearth_query_set_sort (query, "birth", true);
  residents = hearth_store_list (files->house->store, query, NULL);
  first = g_list_model_get_item (residents, 0);
  g_assert_cmpstr (hearth_record_get (first, "name_used"), ==, "Nour");

  hearth_record_set (entry, "resident", files->mali_id);
  hearth_record_set (entry, "date", "2026-03-01");
  hearth_record_set (entry, "shift", "morning");
  assert_denied (files->house, entry);
  alert = load (files, files->alert_id);
  hearth_record_set (alert, "action", "Call 1669");
  people_save (files->house, alert);

  /* Not the director either, who is not named, and who cannot change that. */
  enter (files, HEARTH_TEST_USER);
  g_assert_false (people_get (files->house, files->log_id));
  files->mali = load (files, files->mali_id);
  g_assert_true (is_withheld (files->mali, "legal_name"));
  limit = people_make_limit (files->house, files->mali, HEARTH_TEST_USER, "named");
  assert_denied (files->house, limit);
}

static void
test_named_see_what_the_role_gives (Files *files, gconstpointer unused)
{
  g_autoptr (HearthRecord) mali = NULL;

  name_hanna_and_kim (files);
  enter (files, "kim");
  mali = load (files, files->mali_id);
  g_assert_cmpstr (hearth_record_get (mali, "legal_name"), ==, "ياسمين الأحمد");
  g_assert_true (people_get (files->house, files->log_id));
  g_assert_cmpint (people_count (files->house, "file_limit", files->mali_id), ==, -1);
  enter (files, "hanna");
  g_assert_cmpint (people_count (files->house, "file_limit", files->mali_id), ==, 2);
}

/* A limit begins on its first day and holds on its last. */
static void
test_days (Files *files, gconstpointer unused)
{
  static const struct {
    const char *now;
    bool sees;
  } days[] = {
    { "2026-03-04T23:59:00+07:00", true },
    { "2026-03-05T00:00:00+07:00", false },
    { "2026-03-06T23:59:59+07:00", false },
    { "2026-03-07T00:00:00+07:00", true },
  };
  g_autoptr (HearthRecord) limit = people_make_limit (files->house, files->mali, "dani", "conflict");

  hearth_record_set (limit, "start", "2026-03-05");
  hearth_record_set (limit, "until", "2026-03-06");
  people_save (files->house, limit);
  enter (files, "dani");
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      hearth_clock_set_fixed (files->house->clock, days[i].now);
      g_assert_cmpint (people_get (files->house, files->mali_id), ==, days[i].sees);
    }
}

/* What is on the screen goes at once, and the policy says so. */
static void
test_at_once (Files *files, gconstpointer unused)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_resident_type);
  g_autoptr (HearthRecord) limit = NULL;
  g_autoptr (HearthRecord) log = NULL;
  g_autoptr (GListModel) residents = NULL;
  guint told = 0;

  enter (files, "hanna");
  files->mali = load (files, files->mali_id);
  log = load (files, files->log_id);
  residents = hearth_store_list (files->house->store, query, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (residents), ==, 2);
  g_signal_connect_swapped (files->house->policy, "changed", G_CALLBACK (g_atomic_int_inc), &told);
  limit = people_limit (files->house, files->mali, "hanna", "conflict");
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (residents), ==, 1);
  g_assert_cmpstr (hearth_record_get (files->mali, "name_used"), ==, "");
  g_assert_cmpstr (hearth_record_get (log, "notes"), ==, "");
  g_assert_false (people_get (files->house, files->mali_id));
}

static void
assert_refused (HearthTestHouse *house, HearthRecord *record, const char *field)
{
  int code;
  g_autoptr (GPtrArray) problems = people_try (house, record, &code);

  g_assert_cmpint (code, ==, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, field, HEARTH_PROBLEM_RULE);
}

/* A limit is made so that somebody can change it again. */
static void
test_can_be_changed_again (Files *files, gconstpointer unused)
{
  g_autoptr (HearthRecord) only_kim = people_make_limit (files->house, files->mali, "kim", "named");
  g_autoptr (HearthRecord) hanna = NULL, kim = NULL, conflict = NULL, later = NULL;
  g_autoptr (HearthRecord) account = NULL;

  assert_refused (files->house, only_kim, "person");
  hanna = people_limit (files->house, files->mali, "hanna", "named");

  enter (files, "hanna");
  files->mali = load (files, files->mali_id);
  g_clear_object (&hanna);
  kim = people_limit (files->house, files->mali, "kim", "named");
  conflict = people_make_limit (files->house, files->mali, "hanna", "conflict");
  assert_refused (files->house, conflict, "person");
  /* Nor for a day to come. */
  later = people_make_limit (files->house, files->mali, "hanna", "conflict");
  hearth_record_set (later, "start", "2026-09-01");
  assert_refused (files->house, later, "person");
  /* The one who is named does not go either, before somebody else is. */
  enter (files, "ana");
  account = people_load (files->house, "hanna");
  hearth_record_set (account, "active", "no");
  assert_refused (files->house, account, "role");
}

static const HearthFileReader *
find_reader (GPtrArray *readers, const char *name)
{
  for (guint i = 0; i < readers->len; i++)
    {
      const HearthFileReader *reader = g_ptr_array_index (readers, i);

      if (g_str_equal (hearth_record_get (reader->account, "name"), name))
        return reader;
    }
  return NULL;
}

static void
test_readers (Files *files, gconstpointer unused)
{
  g_autoptr (HearthRecord) conflict = NULL;
  g_autoptr (GPtrArray) readers = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  readers = hearth_file_limits_list_readers (files->house->store, files->mali_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (readers->len, ==, 6);
  g_assert_true (find_reader (readers, "dani")->may_see);
  g_assert_cmpstr (find_reader (readers, "dani")->why, ==, "Duty carer");
  g_assert_false (find_reader (readers, "ana")->may_see);
  g_assert_cmpstr (find_reader (readers, "ana")->why, ==, "Has no role in files");
  g_clear_pointer (&readers, g_ptr_array_unref);

  conflict = people_limit (files->house, files->mali, "dani", "conflict");
  name_hanna_and_kim (files);
  readers = hearth_file_limits_list_readers (files->house->store, files->mali_id, &error);
  g_assert_no_error (error);
  g_assert_true (find_reader (readers, "kim")->may_see);
  g_assert_cmpstr (find_reader (readers, "kim")->why, ==, "Named");
  g_assert_false (find_reader (readers, "dani")->may_see);
  g_assert_cmpstr (find_reader (readers, "dani")->why, ==, "Conflict of interest");
  g_assert_cmpstr (find_reader (readers, HEARTH_TEST_USER)->why, ==, "Not named");
  g_assert_true (((HearthFileReader *) g_ptr_array_index (readers, 0))->may_see);
  g_assert_true (((HearthFileReader *) g_ptr_array_index (readers, 1))->may_see);
  g_assert_false (((HearthFileReader *) g_ptr_array_index (readers, 2))->may_see);

  enter (files, "kim");
  none = hearth_file_limits_list_readers (files->house->store, files->mali_id, &error);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_null (none);
}

#define ADD(path, function) g_test_add (path, Files, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  ADD ("/rules/file-limits/conflict", test_conflict);
  ADD ("/rules/file-limits/limited/safety", test_limited_keeps_safety);
  ADD ("/rules/file-limits/limited/all-or-none", test_named_all_or_none);
  ADD ("/rules/file-limits/limited/rest", test_limited_hides_the_rest);
  ADD ("/rules/file-limits/limited/named", test_named_see_what_the_role_gives);
  ADD ("/rules/file-limits/days", test_days);
  ADD ("/rules/file-limits/at-once", test_at_once);
  ADD ("/rules/file-limits/can-be-changed-again", test_can_be_changed_again);
  ADD ("/rules/file-limits/readers", test_readers);
  return g_test_run ();
}
