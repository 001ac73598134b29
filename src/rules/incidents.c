/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows an incident: the talks, the review, closing.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/incidents.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/addenda.h"
#include "rules/incidents-private.h"
#include "rules/notifications.h"
#include "rules/reader-private.h"
#include "rules/subject.h"

#include <glib/gi18n-lib.h>

/* Reviews look back as far as this for what was never closed. */
#define LOOKS_BACK_DAYS 366

/* --- reviews ------------------------------------------------------------------------------------------------ */

static HearthRecord *
look_up_review (HearthStore *store, const char *incident, GError **error)
{
  g_autoptr (GPtrArray) reviews = hearth_subject_list (store, &hearth_incident_review_type, incident, error);

  return reviews != NULL && reviews->len > 0 ? g_ptr_array_steal_index (reviews, 0) : NULL;
}

HearthRecord *
hearth_incident_begin_review (HearthStore *store, HearthRecord *incident, GError **error)
{
  HearthRecord *review;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (incident), NULL);

  review = look_up_review (store, hearth_record_get_id (incident), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (review == NULL)
    {
      review = hearth_record_new (&hearth_incident_review_type);
      hearth_subject_set (review, incident);
    }
  return review;
}

/* --- closing -------------------------------------------------------------------------------------------------- */

/* Whether a physical intervention was looked at by a doctor or nurse, or why not; a check that was still waited for when the
 * incident was signed is told in an addendum. */
static bool
is_checked (HearthStore *store, HearthRecord *incident)
{
  const char *check = hearth_record_get (incident, "medical_check");
  g_autoptr (GPtrArray) addenda = NULL;

  if (*check != '\0' && !g_str_equal (check, "waiting"))
    return true;
  addenda = hearth_addenda_list (store, incident, NULL);
  return addenda != NULL && addenda->len > 0;
}

static void
add_if (GPtrArray *sentences, bool stands_in_the_way, const char *sentence)
{
  if (stands_in_the_way)
    g_ptr_array_add (sentences, (gpointer) sentence);
}

GPtrArray *
hearth_incident_list_obstacles_untranslated (HearthStore *store, HearthRecord *review, GError **error)
{
  g_autoptr (HearthRecord) incident = hearth_subject_load (store, review, error);
  g_autoptr (GError) local_error = NULL;
  GPtrArray *sentences;
  bool all_told, held;

  if (incident == NULL)
    return NULL;
  all_told = hearth_notifications_are_settled (store, hearth_record_get_id (incident), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  held = hearth_record_is_yes (incident, "intervention");
  sentences = g_ptr_array_new ();
  add_if (sentences, hearth_record_is_open (incident), N_ ("Sign the incident first."));
  add_if (sentences, !all_told,
          N_ ("Not everybody has been told. Write down when each was told, or why not."));
  add_if (sentences, !hearth_record_has (review, "cause"), N_ ("Write what led to it."));
  add_if (sentences, !hearth_record_has (review, "plan_followed"),
          N_ ("Say whether the resident’s plan was followed."));
  add_if (sentences, held && !hearth_record_has (review, "resident_talk_on"),
          N_ ("Somebody was held. Talk with the resident about it, and write down when."));
  add_if (sentences, held && !is_checked (store, incident),
          N_ ("Somebody was held. Write what the medical check found, with “Add to this” of the incident."));
  return sentences;
}

GPtrArray *
hearth_incident_list_obstacles (HearthStore *store, HearthRecord *review, GError **error)
{
  g_autoptr (GPtrArray) untranslated = NULL;
  GPtrArray *sentences;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (review), NULL);

  untranslated = hearth_incident_list_obstacles_untranslated (store, review, error);
  if (untranslated == NULL)
    return NULL;
  sentences = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < untranslated->len; i++)
    g_ptr_array_add (sentences, g_strdup (_ ((const char *) g_ptr_array_index (untranslated, i))));
  return sentences;
}

/* --- open ones -------------------------------------------------------------------------------------------------- */

/* Id of the incident → its review; of those that were begun on @from or later. */
static GHashTable *
read_reviews (HearthStore *store, const char *from, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_incident_review_type);
  g_autoptr (GPtrArray) reviews = NULL;
  GHashTable *by_subject;

  hearth_query_set_range (query, "created_at", from, NULL);
  reviews = hearth_reader_list (store, query, error);
  if (reviews == NULL)
    return NULL;
  by_subject = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < reviews->len; i++)
    {
      HearthRecord *review = g_ptr_array_index (reviews, i);

      g_hash_table_insert (by_subject, g_strdup (hearth_record_get (review, "subject")),
                           g_object_ref (review));
    }
  return by_subject;
}

GPtrArray *
hearth_incidents_list_open (HearthStore *store, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autofree char *today = NULL;
  g_autofree char *from = NULL;
  g_autoptr (GHashTable) reviews = NULL;
  g_autoptr (GPtrArray) incidents = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_incident_type);
  today = hearth_clock_today (hearth_store_get_clock (store));
  from = hearth_date_add_days (today, -LOOKS_BACK_DAYS);
  hearth_query_set_period (query, from, NULL);
  hearth_query_set_sort (query, "occurred_at", false);
  reviews = read_reviews (store, from, error);
  incidents = reviews != NULL ? hearth_reader_list (store, query, error) : NULL;
  for (guint i = incidents != NULL ? incidents->len : 0; i > 0; i--)
    {
      HearthRecord *review =
        g_hash_table_lookup (reviews, hearth_record_get_id (g_ptr_array_index (incidents, i - 1)));

      if (review != NULL && hearth_record_has (review, "closed_on"))
        g_ptr_array_remove_index (incidents, i - 1);
    }
  return g_steal_pointer (&incidents);
}
