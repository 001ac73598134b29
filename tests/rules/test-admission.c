/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking somebody in: all of it or nothing, at night, after midnight, a second time, with a sister.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "records/types.h"
#include "rules/admission.h"
#include "rules/completeness.h"

static guint
count (HearthTestHouse *house, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  gint64 n = hearth_store_count (house->store, query, &error);

  g_assert_no_error (error);
  return (guint) n;
}

static void
save (HearthTestHouse *house, HearthAdmission *admission, GPtrArray *siblings)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  hearth_admission_save (house->store, admission, siblings, &problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (problems);
}

static void
test_night (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthAdmission) night = NULL, morning = NULL;
  g_autoptr (GPtrArray) missing = NULL, still = NULL;
  g_autoptr (GError) error = NULL;

  hearth_clock_set_fixed (house->clock, "2026-03-01T23:50:00+07:00");
  night = hearth_admission_new (house->store, NULL);
  hearth_record_set (night->resident, "name_used", "Mali");
  save (house, night, NULL);
  g_assert_cmpstr (hearth_record_get (night->resident, "code"), ==, "R-001");
  g_assert_cmpstr (hearth_record_get (night->stay, "start"), ==, "2026-03-01");
  g_assert_cmpstr (hearth_record_get (night->stay, "resident"), ==, hearth_record_get_id (night->resident));

  hearth_clock_set_fixed (house->clock, "2026-03-02T08:10:00+07:00");
  morning = hearth_admission_load (house->store, night->admission, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearth_record_get_id (morning->stay), ==, hearth_record_get_id (night->stay));
  missing = hearth_admission_list_missing (house->store, morning);
  hearth_record_set (morning->admission, "rights_explained", "yes");
  hearth_record_set (morning->admission, "rights_on", "2026-03-02");
  hearth_record_set (morning->stay, "legal_basis", "protective_custody");
  save (house, morning, NULL);
  still = hearth_admission_list_missing (house->store, morning);
  g_assert_cmpuint (still->len, ==, missing->len - 3);
  g_assert_cmpuint (count (house, &hearth_stay_type), ==, 1);
  g_assert_cmpuint (count (house, &hearth_admission_type), ==, 1);
}

/* Nothing is there when a part of it is refused; what was typed stays in the records. */
static void
test_all_or_nothing (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthAdmission) admission = hearth_admission_new (house->store, NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  HearthRecord *failed = NULL;

  hearth_record_set (admission->admission, "arrived_at", "2026-03-02T16:30:00Z+07:00");
  g_assert_false (hearth_admission_save (house->store, admission, NULL, &problems, &failed, &error));
  g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID);
  g_assert_true (failed == admission->resident);
  hearth_test_assert_problem (problems, "name_used", HEARTH_PROBLEM_REQUIRED);
  hearth_test_assert_problem (problems, "arrived_at", HEARTH_PROBLEM_IN_THE_FUTURE);
  g_clear_error (&error);
  g_clear_pointer (&problems, g_ptr_array_unref);

  /* This one is found only while saving, after the resident and the stay. */
  hearth_record_set (admission->resident, "name_used", "Mali");
  hearth_record_set (admission->resident, "birth", "2009-01-01");
  hearth_record_set (admission->admission, "arrived_at", "2026-03-01T05:00:00Z+07:00");
  hearth_record_set (admission->admission, "age_stated", "12");
  g_assert_false (hearth_admission_save (house->store, admission, NULL, &problems, &failed, &error));
  g_assert_true (failed == admission->admission);
  hearth_test_assert_problem (problems, "age_stated", HEARTH_PROBLEM_RULE);
  g_assert_cmpuint (count (house, &hearth_resident_type), ==, 0);
  g_assert_cmpuint (count (house, &hearth_stay_type), ==, 0);
  g_assert_cmpint (hearth_record_get_revision (admission->resident), ==, 0);
  g_assert_cmpstr (hearth_record_get (admission->resident, "name_used"), ==, "Mali");

  hearth_record_set (admission->resident, "birth", "2009~");
  save (house, admission, NULL);
  g_assert_cmpuint (count (house, &hearth_resident_type), ==, 1);
}

