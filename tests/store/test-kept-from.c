/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is kept from people: by name, by being personal, by a letterbox.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "records/types.h"
#include "store/audit.h"
#include "store/audit-list.h"
#include "store/draft.h"
#include "store/search.h"

#define MANAGER "manager"
#define CARER "carer"

/** A house with a manager and a carer, who are signed in when a test asks for it. */
typedef struct {
  HearthTestHouse *house;
  char *manager, *carer, *director;
  HearthRecord *mali;
} Home;

static void
home_clear (Home *home)
{
  g_free (home->manager);
  g_free (home->carer);
  g_free (home->director);
  g_clear_object (&home->mali);
  hearth_test_house_free (home->house);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Home, home_clear)

static char *
dup_account_id (HearthTestHouse *house, const char *user)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  const char *const codes[] = { user, NULL };
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (HearthRecord) account = NULL;

  hearth_query_set_filter (query, "user", codes);
  accounts = hearth_store_list (house->store, query, NULL);
  account = g_list_model_get_item (accounts, 0);
  return g_strdup (hearth_record_get_id (account));
}

static Home
home_new (void)
{
  Home home = { .house = hearth_test_house_new () };

  hearth_test_house_add_person (home.house, MANAGER, "house-manager");
  hearth_test_house_add_person (home.house, CARER, "duty-carer");
  home.manager = dup_account_id (home.house, MANAGER);
  home.carer = dup_account_id (home.house, CARER);
  home.director = dup_account_id (home.house, HEARTH_TEST_USER);
  home.mali = hearth_test_house_add_resident (home.house, "Mali");
  return home;
}

static void
sign_in (Home *home, const char *user)
{
  hearth_test_house_open (home->house, user, HEARTH_TEST_PASSWORD);
}

static HearthRecord *
complaint_new (Home *home, const char *about_staff)
{
  HearthRecord *complaint = hearth_record_new (&hearth_complaint_type);

  hearth_record_set (complaint, "received_on", "2026-02-20");
  hearth_record_set (complaint, "answer_due", "2026-03-06");
  hearth_record_set (complaint, "way", "spoken");
  hearth_record_set (complaint, "about", "staff");
  hearth_record_set (complaint, "residents", hearth_record_get_id (home->mali));
  hearth_record_set (complaint, "text", "Nobody knocks");
  hearth_record_set (complaint, "about_staff", about_staff);
  return complaint;
}

static void
save (Home *home, HearthRecord *record)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  bool saved = hearth_store_save (home->house->store, record, NULL, &problems, &error);

  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
  g_assert_true (saved);
}

/* --- by name -------------------------------------------------------------------------------- */

static gint64
count_lines (Home *home, const char *id)
{
  g_autoptr (GListModel) lines =
    hearth_store_list_audit (home->house->store,
                             &(HearthAuditQuery) { .resident = hearth_record_get_id (home->mali) }, NULL);
  gint64 n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (HearthAuditLine) line = g_list_model_get_item (lines, i);

      n += g_str_equal (hearth_audit_line_get_id (line), id);
    }
  return n;
}

static guint
count_timeline (Home *home)
{
  g_autoptr (HearthQuery) query = hearth_query_new (NULL);
  g_autoptr (GListModel) timeline = NULL;
  guint n = 0;

  hearth_query_set_resident (query, hearth_record_get_id (home->mali));
  timeline = hearth_store_list (home->house->store, query, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (timeline); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (timeline, i);

      n += hearth_record_get_record_type (record) == &hearth_complaint_type;
    }
  return n;
}

