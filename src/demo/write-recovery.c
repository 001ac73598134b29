/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the residents of the invented house do in six areas of life, each with a reason.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define N_STEPS 4

typedef struct {
  const char *name;
  double ahead; /* of how the resident does in general */
  const char *why[N_STEPS];
} Area;

static const Area areas[] = {
  { "safety",
    0.15,
    { "Calls from numbers not known every day.", "Goes out with somebody of the house only.",
      "Safe in the house; the way to school is known.", "Goes out alone and knows whom to call." } },
  { "legal",
    -0.1,
    { "No paper, and no one who speaks for the resident.", "Papers are asked for; a lawyer was found.",
      "The order holds; the next steps are known.", "Papers are here and rights are known." } },
  { "mental",
    -0.05,
    { "Hardly sleeps, is afraid by day.", "Short nights; needs somebody near in the evening.",
      "Sleeps most nights; hard days pass.", "Rested, makes plans, laughs." } },
  { "economic",
    0,
    { "No school and no work.", "Has begun to learn; needs much help.",
      "Goes to school or training on all days.", "Learns alone, helps others, knows what comes next." } },
  { "social",
    0.05,
    { "Trusts nobody here yet.", "One person to talk with.", "Friends in the house; calls home each week.",
      "Friends also outside, and family in reach." } },
  { "physical",
    0.1,
    { "Pain, and eats hardly anything.", "Tired; teeth and food need care.", "Healthy; eats and moves well.",
      "Strong and well." } },
};

bool
hearth_demo_write_recovery (HearthDemoHouse *house,
                            HearthDemoPlan *plan,
                            int day,
                            const char *occasion,
                            GError **error)
{
  g_autoptr (HearthRecord) score = hearth_demo_house_new_record (house, &hearth_recovery_score_type, plan);
  double wellbeing = hearth_demo_plan_wellbeing (plan, day);

  hearth_demo_house_set_day (house, score, "date", day);
  hearth_record_set (score, "occasion", occasion);
  hearth_record_set (score, "asked", plan->place % 5 == 3 ? "partly" : "yes");
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      double own = 0.1 * ((plan->place + i) % 3) - 0.1;
      int step = (int) ((wellbeing + areas[i].ahead + own) * (N_STEPS + 0.5));
      int place = CLAMP (step, 0, N_STEPS - 1);
      g_autofree char *why = g_strconcat (areas[i].name, "_why", NULL);

      hearth_demo_record_take (score, areas[i].name, g_strdup_printf ("%d", place + 1));
      hearth_record_set (score, why, areas[i].why[place]);
    }
  return hearth_demo_house_save (house, score, error);
}
