/* SPDX-License-Identifier: GPL-3.0-or-later
 * How one field changed from one version of a record to the next, in words.
 */
#pragma once

#include <adwaita.h>

#include "views/record-version.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_CHANGE_VIEW (hearth_change_view_get_type ())
G_DECLARE_FINAL_TYPE (HearthChangeView, hearth_change_view, HEARTH, CHANGE_VIEW, GtkWidget)

/**
 * What may distress or tell too much is folded away until asked for; of long texts what stayed the same is left out
 * until asked for. Sealed text is only said to have changed.
 */
GtkWidget *hearth_change_view_new (HearthRecordVersion *version, const HearthField *field);

G_END_DECLS
