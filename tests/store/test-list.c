/* SPDX-License-Identifier: GPL-3.0-or-later
 * Live lists: which records, in which order, page by page, and following what is saved.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "list-fixture.h"

#include <string.h>

static void
add_logs (House *house, HearthRecord *resident, const char *const *dates)
{
  for (gsize i = 0; dates[i] != NULL; i++)
    g_object_unref (house_add_log (house, resident, dates[i], dates[i]));
}

/* --- which, and in what order ------------------------------------------------------------------- */

static void
test_newest_first (void)
{
  static const char *const dates[] = { "2026-02-01", "2026-02-20", "2025-12-31", "2026-02-10", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) model = NULL;

  add_logs (house, resident, dates);
  model = list (house, query);
  assert_list (model, "date", "2026-02-20,2026-02-10,2026-02-01,2025-12-31");
  g_assert_true (g_list_model_get_item_type (model) == HEARTH_TYPE_RECORD);
  g_assert_null (g_list_model_get_item (model, 4));
}

static void
test_period_and_resident (void)
{
  static const char *const dates[] = { "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = house_add_resident (house, "Dara");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) february = NULL;
  g_autoptr (GListModel) of_dara = NULL;

  add_logs (house, mali, dates);
  g_object_unref (house_add_log (house, dara, "2026-02-14", "Dara's"));
  hearth_query_set_period (query, "2026-02-01", "2026-02-28");
  february = list (house, query);
  assert_list (february, "date", "2026-02-28,2026-02-14,2026-02-01");
  hearth_query_set_resident (query, hearth_record_get_id (dara));
  of_dara = list (house, query);
  assert_list (of_dara, "date", "2026-02-14");
}

static void
test_timeline (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) entry = house_add_log (house, mali, "2026-02-14", "Laughed.");
  g_autoptr (HearthRecord) alert =
    house_add (house, "alert", "resident", hearth_record_get_id (mali), "kind", "allergy", "level", "high",
               "text", "Peanuts", "start", "2026-02-20", NULL);
  g_autoptr (HearthRecord) other = house_add_log (house, dara, "2026-02-15", "Not in the file of Mali.");
  g_autoptr (HearthQuery) query = hearth_query_new (NULL);
  g_autoptr (GListModel) model = NULL;
  g_autoptr (HearthRecord) first = NULL;
  g_autoptr (HearthRecord) second = NULL;

  hearth_query_set_resident (query, hearth_record_get_id (mali));
  model = list (house, query);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  first = g_list_model_get_item (model, 0);
  second = g_list_model_get_item (model, 1);
  g_assert_true (first == alert);
  g_assert_true (second == entry);
}

static char *
read_types (House *house, const HearthQuery *query)
{
  g_autoptr (GListModel) model = list (house, query);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", hearth_record_get_record_type (record)->name);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
assert_types (House *house, const HearthQuery *query, const char *expected)
{
  g_autofree char *types = read_types (house, query);

  g_assert_cmpstr (types, ==, expected);
}

static void
test_some_types (void)
{
  static const char *const no_alerts[] = { "alert", NULL };
  const HearthRecordType *const two[] = { type_of ("alert"), type_of ("contact") };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) entry = house_add_log (house, mali, "2026-02-14", "Laughed.");
  g_autoptr (HearthRecord) alert = house_add (house, "alert", "resident", id, "kind", "allergy", "level",
                                              "high", "text", "Peanuts", "start", "2026-02-20", NULL);
  g_autoptr (HearthRecord) aunt = house_add (house, "contact", "resident", id, "name", "Nok", "relation",
                                             "aunt_or_uncle", "safe_to_call", "yes", NULL);
  g_autoptr (HearthQuery) query = hearth_query_new (NULL);
  g_autoptr (HearthQuery) copy = NULL;
  g_autoptr (GListModel) model = NULL;
  g_autoptr (HearthRecord) another = NULL, unasked = NULL;

  hearth_query_set_resident (query, id);
  hearth_query_set_types (query, two, G_N_ELEMENTS (two));
  copy = hearth_query_copy (query);
  assert_types (house, copy, "contact,alert");

  /* Followed as any list is. */
  model = list (house, query);
  unasked = house_add_log (house, mali, "2026-02-25", "Slept.");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
  another = house_add (house, "alert", "resident", id, "kind", "night", "level", "low", "text", "Light on",
                       "start", "2026-02-21", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);

  house->policy->no_read = no_alerts;
  assert_types (house, query, "contact");
  hearth_query_set_types (query, NULL, 0);
  assert_types (house, query, "contact,daily_log,daily_log");
}

