/* SPDX-License-Identifier: GPL-3.0-or-later
 * Trying whether a recovery sheet as typed opens a house, without signing in.
 */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** @folder: of the house; in a thread. Errors are those of the vault. */
void hearth_sheet_check_async (const char *folder,
                               const char *first_half,
                               const char *second_half,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/** @wrong_half: 1 or 2 when that half has a mistake in it, else 0. */
bool hearth_sheet_check_finish (GAsyncResult *result, int *wrong_half, GError **error);

G_END_DECLS