static void
assert_there (Home *home, const char *id, bool there)
{
  HearthStore *store = home->house->store;
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_complaint_type);
  g_autoptr (GPtrArray) hits = hearth_store_search (store, "knocks", 10, NULL);
  g_autofree char *title = hearth_store_dup_link_title (store, id);
  g_autoptr (GError) error = NULL, revisions_error = NULL, audit_error = NULL;
  g_autoptr (HearthRecord) record = hearth_store_load (store, id, &error);
  g_autoptr (GPtrArray) revisions = hearth_store_list_revisions (store, id, &revisions_error);
  g_autoptr (GListModel) lines =
    hearth_store_list_audit (store, &(HearthAuditQuery) { .record = id }, &audit_error);

  g_assert_cmpint (hearth_store_count (store, query, NULL), ==, there);
  g_assert_cmpuint (count_timeline (home), ==, there);
  g_assert_cmpuint (hits->len, ==, there);
  g_assert_true ((*title != '\0') == there);
  g_assert_true ((count_lines (home, id) > 0) == there);
  if (there)
    {
      g_assert_no_error (error);
      g_assert_no_error (revisions_error);
      g_assert_no_error (audit_error);
      return;
    }
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
  g_assert_error (revisions_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
  g_assert_error (audit_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* Who leads the house reads complaints, but for one about themselves. */
static void
test_complaint (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) complaint = complaint_new (&home, home.manager);
  g_autofree char *id = NULL;

  save (&home, complaint);
  id = g_strdup (hearth_record_get_id (complaint));
  assert_there (&home, id, true);
  g_clear_object (&complaint);
  sign_in (&home, MANAGER);
  assert_there (&home, id, false);
  sign_in (&home, HEARTH_TEST_USER);
  complaint = hearth_store_load (home.house->store, id, NULL);
  hearth_record_set (complaint, "about_staff", home.carer);
  save (&home, complaint);
  g_clear_object (&complaint);
  sign_in (&home, MANAGER);
  assert_there (&home, id, true);
}

/* The version that named the reader stays kept from them. */
static void
test_versions (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) complaint = complaint_new (&home, home.manager);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  const HearthRevision *first, *second;

  save (&home, complaint);
  id = g_strdup (hearth_record_get_id (complaint));
  hearth_record_set (complaint, "about_staff", "");
  save (&home, complaint);
  g_clear_object (&complaint);
  sign_in (&home, MANAGER);
  revisions = hearth_store_list_revisions (home.house->store, id, NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  first = g_ptr_array_index (revisions, 0);
  second = g_ptr_array_index (revisions, 1);
  g_assert_cmpstr (hearth_record_get (first->record, "text"), ==, "");
  g_assert_cmpstr (hearth_record_get (first->record, "about_staff"), ==, "");
  g_assert_cmpstr (hearth_record_get (second->record, "text"), ==, "Nobody knocks");
}

static void
saved_cb (HearthStore *store, HearthRecord *record, guint *n_saved)
{
  *n_saved += 1;
}

static void
assert_empty (HearthRecord *record)
{
  g_assert_cmpstr (hearth_record_get (record, "text"), ==, "");
  g_assert_cmpstr (hearth_record_get (record, "about_staff"), ==, "");
}

/* Also right after they wrote it, or wrote themselves into it; and an open list lets go of it. */
static void
test_own_hand (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) complaint = complaint_new (&home, home.carer);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_complaint_type);
  g_autoptr (GListModel) complaints = hearth_store_list (home.house->store, query, NULL);
  g_autoptr (HearthRecord) shown = NULL;
  g_autoptr (GError) error = NULL;
  guint n_saved = 0;

  save (&home, complaint);
  g_assert_cmpuint (g_list_model_get_n_items (complaints), ==, 1);
  shown = g_list_model_get_item (complaints, 0);
  g_signal_connect (home.house->store, "saved", G_CALLBACK (saved_cb), &n_saved);
  hearth_record_set (complaint, "about_staff", home.director);
  save (&home, complaint);
  g_assert_cmpuint (n_saved, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (complaints), ==, 0);
  assert_empty (complaint);
  assert_empty (shown);
  assert_there (&home, hearth_record_get_id (complaint), false);
  hearth_record_set (complaint, "text", "All is well");
  g_assert_false (hearth_store_save (home.house->store, complaint, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
}

/* In a batch that is rolled back it is there again; in one that is not, it goes. */
static void
test_own_hand_in_a_batch (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) complaint = complaint_new (&home, home.carer);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_complaint_type);
  g_autoptr (GListModel) complaints = NULL;
  g_autoptr (GError) error = NULL;

  save (&home, complaint);
  complaints = hearth_store_list (home.house->store, query, NULL);
  g_assert_true (hearth_store_begin (home.house->store, &error));
  hearth_record_set (complaint, "about_staff", home.director);
  save (&home, complaint);
  assert_empty (complaint);
  hearth_store_roll_back (home.house->store);
  g_assert_cmpstr (hearth_record_get (complaint, "text"), ==, "Nobody knocks");
  g_assert_cmpint (hearth_store_count (home.house->store, query, NULL), ==, 1);
  g_assert_true (hearth_store_begin (home.house->store, &error));
  hearth_record_set (complaint, "about_staff", home.director);
  save (&home, complaint);
  g_assert_true (hearth_store_commit (home.house->store, &error));
  g_assert_cmpuint (g_list_model_get_n_items (complaints), ==, 0);
}

