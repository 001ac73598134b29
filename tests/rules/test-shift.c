/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is there in a shift, what is written of each, and signing it.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/shift.h"

#define TODAY HEARTH_TEST_TODAY

static HearthRecord *
add_stay (HearthTestHouse *house, HearthRecord *resident, const char *start, const char *end)
{
  return hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (resident), "placement",
                                "this_house", "start", start, "end", end, NULL);
}

/* Written in time, whatever the clock says now. */
static HearthRecord *
add_entry (HearthTestHouse *house,
           HearthRecord *resident,
           const char *date,
           const char *shift,
           const char *field,
           const char *value)
{
  return hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date", date,
                                "shift", shift, "presence", "present", "late_reason", "Power was out", field,
                                value, NULL);
}

static GPtrArray *
list (HearthTestHouse *house, const char *date, const char *code)
{
  g_autoptr (HearthShift) shift = hearth_shift_new (house->store, date, code);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = hearth_shift_list_residents (house->store, shift, &error);

  g_assert_no_error (error);
  return rows;
}

static const HearthShiftResident *
find (GPtrArray *rows, HearthRecord *resident)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const HearthShiftResident *row = g_ptr_array_index (rows, i);

      if (g_str_equal (hearth_record_get_id (row->resident), hearth_record_get_id (resident)))
        return row;
    }
  return NULL;
}

static bool
stands_in (HearthTestHouse *house, HearthRecord *resident, const char *date, const char *code)
{
  g_autoptr (GPtrArray) rows = list (house, date, code);

  return find (rows, resident) != NULL;
}

static void
test_now (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthShift) now = hearth_shift_new_now (house->store);
  g_autoptr (HearthShift) before = hearth_shift_new_before (house->store, now);
  g_autoptr (HearthShift) after = hearth_shift_new_after (house->store, now);
  g_autofree char *title = hearth_shift_dup_title (after);
  g_autofree char *hours = hearth_shift_dup_hours (after);

  g_assert_cmpstr (now->code, ==, "afternoon");
  g_assert_cmpstr (now->date, ==, TODAY);
  g_assert_cmpstr (before->code, ==, "morning");
  g_assert_cmpstr (after->code, ==, "night");
  g_assert_cmpstr (title, ==, "Night, 1 Mar 2026");
  g_assert_cmpstr (hours, ==, "21:00 – 07:00");
  g_assert_true (hearth_shift_has_begun (house->store, now));
  g_assert_false (hearth_shift_has_begun (house->store, after));

  hearth_clock_set_fixed (house->clock, "2026-03-02T02:00:00+07:00");
  g_clear_pointer (&now, hearth_shift_free);
  now = hearth_shift_new_now (house->store);
  g_assert_cmpstr (now->code, ==, "night");
  g_assert_cmpstr (now->date, ==, TODAY);
}

static void
test_who_is_there (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) gone = hearth_test_house_add_resident (house, "Sokha");
  g_autoptr (HearthRecord) unknown = hearth_test_house_add_resident (house, "Nary");
  g_autoptr (HearthRecord) of_mali = add_stay (house, mali, "2026-01-01", "");
  g_autoptr (HearthRecord) of_dara = add_stay (house, dara, "2026-01-01", "2026-02-27");
  g_autoptr (HearthRecord) elsewhere = add_stay (house, gone, "2026-01-01", "2026-02-01");
  g_autoptr (GPtrArray) rows = list (house, TODAY, "afternoon");

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_nonnull (find (rows, mali));
  g_assert_cmpstr (find (rows, mali)->presence, ==, "present");
  /* Somebody was taken in, and nobody has written where to. */
  g_assert_nonnull (find (rows, unknown));
  /* By name. */
  g_assert_true (((HearthShiftResident *) g_ptr_array_index (rows, 0))->resident == mali);

  /* The last day ends with its afternoon. */
  g_assert_true (stands_in (house, dara, "2026-02-26", "night"));
  g_assert_true (stands_in (house, dara, "2026-02-27", "afternoon"));
  g_assert_false (stands_in (house, dara, "2026-02-27", "night"));
  g_assert_false (stands_in (house, unknown, "2026-02-27", "night"));
  g_assert_false (stands_in (house, mali, "2025-12-31", "afternoon"));
}

