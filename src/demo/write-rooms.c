/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rooms and beds of the invented house, and what residents are given.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define RESIDENTS_A_HOUSE 24 /* that the rooms below are enough for */
#define N_WISHES 7
#define APART_AGO 25 /* days since two residents were given rooms apart */
#define DAYS_TO_A_GIFT 45

static const struct {
  const char *name, *floor, *for_whom;
} rooms[] = {
  { "Lark", "First floor", "girls" },    { "Robin", "First floor", "girls" },
  { "Swallow", "First floor", "girls" }, { "Linnet", "First floor", "girls" },
  { "Finch", "Second floor", "boys" },   { "Heron", "Second floor", "boys" },
  { "Dove", "Ground floor", "women" },   { "Wagtail", "Annexe", "men" },
};

/* --- rooms --- */

static bool
write_room (HearthDemoHouse *house, gsize place, unsigned int wing, GError **error)
{
  g_autoptr (HearthRecord) record = hearth_demo_house_new_record (house, &hearth_room_type, NULL);
  HearthDemoRoom *room = g_new0 (HearthDemoRoom, 1);

  g_ptr_array_add (house->rooms, room);
  room->for_whom = rooms[place].for_whom;
  room->name =
    wing == 0 ? g_strdup (rooms[place].name) : g_strdup_printf ("%s %u", rooms[place].name, wing + 1);
  hearth_record_set (record, "name", room->name);
  hearth_record_set (record, "floor", rooms[place].floor);
  hearth_record_set (record, "for_whom", room->for_whom);
  hearth_demo_record_take (record, "beds", g_strdup_printf ("%d", HEARTH_DEMO_BEDS));
  if (!hearth_demo_house_save (house, record, error))
    return false;
  room->id = g_strdup (hearth_record_get_id (record));
  return true;
}

bool
hearth_demo_write_rooms (HearthDemoHouse *house, GError **error)
{
  unsigned int n_wings = (house->options->residents + RESIDENTS_A_HOUSE - 1) / RESIDENTS_A_HOUSE;

  for (unsigned int wing = 0; wing < n_wings; wing++)
    for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
      if (!write_room (house, i, wing, error))
        return false;
  return true;
}

/* --- beds --- */

static const char *
get_kind (const HearthDemoPlan *plan)
{
  static const char *const kinds[] = {
    [HEARTH_DEMO_GIRL] = "girls",
    [HEARTH_DEMO_BOY] = "boys",
    [HEARTH_DEMO_WOMAN] = "women",
    [HEARTH_DEMO_MAN] = "men",
  };

  return kinds[plan->kind];
}

static bool
take_bed (HearthDemoHouse *house, HearthDemoPlan *plan, guint place, int wish)
{
  HearthDemoRoom *room = g_ptr_array_index (house->rooms, place);

  for (int i = 0; i < HEARTH_DEMO_BEDS; i++)
    {
      int bed = (wish + i) % HEARTH_DEMO_BEDS;

      if (!g_str_equal (room->for_whom, get_kind (plan)) || room->beds[bed] != NULL)
        continue;
      room->beds[bed] = plan;
      plan->room = (int) place;
      plan->bed = bed;
      return true;
    }
  return false;
}

void
hearth_demo_choose_bed (HearthDemoHouse *house, HearthDemoPlan *plan)
{
  int room = g_rand_int_range (plan->random, 0, N_WISHES);
  int bed = g_rand_int_range (plan->random, 1, HEARTH_DEMO_BEDS);

  for (guint i = 0; i < house->rooms->len; i++)
    if (take_bed (house, plan, ((guint) room + i) % house->rooms->len, bed))
      return;
}

bool
hearth_demo_write_bed (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) bed = NULL;

  if (plan->room < 0)
    return true;
  bed = hearth_demo_house_new_record (house, &hearth_bed_type, plan);
  hearth_record_set (bed, "room", ((HearthDemoRoom *) g_ptr_array_index (house->rooms, plan->room))->id);
  hearth_demo_record_take (bed, "number", g_strdup_printf ("%d", plan->bed + 1));
  hearth_demo_record_take (bed, "start", hearth_demo_house_dup_date (house, day));
  if (!hearth_demo_house_save (house, bed, error))
    return false;
  g_set_str (&plan->bed_record, hearth_record_get_id (bed));
  return true;
}

