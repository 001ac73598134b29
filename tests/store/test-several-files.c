/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records that are in the files of several residents: found in each of them, and nowhere for who may not see one.
 */
#include "list-fixture.h"

#include "store/audit-list.h"
#include "store/draft.h"
#include "store/search.h"

/** A house with three residents. */
typedef struct {
  House *house;
  HearthRecord *mali, *noi, *dara;
} Home;

static void
home_clear (Home *home)
{
  g_clear_object (&home->mali);
  g_clear_object (&home->noi);
  g_clear_object (&home->dara);
  g_clear_pointer (&home->house, house_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Home, home_clear)

static Home
home_new (void)
{
  House *house = house_new ();

  return (Home) {
    .house = house,
    .mali = house_add_resident (house, "Mali"),
    .noi = house_add_resident (house, "Noi"),
    .dara = house_add_resident (house, "Dara"),
  };
}

/* What a LINKS field says of @first and (nullable) @second. */
static char *
name_both (HearthRecord *first, HearthRecord *second)
{
  return second == NULL
           ? g_strdup (hearth_record_get_id (first))
           : g_strdup_printf ("%s %s", hearth_record_get_id (first), hearth_record_get_id (second));
}

/* An event of @first and @second (both nullable). */
static HearthRecord *
event_new (const char *day, const char *text, HearthRecord *first, HearthRecord *second)
{
  HearthRecord *event = hearth_record_new (type_of ("house_event"));
  g_autofree char *at = g_strdup_printf ("%sT08:00:00Z+07:00", day);
  g_autofree char *residents = first != NULL ? name_both (first, second) : g_strdup ("");

  hearth_record_set (event, "occurred_at", at);
  hearth_record_set (event, "kind", "activity");
  hearth_record_set (event, "text", text);
  hearth_record_set (event, "residents", residents);
  return event;
}

static HearthRecord *
add_event (Home *home, const char *day, const char *text, HearthRecord *first, HearthRecord *second)
{
  HearthRecord *event = event_new (day, text, first, second);

  house_save (home->house, event);
  return event;
}

/* Three events: of Mali and Noi, of Noi, of the house. */
static void
add_three (Home *home)
{
  g_object_unref (add_event (home, "2026-02-03", "Kite", home->mali, home->noi));
  g_object_unref (add_event (home, "2026-02-02", "Beans", home->noi, NULL));
  g_object_unref (add_event (home, "2026-02-01", "Plumber", NULL, NULL));
}

static void
set_residents (HearthRecord *event, HearthRecord *first, HearthRecord *second)
{
  g_autofree char *residents = name_both (first, second);

  hearth_record_set (event, "residents", residents);
}

static GListModel *
list_events (Home *home, HearthRecord *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("house_event"));

  hearth_query_set_resident (query, resident != NULL ? hearth_record_get_id (resident) : NULL);
  return list (home->house, query);
}

static void
assert_events (Home *home, HearthRecord *resident, const char *expected)
{
  g_autoptr (GListModel) events = list_events (home, resident);

  assert_list (events, "text", expected);
}

/* Nothing about @type of @resident's file from now on. */
static void
close_file (Home *home, char *what)
{
  static const char *closed[2];

  closed[0] = what;
  home->house->policy->no_read = closed;
  hearth_store_reread (home->house->store);
}

static void
try_save (Home *home, HearthRecord *record, HearthStoreError expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hearth_store_save (home->house->store, record, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, (int) expected);
}

/* --- where they are found ------------------------------------------------------------------- */

static void
test_in_each_file (void)
{
  g_auto (Home) home = home_new ();

  add_three (&home);
  assert_events (&home, home.mali, "Kite");
  assert_events (&home, home.noi, "Kite,Beans");
  assert_events (&home, home.dara, "");
  assert_events (&home, NULL, "Kite,Beans,Plumber");
}

static GListModel *
list_timeline (Home *home, HearthRecord *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (NULL);

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  return list (home->house, query);
}

static void
assert_ids (GListModel *model, HearthRecord *first, HearthRecord *second)
{
  g_autofree char *ids =
    second != NULL ? g_strjoin (",", hearth_record_get_id (first), hearth_record_get_id (second), NULL)
                   : g_strdup (hearth_record_get_id (first));

  assert_list (model, "id", ids);
}

