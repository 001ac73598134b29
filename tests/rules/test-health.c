/* SPDX-License-Identifier: GPL-3.0-or-later
 * Health: what holds today, medicines against allergies, and what was measured.
 */
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "people-fixture.h"
#include "records/types.h"
#include "rules/health.h"

#define TODAY HEARTH_TEST_TODAY

static HearthRecord *
add_allergy (HearthTestHouse *house, HearthRecord *resident, const char *substance, const char *severity)
{
  return hearth_test_house_add (house, "allergy", "resident", hearth_record_get_id (resident), "substance",
                                substance, "kind", "medicine", "severity", severity, "noted_on", "2026-01-10",
                                NULL);
}

static HearthRecord *
add_medicine (HearthTestHouse *house,
              HearthRecord *resident,
              const char *name,
              const char *from,
              const char *until)
{
  return hearth_test_house_add (house, "medicine", "resident", hearth_record_get_id (resident), "medicine",
                                name, "dose", "1", "schedule", "in the morning", "start", from, "until",
                                until, NULL);
}

/* What @field of @records says, joined; frees the list. */
static void
assert_list (GPtrArray *records, const char *field, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", hearth_record_get (records->pdata[i], field));
  g_assert_cmpstr (found->str, ==, expected);
  g_ptr_array_unref (records);
}

static void
test_allergies (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) mild = add_allergy (house, mali, "Nuts", "mild");
  g_autoptr (HearthRecord) unknown = add_allergy (house, mali, "Latex", "not_known");
  g_autoptr (HearthRecord) grave = add_allergy (house, mali, "Wasps", "grave");
  g_autoptr (HearthRecord) over = add_allergy (house, mali, "Eggs", "grave");
  g_autoptr (HearthRecord) wrong = add_allergy (house, mali, "Milk", "grave");
  g_autoptr (HearthRecord) other = add_allergy (house, dara, "Soy", "grave");
  g_autoptr (HearthRecord) gone = hearth_test_house_add_resident (house, "Gone");
  g_autoptr (HearthRecord) of_gone = add_allergy (house, gone, "Fish", "grave");
  g_autoptr (GError) error = NULL;

  hearth_record_set (over, "ended_on", TODAY);
  people_save (house, over);
  hearth_store_mark_in_error (house->store, wrong, "Not so", &error);
  g_assert_no_error (error);
  g_object_unref (hearth_test_house_add (house, "stay", "resident", hearth_record_get_id (gone), "placement",
                                         "this_house", "start", "2026-01-01", "end", "2026-02-01", NULL));
  assert_list (hearth_allergies_list (house->store, hearth_record_get_id (mali), NULL), "substance",
               "Wasps Latex Nuts");
  /* Of the house: not of who has moved out. */
  assert_list (hearth_allergies_list (house->store, NULL, NULL), "substance", "Soy Wasps Latex Nuts");
  g_assert_true (hearth_allergy_holds (over, "2026-02-28"));
  g_assert_false (hearth_allergy_holds (over, TODAY));
  /* Everybody in the house knows them. */
  people_enter (house, "dani");
  assert_list (hearth_allergies_list (house->store, hearth_record_get_id (dara), NULL), "substance", "Soy");
}

static bool
clashes (HearthTestHouse *house, HearthRecord *resident, const char *name)
{
  g_autoptr (HearthRecord) medicine = hearth_record_new (&hearth_medicine_type);
  g_autoptr (HearthRecord) clash = NULL;

  hearth_record_set (medicine, "resident", hearth_record_get_id (resident));
  hearth_record_set (medicine, "medicine", name);
  clash = hearth_allergies_find_clash (house->store, medicine);
  return clash != NULL;
}

static void
test_clash (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) dara = hearth_test_house_add_resident (house, "Dara");
  g_autoptr (HearthRecord) penicillin = add_allergy (house, mali, "Pénicilline, and the like", "grave");
  g_autoptr (HearthRecord) none = hearth_record_new (&hearth_medicine_type);

  g_assert_true (clashes (house, mali, "Pénicilline"));
  g_assert_true (clashes (house, mali, "PÉNICILLINE V 250"));
  g_assert_false (clashes (house, mali, "Paracetamol"));
  /* "and" stands in both, and tells nothing. */
  g_assert_false (clashes (house, mali, "Salt and sugar"));
  g_assert_false (clashes (house, dara, "Pénicilline"));
  g_assert_false (clashes (house, mali, ""));
  g_assert_null (hearth_allergies_find_clash (house->store, none));
}

