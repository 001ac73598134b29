/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the seed decides about each resident.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/plan.h"

#include <math.h>
#include <string.h>

#define SETBACK_DAYS 9
#define LIFE 5026 /* sets the numbers of daily life apart from those of the file */
#define WORK 5027
#define APART 2 /* place of the resident whose file one of the staff must not see */
#define DAYS_IN_WEEK 7
#define SETTLED 4 /* the first residents stay until the end: reports and pictures show them */

/* --- helpers --- */

static HearthDemoKind
kind_of (unsigned int index)
{
  static const HearthDemoKind kinds[] = {
    HEARTH_DEMO_GIRL,  HEARTH_DEMO_GIRL, HEARTH_DEMO_WOMAN, HEARTH_DEMO_BOY,
    HEARTH_DEMO_GIRL,  HEARTH_DEMO_GIRL, HEARTH_DEMO_BOY,   HEARTH_DEMO_GIRL,
    HEARTH_DEMO_WOMAN, HEARTH_DEMO_GIRL, HEARTH_DEMO_BOY,   HEARTH_DEMO_GIRL,
  };

  if (index % 24 == 13)
    return HEARTH_DEMO_MAN;
  return kinds[index % G_N_ELEMENTS (kinds)];
}

static int
age_of (HearthDemoKind kind, GRand *random)
{
  switch (kind)
    {
    case HEARTH_DEMO_WOMAN:
      return g_rand_int_range (random, 18, 30);
    case HEARTH_DEMO_MAN:
      return g_rand_int_range (random, 22, 36);
    case HEARTH_DEMO_GIRL:
    case HEARTH_DEMO_BOY:
    default:
      return g_rand_int_range (random, 9, 18);
    }
}

static void
choose_name (HearthDemoPlan *plan, unsigned int index)
{
  unsigned int round = index / hearth_demo_n_cultures;
  bool male = plan->kind == HEARTH_DEMO_BOY || plan->kind == HEARTH_DEMO_MAN;

  plan->culture = &hearth_demo_cultures[index % hearth_demo_n_cultures];
  plan->given = &(male ? plan->culture->men : plan->culture->women)[round % HEARTH_DEMO_N_GIVEN];
  plan->second = &plan->culture->second[g_rand_int_range (plan->random, 0, HEARTH_DEMO_N_SECOND)];
}

/* Arrivals are spread over the first four fifths of the time, the first few close together. */
static void
choose_times (HearthDemoPlan *plan, unsigned int index, unsigned int n, int days)
{
  int stay;

  plan->departure = -1;
  plan->move = -1;
  plan->arrival = index < SETTLED ? (int) index * 3 : (int) (12 + (days * 0.8 - 12) * index / n);
  plan->arrival = CLAMP (plan->arrival, 0, days - 1);
  stay = days - plan->arrival;
  if (index >= SETTLED && stay > 150 && hearth_demo_chance (plan->random, 0.45))
    plan->departure = plan->arrival + g_rand_int_range (plan->random, 120, stay - 10);
  if (stay > 90 && hearth_demo_chance (plan->random, 0.3))
    plan->move = plan->arrival + g_rand_int_range (plan->random, 40, 80);
}

static void
choose_course (HearthDemoPlan *plan, int days)
{
  plan->start = g_rand_double_range (plan->random, 0.18, 0.42);
  plan->goal = g_rand_double_range (plan->random, 0.66, 0.9);
  plan->pace = g_rand_double_range (plan->random, 50, 150);
  plan->slept = 0.8;
  plan->said = HEARTH_DEMO_N_SAYINGS;
  for (int day = plan->arrival + 30; day < days && plan->n_setbacks < HEARTH_DEMO_MAX_SETBACKS;)
    {
      day += g_rand_int_range (plan->random, 30, 110);
      plan->setbacks[plan->n_setbacks++] = day;
    }
}

static void
fill_in (HearthDemoPlan *plan, GString *text, const char *gap, HearthDemoWords words)
{
  const char *const *lines;
  unsigned int n_lines;

  if (strstr (text->str, gap) == NULL)
    return;
  lines = hearth_demo_words_get_lines (words, &n_lines);
  g_string_replace (text, gap, lines[g_rand_int_range (plan->random, 0, (gint32) n_lines)], 0);
}

/* --- public --- */