/* Among the others of a file, in their order. */
static void
test_in_each_timeline (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) entry = house_add_log (home.house, home.noi, "2026-02-02", "Sang");
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autoptr (GListModel) of_mali = list_timeline (&home, home.mali);
  g_autoptr (GListModel) of_noi = list_timeline (&home, home.noi);
  g_autoptr (GListModel) of_dara = list_timeline (&home, home.dara);

  assert_ids (of_mali, kite, NULL);
  assert_ids (of_noi, kite, entry);
  assert_list (of_dara, "id", "");
}

/* Lists that are open hear of it when somebody is named, and when they are not named any more. */
static void
test_change_of_files (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autoptr (GListModel) of_mali = list_events (&home, home.mali);
  g_autoptr (GListModel) of_dara = list_timeline (&home, home.dara);
  Watch watch;

  watch_start (&watch, of_dara);
  set_residents (kite, home.noi, home.dara);
  house_save (home.house, kite);
  assert_list (of_mali, "id", "");
  assert_ids (of_dara, kite, NULL);
  g_assert_cmpstr (watch.last, ==, "0-0+1");
  watch_end (&watch);
  assert_events (&home, home.noi, "Kite");
  g_assert_cmpint (house_ask_number (home.house, "SELECT count(*) FROM record_link"), ==, 2);
}

static void
test_batch (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = event_new ("2026-02-03", "Kite", home.mali, home.noi);
  g_autoptr (HearthRecord) beans = event_new ("2026-02-02", "Beans", home.noi, NULL);
  g_autoptr (GListModel) of_noi = list_events (&home, home.noi);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin (home.house->store, &error));
  house_save (home.house, kite);
  hearth_store_roll_back (home.house->store);
  g_assert_cmpint (house_ask_number (home.house, "SELECT count(*) FROM record_link"), ==, 0);
  g_assert_true (hearth_store_begin (home.house->store, &error));
  house_save (home.house, kite);
  house_save (home.house, beans);
  assert_events (&home, home.mali, "Kite");
  g_assert_true (hearth_store_commit (home.house->store, &error));
  assert_list (of_noi, "text", "Kite,Beans");
}

/* A filter finds who is named as it finds a choice. */
static void
test_filter (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("house_event"));
  const char *const codes[] = { hearth_record_get_id (home.mali), hearth_record_get_id (home.dara), NULL };
  g_autoptr (GListModel) events = NULL;

  add_three (&home);
  hearth_query_set_filter (query, "residents", codes);
  events = list (home.house, query);
  assert_list (events, "text", "Kite");
}

/* --- who may see them ----------------------------------------------------------------------- */

