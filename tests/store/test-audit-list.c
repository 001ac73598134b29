/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit as people read it: in order, by question, growing, and silent where this reader may not know.
 */
#include "list-fixture.h"
#include "store/attachment.h"
#include "store/audit-list.h"

/* --- helpers ------------------------------------------------------------------------- */

static GListModel *
list_audit (House *house, HearthAuditQuery query)
{
  g_autoptr (GError) error = NULL;
  GListModel *model = hearth_store_list_audit (house->store, &query, &error);

  g_assert_no_error (error);
  g_assert_true (g_list_model_get_item_type (model) == HEARTH_TYPE_AUDIT_LINE);
  return model;
}

static void
assert_denied (House *house, HearthAuditQuery query)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_store_list_audit (house->store, &query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
}

static HearthAuditLine *
get (GListModel *model, guint position)
{
  HearthAuditLine *line = g_list_model_get_item (model, position);

  g_assert_true (HEARTH_IS_AUDIT_LINE (line));
  return line;
}

static void
note (House *house, const char *action, const char *type, const char *id, const char *reason)
{
  g_autoptr (GError) error = NULL;

  hearth_store_note (house->store, action, type != NULL ? type_of (type) : NULL, id, reason, &error);
  g_assert_no_error (error);
}

/** "ACTION TYPE" of every line, the newest first, with ',' between, is @expected. */
static void
assert_lines (GListModel *model, const char *expected)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthAuditLine) line = get (model, i);

      g_string_append_printf (all, "%s%s %s", i > 0 ? "," : "", hearth_audit_line_get_action (line),
                              hearth_audit_line_get_type_name (line));
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
wait_for_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef struct {
  guint told;
  guint position, removed, added;
} Told;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Told *told = user_data;

  *told = (Told) { .told = told->told + 1, .position = position, .removed = removed, .added = added };
  /* Who hears of it looks at it at once. */
  for (guint i = position; i < position + added; i++)
    g_object_unref (get (model, i));
}

/* --- all of it -------------------------------------------------------------------------- */

static void
test_everything (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GListModel) model = NULL;
  gint64 all;

  for (guint i = 0; i < 300; i++)
    note (house, "view", NULL, NULL, NULL);
  all = house_ask_number (house, "SELECT count(*) FROM audit");
  model = list_audit (house, (HearthAuditQuery) { 0 });
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, all);
  for (guint i = 0; i < all; i++)
    {
      g_autoptr (HearthAuditLine) line = get (model, i);

      g_assert_cmpint (hearth_audit_line_get_sequence (line), ==, all - i);
    }
  g_assert_null (g_list_model_get_item (model, (guint) all));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));
}

static void
test_what_a_line_says (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) log = house_add_log (house, mali, "2026-03-01", "Sang");
  g_autoptr (GListModel) model = NULL;
  g_autoptr (HearthAuditLine) line = NULL;

  hearth_record_set (log, "positive_moment", "Sang all day");
  g_assert_true (hearth_store_save (house->store, log, "Heard more", NULL, NULL));
  model = list_audit (house, (HearthAuditQuery) { 0 });
  line = get (model, 0);
  g_assert_cmpstr (hearth_audit_line_get_at (line), ==, "2026-03-01T07:30:00Z+07:00");
  g_assert_cmpstr (hearth_audit_line_get_person (line), ==, hearth_keyring_get_person_id (house->keyring));
  g_assert_cmpstr (hearth_audit_line_get_role (line), ==, "director");
  g_assert_cmpstr (hearth_audit_line_get_action (line), ==, "change");
  g_assert_cmpstr (hearth_audit_line_get_type_name (line), ==, "daily_log");
  g_assert_cmpstr (hearth_audit_line_get_id (line), ==, hearth_record_get_id (log));
  g_assert_cmpstr (hearth_audit_line_get_resident (line), ==, hearth_record_get_id (mali));
  g_assert_cmpint (hearth_audit_line_get_revision (line), ==, 2);
  g_assert_cmpstr (hearth_audit_line_get_reason (line), ==, "Heard more");
}

/* --- questions --------------------------------------------------------------------------- */

static char *
attach (House *house, HearthRecord *resident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("letter", 6);
  g_autoptr (HearthAttachment) attachment =
    hearth_store_add_attachment (house->store, hearth_record_get_id (resident), "letter.txt", "text/plain",
                                 NULL, content, &error);

  g_assert_no_error (error);
  return g_strdup (attachment->id);
}

