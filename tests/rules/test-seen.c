/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who looked at a counselling session is known afterwards.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"
#include "records/types.h"
#include "rules/seen.h"
#include "store/audit-list.h"

static guint
count_views (HearthTestHouse *house, const char *record)
{
  static const char *const actions[] = { "view", NULL };
  const HearthAuditQuery query = { .record = record, .actions = actions };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) lines = hearth_store_list_audit (house->store, &query, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (lines);
}

static void
look_at (HearthTestHouse *house, const char *user, const char *id)
{
  g_autoptr (HearthRecord) session = NULL;
  g_autoptr (GError) error = NULL;

  people_enter (house, user);
  session = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (hearth_seen_tells (session));
  g_assert_true (hearth_seen_note (house->store, session, &error));
}

static void
test_session (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "มะลิ");
  g_autoptr (HearthRecord) session = NULL;
  g_autoptr (HearthRecord) draft = hearth_record_new (&hearth_counselling_session_type);
  g_autofree char *id = NULL;

  people_add (house, "nin", "nurse");
  people_enter (house, "cora");
  session = hearth_test_house_add (house, "counselling_session", "resident", hearth_record_get_id (mali),
                                   "date", "2026-02-27", "kind", "group", "took_place", "declined", NULL);
  id = g_strdup (hearth_record_get_id (session));
  /* What is being written down tells its writer nothing. */
  hearth_record_set (draft, "summary", "Sleeps better");
  g_assert_false (hearth_seen_tells (draft));
  g_clear_object (&session);
  look_at (house, "nin", id);
  look_at (house, "cora", id);
  people_enter (house, HEARTH_TEST_USER);
  g_assert_cmpuint (count_views (house, id), ==, 2);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/seen/session", test_session);
  return g_test_run ();
}
