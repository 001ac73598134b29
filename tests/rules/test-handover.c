/* SPDX-License-Identifier: GPL-3.0-or-later
 * The handover sheet for each reader, and what the page of today says of daily life.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/complaints.h"
#include "rules/handover.h"
#include "rules/incidents.h"
#include "rules/rooms.h"

#define TODAY HEARTH_TEST_TODAY
#define NOON "2026-03-01T05:00:00Z+07:00"
#define AT_ONE "2026-03-01T06:00:00Z+07:00"
#define EVENING "2026-03-01T12:00:00Z+07:00"

static const HearthNotice *
lookup (GPtrArray *notices, const char *id)
{
  for (guint i = 0; i < notices->len; i++)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i);

      if (notice->record != NULL && g_str_equal (hearth_record_get_id (notice->record), id))
        return notice;
    }
  return NULL;
}

static GPtrArray *
collect_today (HearthTestHouse *house)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notices = hearth_feed_collect (house->store, HEARTH_FEED_TODAY, NULL, &error);

  g_assert_no_error (error);
  return notices;
}

static void
assert_today (HearthTestHouse *house, const char *id, const char *group, bool urgent)
{
  g_autoptr (GPtrArray) notices = collect_today (house);
  const HearthNotice *notice = lookup (notices, id);

  g_assert_nonnull (notice);
  g_assert_cmpstr (notice->group, ==, group);
  g_assert_true (notice->urgent == urgent);
}

static void
assert_not_today (HearthTestHouse *house, const char *id)
{
  g_autoptr (GPtrArray) notices = collect_today (house);

  g_assert_null (lookup (notices, id));
}

static HearthRecord *
add_resident (HearthTestHouse *house, const char *name)
{
  HearthRecord *resident = hearth_test_house_add_resident (house, name);
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (resident), "placement",
                           "this_house", "start", "2026-01-01", NULL);

  return resident;
}

static char *
add_id (HearthTestHouse *house,
        const char *type,
        HearthRecord *resident,
        const char *field,
        const char *value)
{
  g_autoptr (HearthRecord) record = NULL;

  if (g_str_equal (type, "alert"))
    record = hearth_test_house_add (house, type, "resident", hearth_record_get_id (resident), "kind", "night",
                                    "text", "Light on", "start", "2026-01-01", field, value, NULL);
  else if (g_str_equal (type, "leave"))
    record = hearth_test_house_add (house, type, "resident", hearth_record_get_id (resident), "kind", "day",
                                    "leaves_at", NOON, "due_back", AT_ONE, field, value, NULL);
  else
    record =
      hearth_test_house_add (house, type, "resident", hearth_record_get_id (resident), field, value, NULL);
  return g_strdup (hearth_record_get_id (record));
}

/* --- the sheet ---------------------------------------------------------------------------------------- */

static HearthRecord *
add_handover (HearthTestHouse *house)
{
  g_autoptr (HearthShift) shift = hearth_shift_new_now (house->store);
  g_autoptr (GError) error = NULL;
  HearthRecord *handover = hearth_handover_begin (house->store, shift, &error);

  g_assert_no_error (error);
  people_save (house, handover);
  return handover;
}

