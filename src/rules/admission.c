/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking somebody in: the resident, the stay and the admission are saved together or not at all.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/admission.h"

#include "core/date.h"
#include "core/id.h"
#include "core/problem.h"
#include "records/types.h"
#include "rules/completeness.h"

#include <glib/gi18n-lib.h>

void
hearth_admission_free (HearthAdmission *admission)
{
  if (admission == NULL)
    return;
  g_clear_object (&admission->resident);
  g_clear_object (&admission->stay);
  g_clear_object (&admission->admission);
  g_clear_pointer (&admission->others, g_ptr_array_unref);
  g_clear_pointer (&admission->made, g_ptr_array_unref);
  g_free (admission);
}

static HearthRecord *
stay_new (const char *resident, const char *start)
{
  HearthRecord *stay = hearth_record_new (&hearth_stay_type);

  hearth_record_set (stay, "resident", resident);
  hearth_record_set (stay, "placement", "this_house");
  hearth_record_set (stay, "start", start);
  return stay;
}

HearthAdmission *
hearth_admission_new (HearthStore *store, HearthRecord *resident)
{
  HearthAdmission *admission;
  g_autofree char *now = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (resident == NULL || HEARTH_IS_RECORD (resident), NULL);

  now = hearth_clock_stamp (hearth_store_get_clock (store));
  today = hearth_clock_today (hearth_store_get_clock (store));
  admission = g_new0 (HearthAdmission, 1);
  if (resident != NULL)
    admission->resident = g_object_ref (resident);
  else
    {
      g_autofree char *id = hearth_id_new ();

      /* The other two name the resident before there is one. */
      admission->resident = hearth_record_new (&hearth_resident_type);
      hearth_record_set (admission->resident, "id", id);
    }
  admission->stay = stay_new (hearth_record_get_id (admission->resident), today);
  admission->admission = hearth_record_new (&hearth_admission_type);
  hearth_record_set (admission->admission, "resident", hearth_record_get_id (admission->resident));
  hearth_record_set (admission->admission, "arrived_at", now);
  return admission;
}

/* The stay that began with the arrival on @day: the latest that began by then, in this house. */
static HearthRecord *
find_stay (HearthStore *store, const char *resident, const char *day, GError **error)
{
  static const char *const here[] = { "this_house", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_stay_type);
  g_autoptr (GListModel) stays = NULL;
  HearthRecord *stay;

  hearth_query_set_resident (query, resident);
  hearth_query_set_filter (query, "placement", here);
  hearth_query_set_period (query, NULL, day);
  stays = hearth_store_list (store, query, error);
  if (stays == NULL)
    return NULL;
  stay = g_list_model_get_item (stays, 0);
  return stay != NULL ? stay : stay_new (resident, day);
}

HearthAdmission *
hearth_admission_load (HearthStore *store, HearthRecord *record, GError **error)
{
  g_autoptr (HearthAdmission) admission = NULL;
  g_autofree char *day = NULL;
  const char *resident;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);
  g_return_val_if_fail (hearth_record_get_record_type (record) == &hearth_admission_type, NULL);

  resident = hearth_record_get_resident (record);
  day = hearth_record_dup_event_date (record);
  admission = g_new0 (HearthAdmission, 1);
  admission->admission = g_object_ref (record);
  admission->resident = hearth_store_load (store, resident, error);
  if (admission->resident != NULL)
    admission->stay = find_stay (store, resident, day, error);
  return admission->stay != NULL ? g_steal_pointer (&admission) : NULL;
}

/* --- brothers and sisters ------------------------------------------------------- */

static bool
has_sibling (HearthStore *store, HearthRecord *one, HearthRecord *other, bool *found, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_contact_type);
  g_autoptr (GListModel) people = NULL;

  hearth_query_set_resident (query, hearth_record_get_id (one));
  people = hearth_store_list (store, query, error);
  if (people == NULL)
    return false;
  *found = false;
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (HearthRecord) person = g_list_model_get_item (people, i);

      if (person != NULL &&
          g_str_equal (hearth_record_get (person, "also_here"), hearth_record_get_id (other)))
        *found = true;
    }
  return true;
}

static const char *
get_relation (HearthRecord *sibling)
{
  const char *sex = hearth_record_get (sibling, "sex");

  return g_str_equal (sex, "2") ? "sister" : g_str_equal (sex, "1") ? "brother" : "sibling";
}

static bool
add_sibling (HearthStore *store, HearthRecord *one, HearthRecord *other, GPtrArray *made, GError **error)
{
  g_autoptr (HearthRecord) person = NULL;
  bool found;

  if (!has_sibling (store, one, other, &found, error))
    return false;
  if (found)
    return true;
  person = hearth_record_new (&hearth_contact_type);
  hearth_record_set (person, "resident", hearth_record_get_id (one));
  hearth_record_set (person, "name", hearth_record_get (other, "name_used"));
  hearth_record_set (person, "relation", get_relation (other));
  hearth_record_set (person, "also_here", hearth_record_get_id (other));
  hearth_record_set (person, "safe_to_call", "lives_here");
  if (!hearth_store_save (store, person, NULL, NULL, error))
    return false;
  g_ptr_array_add (made, g_object_ref (person));
  return true;
}

