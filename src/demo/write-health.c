/* SPDX-License-Identifier: GPL-3.0-or-later
 * Health care of the invented house, as the nurse writes it: screenings, measurements, conditions, allergies, medicines,
 * vaccinations.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define PICK(plan, table) ((table)[g_rand_int_range ((plan)->work, 0, G_N_ELEMENTS (table))])

#define ON_ARRIVAL 1
#define HALF_YEAR 182
#define MONTH 28
#define QUARTER 91
#define DAYS_TO_MEND 120
#define TAKES_PRESSURE 15 /* years */

/* --- screenings --- */

static void
set_answers (HearthDemoPlan *plan, HearthRecord *screening, bool first)
{
  static const char *const asked[] = {
    "bleeding",       "fever",      "breathless", "dying_thoughts", "injury",
    "recent_harm",    "seizures",   "cough",      "tb_contact",     "work_hearing",
    "work_breathing", "work_heart", "work_eyes",  "work_skin",      "mental_care",
  };
  bool tooth = first && plan->place % 5 == 4;

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    hearth_record_set (screening, asked[i], "no");
  hearth_record_set (screening, "severe_pain", tooth ? "yes" : "no");
  if (tooth)
    hearth_record_set (screening, "urgent_done", "Toothache: seen by the dentist on the same afternoon.");
  hearth_record_set (screening, "sleep_trouble", first ? "yes" : "no");
  hearth_record_set (screening, "eating_trouble", first && plan->start < 0.25 ? "yes" : "no");
  hearth_record_set (screening, "work_back", first && plan->place % 3 == 2 ? "yes" : "no");
  hearth_record_set (screening, "work_limbs", first && plan->place % 4 == 1 ? "declined" : "no");
  hearth_record_set (screening, "medicines_now", "no");
  if (!hearth_demo_plan_is_child (plan))
    hearth_record_set (screening, "reproductive", "Asked about; nothing to note.");
}

static void
set_findings (HearthDemoPlan *plan, HearthRecord *screening, bool first)
{
  static const char *const examined[] = { "general", "skin", "eyes", "ears", "chest", "heart", "movement" };
  static const char *const found[] = {
    "Tired, a little underweight. Teeth need care.",
    "A small graze on the knee, nearly healed. Dry skin on the hands.",
    "Nothing that worries. Short of sleep.",
  };
  static const char *const marks[] = { "front 455 740 wound Graze, nearly healed",
                                       "front 270 560 rash Dry skin" };

  for (gsize i = 0; i < G_N_ELEMENTS (examined); i++)
    hearth_record_set (screening, examined[i], "nothing");
  hearth_record_set (screening, "teeth", first ? "found" : "nothing");
  hearth_record_set (screening, "belly", "not_examined");
  hearth_record_set (screening, "vision_right", plan->place % 8 == 2 ? "0.5" : "1.0");
  hearth_record_set (screening, "vision_left", plan->place % 8 == 2 ? "0.6" : "1.0");
  if (!first)
    return;
  hearth_record_set (screening, "found_note", PICK (plan, found));
  if (plan->place % 3 == 0)
    hearth_record_set (screening, "body_map", PICK (plan, marks));
}

static bool
write_screening (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const char *const better[] = {
    "In good health. Sleeps and eats well; stronger than half a year ago.",
    "Healthy. Has grown, has more appetite. Glasses and teeth are looked after.",
    "Well. Runs and plays without tiring. Still wakes now and then.",
  };
  g_autoptr (HearthRecord) screening = hearth_demo_house_new_record (house, &hearth_screening_type, plan);
  bool first = day < plan->arrival + HALF_YEAR;

  hearth_demo_house_set_day (house, screening, "date", day);
  hearth_record_set (screening, "reason", first ? "arrival" : "regular");
  hearth_record_set (screening, "place", "The nurse’s room");
  hearth_record_set (screening, "chaperone", first ? "The key worker" : "A friend from the house");
  hearth_demo_record_take (screening, "interpreter",
                           first ? g_strconcat (plan->culture->language, ", by telephone", NULL)
                                 : g_strdup (""));
  hearth_record_set (screening, "agreed", plan->place % 4 == 1 ? "partly" : "yes");
  set_answers (plan, screening, first);
  set_findings (plan, screening, first);
  hearth_record_set (screening, "summary",
                     first ? "Tired from the way, otherwise well. Rest, food as wished, dentist and eye test."
                           : PICK (plan, better));
  hearth_record_set (screening, "fit_for", first ? "school court travel" : "school work court travel sport");
  hearth_record_set (screening, "limits", first ? "No sport in the first two weeks" : "");
  hearth_demo_house_set_day (house, screening, "next_check", day + HALF_YEAR);
  return hearth_demo_house_sign (house, screening, error);
}

