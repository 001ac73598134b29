/* SPDX-License-Identifier: GPL-3.0-or-later
 * A name and password that went through the key derivation, until a slot is made with them.
 */
#pragma once

#include "vault/key-file.h"

G_BEGIN_DECLS

/**
 * HearthNewPassword:
 * @house: what the derivation depended on; @salt and @cost too
 * @user: of hearth_name_normalise ()
 * @kek: opens the slot
 * @first: given by somebody else
 */
struct _HearthNewPassword {
  char *house;
  guint8 salt[HEARTH_SALT_BYTES];
  HearthKeyCost cost;
  char *user;
  HearthSecretBytes *kek;
  bool first;
};

/** Whether a slot of @file opens with @password: the derivation was made with what is in it, and not with a file that
 * somebody had put in its place. */
bool hearth_new_password_fits (const HearthNewPassword *password, const HearthKeyFile *file);

G_END_DECLS
