/* SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that is full or fails at any one call: what was acknowledged is there, the rest is not, and it is said.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "store-fixture.h"

#include "fixtures/fault-vfs.h"
#include "store/backup-file.h"
#include "store/store-private.h"

#include <string.h>

/* A day's work, each step acknowledged or not. */
typedef enum {
  STEP_RESIDENT,
  STEP_CHANGE,
  STEP_LOG,
  STEP_NOTE,
  STEP_BATCH,
  N_STEPS,
} Step;

typedef struct {
  bool done[N_STEPS];
  HearthRecord *resident;
  HearthRecord *entry;
  GError *error; /* the first */
} Day;

/* A copy of @house's folder, closed, with its keys. */
static House *
house_copy (House *house)
{
  static const char *const names[] = { "house.db", "house.keys" };
  House *copy = g_new0 (House, 1);

  copy->folder = hearth_test_folder_new ();
  copy->keyring = g_object_ref (house->keyring);
  copy->policy = g_object_ref (house->policy);
  copy->clock = g_object_ref (house->clock);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (house->folder, names[i], NULL);
      g_autofree char *to = g_build_filename (copy->folder, names[i], NULL);
      HearthFileDigest digest;

      g_assert_true (hearth_file_copy (from, to, &digest, NULL, NULL));
    }
  return copy;
}

static bool
try_save (House *house, HearthRecord *record, Day *day)
{
  g_autoptr (GError) error = NULL;
  gint64 revision = hearth_record_get_revision (record);
  bool saved = hearth_store_save (house->store, record, NULL, NULL, &error);

  g_assert_cmpint (hearth_record_get_revision (record), ==, saved ? revision + 1 : revision);
  if (error != NULL && day->error == NULL)
    day->error = g_steal_pointer (&error);
  return saved;
}

/* Of both, in the files of both, and signed. */
static bool
try_event (House *house, HearthRecord *a, HearthRecord *b, Day *day)
{
  g_autoptr (HearthRecord) event = hearth_record_new (hearth_records_lookup_type ("house_event"));
  g_autofree char *both = g_strdup_printf ("%s %s", hearth_record_get_id (a), hearth_record_get_id (b));

  hearth_record_set (event, "occurred_at", "2026-02-28T08:00:00Z+07:00");
  hearth_record_set (event, "kind", "activity");
  hearth_record_set (event, "text", "Flew a kite");
  hearth_record_set (event, "residents", both);
  return try_save (house, event, day) &&
         hearth_store_sign (house->store, event, day->error == NULL ? &day->error : NULL);
}

static bool
try_batch (House *house, Day *day)
{
  g_autoptr (HearthRecord) a = hearth_record_new (hearth_records_lookup_type ("resident"));
  g_autoptr (HearthRecord) b = hearth_record_new (hearth_records_lookup_type ("resident"));
  bool saved;

  hearth_record_set (a, "name_used", "First of two");
  hearth_record_set (b, "name_used", "Second of two");
  if (!hearth_store_begin (house->store, NULL))
    return false;
  saved = try_save (house, a, day) && try_save (house, b, day) && try_event (house, a, b, day);
  if (!saved)
    hearth_store_roll_back (house->store);
  else
    saved = hearth_store_commit (house->store, NULL);
  g_assert_cmpint (hearth_record_get_revision (a), ==, saved ? 1 : 0);
  return saved;
}

static void
work (House *house, Day *day)
{
  g_autoptr (GError) error = NULL;

  day->resident = hearth_record_new (hearth_records_lookup_type ("resident"));
  hearth_record_set (day->resident, "name_used", "Mali");
  day->done[STEP_RESIDENT] = try_save (house, day->resident, day);
  if (day->done[STEP_RESIDENT])
    {
      hearth_record_set (day->resident, "name_used", "Malee");
      day->done[STEP_CHANGE] = try_save (house, day->resident, day);
      day->entry = hearth_record_new (hearth_records_lookup_type ("daily_log"));
      hearth_record_set (day->entry, "resident", hearth_record_get_id (day->resident));
      hearth_record_set (day->entry, "date", "2026-02-28");
      hearth_record_set (day->entry, "shift", "night");
      day->done[STEP_LOG] = try_save (house, day->entry, day);
    }
  day->done[STEP_NOTE] = hearth_store_note (house->store, "view", NULL, "noted", NULL, NULL);
  day->done[STEP_BATCH] = try_batch (house, day);
}

static void
day_clear (Day *day)
{
  g_clear_object (&day->resident);
  g_clear_object (&day->entry);
  g_clear_error (&day->error);
}

