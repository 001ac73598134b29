/* SPDX-License-Identifier: GPL-3.0-or-later
 * The papers of daily life as they come out of the printer: handover, safety card, search sheet, incident report, monthly
 * log, leave pass. What stands there, what must not, and on how many pages.
 */
#include "core/date.h"
#include "records/types.h"
#include "rules/addenda.h"
#include "rules/handover.h"

#include "fixtures/fixtures.h"
#include "paper.h"

/* ---- A house with people in it ---- */

static HearthRecord *
add_resident (HearthTestHouse *house, unsigned int nth)
{
  static const char *const names[] = { "Dao",     "Malee", "อรุณรัศมีพรรณราย", "عبد الرحمن الخوارزمي",
                                       "Sreymom", "Noi" };
  g_autofree char *name = g_strdup_printf ("%s %u", names[nth % G_N_ELEMENTS (names)], nth);
  g_autofree char *legal = g_strdup_printf ("Suksuan%u", nth);
  HearthRecord *resident =
    hearth_test_house_add (house, "resident", "name_used", name, "legal_name", legal, "languages", "Thai",
                           "form_of_address", "they, first name", "last_address", "12 River Road", NULL);
  g_autoptr (HearthRecord) stay =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (resident), "placement",
                           "this_house", "start", "2026-01-01", NULL);

  return resident;
}

static void
add_day (HearthTestHouse *house, HearthRecord *resident, unsigned int nth)
{
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date",
                           "2026-03-01", "shift", "morning", "presence", "present", "mood", "good", "concern",
                           nth % 4 ? "" : "Did not want to eat at noon", NULL);
}

static void
add_alert (HearthTestHouse *house, HearthRecord *resident, const char *kind, const char *text)
{
  g_autoptr (HearthRecord) alert =
    hearth_test_house_add (house, "alert", "resident", hearth_record_get_id (resident), "kind", kind, "level",
                           "high", "text", text, "start", "2026-01-05", NULL);
}

static void
fill (HearthTestHouse *house, GPtrArray *residents, unsigned int n)
{
  while (residents->len < n)
    {
      unsigned int nth = residents->len;

      hearth_clock_set_fixed (house->clock, "2026-01-01T09:00:00+07:00");
      g_ptr_array_add (residents, add_resident (house, nth));
      hearth_clock_set_fixed (house->clock, HEARTH_TEST_NOW);
      add_day (house, residents->pdata[nth], nth);
      if (nth % 3 == 0)
        add_alert (house, residents->pdata[nth], "watch", "Look in every hour at night");
    }
}

static HearthRecord *
add_handover (HearthTestHouse *house, const char *notes)
{
  g_autoptr (HearthShift) shift = hearth_shift_new_now (house->store);
  g_autoptr (GError) error = NULL;
  HearthRecord *handover = hearth_handover_begin (house->store, shift, &error);

  g_assert_no_error (error);
  hearth_record_set (handover, "notes", notes);
  hearth_store_save (house->store, handover, NULL, NULL, &error);
  g_assert_no_error (error);
  return handover;
}

static void
assert_pages (HearthTestHouse *house, HearthRecord *subject, const char *kind, unsigned int n)
{
  static const char *const languages[] = { "en", "th", "ar" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      for (int size = HEARTH_PAPER_A4; size <= HEARTH_PAPER_LETTER; size++)
        {
          HearthReportOptions options = { .language = languages[i], .paper = (HearthPaper) size };
          g_autoptr (GError) error = NULL;
          g_autoptr (HearthDocument) document =
            hearth_report_build (hearth_report_kind_lookup (kind), house->store, subject, &options, &error);
          g_autoptr (HearthPages) pages = NULL;

          g_assert_no_error (error);
          pages = hearth_pages_new (document);
          g_test_message ("%s in %s on paper %d", kind, languages[i], size);
          g_assert_cmpuint (hearth_pages_get_n_pages (pages), <=, n);
        }
    }
}

/* ---- Handover ---- */

