/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records as objects: columns, properties, notifications, checking, ids; and a policy nobody filled in.
 */
#include "core/id.h"
#include "core/policy.h"
#include "core/record-diff.h"
#include "core/wipe.h"
#include "fixtures/fixtures.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static char *
compute_shout (HearthRecord *record, const char *today)
{
  return g_utf8_strup (hearth_record_get (record, "word"), -1);
}

static void
check_pair (HearthRecord *record, const char *today, GPtrArray *problems)
{
  if (hearth_record_get_integer (record, "low", 0) > hearth_record_get_integer (record, "high", 0))
    hearth_problems_add (problems, HEARTH_PROBLEM_BEFORE, "high", "low");
}

static const HearthField fields[] = {
  { .name = "word", .label = "Word", .kind = HEARTH_FIELD_TEXT, .required = true, .list_column = true },
  { .name = "shout", .label = "Shout", .kind = HEARTH_FIELD_COMPUTED, .compute = compute_shout },
  { .name = "low", .label = "Low", .kind = HEARTH_FIELD_INTEGER },
  { .name = "high", .label = "High", .kind = HEARTH_FIELD_INTEGER, .minimum = 0, .maximum = 9 },
  { .name = "seen_on", .label = "Seen on", .kind = HEARTH_FIELD_DATE, .tier = HEARTH_TIER_CLINICAL },
};

static const HearthRecordType sample_type = {
  .name = "sample",
  .gtype_name = "HearthTestSample",
  .label = "Sample",
  .label_plural = "Samples",
  .owner = HEARTH_OWNER_HOUSE,
  .tier = HEARTH_TIER_CARE,
  .event_field = "seen_on",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .validate = check_pair,
};

static const HearthField shared_fields[] = {
  { .name = "affected", .label = "Affected", .kind = HEARTH_FIELD_LINKS, .link_type = "resident" },
  { .name = "staff", .label = "Staff", .kind = HEARTH_FIELD_LINKS, .link_type = "account" },
  { .name = "involved", .label = "Involved", .kind = HEARTH_FIELD_LINKS, .link_type = "resident" },
};

static const HearthRecordType shared_type = {
  .name = "shared",
  .gtype_name = "HearthTestShared",
  .label = "Shared",
  .label_plural = "Shared",
  .owner = HEARTH_OWNER_RESIDENTS,
  .tier = HEARTH_TIER_CARE,
  .fields = shared_fields,
  .n_fields = G_N_ELEMENTS (shared_fields),
};

static void
count_cb (HearthRecord *record, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_properties (void)
{
  HearthRecord *record = hearth_record_new (&sample_type);
  g_autofree char *word = NULL;
  guint count = 0;

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (record), ==, "HearthTestSample");
  g_assert_cmpstr (hearth_record_get (record, "word"), ==, "");
  g_assert_cmpstr (hearth_record_get (record, "state"), ==, HEARTH_STATE_OPEN);
  g_assert_null (g_object_class_find_property (G_OBJECT_GET_CLASS (record), "resident"));

  g_signal_connect (record, "notify::word", G_CALLBACK (count_cb), &count);
  hearth_record_set (record, "word", "hearth");
  hearth_record_set (record, "word", "hearth");
  g_assert_cmpuint (count, ==, 1);
  g_object_get (record, "word", &word, NULL);
  g_assert_cmpstr (word, ==, "hearth");
  g_object_set (record, "seen-on", "2026-03-01", NULL);
  g_assert_cmpstr (hearth_record_get (record, "seen_on"), ==, "2026-03-01");
  hearth_record_set (record, "word", NULL);
  g_assert_cmpstr (hearth_record_get (record, "word"), ==, "");
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (record);
}

static void
test_check (void)
{
  g_autoptr (HearthRecord) record = hearth_record_new (&sample_type);
  g_autoptr (GPtrArray) problems = NULL, none = NULL, withheld = NULL;
  unsigned int seen_on = (unsigned int) hearth_record_type_find_column (&sample_type, "seen_on");

  hearth_record_set (record, "low", "12");
  hearth_record_set (record, "high", "11");
  hearth_record_set (record, "seen_on", "2026-02-31");
  problems = hearth_record_check (record, HEARTH_TEST_TODAY);
  hearth_test_assert_problem (problems, "word", HEARTH_PROBLEM_REQUIRED);
  hearth_test_assert_problem (problems, "high", HEARTH_PROBLEM_OUT_OF_RANGE);
  hearth_test_assert_problem (problems, "seen_on", HEARTH_PROBLEM_NO_SUCH_DATE);
  hearth_test_assert_problem (problems, "high", HEARTH_PROBLEM_BEFORE);
  g_assert_cmpuint (problems->len, ==, 4);

  hearth_record_set (record, "word", "hearth");
  hearth_record_set (record, "low", "1");
  hearth_record_set (record, "high", "2");
  hearth_record_set_withheld (record, seen_on, true);
  withheld = hearth_record_check (record, HEARTH_TEST_TODAY);
  hearth_test_assert_no_problems (withheld);
  hearth_record_set_withheld (record, seen_on, false);
  hearth_record_set (record, "seen_on", "2026-02-28");
  none = hearth_record_check (record, HEARTH_TEST_TODAY);
  hearth_test_assert_no_problems (none);
}

