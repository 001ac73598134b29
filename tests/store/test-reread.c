/* SPDX-License-Identifier: GPL-3.0-or-later
 * The policy's answers change while records are open: what may not be seen goes, what may be seen comes.
 */
#include "list-fixture.h"

static void
count_cb (gpointer object, guint *count)
{
  *count += 1;
}

static void
count_notify_cb (HearthRecord *record, GParamSpec *pspec, guint *count)
{
  *count += 1;
}

static void
assert_withheld (HearthRecord *record, const char *field, bool withheld)
{
  int column = hearth_record_type_find_column (hearth_record_get_record_type (record), field);

  g_assert_true (hearth_record_is_withheld (record, (unsigned int) column) == withheld);
}

static void
test_field (void)
{
  static const char *const no_strengths[] = { "resident.strengths", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali =
    house_add (house, "resident", "name_used", "Mali", "strengths", "Knows every star", NULL);
  guint n_notified = 0, n_reread = 0;

  g_signal_connect (mali, "notify::strengths", G_CALLBACK (count_notify_cb), &n_notified);
  g_signal_connect (house->store, "reread", G_CALLBACK (count_cb), &n_reread);
  house->policy->no_read = no_strengths;
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (mali, "strengths"), ==, "");
  assert_withheld (mali, "strengths", true);
  g_assert_cmpstr (hearth_record_get (mali, "name_used"), ==, "Mali");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_reread, ==, 1);

  /* Saving meanwhile leaves what is not seen as it is. */
  hearth_record_set (mali, "name_used", "Mali B");
  house_save (house, mali);
  house->policy->no_read = NULL;
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (mali, "strengths"), ==, "Knows every star");
  g_assert_cmpstr (hearth_record_get (mali, "name_used"), ==, "Mali B");
  assert_withheld (mali, "strengths", false);
  g_assert_cmpuint (n_notified, ==, 2);
}

/* A record that may not be read at all any more keeps what says which one it is, and nothing else. */
static void
test_record (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noi = house_add_resident (house, "Noi");
  g_autoptr (HearthRecord) log = house_add_log (house, mali, "2026-03-01", "Sang");
  const char *const conflict[] = { hearth_record_get_id (mali), NULL };
  g_autofree char *id = g_strdup (hearth_record_get_id (log));
  g_autofree char *title = NULL;

  house->policy->no_read = conflict;
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (mali, "name_used"), ==, "");
  g_assert_cmpstr (hearth_record_get (log, "positive_moment"), ==, "");
  g_assert_cmpstr (hearth_record_get (log, "date"), ==, "");
  assert_withheld (log, "positive_moment", true);
  g_assert_cmpstr (hearth_record_get_id (log), ==, id);
  g_assert_cmpint (hearth_record_get_revision (log), ==, 1);
  g_assert_cmpstr (hearth_record_get (noi, "name_used"), ==, "Noi");
  title = hearth_store_dup_link_title (house->store, hearth_record_get_id (mali));
  g_assert_cmpstr (title, ==, "");
  house->policy->no_read = NULL;
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (log, "positive_moment"), ==, "Sang");
  g_assert_cmpstr (hearth_record_get (log, "date"), ==, "2026-03-01");
}

/* One's own account and the house stay readable: they are on the screen all the time. */
static void
test_own (void)
{
  static const char *const nothing[] = { "account", "house", "account.name", "house.name", NULL };
  g_autoptr (House) house = house_new ();

  house->policy->no_read = nothing;
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (hearth_store_get_account (house->store), "name"), ==, "Ana Silva");
  g_assert_cmpstr (hearth_record_get (hearth_store_get_house (house->store), "name"), ==, "Lilac");
}

/* Somebody's form works on a copy, and keeps what was typed. */
static void
test_working_copy (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) working = hearth_record_copy (mali);

  hearth_record_set (working, "name_used", "Mali B");
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (working, "name_used"), ==, "Mali B");
  g_assert_cmpstr (hearth_record_get (mali, "name_used"), ==, "Mali");
}

