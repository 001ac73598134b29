/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attached files: sealed, shared, damaged in every way, and shown only to who may see what holds them.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "records/types.h"
#include "store/attachment-row.h"
#include "store/verify-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* --- helpers ----------------------------------------------------------------------- */

static GBytes *
make_content (gsize length, char salt)
{
  g_autofree char *data = g_malloc (length + 1);
  static const char words[] = "A letter about the garden. ";

  for (gsize i = 0; i < length; i++)
    data[i] = (char) (i % 97 == 0 ? salt : words[i % (sizeof words - 1)]);
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static HearthAttachment *
add (HearthTestHouse *house, HearthRecord *resident, GBytes *content, const char *compartment)
{
  g_autoptr (GError) error = NULL;
  HearthAttachment *attachment =
    hearth_store_add_attachment (house->store, resident ? hearth_record_get_id (resident) : NULL,
                                 "garden.txt", "text/plain", compartment, content, &error);

  g_assert_no_error (error);
  return attachment;
}

static void
show_as_photo (HearthTestHouse *house, HearthRecord *resident, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  hearth_record_set (resident, "photo", id);
  hearth_store_save (house->store, resident, NULL, &problems, &error);
  g_assert_no_error (error);
}

static void
assert_reads (HearthTestHouse *house, const char *id, GBytes *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) found = hearth_store_read_attachment (house->store, id, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, content));
}

static void
assert_refused (HearthTestHouse *house, const char *id, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_store_read_attachment (house->store, id, &error));
  g_assert_error (error, domain, code);
}

/** Paths of what is in files/. */
static GPtrArray *
list_files (HearthTestHouse *house)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *files = hearth_house_dup_files_path (house->folder);
  g_autoptr (GDir) dir = g_dir_open (files, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    g_ptr_array_add (paths, g_build_filename (files, name, NULL));
  return paths;
}

static char *
get_path (HearthTestHouse *house, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthStoredAttachment) row = hearth_stored_attachment_load (house->store->db, id, &error);

  g_assert_no_error (error);
  return g_build_filename (house->folder, "files", row->file, NULL);
}

static void
write_file (const char *path, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

static guint
count_findings (HearthTestHouse *house, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthVerification) verification =
    hearth_house_verify (house->folder, house->keyring, NULL, NULL, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < verification->findings->len; i++)
    {
      const HearthFinding *finding = verification->findings->pdata[i];

      if (g_str_equal (finding->kind, "attachment") && strstr (finding->sentence, words))
        n++;
      else
        g_test_message ("%s: %s", finding->kind, finding->sentence);
    }
  return n;
}

/** An attachment, and its sealed file as it was written. */
typedef struct {
  HearthTestHouse *house;
  HearthRecord *mali;
  GBytes *content;
  HearthAttachment *attachment;
  char *path;
  char *good;
  gsize length;
} Kept;

static Kept *
kept_new (gsize content_length)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->house = hearth_test_house_new ();
  kept->mali = hearth_test_house_add_resident (kept->house, "Mali");
  kept->content = make_content (content_length, 'a');
  kept->attachment = add (kept->house, kept->mali, kept->content, NULL);
  kept->path = get_path (kept->house, kept->attachment->id);
  g_assert_true (g_file_get_contents (kept->path, &kept->good, &kept->length, NULL));
  return kept;
}

static void
kept_free (Kept *kept)
{
  hearth_attachment_free (kept->attachment);
  g_bytes_unref (kept->content);
  g_object_unref (kept->mali);
  hearth_test_house_free (kept->house);
  g_free (kept->path);
  g_free (kept->good);
  g_free (kept);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

/** Changes what the triggers keep as it is. */
static void
exec (Kept *kept, const char *sql)
{
  g_autoptr (GError) error = NULL;

  hearth_db_exec (kept->house->store->db, sql, &error);
  g_assert_no_error (error);
}

static void
assert_damaged (Kept *kept)
{
  assert_refused (kept->house, kept->attachment->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
}

/* --- good files ---------------------------------------------------------------------- */

static void
test_sizes (void)
{
  static const gsize sizes[] = { 0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 777 };
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) content = make_content (sizes[i], 'a');
      g_autoptr (HearthAttachment) attachment = add (house, mali, content, NULL);

      g_assert_cmpint (attachment->size, ==, (gint64) sizes[i]);
      assert_reads (house, attachment->id, content);
    }
  g_assert_cmpuint (count_findings (house, ""), ==, 0);
}