static guint
count_drafts (Home *home)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (home->house->store, &error);

  g_assert_no_error (error);
  return drafts->len;
}

/* Of a change that was begun before. */
static void
test_draft (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) complaint = complaint_new (&home, "");
  g_autoptr (HearthDraft) draft = hearth_draft_new (&hearth_complaint_type);
  g_autofree char *id = NULL;

  save (&home, complaint);
  id = g_strdup (hearth_record_get_id (complaint));
  g_clear_object (&complaint);
  sign_in (&home, MANAGER);
  g_set_str (&draft->record_id, id);
  draft->revision = 1;
  g_hash_table_insert (draft->values, g_strdup ("answer"), g_strdup ("We will"));
  g_assert_true (hearth_store_save_draft (home.house->store, draft, NULL));
  g_assert_cmpuint (count_drafts (&home), ==, 1);
  sign_in (&home, HEARTH_TEST_USER);
  complaint = hearth_store_load (home.house->store, id, NULL);
  hearth_record_set (complaint, "about_staff", home.manager);
  save (&home, complaint);
  g_clear_object (&complaint);
  sign_in (&home, MANAGER);
  g_assert_cmpuint (count_drafts (&home), ==, 0);
  g_assert_false (hearth_store_save_draft (home.house->store, draft, NULL));
}

/* --- overseen ------------------------------------------------------------------------------------ */

static gint64
count_loads (Home *home)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_staff_load_type);

  return hearth_store_count (home->house->store, query, NULL);
}