static void
test_sort (void)
{
  static const char *const dates[] = { "2026-02-01", "2026-02-02", "2026-02-03", "2026-02-04", NULL };
  static const char *const woken[] = { "10", "", "2", "2" };
  static const char *const shifts[] = { "night", "morning", "afternoon", "morning" };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) by_number = NULL;
  g_autoptr (GListModel) by_number_down = NULL;
  g_autoptr (GListModel) by_choice = NULL;

  for (gsize i = 0; dates[i] != NULL; i++)
    g_object_unref (house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date",
                               dates[i], "shift", shifts[i], "times_woken", woken[i], NULL));
  hearth_query_set_sort (query, "times_woken", false);
  by_number = list (house, query);
  assert_list (by_number, "times_woken", "2,2,10,");
  assert_list (by_number, "date", "2026-02-04,2026-02-03,2026-02-01,2026-02-02");
  hearth_query_set_sort (query, "times_woken", true);
  by_number_down = list (house, query);
  assert_list (by_number_down, "times_woken", "10,2,2,");
  hearth_query_set_sort (query, "shift", false);
  by_choice = list (house, query);
  assert_list (by_choice, "shift", "morning,morning,afternoon,night");
}

static void
test_sort_words_and_links (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) b = house_add_resident (house, "beni");
  g_autoptr (HearthRecord) a = house_add_resident (house, "Ana");
  g_autoptr (HearthRecord) c = house_add_resident (house, "Çelik");
  g_autoptr (HearthQuery) people = hearth_query_new (type_of ("resident"));
  g_autoptr (HearthQuery) logs = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) by_name = NULL;
  g_autoptr (GListModel) by_resident = NULL;

  hearth_query_set_sort (people, "name_used", false);
  by_name = list (house, people);
  assert_list (by_name, "name_used", "Ana,beni,Çelik");
  g_object_unref (house_add_log (house, c, "2026-02-01", "3"));
  g_object_unref (house_add_log (house, a, "2026-02-02", "1"));
  g_object_unref (house_add_log (house, b, "2026-02-03", "2"));
  hearth_query_set_sort (logs, "resident", false);
  by_resident = list (house, logs);
  assert_list (by_resident, "positive_moment", "1,2,3");
}

/* By what is computed: ages by size, not by their words; those who may not know of a birth date see no order of it. */
static void
test_sort_computed (void)
{
  static const char *const births[] = { "2010-03", "2025-06-01", "2024-02", "", "2015~" };
  static const char *const names[] = { "Ana", "Ben", "Cim", "Dao", "Eli" };
  static const char *const hidden[] = { "resident.birth", NULL };
  static const char *const from[] = { "21:30", "22:00", "", "23:50" };
  static const char *const to[] = { "06:00", "08:05", "", "02:00" };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));
  g_autoptr (HearthQuery) logs = hearth_query_new (type_of ("daily_log"));
  g_autoptr (HearthRecord) first = NULL;
  g_autoptr (GListModel) by_age = NULL;
  g_autoptr (GListModel) by_age_down = NULL;
  g_autoptr (GListModel) unknown = NULL;
  g_autoptr (GListModel) by_sleep = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (births); i++)
    {
      g_autoptr (HearthRecord) record =
        house_add (house, "resident", "name_used", names[i], "birth", births[i], NULL);

      g_set_object (&first, record);
    }
  hearth_query_set_sort (query, "age", false);
  by_age = list (house, query);
  assert_list (by_age, "name_used", "Ben,Cim,Eli,Ana,Dao");
  hearth_query_set_sort (query, "age", true);
  by_age_down = list (house, query);
  assert_list (by_age_down, "name_used", "Ana,Eli,Cim,Ben,Dao");

  for (gsize i = 0; i < G_N_ELEMENTS (from); i++)
    g_object_unref (house_add (house, "daily_log", "resident", hearth_record_get_id (first), "date",
                               "2026-02-01", "shift", "night", "sleep_from", from[i], "sleep_to", to[i],
                               NULL));
  hearth_query_set_sort (logs, "sleep", false);
  by_sleep = list (house, logs);
  assert_list (by_sleep, "sleep_from", "23:50,21:30,22:00,");

  g_clear_object (&by_age);
  g_clear_object (&by_age_down);
  house->policy->no_read = hidden;
  unknown = list (house, query);
  assert_list (unknown, "name_used", "Eli,Dao,Cim,Ben,Ana");
}

