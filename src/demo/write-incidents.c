/* SPDX-License-Identifier: GPL-3.0-or-later
 * Incidents of the invented house: few, without detail, and each with what followed. In the evening there are more of
 * them, and before court and after calls.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include <string.h>

#include "records/types.h"
#include "rules/incidents.h"
#include "rules/notifications.h"

#define WRITTEN_AFTER 20 /* minutes */
#define REVIEW_AFTER 5   /* days */
#define OPEN_AGO 12 /* what is newer is not closed yet */

typedef enum {
  ALONE,
  WITH_ANOTHER, /* a second resident was involved */
} Others;

/* @ago: days before today; @check: of a doctor or nurse; @debrief, @hours: of who was there */
typedef struct {
  int ago, hour, minute;
  const char *category, *severity, *place, *triggers;
  Others others;
  const char *before, *seen, *after, *calming, *check, *body_map, *held;
  const char *hours, *debrief;
} Incident;

static const Incident incidents[] = {
  { 6, 20, 10, "bullying", "2", "dining", "conflict", WITH_ANOTHER, "Supper was late.",
    "Unkind words across the table about a dress. One went upstairs, the other stayed and looked at the "
    "plate.",
    "Both were spoken with apart. They agreed on seats for the week.", "talk space", "not_needed", "", "",
    "1.0", "offered" },
  { 18, 19, 40, "contact_exploiter", "3", "phone_online", "call", ALONE,
    "The phone rang twice from a number not known.",
    "Showed the phone to staff and said who it could be. The number was written down, the call was not "
    "taken.",
    "Slept in the room beside the office, by own wish.", "talk called_colleague", "", "", "", "2.5",
    "taken" },
  { 33, 20, 5, "property", "1", "common", "refusal tired", ALONE,
    "The film was switched off at the agreed time.", "Threw a cup at the wall. Nobody was near.",
    "Swept up together, without many words.", "space music", "not_needed", "", "", "0.5", "not_needed" },
  { 47, 20, 30, "towards_staff", "3", "common", "court", ALONE, "The hearing is tomorrow.",
    "Shouted and pushed towards the door. Hands were held at the wrists for under a minute, by the stairs.",
    "Sat on the steps with tea. Said what tomorrow feels like.", "talk breathing", "done", "",
    "To keep from falling down the stairs.", "3.0", "taken" },
  { 61, 16, 45, "accident", "2", "garden", "", ALONE, "Football on wet grass.",
    "Slipped and fell on the left hand.", "Cooled and bandaged by the nurse; moves all fingers.", "", "done",
    "front 826 481 swelling As big as a plum, cooled", "", "0.5", "not_needed" },
  { 78, 19, 20, "between_residents", "2", "kitchen", "conflict tired", WITH_ANOTHER,
    "Whose turn it was to wash up.", "Pushed each other at the sink. A plate broke.",
    "They wrote the list of turns together.", "talk space", "not_needed", "", "", "1.0", "declined" },
  { 96, 20, 35, "self_harm", "3", "bathroom", "anniversary memory", ALONE, "A date that is hard.",
    "Came to the office and showed a small scratch on the arm. Asked not to be alone.",
    "Cleaned by the nurse; company until asleep, look-ins through the night.", "talk space called_colleague",
    "done", "front 700 420 scratch Small, cleaned", "", "4.0", "taken" },
  { 121, 18, 15, "outsider", "2", "street", "unknown", ALONE, "The group came back from the library.",
    "A man at the corner asked one of them for her name. Nobody answered; all went in together.",
    "Description written down. The way home is another one this week.", "called_colleague", "", "", "", "1.0",
    "offered" },
  { 150, 20, 20, "medication_error", "1", "office", "", ALONE, "Two colleagues were ill.",
    "The evening dose was given an hour late.", "The doctor was called: nothing else to do.", "", "done", "",
    "", "0.5", "not_offered" },
  { 187, 19, 55, "towards_staff", "2", "common", "visit", ALONE, "The visit ended earlier than hoped.",
    "Slammed the door and called names. Stayed in the room until bedtime.",
    "A note under the door was answered with a drawing.", "space", "not_needed", "", "", "1.0", "offered" },
  { 236, 7, 30, "illness", "2", "bedroom", "", ALONE, "",
    "High temperature at waking, did not want breakfast.",
    "The doctor came at nine. Two days in bed, well again on the third.", "", "done", "", "", "1.0",
    "not_needed" },
  { 290, 20, 40, "fire_security", "1", "kitchen", "", ALONE, "Toast.",
    "Smoke in the kitchen; the alarm rang and was switched off.",
    "Everybody was outside after two minutes. The toaster has a new place.", "", "", "", "", "0.5",
    "not_needed" },
};

