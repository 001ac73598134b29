/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who has to be told of an incident or of somebody missing, and by when.
 *
 * The hours that come with Hearth are no law of any country. They are a cautious beginning, which the house replaces by its
 * own ("notification_rule").
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * HearthNotificationDuty:
 * @about: "missing", a category of an incident, or "any"
 * @severity: from which on it counts, 1 to 4
 * @whom: value of a notification's "whom"
 * @hours: within which; 0: at once
 * @rule: (nullable): the house's own rule; NULL: it came with Hearth
 */
typedef struct {
  const char *about;
  int severity;
  const char *whom;
  int hours;
  HearthRecord *rule;
} HearthNotificationDuty;
void hearth_notification_duty_free (HearthNotificationDuty *duty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthNotificationDuty, hearth_notification_duty_free)

/** All that hold in this house, for the page where they are set: of HearthNotificationDuty. A rule of the house takes the
 * place of what came with Hearth about the same and for the same people. Transfer full. */
GPtrArray *hearth_notification_duties_list (HearthStore *store, GError **error);
/** Who must be told of @subject (an "incident" or a "missing_episode"): the shortest time for each. Transfer full. */
GPtrArray *hearth_notification_duties_list_for (HearthStore *store, HearthRecord *subject, GError **error);

/** Notifications about @subject (id), by when they are due; of HearthRecord. Transfer full. */
GPtrArray *hearth_notifications_list (HearthStore *store, const char *subject, GError **error);
/**
 * hearth_notifications_make:
 *
 * Saves those notifications of @subject that its duties ask for and that are not there yet, and takes none away.
 * The time runs from when it happened, or was noticed. All or none; may be called inside hearth_store_begin ().
 *
 * Returns: (transfer full): the new ones, of HearthRecord
 */
GPtrArray *hearth_notifications_make (HearthStore *store, HearthRecord *subject, GError **error);
/** Writes down that it was done now, by the signed-in person, and saves. @how, @name, @answer: (nullable). */
bool hearth_notification_finish (HearthStore *store,
                                 HearthRecord *notification,
                                 const char *how,
                                 const char *name,
                                 const char *answer,
                                 GError **error);

/** Open after its time. */
bool hearth_notification_is_late (HearthStore *store, HearthRecord *notification);
/** Done, or explained in "answer" why it need not be. */
bool hearth_notification_is_settled (HearthRecord *notification);
/** Whether all notifications about @subject (id) are settled; false with an error too. */
bool hearth_notifications_are_settled (HearthStore *store, const char *subject, GError **error);
/** Everything of the house that is not settled, by when it is due; of HearthRecord. Transfer full. */
GPtrArray *hearth_notifications_list_open (HearthStore *store, GError **error);

G_END_DECLS