static void
assert_sibling (HearthTestHouse *house, HearthRecord *of, HearthRecord *other, const char *relation)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_contact_type);
  g_autoptr (GListModel) people = NULL;
  g_autoptr (HearthRecord) person = NULL;

  hearth_query_set_resident (query, hearth_record_get_id (of));
  people = hearth_store_list (house->store, query, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 1);
  person = g_list_model_get_item (people, 0);
  g_assert_cmpstr (hearth_record_get (person, "also_here"), ==, hearth_record_get_id (other));
  g_assert_cmpstr (hearth_record_get (person, "relation"), ==, relation);
  g_assert_cmpstr (hearth_record_get (person, "name"), ==, hearth_record_get (other, "name_used"));
}

static void
test_sister (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali =
    hearth_test_house_add (house, "resident", "name_used", "Mali", "birth", "2012-05-03", "sex", "2", NULL);
  g_autoptr (HearthAdmission) admission = hearth_admission_new (house->store, NULL);
  g_autoptr (GPtrArray) siblings = g_ptr_array_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (siblings, mali);
  hearth_record_set (admission->resident, "name_used", "Malee");
  hearth_record_set (admission->resident, "birth", "2012-05-03");
  g_assert_false (hearth_admission_save (house->store, admission, siblings, &problems, NULL, &error));
  hearth_test_assert_problem (problems, "name_used", HEARTH_PROBLEM_SAME_PERSON);
  g_assert_cmpuint (count (house, &hearth_contact_type), ==, 0);

  hearth_record_set (admission->resident, "different_from", "R-001");
  save (house, admission, siblings);
  assert_sibling (house, mali, admission->resident, "sibling");
  assert_sibling (house, admission->resident, mali, "sister");

  /* Once is enough. */
  save (house, admission, siblings);
  g_assert_cmpuint (admission->made->len, ==, 0);
  g_assert_cmpuint (count (house, &hearth_contact_type), ==, 2);
}

/* Somebody who comes back has one file and two stays. */
static void
test_again (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) before =
    hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (mali), "placement", "this_house",
                           "start", "2025-01-10", "end", "2025-06-01", NULL);
  g_autoptr (HearthAdmission) admission = hearth_admission_new (house->store, mali);
  g_autoptr (HearthAdmission) loaded = NULL;

  save (house, admission, NULL);
  g_assert_cmpint (hearth_record_get_revision (mali), ==, 1);
  g_assert_cmpuint (count (house, &hearth_resident_type), ==, 1);
  g_assert_cmpuint (count (house, &hearth_stay_type), ==, 2);
  loaded = hearth_admission_load (house->store, admission->admission, NULL);
  g_assert_cmpstr (hearth_record_get_id (loaded->stay), ==, hearth_record_get_id (admission->stay));
}

static void
test_completeness (void)
{
  g_autoptr (HearthTestHouse) house = hearth_test_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthCompleteness) whole = hearth_completeness_new (house->store, mali, NULL);
  g_autoptr (HearthCompleteness) names = hearth_completeness_new (house->store, mali, "Names");
  g_autoptr (HearthCompleteness) none = hearth_completeness_new (house->store, mali, "No such section");
  g_autoptr (HearthCompleteness) carer = NULL;
  g_autoptr (HearthRecord) read = NULL;

  g_assert_cmpuint (names->filled, ==, 1);
  g_assert_cmpuint (names->missing->len, ==, names->expected - 1);
  g_assert_cmpuint (whole->expected, >, names->expected);
  g_assert_cmpuint (none->expected, ==, 0);

  /* The legal name is not asked of somebody who may not know it. */
  hearth_test_house_add_person (house, "dani", "duty-carer");
  hearth_test_house_open (house, "dani", HEARTH_TEST_PASSWORD);
  read = hearth_store_load_resident (house->store, "R-001", NULL);
  carer = hearth_completeness_new (house->store, read, "Names");
  g_assert_cmpuint (carer->expected, ==, names->expected - 1);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/admission/night", test_night);
  g_test_add_func ("/rules/admission/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/rules/admission/sister", test_sister);
  g_test_add_func ("/rules/admission/again", test_again);
  g_test_add_func ("/rules/completeness", test_completeness);
  return g_test_run ();
}