/* --- who --- */

static const HearthDemoPlan *
find_resident (GPtrArray *plans, int day, guint first)
{
  for (guint i = 0; i < plans->len; i++)
    {
      const HearthDemoPlan *plan = g_ptr_array_index (plans, (first + i) % plans->len);

      if (plan->id != NULL && hearth_demo_plan_is_home (plan, day) && !hearth_demo_plan_is_out (plan, day))
        return plan;
    }
  return NULL;
}

static char *
make_key (const Incident *incident)
{
  return g_strdup_printf ("incident-%d", incident->ago);
}

/* --- what happened --- */

static void
set_hold (HearthDemoHouse *house, const Incident *incident, HearthRecord *record)
{
  const HearthDemoPair pairs[] = {
    { "intervention", "yes" },
    { "intervention_kind", "holding" },
    { "intervention_minutes", "1" },
    { "intervention_by", hearth_demo_house_get_person (house, house->role) },
    { "intervention_why", incident->held },
    { "injuries", "None seen." },
    { "intervention_view", "I was angry. I know that you were afraid for me on the stairs." },
    { NULL, NULL },
  };

  if (incident->held[0] != '\0')
    hearth_demo_record_set_all (record, pairs);
}

static void
set_what_happened (HearthDemoHouse *house, const Incident *incident, HearthRecord *record)
{
  const HearthDemoPair pairs[] = {
    { "category", incident->category },
    { "severity", incident->severity },
    { "place", incident->place },
    { "triggers", incident->triggers },
    { "before", incident->before },
    { "seen", incident->seen },
    { "after", incident->after },
    { "calming", incident->calming },
    { "medical_check", incident->check },
    { "body_map", incident->body_map },
    { "staff", hearth_demo_house_get_person (house, house->role) },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (record, pairs);
  set_hold (house, incident, record);
}

/* They follow by themselves from what was saved. */
GPtrArray *
hearth_demo_list_notifications (HearthDemoHouse *house, HearthRecord *subject, GError **error)
{
  return hearth_demo_house_commit (house, error)
           ? hearth_notifications_list (house->store, hearth_record_get_id (subject), error)
           : NULL;
}

/* Who can be reached is told by telephone, while everything is fresh, the others in writing. Of the newest one somebody
 * still waits to be told. */
static bool
tell_all (HearthDemoHouse *house, HearthRecord *record, bool is_over, GError **error)
{
  static const char *const by_phone[] = { "director", "manager", "doctor", "police", NULL };
  g_autoptr (GPtrArray) made = hearth_demo_list_notifications (house, record, error);

  for (guint i = 0; made != NULL && i < made->len; i++)
    {
      HearthRecord *notification = g_ptr_array_index (made, i);
      bool phone = g_strv_contains (by_phone, hearth_record_get (notification, "whom"));

      if ((phone || is_over) &&
          !hearth_notification_finish (house->store, notification, phone ? "phone" : "email", NULL,
                                       phone ? "Thanked for the call." : "Sent; an answer is not expected.",
                                       error))
        return false;
    }
  return made != NULL;
}

static bool
write_incident (HearthDemoHouse *house, GPtrArray *plans, const Incident *incident, int day, GError **error)
{
  guint place = (guint) (incident->ago * 5);
  const HearthDemoPlan *plan = find_resident (plans, day, place),
                       *other = find_resident (plans, day, place + plans->len / 2 + 1);
  g_autofree char *key = make_key (incident);
  g_autoptr (HearthRecord) record = NULL;

  if (plan == NULL)
    return true;
  record = hearth_demo_house_new_record (house, &hearth_incident_type, NULL);
  hearth_record_set (record, "affected", plan->id);
  if (incident->others == WITH_ANOTHER && other != plan)
    hearth_record_set (record, "involved", other->id);
  set_what_happened (house, incident, record);
  hearth_demo_record_take (record, "occurred_at",
                           hearth_demo_house_dup_instant (house, day, incident->hour, incident->minute));
  hearth_demo_record_take (record, "reported_at",
                           hearth_demo_house_dup_instant (house, day, incident->hour, incident->minute + 5));
  if (strstr (incident->triggers, "visit") != NULL || strstr (incident->triggers, "anniversary") != NULL)
    hearth_demo_record_take (record, "said", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_MISSES_FAMILY));
  if (!hearth_demo_house_sign (house, record, error) ||
      !tell_all (house, record, incident->ago > OPEN_AGO, error))
    return false;
  hearth_demo_house_keep (house, key, record);
  return hearth_demo_write_load (house, day, incident->hours, "incident", incident->debrief, error);
}