/* Brought at two in the night: there from that night on, which belongs to the day before. */
static void
test_arrival (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) stay = add_stay (house, mali, TODAY, "");
  g_autoptr (HearthRecord) admission =
    hearth_test_house_add (house, "admission", "resident", hearth_record_get_id (mali), "arrived_at",
                           "2026-02-28T19:10:00Z+07:00", NULL);
  g_autoptr (GPtrArray) rows = list (house, "2026-02-28", "night");

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (find (rows, mali)->arrives, ==, "2026-02-28T19:10:00Z+07:00");
  g_assert_false (stands_in (house, mali, "2026-02-28", "afternoon"));
  g_assert_true (stands_in (house, mali, TODAY, "morning"));

  /* Brought in the afternoon: not there in the morning. */
  hearth_record_set (admission, "arrived_at", "2026-03-01T07:10:00Z+07:00");
  people_save (house, admission);
  g_assert_false (stands_in (house, mali, "2026-02-28", "night"));
  g_assert_false (stands_in (house, mali, TODAY, "morning"));
  g_assert_true (stands_in (house, mali, TODAY, "afternoon"));
}

/* An entry keeps its place, also of somebody who should not have one. */
static void
test_entry_of_departed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) stay = add_stay (house, mali, "2026-01-01", TODAY);
  g_autoptr (HearthRecord) entry = add_entry (house, mali, TODAY, "night", "notes", "Left late");
  g_autoptr (GPtrArray) rows = list (house, TODAY, "night");

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (find (rows, mali)->entry == entry);
}

static void
test_begin (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (mali), "placement", "hospital",
                           "start", "2026-02-20", NULL);
  g_autoptr (HearthShift) shift = hearth_shift_new_now (house->store);
  g_autoptr (GPtrArray) rows = list (house, TODAY, "afternoon");
  g_autoptr (HearthRecord) entry = hearth_shift_begin_entry (shift, g_ptr_array_index (rows, 0));
  g_autoptr (HearthRecord) again = NULL;

  g_assert_cmpstr (hearth_record_get (entry, "presence"), ==, "hospital");
  g_assert_cmpstr (hearth_record_get (entry, "date"), ==, TODAY);
  people_save (house, entry);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = list (house, TODAY, "afternoon");
  again = hearth_shift_begin_entry (shift, g_ptr_array_index (rows, 0));
  g_assert_true (again == entry);
}

/* --- what is written -------------------------------------------------------------------------- */

static void
test_items (void)
{
  static const char *const shifts[] = { "morning", "afternoon", "night" };

  for (gsize s = 0; s < G_N_ELEMENTS (shifts); s++)
    {
      const char *const *items = hearth_shift_get_items (shifts[s]);
      bool texts = false;

      g_assert_cmpstr (items[0], ==, "presence");
      for (gsize i = 0; items[i] != NULL; i++)
        {
          const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, items[i]);

          g_assert_nonnull (field);
          texts = texts || field->kind != HEARTH_FIELD_CHOICE;
          g_assert_true (texts == (field->kind != HEARTH_FIELD_CHOICE));
        }
      g_assert_true (texts);
    }
}

static void
test_words (void)
{
  g_autoptr (HearthRecord) entry = hearth_record_new (&hearth_daily_log_type);

  g_assert_cmpstr (hearth_shift_asks_for_words ("presence", "away"), ==, "concern");
  g_assert_null (hearth_shift_asks_for_words ("presence", "present"));
  g_assert_null (hearth_shift_asks_for_words ("mood", "even"));
  hearth_record_set (entry, "presence", "present");
  g_assert_null (hearth_shift_lookup_wordless (entry));
  hearth_record_set (entry, "dinner", "none");
  g_assert_cmpstr (hearth_shift_lookup_wordless (entry), ==, "dinner");
  hearth_record_set (entry, "notes", "Was at a party and is full");
  g_assert_null (hearth_shift_lookup_wordless (entry));
}

