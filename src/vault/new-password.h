/* SPDX-License-Identifier: GPL-3.0-or-later
 * A name and password that went through the key derivation, until a slot is made with them.
 */
#pragma once

#include "vault/secrets.h"

G_BEGIN_DECLS

/**
 * HearthNewPassword:
 * @house: what the derivation depended on; @salt and @cost too
 * @user: of hearth_name_normalise ()
 * @kek: opens the slot
 * @first: given by somebody else
 * @pairs: new key pairs in the place of those that a first password opened, and nothing else; or NULL
 */
struct _HearthNewPassword {
  char *house;
  guint8 salt[HEARTH_SALT_BYTES];
  HearthKeyCost cost;
  char *user;
  HearthSecretBytes *kek;
  bool first;
  HearthSecrets *pairs;
};

/** Whether a slot of @file opens with @password: the derivation was made with what is in it, and not with a file that
 * somebody had put in its place. */
bool hearth_new_password_fits (const HearthNewPassword *password, const HearthKeyFile *file);

/** Whether the slot of @password may be @slot: nobody else signs in with the same, and it is not the first password
 * itself. False with TAKEN or WEAK. */
bool hearth_new_password_is_free (const HearthNewPassword *password,
                                  const HearthKeyFile *file,
                                  const HearthKeySlot *slot,
                                  GError **error);

G_END_DECLS