static void
test_words (void)
{
  g_autoptr (HearthRecord) record = hearth_record_new (&sample_type);
  g_autoptr (HearthRecord) copy = NULL;
  g_autofree char *title = NULL, *shout = NULL, *event = NULL;

  hearth_record_set (record, "word", "hearth");
  hearth_record_set (record, "seen_on", "2026-02-28");
  title = hearth_record_dup_title (record);
  shout =
    hearth_record_format (record, hearth_record_type_lookup_field (&sample_type, "shout"), HEARTH_TEST_TODAY);
  event = hearth_record_dup_event_date (record);
  g_assert_cmpstr (title, ==, "hearth");
  g_assert_cmpstr (shout, ==, "HEARTH");
  g_assert_cmpstr (event, ==, "2026-02-28");

  copy = hearth_record_copy (record);
  g_assert_true (hearth_record_equal (record, copy));
  hearth_record_set (copy, "low", "3");
  g_assert_false (hearth_record_equal (record, copy));
}

static void
test_columns (void)
{
  unsigned int n_columns;
  const HearthField *const *columns = hearth_record_type_get_columns (&sample_type, &n_columns);

  g_assert_cmpuint (n_columns, ==, hearth_n_base_fields - 1 + G_N_ELEMENTS (fields));
  g_assert_cmpstr (columns[0]->name, ==, "id");
  g_assert_true (hearth_field_is_base (columns[0]));
  g_assert_false (hearth_field_is_base (&fields[0]));
  g_assert_cmpint (hearth_record_type_find_column (&sample_type, "nothing"), ==, -1);
  g_assert_cmpint (hearth_record_type_get_field_tier (&sample_type, &fields[0]), ==, HEARTH_TIER_CARE);
  g_assert_cmpint (hearth_record_type_get_field_tier (&sample_type, &fields[4]), ==, HEARTH_TIER_CLINICAL);
}