static void
test_empty_house (void)
{
  static const char *const there[] = {
    "Handover",           "Afternoon",        "Expected 0", "Nobody lives here at the moment",
    "Going, handed over", "Coming, has read", NULL
  };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) handover = add_handover (house, "");
  g_autoptr (Paper) paper = paper_print (house, handover, "handover");

  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  paper_assert_says (paper, there);
}

/* 24 residents are one page, in every language and on every paper; 60 are as many pages as it takes, and nobody is
 * left out. */
static void
test_handover (void)
{
  static const char *const there[] = { "Expected 24",
                                       "Order warm jackets",
                                       "Nurse",
                                       "Did not want to eat at noon",
                                       "Look in every hour at night",
                                       "Dao 0 (R-001)",
                                       "The plumber comes at nine",
                                       "to be shredded",
                                       NULL };
  static const char *const not_there[] = { "Suksuan", "River Road", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (GPtrArray) residents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthRecord) handover = NULL;
  g_autoptr (HearthRecord) task = NULL;
  g_autoptr (Paper) paper = NULL;
  g_autoptr (Paper) large = NULL;

  fill (house, residents, 24);
  task = hearth_test_house_add (house, "task", "title", "Order warm jackets", "due", "2026-03-01",
                                "assignee_role", "nurse", NULL);
  handover = add_handover (house, "The plumber comes at nine, Suksuan1 knows him.");
  paper = paper_print (house, handover, "handover");
  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  g_assert_nonnull (strstr (paper->info, "Tagged:          yes"));
  assert_pages (house, handover, "handover", 1);

  fill (house, residents, 60);
  large = paper_print (house, handover, "handover");
  g_assert_true (paper_says (large, "Expected 60"));
  g_assert_cmpuint (paper_count_pages (large), <=, 3);
  for (unsigned int i = 0; i < residents->len; i++)
    {
      g_autofree char *code = g_strdup_printf ("(%s)", hearth_record_get (residents->pdata[i], "code"));

      g_assert_true (paper_says (large, code));
    }
}

/* Who is away, and back when, and who is missing, stands on top. */
static void
test_away (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) out = add_resident (house, 0);
  g_autoptr (HearthRecord) missing = add_resident (house, 1);
  g_autoptr (HearthRecord) leave = NULL;
  g_autoptr (HearthRecord) episode = NULL;
  g_autoptr (HearthRecord) handover = NULL;
  g_autoptr (Paper) paper = NULL;

  leave = hearth_test_house_add (house, "leave", "resident", hearth_record_get_id (out), "kind", "home",
                                 "leaves_at", "2026-03-01T02:00:00Z+07:00", "due_back",
                                 "2026-03-01T11:00:00Z+07:00", "decision", "agreed", "decided_on",
                                 "2026-02-28", "out_at", "2026-03-01T02:05:00Z+07:00", NULL);
  episode = hearth_test_house_add (house, "missing_episode", "resident", hearth_record_get_id (missing),
                                   "last_seen_at", "2026-03-01T01:00:00Z+07:00", "noticed_at",
                                   "2026-03-01T02:00:00Z+07:00", "risk", "high", NULL);
  handover = add_handover (house, "");
  paper = paper_print (house, handover, "handover");
  g_assert_true (paper_says (paper, "Expected 2 · in the house 0 · away 1 · missing 1"));
  g_assert_true (paper_says (paper, "Dao 0 (R-001): On leave, back"));
  g_assert_true (paper_says (paper, "! Malee 1 (R-002): Missing"));
}

/* Whoever prints it: who handed over was on the shift. What they leave to the next stands below the headcount, and a bad
 * night without words is not nothing. */