static gint64
ask (HearthDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  hearth_db_query_int64 (db, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

/* A commit whose sync failed may or may not be on the disk; nothing is there by half, and nothing that was
 * acknowledged is missing. */
static void
assert_acknowledged_is_there (House *house, const Day *day)
{
  g_autofree char *path = house_db_path (house);
  g_autoptr (HearthDb) db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, NULL);
  gint64 two;

  g_assert_nonnull (db);
  two = ask (db, "SELECT count(*) FROM resident WHERE name_used LIKE '% of two'");
  if (day->done[STEP_RESIDENT])
    g_assert_cmpint (ask (db, "SELECT count(*) FROM resident WHERE name_used LIKE 'Mal%'"), ==, 1);
  if (day->done[STEP_CHANGE])
    g_assert_cmpint (ask (db, "SELECT count(*) FROM resident WHERE name_used = 'Malee'"), ==, 1);
  if (day->done[STEP_LOG])
    g_assert_cmpint (ask (db, "SELECT count(*) FROM daily_log"), ==, 1);
  if (day->done[STEP_NOTE])
    g_assert_cmpint (ask (db, "SELECT count(*) FROM audit WHERE id = 'noted'"), ==, 1);
  g_assert_true (two == 0 || two == 2);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM record_link"), ==, two);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM house_event WHERE state = 'signed'"), ==, two / 2);
  if (day->done[STEP_BATCH])
    g_assert_cmpint (two, ==, 2);
}

static void
assert_whole (House *house)
{
  g_autoptr (HearthVerification) verification = house_verify (house);

  g_assert_cmpuint (verification->findings->len, ==, 0);
}

/* True while the fault still struck somewhere in the day. */
static bool
run_day (House *template, FaultKinds kinds, guint calls, int code, bool lasting, HearthStoreError expected)
{
  g_autoptr (House) house = house_copy (template);
  Day day = { 0 };
  bool struck;

  house_open (house);
  fault_vfs_arm (kinds, calls, code, lasting);
  work (house, &day);
  struck = fault_vfs_disarm ();
  if (struck)
    g_test_message ("call %u: %s", calls, day.error != NULL ? day.error->message : "no save failed");
  if (day.error != NULL)
    g_assert_error (day.error, HEARTH_STORE_ERROR, (int) expected);
  house_close (house);
  assert_acknowledged_is_there (house, &day);
  assert_whole (house);
  house_open (house);
  g_assert_false (hearth_store_is_read_only (house->store));
  g_object_unref (house_add_resident (house, "Afterwards"));
  day_clear (&day);
  return struck;
}

static House *
template_new (void)
{
  House *house = house_new ();

  house_close (house);
  return house;
}

static void
run_days (FaultKinds kinds, int code, bool lasting, HearthStoreError expected)
{
  g_autoptr (House) template = template_new ();
  guint calls = 0;

  /* Later calls belong to saves like the first: some of them will do. */
  while (run_day (template, kinds, calls, code, lasting, expected))
    calls += calls < 30 ? 1 : hearth_test_every (7);
  g_assert_cmpuint (calls, >, 5);
}

static void
test_full_disk (void)
{
  run_days (FAULT_VFS_WRITE, SQLITE_FULL, true, HEARTH_STORE_ERROR_FULL);
}

static void
test_write_fails_once (void)
{
  run_days (FAULT_VFS_WRITE | FAULT_VFS_TRUNCATE, SQLITE_IOERR_WRITE, false, HEARTH_STORE_ERROR_IO);
}

static void
test_sync_fails (void)
{
  g_autoptr (House) template = template_new ();
  guint calls = 0;

  while (run_day (template, FAULT_VFS_SYNC, calls, SQLITE_IOERR_FSYNC, false, HEARTH_STORE_ERROR_IO))
    calls++;
  g_assert_cmpuint (calls, >, 3); /* one for each commit */
}

/* --- what the store says ---------------------------------------------------------------------------- */

static void
notify_cb (HearthStore *store, GParamSpec *pspec, gpointer user_data)
{
  (*(int *) user_data)++;
}

