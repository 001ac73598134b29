/* SPDX-License-Identifier: GPL-3.0-or-later
 * What everybody must know about a resident at a glance, as a row of chips.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ALERT_CHIPS (hearth_alert_chips_get_type ())
G_DECLARE_FINAL_TYPE (HearthAlertChips, hearth_alert_chips, HEARTH, ALERT_CHIPS, GtkWidget)

/**
 * HearthAlertChips:
 *
 * Properties: "model" (GListModel of HearthRecord: alerts and allergies). Invisible while the model is empty. Signals:
 * "activate-record" (HearthRecord *record).
 */
HearthAlertChips *hearth_alert_chips_new (void);

void hearth_alert_chips_set_model (HearthAlertChips *chips, GListModel *model);

G_END_DECLS