static void
test_lists (void)
{
  static const char *const no_logs[] = { "daily_log", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noi = house_add_resident (house, "Noi");
  g_autoptr (HearthRecord) first = house_add_log (house, mali, "2026-03-01", "Sang");
  g_autoptr (HearthRecord) second = house_add_log (house, noi, "2026-02-28", "Drew");
  const char *const conflict[] = { hearth_record_get_id (mali), NULL };
  g_autoptr (HearthQuery) logs = hearth_query_new (type_of ("daily_log"));
  g_autoptr (HearthQuery) residents = hearth_query_new (type_of ("resident"));
  g_autoptr (HearthQuery) all = hearth_query_new (NULL);
  g_autoptr (GListModel) log_list = list (house, logs);
  g_autoptr (GListModel) resident_list = NULL;
  g_autoptr (GListModel) timeline = NULL;
  g_autoptr (HearthRecord) third = NULL;
  Watch watch;

  hearth_query_set_sort (residents, "name_used", true);
  hearth_query_set_resident (all, hearth_record_get_id (mali));
  resident_list = list (house, residents);
  timeline = list (house, all);
  watch_start (&watch, log_list);

  house->policy->no_read = conflict;
  hearth_store_reread (house->store);
  assert_list (log_list, "positive_moment", "Drew");
  assert_list (resident_list, "name_used", "Noi");
  g_assert_cmpuint (g_list_model_get_n_items (timeline), ==, 0);

  house->policy->no_read = no_logs;
  hearth_store_reread (house->store);
  g_assert_cmpuint (g_list_model_get_n_items (log_list), ==, 0);
  assert_list (resident_list, "name_used", "Noi,Mali");
  /* What is written meanwhile does not come in by the back door. */
  third = house_add_log (house, noi, "2026-02-27", "Danced");
  g_assert_cmpuint (g_list_model_get_n_items (log_list), ==, 0);
  g_assert_true (hearth_store_begin (house->store, NULL));
  hearth_record_set (third, "positive_moment", "Danced a lot");
  house_save (house, third);
  g_assert_true (hearth_store_commit (house->store, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (log_list), ==, 0);

  house->policy->no_read = NULL;
  hearth_store_reread (house->store);
  assert_list (log_list, "positive_moment", "Sang,Drew,Danced a lot");
  assert_list (resident_list, "name_used", "Noi,Mali");
  g_assert_cmpuint (g_list_model_get_n_items (timeline), >, 0);
  watch_end (&watch);
}

/* By the field that another one is put in order by, the other way round: that is not turned round at each asking. */
static void
test_order_stays (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) young =
    house_add (house, "resident", "name_used", "Mali", "birth", "2012-05-01", NULL);
  g_autoptr (HearthRecord) old =
    house_add (house, "resident", "name_used", "Noi", "birth", "2008-05-01", NULL);
  g_autoptr (HearthQuery) residents = hearth_query_new (type_of ("resident"));
  g_autoptr (GListModel) model = NULL;

  hearth_query_set_sort (residents, "age", false);
  model = list (house, residents);
  assert_list (model, "name_used", "Mali,Noi");
  for (guint i = 0; i < 3; i++)
    {
      hearth_store_reread (house->store);
      assert_list (model, "name_used", "Mali,Noi");
    }
}

static void
drop_list_cb (GListModel *model, guint position, guint removed, guint added, GListModel **other)
{
  g_clear_object (other);
}

/* Who hears of a list's change may let go of another list, or of records. */
static void
test_dropped_meanwhile (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthQuery) residents = hearth_query_new (type_of ("resident"));
  GListModel *first = list (house, residents);
  GListModel *second = list (house, residents);

  g_signal_connect (first, "items-changed", G_CALLBACK (drop_list_cb), &second);
  g_signal_connect (second, "items-changed", G_CALLBACK (drop_list_cb), &first);
  hearth_store_reread (house->store);
  g_assert_true (first == NULL || second == NULL);
  g_clear_object (&first);
  g_clear_object (&second);
  house_close (house);
}

static void
test_in_a_batch (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = NULL;

  g_assert_true (hearth_store_begin (house->store, NULL));
  mali = house_add_resident (house, "Mali");
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (mali, "name_used"), ==, "Mali");
  g_assert_true (hearth_store_commit (house->store, NULL));
  hearth_store_close (house->store);
  hearth_store_reread (house->store);
  g_assert_cmpstr (hearth_record_get (mali, "name_used"), ==, "Mali");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/reread/field", test_field);
  g_test_add_func ("/store/reread/record", test_record);
  g_test_add_func ("/store/reread/own", test_own);
  g_test_add_func ("/store/reread/working-copy", test_working_copy);
  g_test_add_func ("/store/reread/lists", test_lists);
  g_test_add_func ("/store/reread/order-stays", test_order_stays);
  g_test_add_func ("/store/reread/dropped-meanwhile", test_dropped_meanwhile);
  g_test_add_func ("/store/reread/in-a-batch", test_in_a_batch);
  return g_test_run ();
}