/* --- measurements --- */

typedef struct {
  double height, weight; /* cm and kg that are usual at an age */
} Size;

/* From 9 years on, rounded to what a scale in a house can tell. */
static Size
size_of (bool boy, double age)
{
  static const Size girls[] = { { 133, 28.5 }, { 138.5, 32 },   { 144.5, 36.5 }, { 151, 41.5 },
                                { 156.5, 46 }, { 160, 50 },     { 162, 52.5 },   { 163, 54 },
                                { 163, 55.5 }, { 163.5, 56.5 }, { 163.5, 57 },   { 163.5, 57 } },
                    boys[] = { { 133.5, 28.5 }, { 138.5, 31.5 }, { 143.5, 35.5 }, { 149, 40 },
                               { 156, 45.5 },   { 163, 51 },     { 169, 56.5 },   { 173, 61 },
                               { 175, 64.5 },   { 176, 67 },     { 176.5, 68 },   { 176.5, 68 } };
  const Size *sizes = boy ? boys : girls;
  double place = CLAMP (age - 9, 0, (double) G_N_ELEMENTS (girls) - 1.001);
  int year = (int) place;
  double share = place - year;

  return (Size) { sizes[year].height + share * (sizes[year + 1].height - sizes[year].height),
                  sizes[year].weight + share * (sizes[year + 1].weight - sizes[year].weight) };
}

/* Everybody grows along a line of their own, and gains weight as things get better. */
static void
set_size (HearthDemoPlan *plan, HearthRecord *measurement, int day)
{
  double own = 0.97 + plan->pace / 2500;
  double fed = 0.86 + 0.1 * hearth_demo_plan_wellbeing (plan, day);
  bool male = plan->kind == HEARTH_DEMO_BOY || plan->kind == HEARTH_DEMO_MAN;
  Size size = size_of (male, plan->age + 0.4 + (day - plan->arrival) / 365.0);

  hearth_demo_record_set_decimal (measurement, "height", size.height * own);
  hearth_demo_record_set_decimal (measurement, "weight",
                                  size.weight * own * fed + 0.2 * hearth_demo_noise (plan->work));
}

static void
set_number (HearthDemoPlan *plan, HearthRecord *record, const char *field, int usual, double spread)
{
  hearth_demo_record_take (record, field,
                           g_strdup_printf ("%d", usual + (int) (spread * hearth_demo_noise (plan->work))));
}

static bool
write_measurement (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  g_autoptr (HearthRecord) measurement = hearth_demo_house_new_record (house, &hearth_measurement_type, plan);

  hearth_demo_house_set_day (house, measurement, "date", day);
  hearth_record_set (measurement, "time", "10:30");
  set_size (plan, measurement, day);
  hearth_demo_record_set_decimal (measurement, "temperature", 36.7 + 0.2 * hearth_demo_noise (plan->work));
  set_number (plan, measurement, "pulse", 78, 5);
  if (plan->age >= TAKES_PRESSURE)
    {
      set_number (plan, measurement, "systolic", 112, 5);
      set_number (plan, measurement, "diastolic", 70, 4);
    }
  return hearth_demo_house_save (house, measurement, error);
}

/* --- conditions, and the medicines for them --- */

typedef struct {
  const char *condition, *status, *later, *found_by, *care;
  const char *medicine, *strength, *dose, *schedule, *route, *most;
  int days; /* for which it is taken; 0: on and on */
} Condition;

static const Condition conditions[] = {
  { "Too little iron", "active", "over", "Blood test at the clinic",
    "Iron with juice, not with tea. Blood test again after three months.", "Iron tablets", "60 mg",
    "1 tablet", "In the morning, with juice", "mouth", NULL, 90 },
  { "Mild asthma", "active", "controlled", "Doctor at the clinic",
    "The inhaler is in the school bag, a second one in the office.", "Salbutamol inhaler", "100 µg",
    "2 puffs", "When breathing is hard", "breathe", "8 puffs a day", 0 },
  { "Short-sighted", "active", "controlled", "Eye test", "Glasses for school and reading." },
  { "Dry, itchy skin", "active", "controlled", "Seen at the screening",
    "Cream after washing; cotton next to "
    "the skin.",
    "Moisturising cream", "", "A thin layer", "Morning and evening", "skin", NULL, 0 },
  { "Tooth decay", "active", "over", "Dentist", "Two fillings, then a check each half year.", "Paracetamol",
    "500 mg", "1 tablet", "When it hurts", "mouth", "3 tablets a day", 5 },
  { "Headaches after short nights", "suspected", "controlled", "Told by the resident",
    "Water, rest, a dark room. A doctor where they come more than once a week." },
};

