/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who is told of what, and by when, where the house has said nothing else. Private to rules.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** As #HearthNotificationDuty. */
typedef struct {
  const char *about;
  int severity;
  const char *whom;
  int hours;
} HearthNotificationDefault;

const HearthNotificationDefault *hearth_notification_defaults_get (gsize *n_defaults);

G_END_DECLS
