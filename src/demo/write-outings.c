/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who goes out of the invented house and comes back, who visits and calls, and the day on which somebody was missing.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/notifications.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->life, 0, G_N_ELEMENTS (table))])

#define SETTLED_AFTER 40  /* days until the first leave */
#define DECIDED_BEFORE 2  /* days */
#define WEEKS_BETWEEN 4 /* two leaves */
#define QUIET_DAYS 6      /* before today: then the last leaves are told one by one */
#define LATE_MINUTES 40

/* --- leaves --- */

typedef struct {
  const char *kind, *where_to, *with_whom, *escort;
  int out_hour, back_hour;
  int nights;
} Outing;

static const Outing children_outings[] = {
  { "home", "The grandmother’s house", "The grandmother", "family", 10, 17, 1 },
  { "day", "The market and the river", "Two others of the house", "staff", 14, 18, 0 },
  { "school", "The school’s day at the farm", "The class", "other", 8, 17, 0 },
  { "day", "A friend from school", "The friend’s parents", "friend", 13, 18, 0 },
};
static const Outing adult_outings[] = {
  { "work", "A trial day at the bakery", "The bakery’s trainer", "alone", 9, 17, 0 },
  { "overnight", "The aunt in the next town", "The aunt", "alone", 10, 18, 1 },
  { "day", "The library and a walk", "", "alone", 13, 18, 0 },
};

/* On Saturdays of every second week, each resident on every second of these. */
bool
hearth_demo_has_leave (HearthDemoHouse *house, const HearthDemoPlan *plan, int decided)
{
  int day = decided + DECIDED_BEFORE;

  return plan->id != NULL && day >= plan->arrival + SETTLED_AFTER &&
         hearth_demo_plan_is_home (plan, day + 2) && hearth_demo_house_days_ago (house, day) >= QUIET_DAYS &&
         hearth_demo_house_get_weekday (house, day) == G_DATE_SATURDAY &&
         (day / 7 + plan->arrival / 2 * 2) % WEEKS_BETWEEN == 0;
}

static HearthRecord *
new_leave (HearthDemoHouse *house, HearthDemoPlan *plan, const Outing *outing, int day, int asked)
{
  HearthRecord *leave = hearth_demo_house_new_record (house, &hearth_leave_type, plan);
  const HearthDemoPair pairs[] = {
    { "kind", outing->kind },     { "where_to", outing->where_to },
    { "escort", outing->escort }, { "with_whom", outing->with_whom },
    { "phone", "555 0100" },      { "conditions", "Phone on. A call when arriving. Back by daylight." },
    { "decision", "asked" },      { NULL, NULL },
  };

  hearth_demo_record_set_all (leave, pairs);
  hearth_demo_record_take (leave, "asked_on", hearth_demo_house_dup_date (house, asked));
  hearth_demo_record_take (leave, "wish",
                           hearth_demo_quote (plan, outing->nights > 0 ? HEARTH_DEMO_SAYS_GRANDMOTHER
                                                                       : HEARTH_DEMO_SAYS_HAPPY));
  hearth_demo_record_take (leave, "leaves_at",
                           hearth_demo_house_dup_instant (house, day, outing->out_hour, 0));
  hearth_demo_record_take (leave, "due_back",
                           hearth_demo_house_dup_instant (house, day + outing->nights, outing->back_hour, 0));
  return leave;
}

static void
decide (HearthDemoHouse *house, HearthRecord *leave, const char *decision, int day, const char *note)
{
  hearth_record_set (leave, "decision", decision);
  hearth_record_set (leave, "decided_by", hearth_demo_house_get_person (house, house->role));
  hearth_record_set (leave, "decision_note", note);
  hearth_demo_record_take (leave, "decided_on", hearth_demo_house_dup_date (house, day));
}

static void
remember_leave (HearthDemoPlan *plan, HearthRecord *leave, int from, int nights)
{
  g_set_str (&plan->leave, hearth_record_get_id (leave));
  plan->out_from = from;
  plan->out_until = from + nights;
}