static void
test_reading (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) handover = NULL;
  g_autoptr (HearthRecord) read = NULL;
  g_autoptr (HearthRecord) again = NULL;
  g_autofree char *id = NULL;
  g_autoptr (HearthRecord) gone = NULL;
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali");
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GPtrArray) unread = NULL;
  g_autoptr (GPtrArray) reads = NULL;
  g_autoptr (GError) error = NULL;
  const HearthNotice *first;

  people_enter (house, "dani");
  handover = add_handover (house);
  id = g_strdup (hearth_record_get_id (handover));
  g_assert_cmpstr (hearth_record_get (handover, "since"), ==, "2026-03-01T07:00:00Z+07:00");
  g_assert_cmpstr (hearth_record_get (handover, "until"), ==, "2026-03-01T07:30:00Z+07:00");
  g_assert_true (hearth_handover_is_read (house->store, handover, &error));
  g_clear_object (&handover);

  /* What is not signed can still change, and is not read. */
  people_enter (house, "kim");
  handover = hearth_store_load (house->store, id, &error);
  g_assert_null (hearth_handover_mark_read (house->store, handover, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  unread = hearth_handovers_list_unread (house->store, &error);
  g_assert_cmpuint (unread->len, ==, 0);
  g_clear_pointer (&unread, g_ptr_array_unref);
  g_assert_true (hearth_store_sign (house->store, handover, &error));
  unread = hearth_handovers_list_unread (house->store, &error);
  g_assert_cmpuint (unread->len, ==, 1);
  g_clear_pointer (&unread, g_ptr_array_unref);
  assert_today (house, id, "To be read", false);
  /* Who begins reads it first, whatever else there is. */
  gone = hearth_test_house_add (house, "missing_episode", "resident", hearth_record_get_id (mali),
                                "last_seen_at", NOON, "noticed_at", NOON, "risk", "high", NULL);
  assert_today (house, hearth_record_get_id (gone), "At once", true);
  notices = collect_today (house);
  first = g_ptr_array_index (notices, 0);
  g_assert_cmpstr (hearth_record_get_id (first->record), ==, id);
  g_assert_cmpstr (first->detail, ==, "A handover waits for you");

  read = hearth_handover_mark_read (house->store, handover, "All clear", &error);
  g_assert_no_error (error);
  g_assert_true (hearth_handover_is_read (house->store, handover, &error));
  assert_not_today (house, id);
  g_assert_null (hearth_handover_mark_read (house->store, handover, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  reads = hearth_handover_list_reads (house->store, handover, &error);
  g_assert_cmpuint (reads->len, ==, 1);
}

static void
assert_since (HearthTestHouse *house, HearthRecord *handover, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *since = hearth_handover_dup_since (house->store, handover, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (since, ==, expected);
}

/* Since one's own last reading, where that was before this shift; at most a week. */
static void
test_since (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) first = add_handover (house);
  g_autoptr (HearthRecord) second = NULL;
  g_autoptr (HearthRecord) third = NULL;
  g_autoptr (HearthRecord) read = NULL;
  g_autoptr (GError) error = NULL;

  assert_since (house, first, "2026-03-01T07:00:00Z+07:00");
  g_assert_true (hearth_store_sign (house->store, first, &error));
  hearth_clock_set_fixed (house->clock, "2026-03-01T21:10:00+07:00");
  read = hearth_handover_mark_read (house->store, first, NULL, &error);
  g_assert_no_error (error);

  hearth_clock_set_fixed (house->clock, "2026-03-03T16:00:00+07:00");
  second = add_handover (house);
  assert_since (house, second, "2026-03-01T14:10:00Z+07:00");
  hearth_clock_set_fixed (house->clock, "2026-03-20T16:00:00+07:00");
  third = add_handover (house);
  assert_since (house, third, "2026-03-13T09:00:00Z+07:00");
}

/* What holds is on every sheet, what has changed on the one of the shift; and nothing is there twice. */
static void
test_sheet (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali");
  g_autoptr (HearthRecord) gone = hearth_test_house_add_resident (house, "Chan");
  g_autoptr (HearthRecord) kin =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (gone), "placement", "kin",
                           "start", "2026-01-01", NULL);
  g_autofree char *high = add_id (house, "alert", mali, "level", "high");
  g_autofree char *low = add_id (house, "alert", mali, "level", "low");
  g_autofree char *of_gone = add_id (house, "alert", gone, "level", "high");
  g_autofree char *task = NULL;
  g_autofree char *entry = NULL;
  g_autoptr (HearthRecord) handover = NULL;
  g_autoptr (HearthRecord) record = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;

  hearth_clock_set_fixed (house->clock, "2026-03-04T16:00:00+07:00");
  record = hearth_test_house_add (house, "task", "title", "Call the school", "due", "2026-03-05",
                                  "assignee_role", "nurse", NULL);
  task = g_strdup (hearth_record_get_id (record));
  g_clear_object (&record);
  record = hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (mali), "date",
                                  "2026-03-04", "shift", "afternoon", "presence", "present", "concern",
                                  "Did not want to eat", NULL);
  entry = g_strdup (hearth_record_get_id (record));
  g_assert_true (hearth_store_sign (house->store, record, &error));
  handover = add_handover (house);
  notices = hearth_handover_collect (house->store, handover, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lookup (notices, high)->group, ==, "Safety");
  g_assert_true (lookup (notices, high)->urgent);
  g_assert_null (lookup (notices, low));
  g_assert_null (lookup (notices, of_gone));
  g_assert_cmpstr (lookup (notices, task)->group, ==, "To be done");
  g_assert_cmpstr (lookup (notices, task)->title, ==, "Call the school");
  g_assert_cmpstr (lookup (notices, task)->detail, ==, "Nurse");
  /* Signing an entry does not hide it. */
  g_assert_nonnull (strstr (lookup (notices, entry)->detail, "Did not want to eat"));
  g_assert_cmpuint (notices->len, ==, 3);
  g_assert_cmpstr (((HearthNotice *) g_ptr_array_index (notices, 0))->group, ==, "Safety");
}

/* An alert that is new holds, too: it stands there once. */
static void
test_once (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali");
  g_autofree char *high = add_id (house, "alert", mali, "level", "high");
  g_autoptr (HearthRecord) handover = add_handover (house);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  notices = hearth_handover_collect (house->store, handover, &error);
  for (guint i = 0; i < notices->len; i++)
    n += g_str_equal (hearth_record_get_id (((HearthNotice *) g_ptr_array_index (notices, i))->record), high);
  g_assert_cmpuint (n, ==, 1);
}

/* --- today --------------------------------------------------------------------------------------------- */

static void
test_leaves (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali");
  g_autofree char *asked = add_id (house, "leave", mali, "decision", "asked");
  g_autoptr (HearthRecord) out =
    hearth_test_house_add (house, "leave", "resident", hearth_record_get_id (mali), "kind", "day",
                           "leaves_at", NOON, "due_back", AT_ONE, "decision", "agreed", "out_at", NOON, NULL);
  g_autofree char *late = g_strdup (hearth_record_get_id (out));
  g_autoptr (HearthRecord) planned =
    hearth_test_house_add (house, "leave", "resident", hearth_record_get_id (mali), "kind", "day",
                           "leaves_at", EVENING, "due_back", "2026-03-01T14:00:00Z+07:00", "decision",
                           "agreed", NULL);
  g_autofree char *coming = g_strdup (hearth_record_get_id (planned));

  assert_today (house, asked, "To be decided", false);
  assert_today (house, late, "At once", true);
  assert_today (house, coming, "Coming up", false);
  people_enter (house, "dani");
  assert_not_today (house, asked);
  assert_today (house, late, "At once", true);
}

static void
test_incident (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) incident = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  guint to_tell = 0;

  people_enter (house, "dani");
  incident = hearth_test_house_add (house, "incident", "occurred_at", NOON, "reported_at", NOON, "category",
                                    "property", "severity", "3", "seen", "A window broke", NULL);
  id = g_strdup (hearth_record_get_id (incident));
  assert_today (house, id, "To be completed", false);
  g_assert_true (hearth_store_sign (house->store, incident, &error));
  assert_not_today (house, id);
  g_clear_object (&incident);

  people_enter (house, "hanna");
  assert_today (house, id, "To be decided", false);
  /* One of those who must be told should have been told at one; it is 14:30. */
  notices = collect_today (house);
  for (guint i = 0; i < notices->len; i++)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i);

      if (hearth_record_get_record_type (notice->record) != &hearth_notification_type)
        continue;
      to_tell++;
      g_assert_true (notice->urgent == g_str_equal (hearth_record_get (notice->record, "whom"), "manager"));
    }
  g_assert_cmpuint (to_tell, ==, 4);
}

