/* SPDX-License-Identifier: GPL-3.0-or-later
 * Health: what holds today and what was measured.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/health.h"

#include <string.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/residence-private.h"

#define SHORTEST_WORD 4 /* letters that a word needs to tell one substance from another */

static char *
dup_today (HearthStore *store)
{
  return hearth_clock_today (hearth_store_get_clock (store));
}

static GPtrArray *
list_holding (HearthStore *store,
              const HearthRecordType *type,
              const char *resident,
              bool (*keep) (HearthRecord *record, const char *day),
              GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autofree char *today = dup_today (store);
  g_autoptr (GPtrArray) records = NULL;

  hearth_query_set_resident (query, resident);
  records = hearth_reader_list (store, query, error);
  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    if (!keep (g_ptr_array_index (records, i - 1), today))
      g_ptr_array_remove_index (records, i - 1);
  if (records == NULL || (resident == NULL && !hearth_residences_keep (store, records, error)))
    return NULL;
  return g_steal_pointer (&records);
}

/* --- allergies -------------------------------------------------------------------------------------- */

bool
hearth_allergy_holds (HearthRecord *allergy, const char *day)
{
  const char *ended;

  g_return_val_if_fail (HEARTH_IS_RECORD (allergy), false);
  g_return_val_if_fail (day != NULL, false);

  ended = hearth_record_get (allergy, "ended_on");
  return !g_str_equal (hearth_record_get (allergy, "state"), HEARTH_STATE_IN_ERROR) &&
         (*ended == '\0' || strcmp (ended, day) > 0);
}

/* One whose gravity is not known may be grave, so it stands right behind those that are. */
static int
rank_severity (HearthRecord *allergy)
{
  static const char *const order[] = { "grave", "not_known", "moderate", "mild", NULL };

  for (int i = 0; order[i] != NULL; i++)
    if (g_str_equal (order[i], hearth_record_get (allergy, "severity")))
      return i;
  return 1;
}

static int
compare_allergies (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;
  int order = rank_severity (one) - rank_severity (other);

  return order != 0
           ? order
           : g_utf8_collate (hearth_record_get (one, "substance"), hearth_record_get (other, "substance"));
}

GPtrArray *
hearth_allergies_list (HearthStore *store, const char *resident, GError **error)
{
  GPtrArray *allergies;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  allergies = list_holding (store, &hearth_allergy_type, resident, hearth_allergy_holds, error);
  if (allergies != NULL)
    g_ptr_array_sort (allergies, compare_allergies);
  return allergies;
}

/* The words of @text that are long enough to tell substances apart, without case and marks. */
static GStrv
list_words (const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= SHORTEST_WORD)
      g_strv_builder_add (kept, words[i]);
  return g_strv_builder_end (kept);
}

static bool
share_a_word (const char *const *words, const char *text)
{
  g_auto (GStrv) others = list_words (text);

  for (gsize i = 0; others[i] != NULL; i++)
    if (g_strv_contains (words, others[i]))
      return true;
  return false;
}

HearthRecord *
hearth_allergies_find_clash (HearthStore *store, HearthRecord *medicine)
{
  const char *resident;
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) allergies = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (medicine), NULL);

  resident = hearth_record_get_resident (medicine);
  words = list_words (hearth_record_get (medicine, "medicine"));
  if (*resident == '\0' || words[0] == NULL)
    return NULL;
  allergies = hearth_allergies_list (store, resident, &error);
  if (allergies == NULL)
    g_warning ("allergies not read: %s", error->message);
  for (guint i = 0; allergies != NULL && i < allergies->len; i++)
    {
      HearthRecord *allergy = g_ptr_array_index (allergies, i);

      if (share_a_word ((const char *const *) words, hearth_record_get (allergy, "substance")))
        return g_object_ref (allergy);
    }
  return NULL;
}

/* --- medicines and conditions ------------------------------------------------------------------------ */

