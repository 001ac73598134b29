/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shifts of the invented house: house log, handover, who has read it, and events.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include <string.h>

#include "records/types.h"
#include "rules/handover.h"

/* Since then the house keeps a log of its own, and hands over in writing. */
#define LOG_DAYS 90
#define HANDOVER_DAYS 14
/* Logs of the last days are still open, as those of the residents are. */
#define OPEN_DAYS 2

#define EVENT_MEETING_DAY 6 /* of seven */

/* --- house log --- */

static void
set_people (HearthDemoHouse *house, HearthRecord *log)
{
  static const char *const others[] = { "duty-carer", "key-worker", "duty-carer", "house-manager" };
  const char *own = house->role, *next = g_str_equal (own, others[0]) ? others[1] : others[0];

  hearth_demo_record_take (log, "staff",
                           g_strjoin (" ", hearth_demo_house_get_person (house, own),
                                      hearth_demo_house_get_person (house, "nurse"), NULL));
  hearth_record_set (log, "coming", hearth_demo_house_get_person (house, next));
}

static void
set_head_count (HearthRecord *log, GPtrArray *plans, int day)
{
  int expected = 0, away = 0;

  for (guint i = 0; i < plans->len; i++)
    {
      const HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->id == NULL || !hearth_demo_plan_is_home (plan, day))
        continue;
      expected++;
      away += hearth_demo_plan_is_out (plan, day);
    }
  hearth_demo_record_take (log, "expected", g_strdup_printf ("%d", expected));
  hearth_demo_record_take (log, "present", g_strdup_printf ("%d", expected - away));
  hearth_demo_record_take (log, "away", g_strdup_printf ("%d", away));
  hearth_record_set (log, "missing", "0");
}

static void
set_state_of_house (HearthRecord *log, int day, bool night)
{
  static const char *const weathers[] = { "calm", "lively", "calm", "calm", "tense", "lively", "calm" };
  static const char *const notes[] = {
    "Much laughter at supper; two games at once.",
    "Rain all day, everybody a little restless. Baking helped.",
    "Quiet house. Several read in the garden room.",
    "Loud voices about the television, settled with a list for the week.",
  };
  static const char *const repairs[] = {
    "The tap in the upper bathroom drips; the plumber comes on Thursday.",
    "A window handle in the Robin room is loose.",
    "New batteries for the torch in the office.",
  };
  static const char *const deliveries[] = { "Vegetables and rice for the week.",
                                            "Two boxes of school things." };

  hearth_record_set (log, "weather", weathers[(day * 3 + night) % (int) G_N_ELEMENTS (weathers)]);
  if (!night && day % 4 == 1)
    hearth_record_set (log, "weather_note", notes[day / 4 % (int) G_N_ELEMENTS (notes)]);
  if (!night && day % 9 == 2)
    hearth_record_set (log, "maintenance", repairs[day / 9 % (int) G_N_ELEMENTS (repairs)]);
  if (!night && day % 7 == 3)
    hearth_record_set (log, "deliveries", deliveries[day / 7 % (int) G_N_ELEMENTS (deliveries)]);
}

