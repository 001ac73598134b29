/* SPDX-License-Identifier: GPL-3.0-or-later
 * What somebody reads who has just passed on a complaint or a concern, and cannot open it again.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** The page in the place of the form of @record, an allegation or a complaint that was just saved; NULL for who reads it
 * anyway. Floating. */
AdwNavigationPage *hearth_concern_make_parting (HearthStore *store, HearthRecord *record);

G_END_DECLS
