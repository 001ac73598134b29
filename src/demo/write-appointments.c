/* SPDX-License-Identifier: GPL-3.0-or-later
 * Appointments and referrals of the invented house.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->work, 0, G_N_ELEMENTS (table))])

#define FIRST_AFTER 16 /* days from the arrival */
#define DAYS_BETWEEN 42
#define DAYS_AHEAD 9 /* as which an appointment is known */
#define REFERRAL_AFTER 12
#define DAYS_TO_ANSWER 35
#define FRIDAY 5

/* --- appointments --- */

typedef struct {
  const char *kind, *where_to, *with_whom, *reason, *bring, *result;
} Visit;

static const Visit visits[] = {
  { "dentist", "Dental practice at the bridge", "Dr. Aurelio Finch-Tamm", "Check and cleaning",
    "Health card, music for the chair", "Two small fillings. Wants to come back to the same dentist." },
  { "eyes", "Optician at the market", "Ms Perpetua Lindgarde", "Eye test", "Health card",
    "Sees well with both eyes, or with the glasses that were ordered." },
  { "doctor", "Clinic in town", "Dr. Solveig Marchetti-Oduya", "Half-yearly check",
    "Health card, list of medicines", "Growing well, nothing that worries." },
  { "test", "Clinic in town, laboratory", "", "Blood test", "Something sweet for afterwards",
    "Values are good. Explained with a drawing." },
  { "therapy", "Practice for movement", "Mr Ansel Varga-Moor", "Back and shoulders", "Sports clothes",
    "Learned four exercises; does them in the evening." },
  { "vaccination", "Clinic in town", "", "Next dose", "Vaccination card", "Done, arm a little sore." },
};

/* Nobody is there at the weekend. */
static int
day_of_visit (HearthDemoHouse *house, int day)
{
  int weekday = hearth_demo_house_get_weekday (house, day);

  return weekday > FRIDAY ? day + 8 - weekday : day;
}

