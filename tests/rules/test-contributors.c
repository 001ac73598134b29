/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is due today, and what the next shift must know.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/contributors.h"
#include "rules/emergency.h"

static GPtrArray *
collect (HearthTestHouse *house, HearthFeed feed, const char *since)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notices = hearth_feed_collect (house->store, feed, since, &error);

  g_assert_no_error (error);
  return notices;
}

static const HearthNotice *
lookup (GPtrArray *notices, HearthRecord *record)
{
  for (guint i = 0; i < notices->len; i++)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i);

      if (notice->record == record)
        return notice;
    }
  return NULL;
}

static HearthRecord *
add_stay (HearthTestHouse *house, HearthRecord *resident, const char *field, const char *day)
{
  return hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (resident), "placement",
                                "this_house", "start", "2026-01-01", field, day, NULL);
}

static void
test_empty_house (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (GPtrArray) today = collect (house, HEARTH_FEED_TODAY, NULL);
  g_autoptr (GPtrArray) handover = collect (house, HEARTH_FEED_HANDOVER, NULL);

  g_assert_cmpuint (today->len, ==, 0);
  g_assert_cmpuint (handover->len, ==, 0);
}

/* Today is 1 March 2026. */
static void
test_due (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) late = add_stay (house, mali, "order_expires", "2026-02-20");
  g_autoptr (HearthRecord) soon = add_stay (house, mali, "order_expires", "2026-03-31");
  g_autoptr (HearthRecord) far = add_stay (house, mali, "order_expires", "2026-04-01");
  g_autoptr (HearthRecord) review =
    hearth_test_house_add (house, "alert", "resident", id, "kind", "night", "level", "low", "text",
                           "Light on", "start", "2026-01-01", "review", "2026-03-01", NULL);
  g_autoptr (HearthRecord) over =
    hearth_test_house_add (house, "alert", "resident", id, "kind", "night", "level", "low", "text",
                           "Light on", "start", "2026-01-01", "end", "2026-02-01", "review", "2026-02-01",
                           NULL);
  g_autoptr (HearthRecord) paper =
    hearth_test_house_add (house, "identity_document", "resident", id, "kind", "passport", "original",
                           "taken", "asked_on", "2026-01-05", "expected_on", "2026-03-03", NULL);
  g_autoptr (HearthRecord) obtained =
    hearth_test_house_add (house, "identity_document", "resident", id, "kind", "national_id", "original",
                           "safe", "expected_on", "2026-03-01", "obtained_on", "2026-02-25", NULL);
  g_autoptr (GPtrArray) notices = collect (house, HEARTH_FEED_TODAY, NULL);

  g_assert_true (lookup (notices, late)->urgent);
  g_assert_cmpstr (lookup (notices, late)->title, ==, "Mali");
  g_assert_false (lookup (notices, soon)->urgent);
  g_assert_null (lookup (notices, far));
  g_assert_cmpstr (lookup (notices, review)->day, ==, "2026-03-01");
  g_assert_null (lookup (notices, over));
  g_assert_nonnull (lookup (notices, paper));
  g_assert_null (lookup (notices, obtained));
  g_assert_true (((HearthNotice *) g_ptr_array_index (notices, 0))->record == late);
  g_assert_cmpuint (notices->len, ==, 4);
}

/* An alert about somebody who has moved to relatives waits for nobody. */
static void
test_departed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (HearthRecord) review =
    hearth_test_house_add (house, "alert", "resident", id, "kind", "night", "level", "low", "text",
                           "Light on", "start", "2026-01-01", "review", "2026-03-01", NULL);
  g_autoptr (HearthRecord) stay = hearth_test_house_add (house, "stay", "resident", id, "placement",
                                                         "this_house", "start", "2026-01-01", NULL);
  g_autoptr (GPtrArray) before = collect (house, HEARTH_FEED_TODAY, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (lookup (before, review));
  hearth_record_set (stay, "placement", "kin");
  hearth_store_save (house->store, stay, NULL, NULL, &error);
  g_assert_no_error (error);
  after = collect (house, HEARTH_FEED_TODAY, NULL);
  g_assert_null (lookup (after, review));
}