bool
hearth_demo_leave_bed (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) bed = NULL;

  if (plan->room < 0)
    return true;
  bed = hearth_store_load (house->store, plan->bed_record, error);
  if (bed == NULL)
    return false;
  ((HearthDemoRoom *) g_ptr_array_index (house->rooms, plan->room))->beds[plan->bed] = NULL;
  plan->room = plan->bed = -1;
  /* The last night. Who comes and goes on one day has none. */
  hearth_demo_record_take (bed, "end", hearth_demo_house_dup_date (house, day - 1));
  return hearth_demo_house_save (house, bed, error);
}

/* Two who would not sleep well in one room. */
bool
hearth_demo_write_apart (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  const HearthDemoPlan *first = NULL, *second = NULL;
  g_autoptr (HearthRecord) restriction = NULL;

  if (hearth_demo_house_days_ago (house, day) != APART_AGO)
    return true;
  for (guint i = 0; i < plans->len && second == NULL; i++)
    {
      const HearthDemoPlan *plan = g_ptr_array_index (plans, i);

      if (plan->room < 0 || !hearth_demo_plan_is_home (plan, day) || plan->move > day)
        continue;
      if (first == NULL)
        first = plan;
      else if (plan->room != first->room && plan->kind == first->kind)
        second = plan;
    }
  if (second == NULL)
    return true;
  if (!hearth_demo_house_sign_in (house, "house-manager", error))
    return false;
  restriction = hearth_demo_house_new_record (house, &hearth_room_restriction_type, NULL);
  hearth_demo_record_take (restriction, "residents", g_strconcat (first->id, " ", second->id, NULL));
  hearth_record_set (restriction, "reason",
                     "They know each other from before and both ask for distance at night. Days are fine.");
  hearth_demo_record_take (restriction, "start", hearth_demo_house_dup_date (house, day));
  return hearth_demo_house_save (house, restriction, error);
}

/* --- what is given --- */

typedef struct {
  const char *kind, *item, *quantity, *size, *value;
} Need;

static const Need first_needs[] = {
  { "hygiene", "Soap, toothbrush, towel, hairbrush", "1", "", "9.50" },
  { "clothing", "Nightclothes and clothes for two days", "1", "as tried on", "24.00" },
  { "bedding", "Bedding and a soft blanket", "1", "", "18.00" },
};

static const Need later_needs[] = {
  { "shoes", "Everyday shoes", "1", "as tried on", "21.00" },
  { "school", "School bag with pens and exercise books", "1", "", "16.80" },
  { "clothing", "Warm jacket", "1", "as tried on", "32.00" },
  { "hygiene", "Washing things for the month", "1", "", "7.40" },
  { "play", "Drawing block and coloured pencils", "1", "", "6.00" },
  { "phone", "Credit for calls home", "1", "", "5.00" },
  { "money", "Pocket money for the month", "1", "", "10.00" },
  { "health", "Reading glasses", "1", "", "28.00" },
  { "clothing", "Underwear and socks", "5", "as tried on", "19.00" },
};

static bool
write_need (HearthDemoHouse *house, HearthDemoPlan *plan, const Need *need, int day, GError **error)
{
  g_autoptr (HearthRecord) given = hearth_demo_house_new_record (house, &hearth_need_given_type, plan);
  const HearthDemoPair pairs[] = {
    { "kind", need->kind },
    { "item", need->item },
    { "quantity", need->quantity },
    { "size", need->size },
    { "value", need->value },
    { "choice", "yes" },
    { "signed", "yes" },
    { "given_by", hearth_demo_house_get_person (house, house->role) },
    { NULL, NULL },
  };

  hearth_demo_record_take (given, "date", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_set_all (given, pairs);
  return hearth_demo_house_save (house, given, error);
}

bool
hearth_demo_has_need (const HearthDemoPlan *plan, int day)
{
  return plan->id != NULL && hearth_demo_plan_is_home (plan, day) &&
         (day - plan->arrival) % DAYS_TO_A_GIFT == 0;
}

bool
hearth_demo_write_needs (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  if (day > plan->arrival)
    return write_need (house, plan,
                       &later_needs[g_rand_int_range (plan->life, 0, G_N_ELEMENTS (later_needs))], day,
                       error);
  for (gsize i = 0; i < G_N_ELEMENTS (first_needs); i++)
    if (!write_need (house, plan, &first_needs[i], day, error))
      return false;
  return true;
}
