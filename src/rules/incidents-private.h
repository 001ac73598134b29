/* SPDX-License-Identifier: GPL-3.0-or-later
 * What checks and notices need of incidents. Private to rules.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** As hearth_incident_list_obstacles (), of N_() sentences; transfer container. */
GPtrArray *hearth_incident_list_obstacles_untranslated (HearthStore *store,
                                                        HearthRecord *review,
                                                        GError **error);

G_END_DECLS