bool
hearth_demo_write_incidents (HearthDemoHouse *house,
                             GPtrArray *plans,
                             int day,
                             int from_hour,
                             int to_hour,
                             const char *carer,
                             GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (incidents); i++)
    {
      const Incident *incident = &incidents[i];

      if (hearth_demo_house_days_ago (house, day) != incident->ago || incident->hour < from_hour ||
          incident->hour >= to_hour ||
          !hearth_demo_house_set_time (house, day, incident->hour + (incident->minute + WRITTEN_AFTER) / 60,
                                       (incident->minute + WRITTEN_AFTER) % 60))
        continue;
      if (!hearth_demo_house_sign_in (house, carer, error) ||
          !write_incident (house, plans, incident, day, error))
        return false;
    }
  return true;
}

/* --- what follows --- */

static HearthRecord *
load_incident (HearthDemoHouse *house, const Incident *incident, GError **error)
{
  g_autofree char *key = make_key (incident);

  return hearth_store_load (house->store, hearth_demo_house_get_kept (house, key), error);
}

static bool
write_review (HearthDemoHouse *house, const Incident *incident, int day, GError **error)
{
  g_autoptr (HearthRecord) record = load_incident (house, incident, error);
  g_autoptr (HearthRecord) review =
    record != NULL ? hearth_incident_begin_review (house->store, record, error) : NULL;
  const HearthDemoPair pairs[] = {
    { "resident_talk_by", hearth_demo_house_get_person (house, "key-worker") },
    { "resident_words", "I want to know before it gets loud. A sign would be good." },
    { "resident_wishes", "A place where I can go and nobody comes after me." },
    { "staff_talk_note", "Who was there is well. Two would have been better than one." },
    { "cause", "Tired, and something that was waited for." },
    { "plan_followed", "yes" },
    { "changes", "A quiet quarter of an hour before supper. The armchair by the window is the place to go." },
    { "reviewed_by", hearth_demo_house_get_person (house, house->role) },
    { NULL, NULL },
  };

  if (review == NULL)
    return false;
  hearth_demo_record_set_all (review, pairs);
  hearth_demo_record_take (review, "resident_talk_on", hearth_demo_house_dup_date (house, day - 1));
  hearth_demo_record_take (review, "staff_talk_on", hearth_demo_house_dup_date (house, day - 1));
  hearth_demo_record_take (review, "reviewed_on", hearth_demo_house_dup_date (house, day));
  if (incident->ago > OPEN_AGO)
    {
      hearth_demo_record_take (review, "closed_on", hearth_demo_house_dup_date (house, day));
      hearth_record_set (review, "closing_note", "It has been calm since. The changes stay.");
    }
  return hearth_demo_house_save (house, review, error);
}

bool
hearth_demo_write_reviews (HearthDemoHouse *house, int day, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (incidents); i++)
    {
      g_autofree char *key = make_key (&incidents[i]);

      if (hearth_demo_house_get_kept (house, key) == NULL ||
          incidents[i].ago - hearth_demo_house_days_ago (house, day) != REVIEW_AFTER)
        continue;
      if (!hearth_demo_house_sign_in (house, "house-manager", error) ||
          !write_review (house, &incidents[i], day, error))
        return false;
    }
  return true;
}