static void
test_row (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (5000, 'a');
  g_autoptr (HearthAttachment) added = add (house, mali, content, NULL);
  g_autoptr (HearthAttachment) found = NULL;
  g_autoptr (GError) error = NULL;

  hearth_test_house_open (house, HEARTH_TEST_USER, HEARTH_TEST_PASSWORD);
  found = hearth_store_lookup_attachment (house->store, added->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->name, ==, "garden.txt");
  g_assert_cmpstr (found->media_type, ==, "text/plain");
  g_assert_cmpstr (found->resident, ==, hearth_record_get_id (mali));
  g_assert_cmpstr (found->added_at, ==, added->added_at);
  g_assert_cmpstr (found->added_by, ==, hearth_keyring_get_person_id (house->keyring));
  g_assert_cmpstr (found->compartment, ==, "");
  assert_reads (house, added->id, content);
  assert_refused (house, "01J0000000000000000000000Z", HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND);
  g_assert_false (hearth_test_folder_contains (house->folder, "garden"));
}

static void
test_same_content (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "Noor");
  g_autoptr (GBytes) content = make_content (100000, 'a');
  g_autoptr (HearthAttachment) first = add (house, mali, content, NULL);
  g_autoptr (HearthAttachment) second = add (house, noor, content, NULL);
  g_autoptr (GPtrArray) one = list_files (house);
  g_autoptr (HearthAttachment) sealed = NULL;
  g_autoptr (GPtrArray) two = NULL;

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (first->id, !=, second->id);
  assert_reads (house, first->id, content);
  assert_reads (house, second->id, content);

  /* A compartment's is never shared: that two are equal would be told. */
  sealed = add (house, mali, content, "legal");
  two = list_files (house);
  g_assert_cmpuint (two->len, ==, 2);
  assert_reads (house, sealed->id, content);
}

/* --- without blocking ----------------------------------------------------------------- */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
start_adding (HearthTestHouse *house, HearthRecord *resident, GBytes *content, GAsyncResult **result)
{
  hearth_store_add_attachment_async (house->store, hearth_record_get_id (resident), "garden.txt",
                                     "text/plain", NULL, content, NULL, keep_result_cb, result);
}

/* Also while one is written, another one of the same content comes along. */
static void
test_in_thread (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (3 * CHUNK + 777, 'a');
  GAsyncResult *results[3] = { NULL };
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthAttachment) late = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    start_adding (house, mali, content, &results[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (HearthAttachment) attachment = NULL;

      hearth_test_wait_until (results[i] != NULL);
      attachment = hearth_store_add_attachment_finish (house->store, results[i], &error);
      g_assert_no_error (error);
      assert_reads (house, attachment->id, content);
      g_object_unref (results[i]);
    }
  late = add (house, mali, content, NULL);
  hearth_store_read_attachment_async (house->store, late->id, NULL, keep_result_cb, &read);
  hearth_test_wait_until (read != NULL);
  found = hearth_store_read_attachment_finish (house->store, read, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, content));
  g_assert_cmpuint (count_findings (house, ""), ==, 0);
}