static void
test_resident (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noi = house_add_resident (house, "Noi");
  g_autoptr (HearthRecord) log = house_add_log (house, mali, "2026-03-01", "Sang");
  g_autoptr (HearthRecord) other_log = house_add_log (house, noi, "2026-03-01", "Drew");
  g_autofree char *letter = attach (house, mali);
  g_autofree char *other_letter = attach (house, noi);
  g_autoptr (GListModel) model = NULL;

  note (house, "view", "daily_log", hearth_record_get_id (log), NULL);
  note (house, "view", "daily_log", hearth_record_get_id (other_log), NULL);
  note (house, "print", "resident", hearth_record_get_id (mali), "profile");
  note (house, "verify", NULL, NULL, NULL);
  model = list_audit (house, (HearthAuditQuery) { .resident = hearth_record_get_id (mali) });
  assert_lines (model, "print resident,view daily_log,attach attachment,create daily_log,create resident");
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (HearthAuditLine) line = get (model, i);

      g_assert_cmpstr (hearth_audit_line_get_resident (line), ==, hearth_record_get_id (mali));
    }
  g_clear_object (&model);
  model = list_audit (house, (HearthAuditQuery) { .record = hearth_record_get_id (log) });
  assert_lines (model, "view daily_log,create daily_log");
  g_clear_object (&model);
  model = list_audit (house, (HearthAuditQuery) { .record = hearth_record_get_id (log),
                                                  .resident = hearth_record_get_id (noi) });
  assert_lines (model, "");
}

static void
test_actions_and_people (void)
{
  static const char *const looking[] = { "view", "print", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  const char *me = hearth_keyring_get_person_id (house->keyring);
  g_autoptr (GListModel) model = NULL;

  note (house, "view", "resident", hearth_record_get_id (mali), NULL);
  note (house, "verify", NULL, NULL, NULL);
  note (house, "print", "resident", hearth_record_get_id (mali), NULL);
  model = list_audit (house, (HearthAuditQuery) { .actions = looking });
  assert_lines (model, "print resident,view resident");
  g_clear_object (&model);
  model = list_audit (house, (HearthAuditQuery) { .actions = looking, .person = me });
  assert_lines (model, "print resident,view resident");
  g_clear_object (&model);
  model = list_audit (house, (HearthAuditQuery) { .person = "somebody else" });
  assert_lines (model, "");
  g_clear_object (&model);
  model = list_audit (house, (HearthAuditQuery) { .actions = none });
  assert_lines (model, "");
}

/* A day is that of the place where the row was written. */
static void
test_period (void)
{
  static const char *const looking[] = { "view", NULL };
  static const struct {
    const char *from, *to, *ids;
  } cases[] = {
    { NULL, NULL, "d c b a " },           { "2026-03-02", NULL, "d c b " },
    { NULL, "2026-03-02", "c b a " },     { "2026-03-02", "2026-03-02", "c b " },
    { "2026-03-03", "2026-03-03", "d " }, { "2026-03-04", NULL, "" },
    { NULL, "2026-02-28", "" },           { "2026-03-03", "2026-03-01", "" },
  };
  g_autoptr (House) house = house_new ();

  hearth_clock_set_fixed (house->clock, "2026-03-01T23:59:59+07:00");
  note (house, "view", NULL, "a", NULL);
  hearth_clock_set_fixed (house->clock, "2026-03-02T00:00:00+07:00"); /* 1 March in UTC */
  note (house, "view", NULL, "b", NULL);
  hearth_clock_set_fixed (house->clock, "2026-03-02T23:59:59-05:00"); /* 3 March in UTC */
  note (house, "view", NULL, "c", NULL);
  hearth_clock_set_fixed (house->clock, "2026-03-03T00:00:00-05:00");
  note (house, "view", NULL, "d", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListModel) model =
        list_audit (house,
                    (HearthAuditQuery) { .actions = looking, .from = cases[i].from, .to = cases[i].to });
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (model); j++)
        {
          g_autoptr (HearthAuditLine) line = get (model, j);

          g_string_append_printf (ids, "%s ", hearth_audit_line_get_id (line));
        }
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

/* --- growing ------------------------------------------------------------------------------- */

static void
test_grows (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noi = house_add_resident (house, "Noi");
  g_autoptr (GListModel) all = list_audit (house, (HearthAuditQuery) { 0 });
  g_autoptr (GListModel) of_mali =
    list_audit (house, (HearthAuditQuery) { .resident = hearth_record_get_id (mali), .from = "2026-03-01" });
  guint before = g_list_model_get_n_items (all);
  Told all_told = { 0 }, mali_told = { 0 };

  g_object_unref (get (all, 0));
  g_object_unref (get (of_mali, 0));
  g_signal_connect (all, "items-changed", G_CALLBACK (items_changed_cb), &all_told);
  g_signal_connect (of_mali, "items-changed", G_CALLBACK (items_changed_cb), &mali_told);
  for (guint i = 0; i < 200; i++)
    {
      note (house, "view", "resident", hearth_record_get_id (noi), NULL);
      if (i % 2 == 0)
        note (house, "view", "resident", hearth_record_get_id (mali), NULL);
    }
  /* Not in the middle of what writes the row. */
  g_assert_cmpuint (all_told.told + mali_told.told, ==, 0);
  wait_for_idle ();
  g_assert_cmpuint (all_told.told, ==, 1);
  g_assert_cmpuint (all_told.added, ==, 300);
  g_assert_cmpuint (all_told.position + all_told.removed, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, before + 300);
  g_assert_cmpuint (mali_told.told, ==, 1);
  g_assert_cmpuint (mali_told.added, ==, 100);
  g_assert_cmpuint (g_list_model_get_n_items (of_mali), ==, 101);
  for (guint i = 0; i < before + 300; i++)
    {
      g_autoptr (HearthAuditLine) line = get (all, i);

      g_assert_cmpint (hearth_audit_line_get_sequence (line), ==, before + 300 - i);
    }
}

static void
test_rolled_back (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = NULL;
  g_autoptr (GListModel) all = NULL;
  Told told = { 0 };

  g_assert_true (hearth_store_begin (house->store, NULL));
  mali = house_add_resident (house, "Mali");
  all = list_audit (house, (HearthAuditQuery) { 0 });
  g_signal_connect (all, "items-changed", G_CALLBACK (items_changed_cb), &told);
  hearth_store_roll_back (house->store);
  wait_for_idle ();
  g_assert_cmpuint (told.told, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==,
                    house_ask_number (house, "SELECT count(*) FROM audit"));
}

/* --- what the reader may not know ------------------------------------------------------------ */

static char *
find_reason (House *house, const char *record)
{
  g_autoptr (GListModel) model = list_audit (house, (HearthAuditQuery) { 0 });

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HearthAuditLine) line = get (model, i);

      if (g_str_equal (hearth_audit_line_get_id (line), record) &&
          *hearth_audit_line_get_reason (line) != '\0')
        return g_strdup (hearth_audit_line_get_reason (line));
    }
  return g_strdup ("");
}

