/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may be here already, and who must be told apart before a second file is made.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "records/types.h"
#include "rules/duplicates.h"
#include "rules/name-index.h"
#include "rules/name-sound.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void
assert_names (const char *one, const char *other, HearthNameLikeness expected)
{
  g_autoptr (GPtrArray) a = hearth_name_words_new (one);
  g_autoptr (GPtrArray) b = hearth_name_words_new (other);

  g_test_message ("%s and %s", one, other);
  g_assert_cmpint (hearth_name_find_in (a, b), ==, expected);
}

static void
test_sound (void)
{
  static const struct {
    const char *one, *other;
    HearthNameLikeness likeness;
  } cases[] = {
    { "Mali", "MALI", HEARTH_NAMES_SAME },
    { "José", "Jose", HEARTH_NAMES_SAME },
    { "Maryam", "Mariam", HEARTH_NAMES_SOUND_ALIKE },
    { "Maryam", "مريم", HEARTH_NAMES_SOUND_ALIKE },
    { "مَرْيَم", "مريم", HEARTH_NAMES_SAME },
    { "Мария", "Mariya", HEARTH_NAMES_SOUND_ALIKE },
    { "Mali", "มะลิ", HEARTH_NAMES_SOUND_ALIKE },
    { "Fatima", "Fatimah", HEARTH_NAMES_SOUND_ALIKE },
    { "Mohammed", "Muhamad", HEARTH_NAMES_SOUND_ALIKE },
    { "Sophie", "Sofie", HEARTH_NAMES_SOUND_ALIKE },
    { "Chenda", "Chedna", HEARTH_NAMES_SOUND_ALIKE },
    { "Nok", "Noi", HEARTH_NAMES_DIFFER },
    { "Mali", "Malika", HEARTH_NAMES_DIFFER },
    { "Ann", "Amy", HEARTH_NAMES_DIFFER },
    { "ចាន់", "ចាន់", HEARTH_NAMES_SAME },
    { "ចាន់", "ធីតា", HEARTH_NAMES_DIFFER },
    { "", "Mali", HEARTH_NAMES_DIFFER },
    { "🌼", "Mali", HEARTH_NAMES_DIFFER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_names (cases[i].one, cases[i].other, cases[i].likeness);
}

/* A name of several words is found in a longer one, and particles do not make two names one. */
static void
test_words (void)
{
  assert_names ("Mali", "Mali Srisuk", HEARTH_NAMES_SAME);
  assert_names ("Mali Chan", "Mali Srisuk", HEARTH_NAMES_DIFFER);
  assert_names ("Fatima bint Ali", "Fatima Ali", HEARTH_NAMES_SAME);
  assert_names ("Noor al-Huda", "Sami al-Amin", HEARTH_NAMES_DIFFER);
}

static const HearthDuplicate *
lookup (GPtrArray *duplicates, const char *code)
{
  for (guint i = 0; i < duplicates->len; i++)
    {
      const HearthDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (g_str_equal (hearth_record_get (duplicate->resident, "code"), code))
        return duplicate;
    }
  return NULL;
}

typedef enum { NOBODY, WEAK, STRONG } Expected;

/* Asks for somebody called @name born @birth, in a house where Mali Srisuk was born on 3 May 2012. */
static void
assert_found (HearthTestHouse *house,
              const char *name,
              const char *birth,
              const char *phone,
              Expected expected)
{
  g_autoptr (HearthRecord) asked = hearth_record_new (&hearth_resident_type);
  g_autoptr (GPtrArray) duplicates = NULL;
  g_autoptr (GError) error = NULL;
  const HearthDuplicate *found;

  g_test_message ("%s, %s, %s", name, birth, phone);
  hearth_record_set (asked, "name_used", name);
  hearth_record_set (asked, "birth", birth);
  duplicates = hearth_duplicates_find (house->store, asked, phone, &error);
  g_assert_no_error (error);
  found = lookup (duplicates, "R-001");
  if (expected == NOBODY)
    g_assert_null (found);
  else
    {
      g_assert_nonnull (found);
      g_assert_cmpuint (found->reasons->len, >, 0);
      g_assert_cmpint (found->likeness, ==,
                       expected == STRONG ? HEARTH_LIKENESS_STRONG : HEARTH_LIKENESS_WEAK);
    }
}

static void
test_find (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "legal_name", "Mali Srisuk", "local_name",
                           "มะลิ", "birth", "2012-05-03", NULL);
  g_autoptr (HearthRecord) aunt =
    hearth_test_house_add (house, "contact", "resident", hearth_record_get_id (mali), "name", "Aunt",
                           "relation", "aunt_or_uncle", "safe_to_call", "yes", "phone", "+66 81 234 5678",
                           NULL);

  assert_found (house, "Mali", "2012-05-03", NULL, STRONG);
  assert_found (house, "Malee", "2012-05-03", NULL, STRONG);
  assert_found (house, "มะลี", "2012-05-03", NULL, STRONG);
  assert_found (house, "Mali", "2012", NULL, STRONG);
  assert_found (house, "Mali Srisuk", "", NULL, STRONG);
  assert_found (house, "Mali", "", NULL, WEAK);
  assert_found (house, "Malee", "2012~", NULL, STRONG);
  assert_found (house, "Malee", "2013", NULL, WEAK);
  assert_found (house, "Mali", "2013-04-01", NULL, WEAK);
  assert_found (house, "Malee", "1990", NULL, NOBODY);
  assert_found (house, "Chenda", "2012-05-03", NULL, NOBODY);
  assert_found (house, "Chenda", "", "081 2345678", WEAK);
  assert_found (house, "Malee", "", "081 2345678", STRONG);
  assert_found (house, "Chenda", "", "12", NOBODY);
}

/* What is saved and what is taken back is followed. */
static void
test_follows (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) second = NULL;
  g_autoptr (GError) error = NULL;

  assert_found (house, "Chenda Sok", "", NULL, NOBODY);
  hearth_record_set (mali, "legal_name", "Chenda Sok");
  hearth_store_save (house->store, mali, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_found (house, "Chenda Sok", "", NULL, STRONG);
  hearth_store_mark_in_error (house->store, mali, "Another house", &error);
  g_assert_no_error (error);
  assert_found (house, "Chenda Sok", "", NULL, NOBODY);
  second = hearth_test_house_add (house, "resident", "name_used", "Chenda Sok", NULL);
  g_assert_cmpstr (hearth_record_get (second, "code"), ==, "R-002");
}

static HearthRecord *
resident_new (const char *name, const char *birth, const char *different_from)
{
  HearthRecord *resident = hearth_record_new (&hearth_resident_type);

  hearth_record_set (resident, "name_used", name);
  hearth_record_set (resident, "birth", birth);
  hearth_record_set (resident, "different_from", different_from);
  return resident;
}

static void
assert_refused (HearthTestHouse *house, HearthRecord *resident, const char *code)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const HearthProblem *problem;

  g_assert_false (hearth_store_save (house->store, resident, NULL, &problems, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  problem = hearth_problems_lookup (problems, "name_used");
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->code, ==, HEARTH_PROBLEM_SAME_PERSON);
  g_assert_cmpstr (problem->argument, ==, code);
}

/* Nobody gets a second file, in one transaction neither; who is known to be somebody else does. */
static void
test_second_file_is_refused (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) first = resident_new ("Mali", "2012-05-03", "");
  g_autoptr (HearthRecord) second = resident_new ("Malee", "2012-05-03", "");
  g_autoptr (HearthRecord) sister = resident_new ("Malee", "2012-05-03", "r-001");
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin (house->store, &error));
  g_assert_true (hearth_store_save (house->store, first, NULL, NULL, &error));
  assert_refused (house, second, "R-001");
  g_assert_true (hearth_store_commit (house->store, &error));
  assert_refused (house, second, "R-001");

  g_assert_true (hearth_store_save (house->store, sister, NULL, NULL, &error));
  g_assert_no_error (error);
  /* What does not tell who somebody is may be changed without a question. */
  hearth_record_set (first, "strengths", "Draws");
  g_assert_true (hearth_store_save (house->store, first, NULL, NULL, &error));
  g_assert_no_error (error);
  hearth_record_set (sister, "different_from", "");
  assert_refused (house, sister, "R-001");
}

