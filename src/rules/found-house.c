/* SPDX-License-Identifier: GPL-3.0-or-later
 * Founding a house: its keys, its first account, its database.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/found-house.h"

#include "rules/house-policy.h"

HearthStore *
hearth_house_found (const char *folder,
                    HearthRecord *house,
                    HearthRecord *account,
                    const char *password,
                    const HearthKeyCost *cost,
                    HearthClock *clock,
                    HearthKeyring **keyring,
                    HearthRecoverySheet **sheet,
                    GError **error)
{
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (HearthKeyring) keys = NULL;
  g_autoptr (HearthRecoverySheet) halves = NULL;
  HearthStore *store;

  keys = hearth_vault_create (folder, hearth_record_get (account, "user"), password, cost, &halves, error);
  if (keys == NULL)
    return NULL;
  hearth_record_set (account, "id", hearth_keyring_get_person_id (keys));
  store = hearth_store_create (folder, keys, HEARTH_POLICY (policy), clock, house, account, error);
  if (store == NULL)
    return NULL;
  hearth_house_policy_set_store (policy, store);
  *keyring = g_steal_pointer (&keys);
  *sheet = g_steal_pointer (&halves);
  return store;
}
