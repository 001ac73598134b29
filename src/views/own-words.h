/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the resident has said lately, in own words, quoted and dated.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_OWN_WORDS (hearth_own_words_get_type ())
G_DECLARE_FINAL_TYPE (HearthOwnWords, hearth_own_words, HEARTH, OWN_WORDS, AdwBin)

/** @entries: (nullable): the resident's daily log, newest first; followed as it changes. Invisible while nothing is
 * quoted in the newest entries. */
HearthOwnWords *hearth_own_words_new (GListModel *entries);

G_END_DECLS