static bool
medicine_holds (HearthRecord *medicine, const char *day)
{
  const char *until;

  g_return_val_if_fail (HEARTH_IS_RECORD (medicine), false);
  g_return_val_if_fail (day != NULL, false);

  until = hearth_record_get (medicine, "until");
  return !g_str_equal (hearth_record_get (medicine, "state"), HEARTH_STATE_IN_ERROR) &&
         strcmp (hearth_record_get (medicine, "start"), day) <= 0 &&
         (*until == '\0' || strcmp (until, day) >= 0);
}

static int
compare_medicines (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;
  int order = (int) hearth_record_is_yes (one, "as_needed") - (int) hearth_record_is_yes (other, "as_needed");

  return order != 0
           ? order
           : g_utf8_collate (hearth_record_get (one, "medicine"), hearth_record_get (other, "medicine"));
}

GPtrArray *
hearth_medicines_list_current (HearthStore *store, const char *resident, GError **error)
{
  GPtrArray *medicines;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  medicines = list_holding (store, &hearth_medicine_type, resident, medicine_holds, error);
  if (medicines != NULL)
    g_ptr_array_sort (medicines, compare_medicines);
  return medicines;
}

static bool
is_open_condition (HearthRecord *condition, const char *day)
{
  const char *ended = hearth_record_get (condition, "ended_on");

  return !g_str_equal (hearth_record_get (condition, "status"), "over") &&
         (*ended == '\0' || strcmp (ended, day) > 0);
}

GPtrArray *
hearth_conditions_list_open (HearthStore *store, const char *resident, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  return list_holding (store, &hearth_health_condition_type, resident, is_open_condition, error);
}

/* --- measurements ------------------------------------------------------------------------------------ */

static int
compare_measurements (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;
  int order = strcmp (hearth_record_get (one, "date"), hearth_record_get (other, "date"));

  if (order == 0)
    order = strcmp (hearth_record_get (one, "time"), hearth_record_get (other, "time"));
  return order != 0 ? order : strcmp (hearth_record_get_id (one), hearth_record_get_id (other));
}

GPtrArray *
hearth_measurements_list (HearthStore *store,
                          const char *resident,
                          const char *from,
                          const char *to,
                          GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  GPtrArray *measurements;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident != NULL, NULL);

  query = hearth_query_new (&hearth_measurement_type);
  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, from, to);
  measurements = hearth_reader_list (store, query, error);
  if (measurements != NULL)
    g_ptr_array_sort (measurements, compare_measurements);
  return measurements;
}

/* The value of @name, computed ones too; "" for none. Transfer full. */
static char *
dup_value (HearthRecord *measurement, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_measurement_type, name);

  g_return_val_if_fail (field != NULL, g_strdup (""));

  if (field->kind == HEARTH_FIELD_COMPUTED)
    return hearth_record_format (measurement, field, hearth_record_get (measurement, "date"));
  return g_strdup (hearth_record_get (measurement, name));
}

HearthRecord *
hearth_measurements_pick_latest (GPtrArray *measurements, const char *field, const char *day)
{
  g_return_val_if_fail (measurements != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = measurements->len; i > 0; i--)
    {
      HearthRecord *measurement = g_ptr_array_index (measurements, i - 1);
      g_autofree char *value = dup_value (measurement, field);

      if (*value != '\0' && (day == NULL || strcmp (hearth_record_get (measurement, "date"), day) < 0))
        return measurement;
    }
  return NULL;
}

static int
julian_of (const char *date)
{
  int first = 0, last = 0;

  return hearth_partial_date_get_span (date, &first, &last) ? first : 0;
}

GArray *
hearth_measurements_get_points (GPtrArray *measurements, const char *field)
{
  g_autoptr (GArray) points = g_array_new (false, false, sizeof (HearthPoint));

  g_return_val_if_fail (measurements != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < measurements->len; i++)
    {
      HearthRecord *measurement = g_ptr_array_index (measurements, i);
      g_autofree char *value = dup_value (measurement, field);
      HearthPoint point = { .day = julian_of (hearth_record_get (measurement, "date")),
                            .value = g_ascii_strtod (value, NULL) };

      if (*value == '\0')
        continue;
      if (points->len > 0 && g_array_index (points, HearthPoint, points->len - 1).day == point.day)
        g_array_set_size (points, points->len - 1);
      g_array_append_val (points, point);
    }
  return g_steal_pointer (&points);
}
