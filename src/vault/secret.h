/* SPDX-License-Identifier: GPL-3.0-or-later
 * Memory for secrets: locked, between guard pages, wiped when it is freed.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** Bytes in memory of hearth_secret_new (), for g_autoptr. */
typedef guint8 HearthSecretBytes;

/** Readies libsodium; ends the program when the system has no randomness to give. Cheap when repeated. */
void hearth_sodium_init (void);

/** @length zeroed bytes; NULL with %HEARTH_VAULT_ERROR_MEMORY. Free with hearth_secret_free (). */
HearthSecretBytes *hearth_secret_new (gsize length, GError **error);
void hearth_secret_free (HearthSecretBytes *secret);
/** Whether the system keeps the @length bytes at @secret out of its swap space. */
bool hearth_secret_is_locked (HearthSecretBytes *secret, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthSecretBytes, hearth_secret_free)

G_END_DECLS