static void
test_unfinished_admission (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) admission =
    hearth_test_house_add (house, "admission", "resident", hearth_record_get_id (mali), "arrived_at",
                           "2026-02-28T16:50:00Z+07:00", NULL);
  g_autoptr (GPtrArray) before = collect (house, HEARTH_FEED_TODAY, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (lookup (before, admission));
  hearth_record_set (admission, "complete", "yes");
  hearth_store_save (house->store, admission, NULL, NULL, &error);
  g_assert_no_error (error);
  after = collect (house, HEARTH_FEED_TODAY, NULL);
  g_assert_null (lookup (after, admission));
}

static HearthRecord *
add_entry (HearthTestHouse *house, HearthRecord *resident, const char *field, const char *text)
{
  return hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date",
                                "2026-03-01", "shift", "morning", "presence", "present", field, text, NULL);
}

static void
test_handover (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) quiet = add_entry (house, mali, "notes", "A quiet day");
  g_autoptr (HearthRecord) good = add_entry (house, mali, "positive_moment", "Sang in the kitchen");
  g_autoptr (HearthRecord) worry = add_entry (house, mali, "concern", "Did not want to eat");
  g_autoptr (HearthRecord) sleepless = add_entry (house, mali, "sleep_quality", "hardly");
  g_autoptr (HearthRecord) low = add_entry (house, mali, "mood", "very_low");
  g_autoptr (GPtrArray) notices = collect (house, HEARTH_FEED_HANDOVER, NULL);
  g_autoptr (GPtrArray) later = NULL;

  g_assert_null (lookup (notices, quiet));
  /* What asks for words is told without them, too. */
  g_assert_cmpstr (lookup (notices, sleepless)->detail, ==, "Sleep: Hardly slept");
  g_assert_cmpstr (lookup (notices, low)->detail, ==, "Mood: Very low");
  g_assert_nonnull (strstr (lookup (notices, good)->detail, "Sang in the kitchen"));
  g_assert_true (lookup (notices, worry)->urgent);
  g_assert_true (((HearthNotice *) g_ptr_array_index (notices, 0))->record == worry);

  later = collect (house, HEARTH_FEED_HANDOVER, "2026-03-01T07:30:01Z+07:00");
  g_assert_cmpuint (later->len, ==, 0);
}

/* Who may not read residents' files is told nothing of them. */
static void
test_roles (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) order = add_stay (house, mali, "order_expires", "2026-03-02");
  g_autoptr (GPtrArray) notices = NULL;

  hearth_test_house_add_person (house, "adil", "administrator");
  hearth_test_house_open (house, "adil", HEARTH_TEST_PASSWORD);
  notices = collect (house, HEARTH_FEED_TODAY, NULL);
  g_assert_cmpuint (notices->len, ==, 0);
}

static HearthRecord *
add_training (HearthTestHouse *house, const char *account, const char *until)
{
  return hearth_test_house_add (house, "staff_training", "account", account, "title", "การปฐมพยาบาล", "date",
                                "2024-01-10", "valid_until", until, NULL);
}

/* Checks of colleagues are for who leads the house, 60 days before and until they are seen to. */
static void
test_staff (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autofree char *kim = people_find (house, "kim"), *dani = people_find (house, "dani");
  g_autoptr (HearthRecord) late = add_training (house, kim, "2026-02-01");
  g_autoptr (HearthRecord) soon = add_training (house, kim, "2026-04-30");
  g_autoptr (HearthRecord) far = add_training (house, kim, "2026-05-01");
  g_autoptr (HearthRecord) check =
    hearth_test_house_add (house, "staff_file", "account", kim, "position", "Youth worker", "started",
                           "2024-01-01", "check_expires", "2026-03-02", NULL);
  g_autoptr (HearthRecord) gone =
    hearth_test_house_add (house, "staff_file", "account", dani, "position", "Carer", "started", "2024-01-01",
                           "ended", "2026-02-01", "check_expires", "2026-02-20", NULL);
  g_autoptr (HearthRecord) left = add_training (house, dani, "2026-03-02");
  g_autoptr (HearthRecord) account = people_load (house, "dani");
  g_autoptr (GPtrArray) notices = NULL;

  hearth_record_set (account, "active", "no");
  people_save (house, account);
  notices = collect (house, HEARTH_FEED_TODAY, NULL);
  g_assert_cmpuint (notices->len, ==, 3);
  g_assert_cmpstr (lookup (notices, check)->title, ==, "kim");
  g_assert_false (lookup (notices, check)->urgent);
  g_assert_true (lookup (notices, late)->urgent);
  g_assert_nonnull (lookup (notices, soon));
  g_assert_null (lookup (notices, far));
  g_assert_null (lookup (notices, left));
  g_assert_null (lookup (notices, gone));
  g_clear_pointer (&notices, g_ptr_array_unref);

  people_enter (house, "kim");
  notices = collect (house, HEARTH_FEED_TODAY, NULL);
  g_assert_cmpuint (notices->len, ==, 0);
}

