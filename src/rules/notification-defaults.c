/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is told of what, and by when, where the house has said nothing else.
 *
 * This is no law of any country, and nobody has checked it against one. What is written within 24 hours, and that the
 * manager and the social worker hear of it within a working day, is good practice in children's homes in England; the
 * rest is what a careful house would do. Each house replaces it by what its law and its licence say.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/notification-defaults.h"

static const HearthNotificationDefault defaults[] = {
  { "any", 2, "manager", 24 },
  { "any", 3, "manager", 1 },
  { "any", 3, "director", 24 },
  { "any", 3, "guardian", 24 },
  { "any", 3, "social_worker", 24 },
  { "any", 4, "director", 0 },
  { "any", 4, "licensing", 24 },

  { "missing", 1, "director", 0 },
  { "missing", 1, "police", 0 },
  { "missing", 1, "guardian", 1 },
  { "missing", 1, "social_worker", 1 },

  { "suicide_attempt", 1, "doctor", 0 },
  { "suicide_attempt", 1, "director", 0 },
  { "suicide_attempt", 1, "guardian", 24 },
  { "suicide_attempt", 1, "social_worker", 24 },
  { "self_harm", 2, "doctor", 1 },
  { "medication_error", 1, "doctor", 0 },
  { "accident", 3, "doctor", 0 },
  { "illness", 3, "doctor", 0 },
  { "sexual_behaviour", 2, "director", 1 },
  { "sexual_behaviour", 2, "social_worker", 24 },
  { "contact_exploiter", 1, "director", 0 },
  { "contact_exploiter", 1, "police", 24 },
  { "contact_exploiter", 1, "lawyer", 24 },
  { "outsider", 2, "director", 1 },
  { "outsider", 3, "police", 0 },
  { "data_breach", 1, "director", 24 },
  { "birth_death", 1, "director", 0 },
  { "birth_death", 1, "social_worker", 24 },
};

const HearthNotificationDefault *
hearth_notification_defaults_get (gsize *n_defaults)
{
  *n_defaults = G_N_ELEMENTS (defaults);
  return defaults;
}