static void
test_printed_by_another (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (GPtrArray) residents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthRecord) entry = NULL;
  g_autoptr (HearthRecord) handover = NULL;
  g_autofree char *id = NULL;
  g_autofree char *author = NULL;
  g_autofree char *on_shift = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) paper = NULL;

  fill (house, residents, 2);
  entry = hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (residents->pdata[1]),
                                 "date", "2026-03-01", "shift", "morning", "sleep_quality", "hardly", NULL);
  handover = add_handover (house, "The plumber comes at nine");
  id = g_strdup (hearth_record_get_id (handover));
  author = hearth_store_dup_link_title (house->store, hearth_record_get (handover, "created_by"));
  on_shift = g_strdup_printf ("On this shift %s", author);
  hearth_test_house_add_person (house, "kim", "house-manager");
  g_clear_object (&handover);
  hearth_test_house_open (house, "kim", HEARTH_TEST_PASSWORD);
  handover = hearth_store_load (house->store, id, &error);
  g_assert_no_error (error);
  paper = paper_print (house, handover, "handover");
  g_assert_true (paper_says (paper, on_shift));
  g_assert_nonnull (strstr (paper->text, "The plumber"));
  g_assert_true (strstr (paper->text, "The plumber") < strstr (paper->text, "Malee"));
  g_assert_true (paper_says (paper, "New: Sleep: Hardly slept"));
  g_assert_false (paper_says (paper, "Nothing special"));
}

/* ---- Safety card ---- */

static HearthRecord *
add_plan (HearthTestHouse *house, HearthRecord *resident, const char *made_on, const char *first)
{
  return hearth_test_house_add (house, "safety_plan", "resident", hearth_record_get_id (resident), "made_on",
                                made_on, "threats", "Somebody with a scar", "last_contact", "In May",
                                "warning_signs", "I go very quiet", "signs_1", first, "signs_2",
                                "Sit down beside, call the key worker", "signs_3", "Call 191, lock the gate",
                                "if_called", "Say that nobody of that name lives here", "if_missing",
                                "Director, police, guardian", "helps", "Music and tea", "worse",
                                "Many people", "description", "Red jacket, short hair", "review",
                                "2026-06-01", NULL);
}

static void
test_safety_card (void)
{
  static const char *const there[] = { "Dao 0",
                                       "I go very quiet",
                                       "Open the window",
                                       "Sit down beside",
                                       "Call 191",
                                       "nobody of that name",
                                       "Director, police, guardian",
                                       "Music and tea",
                                       "Many people",
                                       NULL };
  static const char *const not_there[] = { "scar",       "In May", "Take a walk", "Suksuan",
                                           "River Road", "Malee",  NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house, 0);
  g_autoptr (HearthRecord) other = add_resident (house, 1);
  g_autoptr (HearthRecord) before = add_plan (house, resident, "2026-01-01", "Take a walk with Malee 1");
  g_autoptr (HearthRecord) present = add_plan (house, resident, "2026-02-01", "Open the window, ask Malee 1");
  g_autoptr (Paper) paper = paper_print (house, resident, "safety-card");

  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  /* Large type, as there is room for it. */
  g_assert_cmpfloat (hearth_pages_get_layout (paper->pages)->scale, >=, 1.2);
  assert_pages (house, resident, "safety-card", 1);
}

static void
test_no_plan (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house, 0);
  g_autoptr (HearthRecord) plan = add_plan (house, resident, "2026-01-01", "Open the window");
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) paper = NULL;

  hearth_record_set (plan, "ended_on", "2026-02-01");
  hearth_store_save (house->store, plan, NULL, NULL, &error);
  g_assert_no_error (error);
  paper = paper_print (house, resident, "safety-card");
  g_assert_true (paper_says (paper, "There is no safety plan that holds today."));
  g_assert_false (paper_says (paper, "Open the window"));
}

/* ---- Search sheet ---- */

