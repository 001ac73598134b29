/* SPDX-License-Identifier: GPL-3.0-or-later
 * The agenda of the house, or of a resident: a week as a list, or a month as a picture with the list of one day.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_AGENDA_VIEW (hearth_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthAgendaView, hearth_agenda_view, HEARTH, AGENDA_VIEW, AdwBin)

/** @resident: (nullable): NULL: the house. Follows what is saved. Floating. */
GtkWidget *hearth_agenda_view_new (HearthStore *store, HearthRecord *resident);

G_END_DECLS
