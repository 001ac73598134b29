/* SPDX-License-Identifier: GPL-3.0-or-later
 * Health: what holds today, what was measured, and whether a medicine is one that a resident must not have. Nothing here
 * judges a value.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Whether @allergy holds on @day (ISO date): it has not ended by then, and is no entry in error. */
bool hearth_allergy_holds (HearthRecord *allergy, const char *day);
/** The allergies that hold today, of @resident (id) or, with NULL, of everybody who lives here; grave ones first, then by substance. Of
 * HearthRecord; transfer full. */
GPtrArray *hearth_allergies_list (HearthStore *store, const char *resident, GError **error);
/** The first allergy that holds against what @medicine (saved or not, with its resident) is called: a word of four letters
 * or more stands in both, whatever the case and the marks. NULL for none. It finds no relatives of a substance. Transfer
 * full. */
HearthRecord *hearth_allergies_find_clash (HearthStore *store, HearthRecord *medicine);

/** Medicines that hold today, of @resident or, with NULL, of everybody who lives here; those given by the clock first, then those given
 * when needed, each by name. Of HearthRecord; transfer full. */
GPtrArray *hearth_medicines_list_current (HearthStore *store, const char *resident, GError **error);

/** Health conditions that are not over today, the latest noted first, of @resident or, with NULL, as above. Transfer full. */
GPtrArray *hearth_conditions_list_open (HearthStore *store, const char *resident, GError **error);

/** What was measured of @resident from @from to @to (ISO dates, both included, each nullable), oldest first, two of one day
 * by their time. Of HearthRecord; transfer full. */
GPtrArray *hearth_measurements_list (HearthStore *store,
                                     const char *resident,
                                     const char *from,
                                     const char *to,
                                     GError **error);
/** The last of @measurements (of HearthRecord, oldest first) before @day (ISO, nullable: any day) that holds @field ("bmi" and "pressure" too); NULL
 * for none. Transfer none. */
HearthRecord *hearth_measurements_pick_latest (GPtrArray *measurements, const char *field, const char *day);

/** A value of a day. @day: Julian day, as in #GDate */
typedef struct {
  int day;
  double value;
} HearthPoint;

/** @field (a number of "measurement", or "bmi") of @measurements (oldest first), one a day: the last of it. In the field's
 * unit. Of #HearthPoint, by day; transfer full. */
GArray *hearth_measurements_get_points (GPtrArray *measurements, const char *field);

G_END_DECLS
