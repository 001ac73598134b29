/* SPDX-License-Identifier: GPL-3.0-or-later
 * How much of what is hard each colleague carries: hours, and whether somebody talked with them. Everybody sees their own;
 * who may HEARTH_ACTION_CARE_FOR_STAFF sees everybody's.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** One person in one month. @month: "2026-03". @minutes: of hard work. @n_not_offered: entries after which nobody offered
 * to talk, of those where it was needed. */
typedef struct {
  char *account; /* id */
  char month[8];
  unsigned int minutes;
  unsigned int n_entries;
  unsigned int n_offered; /* offered, taken or declined */
  unsigned int n_taken;
  unsigned int n_not_offered;
} HearthStaffLoad;
void hearth_staff_load_free (HearthStaffLoad *load);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthStaffLoad, hearth_staff_load_free)

/** From @from to @to (ISO dates, both included), the newest month first, in it by name; of HearthStaffLoad. Transfer
 * full. */
GPtrArray *hearth_staff_load_list (HearthStore *store, const char *from, const char *to, GError **error);
/** Whether the signed-in person sees everybody's. */
bool hearth_staff_load_sees_all (HearthStore *store);

G_END_DECLS