static void
test_missing_sheet (void)
{
  static const char *const there[] = { "Search sheet",
                                       "Dao 0",
                                       "Blue school shirt",
                                       "At the bus stop",
                                       "Thai",
                                       "Peanuts",
                                       "Director, police, guardian",
                                       "Music and tea",
                                       "Many people",
                                       "Wasp stings",
                                       "question",
                                       NULL };
  static const char *const not_there[] = { "scar",  "River Road",         "Suksuan", "Quarrel",  "Test house",
                                           "uncle", "Look in every hour", "Malee",   "Old dust", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house, 0);
  g_autoptr (HearthRecord) other = add_resident (house, 1);
  g_autoptr (HearthRecord) plan = add_plan (house, resident, "2026-02-01", "Open the window");
  g_autoptr (HearthRecord) episode =
    hearth_test_house_add (house, "missing_episode", "resident", hearth_record_get_id (resident),
                           "last_seen_at", "2026-03-01T01:00:00Z+07:00", "last_seen_where",
                           "At the bus stop with Malee 1", "noticed_at", "2026-03-01T02:00:00Z+07:00", "risk",
                           "high", "risk_why", "The uncle was seen", "description", "Blue school shirt",
                           "before", "Quarrel at breakfast", NULL);
  g_autoptr (Paper) paper = NULL;

  add_alert (house, resident, "allergy", "Peanuts");
  paper_add_allergy (house, resident, "Wasp stings", "");
  paper_add_allergy (house, resident, "Old dust", "2025-09-01");
  add_alert (house, resident, "watch", "Look in every hour");
  paper = paper_print (house, episode, "missing-sheet");
  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  assert_pages (house, episode, "missing-sheet", 1);
}

/* ---- Incident ---- */

static HearthRecord *
add_to (HearthTestHouse *house, HearthRecord *record, const char *text)
{
  HearthRecord *addendum = hearth_addendum_new (record);
  g_autoptr (GError) error = NULL;

  hearth_record_set (addendum, "text", text);
  hearth_store_save (house->store, addendum, NULL, NULL, &error);
  g_assert_no_error (error);
  return addendum;
}


static HearthRecord *
add_incident (HearthTestHouse *house, HearthRecord *first, HearthRecord *second)
{
  g_autofree char *seen = g_strdup_printf ("%s threw a cup.", hearth_record_get (second, "name_used"));

  return hearth_test_house_add (house, "incident", "occurred_at", "2026-02-25T13:10:00Z+07:00", "reported_at",
                                "2026-02-25T13:30:00Z+07:00", "place", "kitchen", "category",
                                "between_residents", "severity", "2", "affected",
                                hearth_record_get_id (first), "involved", hearth_record_get_id (second),
                                "seen", seen, "said", "I was scared", "opinion", "I think both were tired",
                                "intervention", "yes", "intervention_why", "To keep them apart",
                                "intervention_minutes", "1", "intervention_kind", "separating",
                                "medical_check", "not_needed", "intervention_by",
                                hearth_record_get (hearth_store_get_account (house->store), "id"), "body_map",
                                "front 780 410 bruise as big as a coin\nback 500 240 pain", NULL);
}

static void
test_incident (void)
{
  static const char *const there[] = { "Incident report",
                                       "INC-",
                                       "R-001",
                                       "R-002 threw a cup",
                                       "I was scared",
                                       "Physical intervention",
                                       "1 min",
                                       "To keep them apart",
                                       "1. Bruise: Left forearm, front (as big as a coin)",
                                       "2. Pain: Upper back, middle",
                                       "Opinion of who wrote this",
                                       "I think both were tired",
                                       "Who was told",
                                       "Late",
                                       "Front",
                                       "Back",
                                       "The cup was empty",
                                       "Not reviewed yet",
                                       NULL };
  static const char *const not_there[] = { "Dao", "Malee", "Suksuan", "Not signed yet", "River Road", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) first = add_resident (house, 0);
  g_autoptr (HearthRecord) second = add_resident (house, 1);
  g_autoptr (HearthRecord) incident = add_incident (house, first, second);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) addendum = NULL;
  g_autoptr (Paper) open = paper_print (house, incident, "incident");
  g_autoptr (Paper) paper = NULL;

  g_assert_true (paper_says (open, "Not signed yet"));
  hearth_store_sign (house->store, incident, &error);
  g_assert_no_error (error);
  addendum = add_to (house, incident, "The cup was empty");
  paper = paper_print (house, incident, "incident");
  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  /* Facts come before what somebody makes of them. */
  g_assert_true (strstr (paper->text, "threw a cup") < strstr (paper->text, "I think both"));
  assert_pages (house, incident, "incident", 4);
}