static void
assert_reason (House *house, const char *record, const char *expected)
{
  g_autofree char *reason = find_reason (house, record);

  g_assert_cmpstr (reason, ==, expected);
}

static void
test_withheld (void)
{
  static const char *const no_logs[] = { "daily_log", NULL };
  static const char *const no_residents[] = { "resident", NULL };
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) log = house_add_log (house, mali, "2026-03-01", "Sang");
  g_autofree char *letter = attach (house, mali);
  const char *me = hearth_keyring_get_person_id (house->keyring);

  note (house, "print", "daily_log", hearth_record_get_id (log), "For the court");
  note (house, "export", NULL, letter, "For the doctor");
  note (house, "lock", NULL, NULL, "idle");
  hearth_record_set (mali, "photo", letter);
  house_save (house, mali);
  assert_reason (house, hearth_record_get_id (log), "For the court");
  assert_reason (house, letter, "For the doctor");
  assert_reason (house, "", "idle");

  house->policy->no_read = no_logs;
  assert_reason (house, hearth_record_get_id (log), "");
  assert_reason (house, letter, "For the doctor");
  assert_reason (house, "", "idle");
  house->policy->no_read = no_residents;
  assert_reason (house, hearth_record_get_id (log), "For the court");
  assert_reason (house, letter, "");
  /* The rows themselves stay, for who reads no files but checks who did. */
  {
    g_autoptr (GListModel) model =
      list_audit (house, (HearthAuditQuery) { .resident = hearth_record_get_id (mali), .person = me });
    g_autoptr (HearthAuditLine) line = get (model, 0);

    g_assert_cmpstr (hearth_audit_line_get_id (line), ==, hearth_record_get_id (mali));
  }
}

