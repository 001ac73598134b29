/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in the agenda of a house or of a resident: hearings, and every day by which something is due or ends.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/**
 * HearthAgendaEntry:
 * @date: ISO date
 * @time: "09:30", or ""
 * @title: whom it is about, or on a resident's agenda what it is
 * @about: what it is; translated
 * @record: id of what opens
 * @icon_name: static
 * @hearing: a day at court
 */
typedef struct {
  char *date;
  char *time;
  char *title;
  char *about;
  char *record;
  const char *icon_name;
  bool hearing;
} HearthAgendaEntry;

void hearth_agenda_entry_free (HearthAgendaEntry *entry);

/** What the reader may see from @from to @to (ISO dates, both included), of @resident (nullable): by day, then by time. Of
 * HearthAgendaEntry; transfer full. */
GPtrArray *hearth_agenda_list (HearthStore *store, HearthRecord *resident, const char *from, const char *to);
/** A row for @entry, which opens its record. Floating. */
GtkWidget *hearth_agenda_make_row (const HearthAgendaEntry *entry);

G_END_DECLS
