/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who must be told of something: a row for each with its clock, and the shortest way to write down that it was done.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_NOTIFICATION_GROUP (hearth_notification_group_get_type ())
G_DECLARE_FINAL_TYPE (HearthNotificationGroup, hearth_notification_group, HEARTH, NOTIFICATION_GROUP, AdwBin)

/** Of @subject, an incident or somebody missing that is saved. Rows open their record ("win.open-record"); the clocks go on
 * while they are seen, and follow what is saved. */
HearthNotificationGroup *hearth_notification_group_new (HearthStore *store, HearthRecord *subject);

/** Asks how it was done and whom one spoke with, and saves that it was done now: two keys where nothing else is to be said. */
void hearth_notification_ask_told (GtkWidget *near, HearthStore *store, HearthRecord *notification);

G_END_DECLS
