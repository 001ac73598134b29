/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house with cheap keys for the tests of the vault.
 */
#pragma once

#include "fixtures/fixtures.h"
#include "vault/vault.h"

G_BEGIN_DECLS

#define HOUSE_USER "Anna"
#define HOUSE_PASSWORD "seven quiet river stones"
#define HOUSE_OTHER_USER "Bo"
#define HOUSE_OTHER_PASSWORD "eleven green paper boats"
#define HOUSE_OTHER_ID "01J0000000000000000000000B"

/** @key: the house key XOR %HOUSE_MASK, so that looking for it in memory does not find this copy. */
#define HOUSE_MASK 0xa5
typedef struct {
  char *folder;
  HearthRecoverySheet *sheet;
  HearthKeyring *keyring;
  guint8 key[HEARTH_HOUSE_KEY_BYTES];
} House;

House *house_new (void);
void house_free (House *house);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (House, house_free)

/** A password that is one's own from the start. */
HearthNewPassword *house_prepare (House *house, const char *user, const char *password);
/** Both steps of changing one's own password. */
bool house_change_password (House *house,
                            HearthKeyring *keyring,
                            const char *user,
                            const char *old_password,
                            const char *new_password,
                            GError **error);
/** Adds Bo with the compartments "medical" and "legal". */
void house_add_other (House *house);
/** Begins replacing every key that there is. */
void house_begin_everything (House *house);
/** The slots whose person is one of @people, NULL-ended, and the sheet's; transfer full. */
GPtrArray *house_list_slots (House *house, const char *const *people);
/** The path of @name in the house's folder; transfer full. */
char *house_path (House *house, const char *name);
/** Bytes of @name in the house's folder. */
GBytes *house_read (House *house, const char *name);
/** Overwrites @name; NULL removes it. */
void house_write (House *house, const char *name, const void *bytes, gsize length);

/** Signs in as Anna and fails unless that works and gives the house's key. */
void house_assert_opens (House *house, const char *user, const char *password);
/** Fails unless signing in fails with @code. */
void house_assert_refuses (House *house, const char *user, const char *password, HearthVaultError code);
/** Whether @keyring has the key of @house. */
bool house_has_key (House *house, HearthKeyring *keyring);

G_END_DECLS
