/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet: a 256-bit secret in two printable halves for two people.
 */
#pragma once

#include "vault/kdf.h"

G_BEGIN_DECLS

#define HEARTH_RECOVERY_BYTES 32

/** Splits @secret; either half alone says nothing about it. NULL with %HEARTH_VAULT_ERROR_MEMORY. */
HearthRecoverySheet *hearth_recovery_sheet_new (const HearthSecretBytes *secret, GError **error);

/**
 * hearth_recovery_read:
 * @wrong_half: (out): 1 or 2, the half that is mistyped, or the place where the same half stands twice; else 0
 *
 * The halves may be in either order.
 * Returns: (transfer full): %HEARTH_RECOVERY_BYTES in locked memory; NULL with WRONG or MEMORY
 */
HearthSecretBytes *hearth_recovery_read (const char *first_half,
                                         const char *second_half,
                                         int *wrong_half,
                                         GError **error);

/** The key that opens the sheet's slot in the house @house; NULL with %HEARTH_VAULT_ERROR_MEMORY. */
HearthSecretBytes *hearth_recovery_derive (const HearthSecretBytes *secret,
                                           const char *house,
                                           GError **error);

G_END_DECLS