static void
assert_to_decide (HearthTestHouse *house, guint n, const char *title)
{
  g_autoptr (GPtrArray) notices = collect (house, HEARTH_FEED_TODAY, NULL);
  guint to_decide = 0;
  bool found = title == NULL;

  for (guint i = 0; i < notices->len; i++)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i);

      if (!g_str_equal (notice->group, "To be decided"))
        continue;
      to_decide++;
      found = found || g_str_equal (notice->title, title);
    }
  g_assert_cmpuint (to_decide, ==, n);
  g_assert_true (found);
}

/* An opening and an account wait, each for who may decide; also of somebody who has moved on. */
static void
test_to_decide (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "มะลิ");
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (mali), "placement", "kin",
                           "start", "2026-01-01", NULL);
  g_autofree char *id = g_strdup (hearth_record_get_id (mali));
  g_autoptr (GError) error = NULL;

  g_clear_object (&mali);
  g_clear_object (&stay);
  people_enter (house, "ana");
  people_add (house, "nin", "nurse");
  assert_to_decide (house, 0, NULL);
  people_enter (house, "dani");
  hearth_emergency_open (house->store, id, "Called from the hospital, asks for papers", NULL, &error);
  g_assert_no_error (error);
  assert_to_decide (house, 0, NULL);
  people_enter (house, "hanna");
  assert_to_decide (house, 1, "มะลิ");
  people_enter (house, HEARTH_TEST_USER);
  assert_to_decide (house, 2, "nin");
}

static void
test_timeline (void)
{
  g_autofree const HearthRecordType **types = hearth_feed_list_types (HEARTH_FEED_TIMELINE);
  bool daily = false, sessions = false, limits = false, openings = false;

  for (gsize i = 0; types[i] != NULL; i++)
    {
      g_assert_cmpint (types[i]->owner, !=, HEARTH_OWNER_HOUSE);
      daily = daily || types[i] == &hearth_daily_log_type;
      sessions = sessions || types[i] == &hearth_counselling_session_type;
      limits = limits || types[i] == &hearth_file_limit_type;
      openings = openings || types[i] == &hearth_emergency_access_type;
    }
  g_assert_true (daily && sessions && limits && openings);
}

static bool
holds (const HearthRecordType *const *types, const HearthRecordType *type)
{
  for (; *types != NULL; types++)
    if (*types == type)
      return true;
  return false;
}

/* What is written about a resident must not be missing from the file. */
static void
test_timeline_is_whole (void)
{
  g_autofree const HearthRecordType **types = hearth_feed_list_types (HEARTH_FEED_TIMELINE);
  unsigned int n_all;
  const HearthRecordType *const *all = hearth_records_get_types (&n_all);

  for (unsigned int i = 0; i < n_all; i++)
    if (all[i]->owner != HEARTH_OWNER_HOUSE && !holds (types, all[i]))
      g_error ("%s is missing from the timeline", all[i]->name);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/contributors/empty-house", test_empty_house);
  g_test_add_func ("/rules/contributors/due", test_due);
  g_test_add_func ("/rules/contributors/departed", test_departed);
  g_test_add_func ("/rules/contributors/unfinished-admission", test_unfinished_admission);
  g_test_add_func ("/rules/contributors/handover", test_handover);
  g_test_add_func ("/rules/contributors/roles", test_roles);
  g_test_add_func ("/rules/contributors/staff", test_staff);
  g_test_add_func ("/rules/contributors/to-decide", test_to_decide);
  g_test_add_func ("/rules/contributors/timeline", test_timeline);
  g_test_add_func ("/rules/contributors/timeline-is-whole", test_timeline_is_whole);
  return g_test_run ();
}
