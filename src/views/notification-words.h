/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a notification stands, in words: how much time is left, or since when it is late; when it was done, and how.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_NOTIFICATION_OPEN,
  HEARTH_NOTIFICATION_LATE,
  HEARTH_NOTIFICATION_SETTLED,
} HearthNotificationState;

HearthNotificationState hearth_notification_get_state (HearthStore *store, HearthRecord *notification);

/** "2 hours left, until 3 May 2026, 14:30", "20 minutes late …", "Told 3 May 2026, 14:10, by Ana · By phone · 4711".
 * Translated; transfer full. */
char *hearth_notification_describe (HearthStore *store, HearthRecord *notification);

G_END_DECLS