static bool
write_appointment (HearthDemoHouse *house, HearthDemoPlan *plan, int day, int number, GError **error)
{
  const Visit *visit = &visits[((unsigned int) number + plan->place) % G_N_ELEMENTS (visits)];
  g_autoptr (HearthRecord) appointment = hearth_demo_house_new_record (house, &hearth_appointment_type, plan);
  const HearthDemoPair pairs[] = {
    { "kind", visit->kind },           { "where_to", visit->where_to },
    { "with_whom", visit->with_whom }, { "reason", visit->reason },
    { "bring", visit->bring },         { "status", "planned" },
    { "transport", "House bus" },      { NULL, NULL },
  };

  hearth_demo_record_set_all (appointment, pairs);
  hearth_demo_record_take (appointment, "at",
                           hearth_demo_house_dup_instant (house, day, 9 + number % 6, 15 * (number % 3)));
  hearth_record_set (appointment, "escort",
                     hearth_demo_house_get_person (house, number % 2 == 0 ? "duty-carer" : "nurse"));
  if (number % 4 == 0)
    hearth_record_set (appointment, "wish", "Somebody I know stays in the room.");
  if (!hearth_demo_house_save (house, appointment, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "appointment", appointment);
  return true;
}

static bool
write_visited (HearthDemoHouse *house, HearthDemoPlan *plan, int day, int number, GError **error)
{
  const Visit *visit = &visits[((unsigned int) number + plan->place) % G_N_ELEMENTS (visits)];
  const char *id = hearth_demo_house_get_kept_of (house, plan, "appointment");
  g_autoptr (HearthRecord) appointment = NULL;
  bool came = number % 7 != 3;

  if (id == NULL)
    return true;
  appointment = hearth_store_load (house->store, id, error);
  if (appointment == NULL)
    return false;
  hearth_record_set (appointment, "status", came ? "attended" : "declined");
  if (came && g_str_equal (visit->kind, "test") && hearth_demo_house_days_ago (house, day) < DAYS_BETWEEN)
    hearth_record_set (appointment, "waits", "yes");
  else if (came)
    {
      hearth_record_set (appointment, "result", visit->result);
      hearth_demo_house_set_day (house, appointment, "result_on", day);
      hearth_demo_house_set_day (house, appointment, "told_on", day);
      hearth_record_set (appointment, "told_by", "The nurse");
    }
  else
    hearth_record_set (appointment, "follow_up", "Did not want to go that day. Asked again in two weeks.");
  hearth_demo_house_forget_of (house, plan, "appointment");
  return hearth_demo_house_save (house, appointment, error);
}

static bool
write_appointments (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  int since = day - plan->arrival - FIRST_AFTER + DAYS_AHEAD;
  int number = since / DAYS_BETWEEN, at;

  if (since < 0)
    return true;
  at = day_of_visit (house, plan->arrival + FIRST_AFTER + number * DAYS_BETWEEN + (int) (plan->place % 4));
  if (since % DAYS_BETWEEN < 7)
    return write_appointment (house, plan, at, number, error);
  return day <= at || write_visited (house, plan, day, number, error);
}

/* --- referrals --- */

static const struct {
  const char *service, *to_whom, *reason, *answer, *rating;
} services[] = {
  { "dental", "Dental practice at the bridge", "Teeth hurt when eating.",
    "Takes the resident on; appointments are made by the nurse.", "The dentist asks before each step." },
  { "mental_health", "Advice centre for young people, Sampletown", "A group of people of the same age.",
    "A place from the next month.", "I like it that they drink tea first." },
  { "documents", "Embassy, section for papers", "A birth certificate is missing.",
    "The application is in; answer in two months.", "Long wait. Somebody came with me." },
  { "training", "Workshop of the trades school", "Would like to learn to sew.",
    "A place on Saturdays, free of charge.", "I made a bag." },
  { "family", "Social services at home", "Whether a visit of the grandmother is possible.",
    "A first call took place, it was a good one.", "I heard the dog." },
};

static bool
write_referral (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  gsize place = plan->place % G_N_ELEMENTS (services);
  g_autoptr (HearthRecord) referral = hearth_demo_house_new_record (house, &hearth_referral_type, plan);

  hearth_record_set (referral, "service", services[place].service);
  hearth_record_set (referral, "to_whom", services[place].to_whom);
  hearth_record_set (referral, "reason", services[place].reason);
  hearth_record_set (referral, "status", "sent");
  hearth_demo_house_set_day (house, referral, "sent_on", day);
  hearth_demo_house_set_day (house, referral, "follow_up", day + DAYS_TO_ANSWER);
  if (!hearth_demo_house_save (house, referral, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "referral", referral);
  return true;
}

static bool
write_answer (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  gsize place = plan->place % G_N_ELEMENTS (services);
  const char *id = hearth_demo_house_get_kept_of (house, plan, "referral");
  g_autoptr (HearthRecord) referral = NULL;

  if (id == NULL)
    return true;
  referral = hearth_store_load (house->store, id, error);
  if (referral == NULL)
    return false;
  hearth_record_set (referral, "status", plan->place % 2 == 0 ? "done" : "accepted");
  hearth_record_set (referral, "answer", services[place].answer);
  hearth_record_set (referral, "rating", services[place].rating);
  hearth_record_set (referral, "follow_up", "");
  hearth_demo_house_set_day (house, referral, "answered_on", day);
  return hearth_demo_house_save (house, referral, error);
}

/* --- public --- */

bool
hearth_demo_write_appointments (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  return write_appointments (house, plan, day, error) &&
         (!hearth_demo_plan_is_time (plan, day, REFERRAL_AFTER, 180) ||
          write_referral (house, plan, day, error)) &&
         (!hearth_demo_plan_is_time (plan, day, REFERRAL_AFTER + DAYS_TO_ANSWER, 180) ||
          write_answer (house, plan, day, error));
}