static void
test_five_hundred (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (GPtrArray) duplicates = NULL;
  g_autoptr (HearthRecord) asked = resident_new ("Person 007", "", "");
  g_autoptr (GError) error = NULL;

  g_assert_true (hearth_store_begin (house->store, &error));
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %03d", i);
      g_autoptr (HearthRecord) resident = resident_new (name, "", "");

      g_assert_true (hearth_store_save (house->store, resident, NULL, NULL, &error));
    }
  g_assert_true (hearth_store_commit (house->store, &error));
  duplicates = hearth_duplicates_find (house->store, asked, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (duplicates->len, <=, 10);
  g_assert_nonnull (lookup (duplicates, "R-008"));
}

/* Whether @letter stands in the @length bytes at @address, which may have been given back. */
static bool
memory_holds (gconstpointer address, gsize length, char letter)
{
  char bytes[256]; /* on the stack: what is allocated now could be that very memory */
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (memory, >=, 0);
  g_assert_cmpuint (length, <=, sizeof bytes);
  g_assert_cmpint (pread (memory, bytes, length, (off_t) (guintptr) address), ==, (gssize) length);
  close (memory);
  return memchr (bytes, letter, length) != NULL;
}

/* Closing the house leaves no name behind, though somebody still holds the store. */
static void
test_closed (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autofree char *name = g_strnfill (200, 'v');
  g_autoptr (HearthRecord) resident = hearth_test_house_add_resident (house, name);
  g_autoptr (HearthStore) store = g_object_ref (house->store);
  g_autoptr (GError) error = NULL;
  GHashTable *people = hearth_name_index_get (store, &error);
  const HearthNamedPerson *person;
  const HearthNameWord *word;
  const char *folded, *latin;

  g_assert_no_error (error);
  person = g_hash_table_lookup (people, hearth_record_get_id (resident));
  word = g_ptr_array_index (person->pool, 0);
  folded = word->folded;
  latin = word->latin;
  g_assert_true (memory_holds (folded, 200, 'v'));
  hearth_store_close (store);
  g_assert_false (memory_holds (folded, 200, 'v'));
  g_assert_false (memory_holds (latin, 200, 'v'));
  g_assert_null (hearth_name_index_get (store, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/duplicates/sound", test_sound);
  g_test_add_func ("/rules/duplicates/words", test_words);
  g_test_add_func ("/rules/duplicates/find", test_find);
  g_test_add_func ("/rules/duplicates/follows", test_follows);
  g_test_add_func ("/rules/duplicates/second-file-is-refused", test_second_file_is_refused);
  g_test_add_func ("/rules/duplicates/five-hundred", test_five_hundred);
  g_test_add_func ("/rules/duplicates/closed", test_closed);
  return g_test_run ();
}
