/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a house: built in a folder beside its place, and moved there only when its recovery sheet was typed
 * back. Given up before that, nothing remains.
 */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_NEW_HOUSE (hearth_new_house_get_type ())
G_DECLARE_FINAL_TYPE (HearthNewHouse, hearth_new_house, HEARTH, NEW_HOUSE, GObject)

typedef struct {
  const char *folder; /* where the house shall be; must not exist or be empty */
  const char *organisation;
  const char *house_name;
  const char *person_name;
  const char *user;
  const char *password;
} HearthNewHouseDetails;

/** @cost: NULL for a password that is dear to guess; see vault/vault.h. */
HearthNewHouse *hearth_new_house_new (HearthClock *clock, const HearthKeyCost *cost);

/** Makes keys and database. Errors are those of vault and store. */
void hearth_new_house_make_async (HearthNewHouse *house,
                                  const HearthNewHouseDetails *details,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
bool hearth_new_house_make_finish (HearthNewHouse *house, GAsyncResult *result, GError **error);

/** After make; NULL before. */
const HearthRecoverySheet *hearth_new_house_get_sheet (HearthNewHouse *house);
/** What the house will say on top of its sheet: "Organisation · House"; NULL before make. */
const char *hearth_new_house_get_title (HearthNewHouse *house);

/** Opens the new house with the sheet as typed. @wrong_half: 1 or 2 when that half has a mistake in it. */
void hearth_new_house_try_sheet_async (HearthNewHouse *house,
                                       const char *first_half,
                                       const char *second_half,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
bool hearth_new_house_try_sheet_finish (HearthNewHouse *house,
                                        GAsyncResult *result,
                                        int *wrong_half,
                                        GError **error);

/** Moves the house to its place and signs its maker in; only after the sheet was typed back. Transfer full. */
HearthSession *hearth_new_house_finish (HearthNewHouse *house, GError **error);

G_END_DECLS
