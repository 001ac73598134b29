/* SPDX-License-Identifier: GPL-3.0-or-later
 * The alerts and allergies of a resident that hold today, the high and grave ones first.
 */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/** @current: (out) (transfer none): to be told when what holds may be another; lives as long as the list. NULL where this
 * reader may see none; transfer full. */
GListModel *hearth_resident_alerts_new (HearthStore *store, HearthRecord *resident, GtkFilter **current);
/** Those of @alerts that are high or grave; transfer full. */
GListModel *hearth_resident_alerts_new_high (GListModel *alerts);

G_END_DECLS