static bool
write_medicine (HearthDemoHouse *house,
                HearthDemoPlan *plan,
                const Condition *condition,
                int day,
                GError **error)
{
  g_autoptr (HearthRecord) medicine = hearth_demo_house_new_record (house, &hearth_medicine_type, plan);
  const HearthDemoPair pairs[] = {
    { "medicine", condition->medicine },
    { "strength", condition->strength },
    { "dose", condition->dose },
    { "schedule", condition->schedule },
    { "route", condition->route },
    { "as_needed", condition->most != NULL ? "yes" : "" },
    { "most", condition->most != NULL ? condition->most : "" },
    { "reason", condition->condition },
    { "prescribed_by", "Dr. Solveig Marchetti-Oduya, clinic in town" },
    { "kept", condition->route[0] == 'b' ? "resident" : "cupboard" },
    { NULL, NULL },
  };

  hearth_demo_record_set_all (medicine, pairs);
  hearth_demo_house_set_day (house, medicine, "start", day);
  if (condition->days > 0)
    hearth_demo_house_set_day (house, medicine, "until", day + condition->days);
  return hearth_demo_house_save (house, medicine, error);
}

static const Condition *
condition_of (const HearthDemoPlan *plan)
{
  unsigned int place = plan->place % (G_N_ELEMENTS (conditions) + 2);

  return place < G_N_ELEMENTS (conditions) ? &conditions[place] : NULL;
}

static bool
write_condition (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  const Condition *condition = condition_of (plan);
  g_autoptr (HearthRecord) record = NULL;

  if (condition == NULL)
    return true;
  record = hearth_demo_house_new_record (house, &hearth_health_condition_type, plan);
  hearth_record_set (record, "condition", condition->condition);
  hearth_record_set (record, "status", condition->status);
  hearth_record_set (record, "found_by", condition->found_by);
  hearth_record_set (record, "care", condition->care);
  hearth_demo_house_set_day (house, record, "since", day);
  hearth_demo_house_set_day (house, record, "next_check", day + DAYS_TO_MEND);
  if (!hearth_demo_house_save (house, record, error))
    return false;
  hearth_demo_house_keep_of (house, plan, "condition", record);
  return condition->medicine == NULL || write_medicine (house, plan, condition, day, error);
}

/* How it stands after some months. */
static bool
write_mended (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  const char *id = hearth_demo_house_get_kept_of (house, plan, "condition");
  const Condition *condition = condition_of (plan);
  g_autoptr (HearthRecord) record = NULL;

  if (id == NULL)
    return true;
  record = hearth_store_load (house->store, id, error);
  if (record == NULL)
    return false;
  hearth_record_set (record, "status", condition->later);
  hearth_record_set (record, "next_check", "");
  if (g_str_equal (condition->later, "over"))
    hearth_demo_house_set_day (house, record, "ended_on", day);
  else
    hearth_demo_house_set_day (house, record, "next_check", day + 2 * HALF_YEAR);
  return hearth_demo_house_save (house, record, error);
}

/* --- allergies --- */

