/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person may set: how it looks, paper, copies, and the house's own record.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PREFERENCES (hearth_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HearthPreferences, hearth_preferences, HEARTH, PREFERENCES, AdwDialog)

/** @session: (nullable): NULL before somebody is signed in, when there is nothing about a house. Everything takes effect
 * at once. Floating. */
HearthPreferences *hearth_preferences_new (HearthSession *session);

/** Keeps the style of the whole application as the setting says. Once, at its start. */
void hearth_preferences_apply_style (void);

G_END_DECLS