static void
test_ids (void)
{
  const guint8 entropy[10] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  const guint8 zero[10] = { 0 };
  g_autofree char *last = hearth_id_new_at (281474976710655, entropy), *first = hearth_id_new_at (0, zero);
  g_autofree char *before = hearth_id_new ();

  /* The largest and the smallest ULID of its specification. */
  g_assert_cmpstr (last, ==, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  g_assert_cmpstr (first, ==, "00000000000000000000000000");
  for (int i = 0; i < 10000; i++)
    {
      char *id = hearth_id_new ();

      g_assert_true (hearth_id_is_valid (id));
      g_assert_cmpstr (before, <, id);
      g_free (before);
      before = id;
    }
  g_assert_false (hearth_id_is_valid (""));
  g_assert_false (hearth_id_is_valid ("8ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
  g_assert_false (hearth_id_is_valid ("01ARZ3NDEKTSV4RRFFQ69G5FAU "));
  g_assert_false (hearth_id_is_valid ("01ARZ3NDEKTSV4RRFFQ69G5FAI"));
}

/* A policy that answers nothing says no. */
#define EMPTY_TYPE_POLICY (empty_policy_get_type ())
G_DECLARE_FINAL_TYPE (EmptyPolicy, empty_policy, EMPTY, POLICY, GObject)
struct _EmptyPolicy {
  GObject parent_instance;
};
G_DEFINE_FINAL_TYPE_WITH_CODE (EmptyPolicy,
                               empty_policy,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_POLICY, NULL))
static void
empty_policy_class_init (EmptyPolicyClass *klass)
{
}
static void
empty_policy_init (EmptyPolicy *self)
{
}

static void
test_policy_fails_closed (void)
{
  g_autoptr (EmptyPolicy) empty = g_object_new (EMPTY_TYPE_POLICY, NULL);
  HearthPolicy *policy = HEARTH_POLICY (empty);

  g_assert_false (hearth_policy_may_read (policy, &sample_type, NULL, NULL));
  g_assert_false (hearth_policy_may_write (policy, &sample_type, &fields[0], NULL));
  g_assert_false (hearth_policy_may_do (policy, HEARTH_ACTION_PRINT));
}

/* What is looked for: no run of one byte, with which the tests have memory filled that is given back. */
static char *
make_words (const char *word, gsize length)
{
  GString *words = g_string_new (NULL);

  while (words->len < length)
    g_string_append (words, word);
  g_string_truncate (words, length);
  return g_string_free (words, FALSE);
}

/* Whether @word stands in the @length bytes at @address, which may have been given back. */
static bool
memory_holds (guintptr address, gsize length, const char *word)
{
  char bytes[4096]; /* on the stack: what is allocated now could be that very memory */
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (memory, >=, 0);
  g_assert_cmpuint (length, <=, sizeof bytes);
  g_assert_cmpint (pread (memory, bytes, length, (off_t) address), ==, (gssize) length);
  close (memory);
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

static guintptr
keep_for_a_moment (void)
{
  hearth_autowipe char *words = make_words ("whisper ", 300);
  hearth_autowipe char *nothing = NULL;

  g_assert_null (nothing);
  g_assert_true (memory_holds ((guintptr) words, 300, "whisper "));
  return (guintptr) words;
}

/* Of wiped text nothing is left where it stood; nor of a record's values. */
static void
test_wipe (void)
{
  HearthRecord *record = hearth_record_new (&sample_type);
  g_autofree char *long_word = make_words ("velvet ", 3000);
  guintptr first, second;

  g_assert_false (memory_holds (keep_for_a_moment (), 300, "whisper "));
  hearth_record_set (record, "word", long_word);
  first = (guintptr) hearth_record_get (record, "word");
  g_assert_true (memory_holds (first, 3000, "velvet "));
  hearth_record_set (record, "word", "x");
  g_assert_false (memory_holds (first, 3000, "velvet "));
  hearth_record_set (record, "word", long_word);
  second = (guintptr) hearth_record_get (record, "word");
  g_object_unref (record);
  g_assert_false (memory_holds (second, 3000, "velvet "));
}

/* ---- What differs ---- */

static char *
join_differences (HearthRecord *before, HearthRecord *after)
{
  g_autoptr (GPtrArray) differences = hearth_record_diff (before, after);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    g_string_append_printf (names, "%s ", ((const HearthField *) g_ptr_array_index (differences, i))->name);
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
assert_differences (HearthRecord *before, HearthRecord *after, const char *expected)
{
  g_autofree char *names = join_differences (before, after);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_diff (void)
{
  g_autoptr (HearthRecord) before = hearth_record_new (&sample_type);
  g_autoptr (HearthRecord) after = NULL;
  unsigned int low = (unsigned int) hearth_record_type_find_column (&sample_type, "low");

  hearth_record_set (before, "word", "hearth");
  hearth_record_set (before, "low", "1");
  after = hearth_record_copy (before);
  assert_differences (before, after, "");
  assert_differences (NULL, after, "word low ");

  /* In the order of the table, computed values and the program's own columns left out. */
  hearth_record_set (after, "seen_on", "2026-03-01");
  hearth_record_set (after, "low", "");
  hearth_record_set (after, "word", "fire");
  hearth_record_set (after, "revision", "2");
  hearth_record_set (after, "state", HEARTH_STATE_IN_ERROR);
  assert_differences (before, after, "word low seen_on ");
  assert_differences (after, before, "word low seen_on ");

  /* What a reader may not see on one side is no difference to them. */
  hearth_record_set_withheld (before, low, true);
  assert_differences (before, after, "word seen_on ");
  assert_differences (after, before, "word seen_on ");
  assert_differences (NULL, before, "word ");
}

static void
assert_files (HearthRecord *record, const char *expected)
{
  g_auto (GStrv) files = hearth_record_dup_files (record);
  g_autofree char *joined = g_strjoinv (" ", files);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_files (void)
{
  g_autoptr (HearthRecord) shared = hearth_record_new (&shared_type),
                           sample = hearth_record_new (&sample_type);

  assert_files (sample, "");
  assert_files (shared, "");
  hearth_record_set (shared, "staff", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  assert_files (shared, "");
  hearth_record_set (shared, "involved", "01BX5ZZKBKACTAV9WEVGEMMVRZ 01BX5ZZKBKACTAV9WEVGEMMVS0");
  hearth_record_set (shared, "affected", "01BX5ZZKBKACTAV9WEVGEMMVS0");
  assert_files (shared, "01BX5ZZKBKACTAV9WEVGEMMVS0 01BX5ZZKBKACTAV9WEVGEMMVRZ");
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/core/record/files", test_files);
  g_test_add_func ("/core/record/properties", test_properties);
  g_test_add_func ("/core/record/check", test_check);
  g_test_add_func ("/core/record/words", test_words);
  g_test_add_func ("/core/record/columns", test_columns);
  g_test_add_func ("/core/wipe", test_wipe);
  g_test_add_func ("/core/id", test_ids);
  g_test_add_func ("/core/policy/fails-closed", test_policy_fails_closed);
  g_test_add_func ("/core/record/diff", test_diff);
  return g_test_run ();
}