static void
test_unsigned (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali");
  g_autoptr (HearthRecord) over = NULL;
  g_autoptr (HearthRecord) running = NULL;

  people_enter (house, "dani");
  over = hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (mali), "date", TODAY,
                                "shift", "morning", NULL);
  running = hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (mali), "date", TODAY,
                                   "shift", "afternoon", NULL);
  assert_today (house, hearth_record_get_id (over), "To be completed", false);
  assert_not_today (house, hearth_record_get_id (running));
}

static void
test_unsigned_of_others (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali");
  g_autoptr (HearthRecord) over =
    hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (mali), "date", TODAY,
                           "shift", "morning", NULL);
  g_autofree char *id = g_strdup (hearth_record_get_id (over));

  g_clear_object (&over);
  people_enter (house, "dani");
  assert_not_today (house, id);
  people_enter (house, "hanna");
  assert_today (house, id, "To be completed", false);
}

static void
test_leaders (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = add_resident (house, "Dara");
  g_autoptr (HearthRecord) room = hearth_test_house_add (house, "room", "name", "Garden", "beds", "2", NULL);
  g_autoptr (HearthRecord) complaint = hearth_record_new (&hearth_complaint_type);
  g_autoptr (HearthRecord) concern =
    hearth_test_house_add (house, "allegation", "noticed_on", TODAY, "told", "Spoke roughly", NULL);
  g_autoptr (HearthRecord) plan =
    hearth_test_house_add (house, "safety_plan", "resident", hearth_record_get_id (mali), "made_on",
                           "2026-01-01", "review", "2026-02-28", NULL);
  g_autofree char *complaint_id = NULL;
  g_autofree char *concern_id = g_strdup (hearth_record_get_id (concern));
  g_autofree char *room_id = g_strdup (hearth_record_get_id (room));
  g_autofree char *plan_id = g_strdup (hearth_record_get_id (plan));
  g_autofree char *both = NULL;
  g_autoptr (HearthRecord) one = NULL;
  g_autoptr (HearthRecord) two = NULL;
  g_autoptr (HearthRecord) apart = NULL;
  g_autoptr (GError) error = NULL;

  hearth_complaint_fill_in (house->store, complaint);
  hearth_record_set (complaint, "text", "Dinner is cold");
  people_save (house, complaint);
  complaint_id = g_strdup (hearth_record_get_id (complaint));
  one = hearth_rooms_move (house->store, hearth_record_get_id (mali), room, "1", "2026-02-01", NULL, &error);
  two = hearth_rooms_move (house->store, hearth_record_get_id (dara), room, "2", "2026-02-01", NULL, &error);
  g_assert_no_error (error);
  assert_not_today (house, room_id);
  hearth_record_set (room, "beds", "1");
  people_save (house, room);
  assert_today (house, room_id, "Due", false);
  hearth_record_set (room, "beds", "2");
  people_save (house, room);
  both = g_strdup_printf ("%s %s", hearth_record_get_id (mali), hearth_record_get_id (dara));
  apart = hearth_test_house_add (house, "room_restriction", "residents", both, "start", "2026-02-20", NULL);
  assert_today (house, room_id, "At once", true);
  assert_today (house, complaint_id, "Coming up", false);
  assert_today (house, concern_id, "To be decided", true);
  assert_today (house, plan_id, "Due", true);
  g_clear_object (&complaint);
  g_clear_object (&concern);
  g_clear_object (&room);
  g_clear_object (&plan);

  people_enter (house, "dani");
  assert_not_today (house, room_id);
  assert_not_today (house, complaint_id);
  assert_not_today (house, concern_id);
  assert_today (house, plan_id, "Due", true);
  people_enter (house, "hanna");
  assert_today (house, complaint_id, "Coming up", false);
  assert_not_today (house, concern_id);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/handover/reading", test_reading);
  g_test_add_func ("/rules/handover/since", test_since);
  g_test_add_func ("/rules/handover/sheet", test_sheet);
  g_test_add_func ("/rules/handover/once", test_once);
  g_test_add_func ("/rules/handover/leaves", test_leaves);
  g_test_add_func ("/rules/handover/incident", test_incident);
  g_test_add_func ("/rules/handover/unsigned", test_unsigned);
  g_test_add_func ("/rules/handover/unsigned-of-others", test_unsigned_of_others);
  g_test_add_func ("/rules/handover/leaders", test_leaders);
  return g_test_run ();
}
