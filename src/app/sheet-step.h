/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that hands out the recovery sheet.
 */
#pragma once

#include "app/step-page.h"
#include "vault/vault.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_SHEET_STEP (hearth_sheet_step_get_type ())
G_DECLARE_FINAL_TYPE (HearthSheetStep, hearth_sheet_step, HEARTH, SHEET_STEP, HearthStepPage)

/**
 * hearth_sheet_step_set_sheet:
 * @sheet: (nullable): borrowed until another one, or none, takes its place
 * @title: what the paper says on top
 * @date: ISO date
 */
void hearth_sheet_step_set_sheet (HearthSheetStep *step,
                                  const HearthRecoverySheet *sheet,
                                  const char *title,
                                  const char *date);
/** A sentence that is no error. */
void hearth_sheet_step_show_note (HearthSheetStep *step, const char *note);

G_END_DECLS