/* What does not hold says so first. */
static void
test_incident_in_error (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) first = add_resident (house, 0);
  g_autoptr (HearthRecord) second = add_resident (house, 1);
  g_autoptr (HearthRecord) incident = add_incident (house, first, second);
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) paper = NULL;

  hearth_store_mark_in_error (house->store, incident, "Written twice", &error);
  g_assert_no_error (error);
  paper = paper_print (house, incident, "incident");
  g_assert_true (paper_says (paper, "Entered in error"));
}

/* ---- Whose names are told ---- */

/* A conflict of interest of the account called @user with @resident. */
static void
keep_out (HearthTestHouse *house, HearthRecord *resident, const char *user)
{
  const char *const users[] = { user, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (HearthRecord) account = NULL;

  hearth_query_set_filter (query, "user", users);
  accounts = hearth_store_list (house->store, query, NULL);
  account = g_list_model_get_item (accounts, 0);
  g_object_unref (hearth_test_house_add (house, "file_limit", "resident", hearth_record_get_id (resident),
                                         "person", hearth_record_get_id (account), "kind", "conflict",
                                         "reason", "They are related", "start", "2026-01-01", NULL));
}

/* A name is taken out also where who prints could not have looked it up. */
static void
test_names_out_of_sight (void)
{
  static const char *const not_there[] = { "Malee", "Suksuan1", "Kanya", "Lalida", "R-003", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house, 0);
  g_autoptr (HearthRecord) other = add_resident (house, 1);
  g_autoptr (HearthRecord) closed =
    hearth_test_house_add (house, "resident", "name_used", "Kanya", "legal_name", "Lalida", NULL);
  g_autoptr (HearthRecord) entry =
    hearth_test_house_add (house, "daily_log", "resident", hearth_record_get_id (resident), "date",
                           "2026-03-01", "shift", "morning", "presence", "present", "concern",
                           "Shouted at Malee 1 (Suksuan1), then at Kanya, whom papers call Lalida", NULL);
  g_autofree char *id = g_strdup (hearth_record_get_id (resident));
  g_autoptr (HearthRecord) shown = NULL;
  g_autoptr (Paper) paper = NULL;

  hearth_test_house_add_person (house, "carer", "duty-carer");
  keep_out (house, closed, "carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  shown = hearth_store_load (house->store, id, NULL);
  paper = paper_print (house, shown, "monthly-log");
  g_assert_true (paper_says (paper, "Shouted at"));
  g_assert_true (paper_says (paper, "R-002"));
  paper_assert_silent (paper, not_there);
}

/* ---- Monthly log ---- */

static void
test_monthly_log (void)
{
  static const char *const there[] = { "Monthly log",
                                       "Cooked for",
                                       "Signed 1",
                                       "added",
                                       "Addendum, ",
                                       "Did not",
                                       "Days 2",
                                       "Entered in error 1",
                                       "entered in error",
                                       "Incident: ",
                                       "late",
                                       "The month at a glance",
                                       "R-002",
                                       NULL };
  static const char *const not_there[] = { "Malee", "Of another month", "Wrote this for somebody else",
                                           "Suksuan", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house, 0);
  g_autoptr (HearthRecord) other = add_resident (house, 1);
  g_autoptr (HearthRecord) incident = add_incident (house, resident, other);
  const char *id = hearth_record_get_id (resident);
  HearthReportOptions options = { .language = "en", .from = "2026-02-01", .to = "2026-02-28" };
  g_autoptr (HearthRecord) good =
    hearth_test_house_add (house, "daily_log", "resident", id, "date", "2026-02-10", "shift", "night",
                           "late_reason", "Busy", "mood", "good", "positive_moment", "Cooked for everybody",
                           "breakfast", "all", NULL);
  g_autoptr (HearthRecord) wrong =
    hearth_test_house_add (house, "daily_log", "resident", id, "date", "2026-02-11", "shift", "morning",
                           "late_reason", "Busy", "mood", "low", "notes", "Wrote this for somebody else",
                           NULL);
  g_autoptr (HearthRecord) last =
    hearth_test_house_add (house, "daily_log", "resident", id, "date", "2026-02-12", "shift", "morning",
                           "late_reason", "Busy", "notes", "With Malee 1", NULL);
  g_autoptr (HearthRecord) next =
    hearth_test_house_add (house, "daily_log", "resident", id, "date", "2026-03-01", "shift", "morning",
                           "late_reason", "Busy", "notes", "Of another month", NULL);
  g_autoptr (HearthRecord) addendum = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) paper = NULL;

  hearth_store_sign (house->store, good, &error);
  g_assert_no_error (error);
  hearth_store_mark_in_error (house->store, wrong, "Wrong file", &error);
  g_assert_no_error (error);
  addendum = add_to (house, good, "Did not sleep again");
  paper = paper_print_with (house, resident, "monthly-log", &options);
  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
}

/* ---- Leave pass ---- */

static void
test_leave_pass (void)
{
  static const char *const there[] = { "Leave pass", "1 Mar 2026", "At the door", "Aunt", NULL };
  static const char *const not_there[] = { "River Road", "Suksuan", "081", "This paper is no pass", NULL };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = add_resident (house, 0);
  g_autoptr (HearthRecord) leave =
    hearth_test_house_add (house, "leave", "resident", hearth_record_get_id (resident), "kind", "home",
                           "leaves_at", "2026-03-01T09:00:00Z+07:00", "due_back",
                           "2026-03-01T13:00:00Z+07:00", "with_whom", "Aunt", "phone", "081 234", "decision",
                           "agreed", "decided_on", "2026-02-28", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Paper) paper = paper_print (house, leave, "leave-pass");
  g_autoptr (Paper) asked = NULL;

  paper_assert_says (paper, there);
  paper_assert_silent (paper, not_there);
  g_assert_cmpuint (paper_count_pages (paper), ==, 1);
  hearth_record_set (leave, "decision", "asked");
  hearth_store_save (house->store, leave, NULL, NULL, &error);
  g_assert_no_error (error);
  asked = paper_print (house, leave, "leave-pass");
  g_assert_true (paper_says (asked, "This paper is no pass."));
}

/* ---- All ---- */

/* Each kind is about what it says it is about, and about nothing else. */
static void
test_wrong_subject (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, "Dao");
  HearthRecord *record = hearth_store_get_house (house->store);
  HearthReportOptions options = { 0 };

  for (const HearthReportKind *kind = hearth_report_kinds; kind->name; kind++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hearth_report_build (kind, house->store,
                                          kind->about && !kind->or_resident ? resident : record, &options,
                                          &error));
      g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/report/daily-papers/empty-house", test_empty_house);
  g_test_add_func ("/report/daily-papers/handover", test_handover);
  g_test_add_func ("/report/daily-papers/away", test_away);
  g_test_add_func ("/report/daily-papers/printed-by-another", test_printed_by_another);
  g_test_add_func ("/report/daily-papers/safety-card", test_safety_card);
  g_test_add_func ("/report/daily-papers/no-plan", test_no_plan);
  g_test_add_func ("/report/daily-papers/missing-sheet", test_missing_sheet);
  g_test_add_func ("/report/daily-papers/incident", test_incident);
  g_test_add_func ("/report/daily-papers/incident-in-error", test_incident_in_error);
  g_test_add_func ("/report/daily-papers/names-out-of-sight", test_names_out_of_sight);
  g_test_add_func ("/report/daily-papers/monthly-log", test_monthly_log);
  g_test_add_func ("/report/daily-papers/leave-pass", test_leave_pass);
  g_test_add_func ("/report/daily-papers/wrong-subject", test_wrong_subject);
  return g_test_run ();
}