bool
hearth_demo_write_leave (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  int first = day + DECIDED_BEFORE;
  const Outing *outing =
    hearth_demo_plan_is_child (plan) ? &PICK (plan, children_outings) : &PICK (plan, adult_outings);
  bool hard = hearth_demo_plan_wellbeing (plan, day) < 0.4, unwanted = hearth_demo_chance (plan->life, 0.06);
  g_autoptr (HearthRecord) leave = new_leave (house, plan, outing, first, day - 1);

  if (unwanted)
    hearth_record_set (leave, "decision", "cancelled");
  else if (hard && outing->nights > 0)
    decide (house, leave, "not_agreed", day,
            "Too early for a night away. We plan an afternoon together instead.");
  else
    decide (house, leave, "agreed", day, "");
  if (!hearth_demo_house_save (house, leave, error))
    return false;
  if (g_str_equal (hearth_record_get (leave, "decision"), "agreed"))
    remember_leave (plan, leave, first, outing->nights);
  return true;
}

static void
set_back (HearthDemoHouse *house, HearthDemoPlan *plan, HearthRecord *leave, int day)
{
  static const char *const notes[] = {
    "Back on time, hungry, with a bag of fruit for everyone.",
    "Quiet on coming back; tea in the kitchen, then talked about the day.",
    "Came back singing. Nothing to report.",
    "Tired. Went to bed early and slept.",
  };
  int hour = hearth_demo_plan_is_child (plan) ? 16 : 17;

  hearth_demo_record_take (leave, "back_at",
                           hearth_demo_house_dup_instant (house, day, hour,
                                                          g_rand_int_range (plan->life, 20, 70)));
  hearth_demo_record_take (leave, "back_words",
                           hearth_demo_quote (plan, hearth_demo_chance (plan->life, 0.5)
                                                      ? HEARTH_DEMO_SAYS_HAPPY
                                                      : HEARTH_DEMO_SAYS_MISSES_FAMILY));
  hearth_record_set (leave, "back_note", PICK (plan, notes));
}

/* What the shift of @day saw of the last leave. */
bool
hearth_demo_write_way_back (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) leave = NULL;

  if (plan->leave == NULL || (day != plan->out_from && day != plan->out_until))
    return true;
  leave = hearth_store_load (house->store, plan->leave, error);
  if (leave == NULL)
    return false;
  if (day == plan->out_from)
    hearth_record_set (leave, "out_at", hearth_record_get (leave, "leaves_at"));
  if (day == plan->out_until && hearth_demo_house_days_ago (house, day) > 0)
    set_back (house, plan, leave, day);
  return hearth_demo_house_save (house, leave, error);
}

/* --- the leaves of today --- */

/* The @nth resident from behind who lives here and is in no hurry to move. */
static HearthDemoPlan *
find_from_behind (HearthDemoHouse *house, GPtrArray *plans, guint nth)
{
  for (guint i = plans->len; i > 0; i--)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i - 1);

      if (plan->id != NULL && hearth_demo_plan_is_home (plan, house->days - 1) &&
          plan->arrival < house->days - 20 && nth-- == 0)
        return plan;
    }
  return NULL;
}

static bool
write_out_since_yesterday (HearthDemoHouse *house,
                           HearthDemoPlan *plan,
                           const Outing *outing,
                           int day,
                           const char *due,
                           GError **error)
{
  g_autoptr (HearthRecord) leave = NULL;

  if (plan == NULL)
    return true;
  leave = new_leave (house, plan, outing, house->days - 2, day - 1);
  hearth_record_set (leave, "due_back", due);
  decide (house, leave, "agreed", day, "");
  if (!hearth_demo_house_save (house, leave, error))
    return false;
  remember_leave (plan, leave, house->days - 2, 2);
  return true;
}