static bool
write_allergy (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  static const struct {
    unsigned int place;
    HearthDemoPair pairs[7];
  } allergies[] = {
    { 0,
      { { "substance", "Penicillin" },
        { "kind", "medicine" },
        { "severity", "moderate" },
        { "reaction", "Rash on the arms, some years ago" },
        { "action", "Say so at every appointment; the card is in the file." },
        { "source", "family" } } },
    { 1,
      { { "substance", "Peanuts" },
        { "kind", "food" },
        { "severity", "grave" },
        { "reaction", "Swollen lips, hard to breathe" },
        { "action", "Injector from the kitchen box into the thigh, then 555 0112. Stay near." },
        { "source", "document" } } },
    { 4,
      { { "substance", "Bee stings" },
        { "kind", "insect" },
        { "severity", "moderate" },
        { "reaction", "Large swelling for days" },
        { "action", "Cool it, tablet from the kitchen box, call the nurse." },
        { "source", "told" } } },
    { 7,
      { { "substance", "Nickel" },
        { "kind", "contact" },
        { "severity", "mild" },
        { "reaction", "Itching under buttons and earrings" },
        { "action", "Silver or plastic instead." },
        { "source", "seen" } } },
    { 10,
      { { "substance", "Ibuprofen" },
        { "kind", "medicine" },
        { "severity", "not_known" },
        { "reaction", "Was told as a child not to take it" },
        { "action", "Paracetamol instead, until it was tested." },
        { "source", "told" } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (allergies); i++)
    {
      g_autoptr (HearthRecord) allergy = NULL;

      if (allergies[i].place != plan->place % 14)
        continue;
      allergy = hearth_demo_house_new_record (house, &hearth_allergy_type, plan);
      hearth_demo_record_set_all (allergy, allergies[i].pairs);
      hearth_demo_house_set_day (house, allergy, "noted_on", day);
      return hearth_demo_house_save (house, allergy, error);
    }
  return true;
}

/* --- vaccinations --- */

typedef struct {
  const char *vaccine;
  int dose, after, next; /* days after the arrival; days until the next dose, 0 for none */
  bool children;
} Dose;

static const Dose doses[] = {
  { "td", 1, 15, 30, false },   { "td", 2, 45, 180, false },   { "td", 3, 225, 0, false },
  { "hepb", 1, 29, 30, false }, { "hepb", 2, 59, 150, false }, { "hepb", 3, 209, 0, false },
  { "hpv", 1, 75, 180, true },  { "hpv", 2, 255, 0, true },
};

static bool
write_vaccination (HearthDemoHouse *house, HearthDemoPlan *plan, const Dose *dose, int day, GError **error)
{
  g_autoptr (HearthRecord) vaccination = hearth_demo_house_new_record (house, &hearth_vaccination_type, plan);

  hearth_record_set (vaccination, "vaccine", dose->vaccine);
  hearth_demo_record_take (vaccination, "dose", g_strdup_printf ("%d", dose->dose));
  hearth_demo_house_set_day (house, vaccination, "date", day);
  hearth_record_set (vaccination, "source", "given");
  hearth_demo_record_take (vaccination, "product",
                           g_strdup_printf ("Lot %d", g_rand_int_range (plan->work, 1000, 10000)));
  hearth_record_set (vaccination, "place", "Clinic in town");
  if (dose->next > 0)
    hearth_demo_house_set_day (house, vaccination, "next_due", day + dose->next);
  return hearth_demo_house_save (house, vaccination, error);
}

/* From before, as a card says or as it was told. */
static bool
write_old_vaccination (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  g_autoptr (HearthRecord) vaccination = hearth_demo_house_new_record (house, &hearth_vaccination_type, plan);
  g_autofree char *arrival = hearth_demo_house_dup_date (house, plan->arrival);

  hearth_record_set (vaccination, "vaccine", plan->place % 2 == 0 ? "mmr" : "bcg");
  hearth_demo_record_take (vaccination, "date",
                           g_strdup_printf ("%d~",
                                            (int) g_ascii_strtoll (arrival, NULL, 10) - plan->age + 1));
  hearth_record_set (vaccination, "source", plan->place % 3 == 0 ? "card" : "told");
  return hearth_demo_house_save (house, vaccination, error);
}

static bool
write_vaccinations (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (doses); i++)
    if ((!doses[i].children || hearth_demo_plan_is_child (plan)) &&
        hearth_demo_plan_is_time (plan, day, doses[i].after, 0) &&
        !write_vaccination (house, plan, &doses[i], day, error))
      return false;
  return true;
}

/* --- public --- */

bool
hearth_demo_write_health (HearthDemoHouse *house, HearthDemoPlan *plan, int day, GError **error)
{
  int every = hearth_demo_plan_is_child (plan) ? MONTH : QUARTER;

  if (hearth_demo_plan_is_time (plan, day, ON_ARRIVAL, 0) &&
      !(write_allergy (house, plan, day, error) && write_condition (house, plan, day, error) &&
        write_old_vaccination (house, plan, error)))
    return false;
  if (hearth_demo_plan_is_time (plan, day, DAYS_TO_MEND, 0) && !write_mended (house, plan, day, error))
    return false;
  return (!hearth_demo_plan_is_time (plan, day, ON_ARRIVAL, HALF_YEAR) ||
          write_screening (house, plan, day, error)) &&
         (!hearth_demo_plan_is_time (plan, day, ON_ARRIVAL, every) ||
          write_measurement (house, plan, day, error)) &&
         write_vaccinations (house, plan, day, error);
}
