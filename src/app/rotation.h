/* SPDX-License-Identifier: GPL-3.0-or-later
 * Replacing the house key: the page that is in the window meanwhile, and what is said before and after.
 */
#pragma once

#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTH_TYPE_ROTATION (hearth_rotation_get_type ())
G_DECLARE_FINAL_TYPE (HearthRotation, hearth_rotation, HEARTH, ROTATION, AdwBin)

/**
 * HearthRotation:
 *
 * Nothing of the house is on it. A copy is made first, and kept. Signal: "finished" (HearthSession *session,
 * char *heading, char *words): how it went, in words; the house is open again for the same person, or @session is NULL,
 * when it was left, or cannot be opened.
 */

/** @keyring: of a person who manages accounts, whose house in @folder nobody has open. */
HearthRotation *hearth_rotation_new (const char *folder, HearthKeyring *keyring, HearthClock *clock);
void hearth_rotation_start (HearthRotation *rotation);

/** Nobody is there any more: it goes on to its end, and then wipes the keys. Also what the end of the page means. */
void hearth_rotation_leave (HearthRotation *rotation);

G_END_DECLS