/* A disk that failed a sync is not trusted again, even when it seems to work. */
static void
test_read_only_after_failed_sync (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  g_autoptr (GError) error = NULL;
  int told = 0;

  g_signal_connect (house->store, "notify::read-only", G_CALLBACK (notify_cb), &told);
  hearth_record_set (record, "name_used", "Malee");
  fault_vfs_arm (FAULT_VFS_SYNC, 0, SQLITE_IOERR_FSYNC, false);
  g_assert_false (hearth_store_save (house->store, record, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_true (fault_vfs_disarm ());
  g_assert_true (hearth_store_is_read_only (house->store));
  g_assert_cmpint (told, ==, 1);
  g_assert_cmpstr (hearth_record_get (record, "name_used"), ==, "Malee"); /* what was typed is kept */
  g_assert_cmpint (hearth_record_get_revision (record), ==, 1);
  g_assert_false (hearth_store_save (house->store, record, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO);
}

/* Also when nobody asked for the error. */
static void
test_read_only_without_asking (void)
{
  g_autoptr (House) house = house_new ();
  gint64 number;

  g_assert_true (hearth_store_begin_change (house->store, NULL));
  g_assert_true (hearth_db_exec (house->store->db, "PRAGMA shrink_memory", NULL));
  fault_vfs_arm (FAULT_VFS_READ, 0, SQLITE_IOERR_READ, false);
  g_assert_false (hearth_db_query_int64 (house->store->db, "SELECT count(*) FROM revision", &number, NULL));
  g_assert_true (fault_vfs_disarm ());
  g_assert_false (hearth_store_end_change (house->store, false, NULL));
  g_assert_true (hearth_store_is_read_only (house->store));
}

/* The first of a batch that meets the trouble says so; the next does not write without a transaction. */
static void
test_read_only_inside_a_batch (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) next = house_add_resident (house, "Dara");
  g_autoptr (GError) error = NULL;
  int told = 0;

  g_signal_connect (house->store, "notify::read-only", G_CALLBACK (notify_cb), &told);
  hearth_record_set (record, "name_used", "Malee");
  hearth_record_set (next, "name_used", "Darah");
  g_assert_true (hearth_store_begin (house->store, &error));
  g_assert_true (hearth_db_exec (house->store->db, "PRAGMA shrink_memory", NULL));
  fault_vfs_arm (FAULT_VFS_READ, 0, SQLITE_IOERR_READ, false);
  g_assert_false (hearth_store_save (house->store, record, NULL, NULL, NULL));
  g_assert_true (fault_vfs_disarm ());
  g_assert_cmpint (told, ==, 1);
  g_assert_true (hearth_store_is_read_only (house->store));
  g_assert_false (hearth_store_save (house->store, next, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO);
  hearth_store_roll_back (house->store);
  g_assert_true (hearth_store_is_read_only (house->store));
  house_close (house);
  g_assert_cmpint (house_ask_number (house, "SELECT count(*) FROM resident WHERE name_used IN "
                                            "('Malee', 'Darah')"),
                   ==, 0);
  assert_whole (house);
}

/* A full disk is tried again once there is room. */
static void
test_room_again (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  g_autoptr (GError) error = NULL;

  hearth_record_set (record, "name_used", "Malee");
  fault_vfs_arm (FAULT_VFS_WRITE, 0, SQLITE_FULL, true);
  g_assert_false (hearth_store_save (house->store, record, NULL, NULL, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_FULL);
  g_assert_true (hearth_store_is_read_only (house->store));
  fault_vfs_disarm ();
  house_save (house, record);
  g_assert_false (hearth_store_is_read_only (house->store));
}

/* Who cannot write any more can still read. */
static void
test_opens_on_a_full_disk (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HearthRecord) record = house_add_resident (house, "Mali");
  g_autofree char *id = g_strdup (hearth_record_get_id (record));
  g_autoptr (HearthRecord) again = NULL;

  g_clear_object (&record);
  house_close (house);
  fault_vfs_arm (FAULT_VFS_WRITE, 0, SQLITE_FULL, true);
  house_open (house);
  g_assert_true (hearth_store_is_read_only (house->store));
  again = hearth_store_load (house->store, id, NULL);
  g_assert_cmpstr (hearth_record_get (again, "name_used"), ==, "Mali");
  g_assert_true (fault_vfs_disarm ());
}

static void
test_reading_fails (void)
{
  g_autoptr (House) template = template_new ();
  guint calls = 0;
  bool struck;

  do
    {
      g_autoptr (House) house = house_copy (template);
      g_autoptr (GError) error = NULL;

      fault_vfs_arm (FAULT_VFS_READ, calls++, SQLITE_IOERR_READ, true);
      house->store = house_try_open (house, &error);
      struck = fault_vfs_disarm ();
      g_assert_true ((house->store == NULL) == (error != NULL));
      if (error != NULL)
        g_test_message ("call %u: %s", calls - 1, error->message);
      /* SQLCipher takes a first page that cannot be read for one that is no database. */
      g_assert_true (error == NULL || g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO) ||
                     g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT));
      house_close (house);
      assert_whole (house);
    }
  while (struck);
  g_assert_cmpuint (calls, >, 5);
}

/* Without a write-ahead log, a kill at the wrong moment is not what it was tested to be. */
static void
test_no_write_ahead_log (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = g_build_filename (house->folder, "house.db", NULL);
  g_autoptr (HearthDb) db = NULL;
  g_autoptr (GError) error = NULL;

  house_close (house);
  fault_vfs_refuse_sharing (true);
  db = hearth_db_open (path, house->keyring, HEARTH_DB_READ_WRITE, &error);
  fault_vfs_refuse_sharing (false);
  g_assert_null (db);
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_IO);
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  fault_vfs_set_up ();
  g_test_add_func ("/store/faults/full-disk", test_full_disk);
  g_test_add_func ("/store/faults/write-fails-once", test_write_fails_once);
  g_test_add_func ("/store/faults/sync-fails", test_sync_fails);
  g_test_add_func ("/store/faults/read-only-after-failed-sync", test_read_only_after_failed_sync);
  g_test_add_func ("/store/faults/read-only-without-asking", test_read_only_without_asking);
  g_test_add_func ("/store/faults/read-only-inside-a-batch", test_read_only_inside_a_batch);
  g_test_add_func ("/store/faults/room-again", test_room_again);
  g_test_add_func ("/store/faults/opens-on-a-full-disk", test_opens_on_a_full_disk);
  g_test_add_func ("/store/faults/reading-fails", test_reading_fails);
  g_test_add_func ("/store/faults/no-write-ahead-log", test_no_write_ahead_log);
  return g_test_run ();
}