/* A twin that is there in time is shared; one that is damaged is not touched. */
static void
test_twin_in_thread (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (1000, 'a');
  g_autoptr (HearthAttachment) first = add (house, mali, content, NULL);
  g_autofree char *path = get_path (house, first->id);

  for (guint expected = 1; expected <= 2; expected++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (HearthAttachment) attachment = NULL;
      g_autoptr (GPtrArray) files = NULL;
      g_autoptr (GError) error = NULL;

      start_adding (house, mali, content, &result);
      hearth_test_wait_until (result != NULL);
      attachment = hearth_store_add_attachment_finish (house->store, result, &error);
      g_assert_no_error (error);
      assert_reads (house, attachment->id, content);
      files = list_files (house);
      g_assert_cmpuint (files->len, ==, expected);
      write_file (path, "nothing", 7);
    }
  assert_refused (house, first->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
}

/* The house is locked while a file is sealed: nothing of it stays. */
static void
test_locked_meanwhile (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (CHUNK, 'a');
  g_autoptr (HearthAttachment) there = add (house, mali, content, NULL);
  g_autoptr (GBytes) other = make_content (CHUNK, 'b');
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  start_adding (house, mali, other, &added);
  hearth_store_read_attachment_async (house->store, there->id, NULL, keep_result_cb, &read);
  hearth_store_close (house->store);
  hearth_test_wait_until (added != NULL && read != NULL);
  g_assert_null (hearth_store_add_attachment_finish (house->store, added, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (hearth_store_read_attachment_finish (house->store, read, &error));
  g_assert_nonnull (error);
  files = list_files (house);
  g_assert_cmpuint (files->len, ==, 1);
}

/* --- bad files ----------------------------------------------------------------------- */

static void
test_changed (void)
{
  g_autoptr (Kept) kept = kept_new (2 * CHUNK + 100);

  for (gsize at = 0; at < kept->length; at += at < 50 ? 1 : 4999)
    {
      kept->good[at] ^= 0x10;
      write_file (kept->path, kept->good, kept->length);
      assert_damaged (kept);
      kept->good[at] ^= 0x10;
    }
  write_file (kept->path, kept->good, kept->length);
  assert_reads (kept->house, kept->attachment->id, kept->content);
}

static void
test_cut (void)
{
  g_autoptr (Kept) kept = kept_new (2 * CHUNK);
  const gsize cuts[] = { 0, 1, 8, 31, 32, 33, 32 + CHUNK + 17, 32 + 2 * CHUNK + 33 };

  g_assert_cmpuint (kept->length, ==, 32 + 2 * (CHUNK + 17));
  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      write_file (kept->path, kept->good, cuts[i]);
      assert_damaged (kept);
    }
  g_assert_cmpuint (count_findings (kept->house, "damaged"), ==, 1);
  g_unlink (kept->path);
  assert_damaged (kept);
  g_assert_cmpuint (count_findings (kept->house, "missing"), ==, 1);
}

/** A stream that ends early but well, in a row that was made to say so: the last chunk must be marked as the last. */
static void
test_cut_at_chunk (void)
{
  g_autoptr (Kept) kept = kept_new (2 * CHUNK);

  write_file (kept->path, kept->good, 32 + CHUNK + 17);
  exec (kept, "DROP TRIGGER attachment_same; UPDATE attachment SET size = 65536");
  assert_damaged (kept);
}

static void
test_swapped (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content_a = make_content (1000, 'a');
  g_autoptr (GBytes) content_b = make_content (1000, 'b');
  g_autoptr (HearthAttachment) a = add (house, mali, content_a, NULL);
  g_autoptr (HearthAttachment) b = add (house, mali, content_b, NULL);
  g_autofree char *path_a = get_path (house, a->id);
  g_autofree char *path_b = get_path (house, b->id);
  g_autofree char *bytes_a = NULL;
  g_autofree char *bytes_b = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path_a, &bytes_a, &length, NULL));
  g_assert_true (g_file_get_contents (path_b, &bytes_b, &length, NULL));
  write_file (path_a, bytes_b, length);
  write_file (path_b, bytes_a, length);
  assert_refused (house, a->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
  assert_refused (house, b->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
  g_assert_cmpuint (count_findings (house, "damaged"), ==, 2);

  /* Not even with the other's key beside it: a file belongs to its name. */
  hearth_db_exec (house->store->db,
                  "DROP TRIGGER attachment_same; UPDATE attachment SET key = "
                  "(SELECT key FROM attachment AS other WHERE other.id <> attachment.id)",
                  &error);
  g_assert_no_error (error);
  assert_refused (house, a->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT);
}

static void
test_row_changed (void)
{
  g_autoptr (Kept) kept = kept_new (1000);

  g_assert_cmpuint (count_findings (kept->house, ""), ==, 0);
  g_assert_false (hearth_db_exec (kept->house->store->db, "UPDATE attachment SET name = 'other.txt'", NULL));
  g_assert_false (hearth_db_exec (kept->house->store->db, "DELETE FROM attachment", NULL));

  exec (kept, "DROP TRIGGER attachment_same; UPDATE attachment SET name = 'other.txt'");
  g_assert_cmpuint (count_findings (kept->house, "changed"), ==, 1);
  exec (kept, "DROP TRIGGER attachment_keep; DELETE FROM attachment");
  g_assert_cmpuint (count_findings (kept->house, "removed"), ==, 1);
}

/* A second row of the audit cannot vouch for what was made of an attachment later. */
static void
test_vouched_anew (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (1000, 'a');
  g_autoptr (HearthAttachment) attachment = add (house, mali, content, NULL);
  g_autoptr (HearthStoredAttachment) row = NULL;
  g_autoptr (GError) error = NULL;
  guint8 hash[HEARTH_HASH_BYTES];
  HearthAuditEntry entry = { .action = "attach", .type = "attachment", .id = attachment->id, .after = hash };

  hearth_db_exec (house->store->db,
                  "DROP TRIGGER attachment_same; UPDATE attachment SET added_by = 'somebody'", &error);
  g_assert_no_error (error);
  row = hearth_stored_attachment_load (house->store->db, attachment->id, &error);
  hearth_stored_attachment_hash (row, hash);
  g_assert_true (hearth_store_begin_change (house->store, &error));
  g_assert_true (hearth_store_end_change (house->store, hearth_store_add_audit (house->store, &entry, &error),
                                          &error));
  g_assert_cmpuint (count_findings (house, "changed"), ==, 1);
}

/* Nobody adds a file in the name of somebody else. */
static void
test_added_by_another (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (1000, 'a');
  g_autoptr (HearthAttachment) attachment = add (house, mali, content, NULL);
  g_autoptr (HearthStoredAttachment) row = NULL;
  g_autoptr (GError) error = NULL;
  guint8 hash[HEARTH_HASH_BYTES];
  HearthAuditEntry entry = { .action = "attach", .type = "attachment", .after = hash };

  row = hearth_stored_attachment_load (house->store->db, attachment->id, &error);
  g_set_str (&row->info->id, "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  g_set_str (&row->info->added_by, "somebody");
  hearth_stored_attachment_hash (row, hash);
  entry.id = row->info->id;
  g_assert_true (hearth_store_begin_change (house->store, &error));
  g_assert_true (hearth_store_end_change (house->store,
                                          hearth_stored_attachment_insert (row, house->store->db, &error) &&
                                            hearth_store_add_audit (house->store, &entry, &error),
                                          &error));
  g_assert_cmpuint (count_findings (house, "changed"), ==, 1);
}

static void
test_damaged_twin (void)
{
  g_autoptr (Kept) kept = kept_new (1000);
  g_autoptr (HearthAttachment) second = NULL;

  write_file (kept->path, "nothing", 7);
  second = add (kept->house, kept->mali, kept->content, NULL);
  assert_reads (kept->house, second->id, kept->content);
  assert_damaged (kept);
}

/* --- what is refused ------------------------------------------------------------------ */

static void
assert_add_fails (HearthTestHouse *house,
                  const char *resident,
                  const char *name,
                  const char *media_type,
                  GBytes *content,
                  int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hearth_store_add_attachment (house->store, resident, name, media_type, NULL, content,
                                              &error));
  g_assert_error (error, HEARTH_STORE_ERROR, code);
}

static void
test_refused (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (GBytes) content = make_content (10, 'a');
  g_autofree char *much = g_malloc0 (200 * 1000 * 1000 + 1);
  g_autoptr (GBytes) too_much = g_bytes_new_static (much, 200 * 1000 * 1000 + 1);
  static const char *const names[] = { "", "a/b", "..", ".", "tab\there", "line\nfeed", "\xFF\xFE" };
  static const char *const media_types[] = {
    "", "text", "text/", "/plain", "text/plain; charset=x", "te xt/plain", "text/plain\n"
  };
  g_autoptr (GPtrArray) files = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    assert_add_fails (house, id, names[i], "text/plain", content, HEARTH_STORE_ERROR_INVALID);
  for (gsize i = 0; i < G_N_ELEMENTS (media_types); i++)
    assert_add_fails (house, id, "a.txt", media_types[i], content, HEARTH_STORE_ERROR_INVALID);
  assert_add_fails (house, id, "a.txt", "text/plain", too_much, HEARTH_STORE_ERROR_TOO_LARGE);
  /* The row that the file was written for cannot be: the file goes too. */
  assert_add_fails (house, "01J0000000000000000000000Z", "a.txt", "text/plain", content,
                    HEARTH_STORE_ERROR_CONSTRAINT);
  files = list_files (house);
  g_assert_cmpuint (files->len, ==, 0);
}

/** Fails unless saving @attachment as the photo of @resident is refused. */
static void
assert_not_shown (HearthTestHouse *house, const char *resident, const char *attachment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (HearthRecord) record = hearth_store_load (house->store, resident, &error);

  g_assert_no_error (error);
  hearth_record_set (record, "photo", attachment);
  g_assert_false (hearth_store_save (house->store, record, NULL, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  hearth_test_assert_problem (problems, "photo", HEARTH_PROBLEM_NO_SUCH_RECORD);
}

/** The photo of a new resident is there before the resident is. */
static void
test_before_record (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (GBytes) content = make_content (1000, 'a');
  g_autoptr (HearthAttachment) photo = add (house, NULL, content, NULL);
  g_autoptr (HearthRecord) mali =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "photo", photo->id, NULL);

  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  assert_reads (house, photo->id, content);
}

static void
test_who_may (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) noor = hearth_test_house_add_resident (house, "Noor");
  g_autofree char *noor_id = g_strdup (hearth_record_get_id (noor));
  g_autoptr (GBytes) content_a = make_content (1000, 'a');
  g_autoptr (GBytes) content_b = make_content (1000, 'b');
  g_autoptr (HearthAttachment) photo = add (house, mali, content_a, NULL);
  g_autoptr (HearthAttachment) loose = add (house, mali, content_b, NULL);
  g_autoptr (GError) error = NULL;

  show_as_photo (house, mali, photo->id);
  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_add_person (house, "auditor", "auditor");

  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  assert_reads (house, photo->id, content_a);
  assert_refused (house, loose->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_null (hearth_store_lookup_attachment (house->store, loose->id, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_clear_error (&error);

  /* It cannot be named in a record to be seen there, neither in another file nor in its own. */
  assert_not_shown (house, noor_id, loose->id);
  assert_not_shown (house, hearth_record_get_id (mali), loose->id);
  assert_not_shown (house, noor_id, photo->id);
  assert_refused (house, loose->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);

  hearth_test_house_open (house, "auditor", HEARTH_TEST_PASSWORD);
  assert_refused (house, photo->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  assert_add_fails (house, hearth_record_get_id (mali), "a.txt", "text/plain", content_a,
                    HEARTH_STORE_ERROR_DENIED);
}

static void
test_compartment (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (70000, 'a');
  g_autoptr (HearthAttachment) letter = add (house, mali, content, "legal");
  g_autoptr (HearthStoredAttachment) row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 views = 0;

  assert_reads (house, letter->id, content);
  show_as_photo (house, mali, letter->id);
  row = hearth_stored_attachment_load (house->store->db, letter->id, &error);
  g_assert_null (row->key);
  g_assert_cmpuint (count_findings (house, ""), ==, 0);
  hearth_db_query_int64 (house->store->db,
                         "SELECT count(*) FROM audit WHERE action = 'view' AND type = 'attachment'", &views,
                         &error);
  g_assert_cmpint (views, ==, 1);

  /* Somebody who may see the record, but is no member of the compartment. */
  hearth_test_house_add_person (house, "carer", "duty-carer");
  hearth_test_house_open (house, "carer", HEARTH_TEST_PASSWORD);
  assert_refused (house, letter->id, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  g_assert_null (hearth_store_add_attachment (house->store, hearth_record_get_id (mali), "a.txt",
                                              "text/plain", "legal", content, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  /* Checking needs no key of the compartment. */
  g_assert_cmpuint (count_findings (house, ""), ==, 0);
}

static void
test_left_over (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (GBytes) content = make_content (10, 'a');
  g_autofree char *files = hearth_house_dup_files_path (house->folder);
  g_autofree char *partial = g_build_filename (files, "0123.partial", NULL);
  g_autoptr (HearthAttachment) attachment = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_cmpint (g_mkdir_with_parents (files, 0700), ==, 0);
  write_file (partial, "half", 4);
  attachment = add (house, mali, content, NULL);
  left = list_files (house);
  g_assert_cmpuint (left->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/attachment/sizes", test_sizes);
  g_test_add_func ("/attachment/row", test_row);
  g_test_add_func ("/attachment/same-content", test_same_content);
  g_test_add_func ("/attachment/in-thread", test_in_thread);
  g_test_add_func ("/attachment/twin-in-thread", test_twin_in_thread);
  g_test_add_func ("/attachment/locked-meanwhile", test_locked_meanwhile);
  g_test_add_func ("/attachment/changed", test_changed);
  g_test_add_func ("/attachment/cut", test_cut);
  g_test_add_func ("/attachment/cut-at-chunk", test_cut_at_chunk);
  g_test_add_func ("/attachment/swapped", test_swapped);
  g_test_add_func ("/attachment/row-changed", test_row_changed);
  g_test_add_func ("/attachment/vouched-anew", test_vouched_anew);
  g_test_add_func ("/attachment/added-by-another", test_added_by_another);
  g_test_add_func ("/attachment/damaged-twin", test_damaged_twin);
  g_test_add_func ("/attachment/refused", test_refused);
  g_test_add_func ("/attachment/before-record", test_before_record);
  g_test_add_func ("/attachment/who-may", test_who_may);
  g_test_add_func ("/attachment/compartment", test_compartment);
  g_test_add_func ("/attachment/left-over", test_left_over);
  return g_test_run ();
}