static void
test_medicines (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) last_day = add_medicine (house, mali, "Zinc", "2026-02-01", TODAY);
  g_autoptr (HearthRecord) over = add_medicine (house, mali, "Iron", "2026-02-01", "2026-02-28");
  g_autoptr (HearthRecord) later = add_medicine (house, mali, "Folate", "2026-03-02", "");
  g_autoptr (HearthRecord) endless = add_medicine (house, mali, "Sertraline", TODAY, "");
  g_autoptr (HearthRecord) needed = add_medicine (house, mali, "Aspirin", "2026-02-01", "");

  hearth_record_set (needed, "as_needed", "yes");
  people_save (house, needed);
  assert_list (hearth_medicines_list_current (house->store, hearth_record_get_id (mali), NULL), "medicine",
               "Sertraline Zinc Aspirin");
  assert_list (hearth_medicines_list_current (house->store, NULL, NULL), "medicine",
               "Sertraline Zinc Aspirin");
  /* No medicines for who does not care for health, and no error either. */
  people_enter (house, "dani");
  assert_list (hearth_medicines_list_current (house->store, hearth_record_get_id (mali), NULL), "medicine",
               "");
}

static void
test_conditions (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);

  g_object_unref (hearth_test_house_add (house, "health_condition", "resident", id, "condition", "Asthma",
                                         "status", "controlled", "since", "2020", NULL));
  g_object_unref (hearth_test_house_add (house, "health_condition", "resident", id, "condition", "Cough",
                                         "status", "over", "since", "2026-01", NULL));
  g_object_unref (hearth_test_house_add (house, "health_condition", "resident", id, "condition", "Headache",
                                         "status", "suspected", "since", "2026-02", NULL));
  assert_list (hearth_conditions_list_open (house->store, id, NULL), "condition", "Headache Asthma");
}

static void
add_measurement (HearthTestHouse *house,
                 HearthRecord *resident,
                 const char *date,
                 const char *time,
                 const char *height,
                 const char *weight)
{
  g_object_unref (hearth_test_house_add (house, "measurement", "resident", hearth_record_get_id (resident),
                                         "date", date, "time", time, "height", height, "weight", weight,
                                         "pulse", "70", NULL));
}

static void
test_measurements (void)
{
  g_autoptr (HearthTestHouse) house = people_house_new ();
  g_autoptr (HearthRecord) mali = hearth_test_house_add_resident (house, "Mali");
  const char *id = hearth_record_get_id (mali);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray) weights = NULL;
  g_autoptr (GArray) bmi = NULL;
  HearthRecord *tall;

  add_measurement (house, mali, "2026-02-20", "16:00", "", "51.5");
  add_measurement (house, mali, "2026-02-20", "08:00", "", "51.0");
  add_measurement (house, mali, "2026-01-05", "", "160.0", "50.0");
  add_measurement (house, mali, TODAY, "", "", "");
  assert_list (hearth_measurements_list (house->store, id, "2026-01-06", "2026-02-28", NULL), "weight",
               "51.0 51.5");
  all = hearth_measurements_list (house->store, id, NULL, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 4);

  /* One a day, the last of it; days apart as in the calendar. */
  weights = hearth_measurements_get_points (all, "weight");
  g_assert_cmpuint (weights->len, ==, 2);
  g_assert_cmpfloat (g_array_index (weights, HearthPoint, 0).value, ==, 50);
  g_assert_cmpfloat (g_array_index (weights, HearthPoint, 1).value, ==, 51.5);
  g_assert_cmpint (g_array_index (weights, HearthPoint, 1).day - g_array_index (weights, HearthPoint, 0).day,
                   ==, 46);
  bmi = hearth_measurements_get_points (all, "bmi");
  g_assert_cmpuint (bmi->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (bmi, HearthPoint, 0).value, 19.5, 0.01);

  tall = hearth_measurements_pick_latest (all, "height", NULL);
  g_assert_cmpstr (hearth_record_get (tall, "date"), ==, "2026-01-05");
  g_assert_true (hearth_measurements_pick_latest (all, "bmi", NULL) == tall);
  g_assert_null (hearth_measurements_pick_latest (all, "pressure", NULL));
  g_assert_null (hearth_measurements_pick_latest (all, "weight", "2026-01-05"));
  g_assert_cmpstr (hearth_record_get (hearth_measurements_pick_latest (all, "weight", "2026-01-06"),
                                      "weight"),
                   ==, "50.0");
}

int
main (int argc, char **argv)
{
  hearth_test_init (&argc, &argv);
  g_test_add_func ("/rules/health/allergies", test_allergies);
  g_test_add_func ("/rules/health/clash", test_clash);
  g_test_add_func ("/rules/health/medicines", test_medicines);
  g_test_add_func ("/rules/health/conditions", test_conditions);
  g_test_add_func ("/rules/health/measurements", test_measurements);
  return g_test_run ();
}