static HearthRecord *
add_statement (House *house, const char *resident, const char *date, const char *reusable_for)
{
  return house_add (house, "statement", "resident", resident, "date", date, "body", "police", "purpose",
                    "Report", "reusable_for", reusable_for, NULL);
}

static void
test_filters (void)
{
  static const char *const nights[] = { "night", NULL };
  static const char *const day[] = { "morning", "afternoon", NULL };
  static const char *const yes[] = { "yes", NULL };
  static const char *const trial[] = { "trial", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (HearthQuery) statements = hearth_query_new (type_of ("statement"));
  g_autoptr (GListModel) at_night = NULL;
  g_autoptr (GListModel) by_day = NULL;
  g_autoptr (GListModel) with_nightmares = NULL;
  g_autoptr (GListModel) for_trial = NULL;
  g_autoptr (GListModel) all = NULL;

  g_object_unref (house_add (house, "daily_log", "resident", id, "date", "2026-02-01", "shift", "night",
                             "nightmares", "yes", NULL));
  g_object_unref (house_add (house, "daily_log", "resident", id, "date", "2026-02-02", "shift", "morning",
                             NULL));
  g_object_unref (house_add (house, "daily_log", "resident", id, "date", "2026-02-03", "shift", "night",
                             "nightmares", "no", NULL));
  hearth_query_set_filter (query, "shift", nights);
  at_night = list (house, query);
  assert_list (at_night, "date", "2026-02-03,2026-02-01");
  hearth_query_set_filter (query, "nightmares", yes);
  with_nightmares = list (house, query);
  assert_list (with_nightmares, "date", "2026-02-01");
  hearth_query_set_filter (query, "nightmares", NULL);
  hearth_query_set_filter (query, "shift", day);
  by_day = list (house, query);
  assert_list (by_day, "date", "2026-02-02");
  hearth_query_set_filter (query, "shift", NULL);
  all = list (house, query);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 3);

  g_object_unref (add_statement (house, id, "2026-02-01", "investigation trial"));
  g_object_unref (add_statement (house, id, "2026-02-02", "care"));
  hearth_query_set_filter (statements, "reusable_for", trial);
  for_trial = list (house, statements);
  assert_list (for_trial, "date", "2026-02-01");
}

/* "" finds what was not answered, whatever the field is kept as. */
static void
test_filter_by_nothing (void)
{
  static const char *const fields[] = { "done_on", "repeat", "residents", "urgent", "remind", "outcome" };
  static const char *const values[] = { "2026-02-01", "weekly", NULL, "no", "0", "Well" };
  static const char *const nothing[] = { "", NULL };
  static const char *const nothing_or_weekly[] = { "", "weekly", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) either = hearth_query_new (type_of ("task"));

  g_object_unref (house_add (house, "task", "title", "Bare", "due", "2026-02-01", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (HearthQuery) query = hearth_query_new (type_of ("task"));
      const char *value = values[i] != NULL ? values[i] : hearth_record_get_id (mali);

      g_object_unref (house_add (house, "task", "title", "Full", "due", "2026-02-01", fields[i], value,
                                 NULL));
      hearth_query_set_filter (query, fields[i], nothing);
      g_test_message ("%s", fields[i]);
      g_assert_cmpint (hearth_store_count (house->store, query, NULL), ==, i + 1);
    }
  hearth_query_set_filter (either, "repeat", nothing_or_weekly);
  g_assert_cmpint (hearth_store_count (house->store, either, NULL), ==, G_N_ELEMENTS (fields) + 1);
}

static void
test_words (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) kite = house_add_log (house, resident, "2026-02-01", "Flew a kite");
  g_autoptr (HearthRecord) beans = house_add_log (house, resident, "2026-02-02", "Planted beans");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) model = NULL;

  hearth_query_set_text (query, "KITE");
  model = list (house, query);
  assert_list (model, "date", "2026-02-01");
  hearth_record_set (beans, "positive_moment", "Planted beans and saw a kite");
  house_save (house, beans);
  assert_list (model, "date", "2026-02-02,2026-02-01");
  hearth_record_set (kite, "positive_moment", "Flew");
  house_save (house, kite);
  assert_list (model, "date", "2026-02-02");
}