static void
test_as_usual (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) other = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) first = add_entry (house, mali, "2026-02-26", "afternoon", "mood", "good");
  g_autoptr (HearthRecord) second = add_entry (house, mali, "2026-02-27", "afternoon", "mood", "good");
  g_autoptr (HearthRecord) third = add_entry (house, mali, "2026-02-28", "afternoon", "mood", "low");
  g_autoptr (HearthRecord) night = add_entry (house, mali, "2026-02-28", "night", "participation", "led");
  g_autoptr (HearthRecord) text = add_entry (house, mali, "2026-02-25", "afternoon", "notes", "Quiet");
  g_autoptr (HearthRecord) not_eaten = add_entry (house, mali, "2026-02-24", "afternoon", "lunch", "none");
  g_autoptr (HearthRecord) old = add_entry (house, mali, "2026-02-14", "afternoon", "attendance", "whole");
  g_autoptr (HearthRecord) of_other =
    add_entry (house, other, "2026-02-28", "afternoon", "mood", "very_good");
  g_autoptr (HearthShift) shift = hearth_shift_new_now (house->store);
  g_autoptr (HearthRecord) entry = hearth_record_new (&hearth_daily_log_type);
  g_autoptr (GError) error = NULL;

  hearth_record_set (entry, "resident", hearth_record_get_id (mali));
  hearth_record_set (entry, "date", TODAY);
  hearth_record_set (entry, "shift", "afternoon");
  hearth_record_set (entry, "presence", "present");
  g_assert_cmpint (hearth_shift_fill_as_usual (house->store, shift, entry, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (entry, "mood"), ==, "good");
  /* Never said, of another shift, too old, an exception, a text. */
  g_assert_cmpstr (hearth_record_get (entry, "participation"), ==, "");
  g_assert_cmpstr (hearth_record_get (entry, "attendance"), ==, "");
  g_assert_cmpstr (hearth_record_get (entry, "lunch"), ==, "");
  g_assert_cmpstr (hearth_record_get (entry, "notes"), ==, "");

  /* What was said stays. */
  hearth_record_set (entry, "mood", "very_low");
  g_assert_cmpint (hearth_shift_fill_as_usual (house->store, shift, entry, &error), ==, 0);
  g_assert_cmpstr (hearth_record_get (entry, "mood"), ==, "very_low");
  /* Whoever is not in the house did not have lunch in it as usual. */
  hearth_record_set (entry, "mood", "");
  hearth_record_set (entry, "presence", "hospital");
  g_assert_cmpint (hearth_shift_fill_as_usual (house->store, shift, entry, &error), ==, 0);
}

/* --- late ---------------------------------------------------------------------------------------- */

