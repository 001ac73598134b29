/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a name and a password to the key that opens the person's slot (Argon2id).
 */
#pragma once

#include "vault/secret.h"
#include "vault/vault.h"

G_BEGIN_DECLS

#define HEARTH_KEK_BYTES 32
#define HEARTH_SALT_BYTES 32

/** Never cheaper than this, except in test builds. */
#define HEARTH_KDF_FLOOR_OPERATIONS 3
#define HEARTH_KDF_FLOOR_MEMORY (256 * 1024 * 1024)

bool hearth_kdf_is_above_floor (const HearthKeyCost *cost);
/** Whether this build works with @cost: above the floor, or a test build. */
bool hearth_kdf_is_allowed (const HearthKeyCost *cost);

/** Operations for about a second on a machine that needs @microseconds for the floor. */
guint64 hearth_kdf_operations_for (gint64 microseconds);
/** Measures this machine; false with %HEARTH_VAULT_ERROR_MEMORY. */
bool hearth_kdf_calibrate (HearthKeyCost *cost, GError **error);

/**
 * hearth_kdf_derive:
 * @name: (not nullable): of hearth_name_normalise ()
 * @password: (not nullable): of hearth_password_normalise ()
 *
 * Returns: (transfer full): %HEARTH_KEK_BYTES in locked memory, or NULL with %HEARTH_VAULT_ERROR_MEMORY
 */
HearthSecretBytes *hearth_kdf_derive (const guint8 house_salt[HEARTH_SALT_BYTES],
                                      const char *name,
                                      const HearthSecretBytes *password,
                                      const HearthKeyCost *cost,
                                      GError **error);

G_END_DECLS