static void
assert_denied (Home *home, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = hearth_store_dup_link_title (home->house->store, id);

  g_assert_cmpstr (title, ==, "");
  g_assert_null (hearth_store_load (home->house->store, id, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (hearth_store_list_revisions (home->house->store, id, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

static void
assert_found (Home *home, const char *words, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = hearth_store_search (home->house->store, words, 10, &error);
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("house_event"));
  g_autoptr (GListModel) events = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, expected);
  hearth_query_set_text (query, words);
  events = list (home->house, query);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, expected);
}

/* One file that the reader may not see is enough, also in the file of somebody else, where they may. */
static void
test_closed_file (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autofree char *id = g_strdup (hearth_record_get_id (kite));
  g_autofree char *closed = g_strconcat ("house_event of ", hearth_record_get_id (home.mali), NULL);
  g_autoptr (GListModel) open = list_events (&home, home.noi);
  g_autoptr (GListModel) timeline = list_timeline (&home, home.noi);

  g_object_unref (add_event (&home, "2026-02-02", "Beans", home.noi, NULL));
  g_object_unref (add_event (&home, "2026-02-01", "Plumber", NULL, NULL));
  assert_found (&home, "kite", 1);
  g_assert_cmpuint (g_list_model_get_n_items (timeline), ==, 2);
  close_file (&home, closed);
  assert_list (open, "text", "Beans");
  g_assert_cmpuint (g_list_model_get_n_items (timeline), ==, 1);
  assert_events (&home, home.noi, "Beans");
  assert_events (&home, NULL, "Beans,Plumber");
  assert_found (&home, "kite", 0);
  assert_found (&home, "beans", 1);
  assert_denied (&home, id);
  g_assert_cmpstr (hearth_record_get (kite, "text"), ==, "");

  home.house->policy->no_read = NULL;
  hearth_store_reread (home.house->store);
  g_assert_cmpstr (hearth_record_get (kite, "text"), ==, "Kite");
  assert_events (&home, NULL, "Kite,Beans,Plumber");
}

/* What the reader may not see in one of the files is withheld, and neither filtered nor put in order by. */
static void
test_closed_field (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autoptr (HearthQuery) query = hearth_query_new (type_of ("house_event"));
  g_autofree char *closed = g_strconcat ("house_event.kind of ", hearth_record_get_id (home.mali), NULL);
  const char *const codes[] = { "activity", "other", NULL };
  g_autoptr (HearthRecord) beans = event_new ("2026-02-02", "Beans", home.noi, NULL);
  g_autoptr (GListModel) events = NULL;

  hearth_record_set (beans, "kind", "other");
  house_save (home.house, beans);
  close_file (&home, closed);
  g_assert_cmpstr (hearth_record_get (kite, "kind"), ==, "");
  g_assert_cmpstr (hearth_record_get (kite, "text"), ==, "Kite");
  assert_events (&home, NULL, "Kite,Beans");
  hearth_query_set_sort (query, "kind", false);
  events = list (home.house, query);
  assert_list (events, "text", "Beans,Kite"); /* the one that tells nothing comes last */
  hearth_query_set_filter (query, "kind", codes);
  g_assert_cmpint (hearth_store_count (home.house->store, query, NULL), ==, 1);
  hearth_query_set_resident (query, hearth_record_get_id (home.noi));
  g_assert_cmpint (hearth_store_count (home.house->store, query, NULL), ==, 1);

  /* Saving meanwhile leaves it as it is. */
  hearth_record_set (kite, "text", "A kite");
  house_save (home.house, kite);
  g_assert_cmpint (house_ask_number (home.house, "SELECT count(*) FROM house_event WHERE kind = 'activity'"),
                   ==, 1);
}

/* A version that named somebody whose file is closed stays closed after they were taken out. */
static void
test_versions (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autofree char *closed = g_strconcat ("house_event of ", hearth_record_get_id (home.mali), NULL);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  const HearthRevision *first, *second;

  set_residents (kite, home.noi, NULL);
  house_save (home.house, kite);
  close_file (&home, closed);
  versions = hearth_store_list_revisions (home.house->store, hearth_record_get_id (kite), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  first = g_ptr_array_index (versions, 0);
  second = g_ptr_array_index (versions, 1);
  g_assert_cmpstr (hearth_record_get (first->record, "residents"), ==, "");
  g_assert_cmpstr (hearth_record_get (first->record, "text"), ==, "");
  g_assert_cmpstr (hearth_record_get (second->record, "text"), ==, "Kite");
}

/* --- saving ----------------------------------------------------------------------------------- */

/* Every file that a record is in, and every one that it was in. */
static void
test_write (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, NULL);
  g_autoptr (HearthRecord) both = add_event (&home, "2026-02-03", "Both", home.mali, home.dara);
  g_autoptr (HearthRecord) beans = event_new ("2026-02-02", "Beans", home.noi, home.dara);
  g_autofree char *closed = g_strconcat ("house_event of ", hearth_record_get_id (home.dara), NULL);
  const char *const no_write[] = { closed, NULL };

  home.house->policy->no_write = no_write;
  try_save (&home, beans, HEARTH_STORE_ERROR_DENIED);
  set_residents (kite, home.mali, home.dara);
  try_save (&home, kite, HEARTH_STORE_ERROR_DENIED);
  set_residents (both, home.mali, NULL);
  try_save (&home, both, HEARTH_STORE_ERROR_DENIED);
  set_residents (kite, home.mali, home.noi);
  house_save (home.house, kite);
  assert_events (&home, home.noi, "Kite");
}

static void
assert_no_such_record (Home *home, const char *residents)
{
  g_autoptr (HearthRecord) event = event_new ("2026-02-02", "Beans", NULL, NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const HearthProblem *problem;

  hearth_record_set (event, "residents", residents);
  g_assert_false (hearth_store_save (home->house->store, event, NULL, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->code, ==, HEARTH_PROBLEM_NO_SUCH_RECORD);
  g_assert_cmpstr (problem->field, ==, "residents");
}

/* Who is named has to be there, to be of that kind, and to be for the reader. */
static void
test_links_are_checked (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autofree char *closed = g_strconcat ("resident of ", hearth_record_get_id (home.mali), NULL);
  g_autofree char *half =
    g_strconcat (hearth_record_get_id (home.noi), " ", hearth_record_get_id (kite), NULL);

  assert_no_such_record (&home, "01HZZZZZZZZZZZZZZZZZZZZZZZ");
  assert_no_such_record (&home, half);
  close_file (&home, closed);
  assert_no_such_record (&home, hearth_record_get_id (home.mali));
  /* Those that were named before stay. */
  set_residents (kite, home.mali, home.dara);
  house_save (home.house, kite);
  assert_events (&home, home.dara, "Kite");
}

static void
test_withheld_links_stay (void)
{
  static const char *const no_staff[] = { "house_event.staff", NULL };
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = event_new ("2026-02-03", "Kite", home.mali, NULL);

  hearth_record_set (kite, "staff", hearth_record_get_id (hearth_store_get_account (home.house->store)));
  house_save (home.house, kite);
  home.house->policy->no_read = no_staff;
  hearth_store_reread (home.house->store);
  g_assert_cmpstr (hearth_record_get (kite, "staff"), ==, "");
  hearth_record_set (kite, "text", "A kite");
  house_save (home.house, kite);
  g_assert_cmpint (house_ask_number (home.house, "SELECT count(*) FROM record_link WHERE field = 'staff'"),
                   ==, 1);
  home.house->policy->no_read = NULL;
  hearth_store_reread (home.house->store);
  hearth_record_set (kite, "staff", "");
  house_save (home.house, kite);
  g_assert_cmpint (house_ask_number (home.house, "SELECT count(*) FROM record_link WHERE field = 'staff'"),
                   ==, 0);
}

/* --- drafts ------------------------------------------------------------------------------------- */

/* @event: (nullable): that is changed by it */
static bool
save_draft (Home *home, HearthRecord *event, const char *residents)
{
  g_autoptr (HearthDraft) draft = hearth_draft_new (type_of ("house_event"));

  if (event != NULL)
    g_set_str (&draft->record_id, hearth_record_get_id (event));
  g_hash_table_insert (draft->values, g_strdup ("text"), g_strdup ("Kite"));
  g_hash_table_insert (draft->values, g_strdup ("residents"), g_strdup (residents));
  return hearth_store_save_draft (home->house->store, draft, NULL);
}

static guint
count_drafts (Home *home)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (home->house->store, &error);

  g_assert_no_error (error);
  return drafts->len;
}

static void
test_draft (void)
{
  g_auto (Home) home = home_new ();
  g_autofree char *both = name_both (home.noi, home.mali);
  g_autofree char *closed = g_strconcat ("house_event of ", hearth_record_get_id (home.mali), NULL);
  const char *const no_write[] = { closed, NULL };

  home.house->policy->no_write = no_write;
  g_assert_false (save_draft (&home, NULL, both));
  home.house->policy->no_write = NULL;
  g_assert_true (save_draft (&home, NULL, both));
  g_assert_cmpuint (count_drafts (&home), ==, 1);
  close_file (&home, closed);
  home.house->policy->no_write = no_write;
  g_assert_cmpuint (count_drafts (&home), ==, 0);
  home.house->policy->no_read = NULL;
  home.house->policy->no_write = NULL;
  g_assert_cmpuint (count_drafts (&home), ==, 1);
}

/* Of a change only what may be read: it says what the record says. A name that was taken out of it counts still. */
static void
test_draft_of_a_change (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autofree char *closed = g_strconcat ("house_event of ", hearth_record_get_id (home.mali), NULL);

  g_assert_true (save_draft (&home, kite, hearth_record_get_id (home.noi)));
  g_assert_cmpuint (count_drafts (&home), ==, 1);
  close_file (&home, closed);
  g_assert_cmpuint (count_drafts (&home), ==, 0);
}

/* --- the audit ------------------------------------------------------------------------------------ */

static GListModel *
list_audit (Home *home, HearthRecord *resident, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  HearthAuditQuery query = {
    .resident = resident != NULL ? hearth_record_get_id (resident) : NULL,
    .record = record != NULL ? hearth_record_get_id (record) : NULL,
    .actions = (const char *const[]) { "view", NULL },
  };
  GListModel *lines = hearth_store_list_audit (home->house->store, &query, &error);

  g_assert_no_error (error);
  return lines;
}

static void
note_view (Home *home, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  hearth_store_note (home->house->store, "view", hearth_record_get_record_type (record),
                     hearth_record_get_id (record), NULL, &error);
  g_assert_no_error (error);
}

/* Who has looked at it stands in each of the files, also while such a list is open. */
static void
test_audit (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  g_autoptr (GListModel) of_mali = list_audit (&home, home.mali, NULL);
  g_autoptr (GListModel) of_dara = list_audit (&home, home.dara, NULL);
  g_autoptr (GListModel) of_noi = list_audit (&home, home.noi, NULL);
  g_autoptr (GListModel) of_noi_later = NULL;
  g_autoptr (HearthAuditLine) line = NULL;

  note_view (&home, kite);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  of_noi_later = list_audit (&home, home.noi, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (of_mali), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (of_noi), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (of_noi_later), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (of_dara), ==, 0);
  line = g_list_model_get_item (of_noi, 0);
  g_assert_cmpstr (hearth_audit_line_get_id (line), ==, hearth_record_get_id (kite));
}

/* Whoever is kept from one of the files does not learn which record it was. */
static void
test_audit_of_closed_file (void)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthRecord) kite = add_event (&home, "2026-02-03", "Kite", home.mali, home.noi);
  HearthAuditQuery query = { .record = hearth_record_get_id (kite) };
  g_autofree char *closed = g_strdup (hearth_record_get_id (home.mali));
  g_autoptr (GListModel) of_noi = NULL;
  g_autoptr (HearthAuditLine) line = NULL;
  g_autoptr (GError) error = NULL;

  note_view (&home, kite);
  close_file (&home, closed);
  of_noi = list_audit (&home, home.noi, NULL);
  line = g_list_model_get_item (of_noi, 0);
  g_assert_cmpstr (hearth_audit_line_get_id (line), ==, "");
  g_assert_cmpstr (hearth_audit_line_get_resident (line), ==, "");
  g_assert_null (hearth_store_list_audit (home.house->store, &query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

/* --- verifying -------------------------------------------------------------------------------------- */

/* @sql: nullable */
static void
assert_tampering (const char *sql)
{
  g_auto (Home) home = home_new ();
  g_autoptr (HearthVerification) verification = NULL;

  add_three (&home);
  house_close (home.house);
  if (sql != NULL)
    house_tamper (home.house, sql);
  verification = house_verify (home.house);
  if (sql != NULL)
    assert_finding (verification, "record", -1);
  else
    g_assert_cmpuint (verification->findings->len, ==, 0);
}

/* By a link that is gone, or is not one of the record's, somebody could read what is not for them, or not find what is. */
static void
test_verify (void)
{
  assert_tampering (NULL);
  assert_tampering ("DELETE FROM record_link WHERE row = (SELECT row FROM house_event WHERE text = "
                    "'Beans')");
  assert_tampering ("INSERT INTO record_link SELECT (SELECT row FROM house_event WHERE text = "
                    "'Plumber'), "
                    "'residents', id FROM resident WHERE name_used = 'Dara'");
  assert_tampering ("UPDATE record_link SET target = (SELECT id FROM resident WHERE name_used = "
                    "'Dara') WHERE row = (SELECT row FROM house_event WHERE text = 'Beans')");
  assert_tampering ("UPDATE record_link SET field = 'staff' WHERE row = (SELECT row FROM "
                    "house_event "
                    "WHERE text = 'Beans')");
  /* Of a kind that names nobody so. */
  assert_tampering ("INSERT INTO record_link SELECT row, 'residents', id FROM resident WHERE "
                    "name_used = 'Dara'");
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/several-files/in-each-file", test_in_each_file);
  g_test_add_func ("/store/several-files/in-each-timeline", test_in_each_timeline);
  g_test_add_func ("/store/several-files/change-of-files", test_change_of_files);
  g_test_add_func ("/store/several-files/batch", test_batch);
  g_test_add_func ("/store/several-files/filter", test_filter);
  g_test_add_func ("/store/several-files/closed-file", test_closed_file);
  g_test_add_func ("/store/several-files/closed-field", test_closed_field);
  g_test_add_func ("/store/several-files/versions", test_versions);
  g_test_add_func ("/store/several-files/write", test_write);
  g_test_add_func ("/store/several-files/links-are-checked", test_links_are_checked);
  g_test_add_func ("/store/several-files/withheld-links-stay", test_withheld_links_stay);
  g_test_add_func ("/store/several-files/draft", test_draft);
  g_test_add_func ("/store/several-files/draft-of-a-change", test_draft_of_a_change);
  g_test_add_func ("/store/several-files/audit", test_audit);
  g_test_add_func ("/store/several-files/audit-of-closed-file", test_audit_of_closed_file);
  g_test_add_func ("/store/several-files/verify", test_verify);
  return g_test_run ();
}