/* What somebody carried is theirs, and read by who cares for the staff; nobody else changes it. */
static void
test_overseen (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) load = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  sign_in (&home, CARER);
  load = hearth_test_house_add (home.house, "staff_load", "date", "2026-02-20", "hours", "2.5", "kind",
                                "incident", "debrief", "offered", NULL);
  id = g_strdup (hearth_record_get_id (load));
  g_clear_object (&load);
  g_assert_cmpint (count_loads (&home), ==, 1);
  sign_in (&home, MANAGER);
  g_assert_cmpint (count_loads (&home), ==, 0);
  g_assert_null (hearth_store_load (home.house->store, id, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  sign_in (&home, HEARTH_TEST_USER);
  g_assert_cmpint (count_loads (&home), ==, 1);
  load = hearth_store_load (home.house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (load, "hours"), ==, "2.5");
  hearth_record_set (load, "hours", "0.5");
  g_assert_false (hearth_store_save (home.house->store, load, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* --- letterbox ------------------------------------------------------------------------------------ */

static HearthRecord *
allegation_new (Home *home)
{
  HearthRecord *allegation = hearth_record_new (&hearth_allegation_type);

  hearth_record_set (allegation, "noticed_on", "2026-02-20");
  hearth_record_set (allegation, "residents", hearth_record_get_id (home->mali));
  hearth_record_set (allegation, "told", "A promise of a present");
  return allegation;
}

static bool
is_withheld (HearthRecord *record, const char *field)
{
  int column = hearth_record_type_find_column (hearth_record_get_record_type (record), field);

  return hearth_record_is_withheld (record, (unsigned int) column);
}

/* Who put it in does not read it any more; who holds the key does. */
static void
test_letterbox (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) allegation = allegation_new (&home);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  sign_in (&home, CARER);
  save (&home, allegation);
  id = g_strdup (hearth_record_get_id (allegation));
  g_assert_cmpstr (hearth_record_get (allegation, "told"), ==, "");
  g_assert_true (is_withheld (allegation, "told"));
  g_assert_null (hearth_store_load (home.house->store, id, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_clear_object (&allegation);
  sign_in (&home, HEARTH_TEST_USER);
  allegation = hearth_store_load (home.house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get (allegation, "told"), ==, "A promise of a present");
  hearth_record_set (allegation, "steps", "Spoke with her");
  save (&home, allegation);
  g_assert_cmpstr (hearth_record_get (allegation, "told"), ==, "A promise of a present");
}

/* Nobody puts something else in the place of what lies in it, not even whoever wrote that. */
static void
test_letterbox_is_no_drawer (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) allegation = allegation_new (&home);
  g_autoptr (HearthRecord) stored = NULL;
  int column = hearth_record_type_find_column (&hearth_allegation_type, "told");
  g_autoptr (GError) error = NULL;

  sign_in (&home, CARER);
  save (&home, allegation);
  hearth_record_set_withheld (allegation, (unsigned int) column, false);
  hearth_record_set (allegation, "told", "It was nothing");
  g_assert_false (hearth_store_save (home.house->store, allegation, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  sign_in (&home, HEARTH_TEST_USER);
  stored = hearth_store_load (home.house->store, hearth_record_get_id (allegation), NULL);
  g_assert_cmpstr (hearth_record_get (stored, "told"), ==, "A promise of a present");
}

/* What is typed and not saved yet is its author's, who reads it once more; nobody else does. */
static void
test_letterbox_draft (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthDraft) draft = hearth_draft_new (&hearth_allegation_type);
  g_autoptr (GPtrArray) drafts = NULL;
  const HearthDraft *read;

  sign_in (&home, CARER);
  g_hash_table_insert (draft->values, g_strdup ("told"), g_strdup ("A promise"));
  g_hash_table_insert (draft->values, g_strdup ("steps"), g_strdup (""));
  g_hash_table_insert (draft->values, g_strdup ("residents"), g_strdup (hearth_record_get_id (home.mali)));
  g_assert_true (hearth_store_save_draft (home.house->store, draft, NULL));
  sign_in (&home, CARER);
  drafts = hearth_store_list_drafts (home.house->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  read = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (g_hash_table_lookup (read->values, "told"), ==, "A promise");
  g_assert_cmpstr (g_hash_table_lookup (read->values, "residents"), ==, hearth_record_get_id (home.mali));
  g_assert_false (g_hash_table_contains (read->values, "steps"));
  sign_in (&home, HEARTH_TEST_USER);
  g_assert_cmpuint (count_drafts (&home), ==, 0);
}

/* --- the audit ----------------------------------------------------------------------------------- */

/** How many rows about records of @type the reader finds, whatever is asked. */
static void
assert_rows (Home *home, const char *type, bool there)
{
  const char *const actions[] = { "create", NULL };
  const HearthAuditQuery questions[] = {
    { 0 },
    { .resident = hearth_record_get_id (home->mali) },
    { .person = home->carer },
    { .actions = actions },
    { .from = "2026-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GListModel) lines = hearth_store_list_audit (home->house->store, &questions[i], NULL);
      guint n = 0;

      for (guint j = 0; j < g_list_model_get_n_items (lines); j++)
        {
          g_autoptr (HearthAuditLine) line = g_list_model_get_item (lines, j);

          n += g_str_equal (hearth_audit_line_get_type_name (line), type);
        }
      /* What a colleague carried is in no file. */
      g_assert_true ((n > 0) == (there && !(i == 1 && g_str_equal (type, "staff_load"))));
    }
}

/* That there is a row would tell who leads the house who said something, and when. */
static void
test_audit (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) allegation = allegation_new (&home);
  g_autoptr (HearthRecord) complaint = complaint_new (&home, home.manager);
  g_autoptr (HearthRecord) own = complaint_new (&home, "");
  g_autoptr (GListModel) open = NULL;
  guint n_before;

  hearth_test_house_add_person (home.house, "auditor", "auditor");
  sign_in (&home, CARER);
  save (&home, allegation);
  save (&home, complaint);
  g_object_unref (hearth_test_house_add (home.house, "staff_load", "date", "2026-02-20", "hours", "2.5",
                                         "kind", "incident", "debrief", "offered", NULL));
  /* That somebody looked into the list of them is told to nobody either. */
  sign_in (&home, HEARTH_TEST_USER);
  g_assert_true (hearth_store_note (home.house->store, "view", &hearth_allegation_type, NULL, NULL, NULL));
  sign_in (&home, MANAGER);
  assert_rows (&home, "allegation", false);
  assert_rows (&home, "complaint", false);
  assert_rows (&home, "staff_load", false);
  assert_rows (&home, "complaint", false);

  /* Nor does a list that is open already. */
  open = hearth_store_list_audit (home.house->store, &(HearthAuditQuery) { 0 }, NULL);
  n_before = g_list_model_get_n_items (open);
  save (&home, own);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (open), ==, n_before + 1);
  hearth_record_set (own, "about_staff", home.manager);
  save (&home, own);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (open), ==, n_before);

  sign_in (&home, HEARTH_TEST_USER);
  assert_rows (&home, "allegation", true);
  assert_rows (&home, "complaint", true);
  assert_rows (&home, "staff_load", true);
  /* Who reads no file finds every row, and nothing of what is in it. */
  sign_in (&home, "auditor");
  assert_rows (&home, "allegation", true);
  assert_rows (&home, "complaint", true);
}

/* --- a conflict of interest --------------------------------------------------------------------- */

/* With one of several residents is enough. */
static void
test_conflict (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) noi = hearth_test_house_add_resident (home.house, "Noi");
  g_autofree char *both =
    g_strdup_printf ("%s %s", hearth_record_get_id (home.mali), hearth_record_get_id (noi));
  g_autoptr (HearthRecord) event =
    hearth_test_house_add (home.house, "house_event", "occurred_at", "2026-02-20T08:00:00Z+07:00", "kind",
                           "activity", "text", "Flew a kite", "residents", both, NULL);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_house_event_type);
  g_autoptr (GPtrArray) hits = NULL;

  g_object_unref (hearth_test_house_add (home.house, "file_limit", "resident", hearth_record_get_id (noi),
                                         "person", home.manager, "kind", "conflict", "reason",
                                         "They are related", "start", "2026-01-01", NULL));
  hearth_query_set_resident (query, hearth_record_get_id (home.mali));
  g_assert_cmpint (hearth_store_count (home.house->store, query, NULL), ==, 1);
  sign_in (&home, MANAGER);
  g_assert_cmpint (hearth_store_count (home.house->store, query, NULL), ==, 0);
  hits = hearth_store_search (home.house->store, "kite", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_null (hearth_store_load (home.house->store, hearth_record_get_id (event), NULL));
  g_assert_cmpint (count_lines (&home, hearth_record_get_id (event)), ==, 0);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/kept-from/complaint", test_complaint);
  g_test_add_func ("/kept-from/versions", test_versions);
  g_test_add_func ("/kept-from/own-hand", test_own_hand);
  g_test_add_func ("/kept-from/own-hand-in-a-batch", test_own_hand_in_a_batch);
  g_test_add_func ("/kept-from/draft", test_draft);
  g_test_add_func ("/kept-from/overseen", test_overseen);
  g_test_add_func ("/kept-from/letterbox", test_letterbox);
  g_test_add_func ("/kept-from/letterbox-is-no-drawer", test_letterbox_is_no_drawer);
  g_test_add_func ("/kept-from/letterbox-draft", test_letterbox_draft);
  g_test_add_func ("/kept-from/audit", test_audit);
  g_test_add_func ("/kept-from/conflict", test_conflict);
  return g_test_run ();
}
