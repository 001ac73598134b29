/* SPDX-License-Identifier: GPL-3.0-or-later
 * Handing out the recovery sheet of a new house, which is done once and never again.
 */
#pragma once

#include "vault/vault.h"

G_BEGIN_DECLS

/** Writes @sheet into the PDF @path, or, when that is NULL, both halves on stderr. @house: the name on top. */
bool hearth_sheet_hand_out (const HearthRecoverySheet *sheet,
                            const char *house,
                            const char *today,
                            const char *path,
                            GError **error);

G_END_DECLS
