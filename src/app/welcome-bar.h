/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said right after signing in: when one was here last, tries that were refused since, keys that are renewed.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_WELCOME_BAR (hearth_welcome_bar_get_type ())
G_DECLARE_FINAL_TYPE (HearthWelcomeBar, hearth_welcome_bar, HEARTH, WELCOME_BAR, AdwBin)

/**
 * hearth_welcome_bar_start:
 *
 * Says when the person was here last, until they go on; with tries that were refused, until it is dismissed. Once the
 * window has been drawn, does what is due to the keys of the house (hearth_store_tend_keys ()); what goes wrong with that
 * is told here and keeps nobody from working. Who manages accounts is offered a new recovery sheet after the present one
 * was used.
 */
void hearth_welcome_bar_start (HearthWelcomeBar *bar, HearthSession *session);

/** The person goes to work: takes the line away, unless there were tries that were refused. */
void hearth_welcome_bar_leave (HearthWelcomeBar *bar);

/** "Last here: yesterday 18:10", or "" for somebody who is here for the first time; transfer full. */
char *hearth_welcome_dup_last_here (HearthStore *store);
/** "2 wrong names or passwords were tried in this house since then.", or "" when there were none; transfer full. */
char *hearth_welcome_dup_refused (HearthStore *store);

G_END_DECLS