/* A relative of a resident does not learn who looked at that file, and when. */
static void
test_conflict (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) mali = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noi = house_add_resident (house, "Noi");
  g_autoptr (HearthRecord) log = house_add_log (house, mali, "2026-03-01", "Sang");
  const char *const conflict[] = { hearth_record_get_id (mali), NULL };
  g_autoptr (GListModel) all = NULL;
  g_autoptr (GListModel) of_noi = NULL;
  g_autoptr (HearthAuditLine) line = NULL;

  note (house, "print", "daily_log", hearth_record_get_id (log), "For the court");
  house->policy->no_read = conflict;
  assert_denied (house, (HearthAuditQuery) { .resident = hearth_record_get_id (mali) });
  assert_denied (house, (HearthAuditQuery) { .record = hearth_record_get_id (log) });
  assert_denied (house, (HearthAuditQuery) { .record = hearth_record_get_id (mali) });
  assert_denied (house, (HearthAuditQuery) { .resident = hearth_record_get_id (noi),
                                             .record = hearth_record_get_id (log) });
  of_noi = list_audit (house, (HearthAuditQuery) { .resident = hearth_record_get_id (noi) });
  assert_lines (of_noi, "create resident");
  all = list_audit (house, (HearthAuditQuery) { 0 });
  line = get (all, 0);
  g_assert_cmpstr (hearth_audit_line_get_action (line), ==, "print");
  g_assert_cmpstr (hearth_audit_line_get_id (line), ==, "");
  g_assert_cmpstr (hearth_audit_line_get_resident (line), ==, "");
  g_assert_cmpstr (hearth_audit_line_get_reason (line), ==, "");
}

static void
test_denied (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GListModel) all = list_audit (house, (HearthAuditQuery) { 0 });
  guint before = g_list_model_get_n_items (all);
  Told told = { 0 };

  g_signal_connect (all, "items-changed", G_CALLBACK (items_changed_cb), &told);
  house->policy->no_audit = true;
  assert_denied (house, (HearthAuditQuery) { 0 });
  hearth_store_reread (house->store);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 0);
  g_assert_cmpuint (told.removed, ==, before);
  note (house, "verify", NULL, NULL, NULL);
  wait_for_idle ();
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 0);
  house->policy->no_audit = false;
  hearth_store_reread (house->store);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, before + 1);
}

/* --- the end of it ------------------------------------------------------------------------------ */

static void
test_closed (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GListModel) all = list_audit (house, (HearthAuditQuery) { 0 });
  g_autoptr (GListModel) mine =
    list_audit (house, (HearthAuditQuery) { .person = hearth_keyring_get_person_id (house->keyring) });
  HearthAuditQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  g_signal_connect (all, "items-changed", G_CALLBACK (items_changed_cb), &told);
  hearth_store_close (house->store);
  wait_for_idle ();
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (mine), ==, 0);
  g_assert_cmpuint (told.told, ==, 1);
  g_assert_null (hearth_store_list_audit (house->store, &query, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

/* Somebody with tools took rows away: a list that said nothing of it would hide that. */
static void
test_gap (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GListModel) model = NULL;
  guint all;

  house_close (house);
  house_tamper (house, "DELETE FROM audit WHERE sequence IN (2, 3)");
  house_open (house);
  model = list_audit (house, (HearthAuditQuery) { 0 });
  all = g_list_model_get_n_items (model);
  g_assert_cmpuint (all, ==, house_ask_number (house, "SELECT max (sequence) FROM audit"));
  for (guint i = 0; i < all; i++)
    {
      g_autoptr (HearthAuditLine) line = get (model, i);

      g_assert_cmpint (hearth_audit_line_get_sequence (line), ==, all - i);
      g_assert_true ((*hearth_audit_line_get_action (line) == '\0') == (all - i == 2 || all - i == 3));
    }
}

static void
test_words (void)
{
  static const char *const actions[] = {
    "attach",    "backup", "change",    "clock",    "compartment-key", "create",   "drill",
    "emergency", "export", "grant",     "idle",     "in-error",        "keys",     "key-refused",
    "letterbox", "lock",   "new-sheet", "password", "previous-keys",   "print",    "quit",
    "remove",    "reset",  "restore",   "resume",   "revoke",          "rotation", "screen",
    "search",    "sign",   "sign-in",   "sign-out", "sign-in-refused", "verify",   "view",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (g_ascii_isupper (*hearth_audit_action_describe (actions[i])));
  g_assert_cmpstr (hearth_audit_action_describe ("no-such-thing"), ==, "no-such-thing");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/store/audit-list/everything", test_everything);
  g_test_add_func ("/store/audit-list/what-a-line-says", test_what_a_line_says);
  g_test_add_func ("/store/audit-list/resident", test_resident);
  g_test_add_func ("/store/audit-list/actions-and-people", test_actions_and_people);
  g_test_add_func ("/store/audit-list/period", test_period);
  g_test_add_func ("/store/audit-list/grows", test_grows);
  g_test_add_func ("/store/audit-list/rolled-back", test_rolled_back);
  g_test_add_func ("/store/audit-list/withheld", test_withheld);
  g_test_add_func ("/store/audit-list/conflict", test_conflict);
  g_test_add_func ("/store/audit-list/denied", test_denied);
  g_test_add_func ("/store/audit-list/closed", test_closed);
  g_test_add_func ("/store/audit-list/gap", test_gap);
  g_test_add_func ("/store/audit-list/words", test_words);
  return g_test_run ();
}