static bool
write_house_log (HearthDemoHouse *house, GPtrArray *plans, int day, const char *code, GError **error)
{
  g_autoptr (HearthRecord) log = hearth_demo_house_new_record (house, &hearth_house_log_type, NULL);
  bool night = g_str_equal (code, "night");
  const HearthDemoPair pairs[] = {
    { "shift", code },
    { "keys", "yes" },
    { "phone", "yes" },
    { "checks", night ? "doors windows gate fire_alarm kitchen"
                      : "doors windows gate first_aid medicine_cupboard garden" },
    { NULL, NULL },
  };

  hearth_demo_record_take (log, "date", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_set_all (log, pairs);
  hearth_demo_record_take (log, "cash", g_strdup_printf ("%d.%d5", 60 + day * 7 % 90, day % 10));
  set_people (house, log);
  set_head_count (log, plans, day);
  set_state_of_house (log, day, night);
  return hearth_demo_house_days_ago (house, day) < OPEN_DAYS ? hearth_demo_house_save (house, log, error)
                                                             : hearth_demo_house_sign (house, log, error);
}

/* --- handover --- */

static bool
write_handover (HearthDemoHouse *house, int day, const char *code, GError **error)
{
  static const char *const notes[] = {
    "All settled. The small lamp in the Robin room stays on.",
    "Two would like to be woken early for the bus.",
    "The cook leaves soup for whoever comes back late.",
    "A letter for one of the girls lies in the office; give it after school.",
    "The door to the garden sticks; lift it a little.",
    "Somebody was tearful after a call. Company helped, no questions needed.",
  };
  g_autofree char *date = hearth_demo_house_dup_date (house, day);
  g_autoptr (HearthShift) shift = hearth_shift_new (house->store, date, code);
  g_autoptr (HearthRecord) handover = hearth_handover_begin (house->store, shift, error);
  gsize place = (gsize) (day * 2 + (g_str_equal (code, "night") ? 1 : 0)) % G_N_ELEMENTS (notes);

  if (handover == NULL)
    return false;
  hearth_record_set (handover, "notes", notes[place]);
  if (!hearth_demo_house_sign (house, handover, error))
    return false;
  hearth_demo_house_keep (house, code, handover);
  return true;
}

bool
hearth_demo_write_shift (HearthDemoHouse *house, GPtrArray *plans, int day, const char *code, GError **error)
{
  int ago = hearth_demo_house_days_ago (house, day);

  return (ago > LOG_DAYS || write_house_log (house, plans, day, code, error)) &&
         (ago > HANDOVER_DAYS || write_handover (house, day, code, error));
}

/* The last handover waits for whoever comes. */
bool
hearth_demo_write_reads (HearthDemoHouse *house, int day, GError **error)
{
  static const char *const codes[] = { "afternoon", "night" };
  const char *reader = g_strcmp0 (house->role, "key-worker") == 0 ? "duty-carer" : "key-worker";
  gsize n = hearth_demo_house_has_come (house, day + 1, 21, 5) ? 2 : 1;

  if (hearth_demo_house_days_ago (house, day) > HANDOVER_DAYS)
    return true;
  if (!hearth_demo_house_sign_in (house, reader, error))
    return false;
  for (gsize i = 0; i < n; i++)
    {
      const char *id = hearth_demo_house_get_kept (house, codes[i]);
      g_autoptr (HearthRecord) handover = id != NULL ? hearth_store_load (house->store, id, error) : NULL;
      g_autoptr (HearthRecord) read =
        handover != NULL ? hearth_handover_mark_read (house->store, handover, NULL, error) : NULL;

      if (id != NULL && read == NULL)
        return false;
    }
  return true;
}

/* --- events --- */

typedef struct {
  int every, on; /* days */
  const char *kind;
  int hour, minutes; /* @minutes: until a visitor leaves again; 0: no visitor */
  int n_residents;   /* -1: all */
  const char *text;
} Event;

static const Event events[] = {
  { 7, EVENT_MEETING_DAY, "meeting", 17, 0, -1,
    "House meeting. The menu of the week, a second shelf for the bathroom, and who chooses the film." },
  { 23, 9, "celebration", 15, 0, -1,
    "A birthday: cake with candles, a song in three languages, dancing in the hall." },
  { 17, 5, "repair", 10, 90, 0,
    "The electrician looked at the lamps in the corridor. Somebody of the house stayed with him." },
  { 13, 4, "activity", 15, 0, 4,
    "Baked bread together. Everybody shaped one, and the first was gone before it was cold." },
  { 19, 12, "activity", 14, 0, 3,
    "Walk along the river with a picnic. Stones were collected and a poem was made." },
  { 29, 20, "visitor", 11, 60, 0,
    "The school’s head came to talk about the new term. The residents were not named to her." },
  { 31, 30, "check", 18, 0, -1, "Fire drill: everybody was outside after three minutes. Afterwards cocoa." },
};

static char *
join_residents (GPtrArray *plans, int day, int n)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < plans->len && n != 0; i++)
    {
      const HearthDemoPlan *plan = g_ptr_array_index (plans, (i + (guint) day) % plans->len);

      if (plan->id == NULL || !hearth_demo_plan_is_home (plan, day) || hearth_demo_plan_is_out (plan, day))
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", plan->id);
      n--;
    }
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

static bool
write_event (HearthDemoHouse *house, GPtrArray *plans, const Event *event, int day, GError **error)
{
  g_autoptr (HearthRecord) record = hearth_demo_house_new_record (house, &hearth_house_event_type, NULL);

  hearth_record_set (record, "kind", event->kind);
  hearth_record_set (record, "text", event->text);
  hearth_record_set (record, "shift", event->hour < 14 ? "morning" : "afternoon");
  hearth_record_set (record, "staff", hearth_demo_house_get_person (house, house->role));
  hearth_demo_record_take (record, "shift_date", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_take (record, "occurred_at", hearth_demo_house_dup_instant (house, day, event->hour, 0));
  if (event->minutes > 0)
    hearth_demo_record_take (record, "left_at",
                             hearth_demo_house_dup_instant (house, day, event->hour, event->minutes));
  hearth_demo_record_take (record, "residents", join_residents (plans, day, event->n_residents));
  return hearth_demo_house_days_ago (house, day) < OPEN_DAYS ? hearth_demo_house_save (house, record, error)
                                                             : hearth_demo_house_sign (house, record, error);
}

bool
hearth_demo_write_events (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    if (day % events[i].every == events[i].on && !write_event (house, plans, &events[i], day, error))
      return false;
  return true;
}