bool
hearth_demo_write_last_leaves (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  static const Outing visit = { "home", "The grandmother’s house", "The grandmother", "family", 10, 17, 2 };
  static const Outing trip = { "overnight", "The aunt in the next town", "The aunt", "family", 15, 18, 1 };
  static const Outing wish = { "day", "The swimming pool", "Two others of the house", "staff", 14, 17, 0 };
  g_autoptr (GDateTime) late =
    g_date_time_add_seconds (house->now, -60 * LATE_MINUTES - g_date_time_get_second (house->now));
  g_autofree char *late_due = hearth_instant_from_date_time (late);
  g_autofree char *due = hearth_demo_house_dup_instant (house, house->days, 17, 0);
  HearthDemoPlan *asking = find_from_behind (house, plans, 2);
  g_autoptr (HearthRecord) leave = NULL;

  if (hearth_demo_house_days_ago (house, day) != 3)
    return true;
  if (!hearth_demo_house_sign_in (house, "house-manager", error) ||
      !write_out_since_yesterday (house, find_from_behind (house, plans, 0), &visit, day, due, error) ||
      !write_out_since_yesterday (house, find_from_behind (house, plans, 1), &trip, day, late_due, error))
    return false;
  if (asking == NULL)
    return true;
  leave = new_leave (house, asking, &wish, house->days + 2, day);
  return hearth_demo_house_save (house, leave, error);
}

/* --- visits and calls --- */

#define DAYS_BETWEEN_CALLS 11

typedef struct {
  const char *way;
  int contact; /* of the plan; -1: somebody not known */
  const char *allowed, *took_place, *minutes, *wished, *seen, *after;
} Contact;

static const Contact contacts[] = {
  { "call_out", 0, "yes", "yes", "20", "wanted", "Spoke in the garden, laughed twice.",
    "At ease, came to supper." },
  { "video", 0, "yes", "yes", "25", "wanted", "Showed the room and a drawing.", "Cheerful for the evening." },
  { "visit", 0, "yes", "yes", "60", "wanted", "Tea in the garden room, with photographs.",
    "Sad at the gate; a walk around the house helped." },
  { "letter", 1, "yes", "yes", "", "wanted", "Read together with the interpreter.",
    "Put it under the pillow." },
  { "call_out", 1, "supervised", "yes", "10", "unsure", "Short answers; ended it by own wish.",
    "Quiet, stayed near until bedtime." },
  { "call_in", -1, "not_known", "no", "", "",
    "A caller who gave no name asked who lives here. Nothing was said.", "" },
  { "parcel", 0, "yes", "yes", "", "wanted", "Opened together: a scarf and sweets.", "Shared the sweets." },
};

bool
hearth_demo_has_contact (const HearthDemoPlan *plan, int day)
{
  return plan->id != NULL && day >= plan->arrival + 7 && hearth_demo_plan_is_home (plan, day) &&
         !hearth_demo_plan_is_out (plan, day) && (day + plan->arrival * 3) % DAYS_BETWEEN_CALLS == 0;
}