static void
test_late (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthShift) recent = hearth_shift_new (house->store, "2026-02-28", "morning");
  g_autoptr (HearthShift) old = hearth_shift_new (house->store, "2026-02-27", "night");
  g_autoptr (HearthRecord) entry = NULL;
  g_autoptr (HearthRecord) in_time = NULL;
  g_autoptr (HearthRecord) settings = hearth_record_copy (hearth_store_get_house (house->store));
  g_autoptr (GError) error = NULL;
  unsigned int n;

  /* It is 14:30: 24 and a half hours after the morning of the day before. */
  g_assert_true (hearth_shift_is_late (house->store, recent));
  hearth_clock_set_fixed (house->clock, "2026-03-01T14:00:00+07:00");
  g_assert_false (hearth_shift_is_late (house->store, recent));
  g_assert_true (hearth_shift_is_late (house->store, old));

  /* It is kept, and signed only when it says why. */
  entry = hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (mali), "date",
                                 "2026-02-27", "shift", "night", NULL);
  g_assert_true (hearth_shift_wants_reason (house->store, entry));
  g_assert_true (hearth_shift_sign (house->store, old, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (hearth_store_sign (house->store, entry, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  hearth_record_set (entry, "late_reason", "The computer was at the repair shop");
  people_save (house, entry);
  g_assert_true (hearth_shift_sign (house->store, old, &n, &error));
  g_assert_cmpuint (n, ==, 1);

  /* What was written in time may be signed at any time. */
  in_time = hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (mali), "date",
                                   "2026-02-28", "shift", "night", NULL);
  hearth_clock_set_fixed (house->clock, "2026-03-09T14:00:00+07:00");
  g_assert_true (hearth_store_sign (house->store, in_time, &error));
  g_assert_no_error (error);

  hearth_record_set (settings, "late_hours", "168");
  people_save (house, settings);
  hearth_clock_set_fixed (house->clock, "2026-03-06T14:00:00+07:00");
  g_assert_false (hearth_shift_is_late (house->store, old));
}

static void
test_hours_are_checked (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) settings = hearth_record_copy (hearth_store_get_house (house->store));
  g_autoptr (GPtrArray) problems = NULL;
  int code;

  hearth_record_set (settings, "afternoon_from", "22:00");
  problems = people_try (house, settings, &code);
  hearth_test_assert_problem (problems, "night_from", HEARTH_PROBLEM_RULE);
  hearth_record_set (settings, "night_from", "23:30");
  people_save (house, settings);
}

/* --- signing --------------------------------------------------------------------------------------- */

static void
test_sign (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) sokha = hearth_test_house_add_resident (house, "Sokha");
  g_autoptr (HearthShift) shift = hearth_shift_new_now (house->store);
  g_autoptr (HearthRecord) one = NULL;
  g_autoptr (HearthRecord) two = NULL;
  g_autoptr (HearthRecord) earlier = NULL;
  g_autoptr (HearthRecord) event = NULL;
  g_autoptr (HearthRecord) log = NULL;
  g_autoptr (GPtrArray) without = NULL;
  g_autoptr (GError) error = NULL;
  HearthShiftStanding standing;
  unsigned int n;

  people_enter (house, "dani");
  one = add_entry (house, mali, TODAY, "afternoon", "mood", "good");
  two = add_entry (house, dara, TODAY, "afternoon", "mood", "even");
  earlier = add_entry (house, dara, TODAY, "morning", "mood", "even");
  event = hearth_shift_new_event (house->store, shift);
  hearth_record_set (event, "kind", "celebration");
  hearth_record_set (event, "text", "A birthday, with cake");
  people_save (house, event);
  log = hearth_shift_begin_house_log (house->store, shift, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (log, "expected"), ==, "3");
  g_assert_cmpstr (hearth_record_get (log, "present"), ==, "3");
  people_save (house, log);

  without = hearth_shift_list_without_entry (house->store, shift, &error);
  g_assert_cmpuint (without->len, ==, 1);
  g_assert_true (g_ptr_array_index (without, 0) == sokha ||
                 g_str_equal (hearth_record_get_id (g_ptr_array_index (without, 0)),
                              hearth_record_get_id (sokha)));

  g_assert_true (hearth_shift_sign (house->store, shift, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (hearth_record_get (one, "state"), ==, HEARTH_STATE_SIGNED);
  g_assert_cmpstr (hearth_record_get (event, "state"), ==, HEARTH_STATE_SIGNED);
  g_assert_cmpstr (hearth_record_get (log, "state"), ==, HEARTH_STATE_SIGNED);
  g_assert_true (hearth_record_is_open (earlier));
  g_assert_true (hearth_shift_get_standing (house->store, shift, &standing, &error));
  g_assert_cmpuint (standing.n_residents, ==, 3);
  g_assert_cmpuint (standing.n_entries, ==, 2);
  g_assert_cmpuint (standing.n_signed, ==, 2);
  g_assert_true (standing.has_house_log && standing.house_log_signed);

  /* Again: nothing is left to sign. */
  g_assert_true (hearth_shift_sign (house->store, shift, &n, &error));
  g_assert_cmpuint (n, ==, 0);
}

/* Whoever may not write in one of the files signs the rest. */
static void
test_sign_limited (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) one = add_entry (house, mali, TODAY, "afternoon", "mood", "good");
  g_autoptr (HearthRecord) two = add_entry (house, dara, TODAY, "afternoon", "mood", "good");
  g_autoptr (HearthRecord) limit = people_limit (house, mali, HEARTH_TEST_USER, "named");
  g_autofree char *id = g_strdup (hearth_record_get_id (one));
  g_autoptr (HearthShift) shift = hearth_shift_new_now (house->store);
  g_autoptr (HearthRecord) unsigned_yet = NULL;
  g_autoptr (GError) error = NULL;
  unsigned int n;

  g_clear_object (&one);
  g_clear_object (&two);
  people_enter (house, "dani");
  g_assert_true (hearth_shift_sign (house->store, shift, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  people_enter (house, HEARTH_TEST_USER);
  unsigned_yet = hearth_store_load (house->store, id, &error);
  g_assert_true (hearth_record_is_open (unsigned_yet));
}

static void
test_sixty (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (HearthShift) shift = hearth_shift_new_now (house->store);
  g_autoptr (GError) error = NULL;
  unsigned int n;

  g_assert_true (hearth_store_begin (house->store, &error));
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Resident %02d", i);
      g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, name);
      g_autoptr (HearthRecord) stay = add_stay (house, resident, "2026-01-01", "");
      g_autoptr (HearthRecord) entry = add_entry (house, resident, TODAY, "afternoon", "mood", "good");
    }
  g_assert_true (hearth_store_commit (house->store, &error));
  rows = hearth_shift_list_residents (house->store, shift, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 60);
  for (guint i = 0; i < rows->len; i++)
    g_assert_nonnull (((HearthShiftResident *) g_ptr_array_index (rows, i))->entry);
  g_assert_true (hearth_shift_sign (house->store, shift, &n, &error));
  g_assert_cmpuint (n, ==, 60);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/shift/now", test_now);
  g_test_add_func ("/rules/shift/who-is-there", test_who_is_there);
  g_test_add_func ("/rules/shift/arrival", test_arrival);
  g_test_add_func ("/rules/shift/entry-of-departed", test_entry_of_departed);
  g_test_add_func ("/rules/shift/begin", test_begin);
  g_test_add_func ("/rules/shift/items", test_items);
  g_test_add_func ("/rules/shift/words", test_words);
  g_test_add_func ("/rules/shift/as-usual", test_as_usual);
  g_test_add_func ("/rules/shift/late", test_late);
  g_test_add_func ("/rules/shift/hours-are-checked", test_hours_are_checked);
  g_test_add_func ("/rules/shift/sign", test_sign);
  g_test_add_func ("/rules/shift/sign-limited", test_sign_limited);
  g_test_add_func ("/rules/shift/sixty", test_sixty);
  return g_test_run ();
}
