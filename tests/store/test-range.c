/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lists of what falls into a period by one of its dates.
 */
#include "list-fixture.h"

static HearthRecord *
add_task (House *house, const char *title, const char *due)
{
  return house_add (house, "task", "title", title, "due", due, NULL);
}

static HearthRecord *
add_notification (House *house, const char *name, const char *due_at)
{
  return house_add (house, "notification", "whom", "other", "name", name, "due_at", due_at, NULL);
}

static void
assert_range (House *house,
              const char *type,
              const char *field,
              const char *from,
              const char *to,
              const char *shown,
              const char *expected)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type_of (type));
  g_autoptr (GListModel) records = NULL;

  g_test_message ("%s from %s to %s", field, from, to);
  hearth_query_set_range (query, field, from, to);
  hearth_query_set_sort (query, shown, false);
  records = list (house, query);
  assert_list (records, shown, expected);
}

static void
test_dates (void)
{
  g_autoptr (House) house = house_new ();

  g_object_unref (add_task (house, "A", "2026-02-27"));
  g_object_unref (add_task (house, "B", "2026-02-28"));
  g_object_unref (add_task (house, "C", "2026-03-01"));
  assert_range (house, "task", "due", NULL, "2026-02-28", "title", "A,B");
  assert_range (house, "task", "due", "2026-02-28", NULL, "title", "B,C");
  assert_range (house, "task", "due", "2026-02-28", "2026-02-28", "title", "B");
  /* What has no date is in no period. */
  assert_range (house, "task", "done_on", NULL, "2100-01-01", "title", "");
}

/* A day is that of the place where it was written down; an instant is the same everywhere. */
static void
test_instants (void)
{
  g_autoptr (House) house = house_new ();

  g_object_unref (add_notification (house, "A", "2026-02-27T16:59:00Z+07:00"));
  g_object_unref (add_notification (house, "B", "2026-02-27T17:00:00Z+07:00"));
  g_object_unref (add_notification (house, "C", "2026-02-27T17:00:00Z-05:00"));
  g_object_unref (add_notification (house, "D", "2026-02-28T17:00:00Z+07:00"));
  assert_range (house, "notification", "due_at", NULL, "2026-02-27", "name", "A,C");
  assert_range (house, "notification", "due_at", "2026-02-28", "2026-02-28", "name", "B");
  assert_range (house, "notification", "due_at", "2026-02-27T17:00:00Z+00:00", NULL, "name", "B,C,D");
  assert_range (house, "notification", "due_at", NULL, "2026-02-27T17:00:00Z+05:45", "name", "A,B,C");
  assert_range (house, "notification", "due_at", "2026-02-27T17:00:00Z+05:45", "2026-02-27T17:00:00Z+05:45",
                "name", "B,C");
}

/* By what records are listed by, in places whose day begins at another time. */
static void
test_events (void)
{
  g_autoptr (House) house = house_new ();
  static const char *const instants[] = { "2026-02-27T16:59:00Z+07:00", "2026-02-27T17:00:00Z+07:00",
                                          "2026-02-28T04:59:00Z-05:00" };

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autofree char *text = g_strdup_printf ("%c", (char) ('A' + i));

      g_object_unref (house_add (house, "house_event", "occurred_at", instants[i], "kind", "activity", "text",
                                 text, NULL));
    }
  assert_range (house, "house_event", "occurred_at", "2026-02-27", "2026-02-27", "text", "A,C");
  assert_range (house, "house_event", "occurred_at", "2026-02-28", NULL, "text", "B");
  assert_range (house, "house_event", "occurred_at", "2026-02-27T17:00:00Z+00:00", NULL, "text", "B,C");
  assert_range (house, "house_event", "occurred_at", NULL, "2026-02-27T17:00:00Z-11:00", "text", "A,B");
  assert_range (house, "house_event", "created_at", "2026-01-01", NULL, "text", "A,B,C");
}

static void
test_partial_dates (void)
{
  g_autoptr (House) house = house_new ();

  g_object_unref (house_add (house, "resident", "name_used", "A", "birth", "2012", NULL));
  g_object_unref (house_add (house, "resident", "name_used", "B", "birth", "2012-03~", NULL));
  g_object_unref (house_add (house, "resident", "name_used", "C", "birth", "2012-03-02", NULL));
  assert_range (house, "resident", "birth", "2012-03-01", NULL, "name_used", "B,C");
  assert_range (house, "resident", "birth", NULL, "2012-03-01", "name_used", "A,B");
}

static void
test_together (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) task = NULL;
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("task"));
  g_autoptr (HearthQuery) copy = NULL;
  g_autoptr (GListModel) tasks = NULL;

  g_object_unref (add_task (house, "A", "2026-02-27"));
  task = house_add (house, "task", "title", "B", "due", "2026-02-27", "residents",
                    hearth_record_get_id (mali), NULL);
  hearth_query_set_resident (query, hearth_record_get_id (mali));
  hearth_query_set_range (query, "due", "2026-02-01", "2026-02-10");
  hearth_query_set_range (query, "due", NULL, "2026-02-28");
  copy = hearth_query_copy (query);
  tasks = list (house, copy);
  assert_list (tasks, "title", "B");
  /* A list of what is due lets go of what was put off. */
  hearth_record_set (task, "due", "2026-03-09");
  house_save (house, task);
  assert_list (tasks, "title", "");
  hearth_query_set_range (query, "due", NULL, NULL);
  g_assert_cmpint (hearth_store_count (house->store, query, NULL), ==, 1);
}

static void
assert_denied (House *house, const char *type, const char *field)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type_of (type));
  g_autoptr (GError) error = NULL;

  hearth_query_set_range (query, field, NULL, "2026-03-01");
  g_assert_null (hearth_store_list (house->store, query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* Who is left of a list would tell what is withheld. */
static void
test_denied (void)
{
  static const char *const no_due[] = { "task.due", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autofree char *closed = g_strconcat ("task.due of ", hearth_record_get_id (mali), NULL);
  const char *const no_due_of_mali[] = { closed, NULL };

  g_object_unref (add_task (house, "A", "2026-02-27"));
  g_object_unref (house_add (house, "task", "title", "B", "due", "2026-02-27", "residents",
                             hearth_record_get_id (mali), NULL));
  assert_denied (house, "task", "title");
  assert_denied (house, "task", "no_such_field");
  assert_denied (house, "allegation", "told");
  house->policy->no_read = no_due_of_mali;
  assert_range (house, "task", "due", NULL, "2026-02-28", "title", "A");
  house->policy->no_read = no_due;
  assert_denied (house, "task", "due");
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/range/dates", test_dates);
  g_test_add_func ("/store/range/instants", test_instants);
  g_test_add_func ("/store/range/events", test_events);
  g_test_add_func ("/store/range/partial-dates", test_partial_dates);
  g_test_add_func ("/store/range/together", test_together);
  g_test_add_func ("/store/range/denied", test_denied);
  return g_test_run ();
}