bool
hearth_demo_write_contact (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  const Contact *contact = &PICK (plan, contacts);
  g_autoptr (HearthRecord) visit = hearth_demo_house_new_record (house, &hearth_visit_type, plan);
  bool known = contact->contact >= 0 && plan->contacts[contact->contact] != NULL;
  const HearthDemoPair pairs[] = {
    { "way", contact->way },
    { "allowed", contact->allowed },
    { "took_place", contact->took_place },
    { "minutes", contact->minutes },
    { "wished", contact->wished },
    { "seen", contact->seen },
    { "after", contact->after },
    { "who", known ? "" : "A caller who gave no name" },
    { "identity_checked", known ? "yes" : "no" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (visit, pairs);
  hearth_demo_record_take (visit, "at",
                           hearth_demo_house_dup_instant (house, day, 17,
                                                          g_rand_int_range (plan->life, 0, 110)));
  if (known)
    hearth_record_set (visit, "contact", plan->contacts[contact->contact]);
  if (g_str_equal (contact->allowed, "supervised"))
    hearth_record_set (visit, "supervised_by", hearth_demo_house_get_person (house, house->role));
  return hearth_demo_house_save (house, visit, error);
}

/* --- missing --- */

#define MISSING_AGO 24 /* days */

static HearthDemoPlan *
find_missing (HearthDemoHouse *house, GPtrArray *plans, int day)
{
  for (guint i = 1; i < plans->len; i++)
    {
      HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (house->missing != NULL
            ? plan == house->missing
            : plan->id != NULL && hearth_demo_plan_is_child (plan) && hearth_demo_plan_is_home (plan, day) &&
                !hearth_demo_plan_is_out (plan, day))
        return plan;
    }
  return NULL;
}

/* Everybody who must be told is called from the office. */
static bool
call_all (HearthDemoHouse *house, HearthRecord *episode, GError **error)
{
  g_autoptr (GPtrArray) made = hearth_demo_list_notifications (house, episode, error);

  for (guint i = 0; made != NULL && i < made->len; i++)
    if (!hearth_notification_finish (house->store, g_ptr_array_index (made, i), "phone", NULL,
                                     "Reached at once; wants to be called when there is news.", error))
      return false;
  return made != NULL;
}

static bool
begin_missing (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) episode = hearth_demo_house_new_record (house, &hearth_missing_episode_type, plan);
  const HearthDemoPair pairs[] = {
    { "last_seen_where", "The school gate" },
    { "last_seen_by", hearth_demo_house_get_person (house, "teacher") },
    { "risk", "medium" },
    { "risk_why", "Knows the town and has a phone. A hard week, and it is cold." },
    { "description", "Blue jacket, white trainers, a red rucksack" },
    { "took_with", "Phone with little charge, small change, no papers" },
    { "before", "A call that did not come, the evening before." },
    { "places", "The bridge, the library, the friend from school" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (episode, pairs);
  hearth_demo_record_take (episode, "last_seen_at", hearth_demo_house_dup_instant (house, day, 15, 10));
  hearth_demo_record_take (episode, "noticed_at", hearth_demo_house_dup_instant (house, day, 16, 15));
  if (!hearth_demo_house_save (house, episode, error) || !call_all (house, episode, error))
    return false;
  hearth_demo_house_keep (house, "missing", episode);
  house->missing = plan;
  return true;
}

static bool
end_missing (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) episode =
    hearth_store_load (house->store, hearth_demo_house_get_kept (house, "missing"), error);
  const HearthDemoPair pairs[] = {
    { "found_how", "staff" },
    { "found_where", "On the bench at the library" },
    { "state", "Cold and tired, glad to be fetched. Soup, a hot shower, bed." },
    { "medical_check", "not_needed" },
    { "police_reference", "M-0417" },
    { NULL, NULL },
  };

  if (episode == NULL)
    return false;
  hearth_demo_record_set_all (episode, pairs);
  hearth_demo_record_take (episode, "found_at", hearth_demo_house_dup_instant (house, day, 18, 50));
  hearth_demo_record_take (episode, "said", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_MISSES_FAMILY));
  return hearth_demo_house_save (house, episode, error);
}

/* The next day, after the talk. */
static bool
close_missing (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) episode =
    hearth_store_load (house->store, hearth_demo_house_get_kept (house, "missing"), error);

  if (episode == NULL)
    return false;
  hearth_demo_record_take (episode, "talk_on", hearth_demo_house_dup_date (house, day));
  hearth_record_set (episode, "talk_by", hearth_demo_house_get_person (house, "key-worker"));
  hearth_record_set (episode, "talk_words",
                     "I waited for the call and then I did not want to see anybody. Next time I go to the "
                     "garden and somebody sits with me.");
  hearth_demo_record_take (episode, "closed_on", hearth_demo_house_dup_date (house, day));
  return hearth_demo_house_save (house, episode, error);
}

bool
hearth_demo_write_missing (HearthDemoHouse *house,
                           GPtrArray *plans,
                           int day,
                           HearthDemoMissing part,
                           const char *carer,
                           GError **error)
{
  static const struct {
    int days, hour, minute;
    bool (*write) (HearthDemoHouse *, HearthDemoPlan *, int, GError **);
  } parts[] = {
    [HEARTH_DEMO_MISSING_BEGINS] = { 0, 16, 35, begin_missing },
    [HEARTH_DEMO_MISSING_ENDS] = { 0, 19, 5, end_missing },
    [HEARTH_DEMO_MISSING_TALK] = { 1, 11, 30, close_missing },
  };
  int first = house->days - 1 - MISSING_AGO;
  HearthDemoPlan *plan = day == first + parts[part].days ? find_missing (house, plans, first) : NULL;

  return plan == NULL || !hearth_demo_house_set_time (house, day, parts[part].hour, parts[part].minute) ||
         (hearth_demo_house_sign_in (house, part == HEARTH_DEMO_MISSING_TALK ? "key-worker" : carer, error) &&
          parts[part].write (house, plan, day, error));
}