/* --- what is not for this reader -------------------------------------------------------------------- */

static void
test_denied (void)
{
  static const char *const logs[] = { "daily_log", NULL };
  static const char *const field[] = { "daily_log.shift", NULL };
  static const char *const nights[] = { "night", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) of_mali = house_add_log (house, mali, "2026-02-01", "Mali's");
  g_autoptr (HearthRecord) of_dara = house_add_log (house, dara, "2026-02-02", "Dara's");
  const char *person[] = { hearth_record_get_id (mali), NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (HearthQuery) people = hearth_query_new (type_of ("resident"));
  g_autoptr (HearthQuery) timeline = hearth_query_new (NULL);
  g_autoptr (GListModel) others = NULL;
  g_autoptr (GListModel) other_people = NULL;
  g_autoptr (GListModel) file = NULL;
  g_autoptr (GError) error = NULL;

  house->policy->no_read = person;
  others = list (house, query);
  assert_list (others, "date", "2026-02-02");
  other_people = list (house, people);
  assert_list (other_people, "name_used", "Dara");

  house->policy->no_read = logs;
  g_assert_null (hearth_store_list (house->store, query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_cmpint (hearth_store_count (house->store, query, &error), ==, -1);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  hearth_query_set_resident (timeline, hearth_record_get_id (dara));
  file = list (house, timeline);
  g_assert_cmpuint (g_list_model_get_n_items (file), ==, 0);

  /* Neither order nor filter may tell what a field says. */
  house->policy->no_read = field;
  hearth_query_set_sort (query, "shift", false);
  g_assert_null (hearth_store_list (house->store, query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  hearth_query_set_sort (query, NULL, false);
  hearth_query_set_filter (query, "shift", nights);
  g_assert_null (hearth_store_list (house->store, query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* --- following saves ------------------------------------------------------------------------------------- */

static void
test_follows (void)
{
  static const char *const dates[] = { "2026-02-01", "2026-02-10", "2026-02-20", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) model = NULL;
  g_autoptr (HearthRecord) entry = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch;

  add_logs (house, resident, dates);
  model = list (house, query);
  watch_start (&watch, model);

  entry = house_add_log (house, resident, "2026-02-15", "Between");
  g_assert_cmpstr (watch.last, ==, "1-0+1");
  assert_list (model, "date", "2026-02-20,2026-02-15,2026-02-10,2026-02-01");

  watch.told = 0;
  hearth_record_set (entry, "positive_moment", "In the same place");
  house_save (house, entry);
  g_assert_cmpint (watch.told, ==, 0);

  hearth_record_set (entry, "date", "2026-01-01");
  house_save (house, entry);
  assert_list (model, "date", "2026-02-20,2026-02-10,2026-02-01,2026-01-01");
  g_assert_cmpint (watch.told, ==, 2);

  g_object_unref (house_add_resident (house, "Somebody else"));
  g_assert_cmpint (watch.told, ==, 2);

  g_assert_true (hearth_store_mark_in_error (house->store, entry, "wrong person", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (watch.last, ==, "3-1+0");
  watch_end (&watch);

  query->include_errors = true;
  g_clear_object (&model);
  model = list (house, query);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 4);
}

static void
test_follows_a_sorted_list (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) a = house_add_resident (house, "Ana");
  g_autoptr (HearthRecord) d = house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) m = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));
  g_autoptr (GListModel) model = NULL;
  Watch watch;

  hearth_query_set_sort (query, "name_used", true);
  model = list (house, query);
  watch_start (&watch, model);
  assert_list (model, "name_used", "Mali,Dara,Ana");
  hearth_record_set (a, "name_used", "Zoe");
  house_save (house, a);
  assert_list (model, "name_used", "Zoe,Mali,Dara");
  g_object_unref (house_add_resident (house, "Kim"));
  assert_list (model, "name_used", "Zoe,Mali,Kim,Dara");
  watch_end (&watch);
}

static void
test_follows_a_batch (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) model = list (house, query);
  g_autoptr (GError) error = NULL;
  Watch watch;

  watch_start (&watch, model);
  g_assert_true (hearth_store_begin (house->store, &error));
  for (int day = 1; day <= 28; day++)
    {
      g_autofree char *date = g_strdup_printf ("2026-02-%02d", day);

      g_object_unref (house_add_log (house, resident, date, date));
    }
  g_assert_cmpint (watch.told, ==, 0);
  g_assert_true (hearth_store_commit (house->store, &error));
  g_assert_cmpint (watch.told, ==, 1);
  g_assert_cmpstr (watch.last, ==, "0-0+28");
  watch_end (&watch);
}

static void
test_closing_empties (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));
  g_autoptr (GListModel) model = list (house, query);
  g_autoptr (HearthRecord) shown = g_list_model_get_item (model, 0);
  GWeakRef weak;

  g_assert_true (shown == resident);
  g_weak_ref_init (&weak, resident);
  g_clear_object (&shown);
  g_clear_object (&resident);
  hearth_store_close (house->store);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_null (g_list_model_get_item (model, 0));
  g_assert_null (g_weak_ref_get (&weak));
  g_weak_ref_clear (&weak);
}

/* A list may outlive the store object, and the other way round. */
static void
test_either_may_go_first (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("resident"));
  GListModel *first = list (house, query);
  g_autoptr (GListModel) second = list (house, query);

  g_object_unref (first);
  g_object_unref (house_add_resident (house, "Mali"));
  g_assert_cmpuint (g_list_model_get_n_items (second), ==, 1);
  g_clear_object (&house->store);
  g_assert_cmpuint (g_list_model_get_n_items (second), ==, 0);
}

/* --- windowing --------------------------------------------------------------------------------------------- */

static void
test_pages (void)
{
  const int n = 1000;
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("daily_log"));
  g_autoptr (GListModel) model = NULL;
  g_autoptr (GError) error = NULL;
  guint alive = 0;
  GWeakRef *weak = g_new0 (GWeakRef, n);

  g_assert_true (hearth_store_begin (house->store, &error));
  for (int i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      g_object_unref (house_add_log (house, resident, "2026-02-01", number));
    }
  g_assert_true (hearth_store_commit (house->store, &error));
  house_close (house);
  house_open (house);

  model = list (house, query);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, (guint) n);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (model, (guint) i);
      g_autofree char *number = g_strdup_printf ("%d", n - 1 - i);

      g_assert_cmpstr (hearth_record_get (record, "positive_moment"), ==, number);
      g_weak_ref_init (&weak[i], record);
    }
  for (int i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) record = g_weak_ref_get (&weak[i]);

      alive += record != NULL;
      g_weak_ref_clear (&weak[i]);
    }
  g_assert_cmpuint (alive, <=, 6 * 64); /* a list of any length holds a few pages */
  g_assert_cmpuint (alive, >, 0);
  g_free (weak);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/list/newest-first", test_newest_first);
  g_test_add_func ("/store/list/period-and-resident", test_period_and_resident);
  g_test_add_func ("/store/list/timeline", test_timeline);
  g_test_add_func ("/store/list/some-types", test_some_types);
  g_test_add_func ("/store/list/sort", test_sort);
  g_test_add_func ("/store/list/sort-words-and-links", test_sort_words_and_links);
  g_test_add_func ("/store/list/sort-computed", test_sort_computed);
  g_test_add_func ("/store/list/filters", test_filters);
  g_test_add_func ("/store/list/filter-by-nothing", test_filter_by_nothing);
  g_test_add_func ("/store/list/words", test_words);
  g_test_add_func ("/store/list/denied", test_denied);
  g_test_add_func ("/store/list/follows", test_follows);
  g_test_add_func ("/store/list/follows-a-sorted-list", test_follows_a_sorted_list);
  g_test_add_func ("/store/list/follows-a-batch", test_follows_a_batch);
  g_test_add_func ("/store/list/closing-empties", test_closing_empties);
  g_test_add_func ("/store/list/either-may-go-first", test_either_may_go_first);
  g_test_add_func ("/store/list/pages", test_pages);
  return g_test_run ();
}
