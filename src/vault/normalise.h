/* SPDX-License-Identifier: GPL-3.0-or-later
 * One form for what people type in different ways: sign-in names and passwords.
 */
#pragma once

#include "vault/secret.h"

G_BEGIN_DECLS

/** The longest name and password that are looked at, in bytes. */
#define HEARTH_NAME_MAX_BYTES 256
#define HEARTH_PASSWORD_MAX_BYTES 1024

/** NFC of @password as a string in locked memory; NULL when it is empty, too long or not UTF-8. */
HearthSecretBytes *hearth_password_normalise (const char *password);
/** NFKC and case folding of @name (Unicode's NFKC_Casefold), with white space trimmed and runs of it made
 * one space; transfer full. NULL when nothing is left, or it is too long or not UTF-8. */
char *hearth_name_normalise (const char *name);

G_END_DECLS