HearthDemoPlan *
hearth_demo_plan_new (guint32 seed, unsigned int index, unsigned int n, int days)
{
  HearthDemoPlan *plan = g_new0 (HearthDemoPlan, 1);
  const guint32 seeds[] = { seed, index };

  plan->random = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  plan->kind = kind_of (index);
  plan->life = g_rand_new_with_seed_array ((const guint32[]) { seed, index, LIFE }, 3);
  plan->work = g_rand_new_with_seed_array ((const guint32[]) { seed, index, WORK }, 3);
  plan->place = index;
  plan->apart = index == APART;
  plan->out_from = plan->out_until = plan->room = plan->bed = -1;
  plan->lapses = index % 5 == 4;
  plan->veiled = index % 8 == 1;
  plan->age = age_of (plan->kind, plan->random);
  choose_name (plan, index);
  choose_times (plan, index, n, days);
  choose_course (plan, days);
  return plan;
}

void
hearth_demo_plan_free (HearthDemoPlan *plan)
{
  g_rand_free (plan->random);
  g_free (plan->id);
  g_free (plan->stay);
  g_free (plan->paper);
  for (int i = 0; i < HEARTH_DEMO_N_CONTACTS; i++)
    g_free (plan->contacts[i]);
  g_free (plan->safety_plan);
  g_free (plan->leave);
  g_free (plan->bed_record);
  g_rand_free (plan->life);
  g_rand_free (plan->work);
  g_free (plan);
}

bool
hearth_demo_plan_is_home (const HearthDemoPlan *plan, int day)
{
  return day >= plan->arrival && (plan->departure < 0 || day < plan->departure);
}

bool
hearth_demo_plan_is_out (const HearthDemoPlan *plan, int day)
{
  return plan->out_from >= 0 && day >= plan->out_from && day < plan->out_until;
}

double
hearth_demo_plan_wellbeing (const HearthDemoPlan *plan, int day)
{
  double way = 1 - pow (0.5, (day - plan->arrival) / plan->pace);
  double wellbeing = plan->start + (plan->goal - plan->start) * way;

  for (unsigned int i = 0; i < plan->n_setbacks; i++)
    {
      int since = day - plan->setbacks[i];

      if (since >= 0 && since < SETBACK_DAYS)
        wellbeing -= 0.35 * (1 - (double) since / SETBACK_DAYS);
    }
  return CLAMP (wellbeing, 0.05, 1.0);
}

bool
hearth_demo_plan_is_child (const HearthDemoPlan *plan)
{
  return plan->kind == HEARTH_DEMO_GIRL || plan->kind == HEARTH_DEMO_BOY;
}

bool
hearth_demo_plan_is_time (const HearthDemoPlan *plan, int day, int after, int every)
{
  int since = day - plan->arrival - after;

  return since >= 0 && (every > 0 ? since % every : since) < DAYS_IN_WEEK;
}

int
hearth_demo_plan_draw_order (HearthDemoPlan *plan, int days)
{
  int half_years = g_rand_int_range (plan->random, 0, 3);
  int last = plan->arrival + 365;

  if (plan->lapses)
    return last;
  last += half_years * 180;
  while (last < days)
    last += 365;
  return last;
}

bool
hearth_demo_chance (GRand *random, double share)
{
  return g_rand_double (random) < share;
}

double
hearth_demo_noise (GRand *random)
{
  double sum = 0;

  for (int i = 0; i < 12; i++)
    sum += g_rand_double (random);
  return sum - 6;
}

char *
hearth_demo_say (HearthDemoPlan *plan, HearthDemoWords words)
{
  g_autoptr (GString) text = NULL;
  const char *const *lines;
  unsigned int n_lines;

  lines = hearth_demo_words_get_lines (words, &n_lines);
  text = g_string_new (lines[g_rand_int_range (plan->random, 0, (gint32) n_lines)]);
  g_string_replace (text, "{name}", plan->given->used, 0);
  fill_in (plan, text, "{activity}", HEARTH_DEMO_ACTIVITY);
  fill_in (plan, text, "{food}", HEARTH_DEMO_FOOD);
  fill_in (plan, text, "{thing}", HEARTH_DEMO_THING);
  fill_in (plan, text, "{where}", HEARTH_DEMO_WHERE);
  text->str[0] = g_ascii_toupper (text->str[0]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
hearth_demo_quote (const HearthDemoPlan *plan, HearthDemoSaying saying)
{
  const char *own = plan->culture->sayings[saying], *english = hearth_demo_sayings[saying];

  return g_str_equal (own, english) ? g_strdup (own) : g_strdup_printf ("%s\n(%s)", own, english);
}