static bool
link_both (HearthStore *store, HearthRecord *one, HearthRecord *other, GPtrArray *made, GError **error)
{
  return add_sibling (store, one, other, made, error) && add_sibling (store, other, one, made, error);
}

/* --- saving ------------------------------------------------------------------------ */

static void
set_day_of_arrival (HearthAdmission *admission)
{
  g_autofree char *day = hearth_instant_dup_date (hearth_record_get (admission->admission, "arrived_at"));

  /* Only of a stay that begins now: one that was written down before keeps what it says. */
  if (*day != '\0' && hearth_record_get_revision (admission->stay) == 0)
    hearth_record_set (admission->stay, "start", day);
}

/* In the order in which they are saved. */
static GPtrArray *
list_records (HearthAdmission *admission)
{
  GPtrArray *records = g_ptr_array_new ();

  g_ptr_array_add (records, admission->resident);
  g_ptr_array_add (records, admission->stay);
  g_ptr_array_add (records, admission->admission);
  for (guint i = 0; admission->others != NULL && i < admission->others->len; i++)
    g_ptr_array_add (records, g_ptr_array_index (admission->others, i));
  return records;
}

/* Problems of all at once, and whose the first is. */
static void
collect_problems (HearthStore *store, GPtrArray *records, GPtrArray *problems, HearthRecord **failed)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  for (guint i = 0; i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) found = hearth_record_check (record, today);

      if (found->len > 0 && *failed == NULL)
        *failed = record;
      g_ptr_array_extend_and_steal (problems, g_steal_pointer (&found));
    }
}

static bool
save_all (HearthStore *store,
          HearthAdmission *admission,
          GPtrArray *siblings,
          GPtrArray **problems,
          HearthRecord **failed,
          GError **error)
{
  g_autoptr (GPtrArray) records = list_records (admission);

  for (guint i = 0; i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);
      bool is_new = hearth_record_get_revision (record) == 0;

      if (!hearth_store_save (store, record, NULL, problems, error))
        {
          *failed = record;
          return false;
        }
      if (is_new)
        g_ptr_array_add (admission->made, g_object_ref (record));
    }
  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    if (!link_both (store, admission->resident, g_ptr_array_index (siblings, i), admission->made, error))
      return false;
  return true;
}

bool
hearth_admission_save (HearthStore *store,
                       HearthAdmission *admission,
                       GPtrArray *siblings,
                       GPtrArray **problems,
                       HearthRecord **failed,
                       GError **error)
{
  g_autoptr (GPtrArray) found = hearth_problems_new ();
  g_autoptr (GPtrArray) records = NULL;
  HearthRecord *whose = NULL;
  bool saved = false;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (admission != NULL, false);

  set_day_of_arrival (admission);
  g_clear_pointer (&admission->made, g_ptr_array_unref);
  admission->made = g_ptr_array_new_with_free_func (g_object_unref);
  records = list_records (admission);
  collect_problems (store, records, found, &whose);
  if (found->len > 0)
    g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID, "%u problems", found->len);
  else if (hearth_store_begin (store, error))
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      saved = save_all (store, admission, siblings, &found, &whose, error);
      if (saved)
        saved = hearth_store_commit (store, error);
      else
        hearth_store_roll_back (store);
    }
  if (failed != NULL)
    *failed = whose;
  if (problems != NULL)
    *problems = !saved && found != NULL && found->len > 0 ? g_steal_pointer (&found) : NULL;
  return saved;
}

/* --- what is missing ---------------------------------------------------------------- */

/* What an admission asks of the resident and the stay; the rest belongs to the profile. */
static bool
is_asked (const HearthRecordType *type, const HearthField *field)
{
  static const char *const of_resident[] = { "name_used", "birth",       "sex", "nationality",
                                             "languages", "interpreter", NULL };

  return type != &hearth_resident_type || g_strv_contains (of_resident, field->name);
}

GPtrArray *
hearth_admission_list_missing (HearthStore *store, HearthAdmission *admission)
{
  HearthRecord *records[] = { admission->resident, admission->stay, admission->admission };
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (HearthCompleteness) completeness = hearth_completeness_new (store, records[i], NULL);

      for (guint j = 0; j < completeness->missing->len; j++)
        {
          const HearthField *field = g_ptr_array_index (completeness->missing, j);

          if (is_asked (hearth_record_get_record_type (records[i]), field))
            g_ptr_array_add (labels, g_strdup (_ (field->label)));
        }
    }
  return labels;
}
