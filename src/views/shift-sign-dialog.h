/* SPDX-License-Identifier: GPL-3.0-or-later
 * Before a shift is signed: who has no entry, what wants words, how the house log stands; then all of it in one act.
 */
#pragma once

#include <adwaita.h>

#include "rules/shift.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHIFT_SIGN_DIALOG (hearth_shift_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearthShiftSignDialog, hearth_shift_sign_dialog, HEARTH, SHIFT_SIGN_DIALOG, AdwDialog)

/** Signals: "signed" (guint n_records); "go" (const char *resident, const char *item): to be written first; @item may be NULL;
 * "house-log" (). */
HearthShiftSignDialog *hearth_shift_sign_dialog_new (HearthStore *store, const HearthShift *shift);

G_END_DECLS
